/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-network-lanes.h"
#include "twin-network-private.h"

/* The seventh step of the day: what it cost and how it served, added up over the days. Code, as
 * twin-network-day.h. */

/* What one SKU did at one node. */
static inline void
add_cell (const TwinNetwork *n,
          const TwinNetworkState *s,
          guint cell,
          guint sku,
          gboolean is_store,
          Lanes day[TWIN_N_FLOW_TOTALS],
          Lanes *stock)
{
  const TwinNetworkFlows *f = s->flows;
  const Lanes on_hand = CONST_LANES (s->on_hand, cell), lost = CONST_LANES (f->lost, cell);
  const Mask orders = lanes_above (CONST_LANES (f->ordered, cell), lanes_all (0));
  const double order_cost = is_store ? n->store_order_cost[sku] : n->order_cost[sku];
  const Lanes order = lanes_if (orders, lanes_all (1));

  day[TWIN_TOTAL_DEMAND] += CONST_LANES (f->demand, cell);
  day[TWIN_TOTAL_SALES] += CONST_LANES (f->sales, cell);
  day[TWIN_TOTAL_LOST] += lost;
  day[TWIN_TOTAL_HOLDING] += n->holding_cost[sku] * on_hand;
  day[TWIN_TOTAL_STOCKOUT] += n->stockout_penalty[sku] * lost;
  day[TWIN_TOTAL_ORDERING] += lanes_if (orders, lanes_all (order_cost));
  if (is_store)
    {
      day[TWIN_TOTAL_STORE_ORDERS] += order;
      day[TWIN_TOTAL_WHOLE_ORDERS] += CONST_LANES (f->whole, cell);
    }
  else
    day[TWIN_TOTAL_WAREHOUSE_ORDERS] += order;
  *stock += on_hand;
}

/* What one node did, all SKUs together. */
static inline void
count_node (const TwinNetwork *n,
            const TwinNetworkState *s,
            guint node,
            Lanes day[TWIN_N_FLOW_TOTALS],
            Lanes *stock)
{
  for (guint i = 0; i < TWIN_N_FLOW_TOTALS; i++)
    day[i] = lanes_all (0);
  *stock = lanes_all (0);
  for (guint sku = 0; sku < n->n_skus; sku++)
    add_cell (n, s, node * n->n_skus + sku, sku, node < n->n_stores, day, stock);
}

/* What stores want of the warehouse is no demand of customers. */
static inline gboolean
is_of_all (guint total,
           gboolean is_store)
{
  return is_store || total > TWIN_TOTAL_LOST;
}

static inline Lanes
service_level (const Lanes day[TWIN_N_FLOW_TOTALS])
{
  Mask is_wanted = lanes_above (day[TWIN_TOTAL_DEMAND], lanes_all (0));

  return lanes_select (is_wanted, day[TWIN_TOTAL_SALES] / day[TWIN_TOTAL_DEMAND], lanes_all (1));
}

/* Adds a day to a node's sums. */
static inline void
add_day (Lanes sums[TWIN_N_TOTALS],
         const Lanes day[TWIN_N_FLOW_TOTALS],
         Lanes stock,
         double initial_stock)
{
  const Lanes above = stock - initial_stock, service = service_level (day);

  for (guint i = 0; i < TWIN_N_FLOW_TOTALS; i++)
    sums[i] += day[i];
  sums[TWIN_TOTAL_STOCK] += above;
  sums[TWIN_TOTAL_STOCK_SQUARES] += above * above;
  sums[TWIN_TOTAL_STOCK_MIN] = lanes_min (sums[TWIN_TOTAL_STOCK_MIN], stock);
  sums[TWIN_TOTAL_STOCK_MAX] = lanes_max (sums[TWIN_TOTAL_STOCK_MAX], stock);
  sums[TWIN_TOTAL_SERVICE] += service;
  sums[TWIN_TOTAL_SERVICE_MIN] = lanes_min (sums[TWIN_TOTAL_SERVICE_MIN], service);
}

static void
count (const TwinNetwork *n,
       const TwinNetworkState *s,
       TwinNetworkTotals *totals)
{
  const guint warehouse = n->n_stores, all = n->n_stores + 1;
  const gboolean counts = s->day > n->warmup; /* the state stands on the day after */
  Lanes today[TWIN_N_FLOW_TOTALS], today_stock = lanes_all (0);

  for (guint i = 0; i < TWIN_N_FLOW_TOTALS; i++)
    today[i] = lanes_all (0);
  for (guint node = 0; node <= warehouse; node++)
    {
      Lanes day[TWIN_N_FLOW_TOTALS], stock;

      count_node (n, s, node, day, &stock);
      for (guint i = 0; i < TWIN_N_FLOW_TOTALS; i++)
        if (is_of_all (i, node < warehouse))
          today[i] += day[i];
      today_stock += stock;
      if (node == warehouse) /* its customers are the stores */
        {
          day[TWIN_TOTAL_STORE_ORDERS] = today[TWIN_TOTAL_STORE_ORDERS];
          day[TWIN_TOTAL_WHOLE_ORDERS] = today[TWIN_TOTAL_WHOLE_ORDERS];
        }
      if (counts)
        add_day (&LANES (totals->sums, node * TWIN_N_TOTALS), day, stock, n->initial_stock[node]);
    }
  if (counts)
    {
      add_day (&LANES (totals->sums, all * TWIN_N_TOTALS), today, today_stock,
               n->initial_stock[all]);
      totals->days++;
    }
  for (guint i = 0; i < TWIN_N_FLOW_TOTALS; i++)
    LANES (totals->today, i) = today[i];
  LANES (totals->today, TWIN_N_FLOW_TOTALS) = today_stock;
}

static void
get_costs (const TwinNetwork *n,
           const TwinNetworkState *s,
           double *costs)
{
  Lanes holding = lanes_all (0), stockout = lanes_all (0), ordering = lanes_all (0);

  for (guint node = 0; node <= n->n_stores; node++)
    {
      Lanes day[TWIN_N_FLOW_TOTALS], stock;

      count_node (n, s, node, day, &stock);
      holding += day[TWIN_TOTAL_HOLDING];
      stockout += day[TWIN_TOTAL_STOCKOUT];
      ordering += day[TWIN_TOTAL_ORDERING];
    }
  LANES (costs, 0) = holding + stockout + ordering;
}
