/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-cli-error.h"
#include "twin-cli-estimate.h"
#include "twin-cli.h"
#include "twin-comparison.h"
#include "twin-result-csv.h"
#include "twin-result-json.h"

/* Heights of a chart without its rows, and of a row. */
#define CHART_HEIGHT 140
#define ROW_HEIGHT 40

static const char *const examples[] = {
  "twin scenario --set reorder_point=88 --set order_up_to=174",
  N_("one policy under every scenario"),
  "twin scenario --name demand_spike --csv spike.csv",
  N_("one scenario against the baseline, for a spreadsheet"),
  "twin scenario --project shop.twin --chart scenarios.png",
  N_("the scenarios of a project, as a picture"),
  NULL
};

/* Those that were named, the baseline always first; all of them where none was. Borrowed. */
static GPtrArray *
choose_scenarios (const TwinCli *cli,
                  GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GPtrArray *all = cli->project->scenarios;

  for (guint i = 0; i < all->len && (i == 0 || cli->options.names == NULL); i++)
    g_ptr_array_add (chosen, g_ptr_array_index (all, i));

  for (char **name = cli->options.names; name != NULL && *name != NULL; name++)
    {
      TwinScenario *scenario = twin_project_find_scenario (cli->project, *name, error);

      if (scenario == NULL)
        {
          twin_cli_prefix_flag (error, "--name", *name);
          return NULL;
        }
      if (!g_ptr_array_find (chosen, scenario, NULL))
        g_ptr_array_add (chosen, scenario);
    }
  return g_steal_pointer (&chosen);
}

static void
append_metric (const TwinComparison *comparison,
               const TwinMetric *metric,
               guint number,
               TwinCliTable *table)
{
  for (guint i = 0; i < twin_comparison_get_n_scenarios (comparison); i++)
    {
      TwinEstimate estimate =
          twin_run_get_estimate (twin_comparison_get_run (comparison, i), number);
      TwinEstimate difference = twin_comparison_get_difference (comparison, i, number);

      twin_cli_table_begin_row (table);
      twin_cli_table_take (table, i == 0 ? twin_cli_format_title (metric) : g_strdup (""));
      twin_cli_table_add (table, twin_comparison_get_scenario (comparison, i)->title);
      twin_cli_add_estimate_as (table, metric, estimate,
                                twin_figure_get_scenario_column (comparison, number));
      if (i > 0)
        twin_cli_add_difference (table, metric, difference);
    }
}

/* The headline metrics; files and JSON have them all. */
static void
append_comparison (const TwinCli *cli,
                   const TwinComparison *comparison,
                   GString *text)
{
  const TwinModelType *type = cli->project->type;
  g_autoptr (TwinCliTable) table = twin_cli_table_new ("llrlrl");
  const char *baseline = twin_comparison_get_scenario (comparison, 0)->title;
  guint n_shown = 0;
  gboolean shares = FALSE;
  g_autofree char *difference = g_strdup_printf (_("Difference to %s"), baseline);

  twin_cli_table_set_header (table, (const char *const[]) { _("Metric"), _("Scenario"), _("Mean"),
                                                            _("95 % interval"), difference,
                                                            _("95 % interval") });
  for (guint i = 0; i < type->n_metrics; i++)
    if ((type->metrics[i].flags & TWIN_METRIC_HEADLINE) != 0)
      {
        if (n_shown++ > 0)
          twin_cli_table_begin_row (table);
        append_metric (comparison, &type->metrics[i], i, table);
        shares |= type->metrics[i].quantity == TWIN_QUANTITY_SHARE;
      }
  twin_cli_table_print (table, text, 0, cli->terminal.bold_output);
  if (shares && twin_comparison_get_n_scenarios (comparison) > 1)
    g_string_append_printf (text, "\n%s\n", _("pp: percentage points"));
}

static gboolean
print_result (TwinCli *cli,
              const TwinComparison *comparison,
              GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *json = NULL;

  if (cli->options.json)
    {
      json = twin_comparison_to_json (comparison);
      return twin_cli_print (json, error);
    }
  if (!cli->table)
    return TRUE;
  twin_cli_append_heading (cli, text);
  append_comparison (cli, comparison, text);
  return twin_cli_print (text->str, error);
}

