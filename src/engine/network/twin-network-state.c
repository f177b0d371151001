/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include <string.h>

double *
twin_network_new_lanes (gsize n,
                        guint lanes)
{
  return g_aligned_alloc0 (n * lanes, sizeof (double), 64);
}

/* All numbers of a state stand in one block, so that a snapshot is one copy. */
TwinNetworkState *
twin_network_state_new (const TwinNetwork *n,
                        guint lanes,
                        double *flows)
{
  TwinNetworkState *self = g_new0 (TwinNetworkState, 1);
  const gsize stocks = (gsize) n->n_cells * TWIN_N_STOCKS;
  const gsize arrivals = (gsize) n->n_arrival_slots * n->n_store_cells;
  const gsize deliveries = (gsize) n->n_delivery_slots * n->n_skus;
  const gsize demands = 4 * (gsize) n->n_streams * n->n_skus, supply = 4 * (gsize) n->n_skus;
  const gsize noise = TWIN_DAYS_OF_NOISE (lanes) * twin_network_count_noise (n);
  const gsize numbers = stocks + arrivals + deliveries + demands + supply + noise;

  self->n_numbers = numbers * lanes;
  self->stocks = twin_network_new_lanes (numbers, lanes);
  self->arrivals = self->stocks + stocks * lanes;
  self->deliveries = self->arrivals + arrivals * lanes;
  self->demands = (uint64_t *) (self->deliveries + deliveries * lanes);
  self->supply = self->demands + demands * lanes;

  self->noise = (double *) (self->supply + supply * lanes);

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
  g_aligned_free (self->stocks); /* where the block begins */
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

/* A purpose for each SKU's supply, then one for its demand in each four stores. A store or a SKU
 * more, at the end, moves nobody's draws. */
static void
start_streams (const TwinNetwork *n,
               TwinNetworkState *self,
               guint lane,
               uint64_t seed,
               uint64_t replication)
{
  const gsize size = 4 * (gsize) self->lanes;

  for (guint sku = 0; sku < n->n_skus; sku++)
    start_stream (self->supply + sku * size + lane, self->lanes, seed, replication, sku);
  for (guint sku = 0, stream = 0; sku < n->n_skus; sku++)
    for (guint i = 0; i < n->n_streams; i++, stream++)
      start_stream (self->demands + stream * size + lane, self->lanes, seed, replication,
                    (uint64_t) (i + 1) << 32 | sku);
}

void
twin_network_state_start (const TwinNetwork *n,
                          TwinNetworkState *self,
                          const uint64_t *seeds,
                          const uint64_t *replications)
{
  memset (self->stocks, 0, (gsize) ((char *) self->demands - (char *) self->stocks));
  memset (self->flows, 0, (gsize) n->n_cells * TWIN_N_FLOWS * self->lanes * sizeof (double));
  for (guint cell = 0; cell < n->n_cells; cell++)
    for (guint lane = 0; lane < self->lanes; lane++)
      twin_network_state_stock (self, cell, TWIN_ON_HAND)[lane] = n->cells[cell].initial_inventory;
  for (guint i = 0; i < n->n_skus * self->lanes; i++)
    if (self->queues[i] != NULL)
      g_array_set_size (self->queues[i], 0);
  for (guint lane = 0; lane < self->lanes; lane++)
    start_streams (n, self, lane, seeds[lane], replications[lane]);
  self->day = self->arrival_slot = self->delivery_slot = 0;
}
