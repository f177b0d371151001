/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-parameters-json.h"

#include "twin-days-json.h"
#include "twin-parameter-key.h"

static void write_value (const TwinParameters *self,
                         TwinJsonWriter *writer,
                         const char *name,
                         const char *key);

/* The numbers of a split parameter: [300, 120] */
static void
write_each (const TwinParameters *self,
            const TwinParameter *row,
            TwinJsonWriter *writer,
            const char *name,
            const char *key)
{
  guint n = twin_parameters_get_n_items (self, row->per);

  twin_json_writer_begin_array (writer, name, TWIN_JSON_INLINE);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *each = g_strdup_printf ("%s.%u", key, i);
      twin_json_writer_add_number (writer, NULL, twin_parameters_get_number (self, each));
    }
  twin_json_writer_end_array (writer);
}

static void
write_leaf (const TwinParameters *self,
            TwinJsonWriter *writer,
            const char *name,
            const TwinParameter *row,
            const char *key)
{
  switch (row->type)
    {
    case TWIN_PARAMETER_TEXT:
      twin_json_writer_add_text (writer, name, twin_parameters_get_text (self, key));
      break;
    case TWIN_PARAMETER_DAYS:
      twin_days_write_json (twin_parameters_get_text (self, key), writer, name);
      break;
    case TWIN_PARAMETER_CHOICE:
      {
        g_autofree char *choice = twin_parameters_dup_string (self, key);
        twin_json_writer_add_text (writer, name, choice);
        break;
      }
    case TWIN_PARAMETER_BOOLEAN:
      twin_json_writer_add_boolean (writer, name, twin_parameters_get_number (self, key) != 0);
      break;
    case TWIN_PARAMETER_REAL:
    case TWIN_PARAMETER_WHOLE:
    default:
      if (twin_parameters_is_split (self, key))
        write_each (self, row, writer, name, key);
      else
        twin_json_writer_add_number (writer, name, twin_parameters_get_number (self, key));
      break;
    }
}

/* Every step once, where the table first names it. */
static void
write_members (const TwinParameters *self,
               TwinJsonWriter *writer,
               const char *key)
{
  const TwinModelType *type = twin_parameters_get_model_type (self);
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < type->n_parameters; i++)
    {
      char *step = twin_parameter_key_get_next_step (type->parameters[i].key, key);
      if (step == NULL || !g_hash_table_add (written, step))
        continue;
      g_autofree char *member_key = twin_json_join_path (key, step);
      write_value (self, writer, step, member_key);
    }
}

static void
write_value (const TwinParameters *self,
             TwinJsonWriter *writer,
             const char *name,
             const char *key)
{
  const TwinModelType *type = twin_parameters_get_model_type (self);
  const TwinParameter *row = NULL;

  if (twin_parameter_key_find_list (type, key) != NULL)
    {
      guint n = twin_parameters_get_n_items (self, key);
      twin_json_writer_begin_array (writer, name, TWIN_JSON_BLOCK);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *item_key = g_strdup_printf ("%s.%u", key, i);
          write_value (self, writer, NULL, item_key);
        }
      twin_json_writer_end_array (writer);
    }
  else if (twin_parameter_key_look_up (type, key, &row) == TWIN_PARAMETER_KEY_LEAF)
    write_leaf (self, writer, name, row, key);
  else
    {
      twin_json_writer_begin_object (writer, name, TWIN_JSON_BLOCK);
      write_members (self, writer, key);
      twin_json_writer_end_object (writer);
    }
}

void
twin_parameters_write_json (const TwinParameters *self,
                            TwinJsonWriter *writer,
                            const char *name)
{
  g_return_if_fail (self != NULL && writer != NULL);

  write_value (self, writer, name, "");
}
