/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-network-lanes.h"
#include "twin-network-private.h"

/* A day in the life of the network, in the order in which things happen, for all lanes at once. Code
 * and not declarations: twin-network-kernel.c is built from it for each kind of processor. The
 * seventh step is twin-network-count.h. */

/* 1. What customers want. */
static inline void
draw_demand (const TwinNetwork *n,
             TwinNetworkState *s)
{
  const double *season = n->season + (gsize) s->day * n->n_skus;
  const double spike = n->spike[s->day];

  for (guint store = 0, cell = 0; store < n->n_stores; store++)
    for (guint sku = 0; sku < n->n_skus; sku++, cell++)
      {
        Lanes noise = n->demand_sd[sku] * lanes_normal ((Words *) s->demands + 4 * (gsize) cell);
        Lanes demand = (n->mean_demand[cell] * season[sku] + noise) * spike;
        demand = lanes_max (demand, lanes_all (0));
        LANES (s->flows->demand, cell) = n->whole_units ? lanes_round (demand) : demand;
      }
}

static inline void
replay_demand (const TwinNetwork *n,
               TwinNetworkState *s)
{
  const double *recorded = n->recorded + (gsize) s->day * n->n_store_cells;

  for (guint cell = 0; cell < n->n_store_cells; cell++)
    LANES (s->flows->demand, cell) = lanes_all (recorded[cell]);
}

/* 2. What is there is sold; the rest is lost. */
static inline void
serve_customers (const TwinNetwork *n,
                 TwinNetworkState *s)
{
  for (guint cell = 0; cell < n->n_store_cells; cell++)
    {
      Lanes demand = LANES (s->flows->demand, cell), on_hand = LANES (s->on_hand, cell);
      Lanes sales = lanes_min (demand, on_hand);

      LANES (s->flows->sales, cell) = sales;
      LANES (s->flows->lost, cell) = demand - sales;
      LANES (s->on_hand, cell) = on_hand - sales;
    }
}

/* How much a cell orders at that position: by its rule or as the caller says, never over its
 * capacity. What rounding alone leaves below the capacity is no room for an order. */
static inline Lanes
decide_order (const TwinNetwork *n,
              guint cell,
              Lanes position,
              const double *orders)
{
  Mask is_above = lanes_above (position, lanes_all (n->reorder_point[cell]));
  Lanes quantity = lanes_if (~is_above, n->order_up_to[cell] - position);

  if (orders != NULL)
    {
      Lanes asked = CONST_LANES (orders, cell);
      quantity = lanes_select (lanes_is_number (asked), asked, quantity);
    }
  quantity = lanes_min (quantity, n->capacity[cell] - position);
  return lanes_if (lanes_above (quantity, lanes_all (n->capacity[cell] * 0x1p-40)), quantity);
}

/* 3. Stores order from the warehouse. */
static inline void
order_for_stores (const TwinNetwork *n,
                  TwinNetworkState *s,
                  const double *orders)
{
  for (guint cell = 0; cell < n->n_store_cells; cell++)
    {
      Lanes position =
          LANES (s->on_hand, cell) + LANES (s->on_order, cell) + LANES (s->backlog, cell);
      LANES (s->flows->ordered, cell) = decide_order (n, cell, position, orders);
    }
}

/* 4. The warehouse ships one SKU. Where it owes nothing and has enough, every order leaves whole;
 * the other lanes are settled one by one. */
static inline void
ship (const TwinNetwork *n,
      TwinNetworkState *s,
      guint sku)
{
  const guint warehouse = n->n_store_cells + sku;
  const guint slot = (s->arrival_slot > 0 ? s->arrival_slot : n->n_arrival_slots) - 1;
  double *arrivals = s->arrivals + (gsize) slot * n->n_store_cells * TWIN_LANES;
  const Lanes on_hand = LANES (s->on_hand, warehouse);
  Lanes rest = on_hand, total = lanes_all (0);
  Mask is_short = lanes_above (LANES (s->backlog, warehouse), lanes_all (0));

  for (guint cell = sku; cell < n->n_store_cells; cell += n->n_skus)
    {
      Lanes ordered = LANES (s->flows->ordered, cell);
      is_short |= lanes_above (ordered, rest);
      rest -= ordered;
      total += ordered;
    }
  for (guint cell = sku; cell < n->n_store_cells; cell += n->n_skus)
    {
      Lanes shipped = lanes_if (~is_short, LANES (s->flows->ordered, cell));
      LANES (arrivals, cell) = shipped;
      LANES (s->on_order, cell) += shipped;
      LANES (s->flows->whole, cell) =
          lanes_if (lanes_above (shipped, lanes_all (0)), lanes_all (1));
    }
  LANES (s->on_hand, warehouse) = lanes_select (is_short, on_hand, rest);
  LANES (s->flows->demand, warehouse) = total;
  LANES (s->flows->sales, warehouse) = lanes_if (~is_short, total);
  LANES (s->flows->lost, warehouse) = lanes_all (0);

  if (G_UNLIKELY (mask_any (is_short)))
    for (guint lane = 0; lane < TWIN_LANES; lane++)
      if (((const int64_t *) &is_short)[lane])
        twin_network_state_ship (n, s, sku, lane);
}

