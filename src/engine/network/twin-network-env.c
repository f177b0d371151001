/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-env.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "../twin-model-private.h"
#include "twin-network-private.h"
#include "twin-network.h"

/* One environment. Snapshots are in twin-network-snapshot.c. */

TwinNetworkEnv *
twin_network_env_new (TwinModel *model,
                      GError **error)
{
  const TwinModelType *type = twin_model_get_model_type (model);

  if (type != &twin_network_type)
    {
      g_propagate_error (error,
                         twin_error_new (TWIN_ERROR_CONFLICT, "model",
                                         _("model: %s cannot be stepped day by day, only %s can"),
                                         type->name, twin_network_type.name));
      return NULL;
    }

  TwinNetworkEnv *self = g_new0 (TwinNetworkEnv, 1);
  const TwinNetwork *n = twin_model_get_data (model);
  self->model = twin_model_ref (model);
  self->network = n;
  self->layout = twin_network_layout_new (n);
  self->kernel = twin_network_kernel_get_narrow ();
  self->flows = twin_network_new_lanes ((gsize) n->n_cells * TWIN_N_FLOWS, 1);
  self->state = twin_network_state_new (n, 1, self->flows);
  self->totals = twin_network_totals_new (n, 1);
  self->orders = g_new (double, n->n_cells);
  self->sources = g_new (const double *, self->layout->n_of_cells);
  twin_network_layout_find_sources (n, self->state, self->sources);
  twin_network_env_reset (self, 0, 0);
  return self;
}

void
twin_network_env_free (TwinNetworkEnv *self)
{
  if (self == NULL)
    return;
  twin_network_totals_free (self->totals);
  twin_network_state_free (self->network, self->state);
  g_aligned_free (self->flows);
  twin_network_layout_free (self->layout);
  g_free (self->orders);
  g_free (self->sources);
  twin_model_unref (self->model);
  g_free (self);
}

TwinModel *
twin_network_env_get_model (const TwinNetworkEnv *self)
{
  return self->model;
}

guint
twin_network_env_get_n_days (const TwinNetworkEnv *self)
{
  return self->network->n_days;
}

guint
twin_network_env_get_n_nodes (const TwinNetworkEnv *self)
{
  return self->network->n_stores + 1;
}

guint
twin_network_env_get_n_observations (const TwinNetworkEnv *self)
{
  return self->layout->n_observations;
}

const TwinNetworkNumber *
twin_network_env_get_observation_layout (const TwinNetworkEnv *self)
{
  return self->layout->observations;
}

guint
twin_network_env_get_n_actions (const TwinNetworkEnv *self)
{
  return self->layout->n_actions;
}

const TwinNetworkNumber *
twin_network_env_get_action_layout (const TwinNetworkEnv *self)
{
  return self->layout->actions;
}

void
twin_network_env_reset (TwinNetworkEnv *self,
                        uint64_t seed,
                        uint64_t replication)
{
  self->seed = seed;
  self->replication = replication;
  twin_network_state_start (self->network, self->state, &seed, &replication);
  self->kernel->draw_noise (self->network, &self->state, 1, 0);
  twin_network_totals_start (self->network, self->totals);
}

static gboolean
refuse_action (const TwinNetworkEnv *self,
               guint action,
               double value,
               GError **error)
{
  const TwinNetworkNumber *number = &self->layout->actions[action];

  g_propagate_error (error,
                     twin_error_new (TWIN_ERROR_OUT_OF_BOUNDS, number->name,
                                     /* Translators: node, SKU, number */
                                     _("%s, %s: an order of %.15g is not allowed; it must be a "
                                       "number of 0 or more"),
                                     self->network->node_names[number->node],
                                     self->network->sku_names[number->sku], value));
  return FALSE;
}

static inline gboolean
is_order (double action)
{
  return action >= 0 && action <= G_MAXDOUBLE;
}

/* Takes over the actions of those who decide as orders, NaN where the rule decides. */
static gboolean
take_actions (TwinNetworkEnv *self,
              const double *actions,
              const uint8_t *decided,
              GError **error)
{
  for (guint i = 0; i < self->network->n_cells; i++)
    if (!decided[i])
      self->orders[i] = NAN;
    else if (is_order (actions[i]))
      self->orders[i] = actions[i];
    else
      return refuse_action (self, i, actions[i], error);
  return TRUE;
}

/* Where all of them decide, the actions are the orders as they stand. */
static gboolean
check_actions (const TwinNetworkEnv *self,
               const double *actions,
               GError **error)
{
  for (guint i = 0; i < self->network->n_cells; i++)
    if (G_UNLIKELY (!is_order (actions[i])))
      return refuse_action (self, i, actions[i], error);
  return TRUE;
}

