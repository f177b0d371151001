/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "twin-project.h"

G_BEGIN_DECLS

/* Project files without blocking. The work is done in a thread that sees a file and a project of
 * its own and nothing else: the tasks have no source object, because the last reference to one
 * might then go in that thread. The callback's source object is NULL. */

void twin_project_load_async (GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/** @error: as twin_project_load(), or G_IO_ERROR, where that is no file that ends. */
TwinProject *twin_project_load_finish (GAsyncResult *result, GError **error);

/** Writes @project as it is now; see twin_project_save(). @expected (nullable): what the file says
 *  unless somebody else wrote it meanwhile. Then it is left alone, and the error is
 *  G_IO_ERROR_WRONG_ETAG. */
void twin_project_save_async (const TwinProject *project,
                              GFile *file,
                              const TwinProject *expected,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/** The project that was written (transfer full), or NULL. */
TwinProject *twin_project_save_finish (GAsyncResult *result, GError **error);

/** The file that a result of either is about. (transfer none) */
GFile *twin_project_async_get_file (GAsyncResult *result);

G_END_DECLS
