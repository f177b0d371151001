/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-lanes-normal.h"
#include "twin-network-private.h"

/* A day in the life of the network, in the order in which things happen, for all lanes at once.
 * SKUs do not mix, so each has its day by itself. Code and not declarations: twin-network-kernel.c
 * is built from it for each kind of processor. The seventh step is twin-network-count.h. */

/* The numbers of a cell, by TwinStock and TwinFlow. */
#define STOCK(s, cell) ((Lanes *) (s)->stocks + (gsize) (cell) * TWIN_N_STOCKS)
#define FLOW(s, cell) ((Lanes *) (s)->flows + (gsize) (cell) * TWIN_N_FLOWS)

/* What the code of a day is compiled for. */
typedef struct
{
  guint n_skus;         /* as the network's */
  gboolean is_plain;    /* demand is drawn, and is not rounded */
  const double *orders; /* as live() has it, as is the next */
  gboolean leaves_some;
} Case;

/* Today, for one SKU. */
typedef struct
{
  guint n_skus; /* as the network's */
  const double *recorded; /* [n_store_cells]: what customers want; NULL: chance draws it */
  double season;
  double spike;
  gboolean whole_units;
  const double *orders; /* [n_cells][lanes]: as live() has it */
  gboolean leaves_some;
} Today;

/* 1. What customers want of one store; @noise is normal. */
static inline Lanes
get_demand (const TwinNetworkCell *cell,
            Lanes noise,
            const Today *today)
{
  const Lanes demand =
      (cell->mean_demand * today->season + cell->demand_sd * noise) * today->spike;
  const Lanes positive = lanes_max (demand, lanes_all (0));

  return today->whole_units ? lanes_round (positive) : positive;
}

/* 2. What is there is sold; the rest is lost. Returns what is left. */
static inline Lanes
serve (Lanes on_hand,
       Lanes demand,
       Lanes *flow)
{
  const Lanes sales = lanes_min (demand, on_hand);

  flow[TWIN_DEMAND] = demand;
  flow[TWIN_SALES] = sales;
  flow[TWIN_LOST] = demand - sales;
  return on_hand - sales;
}

/* How much a cell orders at that position: by its rule or as the caller says, never over its
 * capacity. */
static inline Lanes
decide_order (const TwinNetworkCell *cells,
              guint i,
              Lanes position,
              const Today *today)
{
  const TwinNetworkCell *cell = &cells[i];
  const Lanes zero = lanes_all (0);
  Lanes quantity;

  if (today->orders != NULL && !today->leaves_some)
    quantity = CONST_LANES (today->orders, i);
  else
    {
      quantity = lanes_choose_if_above (position, lanes_all (cell->reorder_point), zero,
                                 cell->order_up_to - position);
      if (today->orders != NULL)
        quantity = lanes_if_number (CONST_LANES (today->orders, i), quantity);
    }
  quantity = lanes_min (quantity, cell->capacity - position);
  /* so little beside the position that it may be its rounding */
  return lanes_choose_if_above (quantity, position * 0x1p-40, quantity, zero);
}

/* Noise of demand on a day. */
static inline Lanes *
get_noise (const TwinNetwork *n,
           const TwinNetworkState *s,
           guint day)
{
  return (Lanes *) s->noise +
         day % TWIN_DAYS_OF_NOISE (TWIN_LANES) * twin_network_count_noise (n);
}

/* 1 to 3 for one SKU in all stores. Returns what the warehouse has left when every order is shipped
 * whole; @is_short: where it cannot do that, for it owes something already or has not enough. */
