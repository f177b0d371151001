/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "figure-samples.h"
#include "twin-figure-sheet.h"

static GBytes *
render (TwinImageFormat format,
        double until)
{
  g_autoptr (TwinRun) run = sample_run ("horizon_days=60", 20);
  g_autoptr (TwinChart) distribution = twin_figure_distribution (run, 1);
  g_autoptr (TwinChart) split = twin_figure_cost_split (run);
  const TwinFigureTile tiles[] = {
    { distribution, 0, 0, 500, 300, 0 },
    { split, 500, 0, 500, 300, until },
  };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = twin_figure_sheet_render (tiles, 2, "Sheet", format, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_formats (void)
{
  static const char *const signatures[] = {
    [TWIN_IMAGE_PNG] = "\211PNG\r\n",
    [TWIN_IMAGE_SVG] = "<?xml",
    [TWIN_IMAGE_PDF] = "%PDF-",
  };

  for (guint format = 0; format < G_N_ELEMENTS (signatures); format++)
    {
      g_autoptr (GBytes) bytes = render (format, 0);

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (signatures[format]),
                       signatures[format], strlen (signatures[format]));
    }
}

/* The size of a PNG stands at byte 16: twice the sheet's, for sharp print. */
static void
test_size (void)
{
  g_autoptr (GBytes) bytes = render (TWIN_IMAGE_PNG, 0);
  const guint32 *size = (const guint32 *) ((const char *) g_bytes_get_data (bytes, NULL) + 16);

  g_assert_cmpuint (GUINT32_FROM_BE (size[0]), ==, 2 * TWIN_FIGURE_SHEET_WIDTH);
  g_assert_cmpuint (GUINT32_FROM_BE (size[1]), ==, 2 * 300);
}

/* A window on the x axis changes the picture. */
static void
test_until (void)
{
  g_autoptr (GBytes) all = render (TWIN_IMAGE_SVG, 0);
  g_autoptr (GBytes) part = render (TWIN_IMAGE_SVG, 100);

  g_assert_false (g_bytes_equal (all, part));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-sheet/formats", test_formats);
  g_test_add_func ("/figure-sheet/size", test_size);
  g_test_add_func ("/figure-sheet/until", test_until);
  return g_test_run ();
}
