/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-csv-reader.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-error.h"
#include "twin-exact-number.h"
#include "twin-input-file.h"

#define MAX_LENGTH (64 << 20)
#define MAX_COLUMNS 1024

struct _TwinCsvTable
{
  char *name;      /* for messages */
  guint n_columns;
  GString *texts;  /* every cell, the header's first, each ended by NUL */
  GArray *cells;   /* guint32: where a cell begins in @texts, row by row */
  GArray *lines;   /* guint32: the line in the file that a row begins on, the header's first */
};

/* libcsv tells of cells and rows, but not of lines; so it is fed one line at a time. */
typedef struct
{
  TwinCsvTable *table;
  guint line;      /* that is being fed */
  guint row_line;  /* that the row began on; 0: none has begun */
  guint cell_line; /* that the last cell of the row ended on; 0: none has */
  guint n_cells;   /* of the row so far */
  GError *error;
} Reader;

static void
fail (Reader *reader,
      guint line,
      const char *what)
{
  if (reader->error == NULL)
    reader->error = twin_error_new (TWIN_ERROR_FORMAT, NULL, _("%s: line %u: %s"),
                                    reader->table->name, line, what);
}

static void
end_cell (void *text,
          size_t length,
          void *data)
{
  Reader *reader = data;
  TwinCsvTable *table = reader->table;
  guint32 begin = (guint32) table->texts->len;

  reader->cell_line = reader->line;
  if (++reader->n_cells > MAX_COLUMNS)
    {
      g_autofree char *what = g_strdup_printf (_("there are more than %d columns"), MAX_COLUMNS);
      fail (reader, reader->line, what);
      return;
    }
  g_string_append_len (table->texts, text, (gssize) length);
  g_string_append_c (table->texts, '\0');
  g_array_append_val (table->cells, begin);
}

/* Spreadsheets write semicolons where the comma is of numbers: then the header is one cell, and a
 * row with decimals seems to be too long. */
static void
check_separator (Reader *reader)
{
  const char *header = reader->table->texts->str;

  if (strchr (header, ';') != NULL)
    fail (reader, reader->row_line,
          _("semicolons stand between the columns; it has to be commas, and points in numbers"));
  else if (strchr (header, '\t') != NULL)
    fail (reader, reader->row_line,
          _("tabs stand between the columns; it has to be commas, and points in numbers"));
}

static void
end_row (int terminator,
         void *data)
{
  Reader *reader = data;
  TwinCsvTable *table = reader->table;
  guint32 line = reader->row_line;

  if (table->lines->len == 0)
    {
      table->n_columns = reader->n_cells;
      if (reader->n_cells == 1)
        check_separator (reader);
    }
  else if (reader->n_cells != table->n_columns)
    {
      g_autofree char *what = g_strdup_printf (
          _("number of cells in the row: %u; the header has %u"), reader->n_cells,
          table->n_columns);
      fail (reader, line, what);
    }
  g_array_append_val (table->lines, line);
  reader->row_line = reader->cell_line = reader->n_cells = 0;
}

/* Length of the line that begins at @text, its end (LF, CR LF or CR) included. */
static gsize
measure_line (const char *text,
              gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\n')
        return i + 1;
      if (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'))
        return i + 1;
    }
  return length;
}

static gboolean
is_blank (const char *text,
          gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr (" \t\r\n", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
feed (Reader *reader,
      struct csv_parser *parser,
      const char *text,
      gsize length)
{
  while (length > 0 && reader->error == NULL)
    {
      gsize n = measure_line (text, length);
      reader->line++;
      if (reader->row_line == 0 && !is_blank (text, n))
        reader->row_line = reader->line;
      if (csv_parse (parser, text, n, end_cell, end_row, reader) != n)
        fail (reader, reader->line,
              csv_error (parser) == CSV_EPARSE
                  ? _("a quote stands inside of a cell; such a cell has to be in quotes, with "
                      "every quote in it doubled")
                  : csv_strerror (csv_error (parser)));
      text += n;
      length -= n;
    }
  if (reader->error == NULL && csv_fini (parser, end_cell, end_row, reader) != 0)
    fail (reader, reader->cell_line > 0 ? reader->cell_line : reader->row_line,
          _("a quote that opens here is never closed"));
}

static gboolean
check_header (const TwinCsvTable *self,
              GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->lines->len == 0)
    {
      g_propagate_error (error, twin_error_new (TWIN_ERROR_FORMAT, NULL,
                                                _("%s: it is empty; a header is due"), self->name));
      return FALSE;
    }
  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *header = twin_csv_table_get_header (self, column);
      if (*header == '\0' || g_hash_table_add (seen, (gpointer) header))
        continue;
      g_propagate_error (error, twin_error_new (TWIN_ERROR_FORMAT, NULL,
                                                _("%s: line %u: there are two columns “%s”"),
                                                self->name, g_array_index (self->lines, guint32, 0),
                                                header));
      return FALSE;
    }
  return TRUE;
}

