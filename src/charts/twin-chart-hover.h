/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-layers.h"

G_BEGIN_DECLS

/** The crosshair and the box of values, where the view says that the pointer is. */
void twin_canvas_draw_hover (const TwinCanvas *self);

/** twin_chart_read() for one row of a panel with categories; @row NaN: for all of them. */
char *twin_chart_read_row (const TwinChart *chart, const TwinChartView *view, guint panel, double x,
                           double row);
/** The y that a line has at @x, NaN where it has none. */
double twin_chart_layer_value_at (const TwinChartLayer *layer, double x);
/** What a mark, interval, part or bar says for itself. (transfer full) */
char *twin_chart_read_mark (const TwinChart *chart, const TwinChartLayer *layer, gsize i);

/** twin_chart_pick() in a layout that is there already. */
void twin_chart_layout_pick (const TwinChartLayout *layout, const TwinChart *chart,
                             const TwinChartView *view, double px, double py, TwinChartHit *hit);

G_END_DECLS
