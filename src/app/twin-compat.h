/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What differs between GTK 4.8 (Debian 12) and newer versions; no other file has a version check. */

typedef struct
{
  const char *name;    /* to be translated: "CSV table" */
  const char *pattern; /* "*.csv" */
} TwinFileKind;

/** @file: what was chosen, NULL where the user cancelled. (transfer none) */
typedef void (*TwinFileFunc) (GFile *file, gpointer user_data);

/** Has a screen reader say @text when it has said what it is saying. GTK 4.8 has no way to ask for it. */
void twin_compat_announce (GtkWidget *widget, const char *text);
/** Shows @toast (transfer full), which says @message, above @origin, and has it announced. */
void twin_compat_add_toast (GtkWidget *origin, AdwToast *toast, const char *message);
/** To be called once. GTK 4.8 names a button with an access key twice, and once with the underline. */
void twin_compat_name_buttons (void);

/** Asks where to save. @kinds: [n_kinds], the first is preselected; its ending is added where the
 *  name has none. Begins in @folder (nullable). If @parent goes first, @func is not called. */
void twin_file_save_dialog (GtkWindow *parent,
                            const char *title,
                            const char *suggested_name,
                            GFile *folder,
                            const TwinFileKind *kinds,
                            guint n_kinds,
                            TwinFileFunc func,
                            gpointer user_data);

/** Asks which file to open. */
void twin_file_open_dialog (GtkWindow *parent,
                            const char *title,
                            GFile *folder,
                            const TwinFileKind *kinds,
                            guint n_kinds,
                            TwinFileFunc func,
                            gpointer user_data);

/** @error: NULL where it is shown. */
typedef void (*TwinShowFunc) (const GError *error, gpointer user_data);

/** Has the desktop show @file with the program that the user has for such files; a sandbox asks the
 *  portal. @func is called once in any case. */
void twin_show_file (GtkWindow *parent, GFile *file, TwinShowFunc func, gpointer user_data);

G_END_DECLS
