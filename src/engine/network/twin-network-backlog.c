/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include <math.h>

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
      double ordered = s->flows->ordered[(store * n->n_skus + sku) * s->lanes + lane];
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
  const gsize warehouse = (gsize) (n->n_store_cells + sku) * s->lanes + lane;
  const guint slot = (s->arrival_slot > 0 ? s->arrival_slot : n->n_arrival_slots) - 1;
  double *arrivals = s->arrivals + (gsize) slot * n->n_store_cells * s->lanes;
  guint left = 0;

  for (guint i = 0; i < queue->len; i++)
    {
      TwinBacklog entry = g_array_index (queue, TwinBacklog, i);
      gsize cell = (gsize) (entry.store * n->n_skus + sku) * s->lanes + lane;
      double shipped = fmin (entry.quantity, s->on_hand[warehouse]);

      s->on_hand[warehouse] -= shipped;
      s->flows->sales[warehouse] += shipped;
      s->on_order[cell] += shipped;
      arrivals[cell] += shipped;
      if (shipped == entry.quantity)
        {
          if (entry.is_new)
            s->flows->whole[cell] = 1;
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
  const gsize warehouse = (gsize) (n->n_store_cells + sku) * s->lanes + lane;

  for (guint store = 0; store < n->n_stores; store++)
    s->backlog[(gsize) (store * n->n_skus + sku) * s->lanes + lane] = 0;
  s->backlog[warehouse] = 0;
  for (guint i = 0; i < queue->len; i++)
    {
      const TwinBacklog *entry = &g_array_index (queue, TwinBacklog, i);
      s->backlog[(gsize) (entry->store * n->n_skus + sku) * s->lanes + lane] += entry->quantity;
      s->backlog[warehouse] += entry->quantity;
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
