/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-parameters-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-suggestion.h"

static void
clear_value (gpointer data)
{
  g_free (((TwinValue *) data)->text);
}

static TwinValue
initial_value (const TwinParameter *parameter,
               int item,
               guint n_initial)
{
  gboolean own = item >= 0 && (guint) item < n_initial;
  TwinValue value = { .number = parameter->initial };

  if (own && parameter->item_initial != NULL)
    value.number = parameter->item_initial[item];
  if (parameter->type == TWIN_PARAMETER_TEXT)
    value.text = g_strdup (own && parameter->item_text != NULL ? parameter->item_text[item] : "");
  return value;
}

static TwinValue
copy_value (const TwinValue *value)
{
  return (TwinValue){ .number = value->number, .text = g_strdup (value->text) };
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

char *
twin_parameters_item_key (const char *key,
                          guint item)
{
  const char *star = strchr (key, '*');

  if (star == NULL)
    return g_strdup (key);
  return g_strdup_printf ("%.*s%u%s", (int) (star - key), key, item, star + 1);
}

TwinParameters *
twin_parameters_new (const TwinModelType *type)
{
  TwinParameters *self = g_new0 (TwinParameters, 1);

  self->type = type;
  self->values = g_new0 (GArray *, type->n_parameters);
  for (guint p = 0; p < type->n_parameters; p++)
    {
      const TwinParameterList *list = twin_parameters_get_list (type, &type->parameters[p]);
      guint n = list != NULL ? list->n_initial : 1;

      self->values[p] = g_array_new (FALSE, FALSE, sizeof (TwinValue));
      g_array_set_clear_func (self->values[p], clear_value);
      for (guint i = 0; i < n; i++)
        {
          TwinValue value = initial_value (&type->parameters[p], list != NULL ? (int) i : -1, n);
          g_array_append_val (self->values[p], value);
        }
    }
  return self;
}

TwinParameters *
twin_parameters_copy (const TwinParameters *self)
{
  TwinParameters *copy = g_new0 (TwinParameters, 1);

  copy->type = self->type;
  copy->values = g_new0 (GArray *, self->type->n_parameters);
  for (guint p = 0; p < self->type->n_parameters; p++)
    {
      GArray *from = self->values[p];
      copy->values[p] = g_array_sized_new (FALSE, FALSE, sizeof (TwinValue), from->len);
      g_array_set_clear_func (copy->values[p], clear_value);
      for (guint i = 0; i < from->len; i++)
        {
          TwinValue value = copy_value (&g_array_index (from, TwinValue, i));
          g_array_append_val (copy->values[p], value);
        }
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
        {
          const TwinValue *x = &g_array_index (a->values[p], TwinValue, i);
          const TwinValue *y = &g_array_index (b->values[p], TwinValue, i);
          if (memcmp (&x->number, &y->number, sizeof (double)) != 0 ||
              g_strcmp0 (x->text, y->text) != 0)
            return FALSE;
        }
    }
  return TRUE;
}

const TwinModelType *
twin_parameters_get_model_type (const TwinParameters *self)
{
  return self->type;
}

/* Does "stores.12.capacity" fit "stores.*.capacity"? Then *item is 12. */
static gboolean
key_matches (const char *pattern,
             const char *key,
             guint *item)
{
  const char *star = strchr (pattern, '*');
  gsize head = star != NULL ? (gsize) (star - pattern) : 0;
  char *end;

  *item = 0;
  if (star == NULL)
    return strcmp (pattern, key) == 0;
  if (strncmp (pattern, key, head) != 0 || !g_ascii_isdigit (key[head]))
    return FALSE;
  errno = 0;
  guint64 number = g_ascii_strtoull (key + head, &end, 10);
  *item = (guint) MIN (number, G_MAXUINT);
  return strcmp (star + 1, end) == 0;
}

static GError *
unknown_key (const TwinParameters *self,
             const char *key)
{
  g_autoptr (GPtrArray) keys = twin_parameters_list_keys (self);
  const char *meant = twin_suggest (key, (const char *const *) keys->pdata, keys->len);

  if (meant != NULL)
    return twin_error_new (TWIN_ERROR_UNKNOWN_KEY, key,
                           _("%s: no such parameter; did you mean %s?"), key, meant);
  return twin_error_new (TWIN_ERROR_UNKNOWN_KEY, key, _("%s: no such parameter of the model %s"),
                         key, self->type->name);
}

static TwinValue *
lookup (const TwinParameters *self,
        const char *key,
        const TwinParameter **parameter,
        GError **error)
{
  for (guint p = 0; p < self->type->n_parameters; p++)
    {
      guint item;
      if (key_matches (self->type->parameters[p].key, key, &item) && item < self->values[p]->len)
        {
          *parameter = &self->type->parameters[p];
          return &g_array_index (self->values[p], TwinValue, item);
        }
    }
  if (error != NULL)
    *error = unknown_key (self, key);
  return NULL;
}

const TwinParameter *
twin_parameters_find (const TwinParameters *self,
                      const char *key,
                      GError **error)
{
  const TwinParameter *parameter = NULL;

  lookup (self, key, &parameter, error);
  return parameter;
}

double
twin_parameters_get_number (const TwinParameters *self,
                            const char *key)
{
  const TwinParameter *parameter;
  const TwinValue *value = lookup (self, key, &parameter, NULL);

  g_return_val_if_fail (value != NULL, NAN);
  return value->number;
}

const char *
twin_parameters_get_text (const TwinParameters *self,
                          const char *key)
{
  const TwinParameter *parameter;
  const TwinValue *value = lookup (self, key, &parameter, NULL);

  g_return_val_if_fail (value != NULL, NULL);
  return value->text;
}

gboolean
twin_parameters_set_number (TwinParameters *self,
                            const char *key,
                            double number,
                            GError **error)
{
  const TwinParameter *parameter;
  TwinValue *value = lookup (self, key, &parameter, error);

  if (value == NULL)
    return FALSE;
  if (parameter->type == TWIN_PARAMETER_TEXT)
    {
      g_propagate_error (error, twin_error_new (TWIN_ERROR_WRONG_TYPE, key,
                                                _("%s: a number was given, but it is a text"), key));
      return FALSE;
    }
  value->number = number;
  return TRUE;
}

static gboolean
set_choice (const TwinParameter *parameter,
            const char *key,
            const char *name,
            TwinValue *value,
            GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; parameter->choices[i].name != NULL; i++)
    {
      if (strcmp (parameter->choices[i].name, name) == 0)
        {
          value->number = i;
          return TRUE;
        }
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", parameter->choices[i].name);
    }
  g_propagate_error (error, twin_error_new (TWIN_ERROR_OUT_OF_BOUNDS, key,
                                            _("%s: “%s” is not allowed; it can be one of: %s"), key,
                                            name, names->str));
  return FALSE;
}

