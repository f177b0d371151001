/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "../twin-model.h"
#include "twin-network-layout.h"

G_BEGIN_DECLS

/** TwinCost: what a day's cost is made of. */
typedef enum
{
  TWIN_COST_HOLDING,
  TWIN_COST_STOCKOUT,
  TWIN_COST_ORDERING,
  TWIN_N_COSTS
} TwinCost;

/**
 * TwinNetworkBatch:
 *
 * Many environments of one model, stepped together for learners in a hot loop: eight side by side
 * in the processor's vectors, into arrays of the caller, row-major, without allocation.
 * Environment i gives the same bits as a #TwinNetworkEnv of its seed (observations rounded to
 * float).
 *
 * All environments stand on the same day, and so end together. The step that lives the last day
 * sets @truncated. The *next* step lives no day but starts the next replication of each
 * environment's seed: it looks at no action, gives the first observations, rewards of 0, and
 * @truncated of 0. That is what Gymnasium calls AutoresetMode.NEXT_STEP.
 *
 * One batch belongs to one thread at a time.
 */
typedef struct _TwinNetworkBatch TwinNetworkBatch;

/** @model: of the type "network"; @n_env: ≥ 1. It stands where a reset with the seeds 0, 1 … would
 *  put it. @error: TWIN_ERROR_CONFLICT for a model of another type, TWIN_ERROR_TOO_LARGE. */
TwinNetworkBatch *twin_network_batch_new (const TwinModel *model, size_t n_env, GError **error);
void twin_network_batch_free (TwinNetworkBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinNetworkBatch, twin_network_batch_free)

size_t twin_network_batch_get_n_env (const TwinNetworkBatch *self);
/* What the numbers mean; see #TwinNetworkNumber. Both arrays belong to the batch. */
size_t twin_network_batch_get_n_observations (const TwinNetworkBatch *self);
const TwinNetworkNumber *twin_network_batch_get_observation_layout (const TwinNetworkBatch *self);
size_t twin_network_batch_get_n_actions (const TwinNetworkBatch *self);
const TwinNetworkNumber *twin_network_batch_get_action_layout (const TwinNetworkBatch *self);

/** Goes to day 0 of replication 0 of each seed. @seeds: [n_env], or NULL: to day 0 of the next
 *  replication of each environment's own seed, as the step after the last day does. @observations:
 *  out, [n_env][n_observations], or NULL. */
void twin_network_batch_reset (TwinNetworkBatch *self, const uint64_t *seeds, float *observations);

/**
 * twin_network_batch_step:
 * @actions: (nullable): [n_env][n_actions] units to order; NULL: the (s, S) rule decides
 *   everywhere. What is negative or NaN counts as 0, what is above the capacity as the capacity;
 *   see twin_network_batch_get_n_invalid()
 * @observations: (out) (optional): [n_env][n_observations]
 * @rewards: (out) (optional): [n_env], minus the day's total cost
 * @truncated: (out) (optional): [n_env], 1 where the horizon is reached, else 0
 *
 * Lives one day in every environment, or, after the last day, starts them anew.
 */
void twin_network_batch_step (TwinNetworkBatch *self,
                              const float *actions,
                              float *observations,
                              double *rewards,
                              uint8_t *truncated);

/** The same, and what the day's cost is made of. @costs: (out) (optional): [TWIN_N_COSTS][n_env];
 *  0 where the step lives no day. */
void twin_network_batch_step_with_costs (TwinNetworkBatch *self,
                                         const float *actions,
                                         float *observations,
                                         double *rewards,
                                         double *costs,
                                         uint8_t *truncated);

/** @normalized: whether actions are shares from −1, no order, to 1, the upper bound of
 *  twin_network_batch_get_action_layout(): units = (share + 1) · upper / 2. What is beyond counts
 *  as the bound next to it, NaN as no order. Otherwise, as at first, they are units. */
void twin_network_batch_set_normalized (TwinNetworkBatch *self, gboolean normalized);

/** Where in @actions, [n_env][n_actions], the first number is that is NaN or infinite;
 *  n_env · n_actions where all are finite. For callers who would rather not take the step then. */
size_t twin_network_batch_find_infinite (const TwinNetworkBatch *self, const float *actions);

/** Counts metrics from now on, which costs time; only to be asked for on day 0. */
void twin_network_batch_keep_metrics (TwinNetworkBatch *self);
/** The model's metrics over the days so far that count: @metrics is out, [n_metrics][n_env],
 *  n_metrics as of twin_model_get_n_metrics(). Averages and extremes over no days are NaN. */
void twin_network_batch_get_metrics (const TwinNetworkBatch *self, double *metrics);

/** How many actions were negative or NaN since the batch was made. */
uint64_t twin_network_batch_get_n_invalid (const TwinNetworkBatch *self);

G_END_DECLS
