/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-comparison.h"
#include "twin-csv-writer.h"
#include "twin-optimum.h"
#include "twin-run.h"

G_BEGIN_DECLS

/* What goes into which column; the writer is the caller's, who closes it. */

/** `replication`, then the metrics: one row a replication. */
void twin_run_write_csv (const TwinRun *run, TwinCsvWriter *writer);
/** `scenario`, `metric`, `mean`, `sd`, `ci_low`, `ci_high`, `difference`, `difference_ci_low`,
 *  `difference_ci_high`; the baseline's differences are empty. */
void twin_comparison_write_csv (const TwinComparison *comparison, TwinCsvWriter *writer);
/** One row a policy: the decisions, `replications`, mean, sd and interval of service and cost
 *  (`fill_rate`, `fill_rate_sd`, `fill_rate_ci_low`, …), `feasible` (1, 0). */
void twin_optimum_write_csv (const TwinOptimum *optimum, TwinCsvWriter *writer);
/** The trace's columns; columns of names are written as names. */
void twin_trace_write_csv (const TwinTrace *trace, TwinCsvWriter *writer);

G_END_DECLS
