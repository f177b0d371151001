/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-view.h"

G_BEGIN_DECLS

/** TwinColour: sRGB, each in [0, 1], not premultiplied. */
typedef struct
{
  double red, green, blue, alpha;
} TwinColour;

/** TwinTone: what is not data. */
typedef enum
{
  TWIN_TONE_GROUND,
  TWIN_TONE_TEXT,
  TWIN_TONE_DIM_TEXT, /* tick labels, axis titles, captions */
  TWIN_TONE_GRID,     /* there to be looked past: below 3:1 on purpose */
  TWIN_TONE_AXIS,
  TWIN_N_TONES
} TwinTone;

TwinColour twin_palette_ink (TwinTheme theme, TwinInk ink);
TwinColour twin_palette_tone (TwinTheme theme, TwinTone tone);
/** Black or white, whichever reads better on @fill: at least 4.5:1. */
TwinColour twin_palette_text_on (TwinColour fill);
/** Width of lines relative to the ordinary themes: high contrast has bolder ones. */
double twin_palette_weight (TwinTheme theme);

TwinColour twin_colour_with_alpha (TwinColour colour, double alpha);
/** The contrast ratio of two opaque colours, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
double twin_colour_contrast (TwinColour one, TwinColour other);
void twin_colour_set (TwinColour colour, cairo_t *cr);

G_END_DECLS
