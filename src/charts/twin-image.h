/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TWIN_IMAGE_PNG,
  TWIN_IMAGE_SVG,
  TWIN_IMAGE_PDF
} TwinImageFormat;

/** Draws an image in CSS pixels (1/96 inch), whatever its format. */
typedef void (*TwinImageFunc) (cairo_t *cr, gconstpointer data);

/** TwinImage: what becomes a file. */
typedef struct
{
  TwinImageFormat format;
  const char *title;    /* of the document; only a PDF keeps it */
  double width, height; /* CSS pixels */
  double scale;         /* device pixels for each; of a PNG only */
} TwinImage;

/** The format that a file name's ending asks for. @error: G_IO_ERROR_NOT_SUPPORTED, naming the
 *  three endings that are known. */
gboolean twin_image_format_from_name (const char *name, TwinImageFormat *format, GError **error);

/** The image that @draw makes with @data, as a file's bytes. @error: G_IO_ERROR. */
GBytes *twin_image_render (const TwinImage *image,
                           TwinImageFunc draw,
                           gconstpointer data,
                           GError **error);

G_END_DECLS
