/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-cli-table.h"
#include "twin-figure.h"

G_BEGIN_DECLS

/* Estimates in tables. The unit stands with the metric's title, not in every cell. */

/** "Average on hand (units)". */
char *twin_cli_format_title (const TwinMetric *metric);
/** Adds a cell with the mean and one with its interval. */
void twin_cli_add_estimate (TwinCliTable *table, const TwinMetric *metric, TwinEstimate estimate);
/** The same with the decimals of the column that @as stands for, see twin_figure_column_get();
 *  and the mean alone. */
void twin_cli_add_estimate_as (TwinCliTable *table,
                               const TwinMetric *metric,
                               TwinEstimate estimate,
                               TwinEstimate as);
void twin_cli_add_mean_as (TwinCliTable *table,
                           const TwinMetric *metric,
                           TwinEstimate estimate,
                           TwinEstimate as);
/** Adds a cell with the standard deviation. */
void twin_cli_add_sd (TwinCliTable *table, const TwinMetric *metric, TwinEstimate estimate);
/** As twin_cli_add_estimate(), the mean with its sign, shares in percentage points ("pp"). */
void twin_cli_add_difference (TwinCliTable *table, const TwinMetric *metric, TwinEstimate estimate);
/** Names, titles and meanings of metrics. */
TwinCliTable *twin_cli_new_metric_table (const TwinMetric *metrics, guint n_metrics);

G_END_DECLS
