/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-image.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_PER_PIXEL (72.0 / 96.0)
#define LARGEST_IMAGE 32767 /* pixels a side; Cairo's limit */

gboolean
twin_image_format_from_name (const char *name,
                             TwinImageFormat *format,
                             GError **error)
{
  static const struct
  {
    const char *ending;
    TwinImageFormat format;
  } known[] = {
    { ".png", TWIN_IMAGE_PNG },
    { ".svg", TWIN_IMAGE_SVG },
    { ".pdf", TWIN_IMAGE_PDF },
  };
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  lower = g_ascii_strdown (name, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_suffix (lower, known[i].ending))
      {
        *format = known[i].format;
        return TRUE;
      }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("“%s” does not name a picture: the ending is .png, .svg or .pdf"), name);
  return FALSE;
}

static cairo_status_t
append (void *closure,
        const unsigned char *data,
        unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (const TwinImage *image,
                GByteArray *bytes)
{
  const double width = image->width, height = image->height;
  cairo_surface_t *surface;

  switch (image->format)
    {
    case TWIN_IMAGE_SVG:
      surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case TWIN_IMAGE_PDF:
      surface = cairo_pdf_surface_create_for_stream (append, bytes, width * POINTS_PER_PIXEL,
                                                     height * POINTS_PER_PIXEL);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, image->title);
      cairo_surface_set_device_scale (surface, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
      return surface;
    case TWIN_IMAGE_PNG:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                            (int) ceil (width * image->scale),
                                            (int) ceil (height * image->scale));
      cairo_surface_set_device_scale (surface, image->scale, image->scale);
      return surface;
    }
}

static cairo_status_t
draw_on (cairo_surface_t *surface,
         TwinImageFunc draw,
         gconstpointer data)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  draw (cr, data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

GBytes *
twin_image_render (const TwinImage *image,
                   TwinImageFunc draw,
                   gconstpointer data,
                   GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  double factor;

  g_return_val_if_fail (image != NULL && draw != NULL, NULL);

  factor = image->format == TWIN_IMAGE_PNG ? image->scale : 1;
  if (!(image->width > 0 && image->height > 0 && factor > 0 &&
        image->width * factor <= LARGEST_IMAGE && image->height * factor <= LARGEST_IMAGE))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A picture of %g × %g pixels at scale %g cannot be made: each side is "
                      "above 0 and at most %d"),
                   image->width, image->height, factor, LARGEST_IMAGE);
      return NULL;
    }

  bytes = g_byte_array_new ();
  surface = create_surface (image, bytes);
  status = draw_on (surface, draw, data);
  if (status == CAIRO_STATUS_SUCCESS && image->format == TWIN_IMAGE_PNG)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture cannot be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}
