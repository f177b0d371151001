/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-cli-sheet.h"

#define WIDTH 960
#define HEIGHT 420
#define PNG_SCALE 2 /* sharp in print and on dense screens */

GBytes *
twin_cli_sheet_render (TwinChart *const *charts,
                       guint n,
                       TwinImageFormat format,
                       GError **error)
{
  TwinChartView view;

  twin_chart_view_init (&view);
  return twin_chart_render (charts[0], format, WIDTH, HEIGHT, PNG_SCALE, &view, error);
}
