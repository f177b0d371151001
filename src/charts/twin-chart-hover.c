/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-hover.h"

#include <math.h>

/* Distances in em. */
#define PADDING 0.6
#define OFFSET 0.9 /* of the box from the crosshair */
#define RADIUS 0.45
#define MOST_LINES 14

static void
draw_lines (const TwinCanvas *self,
            double x,
            double y)
{
  const TwinPanelLayout *hovered = twin_canvas_get_panel (self, self->view->hover_panel);

  for (guint i = 0; i < self->layout->panels->len; i++)
    {
      const TwinBox *plot = &twin_canvas_get_panel (self, i)->plot;

      cairo_move_to (self->cr, floor (x) + 0.5, plot->y);
      cairo_line_to (self->cr, floor (x) + 0.5, plot->y + plot->height);
    }
  if (isfinite (y))
    {
      cairo_move_to (self->cr, hovered->plot.x, floor (y) + 0.5);
      cairo_line_to (self->cr, hovered->plot.x + hovered->plot.width, floor (y) + 0.5);
    }
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_width (self->cr, 1);
  twin_colour_set (twin_palette_tone (self->view->theme, TWIN_TONE_DIM_TEXT), self->cr);
  cairo_stroke (self->cr);
}

/* Where the crosshair meets the lines; TRUE where it meets any in the hovered panel. */
static gboolean
draw_meetings (const TwinCanvas *self,
               double x)
{
  gboolean met = FALSE;

  for (guint i = 0; i < self->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (self->chart, i);
      const TwinScale *scale = &twin_canvas_get_panel (self, layer->panel)->y.scale;
      double value;

      if (layer->kind != TWIN_LAYER_LINE || !twin_chart_shows (layer, self->view))
        continue;
      value = twin_chart_layer_value_at (layer, self->view->hover_x);
      if (!twin_scale_holds (scale, value))
        continue;
      cairo_new_sub_path (self->cr);
      cairo_arc (self->cr, x, twin_scale_pixel (scale, value), 3.4 * self->unit, 0, 2 * G_PI);
      twin_colour_set (twin_canvas_get_ink (self, layer), self->cr);
      cairo_fill_preserve (self->cr);
      twin_colour_set (twin_palette_tone (self->view->theme, TWIN_TONE_GROUND), self->cr);
      cairo_set_line_width (self->cr, 1.2 * self->unit);
      cairo_stroke (self->cr);
      met |= layer->panel == self->view->hover_panel;
    }
  return met;
}

static void
rounded_box (cairo_t *cr,
             TwinBox box,
             double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.width - radius, box.y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, box.x + box.width - radius, box.y + box.height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box.x + radius, box.y + box.height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Right of the crosshair, left of it where there is no room, always inside the picture. */
static void
draw_box (const TwinCanvas *self,
          const char *words,
          double x,
          double y)
{
  const TwinBox *plot = &twin_canvas_get_panel (self, self->view->hover_panel)->plot;
  const TwinBox *whole = &self->layout->whole;
  const double em = self->layout->em;
  const double offset = OFFSET * em;
  g_autoptr (TwinText) text = twin_text_new (self->view);
  g_autoptr (PangoLayout) layout =
      twin_text_set (text, words, TWIN_TEXT_FIGURES,
                     MAX (em, MIN (30 * em, whole->width - 2 * (PADDING + 0.4) * em)), MOST_LINES);
  TwinBox box;

  /* One line each: only the length of a line is limited, not their number. */
  pango_layout_set_height (layout, -1);
  twin_text_get_size (layout, &box.width, &box.height);
  box.width += 2 * PADDING * em;
  box.height += 2 * PADDING * em;
  box.x = x + offset;
  if (box.x + box.width > whole->width - 2)
    box.x = x - offset - box.width;
  box.x = CLAMP (box.x, 2, MAX (2, whole->width - box.width - 2));
  box.y = isfinite (y) ? y - offset - box.height : plot->y + 0.3 * em;
  box.y = CLAMP (box.y, 2, MAX (2, whole->height - box.height - 2));

  rounded_box (self->cr, (TwinBox){ floor (box.x) + 0.5, floor (box.y) + 0.5, ceil (box.width),
                                    ceil (box.height) },
               RADIUS * em);
  twin_colour_set (twin_colour_with_alpha (
                       twin_palette_tone (self->view->theme, TWIN_TONE_GROUND), 0.95), self->cr);
  cairo_fill_preserve (self->cr);
  cairo_set_line_width (self->cr, twin_palette_weight (self->view->theme));
  twin_colour_set (twin_palette_tone (self->view->theme, TWIN_TONE_AXIS), self->cr);
  cairo_stroke (self->cr);

  twin_colour_set (twin_palette_tone (self->view->theme, TWIN_TONE_TEXT), self->cr);
  twin_text_show (layout, self->cr, box.x + PADDING * em, box.y + PADDING * em);
}

static void
draw_ring (const TwinCanvas *self,
           double x,
           double y)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, 7 * self->unit, 0, 2 * G_PI);
  cairo_set_line_width (self->cr, 1.6 * self->unit);
  twin_colour_set (twin_palette_tone (self->view->theme, TWIN_TONE_TEXT), self->cr);
  cairo_stroke (self->cr);
}

/* A mark under the pointer speaks for itself. */
static gboolean
draw_mark_hover (const TwinCanvas *self,
                 double x,
                 double y)
{
  const TwinChartLayer *layer;
  g_autofree char *words = NULL;
  TwinChartHit hit;

  if (!isfinite (y))
    return FALSE;
  twin_chart_layout_pick (self->layout, self->chart, self->view, x, y, &hit);
  if (hit.layer < 0 || hit.panel != self->view->hover_panel)
    return FALSE;

  layer = twin_chart_get_layer (self->chart, (guint) hit.layer);
  if (layer->kind == TWIN_LAYER_MARKS || layer->kind == TWIN_LAYER_INTERVALS)
    {
      x = twin_scale_pixel (&self->layout->x.scale, hit.mark_x);
      y = twin_scale_pixel (&twin_canvas_get_panel (self, hit.panel)->y.scale, hit.mark_y);
      if (twin_scale_holds (&self->layout->x.scale, hit.mark_x))
        draw_ring (self, x, y);
    }
  words = twin_chart_read_mark (self->chart, layer, hit.index);
  draw_box (self, words, x, y);
  return TRUE;
}

void
twin_canvas_draw_hover (const TwinCanvas *self)
{
  const TwinChartView *view = self->view;
  g_autofree char *words = NULL;
  const TwinScale *y_scale;
  gboolean rows, met;
  double x, y;

  if (view->hover_panel >= self->layout->panels->len ||
      !twin_scale_holds (&self->layout->x.scale, view->hover_x))
    return;

  y_scale = &twin_canvas_get_panel (self, view->hover_panel)->y.scale;
  rows = twin_chart_get_panel (self->chart, view->hover_panel)->y_axis.n_categories > 0;
  x = twin_scale_pixel (&self->layout->x.scale, view->hover_x);
  y = twin_scale_holds (y_scale, view->hover_y) ? twin_scale_pixel (y_scale, view->hover_y) : NAN;

  cairo_save (self->cr);
  if (!rows)
    draw_lines (self, x, NAN);
  met = draw_meetings (self, x);
  if (!draw_mark_hover (self, x, y))
    {
      words = twin_chart_read_row (self->chart, view, view->hover_panel, view->hover_x,
                                   rows && isfinite (y) ? round (view->hover_y) : NAN);
      if (*words != '\0')
        draw_box (self, words, x, met ? NAN : y);
    }
  cairo_restore (self->cr);
}
