/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The range of a slider follows its value, but never the pointer. */

#include <math.h>

#include "twin-slider-range.h"

/* As an order-up-to level has it */
static const TwinSliderRange usual = { 1, 400, 1 };

#define assert_range(range, low, high, arrow)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const TwinSliderRange range_ = (range);                                                        \
    g_assert_cmpfloat (range_.lower, ==, low);                                                     \
    g_assert_cmpfloat (range_.upper, ==, high);                                                    \
    g_assert_cmpfloat (range_.step, ==, arrow);                                                    \
  }                                                                                                \
  G_STMT_END

static void
test_fit (void)
{
  const TwinSliderRange share = { 0.5, 1, 0.01 };
  const TwinSliderRange factor = { 1, 3, 0.05 };

  assert_range (twin_slider_range_fit (&usual, 1, 1e6, 1), 1, 400, 1);
  assert_range (twin_slider_range_fit (&usual, 1, 1e6, 400), 1, 400, 1);
  assert_range (twin_slider_range_fit (&usual, 1, 1e6, 401), 1, 1000, 2);
  assert_range (twin_slider_range_fit (&usual, 1, 1e6, 500), 1, 1000, 2);
  assert_range (twin_slider_range_fit (&usual, 1, 1e6, 501), 1, 2000, 5);
  assert_range (twin_slider_range_fit (&usual, 1, 1e6, 12000), 1, 50000, 100);

  /* There is nothing beyond what is allowed, and always the value itself. */
  assert_range (twin_slider_range_fit (&usual, 1, 1e6, 900000), 1, 1e6, 2000);
  assert_range (twin_slider_range_fit (&usual, 1, 450, 500), 1, 500, 1);

  assert_range (twin_slider_range_fit (&share, 0, 1, 0.3), 0, 1, 0.02);
  assert_range (twin_slider_range_fit (&factor, 0, INFINITY, 0.9), 0, 3, 0.05);
  assert_range (twin_slider_range_fit (&factor, -INFINITY, INFINITY, -7), -20, 3, 0.5);
}

static void
test_every_size (void)
{
  for (double value = 3e-3; value < 1e14; value *= 1.37)
    {
      const TwinSliderRange range = twin_slider_range_fit (&usual, 0, 1e15, value);

      g_assert_cmpfloat (range.lower, <=, value);
      if (value <= usual.upper)
        continue;
      g_assert_cmpfloat (range.upper, >=, 2 * value);
      g_assert_cmpfloat (range.upper, <=, 5.001 * value);
      /* An arrow key moves the knob a little, and does move it. */
      g_assert_cmpfloat (range.step / range.upper, >, 1e-3);
      g_assert_cmpfloat (range.step / range.upper, <=, 3e-3);
      g_assert_cmpfloat (range.step, ==, rint (range.step));
    }
}

static void
test_show (void)
{
  g_autoptr (GtkAdjustment) slider = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  twin_slider_range_begin (slider, &usual, 1, 1e6, 120);
  g_assert_cmpfloat (gtk_adjustment_get_upper (slider), ==, 400);

  /* Typed */
  twin_slider_range_show (slider, &usual, 1, 1e6, 12000);
  g_assert_cmpfloat (gtk_adjustment_get_value (slider), ==, 12000);
  g_assert_cmpfloat (gtk_adjustment_get_upper (slider), ==, 50000);
  g_assert_cmpfloat (gtk_adjustment_get_page_increment (slider), ==, 1000);

  /* Dragged: what the slider itself has set comes back to it, rounded. */
  for (double value = 12034; value > 10; value *= 0.9)
    {
      gtk_adjustment_set_value (slider, value);
      twin_slider_range_show (slider, &usual, 1, 1e6, twin_slider_range_read (slider));
      g_assert_cmpfloat (gtk_adjustment_get_upper (slider), ==, 50000);
    }

  /* Another project, or undo */
  twin_slider_range_show (slider, &usual, 1, 1e6, 1500);
  g_assert_cmpfloat (gtk_adjustment_get_upper (slider), ==, 5000);
  twin_slider_range_show (slider, &usual, 1, 1e6, 399);
  g_assert_cmpfloat (gtk_adjustment_get_upper (slider), ==, 400);

  /* Counted up over the end, and down again: the knob leaps once. */
  twin_slider_range_show (slider, &usual, 1, 1e6, 401);
  g_assert_cmpfloat (gtk_adjustment_get_upper (slider), ==, 1000);
  twin_slider_range_show (slider, &usual, 1, 1e6, 400);
  twin_slider_range_show (slider, &usual, 1, 1e6, 399);
  g_assert_cmpfloat (gtk_adjustment_get_value (slider), ==, 399);
  g_assert_cmpfloat (gtk_adjustment_get_upper (slider), ==, 1000);
}

static void
test_read (void)
{
  g_autoptr (GtkAdjustment) slider = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  twin_slider_range_begin (slider, &usual, 1, 1e6, 12000);
  gtk_adjustment_set_value (slider, 12058.3);
  g_assert_cmpfloat (twin_slider_range_read (slider), ==, 12100);
  /* Not a whole step, but its end */
  gtk_adjustment_set_value (slider, 1);
  g_assert_cmpfloat (twin_slider_range_read (slider), ==, 1);
  twin_slider_range_begin (slider, &(TwinSliderRange){ 0, 1, 0.1 }, 0, 1, 0);
  gtk_adjustment_set_value (slider, 0.2999);
  g_assert_cmpfloat (twin_slider_range_read (slider), ==, 0.3);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slider-range/fit", test_fit);
  g_test_add_func ("/slider-range/every-size", test_every_size);
  g_test_add_func ("/slider-range/show", test_show);
  g_test_add_func ("/slider-range/read", test_read);
  return g_test_run ();
}
