/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-parameters-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a number may be, in words: "a whole number from 0 to 1000000". */
static char *
describe_bounds (const TwinParameter *parameter)
{
  char lower[G_ASCII_DTOSTR_BUF_SIZE], upper[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean whole = parameter->type == TWIN_PARAMETER_WHOLE;

  g_ascii_formatd (lower, sizeof lower, "%.10g", parameter->lower);
  g_ascii_formatd (upper, sizeof upper, "%.10g", parameter->upper);
  if (isinf (parameter->upper))
    {
      if (parameter->above_lower)
        return g_strdup_printf (whole ? _("a whole number above %s") : _("a number above %s"), lower);
      return g_strdup_printf (whole ? _("a whole number of %s or more") : _("a number of %s or more"),
                              lower);
    }
  if (parameter->above_lower)
    return g_strdup_printf (whole ? _("a whole number above %s and up to %s")
                                  : _("a number above %s and up to %s"),
                            lower, upper);
  return g_strdup_printf (whole ? _("a whole number from %s to %s") : _("a number from %s to %s"),
                          lower, upper);
}

static gboolean
is_within_bounds (const TwinParameter *parameter,
                  double number)
{
  if (!isfinite (number))
    return FALSE;
  if (number < parameter->lower || (parameter->above_lower && number <= parameter->lower))
    return FALSE;
  if (number > parameter->upper)
    return FALSE;
  return parameter->type == TWIN_PARAMETER_REAL || number == rint (number);
}

static void
check_bounds (const TwinParameters *self,
              guint p,
              GPtrArray *problems)
{
  const TwinParameter *parameter = &self->type->parameters[p];

  if (parameter->type != TWIN_PARAMETER_REAL && parameter->type != TWIN_PARAMETER_WHOLE)
    return;
  for (guint i = 0; i < self->values[p]->len; i++)
    {
      if (is_within_bounds (parameter, g_array_index (self->values[p], TwinValue, i).number))
        continue;
      g_autofree char *key = twin_parameters_item_key (parameter->key, i);
      g_autofree char *value = twin_parameters_dup_string (self, key);
      g_autofree char *bounds = describe_bounds (parameter);
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
            const TwinOrdering *ordering,
            guint item,
            GPtrArray *problems)
{
  g_autofree char *lesser = twin_parameters_item_key (ordering->lesser, item);
  g_autofree char *greater = twin_parameters_item_key (ordering->greater, item);
  double a = twin_parameters_get_number (self, lesser);
  double b = twin_parameters_get_number (self, greater);

  if (!twin_parameters_is_relevant (self, lesser) || !twin_parameters_is_relevant (self, greater))
    return;
  if (ordering->strict ? !(a >= b) : !(a > b))
    return;

  g_autofree char *value = twin_parameters_dup_string (self, lesser);
  g_autofree char *limit = twin_parameters_dup_string (self, greater);
  g_ptr_array_add (problems,
                   twin_error_new (TWIN_ERROR_CONFLICT, lesser,
                                   ordering->strict
                                       ? _("%s: %s is not allowed; it must be below %s, which is %s")
                                       : _("%s: %s is not allowed; it must not exceed %s, which is %s"),
                                   lesser, value, greater, limit));
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
    check_pair (self, ordering, i, problems);
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

  for (guint p = 0; p < self->type->n_parameters; p++)
    check_bounds (self, p, problems);
  for (guint i = 0; i < self->type->n_lists; i++)
    check_list_length (self, &self->type->lists[i], problems);
  for (guint i = 0; i < self->type->n_orderings; i++)
    check_ordering (self, &self->type->orderings[i], problems);
  if (self->type->check != NULL)
    self->type->check (self, problems);
  return problems;
}
