/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "twin-number.h"

G_BEGIN_DECLS

/** TwinExtent: from the lowest to the highest number seen; low > high where none was. */
typedef struct
{
  double low, high;
} TwinExtent;

/** An extent that has seen nothing. */
TwinExtent twin_extent_empty (void);
gboolean twin_extent_is_empty (TwinExtent extent);
/** Takes a number in; NaN and the infinities are not numbers here. */
void twin_extent_add (TwinExtent *extent, double value);
void twin_extent_join (TwinExtent *extent, TwinExtent other);
/** The extent as an axis shows it: never empty, never of width 0, with @share of its width added at
 *  both sides, though not across 0, and of a share not beyond 0 or 1. */
TwinExtent twin_extent_for_axis (TwinExtent extent, double share, TwinNumberStyle style);

/** TwinScale: data to pixels, linear. @from may lie right of or below @to. */
typedef struct
{
  TwinExtent data;
  double from, to; /* pixels of data.low and data.high */
} TwinScale;

/** Pixel of @value; far outside the scale it is finite, but more than Cairo can hold. */
double twin_scale_pixel (const TwinScale *scale, double value);
double twin_scale_value (const TwinScale *scale, double pixel);
/** Whether @value lies on the scale; of a NaN it does not. */
gboolean twin_scale_holds (const TwinScale *scale, double value);

G_END_DECLS
