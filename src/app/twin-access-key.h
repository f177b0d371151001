/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Letters by which Alt reaches a row, for titles that come from tables. */

/** @title for a label that takes underlines for access keys: its own ones doubled. */
char *twin_access_key_escape (const char *title);
/** The same with its first letter that is not in @taken underlined, which is then in that set of
 *  characters (GUINT_TO_POINTER); NULL where all are taken. */
char *twin_access_key_take (const char *title, GHashTable *taken);
/** Adds the letters that labels below @root have already, but not those below @except (nullable)
 *  and those of menus, which count only there. */
void twin_access_key_collect (GtkWidget *root, GtkWidget *except, GHashTable *taken);

G_END_DECLS
