/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "twin-scale.h"

static void
assert_range (TwinExtent range,
              double low,
              double high)
{
  g_assert_cmpfloat_with_epsilon (range.low, low, 1e-12 * MAX (1, fabs (low)));
  g_assert_cmpfloat_with_epsilon (range.high, high, 1e-12 * MAX (1, fabs (high)));
}

static void
test_range (void)
{
  TwinExtent range = twin_extent_empty ();

  g_assert_true (twin_extent_is_empty (range));
  twin_extent_add (&range, NAN);
  twin_extent_add (&range, INFINITY);
  g_assert_true (twin_extent_is_empty (range));
  twin_extent_add (&range, 3);
  twin_extent_add (&range, -2);
  assert_range (range, -2, 3);
  twin_extent_join (&range, twin_extent_empty ());
  assert_range (range, -2, 3);
  twin_extent_join (&range, (TwinExtent){ 1, 7 });
  assert_range (range, -2, 7);
}

static void
test_for_axis (void)
{
  assert_range (twin_extent_for_axis (twin_extent_empty (), 0.1, TWIN_NUMBER_PLAIN), 0, 1);
  assert_range (twin_extent_for_axis ((TwinExtent){ 10, 20 }, 0.1, TWIN_NUMBER_PLAIN), 9, 21);
  /* The margin stops at 0, and at the whole of a share. */
  assert_range (twin_extent_for_axis ((TwinExtent){ 0, 20 }, 0.1, TWIN_NUMBER_PLAIN), 0, 22);
  assert_range (twin_extent_for_axis ((TwinExtent){ 1, 21 }, 0.1, TWIN_NUMBER_PLAIN), 0, 23);
  assert_range (twin_extent_for_axis ((TwinExtent){ -20, -1 }, 0.1, TWIN_NUMBER_PLAIN), -21.9, 0);
  assert_range (twin_extent_for_axis ((TwinExtent){ 0.5, 1 }, 0.1, TWIN_NUMBER_SHARE), 0.45, 1);
}

static void
test_flat (void)
{
  const double values[] = { 0, 1, -1, 0.98, 1e-320, 1e300, -1e300, 1e12 };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (int style = TWIN_NUMBER_PLAIN; style <= TWIN_NUMBER_DAYS; style++)
      {
        TwinExtent range = { values[i], values[i] };

        range = twin_extent_for_axis (range, 0.04, (TwinNumberStyle) style);
        g_assert_true (isfinite (range.high - range.low));
        g_assert_cmpfloat (range.low, <, range.high);
        g_assert_cmpfloat (range.low, <=, values[i]);
        g_assert_cmpfloat (range.high, >=, values[i]);
      }
}

static void
test_pixels (void)
{
  const TwinScale scale = { { 10, 20 }, 300, 100 }; /* upwards, as y axes go */

  g_assert_cmpfloat (twin_scale_pixel (&scale, 10), ==, 300);
  g_assert_cmpfloat (twin_scale_pixel (&scale, 20), ==, 100);
  g_assert_cmpfloat (twin_scale_pixel (&scale, 15), ==, 200);
  g_assert_cmpfloat (twin_scale_value (&scale, 200), ==, 15);
  g_assert_true (isfinite (twin_scale_pixel (&scale, G_MAXDOUBLE)));
  g_assert_true (twin_scale_holds (&scale, 10));
  g_assert_false (twin_scale_holds (&scale, 20.1));
  g_assert_false (twin_scale_holds (&scale, NAN));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/range", test_range);
  g_test_add_func ("/scale/for-axis", test_for_axis);
  g_test_add_func ("/scale/flat", test_flat);
  g_test_add_func ("/scale/pixels", test_pixels);
  return g_test_run ();
}
