/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart.h"

G_BEGIN_DECLS

/* What a figure's chart holds, looked up behind the door of the charts. */

/** The rows of the chart's data that belong to @series; free the array. */
GArray *chart_series (const TwinChart *chart, const char *series);

guint chart_count_layers (const TwinChart *chart);
TwinLayer chart_get_look (const TwinChart *chart, guint layer);
gboolean chart_has_marks (const TwinChart *chart, guint layer);
gboolean chart_has_line (const TwinChart *chart, guint layer);

/** The chart draws itself, large and tiny, without a complaint. */
void assert_draws (const TwinChart *chart);
/** Title, caption and axes are there, and the description has @words (NULL-terminated). */
void assert_complete (const TwinChart *chart, const char *const *words);
/** "Time (days)": what an axis says. */
void assert_axes (const TwinChart *chart, const char *x_axis, const char *y_axis);

G_END_DECLS
