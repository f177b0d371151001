/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

/* The warehouse's queue of store orders, for the days on which it has not enough for all. */

static GArray *
get_queue (TwinNetworkState *s,
           guint sku,
           guint lane)
{
  GArray **queue = &s->queues[sku * s->lanes + lane];

  if (*queue == NULL)
    *queue = g_array_new (FALSE, FALSE, sizeof (TwinBacklog));
  return *queue;
}

/* Today's orders queue up behind the others, by store. */
static void
queue_orders (const TwinNetwork *n,
              TwinNetworkState *s,
              GArray *queue,
              guint sku,
              guint lane)
{
  for (guint store = 0; store < n->n_stores; store++)
    {
      const guint cell = store * n->n_skus + sku;
      double ordered = twin_network_state_flow (s, cell, TWIN_ORDERED)[lane];
      TwinBacklog entry = { .store = store, .is_new = TRUE, .quantity = ordered };

      if (ordered > 0)
        g_array_append_val (queue, entry);
    }
}

/* Ships what there is, oldest order first. What is still owed stays in the queue. */
static void
ship_from_queue (const TwinNetwork *n,
                 TwinNetworkState *s,
                 GArray *queue,
                 guint sku,
                 guint lane)
{
  const guint warehouse = n->n_store_cells + sku;
  double *departures = s->arrivals + (gsize) s->arrival_slot * n->n_store_cells * s->lanes;
  double *on_hand = &twin_network_state_stock (s, warehouse, TWIN_ON_HAND)[lane];
  double *sales = &twin_network_state_flow (s, warehouse, TWIN_SALES)[lane];
  guint left = 0;

  for (guint i = 0; i < queue->len; i++)
    {
      TwinBacklog entry = g_array_index (queue, TwinBacklog, i);
      const guint cell = entry.store * n->n_skus + sku;
      const double shipped = MIN (entry.quantity, *on_hand);

      *on_hand -= shipped;
      *sales += shipped;
      twin_network_state_stock (s, cell, TWIN_ON_ORDER)[lane] += shipped;
      departures[(gsize) cell * s->lanes + lane] += shipped;
      if (shipped == entry.quantity)
        {
          if (entry.is_new)
            twin_network_state_flow (s, cell, TWIN_WHOLE)[lane] = 1;
          continue;
        }
      entry.quantity -= shipped;
      entry.is_new = FALSE;
      g_array_index (queue, TwinBacklog, left++) = entry;
    }
  g_array_set_size (queue, left);
}

/* What is owed, summed anew from the queue, so that rounding does not add up over the days. */
static void
count_backlog (const TwinNetwork *n,
               TwinNetworkState *s,
               GArray *queue,
               guint sku,
               guint lane)
{
  double *owed = &twin_network_state_stock (s, n->n_store_cells + sku, TWIN_BACKLOG)[lane];

  *owed = 0;
  for (guint cell = sku; cell < n->n_store_cells; cell += n->n_skus)
    twin_network_state_stock (s, cell, TWIN_BACKLOG)[lane] = 0;
  for (guint i = 0; i < queue->len; i++)
    {
      const TwinBacklog *entry = &g_array_index (queue, TwinBacklog, i);
      const guint cell = entry->store * n->n_skus + sku;

      twin_network_state_stock (s, cell, TWIN_BACKLOG)[lane] += entry->quantity;
      *owed += entry->quantity;
    }
}

void
twin_network_state_ship (const TwinNetwork *n,
                         TwinNetworkState *s,
                         guint sku,
                         guint lane)
{
  GArray *queue = get_queue (s, sku, lane);

  queue_orders (n, s, queue, sku, lane);
  ship_from_queue (n, s, queue, sku, lane);
  count_backlog (n, s, queue, sku, lane);
}
