/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "twin-stream.h"

#define N_DRAWS 1000000

/* The state of stream (0, 0, 0) is Philox4x32-10 of counter 0 and key 0: Random123's published
 * known answer, 6627e8d5 e169c58d bc57ac4c 9b00dbd8. */
static void
test_key (void)
{
  TwinStream stream;

  twin_stream_init (&stream, 0, 0, 0);
  g_assert_cmphex (stream.state[0], ==, 0xe169c58d6627e8d5u);
  g_assert_cmphex (stream.state[1], ==, 0x9b00dbd8bc57ac4cu);
}

/* xoshiro256++ from the state {1, 2, 3, 4}: the reference implementation's numbers. */
static void
test_generator (void)
{
  static const uint64_t expected[] = {
    41943041u, 58720359u, 3588806011781223u, 3591011842654386u, 9228616714210784205u,
    9973669472204895162u, 14011001112246962877u, 12406186145184390807u, 15849039046786891736u,
    10450023813501588000u,
  };
  TwinStream stream = { { 1, 2, 3, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (twin_stream_next (&stream), ==, expected[i]);
}

/* Every part of the key matters, high bits included, and no two streams start alike. */
static void
test_streams_differ (void)
{
  static const uint64_t keys[][3] = {
    { 0, 0, 0 }, { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 }, { UINT64_C (1) << 32, 0, 0 },
    { 0, UINT64_C (1) << 32, 0 }, { 0, 0, UINT64_C (1) << 31 }, { 0, 0, UINT64_C (1) << 40 },
    { UINT64_MAX, 0, 0 }, { 0, UINT64_MAX, 0 },
  };
  TwinStream streams[G_N_ELEMENTS (keys)];

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      twin_stream_init (&streams[i], keys[i][0], keys[i][1], keys[i][2]);
      for (guint k = 0; k < i; k++)
        g_assert_true (streams[i].state[0] != streams[k].state[0]);
    }
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

/* The Kolmogorov-Smirnov distance, times √n: above 1.95 in one of a thousand true samples. */
static double
distance (double *sample, gsize n, double (*cdf) (double))
{
  double greatest = 0;

  qsort (sample, n, sizeof (double), compare);
  for (gsize i = 0; i < n; i++)
    {
      double p = cdf (sample[i]);
      greatest = fmax (greatest, fmax (p - (double) i / n, (double) (i + 1) / n - p));
    }
  return greatest * sqrt (n);
}

static double
uniform_cdf (double x)
{
  return x;
}

static double
exponential_cdf (double x)
{
  return -expm1 (-x);
}

typedef struct
{
  const char *name;
  double (*draw) (TwinStream *);
  double (*cdf) (double);
  double mean, variance, fourth; /* fourth central moment */
} Distribution;

static double draw_uniform (TwinStream *s) { return twin_stream_uniform (s); }
static double draw_exponential (TwinStream *s) { return twin_stream_exponential (s); }
static double draw_normal (TwinStream *s) { return twin_stream_normal (s); }

static const Distribution distributions[] = {
  { "uniform", draw_uniform, uniform_cdf, 0.5, 1.0 / 12, 1.0 / 80 },
  { "exponential", draw_exponential, exponential_cdf, 1, 1, 9 },
  { "normal", draw_normal, gsl_cdf_ugaussian_P, 0, 1, 3 },
};

static void
test_distribution (gconstpointer data)
{
  const Distribution *d = data;
  g_autofree double *sample = g_new (double, N_DRAWS);
  TwinStream stream;
  double mean = 0, variance = 0;

  twin_stream_init (&stream, 7, 3, 1);
  for (guint i = 0; i < N_DRAWS; i++)
    {
      sample[i] = d->draw (&stream);
      mean += sample[i] / N_DRAWS;
      variance += (sample[i] - d->mean) * (sample[i] - d->mean) / N_DRAWS;
    }
  double ks = distance (sample, N_DRAWS, d->cdf);
  g_test_message ("%s: mean %.5f, variance %.5f, KS %.3f", d->name, mean, variance, ks);
  g_assert_cmpfloat (fabs (mean - d->mean), <, 4 * sqrt (d->variance / N_DRAWS));
  g_assert_cmpfloat (fabs (variance - d->variance), <,
                     4 * sqrt ((d->fourth - d->variance * d->variance) / N_DRAWS));
  g_assert_cmpfloat (ks, <, 1.95);
}

/* Far out, where the ziggurat leaves its layers: the share beyond the tail's edge is as it should
 * be, within 4 standard errors. */
static void
test_tails (void)
{
  const gsize n = 20 * N_DRAWS;
  double p_exponential = exp (-TWIN_EXPONENTIAL_TAIL);
  double p_normal = 2 * gsl_cdf_ugaussian_Q (TWIN_NORMAL_TAIL);
  gsize exponential = 0, normal = 0;
  TwinStream stream;

  twin_stream_init (&stream, 11, 0, 0);
  for (gsize i = 0; i < n; i++)
    {
      exponential += twin_stream_exponential (&stream) > TWIN_EXPONENTIAL_TAIL;
      normal += fabs (twin_stream_normal (&stream)) > TWIN_NORMAL_TAIL;
    }
  g_test_message ("%" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, exponential,
                  normal, n);
  g_assert_cmpfloat (fabs (exponential - n * p_exponential), <, 4 * sqrt (n * p_exponential));
  g_assert_cmpfloat (fabs (normal - n * p_normal), <, 4 * sqrt (n * p_normal));
}

/* Neighbouring streams are not correlated: replications, and purposes of one replication. */
static void
test_independence (void)
{
  const guint n = 200000;

  for (int which = 0; which < 2; which++)
    {
      double sum = 0;
      for (guint i = 0; i < n; i++)
        {
          TwinStream a, b;
          twin_stream_init (&a, 5, i, 0);
          twin_stream_init (&b, 5, which == 0 ? i + 1 : i, which == 0 ? 0 : 1);
          sum += (twin_stream_uniform (&a) - 0.5) * (twin_stream_uniform (&b) - 0.5) * 12;
        }
      g_test_message ("correlation %.5f", sum / n);
      g_assert_cmpfloat (fabs (sum / n), <, 4 / sqrt (n));
    }
}

/* All layers of a ziggurat have one area: checked on the table itself. */
static void
check_layers (const TwinZigguratLayer *layers, const double *height, double scale, double area)
{
  for (guint i = 1; i < 256; i++)
    {
      double above = i == 1 ? 1 : height[i - 1];
      g_assert_cmpfloat_with_epsilon (layers[i].width * scale * (above - height[i]), area, 1e-15);
    }
  g_assert_cmpfloat_with_epsilon (layers[0].width * scale * height[255], area, 1e-15);
}

static void
test_layers (void)
{
  double r = TWIN_EXPONENTIAL_TAIL;

  check_layers (twin_exponential_layers, twin_exponential_height, 0x1p56, (r + 1) * exp (-r));
  r = TWIN_NORMAL_TAIL;
  check_layers (twin_normal_layers, twin_normal_height, 0x1p55,
                r * exp (-r * r / 2) + sqrt (2 * G_PI) * gsl_cdf_ugaussian_Q (r));
  for (guint i = 1; i < 256; i++)
    {
      double x = twin_exponential_layers[i].width * 0x1p56;
      g_assert_cmpfloat_with_epsilon (twin_exponential_height[i], exp (-x), 1e-15);
      x = twin_normal_layers[i].width * 0x1p55;
      g_assert_cmpfloat_with_epsilon (twin_normal_height[i], exp (-x * x / 2), 1e-15);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stream/key", test_key);
  g_test_add_func ("/stream/generator", test_generator);
  g_test_add_func ("/stream/streams-differ", test_streams_differ);
  for (guint i = 0; i < G_N_ELEMENTS (distributions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stream/%s", distributions[i].name);
      g_test_add_data_func (path, &distributions[i], test_distribution);
    }
  g_test_add_func ("/stream/tails", test_tails);
  g_test_add_func ("/stream/independence", test_independence);
  g_test_add_func ("/stream/layers", test_layers);
  return g_test_run ();
}
