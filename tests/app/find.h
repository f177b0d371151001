/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-parameter-row.h"
#include "twin-window.h"

G_BEGIN_DECLS

/* Eyes: what there is in a window, and what it shows. */

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

/** The first widget from @root down that @match is true of; or NULL. */
GtkWidget *find (GtkWidget *root, Match match, gconstpointer data);

/** The part of @widget that its .ui file and its code call @name; there has to be one. */
GtkWidget *get_child (gpointer widget, const char *name);
/** The row of that parameter ("lead_time.min_days"); there has to be one. */
TwinParameterRow *find_row (gpointer root, const char *key);
/** The same; or NULL. */
TwinParameterRow *look_for_row (gpointer root, const char *key);
/** The first descendant of that type, or NULL. */
GtkWidget *find_type (gpointer root, GType type);
/** A mapped button with that label ("_Cancel"), or NULL. */
GtkWidget *find_button (gpointer root, const char *label);
/** The mapped button whose tooltip that is ("Add Store"); there has to be one. */
GtkWidget *find_named_button (gpointer root, const char *tooltip);
/** A mapped image of that icon, or NULL. */
GtkWidget *find_icon (gpointer root, const char *name);
/** A mapped label that holds @text, or NULL. */
GtkWidget *find_label (gpointer root, const char *text);

TwinDocument *get_document (TwinWindow *window);
const TwinProject *get_project (TwinWindow *window);
const TwinParameters *get_parameters (TwinWindow *window);
/** A parameter of the window's project. */
double get_number (TwinWindow *window, const char *key);
const char *get_status (TwinWindow *window);
gboolean is_modified (TwinWindow *window);

G_END_DECLS
