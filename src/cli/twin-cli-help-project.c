/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-cli-estimate.h"
#include "twin-cli-help.h"
#include "twin-cli-nodes.h"
#include "twin-cli-table.h"
#include "twin-run.h"

/* Items of a list whose values are listed. */
#define SHOWN_ITEMS 6u

/* Numbers as they are typed: with "." and without groups. */
static char *
typed_number (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.15g", value));
}

static char *
list_choices (const TwinParameter *parameter)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; parameter->choices[i].name != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " | " : "", parameter->choices[i].name);
  return g_string_free (names, FALSE);
}

/* "0 … 3650", "> 0, ≤ 36500", "≥ 0" */
static char *
describe_allowed (const TwinParameter *parameter)
{
  g_autofree char *lower = typed_number (parameter->lower);
  g_autofree char *upper = typed_number (parameter->upper);

  switch (parameter->type)
    {
    case TWIN_PARAMETER_CHOICE:
      return list_choices (parameter);
    case TWIN_PARAMETER_BOOLEAN:
      return g_strdup ("true | false");
    case TWIN_PARAMETER_TEXT:
      return g_strdup (C_("allowed", "text"));
    case TWIN_PARAMETER_DAYS:
      return g_strdup (C_("allowed", "days: 30,31,32"));
    case TWIN_PARAMETER_REAL:
    case TWIN_PARAMETER_WHOLE:
    default:
      break;
    }
  if (parameter->upper > G_MAXDOUBLE)
    return g_strdup_printf (parameter->above_lower ? "> %s" : "≥ %s", lower);
  if (parameter->above_lower)
    return g_strdup_printf ("> %s, ≤ %s", lower, upper);
  return g_strdup_printf ("%s … %s", lower, upper);
}

/* One value, or where it is split the number of each item: "[300, 120]". */
static void
append_value (const TwinParameters *parameters,
              const TwinParameter *parameter,
              const char *key,
              GString *values)
{
  gboolean split = twin_parameters_is_split (parameters, key);
  guint n = split ? twin_parameters_get_n_items (parameters, parameter->per) : 1;

  g_string_append (values, split ? "[" : "");
  for (guint i = 0; i < MIN (n, SHOWN_ITEMS); i++)
    {
      g_autofree char *each = split ? g_strdup_printf ("%s.%u", key, i) : g_strdup (key);
      g_autofree char *value = twin_parameters_dup_string (parameters, each);

      g_string_append_printf (values, "%s%s", i > 0 ? ", " : "", value);
    }
  g_string_append (values, n > SHOWN_ITEMS ? ", …" : "");
  g_string_append (values, split ? "]" : "");
}

/* One value, or one for each of the first items of a list. */
static char *
describe_value (const TwinParameters *parameters,
                const TwinParameter *parameter)
{
  const char *key = parameter->key;
  const char *star = strstr (key, ".*.");
  g_autofree char *list = star != NULL ? g_strndup (key, star - key) : NULL;
  guint n = list != NULL ? twin_parameters_get_n_items (parameters, list) : 1;
  GString *values = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, SHOWN_ITEMS); i++)
    {
      g_autofree char *item = star == NULL ? g_strdup (key)
                                           : g_strdup_printf ("%s.%u.%s", list, i,
                                                              star + strlen (".*."));

      g_string_append (values, i > 0 ? ", " : "");
      append_value (parameters, parameter, item, values);
    }
  g_string_append (values, n > SHOWN_ITEMS ? ", …" : "");
  return g_string_free (values, FALSE);
}

static void
add_key (TwinCliTable *table,
         const char *key,
         char *value,
         char *allowed,
         const char *unit,
         const char *meaning)
{
  twin_cli_table_begin_row (table);
  twin_cli_table_add (table, key);
  twin_cli_table_take (table, value);
  twin_cli_table_take (table, allowed);
  twin_cli_table_add (table, unit != NULL ? _(unit) : "");
  twin_cli_table_add (table, meaning);
}

/* @part: 0 is the smallest of a range, 1 the greatest, 2 the step. */
static char *
describe_bound (guint part,
                const char *title)
{
  if (part == 0)
    /* Translators: a parameter, here and below: The smallest “Reorder point s” that is tried. */
    return g_strdup_printf (_("The smallest “%s” that is tried."), _(title));
  if (part == 1)
    return g_strdup_printf (_("The greatest “%s” that is tried."), _(title));
  return g_strdup_printf (_("From one “%s” that is tried to the next."), _(title));
}

static void
add_target (TwinCliTable *table,
            const TwinSearch *search)
{
  const TwinModelType *type = search->type;
  const guint service = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE);
  g_autofree char *lower = typed_number (type->target_lower);
  g_autofree char *upper = typed_number (type->target_upper);
  /* Translators: a metric: The mean “Fill rate” that a policy has to reach. */
  g_autofree char *meaning = g_strdup_printf (_("The mean “%s” that a policy has to reach."),
                                              _(type->metrics[service].title));

  add_key (table, "optimize.target", typed_number (search->target),
           g_strdup_printf ("%s … %s", lower, upper), NULL, meaning);
}

