/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-palette.h"

#include <math.h>

/* Light starts from what of Okabe and Ito's colours reaches 3:1 on white (blue, vermillion, green),
 * dark from their bright counterparts. The others were found by search: the largest distance in
 * OKLab between any two inks, also as seen with protanopia and deuteranopia (Machado et al. 2009),
 * among those that reach the contrast on every ground a chart stands on: window, view and card. */
static const guint32 inks[TWIN_N_THEMES][TWIN_N_INKS] = {
  [TWIN_THEME_LIGHT] = {
    [TWIN_INK_FIRST] = 0x0072b2,
    [TWIN_INK_SECOND] = 0xd55e00,
    [TWIN_INK_THIRD] = 0x009e73,
    [TWIN_INK_FOURTH] = 0xbf77b6,
    [TWIN_INK_LIMIT] = 0x3d3846,
    [TWIN_INK_ALERT] = 0xba1a04,
    [TWIN_INK_CHOICE] = 0x561e8e,
    [TWIN_INK_MUTED] = 0x5e5e5e,
  },
  [TWIN_THEME_DARK] = {
    [TWIN_INK_FIRST] = 0x4a97ff,
    [TWIN_INK_SECOND] = 0xff9c1a,
    [TWIN_INK_THIRD] = 0x3bcc92,
    [TWIN_INK_FOURTH] = 0xefa0f9,
    [TWIN_INK_LIMIT] = 0xdeddda,
    [TWIN_INK_ALERT] = 0xf05d30,
    [TWIN_INK_CHOICE] = 0xf9f637,
    [TWIN_INK_MUTED] = 0x8d8d8d,
  },
  [TWIN_THEME_LIGHT_CONTRAST] = {
    [TWIN_INK_FIRST] = 0x043a85,
    [TWIN_INK_SECOND] = 0xb04407,
    [TWIN_INK_THIRD] = 0x26766b,
    [TWIN_INK_FOURTH] = 0xc02ebe,
    [TWIN_INK_LIMIT] = 0x000000,
    [TWIN_INK_ALERT] = 0x8a0000,
    [TWIN_INK_CHOICE] = 0x2f0443,
    [TWIN_INK_MUTED] = 0x414141,
  },
  [TWIN_THEME_DARK_CONTRAST] = {
    [TWIN_INK_FIRST] = 0x5ba2ff,
    [TWIN_INK_SECOND] = 0xffbc00,
    [TWIN_INK_THIRD] = 0x4bf9a6,
    [TWIN_INK_FOURTH] = 0xf6bcff,
    [TWIN_INK_LIMIT] = 0xffffff,
    [TWIN_INK_ALERT] = 0xff7851,
    [TWIN_INK_CHOICE] = 0xffff3e,
    [TWIN_INK_MUTED] = 0xb0b0b0,
  },
};

static const guint32 tones[TWIN_N_THEMES][TWIN_N_TONES] = {
  [TWIN_THEME_LIGHT] = { 0xffffff, 0x2e3436, 0x5e5c64, 0xe6e5e3, 0x9a9996 },
  [TWIN_THEME_DARK] = { 0x353535, 0xf6f5f4, 0xc0bfbc, 0x474747, 0x8d8d8d },
  [TWIN_THEME_LIGHT_CONTRAST] = { 0xffffff, 0x000000, 0x2e2e2e, 0xb5b5b5, 0x2e2e2e },
  [TWIN_THEME_DARK_CONTRAST] = { 0x353535, 0xffffff, 0xe6e6e6, 0x6e6e6e, 0xe6e6e6 },
};

static TwinColour
from_hex (guint32 hex)
{
  return (TwinColour){ (hex >> 16 & 0xff) / 255.0, (hex >> 8 & 0xff) / 255.0,
                       (hex & 0xff) / 255.0, 1 };
}

TwinColour
twin_palette_ink (TwinTheme theme,
                  TwinInk ink)
{
  g_return_val_if_fail (theme < TWIN_N_THEMES && ink < TWIN_N_INKS, (TwinColour){ .alpha = 1 });

  return from_hex (inks[theme][ink]);
}

TwinColour
twin_palette_tone (TwinTheme theme,
                   TwinTone tone)
{
  g_return_val_if_fail (theme < TWIN_N_THEMES && tone < TWIN_N_TONES, (TwinColour){ .alpha = 1 });

  return from_hex (tones[theme][tone]);
}

TwinColour
twin_palette_text_on (TwinColour fill)
{
  const TwinColour black = { 0, 0, 0, 1 };
  const TwinColour white = { 1, 1, 1, 1 };
  const double on_white = twin_colour_contrast (white, fill);

  /* White looks calmer on saturated ink, so it goes first wherever it can be read. */
  return on_white >= 4.5 || on_white > twin_colour_contrast (black, fill) ? white : black;
}

double
twin_palette_weight (TwinTheme theme)
{
  return theme == TWIN_THEME_LIGHT_CONTRAST || theme == TWIN_THEME_DARK_CONTRAST ? 1.4 : 1;
}

TwinColour
twin_colour_with_alpha (TwinColour colour,
                        double alpha)
{
  colour.alpha = alpha;
  return colour;
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (TwinColour colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) +
         0.0722 * linear (colour.blue);
}

double
twin_colour_contrast (TwinColour one,
                      TwinColour other)
{
  double a = luminance (one);
  double b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

void
twin_colour_set (TwinColour colour,
                 cairo_t *cr)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}
