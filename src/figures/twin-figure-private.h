/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-figure.h"

G_BEGIN_DECLS

/** An axis that measures @metric. Its strings are translations: they live as long as the program. */
TwinAxis twin_figure_metric_axis (const TwinMetric *metric);

/** "1,000": a number of things, for sentences. */
char *twin_figure_format_count (uint64_t count);

/** "33,400 – 33,560" of a metric with its mean in front: "33,480 (33,400 – 33,560)"; the mean alone
 *  where one replication gives no interval. */
char *twin_figure_format_estimate (const TwinMetric *metric, TwinEstimate estimate);
/** The same of a difference: "+19,442 (19,173 – 19,710)". */
char *twin_figure_format_difference_estimate (const TwinMetric *metric, TwinEstimate difference);

/** Lets the chart of twin_figure_policies() begin with the policies that a planner chooses from,
 *  where the others squeeze them. */
void twin_figure_focus_policies (TwinChart *chart, const TwinOptimum *optimum);

G_END_DECLS
