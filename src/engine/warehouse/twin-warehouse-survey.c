/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One replication of many policies at once.
 *
 * With backorders, the path of net stock less s depends on Q = S − s alone: the same demands take
 * it from Q to 0, the order waits the same lead time, Q comes in. So one walk along the path of a Q
 * serves every s. With y = s + d the net stock when an order goes out (d = 0, or below it where it
 * went out in the moment of a receipt), Δ the time until the receipt and a₁, a₂ … the times until
 * the N demands of it,
 *
 *   units missed     N | N − y | 0
 *   stock-days       0 | a₁ + … + a_y | a₁ + … + a_N + (y − N) Δ
 *   where y is      ≤ 0 | 1 … N | > N
 *
 * and while nothing is on order s adds s times the days of it. What is linear in s by stretches is
 * noted at the point where a stretch begins, and added up over the points once a replication; what
 * is not, the sum of the first y, comes from the running sums of the path. All of it is what the
 * event loop counts, from the same draws, up to the rounding of sums. */

#include "twin-warehouse-path.h"

#include <string.h>

/* Beyond it the path of a single replication takes more than some megabytes. */
#define MAX_DEMANDS 200000.0

#define INVERSE_BITS 42

/* A policy, and its place in the caller's order. */
typedef struct
{
  uint32_t q, s;
  uint32_t number;
} Entry;

/* All policies of one Q: s = lowest, lowest + step, … Points between them that nobody asked for
 * cost less than a search for those that somebody did. */
typedef struct
{
  uint32_t q, lowest, step, n_points;
  uint64_t inverse; /* of the step, see find_point() */
  gsize first; /* number of its first point among those of all */
} Group;

typedef struct
{
  const TwinWarehouse *warehouse;
  GArray *groups; /* Group */
  GArray *numbers; /* int32_t, a point each: the policy's number, or −1 */
  uint32_t most_points;
} Survey;

/* From a point on: stock-days days0 + days1 s, and missed0 + missed1 s units missed. */
typedef struct
{
  double days0, days1, missed0, missed1;
} Slope;

/* Where one Q stands while it walks along a path. */
typedef struct
{
  const Group *group;
  Slope *slopes; /* [n_points + 1]; behind the last point is what nobody asks for */
  double *days;  /* [n_points + 1] stock-days besides */
  Slope common;  /* of every point */
  gsize orders;
} Walk;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->q != y->q ? (x->q > y->q) - (x->q < y->q) : (x->s > y->s) - (x->s < y->s);
}

static uint32_t
find_step (const Entry *entries,
           gsize n)
{
  uint32_t step = 0;

  for (gsize i = 1; i < n; i++)
    for (uint32_t other = entries[i].s - entries[i - 1].s; other > 0;)
      {
        uint32_t rest = step % other;
        step = other;
        other = rest;
      }
  return MAX (step, 1);
}

static void
add_group (Survey *self,
           const Entry *entries,
           gsize n)
{
  Group group = {
    .q = entries[0].q,
    .lowest = entries[0].s,
    .step = find_step (entries, n),
    .first = self->numbers->len,
  };
  int32_t *numbers;

  group.inverse = (((uint64_t) 1 << INVERSE_BITS) + group.step - 1) / group.step;
  group.n_points = (entries[n - 1].s - group.lowest) / group.step + 1;
  g_array_append_val (self->groups, group);
  g_array_set_size (self->numbers, (guint) (group.first + group.n_points));
  numbers = &g_array_index (self->numbers, int32_t, group.first);
  for (uint32_t i = 0; i < group.n_points; i++)
    numbers[i] = -1;
  for (gsize i = 0; i < n; i++)
    numbers[(entries[i].s - group.lowest) / group.step] = (int32_t) entries[i].number;
  self->most_points = MAX (self->most_points, group.n_points);
}

gpointer
twin_warehouse_plan_survey (gconstpointer data,
                            const double *policies,
                            gsize n_policies)
{
  const TwinWarehouse *w = data;
  g_autofree Entry *entries = NULL;
  Survey *self;

  if (w->unmet != TWIN_UNMET_BACKORDER || w->demand_rate * w->horizon > MAX_DEMANDS)
    return NULL;

  entries = g_new (Entry, n_policies);
  for (gsize i = 0; i < n_policies; i++)
    {
      double s = policies[2 * i], S = policies[2 * i + 1];

      entries[i] = (Entry) { (uint32_t) (S - s), (uint32_t) s, (uint32_t) i };
    }
  qsort (entries, n_policies, sizeof *entries, compare_entries);

  self = g_new0 (Survey, 1);
  self->warehouse = w;
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (int32_t));
  for (gsize begin = 0, end; begin < n_policies; begin = end)
    {
      for (end = begin + 1; end < n_policies && entries[end].q == entries[begin].q;)
        end++;
      add_group (self, entries + begin, end - begin);
    }
  return self;
}

void
twin_warehouse_free_survey (gpointer plan)
{
  Survey *self = plan;

  g_array_unref (self->groups);
  g_array_unref (self->numbers);
  g_free (self);
}

/* The first point of s or more, or the one behind the last. Numbers of units are below 2²¹ and so
 * is the step, so the product with the inverse, rounded up, is the quotient to the whole. */
static inline uint32_t
find_point (const Group *group,
            int64_t s)
{
  const int64_t above = s - group->lowest;
  const int64_t most = (int64_t) (group->n_points - 1) * group->step + 1;
  const uint64_t within = (uint64_t) CLAMP (above, 0, most) + group->step - 1;

  return (uint32_t) (within * group->inverse >> INVERSE_BITS);
}

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
  const Group *group = walk->group;
  const int64_t n = (int64_t) (e - j);
  const uint32_t some = find_point (group, 1 - d), enough = find_point (group, n + 1 - d);
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
twin_warehouse_survey (gconstpointer plan,
                       uint64_t seed,
                       uint64_t first,
                       gsize count,
                       double *service,
                       double *cost,
                       gsize stride)
{
  const Survey *self = plan;
  g_autofree Slope *slopes = g_new (Slope, self->most_points + 1);
  g_autofree double *days = g_new (double, self->most_points + 1);
  g_auto (TwinWarehousePath) path = { 0 };

  twin_warehouse_path_init (&path, self->warehouse);
  for (gsize i = 0; i < count; i++)
    {
      twin_warehouse_path_draw (&path, seed, first + i);
      for (guint g = 0; g < self->groups->len; g++)
        {
          const Group *group = &g_array_index (self->groups, Group, g);
          Walk walk = { .group = group, .slopes = slopes, .days = days };

          memset (slopes, 0, (group->n_points + 1) * sizeof *slopes);
          memset (days, 0, (group->n_points + 1) * sizeof *days);
          walk_along (&walk, &path);
          hand_out (&walk, &path, &g_array_index (self->numbers, int32_t, group->first),
                    service + i * stride, cost + i * stride);
        }
    }
}
