/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-scenario-json.h"

#include <glib/gi18n-lib.h>

#include "twin-days-json.h"
#include "twin-parameter.h"
#include "twin-parameter-key.h"

static const TwinChangeOperation operations[] = { TWIN_CHANGE_SET, TWIN_CHANGE_ADD,
                                                  TWIN_CHANGE_MULTIPLY };

typedef struct
{
  TwinScenario *scenario;
  const TwinParameters *base;
  const TwinModelType *type;
  const TwinJsonDocument *document;
} Reader;

static const TwinParameter *
find_parameter (const TwinModelType *type,
                const char *key)
{
  const TwinParameter *row = NULL;

  return twin_parameter_key_look_up (type, key, &row) == TWIN_PARAMETER_KEY_LEAF ? row : NULL;
}

static gboolean
fail_unknown_key (const Reader *reader,
                  const char *key,
                  const char *path,
                  GError **error)
{
  GError *reason = NULL;

  /* It knows what was probably meant. */
  if (twin_parameters_find (reader->base, key, &reason) == NULL)
    return twin_json_fail_because (reader->document, path, reason, error);
  return twin_json_fail (reader->document, path, TWIN_ERROR_UNKNOWN_KEY, error,
                         _("no such parameter"));
}

/* Judges the change by itself. What comes of "add" and "multiply", and whether a value goes with
 * the others, depends on the base, which is edited later: a scenario that does not fit any more
 * must not keep its project from being saved. That is told when it is run. */
static gboolean
check_value (const Reader *reader,
             const TwinParameter *row,
             TwinChangeOperation operation,
             JsonNode *value,
             const char *path,
             GError **error)
{
  gboolean is_real = row->type == TWIN_PARAMETER_REAL || row->type == TWIN_PARAMETER_WHOLE;
  gboolean is_boolean = row->type == TWIN_PARAMETER_BOOLEAN;
  gboolean is_number = twin_json_is_number (value);
  gboolean right_kind = is_real      ? is_number
                        : is_boolean ? twin_json_is_boolean (value)
                                     : is_number || twin_json_is_text (value);
  gboolean allowed = right_kind;

  if (operation != TWIN_CHANGE_SET && !is_real)
    return twin_json_fail (reader->document, path, TWIN_ERROR_WRONG_TYPE, error,
                           _("it is not a number and can only be “set”"));
  if (operation != TWIN_CHANGE_SET)
    return is_number || twin_json_fail_type (reader->document, value, path, _("a number"), error);
  if (row->type == TWIN_PARAMETER_DAYS)
    return TRUE; /* judged as it is read */

  if (right_kind && is_number)
    allowed = twin_parameter_allows_number (row, twin_json_get_number (reader->document, path));
  else if (right_kind && !is_boolean)
    allowed = twin_parameter_allows_text (row, json_node_get_string (value));
  if (allowed)
    return TRUE;

  g_autofree char *description = twin_parameter_describe_allowed (row);
  return twin_json_fail_value (reader->document, value, path,
                               right_kind ? TWIN_ERROR_OUT_OF_BOUNDS : TWIN_ERROR_WRONG_TYPE,
                               description, error);
}

static gboolean
read_value (const Reader *reader,
            const char *key,
            const TwinParameter *row,
            TwinChangeOperation operation,
            JsonNode *value,
            const char *path,
            GError **error)
{
  const char *text = NULL;
  g_autofree char *days = NULL;
  double number = 0;

  if (!check_value (reader, row, operation, value, path, error))
    return FALSE;
  if (row->type == TWIN_PARAMETER_DAYS)
    {
      text = days = twin_days_read_json (reader->document, value, path, error);
      if (text == NULL)
        return FALSE;
    }
  else if (twin_json_is_text (value))
    text = json_node_get_string (value);
  else if (twin_json_is_boolean (value))
    number = json_node_get_boolean (value);
  else
    number = twin_json_get_number (reader->document, path);
  twin_scenario_add_change (reader->scenario, key, operation, number, text);
  return TRUE;
}

static const char *
read_key (const Reader *reader,
          JsonObject *object,
          const char *path,
          GError **error)
{
  JsonNode *node = json_object_get_member (object, "key");
  g_autofree char *key_path = twin_json_join_path (path, "key");

  if (node != NULL && twin_json_is_text (node))
    return json_node_get_string (node);
  if (node != NULL)
    twin_json_fail_type (reader->document, node, key_path, _("the key of a parameter"), error);
  else
    twin_json_fail (reader->document, key_path, TWIN_ERROR_WRONG_TYPE, error,
                    _("it is missing; it must be the key of a parameter"));
  return NULL;
}

