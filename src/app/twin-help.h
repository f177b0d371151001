/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * twin_help_show:
 * @parent: the window that asks
 *
 * Opens the guide in what the user reads web pages with. It is one file, which a sandbox can hand
 * out through the desktop's portal.
 *
 * @callback gets @user_data and the result for twin_help_show_finish().
 */
void twin_help_show (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);

/** FALSE where the guide is not installed or nothing can show it: @error says which. */
gboolean twin_help_show_finish (GAsyncResult *result, GError **error);

G_END_DECLS
