/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-scale.h"

#include <math.h>

/* Beyond it the width of a range could overflow. */
#define LARGEST 1e300
/* Doubles closer together than this share of their size make no axis. */
#define FINEST 1e-9
#define FAR_PIXEL 1e12

TwinRange
twin_range_empty (void)
{
  return (TwinRange){ INFINITY, -INFINITY };
}

gboolean
twin_range_is_empty (TwinRange range)
{
  return !(range.low <= range.high);
}

void
twin_range_add (TwinRange *range,
                double value)
{
  if (!isfinite (value))
    return;
  value = CLAMP (value, -LARGEST, LARGEST);
  range->low = MIN (range->low, value);
  range->high = MAX (range->high, value);
}

void
twin_range_join (TwinRange *range,
                 TwinRange other)
{
  if (twin_range_is_empty (other))
    return;
  twin_range_add (range, other.low);
  twin_range_add (range, other.high);
}

/* One value alone, or values too close for doubles to tell ticks between them apart. */
static TwinRange
widen_if_flat (TwinRange range,
               TwinNumberStyle style)
{
  double size = MAX (fabs (range.low), fabs (range.high));

  if (range.high - range.low > MAX (FINEST * size, 1e-290))
    return range;
  if (size < 1e-290)
    return (TwinRange){ 0, 1 };
  if (style == TWIN_NUMBER_SHARE && size <= 1)
    return (TwinRange){ MAX (range.low - 0.05, MIN (range.low, 0)), MIN (range.high + 0.05, 1) };
  return (TwinRange){ range.low - 0.1 * size, range.high + 0.1 * size };
}

TwinRange
twin_range_for_axis (TwinRange range,
                     double share,
                     TwinNumberStyle style)
{
  TwinRange shown;
  double margin;

  if (twin_range_is_empty (range))
    return (TwinRange){ 0, 1 };

  range = widen_if_flat (range, style);
  margin = share * (range.high - range.low);
  shown = (TwinRange){ range.low - margin, range.high + margin };

  /* A margin that crosses 0 would suggest negative stock or cost where there is none. */
  if (range.low >= 0 && shown.low < 0)
    shown.low = 0;
  if (range.high <= 0 && shown.high > 0)
    shown.high = 0;
  if (style == TWIN_NUMBER_SHARE && range.high <= 1 && shown.high > 1)
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
