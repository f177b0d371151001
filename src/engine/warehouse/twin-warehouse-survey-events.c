/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A survey event by event. With y = s + d the net stock when an order goes out (d = 0, or below it
 * where it went out in the moment of a receipt), Δ the time until the receipt and a₁, a₂ … the times
 * until the N demands of it,
 *
 *   units missed     N | N − y | 0
 *   stock-days       0 | a₁ + … + a_y | a₁ + … + a_N + (y − N) Δ
 *   where y is      ≤ 0 | 1 … N | > N
 *
 * and while nothing is on order s adds s times the days of it. What is linear in s is noted as the
 * head of twin-warehouse-survey.h says; what is not, the sum of the first y, comes from the running
 * sums of the path. All of it is what the event loop counts, from the same draws, up to the rounding
 * of sums. */

#include "twin-warehouse-survey.h"

#include <string.h>

#include "twin-warehouse-path.h"

/* From a point on: stock-days days0 + days1 s, and missed0 + missed1 s units missed. */
typedef struct
{
  double days0, days1, missed0, missed1;
} Slope;

/* Where one Q stands while it walks along a path. */
typedef struct
{
  const TwinWarehouseGroup *group;
  Slope *slopes; /* [n_points + 1]; behind the last point is what nobody asks for */
  double *days;  /* [n_points + 1] stock-days besides */
  Slope common;  /* of every point */
  gsize orders;
} Walk;

/* From the order in which demands 1 … @j were before to its receipt, or to the horizon: demands
 * j + 1 … @e. */
static inline void
count_lead (Walk *walk,
            const TwinWarehousePath *path,
            gsize j,
            gsize e,
            int64_t d,
            double now,
            double until)
{
  const TwinWarehouseGroup *group = walk->group;
  const int64_t n = (int64_t) (e - j);
  const uint32_t some = twin_warehouse_group_find_point (group, 1 - d), enough = twin_warehouse_group_find_point (group, n + 1 - d);
  const double length = until - now, before = path->sums[j] + (double) d * now;
  const double *sums = path->sums + (int64_t) j + d + group->lowest;
  Slope *slope = &walk->slopes[some];

  walk->common.missed0 += (double) n;
  slope->days0 -= before;
  slope->days1 -= now;
  slope->missed0 -= (double) d;
  slope->missed1 -= 1;

  if (group->step == 1)
    for (uint32_t i = some; i < enough; i++)
      walk->days[i] += sums[i];
  else
    for (uint32_t i = some; i < enough; i++)
      walk->days[i] += sums[(gsize) i * group->step];

  slope = &walk->slopes[enough];
  slope->days0 += before + path->sums[e] - path->sums[j] - (double) n * now +
                  (double) (d - n) * length;
  slope->days1 += now + length;
  slope->missed0 += (double) (d - n);
  slope->missed1 += 1;
}

/* Nothing is on order from @now on, until demands @j + 1 … @e have come. */
static inline void
count_idle (Walk *walk,
            const TwinWarehousePath *path,
            gsize j,
            gsize e,
            double now,
            double until)
{
  walk->common.days0 += path->sums[e] - path->sums[j] - (double) (e - j) * now;
  walk->common.days1 += until - now;
}

static void
walk_along (Walk *walk,
            TwinWarehousePath *path)
{
  const double horizon = path->warehouse->horizon;
  double now = 0;
  gsize j = 0;                   /* demands so far */
  int64_t above = walk->group->q; /* net stock less s, nothing on order */

  for (;;)
    {
      if (above > 0)
        {
          gsize e = j + (gsize) above;

          if (e > path->n_demands)
            {
              e = path->n_demands;
              count_idle (walk, path, j, e, now, horizon);
              walk->common.days0 += (double) (above - (int64_t) (e - j)) * (horizon - now);
              return;
            }
          count_idle (walk, path, j, e, now, path->times[e]);
          now = path->times[e];
          j = e;
          above = 0;
        }

      double due = now + twin_warehouse_path_get_lead_time (path, walk->orders++);
      if (due >= horizon)
        {
          count_lead (walk, path, j, path->n_demands, above, now, horizon);
          return;
        }
      gsize e = twin_warehouse_path_count (path, due);
      count_lead (walk, path, j, e, above, now, due);
      above = (int64_t) walk->group->q - (int64_t) (e - j);
      now = due;
      j = e;
    }
}

/* Adds up what was noted, and gives each policy its own. */
static void
hand_out (const Walk *walk,
          const TwinWarehousePath *path,
          const int32_t *numbers,
          double *service,
          double *cost)
{
  const TwinWarehouse *w = path->warehouse;
  const double demand = (double) path->n_demands;
  const double ordering = w->order_cost * (double) walk->orders;
  Slope sum = walk->common;

  for (uint32_t i = 0; i < walk->group->n_points; i++)
    {
      const double s = (double) walk->group->lowest + (double) i * walk->group->step;
      double days, missed;

      sum.days0 += walk->slopes[i].days0;
      sum.days1 += walk->slopes[i].days1;
      sum.missed0 += walk->slopes[i].missed0;
      sum.missed1 += walk->slopes[i].missed1;
      if (numbers[i] < 0)
        continue;
      days = walk->days[i] + sum.days0 + sum.days1 * s;
      missed = sum.missed0 + sum.missed1 * s;
      cost[numbers[i]] = w->holding_cost * days + w->stockout_penalty * missed + ordering;
      service[numbers[i]] = demand > 0 ? (demand - missed) / demand : 1;
    }
}

void
twin_warehouse_survey_events (const TwinWarehouseSurvey *self,
                              uint64_t seed,
                              uint64_t first,
                              gsize count,
                              double *service,
                              double *cost,
                              gsize stride,
                              const TwinStop *stop)
{
  g_autofree Slope *slopes = g_new (Slope, self->most_points + 1);
  g_autofree double *days = g_new (double, self->most_points + 1);
  g_auto (TwinWarehousePath) path = { 0 };

  twin_warehouse_path_init (&path, self->warehouse);
  for (gsize i = 0; i < count; i++)
    {
      twin_warehouse_path_draw (&path, seed, first + i);
      for (guint g = 0; g < self->groups->len; g++)
        {
          const TwinWarehouseGroup *group = &g_array_index (self->groups, TwinWarehouseGroup, g);
          Walk walk = { .group = group, .slopes = slopes, .days = days };

          if (twin_stop_is_set (stop))
            return;
          memset (slopes, 0, (group->n_points + 1) * sizeof *slopes);
          memset (days, 0, (group->n_points + 1) * sizeof *days);
          walk_along (&walk, &path);
          hand_out (&walk, &path, &g_array_index (self->numbers, int32_t, group->first),
                    service + i * stride, cost + i * stride);
        }
    }
}
