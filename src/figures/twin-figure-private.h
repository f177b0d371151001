/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-figure.h"

G_BEGIN_DECLS

/** An axis that measures @metric. Its strings are translations: they live as long as the
 *  program. */
TwinAxis twin_figure_metric_axis (const TwinMetric *metric);

/** The part of an interval that @metric can be in: from 0 on, of a share up to 1. */
TwinEstimate twin_figure_clip (const TwinMetric *metric, TwinEstimate estimate);

/** "1,000": a number of things, for sentences. */
char *twin_figure_format_count (uint64_t count);

/** "33,400 – 33,560" of a metric with its mean in front: "33,480 (33,400 – 33,560)"; the mean alone
 *  where one replication gives no interval. */
char *twin_figure_format_estimate (const TwinMetric *metric, TwinEstimate estimate);
/** The same of a service, with the mean of twin_figure_format_service(). */
char *twin_figure_format_service_estimate (const TwinOptimum *optimum, TwinEstimate service);
/** The same of a difference: "+19,442 (19,173 – 19,710)". */
char *twin_figure_format_difference_estimate (const TwinMetric *metric, TwinEstimate difference);

/** Adds panel @source of the trace to the chart, with the band of many runs (nullable) behind it,
 *  and what it shows in words to @summary. @days: what the picture covers, from the start. */
void twin_figure_add_trace_panel (TwinChart *chart,
                                  const TwinTrace *trace,
                                  guint source,
                                  const TwinBand *band,
                                  double days,
                                  GString *summary);

/** What a search measures its policies by: TWIN_METRIC_SERVICE or TWIN_METRIC_OBJECTIVE. */
const TwinMetric *twin_figure_get_metric (const TwinOptimum *optimum, TwinMetricFlags flag);

/** What hovering the mark of a policy says:
 *  "s = 90, S = 170: total cost 33,480, fill rate 98.1 %, 512 replications". */
char *twin_figure_label_policy (const TwinOptimum *optimum, const TwinPolicy *policy);
/** What stands at the mark of the answer. */
char *twin_figure_note_policy (const TwinOptimum *optimum, const TwinPolicy *policy);
/** How the policies were measured, for below their chart; and what came of it, for who cannot see
 *  it. */
char *twin_figure_caption_policies (const TwinOptimum *optimum);
char *twin_figure_summarize_policies (const TwinOptimum *optimum);

/** Lets the chart of twin_figure_policies() begin with the policies that a planner chooses from,
 *  where the others squeeze them. */
void twin_figure_focus_policies (TwinChart *chart, const TwinOptimum *optimum);

G_END_DECLS
