/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-text-size.h"

#include <pango/pangocairo.h>

double
twin_text_size_get_points (GtkWidget *widget)
{
  PangoContext *context;
  const PangoFontDescription *font;
  double resolution, size;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), TWIN_TEXT_POINTS);

  context = gtk_widget_get_pango_context (widget);
  font = pango_context_get_font_description (context);
  resolution = pango_cairo_context_get_resolution (context);
  size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  /* The desktop's text scale is in the resolution. */
  if (pango_font_description_get_size_is_absolute (font))
    return size * 72.0 / 96.0;
  return resolution > 0 ? size * resolution / 96.0 : size;
}
