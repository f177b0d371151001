/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-lanes-math.h"
#include "twin-warehouse-private.h"

/* What chance has in store for a cycle. */
typedef struct
{
  Lanes wait_normal;
  Lanes wait_doubt; /* in (0, 1) */
  Lanes demand_normal;
  Lanes demand_uniform;
  Lanes lead_time; /* days */
} Draws;

/* Always the same number of draws, whatever becomes of them. */
static inline Draws
draw (const TwinWarehouse *w,
      Words *stream)
{
  Draws d;

  const Lanes u = 1 - lanes_uniform (stream);
  const Words bits = lanes_next (stream);
  lanes_normal_pair (u, bits, &d.wait_normal, &d.demand_normal);
  d.wait_doubt = lanes_from_32 (bits >> 32) * 0x1p-32 + 0x1p-33;
  d.demand_uniform = lanes_uniform (stream);
  if (w->lead_time == TWIN_LEAD_TIME_UNIFORM)
    d.lead_time = w->lead_time_min + (w->lead_time_max - w->lead_time_min) * lanes_uniform (stream);
  else
    {
      const Lanes v = 1 - lanes_uniform (stream);
      Lanes normal, other;
      lanes_normal_pair (v, lanes_next (stream), &normal, &other);
      d.lead_time = lanes_max (w->lead_time_mean + w->lead_time_sd * normal, lanes_all (0));
    }
  return d;
}
