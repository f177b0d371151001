/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the app's icons hold at 16 and at 512 pixels, before a light and before a dark ground. */

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>

#include "twin-config.h"

#define APP_ICON ICONS_DIR "/hicolor/scalable/apps/" TWIN_APP_ID ".svg"
#define SYMBOLIC_ICON ICONS_DIR "/hicolor/symbolic/apps/" TWIN_APP_ID "-symbolic.svg"

static const int sizes[] = { 16, 32, 64, 128, 512 };

/* Adwaita's windows: #fafafa and #242424 */
static const double light_ground = 0.956, dark_ground = 0.018;

static GdkPixbuf *
draw (const char *path,
      int size)
{
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_file_at_size (path, size, size, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, size);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, size);
  g_assert_true (gdk_pixbuf_get_has_alpha (pixbuf));

  return pixbuf;
}

static const guint8 *
get_pixel (GdkPixbuf *pixbuf,
           int x,
           int y)
{
  return gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + 4 * x;
}

static double
linearise (guint8 part)
{
  double value = part / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const guint8 *pixel)
{
  return 0.2126 * linearise (pixel[0]) + 0.7152 * linearise (pixel[1])
         + 0.0722 * linearise (pixel[2]);
}

static double
get_contrast (double a,
              double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

typedef struct
{
  double covered;      /* share of the square */
  double before_light; /* shares of what is covered that stand out by 3:1 … */
  double before_dark;
  double most_luminous; /* of what is covered wholly */
} Measure;

static Measure
measure (GdkPixbuf *pixbuf)
{
  int size = gdk_pixbuf_get_width (pixbuf);
  Measure self = { 0 };

  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      {
        const guint8 *pixel = get_pixel (pixbuf, x, y);
        double luminance = get_luminance (pixel);

        if (pixel[3] < 128)
          continue;
        self.covered++;
        self.before_light += get_contrast (luminance, light_ground) >= 3;
        self.before_dark += get_contrast (luminance, dark_ground) >= 3;
        if (pixel[3] == 255)
          self.most_luminous = MAX (self.most_luminous, luminance);
      }
  self.before_light /= self.covered;
  self.before_dark /= self.covered;
  self.covered /= size * size;

  return self;
}

static void
test_app_icon (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GdkPixbuf) pixbuf = draw (APP_ICON, sizes[i]);
      Measure m = measure (pixbuf);

      g_assert_cmpfloat (m.covered, >, 0.5);
      g_assert_cmpfloat (m.covered, <, 0.9);
      g_assert_cmpint (get_pixel (pixbuf, 0, 0)[3], ==, 0);
      g_assert_cmpfloat (m.before_light, >, 0.6);
      g_assert_cmpfloat (m.before_dark, >, 0.6);
    }
}

/* Without its frame the picture must still be one: the board, the line on it and the carton. */
static void
test_app_icon_at_16_has_parts (void)
{
  g_autoptr (GdkPixbuf) pixbuf = draw (APP_ICON, 16);
  double least = 1, most = 0;

  for (int y = 3; y < 13; y++)
    for (int x = 3; x < 13; x++)
      {
        double luminance = get_luminance (get_pixel (pixbuf, x, y));

        least = MIN (least, luminance);
        most = MAX (most, luminance);
      }

  g_assert_cmpfloat (get_contrast (least, most), >=, 3);
}

/* The theme gives the colour, so there must be one only; and edges lie on the grid of 16. */
static void
test_symbolic_icon (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GdkPixbuf) pixbuf = draw (SYMBOLIC_ICON, sizes[i]);
      Measure m = measure (pixbuf);

      g_assert_cmpfloat (m.covered, >, 0.3);
      g_assert_cmpfloat (m.covered, <, 0.8);
      g_assert_cmpfloat (m.before_light, >, 0.9);
      g_assert_cmpfloat (m.most_luminous, <, 0.04); /* #2e3436 */
    }
}

static void
test_symbolic_icon_is_crisp_at_16 (void)
{
  g_autoptr (GdkPixbuf) pixbuf = draw (SYMBOLIC_ICON, 16);
  int n_sharp = 0;

  /* The two boxes: all but their rounded corners */
  for (int y = 9; y < 16; y++)
    for (int x = 0; x < 16; x++)
      {
        guint8 alpha = get_pixel (pixbuf, x, y)[3];

        n_sharp += alpha < 8 || alpha > 247;
      }

  g_assert_cmpint (n_sharp, >=, 7 * 16 - 8);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/icons/app", test_app_icon);
  g_test_add_func ("/icons/app/parts-at-16", test_app_icon_at_16_has_parts);
  g_test_add_func ("/icons/symbolic", test_symbolic_icon);
  g_test_add_func ("/icons/symbolic/crisp-at-16", test_symbolic_icon_is_crisp_at_16);
  return g_test_run ();
}
