/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-warehouse-cycles.h"

#include <math.h>

#include "../twin-stream.h"
#include "../twin-variates.h"
#include "twin-warehouse-trace.h"

/* The trace of a replication that is simulated cycle by cycle.
 *
 * The kernel lives the very cycles that gave the metrics, and tells how long each of their phases
 * takes and how many demands it has. What the metrics did not need, the moments of those demands,
 * is drawn here: independent and uniform in the phase. In order they are sums of exponential
 * numbers, over the sum of all of them and of one more, for the time after the last. */

typedef struct
{
  const TwinWarehouse *warehouse;
  TwinTrace *trace;
  TwinStream stream; /* for the moments */
  GArray *moments;   /* double: of a phase's demands, in any unit */
  double left;       /* days to the horizon, rounded as the kernel's */
  double net_stock;  /* units on hand − backorders */
  double on_order;
} Recorder;

/* Draws the first @n of a phase's demands, in order. @after: how many exponential numbers follow
 * the last of them. Returns the length of the phase in the moments' unit. */
static double
draw_moments (Recorder *self,
              gsize n,
              double after)
{
  double now = 0;

  g_array_set_size (self->moments, n);
  for (gsize i = 0; i < n; i++)
    {
      now += twin_stream_exponential (&self->stream);
      g_array_index (self->moments, double, i) = now;
    }
  if (after > 0)
    return now + twin_gamma_draw (&self->stream, after);

  /* a wait's last demand is its end, to the bit */
  g_array_index (self->moments, double, n - 1) = INFINITY;
  return now;
}

/* Adds the demands of a phase of @days that begins at @begin, none of them after @latest. */
static gboolean
add_demands (Recorder *self,
             TwinWarehousePhase phase,
             double begin,
             double days,
             double demands,
             double latest)
{
  const gboolean lost = self->warehouse->unmet == TWIN_UNMET_LOST_SALE;
  /* one more than there is room for: the trace shall know that it is not complete */
  const gsize room = TWIN_TRACE_MAX_ROWS - twin_trace_get_n_rows (self->trace) + 1;
  const gsize n = (gsize) fmin (demands, (double) room);

  if (n == 0)
    return TRUE;

  const double after = demands - (double) n + (phase == TWIN_WAREHOUSE_WAIT ? 0 : 1);
  const double unit = days / draw_moments (self, n, after);
  for (gsize i = 0; i < n; i++)
    {
      const double moment = begin + g_array_index (self->moments, double, i) * unit;

      if (self->net_stock > 0 || !lost)
        self->net_stock -= 1;
      if (!twin_warehouse_trace_add (self->trace, fmin (moment, latest),
                                     TWIN_WAREHOUSE_EVENT_DEMAND, self->net_stock, self->on_order))
        return FALSE;
    }
  return TRUE;
}

static gboolean
hear (gpointer data,
      TwinWarehousePhase phase,
      double days,
      double demands)
{
  Recorder *self = data;
  const TwinWarehouse *w = self->warehouse;
  const double begin = w->horizon - self->left;

  /* events happen before the horizon, not at it */
  self->left = phase == TWIN_WAREHOUSE_REST ? 0 : self->left - days;
  const double end = fmin (w->horizon - self->left, nextafter (w->horizon, 0));
  if (!add_demands (self, phase, begin, days, demands, end))
    return FALSE;

  switch (phase)
    {
    case TWIN_WAREHOUSE_WAIT:
      self->on_order = w->order_up_to - self->net_stock;
      return twin_warehouse_trace_add (self->trace, end, TWIN_WAREHOUSE_EVENT_ORDER,
                                       self->net_stock, self->on_order);

    case TWIN_WAREHOUSE_LEAD_TIME:
      self->net_stock += self->on_order;
      self->on_order = 0;
      return twin_warehouse_trace_add (self->trace, end, TWIN_WAREHOUSE_EVENT_RECEIPT,
                                       self->net_stock, 0);

    case TWIN_WAREHOUSE_REST:
      return twin_warehouse_trace_add (self->trace, w->horizon, TWIN_WAREHOUSE_EVENT_END,
                                       self->net_stock, self->on_order);

    default:
      g_return_val_if_reached (FALSE);
    }
}

TwinTrace *
twin_warehouse_record_cycles (gconstpointer data,
                              uint64_t seed,
                              uint64_t replication)
{
  const TwinWarehouse *w = data;
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (double));
  Recorder self = {
    .warehouse = w,
    .trace = twin_warehouse_trace_new (w),
    .moments = moments,
    .left = w->horizon,
    .net_stock = w->order_up_to,
  };
  const TwinWarehouseListener listener = { hear, &self };

  twin_stream_init (&self.stream, seed, replication, TWIN_WAREHOUSE_PURPOSE_MOMENTS);
  twin_warehouse_trace_add (self.trace, 0, TWIN_WAREHOUSE_EVENT_START, self.net_stock, 0);
  (*twin_warehouse_kernel_list ())->follow (w, seed, replication, &listener);
  return self.trace;
}
