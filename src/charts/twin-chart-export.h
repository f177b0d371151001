/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-view.h"

G_BEGIN_DECLS

typedef enum
{
  TWIN_IMAGE_PNG,
  TWIN_IMAGE_SVG,
  TWIN_IMAGE_PDF
} TwinImageFormat;

/** The format that a file name's ending asks for. @error: G_IO_ERROR_NOT_SUPPORTED, naming the
 *  three endings that are known. */
gboolean twin_image_format_from_name (const char *name, TwinImageFormat *format, GError **error);

/** The chart as a file's bytes, drawn by the same code as on screen. Width and height in CSS
 *  pixels (1/96 inch); a PNG has @scale device pixels for each. @error: G_IO_ERROR. */
GBytes *twin_chart_render (const TwinChart *chart, TwinImageFormat format, double width,
                           double height, double scale, const TwinChartView *view, GError **error);

G_END_DECLS