static inline Lanes
open_stores (const TwinNetwork *n,
             TwinNetworkState *s,
             guint sku,
             const Today *today,
             Mask *is_short)
{
  const guint warehouse = n->n_store_cells + sku;
  Lanes rest = STOCK (s, warehouse)[TWIN_ON_HAND], total = lanes_all (0);
  Mask is_more = lanes_above (STOCK (s, warehouse)[TWIN_BACKLOG], lanes_all (0));

  const Lanes *noise = get_noise (n, s, s->day) +
                       (gsize) sku * n->n_streams * TWIN_STORES_OF_A_STREAM;
  Lanes *stock = STOCK (s, sku), *flow = FLOW (s, sku);

  for (guint cell = sku; cell < n->n_store_cells; cell += today->n_skus)
    {
      const Lanes demand = today->recorded != NULL
                               ? lanes_all (today->recorded[cell])
                               : get_demand (&n->cells[cell], *noise++, today);
      const Lanes on_hand = serve (stock[TWIN_ON_HAND], demand, flow);
      const Lanes position = on_hand + stock[TWIN_ON_ORDER] + stock[TWIN_BACKLOG];
      const Lanes ordered = decide_order (n->cells, cell, position, today);

      stock[TWIN_ON_HAND] = on_hand;
      flow[TWIN_ORDERED] = ordered;
      flow[TWIN_ORDERS] = lanes_is_positive (ordered);
      is_more |= lanes_above (ordered, rest);
      rest -= ordered;
      total += ordered;
      stock += (gsize) today->n_skus * TWIN_N_STOCKS;
      flow += (gsize) today->n_skus * TWIN_N_FLOWS;
    }
  FLOW (s, warehouse)[TWIN_DEMAND] = total;
  FLOW (s, warehouse)[TWIN_SALES] = mask_select (is_more, lanes_all (0), total);
  *is_short = is_more;
  return rest;
}

/* What is left of @before when @part is taken away. What rounding alone leaves is nothing. */
static inline Lanes
subtract_part (Lanes before,
               Lanes part)
{
  const Lanes rest = before - part;

  return lanes_if_above (rest, before * 0x1p-40, rest, lanes_all (0));
}

/* Where goods stand that arrive today, and then those that depart. */
static inline double *
get_arrivals (const TwinNetwork *n,
              const TwinNetworkState *s)
{
  return s->arrivals + (gsize) s->arrival_slot * n->n_store_cells * TWIN_LANES;
}

/* Part of 4. Goods that were shipped to stores a lead time ago, or just now. */
static inline void
receive (Lanes *stock,
         Lanes *flow,
         Lanes received)
{
  flow[TWIN_RECEIVED] = received;
  stock[TWIN_ON_HAND] += received;
  stock[TWIN_ON_ORDER] = subtract_part (stock[TWIN_ON_ORDER], received);
}

/* 4. The warehouse ships every order of the day whole. */
static inline void
ship_whole (const TwinNetwork *n,
            TwinNetworkState *s,
            guint sku,
            const Today *today)
{
  Lanes *place = &LANES (get_arrivals (n, s), sku);
  Lanes *stock = STOCK (s, sku), *flow = FLOW (s, sku);

  for (guint cell = sku; cell < n->n_store_cells; cell += today->n_skus)
    {
      const Lanes shipped = flow[TWIN_ORDERED], arrived = n->ships_at_once ? shipped : *place;

      *place = shipped;
      flow[TWIN_WHOLE] = flow[TWIN_ORDERS];
      stock[TWIN_ON_ORDER] += shipped;
      receive (stock, flow, arrived);
      place += today->n_skus;
      stock += (gsize) today->n_skus * TWIN_N_STOCKS;
      flow += (gsize) today->n_skus * TWIN_N_FLOWS;
    }
}

/* 4. The same where some lanes are short: they are settled one by one. @rest: of the others. */
static G_GNUC_NO_INLINE void
ship_what_there_is (const TwinNetwork *n,
                    TwinNetworkState *s,
                    guint sku,
                    const Mask *is_short,
                    const Lanes *rest)
{
  double *arrivals = get_arrivals (n, s);
  Lanes *on_hand = &STOCK (s, n->n_store_cells + sku)[TWIN_ON_HAND];

  *on_hand = mask_select (*is_short, *on_hand, *rest);
  for (guint cell = sku; cell < n->n_store_cells; cell += n->n_skus)
    {
      const Lanes zero = lanes_all (0);
      const Lanes shipped = mask_select (*is_short, zero, FLOW (s, cell)[TWIN_ORDERED]);

      FLOW (s, cell)[TWIN_RECEIVED] = LANES (arrivals, cell);
      LANES (arrivals, cell) = shipped;
      FLOW (s, cell)[TWIN_WHOLE] = lanes_if_above (shipped, zero, lanes_all (1), zero);
      STOCK (s, cell)[TWIN_ON_ORDER] += shipped;
    }
  for (guint lane = 0; lane < TWIN_LANES; lane++)
    if (mask_has (is_short, lane))
      twin_network_state_ship (n, s, sku, lane);
  for (guint cell = sku; cell < n->n_store_cells; cell += n->n_skus)
    receive (STOCK (s, cell), FLOW (s, cell),
             n->ships_at_once ? LANES (arrivals, cell) : FLOW (s, cell)[TWIN_RECEIVED]);
}

