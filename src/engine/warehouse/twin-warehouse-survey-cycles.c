/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A survey cycle by cycle. With y = s + d the net stock when an order goes out (d = 0, or below it
 * where it went out in the moment of a receipt), Δ the time until the receipt and N its demands, a
 * lead time adds
 *
 *   units missed          N | N − y                                         | 0
 *   expected stock-days   0 | y (y + 1) Δ/(2 (N + 1))                       | (y − N/2) Δ
 *   their variance        0 | see stretch_run_out(), with m = y             | N Δ²/12
 *   where y is           ≤ 0 | 1 … N                                        | > N
 *
 * which are polynomials of s, and each is noted by its coefficients. A wait adds s times its days,
 * and what does not depend on s. All of it is what a kernel counts, from the same draws: the units to
 * the last, and the area up to the rounding of sums, its noise included. */

#include "twin-warehouse-survey.h"

#include <string.h>

#include "../twin-variates.h"
#include "twin-warehouse-cycles.h"

/* How a lead time counts, by powers of y. */
typedef struct
{
  double demands;
  double out_area;      /* while it runs out: times y² + y */
  double out_spread[5]; /* variance */
  double kept_area0, kept_area1;
  double kept_spread;
} Lead;

/* From a point on: what changes in the coefficients of s⁰, s¹ … */
typedef struct
{
  double missed0, missed1;
  double out_area[3];
  double out_spread[5];
  double kept_area0, kept_area1;
  double kept_spread;
} Change;

/* A replication of one Q. */
typedef struct
{
  const TwinWarehouseGroup *group;
  Change *changes;   /* [n_points + 1], all 0; behind the last point is what nobody asks for */
  Change common;     /* of every point */
  double demand;
  double orders;
  double normal;     /* for the area's noise … */
  TwinStream stream; /* … or this */
} Count;

/* What a replication needs room for. */
typedef struct
{
  const TwinWarehouseSurvey *survey;
  TwinWarehouseChances chances;
  GArray *leads; /* Lead, one a cycle */
  Change *changes;
  TwinWarehouseWalk *walks; /* [groups] */
  const TwinStop *stop;
} Room;

static Lead
weigh_lead (double demands,
            double days)
{
  const double n1 = demands + 1, sixth = n1 / 6;
  const double scale = days * days / (n1 * n1 * (demands + 2));

  return (Lead){
    .demands = demands,
    .out_area = 0.5 * days / n1,
    .out_spread = { 0, scale * sixth, scale * (3 * sixth - 0.25), scale * (2 * sixth - 0.5),
                    -0.25 * scale },
    .kept_area0 = -0.5 * demands * days,
    .kept_area1 = days,
    .kept_spread = demands * (days * days) / 12,
  };
}

/* A polynomial of s + d by powers of s. */
static void
shift (double coefficients[5],
       double d)
{
  for (int from = 0; from < 4; from++)
    for (int i = 3; i >= from; i--)
      coefficients[i] += d * coefficients[i + 1];
}

/* What stock that runs out adds between two points. */
static inline void
note_out (Change *some,
          Change *enough,
          const Lead *lead,
          double d)
{
  const double area[3] = { lead->out_area * d * (d + 1), lead->out_area * (2 * d + 1),
                           lead->out_area };
  double spread[5];

  memcpy (spread, lead->out_spread, sizeof spread);
  if (d < 0)
    shift (spread, d);

  some->missed0 -= d;
  some->missed1 -= 1;
  enough->missed0 += d;
  enough->missed1 += 1;
  for (int i = 0; i < 3; i++)
    {
      some->out_area[i] += area[i];
      enough->out_area[i] -= area[i];
    }
  for (int i = 0; i < 5; i++)
    {
      some->out_spread[i] += spread[i];
      enough->out_spread[i] -= spread[i];
    }
}

