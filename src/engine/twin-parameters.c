/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-parameters-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-days.h"
#include "twin-suggestion.h"
#include "twin-typed-number.h"

/* Finding, reading and setting values by key. Lists are in twin-parameters-lists.c, judging in
 * twin-parameters-check.c. */

/* Where a key leads: a value, or one of the numbers that it is split into. */
typedef struct
{
  const TwinParameter *parameter; /* NULL: nowhere */
  TwinValue *value;
  int each; /* −1: the value itself */
} Place;

/* Reads a number at *text, written as it has to be, without leading zeros, and moves behind it. */
static gboolean
read_index (const char **text,
            guint *number)
{
  char *end;

  if (!g_ascii_isdigit (**text) || (**text == '0' && g_ascii_isdigit ((*text)[1])))
    return FALSE;
  guint64 value = g_ascii_strtoull (*text, &end, 10);
  *number = (guint) MIN (value, G_MAXUINT);
  *text = end;
  return TRUE;
}

/* Does "stores.12.capacity.3" fit "stores.*.capacity"? Then item is 12 and each 3; −1: not said. */
static gboolean
key_fits (const char *pattern,
          const char *key,
          guint *item,
          int *each)
{
  const char *star = strchr (pattern, '*');
  guint index;

  *item = 0;
  *each = -1;
  if (star != NULL)
    {
      gsize head = (gsize) (star - pattern);
      if (strncmp (pattern, key, head) != 0)
        return FALSE;
      key += head;
      if (!read_index (&key, item))
        return FALSE;
      pattern = star + 1;
    }

  gsize length = strlen (pattern);
  if (strncmp (pattern, key, length) != 0)
    return FALSE;
  key += length;
  if (*key == '\0')
    return TRUE;
  if (*key++ != '.' || !read_index (&key, &index) || *key != '\0')
    return FALSE;
  *each = (int) MIN (index, G_MAXINT);
  return TRUE;
}

/* The list and the number of "stores.7.capacity"; NULL: it is of no list. */
static const TwinParameterList *
find_list (const TwinModelType *type,
           const char *key,
           guint *item)
{
  for (guint i = 0; i < type->n_lists; i++)
    {
      const char *list = type->lists[i].key, *rest = key + strlen (list);

      if (g_str_has_prefix (key, list) && *rest++ == '.' && read_index (&rest, item) &&
          (*rest == '.' || *rest == '\0'))
        return &type->lists[i];
    }
  return NULL;
}

/* The list that has fewer items than "stores.7.capacity" or "warehouse.capacity.1" wants,
 * or NULL. */
static const char *
find_short_list (const TwinParameters *self,
                 const char *key)
{
  guint item;
  int each;
  const TwinParameterList *list = find_list (self->type, key, &item);

  if (list != NULL && item >= twin_parameters_get_n_items (self, list->key))
    return list->key;
  for (guint p = 0; p < self->type->n_parameters; p++)
    {
      const TwinParameter *parameter = &self->type->parameters[p];

      if (parameter->per != NULL && key_fits (parameter->key, key, &item, &each) && each >= 0)
        return parameter->per;
    }
  return NULL;
}

/* The key that was probably meant, or NULL. Split ones count with and without their numbers: the
 * same member of another item is never nearer then. */
static char *
suggest (const TwinParameters *self,
         const char *key)
{
  g_autoptr (GPtrArray) keys = twin_parameters_list_keys (self);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *whole = g_ptr_array_index (keys, i), *dot = strrchr (whole, '.');

      if (dot != NULL && g_ascii_isdigit (dot[1]))
        g_ptr_array_add (words, g_strndup (whole, (gsize) (dot - whole)));
      g_ptr_array_add (words, g_strdup (whole));
    }
  return g_strdup (twin_suggest (key, (const char *const *) words->pdata, words->len));
}

static GError *
unknown_key (const TwinParameters *self,
             const char *key)
{
  const char *list = find_short_list (self, key);
  const guint n = list != NULL ? twin_parameters_get_n_items (self, list) : 0;

  if (n > 0)
    return twin_error_new (TWIN_ERROR_UNKNOWN_KEY, key,
                           /* Translators: a key, a number and the key of a list:
                            * "stores.7.capacity: there are 3 stores, counted from 0" */
                           ngettext ("%s: there is %u of %s, counted from 0",
                                     "%s: there are %u %s, counted from 0", n),
                           key, n, list);

  g_autofree char *meant = suggest (self, key);
  if (meant != NULL)
    return twin_error_new (TWIN_ERROR_UNKNOWN_KEY, key,
                           _("%s: no such parameter; did you mean %s?"), key, meant);
  return twin_error_new (TWIN_ERROR_UNKNOWN_KEY, key, _("%s: no such parameter of the model %s"),
                         key, self->type->name);
}

/* Of a value that is split its numbers are counted, which is quicker than to look for the list. */
static gboolean
each_exists (const TwinParameters *self,
             const TwinParameter *parameter,
             const TwinValue *value,
             int each)
{
  if (each < 0 || parameter->per == NULL)
    return each < 0;
  return (guint) each < (value->each != NULL
                           ? value->each->len
                           : twin_parameters_get_n_items (self, parameter->per));
}

