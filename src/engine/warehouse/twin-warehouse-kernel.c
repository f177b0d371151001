/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One kernel. The build compiles this file once for each line of the list in
 * src/engine/meson.build, as it does network/twin-network-kernel.c, with other values of
 *
 *   TWIN_LANES        replications side by side: 1, 2, 4 or 8
 *   TWIN_KERNEL       the kernel's symbol
 *   TWIN_KERNEL_NAME  its name, for people
 *
 * A lane that has reached its horizon takes the next replication, so no lane waits for another. */

#include "twin-warehouse-cycles.h"

#include "../twin-lanes-variates.h"
#include "twin-warehouse-cycle-draws.h"
#if TWIN_LANES >= 4
#include "twin-warehouse-event-lanes.h"
#endif
#include "twin-warehouse-stretch.h"
#include "twin-warehouse-walk.h"

/* Cycles between two looks for a stop: some milliseconds. */
#define CYCLES_OF_A_BREATH 65536

/* #TwinCycles of each lane. */
typedef struct
{
  Lanes left;
  Lanes net_stock;
  Lanes stock_days;
  Lanes variance;
  Lanes demand;
  Lanes unmet;
  Lanes orders;
} Cycles;

/* What becomes of a cycle that no horizon cuts. */
typedef struct
{
  Lanes wait;    /* days until the order */
  Lanes units;   /* demands of the wait */
  Lanes demands; /* of the lead time */
} Lived;

/* Which replications there are to do, and who does which. */
typedef struct
{
  const TwinWarehouse *warehouse;
  uint64_t seed;
  uint64_t first;
  gsize count;
  gsize next;    /* that no lane has taken yet, from 0 */
  gsize n_done;
  gsize column[TWIN_LANES];
  double *metrics;
  gsize stride;
  const TwinWarehouseListener *listener; /* of the only replication; or NULL */
  const TwinStop *stop;
} Work;

static G_GNUC_NO_INLINE Lanes
settle_waits (const Work *work,
              Lanes wait,
              Lanes units,
              Lanes orders,
              const Draws *d,
              Mask refused)
{
  for (guint lane = 0; lane < TWIN_LANES; lane++)
    if (mask_has (&refused, lane))
      lanes_set (&wait, lane,
                 twin_warehouse_cycles_settle_wait (work->warehouse, work->seed,
                                                    work->first + work->column[lane],
                                                    lanes_get (&orders, lane),
                                                    lanes_get (&units, lane),
                                                    lanes_get (&d->wait_normal, lane),
                                                    lanes_get (&d->wait_doubt, lane)));
  return wait;
}

/* Days until the order, for which there are @units to go. */
static inline Lanes
draw_wait (const Work *work,
           Lanes units,
           Lanes orders,
           const Draws *d)
{
  const Lanes zero = lanes_all (0);
  const double mean_gap = 1 / work->warehouse->demand_rate;
  Mask refused;
  Lanes wait = mean_gap * lanes_gamma (lanes_max (units, lanes_all (1)), d->wait_normal,
                                       d->wait_doubt, &refused);

  refused &= lanes_above (units, zero);
  if (G_UNLIKELY (mask_any (refused)))
    {
      const Draws copy = *d;
      wait = settle_waits (work, wait, units, orders, &copy, refused);
    }
  return lanes_if_above (units, zero, wait, zero);
}

static inline void
add_stretch (Cycles *c,
             TwinStretch stretch,
             Lanes days)
{
  c->stock_days += stretch.mean * days;
  c->variance += stretch.variance * (days * days);
}

/* Lives one cycle in every lane as if there were no horizon. Returns where there is one before its
 * receipt. */
static inline Mask
live (const Work *work,
      const Draws *d,
      Cycles *c,
      Lived *lived)
{
  const TwinWarehouse *w = work->warehouse;
  const Lanes zero = lanes_all (0);
  const double lost = w->unmet == TWIN_UNMET_LOST_SALE;

  /* until the order */
  const Lanes units = lanes_max (c->net_stock - w->reorder_point, zero);
  const Lanes wait = draw_wait (work, units, c->orders, d);
  add_stretch (c, stretch_served (c->net_stock, units - 1), wait);
  c->left -= wait;

  /* until the receipt */
  const Lanes on_hand = lanes_max (c->net_stock - units, zero);
  const Lanes mean = w->demand_rate * d->lead_time;
  const Lanes n = lanes_poisson (mean, d->demand_normal, d->demand_uniform);
  const Lanes sold = lanes_min (n, on_hand), unmet = n - sold;
  const Mask ended = (Mask) ~lanes_above (c->left, d->lead_time);
  add_stretch (c, stretch_run_out (on_hand, n, sold), d->lead_time);
  c->left -= d->lead_time;
  c->demand += units + n;
  c->unmet += unmet;
  c->orders += 1;
  c->net_stock = w->order_up_to - n + lost * unmet;
  *lived = (Lived){ wait, units, n };
  return ended;
}

