/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-json-writer.h"

#include <math.h>
#include <string.h>

#include "twin-exact-number.h"

typedef struct
{
  TwinJsonLayout layout;
  gboolean has_values;
} Level;

struct _TwinJsonWriter
{
  GString *text;
  GArray *levels; /* Level: the objects and arrays that are open */
};

TwinJsonWriter *
twin_json_writer_new (void)
{
  TwinJsonWriter *self = g_new0 (TwinJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  return self;
}

void
twin_json_writer_free (TwinJsonWriter *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->levels);
  g_free (self);
}

char *
twin_json_writer_finish (TwinJsonWriter *self)
{
  g_return_val_if_fail (self != NULL && self->levels->len == 0, NULL);

  g_string_append_c (self->text, '\n');
  char *text = g_string_free (g_steal_pointer (&self->text), FALSE);
  g_array_unref (self->levels);
  g_free (self);
  return text;
}

static Level *
get_level (TwinJsonWriter *self)
{
  return self->levels->len > 0 ? &g_array_index (self->levels, Level, self->levels->len - 1) : NULL;
}

static void
break_line (TwinJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->levels->len; i++)
    g_string_append (self->text, "  ");
}

/* json-glib's own escaping forgets U+001F. */
static void
append_quoted (TwinJsonWriter *self,
               const char *text)
{
  static const char letters[] = "\"\\bfnrt";
  static const char meanings[] = "\"\\\b\f\n\r\t";

  g_string_append_c (self->text, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      const char *found = strchr (meanings, *at);
      if (found != NULL)
        g_string_append_printf (self->text, "\\%c", letters[found - meanings]);
      else if ((guchar) *at < 0x20 || *at == 0x7F)
        g_string_append_printf (self->text, "\\u%04x", (guint) *at);
      else
        g_string_append_c (self->text, *at);
    }
  g_string_append_c (self->text, '"');
}

static void
begin_value (TwinJsonWriter *self,
             const char *name)
{
  Level *level = get_level (self);

  if (level != NULL)
    {
      if (level->has_values)
        g_string_append_c (self->text, ',');
      if (level->layout == TWIN_JSON_BLOCK)
        break_line (self);
      else if (level->has_values)
        g_string_append_c (self->text, ' ');
      level->has_values = TRUE;
    }
  if (name != NULL)
    {
      append_quoted (self, name);
      g_string_append (self->text, ": ");
    }
}

static void
begin_level (TwinJsonWriter *self,
             const char *name,
             TwinJsonLayout layout,
             char sign)
{
  const Level *parent = get_level (self);
  Level level = { layout, FALSE };

  if (parent != NULL && parent->layout == TWIN_JSON_INLINE)
    level.layout = TWIN_JSON_INLINE;
  begin_value (self, name);
  g_string_append_c (self->text, sign);
  g_array_append_val (self->levels, level);
}

static void
end_level (TwinJsonWriter *self,
           char sign)
{
  g_return_if_fail (self != NULL && self->levels->len > 0);

  Level level = *get_level (self);
  g_array_set_size (self->levels, self->levels->len - 1);
  if (level.has_values && level.layout == TWIN_JSON_BLOCK)
    break_line (self);
  g_string_append_c (self->text, sign);
}

void
twin_json_writer_begin_object (TwinJsonWriter *self,
                               const char *name,
                               TwinJsonLayout layout)
{
  g_return_if_fail (self != NULL);

  begin_level (self, name, layout, '{');
}

void
twin_json_writer_end_object (TwinJsonWriter *self)
{
  end_level (self, '}');
}

void
twin_json_writer_begin_array (TwinJsonWriter *self,
                              const char *name,
                              TwinJsonLayout layout)
{
  g_return_if_fail (self != NULL);

  begin_level (self, name, layout, '[');
}

void
twin_json_writer_end_array (TwinJsonWriter *self)
{
  end_level (self, ']');
}

void
twin_json_writer_add_number (TwinJsonWriter *self,
                             const char *name,
                             double value)
{
  char digits[TWIN_EXACT_NUMBER_SIZE];

  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append (self->text,
                   isfinite (value) ? twin_exact_number_format (value, digits) : "null");
}

void
twin_json_writer_add_integer (TwinJsonWriter *self,
                              const char *name,
                              guint64 value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GUINT64_FORMAT, value);
}

void
twin_json_writer_add_boolean (TwinJsonWriter *self,
                              const char *name,
                              gboolean value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

void
twin_json_writer_add_text (TwinJsonWriter *self,
                           const char *name,
                           const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  begin_value (self, name);
  append_quoted (self, text);
}

void
twin_json_writer_add_null (TwinJsonWriter *self,
                           const char *name)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append (self->text, "null");
}
