/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What messages call the file at @path: "standard input" for "-". */
char *twin_input_file_get_name (const char *path);

/** Reads all of a file ("-": standard input), NUL-terminated, @length without it.
 *  @error: G_FILE_ERROR, or TWIN_ERROR_TOO_LARGE above @max_length; both name the path. */
char *twin_input_file_read (const char *path,
                            gsize max_length,
                            gsize *length,
                            GError **error);

G_END_DECLS