gboolean
twin_parameters_set_text (TwinParameters *self,
                          const char *key,
                          const char *text,
                          GError **error)
{
  const TwinParameter *parameter;
  TwinValue *value = lookup (self, key, &parameter, error);

  if (value == NULL)
    return FALSE;
  if (parameter->type == TWIN_PARAMETER_CHOICE)
    return set_choice (parameter, key, text, value, error);
  if (parameter->type != TWIN_PARAMETER_TEXT)
    {
      g_propagate_error (error, twin_error_new (TWIN_ERROR_WRONG_TYPE, key,
                                                _("%s: “%s” is a text, but it is a number"), key,
                                                text));
      return FALSE;
    }
  char *copy = g_strdup (text);
  g_free (value->text);
  value->text = copy;
  return TRUE;
}

gboolean
twin_parameters_set_from_string (TwinParameters *self,
                                 const char *key,
                                 const char *string,
                                 GError **error)
{
  const TwinParameter *parameter = twin_parameters_find (self, key, error);

  if (parameter == NULL)
    return FALSE;
  if (parameter->type == TWIN_PARAMETER_CHOICE || parameter->type == TWIN_PARAMETER_TEXT)
    return twin_parameters_set_text (self, key, string, error);
  if (parameter->type == TWIN_PARAMETER_BOOLEAN)
    {
      if (strcmp (string, "true") == 0 || strcmp (string, "false") == 0)
        return twin_parameters_set_number (self, key, strcmp (string, "true") == 0, error);
      g_propagate_error (error, twin_error_new (TWIN_ERROR_WRONG_TYPE, key,
                                                _("%s: “%s” is neither true nor false"), key,
                                                string));
      return FALSE;
    }

  char *end;
  double number = g_ascii_strtod (string, &end);
  if (end == string || *end != '\0' || g_ascii_isspace (*string))
    {
      g_propagate_error (error, twin_error_new (TWIN_ERROR_WRONG_TYPE, key,
                                                _("%s: “%s” is not a number"), key, string));
      return FALSE;
    }
  return twin_parameters_set_number (self, key, number, error);
}

