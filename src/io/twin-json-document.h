/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TwinJsonDocument:
 *
 * JSON text, read strictly by RFC 8259: json-glib's tree, and the digits of every number.
 *
 * json-glib 1.6 takes in silence what must not pass here: comments, hexadecimal and octal numbers,
 * text after the end, an object with the same member twice (the last wins), and whole numbers
 * beyond 2⁶³, which it wraps. It also recurses without bound. So the text is judged before it gets
 * there, and numbers are read from their own digits.
 *
 * The path of a value joins the names and numbers that lead to it with dots:
 * "scenarios.0.changes.demand_rate.multiply".
 */
typedef struct _TwinJsonDocument TwinJsonDocument;

/** @name: what messages call it. @error: TWIN_ERROR_FORMAT, naming file, line and, where there is
 *  one, the path; TWIN_ERROR_TOO_LARGE for more values than a project can hold. */
TwinJsonDocument *twin_json_document_parse (const char *text,
                                            gsize length,
                                            const char *name,
                                            GError **error);
void twin_json_document_free (TwinJsonDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinJsonDocument, twin_json_document_free)

const char *twin_json_document_get_name (const TwinJsonDocument *self);
/** (transfer none) */
JsonNode *twin_json_document_get_root (const TwinJsonDocument *self);
/** The digits of the number at @path as they stand in the text; NULL where there is no number. */
const char *twin_json_document_get_digits (const TwinJsonDocument *self, const char *path);

G_END_DECLS
