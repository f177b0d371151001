/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In a sandbox the file dialog is the desktop's. */

/** @absence: why there is none; NULL where there is one, or where none is needed. */
typedef void (*TwinFilePortalFunc) (const GError *absence, gpointer user_data);

/** Calls @func once: at once outside of a sandbox, else as soon as the desktop has answered. */
void twin_file_portal_look_for (TwinFilePortalFunc func, gpointer user_data);

/** Says in a dialog over @parent that there is none, and what to do. */
void twin_file_portal_show_absence (GtkWindow *parent, const GError *absence);

G_END_DECLS
