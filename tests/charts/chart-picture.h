/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-layout.h"

/** A chart drawn off screen, to look at its pixels. */
typedef struct
{
  cairo_surface_t *surface;
  TwinChartLayout *layout;
  TwinChartView view;
} ChartPicture;

ChartPicture *chart_picture_new (const TwinChart *chart, int width, int height,
                                 const TwinChartView *view);
void chart_picture_free (ChartPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChartPicture, chart_picture_free)

/** Pixel of data coordinates in @panel. */
double chart_picture_x (const ChartPicture *self, double x);
double chart_picture_y (const ChartPicture *self, guint panel, double y);
/** Whether the pixel that holds (px, py) has about the colour of @ink, of @tone. */
gboolean chart_picture_is_ink (const ChartPicture *self, double px, double py, TwinInk ink);
gboolean chart_picture_is_ground (const ChartPicture *self, double px, double py);
/** The same at data coordinates in the first panel; and, of a sloping line, which covers no pixel
 *  whole, whether one there or beside it has. */
gboolean chart_picture_has (const ChartPicture *self, double x, double y, TwinInk ink);
gboolean chart_picture_has_near (const ChartPicture *self, double x, double y, TwinInk ink);
/** Pixels of @box that have about the colour of @ink. */
guint chart_picture_count (const ChartPicture *self, TwinBox box, TwinInk ink);
/** Pixels of @box that are not the ground. */
guint chart_picture_count_drawn (const ChartPicture *self, TwinBox box);
TwinBox chart_picture_plot (const ChartPicture *self, guint panel);
/** The only text of its role, or NULL. */
const TwinLabel *chart_picture_find (const ChartPicture *self, TwinRole role);