/* Service and cost side by side; below, how far each scenario is from the first. */
static gboolean
draw (TwinCli *cli,
      const TwinComparison *comparison,
      GError **error)
{
  guint n = twin_comparison_get_n_scenarios (comparison);
  double width = 0.5 * TWIN_FIGURE_SHEET_WIDTH;
  double height = CHART_HEIGHT + n * ROW_HEIGHT;
  const TwinMetricFlags columns[] = { TWIN_METRIC_SERVICE, TWIN_METRIC_OBJECTIVE };
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_chart_unref);
  TwinFigureTile tiles[2 * G_N_ELEMENTS (columns)];

  if (cli->chart == NULL)
    return TRUE;
  for (guint i = 0; i < (n > 1 ? G_N_ELEMENTS (tiles) : 2); i++)
    {
      guint metric = twin_model_type_get_metric (cli->project->type, columns[i % 2]);
      TwinChart *chart = i < 2 ? twin_figure_scenarios (comparison, metric)
                               : twin_figure_differences (comparison, metric);

      g_ptr_array_add (charts, chart);
      tiles[i] = (TwinFigureTile) {
        .chart = chart,
        .x = i % 2 * width,
        .y = i / 2 * height,
        .width = width,
        .height = i < 2 ? height : height - ROW_HEIGHT,
      };
    }
  return twin_cli_write_sheet (cli, tiles, charts->len, error);
}

static TwinExit
scenario_command (TwinCli *cli,
                  GError **error)
{
  const TwinProject *project;
  g_autoptr (GPtrArray) scenarios = NULL;
  g_autoptr (TwinComparison) comparison = NULL;
  g_autoptr (TwinCliProgress) progress = NULL;
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  double events = 0;

  if (!twin_cli_prepare (cli, error))
    return TWIN_EXIT_USAGE;
  project = cli->project;
  scenarios = choose_scenarios (cli, error);
  if (scenarios == NULL)
    return TWIN_EXIT_USAGE;

  progress = twin_cli_progress_new (_("Replications"), &cli->terminal, cli->options.quiet,
                                    cli->cancellable);
  comparison = twin_comparison_new (twin_project_get_parameters (project),
                                    (TwinScenario *const *) scenarios->pdata, scenarios->len,
                                    project->seed, project->replications, cli->pool,
                                    twin_cli_progress_get_monitor (progress), error);
  if (comparison == NULL)
    return TWIN_EXIT_FAILED;
  twin_cli_progress_hide (progress);
  for (guint i = 0; i < scenarios->len; i++)
    {
      const TwinScenario *scenario = g_ptr_array_index (scenarios, i);
      const TwinModel *model = twin_run_get_model (twin_comparison_get_run (comparison, i));

      twin_cli_remark_model (cli, model, i > 0 ? scenario->title : NULL, said);
      events += twin_cli_count_events (model);
    }
  twin_cli_remark_speed (cli, (double) scenarios->len * project->replications,
                         events * project->replications, twin_comparison_get_seconds (comparison));
  if (!print_result (cli, comparison, error))
    return TWIN_EXIT_FAILED;
  if (cli->csv != NULL)
    twin_comparison_write_csv (comparison, cli->csv);
  if (!twin_cli_close_csv (cli, cli->csv, cli->options.csv, error) ||
      !draw (cli, comparison, error))
    return TWIN_EXIT_FAILED;
  return TWIN_EXIT_DONE;
}

const TwinCliCommand twin_cli_scenario = {
  .name = "scenario",
  .summary = N_("compare the same policy under several scenarios"),
  /* xgettext:no-c-format */
  .description = N_("Simulates the same policy under several scenarios on common random numbers, "
                    "and prints means and paired differences to the first scenario, each with its "
                    "95 % interval."),
  .examples = examples,
  .bit = TWIN_CLI_SCENARIO,
  .run = scenario_command,
};
