/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "twin-compat.h"
#include "twin-csv-writer.h"
#include "twin-file-dialog.h"

G_BEGIN_DECLS

/** Writes @data to the file @path, in a thread of its own. @error: what went wrong, for people. */
typedef gboolean (*TwinExportFunc) (const char *path, gpointer data, GError **error);

/**
 * twin_export_write:
 * @origin: the widget that was asked; messages go to its window
 * @file: the target; has to be a local one
 * @data: (transfer full): what is written, freed by @free_data in any thread
 *
 * Writes without holding up the main thread, then says so: a toast where it went well, else a
 * message with what to do. Goes on when the window is closed meanwhile.
 */
void twin_export_write (GtkWidget *origin,
                        GFile *file,
                        TwinExportFunc func,
                        gpointer data,
                        GDestroyNotify free_data);

/** Asks where to save, beginning in the folder of the document that @origin belongs to. @func gets
 *  @origin as its user data, and is not called when that goes first. */
void twin_export_ask (GtkWidget *origin,
                      const char *title,
                      const char *suggested_name,
                      const TwinFileKind *kinds,
                      guint n_kinds,
                      TwinFileFunc func);

/** What the columns are; see twin-result-csv.h. */
typedef void (*TwinExportTableFunc) (gconstpointer data, TwinCsvWriter *writer);

/** Both of these for a CSV table: asks for a file, and writes @data (transfer full). */
void twin_export_csv (GtkWidget *origin,
                      const char *title,
                      const char *suggested_name,
                      TwinExportTableFunc func,
                      gpointer data,
                      GDestroyNotify free_data);

G_END_DECLS
