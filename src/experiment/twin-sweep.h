/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-decision-key.h"
#include "twin-optimum.h"

G_BEGIN_DECLS

/* Inside the experiments: what twin_optimum_new() does with a list of policies. */

/** TwinSweep: what the policies of a list have in common. Plain, borrowed. */
typedef struct
{
  const TwinParameters *base; /* everything but the decisions */
  const GPtrArray *keys;      /* TwinDecisionKey: what the decisions are */
  uint64_t seed;
  TwinPool *pool;
} TwinSweep;

/** TwinSamples: where service and cost of replication r of policy p go: number
 *  p · policy_stride + r · replication_stride of each. */
typedef struct
{
  double *service, *cost;
  gsize policy_stride, replication_stride;
} TwinSamples;

/** The model of the base under one policy's decisions, [keys->len]. That of a large network takes a
 *  tenth of a second, so a cancel is looked for on the way. */
TwinModel *twin_sweep_build (const TwinSweep *self,
                             const double *decisions,
                             const TwinMonitor *monitor,
                             GError **error);

/** Judges all policies, with @n replications of each, so that the last of them is refused before
 *  the first is simulated. */
gboolean twin_sweep_check (const TwinSweep *self,
                           const TwinPolicy *policies,
                           gsize n_policies,
                           gsize n,
                           const TwinMonitor *monitor,
                           GError **error);

/**
 * twin_sweep_simulate:
 * @decisions: of each policy, [n_policies][keys->len]
 * @first, @count: replications first … first + count − 1 of each, on common random numbers
 * @samples: where they go
 * @monitor: (nullable): told of policies done
 */
gboolean twin_sweep_simulate (const TwinSweep *self,
                              const double *const *decisions,
                              gsize n_policies,
                              uint64_t first,
                              gsize count,
                              const TwinSamples *samples,
                              const TwinMonitor *monitor,
                              GError **error);

/** Service and cost of @policies, whose decisions are given, on replications 0 … @n − 1 each. */
gboolean twin_sweep_measure (const TwinSweep *self,
                             TwinPolicy *policies,
                             gsize n_policies,
                             gsize n,
                             const TwinMonitor *monitor,
                             GError **error);

G_END_DECLS
