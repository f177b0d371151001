/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-parameters-private.h"

#include <string.h>

/* Making, copying and comparing whole sets of values, and the items of their lists. */

static void
clear_value (gpointer data)
{
  TwinValue *value = data;

  g_free (value->text);
  g_clear_pointer (&value->each, g_array_unref);
}

TwinValue
twin_value_new (const TwinParameter *parameter,
                int item,
                guint n_initial)
{
  gboolean own = item >= 0 && (guint) item < n_initial;
  TwinValue value = { .number = parameter->initial };

  if (own && parameter->item_initial != NULL)
    value.number = parameter->item_initial[item];
  if (parameter->type == TWIN_PARAMETER_TEXT || parameter->type == TWIN_PARAMETER_DAYS)
    value.text = g_strdup (own && parameter->item_text != NULL ? parameter->item_text[item] : "");
  return value;
}

TwinValue
twin_value_copy (const TwinValue *value)
{
  return (TwinValue){
    .number = value->number,
    .text = g_strdup (value->text),
    .each = value->each != NULL ? g_array_copy (value->each) : NULL,
  };
}

static gboolean
values_equal (const TwinValue *a,
              const TwinValue *b)
{
  if (g_strcmp0 (a->text, b->text) != 0)
    return FALSE;
  if (a->each == NULL || b->each == NULL)
    return a->each == b->each && memcmp (&a->number, &b->number, sizeof (double)) == 0;
  return a->each->len == b->each->len &&
         memcmp (a->each->data, b->each->data, a->each->len * sizeof (double)) == 0;
}

const TwinParameterList *
twin_parameters_get_list (const TwinModelType *type,
                          const TwinParameter *parameter)
{
  const char *star = strstr (parameter->key, ".*.");

  for (guint i = 0; star != NULL && i < type->n_lists; i++)
    {
      gsize length = strlen (type->lists[i].key);
      if (length == (gsize) (star - parameter->key) &&
          strncmp (type->lists[i].key, parameter->key, length) == 0)
        return &type->lists[i];
    }
  return NULL;
}

static gboolean
is_member (const TwinParameters *self,
           guint p,
           const char *list)
{
  const TwinParameterList *own = twin_parameters_get_list (self->type, &self->type->parameters[p]);

  return own != NULL && strcmp (own->key, list) == 0;
}

char *
twin_parameters_item_key (const char *key,
                          guint item)
{
  const char *star = strchr (key, '*');

  if (star == NULL)
    return g_strdup (key);
  return g_strdup_printf ("%.*s%u%s", (int) (star - key), key, item, star + 1);
}

static TwinParameters *
new_empty (const TwinModelType *type)
{
  TwinParameters *self = g_new0 (TwinParameters, 1);

  self->type = type;
  self->values = g_new (GArray *, type->n_parameters);
  for (guint p = 0; p < type->n_parameters; p++)
    {
      self->values[p] = g_array_new (FALSE, FALSE, sizeof (TwinValue));
      g_array_set_clear_func (self->values[p], clear_value);
    }
  return self;
}

TwinParameters *
twin_parameters_new (const TwinModelType *type)
{
  TwinParameters *self = new_empty (type);

  for (guint p = 0; p < type->n_parameters; p++)
    {
      const TwinParameterList *list = twin_parameters_get_list (type, &type->parameters[p]);
      guint n = list != NULL ? list->n_initial : 1;
      for (guint i = 0; i < n; i++)
        {
          TwinValue value = twin_value_new (&type->parameters[p], list != NULL ? (int) i : -1, n);
          g_array_append_val (self->values[p], value);
        }
    }
  return self;
}

TwinParameters *
twin_parameters_copy (const TwinParameters *self)
{
  TwinParameters *copy = new_empty (self->type);

  for (guint p = 0; p < self->type->n_parameters; p++)
    for (guint i = 0; i < self->values[p]->len; i++)
      {
        TwinValue value = twin_value_copy (&g_array_index (self->values[p], TwinValue, i));
        g_array_append_val (copy->values[p], value);
      }
  return copy;
}

void
twin_parameters_free (TwinParameters *self)
{
  if (self == NULL)
    return;
  for (guint p = 0; p < self->type->n_parameters; p++)
    g_array_unref (self->values[p]);
  g_free (self->values);
  g_free (self);
}

