/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-export.h"

G_BEGIN_DECLS

/** TwinFigureTile: where a chart stands on a sheet, in CSS pixels. */
typedef struct
{
  const TwinChart *chart;
  double x, y, width, height;
  double until; /* the chart's x axis ends there; 0: where its data does */
} TwinFigureTile;

/** The width of a sheet: that of a page's text, at the size that text has there. */
#define TWIN_FIGURE_SHEET_WIDTH 1000

/** Several charts as one picture, as a report has them: the bytes of a file.
 *  @title: of the document. @error: G_IO_ERROR. */
GBytes *twin_figure_sheet_render (const TwinFigureTile *tiles,
                                  guint n,
                                  const char *title,
                                  TwinImageFormat format,
                                  GError **error);

G_END_DECLS
