/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-estimate.h"
#include "twin-model.h"
#include "twin-pool.h"

G_BEGIN_DECLS

/** The largest number of replications of one run. */
#define TWIN_MAX_REPLICATIONS 10000000

/** What twin_run_new() would refuse before it begins: for work made of several runs, so that the
 *  last of them is refused before the first is waited for.
 *  @error: TWIN_ERROR_OUT_OF_BOUNDS for @n; TWIN_ERROR_TOO_LARGE for more than TWIN_MAX_WORK. */
gboolean twin_run_check (const TwinModel *model, gsize n, GError **error);

/**
 * TwinRun:
 *
 * A Monte Carlo experiment: the metrics of many replications of one model, and their estimates.
 * Read-only once made; atomically refcounted, boxed.
 */
typedef struct _TwinRun TwinRun;

#define TWIN_TYPE_RUN (twin_run_get_type ())
GType twin_run_get_type (void);

/**
 * twin_run_new:
 * @model: what is simulated
 * @seed: the seed
 * @first: number of the first replication; 0 unless fresh random numbers of a seed are wanted
 * @n: replications, 1 … TWIN_MAX_REPLICATIONS
 * @pool: threads; the result does not depend on their number
 * @monitor: (nullable): told of replications done
 *
 * @error: G_IO_ERROR_CANCELLED; what twin_run_check() says; TWIN_ERROR_TOO_LARGE where the table
 * does not fit in memory.
 */
TwinRun *twin_run_new (TwinModel *model,
                       uint64_t seed,
                       uint64_t first,
                       gsize n,
                       TwinPool *pool,
                       const TwinMonitor *monitor,
                       GError **error);
TwinRun *twin_run_ref (TwinRun *self);
void twin_run_unref (TwinRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinRun, twin_run_unref)

TwinModel *twin_run_get_model (const TwinRun *self);
uint64_t twin_run_get_seed (const TwinRun *self);
uint64_t twin_run_get_first (const TwinRun *self);
gsize twin_run_get_n (const TwinRun *self);
/** One metric of every replication, [n]. */
const double *twin_run_get_sample (const TwinRun *self, guint metric);
/** Its estimate at TWIN_CONFIDENCE; a share's interval is clipped to [0, 1]. */
TwinEstimate twin_run_get_estimate (const TwinRun *self, guint metric);
/** Seconds of wall time that it took. */
double twin_run_get_seconds (const TwinRun *self);

G_END_DECLS
