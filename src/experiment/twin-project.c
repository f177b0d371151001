/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-project.h"
#include "twin-run.h"
#include "twin-suggestion.h"
#include "twin-typed-number.h"

#define DEFAULT_REPLICATIONS 1000
#define DEFAULT_SEED 42

static guint
count_types (void)
{
  const TwinModelType *const *types = twin_model_type_list ();
  guint n = 0;

  while (types[n] != NULL)
    n++;

  return n;
}

/* The place of @type among all types; their number where it is none of them. */
static guint
find_type (const TwinModelType *type)
{
  const TwinModelType *const *types = twin_model_type_list ();
  guint i = 0;

  while (types[i] != NULL && types[i] != type)
    i++;

  return i;
}

TwinProject *
twin_project_new (const TwinModelType *type)
{
  const TwinModelType *const *types = twin_model_type_list ();
  guint n_types = count_types ();
  TwinProject *self;

  g_return_val_if_fail (find_type (type) < n_types, NULL);

  self = g_new0 (TwinProject, 1);
  self->type = type;
  self->parameters = g_new (TwinParameters *, n_types);
  for (guint i = 0; i < n_types; i++)
    self->parameters[i] = twin_parameters_new (types[i]);
  self->replications = DEFAULT_REPLICATIONS;
  self->seed = DEFAULT_SEED;
  self->scenarios = twin_scenario_list_presets (type);
  self->search = twin_search_new (type);

  return self;
}

TwinProject *
twin_project_copy (const TwinProject *self)
{
  guint n_types = count_types ();
  TwinProject *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (TwinProject, 1);
  *copy = *self;
  copy->parameters = g_new (TwinParameters *, n_types);
  for (guint i = 0; i < n_types; i++)
    copy->parameters[i] = twin_parameters_copy (self->parameters[i]);
  copy->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_scenario_free);
  for (guint i = 0; i < self->scenarios->len; i++)
    g_ptr_array_add (copy->scenarios,
                     twin_scenario_copy (g_ptr_array_index (self->scenarios, i)));
  copy->search = twin_search_copy (self->search);

  return copy;
}

void
twin_project_free (TwinProject *self)
{
  guint n_types = count_types ();

  if (self == NULL)
    return;

  for (guint i = 0; i < n_types; i++)
    twin_parameters_free (self->parameters[i]);
  g_free (self->parameters);
  g_ptr_array_unref (self->scenarios);
  twin_search_free (self->search);
  g_free (self);
}

gboolean
twin_project_equal (const TwinProject *a,
                    const TwinProject *b)
{
  guint n_types = count_types ();

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->type != b->type || a->replications != b->replications || a->seed != b->seed ||
      a->scenarios->len != b->scenarios->len || !twin_search_equal (a->search, b->search))
    return FALSE;

  for (guint i = 0; i < n_types; i++)
    {
      if (!twin_parameters_equal (a->parameters[i], b->parameters[i]))
        return FALSE;
    }

  for (guint i = 0; i < a->scenarios->len; i++)
    {
      if (!twin_scenario_equal (g_ptr_array_index (a->scenarios, i),
                                g_ptr_array_index (b->scenarios, i)))
        return FALSE;
    }

  return TRUE;
}

TwinParameters *
twin_project_get_parameters (const TwinProject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->parameters[find_type (self->type)];
}

void
twin_project_set_model_type (TwinProject *self,
                             const TwinModelType *type)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (find_type (type) < count_types ());

  if (type == self->type)
    return;

  self->type = type;
  g_ptr_array_unref (self->scenarios);
  self->scenarios = twin_scenario_list_presets (type);
  twin_search_free (self->search);
  self->search = twin_search_new (type);
}

/* "Demand spike" and "demand-spike" as "demand_spike". */
static char *
fold_name (const char *name)
{
  char *folded = g_utf8_casefold (name, -1);

  return g_strdelimit (folded, " -", '_');
}

/* The scenario that was probably meant, by its name or its title; or NULL. */
static const char *
suggest_scenario (const TwinProject *self,
                  const char *name)
{
  g_autofree char *typed = fold_name (name);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *near;
  guint place;

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const TwinScenario *scenario = g_ptr_array_index (self->scenarios, i);

      g_ptr_array_add (words, fold_name (scenario->name));
      g_ptr_array_add (words, fold_name (scenario->title));
    }
  near = twin_suggest (typed, (const char *const *) words->pdata, words->len);
  if (near == NULL || !g_ptr_array_find (words, near, &place))
    return NULL;
  return ((const TwinScenario *) g_ptr_array_index (self->scenarios, place / 2))->name;
}

TwinScenario *
twin_project_find_scenario (const TwinProject *self,
                            const char *name,
                            GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      TwinScenario *scenario = g_ptr_array_index (self->scenarios, i);

      if (strcmp (scenario->name, name) == 0)
        return scenario;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", scenario->name);
    }

  const char *meant = suggest_scenario (self, name);
  g_propagate_error (error,
                     meant != NULL
                         ? twin_error_new (TWIN_ERROR_UNKNOWN_KEY, name,
                                           _("%s: no such scenario; did you mean %s? There are: "
                                             "%s"),
                                           name, meant, names->str)
                         : twin_error_new (TWIN_ERROR_UNKNOWN_KEY, name,
                                           _("%s: no such scenario; there are: %s"), name,
                                           names->str));
  return NULL;
}

