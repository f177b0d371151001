/* SPDX-License-Identifier: GPL-3.0-or-later */
#define TWIN_LANES 1

#include "twin-warehouse-cycles.h"

#include <math.h>
#include <string.h>

#include "../twin-variates.h"
#include "twin-warehouse-stretch.h"

void
twin_warehouse_cycles_start (uint64_t seed,
                             uint64_t replication,
                             uint64_t state[4])
{
  TwinStream stream;

  twin_stream_init (&stream, seed, replication, TWIN_WAREHOUSE_PURPOSE_CYCLES);
  memcpy (state, stream.state, sizeof stream.state);
}

double
twin_warehouse_cycles_settle_wait (const TwinWarehouse *w,
                                   uint64_t seed,
                                   uint64_t replication,
                                   double cycle,
                                   double units,
                                   double normal,
                                   double doubt)
{
  double wait = twin_gamma_settle (units, normal, doubt);

  if (isnan (wait))
    {
      /* a stream of this cycle's own: the other cycles' draws stay as they are */
      TwinStream stream;
      twin_stream_init (&stream, seed, replication,
                        TWIN_WAREHOUSE_PURPOSE_WAIT + ((uint64_t) cycle << 8));
      wait = twin_gamma_draw (&stream, units);
    }
  return wait * (1 / w->demand_rate);
}

static void
add_stretch (TwinCycles *c,
             TwinStretch stretch,
             double days)
{
  c->stock_days += stretch.mean * days;
  c->variance += stretch.variance * (days * days);
}

/* The horizon comes while nothing is on order: of the demands that would have led to the order, all
 * but the last are uniform in the wait for it. */
static void
end_waiting (const TwinWarehouse *w,
             TwinStream *stream,
             TwinCycles *c,
             double wait,
             const TwinWarehouseListener *listener)
{
  const double others = c->net_stock - w->reorder_point - 1;
  const double n = twin_binomial_draw (stream, others, c->left / wait);

  twin_warehouse_listener_hear (listener, TWIN_WAREHOUSE_REST, c->left, n);
  add_stretch (c, stretch_served (c->net_stock, n), c->left);
  c->demand += n;
  c->net_stock -= n;
}

/* The order goes out after @wait days, and the horizon comes before the receipt. */
static void
end_on_order (const TwinWarehouse *w,
              TwinCycles *c,
              const TwinCutCycle *cut,
              const TwinWarehouseListener *listener)
{
  const double units = fmax (c->net_stock - w->reorder_point, 0);

  const gboolean heard =
      twin_warehouse_listener_hear (listener, TWIN_WAREHOUSE_WAIT, cut->wait, units);
  if (units > 0)
    add_stretch (c, stretch_served (c->net_stock, units - 1), cut->wait);
  c->demand += units;
  c->net_stock -= units;
  c->left -= cut->wait;
  c->orders += 1;

  const double n = twin_poisson_invert (w->demand_rate * c->left, cut->normal, cut->uniform);
  const double on_hand = fmax (c->net_stock, 0), sold = fmin (n, on_hand);

  if (heard)
    twin_warehouse_listener_hear (listener, TWIN_WAREHOUSE_REST, c->left, n);
  add_stretch (c, stretch_run_out (on_hand, n, sold), c->left);
  c->demand += n;
  c->unmet += n - sold;
  c->net_stock -= w->unmet == TWIN_UNMET_BACKORDER ? n : sold;
}

double
twin_warehouse_cycles_draw_small_area (double mean,
                                       double variance,
                                       const TwinStream *stream)
{
  TwinStream own = *stream;

  return twin_gamma_draw (&own, fmax (mean * mean / variance, 1)) * (variance / mean);
}

void
twin_warehouse_cycles_finish (const TwinWarehouse *w,
                              uint64_t seed,
                              uint64_t replication,
                              TwinCycles cycles,
                              const TwinCutCycle *cut,
                              const TwinWarehouseListener *listener,
                              double *metrics,
                              gsize stride)
{
  TwinStream stream;

  twin_stream_init (&stream, seed, replication, TWIN_WAREHOUSE_PURPOSE_END);
  const double normal = twin_stream_normal (&stream);
  if (cut->wait >= cycles.left)
    end_waiting (w, &stream, &cycles, cut->wait, listener);
  else
    end_on_order (w, &cycles, cut, listener);

  const TwinWarehouseTotals totals = {
    .net_stock = cycles.net_stock,
    .stock_days = twin_warehouse_cycles_draw_area (cycles.stock_days, cycles.variance,
                                                   normal, &stream),
    .demand = cycles.demand,
    .unmet = cycles.unmet,
    .orders = cycles.orders,
  };
  twin_warehouse_store_metrics (w, &totals, metrics, stride);
}

void
twin_warehouse_simulate_cycles (gconstpointer data,
                                uint64_t seed,
                                uint64_t first,
                                gsize count,
                                double *metrics,
                                gsize stride,
                                const TwinStop *stop)
{
  const TwinWarehouseKernel *const *kernel = twin_warehouse_kernel_list ();

  /* a lone replication leaves all lanes but one idle */
  for (; count > 1 && kernel[1] != NULL; kernel++)
    ;
  (*kernel)->simulate (data, seed, first, count, metrics, stride, stop);
}
