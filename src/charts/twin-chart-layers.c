/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-layers.h"

#include "twin-marker.h"
#include "twin-pen.h"

#include <math.h>

/* Widths in units: pixels at the default text size. */
#define LINE_WIDTH 1.8
#define LEVEL_WIDTH 1.25
#define RIM_ALPHA 0.6
#define WINDOW 8 /* around the plot, that a line is still drawn in before the clip cuts it */

const TwinPanelLayout *
twin_canvas_get_panel (const TwinCanvas *self,
                       guint panel)
{
  return &g_array_index (self->layout->panels, TwinPanelLayout, panel);
}

TwinColour
twin_canvas_get_ink (const TwinCanvas *self,
                     const TwinChartLayer *layer)
{
  return twin_palette_ink (self->view->theme, layer->look.ink);
}

void
twin_canvas_set_stroke (const TwinCanvas *self,
                        const TwinChartLayer *layer,
                        double width)
{
  const double dashed[] = { 6 * self->unit, 3.5 * self->unit };
  const double dotted[] = { 1.8 * self->unit, 2.6 * self->unit };

  twin_colour_set (twin_canvas_get_ink (self, layer), self->cr);
  cairo_set_line_width (self->cr, width * self->unit * twin_palette_weight (self->view->theme));
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (self->cr, layer->look.stepped ? CAIRO_LINE_JOIN_MITER
                                                     : CAIRO_LINE_JOIN_ROUND);
  if (layer->look.dash == TWIN_DASH_DASHED)
    cairo_set_dash (self->cr, dashed, G_N_ELEMENTS (dashed), 0);
  else if (layer->look.dash == TWIN_DASH_DOTTED)
    cairo_set_dash (self->cr, dotted, G_N_ELEMENTS (dotted), 0);
  else
    cairo_set_dash (self->cr, NULL, 0, 0);
}

void
twin_canvas_find_visible (const TwinCanvas *self,
                          const TwinChartLayer *layer,
                          gsize *first,
                          gsize *end)
{
  const TwinExtent range = self->layout->x.scale.data;

  *first = 0;
  *end = layer->n;
  if (!layer->ascending)
    return;

  *first = twin_chart_layer_find (layer, range.low);
  if (*first == layer->n)
    *first = 0;
  *end = twin_chart_layer_find (layer, range.high);
  *end = *end == layer->n ? MIN (layer->n, 1) : MIN (layer->n, *end + 2);
}

void
twin_canvas_draw_fast_if_dense (const TwinCanvas *self,
                                const TwinPanelLayout *panel,
                                gsize n)
{
  if (n * twin_pen_column_width (self->cr) < panel->plot.width)
    return;
  cairo_set_antialias (self->cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_BEVEL);
}

static void
draw_line (const TwinCanvas *self,
           const TwinChartLayer *layer)
{
  const TwinPanelLayout *panel = twin_canvas_get_panel (self, layer->panel);
  const TwinScale *x_scale = &self->layout->x.scale;
  const double around = WINDOW * self->unit;
  TwinPen pen;
  gsize first, end;

  twin_pen_init (&pen, self->cr, (TwinBox){ panel->plot.x - around, panel->plot.y - around,
                                            panel->plot.width + 2 * around,
                                            panel->plot.height + 2 * around });
  twin_canvas_find_visible (self, layer, &first, &end);
  for (gsize i = first; i < end; i++)
    {
      double x = twin_scale_pixel (x_scale, layer->x[i]);
      double y = twin_scale_pixel (&panel->y.scale, layer->y[i]);

      if (!isfinite (layer->x[i]) || !isfinite (layer->y[i]))
        {
          /* A step holds until the gap begins. */
          if (layer->look.stepped && pen.down && isfinite (layer->x[i]))
            twin_pen_to (&pen, x, pen.y);
          twin_pen_lift (&pen);
          continue;
        }
      if (layer->look.stepped && pen.down)
        twin_pen_to (&pen, x, pen.y);
      twin_pen_to (&pen, x, y);
    }
  twin_pen_lift (&pen);
  twin_canvas_set_stroke (self, layer, LINE_WIDTH);
  twin_canvas_draw_fast_if_dense (self, panel, end - first);
  cairo_stroke (self->cr);

  /* A datum between two gaps has no line. */
  for (gsize i = first; i < end; i++)
    if (isfinite (layer->y[i]) && (i == 0 || !isfinite (layer->y[i - 1])) &&
        (i + 1 == layer->n || !isfinite (layer->y[i + 1])) &&
        !(layer->look.stepped && i + 1 < layer->n) &&
        twin_scale_holds (x_scale, layer->x[i]))
      twin_canvas_draw_mark (self, layer, twin_scale_pixel (x_scale, layer->x[i]),
                             twin_scale_pixel (&panel->y.scale, layer->y[i]),
                             TWIN_SMALL_MARK_RADIUS);
}