static Place
find_place (const TwinParameters *self,
            const char *key,
            GError **error)
{
  for (guint p = 0; p < self->type->n_parameters; p++)
    {
      const TwinParameter *parameter = &self->type->parameters[p];
      TwinValue *value;
      guint item;
      int each;

      if (!key_fits (parameter->key, key, &item, &each) || item >= self->values[p]->len)
        continue;
      value = &g_array_index (self->values[p], TwinValue, item);
      if (each_exists (self, parameter, value, each))
        return (Place){ parameter, value, each };
    }
  if (error != NULL)
    *error = unknown_key (self, key);
  return (Place){ NULL, NULL, -1 };
}

const TwinParameter *
twin_parameters_find (const TwinParameters *self,
                      const char *key,
                      GError **error)
{
  return find_place (self, key, error).parameter;
}

double
twin_parameters_get_number (const TwinParameters *self,
                            const char *key)
{
  Place place = find_place (self, key, NULL);

  g_return_val_if_fail (place.parameter != NULL, NAN);
  if (place.value->each != NULL)
    return g_array_index (place.value->each, double, MAX (place.each, 0));
  return place.value->number;
}

const char *
twin_parameters_get_text (const TwinParameters *self,
                          const char *key)
{
  Place place = find_place (self, key, NULL);

  g_return_val_if_fail (place.parameter != NULL, NULL);
  return place.value->text;
}

gboolean
twin_parameters_is_split (const TwinParameters *self,
                          const char *key)
{
  Place place = find_place (self, key, NULL);

  g_return_val_if_fail (place.parameter != NULL, FALSE);
  return place.value->each != NULL;
}

static gboolean
is_text (const TwinParameter *parameter)
{
  return parameter->type == TWIN_PARAMETER_TEXT || parameter->type == TWIN_PARAMETER_DAYS;
}

/* Gives every item a number of its own; they begin as they are now. */
static void
split (TwinValue *value,
       guint n)
{
  if (value->each != NULL)
    return;
  value->each = g_array_sized_new (FALSE, FALSE, sizeof (double), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (value->each, value->number);
}

gboolean
twin_parameters_set_number (TwinParameters *self,
                            const char *key,
                            double number,
                            GError **error)
{
  Place place = find_place (self, key, error);

  if (place.parameter == NULL)
    return FALSE;
  if (is_text (place.parameter))
    {
      g_propagate_error (error,
                         twin_error_new (TWIN_ERROR_WRONG_TYPE, key,
                                         _("%s: a number was given, but it is a text"), key));
      return FALSE;
    }
  if (place.each >= 0)
    {
      split (place.value, twin_parameters_get_n_items (self, place.parameter->per));
      g_array_index (place.value->each, double, place.each) = number;
      return TRUE;
    }
  g_clear_pointer (&place.value->each, g_array_unref);
  place.value->number = number;
  return TRUE;
}

static guint
find_choice (const TwinParameter *parameter,
             const char *name)
{
  guint i = 0;

  while (strcmp (parameter->choices[i].name, name) != 0)
    i++;
  return i;
}

gboolean
twin_parameters_set_text (TwinParameters *self,
                          const char *key,
                          const char *text,
                          GError **error)
{
  Place place = find_place (self, key, error);

  if (place.parameter == NULL)
    return FALSE;
  if (!twin_parameter_allows_text (place.parameter, text))
    {
      g_autofree char *allowed = twin_parameter_describe_allowed (place.parameter);
      gboolean names = place.parameter->type == TWIN_PARAMETER_CHOICE;
      g_propagate_error (error,
                         twin_error_new (names ? TWIN_ERROR_OUT_OF_BOUNDS : TWIN_ERROR_WRONG_TYPE,
                                         key, _("%s: “%s” is not allowed; it must be %s"), key,
                                         text, allowed));
      return FALSE;
    }
  if (place.parameter->type == TWIN_PARAMETER_CHOICE)
    {
      place.value->number = find_choice (place.parameter, text);
      return TRUE;
    }
  char *copy = g_strdup (text);
  g_free (place.value->text);
  place.value->text = copy;
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
  if (parameter->type == TWIN_PARAMETER_DAYS)
    {
      g_autofree char *days = twin_days_parse (string);
      return twin_parameters_set_text (self, key, days != NULL ? days : string, error);
    }
  if (parameter->type == TWIN_PARAMETER_CHOICE || is_text (parameter))
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

  double number;

  return twin_typed_number_parse (key, string, parameter->quantity == TWIN_QUANTITY_SHARE, &number,
                                  error) &&
         twin_parameters_set_number (self, key, number, error);
}

char *
twin_parameters_dup_string (const TwinParameters *self,
                            const char *key)
{
  const TwinParameter *parameter = twin_parameters_find (self, key, NULL);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (parameter != NULL, NULL);
  if (is_text (parameter))
    return g_strdup (twin_parameters_get_text (self, key));

  double number = twin_parameters_get_number (self, key);
  if (parameter->type == TWIN_PARAMETER_BOOLEAN)
    return g_strdup (number != 0 ? "true" : "false");
  if (parameter->type == TWIN_PARAMETER_CHOICE && twin_parameter_allows_number (parameter, number))
    return g_strdup (parameter->choices[(int) number].name);

  /* 15 digits where they are enough, so that 0.1 reads "0.1" */
  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  if (g_ascii_strtod (digits, NULL) != number)
    g_ascii_formatd (digits, sizeof digits, "%.17g", number);
  return g_strdup (digits);
}
