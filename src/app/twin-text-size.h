/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** What the desktop's text has by default. */
#define TWIN_TEXT_POINTS 11.0

/** Size of @widget's text in points of 96 dpi, with the desktop's factor for large text. */
double twin_text_size_get_points (GtkWidget *widget);

G_END_DECLS
