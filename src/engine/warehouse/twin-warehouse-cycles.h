/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "../twin-stream.h"
#include "twin-warehouse-chances.h"

G_BEGIN_DECLS

/* Replications cycle by cycle: what the event loop of twin-warehouse-events.c counts, from the same
 * joint distribution, at a cost that does not depend on the demand rate.
 *
 * A cycle is the wait until an order and the lead time until its receipt. With x units to go to the
 * reorder point the wait is a gamma number; the demands of the lead time are a Poisson number; and
 * of their moments in between nothing matters but their sum, the area under the stock: given the
 * number of demands in a stretch they are uniform, so the area has a mean and a variance in closed
 * form. The means are added up, and so are the variances, for one random number at the end.
 *
 * A cycle costs four draws of the replication's stream, five where the lead time is normal, so the
 * k-th cycle of a replication sees the same draws whatever the policy. */

/** How far a replication has come, and what it has counted. */
typedef struct
{
  double left;       /* days to the horizon */
  double net_stock;  /* units on hand − backorders; whole */
  double stock_days; /* the sum of the stretches' expected areas */
  double variance;   /* of the area, given all else */
  double demand;
  double unmet;
  double orders;     /* cycles so far */
} TwinCycles;

/** The draws of a cycle that the horizon cuts. */
typedef struct
{
  double wait;    /* days until the next order; 0 where it goes out at once */
  double normal;  /* for the demands of the lead time … */
  double uniform; /* … or this, where they are few */
} TwinCutCycle;

/** TwinWarehousePhase: what a replication does for a while. */
typedef enum
{
  TWIN_WAREHOUSE_WAIT,      /* for an order, which goes out with the last demand, or at once */
  TWIN_WAREHOUSE_LEAD_TIME, /* from there to the receipt */
  TWIN_WAREHOUSE_REST       /* of either, where the horizon cuts it */
} TwinWarehousePhase;

/** TwinWarehouseListener: is told of the phases of a replication as they come. */
typedef struct
{
  /** Such a phase took @days and had @demands; all but a wait's last are uniform in it and
   *  independent. FALSE: need not hear of others. */
  gboolean (*hear) (gpointer data, TwinWarehousePhase phase, double days, double demands);
  gpointer data;
} TwinWarehouseListener;

/** @self: NULL hears nothing. */
static inline gboolean
twin_warehouse_listener_hear (const TwinWarehouseListener *self,
                              TwinWarehousePhase phase,
                              double days,
                              double demands)
{
  return self == NULL || self->hear (self->data, phase, days, demands);
}

/* twin-warehouse-cycles.c: what happens once a replication, or seldom. */

/** Puts the random numbers of a replication's cycles into @state. */
void twin_warehouse_cycles_start (uint64_t seed, uint64_t replication, uint64_t state[4]);
/** Days until the order of cycle number @cycle, where @normal is not taken at once; see
 *  twin_gamma_settle(). */
double twin_warehouse_cycles_settle_wait (const TwinWarehouse *w,
                                          uint64_t seed,
                                          uint64_t replication,
                                          double cycle,
                                          double units,
                                          double normal,
                                          double doubt);
/** Lives the last cycle, of which @listener (or NULL) hears, and stores the metrics in
 *  [metric][@stride]. */
void twin_warehouse_cycles_finish (const TwinWarehouse *w,
                                   uint64_t seed,
                                   uint64_t replication,
                                   TwinCycles cycles,
                                   const TwinCutCycle *cut,
                                   const TwinWarehouseListener *listener,
                                   double *metrics,
                                   gsize stride);

/** Where the squared mean of an area is less than this many times its variance, a normal number
 *  would be a poor picture of it, since no area is negative: it is nearly a gamma number. */
#define TWIN_WAREHOUSE_SPREAD_OUT 64

double twin_warehouse_cycles_draw_small_area (double mean,
                                              double variance,
                                              const TwinStream *stream);

/** The area under the stock, given all stretches and their demands:
 *  a sum of many independent parts.
 *  @normal: a number of the replication; @stream: what follows it, and stays as it is. */
static inline double
twin_warehouse_cycles_draw_area (double mean,
                                 double variance,
                                 double normal,
                                 const TwinStream *stream)
{
  if (mean <= 0 || mean * mean >= TWIN_WAREHOUSE_SPREAD_OUT * variance)
    return mean + sqrt (variance) * normal;
  return twin_warehouse_cycles_draw_small_area (mean, variance, stream);
}

#define TWIN_WAREHOUSE_MOST_LANES 8

/** TwinWarehouseKernel: as many replications at once as it has lanes. */
typedef struct
{
  const char *name;
  guint lanes;
  /** Cycle by cycle. @w: with a demand rate above 0; @stop as in #TwinModelType. */
  void (*simulate) (const TwinWarehouse *w,
                    uint64_t seed,
                    uint64_t first,
                    gsize count,
                    double *metrics,
                    gsize stride,
                    const TwinStop *stop);
  /** Event by event. @w: likewise. Fewer lanes than four would gain nothing; such a kernel has
   *  twin_warehouse_simulate_events_singly(). */
  void (*simulate_events) (const TwinWarehouse *w,
                           uint64_t seed,
                           uint64_t first,
                           gsize count,
                           double *metrics,
                           gsize stride);
  /** The waits of as many Q as there are lanes, from the same chances. */
  void (*walk) (TwinWarehouseChances *chances, const double *q, TwinWarehouseWalk *walks);
  /** Lives one replication, the same as simulate() does, while @listener wants to hear of it. NULL
   *  in a kernel of several lanes. */
  void (*follow) (const TwinWarehouse *w,
                  uint64_t seed,
                  uint64_t replication,
                  const TwinWarehouseListener *listener);
} TwinWarehouseKernel;

/* twin-warehouse-kernels.c */

/** Those that this processor can run, slowest first, NULL-terminated. All compute the same bits;
 *  the first has one lane. */
const TwinWarehouseKernel *const *twin_warehouse_kernel_list (void);

G_END_DECLS