gboolean
twin_parameters_equal (const TwinParameters *a,
                       const TwinParameters *b)
{
  if (a->type != b->type)
    return FALSE;
  for (guint p = 0; p < a->type->n_parameters; p++)
    {
      if (a->values[p]->len != b->values[p]->len)
        return FALSE;
      for (guint i = 0; i < a->values[p]->len; i++)
        if (!values_equal (&g_array_index (a->values[p], TwinValue, i),
                           &g_array_index (b->values[p], TwinValue, i)))
          return FALSE;
    }
  return TRUE;
}

const TwinModelType *
twin_parameters_get_model_type (const TwinParameters *self)
{
  return self->type;
}

guint
twin_parameters_get_n_items (const TwinParameters *self,
                             const char *list)
{
  for (guint p = 0; p < self->type->n_parameters; p++)
    if (is_member (self, p, list))
      return self->values[p]->len;
  g_return_val_if_reached (0);
}

/* What is split by a list gets or loses the number of an item of it. @like < 0: the
 * default, as the value that it had before it was split is in no file. */
static void
resize_splits (TwinParameters *self,
               guint p,
               guint position,
               gboolean insert,
               int like)
{
  for (guint i = 0; i < self->values[p]->len; i++)
    {
      TwinValue *value = &g_array_index (self->values[p], TwinValue, i);
      if (value->each == NULL)
        continue;
      if (!insert && value->each->len == 1)
        {
          value->number = g_array_index (value->each, double, 0);
          g_clear_pointer (&value->each, g_array_unref);
          continue;
        }
      if (!insert)
        {
          g_array_remove_index (value->each, position);
          continue;
        }
      double number = like < 0 ? self->type->parameters[p].initial
                               : g_array_index (value->each, double, like);
      g_array_insert_val (value->each, position, number);
    }
}

void
twin_parameters_insert_item (TwinParameters *self,
                             const char *list,
                             guint position,
                             int like)
{
  guint n = twin_parameters_get_n_items (self, list);

  g_return_if_fail (position <= n && like < (int) n);
  for (guint p = 0; p < self->type->n_parameters; p++)
    {
      const TwinParameter *parameter = &self->type->parameters[p];
      if (is_member (self, p, list))
        {
          TwinValue value =
              like < 0 ? twin_value_new (parameter, -1, 0)
                       : twin_value_copy (&g_array_index (self->values[p], TwinValue, like));
          g_array_insert_val (self->values[p], position, value);
        }
      else if (g_strcmp0 (parameter->per, list) == 0)
        resize_splits (self, p, position, TRUE, like);
    }
}

void
twin_parameters_remove_item (TwinParameters *self,
                             const char *list,
                             guint position)
{
  g_return_if_fail (position < twin_parameters_get_n_items (self, list));
  for (guint p = 0; p < self->type->n_parameters; p++)
    {
      if (is_member (self, p, list))
        g_array_remove_index (self->values[p], position);
      else if (g_strcmp0 (self->type->parameters[p].per, list) == 0)
        resize_splits (self, p, position, FALSE, -1);
    }
}

static void
append_key (const TwinParameters *self,
            guint p,
            guint item,
            GPtrArray *keys)
{
  g_autofree char *key = twin_parameters_item_key (self->type->parameters[p].key, item);
  const TwinValue *value = &g_array_index (self->values[p], TwinValue, item);

  if (value->each == NULL)
    g_ptr_array_add (keys, g_steal_pointer (&key));
  else
    for (guint i = 0; i < value->each->len; i++)
      g_ptr_array_add (keys, g_strdup_printf ("%s.%u", key, i));
}

GPtrArray *
twin_parameters_list_keys (const TwinParameters *self)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const TwinParameterList *previous = NULL;

  for (guint p = 0; p < self->type->n_parameters; p++)
    {
      const TwinParameter *parameter = &self->type->parameters[p];
      const TwinParameterList *list = twin_parameters_get_list (self->type, parameter);

      if (list == NULL)
        append_key (self, p, 0, keys);
      else if (list != previous)
        for (guint i = 0; i < self->values[p]->len; i++)
          for (guint member = 0; member < self->type->n_parameters; member++)
            if (is_member (self, member, list->key))
              append_key (self, member, i, keys);
      previous = list;
    }
  return keys;
}
