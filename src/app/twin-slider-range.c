/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-slider-range.h"

#include <math.h>

#include "twin-number-text.h"

/* Steps of a slider, and how many of them still count as a small move: those of Page Up. */
#define PAGE_STEPS 10

/* The next 1, 2 or 5 × 10^k from @value on, which is above 0. */
static double
round_up (double value)
{
  const double power = pow (10, floor (log10 (value)));
  const double digit = value / power;

  return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
}

/* The last 1, 2 or 5 × 10^k up to @value, which is 1 or more. */
static double
round_down (double value)
{
  const double power = pow (10, floor (log10 (value)));
  const double digit = value / power;

  return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
}

TwinSliderRange
twin_slider_range_fit (const TwinSliderRange *usual,
                       double least,
                       double most,
                       double value)
{
  TwinSliderRange range = *usual;

  g_return_val_if_fail (isfinite (value), range);

  if (value > usual->upper)
    range.upper = value > 0 ? MIN (round_up (2 * value), MAX (most, value)) : 0;
  if (value < usual->lower)
    range.lower = value < 0 ? MAX (-round_up (-2 * value), MIN (least, value)) : MAX (least, 0);
  range.step *= round_down ((range.upper - range.lower) / (usual->upper - usual->lower));
  return range;
}

void
twin_slider_range_begin (GtkAdjustment *adjustment,
                         const TwinSliderRange *usual,
                         double least,
                         double most,
                         double value)
{
  const TwinSliderRange range = twin_slider_range_fit (usual, least, most, value);

  gtk_adjustment_configure (adjustment, value, range.lower, range.upper, range.step,
                            PAGE_STEPS * range.step, 0);
}

void
twin_slider_range_show (GtkAdjustment *adjustment,
                        const TwinSliderRange *usual,
                        double least,
                        double most,
                        double value)
{
  g_return_if_fail (GTK_IS_ADJUSTMENT (adjustment));

  if (value >= gtk_adjustment_get_lower (adjustment)
      && value <= gtk_adjustment_get_upper (adjustment)
      && fabs (value - gtk_adjustment_get_value (adjustment))
             <= gtk_adjustment_get_page_increment (adjustment))
    gtk_adjustment_set_value (adjustment, value);
  else
    twin_slider_range_begin (adjustment, usual, least, most, value);
}

double
twin_slider_range_read (GtkAdjustment *adjustment)
{
  double value, step;

  g_return_val_if_fail (GTK_IS_ADJUSTMENT (adjustment), NAN);

  value = gtk_adjustment_get_value (adjustment);
  step = gtk_adjustment_get_step_increment (adjustment);
  if (step > 0)
    value = twin_number_text_clean (rint (value / step) * step);
  return CLAMP (value, gtk_adjustment_get_lower (adjustment),
                gtk_adjustment_get_upper (adjustment));
}
