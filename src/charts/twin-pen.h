/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "twin-chart-layout.h"

G_BEGIN_DECLS

/**
 * TwinPen:
 *
 * Puts a line of any number of points on a Cairo path, at most four a pixel column: first, lowest,
 * highest and last are all that can be seen of those that share one. What lies outside the window
 * is cut off, since Cairo's fixed point cannot hold a coordinate far away.
 */
typedef struct
{
  cairo_t *cr;
  TwinBox window;
  double column_width;

  gboolean down;        /* a point was given since the last lift */
  double x, y;          /* that point, uncut */
  gboolean has_column;
  double column;
  double first_x;
  double first, last, low, high;
  gboolean low_is_later;
  guint n;
  gboolean path_begun;
} TwinPen;

void twin_pen_init (TwinPen *self, cairo_t *cr, TwinBox window);
/** A straight line to (x, y); the first one after a lift begins there. */
void twin_pen_to (TwinPen *self, double x, double y);
/** Ends the line: a gap, or the end of all. */
void twin_pen_lift (TwinPen *self);

/** Pixels of a column worth telling apart: one of the device's, finer where it has none. */
double twin_pen_column_width (cairo_t *cr);

G_END_DECLS
