/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-warehouse-draws.h"

G_BEGIN_DECLS

#define TWIN_WAREHOUSE_PATH_END 4

/**
 * TwinWarehousePath:
 *
 * All that chance decides in one replication, whatever the policy: when each demand arrives and how
 * long each order takes. The same draws as the event loop's.
 */
typedef struct
{
  const TwinWarehouse *warehouse;
  gsize n_demands;    /* before the horizon */
  double *times;      /* of demand 1, 2, …; 0 before, TWIN_WAREHOUSE_PATH_END infinite behind */
  double *sums;       /* [n_demands + 1]: times[1] + … + times[j] */
  double *lead_times; /* [n_orders], drawn when a policy first asks for them */
  gsize n_orders;
  TwinStream stream;  /* of the next lead time */
  gsize n_reserved;   /* demands that there is room for, and orders: none orders twice a demand */
  gsize n_buckets;
  double buckets_a_day;
  uint32_t *buckets;  /* [n_buckets + 2]: demands before each bucket */
} TwinWarehousePath;

/** Room for replications of @warehouse, which outlives it. */
void twin_warehouse_path_init (TwinWarehousePath *self, const TwinWarehouse *warehouse);
void twin_warehouse_path_clear (TwinWarehousePath *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TwinWarehousePath, twin_warehouse_path_clear)

/** Draws a replication. */
void twin_warehouse_path_draw (TwinWarehousePath *self, uint64_t seed, uint64_t replication);

/** Days that order number @order takes, from 0. */
static inline double
twin_warehouse_path_get_lead_time (TwinWarehousePath *self,
                                   gsize order)
{
  while (self->n_orders <= order)
    self->lead_times[self->n_orders++] =
        twin_warehouse_draw_lead_time (self->warehouse, &self->stream);
  return self->lead_times[order];
}

/** Demands up to and at @time, which is before the horizon. */
static inline gsize
twin_warehouse_path_count (const TwinWarehousePath *self,
                           double time)
{
  gsize n = self->buckets[(gsize) (time * self->buckets_a_day)];
  const double *next = self->times + n + 1;

  /* a bucket has one demand on average, and rarely more than these */
  n += (gsize) (next[0] <= time) + (gsize) (next[1] <= time) + (gsize) (next[2] <= time) +
       (gsize) (next[3] <= time);
  while (self->times[n + 1] <= time)
    n++;
  return n;
}

G_END_DECLS
