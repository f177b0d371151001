/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-layers.h"

#include <math.h>

#define SPAN_ALPHA 0.14
#define SPAN_FOOT 3       /* full ink along the axis: the shade alone is too faint to rely on */
#define SPAN_HATCH_ALPHA 0.4
#define HATCH_PITCH 6
#define HATCH_WIDTH 1.4
#define BAR_GAP 1
#define LEAST_BAR_FOR_GAP 4
#define INTERVAL_WIDTH 2
#define MOST_CAP 6
#define MARK_RADIUS 3.4

static void
fill_box (const TwinCanvas *self,
          TwinBox box,
          TwinColour colour)
{
  cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
  twin_colour_set (colour, self->cr);
  cairo_fill (self->cr);
}

/* Stripes over a box that is filled, so that it is known by more than its colour. */
static void
hatch_box (const TwinCanvas *self,
           TwinBox box,
           TwinFill fill,
           TwinColour colour)
{
  const double rise = fill == TWIN_FILL_UPRIGHT ? 0 : box.height;
  const double pitch = HATCH_PITCH * self->unit;
  /* All stripes of a picture are in step, wherever their boxes begin. */
  const double first = floor ((box.x - rise) / pitch) * pitch;

  if (fill == TWIN_FILL_PLAIN || box.width <= 0)
    return;
  cairo_save (self->cr);
  cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
  cairo_clip (self->cr);
  for (double x = first; x < box.x + box.width; x += pitch)
    {
      cairo_move_to (self->cr, fill == TWIN_FILL_FALLING ? x : x + rise, box.y);
      cairo_line_to (self->cr, fill == TWIN_FILL_FALLING ? x + rise : x, box.y + box.height);
    }
  twin_colour_set (colour, self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_width (self->cr, HATCH_WIDTH * self->unit);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
fill_part (const TwinCanvas *self,
           const TwinChartLayer *layer,
           TwinBox box)
{
  fill_box (self, box, twin_canvas_get_ink (self, layer));
  hatch_box (self, box, layer->look.fill,
             twin_palette_tone (self->view->theme, TWIN_TONE_GROUND));
}

/* The box of a span: its shade, and along its foot full ink. */
static void
fill_span (const TwinCanvas *self,
           const TwinChartLayer *layer,
           TwinBox box)
{
  const TwinColour ink = twin_canvas_get_ink (self, layer);
  const double foot = SPAN_FOOT * self->unit;

  fill_box (self, box, twin_colour_with_alpha (ink, SPAN_ALPHA));
  hatch_box (self, box, layer->look.fill, twin_colour_with_alpha (ink, SPAN_HATCH_ALPHA));
  box.y += box.height - foot;
  box.height = foot;
  fill_box (self, box, ink);
}

/* Neighbours that would share a pixel are joined first: two translucent shades on top of each other
 * would look like a third thing. */
static void
draw_spans (const TwinCanvas *self,
            const TwinChartLayer *layer)
{
  const TwinExtent *range = &self->layout->x.scale.data;
  TwinBox joined = { 0 };

  for (gsize i = 0; i <= layer->n; i++)
    {
      TwinBox span = { 0 };

      if (i < layer->n)
        {
          if (!(layer->high[i] >= range->low && layer->low[i] <= range->high))
            continue;
          span = twin_layout_get_bar (self->layout, layer, i);
          span.width = MAX (span.width, self->unit);
          if (joined.width > 0 && span.x >= joined.x && span.x <= joined.x + joined.width)
            {
              joined.width = MAX (joined.width, span.x + span.width - joined.x);
              continue;
            }
        }
      if (joined.width > 0)
        fill_span (self, layer, joined);
      joined = span;
    }
}

static void
draw_bars (const TwinCanvas *self,
           const TwinChartLayer *layer)
{
  twin_colour_set (twin_canvas_get_ink (self, layer), self->cr);
  for (gsize i = 0; i < layer->n; i++)
    {
      TwinBox bar = twin_layout_get_bar (self->layout, layer, i);

      if (bar.width >= LEAST_BAR_FOR_GAP)
        {
          bar.x += BAR_GAP / 2.0;
          bar.width -= BAR_GAP;
        }
      cairo_rectangle (self->cr, bar.x, bar.y, bar.width, bar.height);
    }
  if (layer->look.hollow)
    {
      twin_canvas_set_stroke (self, layer, 1.4);
      cairo_stroke (self->cr);
    }
  else
    cairo_fill (self->cr);
}

static void
draw_part (const TwinCanvas *self,
           const TwinChartLayer *layer)
{
  TwinBox bar = twin_layout_get_bar (self->layout, layer, 0);

  /* A seam of ground between the parts. */
  if (bar.width > LEAST_BAR_FOR_GAP)
    bar.width -= BAR_GAP;
  fill_part (self, layer, bar);
}

static void
draw_whisker (const TwinCanvas *self,
              const TwinChartLayer *layer,
              double left,
              double right,
              double y,
              double cap)
{
  cairo_move_to (self->cr, left, y);
  cairo_line_to (self->cr, right, y);
  twin_canvas_set_stroke (self, layer, INTERVAL_WIDTH);
  cairo_stroke (self->cr);

  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_move_to (self->cr, left, y - cap);
  cairo_line_to (self->cr, left, y + cap);
  cairo_move_to (self->cr, right, y - cap);
  cairo_line_to (self->cr, right, y + cap);
  cairo_stroke (self->cr);
}

static void
draw_intervals (const TwinCanvas *self,
                const TwinChartLayer *layer)
{
  const TwinPanelLayout *panel = twin_canvas_get_panel (self, layer->panel);
  const TwinScale *x_scale = &self->layout->x.scale;
  const double far_left = panel->plot.x - 100, far_right = panel->plot.x + panel->plot.width + 100;
  const double row = twin_layout_get_row (self->layout, layer->panel);
  const double cap = MIN (MOST_CAP * self->unit, 0.3 * row);

  for (gsize i = 0; i < layer->n; i++)
    {
      double y = twin_scale_pixel (&panel->y.scale, layer->y[i]);

      if (!twin_scale_holds (&panel->y.scale, layer->y[i]))
        continue;
      if (isfinite (layer->low[i]) && isfinite (layer->high[i]))
        draw_whisker (self, layer,
                      CLAMP (twin_scale_pixel (x_scale, layer->low[i]), far_left, far_right),
                      CLAMP (twin_scale_pixel (x_scale, layer->high[i]), far_left, far_right), y,
                      cap);
      if (twin_scale_holds (x_scale, layer->x[i]))
        twin_canvas_draw_mark (self, layer, twin_scale_pixel (x_scale, layer->x[i]), y,
                               MIN (MARK_RADIUS, 0.35 * row / self->unit));
    }
}

void
twin_canvas_draw_bar_layer (const TwinCanvas *self,
                            const TwinChartLayer *layer)
{
  switch (layer->kind)
    {
    case TWIN_LAYER_SPANS:
      draw_spans (self, layer);
      break;
    case TWIN_LAYER_BARS:
      draw_bars (self, layer);
      break;
    case TWIN_LAYER_PART:
      draw_part (self, layer);
      break;
    case TWIN_LAYER_INTERVALS:
      draw_intervals (self, layer);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
twin_canvas_draw_bar_sample (const TwinCanvas *self,
                             const TwinChartLayer *layer,
                             TwinBox box)
{
  const double side = 0.75 * box.height;
  TwinBox square = { box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side };

  switch (layer->kind)
    {
    case TWIN_LAYER_SPANS:
      square = (TwinBox){ box.x, box.y + 0.15 * box.height, box.width, 0.7 * box.height };
      fill_span (self, layer, square);
      break;
    case TWIN_LAYER_INTERVALS:
      draw_whisker (self, layer, box.x + self->unit, box.x + box.width - self->unit,
                    box.y + box.height / 2, MOST_CAP * self->unit);
      twin_canvas_draw_mark (self, layer, box.x + box.width / 2, box.y + box.height / 2,
                             MARK_RADIUS);
      break;
    case TWIN_LAYER_BARS:
    case TWIN_LAYER_PART:
      fill_part (self, layer, square);
      break;
    default:
      g_assert_not_reached ();
    }
}