/* What arrives of what is due: each order whole or not at all. One draw for each order, and none in
 * lanes without one. */
static inline Lanes
draw_fate (const TwinNetwork *n,
           Words *stream,
           Lanes due)
{
  const Mask is_due = lanes_above (due, lanes_all (0));
  Words next[4] = { stream[0], stream[1], stream[2], stream[3] };
  const Lanes draw = lanes_uniform (next);

  for (guint i = 0; i < 4; i++)
    stream[i] = mask_select_words (is_due, next[i], stream[i]);
  return lanes_if_above (lanes_all (n->reliability), draw, due, lanes_all (0));
}

/* 5. The warehouse orders from the supplier. 6. The supplier delivers what is due today, each order
 * whole or not at all. @on_hand: in the warehouse. */
static inline void
restock (const TwinNetwork *n,
         TwinNetworkState *s,
         guint sku,
         Lanes on_hand,
         const Today *today)
{
  const guint cell = n->n_store_cells + sku;
  Lanes *place = &LANES (s->deliveries, (gsize) s->delivery_slot * today->n_skus + sku);
  Lanes *stock = STOCK (s, cell), *flow = FLOW (s, cell);
  const Lanes position = on_hand + stock[TWIN_ON_ORDER] - stock[TWIN_BACKLOG];
  const Lanes ordered = decide_order (n->cells, cell, position, today);

  const Lanes due = n->delivers_at_once ? ordered : *place;
  Lanes received = due;

  *place = ordered;
  if (n->reliability < 1 && mask_any (lanes_above (due, lanes_all (0))))
    received = draw_fate (n, (Words *) s->supply + 4 * (gsize) sku, due);
  flow[TWIN_ORDERED] = ordered;
  flow[TWIN_ORDERS] = lanes_is_positive (ordered);
  flow[TWIN_RECEIVED] = received;
  stock[TWIN_ON_HAND] = on_hand + received;
  stock[TWIN_ON_ORDER] = subtract_part (stock[TWIN_ON_ORDER] + ordered, due);
}

/* Draws the noise of demand for @day, and TWIN_FOURS days in all. States are independent, so that
 * the processor works on several at once. */
static void
draw_noise (const TwinNetwork *n,
            TwinNetworkState *const *states,
            guint n_states,
            guint day)
{
  const guint n_streams = n->n_skus * n->n_streams;

  if (n->recorded != NULL || day % TWIN_FOURS != 0)
    return;
  for (guint i = 0; i < n_states; i++)
    for (guint stream = 0; stream < n_streams; stream++)
      lanes_normal_fours ((Words *) states[i]->demands + 4 * (gsize) stream,
                          get_noise (n, states[i], day) + TWIN_STORES_OF_A_STREAM * (gsize) stream,
                          twin_network_count_noise (n));
}

/* Steps 1 to 6 for all SKUs. */
static inline __attribute__ ((always_inline)) void
live_day (const TwinNetwork *n,
          TwinNetworkState *s,
          const Case *this)
{
  for (guint sku = 0; sku < this->n_skus; sku++)
    {
      const Today today = {
        .n_skus = this->n_skus,
        .recorded = this->is_plain || n->recorded == NULL
                        ? NULL
                        : n->recorded + (gsize) s->day * n->n_store_cells,
        .season = n->season[(gsize) s->day * this->n_skus + sku],
        .spike = n->spike[s->day],
        .whole_units = !this->is_plain && n->whole_units,
        .orders = this->orders,
        .leaves_some = this->leaves_some,
      };
      Mask is_short;

      Lanes rest = open_stores (n, s, sku, &today, &is_short);
      if (G_LIKELY (!mask_any (is_short)))
        ship_whole (n, s, sku, &today);
      else
        {
          ship_what_there_is (n, s, sku, &is_short, &rest);
          rest = STOCK (s, n->n_store_cells + sku)[TWIN_ON_HAND];
        }
      restock (n, s, sku, rest, &today);
    }
  s->day++;
  s->arrival_slot = s->arrival_slot + 1 < n->n_arrival_slots ? s->arrival_slot + 1 : 0;
  s->delivery_slot = s->delivery_slot + 1 < n->n_delivery_slots ? s->delivery_slot + 1 : 0;
}
