/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-lanes-exponential.h"
#include "../twin-lanes-variates.h"
#include "twin-warehouse-cycles.h"
#include "twin-warehouse-draws.h"

/* The event loop of twin-warehouse-events.c, a replication in each lane: the same draws, the same
 * sums in the same order, to the bit.
 *
 * All lanes live one demand at a time, in which an order may go out; no jump depends on that. What
 * happens before a lane's next demand, a receipt or the horizon, interrupts them. A lane that has
 * reached its horizon rests until the end of the block of draws, and takes the next replication. */

/* What a demand changes. */
typedef struct
{
  Lanes now;        /* days: of the last event; −∞ at rest */
  Lanes net_stock;  /* on hand − backorders; sales that are lost count as such until a receipt */
  Lanes stock_days;
  Lanes due;        /* days: of the receipt; infinite where nothing is on order */
} Demands;

/* What only a receipt changes. */
typedef struct
{
  Lanes on_order;  /* units that the next receipt brings */
  Lanes lead_time; /* days: of the next order */
  Lanes supplied;  /* units at the start and of all receipts; and sales that were lost */
  Lanes unmet;     /* units, but those since the last order */
  Lanes orders;    /* that have been received */
  Words stream[4]; /* of lead times */
} Receipts;

typedef struct
{
  const TwinWarehouse *warehouse;
  uint64_t seed;
  uint64_t first;
  gsize count;
  double *metrics;
  gsize stride;

  Lanes last;     /* days: events happen before the horizon, not at it */
  gsize next;     /* replication that no lane has taken yet, from 0 */
  guint resting;  /* a bit for each lane */
  gsize column[TWIN_LANES];
  Demands demands;
  Receipts receipts;
  Lanes moment;   /* days: of the next demand */
  LanesExponential gaps;
} EventLanes;

/* Nothing happens in that lane. */
static void
rest_lane (EventLanes *self,
           guint lane)
{
  lanes_set (&self->demands.now, lane, -INFINITY);
  lanes_set (&self->demands.due, lane, INFINITY);
  lanes_set (&self->demands.net_stock, lane, -INFINITY);
  lanes_set (&self->moment, lane, -INFINITY);
  self->resting |= 1u << lane;
}

/* Gives the lane the next replication. */
static void
begin_lane (EventLanes *self,
            guint lane)
{
  const TwinWarehouse *w = self->warehouse;
  const uint64_t number = self->first + self->next;
  Demands *d = &self->demands;
  Receipts *r = &self->receipts;
  TwinStream demands, lead_times;

  twin_stream_init (&demands, self->seed, number, TWIN_WAREHOUSE_PURPOSE_DEMAND);
  twin_stream_init (&lead_times, self->seed, number, TWIN_WAREHOUSE_PURPOSE_LEAD_TIME);
  lanes_exponential_start (&self->gaps, lane, &demands);
  lanes_set (&r->lead_time, lane, twin_warehouse_draw_lead_time (w, &lead_times));
  for (guint i = 0; i < 4; i++)
    ((uint64_t *) &r->stream[i])[lane] = lead_times.state[i];
  lanes_set (&d->now, lane, 0);
  lanes_set (&d->net_stock, lane, w->order_up_to);
  lanes_set (&d->stock_days, lane, 0);
  lanes_set (&d->due, lane, INFINITY);
  lanes_set (&r->on_order, lane, w->order_up_to - w->reorder_point);
  lanes_set (&r->supplied, lane, w->order_up_to);
  lanes_set (&r->unmet, lane, 0);
  lanes_set (&r->orders, lane, 0);
  self->resting &= ~(1u << lane);
  self->column[lane] = self->next++;
}

/* The horizon of the lane's replication. */
static void
end_lane (EventLanes *self,
          guint lane)
{
  const TwinWarehouse *w = self->warehouse;
  const double net_stock = lanes_get (&self->demands.net_stock, lane);
  const double on_hand = fmax (net_stock, 0), missed = fmax (-net_stock, 0);
  const double days = w->horizon - lanes_get (&self->demands.now, lane);
  const gboolean on_order = lanes_get (&self->demands.due, lane) < INFINITY;
  const TwinWarehouseTotals totals = {
    .net_stock = w->unmet == TWIN_UNMET_BACKORDER ? net_stock : on_hand,
    .stock_days = lanes_get (&self->demands.stock_days, lane) + on_hand * days,
    .demand = lanes_get (&self->receipts.supplied, lane) - net_stock,
    .unmet = lanes_get (&self->receipts.unmet, lane) + missed,
    .orders = lanes_get (&self->receipts.orders, lane) + on_order,
  };

  twin_warehouse_store_metrics (w, &totals, self->metrics + self->column[lane], self->stride);
  rest_lane (self, lane);
}

static G_GNUC_NO_INLINE void
draw_lead_times_singly (const TwinWarehouse *w,
                        Receipts *r,
                        guint lanes)
{
  for (; lanes != 0; lanes &= lanes - 1)
    {
      const guint lane = (guint) __builtin_ctz (lanes);
      TwinStream stream;

      for (guint i = 0; i < 4; i++)
        stream.state[i] = ((const uint64_t *) &r->stream[i])[lane];
      lanes_set (&r->lead_time, lane, twin_warehouse_draw_lead_time (w, &stream));
      for (guint i = 0; i < 4; i++)
        ((uint64_t *) &r->stream[i])[lane] = stream.state[i];
    }
}

