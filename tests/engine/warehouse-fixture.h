/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "warehouse/twin-warehouse-cycles.h"

/* Warehouses of all kinds, with more demands than the event loop is asked for. */

static const TwinWarehouse default_warehouse = {
  .horizon = 365,
  .demand_rate = 20,
  .lead_time = TWIN_LEAD_TIME_UNIFORM,
  .lead_time_min = 1,
  .lead_time_max = 5,
  .lead_time_mean = 3,
  .lead_time_sd = 1,
  .unmet = TWIN_UNMET_BACKORDER,
  .holding_cost = 1,
  .stockout_penalty = 20,
  .order_cost = 50,
  .reorder_point = 40,
  .order_up_to = 120,
};

/* What differs from it. */
typedef struct
{
  const char *title;
  double horizon, rate;
  TwinUnmetDemand unmet;
  TwinLeadTimeDistribution lead_time;
  double a, b; /* least and most days, or mean and standard deviation */
  double s, S;
} Case;

#define BACKORDER TWIN_UNMET_BACKORDER
#define LOST TWIN_UNMET_LOST_SALE
#define UNIFORM TWIN_LEAD_TIME_UNIFORM
#define NORMAL TWIN_LEAD_TIME_NORMAL

static const Case cases[] = {
  { "default", 365, 20, BACKORDER, UNIFORM, 1, 5, 40, 120 },
  { "default, lost sale", 365, 20, LOST, UNIFORM, 1, 5, 40, 120 },
  { "default, good service", 365, 20, BACKORDER, UNIFORM, 1, 5, 88, 174 },
  { "cut normal lead time", 400, 3, BACKORDER, NORMAL, 1, 2, 4, 20 },
  { "normal, lost sale", 60, 30, LOST, NORMAL, 3, 1, 80, 150 },
  { "order in the moment of a receipt", 300, 5, LOST, UNIFORM, 1, 9, 30, 40 },
  { "starved, backorders", 200, 10, BACKORDER, UNIFORM, 6, 14, 10, 30 },
  { "no lead time, one unit at a time", 100, 5, BACKORDER, UNIFORM, 0, 0, 0, 1 },
  { "one unit at a time", 20, 30, LOST, UNIFORM, 0, 0.2, 9, 10 },
  { "lead time beyond the horizon", 30, 20, BACKORDER, UNIFORM, 40, 60, 100, 400 },
  { "order at once, stock for all", 250, 2, LOST, UNIFORM, 300, 300, 999, 1000 },
  { "never an order", 250, 2, BACKORDER, UNIFORM, 1, 5, 10, 3000 },
  { "no safety stock", 120, 8, BACKORDER, UNIFORM, 1, 1, 0, 12 },
  { "means about the limit of inversion", 100, 5, LOST, UNIFORM, 1.5, 2.5, 12, 30 },
  { "hardly more than the fewest demands", 25.1, 20, BACKORDER, UNIFORM, 1, 5, 40, 120 },
};

static inline TwinWarehouse
warehouse_of (const Case *c)
{
  TwinWarehouse w = default_warehouse;

  w.horizon = c->horizon;
  w.demand_rate = c->rate;
  w.unmet = c->unmet;
  w.lead_time = c->lead_time;
  if (c->lead_time == TWIN_LEAD_TIME_UNIFORM)
    {
      w.lead_time_min = c->a;
      w.lead_time_max = c->b;
    }
  else
    {
      w.lead_time_mean = c->a;
      w.lead_time_sd = c->b;
    }
  w.reorder_point = c->s;
  w.order_up_to = c->S;
  return w;
}
