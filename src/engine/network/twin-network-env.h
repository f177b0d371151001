/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdint.h>

#include "../twin-model.h"
#include "twin-network-layout.h"

G_BEGIN_DECLS

/**
 * TwinNetworkEnv:
 *
 * A retail network to be led day by day: reset it, step it, look at it. One environment belongs to
 * one thread at a time; any number of them share a model.
 *
 * An episode that is stepped without actions gives the very bits of the experiment's replication of
 * the same seed and number.
 */
typedef struct _TwinNetworkEnv TwinNetworkEnv;

/** @model: of the type "network". It stands at the start of replication 0 of seed 0.
 *  @error: TWIN_ERROR_CONFLICT for a model of another type. */
TwinNetworkEnv *twin_network_env_new (TwinModel *model, GError **error);
void twin_network_env_free (TwinNetworkEnv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinNetworkEnv, twin_network_env_free)

TwinModel *twin_network_env_get_model (const TwinNetworkEnv *self);
guint twin_network_env_get_n_days (const TwinNetworkEnv *self);
guint twin_network_env_get_n_nodes (const TwinNetworkEnv *self);
/* What the numbers mean; see #TwinNetworkNumber. Both arrays belong to the environment. */
guint twin_network_env_get_n_observations (const TwinNetworkEnv *self);
const TwinNetworkNumber *twin_network_env_get_observation_layout (const TwinNetworkEnv *self);
guint twin_network_env_get_n_actions (const TwinNetworkEnv *self);
const TwinNetworkNumber *twin_network_env_get_action_layout (const TwinNetworkEnv *self);

/** Goes to day 0 of a replication. */
void twin_network_env_reset (TwinNetworkEnv *self, uint64_t seed, uint64_t replication);

/**
 * twin_network_env_step:
 * @actions: (nullable): [n_actions] units to order; NULL: the (s, S) rule decides everywhere
 * @decided: (nullable): [n_actions], 0 where the (s, S) rule decides and @actions is not looked at;
 *   NULL: @actions decides everywhere
 * @reward: (out) (optional): minus the day's total cost
 *
 * Lives one day.
 *
 * @error: TWIN_ERROR_OUT_OF_BOUNDS for an action that is negative, NaN or infinite, naming node and
 * SKU; TWIN_ERROR_CONFLICT for a step after the last day. The environment then stays as it was.
 */
gboolean twin_network_env_step (TwinNetworkEnv *self,
                                const double *actions,
                                const uint8_t *decided,
                                double *reward,
                                GError **error);

/** The day that comes next, counted from 0; n_days once the episode is over. */
guint twin_network_env_get_day (const TwinNetworkEnv *self);
gboolean twin_network_env_is_over (const TwinNetworkEnv *self);
/** @observations: out, [n_observations]. */
void twin_network_env_get_state (const TwinNetworkEnv *self, double *observations);
/** The model's metrics over the days so far that count: @metrics is out, [n_metrics] of
 *  twin_model_get_n_metrics(). Averages and extremes over no days are NaN. */
void twin_network_env_get_metrics (const TwinNetworkEnv *self, double *metrics);

/** TwinNetworkDay: the whole network's last day; 0 before the first, service_level 1. */
typedef struct
{
  double demand, sales, lost_sales; /* units */
  double service_level;
  double inventory;                 /* units on hand at its end */
  double holding_cost, stockout_cost, ordering_cost, total_cost;
  double store_orders;
  double whole_orders;              /* of these, shipped whole on the same day */
  double warehouse_orders;
} TwinNetworkDay;

void twin_network_env_get_last_day (const TwinNetworkEnv *self, TwinNetworkDay *day);
/** What each node's last day cost: @costs is out, [n_nodes][3]: holding, stockout, ordering. The
 *  warehouse is the last node. */
void twin_network_env_get_node_costs (const TwinNetworkEnv *self, double *costs);

/** Everything that the rest of the episode depends on (transfer full). Of use to the same version
 *  of this program on the same kind of machine. */
GBytes *twin_network_env_snapshot (TwinNetworkEnv *self);
/** Goes back to it, or over to it: the snapshot may be another environment's with an equal model.
 *  @error: TWIN_ERROR_FORMAT for bytes that are no snapshot or have changed; TWIN_ERROR_CONFLICT
 *  for one of another model. The environment then stays as it was. */
gboolean twin_network_env_restore (TwinNetworkEnv *self, GBytes *snapshot, GError **error);

G_END_DECLS
