/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-cli-table.h"

#include <string.h>

#define GAP 2
#define BOLD "\033[1m"
#define PLAIN "\033[0m"

struct _TwinCliTable
{
  char *alignment;
  guint n_columns;
  GPtrArray *header; /* char *, or NULL */
  GPtrArray *rows;   /* GPtrArray of char * */
};

TwinCliTable *
twin_cli_table_new (const char *alignment)
{
  TwinCliTable *self = g_new0 (TwinCliTable, 1);

  self->alignment = g_strdup (alignment);
  self->n_columns = strlen (alignment);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
twin_cli_table_free (TwinCliTable *self)
{
  g_clear_pointer (&self->header, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->alignment);
  g_free (self);
}

void
twin_cli_table_set_header (TwinCliTable *self,
                           const char *const *cells)
{
  g_return_if_fail (self->header == NULL);

  self->header = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->header, g_strdup (cells[i]));
}

void
twin_cli_table_begin_row (TwinCliTable *self)
{
  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

void
twin_cli_table_take (TwinCliTable *self,
                     char *text)
{
  GPtrArray *row;

  g_return_if_fail (self->rows->len > 0);

  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  g_return_if_fail (row->len < self->n_columns);
  g_ptr_array_add (row, text);
}

void
twin_cli_table_add (TwinCliTable *self,
                    const char *text)
{
  twin_cli_table_take (self, g_strdup (text));
}

/* Columns of a terminal: East Asian characters take two, combining ones none. */
static guint
display_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

static const char *
get_cell (const GPtrArray *row,
          guint column)
{
  return row != NULL && column < row->len ? g_ptr_array_index (row, column) : "";
}

static guint
column_width (const TwinCliTable *self,
              guint column)
{
  guint width = display_width (get_cell (self->header, column));

  for (guint i = 0; i < self->rows->len; i++)
    width = MAX (width, display_width (get_cell (g_ptr_array_index (self->rows, i), column)));
  return width;
}

static void
append_spaces (GString *text,
               guint n)
{
  g_string_append_printf (text, "%*s", (int) n, "");
}

/* No spaces at the end of a line. */
static void
append_row (const TwinCliTable *self,
            const GPtrArray *row,
            const guint *widths,
            guint indent,
            GString *text)
{
  guint pending = indent;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *cell = get_cell (row, column);
      guint padding = widths[column] - display_width (cell);

      if (self->alignment[column] == 'r')
        pending += padding;
      if (*cell != '\0')
        {
          append_spaces (text, pending);
          g_string_append (text, cell);
          pending = 0;
        }
      if (self->alignment[column] != 'r')
        pending += padding;
      pending += GAP;
    }
}

void
twin_cli_table_print (const TwinCliTable *self,
                      GString *text,
                      guint indent,
                      gboolean bold)
{
  g_autofree guint *widths = g_new (guint, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    widths[column] = column_width (self, column);

  if (self->header != NULL)
    {
      g_string_append (text, bold ? BOLD : "");
      append_row (self, self->header, widths, indent, text);
      g_string_append (text, bold ? PLAIN "\n" : "\n");
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      append_row (self, g_ptr_array_index (self->rows, i), widths, indent, text);
      g_string_append_c (text, '\n');
    }
}