static gboolean
has_bars (const TwinCanvas *self,
          guint panel)
{
  for (guint i = 0; i < self->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (self->chart, i);

      if (layer->panel == panel &&
          (layer->kind == TWIN_LAYER_BARS || layer->kind == TWIN_LAYER_PART))
        return TRUE;
    }
  return FALSE;
}

/* On a whole pixel, as the grid. */
static void
draw_level (const TwinCanvas *self,
            const TwinChartLayer *layer)
{
  const TwinPanelLayout *panel = twin_canvas_get_panel (self, layer->panel);
  const TwinBox *plot = &panel->plot;
  gboolean upright = layer->kind == TWIN_LAYER_X_LEVEL;
  const TwinScale *scale = upright ? &self->layout->x.scale : &panel->y.scale;
  const double value = upright ? layer->x[0] : layer->y[0];
  double at;

  if (!twin_scale_holds (scale, value))
    return;
  at = floor (twin_scale_pixel (scale, value)) + 0.5;
  cairo_move_to (self->cr, upright ? at : plot->x, upright ? plot->y : at);
  cairo_line_to (self->cr, upright ? at : plot->x + plot->width,
                 upright ? plot->y + plot->height : at);
  /* Across a bar of dark ink the line would be lost without a rim; marks would be lost under it. */
  if (has_bars (self, layer->panel))
    {
      cairo_set_line_width (self->cr, (LEVEL_WIDTH + 2) * self->unit);
      twin_colour_set (twin_colour_with_alpha (
                           twin_palette_tone (self->view->theme, TWIN_TONE_GROUND), RIM_ALPHA),
                       self->cr);
      cairo_stroke_preserve (self->cr);
    }
  twin_canvas_set_stroke (self, layer, LEVEL_WIDTH);
  cairo_stroke (self->cr);
}

static void
clip_to_plot (const TwinCanvas *self,
              const TwinChartLayer *layer)
{
  const TwinBox *plot = &twin_canvas_get_panel (self, layer->panel)->plot;
  const double around = self->unit; /* a line along the edge keeps its width */

  cairo_rectangle (self->cr, plot->x - around, plot->y - around, plot->width + 2 * around,
                   plot->height + 2 * around);
  cairo_clip (self->cr);
}

void
twin_canvas_draw_layer (const TwinCanvas *self,
                        const TwinChartLayer *layer)
{
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  /* Marks are drawn whole or not at all. */
  if (layer->kind != TWIN_LAYER_MARKS)
    clip_to_plot (self, layer);

  switch (layer->kind)
    {
    case TWIN_LAYER_LINE:
      draw_line (self, layer);
      break;
    case TWIN_LAYER_BAND:
      twin_canvas_draw_band (self, layer);
      break;
    case TWIN_LAYER_MARKS:
      twin_canvas_draw_marks (self, layer);
      break;
    case TWIN_LAYER_LEVEL:
    case TWIN_LAYER_X_LEVEL:
      draw_level (self, layer);
      break;
    case TWIN_LAYER_NOTE: /* text alone; the layout has placed it */
      break;
    default:
      twin_canvas_draw_bar_layer (self, layer);
      break;
    }
  cairo_restore (self->cr);
}

void
twin_canvas_draw_sample (const TwinCanvas *self,
                         const TwinChartLayer *layer,
                         TwinBox box)
{
  const double middle = floor (box.y + box.height / 2) + 0.5;

  cairo_save (self->cr);
  cairo_new_path (self->cr);
  switch (layer->kind)
    {
    case TWIN_LAYER_LINE:
      cairo_move_to (self->cr, box.x, middle);
      cairo_line_to (self->cr, box.x + box.width, middle);
      twin_canvas_set_stroke (self, layer, LINE_WIDTH);
      cairo_stroke (self->cr);
      break;
    case TWIN_LAYER_BAND:
      twin_canvas_draw_band_sample (self, layer, box);
      break;
    case TWIN_LAYER_MARKS:
      twin_canvas_draw_mark (self, layer, box.x + box.width / 2, middle, TWIN_MARK_RADIUS);
      break;
    default:
      twin_canvas_draw_bar_sample (self, layer, box);
      break;
    }
  cairo_restore (self->cr);
}
