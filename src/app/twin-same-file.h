/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * twin_same_file_find_async:
 * @file: a file
 * @others: GFile, the ones to look among
 *
 * Which of @others is the same file as @file, by whatever path or link each is reached? Files that
 * are not there are the same where their names are.
 *
 * @callback gets @user_data and the result for twin_same_file_find_finish().
 */
void twin_same_file_find_async (GFile *file,
                                GPtrArray *others,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/** (transfer full) The one of the others; NULL: none is. */
GFile *twin_same_file_find_finish (GAsyncResult *result);

G_END_DECLS
