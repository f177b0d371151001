/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-item-keys.h"
#include "twin-message-words.h"
#include "twin-number-text.h"
#include "twin-problems.h"
#include "twin-search-words.h"

/* Takes @error (nullable), unless its key has a problem already. */
static void
add_problem (GPtrArray *problems,
             GError *error)
{
  if (error == NULL)
    return;

  if (twin_problems_get (problems, twin_error_get_key (error)) != NULL)
    g_error_free (error);
  else
    g_ptr_array_add (problems, error);
}

GPtrArray *
twin_problems_find (const TwinProject *project)
{
  GPtrArray *problems = twin_parameters_check (twin_project_get_parameters (project));
  GError *error = NULL;

  /* Both stop at the first thing wrong, and a project's check at what is known already. */
  if (!twin_search_check (project->search, &error))
    add_problem (problems, g_steal_pointer (&error));
  if (!twin_project_check (project, &error))
    add_problem (problems, g_steal_pointer (&error));

  return problems;
}

const GError *
twin_problems_get (const GPtrArray *problems,
                   const char *key)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const GError *error = g_ptr_array_index (problems, i);

      if (g_strcmp0 (twin_error_get_key (error), key) == 0)
        return error;
    }

  return NULL;
}

static char *
describe_ordering (const TwinParameters *parameters,
                   const TwinOrdering *ordering,
                   gboolean is_lesser,
                   const char *other)
{
  const TwinParameter *parameter = twin_parameters_find (parameters, other, NULL);
  g_autofree char *value = NULL;
  const char *title;

  g_return_val_if_fail (parameter != NULL, NULL);

  value = twin_number_text_format (twin_parameters_get_number (parameters, other));
  title = _(parameter->title);

  /* Translators: the title of another number and its value, here and below. */
  if (is_lesser && ordering->strict)
    return g_strdup_printf (_("Must be below “%s”, which is %s"), title, value);
  if (is_lesser)
    return g_strdup_printf (_("Must not be above “%s”, which is %s"), title, value);
  if (ordering->strict)
    return g_strdup_printf (_("Must be above “%s”, which is %s"), title, value);
  return g_strdup_printf (_("Must not be below “%s”, which is %s"), title, value);
}

/* The problem of the lesser end of an ordering, which is the one that has it. Where either end is
 * split, it has one for each number; @each is then the one it is about, and asked for is that one
 * or, with TWIN_ITEM_NONE, any. */
static gboolean
find_conflict (const GPtrArray *problems,
               const TwinModelType *type,
               const TwinItemKey *lesser,
               int item,
               int *each)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const GError *error = problems->pdata[i];
      const char *key = twin_error_get_key (error);
      TwinItemKey place;

      if (error->code == TWIN_ERROR_CONFLICT && key != NULL
          && twin_item_key_read (&place, type, key) && place.parameter == lesser->parameter
          && place.item == item && (*each == TWIN_ITEM_NONE || place.each == *each))
        {
          *each = place.each;
          return TRUE;
        }
    }

  return FALSE;
}

/* An ordering that @key breaks: one whose lesser end has a problem of that sort. */
static char *
find_broken_ordering (const GPtrArray *problems,
                      const TwinParameters *parameters,
                      const char *key)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  TwinItemKey place, lesser, greater;

  if (!twin_item_key_read (&place, type, key))
    return NULL;

  for (guint i = 0; i < type->n_orderings; i++)
    {
      const TwinOrdering *ordering = &type->orderings[i];
      g_autofree char *other = NULL;
      gboolean is_lesser;
      int each = place.each;

      if (!twin_item_key_read (&lesser, type, ordering->lesser)
          || !twin_item_key_read (&greater, type, ordering->greater))
        continue;
      is_lesser = place.parameter == lesser.parameter;
      if ((!is_lesser && place.parameter != greater.parameter)
          || !find_conflict (problems, type, &lesser, place.item, &each))
        continue;

      other = twin_item_key_write (is_lesser ? &greater : &lesser, place.item, each);
      return describe_ordering (parameters, ordering, is_lesser, other);
    }

  return NULL;
}

static char *
describe_bounds (const TwinParameter *parameter)
{
  g_autofree char *lower = twin_number_text_format (parameter->lower);
  g_autofree char *upper = twin_number_text_format (parameter->upper);

  if (parameter->above_lower)
    return g_strdup_printf (_("Must be above %s"), lower);
  if (!isfinite (parameter->upper))
    return g_strdup_printf (_("Must not be below %s"), lower);

  return g_strdup_printf (_("Must be from %s to %s"), lower, upper);
}

/* A message that files and the command line have begins with a key and may speak of others. */
static char *
put_titles (const TwinModelType *type,
            const GError *error)
{
  const char *key = twin_error_get_key (error);
  const char *message = error->message;
  GString *text;
  g_autofree char *first = NULL;

  if (key != NULL)
    message = twin_message_words_skip_key (message, key);
  first = g_utf8_strup (message, g_utf8_next_char (message) - message);
  text = g_string_new (first);
  g_string_append (text, g_utf8_next_char (message));
  for (guint i = 0; i < type->n_parameters; i++)
    {
      const TwinParameter *parameter = &type->parameters[i];

      /* A key of one plain word may be a word. */
      if (strpbrk (parameter->key, "_.") != NULL)
        twin_message_words_put_title (text, parameter->key, _(parameter->title));
    }
  return g_string_free (text, FALSE);
}

static char *
describe_text (const TwinModelType *type,
               const GError *error,
               const char *text)
{
  if (*text == '\0')
    return g_strdup (_("Must not be empty"));
  if (error->code == TWIN_ERROR_CONFLICT)
    return g_strdup (_("Taken already; each needs one of its own"));

  return put_titles (type, error);
}

char *
twin_problems_describe (const GPtrArray *problems,
                        const TwinParameters *parameters,
                        const char *key)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  const TwinParameter *parameter = twin_parameters_find (parameters, key, NULL);
  const GError *error = twin_problems_get (problems, key);

  g_return_val_if_fail (parameter != NULL, NULL);

  if (error == NULL || error->code == TWIN_ERROR_CONFLICT)
    {
      char *ordering = find_broken_ordering (problems, parameters, key);

      if (ordering != NULL || error == NULL)
        return ordering;
    }
  if (parameter->type == TWIN_PARAMETER_TEXT)
    return describe_text (type, error, twin_parameters_get_text (parameters, key));
  if (error->code == TWIN_ERROR_OUT_OF_BOUNDS)
    return describe_bounds (parameter);

  return put_titles (type, error);
}

char *
twin_problems_describe_alone (const TwinModelType *type,
                              const GError *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  return put_titles (type, problem);
}

char *
twin_problems_describe_titled (const GPtrArray *problems,
                               const TwinParameters *parameters,
                               const TwinSearch *search,
                               const GError *problem)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  const char *key = twin_error_get_key (problem);
  g_autofree char *description = NULL;
  g_autofree char *title = NULL;

  if (key != NULL && twin_parameters_find (parameters, key, NULL) != NULL)
    {
      title = twin_item_key_dup_title (parameters, key);
      description = twin_problems_describe (problems, parameters, key);
    }
  else if (search != NULL)
    {
      title = twin_search_words_title (type, key);
      description = twin_search_words_describe (search, problem);
    }
  if (description == NULL)
    description = put_titles (type, problem);
  if (title == NULL)
    return g_steal_pointer (&description);
  /* Translators: a number's title and what is wrong with it. */
  return g_strdup_printf (_("%s: %s"), title, description);
}
