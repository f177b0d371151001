/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-hover.h"

#include <math.h>

#define REACH 12.0 /* pixels */

static double
distance_to_box (TwinBox box,
                 double x,
                 double y)
{
  return hypot (x - CLAMP (x, box.x, box.x + box.width), y - CLAMP (y, box.y, box.y + box.height));
}

/* Pixels from the point to datum @i, and that datum's place. Infinite where it cannot be met. */
static double
distance_to (const TwinChartLayout *layout,
             const TwinChartLayer *layer,
             gsize i,
             double px,
             double py,
             double *mark_x,
             double *mark_y)
{
  const TwinScale *x_scale = &layout->x.scale;
  const TwinScale *y_scale = &g_array_index (layout->panels, TwinPanelLayout, layer->panel).y.scale;
  TwinBox box;

  switch (layer->kind)
    {
    case TWIN_LAYER_MARKS:
    case TWIN_LAYER_INTERVALS:
      *mark_x = layer->x[i];
      *mark_y = layer->y[i];
      box = (TwinBox){ twin_scale_pixel (x_scale, *mark_x), twin_scale_pixel (y_scale, *mark_y), 0,
                       0 };
      if (layer->kind == TWIN_LAYER_INTERVALS && isfinite (layer->low[i]) &&
          isfinite (layer->high[i]))
        {
          box.x = twin_scale_pixel (x_scale, layer->low[i]);
          box.width = twin_scale_pixel (x_scale, layer->high[i]) - box.x;
        }
      else if (!twin_scale_holds (x_scale, *mark_x))
        return INFINITY;
      return twin_scale_holds (y_scale, *mark_y) ? distance_to_box (box, px, py) : INFINITY;

    case TWIN_LAYER_BARS:
    case TWIN_LAYER_PART:
      *mark_x = (layer->low[i] + layer->high[i]) / 2;
      *mark_y = layer->y[i];
      box = twin_layout_get_bar (layout, layer, i);
      return box.width > 0 ? distance_to_box (box, px, py) : INFINITY;

    default:
      return INFINITY;
    }
}

static void
find_mark (const TwinChartLayout *layout,
           const TwinChart *chart,
           const TwinChartView *view,
           double px,
           double py,
           TwinChartHit *hit)
{
  double best = REACH;

  for (guint i = 0; i < chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (chart, i);

      if (layer->panel != hit->panel || !twin_chart_shows (layer, view))
        continue;
      for (gsize k = 0; k < layer->n; k++)
        {
          double x = NAN, y = NAN;
          double distance = distance_to (layout, layer, k, px, py, &x, &y);

          /* Of two as near, the one drawn on top. */
          if (!(distance <= best))
            continue;
          best = distance;
          hit->layer = (int) i;
          hit->index = k;
          hit->mark_x = x;
          hit->mark_y = y;
        }
    }
}

void
twin_chart_layout_pick (const TwinChartLayout *layout,
                        const TwinChart *chart,
                        const TwinChartView *view,
                        double px,
                        double py,
                        TwinChartHit *hit)
{
  *hit = (TwinChartHit){ .entry = -1, .layer = -1, .x = NAN, .y = NAN, .mark_x = NAN,
                         .mark_y = NAN };

  for (guint i = 0; i < layout->legend->len; i++)
    {
      const TwinLegendItem *item = &g_array_index (layout->legend, TwinLegendItem, i);

      if (twin_box_holds (item->box, px, py))
        hit->entry = (int) item->entry;
    }
  for (guint i = 0; i < layout->panels->len; i++)
    {
      const TwinPanelLayout *panel = &g_array_index (layout->panels, TwinPanelLayout, i);

      if (!twin_box_holds (panel->plot, px, py))
        continue;
      hit->inside = TRUE;
      hit->panel = i;
      hit->x = twin_scale_value (&layout->x.scale, px);
      hit->y = twin_scale_value (&panel->y.scale, py);
      find_mark (layout, chart, view, px, py, hit);
      return;
    }
}

void
twin_chart_pick (const TwinChart *chart,
                 double width,
                 double height,
                 const TwinChartView *view,
                 double px,
                 double py,
                 TwinChartHit *hit)
{
  g_autoptr (TwinChartLayout) layout = NULL;

  g_return_if_fail (chart != NULL && view != NULL && hit != NULL);

  layout = twin_chart_layout_new (chart, width, height, view);
  twin_chart_layout_pick (layout, chart, view, px, py, hit);
}
