/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-layout.h"

G_BEGIN_DECLS

/* Radii of marks, in units. */
#define TWIN_MARK_RADIUS 3.6
#define TWIN_SMALL_MARK_RADIUS 2.4

/** TwinCanvas: what drawing a layer needs to know. */
typedef struct
{
  cairo_t *cr;
  const TwinChart *chart;
  const TwinChartView *view;
  const TwinChartLayout *layout;
  double unit; /* a pixel at the default text size; line widths and marks follow it */
} TwinCanvas;

void twin_canvas_draw_layer (const TwinCanvas *self, const TwinChartLayer *layer);
/** The layer's look in miniature: its legend sample. */
void twin_canvas_draw_sample (const TwinCanvas *self, const TwinChartLayer *layer, TwinBox box);

/* Shared by the layers' own files. */

const TwinPanelLayout *twin_canvas_get_panel (const TwinCanvas *self, guint panel);
TwinColour twin_canvas_get_ink (const TwinCanvas *self, const TwinChartLayer *layer);
/** Sets colour, width and dash as the layer has them. */
void twin_canvas_set_stroke (const TwinCanvas *self, const TwinChartLayer *layer, double width);
void twin_canvas_draw_marks (const TwinCanvas *self, const TwinChartLayer *layer);
void twin_canvas_draw_mark (const TwinCanvas *self, const TwinChartLayer *layer, double x, double y,
                            double radius);
/** The data [*first, *end) that can be seen, with a neighbour at each side. */
void twin_canvas_find_visible (const TwinCanvas *self, const TwinChartLayer *layer, gsize *first,
                               gsize *end);
/** Where @n data are closer than pixels, nobody sees a corner's shape or the finest shade of an
 *  edge, but they would cost most of the time. */
void twin_canvas_draw_fast_if_dense (const TwinCanvas *self, const TwinPanelLayout *panel, gsize n);
void twin_canvas_draw_band (const TwinCanvas *self, const TwinChartLayer *layer);
void twin_canvas_draw_band_sample (const TwinCanvas *self, const TwinChartLayer *layer,
                                   TwinBox box);
void twin_canvas_draw_bar_layer (const TwinCanvas *self, const TwinChartLayer *layer);
void twin_canvas_draw_bar_sample (const TwinCanvas *self, const TwinChartLayer *layer, TwinBox box);

G_END_DECLS
