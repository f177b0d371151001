/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What differs between GTK 4.8 (Debian 12) and newer versions; beside this and twin-file-dialog.c
 * no file has a version check. */

/** Has a screen reader say @text when it has said what it is saying.
 *  GTK 4.8 has no way to ask for it. */
void twin_compat_announce (GtkWidget *widget, const char *text);
/** Shows @toast (transfer full), which says @message, above @origin, and has it announced. */
void twin_compat_add_toast (GtkWidget *origin, AdwToast *toast, const char *message);
/** To be called once. GTK 4.8 names a button with an access key twice,
 *  and once with the underline. */
void twin_compat_name_buttons (void);

/** @error: NULL where it is shown. */
typedef void (*TwinShowFunc) (const GError *error, gpointer user_data);

/** Has the desktop show @file with the program that the user has for such files; a sandbox asks the
 *  portal. @func is called once in any case. */
void twin_show_file (GtkWindow *parent, GFile *file, TwinShowFunc func, gpointer user_data);

G_END_DECLS
