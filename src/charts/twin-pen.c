/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-pen.h"

#include <math.h>

#define VECTOR_COLUMN 0.2

double
twin_pen_column_width (cairo_t *cr)
{
  double dx = 1, dy = 0, x_scale, y_scale;

  switch (cairo_surface_get_type (cairo_get_group_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_RECORDING:
      return VECTOR_COLUMN;
    default:
      cairo_user_to_device_distance (cr, &dx, &dy);
      cairo_surface_get_device_scale (cairo_get_group_target (cr), &x_scale, &y_scale);
      return 1 / CLAMP (hypot (dx, dy) * x_scale, 0.25, 8);
    }
}

void
twin_pen_init (TwinPen *self,
               cairo_t *cr,
               TwinBox window)
{
  *self = (TwinPen){
    .cr = cr,
    .window = window,
    .column_width = twin_pen_column_width (cr),
  };
}

static void
emit (TwinPen *self,
      double x,
      double y)
{
  if (self->path_begun)
    cairo_line_to (self->cr, x, y);
  else
    cairo_move_to (self->cr, x, y);
  self->path_begun = TRUE;
}

/* Several points become a vertical stroke in the column's middle, so that a step line, which has
 * right angles alone, keeps them: Cairo strokes those many times faster. */
static void
flush (TwinPen *self)
{
  double x = self->n > 1 ? (self->column + 0.5) * self->column_width : self->first_x;

  if (!self->has_column)
    return;
  emit (self, x, self->first);
  if (self->low < MIN (self->first, self->last) || self->high > MAX (self->first, self->last))
    {
      emit (self, x, self->low_is_later ? self->high : self->low);
      emit (self, x, self->low_is_later ? self->low : self->high);
    }
  if (self->n > 1)
    emit (self, x, self->last);
  self->has_column = FALSE;
}

static void
add (TwinPen *self,
     double x,
     double y)
{
  double column = floor (x / self->column_width);

  if (self->has_column && column == self->column)
    {
      self->n++;
      self->last = y;
      if (y < self->low)
        {
          self->low = y;
          self->low_is_later = TRUE;
        }
      if (y > self->high)
        {
          self->high = y;
          self->low_is_later = FALSE;
        }
      return;
    }
  flush (self);
  self->has_column = TRUE;
  self->column = column;
  self->first_x = x;
  self->first = self->last = self->low = self->high = y;
  self->n = 1;
}

/* Narrows the stretch [*from, *to] of a segment, in shares of its length, to where one coordinate
 * lies in [low, high]. Source:
 * Liang and Barsky, A New Concept and Method for Line Clipping, 1984. */
static void
clip_axis (double start,
           double end,
           double low,
           double high,
           double *from,
           double *to)
{
  double length = end - start;

  if (length == 0)
    {
      if (start < low || start > high)
        *to = -1;
      return;
    }
  *from = MAX (*from, ((length > 0 ? low : high) - start) / length);
  *to = MIN (*to, ((length > 0 ? high : low) - start) / length);
}

static void
segment (TwinPen *self,
         double x,
         double y)
{
  const TwinBox *window = &self->window;
  double dx = x - self->x, dy = y - self->y;
  double from = 0, to = 1;

  clip_axis (self->x, x, window->x, window->x + window->width, &from, &to);
  clip_axis (self->y, y, window->y, window->y + window->height, &from, &to);
  if (from > to)
    {
      flush (self);
      self->path_begun = FALSE;
      return;
    }
  if (from > 0)
    {
      flush (self);
      self->path_begun = FALSE;
      add (self, self->x + from * dx, self->y + from * dy);
    }
  else if (!self->has_column && !self->path_begun)
    add (self, self->x, self->y);
  add (self, to < 1 ? self->x + to * dx : x, to < 1 ? self->y + to * dy : y);
  if (to < 1)
    {
      flush (self);
      self->path_begun = FALSE;
    }
}

void
twin_pen_to (TwinPen *self,
             double x,
             double y)
{
  if (self->down)
    segment (self, x, y);
  self->down = TRUE;
  self->x = x;
  self->y = y;
}

void
twin_pen_lift (TwinPen *self)
{
  flush (self);
  self->path_begun = FALSE;
  self->down = FALSE;
}