gboolean
twin_network_env_step (TwinNetworkEnv *self,
                       const double *actions,
                       const uint8_t *decided,
                       double *reward,
                       GError **error)
{
  const TwinNetwork *n = self->network;

  if (twin_network_env_is_over (self))
    {
      g_propagate_error (error,
                         twin_error_new (TWIN_ERROR_CONFLICT, "horizon_days",
                                         _("The episode is over: it has %u days (horizon_days); "
                                           "reset it to go on"),
                                         n->n_days));
      return FALSE;
    }
  const double *orders = actions;

  if (actions != NULL && decided != NULL)
    {
      if (!take_actions (self, actions, decided, error))
        return FALSE;
      orders = self->orders;
    }
  else if (actions != NULL && !check_actions (self, actions, error))
    return FALSE;

  self->kernel->live (n, self->state, orders, decided != NULL, self->totals, reward, NULL, 0);
  /* a day ahead, so that the next day need not wait for it */
  self->kernel->draw_noise (n, &self->state, 1, self->state->day + 1);
  return TRUE;
}

guint
twin_network_env_get_day (const TwinNetworkEnv *self)
{
  return self->state->day;
}

gboolean
twin_network_env_is_over (const TwinNetworkEnv *self)
{
  return self->state->day >= self->network->n_days;
}

void
twin_network_env_get_state (const TwinNetworkEnv *self,
                            double *observations)
{
  const TwinNetworkLayout *layout = self->layout;

  for (guint i = 0; i < layout->n_of_cells; i++)
    observations[i] = *self->sources[i];
  memcpy (observations + layout->n_of_cells,
          twin_network_layout_get_calendar (layout, self->state->day),
          (layout->n_observations - layout->n_of_cells) * sizeof (double));
}

void
twin_network_env_get_metrics (const TwinNetworkEnv *self,
                              double *metrics)
{
  twin_network_totals_store (self->network, self->totals, 0, metrics, 1);
}

void
twin_network_env_get_node_costs (const TwinNetworkEnv *self,
                                 double *costs)
{
  const TwinNetwork *n = self->network;
  const gboolean has_begun = self->state->day > 0;

  for (guint node = 0, cell = 0; node <= n->n_stores; node++)
    {
      const double *order_cost = node < n->n_stores ? n->store_order_cost : n->order_cost;
      double *parts = costs + 3 * (gsize) node;

      parts[0] = parts[1] = parts[2] = 0;
      for (guint sku = 0; sku < n->n_skus && has_begun; sku++, cell++)
        {
          const double *flow = self->flows + (gsize) cell * TWIN_N_FLOWS;
          parts[0] += n->holding_cost[sku] * *twin_network_state_stock (self->state, cell,
                                                                        TWIN_ON_HAND);
          parts[1] += n->stockout_penalty[sku] * flow[TWIN_LOST];
          parts[2] += flow[TWIN_ORDERED] > 0 ? order_cost[sku] : 0;
        }
    }
}

/* What is not money. */
static void
add_quantities (const TwinNetworkEnv *self,
                TwinNetworkDay *day)
{
  const TwinNetwork *n = self->network;

  for (guint cell = 0; cell < n->n_cells; cell++)
    {
      const double *flow = self->flows + (gsize) cell * TWIN_N_FLOWS;

      day->inventory += *twin_network_state_stock (self->state, cell, TWIN_ON_HAND);
      if (cell >= n->n_store_cells)
        {
          day->warehouse_orders += flow[TWIN_ORDERED] > 0;
          continue;
        }
      day->demand += flow[TWIN_DEMAND];
      day->sales += flow[TWIN_SALES];
      day->lost_sales += flow[TWIN_LOST];
      day->store_orders += flow[TWIN_ORDERED] > 0;
      day->whole_orders += flow[TWIN_WHOLE];
    }
  if (day->demand > 0)
    day->service_level = day->sales / day->demand;
}

void
twin_network_env_get_last_day (const TwinNetworkEnv *self,
                               TwinNetworkDay *day)
{
  const guint n_nodes = twin_network_env_get_n_nodes (self);
  g_autofree double *costs = g_new (double, 3 * (gsize) n_nodes);

  *day = (TwinNetworkDay){ .service_level = 1 };
  if (self->state->day == 0)
    return;
  add_quantities (self, day);
  twin_network_env_get_node_costs (self, costs);
  for (guint node = 0; node < n_nodes; node++)
    {
      day->holding_cost += costs[3 * node];
      day->stockout_cost += costs[3 * node + 1];
      day->ordering_cost += costs[3 * node + 2];
    }
  day->total_cost = day->holding_cost + day->stockout_cost + day->ordering_cost;
}
