/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-parameters-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
check_bounds (const TwinParameters *self,
              GPtrArray *problems)
{
  g_autoptr (GPtrArray) keys = twin_parameters_list_keys (self);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const TwinParameter *parameter = twin_parameters_find (self, key, NULL);

      if (parameter->type == TWIN_PARAMETER_TEXT || parameter->type == TWIN_PARAMETER_DAYS ||
          twin_parameter_allows_number (parameter, twin_parameters_get_number (self, key)))
        continue;
      g_autofree char *value = twin_parameters_dup_string (self, key);
      g_autofree char *bounds = twin_parameter_describe_allowed (parameter);
      g_ptr_array_add (problems, twin_error_new (TWIN_ERROR_OUT_OF_BOUNDS, key,
                                                 _("%s: %s is not allowed; it must be %s"), key,
                                                 value, bounds));
    }
}

static void
check_list_length (const TwinParameters *self,
                   const TwinParameterList *list,
                   GPtrArray *problems)
{
  guint n = twin_parameters_get_n_items (self, list->key);

  if (n < list->lower || n > list->upper)
    g_ptr_array_add (problems, twin_error_new (TWIN_ERROR_OUT_OF_BOUNDS, list->key,
                                               _("%s: there are %u, but there must be %u to %u"),
                                               list->key, n, list->lower, list->upper));
}

/* One pair of values; NaN is told by check_bounds(). */
static void
check_pair (const TwinParameters *self,
            const char *lesser,
            const char *greater,
            gboolean strict,
            GPtrArray *problems)
{
  double a = twin_parameters_get_number (self, lesser);
  double b = twin_parameters_get_number (self, greater);

  if (strict ? !(a >= b) : !(a > b))
    return;
  if (!twin_parameters_is_relevant (self, lesser) || !twin_parameters_is_relevant (self, greater))
    return;

  g_autofree char *value = twin_parameters_dup_string (self, lesser);
  g_autofree char *limit = twin_parameters_dup_string (self, greater);
  g_ptr_array_add (problems,
                   twin_error_new (TWIN_ERROR_CONFLICT, lesser,
                                   strict
                                       ? _("%s: %s is not allowed; it must be below %s, which is %s")
                                       : _("%s: %s is not allowed; it must not exceed %s, which is %s"),
                                   lesser, value, greater, limit));
}

/* The pair of one item of a list; number by number where one of the two is split. */
static void
check_item (const TwinParameters *self,
            const TwinOrdering *ordering,
            guint item,
            GPtrArray *problems)
{
  g_autofree char *lesser = twin_parameters_item_key (ordering->lesser, item);
  g_autofree char *greater = twin_parameters_item_key (ordering->greater, item);
  const char *per = twin_parameters_find (self, lesser, NULL)->per;

  if (!twin_parameters_is_split (self, lesser) && !twin_parameters_is_split (self, greater))
    {
      check_pair (self, lesser, greater, ordering->strict, problems);
      return;
    }
  for (guint i = 0; i < twin_parameters_get_n_items (self, per); i++)
    {
      g_autofree char *a = g_strdup_printf ("%s.%u", lesser, i);
      g_autofree char *b = g_strdup_printf ("%s.%u", greater, i);
      check_pair (self, a, b, ordering->strict, problems);
    }
}

static void
check_ordering (const TwinParameters *self,
                const TwinOrdering *ordering,
                GPtrArray *problems)
{
  guint n = 1;

  for (guint i = 0; i < self->type->n_lists; i++)
    {
      const TwinParameterList *list = &self->type->lists[i];
      gsize length = strlen (list->key);
      if (strncmp (ordering->lesser, list->key, length) == 0 &&
          strncmp (ordering->lesser + length, ".*.", 3) == 0)
        n = twin_parameters_get_n_items (self, list->key);
    }
  for (guint i = 0; i < n; i++)
    check_item (self, ordering, i, problems);
}

gboolean
twin_parameters_is_relevant (const TwinParameters *self,
                             const char *key)
{
  const TwinParameter *parameter = twin_parameters_find (self, key, NULL);

  g_return_val_if_fail (parameter != NULL, FALSE);
  if (parameter->when_key == NULL)
    return TRUE;
  return (int) twin_parameters_get_number (self, parameter->when_key) == parameter->when_choice;
}

GPtrArray *
twin_parameters_check (const TwinParameters *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  check_bounds (self, problems);
  for (guint i = 0; i < self->type->n_lists; i++)
    check_list_length (self, &self->type->lists[i], problems);
  for (guint i = 0; i < self->type->n_orderings; i++)
    check_ordering (self, &self->type->orderings[i], problems);
  if (self->type->check != NULL)
    self->type->check (self, problems);
  return problems;
}