/* The next order's, of the lanes of @which; see twin_warehouse_draw_lead_time(). */
static inline void
draw_lead_times (const TwinWarehouse *w,
                 Receipts *r,
                 Mask which)
{
  if (w->lead_time != TWIN_LEAD_TIME_UNIFORM)
    {
      draw_lead_times_singly (w, r, mask_to_bits (which));
      return;
    }

  Words stream[4] = { r->stream[0], r->stream[1], r->stream[2], r->stream[3] };
  const Lanes drawn = w->lead_time_min +
                      (w->lead_time_max - w->lead_time_min) * lanes_uniform (stream);

  r->lead_time = mask_select (which, drawn, r->lead_time);
  for (guint i = 0; i < 4; i++)
    r->stream[i] = mask_select_words (which, stream[i], r->stream[i]);
}

/* The receipts of the lanes of @which. Returns where an order goes out in that moment. */
static inline Mask
receive (const TwinWarehouse *w,
         Demands *d,
         Receipts *r,
         Mask which)
{
  const Lanes zero = lanes_all (0), never = lanes_all (INFINITY);
  const Lanes reorder_point = lanes_all (w->reorder_point);
  const double lost = w->unmet == TWIN_UNMET_LOST_SALE;
  const Lanes on_hand = lanes_max (d->net_stock, zero), missed = lanes_max (-d->net_stock, zero);
  const Lanes supplied = r->on_order + lost * missed, net_stock = d->net_stock + supplied;
  const Mask again = (Mask) (which & ~lanes_above (net_stock, reorder_point));

  draw_lead_times (w, r, which);
  r->on_order = mask_select (which, w->order_up_to - lanes_min (net_stock, reorder_point),
                             r->on_order);
  r->supplied = mask_select (which, r->supplied + supplied, r->supplied);
  /* what is still owed when an order goes out will be owed at its receipt */
  r->unmet = mask_select (which, r->unmet + missed, r->unmet) -
             mask_select (again, lanes_max (-net_stock, zero), zero);
  r->orders = mask_select (which, r->orders + 1, r->orders);

  d->stock_days = mask_select (which, d->stock_days + on_hand * (d->due - d->now), d->stock_days);
  d->now = mask_select (which, d->due, d->now);
  d->net_stock = mask_select (which, net_stock, d->net_stock);
  d->due = mask_select (which, mask_select (again, d->due + r->lead_time, never), d->due);
  return again;
}

static G_GNUC_NO_INLINE void
end_lanes (EventLanes *self,
           guint lanes)
{
  for (; lanes != 0; lanes &= lanes - 1)
    end_lane (self, (guint) __builtin_ctz (lanes));
}

/* Lives a block of demands in every lane. */
static G_GNUC_NO_INLINE void
live_block (EventLanes *self)
{
  const double mean_gap = 1 / self->warehouse->demand_rate;
  const Lanes reorder_point = lanes_all (self->warehouse->reorder_point), last = self->last;
  Demands d = self->demands;

  for (guint i = 0; i < LANES_DRAWS; i++)
    {
      Lanes moment = d.now + self->gaps.numbers[i] * mean_gap;

      if (G_UNLIKELY (mask_any (lanes_above (moment, lanes_min (d.due, last)))))
        {
          Mask again;
          do
            {
              const Mask received =
                  (Mask) (lanes_above (moment, d.due) & ~lanes_above (d.due, last));
              again = receive (self->warehouse, &d, &self->receipts, received);
            }
          while (G_UNLIKELY (mask_any (again)));

          const guint ended = mask_to_bits (lanes_above (moment, last));
          if (G_UNLIKELY (ended != 0))
            {
              self->demands = d;
              self->moment = moment;
              end_lanes (self, ended);
              d = self->demands;
              moment = self->moment;
            }
        }
      d.stock_days += lanes_max (d.net_stock, lanes_all (0)) * (moment - d.now);
      d.now = moment;
      d.net_stock -= self->gaps.drawn[i];
      /* once until a receipt; an empty place after it would say the same again */
      d.due = mask_select (lanes_equal (d.net_stock, reorder_point),
                           moment + self->receipts.lead_time, d.due);
    }
  self->demands = d;
}

static void
simulate_events (const TwinWarehouse *w,
                 uint64_t seed,
                 uint64_t first,
                 gsize count,
                 double *metrics,
                 gsize stride)
{
  const guint all = (1u << TWIN_LANES) - 1;
  EventLanes self = { w, seed, first, count, metrics, stride,
                      .last = lanes_all (nextafter (w->horizon, 0)) };

  for (guint lane = 0; lane < TWIN_LANES; lane++)
    rest_lane (&self, lane);
  for (;;)
    {
      for (guint lanes = self.resting; lanes != 0 && self.next < count; lanes &= lanes - 1)
        begin_lane (&self, (guint) __builtin_ctz (lanes));
      if (self.resting == all)
        break;
      lanes_exponential_draw (&self.gaps);
      live_block (&self);
    }
}
