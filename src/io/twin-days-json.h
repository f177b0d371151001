/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-json-value.h"
#include "twin-json-writer.h"

G_BEGIN_DECLS

/* Days of a run: [30, 31, 32] in files, "30,31,32" in the program. */

/** @path: of the list. Whole numbers, ascending.
 *  @error: as twin_project_from_json(). (transfer full) */
char *twin_days_read_json (const TwinJsonDocument *document,
                           JsonNode *node,
                           const char *path,
                           GError **error);

void twin_days_write_json (const char *days, TwinJsonWriter *writer, const char *name);

G_END_DECLS