/* {"multiply": 1.3}, and where the key is not said before also "key". */
static gboolean
read_change (const Reader *reader,
             const char *key,
             JsonNode *node,
             const char *path,
             GError **error)
{
  static const char *const members[] = { "set", "add", "multiply", "key", NULL };
  static const char *const members_without_key[] = { "set", "add", "multiply", NULL };
  JsonObject *object = twin_json_get_object (reader->document, node, path,
                                             key != NULL ? members_without_key : members, error);

  if (object == NULL)
    return FALSE;
  if (key == NULL && (key = read_key (reader, object, path, error)) == NULL)
    return FALSE;
  const TwinParameter *row = find_parameter (reader->type, key);
  if (row == NULL)
    return fail_unknown_key (reader, key, path, error);

  guint n_operations = json_object_get_size (object) - json_object_has_member (object, "key");
  if (n_operations != 1)
    return twin_json_fail (reader->document, path, TWIN_ERROR_CONFLICT, error,
                           _("a change has one of “set”, “add” and “multiply”"));
  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      const char *name = twin_change_operation_to_name (operations[i]);
      JsonNode *value = json_object_get_member (object, name);
      g_autofree char *value_path = twin_json_join_path (path, name);
      if (value != NULL)
        return read_value (reader, key, row, operations[i], value, value_path, error);
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
read_changes (const Reader *reader,
              JsonNode *node,
              const char *path,
              GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *change;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *change_path = g_strdup_printf ("%s.%u", path, i);
          if (!read_change (reader, NULL, json_array_get_element (array, i), change_path, error))
            return FALSE;
        }
      return TRUE;
    }

  JsonObject *object = twin_json_get_object (reader->document, node, path, NULL, error);
  if (object == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &change))
    {
      g_autofree char *change_path = twin_json_join_path (path, key);
      if (!read_change (reader, key, change, change_path, error))
        return FALSE;
    }
  return TRUE;
}

/* A member of a scenario that is a text; NULL without an error where there is none. */
static gboolean
read_text (const TwinJsonDocument *document,
           JsonObject *object,
           const char *member,
           const char *path,
           const char **text,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autofree char *member_path = twin_json_join_path (path, member);

  *text = NULL;
  if (node == NULL)
    return TRUE;
  if (!twin_json_is_text (node))
    return twin_json_fail_type (document, node, member_path, _("a text"), error);
  *text = json_node_get_string (node);
  return TRUE;
}

static char *
dup_default_title (const TwinModelType *type,
                   const char *name)
{
  for (guint i = 0; i < type->n_presets; i++)
    if (g_str_equal (type->presets[i].name, name))
      {
        g_autoptr (TwinScenario) preset = twin_scenario_new_from_preset (&type->presets[i]);
        return g_strdup (preset->title);
      }
  return g_strdup (name);
}

TwinScenario *
twin_scenario_read_json (const TwinParameters *base,
                         const TwinJsonDocument *document,
                         JsonNode *node,
                         const char *path,
                         GError **error)
{
  static const char *const members[] = { "name", "title", "changes", NULL };
  const TwinModelType *type = twin_parameters_get_model_type (base);
  const char *name, *title;

  JsonObject *object = twin_json_get_object (document, node, path, members, error);
  if (object == NULL || !read_text (document, object, "name", path, &name, error) ||
      !read_text (document, object, "title", path, &title, error))
    return NULL;
  if (name == NULL || *name == '\0')
    {
      g_autofree char *name_path = twin_json_join_path (path, "name");
      twin_json_fail (document, name_path, TWIN_ERROR_WRONG_TYPE, error,
                      _("it is missing; it must be a text that is not empty"));
      return NULL;
    }

  g_autofree char *default_title = dup_default_title (type, name);
  g_autoptr (TwinScenario) self = twin_scenario_new (name, title != NULL ? title : default_title);
  Reader reader = { self, base, type, document };
  JsonNode *changes = json_object_get_member (object, "changes");
  g_autofree char *changes_path = twin_json_join_path (path, "changes");
  if (changes != NULL && !read_changes (&reader, changes, changes_path, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
changes_a_key_twice (const TwinScenario *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->changes->len; i++)
    if (!g_hash_table_add (seen, g_array_index (self->changes, TwinChange, i).key))
      return TRUE;
  return FALSE;
}

static void
write_change (const TwinChange *change,
              const TwinModelType *type,
              TwinJsonWriter *writer)
{
  const char *name = twin_change_operation_to_name (change->operation);
  const TwinParameter *row = find_parameter (type, change->key);

  if (change->text != NULL && row != NULL && row->type == TWIN_PARAMETER_DAYS)
    twin_days_write_json (change->text, writer, name);
  else if (change->text != NULL)
    twin_json_writer_add_text (writer, name, change->text);
  else if (row != NULL && row->type == TWIN_PARAMETER_BOOLEAN)
    twin_json_writer_add_boolean (writer, name, change->value != 0);
  else
    twin_json_writer_add_number (writer, name, change->value);
}

void
twin_scenario_write_json (const TwinScenario *self,
                          const TwinModelType *type,
                          TwinJsonWriter *writer)
{
  g_return_if_fail (self != NULL && type != NULL && writer != NULL);

  gboolean as_list = changes_a_key_twice (self);
  g_autofree char *default_title = dup_default_title (type, self->name);
  twin_json_writer_begin_object (writer, NULL, TWIN_JSON_BLOCK);
  twin_json_writer_add_text (writer, "name", self->name);
  /* A title of the program's own is left to it, so that it is in its reader's language. */
  if (!g_str_equal (self->title, default_title))
    twin_json_writer_add_text (writer, "title", self->title);
  if (as_list)
    twin_json_writer_begin_array (writer, "changes", TWIN_JSON_BLOCK);
  else
    twin_json_writer_begin_object (writer, "changes", TWIN_JSON_BLOCK);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const TwinChange *change = &g_array_index (self->changes, TwinChange, i);
      twin_json_writer_begin_object (writer, as_list ? NULL : change->key, TWIN_JSON_INLINE);
      if (as_list)
        twin_json_writer_add_text (writer, "key", change->key);
      write_change (change, type, writer);
      twin_json_writer_end_object (writer);
    }
  if (as_list)
    twin_json_writer_end_array (writer);
  else
    twin_json_writer_end_object (writer);
  twin_json_writer_end_object (writer);
}
