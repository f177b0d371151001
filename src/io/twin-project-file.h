/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "twin-project.h"

G_BEGIN_DECLS

/** The version of the format that this program writes; files of a newer one are refused. */
#define TWIN_PROJECT_VERSION 1
#define TWIN_PROJECT_FORMAT "inventory-twin"
#define TWIN_PROJECT_SUFFIX ".twin"
#define TWIN_PROJECT_MIME_TYPE "application/x-inventory-twin"

/**
 * twin_project_from_json:
 * @text: UTF-8, [length] bytes; -1: up to the NUL
 * @name: what error messages call it: a file name
 *
 * Every key is optional. The project returned is judged: an unknown key, a wrong type, a number
 * out of bounds, NaN or infinity, s ≥ S, a duplicate id are refused, in the sections of all models.
 * The baseline is put first, and in front of a list that lacks it; the other scenarios keep their
 * order. Of a scenario, keys, kinds of values and what is set are judged; whether its changes fit
 * the parameters is judged when it is run.
 *
 * @error: TWIN_ERROR, "NAME: path.of.key: value … allowed".
 */
TwinProject *twin_project_from_json (const char *text,
                                     gssize length,
                                     const char *name,
                                     GError **error);

/** The project as JSON with every parameter written, numbers with 17 significant digits where they
 *  need them, read back to the same bits. */
char *twin_project_to_json (const TwinProject *project);

/** Reads a file ("-": standard input). Files over 16 MiB are refused. */
TwinProject *twin_project_load (const char *path, GError **error);

/** Writes atomically and durably ("-": standard output): a crash or a full disk leaves the old file
 *  whole. A project that twin_project_load() would refuse is not written.
 *  @error: G_FILE_ERROR, naming the path; TWIN_ERROR as twin_project_from_json(). */
gboolean twin_project_save (const TwinProject *project, const char *path, GError **error);

G_END_DECLS
