/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TwinOutputFile:
 *
 * A file that appears whole or not at all. What is written goes to a temporary file beside the
 * target; twin_output_file_close() brings it to the disk and puts it in the target's place, so that
 * a crash, a full disk or a cancelled export leaves an old file as it was.
 *
 * A link is followed, an old file keeps its mode. What is no regular file (a pipe, a terminal,
 * /dev/null, /dev/stdout) is written to directly, never replaced.
 *
 * Unlike g_file_set_contents_full() it takes a file in parts, for exports larger than memory.
 */
typedef struct _TwinOutputFile TwinOutputFile;

/** @path: "-" is standard output. @error: G_FILE_ERROR, naming the path. */
TwinOutputFile *twin_output_file_new (const char *path, GError **error);
/** @error: G_FILE_ERROR, naming the path; the file is of no use from then on. */
gboolean twin_output_file_write (TwinOutputFile *self,
                                 const char *data,
                                 gsize length,
                                 GError **error);
/** Puts the file in its place; only twin_output_file_free() may follow. */
gboolean twin_output_file_close (TwinOutputFile *self, GError **error);
/** Frees it; without a close before, the target stays as it was. */
void twin_output_file_free (TwinOutputFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinOutputFile, twin_output_file_free)

G_END_DECLS
