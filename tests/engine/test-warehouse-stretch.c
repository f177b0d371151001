/* SPDX-License-Identifier: GPL-3.0-or-later */
#define TWIN_LANES 1

#include <string.h>

#include "twin-stream.h"
#include "two-samples.h"
#include "warehouse/twin-warehouse-stretch.h"

/* The closed forms of a stretch's area against areas counted demand by demand. */

#define N 100000

static double
count_area (TwinStream *stream, guint stock, guint demands)
{
  g_autofree double *moments = g_new (double, demands + 1);
  double area = 0;

  for (guint i = 0; i < demands; i++)
    moments[i] = twin_stream_uniform (stream);
  qsort (moments, demands, sizeof (double), compare_numbers);
  /* a unit that is sold is there until then, one that is not all day */
  for (guint i = 0; i < stock; i++)
    area += i < demands ? moments[i] : 1;
  return area;
}

static void
test_closed_form (void)
{
  static const guint cases[][2] = { { 5, 1 }, { 5, 4 }, { 5, 5 }, { 5, 6 },   { 5, 40 },
                                    { 1, 1 }, { 1, 9 }, { 20, 30 }, { 30, 20 }, { 0, 7 } };
  g_autofree double *areas = g_new (double, N);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const guint stock = cases[i][0], demands = cases[i][1], sold = MIN (stock, demands);
      const TwinStretch stretch = stretch_run_out (stock, demands, sold);
      TwinStream stream;

      twin_stream_init (&stream, 1, i, 9);
      for (guint k = 0; k < N; k++)
        areas[k] = count_area (&stream, stock, demands);
      const Moments m = moments_of (areas, N);
      g_test_message ("%u units, %u demands: %.5f and %.5f, variance %.6f and %.6f", stock, demands,
                      m.mean, stretch.mean, m.variance, stretch.variance);
      g_assert_cmpfloat (fabs (m.mean - stretch.mean), <=, 4 * sqrt (m.variance / N) + 1e-12);
      g_assert_cmpfloat (fabs (m.variance - stretch.variance), <=,
                         4 * sqrt ((m.fourth - m.variance * m.variance) / N) + 1e-12);
      if (demands > stock)
        continue;
      g_assert_cmpfloat_with_epsilon (stretch_served (stock, demands).mean, stretch.mean, 1e-12);
      g_assert_cmpfloat_with_epsilon (stretch_served (stock, demands).variance, stretch.variance,
                                      1e-12);
    }
}

/* By hand: one unit and one demand leave at u, with mean ½ and variance 1/12; one unit and two
 * demands at the smaller of two, with mean ⅓ and variance 1/18. */
static void
test_by_hand (void)
{
  g_assert_cmpfloat_with_epsilon (stretch_run_out (1, 1, 1).mean, 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (stretch_run_out (1, 1, 1).variance, 1.0 / 12, 1e-15);
  g_assert_cmpfloat_with_epsilon (stretch_run_out (1, 2, 1).mean, 1.0 / 3, 1e-15);
  g_assert_cmpfloat_with_epsilon (stretch_run_out (1, 2, 1).variance, 1.0 / 18, 1e-15);
  g_assert_cmpfloat (stretch_run_out (7, 0, 0).mean, ==, 7);
  g_assert_cmpfloat (stretch_run_out (7, 0, 0).variance, ==, 0);
  /* a million units against a milliard demands: no digits are lost */
  const TwinStretch large = stretch_run_out (1e6, 1e9, 1e6);
  g_assert_cmpfloat_with_epsilon (large.mean, 0.5 * 1e6 * (1e6 + 1) / (1e9 + 1), 1e-9);
  g_assert_cmpfloat_with_epsilon (large.variance / (1e18 / 3 / 1e18 * (1 - 0.75e-3)), 1, 1e-5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warehouse-stretch/closed-form", test_closed_form);
  g_test_add_func ("/warehouse-stretch/by-hand", test_by_hand);
  return g_test_run ();
}
