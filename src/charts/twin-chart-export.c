/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-chart-export.h"

typedef struct
{
  const TwinChart *chart;
  double width, height;
  const TwinChartView *view;
} Drawing;

static void
draw_chart (cairo_t *cr,
            gconstpointer data)
{
  const Drawing *drawing = data;

  twin_chart_draw (drawing->chart, cr, drawing->width, drawing->height, drawing->view);
}

GBytes *
twin_chart_render (const TwinChart *chart,
                   TwinImageFormat format,
                   double width,
                   double height,
                   double scale,
                   const TwinChartView *view,
                   GError **error)
{
  Drawing drawing = { chart, width, height, view };

  g_return_val_if_fail (chart != NULL && view != NULL, NULL);

  return twin_image_render (&(TwinImage){ .format = format,
                                          .title = twin_chart_get_title (chart),
                                          .width = width,
                                          .height = height,
                                          .scale = scale },
                            draw_chart, &drawing, error);
}
