/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "manual-tables.h"

#include <math.h>

#include "twin-model.h"
#include "twin-search.h"

static void
append_number (GString *out,
               double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

static void
append_value (GString *out,
              const TwinParameter *parameter,
              double value)
{
  if (parameter->type == TWIN_PARAMETER_CHOICE)
    g_string_append_printf (out, "`%s`", parameter->choices[(int) value].name);
  else if (parameter->type == TWIN_PARAMETER_BOOLEAN)
    g_string_append (out, value != 0.0 ? "true" : "false");
  else
    append_number (out, value);
}

static void
append_default (GString *out,
                const TwinModelType *type,
                const TwinParameter *parameter)
{
  const TwinParameterList *list = NULL;

  for (guint i = 0; i < type->n_lists; i++)
    if (g_str_has_prefix (parameter->key, type->lists[i].key)
        && parameter->key[strlen (type->lists[i].key)] == '.')
      list = &type->lists[i];

  if (list == NULL || (parameter->item_initial == NULL && parameter->item_text == NULL))
    {
      if (parameter->type != TWIN_PARAMETER_TEXT && parameter->type != TWIN_PARAMETER_DAYS)
        append_value (out, parameter, parameter->initial);
      return;
    }
  for (guint i = 0; i < list->n_initial; i++)
    {
      if (i > 0)
        g_string_append (out, " · ");
      if (parameter->item_text != NULL)
        g_string_append (out, parameter->item_text[i]);
      else
        append_value (out, parameter, parameter->item_initial[i]);
    }
}

static void
append_range (GString *out,
              const TwinParameter *parameter)
{
  if (isinf (parameter->upper))
    {
      g_string_append (out, parameter->above_lower ? "> " : "≥ ");
      append_number (out, parameter->lower);
      return;
    }
  if (parameter->above_lower)
    g_string_append (out, "above ");
  append_number (out, parameter->lower);
  g_string_append (out, parameter->above_lower ? ", to " : " to ");
  append_number (out, parameter->upper);
}

static void
append_allowed (GString *out,
                const TwinParameter *parameter)
{
  switch (parameter->type)
    {
    case TWIN_PARAMETER_CHOICE:
      for (const TwinChoice *choice = parameter->choices; choice->name != NULL; choice++)
        g_string_append_printf (out, "%s`%s`", choice == parameter->choices ? "" : ", ",
                                choice->name);
      break;
    case TWIN_PARAMETER_BOOLEAN:
      g_string_append (out, "true, false");
      break;
    case TWIN_PARAMETER_TEXT:
      g_string_append (out, "text");
      break;
    case TWIN_PARAMETER_DAYS:
      g_string_append (out, "days, ascending");
      break;
    case TWIN_PARAMETER_REAL:
    case TWIN_PARAMETER_WHOLE:
    default:
      append_range (out, parameter);
      if (parameter->type == TWIN_PARAMETER_WHOLE)
        g_string_append (out, ", whole");
      if (parameter->per != NULL)
        g_string_append_printf (out, "; one, or one for each of `%s`", parameter->per);
      break;
    }
}

static void
append_parameters (GString *out,
                   const TwinModelType *type)
{
  g_string_append (out, "| Group | Parameter | Key | Unit | Default | Allowed | Meaning |\n"
                        "|---|---|---|---|---|---|---|\n");
  for (guint i = 0; i < type->n_parameters; i++)
    {
      const TwinParameter *parameter = &type->parameters[i];

      g_string_append_printf (out, "| %s | %s | `%s` | %s | ", parameter->group,
                              parameter->title, parameter->key,
                              parameter->unit != NULL ? parameter->unit : "");
      append_default (out, type, parameter);
      g_string_append (out, " | ");
      append_allowed (out, parameter);
      g_string_append_printf (out, " | %s |\n", parameter->help != NULL ? parameter->help : "");
    }
}

static void
append_metric_rows (GString *out,
                    const TwinMetric *metrics,
                    guint n_metrics)
{
  g_string_append (out, "| Metric | Name in files | Unit | Meaning |\n|---|---|---|---|\n");
  for (guint i = 0; i < n_metrics; i++)
    {
      const TwinMetric *metric = &metrics[i];
      const char *unit = metric->unit;

      if (unit == NULL && metric->quantity == TWIN_QUANTITY_SHARE)
        unit = "share, 0 to 1";
      else if (unit == NULL && metric->quantity == TWIN_QUANTITY_MONEY)
        unit = "money";
      g_string_append_printf (out, "| %s | `%s` | %s | %s |\n", metric->title, metric->name,
                              unit != NULL ? unit : "", metric->help);
    }
}

static void
append_metrics (GString *out,
                const TwinModelType *type)
{
  append_metric_rows (out, type->metrics, type->n_metrics);
}

/* What is measured of the nodes of a new model, each kind of them once. */
static void
append_nodes (GString *out,
              const TwinModelType *type)
{
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);
  g_autoptr (TwinModel) model = twin_model_new (parameters, NULL);
  const TwinMetric *last = NULL;

  for (guint i = 0; i < twin_model_get_n_nodes (model); i++)
    {
      const TwinNode *node = twin_model_get_node (model, i);

      if (node->metrics == last)
        continue;
      g_string_append_printf (out, "%sOf `%s`:\n\n", i > 0 ? "\n" : "", node->name);
      append_metric_rows (out, node->metrics, node->n_metrics);
      last = node->metrics;
    }
}

