/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-lanes-variates.h"
#include "twin-warehouse-cycles.h"
#include "twin-warehouse-stretch.h"

/* One replication of as many Q as there are lanes. All see the same chances, so a cycle's demands
 * are the same number in every lane, and only the waits differ. They are those of live(), to the
 * bit; a lane that has reached its horizon idles until all have, which is soon where the Q are
 * neighbours. */

/* #TwinWarehouseWalk of each lane. */
typedef struct
{
  Lanes n_cycles;
  Lanes demand;
  Lanes idle_days;
  Lanes idle_area;
  Lanes variance;
  Lanes above;
  Lanes left;
  Lanes wait;
} Walks;

static G_GNUC_NO_INLINE Lanes
settle_walks (const TwinWarehouseChances *chances,
              gsize cycle,
              Lanes wait,
              Lanes units,
              Mask refused)
{
  const TwinWarehouseChance *chance = &chances->cycles[cycle];

  for (guint lane = 0; lane < TWIN_LANES; lane++)
    if (mask_has (&refused, lane))
      lanes_set (&wait, lane,
                 twin_warehouse_cycles_settle_wait (chances->warehouse, chances->seed,
                                                    chances->replication, (double) cycle,
                                                    lanes_get (&units, lane), chance->wait_normal,
                                                    chance->wait_doubt));
  return wait;
}

/* Days until the order of a cycle, for which there are @units to go. */
static inline Lanes
walk_wait (const TwinWarehouseChances *chances,
           gsize cycle,
           Lanes units)
{
  const TwinWarehouseChance *chance = &chances->cycles[cycle];
  const double mean_gap = 1 / chances->warehouse->demand_rate;
  const Lanes zero = lanes_all (0);
  Mask refused;
  Lanes wait = mean_gap * lanes_gamma (lanes_max (units, lanes_all (1)),
                                       lanes_all (chance->wait_normal),
                                       lanes_all (chance->wait_doubt), &refused);

  refused &= lanes_above (units, zero);
  if (G_UNLIKELY (mask_any (refused)))
    wait = settle_walks (chances, cycle, wait, units, refused);
  return lanes_if_above (units, zero, wait, zero);
}

static void
store_walks (const Walks *at,
             Mask which,
             TwinWarehouseWalk *walks)
{
  for (guint lane = 0; lane < TWIN_LANES; lane++)
    if (mask_has (&which, lane))
      walks[lane] = (TwinWarehouseWalk){
        .n_cycles = (gsize) lanes_get (&at->n_cycles, lane),
        .demand = lanes_get (&at->demand, lane),
        .idle_days = lanes_get (&at->idle_days, lane),
        .idle_area = lanes_get (&at->idle_area, lane),
        .variance = lanes_get (&at->variance, lane),
        .above = lanes_get (&at->above, lane),
        .left = lanes_get (&at->left, lane),
        .wait = lanes_get (&at->wait, lane),
      };
}

static void
walk (TwinWarehouseChances *chances,
      const double *q,
      TwinWarehouseWalk *walks)
{
  const Lanes zero = lanes_all (0);
  Walks at = { .left = lanes_all (chances->warehouse->horizon) };
  Lanes order_up_to;
  Mask going = (Mask) ~lanes_above (zero, zero);

  for (guint lane = 0; lane < TWIN_LANES; lane++)
    lanes_set (&order_up_to, lane, q[lane]);
  at.above = order_up_to;
  for (gsize cycle = 0;; cycle++)
    {
      const TwinWarehouseChance *chance = twin_warehouse_chances_get (chances, cycle);
      const Lanes lead_time = lanes_all (chance->lead_time);
      const Lanes units = lanes_max (at.above, zero);
      const Lanes wait = walk_wait (chances, cycle, units);
      const Lanes left = at.left - wait;
      const Mask goes_on = lanes_above (left, lead_time);
      const Mask ended = (Mask) (going & ~goes_on);
      const TwinStretch idle = stretch_served (at.above, units - 1);

      at.wait = wait;
      if (G_UNLIKELY (mask_any (ended)))
        {
          store_walks (&at, ended, walks);
          going &= goes_on;
          if (!mask_any (going))
            return;
        }
      at.n_cycles += 1;
      at.demand += units + chance->demands;
      at.idle_days += wait;
      at.idle_area += idle.mean * wait;
      at.variance += idle.variance * (wait * wait);
      at.left = left - lead_time;
      at.above = order_up_to - chance->demands;
    }
}
