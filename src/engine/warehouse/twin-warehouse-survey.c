/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-warehouse-survey.h"

#include <math.h>

/* Beyond it, what chance decides in a single replication takes more than some megabytes. */
#define MAX_CYCLES 100000

/* Units are numbers of two digits of so many bits, see sort_entries(). */
#define DIGIT_BITS 11
#define N_DIGITS 2

/* A policy, and its place in the caller's order. */
typedef struct
{
  uint32_t q, s;
  uint32_t number;
} Entry;

static uint32_t
get_digit (const Entry *entry,
           guint place)
{
  const uint32_t units = place < N_DIGITS ? entry->s : entry->q;

  return units >> (place % N_DIGITS * DIGIT_BITS) & ((1 << DIGIT_BITS) - 1);
}

/* By Q, then by s: digit by digit, the least of s first. Of a million a qsort() would take as long
 * as a caller who has cancelled may wait. */
static void
sort_entries (Entry *entries,
              gsize n)
{
  g_autofree Entry *spare = g_new (Entry, n);
  Entry *from = entries, *to = spare;

  /* An even number of times, so that the last brings them back. */
  for (guint place = 0; place < 2 * N_DIGITS; place++)
    {
      gsize next[(1 << DIGIT_BITS) + 1] = { 0 };
      Entry *done = to;

      for (gsize i = 0; i < n; i++)
        next[get_digit (&from[i], place) + 1]++;
      for (guint digit = 0; digit < 1 << DIGIT_BITS; digit++)
        next[digit + 1] += next[digit];
      for (gsize i = 0; i < n; i++)
        to[next[get_digit (&from[i], place)]++] = from[i];
      to = from;
      from = done;
    }
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
add_group (TwinWarehouseSurvey *self,
           const Entry *entries,
           gsize n)
{
  TwinWarehouseGroup group = {
    .q = entries[0].q,
    .lowest = entries[0].s,
    .step = find_step (entries, n),
    .first = self->numbers->len,
  };
  int32_t *numbers;

  group.inverse = (((uint64_t) 1 << TWIN_WAREHOUSE_INVERSE_BITS) + group.step - 1) / group.step;
  group.n_points = (entries[n - 1].s - group.lowest) / group.step + 1;
  g_array_append_val (self->groups, group);
  g_array_set_size (self->numbers, (guint) (group.first + group.n_points));
  numbers = &g_array_index (self->numbers, int32_t, group.first);
  for (uint32_t i = 0; i < group.n_points; i++)
    numbers[i] = -1;
  for (gsize i = 0; i < n; i++)
    {
      int32_t *number = &numbers[(entries[i].s - group.lowest) / group.step];
      const TwinWarehouseCopy copy = { (uint32_t) *number, entries[i].number };

      if (*number < 0)
        *number = (int32_t) entries[i].number;
      else
        g_array_append_val (self->copies, copy);
    }
  self->most_points = MAX (self->most_points, group.n_points);
}

/* A cycle takes Q units or the demand of its lead time, whichever is more. */
static double
count_cycles (const TwinWarehouse *w,
              double least_q)
{
  const double lead_time = w->lead_time == TWIN_LEAD_TIME_UNIFORM
                               ? (w->lead_time_min + w->lead_time_max) / 2
                               : w->lead_time_mean;

  return w->demand_rate * w->horizon / fmax (least_q, w->demand_rate * lead_time);
}

gpointer
twin_warehouse_plan_survey (gconstpointer data,
                            const double *policies,
                            gsize n_policies)
{
  const TwinWarehouse *w = data;
  g_autofree Entry *entries = NULL;
  TwinWarehouseSurvey *self;

  if (w->unmet != TWIN_UNMET_BACKORDER)
    return NULL;

  entries = g_new (Entry, n_policies);
  for (gsize i = 0; i < n_policies; i++)
    {
      double s = policies[2 * i], S = policies[2 * i + 1];

      entries[i] = (Entry) { (uint32_t) (S - s), (uint32_t) s, (uint32_t) i };
    }
  sort_entries (entries, n_policies);
  if (count_cycles (w, entries[0].q) > MAX_CYCLES)
    return NULL;

  self = g_new0 (TwinWarehouseSurvey, 1);
  self->warehouse = w;
  self->groups = g_array_new (FALSE, FALSE, sizeof (TwinWarehouseGroup));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (int32_t));
  self->copies = g_array_new (FALSE, FALSE, sizeof (TwinWarehouseCopy));
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
  TwinWarehouseSurvey *self = plan;

  g_array_unref (self->groups);
  g_array_unref (self->numbers);
  g_array_unref (self->copies);
  g_free (self);
}

void
twin_warehouse_survey (gconstpointer plan,
                       uint64_t seed,
                       uint64_t first,
                       gsize count,
                       double *service,
                       double *cost,
                       gsize stride,
                       const TwinStop *stop)
{
  const TwinWarehouseSurvey *self = plan;

  if (twin_warehouse_get_method (self->warehouse) == TWIN_METHOD_CYCLES)
    twin_warehouse_survey_cycles (self, seed, first, count, service, cost, stride, stop);
  else
    twin_warehouse_survey_events (self, seed, first, count, service, cost, stride, stop);

  for (guint i = 0; i < self->copies->len; i++)
    {
      const TwinWarehouseCopy *copy = &g_array_index (self->copies, TwinWarehouseCopy, i);

      for (gsize r = 0; r < count; r++)
        {
          service[r * stride + copy->copy] = service[r * stride + copy->of];
          cost[r * stride + copy->copy] = cost[r * stride + copy->of];
        }
    }
}
