/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TwinCsvTable:
 *
 * A CSV table in memory: a header and rows of texts. Read strictly through libcsv: an open quote,
 * a NUL byte, a row of another length or more than 64 MiB is refused with its line.
 */
typedef struct _TwinCsvTable TwinCsvTable;

/** @path: "-" is standard input. A byte order mark is passed over. @error: TWIN_ERROR_FORMAT or
 *  G_FILE_ERROR, naming file and line. */
TwinCsvTable *twin_csv_table_load (const char *path, GError **error);
TwinCsvTable *twin_csv_table_parse (const char *text,
                                    gsize length,
                                    const char *name,
                                    GError **error);
void twin_csv_table_free (TwinCsvTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinCsvTable, twin_csv_table_free)

guint twin_csv_table_get_n_columns (const TwinCsvTable *self);
gsize twin_csv_table_get_n_rows (const TwinCsvTable *self);
const char *twin_csv_table_get_header (const TwinCsvTable *self, guint column);
/** The column of that header, or −1. */
int twin_csv_table_find_column (const TwinCsvTable *self, const char *header);
const char *twin_csv_table_get_text (const TwinCsvTable *self, gsize row, guint column);
/** The line of the file that the row begins on, counted from 1. */
guint twin_csv_table_get_line (const TwinCsvTable *self, gsize row);
/** @error: TWIN_ERROR_FORMAT, naming file, line, column and the text that is no number. */
gboolean twin_csv_table_get_number (const TwinCsvTable *self,
                                    gsize row,
                                    guint column,
                                    double *value,
                                    GError **error);

G_END_DECLS
