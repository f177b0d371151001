/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-model-type.h"

G_BEGIN_DECLS

/** A table of the manual, in Markdown, made from the tables in the program. @name: "parameters",
 *  "metrics", "nodes", "scenarios", "search", "assumptions" or "reference". NULL: there is no such
 *  table. */
char *manual_table_new (const TwinModelType *type, const char *name);

/** @text with what stands between each "<!-- table: TYPE NAME -->" and "<!-- end of table -->"
 *  made anew. @error: TWIN_ERROR_UNKNOWN_KEY for a table that nobody knows. */
char *manual_update (const char *text, GError **error);

G_END_DECLS