/* A lead time that begins with s + @d units. */
static inline void
count_lead (Count *count,
            const Lead *lead,
            double d)
{
  const TwinWarehouseGroup *group = count->group;
  const int64_t first = 1 - (int64_t) d;
  const uint32_t some = twin_warehouse_group_find_point (group, first);
  const uint32_t enough = twin_warehouse_group_find_point (group, first + (int64_t) lead->demands);
  Change *kept = &count->changes[enough];

  count->common.missed0 += lead->demands;
  kept->missed0 -= lead->demands;
  kept->kept_area0 += lead->kept_area0 + lead->kept_area1 * d;
  kept->kept_area1 += lead->kept_area1;
  kept->kept_spread += lead->kept_spread;
  if (some < enough)
    note_out (&count->changes[some], kept, lead, d);
}

/* All of a stretch's demands are served from s + @above units. */
static void
count_idle (Count *count,
            double above,
            double demands,
            double days)
{
  count->common.kept_area0 += (above - 0.5 * demands) * days;
  count->common.kept_area1 += days;
  count->common.kept_spread += demands * (days * days) / 12;
}

/* The last cycle, as twin_warehouse_cycles_finish() lives it. */
static void
count_cut (Count *count,
           const TwinWarehouse *w,
           const TwinWarehouseWalk *walk,
           const TwinWarehouseChance *chance)
{
  const double units = fmax (walk->above, 0);

  if (walk->wait >= walk->left)
    {
      const double n = twin_binomial_draw (&count->stream, walk->above - 1,
                                           walk->left / walk->wait);

      count_idle (count, walk->above, n, walk->left);
      count->demand += n;
      return;
    }

  const double left = walk->left - walk->wait;
  const double n = twin_poisson_invert (w->demand_rate * left, chance->demand_normal,
                                        chance->demand_uniform);
  const Lead lead = weigh_lead (n, left);

  count_idle (count, walk->above, units - 1, walk->wait);
  count_lead (count, &lead, walk->above - units);
  count->demand += units + n;
  count->orders += 1;
}

static void
count_cycles (Count *count,
              const Room *room,
              const TwinWarehouseWalk *walk)
{
  const Lead *leads = (const Lead *) room->leads->data;
  double above = count->group->q;

  count->common.kept_area0 = walk->idle_area;
  count->common.kept_area1 = walk->idle_days;
  count->common.kept_spread = walk->variance;
  count->demand = walk->demand;
  count->orders = (double) walk->n_cycles;
  for (gsize i = 0; i < walk->n_cycles; i++)
    {
      count_lead (count, &leads[i], above < 0 ? above : 0);
      above = count->group->q - leads[i].demands;
    }
  count_cut (count, room->survey->warehouse, walk, &room->chances.cycles[walk->n_cycles]);
}

/* The changes up to a point. Where no lead time runs out, nothing is left of those that did, to the
 * last bit: what rounding leaves would grow with s⁴. */
static inline void
advance (Change *sum,
         const Change *change)
{
  sum->missed0 += change->missed0;
  sum->missed1 += change->missed1;
  sum->kept_area0 += change->kept_area0;
  sum->kept_area1 += change->kept_area1;
  sum->kept_spread += change->kept_spread;
  for (int i = 0; i < 3; i++)
    sum->out_area[i] += change->out_area[i];
  for (int i = 0; i < 5; i++)
    sum->out_spread[i] += change->out_spread[i];
  if (sum->missed1 == 0)
    {
      memset (sum->out_area, 0, sizeof sum->out_area);
      memset (sum->out_spread, 0, sizeof sum->out_spread);
    }
}

