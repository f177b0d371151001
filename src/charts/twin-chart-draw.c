/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-hover.h"
#include "twin-chart-layers.h"

#include <math.h>

#define DEFAULT_EM 12.0
#define TICK_LENGTH 4 /* in units */
#define FAINT 0.45
#define COVER_ALPHA 0.82 /* of the ground behind a text that stands on data */
#define SMALLEST 8

static void
hairline (const TwinCanvas *self,
          double x1,
          double y1,
          double x2,
          double y2)
{
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
}

static void
stroke_hairlines (const TwinCanvas *self,
                  TwinTone tone)
{
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_width (self->cr, twin_palette_weight (self->view->theme));
  twin_colour_set (twin_palette_tone (self->view->theme, tone), self->cr);
  cairo_stroke (self->cr);
}

/* Lines across the way that values are read: level ones, or where rows are categories, upright
 * ones. */
static void
draw_grid (const TwinCanvas *self,
           guint panel)
{
  const TwinPanelLayout *layout = twin_canvas_get_panel (self, panel);
  const TwinBox *plot = &layout->plot;
  gboolean rows = twin_chart_get_panel (self->chart, panel)->y_axis.n_categories > 0;
  const TwinAxisLayout *axis = rows ? &self->layout->x : &layout->y;

  for (guint i = 0; i < axis->ticks.n; i++)
    {
      double at = floor (twin_scale_pixel (&axis->scale, axis->ticks.value[i])) + 0.5;

      if (rows)
        hairline (self, at, plot->y, at, plot->y + plot->height);
      else
        hairline (self, plot->x, at, plot->x + plot->width, at);
    }
  stroke_hairlines (self, TWIN_TONE_GRID);
}

static void
draw_axes (const TwinCanvas *self,
           guint panel)
{
  const TwinPanelLayout *layout = twin_canvas_get_panel (self, panel);
  const TwinBox *plot = &layout->plot;
  const double bottom = floor (plot->y + plot->height) + 0.5;
  gboolean rows = twin_chart_get_panel (self->chart, panel)->y_axis.n_categories > 0;
  gboolean is_last = panel + 1 == self->layout->panels->len;

  hairline (self, plot->x, bottom, plot->x + plot->width, bottom);
  if (!rows && layout->y.scale.data.low < 0 && layout->y.scale.data.high > 0)
    {
      double zero = floor (twin_scale_pixel (&layout->y.scale, 0)) + 0.5;

      hairline (self, plot->x, zero, plot->x + plot->width, zero);
    }
  for (guint i = 0; is_last && self->layout->x.has_labels && i < self->layout->x.ticks.n; i++)
    {
      double at =
          floor (twin_scale_pixel (&self->layout->x.scale, self->layout->x.ticks.value[i])) + 0.5;

      hairline (self, at, bottom, at, bottom + TICK_LENGTH * self->unit);
    }
  stroke_hairlines (self, TWIN_TONE_AXIS);
}

static void
draw_legend (const TwinCanvas *self)
{
  for (guint i = 0; i < self->layout->legend->len; i++)
    {
      const TwinLegendItem *item = &g_array_index (self->layout->legend, TwinLegendItem, i);
      guint drawn = 0;

      cairo_push_group (self->cr);
      /* A line with marks of the same title has both in its sample. */
      for (guint k = 0; k < self->chart->layers->len; k++)
        {
          const TwinChartLayer *layer = twin_chart_get_layer (self->chart, k);

          if (layer->entry != (int) item->entry || (drawn & 1u << layer->kind) != 0)
            continue;
          twin_canvas_draw_sample (self, layer, item->sample);
          drawn |= 1u << layer->kind;
        }
      cairo_pop_group_to_source (self->cr);
      cairo_paint_with_alpha (
          self->cr, twin_chart_entry_is_hidden ((int) item->entry, self->view) ? FAINT : 1);
    }
}

/* Of what the label stands on. */
static TwinColour
get_ink (const TwinCanvas *self,
         const TwinLabel *label)
{
  return twin_palette_ink (self->view->theme, (TwinInk) label->on_ink);
}

static TwinColour
colour_of (const TwinCanvas *self,
           const TwinLabel *label)
{
  const gboolean plain = self->view->dimmed && label->tone == TWIN_TONE_DIM_TEXT;
  TwinColour colour =
      twin_palette_tone (self->view->theme, plain ? TWIN_TONE_TEXT : label->tone);

  if (label->on_ink >= 0)
    return twin_palette_text_on (get_ink (self, label));
  return twin_colour_with_alpha (colour, label->faint ? FAINT : 1);
}

static void
draw_labels (const TwinCanvas *self)
{
  const TwinColour ground = twin_palette_tone (self->view->theme, TWIN_TONE_GROUND);

  for (guint i = 0; i < self->layout->labels->len; i++)
    {
      const TwinLabel *label = &g_array_index (self->layout->labels, TwinLabel, i);
      const double around = 2 * self->unit;

      if (label->opaque || label->on_ink >= 0)
        {
          cairo_rectangle (self->cr, label->box.x - around, label->box.y,
                           label->box.width + 2 * around, label->box.height);
          twin_colour_set (label->on_ink >= 0 ? get_ink (self, label)
                                              : twin_colour_with_alpha (ground, COVER_ALPHA),
                           self->cr);
          cairo_fill (self->cr);
        }
      twin_colour_set (colour_of (self, label), self->cr);
      twin_text_show (label->layout, self->cr, label->box.x, label->box.y);
    }
}

static void
draw_leaders (const TwinCanvas *self)
{
  for (guint i = 0; i < self->layout->leaders->len; i++)
    {
      const TwinLeader *leader = &g_array_index (self->layout->leaders, TwinLeader, i);

      hairline (self, leader->x1, leader->y1, leader->x2, leader->y2);
    }
  stroke_hairlines (self, TWIN_TONE_DIM_TEXT);
}

static void
draw_panels (const TwinCanvas *self)
{
  for (guint i = 0; i < self->layout->panels->len; i++)
    draw_grid (self, i);
  for (guint i = 0; i < self->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (self->chart, i);

      if (twin_chart_shows (layer, self->view))
        twin_canvas_draw_layer (self, layer);
    }
  for (guint i = 0; i < self->layout->panels->len; i++)
    draw_axes (self, i);
}

void
twin_chart_draw (const TwinChart *chart,
                 cairo_t *cr,
                 double width,
                 double height,
                 const TwinChartView *view)
{
  g_autoptr (TwinChartLayout) layout = NULL;
  TwinCanvas canvas;

  g_return_if_fail (chart != NULL && cr != NULL && view != NULL);
  g_return_if_fail (view->theme < TWIN_N_THEMES);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (!view->transparent)
    {
      twin_colour_set (twin_palette_tone (view->theme, TWIN_TONE_GROUND), cr);
      cairo_paint (cr);
    }
  if (width >= SMALLEST && height >= SMALLEST && chart->panels->len > 0)
    {
      layout = twin_chart_layout_new (chart, width, height, view);
      canvas = (TwinCanvas){ cr, chart, view, layout, layout->em / DEFAULT_EM };
      draw_panels (&canvas);
      draw_legend (&canvas);
      draw_leaders (&canvas);
      draw_labels (&canvas);
      if (view->crosshair)
        twin_canvas_draw_hover (&canvas);
    }
  cairo_restore (cr);
}
