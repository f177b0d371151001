/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-estimate.h"

#include <math.h>

/* Published upper quantiles: Student's t table as in NIST/SEMATECH e-Handbook of Statistical
 * Methods, 1.3.6.7.2. */
static const struct
{
  gsize df;
  double level;
  double t;
} t_table[] = {
  { 1, 0.95, 12.706 }, { 2, 0.95, 4.303 },  { 3, 0.95, 3.182 },   { 4, 0.95, 2.776 },
  { 5, 0.95, 2.571 },  { 10, 0.95, 2.228 }, { 20, 0.95, 2.086 },  { 30, 0.95, 2.042 },
  { 60, 0.95, 2.000 }, { 100, 0.95, 1.984 }, { 1, 0.9, 6.314 },   { 10, 0.9, 1.812 },
  { 1, 0.99, 63.657 }, { 5, 0.99, 4.032 },  { 30, 0.99, 2.750 },  { 120, 0.95, 1.980 },
};

/* The half width of the interval is t · sd ÷ √n. */
static void
test_t_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (t_table); i++)
    {
      gsize n = t_table[i].df + 1;
      g_autofree double *sample = g_new (double, n);
      TwinEstimate estimate;

      for (gsize k = 0; k < n; k++)
        sample[k] = k * k;
      estimate = twin_estimate_from_sample (sample, n, t_table[i].level);

      g_assert_cmpfloat_with_epsilon ((estimate.high - estimate.low) / 2 / (estimate.sd / sqrt (n)),
                                      t_table[i].t, 0.0005);
      g_assert_cmpfloat_with_epsilon (estimate.high - estimate.mean, estimate.mean - estimate.low,
                                      1e-9 * estimate.mean);
    }
}

/* The ten observations of Law's chapter 4, for which the book has 1.34 ± 0.24 at 90 percent: sum
 * 13.43, sum of squares about the mean 1.50761, t of 9 degrees of freedom 1.833. */
static void
test_by_hand (void)
{
  const double sample[] = { 1.2, 1.5, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.5, 1.09 };
  const double variance = 1.50761 / 9;
  TwinEstimate estimate = twin_estimate_from_sample (sample, 10, 0.9);

  g_assert_cmpuint (estimate.n, ==, 10);
  g_assert_cmpfloat_with_epsilon (estimate.mean, 1.343, 1e-12);
  g_assert_cmpfloat_with_epsilon (estimate.sd, sqrt (variance), 1e-12);
  g_assert_cmpfloat_with_epsilon (estimate.low, 1.343 - 1.833 * sqrt (variance / 10), 1e-4);
  g_assert_cmpfloat_with_epsilon (estimate.high, 1.343 + 1.833 * sqrt (variance / 10), 1e-4);
  g_assert_cmpfloat_with_epsilon (estimate.high - estimate.mean, 0.24, 0.005);
}

static void
test_single (void)
{
  const double sample[] = { 3.5 };
  TwinEstimate estimate = twin_estimate_from_sample (sample, 1, TWIN_CONFIDENCE);

  g_assert_cmpfloat (estimate.mean, ==, 3.5);
  g_assert_true (isnan (estimate.sd));
  g_assert_true (isnan (estimate.low));
  g_assert_true (isnan (estimate.high));

  estimate = twin_estimate_clip (estimate, 0, 1);
  g_assert_true (isnan (estimate.low));
  g_assert_true (isnan (estimate.high));
}

static void
test_constant (void)
{
  double sample[1000];
  TwinEstimate estimate;

  for (gsize i = 0; i < G_N_ELEMENTS (sample); i++)
    sample[i] = 0.1;
  estimate = twin_estimate_from_sample (sample, G_N_ELEMENTS (sample), TWIN_CONFIDENCE);

  /* A thousand times 0.1 is not 100, but the mean of them is 0.1. */
  g_assert_cmpfloat (estimate.mean, ==, 0.1);
  g_assert_cmpfloat (estimate.sd, <, 1e-16);
  g_assert_cmpfloat (estimate.low, <=, estimate.mean);
  g_assert_cmpfloat (estimate.high, >=, estimate.mean);
}

