/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-histogram.h"

#include <math.h>

static double
count_all (const TwinHistogram *histogram)
{
  double all = 0;

  for (guint i = 0; i < histogram->n; i++)
    all += histogram->count[i];
  return all;
}

/* 0 … 99: quartiles 24.75 and 74.25, so 2 × 49.5 ÷ 100^(1/3) = 21.3, and 20 is the round width. */
static void
test_by_hand (void)
{
  double sample[100];
  g_autoptr (TwinHistogram) histogram = NULL;

  for (int i = 0; i < 100; i++)
    sample[i] = i;
  histogram = twin_histogram_new (sample, 100, FALSE);
  g_assert_cmpuint (histogram->n, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat (histogram->from[i], ==, 20 * i);
      g_assert_cmpfloat (histogram->to[i], ==, 20 * (i + 1));
      g_assert_cmpfloat (histogram->count[i], ==, 20);
    }
}

/* Whole numbers have whole bins around them, however narrow the rule would make them. */
static void
test_whole (void)
{
  static const double sample[] = { 3, 3, 4, 4, 4, 5, 5, 4, 4, 3, 4, 5, 7 };
  static const double counts[] = { 3, 6, 3, 0, 1 };
  g_autoptr (TwinHistogram) histogram =
      twin_histogram_new (sample, G_N_ELEMENTS (sample), TRUE);

  g_assert_cmpuint (histogram->n, ==, G_N_ELEMENTS (counts));
  for (guint i = 0; i < histogram->n; i++)
    {
      g_assert_cmpfloat (histogram->from[i], ==, 2.5 + i);
      g_assert_cmpfloat (histogram->count[i], ==, counts[i]);
    }
}

static void
test_one_value (void)
{
  static const double values[] = { 0, 1, -5, 33480.25, 1e15 };

  for (guint v = 0; v < G_N_ELEMENTS (values); v++)
    for (int whole = 0; whole <= 1; whole++)
      {
        double sample[] = { values[v], values[v], values[v] };
        g_autoptr (TwinHistogram) histogram = twin_histogram_new (sample, 3, whole);

        g_assert_cmpuint (histogram->n, ==, 1);
        g_assert_cmpfloat (histogram->count[0], ==, 3);
        g_assert_cmpfloat (histogram->from[0], <, values[v]);
        g_assert_cmpfloat (histogram->to[0], >, values[v]);
      }
}

/* The highest value may stand on an edge; it is counted, in the bin below. */
static void
test_edge (void)
{
  static const double sample[] = { 0, 0.25, 0.5, 0.75, 1 };
  g_autoptr (TwinHistogram) histogram = twin_histogram_new (sample, 5, FALSE);

  g_assert_cmpfloat (count_all (histogram), ==, 5);
  g_assert_cmpfloat_with_epsilon (histogram->to[histogram->n - 1], 1, 1e-12);
}

/* One value far off must not make millions of bins. */
static void
test_outlier (void)
{
  double sample[1000];
  g_autoptr (TwinHistogram) histogram = NULL;

  for (int i = 0; i < 1000; i++)
    sample[i] = i % 10;
  sample[0] = 1e9;
  histogram = twin_histogram_new (sample, 1000, FALSE);
  g_assert_cmpuint (histogram->n, <=, TWIN_HISTOGRAM_MAX_BINS);
  g_assert_cmpuint (histogram->n, >, 10);
  g_assert_cmpfloat (count_all (histogram), ==, 1000);
}

/* Every sample is counted once, and inside of its bin. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 500; round++)
    {
      gsize n = (gsize) g_rand_int_range (rand, 1, 300);
      gboolean whole = g_rand_boolean (rand);
      double scale = pow (10, g_rand_double_range (rand, -9, 9));
      g_autofree double *sample = g_new (double, n);
      g_autoptr (TwinHistogram) histogram = NULL;

      for (gsize i = 0; i < n; i++)
        sample[i] = whole ? g_rand_int_range (rand, -50, 5000)
                          : scale * g_rand_double_range (rand, -1, 3);
      histogram = twin_histogram_new (sample, n, whole);
      g_assert_cmpuint (histogram->n, <=, TWIN_HISTOGRAM_MAX_BINS);
      g_assert_cmpfloat (count_all (histogram), ==, n);
      for (gsize i = 0; i < n; i++)
        {
          double slack = 1e-6 * (histogram->to[0] - histogram->from[0]);

          g_assert_cmpfloat (sample[i], >=, histogram->from[0] - slack);
          g_assert_cmpfloat (sample[i], <=, histogram->to[histogram->n - 1] + slack);
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram/by-hand", test_by_hand);
  g_test_add_func ("/histogram/whole", test_whole);
  g_test_add_func ("/histogram/one-value", test_one_value);
  g_test_add_func ("/histogram/edge", test_edge);
  g_test_add_func ("/histogram/outlier", test_outlier);
  g_test_add_func ("/histogram/random", test_random);
  return g_test_run ();
}
