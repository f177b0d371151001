/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "twin-normal.h"

#define N_DRAWS 250000

/* What the same bits give when it is computed with care. */
static void
exact_four (TwinStream *stream, double normal[4])
{
  for (int i = 0; i < 4; i += 2)
    {
      uint64_t bits = twin_stream_next (stream);
      uint32_t low = (uint32_t) bits, high = (uint32_t) (bits >> 32);
      long double radius = sqrtl (-2 * logl ((low >> 1 | 1) * 0x1p-31L));
      long double angle = (int32_t) (high & ~3u) * (3.14159265358979323846L / 4) * 0x1p-31L;
      long double x = radius * cosl (angle), y = radius * sinl (angle);

      if (high & 2)
        x = -x;
      normal[i] = (double) (high & 1 ? y : x);
      normal[i + 1] = (double) (high & 1 ? x : y);
    }
}

/* The stated error, over many draws and in the corners of both numbers. */
static void
test_error (void)
{
  TwinStream stream, same;
  double greatest = 0;

  twin_stream_init (&stream, 1, 2, 3);
  same = stream;
  for (guint i = 0; i < 4 * N_DRAWS; i++)
    {
      double normal[4], exact[4];
      twin_normal_four (&stream, normal);
      exact_four (&same, exact);
      for (guint k = 0; k < 4; k++)
        greatest = fmax (greatest, fabs (normal[k] - exact[k]));
    }
  g_assert_cmpmem (&stream, sizeof stream, &same, sizeof same);
  g_test_message ("greatest error %.2e", greatest);
  g_assert_cmpfloat (greatest, <, TWIN_NORMAL_FOUR_ERROR);
  g_assert_cmpfloat (greatest, >, 0);
}

/* States whose first draw is made of these bits:
 * distances and angles at the ends of their ranges. */
static void
test_corners (void)
{
  static const uint32_t corners[] = { 0, 1, 2, 3, 4, 0x7fffffff, 0x80000000, 0x80000003, 0xfffffffc,
                                      0xffffffff, 0x5a827999, 0xb504f334, 0xb504f333 };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    for (guint k = 0; k < G_N_ELEMENTS (corners); k++)
      {
        /* xoshiro256++ gives rotl (s0 + s3, 23) + s0 */
        const uint64_t bits = corners[i] | (uint64_t) corners[k] << 32;
        TwinStream stream = { { 0, 7, 9, bits >> 23 | bits << 41 } }, same = stream;
        double normal[4], exact[4];

        twin_normal_four (&stream, normal);
        exact_four (&same, exact);
        for (guint j = 0; j < 4; j++)
          {
            g_assert_cmpfloat (fabs (normal[j] - exact[j]), <, TWIN_NORMAL_FOUR_ERROR);
            g_assert_cmpfloat (fabs (normal[j]), <, TWIN_NORMAL_FOUR_LARGEST);
          }
      }
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

/* Moments and Kolmogorov-Smirnov distance of each of the four; above 1.95 in one of a thousand. */
static void
test_distribution (void)
{
  g_autofree double *sample = g_new (double, 4 * N_DRAWS);
  TwinStream stream;

  twin_stream_init (&stream, 7, 3, 1);
  for (guint i = 0; i < N_DRAWS; i++)
    {
      double normal[4];
      twin_normal_four (&stream, normal);
      for (guint k = 0; k < 4; k++)
        sample[k * N_DRAWS + i] = normal[k];
    }
  for (guint k = 0; k < 4; k++)
    {
      double *one = sample + k * N_DRAWS, mean = 0, variance = 0, ks = 0;

      for (guint i = 0; i < N_DRAWS; i++)
        {
          mean += one[i] / N_DRAWS;
          variance += one[i] * one[i] / N_DRAWS;
        }
      qsort (one, N_DRAWS, sizeof (double), compare);
      for (guint i = 0; i < N_DRAWS; i++)
        {
          double p = gsl_cdf_ugaussian_P (one[i]);
          ks = fmax (ks, fmax (p - (double) i / N_DRAWS, (i + 1.0) / N_DRAWS - p));
        }
      ks *= sqrt (N_DRAWS);
      g_test_message ("number %u: mean %.5f, variance %.5f, KS %.3f", k, mean, variance, ks);
      g_assert_cmpfloat (fabs (mean), <, 4 / sqrt (N_DRAWS));
      g_assert_cmpfloat (fabs (variance - 1), <, 4 * sqrt (2.0 / N_DRAWS));
      g_assert_cmpfloat (ks, <, 1.95);
    }
}

/* The four are independent: neither they nor their squares go together, nor with the next four. */
static void
test_independence (void)
{
  const guint n = 1000000;
  double sums[8][8] = { 0 }, squares[8][8] = { 0 }, normal[8];
  TwinStream stream;

  twin_stream_init (&stream, 3, 1, 4);
  twin_normal_four (&stream, normal + 4);
  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < 4; k++)
        normal[k] = normal[k + 4];
      twin_normal_four (&stream, normal + 4);
      for (guint a = 0; a < 4; a++)
        for (guint b = a + 1; b < 8; b++)
          {
            sums[a][b] += normal[a] * normal[b];
            squares[a][b] += (normal[a] * normal[a] - 1) * (normal[b] * normal[b] - 1) / 2;
          }
    }
  for (guint a = 0; a < 4; a++)
    for (guint b = a + 1; b < 8; b++)
      {
        g_assert_cmpfloat (fabs (sums[a][b] / n), <, 4 / sqrt (n));
        g_assert_cmpfloat (fabs (squares[a][b] / n), <, 4 / sqrt (n));
      }
}

/* As many far out as there should be, within 4 standard errors. */
static void
test_tails (void)
{
  static const double edges[] = { 2, 3, 4, 4.5 };
  const guint n = 5000000;
  guint beyond[G_N_ELEMENTS (edges)] = { 0 };
  TwinStream stream;

  twin_stream_init (&stream, 11, 0, 0);
  for (guint i = 0; i < n; i++)
    {
      double normal[4];
      twin_normal_four (&stream, normal);
      for (guint k = 0; k < 4; k++)
        for (guint e = 0; e < G_N_ELEMENTS (edges); e++)
          beyond[e] += fabs (normal[k]) > edges[e];
    }
  for (guint e = 0; e < G_N_ELEMENTS (edges); e++)
    {
      double expected = 4.0 * n * 2 * gsl_cdf_ugaussian_Q (edges[e]);
      g_test_message ("beyond %.1f: %u, expected %.1f", edges[e], beyond[e], expected);
      g_assert_cmpfloat (fabs (beyond[e] - expected), <, 4 * sqrt (expected));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normal/error", test_error);
  g_test_add_func ("/normal/corners", test_corners);
  g_test_add_func ("/normal/distribution", test_distribution);
  g_test_add_func ("/normal/independence", test_independence);
  g_test_add_func ("/normal/tails", test_tails);
  return g_test_run ();
}
