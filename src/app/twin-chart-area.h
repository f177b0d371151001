/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "twin-chart.h"

G_BEGIN_DECLS

/**
 * TwinChartArea:
 *
 * A widget that shows a TwinChart: hover and arrow keys read values, wheel, drag, plus and minus
 * zoom and pan, a double click or 0 shows all, or again what the chart begins with, legend entries
 * toggle by click or by their number, and a menu copies and saves. The wheel zooms once the chart
 * has the focus (or with Ctrl); before that it scrolls the page.
 *
 * Properties: "chart" (TwinChart; a new one keeps zoom and hidden entries), "dimmed" (it shows
 * results of older parameters), "export-name" (suggested file name, without ending), "extra-menu"
 * (GMenuModel: more entries for the menu), "initial-span" (x units that are shown at first, from
 * the left; 0: all), "plain-width" and "plain-height" (pixels that it has at least with text of the
 * default size; with larger text it has more).
 *
 * In a .ui file a child of type "control" stands at the top end, before the menu.
 *
 * Signal: "picked" (guint panel, guint layer, guint64 index, double x, double y): a mark was
 * clicked. Whoever listens offers the same by keyboard, in a table say.
 */
#define TWIN_TYPE_CHART_AREA (twin_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (TwinChartArea, twin_chart_area, TWIN, CHART_AREA, GtkWidget)

/** @chart is nullable. */
void twin_chart_area_set_chart (TwinChartArea *self, TwinChart *chart);
TwinChart *twin_chart_area_get_chart (TwinChartArea *self);
void twin_chart_area_set_dimmed (TwinChartArea *self, gboolean dimmed);
void twin_chart_area_set_plain_height (TwinChartArea *self, int height);
/** All data, all entries, no crosshair: for a chart of another kind. */
void twin_chart_area_reset_view (TwinChartArea *self);

G_END_DECLS
