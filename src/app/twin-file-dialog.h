/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for files, with the dialog that this GTK has: of the desktop, from 4.10 on, or native. */

/** TwinFileKind: what a file may be. */
typedef struct
{
  const char *name;    /* to be translated: "CSV table" */
  const char *pattern; /* "*.csv" */
} TwinFileKind;

/** @file: what was chosen, NULL where the user cancelled. (transfer none) */
typedef void (*TwinFileFunc) (GFile *file, gpointer user_data);

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

G_END_DECLS
