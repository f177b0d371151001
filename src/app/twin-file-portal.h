/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * twin_file_portal_tell_absence:
 *
 * In a sandbox the file dialog is the desktop's, and GTK says of one that cannot be shown what it says
 * of one that was closed. Looks whether there is such a dialog at all, and if not, says so in a dialog
 * over @parent. Does nothing outside of a sandbox. Call it when no file was chosen.
 */
void twin_file_portal_tell_absence (GtkWindow *parent);

G_END_DECLS
