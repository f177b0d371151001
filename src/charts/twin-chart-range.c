/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-private.h"

#include <math.h>

#define MARGIN 0.04

void
twin_chart_view_init (TwinChartView *view)
{
  g_return_if_fail (view != NULL);

  *view = (TwinChartView){
    .theme = TWIN_THEME_LIGHT,
    .text_size = 9,
    .x_low = NAN,
    .x_high = NAN,
    .y_low = NAN,
    .y_high = NAN,
    .hover_x = NAN,
    .hover_y = NAN,
  };
}

gboolean
twin_chart_entry_is_hidden (int entry,
                            const TwinChartView *view)
{
  return entry >= 0 && entry < 64 && (view->hidden >> entry & 1) != 0;
}

gboolean
twin_chart_shows (const TwinChartLayer *layer,
                  const TwinChartView *view)
{
  return !twin_chart_entry_is_hidden (layer->entry, view);
}

static gboolean
is_zoomed (double low,
           double high)
{
  return isfinite (low) && isfinite (high) && high > low && isfinite (high - low);
}

static gboolean
is_focused (const TwinChart *self,
            const TwinChartView *view)
{
  return self->focus_note != NULL && !view->whole;
}

static TwinExtent
focus_range (TwinExtent range,
             double low,
             double high)
{
  return (TwinExtent){ isnan (low) ? range.low : low, isnan (high) ? range.high : high };
}

char *
twin_chart_dup_caption (const TwinChart *self,
                        const TwinChartView *view)
{
  const char *caption = self->caption != NULL ? self->caption : "";
  const TwinExtent shown = twin_chart_x_range (self, view);
  g_autofree char *fitting = self->caption_func != NULL
                                 ? self->caption_func (caption, shown.low, shown.high,
                                                       self->caption_data)
                                 : g_strdup (caption);

  if (!is_focused (self, view) || is_zoomed (view->x_low, view->x_high))
    return g_steal_pointer (&fitting);
  return g_strjoin (*fitting != '\0' ? " " : "", fitting, self->focus_note, NULL);
}

static TwinExtent
category_range (const TwinChartAxis *axis)
{
  return (TwinExtent){ -0.5, MAX (axis->n_categories, 1) - 0.5 };
}

/* A line runs from edge to edge; points beyond the lines need air around them. */
static double
x_margin (const TwinChart *self)
{
  TwinExtent lines = twin_extent_empty ();
  TwinExtent points = twin_extent_empty ();

  for (guint i = 0; i < self->layers->len; i++)
    {
      const TwinChartLayer *layer = g_ptr_array_index (self->layers, i);
      gboolean is_line = layer->kind == TWIN_LAYER_LINE || layer->kind == TWIN_LAYER_BAND;

      twin_extent_join (is_line ? &lines : &points, layer->across);
    }
  return lines.low <= points.low && lines.high >= points.high ? 0 : MARGIN;
}

static TwinExtent
x_range_of_data (const TwinChart *self)
{
  TwinExtent range = twin_extent_empty ();

  if (self->x_axis.n_categories > 0)
    return category_range (&self->x_axis);

  for (guint i = 0; i < self->layers->len; i++)
    {
      const TwinChartLayer *layer = g_ptr_array_index (self->layers, i);

      twin_extent_join (&range, layer->across);
    }
  if (self->x_axis.from_zero && !twin_extent_is_empty (range))
    twin_extent_add (&range, 0);
  return twin_extent_for_axis (range, x_margin (self), self->x_axis.style);
}

TwinExtent
twin_chart_x_range (const TwinChart *self,
                    const TwinChartView *view)
{
  if (is_zoomed (view->x_low, view->x_high))
    return (TwinExtent){ view->x_low, view->x_high };
  if (is_focused (self, view))
    return focus_range (x_range_of_data (self), self->focus.x_low, self->focus.x_high);
  return x_range_of_data (self);
}

/* Of the layers to be seen, or where all are switched off, of all. */
static TwinExtent
y_range_of_data (const TwinChart *self,
                 guint panel,
                 const TwinChartView *view)
{
  TwinExtent shown = twin_extent_empty ();
  TwinExtent all = twin_extent_empty ();

  for (guint i = 0; i < self->layers->len; i++)
    {
      const TwinChartLayer *layer = g_ptr_array_index (self->layers, i);

      if (layer->panel != panel)
        continue;
      twin_extent_join (&all, layer->along);
      if (twin_chart_shows (layer, view))
        twin_extent_join (&shown, layer->along);
    }
  return twin_extent_is_empty (shown) ? all : shown;
}

TwinExtent
twin_chart_y_range (const TwinChart *self,
                    guint panel,
                    const TwinChartView *view)
{
  const TwinChartAxis *axis = &twin_chart_get_panel (self, panel)->y_axis;
  TwinExtent range;

  if (axis->n_categories > 0)
    return category_range (axis);
  if (is_zoomed (view->y_low, view->y_high))
    return (TwinExtent){ view->y_low, view->y_high };

  range = y_range_of_data (self, panel, view);
  if (axis->from_zero && !twin_extent_is_empty (range))
    twin_extent_add (&range, 0);
  if (!is_focused (self, view))
    return twin_extent_for_axis (range, MARGIN, axis->style);
  range = twin_extent_for_axis (focus_range (range, self->focus.y_low, self->focus.y_high), MARGIN,
                                axis->style);
  return focus_range (range, self->focus.y_low, self->focus.y_high);
}

void
twin_chart_get_x_range (const TwinChart *self,
                        double *low,
                        double *high)
{
  TwinExtent range;

  g_return_if_fail (self != NULL && low != NULL && high != NULL);

  range = x_range_of_data (self);
  *low = range.low;
  *high = range.high;
}

void
twin_chart_get_shown_x_range (const TwinChart *self,
                              const TwinChartView *view,
                              double *low,
                              double *high)
{
  TwinExtent range;

  g_return_if_fail (self != NULL && view != NULL && low != NULL && high != NULL);

  range = twin_chart_x_range (self, view);
  *low = range.low;
  *high = range.high;
}
