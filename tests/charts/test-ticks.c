/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "twin-ticks.h"

typedef struct
{
  double low, high;
  guint wanted;
  guint n;
  double first, last;
} Example;

/* The first three are published: the paper's figure and the CRAN package labeling. The others were
 * made with mizani 0.14.6, breaks_extended (n = wanted), an independent implementation. */
static const Example examples[] = {
  { 8.1, 14.1, 4, 4, 8, 14 },
  { 0, 100, 5, 5, 0, 100 },
  { 0, 1, 5, 5, 0, 1 },
  { 0, 0.0226584, 7, 7, 0, 0.024 },
  { 5.79989e-07, 7.09946e-06, 3, 3, 0, 8e-06 },
  { 0.240663, 1.51998, 9, 8, 0.2, 1.6 },
  { 223.239, 1976.4, 3, 3, 0, 2000 },
  { 0, 0.000171703, 7, 8, 0, 0.000175 },
  { 1030560, 20234100, 5, 5, 0, 20000000 },
  { 0.0794379, 0.313607, 3, 3, 0.1, 0.3 },
  { -399.502, 1791.54, 5, 6, -500, 2000 },
  { 4.21698e-05, 6.63784e-05, 7, 6, 4e-05, 6.5e-05 },
  { 0, 28.346, 6, 7, 0, 30 },
  { 6438.5, 33061, 5, 7, 5000, 35000 },
  { 0, 0.00119971, 9, 13, 0, 0.0012 },
  { 4.49187, 12.8993, 4, 4, 5, 12.5 },
  { -8.59369e-07, -4.05203e-07, 5, 6, -9e-07, -4e-07 },
  { 0.00692057, 0.00771113, 7, 9, 0.0069, 0.0077 },
  { 7266.5, 22866.6, 4, 4, 7500, 22500 },
  { 0.226739, 1.71016, 8, 8, 0, 1.75 },
  { -0.00915602, 0.00773969, 9, 9, -0.008, 0.008 },
  { 44324800, 336360000, 7, 7, 50000000, 350000000 },
  { 27.7186, 188.171, 6, 5, 0, 200 },
};

static void
test_examples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      const Example *example = &examples[i];
      double size = MAX (fabs (example->first), fabs (example->last));
      TwinTicks ticks;

      twin_ticks_find (example->low, example->high, example->wanted, &ticks);
      g_assert_cmpuint (ticks.n, ==, example->n);
      g_assert_cmpfloat_with_epsilon (ticks.value[0], example->first, 1e-9 * size);
      g_assert_cmpfloat_with_epsilon (ticks.value[ticks.n - 1], example->last, 1e-9 * size);
    }
}

static void
assert_sound (const TwinTicks *ticks,
              double low,
              double high)
{
  g_assert_cmpuint (ticks->n, >=, 2);
  g_assert_cmpuint (ticks->n, <=, TWIN_TICKS_MAX);
  for (guint i = 0; i < ticks->n; i++)
    {
      double steps = ticks->value[i] / ticks->step;

      g_assert_true (isfinite (ticks->value[i]));
      /* A multiple of the step, or of a part of it where the labelling skips. */
      g_assert_cmpfloat (fabs (steps * 60 - round (steps * 60)), <, 1e-4 * MAX (1, fabs (steps)));
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (ticks->value[i] - ticks->value[i - 1], ticks->step,
                                        1e-6 * ticks->step + 1e-15 * fabs (ticks->value[i]));
    }
  /* They cover about what the data cover. */
  g_assert_cmpfloat (ticks->value[0], <, low + 0.5 * (high - low));
  g_assert_cmpfloat (ticks->value[ticks->n - 1], >, low + 0.5 * (high - low));
  g_assert_cmpfloat (ticks->value[0], >, low - (high - low));
  g_assert_cmpfloat (ticks->value[ticks->n - 1], <, high + (high - low));
}

static void
test_any_range (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (int i = 0; i < 5000; i++)
    {
      double size = pow (10, g_rand_double_range (random, -200, 200));
      double offset =
          g_rand_int_range (random, 0, 3) * pow (10, g_rand_double_range (random, -3, 6));
      double low = size * (g_rand_double_range (random, -1, 1) + offset);
      double high = low + size * g_rand_double_range (random, 0.01, 3);
      TwinTicks ticks;

      twin_ticks_find (low, high, (guint) g_rand_int_range (random, 2, 12), &ticks);
      assert_sound (&ticks, low, high);
    }
}

static void
test_either_order (void)
{
  TwinTicks up, down;

  twin_ticks_find (3, 17, 5, &up);
  twin_ticks_find (17, 3, 5, &down);
  g_assert_cmpuint (up.n, ==, down.n);
  g_assert_cmpfloat (up.value[0], ==, down.value[0]);
}

static void
test_no_range (void)
{
  const double odd[] = { NAN, INFINITY, -INFINITY };
  TwinTicks ticks;

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      twin_ticks_find (odd[i], 1, 5, &ticks);
      g_assert_cmpuint (ticks.n, ==, 0);
      twin_ticks_find (1, odd[i], 5, &ticks);
      g_assert_cmpuint (ticks.n, ==, 0);
    }
  twin_ticks_find (-G_MAXDOUBLE, G_MAXDOUBLE, 5, &ticks);
  g_assert_cmpuint (ticks.n, ==, 0);

  twin_ticks_find (0.25, 0.25, 5, &ticks);
  g_assert_cmpuint (ticks.n, ==, 1);
  g_assert_cmpfloat (ticks.value[0], ==, 0.25);
  g_assert_cmpint (ticks.decimals, ==, 2);
  twin_ticks_find (1, nextafter (1, 2), 5, &ticks);
  g_assert_cmpuint (ticks.n, ==, 1);
}

static void
test_decimals (void)
{
  TwinTicks ticks;

  twin_ticks_find (0, 1, 5, &ticks); /* 0, 0.25 … */
  g_assert_cmpint (ticks.decimals, ==, 2);
  twin_ticks_find (0, 10, 6, &ticks);
  g_assert_cmpint (ticks.decimals, ==, 0);
  twin_ticks_find (1e6, 1e6 + 0.4, 5, &ticks); /* 1000000.0, 1000000.1 … */
  g_assert_cmpint (ticks.decimals, ==, 1);
}

static void
test_clip (void)
{
  TwinTicks ticks;

  twin_ticks_find (8.1, 14.1, 4, &ticks);
  twin_ticks_clip (&ticks, 8.1, 14.1);
  g_assert_cmpuint (ticks.n, ==, 3);
  g_assert_cmpfloat (ticks.value[0], ==, 10);
  g_assert_cmpfloat (ticks.value[2], ==, 14);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/examples", test_examples);
  g_test_add_func ("/ticks/any-range", test_any_range);
  g_test_add_func ("/ticks/either-order", test_either_order);
  g_test_add_func ("/ticks/no-range", test_no_range);
  g_test_add_func ("/ticks/decimals", test_decimals);
  g_test_add_func ("/ticks/clip", test_clip);
  return g_test_run ();
}
