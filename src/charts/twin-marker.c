/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-marker.h"

#include <math.h>

#define STAR_POINTS 5
#define STAR_WAIST 0.42

static void
polygon (cairo_t *cr,
         double x,
         double y,
         const double (*corners)[2],
         guint n,
         double radius)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, x + radius * corners[i][0], y + radius * corners[i][1]);
  cairo_close_path (cr);
}

static void
star (cairo_t *cr,
      double x,
      double y,
      double radius)
{
  cairo_new_sub_path (cr);
  for (int i = 0; i < 2 * STAR_POINTS; i++)
    {
      double angle = G_PI * i / STAR_POINTS - G_PI / 2;
      double reach = i % 2 == 0 ? radius : STAR_WAIST * radius;

      cairo_line_to (cr, x + reach * cos (angle), y + reach * sin (angle));
    }
  cairo_close_path (cr);
}

void
twin_marker_path (cairo_t *cr,
                  TwinMark mark,
                  double x,
                  double y,
                  double radius)
{
  static const double square[][2] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } };
  static const double diamond[][2] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };
  static const double up[][2] = { { 0, -1 }, { 1, 0.75 }, { -1, 0.75 } };
  static const double down[][2] = { { 0, 1 }, { -1, -0.75 }, { 1, -0.75 } };

  switch (mark)
    {
    case TWIN_MARK_SQUARE:
      polygon (cr, x, y, square, G_N_ELEMENTS (square), 0.88 * radius);
      break;
    case TWIN_MARK_DIAMOND:
      polygon (cr, x, y, diamond, G_N_ELEMENTS (diamond), 1.25 * radius);
      break;
    case TWIN_MARK_UP:
      polygon (cr, x, y, up, G_N_ELEMENTS (up), 1.15 * radius);
      break;
    case TWIN_MARK_DOWN:
      polygon (cr, x, y, down, G_N_ELEMENTS (down), 1.15 * radius);
      break;
    case TWIN_MARK_STAR:
      star (cr, x, y, 1.9 * radius);
      break;
    case TWIN_MARK_CIRCLE:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    }
}
