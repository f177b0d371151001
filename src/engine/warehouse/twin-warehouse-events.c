/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-warehouse-draws.h"

#include <math.h>

#include "twin-warehouse-trace.h"

/* One replication, event by event.
 *
 * A replication alternates between two phases. While nothing is on order, demands take the stock
 * down to the reorder point. Then an order goes out, and demands are served or missed until it
 * arrives. Net stock (on hand − backorders) is all the state there is: one order is outstanding at
 * the most, so while it is, the position is S.
 *
 *          S ┐
 *            └┐ idle                   ┌─ receipt
 *          s ─┴┐┄┄ order ┄┄┄┄┄┄┄┄┄┄┄┄┄┄│
 *              └──┐ on order           │
 *          0 ─────┴────────────────────┘   below 0: backorders (or lost sales, and it stays 0)
 *
 * The loop is run with and without a trace. Where there are many replications to simulate and
 * vectors of four lanes, twin-warehouse-event-lanes.h lives the same events side by side. */

/* The state of a replication, and what it has counted so far. */
typedef struct
{
  TwinStream demands;
  TwinStream lead_times;
  double now;         /* days */
  double next_demand; /* days; infinite where there is no demand */
  double net_stock;   /* units on hand − backorders; whole */
  double stock_days;  /* ∫ on hand dt */
  double demand;
  double unmet;
  double orders;
} Replication;

static inline gboolean
add_event (TwinTrace *trace,
           const Replication *r,
           TwinWarehouseEvent event,
           double on_order)
{
  return twin_warehouse_trace_add (trace, r->now, event, r->net_stock, on_order);
}

/* Demands up to and at @limit that find stock above @floor: all of them are filled. Returns FALSE
 * where the trace is full. */
static inline gboolean
serve_demands (Replication *r,
               double mean_gap,
               double floor,
               double limit,
               double on_order,
               TwinTrace *trace)
{
  while (r->net_stock > floor && r->next_demand <= limit)
    {
      r->stock_days += r->net_stock * (r->next_demand - r->now);
      r->now = r->next_demand;
      r->net_stock -= 1;
      r->demand += 1;
      r->next_demand = r->now + twin_warehouse_draw_gap (&r->demands, mean_gap);
      if (trace != NULL && !add_event (trace, r, TWIN_WAREHOUSE_EVENT_DEMAND, on_order))
        return FALSE;
    }
  return TRUE;
}

/* Demands up to and at @limit that find none. */
static inline gboolean
miss_demands (Replication *r,
              double mean_gap,
              gboolean backorder,
              double limit,
              double on_order,
              TwinTrace *trace)
{
  while (r->next_demand <= limit)
    {
      r->now = r->next_demand;
      if (backorder)
        r->net_stock -= 1;
      r->demand += 1;
      r->unmet += 1;
      r->next_demand = r->now + twin_warehouse_draw_gap (&r->demands, mean_gap);
      if (trace != NULL && !add_event (trace, r, TWIN_WAREHOUSE_EVENT_DEMAND, on_order))
        return FALSE;
    }
  return TRUE;
}

static inline void
pass_time (Replication *r,
           double until)
{
  r->stock_days += fmax (r->net_stock, 0) * (until - r->now);
  r->now = until;
}

static inline void
replicate (const TwinWarehouse *w,
           uint64_t seed,
           uint64_t number,
           Replication *r,
           TwinTrace *trace)
{
  const double mean_gap = 1 / w->demand_rate;
  const double last = nextafter (w->horizon, 0); /* events happen before the horizon, not at it */
  const gboolean backorder = w->unmet == TWIN_UNMET_BACKORDER;
  double on_order = 0;

  *r = (Replication){ .net_stock = w->order_up_to };
  twin_stream_init (&r->demands, seed, number, TWIN_WAREHOUSE_PURPOSE_DEMAND);
  twin_stream_init (&r->lead_times, seed, number, TWIN_WAREHOUSE_PURPOSE_LEAD_TIME);
  r->next_demand = w->demand_rate > 0 ? twin_warehouse_draw_gap (&r->demands, mean_gap) : INFINITY;
  if (trace != NULL)
    add_event (trace, r, TWIN_WAREHOUSE_EVENT_START, 0);

  for (;;)
    {
      if (!serve_demands (r, mean_gap, w->reorder_point, last, 0, trace))
        return;
      if (r->net_stock > w->reorder_point)
        break;

      on_order = w->order_up_to - r->net_stock;
      r->orders += 1;
      double due = r->now + twin_warehouse_draw_lead_time (w, &r->lead_times);
      double limit = fmin (due, last); /* a demand in the moment of the receipt comes first */
      if (trace != NULL && !add_event (trace, r, TWIN_WAREHOUSE_EVENT_ORDER, on_order))
        return;
      if (!serve_demands (r, mean_gap, 0, limit, on_order, trace))
        return;
      pass_time (r, fmin (due, fmin (r->next_demand, w->horizon)));
      if (!miss_demands (r, mean_gap, backorder, limit, on_order, trace))
        return;
      if (due > last)
        break;

      pass_time (r, due);
      r->net_stock += on_order;
      on_order = 0;
      if (trace != NULL && !add_event (trace, r, TWIN_WAREHOUSE_EVENT_RECEIPT, 0))
        return;
    }

  pass_time (r, w->horizon);
  if (trace != NULL)
    add_event (trace, r, TWIN_WAREHOUSE_EVENT_END, on_order);
}

void
twin_warehouse_simulate_events_singly (const TwinWarehouse *w,
                                       uint64_t seed,
                                       uint64_t first,
                                       gsize count,
                                       double *metrics,
                                       gsize stride)
{
  for (gsize i = 0; i < count; i++)
    {
      Replication r;
      replicate (w, seed, first + i, &r, NULL);
      const TwinWarehouseTotals totals = { r.net_stock, r.stock_days, r.demand, r.unmet, r.orders };
      twin_warehouse_store_metrics (w, &totals, metrics + i, stride);
    }
}

TwinTrace *
twin_warehouse_record_events (gconstpointer data,
                              uint64_t seed,
                              uint64_t replication)
{
  const TwinWarehouse *w = data;
  TwinTrace *trace = twin_warehouse_trace_new (w);
  Replication r;

  replicate (w, seed, replication, &r, trace);
  return trace;
}
