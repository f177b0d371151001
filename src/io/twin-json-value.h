/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-error.h"
#include "twin-json-document.h"

G_BEGIN_DECLS

/* Values of a TwinJsonDocument as what they have to be. Each takes the value's path, and refuses
 * what it is not with a TWIN_ERROR whose key is that path: "FILE: path: … is not allowed; it must
 * be …". */

/** Always FALSE, with "FILE: @path: " before the message; @path may be "". */
gboolean twin_json_fail (const TwinJsonDocument *document,
                         const char *path,
                         TwinError code,
                         GError **error,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);

/** Always FALSE, passing on what the engine said about one of its own keys.
 *  @reason: (transfer full) */
gboolean twin_json_fail_because (const TwinJsonDocument *document,
                                 const char *path,
                                 GError *reason,
                                 GError **error);

/** Always FALSE: the value is not what is @allowed, such as "a number from 0 to 1". */
gboolean twin_json_fail_value (const TwinJsonDocument *document,
                               JsonNode *node,
                               const char *path,
                               TwinError code,
                               const char *allowed,
                               GError **error);

/** Likewise, with TWIN_ERROR_WRONG_TYPE. */
gboolean twin_json_fail_type (const TwinJsonDocument *document,
                              JsonNode *node,
                              const char *path,
                              const char *allowed,
                              GError **error);

gboolean twin_json_is_number (JsonNode *node);
gboolean twin_json_is_text (JsonNode *node);
gboolean twin_json_is_boolean (JsonNode *node);

/** The double that is nearest to the digits in the file. The value has to be a number. */
double twin_json_get_number (const TwinJsonDocument *document, const char *path);

/** A whole number from @lower to @upper, exactly. */
gboolean twin_json_get_integer (const TwinJsonDocument *document,
                                JsonNode *node,
                                const char *path,
                                guint64 lower,
                                guint64 upper,
                                guint64 *value,
                                GError **error);

/** @members: (nullable): NULL-terminated; a member that is none of them is refused.
 *  (transfer none) */
JsonObject *twin_json_get_object (const TwinJsonDocument *document,
                                  JsonNode *node,
                                  const char *path,
                                  const char *const *members,
                                  GError **error);

/** (transfer none) */
JsonArray *twin_json_get_array (const TwinJsonDocument *document,
                                JsonNode *node,
                                const char *path,
                                GError **error);

/** @path and one more step; @path may be "". */
char *twin_json_join_path (const char *path, const char *step);

G_END_DECLS