static void
add_search_keys (TwinCliTable *table,
                 const TwinSearch *search)
{
  const TwinModelType *type = search->type;

  add_target (table, search);
  if (!twin_search_is_grid (type))
    add_key (table, "optimize.policies", g_strdup_printf ("%" G_GSIZE_FORMAT, search->budget),
             g_strdup_printf ("1 … %d", TWIN_MAX_POLICIES), NULL,
             _("How many policies the search may look at."));
  for (guint i = 0; i < type->n_decisions; i++)
    {
      const char *const parts[] = { "min", "max", "step" };
      const TwinRange *range = &search->ranges[i];
      const double values[] = { range->lower, range->upper, range->step };
      const TwinParameter *parameter = twin_search_get_parameter (type, i);

      for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
        {
          g_autofree char *key = g_strdup_printf ("optimize.%s.%s", type->decisions[i].key,
                                                  parts[part]);
          g_autofree char *meaning = describe_bound (part, parameter->title);

          add_key (table, key, typed_number (values[part]),
                   part < 2 ? describe_allowed (parameter) : g_strdup ("> 0"), parameter->unit,
                   meaning);
        }
    }
}

static void
append_keys (const TwinCli *cli,
             GString *text)
{
  const TwinProject *project = cli->project;
  const TwinParameters *parameters = twin_project_get_parameters (project);
  g_autoptr (TwinCliTable) table = twin_cli_table_new ("lllll");

  twin_cli_table_set_header (table, (const char *const[]) { _("Key"), _("Value"), _("Allowed"),
                                                            _("Unit"), _("Meaning") });
  for (guint i = 0; i < project->type->n_parameters; i++)
    {
      const TwinParameter *parameter = &project->type->parameters[i];

      add_key (table, parameter->key, describe_value (parameters, parameter),
               describe_allowed (parameter), parameter->unit, _(parameter->help));
    }
  add_key (table, "experiment.replications",
           g_strdup_printf ("%" G_GSIZE_FORMAT, project->replications),
           g_strdup_printf ("1 … %d", TWIN_MAX_REPLICATIONS), NULL,
           _("How often the horizon is played."));
  add_key (table, "experiment.seed", g_strdup_printf ("%" G_GUINT64_FORMAT, project->seed),
           g_strdup_printf ("0 … %" G_GUINT64_FORMAT, G_MAXUINT64), NULL,
           _("What the random numbers begin with: the same seed, the same results."));
  add_search_keys (table, project->search);
  twin_cli_table_print (table, text, 2, cli->terminal.bold_output);
}

static void
append_metrics (const TwinCli *cli,
                GString *text)
{
  const TwinModelType *type = cli->project->type;
  g_autoptr (TwinCliTable) table = twin_cli_new_metric_table (type->metrics, type->n_metrics);
  g_autoptr (TwinModel) model = twin_cli_make_model (cli, NULL); /* the project was judged */

  twin_cli_table_print (table, text, 2, cli->terminal.bold_output);
  if (model != NULL)
    twin_cli_append_node_metrics (model, &cli->terminal, text);
}

/* "demand_rate × 1.3, lead_time.min_days + 2" */
static char *
describe_changes (const TwinScenario *scenario)
{
  static const char *const signs[] = {
    [TWIN_CHANGE_SET] = "=",
    [TWIN_CHANGE_ADD] = "+",
    [TWIN_CHANGE_MULTIPLY] = "×",
  };
  GString *changes = g_string_new (NULL);

  for (guint i = 0; i < scenario->changes->len; i++)
    {
      const TwinChange *change = &g_array_index (scenario->changes, TwinChange, i);
      g_autofree char *number = typed_number (change->value);

      g_string_append_printf (changes, "%s%s %s %s", i > 0 ? ", " : "", change->key,
                              signs[change->operation],
                              change->text != NULL ? change->text : number);
    }
  return g_string_free (changes, FALSE);
}

static void
append_scenarios (const TwinCli *cli,
                  GString *text)
{
  g_autoptr (TwinCliTable) table = twin_cli_table_new ("lll");

  twin_cli_table_set_header (table,
                             (const char *const[]) { _("Scenario"), _("Title"), _("Changes") });
  for (guint i = 0; i < cli->project->scenarios->len; i++)
    {
      const TwinScenario *scenario = g_ptr_array_index (cli->project->scenarios, i);

      twin_cli_table_begin_row (table);
      twin_cli_table_add (table, scenario->name);
      twin_cli_table_add (table, scenario->title);
      twin_cli_table_take (table, describe_changes (scenario));
    }
  twin_cli_table_print (table, text, 2, cli->terminal.bold_output);
}

void
twin_cli_help_project (const TwinCli *cli,
                       GString *text)
{
  void (*const append[]) (const TwinCli *, GString *) = { append_keys, append_metrics,
                                                          append_scenarios };
  const gboolean asked[] = { cli->options.help_keys, cli->options.help_metrics,
                             cli->options.help_scenarios };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      if (!asked[i])
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      append[i](cli, text);
    }
}