/* Adds up the changes, and gives each policy its own. Leaves no change behind. */
static void
hand_out (const Count *count,
          const TwinWarehouse *w,
          const int32_t *numbers,
          double *service,
          double *cost)
{
  const double demand = count->demand, ordering = w->order_cost * count->orders;
  Change sum = count->common;

  for (uint32_t i = 0; i < count->group->n_points; i++)
    {
      const double s = (double) count->group->lowest + (double) i * count->group->step;

      advance (&sum, &count->changes[i]);
      if (numbers[i] < 0)
        continue;

      const double *a = sum.out_area, *v = sum.out_spread;
      const double area = a[0] + s * (a[1] + s * a[2]) + sum.kept_area0 + s * sum.kept_area1;
      const double variance =
          v[0] + s * (v[1] + s * (v[2] + s * (v[3] + s * v[4]))) + sum.kept_spread;
      const double days =
          twin_warehouse_cycles_draw_area (area, fmax (variance, 0), count->normal, &count->stream);
      const double missed = sum.missed0 + s * sum.missed1;

      cost[numbers[i]] = w->holding_cost * days + w->stockout_penalty * missed + ordering;
      service[numbers[i]] = demand > 0 ? (demand - missed) / demand : 1;
    }
  memset (count->changes, 0, (count->group->n_points + 1) * sizeof *count->changes);
}

/* The waits of all groups, which also draws all cycles that they need. FALSE: it was stopped. */
static gboolean
walk_groups (Room *room)
{
  const TwinWarehouseKernel *const *kernel = twin_warehouse_kernel_list ();
  const GArray *groups = room->survey->groups;
  double q[TWIN_WAREHOUSE_MOST_LANES];
  TwinWarehouseWalk walks[TWIN_WAREHOUSE_MOST_LANES];

  for (; kernel[1] != NULL; kernel++)
    ;
  for (guint begin = 0; begin < groups->len; begin += (*kernel)->lanes)
    {
      const guint n = MIN ((*kernel)->lanes, groups->len - begin);

      if (twin_stop_is_set (room->stop))
        return FALSE;
      for (guint lane = 0; lane < (*kernel)->lanes; lane++)
        q[lane] = g_array_index (groups, TwinWarehouseGroup, begin + MIN (lane, n - 1)).q;
      (*kernel)->walk (&room->chances, q, walks);
      memcpy (room->walks + begin, walks, n * sizeof *walks);
    }
  return TRUE;
}

static void
weigh_leads (Room *room)
{
  g_array_set_size (room->leads, (guint) room->chances.n_cycles);
  for (gsize i = 0; i < room->chances.n_cycles; i++)
    g_array_index (room->leads, Lead, i) =
        weigh_lead (room->chances.cycles[i].demands, room->chances.cycles[i].lead_time);
}

static void
survey_replication (Room *room,
                    uint64_t seed,
                    uint64_t replication,
                    double *service,
                    double *cost)
{
  const TwinWarehouseSurvey *self = room->survey;
  Count end = { .changes = room->changes };

  twin_warehouse_chances_start (&room->chances, seed, replication);
  if (!walk_groups (room))
    return;
  weigh_leads (room);
  twin_stream_init (&end.stream, seed, replication, TWIN_WAREHOUSE_PURPOSE_END);
  end.normal = twin_stream_normal (&end.stream);
  for (guint g = 0; g < self->groups->len && !twin_stop_is_set (room->stop); g++)
    {
      const TwinWarehouseGroup *group = &g_array_index (self->groups, TwinWarehouseGroup, g);
      Count count = end;

      count.group = group;
      count_cycles (&count, room, &room->walks[g]);
      hand_out (&count, self->warehouse, &g_array_index (self->numbers, int32_t, group->first),
                service, cost);
    }
}

void
twin_warehouse_survey_cycles (const TwinWarehouseSurvey *self,
                              uint64_t seed,
                              uint64_t first,
                              gsize count,
                              double *service,
                              double *cost,
                              gsize stride,
                              const TwinStop *stop)
{
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (Lead));
  g_autofree Change *changes = g_new0 (Change, self->most_points + 1);
  g_autofree TwinWarehouseWalk *walks = g_new (TwinWarehouseWalk, self->groups->len);
  Room room = {
    .survey = self, .leads = leads, .changes = changes, .walks = walks, .stop = stop
  };

  twin_warehouse_chances_init (&room.chances, self->warehouse);
  for (gsize i = 0; i < count; i++)
    survey_replication (&room, seed, first + i, service + i * stride, cost + i * stride);
  twin_warehouse_chances_clear (&room.chances);
}
