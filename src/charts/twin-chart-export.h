/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-view.h"
#include "twin-image.h"

G_BEGIN_DECLS

/** The chart as a file's bytes, drawn by the same code as on screen. Width and height in CSS
 *  pixels (1/96 inch); a PNG has @scale device pixels for each. @error: G_IO_ERROR. */
GBytes *twin_chart_render (const TwinChart *chart, TwinImageFormat format, double width,
                           double height, double scale, const TwinChartView *view, GError **error);

G_END_DECLS
