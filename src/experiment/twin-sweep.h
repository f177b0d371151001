/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-decision-key.h"
#include "twin-optimum.h"

G_BEGIN_DECLS

/* Inside the experiments: what twin_optimum_new() does with a list of policies. */

/** The model of @base under one policy's decisions, [keys->len], whose keys are @keys. */
TwinModel *twin_sweep_build (const TwinParameters *base,
                             const GPtrArray *keys,
                             const TwinPolicy *policy,
                             GError **error);

/**
 * twin_sweep_measure:
 * @base: everything but the decisions
 * @keys: (element-type TwinDecisionKey): what the decisions are
 * @policies: in and out, [n_policies]: the decisions are given, service and cost are filled in
 * @seed, @n: replications 0 … n − 1 of each, on common random numbers
 * @monitor: (nullable): told of policies done
 *
 * All policies are judged before the first is simulated.
 */
gboolean twin_sweep_measure (const TwinParameters *base,
                             const GPtrArray *keys,
                             TwinPolicy *policies,
                             gsize n_policies,
                             uint64_t seed,
                             gsize n,
                             TwinPool *pool,
                             const TwinMonitor *monitor,
                             GError **error);

G_END_DECLS
