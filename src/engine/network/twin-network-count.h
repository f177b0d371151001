/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "twin-network-day.h"

/* The seventh step of the day: how it served and what it cost. Code, as twin-network-day.h. */

/* What a day says of a cell, of a node or of all: units and money. */
typedef struct
{
  Lanes demand, sales, stock;
  Lanes holding, stockout, ordering;
} Day;

static inline Day
look_at_cell (const TwinNetwork *n,
              const Lanes *stock,
              const Lanes *flow,
              guint sku,
              const double *order_cost)
{
  return (Day){
    .demand = flow[TWIN_DEMAND],
    .sales = flow[TWIN_SALES],
    .stock = stock[TWIN_ON_HAND],
    .holding = n->holding_cost[sku] * stock[TWIN_ON_HAND],
    .stockout = n->stockout_penalty[sku] * flow[TWIN_LOST],
    .ordering = order_cost[sku] * flow[TWIN_ORDERS],
  };
}

static inline void
add_day (Day *sum,
         const Day *day)
{
  sum->demand += day->demand;
  sum->sales += day->sales;
  sum->stock += day->stock;
  sum->holding += day->holding;
  sum->stockout += day->stockout;
  sum->ordering += day->ordering;
}

/* @above: the stock less what was at the start. */
static inline void
count_cell (Lanes *sums,
            const Lanes *flow,
            Lanes above)
{
  lanes_add_four (sums, flow);
  sums[TWIN_CELL_STOCK] += above;
}

/* @share: 1 by the days that count, with this one. */
static inline void
count_stock (Lanes *sums,
             Lanes stock,
             double share)
{
  const Lanes before = stock - sums[TWIN_NODE_STOCK_MEAN];
  const Lanes mean = sums[TWIN_NODE_STOCK_MEAN] + before * share;

  sums[TWIN_NODE_STOCK_MEAN] = mean;
  sums[TWIN_NODE_STOCK_SQUARES] += before * (stock - mean);
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

/* Closes the day of one node: @cells and @nodes are its totals; NULL: it is not counted. @share: as
 * count_stock() has it. */
static inline __attribute__ ((always_inline)) Day
close_node (const TwinNetwork *n,
            const TwinNetworkState *s,
            guint node,
            gboolean is_store,
            Lanes *cells,
            Lanes *nodes,
            double share,
            guint n_skus)
{
  const double *order_cost = is_store ? n->store_order_cost : n->order_cost;
  const Lanes *stock = STOCK (s, node * n_skus), *flow = FLOW (s, node * n_skus);
  const TwinNetworkCell *cell = &n->cells[node * n_skus];
  Day sum = look_at_cell (n, stock, flow, 0, order_cost);

  if (cells != NULL)
    count_cell (cells, flow, stock[TWIN_ON_HAND] - cell->initial_inventory);
  for (guint sku = 1; sku < n_skus; sku++)
    {
      stock += TWIN_N_STOCKS;
      flow += TWIN_N_FLOWS;
      const Day day = look_at_cell (n, stock, flow, sku, order_cost);

      add_day (&sum, &day);
      if (cells != NULL)
        count_cell (cells + (gsize) sku * TWIN_N_CELL_TOTALS, flow,
                    stock[TWIN_ON_HAND] - cell[sku].initial_inventory);
    }
  if (cells != NULL)
    {
      count_stock (nodes, sum.stock, share);
      if (is_store)
        count_service (nodes, &sum);
    }
  return sum;
}

/* Closes the day of all nodes; @cells, @nodes and @share as in close_node(). */
static inline __attribute__ ((always_inline)) Day
close_nodes (const TwinNetwork *n,
             const TwinNetworkState *s,
             Lanes *cells,
             Lanes *nodes,
             double share,
             guint n_skus)
{
  Day all = { .demand = lanes_all (0) };

  for (guint store = 0; store < n->n_stores; store++)
    {
      const Day day = close_node (n, s, store, TRUE, cells, nodes, share, n_skus);

      add_day (&all, &day);
      if (cells != NULL)
        {
          cells += (gsize) n_skus * TWIN_N_CELL_TOTALS;
          nodes += TWIN_N_NODE_TOTALS;
        }
    }

  /* what stores want of the warehouse is no demand of customers */
  const Day day = close_node (n, s, n->n_stores, FALSE, cells, nodes, share, n_skus);
  all.stock += day.stock;
  all.holding += day.holding;
  all.ordering += day.ordering;
  if (cells != NULL)
    {
      count_stock (nodes + TWIN_N_NODE_TOTALS, all.stock, share);
      count_service (nodes + TWIN_N_NODE_TOTALS, &all);
    }
  return all;
}

/* Closes the day that the state has just been through, of @n_skus SKUs. */
static inline __attribute__ ((always_inline)) void
close_day (const TwinNetwork *n,
           const TwinNetworkState *s,
           TwinNetworkTotals *totals,
           double *rewards,
           double *costs,
           gsize stride,
           guint n_skus)
{
  Day day;

  if (totals != NULL && s->day > n->warmup) /* the state stands on the day after */
    {
      totals->days++;
      day = close_nodes (n, s, (Lanes *) totals->cells, (Lanes *) totals->nodes, 1.0 / totals->days,
                         n_skus);
    }
  else if (rewards != NULL || costs != NULL)
    day = close_nodes (n, s, NULL, NULL, 0, n_skus);
  else
    return;
  if (rewards != NULL)
    {
      const Lanes reward = -(day.holding + day.stockout + day.ordering);
      memcpy (rewards, &reward, sizeof reward);
    }
  if (costs != NULL)
    {
      memcpy (costs + TWIN_COST_HOLDING * stride, &day.holding, sizeof day.holding);
      memcpy (costs + TWIN_COST_STOCKOUT * stride, &day.stockout, sizeof day.stockout);
      memcpy (costs + TWIN_COST_ORDERING * stride, &day.ordering, sizeof day.ordering);
    }
}
