/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TwinJsonWriter:
 *
 * Writes JSON value by value: members in the order given, two spaces of indentation, numbers in
 * the fewest digits that read back to the same bits. (json-glib's generator writes 0.1 as
 * 0.10000000000000001, has no number between 2⁶³ and 2⁶⁴, and leaves U+001F bare.)
 *
 * @name is the member's name; NULL in an array and for the outermost value.
 */
typedef struct _TwinJsonWriter TwinJsonWriter;

/** How an object or array is laid out. */
typedef enum
{
  TWIN_JSON_BLOCK, /* each value on a line of its own */
  TWIN_JSON_INLINE /* all on one line, and so is what is in it */
} TwinJsonLayout;

TwinJsonWriter *twin_json_writer_new (void);
void twin_json_writer_free (TwinJsonWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinJsonWriter, twin_json_writer_free)
/** The text, with a newline at its end; frees the writer. */
char *twin_json_writer_finish (TwinJsonWriter *self);

void twin_json_writer_begin_object (TwinJsonWriter *self, const char *name, TwinJsonLayout layout);
void twin_json_writer_end_object (TwinJsonWriter *self);
void twin_json_writer_begin_array (TwinJsonWriter *self, const char *name, TwinJsonLayout layout);
void twin_json_writer_end_array (TwinJsonWriter *self);

/** NaN and infinity, which JSON does not have, are null. */
void twin_json_writer_add_number (TwinJsonWriter *self, const char *name, double value);
void twin_json_writer_add_integer (TwinJsonWriter *self, const char *name, guint64 value);
void twin_json_writer_add_boolean (TwinJsonWriter *self, const char *name, gboolean value);
void twin_json_writer_add_text (TwinJsonWriter *self, const char *name, const char *text);
void twin_json_writer_add_null (TwinJsonWriter *self, const char *name);

G_END_DECLS
