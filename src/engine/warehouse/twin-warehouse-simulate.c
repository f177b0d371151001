/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-warehouse-cycles.h"

#include <math.h>

/* Where a replication's metrics come from.
 *
 * Cycles or events is a matter of the demand alone, not of the policy, so that policies are
 * compared on the same draws. With fewer demands than this in a replication, the event loop is
 * hardly slower; and the sum of their moments, which the cycles draw from a normal distribution, is
 * exact in it. */
#define FEWEST_DEMANDS 500

/* Counted in events that one lane lives: what a cycle costs in four lanes, and a replication in
 * cycles besides. Events in lanes cost less, for which nobody waits longer than was foreseen. */
#define EVENTS_OF_A_CYCLE 4
#define CYCLES_OF_A_REPLICATION 10

TwinMethod
twin_warehouse_get_method (gconstpointer data)
{
  const TwinWarehouse *w = data;

  return w->demand_rate * w->horizon >= FEWEST_DEMANDS ? TWIN_METHOD_CYCLES : TWIN_METHOD_EVENTS;
}

double
twin_warehouse_get_effort (gconstpointer data)
{
  const TwinWarehouse *w = data;
  const double demands = w->demand_rate * w->horizon;

  if (twin_warehouse_get_method (data) == TWIN_METHOD_EVENTS)
    return demands;

  /* a cycle takes the order's units or the demand of its lead time, whichever is more */
  const double lead_time = w->lead_time == TWIN_LEAD_TIME_UNIFORM
                               ? (w->lead_time_min + w->lead_time_max) / 2
                               : w->lead_time_mean;
  const double cycle = fmax (w->order_up_to - w->reorder_point, w->demand_rate * lead_time);
  return EVENTS_OF_A_CYCLE * (demands / cycle + CYCLES_OF_A_REPLICATION);
}

void
twin_warehouse_simulate (gconstpointer data,
                         uint64_t seed,
                         uint64_t first,
                         gsize count,
                         double *metrics,
                         gsize stride,
                         const TwinStop *stop)
{
  if (twin_warehouse_get_method (data) == TWIN_METHOD_CYCLES)
    twin_warehouse_simulate_cycles (data, seed, first, count, metrics, stride, stop);
  else /* few events */
    twin_warehouse_simulate_events (data, seed, first, count, metrics, stride);
}

void
twin_warehouse_simulate_events (gconstpointer data,
                                uint64_t seed,
                                uint64_t first,
                                gsize count,
                                double *metrics,
                                gsize stride)
{
  const TwinWarehouse *w = data;
  const TwinWarehouseKernel *const *kernel = twin_warehouse_kernel_list ();

  /* more lanes are worth it while half of them have something to do */
  if (w->demand_rate > 0)
    for (; kernel[1] != NULL && 2 * count > kernel[1]->lanes; kernel++)
      ;
  (*kernel)->simulate_events (w, seed, first, count, metrics, stride);
}

TwinTrace *
twin_warehouse_record (gconstpointer data,
                       uint64_t seed,
                       uint64_t replication)
{
  if (twin_warehouse_get_method (data) == TWIN_METHOD_CYCLES)
    return twin_warehouse_record_cycles (data, seed, replication);
  return twin_warehouse_record_events (data, seed, replication);
}

void
twin_warehouse_store_metrics (const TwinWarehouse *w,
                              const TwinWarehouseTotals *t,
                              double *metrics,
                              gsize stride)
{
  double holding = w->holding_cost * t->stock_days;
  double stockout = w->stockout_penalty * t->unmet;
  double ordering = w->order_cost * t->orders;

  metrics[TWIN_WAREHOUSE_FILL_RATE * stride] =
      t->demand > 0 ? (t->demand - t->unmet) / t->demand : 1;
  metrics[TWIN_WAREHOUSE_TOTAL_COST * stride] = holding + stockout + ordering;
  metrics[TWIN_WAREHOUSE_HOLDING_COST * stride] = holding;
  metrics[TWIN_WAREHOUSE_STOCKOUT_COST * stride] = stockout;
  metrics[TWIN_WAREHOUSE_ORDERING_COST * stride] = ordering;
  metrics[TWIN_WAREHOUSE_AVERAGE_ON_HAND * stride] = t->stock_days / w->horizon;
  metrics[TWIN_WAREHOUSE_ORDERS * stride] = t->orders;
  metrics[TWIN_WAREHOUSE_DEMAND * stride] = t->demand;
  metrics[TWIN_WAREHOUSE_FILLED * stride] = t->demand - t->unmet;
  metrics[TWIN_WAREHOUSE_UNMET * stride] = t->unmet;
  metrics[TWIN_WAREHOUSE_ENDING_ON_HAND * stride] = fmax (t->net_stock, 0);
  metrics[TWIN_WAREHOUSE_ENDING_BACKORDERS * stride] = fmax (-t->net_stock, 0);
}
