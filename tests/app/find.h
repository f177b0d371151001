/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

/** The first widget from @root down that @match is true of; or NULL. */
GtkWidget *find (GtkWidget *root, Match match, gconstpointer data);

G_END_DECLS
