/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-warehouse-private.h"

G_BEGIN_DECLS

/* One replication of many policies at once.
 *
 * With backorders, the path of net stock less s depends on Q = S − s alone: the same demands take
 * it from Q to 0, the order waits the same lead time, Q comes in. So one walk along the path of a Q
 * serves every s. What it counts is a function of s, by stretches: each change of that function is
 * noted at the point where a stretch begins, and the changes are added up over the points once a
 * replication. */

/** TwinWarehouseGroup: all policies of one Q: s = lowest, lowest + step, … Points between them that
 *  nobody asked for cost less than a search for those that somebody did. */
typedef struct
{
  uint32_t q, lowest, step, n_points;
  uint64_t inverse; /* of the step, see twin_warehouse_group_find_point() */
  gsize first;      /* number of its first point among those of all */
} TwinWarehouseGroup;

/** TwinWarehouseCopy: numbers of two policies that are the same. */
typedef struct
{
  uint32_t of, copy;
} TwinWarehouseCopy;

typedef struct
{
  const TwinWarehouse *warehouse;
  GArray *groups;  /* TwinWarehouseGroup, by Q */
  GArray *numbers; /* int32_t, a point each: the policy's number, or −1 */
  GArray *copies;  /* TwinWarehouseCopy: policies that somebody asked for once more */
  uint32_t most_points;
} TwinWarehouseSurvey;

#define TWIN_WAREHOUSE_INVERSE_BITS 42

/** The first point of s or more, or the one behind the last. */
static inline uint32_t
twin_warehouse_group_find_point (const TwinWarehouseGroup *group,
                                 int64_t s)
{
  const int64_t above = s - group->lowest;
  const int64_t most = (int64_t) (group->n_points - 1) * group->step + 1;
  const uint64_t within = (uint64_t) CLAMP (above, 0, most) + group->step - 1;

  /* Numbers of units are below 2²¹ and so is the step, so the product with the inverse, rounded up,
   * is the quotient to the whole. */
  return (uint32_t) (within * group->inverse >> TWIN_WAREHOUSE_INVERSE_BITS);
}

/* Replications @first … of every policy, see twin_warehouse_survey(). One may take minutes, so both
 * look for @stop with every group, which takes some milliseconds at the most. */

/** twin-warehouse-survey-events.c: along the draws of the event loop. */
void twin_warehouse_survey_events (const TwinWarehouseSurvey *self,
                                   uint64_t seed,
                                   uint64_t first,
                                   gsize count,
                                   double *service,
                                   double *cost,
                                   gsize stride,
                                   const TwinStop *stop);
/** twin-warehouse-survey-cycles.c: along the draws of the cycles. */
void twin_warehouse_survey_cycles (const TwinWarehouseSurvey *self,
                                   uint64_t seed,
                                   uint64_t first,
                                   gsize count,
                                   double *service,
                                   double *cost,
                                   gsize stride,
                                   const TwinStop *stop);

G_END_DECLS
