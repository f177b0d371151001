/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-scale.h"

#include <math.h>

/* Beyond it the width of a extent could overflow. */
#define LARGEST 1e300
/* Doubles closer together than this share of their size make no axis. */
#define FINEST 1e-9
#define FAR_PIXEL 1e12

TwinExtent
twin_extent_empty (void)
{
  return (TwinExtent){ INFINITY, -INFINITY };
}

gboolean
twin_extent_is_empty (TwinExtent extent)
{
  return !(extent.low <= extent.high);
}

void
twin_extent_add (TwinExtent *extent,
                 double value)
{
  if (!isfinite (value))
    return;
  value = CLAMP (value, -LARGEST, LARGEST);
  extent->low = MIN (extent->low, value);
  extent->high = MAX (extent->high, value);
}

void
twin_extent_join (TwinExtent *extent,
                  TwinExtent other)
{
  if (twin_extent_is_empty (other))
    return;
  twin_extent_add (extent, other.low);
  twin_extent_add (extent, other.high);
}

/* One value alone, or values too close for doubles to tell ticks between them apart. */
static TwinExtent
widen_if_flat (TwinExtent extent,
               TwinNumberStyle style)
{
  double size = MAX (fabs (extent.low), fabs (extent.high));

  if (extent.high - extent.low > MAX (FINEST * size, 1e-290))
    return extent;
  if (size < 1e-290)
    return (TwinExtent){ 0, 1 };
  if (style == TWIN_NUMBER_SHARE && size <= 1)
    return (TwinExtent){ MAX (extent.low - 0.05, MIN (extent.low, 0)),
                         MIN (extent.high + 0.05, 1) };
  return (TwinExtent){ extent.low - 0.1 * size, extent.high + 0.1 * size };
}

TwinExtent
twin_extent_for_axis (TwinExtent extent,
                      double share,
                      TwinNumberStyle style)
{
  TwinExtent shown;
  double margin;

  if (twin_extent_is_empty (extent))
    return (TwinExtent){ 0, 1 };

  extent = widen_if_flat (extent, style);
  margin = share * (extent.high - extent.low);
  shown = (TwinExtent){ extent.low - margin, extent.high + margin };

  /* A margin that crosses 0 would suggest negative stock or cost where there is none. */
  if (extent.low >= 0 && shown.low < 0)
    shown.low = 0;
  if (extent.high <= 0 && shown.high > 0)
    shown.high = 0;
  if (style == TWIN_NUMBER_SHARE && extent.high <= 1 && shown.high > 1)
    shown.high = 1;
  return shown;
}

double
twin_scale_pixel (const TwinScale *scale,
                  double value)
{
  double share = (value - scale->data.low) / (scale->data.high - scale->data.low);

  return CLAMP (scale->from + share * (scale->to - scale->from), -FAR_PIXEL, FAR_PIXEL);
}

double
twin_scale_value (const TwinScale *scale,
                  double pixel)
{
  double share = (pixel - scale->from) / (scale->to - scale->from);

  return scale->data.low + share * (scale->data.high - scale->data.low);
}

gboolean
twin_scale_holds (const TwinScale *scale,
                  double value)
{
  return value >= scale->data.low && value <= scale->data.high;
}
