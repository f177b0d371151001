/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-csv-writer.h"

#include <csv.h>
#include <math.h>
#include <string.h>

#include "twin-exact-number.h"
#include "twin-output-file.h"

#define BLOCK_SIZE (64 * 1024)

struct _TwinCsvWriter
{
  TwinOutputFile *file; /* NULL: @buffer is the caller's string */
  GString *buffer;
  GCancellable *cancellable; /* or NULL */
  gboolean row_begun;
  GError *error; /* the first one; nothing is written after it */
};

TwinCsvWriter *
twin_csv_writer_new (const char *path,
                     GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  TwinOutputFile *file = twin_output_file_new (path, error);
  if (file == NULL)
    return NULL;

  TwinCsvWriter *self = g_new0 (TwinCsvWriter, 1);
  self->file = file;
  self->buffer = g_string_sized_new (BLOCK_SIZE + 1024);
  return self;
}

TwinCsvWriter *
twin_csv_writer_new_for_string (GString *string)
{
  g_return_val_if_fail (string != NULL, NULL);

  TwinCsvWriter *self = g_new0 (TwinCsvWriter, 1);
  self->buffer = string;
  return self;
}

static void
flush (TwinCsvWriter *self)
{
  if (self->file == NULL)
    return;
  if (self->error == NULL
      && !g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    twin_output_file_write (self->file, self->buffer->str, self->buffer->len, &self->error);
  g_string_truncate (self->buffer, 0);
}

void
twin_csv_writer_set_cancellable (TwinCsvWriter *self,
                                 GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->cancellable, cancellable);
}

static void
begin_cell (TwinCsvWriter *self)
{
  if (self->row_begun)
    g_string_append_c (self->buffer, ',');
  self->row_begun = TRUE;
}

/* Readers take space at either end away, and a row of nothing for no row. */
static gboolean
needs_quotes (const char *text,
              gsize length)
{
  return length == 0 || strpbrk (text, ",\"\r\n") != NULL || g_ascii_isspace (text[0]) ||
         g_ascii_isspace (text[length - 1]);
}

static void
append_quoted (GString *buffer,
               const char *text,
               gsize length)
{
  gsize old_length = buffer->len;
  gsize needed = csv_write (NULL, 0, text, length);

  g_string_set_size (buffer, old_length + needed);
  csv_write (buffer->str + old_length, needed, text, length);
}

void
twin_csv_writer_add_text (TwinCsvWriter *self,
                          const char *text)
{
  g_autofree char *changed = NULL;

  g_return_if_fail (self != NULL && text != NULL);

  if (!g_utf8_validate (text, -1, NULL))
    text = changed = g_utf8_make_valid (text, -1);
  /* A spreadsheet would run it. */
  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    {
      char *harmless = g_strconcat ("'", text, NULL);
      g_free (changed);
      text = changed = harmless;
    }

  gsize length = strlen (text);
  begin_cell (self);
  if (needs_quotes (text, length))
    append_quoted (self->buffer, text, length);
  else
    g_string_append_len (self->buffer, text, (gssize) length);
}

void
twin_csv_writer_add_number (TwinCsvWriter *self,
                            double value)
{
  char digits[TWIN_EXACT_NUMBER_SIZE];

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (!isnan (value))
    g_string_append (self->buffer, twin_exact_number_format (value, digits));
}

gboolean
twin_csv_writer_end_row (TwinCsvWriter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_string_append (self->buffer, "\r\n");
  self->row_begun = FALSE;
  if (self->buffer->len >= BLOCK_SIZE)
    flush (self);
  return self->error == NULL;
}

gboolean
twin_csv_writer_close (TwinCsvWriter *self,
                       GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->file == NULL)
    return TRUE;
  flush (self);
  if (self->error == NULL)
    twin_output_file_close (self->file, &self->error);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

void
twin_csv_writer_free (TwinCsvWriter *self)
{
  if (self == NULL)
    return;
  if (self->file != NULL)
    {
      twin_output_file_free (self->file);
      g_string_free (self->buffer, TRUE);
    }
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self);
}
