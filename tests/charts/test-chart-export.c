/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "chart-samples.h"
#include "twin-chart-export.h"

static GBytes *
render (TwinImageFormat format,
        double scale)
{
  g_autoptr (TwinChart) chart = chart_sample_trace ();
  g_autoptr (GError) error = NULL;
  TwinChartView view;
  GBytes *bytes;

  twin_chart_view_init (&view);
  bytes = twin_chart_render (chart, format, 640.5, 300, scale, &view, &error);
  g_assert_no_error (error);
  return bytes;
}

static guint32
big_endian (const guchar *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
test_png (void)
{
  g_autoptr (GBytes) bytes = render (TWIN_IMAGE_PNG, 2);
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpuint (size, >, 5000);
  g_assert_cmpmem (data, 8, "\211PNG\r\n\032\n", 8);
  g_assert_cmpuint (big_endian (data + 16), ==, 1281);
  g_assert_cmpuint (big_endian (data + 20), ==, 600);
}

typedef struct
{
  const guchar *data;
  gsize left;
} Source;

static cairo_status_t
read_source (void *closure,
             guchar *data,
             guint length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* At twice the scale the chart fills the whole picture, not its upper left quarter. */
static void
test_png_scale (void)
{
  g_autoptr (GBytes) bytes = render (TWIN_IMAGE_PNG, 2);
  Source source = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_source, &source);
  const guchar *data = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  guint drawn = 0, unpainted = 0;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  for (int y = 300; y < 600; y++)
    for (int x = 640; x < 1280; x++)
      {
        guint32 pixel = *(const guint32 *) (const void *) (data + y * stride + 4 * x);

        drawn += pixel != 0xffffffff;
        unpainted += pixel >> 24 != 0xff;
      }
  g_assert_cmpuint (drawn, >, 5000);
  g_assert_cmpuint (unpainted, ==, 0);
  cairo_surface_destroy (surface);
}

typedef struct
{
  guint depth, paths;
  gboolean is_svg;
  char *width;
} Svg;

static void
start (GMarkupParseContext *context,
       const char *element,
       const char **names,
       const char **values,
       gpointer data,
       GError **error)
{
  Svg *svg = data;

  if (svg->depth++ == 0)
    {
      svg->is_svg = g_str_equal (element, "svg");
      for (guint i = 0; names[i] != NULL; i++)
        if (g_str_equal (names[i], "width"))
          svg->width = g_strdup (values[i]);
    }
  svg->paths += g_str_equal (element, "path");
}

static void
test_svg (void)
{
  g_autoptr (GBytes) bytes = render (TWIN_IMAGE_SVG, 1);
  const GMarkupParser parser = { .start_element = start };
  g_autoptr (GError) error = NULL;
  Svg svg = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &svg, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_true (svg.is_svg);
  g_assert_true (g_str_has_prefix (svg.width, "640.5"));
  g_assert_cmpuint (svg.paths, >, 10);
  g_free (svg.width);
}

static void
test_pdf (void)
{
  g_autoptr (GBytes) bytes = render (TWIN_IMAGE_PDF, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpuint (size, >, 3000);
  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_nonnull (g_strstr_len (data + size - 16, 16, "%%EOF"));
}

static void
test_format_of_name (void)
{
  g_autoptr (GError) error = NULL;
  TwinImageFormat format;

  g_assert_true (twin_image_format_from_name ("a.svg.png", &format, NULL));
  g_assert_cmpint (format, ==, TWIN_IMAGE_PNG);
  g_assert_true (twin_image_format_from_name ("/tmp/B.SVG", &format, NULL));
  g_assert_cmpint (format, ==, TWIN_IMAGE_SVG);
  g_assert_true (twin_image_format_from_name ("c.pdf", &format, NULL));
  g_assert_cmpint (format, ==, TWIN_IMAGE_PDF);

  g_assert_false (twin_image_format_from_name ("picture.jpeg", &format, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (error->message, "picture.jpeg"));
  g_assert_nonnull (strstr (error->message, ".pdf"));
}

static void
test_refused (void)
{
  const double sizes[][3] = { { 0, 100, 1 }, { 100, -1, 1 }, { 40000, 10, 1 }, { 20000, 10, 2 },
                              { 100, 100, 0 } };
  g_autoptr (TwinChart) chart = chart_sample_trace ();
  TwinChartView view;

  twin_chart_view_init (&view);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (twin_chart_render (chart, TWIN_IMAGE_PNG, sizes[i][0], sizes[i][1],
                                        sizes[i][2], &view, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_all (void)
{
  for (gsize i = 0; i < chart_n_samples; i++)
    for (int format = TWIN_IMAGE_PNG; format <= TWIN_IMAGE_PDF; format++)
      {
        g_autoptr (TwinChart) chart = chart_samples[i]();
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GError) error = NULL;
        TwinChartView view;

        twin_chart_view_init (&view);
        bytes = twin_chart_render (chart, format, 500, 320, 1, &view, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-export/png", test_png);
  g_test_add_func ("/chart-export/png-scale", test_png_scale);
  g_test_add_func ("/chart-export/svg", test_svg);
  g_test_add_func ("/chart-export/pdf", test_pdf);
  g_test_add_func ("/chart-export/format-of-name", test_format_of_name);
  g_test_add_func ("/chart-export/refused", test_refused);
  g_test_add_func ("/chart-export/all", test_all);
  return g_test_run ();
}
