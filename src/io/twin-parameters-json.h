/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-json-value.h"
#include "twin-json-writer.h"
#include "twin-parameters.h"

G_BEGIN_DECLS

/* A model's section of a project file, made from its table of parameters: dots in keys become
 * nested objects, lists arrays, choices their names. */

/** Sets what @node holds; what it leaves out stays, and a list gets the items that the file has.
 *  Keys and kinds of values are judged, and that no two items of a list have the same id.
 *  @path: of the section, such as "warehouse". @error: as twin_project_from_json(). */
gboolean twin_parameters_read_json (TwinParameters *self,
                                    const TwinJsonDocument *document,
                                    JsonNode *node,
                                    const char *path,
                                    GError **error);

/** Bounds, orderings and the type's own rules; @path as above. */
gboolean twin_parameters_check_json (const TwinParameters *self,
                                     const TwinJsonDocument *document,
                                     const char *path,
                                     GError **error);

/** Writes every parameter as an object, in the order of the table, the relevant and the others. */
void twin_parameters_write_json (const TwinParameters *self,
                                 TwinJsonWriter *writer,
                                 const char *name);

G_END_DECLS
