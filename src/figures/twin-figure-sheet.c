/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-sheet.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define POINTS_PER_PIXEL (72.0 / 96.0)
#define PNG_SCALE 2 /* sharp in print and on dense screens */

static cairo_status_t
append (void *closure,
        const unsigned char *data,
        unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (TwinImageFormat format,
                const char *title,
                double width,
                double height,
                GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case TWIN_IMAGE_SVG:
      surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case TWIN_IMAGE_PDF:
      surface = cairo_pdf_surface_create_for_stream (append, bytes, width * POINTS_PER_PIXEL,
                                                     height * POINTS_PER_PIXEL);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
      cairo_surface_set_device_scale (surface, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
      return surface;
    case TWIN_IMAGE_PNG:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * PNG_SCALE),
                                            (int) (height * PNG_SCALE));
      cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
      return surface;
    }
}

static void
draw_tile (cairo_t *cr,
           const TwinFigureTile *tile)
{
  TwinChartView view;

  twin_chart_view_init (&view);
  if (tile->until > 0)
    {
      view.x_low = 0;
      view.x_high = tile->until;
    }
  cairo_save (cr);
  cairo_translate (cr, tile->x, tile->y);
  twin_chart_draw (tile->chart, cr, tile->width, tile->height, &view);
  cairo_restore (cr);
}

static cairo_status_t
draw_tiles (cairo_surface_t *surface,
            const TwinFigureTile *tiles,
            guint n)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  /* Tiles need not fill the sheet. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < n; i++)
    draw_tile (cr, &tiles[i]);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

GBytes *
twin_figure_sheet_render (const TwinFigureTile *tiles,
                          guint n,
                          const char *title,
                          TwinImageFormat format,
                          GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double height = 0;

  for (guint i = 0; i < n; i++)
    height = MAX (height, tiles[i].y + tiles[i].height);
  surface = create_surface (format, title, TWIN_FIGURE_SHEET_WIDTH, height, bytes);
  status = draw_tiles (surface, tiles, n);
  if (status == CAIRO_STATUS_SUCCESS && format == TWIN_IMAGE_PNG)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture cannot be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}