/* What libcsv would let pass. */
static gboolean
check_bytes (const char *text,
             gsize length,
             const char *name,
             GError **error)
{
  const char *bad;
  guint line = 1;

  if (length > MAX_LENGTH)
    {
      g_propagate_error (error, twin_error_new (TWIN_ERROR_TOO_LARGE, NULL,
                                                _("%s: more than %d MiB are not read"), name,
                                                MAX_LENGTH >> 20));
      return FALSE;
    }
  /* Stops at a NUL byte, too. */
  if (g_utf8_validate_len (text, length, &bad))
    return TRUE;
  for (const char *at = text; at < bad; at++)
    line += *at == '\n';
  g_propagate_error (error, twin_error_new (TWIN_ERROR_FORMAT, NULL,
                                            *bad == '\0' ? _("%s: line %u: there is a NUL byte")
                                                         : _("%s: line %u: it is not in UTF-8"),
                                            name, line));
  return FALSE;
}

TwinCsvTable *
twin_csv_table_parse (const char *text,
                      gsize length,
                      const char *name,
                      GError **error)
{
  g_autoptr (TwinCsvTable) self = g_new0 (TwinCsvTable, 1);
  Reader reader = { .table = self };
  struct csv_parser parser;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  self->name = g_strdup (name);
  self->texts = g_string_sized_new (length + 1);
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!check_bytes (text, length, name, error))
    return NULL;
  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_blk_size (&parser, 4096);
  feed (&reader, &parser, text, length);
  csv_free (&parser);
  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }
  return check_header (self, error) ? g_steal_pointer (&self) : NULL;
}

TwinCsvTable *
twin_csv_table_load (const char *path,
                     GError **error)
{
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  g_autofree char *text = twin_input_file_read (path, MAX_LENGTH, &length, error);
  if (text == NULL)
    return NULL;
  g_autofree char *name = twin_input_file_get_name (path);
  return twin_csv_table_parse (text, length, name, error);
}

void
twin_csv_table_free (TwinCsvTable *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_string_free (self->texts, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->lines);
  g_free (self);
}

guint
twin_csv_table_get_n_columns (const TwinCsvTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

gsize
twin_csv_table_get_n_rows (const TwinCsvTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len - 1;
}

static const char *
get_cell (const TwinCsvTable *self,
          gsize line,
          guint column)
{
  return self->texts->str + g_array_index (self->cells, guint32, line * self->n_columns + column);
}

const char *
twin_csv_table_get_header (const TwinCsvTable *self,
                           guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);

  return get_cell (self, 0, column);
}

int
twin_csv_table_find_column (const TwinCsvTable *self,
                            const char *header)
{
  g_return_val_if_fail (self != NULL && header != NULL, -1);

  for (guint column = 0; column < self->n_columns; column++)
    if (g_str_equal (twin_csv_table_get_header (self, column), header))
      return (int) column;
  return -1;
}

const char *
twin_csv_table_get_text (const TwinCsvTable *self,
                         gsize row,
                         guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);
  g_return_val_if_fail (row < twin_csv_table_get_n_rows (self), NULL);

  return get_cell (self, row + 1, column);
}

guint
twin_csv_table_get_line (const TwinCsvTable *self,
                         gsize row)
{
  g_return_val_if_fail (self != NULL && row < twin_csv_table_get_n_rows (self), 0);

  return g_array_index (self->lines, guint32, row + 1);
}

gboolean
twin_csv_table_get_number (const TwinCsvTable *self,
                           gsize row,
                           guint column,
                           double *value,
                           GError **error)
{
  const char *text = twin_csv_table_get_text (self, row, column);

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  if (twin_exact_number_parse (text, value) && isfinite (*value))
    return TRUE;
  g_propagate_error (error, twin_error_new (TWIN_ERROR_FORMAT, NULL,
                                            _("%s: line %u, column “%s”: “%s” is not a number"),
                                            self->name,
                                            twin_csv_table_get_line (self, row),
                                            twin_csv_table_get_header (self, column), text));
  return FALSE;
}