char *
twin_parameters_dup_string (const TwinParameters *self,
                            const char *key)
{
  const TwinParameter *parameter;
  const TwinValue *value = lookup (self, key, &parameter, NULL);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (value != NULL, NULL);
  switch (parameter->type)
    {
    case TWIN_PARAMETER_TEXT:
      return g_strdup (value->text);
    case TWIN_PARAMETER_BOOLEAN:
      return g_strdup (value->number != 0 ? "true" : "false");
    case TWIN_PARAMETER_CHOICE:
      return g_strdup (parameter->choices[(int) value->number].name);
    case TWIN_PARAMETER_REAL:
    case TWIN_PARAMETER_WHOLE:
    default:
      /* 15 digits where they are enough, so that 0.1 reads "0.1" */
      g_ascii_formatd (digits, sizeof digits, "%.15g", value->number);
      if (g_ascii_strtod (digits, NULL) != value->number)
        g_ascii_formatd (digits, sizeof digits, "%.17g", value->number);
      return g_strdup (digits);
    }
}

guint
twin_parameters_get_n_items (const TwinParameters *self,
                             const char *list)
{
  for (guint p = 0; p < self->type->n_parameters; p++)
    {
      const TwinParameterList *own = twin_parameters_get_list (self->type, &self->type->parameters[p]);
      if (own != NULL && strcmp (own->key, list) == 0)
        return self->values[p]->len;
    }
  g_return_val_if_reached (0);
}

void
twin_parameters_insert_item (TwinParameters *self,
                             const char *list,
                             guint position,
                             int like)
{
  for (guint p = 0; p < self->type->n_parameters; p++)
    {
      const TwinParameter *parameter = &self->type->parameters[p];
      const TwinParameterList *own = twin_parameters_get_list (self->type, parameter);
      if (own == NULL || strcmp (own->key, list) != 0)
        continue;
      g_return_if_fail (position <= self->values[p]->len && like < (int) self->values[p]->len);

      TwinValue value = like < 0 ? initial_value (parameter, -1, 0)
                                 : copy_value (&g_array_index (self->values[p], TwinValue, like));
      g_array_insert_val (self->values[p], position, value);
    }
}

void
twin_parameters_remove_item (TwinParameters *self,
                             const char *list,
                             guint position)
{
  for (guint p = 0; p < self->type->n_parameters; p++)
    {
      const TwinParameterList *own = twin_parameters_get_list (self->type, &self->type->parameters[p]);
      if (own == NULL || strcmp (own->key, list) != 0)
        continue;
      g_return_if_fail (position < self->values[p]->len);
      g_array_remove_index (self->values[p], position);
    }
}

static void
append_item_keys (const TwinParameters *self,
                  const TwinParameterList *list,
                  guint item,
                  GPtrArray *keys)
{
  for (guint p = 0; p < self->type->n_parameters; p++)
    if (twin_parameters_get_list (self->type, &self->type->parameters[p]) == list)
      g_ptr_array_add (keys, twin_parameters_item_key (self->type->parameters[p].key, item));
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
        g_ptr_array_add (keys, g_strdup (parameter->key));
      else if (list != previous)
        for (guint i = 0; i < self->values[p]->len; i++)
          append_item_keys (self, list, i, keys);
      previous = list;
    }
  return keys;
}
