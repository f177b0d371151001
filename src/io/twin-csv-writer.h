/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TwinCsvWriter:
 *
 * Writes RFC 4180 CSV through libcsv: CRLF, UTF-8, "." and 17 significant digits, header first. A
 * text that a spreadsheet would run as a formula is made harmless with an apostrophe in front;
 * numbers stay numbers and are not quoted.
 *
 * Rows go to a temporary file beside the target that takes its place in
 * twin_csv_writer_close(), so a failure leaves an old file whole. Errors are kept: add freely, and
 * look at what close says.
 */
typedef struct _TwinCsvWriter TwinCsvWriter;

/** @path: "-" is standard output. @error: G_FILE_ERROR or G_IO_ERROR, naming the path. */
TwinCsvWriter *twin_csv_writer_new (const char *path, GError **error);
/** Writes to a string; twin_csv_writer_close() is not needed. @string outlives the writer. */
TwinCsvWriter *twin_csv_writer_new_for_string (GString *string);

/** @cancellable is looked at every few hundred rows; close then says G_IO_ERROR_CANCELLED. */
void twin_csv_writer_set_cancellable (TwinCsvWriter *self, GCancellable *cancellable);

void twin_csv_writer_add_text (TwinCsvWriter *self, const char *text);
/** NaN writes an empty cell. */
void twin_csv_writer_add_number (TwinCsvWriter *self, double value);
/** Returns whether there is any use in another row: FALSE once something has failed, or was
 *  cancelled, which close then says. */
gboolean twin_csv_writer_end_row (TwinCsvWriter *self);

/** Finishes the file and puts it in its place. */
gboolean twin_csv_writer_close (TwinCsvWriter *self, GError **error);
/** Frees it; a file that was not closed is not written. */
void twin_csv_writer_free (TwinCsvWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinCsvWriter, twin_csv_writer_free)

G_END_DECLS
