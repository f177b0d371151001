/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

/* A state of more numbers than this stays in one lane: eight would leave the processor's cache. */
#define WIDEST_STATE (1 << 14)

/* Days between two looks for a stop: some milliseconds even of the largest network. */
#define DAYS_OF_A_BREATH 8

static void
start (const TwinNetwork *n,
       TwinNetworkState *state,
       uint64_t seed,
       uint64_t first)
{
  uint64_t seeds[TWIN_MOST_LANES], replications[TWIN_MOST_LANES];

  for (guint lane = 0; lane < state->lanes; lane++)
    {
      seeds[lane] = seed;
      replications[lane] = first + lane;
    }
  twin_network_state_start (n, state, seeds, replications);
}

/* Lives all days in all lanes. FALSE: it was stopped. */
static gboolean
live_days (const TwinNetworkKernel *kernel,
           const TwinNetwork *n,
           TwinNetworkState *state,
           TwinNetworkTotals *totals,
           const TwinStop *stop)
{
  while (state->day < n->n_days)
    {
      kernel->draw_noise (n, &state, 1, state->day);
      kernel->live (n, state, NULL, FALSE, totals, NULL, NULL, 0);
      if (state->day % DAYS_OF_A_BREATH == 0 && twin_stop_is_set (stop))
        return FALSE;
    }
  return TRUE;
}

void
twin_network_simulate_with (const TwinNetworkKernel *kernel,
                            const TwinNetwork *n,
                            uint64_t seed,
                            uint64_t first,
                            gsize count,
                            double *metrics,
                            gsize stride,
                            const TwinStop *stop)
{
  if (count == 0) /* and so no room, of which a large network takes much */
    return;

  double *flows = twin_network_new_lanes ((gsize) n->n_cells * TWIN_N_FLOWS, kernel->lanes);
  TwinNetworkState *state = twin_network_state_new (n, kernel->lanes, flows);
  TwinNetworkTotals *totals = twin_network_totals_new (n, kernel->lanes);

  for (gsize i = 0; i < count; i += kernel->lanes)
    {
      start (n, state, seed, first + i);
      twin_network_totals_start (n, totals);
      if (!live_days (kernel, n, state, totals, stop))
        break;
      for (guint lane = 0; lane < MIN (kernel->lanes, count - i); lane++)
        twin_network_totals_store (n, totals, lane, metrics + i + lane, stride);
    }
  twin_network_totals_free (totals);
  twin_network_state_free (n, state);
  g_aligned_free (flows);
}

void
twin_network_simulate (gconstpointer data,
                       uint64_t seed,
                       uint64_t first,
                       gsize count,
                       double *metrics,
                       gsize stride,
                       const TwinStop *stop)
{
  const TwinNetwork *n = data;
  const TwinNetworkKernel *wide = twin_network_kernel_get_wide ();
  const TwinNetworkKernel *narrow = twin_network_kernel_get_narrow ();
  const gsize rings =
      (gsize) n->n_arrival_slots * n->n_store_cells + n->n_delivery_slots * n->n_skus;
  const gsize in_lanes =
      rings + 12 * (gsize) n->n_cells > WIDEST_STATE ? 0 : count - count % wide->lanes;

  twin_network_simulate_with (wide, n, seed, first, in_lanes, metrics, stride, stop);
  twin_network_simulate_with (narrow, n, seed, first + in_lanes, count - in_lanes,
                              metrics + in_lanes, stride, stop);
}
