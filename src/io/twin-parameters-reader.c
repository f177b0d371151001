/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-parameters-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-days-json.h"
#include "twin-parameter.h"
#include "twin-parameter-key.h"

typedef struct
{
  TwinParameters *parameters;
  const TwinModelType *type;
  const TwinJsonDocument *document;
} Section;

static gboolean set_value (const Section *section,
                           const TwinParameter *row,
                           JsonNode *node,
                           const char *path,
                           const char *key,
                           GError **error);
static gboolean read_value (const Section *section,
                            JsonNode *node,
                            const char *path,
                            const char *key,
                            GError **error);

/* A number for each item of the list that the parameter is split by: [300, 120]. */
static gboolean
set_each (const Section *section,
          const TwinParameter *row,
          JsonNode *node,
          const char *path,
          const char *key,
          GError **error)
{
  guint n = twin_parameters_get_n_items (section->parameters, row->per);
  JsonArray *array = json_node_get_array (node);

  if (json_array_get_length (array) != n)
    return twin_json_fail (section->document, path, TWIN_ERROR_OUT_OF_BOUNDS, error,
                           _("%u numbers were given; it must be one, or one for each of the %u %s"),
                           json_array_get_length (array), n, row->per);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *each_path = g_strdup_printf ("%s.%u", path, i);
      g_autofree char *each_key = g_strdup_printf ("%s.%u", key, i);
      JsonNode *each = json_array_get_element (array, i);
      if (JSON_NODE_HOLDS_ARRAY (each))
        {
          g_autofree char *allowed = twin_parameter_describe_allowed (row);
          return twin_json_fail_type (section->document, each, each_path, allowed, error);
        }
      if (!set_value (section, row, each, each_path, each_key, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_days (const Section *section,
          JsonNode *node,
          const char *path,
          const char *key,
          GError **error)
{
  g_autofree char *days = twin_days_read_json (section->document, node, path, error);

  return days != NULL && twin_parameters_set_text (section->parameters, key, days, error);
}

static gboolean
set_value (const Section *section,
           const TwinParameter *row,
           JsonNode *node,
           const char *path,
           const char *key,
           GError **error)
{
  gboolean is_text = row->type == TWIN_PARAMETER_TEXT || row->type == TWIN_PARAMETER_CHOICE;
  gboolean is_boolean = row->type == TWIN_PARAMETER_BOOLEAN;
  g_autoptr (GError) reason = NULL;
  gboolean success;

  if (row->type == TWIN_PARAMETER_DAYS)
    return set_days (section, node, path, key, error);
  if (row->per != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return set_each (section, row, node, path, key, error);

  if (is_text ? !twin_json_is_text (node)
              : is_boolean ? !twin_json_is_boolean (node) : !twin_json_is_number (node))
    {
      g_autofree char *allowed = twin_parameter_describe_allowed (row);
      return twin_json_fail_type (section->document, node, path, allowed, error);
    }

  if (is_text)
    success = twin_parameters_set_text (section->parameters, key, json_node_get_string (node),
                                        &reason);
  else
    success = twin_parameters_set_number (section->parameters, key,
                                          is_boolean
                                              ? json_node_get_boolean (node)
                                              : twin_json_get_number (section->document, path),
                                          &reason);
  if (success)
    return TRUE;
  return twin_json_fail_because (section->document, path, g_steal_pointer (&reason), error);
}

/* Is it a list by whose items other parameters are split? */
static gboolean
is_divisor (const Section *section,
            const char *key)
{
  for (guint i = 0; i < section->type->n_parameters; i++)
    if (g_strcmp0 (section->type->parameters[i].per, key) == 0)
      return TRUE;
  return FALSE;
}

/* Reads the members that are divisors, or those that are not. */
static gboolean
read_some_members (const Section *section,
                   JsonObject *object,
                   const char *path,
                   const char *key,
                   gboolean divisors,
                   GError **error)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &value))
    {
      g_autofree char *member_path = twin_json_join_path (path, member);
      g_autofree char *member_key = twin_json_join_path (key, member);

      /* "lead_time.min_days" is a path, not a member. */
      if (*member == '\0' || strchr (member, '.') != NULL)
        return twin_json_fail (section->document, member_path, TWIN_ERROR_UNKNOWN_KEY, error,
                               _("no such key; a part of a key is an object of its own"));
      if (is_divisor (section, member_key) == divisors &&
          !read_value (section, value, member_path, member_key, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_members (const Section *section,
              JsonNode *node,
              const char *path,
              const char *key,
              GError **error)
{
  JsonObject *object = twin_json_get_object (section->document, node, path, NULL, error);

  /* How many SKUs there are is known before a number for each of them is read. */
  return object != NULL && read_some_members (section, object, path, key, TRUE, error) &&
         read_some_members (section, object, path, key, FALSE, error);
}

static gboolean
set_n_items (const Section *section,
             const TwinParameterList *list,
             const char *path,
             guint n,
             GError **error)
{
  guint n_now = twin_parameters_get_n_items (section->parameters, list->key);

  if (n < list->lower || n > list->upper)
    return twin_json_fail (section->document, path, TWIN_ERROR_OUT_OF_BOUNDS, error,
                           _("the number of items is %u; it must be from %u to %u"), n, list->lower,
                           list->upper);
  for (; n_now > n; n_now--)
    twin_parameters_remove_item (section->parameters, list->key, n_now - 1);
  for (; n_now < n; n_now++)
    twin_parameters_insert_item (section->parameters, list->key, n_now, -1);
  return TRUE;
}

/* Two items of the same id could not be told apart in a change or a result. */
static gboolean
check_ids (const Section *section,
           const TwinParameterList *list,
           const char *path,
           GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *pattern = g_strconcat (list->key, ".*.id", NULL);
  const TwinParameter *row = NULL;
  guint n = twin_parameters_get_n_items (section->parameters, list->key);

  if (twin_parameter_key_look_up (section->type, pattern, &row) != TWIN_PARAMETER_KEY_LEAF ||
      row->type != TWIN_PARAMETER_TEXT)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s.%u.id", list->key, i);
      const char *id = twin_parameters_get_text (section->parameters, key);
      if (g_hash_table_add (seen, (gpointer) id))
        continue;
      g_autofree char *id_path = g_strdup_printf ("%s.%u.id", path, i);
      return twin_json_fail (section->document, id_path, TWIN_ERROR_CONFLICT, error,
                             _("“%s” is not allowed; another item has that id"), id);
    }
  return TRUE;
}

static gboolean
read_list (const Section *section,
           const TwinParameterList *list,
           JsonNode *node,
           const char *path,
           GError **error)
{
  JsonArray *array = twin_json_get_array (section->document, node, path, error);

  if (array == NULL ||
      !set_n_items (section, list, path, json_array_get_length (array), error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *item_path = g_strdup_printf ("%s.%u", path, i);
      g_autofree char *item_key = g_strdup_printf ("%s.%u", list->key, i);
      if (!read_value (section, json_array_get_element (array, i), item_path, item_key, error))
        return FALSE;
    }
  return check_ids (section, list, path, error);
}

static gboolean
read_value (const Section *section,
            JsonNode *node,
            const char *path,
            const char *key,
            GError **error)
{
  const TwinParameterList *list = twin_parameter_key_find_list (section->type, key);
  const TwinParameter *row = NULL;
  g_autoptr (GError) reason = NULL;

  if (list != NULL)
    return read_list (section, list, node, path, error);
  switch (twin_parameter_key_look_up (section->type, key, &row))
    {
    case TWIN_PARAMETER_KEY_LEAF:
      return set_value (section, row, node, path, key, error);
    case TWIN_PARAMETER_KEY_BRANCH:
      return read_members (section, node, path, key, error);
    case TWIN_PARAMETER_KEY_UNKNOWN:
    default:
      /* It knows what was probably meant. */
      twin_parameters_find (section->parameters, key, &reason);
      return twin_json_fail_because (section->document, path, g_steal_pointer (&reason), error);
    }
}

gboolean
twin_parameters_read_json (TwinParameters *self,
                           const TwinJsonDocument *document,
                           JsonNode *node,
                           const char *path,
                           GError **error)
{
  g_return_val_if_fail (self != NULL && document != NULL && node != NULL && path != NULL, FALSE);

  Section section = { self, twin_parameters_get_model_type (self), document };
  return read_members (&section, node, path, "", error);
}

gboolean
twin_parameters_check_json (const TwinParameters *self,
                            const TwinJsonDocument *document,
                            const char *path,
                            GError **error)
{
  g_return_val_if_fail (self != NULL && document != NULL && path != NULL, FALSE);

  g_autoptr (GPtrArray) problems = twin_parameters_check (self);
  if (problems->len == 0)
    return TRUE;
  const GError *first = g_ptr_array_index (problems, 0);
  const char *key = twin_error_get_key (first);
  g_autofree char *key_path = key != NULL ? twin_json_join_path (path, key) : g_strdup (path);
  return twin_json_fail_because (document, key_path, g_error_copy (first), error);
}