/* Gives the lane the next replication, or nothing to do any more. */
static void
take_next (Work *work,
           guint lane,
           Cycles *c,
           Words *stream)
{
  const TwinWarehouse *w = work->warehouse;
  uint64_t state[4];

  lanes_set (&c->left, lane, work->next < work->count ? w->horizon : INFINITY);
  lanes_set (&c->net_stock, lane, w->order_up_to);
  lanes_set (&c->stock_days, lane, 0);
  lanes_set (&c->variance, lane, 0);
  lanes_set (&c->demand, lane, 0);
  lanes_set (&c->unmet, lane, 0);
  lanes_set (&c->orders, lane, 0);
  twin_warehouse_cycles_start (work->seed, work->first + work->next, state);
  for (guint i = 0; i < 4; i++)
    ((uint64_t *) &stream[i])[lane] = state[i];
  work->column[lane] = work->next++;
}

/* Lives the lane's last cycle again, up to the horizon. */
static void
finish (const Work *work,
        guint lane,
        const Cycles *before,
        const Draws *d,
        const Lanes *wait)
{
  const TwinCycles cycles = {
    .left = lanes_get (&before->left, lane),
    .net_stock = lanes_get (&before->net_stock, lane),
    .stock_days = lanes_get (&before->stock_days, lane),
    .variance = lanes_get (&before->variance, lane),
    .demand = lanes_get (&before->demand, lane),
    .unmet = lanes_get (&before->unmet, lane),
    .orders = lanes_get (&before->orders, lane),
  };
  const TwinCutCycle cut = {
    .wait = lanes_get (wait, lane),
    .normal = lanes_get (&d->demand_normal, lane),
    .uniform = lanes_get (&d->demand_uniform, lane),
  };

  twin_warehouse_cycles_finish (work->warehouse, work->seed, work->first + work->column[lane],
                                cycles, &cut, work->listener, work->metrics + work->column[lane],
                                work->stride);
}

/* A cycle in which lanes reach their horizon. */
typedef struct
{
  Cycles before;
  Cycles after;
  Draws draws;
  Lanes wait;
  Words stream[4];
} LastCycle;

static G_GNUC_NO_INLINE void
finish_lanes (Work *work,
              LastCycle *last,
              Mask ended)
{
  for (guint lane = 0; lane < TWIN_LANES; lane++)
    if (mask_has (&ended, lane))
      {
        finish (work, lane, &last->before, &last->draws, &last->wait);
        work->n_done++;
        take_next (work, lane, &last->after, last->stream);
      }
}

/* Tells of the first lane's whole cycle. Returns FALSE where nobody wants to hear of the next. */
static inline gboolean
tell (const Work *work,
      const Draws *d,
      const Lived *lived)
{
  return twin_warehouse_listener_hear (work->listener, TWIN_WAREHOUSE_WAIT,
                                       lanes_get (&lived->wait, 0), lanes_get (&lived->units, 0)) &&
         twin_warehouse_listener_hear (work->listener, TWIN_WAREHOUSE_LEAD_TIME,
                                       lanes_get (&d->lead_time, 0),
                                       lanes_get (&lived->demands, 0));
}

static void
live_all (Work *work)
{
  LastCycle start;

  for (guint lane = 0; lane < TWIN_LANES; lane++)
    take_next (work, lane, &start.after, start.stream);

  Cycles c = start.after;
  Words stream[4] = { start.stream[0], start.stream[1], start.stream[2], start.stream[3] };
  for (guint cycle = 1; work->n_done < work->count; cycle++)
    {
      const Cycles before = c;
      const Draws d = draw (work->warehouse, stream);
      Lived lived;
      const Mask ended = live (work, &d, &c, &lived);

      if (G_UNLIKELY (mask_any (ended)))
        {
          LastCycle last = { before, c, d, lived.wait,
                             { stream[0], stream[1], stream[2], stream[3] } };

          finish_lanes (work, &last, ended);
          c = last.after;
          for (guint i = 0; i < 4; i++)
            stream[i] = last.stream[i];
        }
      else if (TWIN_LANES == 1 && work->listener != NULL && !tell (work, &d, &lived))
        return;
      if (G_UNLIKELY (cycle % CYCLES_OF_A_BREATH == 0) && twin_stop_is_set (work->stop))
        return;
    }
}

static void
simulate (const TwinWarehouse *w,
          uint64_t seed,
          uint64_t first,
          gsize count,
          double *metrics,
          gsize stride,
          const TwinStop *stop)
{
  Work work = { w, seed, first, count, .metrics = metrics, .stride = stride, .stop = stop };

  live_all (&work);
}

#if TWIN_LANES == 1
static void
follow (const TwinWarehouse *w,
        uint64_t seed,
        uint64_t replication,
        const TwinWarehouseListener *listener)
{
  double metrics[TWIN_WAREHOUSE_N_METRICS];
  Work work = { w, seed, replication, 1, .metrics = metrics, .stride = 1, .listener = listener };

  live_all (&work);
}
#endif

extern const TwinWarehouseKernel TWIN_KERNEL;

const TwinWarehouseKernel TWIN_KERNEL = {
  .name = TWIN_KERNEL_NAME,
  .lanes = TWIN_LANES,
  .simulate = simulate,
#if TWIN_LANES >= 4
  .simulate_events = simulate_events,
#else
  .simulate_events = twin_warehouse_simulate_events_singly,
#endif
  .walk = walk,
#if TWIN_LANES == 1
  .follow = follow,
#endif
};
