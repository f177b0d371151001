/* SPDX-License-Identifier: GPL-3.0-or-later */
#define TWIN_LANES 1

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "twin-lanes-variates.h"
#include "two-samples.h"

static const double means[] = { 10, 10.3, 11.7, 14, 20.01, 33.3, 60, 100, 500, 3000, 30000 };

/* The Poisson number of a normal one is where Φ(w) lies between two sums of probabilities; GSL's,
 * which are good to 12 digits. */
static void
test_poisson_inversion (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    for (double w = -8.6; w <= 8.6; w += 0.00137)
      {
        const double mean = means[i], n = twin_poisson_invert (mean, w, 0.5);
        const gboolean low = w < 0;
        const double tail = low ? gsl_cdf_ugaussian_P (w) : gsl_cdf_ugaussian_Q (w);
        /* P(N < k) is Q(k, μ), the upper incomplete gamma function's ratio */
        double (*ratio) (double, double, double) = low ? gsl_cdf_gamma_Q : gsl_cdf_gamma_P;
        const double at = n > 0 ? ratio (mean, n, 1) : low ? 0 : 1, next = ratio (mean, n + 1, 1);

        g_assert_cmpfloat (n, ==, floor (n));
        g_assert_cmpfloat (low ? at : tail, <=, (low ? tail : at) * (1 + 1e-11));
        g_assert_cmpfloat (low ? tail : next, <=, (low ? next : tail) * (1 + 1e-11));
      }
}

/* The expansion is right about when to ask the sums, which alone decide otherwise. */
static void
test_poisson_search (void)
{
  static const double large[] = { 1e5, 3e6, 1e9 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 300000; i++)
    {
      double mean = exp (g_rand_double_range (rand, log (10), log (300)));
      double w = g_rand_double_range (rand, -8.6, 8.6);
      g_assert_cmpfloat (twin_poisson_invert (mean, w, 0.5), ==, twin_poisson_search (mean, w));
    }
  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    for (guint k = 0; k < 100; k++)
      {
        double w = g_rand_double_range (rand, -5, 5);
        g_assert_cmpfloat (twin_poisson_invert (large[i], w, 0.5), ==,
                           twin_poisson_search (large[i], w));
      }
}

/* Small means: the smallest n whose P(N ≤ n) is above the uniform number. */
static void
test_poisson_small (void)
{
  for (double mean = 0.05; mean < 10; mean += 0.317)
    for (double u = 0; u < 1; u += 0.000731)
      {
        const double n = twin_poisson_invert (mean, 9, u);
        g_assert_cmpfloat (gsl_cdf_poisson_P ((guint) n, mean), >, u * (1 - 1e-12));
        if (n > 0)
          g_assert_cmpfloat (gsl_cdf_poisson_P ((guint) n - 1, mean), <=, u * (1 + 1e-12));
      }
  g_assert_cmpfloat (twin_poisson_invert (0, 3, 1 - 0x1p-53), ==, 0);
  g_assert_cmpfloat (twin_poisson_invert (9.99, 3, 1 - 0x1p-53), <, 99);
}

#define N 200000

/* Kolmogorov-Smirnov against GSL, times √n. */
static void
test_gamma (void)
{
  static const double shapes[] = { 1, 1.3, 2, 3, 10, 80, 1000, 30000 };
  g_autofree double *sample = g_new (double, N);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const double shape = shapes[i];
      double greatest = 0;
      TwinStream stream;

      twin_stream_init (&stream, 3, i, 9);
      for (guint k = 0; k < N; k++)
        sample[k] = twin_gamma_draw (&stream, shape);
      const Moments m = moments_of (sample, N);
      g_assert_cmpfloat (fabs (m.mean - shape), <, 4 * sqrt (shape / N));
      g_assert_cmpfloat (fabs (m.variance / shape - 1), <, 4 * sqrt ((2 + 6 / shape) / N));
      qsort (sample, N, sizeof (double), compare_numbers);
      for (guint k = 0; k < N; k++)
        {
          const double p = gsl_cdf_gamma_P (sample[k], shape, 1);
          greatest = fmax (greatest, fmax (p - (double) k / N, (k + 1.0) / N - p));
        }
      g_test_message ("shape %g: KS %.3f", shape, greatest * sqrt (N));
      g_assert_cmpfloat (greatest * sqrt (N), <, 1.95);
    }
}

/* The quick way never takes what the exact one refuses, and leaves little open that it takes. */
static void
test_gamma_quick_acceptance (void)
{
  guint quick = 0, open = 0;

  for (double shape = 1; shape < 60; shape *= 1.1)
    for (double normal = -7; normal < 7; normal += 0.01)
      for (double doubt = 0x1p-33; doubt < 1; doubt *= 1.3)
        {
          Mask refused;
          const double gamma = lanes_gamma (shape, normal, doubt, &refused);
          const double exact = twin_gamma_settle (shape, normal, doubt);

          if (!refused)
            g_assert_cmpfloat (gamma, ==, exact);
          quick += !refused;
          open += refused && !isnan (exact) && fabs (normal) < 3;
        }
  g_test_message ("%u at once, %u in vain", quick, open);
  g_assert_cmpuint (open, <, quick / 20);
}

/* χ² against the probabilities, over all numbers of successes that are expected five times. */
static void
test_binomial (void)
{
  static const struct { guint n; double p; } settings[] = {
    { 0, 0.5 }, { 1, 0.3 }, { 16, 0.5 }, { 17, 0.02 }, { 79, 0.9 }, { 1000, 0.37 }, { 100000, 1e-5 },
    { 40, 1 }, { 40, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const guint n = settings[i].n;
      const double p = settings[i].p;
      g_autofree guint *seen = g_new0 (guint, n + 1);
      double square = 0, rest = N, rest_seen = N;
      int degrees = 0;
      TwinStream stream;

      twin_stream_init (&stream, 4, i, 9);
      for (guint k = 0; k < N; k++)
        {
          double draw = twin_binomial_draw (&stream, n, p);
          g_assert_true (draw >= 0 && draw <= n);
          seen[(guint) draw]++;
        }
      for (guint k = 0; k <= n; k++)
        {
          const double expected = N * gsl_ran_binomial_pdf (k, p, n);
          if (expected < 5)
            continue;
          square += (seen[k] - expected) * (seen[k] - expected) / expected;
          degrees++;
          rest -= expected;
          rest_seen -= seen[k];
        }
      /* the rare ones together */
      g_assert_cmpfloat (fabs (rest_seen - rest), <, 5 * sqrt (fmax (rest, 1)));
      g_test_message ("n = %u, p = %g: chi² %.1f with %d degrees", n, p, square, degrees);
      g_assert_cmpfloat (square, <, degrees + 4 * sqrt (2 * degrees) + 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/variates/poisson-inversion", test_poisson_inversion);
  g_test_add_func ("/variates/poisson-search", test_poisson_search);
  g_test_add_func ("/variates/poisson-small", test_poisson_small);
  g_test_add_func ("/variates/gamma", test_gamma);
  g_test_add_func ("/variates/gamma-quick-acceptance", test_gamma_quick_acceptance);
  g_test_add_func ("/variates/binomial", test_binomial);
  return g_test_run ();
}