static gboolean
parse_whole (const char *key,
             const char *text,
             guint64 lower,
             guint64 upper,
             guint64 *value,
             GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *from = g_strdup_printf ("%" G_GUINT64_FORMAT, lower);
  g_autofree char *to = g_strdup_printf ("%" G_GUINT64_FORMAT, upper);

  if (g_ascii_string_to_unsigned (text, 10, lower, upper, value, &reason))
    return TRUE;

  g_propagate_error (error,
                     twin_error_new (g_error_matches (reason, G_NUMBER_PARSER_ERROR,
                                                      G_NUMBER_PARSER_ERROR_INVALID)
                                       ? TWIN_ERROR_WRONG_TYPE
                                       : TWIN_ERROR_OUT_OF_BOUNDS,
                                     key,
                                     _("%s: “%s” is not allowed; it must be a whole number from "
                                       "%s to %s"),
                                     key, text, from, to));
  return FALSE;
}

static gboolean
set_experiment (TwinProject *self,
                const char *key,
                const char *text,
                GError **error)
{
  guint64 whole;

  if (strcmp (key, "experiment.replications") == 0)
    {
      if (!parse_whole (key, text, 1, TWIN_MAX_REPLICATIONS, &whole, error))
        return FALSE;
      self->replications = whole;
      return TRUE;
    }

  if (strcmp (key, "experiment.seed") == 0)
    {
      if (!parse_whole (key, text, 0, G_MAXUINT64, &whole, error))
        return FALSE;
      self->seed = whole;
      return TRUE;
    }

  g_propagate_error (error,
                     twin_error_new (TWIN_ERROR_UNKNOWN_KEY, key,
                                     _("%s: no such key; there are experiment.replications and "
                                       "experiment.seed"),
                                     key));
  return FALSE;
}

/* Where the number of "optimize.reorder_point.min" is kept, or NULL. */
static double *
find_number (TwinSearch *search,
             const char *key)
{
  if (strcmp (key, "optimize.target") == 0)
    return &search->target;

  for (guint i = 0; i < search->type->n_decisions; i++)
    {
      g_autofree char *prefix = g_strdup_printf ("optimize.%s.", search->type->decisions[i].key);
      const char *part = key + strlen (prefix);

      if (!g_str_has_prefix (key, prefix))
        continue;
      if (strcmp (part, "min") == 0)
        return &search->ranges[i].lower;
      if (strcmp (part, "max") == 0)
        return &search->ranges[i].upper;
      if (strcmp (part, "step") == 0)
        return &search->ranges[i].step;
    }

  return NULL;
}

static char *
list_optimize_keys (const TwinModelType *type)
{
  GString *keys = g_string_new ("optimize.target");

  if (!twin_search_is_grid (type))
    g_string_append (keys, ", optimize.policies");
  for (guint i = 0; i < type->n_decisions; i++)
    g_string_append_printf (keys, ", optimize.%s.min|max|step", type->decisions[i].key);

  return g_string_free (keys, FALSE);
}

static gboolean
set_optimize (TwinProject *self,
              const char *key,
              const char *text,
              GError **error)
{
  double *number = find_number (self->search, key);
  g_autofree char *keys = NULL;
  guint64 whole;

  if (number != NULL)
    return twin_typed_number_parse (key, text, number == &self->search->target, number, error);

  if (strcmp (key, "optimize.policies") == 0 && !twin_search_is_grid (self->type))
    {
      if (!parse_whole (key, text, 1, TWIN_MAX_POLICIES, &whole, error))
        return FALSE;
      self->search->budget = whole;
      return TRUE;
    }

  keys = list_optimize_keys (self->type);
  g_propagate_error (error,
                     twin_error_new (TWIN_ERROR_UNKNOWN_KEY, key,
                                     _("%s: no such key; there are: %s"), key, keys));
  return FALSE;
}

gboolean
twin_project_set_from_string (TwinProject *self,
                              const char *key,
                              const char *value,
                              GError **error)
{
  g_return_val_if_fail (self != NULL && key != NULL && value != NULL, FALSE);

  if (g_str_has_prefix (key, "experiment."))
    return set_experiment (self, key, value, error);
  if (g_str_has_prefix (key, "optimize."))
    return set_optimize (self, key, value, error);

  return twin_parameters_set_from_string (twin_project_get_parameters (self), key, value, error);
}

gboolean
twin_project_check (const TwinProject *self,
                    GError **error)
{
  g_autoptr (TwinModel) model = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  model = twin_model_new (twin_project_get_parameters (self), error);

  return model != NULL && twin_run_check (model, self->replications, error) &&
         twin_search_check (self->search, error);
}
