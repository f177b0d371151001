/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TwinSliderRange:
 *
 * What a slider offers. Where a value lies beyond what is usual, the slider has a wider range with
 * room around that value, else its knob would stick at the end and leap at the first touch.
 */
typedef struct
{
  double lower, upper;
  double step; /* of an arrow key; dragging goes in such steps, too */
} TwinSliderRange;

/** The range for @value: @usual where it is in there; else up to a round number of at least twice
 *  @value, never beyond @least and @most (infinite: no such bound). Its step is @usual's times as
 *  much as it is wider, about. */
TwinSliderRange twin_slider_range_fit (const TwinSliderRange *usual,
                                       double least,
                                       double most,
                                       double value);

/** Has @adjustment, a slider's, show @value in the range that twin_slider_range_fit() says. */
void twin_slider_range_begin (GtkAdjustment *adjustment,
                              const TwinSliderRange *usual,
                              double least,
                              double most,
                              double value);

/** The same, but its range stays as it is while @value is in there and near what was shown before,
 *  thus while somebody drags or counts up and down. */
void twin_slider_range_show (GtkAdjustment *adjustment,
                             const TwinSliderRange *usual,
                             double least,
                             double most,
                             double value);

/** Where somebody has moved the slider to, in whole steps: pointers go by fractions of a pixel. */
double twin_slider_range_read (GtkAdjustment *adjustment);

G_END_DECLS