/* What is left of @before when @part is taken away. What rounding alone leaves is nothing. */
static inline Lanes
subtract_part (Lanes before,
               Lanes part)
{
  Lanes rest = before - part;

  return lanes_if (lanes_above (rest, before * 0x1p-40), rest);
}

/* Goods that were shipped to stores a lead time ago, or just now. */
static inline void
receive_at_stores (const TwinNetwork *n,
                   TwinNetworkState *s)
{
  double *arrivals = s->arrivals + (gsize) s->arrival_slot * n->n_store_cells * TWIN_LANES;

  for (guint cell = 0; cell < n->n_store_cells; cell++)
    {
      Lanes received = LANES (arrivals, cell);
      LANES (s->flows->received, cell) = received;
      LANES (s->on_hand, cell) += received;
      LANES (s->on_order, cell) = subtract_part (LANES (s->on_order, cell), received);
    }
}

/* 5. The warehouse orders from the supplier. */
static inline void
order_for_warehouse (const TwinNetwork *n,
                     TwinNetworkState *s,
                     const double *orders)
{
  const guint slot = (s->delivery_slot > 0 ? s->delivery_slot : n->n_delivery_slots) - 1;
  double *deliveries = s->deliveries + (gsize) slot * n->n_skus * TWIN_LANES;

  for (guint sku = 0; sku < n->n_skus; sku++)
    {
      guint cell = n->n_store_cells + sku;
      Lanes position =
          LANES (s->on_hand, cell) + LANES (s->on_order, cell) - LANES (s->backlog, cell);
      Lanes quantity = decide_order (n, cell, position, orders);

      LANES (s->flows->ordered, cell) = quantity;
      LANES (s->on_order, cell) += quantity;
      LANES (deliveries, sku) = quantity;
    }
}

/* Does the supplier keep its word? One draw for each order that is due, and none for the others. */
static inline Mask
draw_fate (const TwinNetwork *n,
           Words *stream,
           Mask is_due)
{
  Mask arrives = is_due;

  if (n->reliability >= 1)
    return arrives;
  for (guint lane = 0; lane < TWIN_LANES; lane++)
    if (((const int64_t *) &is_due)[lane])
      {
        uint64_t *words = (uint64_t *) stream + lane;
        TwinStream one = { { words[0], words[TWIN_LANES], words[2 * TWIN_LANES],
                             words[3 * TWIN_LANES] } };
        if (twin_stream_uniform (&one) >= n->reliability)
          ((int64_t *) &arrives)[lane] = 0;
        for (guint i = 0; i < 4; i++)
          words[i * TWIN_LANES] = one.state[i];
      }
  return arrives;
}

/* 6. The supplier delivers what is due today, each order whole or not at all. */
static inline void
deliver (const TwinNetwork *n,
         TwinNetworkState *s)
{
  const double *due = s->deliveries + (gsize) s->delivery_slot * n->n_skus * TWIN_LANES;

  for (guint sku = 0; sku < n->n_skus; sku++)
    {
      guint cell = n->n_store_cells + sku;
      Lanes quantity = CONST_LANES (due, sku);
      Mask is_due = lanes_above (quantity, lanes_all (0));

      LANES (s->flows->received, cell) = lanes_all (0);
      if (!mask_any (is_due))
        continue;
      Mask arrives = draw_fate (n, (Words *) s->supply + 4 * (gsize) sku, is_due);
      Lanes received = lanes_if (arrives, quantity);
      LANES (s->flows->received, cell) = received;
      LANES (s->on_hand, cell) += received;
      LANES (s->on_order, cell) = subtract_part (LANES (s->on_order, cell), quantity);
    }
}

static void
advance (const TwinNetwork *n,
         TwinNetworkState *s,
         const double *orders)
{
  if (n->recorded != NULL)
    replay_demand (n, s);
  else
    draw_demand (n, s);
  serve_customers (n, s);
  order_for_stores (n, s, orders);
  for (guint sku = 0; sku < n->n_skus; sku++)
    ship (n, s, sku);
  receive_at_stores (n, s);
  order_for_warehouse (n, s, orders);
  deliver (n, s);

  s->day++;
  s->arrival_slot = s->arrival_slot + 1 < n->n_arrival_slots ? s->arrival_slot + 1 : 0;
  s->delivery_slot = s->delivery_slot + 1 < n->n_delivery_slots ? s->delivery_slot + 1 : 0;
}
