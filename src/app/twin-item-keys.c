/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-item-keys.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads a number at *text and moves behind it. */
static gboolean
read_number (const char **text,
             int *number)
{
  char *end;
  guint64 value;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  value = g_ascii_strtoull (*text, &end, 10);
  *number = (int) MIN (value, G_MAXINT);
  *text = end;
  return TRUE;
}

/* Does @key stand for @parameter? */
static gboolean
read_as (TwinItemKey *self,
         const TwinParameter *parameter,
         const char *key)
{
  const char *pattern = parameter->key;
  const char *star = strchr (pattern, '*');

  self->parameter = parameter;
  self->item = self->each = TWIN_ITEM_NONE;
  if (star != NULL)
    {
      const gsize head = (gsize) (star - pattern);

      if (strncmp (pattern, key, head) != 0)
        return FALSE;
      key += head;
      if (*key == '*')
        {
          self->item = TWIN_ITEM_ALL;
          key++;
        }
      else if (!read_number (&key, &self->item))
        return FALSE;
      pattern = star + 1;
    }

  if (!g_str_has_prefix (key, pattern))
    return FALSE;
  key += strlen (pattern);
  if (*key == '\0')
    return TRUE;
  return parameter->per != NULL && *key++ == '.' && read_number (&key, &self->each)
         && *key == '\0';
}

gboolean
twin_item_key_read (TwinItemKey *self,
                    const TwinModelType *type,
                    const char *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  for (guint i = 0; i < type->n_parameters; i++)
    if (read_as (self, &type->parameters[i], key))
      {
        self->list = twin_item_list_find_of (type, self->parameter);
        return TRUE;
      }
  return FALSE;
}

char *
twin_item_key_write (const TwinItemKey *self,
                     int item,
                     int each)
{
  const char *pattern = self->parameter->key;
  const char *star = strchr (pattern, '*');
  GString *key = g_string_new (NULL);

  if (star == NULL || item == TWIN_ITEM_ALL)
    g_string_append (key, pattern);
  else
    g_string_append_printf (key, "%.*s%d%s", (int) (star - pattern), pattern, item, star + 1);
  if (each >= 0)
    g_string_append_printf (key, ".%d", each);
  return g_string_free (key, FALSE);
}

const TwinParameterList *
twin_item_list_find (const TwinModelType *type,
                     const char *key)
{
  for (guint i = 0; i < type->n_lists; i++)
    if (g_strcmp0 (type->lists[i].key, key) == 0)
      return &type->lists[i];
  return NULL;
}

const TwinParameterList *
twin_item_list_find_of (const TwinModelType *type,
                        const TwinParameter *parameter)
{
  const char *star = strstr (parameter->key, ".*.");
  g_autofree char *key = NULL;

  if (star == NULL)
    return NULL;
  key = g_strndup (parameter->key, (gsize) (star - parameter->key));
  return twin_item_list_find (type, key);
}

const TwinParameter *
twin_item_list_find_name (const TwinModelType *type,
                          const TwinParameterList *list)
{
  const TwinParameter *found = NULL;

  for (guint i = 0; i < type->n_parameters; i++)
    {
      const TwinParameter *parameter = &type->parameters[i];

      if (parameter->type == TWIN_PARAMETER_TEXT && twin_item_list_find_of (type, parameter) == list
          && (found == NULL || g_str_has_suffix (parameter->key, ".name")))
        found = parameter;
    }
  return found;
}

char *
twin_item_dup_name (const TwinParameters *parameters,
                    const TwinParameterList *list,
                    guint item)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  const TwinItemKey name = { .parameter = twin_item_list_find_name (type, list) };

  if (name.parameter != NULL && item < twin_parameters_get_n_items (parameters, list->key))
    {
      g_autofree char *key = twin_item_key_write (&name, (int) item, TWIN_ITEM_NONE);
      const char *text = twin_parameters_get_text (parameters, key);

      if (*text != '\0')
        return g_strdup (text);
    }
  /* Translators: an item of a list and its number: "Store 2". */
  return g_strdup_printf (_("%s %u"), _(list->item_title), item + 1);
}

char *
twin_item_key_dup_items (const TwinItemKey *self,
                         const TwinParameters *parameters)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  g_autofree char *item = NULL;
  g_autofree char *each = NULL;

  if (self->item >= 0)
    item = twin_item_dup_name (parameters, self->list, (guint) self->item);
  if (self->each >= 0)
    each = twin_item_dup_name (parameters, twin_item_list_find (type, self->parameter->per),
                               (guint) self->each);
  if (item != NULL && each != NULL)
    /* Translators: a place and what is stored there: "Downtown · Premium coffee beans" */
    return g_strdup_printf (_("%s · %s"), item, each);
  return item != NULL ? g_steal_pointer (&item) : g_steal_pointer (&each);
}

char *
twin_item_key_dup_title (const TwinParameters *parameters,
                         const char *key)
{
  TwinItemKey place;
  g_autofree char *items = NULL;

  if (!twin_item_key_read (&place, twin_parameters_get_model_type (parameters), key))
    return g_strdup (key);
  items = twin_item_key_dup_items (&place, parameters);
  if (items == NULL)
    return g_strdup (_(place.parameter->title));
  /* Translators: a parameter and whose it is: "Capacity (Downtown)" */
  return g_strdup_printf (_("%s (%s)"), _(place.parameter->title), items);
}
