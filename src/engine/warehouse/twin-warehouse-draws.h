/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "../twin-stream.h"
#include "twin-warehouse-private.h"

G_BEGIN_DECLS

/* What a replication draws event by event: for all that claim to see the same replication. */

/** Days until the next demand. @mean_gap: 1/λ. */
static inline double
twin_warehouse_draw_gap (TwinStream *demands,
                         double mean_gap)
{
  return twin_stream_exponential (demands) * mean_gap;
}

/** Days from an order to its receipt. */
static inline double
twin_warehouse_draw_lead_time (const TwinWarehouse *w,
                               TwinStream *lead_times)
{
  if (w->lead_time == TWIN_LEAD_TIME_UNIFORM)
    return w->lead_time_min +
           (w->lead_time_max - w->lead_time_min) * twin_stream_uniform (lead_times);
  return fmax (w->lead_time_mean + w->lead_time_sd * twin_stream_normal (lead_times), 0);
}

G_END_DECLS
