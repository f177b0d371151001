/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include <string.h>

/* All numbers of a state stand in one block, so that a snapshot is one copy. Blocks begin where a
 * whole vector fits. */
#define ALIGNMENT 64

TwinNetworkFlows *
twin_network_flows_new (const TwinNetwork *n,
                        guint lanes)
{
  TwinNetworkFlows *self = g_new0 (TwinNetworkFlows, 1);
  double **arrays[] = { &self->demand,  &self->sales,    &self->lost,
                        &self->ordered, &self->received, &self->whole };
  gsize size = (gsize) n->n_cells * lanes;

  self->n_numbers = G_N_ELEMENTS (arrays) * size;
  double *block = g_aligned_alloc0 (self->n_numbers, sizeof (double), ALIGNMENT);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = block + i * size;
  return self;
}

void
twin_network_flows_free (TwinNetworkFlows *self)
{
  g_aligned_free (self->demand); /* where the block begins */
  g_free (self);
}

TwinNetworkState *
twin_network_state_new (const TwinNetwork *n,
                        guint lanes,
                        TwinNetworkFlows *flows)
{
  TwinNetworkState *self = g_new0 (TwinNetworkState, 1);
  const gsize cells = (gsize) n->n_cells * lanes;
  const gsize arrivals = (gsize) n->n_arrival_slots * n->n_store_cells * lanes;
  const gsize deliveries = (gsize) n->n_delivery_slots * n->n_skus * lanes;

  self->n_numbers = 3 * cells + arrivals + deliveries + 4 * cells;
  self->on_hand = g_aligned_alloc0 (self->n_numbers, sizeof (double), ALIGNMENT);
  self->on_order = self->on_hand + cells;
  self->backlog = self->on_order + cells;
  self->arrivals = self->backlog + cells;
  self->deliveries = self->arrivals + arrivals;
  self->demands = (uint64_t *) (self->deliveries + deliveries);
  self->supply = self->demands + 4 * (gsize) n->n_store_cells * lanes;

  self->lanes = lanes;
  self->queues = g_new0 (GArray *, n->n_skus * lanes);
  self->flows = flows;
  return self;
}

void
twin_network_state_free (const TwinNetwork *n,
                         TwinNetworkState *self)
{
  for (guint i = 0; i < n->n_skus * self->lanes; i++)
    g_clear_pointer (&self->queues[i], g_array_unref);
  g_free (self->queues);
  g_aligned_free (self->on_hand); /* where the block begins */
  g_free (self);
}

static void
start_stream (uint64_t *words,
              guint lanes,
              uint64_t seed,
              uint64_t replication,
              uint64_t purpose)
{
  TwinStream stream;

  twin_stream_init (&stream, seed, replication, purpose);
  for (guint i = 0; i < 4; i++)
    words[i * lanes] = stream.state[i];
}

/* A purpose for each SKU's supply, then one for each cell's demand. A store or a SKU more, at the
 * end, moves nobody's draws. */
static void
start_streams (const TwinNetwork *n,
               TwinNetworkState *self,
               guint lane,
               uint64_t seed,
               uint64_t replication)
{
  for (guint sku = 0; sku < n->n_skus; sku++)
    start_stream (self->supply + (gsize) sku * 4 * self->lanes + lane, self->lanes, seed,
                  replication, sku);
  for (guint store = 0, cell = 0; store < n->n_stores; store++)
    for (guint sku = 0; sku < n->n_skus; sku++, cell++)
      start_stream (self->demands + (gsize) cell * 4 * self->lanes + lane, self->lanes, seed,
                    replication, (uint64_t) (store + 1) << 32 | sku);
}

void
twin_network_state_start (const TwinNetwork *n,
                          TwinNetworkState *self,
                          const uint64_t *seeds,
                          const uint64_t *replications)
{
  memset (self->on_hand, 0, (gsize) ((double *) self->demands - self->on_hand) * sizeof (double));
  memset (self->flows->demand, 0, self->flows->n_numbers * sizeof (double));
  for (guint cell = 0; cell < n->n_cells; cell++)
    for (guint lane = 0; lane < self->lanes; lane++)
      self->on_hand[(gsize) cell * self->lanes + lane] = n->initial_inventory[cell];
  for (guint i = 0; i < n->n_skus * self->lanes; i++)
    if (self->queues[i] != NULL)
      g_array_set_size (self->queues[i], 0);
  for (guint lane = 0; lane < self->lanes; lane++)
    start_streams (n, self, lane, seeds[lane], replications[lane]);
  self->day = self->arrival_slot = self->delivery_slot = 0;
}
