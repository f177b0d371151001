/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks. A few are drawn as they come. Of very many, thousands lie on one another: a mark that
 * begins within the same small cell of the picture as one that is there already would change
 * nothing that can be seen, and is left out. Those that remain are circles of so few pixels that a
 * polygon looks the same and takes a quarter of the time, a hollow one as a ring that is filled. */

#include "twin-chart-layers.h"

#include "twin-marker.h"

#include <math.h>

#define MANY_MARKS 600
#define CELL 1.0 /* in units: side of a cell that holds one mark of very many */
#define CORNERS 12
#define RING_WIDTH 1.4 /* in units */

void
twin_canvas_draw_mark (const TwinCanvas *self,
                       const TwinChartLayer *layer,
                       double x,
                       double y,
                       double radius)
{
  const double weight = twin_palette_weight (self->view->theme);

  twin_marker_path (self->cr, layer->look.mark, x, y, radius * self->unit);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_MITER);
  twin_colour_set (twin_canvas_get_ink (self, layer), self->cr);
  if (layer->look.hollow)
    {
      cairo_set_line_width (self->cr, RING_WIDTH * self->unit * weight);
      cairo_stroke (self->cr);
      return;
    }
  if (radius <= TWIN_SMALL_MARK_RADIUS)
    {
      cairo_fill (self->cr);
      return;
    }
  cairo_fill_preserve (self->cr);
  /* A rim in the ground's colour keeps marks that overlap countable. */
  twin_colour_set (twin_palette_tone (self->view->theme, TWIN_TONE_GROUND), self->cr);
  cairo_set_line_width (self->cr, 0.7 * self->unit);
  cairo_stroke (self->cr);
}

/* Very many marks at work. */
typedef struct
{
  const TwinCanvas *canvas;
  const TwinBox *plot;
  double corners[CORNERS][2]; /* of a circle of radius 1 */
  double outer, inner;        /* radii; 0: no hole */
  gsize n_columns;
  guint8 *taken;              /* a bit a cell */
} Crowd;

static void
crowd_init (Crowd *crowd,
            const TwinCanvas *canvas,
            const TwinChartLayer *layer)
{
  const double half = RING_WIDTH / 2 * twin_palette_weight (canvas->view->theme);
  const double cell = CELL * canvas->unit;
  gsize n_rows;

  crowd->canvas = canvas;
  crowd->plot = &twin_canvas_get_panel (canvas, layer->panel)->plot;
  for (guint i = 0; i < CORNERS; i++)
    {
      crowd->corners[i][0] = cos (2 * G_PI * i / CORNERS);
      crowd->corners[i][1] = sin (2 * G_PI * i / CORNERS);
    }
  crowd->outer = (TWIN_SMALL_MARK_RADIUS + (layer->look.hollow ? half : 0)) * canvas->unit;
  crowd->inner = layer->look.hollow ? (TWIN_SMALL_MARK_RADIUS - half) * canvas->unit : 0;
  crowd->n_columns = (gsize) (crowd->plot->width / cell) + 1;
  n_rows = (gsize) (crowd->plot->height / cell) + 1;
  crowd->taken = g_malloc0 ((crowd->n_columns * n_rows - 1) / 8 + 1);
}

/* Whether (x, y), inside the plot, is the first in its cell. */
static gboolean
crowd_take (Crowd *crowd,
            double x,
            double y)
{
  const double cell = CELL * crowd->canvas->unit;
  const gsize column = (gsize) (MAX (x - crowd->plot->x, 0) / cell);
  const gsize row = (gsize) (MAX (y - crowd->plot->y, 0) / cell);
  const gsize number = row * crowd->n_columns + MIN (column, crowd->n_columns - 1);
  const guint8 bit = (guint8) (1 << number % 8);

  if ((crowd->taken[number / 8] & bit) != 0)
    return FALSE;
  crowd->taken[number / 8] |= bit;
  return TRUE;
}

static void
crowd_draw (const Crowd *crowd,
            double x,
            double y)
{
  cairo_t *cr = crowd->canvas->cr;

  cairo_new_sub_path (cr);
  for (guint i = 0; i < CORNERS; i++)
    cairo_line_to (cr, x + crowd->outer * crowd->corners[i][0],
                   y + crowd->outer * crowd->corners[i][1]);
  cairo_close_path (cr);
  if (crowd->inner > 0)
    {
      /* The other way round: a hole. */
      for (guint i = CORNERS; i-- > 0;)
        cairo_line_to (cr, x + crowd->inner * crowd->corners[i][0],
                       y + crowd->inner * crowd->corners[i][1]);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

void
twin_canvas_draw_marks (const TwinCanvas *self,
                        const TwinChartLayer *layer)
{
  const TwinScale *x_scale = &self->layout->x.scale;
  const TwinScale *y_scale = &twin_canvas_get_panel (self, layer->panel)->y.scale;
  const gboolean many = layer->n > MANY_MARKS && layer->look.mark == TWIN_MARK_CIRCLE;
  Crowd crowd = { 0 };

  if (many)
    crowd_init (&crowd, self, layer);
  twin_colour_set (twin_canvas_get_ink (self, layer), self->cr);
  for (gsize i = 0; i < layer->n; i++)
    {
      double x, y;

      if (!twin_scale_holds (x_scale, layer->x[i]) || !twin_scale_holds (y_scale, layer->y[i]))
        continue;
      x = twin_scale_pixel (x_scale, layer->x[i]);
      y = twin_scale_pixel (y_scale, layer->y[i]);
      if (!many)
        twin_canvas_draw_mark (self, layer, x, y, TWIN_MARK_RADIUS);
      else if (crowd_take (&crowd, x, y))
        crowd_draw (&crowd, x, y);
    }
  g_free (crowd.taken);
}
