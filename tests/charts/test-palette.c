/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "twin-palette.h"

/* libadwaita's window, view and card, which a transparent chart stands on. */
static const TwinColour light_grounds[] = { { 1, 1, 1, 1 }, { 0.98, 0.98, 0.98, 1 } };
static const TwinColour dark_grounds[] = {
  { 0.118, 0.118, 0.118, 1 },
  { 0.141, 0.141, 0.141, 1 },
  { 0.212, 0.212, 0.212, 1 },
};

static gboolean
is_dark (TwinTheme theme)
{
  return theme == TWIN_THEME_DARK || theme == TWIN_THEME_DARK_CONTRAST;
}

static void
assert_contrast (TwinTheme theme,
                 TwinColour colour,
                 double least)
{
  const TwinColour *grounds = is_dark (theme) ? dark_grounds : light_grounds;
  gsize n = is_dark (theme) ? G_N_ELEMENTS (dark_grounds) : G_N_ELEMENTS (light_grounds);

  for (gsize i = 0; i < n; i++)
    g_assert_cmpfloat (twin_colour_contrast (colour, grounds[i]), >=, least);
  g_assert_cmpfloat (
      twin_colour_contrast (colour, twin_palette_tone (theme, TWIN_TONE_GROUND)), >=, least);
}

static void
test_formula (void)
{
  const TwinColour white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 };
  const TwinColour blue = { 0, 0x72 / 255.0, 0xb2 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (twin_colour_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (twin_colour_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (twin_colour_contrast (white, blue), 5.19, 0.01);
}

static void
test_contrast (void)
{
  for (int theme = 0; theme < TWIN_N_THEMES; theme++)
    {
      gboolean high = theme >= TWIN_THEME_LIGHT_CONTRAST;

      for (int ink = 0; ink < TWIN_N_INKS; ink++)
        assert_contrast (theme, twin_palette_ink (theme, ink), high ? 4.5 : 3);
      assert_contrast (theme, twin_palette_tone (theme, TWIN_TONE_TEXT), high ? 7 : 4.5);
      assert_contrast (theme, twin_palette_tone (theme, TWIN_TONE_DIM_TEXT), high ? 7 : 4.5);
    }
}

static void
test_text_on_ink (void)
{
  for (int theme = 0; theme < TWIN_N_THEMES; theme++)
    for (int ink = 0; ink < TWIN_N_INKS; ink++)
      {
        TwinColour fill = twin_palette_ink (theme, ink);

        g_assert_cmpfloat (twin_colour_contrast (twin_palette_text_on (fill), fill), >=, 4.5);
      }
}

static void
test_grid_recedes (void)
{
  for (int theme = 0; theme < TWIN_N_THEMES; theme++)
    {
      TwinColour ground = twin_palette_tone (theme, TWIN_TONE_GROUND);
      double grid = twin_colour_contrast (twin_palette_tone (theme, TWIN_TONE_GRID), ground);

      g_assert_cmpfloat (grid, >, 1.1);
      for (int ink = 0; ink < TWIN_N_INKS; ink++)
        g_assert_cmpfloat (grid, <, twin_colour_contrast (twin_palette_ink (theme, ink), ground));
    }
}

/* Colour vision: none missing, protanopia, deuteranopia. Source: Machado, Oliveira, Fernandes,
 * A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009, severity 1. */
static const double vision[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
};

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Source: Ottosson, A perceptual color space for image processing, 2020. */
static void
seen (TwinColour colour,
      const double (*matrix)[3],
      double lab[3])
{
  const double raw[] = { linear (colour.red), linear (colour.green), linear (colour.blue) };
  double rgb[3], l, m, s;

  for (int i = 0; i < 3; i++)
    rgb[i] = MAX (0, matrix[i][0] * raw[0] + matrix[i][1] * raw[1] + matrix[i][2] * raw[2]);
  l = cbrt (0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
  m = cbrt (0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
  s = cbrt (0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
distance (TwinColour one,
          TwinColour other,
          const double (*matrix)[3])
{
  double a[3], b[3];

  seen (one, matrix, a);
  seen (other, matrix, b);
  return sqrt ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) +
               (a[2] - b[2]) * (a[2] - b[2]));
}

/* 0.02 is about what one can just tell apart side by side. */
static void
test_colour_blind (void)
{
  for (int theme = 0; theme < TWIN_N_THEMES; theme++)
    for (int one = 0; one < TWIN_N_INKS; one++)
      for (int other = 0; other < one; other++)
        for (gsize kind = 0; kind < G_N_ELEMENTS (vision); kind++)
          g_assert_cmpfloat (distance (twin_palette_ink (theme, one),
                                       twin_palette_ink (theme, other), vision[kind]), >, 0.07);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/formula", test_formula);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/text-on-ink", test_text_on_ink);
  g_test_add_func ("/palette/grid-recedes", test_grid_recedes);
  g_test_add_func ("/palette/colour-blind", test_colour_blind);
  return g_test_run ();
}
