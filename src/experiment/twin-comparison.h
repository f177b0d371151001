/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-run.h"
#include "twin-scenario.h"

G_BEGIN_DECLS

/**
 * TwinComparison:
 *
 * The same policy under several scenarios on common random numbers: replication i of each sees the
 * same draws, so differences to the first scenario, the baseline, are paired. Read-only; atomically
 * refcounted, boxed.
 */
typedef struct _TwinComparison TwinComparison;

#define TWIN_TYPE_COMPARISON (twin_comparison_get_type ())
GType twin_comparison_get_type (void);

/**
 * twin_comparison_new:
 * @base: parameters of the baseline
 * @scenarios: [n_scenarios]; copied. The first is what the others are compared with.
 * @seed, @n: as twin_run_new()
 * @monitor: (nullable): told of replications done over all scenarios
 *
 * @error: as twin_run_new(); parameters that a scenario makes invalid, with its title in front.
 */
TwinComparison *twin_comparison_new (const TwinParameters *base,
                                     TwinScenario *const *scenarios,
                                     guint n_scenarios,
                                     uint64_t seed,
                                     gsize n,
                                     TwinPool *pool,
                                     const TwinMonitor *monitor,
                                     GError **error);
TwinComparison *twin_comparison_ref (TwinComparison *self);
void twin_comparison_unref (TwinComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinComparison, twin_comparison_unref)

guint twin_comparison_get_n_scenarios (const TwinComparison *self);
const TwinScenario *twin_comparison_get_scenario (const TwinComparison *self, guint scenario);
/** Its run. (transfer none) */
TwinRun *twin_comparison_get_run (const TwinComparison *self, guint scenario);
/** Paired difference to the first scenario, of the unclipped metric. */
TwinEstimate twin_comparison_get_difference (const TwinComparison *self,
                                             guint scenario,
                                             guint metric);
double twin_comparison_get_seconds (const TwinComparison *self);

G_END_DECLS
