/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-warehouse-path.h"

#include <string.h>

/* A bucket holds one demand on average, so that a search looks at one or two. */
#define MAX_BUCKETS 0x100000

static void
reserve (TwinWarehousePath *self,
         gsize n_demands)
{
  self->n_reserved = n_demands;
  self->times = g_renew (double, self->times, n_demands + 1 + TWIN_WAREHOUSE_PATH_END);
  self->sums = g_renew (double, self->sums, n_demands + 1);
  self->lead_times = g_renew (double, self->lead_times, n_demands + 1);
}

void
twin_warehouse_path_init (TwinWarehousePath *self,
                          const TwinWarehouse *warehouse)
{
  double expected = warehouse->demand_rate * warehouse->horizon;

  *self = (TwinWarehousePath) { .warehouse = warehouse };
  self->n_buckets = (gsize) CLAMP (expected, 1, MAX_BUCKETS);
  self->buckets_a_day = (double) self->n_buckets / warehouse->horizon;
  /* rounding may put the last moment into a bucket behind the last, and the note behind that */
  self->buckets = g_new (uint32_t, self->n_buckets + 2);
  reserve (self, (gsize) (expected + 5 * sqrt (expected) + 16));
}

void
twin_warehouse_path_clear (TwinWarehousePath *self)
{
  g_clear_pointer (&self->times, g_free);
  g_clear_pointer (&self->sums, g_free);
  g_clear_pointer (&self->lead_times, g_free);
  g_clear_pointer (&self->buckets, g_free);
}

static void
draw_demands (TwinWarehousePath *self,
              TwinStream *demands)
{
  const TwinWarehouse *w = self->warehouse;
  const double mean_gap = 1 / w->demand_rate;
  const double last = nextafter (w->horizon, 0);
  double now = 0, sum = 0;
  gsize n = 0;

  self->times[0] = self->sums[0] = 0;
  while (w->demand_rate > 0 && (now += twin_warehouse_draw_gap (demands, mean_gap)) <= last)
    {
      if (G_UNLIKELY (n == self->n_reserved))
        reserve (self, 2 * n);
      n++;
      self->times[n] = now;
      self->sums[n] = sum += now;
    }
  for (gsize i = 1; i <= TWIN_WAREHOUSE_PATH_END; i++)
    self->times[n + i] = INFINITY;
  self->n_demands = n;
}

/* Each bucket notes its last demand, and those without any then take the note of the one before: no
 * branch depends on how many a bucket has. */
static void
fill_buckets (TwinWarehousePath *self)
{
  uint32_t last = 0;

  memset (self->buckets, 0, (self->n_buckets + 2) * sizeof *self->buckets);
  for (gsize i = 1; i <= self->n_demands; i++)
    self->buckets[(gsize) (self->times[i] * self->buckets_a_day) + 1] = (uint32_t) i;
  for (gsize i = 0; i < self->n_buckets + 2; i++)
    self->buckets[i] = last = MAX (last, self->buckets[i]);
}

void
twin_warehouse_path_draw (TwinWarehousePath *self,
                          uint64_t seed,
                          uint64_t replication)
{
  TwinStream demands;

  twin_stream_init (&demands, seed, replication, TWIN_WAREHOUSE_PURPOSE_DEMAND);
  twin_stream_init (&self->stream, seed, replication, TWIN_WAREHOUSE_PURPOSE_LEAD_TIME);
  self->n_orders = 0;
  draw_demands (self, &demands);
  fill_buckets (self);
}
