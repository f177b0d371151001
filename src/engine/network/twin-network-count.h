/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "twin-network-day.h"

/* The seventh step of the day: how it served and what it cost. Code, as twin-network-day.h. */

/* What a day says of a node, or of all. */
typedef struct
{
  Lanes demand, sales, stock;
} Day;

/* Adds up what one SKU did at one node. */
static inline void
count_cell (const TwinNetwork *n,
            const TwinNetworkState *s,
            guint cell,
            Lanes *sums,
            Day *day)
{
  const Lanes *flow = FLOW (s, cell);
  const Lanes demand = flow[TWIN_DEMAND], sales = flow[TWIN_SALES];
  const Lanes stock = STOCK (s, cell)[TWIN_ON_HAND], zero = lanes_all (0);

  sums[TWIN_CELL_DEMAND] += demand;
  sums[TWIN_CELL_SALES] += sales;
  sums[TWIN_CELL_STOCK] += stock - n->cells[cell].initial_inventory;
  sums[TWIN_CELL_ORDERS] += lanes_if_above (flow[TWIN_ORDERED], zero, lanes_all (1), zero);
  sums[TWIN_CELL_WHOLE_ORDERS] += flow[TWIN_WHOLE];
  day->demand += demand;
  day->sales += sales;
  day->stock += stock;
}

static inline void
count_stock (Lanes *sums,
             Lanes stock,
             double initial_stock)
{
  const Lanes above = stock - initial_stock;

  sums[TWIN_NODE_STOCK_SQUARES] += above * above;
  sums[TWIN_NODE_STOCK_MIN] = lanes_min (sums[TWIN_NODE_STOCK_MIN], stock);
  sums[TWIN_NODE_STOCK_MAX] = lanes_max (sums[TWIN_NODE_STOCK_MAX], stock);
}

static inline void
count_service (Lanes *sums,
               const Day *day)
{
  const Lanes service = lanes_if_above (day->demand, lanes_all (0), day->sales / day->demand,
                                        lanes_all (1));

  sums[TWIN_NODE_SERVICE] += service;
  sums[TWIN_NODE_SERVICE_MIN] = lanes_min (sums[TWIN_NODE_SERVICE_MIN], service);
}

static void
count (const TwinNetwork *n,
       const TwinNetworkState *s,
       TwinNetworkTotals *totals)
{
  const guint warehouse = n->n_stores;
  Lanes *cells = (Lanes *) totals->cells, *nodes = (Lanes *) totals->nodes;
  Day all = { .demand = lanes_all (0) };
  Lanes stock = { 0 };

  if (s->day <= n->warmup) /* the state stands on the day after */
    return;
  for (guint node = 0, cell = 0; node <= warehouse; node++, nodes += TWIN_N_NODE_TOTALS)
    {
      Day day = { .demand = lanes_all (0) };

      for (guint sku = 0; sku < n->n_skus; sku++, cell++, cells += TWIN_N_CELL_TOTALS)
        count_cell (n, s, cell, cells, &day);
      count_stock (nodes, day.stock, n->initial_stock[node]);
      stock += day.stock;
      if (node == warehouse) /* what stores want of it is no demand of customers */
        continue;
      count_service (nodes, &day);
      all.demand += day.demand;
      all.sales += day.sales;
    }
  count_stock (nodes, stock, n->initial_stock[warehouse + 1]);
  count_service (nodes, &all);
  totals->days++;
}

/* Holding, stockout and ordering cost, each summed by node, as twin_network_get_node_costs(). */
static void
get_costs (const TwinNetwork *n,
           const TwinNetworkState *s,
           double *costs)
{
  Lanes holding = { 0 }, stockout = { 0 }, ordering = { 0 };

  for (guint node = 0, cell = 0; node <= n->n_stores; node++)
    {
      const double *order_cost = node < n->n_stores ? n->store_order_cost : n->order_cost;
      Lanes node_holding = { 0 }, node_stockout = { 0 }, node_ordering = { 0 };

      for (guint sku = 0; sku < n->n_skus; sku++, cell++)
        {
          const Lanes *flow = FLOW (s, cell), zero = lanes_all (0);
          node_holding += n->holding_cost[sku] * STOCK (s, cell)[TWIN_ON_HAND];
          node_stockout += n->stockout_penalty[sku] * flow[TWIN_LOST];
          node_ordering +=
              lanes_if_above (flow[TWIN_ORDERED], zero, lanes_all (order_cost[sku]), zero);
        }
      holding += node_holding;
      stockout += node_stockout;
      ordering += node_ordering;
    }
  LANES (costs, 0) = holding + stockout + ordering;
}

/* Each part summed by node, as twin_network_env_get_node_costs(). */
static void
get_cost_parts (const TwinNetwork *n,
                const TwinNetworkState *s,
                double *parts,
                gsize stride)
{
  Lanes sums[TWIN_N_COSTS];

  for (guint i = 0; i < TWIN_N_COSTS; i++)
    sums[i] = lanes_all (0);
  for (guint node = 0, cell = 0; node <= n->n_stores; node++)
    {
      const double *order_cost = node < n->n_stores ? n->store_order_cost : n->order_cost;
      Lanes holding = { 0 }, stockout = { 0 }, ordering = { 0 };

      for (guint sku = 0; sku < n->n_skus; sku++, cell++)
        {
          const Lanes *flow = FLOW (s, cell), zero = lanes_all (0);
          holding += n->holding_cost[sku] * STOCK (s, cell)[TWIN_ON_HAND];
          stockout += n->stockout_penalty[sku] * flow[TWIN_LOST];
          ordering += lanes_if_above (flow[TWIN_ORDERED], zero, lanes_all (order_cost[sku]), zero);
        }
      sums[TWIN_COST_HOLDING] += holding;
      sums[TWIN_COST_STOCKOUT] += stockout;
      sums[TWIN_COST_ORDERING] += ordering;
    }
  for (guint i = 0; i < TWIN_N_COSTS; i++)
    memcpy (parts + i * stride, &sums[i], sizeof sums[i]);
}