static void
append_change (GString *out,
               const TwinPresetChange *change)
{
  static const char *const signs[] = {
    [TWIN_CHANGE_SET] = "=",
    [TWIN_CHANGE_ADD] = "+",
    [TWIN_CHANGE_MULTIPLY] = "×",
  };

  g_string_append_printf (out, "`%s` %s ", change->key, signs[change->operation]);
  if (change->text != NULL)
    g_string_append (out, change->text);
  else
    append_number (out, change->value);
}

static void
append_scenarios (GString *out,
                  const TwinModelType *type)
{
  g_string_append (out, "| Scenario | Name in files | What it changes |\n|---|---|---|\n");
  for (guint i = 0; i < type->n_presets; i++)
    {
      const TwinPreset *preset = &type->presets[i];

      g_string_append_printf (out, "| %s | `%s` | ", preset->title, preset->name);
      for (guint j = 0; j < preset->n_changes; j++)
        {
          g_string_append (out, j > 0 ? ", " : "");
          append_change (out, &preset->changes[j]);
        }
      g_string_append (out, preset->n_changes == 0 ? "nothing |\n" : " |\n");
    }
}

static void
append_search (GString *out,
               const TwinModelType *type)
{
  const TwinMetric *service = &type->metrics[twin_model_type_get_metric (type,
                                                                         TWIN_METRIC_SERVICE)];

  g_string_append (out, "| Searched | From | To | Step |\n|---|---|---|---|\n");
  for (guint i = 0; i < type->n_decisions; i++)
    {
      const TwinDecision *decision = &type->decisions[i];

      g_string_append_printf (out, "| `optimize.%s` | ", decision->key);
      append_number (out, decision->lower);
      g_string_append (out, " | ");
      append_number (out, decision->upper);
      g_string_append (out, " | ");
      append_number (out, decision->step);
      g_string_append (out, " |\n");
    }
  g_string_append_printf (out, "\nTarget (`optimize.target`) for the mean `%s`: ", service->name);
  append_number (out, type->default_target);
  g_string_append (out, " unless told, ");
  append_number (out, type->target_lower);
  g_string_append (out, " to ");
  append_number (out, type->target_upper);
  g_string_append (out, ".\n");
  if (!twin_search_is_grid (type))
    g_string_append_printf (out,
                            "\nPolicies looked at (`optimize.policies`): %d unless told, up to %d.\n",
                            TWIN_DEFAULT_BUDGET, TWIN_MAX_POLICIES);
}

static void
append_assumptions (GString *out,
                    const TwinModelType *type)
{
  for (guint i = 0; i < type->n_assumptions; i++)
    {
      const TwinAssumption *assumption = &type->assumptions[i];

      g_string_append_printf (out, "- **%s.** %s", assumption->topic, assumption->text);
      if (assumption->key != NULL)
        g_string_append_printf (out, " (`%s`)", assumption->key);
      g_string_append_c (out, '\n');
    }
}

static void
append_reference (GString *out,
                  const TwinModelType *type)
{
  g_string_append (out, "| Model | Cost a day | Service | Source |\n|---|---|---|---|\n");
  for (guint i = 0; i < type->n_reference_cases; i++)
    {
      const TwinReferenceCase *reference = &type->reference_cases[i];

      g_string_append_printf (out, "| %s | %.4f | %.5f | %s |\n", reference->title,
                              reference->cost, reference->service, reference->source);
    }
}

char *
manual_table_new (const TwinModelType *type,
                  const char *name)
{
  static const struct
  {
    const char *name;
    void (*append) (GString *out, const TwinModelType *type);
  } tables[] = {
    { "parameters", append_parameters }, { "metrics", append_metrics },
    { "scenarios", append_scenarios },   { "search", append_search },
    { "assumptions", append_assumptions }, { "reference", append_reference },
    { "nodes", append_nodes },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (name, tables[i].name))
      {
        GString *out = g_string_new (NULL);

        tables[i].append (out, type);
        return g_string_free (out, FALSE);
      }
  return NULL;
}

static gboolean
append_anew (const GMatchInfo *match,
             GString *out,
             gpointer error)
{
  g_autofree char *type_name = g_match_info_fetch (match, 1);
  g_autofree char *name = g_match_info_fetch (match, 2);
  const TwinModelType *type = twin_model_type_find (type_name, error);
  g_autofree char *table = type != NULL ? manual_table_new (type, name) : NULL;

  if (type == NULL)
    return TRUE;
  if (table == NULL)
    {
      g_set_error (error, TWIN_ERROR, TWIN_ERROR_UNKNOWN_KEY, "No table “%s”", name);
      return TRUE;
    }
  g_string_append_printf (out, "<!-- table: %s %s -->\n\n%s\n<!-- end of table -->", type_name,
                          name, table);
  return FALSE;
}

char *
manual_update (const char *text,
               GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *updated = NULL;
  /* Possessive, as a long table would exhaust the stack of what can be taken back. */
  g_autoptr (GRegex) regex
    = g_regex_new ("<!-- table: (\\w+) (\\w+) -->[^<]*+(?:<(?!!-- )[^<]*+)*+<!-- end of table -->",
                   G_REGEX_OPTIMIZE, 0, NULL);

  updated = g_regex_replace_eval (regex, text, -1, 0, 0, append_anew, &failure, error);
  if (failure != NULL)
    {
      g_clear_error (error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&updated);
}