/* One pass over squares would find no variance at all here. */
static void
test_far_from_zero (void)
{
  const double sample[] = { 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16 };
  TwinEstimate estimate = twin_estimate_from_sample (sample, 4, TWIN_CONFIDENCE);

  g_assert_cmpfloat (estimate.mean, ==, 1e9 + 10);
  g_assert_cmpfloat (estimate.sd * estimate.sd, ==, 30);
}

static void
test_difference (void)
{
  const double a[] = { 12, 15, 11, 20 }, b[] = { 10, 14, 8, 18 };
  const double difference[] = { 2, 1, 3, 2 };
  TwinEstimate paired = twin_estimate_from_difference (a, b, 4, TWIN_CONFIDENCE);
  TwinEstimate expected = twin_estimate_from_sample (difference, 4, TWIN_CONFIDENCE);

  g_assert_cmpfloat (paired.mean, ==, 2);
  g_assert_cmpfloat (paired.sd, ==, expected.sd);
  g_assert_cmpfloat (paired.low, ==, expected.low);
  g_assert_cmpfloat (paired.high, ==, expected.high);
  g_assert_cmpfloat_with_epsilon (paired.sd, sqrt (2. / 3), 1e-15);
}

static void
test_clip (void)
{
  const double sample[] = { 0.9, 1 };
  TwinEstimate wide = twin_estimate_from_sample (sample, 2, TWIN_CONFIDENCE);
  TwinEstimate clipped = twin_estimate_clip (wide, 0, 1);

  g_assert_cmpfloat (wide.high, >, 1);
  g_assert_cmpfloat (clipped.high, ==, 1);
  g_assert_cmpfloat (clipped.low, ==, wide.low);
  g_assert_cmpfloat (clipped.mean, ==, wide.mean);
  g_assert_cmpfloat (clipped.sd, ==, wide.sd);

  clipped = twin_estimate_clip (wide, 0.94, 0.96);
  g_assert_cmpfloat (clipped.low, ==, 0.94);
  g_assert_cmpfloat (clipped.high, ==, 0.96);
}

/* Type 7: position (n − 1) p, counted from 0. */
static void
test_quantile (void)
{
  double sample[] = { 40, 10, 50, 20, 30 };
  double pair[] = { 2, 1 };
  double single[] = { 5 };

  g_assert_cmpfloat (twin_quantile (sample, 5, 0), ==, 10);
  g_assert_cmpfloat (twin_quantile (sample, 5, 1), ==, 50);
  g_assert_cmpfloat (twin_quantile (sample, 5, 0.5), ==, 30);
  g_assert_cmpfloat (twin_quantile (sample, 5, 0.25), ==, 20);
  g_assert_cmpfloat_with_epsilon (twin_quantile (sample, 5, 0.05), 12, 1e-12);
  g_assert_cmpfloat_with_epsilon (twin_quantile (sample, 5, 0.95), 48, 1e-12);
  g_assert_cmpfloat_with_epsilon (twin_quantile (pair, 2, 0.3), 1.3, 1e-15);
  g_assert_cmpfloat (twin_quantile (single, 1, 0.7), ==, 5);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/estimate/t-table", test_t_table);
  g_test_add_func ("/estimate/by-hand", test_by_hand);
  g_test_add_func ("/estimate/single", test_single);
  g_test_add_func ("/estimate/constant", test_constant);
  g_test_add_func ("/estimate/far-from-zero", test_far_from_zero);
  g_test_add_func ("/estimate/difference", test_difference);
  g_test_add_func ("/estimate/clip", test_clip);
  g_test_add_func ("/estimate/quantile", test_quantile);

  return g_test_run ();
}
