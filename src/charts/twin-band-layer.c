/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-layers.h"

#include "twin-pen.h"

#include <math.h>

#define EDGE_WIDTH 0.8 /* in units */
#define BAND_ALPHA 0.16
#define EDGE_ALPHA 0.75
#define SAMPLE_HEIGHT 0.6 /* of the legend's row */

typedef struct
{
  double x, low, high; /* pixels: the band's lower and upper edge */
  double column;
} Slice;

/* The widest extent of a pixel column stands for all that share it. */
static void
add_slice (GArray *run,
           double x,
           double low,
           double high,
           double column_width)
{
  Slice slice = { x, low, high, floor (x / column_width) };
  Slice *last = run->len > 0 ? &g_array_index (run, Slice, run->len - 1) : NULL;

  if (last == NULL || last->column != slice.column)
    {
      g_array_append_val (run, slice);
      return;
    }
  last->x = run->len > 1 ? x : last->x;
  last->low = MAX (last->low, low);
  last->high = MIN (last->high, high);
}

static void
trace_edge (cairo_t *cr,
            const GArray *run,
            gboolean upper)
{
  for (guint i = 0; i < run->len; i++)
    {
      const Slice *slice = &g_array_index (run, Slice, upper ? i : run->len - 1 - i);

      cairo_line_to (cr, slice->x, upper ? slice->high : slice->low);
    }
}

static void
draw_run (const TwinCanvas *self,
          const TwinChartLayer *layer,
          GArray *run)
{
  TwinColour ink = twin_canvas_get_ink (self, layer);

  if (run->len == 1)
    {
      /* One datum alone is a stroke from end to end. */
      Slice slice = g_array_index (run, Slice, 0);

      slice.x += self->unit;
      g_array_append_val (run, slice);
    }
  if (run->len > 0)
    {
      twin_canvas_set_stroke (self, layer, EDGE_WIDTH);
      twin_canvas_draw_fast_if_dense (self, twin_canvas_get_panel (self, layer->panel),
                                      2 * run->len);
      trace_edge (self->cr, run, TRUE);
      trace_edge (self->cr, run, FALSE);
      cairo_close_path (self->cr);
      twin_colour_set (twin_colour_with_alpha (ink, BAND_ALPHA), self->cr);
      cairo_fill (self->cr);

      twin_colour_set (twin_colour_with_alpha (ink, EDGE_ALPHA), self->cr);
      trace_edge (self->cr, run, TRUE);
      cairo_stroke (self->cr);
      trace_edge (self->cr, run, FALSE);
      cairo_stroke (self->cr);
    }
  g_array_set_size (run, 0);
}

void
twin_canvas_draw_band (const TwinCanvas *self,
                       const TwinChartLayer *layer)
{
  const TwinPanelLayout *panel = twin_canvas_get_panel (self, layer->panel);
  const TwinScale *x_scale = &self->layout->x.scale;
  const double column = twin_pen_column_width (self->cr);
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (Slice));
  gsize first, end;

  twin_canvas_find_visible (self, layer, &first, &end);
  for (gsize i = first; i < end; i++)
    {
      /* Far outside, Cairo's fixed point would overflow. */
      double x = CLAMP (twin_scale_pixel (x_scale, layer->x[i]), -1e5, 1e5);
      double low = CLAMP (twin_scale_pixel (&panel->y.scale, layer->low[i]), -1e5, 1e5);
      double high = CLAMP (twin_scale_pixel (&panel->y.scale, layer->high[i]), -1e5, 1e5);
      const Slice *last = run->len > 0 ? &g_array_index (run, Slice, run->len - 1) : NULL;

      if (layer->look.stepped && last != NULL && isfinite (layer->x[i]))
        add_slice (run, x, last->low, last->high, column);
      if (isfinite (layer->x[i]) && isfinite (layer->low[i]) && isfinite (layer->high[i]))
        add_slice (run, x, low, high, column);
      else
        draw_run (self, layer, run);
    }
  draw_run (self, layer, run);
}

void
twin_canvas_draw_band_sample (const TwinCanvas *self,
                              const TwinChartLayer *layer,
                              TwinBox box)
{
  const double top = box.y + (1 - SAMPLE_HEIGHT) / 2 * box.height;
  const double height = SAMPLE_HEIGHT * box.height;

  cairo_rectangle (self->cr, box.x, top, box.width, height);
  twin_colour_set (twin_colour_with_alpha (twin_canvas_get_ink (self, layer), BAND_ALPHA),
                   self->cr);
  cairo_fill (self->cr);
  twin_canvas_set_stroke (self, layer, EDGE_WIDTH);
  cairo_move_to (self->cr, box.x, top);
  cairo_rel_line_to (self->cr, box.width, 0);
  cairo_move_to (self->cr, box.x, top + height);
  cairo_rel_line_to (self->cr, box.width, 0);
  cairo_stroke (self->cr);
}
