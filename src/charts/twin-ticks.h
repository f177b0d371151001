/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TWIN_TICKS_MAX 64

/** TwinTicks: evenly spaced, well readable numbers along an axis, ascending. */
typedef struct
{
  guint n;
  double value[TWIN_TICKS_MAX];
  double step;
  int decimals; /* that write every one of them exactly */
} TwinTicks;

/**
 * twin_ticks_find:
 * @low, @high: the range of the data, in either order; equal ends give that one tick
 * @wanted: about how many ticks there should be, at least 2
 * @ticks: (out): they may lie a little outside the range; none where an end is not finite
 *
 * The best labelling by simplicity, coverage and density.
 *
 * Source: Talbot, Lin, Hanrahan, An Extension of Wilkinson's Algorithm for Positioning Tick Labels
 * on Axes, IEEE InfoVis 2010, with its Q and weights; legibility is the layout's business and
 * counts as 1 here, as in the CRAN package labeling.
 */
void twin_ticks_find (double low, double high, guint wanted, TwinTicks *ticks);

/** Drops the ticks outside [low, high]. */
void twin_ticks_clip (TwinTicks *ticks, double low, double high);

G_END_DECLS
