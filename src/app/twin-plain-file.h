/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * twin_plain_file_check:
 *
 * Whether @file may be read whole, or written: FALSE where something is in its place that has no
 * end or that waits for somebody, such as a folder, a device or a pipe. What is not there, or may
 * not be looked at, is left to whoever opens it.
 * @error: G_IO_ERROR_IS_DIRECTORY, G_IO_ERROR_NOT_REGULAR_FILE
 */
gboolean twin_plain_file_check (GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
