/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-cli-estimate.h"
#include "twin-cli.h"
#include "twin-optimum.h"
#include "twin-result-csv.h"
#include "twin-result-json.h"

/* Policies that the table shows. */
#define SHOWN 10

#define CHART_HEIGHT 600

static const char *const examples[] = {
  "twin optimize --target 0.98",
  N_("the cheapest policy that keeps 98 %"),
  "twin optimize --set optimize.reorder_point.min=80 --set optimize.reorder_point.max=100",
  N_("the same, looking at fewer policies"),
  "twin optimize --model network --target 0.99 --set optimize.policies=800",
  N_("every store and the warehouse at once, trying up to 800 policies"),
  "twin optimize --project shop.twin --csv policies.csv --chart policies.svg",
  N_("every policy for a spreadsheet, and cost against service as a picture"),
  NULL
};

static const TwinMetric *
service_metric (const TwinModelType *type)
{
  return &type->metrics[twin_model_type_get_metric (type, TWIN_METRIC_SERVICE)];
}

static const TwinMetric *
cost_metric (const TwinModelType *type)
{
  return &type->metrics[twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE)];
}

static TwinCliTable *
new_policy_table (const TwinModelType *type,
                  gboolean with_target)
{
  TwinCliTable *table = twin_cli_table_new (with_target ? "lrlrlrl" : "lrlrlr");
  g_autofree char *cost = twin_cli_format_title (cost_metric (type));
  g_autofree char *service = twin_cli_format_title (service_metric (type));

  twin_cli_table_set_header (table, (const char *const[]) { _("Policy"), cost, _("95 % interval"),
                                                            service, _("95 % interval"),
                                                            _("Replications"),
                                                            with_target ? _("Target") : NULL,
                                                            NULL });
  return table;
}

/* @name: (transfer full) */
static void
add_policy (TwinCliTable *table,
            const TwinOptimum *optimum,
            char *name,
            TwinEstimate cost,
            TwinEstimate service)
{
  const TwinModelType *type = twin_optimum_get_model_type (optimum);
  const TwinEstimate column = twin_figure_get_policy_column (optimum, TWIN_METRIC_SERVICE);

  twin_cli_table_begin_row (table);
  twin_cli_table_take (table, name);
  twin_cli_add_estimate_as (table, cost_metric (type), cost,
                            twin_figure_get_policy_column (optimum, TWIN_METRIC_OBJECTIVE));
  twin_cli_table_take (table, twin_figure_format_service_as (optimum, service, column));
  twin_cli_table_take (table,
                       twin_figure_format_interval_as (service_metric (type), service, column));
  twin_cli_table_take (table, twin_number_format (cost.n, TWIN_NUMBER_COUNT));
}

/* The winner as the search saw it and as fresh random numbers do. */
static void
append_winner (const TwinCli *cli,
               const TwinOptimum *optimum,
               GString *text)
{
  const TwinModelType *type = cli->project->type;
  const TwinPolicy *policy = twin_optimum_get_policy (optimum, twin_optimum_get_best (optimum));
  const TwinRun *verified = twin_optimum_get_verified (optimum);
  guint service = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE);
  guint cost = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE);
  g_autofree char *finding = twin_figure_format_finding (optimum);
  g_autofree char *name = twin_figure_format_policy (optimum, policy);
  g_autoptr (TwinCliTable) table = new_policy_table (type, FALSE);

  /* Translators: a heading and a policy: "Cheapest policy that keeps fill rate ≥ 98.0 %: s = 90,
   * S = 170" */
  g_string_append_printf (text, _("%s: %s"), finding, name);
  g_string_append (text, "\n\n");
  add_policy (table, optimum, g_strdup (_("In the search")), policy->cost, policy->service);
  add_policy (table, optimum, g_strdup (_("On fresh random numbers")),
              twin_run_get_estimate (verified, cost), twin_run_get_estimate (verified, service));
  twin_cli_table_print (table, text, 2, cli->terminal.bold_output);
}

static void
append_closest (const TwinCli *cli,
                const TwinOptimum *optimum,
                GString *text)
{
  const TwinPolicy *policy = twin_optimum_get_policy (optimum, twin_optimum_get_closest (optimum));
  g_autofree char *finding = twin_figure_format_finding (optimum);
  g_autofree char *name = twin_figure_format_policy (optimum, policy);
  g_autoptr (TwinCliTable) table = new_policy_table (cli->project->type, FALSE);

  g_string_append_printf (text, "%s\n", finding);
  /* Translators: a policy: "The closest: s = 60, S = 140" */
  g_string_append_printf (text, _("The closest: %s\n\n"), name);
  add_policy (table, optimum, twin_figure_format_policy_short (optimum, policy), policy->cost,
              policy->service);
  twin_cli_table_print (table, text, 2, cli->terminal.bold_output);
}

/* Under the table of the policy that they are about. */
static void
append_notes (const TwinOptimum *optimum,
              GString *text)
{
  g_auto (GStrv) notes = twin_figure_list_finding_notes (optimum);

  for (char **note = notes; *note != NULL; note++)
    g_string_append_printf (text, "\n%s\n", *note);
}

static int
compare_cost (gconstpointer a,
              gconstpointer b)
{
  const TwinPolicy *first = *(const TwinPolicy *const *) a;
  const TwinPolicy *second = *(const TwinPolicy *const *) b;

  return (first->cost.mean > second->cost.mean) - (first->cost.mean < second->cost.mean);
}

/* Those that keep the target, the cheapest first. Borrowed. */
static GPtrArray *
list_feasible (const TwinOptimum *optimum)
{
  GPtrArray *feasible = g_ptr_array_new ();

  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);

      if (policy->feasible)
        g_ptr_array_add (feasible, (gpointer) policy);
    }
  g_ptr_array_sort (feasible, compare_cost);
  return feasible;
}

static void
append_cheapest (const TwinCli *cli,
                 const TwinOptimum *optimum,
                 GString *text)
{
  const TwinModelType *type = cli->project->type;
  g_autoptr (GPtrArray) feasible = list_feasible (optimum);
  g_autofree char *count = twin_number_format (feasible->len, TWIN_NUMBER_COUNT);
  g_autofree char *all = twin_number_format (twin_optimum_get_n_policies (optimum),
                                             TWIN_NUMBER_COUNT);
  g_autoptr (TwinCliTable) table = new_policy_table (type, TRUE);

  if (feasible->len == 0)
    return;
  g_string_append_printf (text,
                          _("\n%s of %s policies reach the target in the mean; the cheapest, in "
                            "the search:\n\n"),
                          count, all);
  for (guint i = 0; i < MIN (SHOWN, feasible->len); i++)
    {
      const TwinPolicy *policy = g_ptr_array_index (feasible, i);

      add_policy (table, optimum, twin_figure_format_policy_short (optimum, policy), policy->cost,
                  policy->service);
      twin_cli_table_add (table, twin_figure_get_feasibility_title (policy->feasibility));
    }
  twin_cli_table_print (table, text, 2, cli->terminal.bold_output);
}

static gboolean
print_result (TwinCli *cli,
              const TwinOptimum *optimum,
              GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *json = NULL;

  if (cli->options.json)
    {
      json = twin_optimum_to_json (optimum);
      return twin_cli_print (json, error);
    }
  if (!cli->table)
    return TRUE;
  if (twin_optimum_get_best (optimum) >= 0)
    append_winner (cli, optimum, text);
  else
    append_closest (cli, optimum, text);
  append_notes (optimum, text);
  append_cheapest (cli, optimum, text);
  g_string_append_c (text, '\n');
  twin_cli_append_heading (cli, text);
  g_string_truncate (text, text->len - 1);
  return twin_cli_print (text->str, error);
}

/* Of a search that was interrupted. Nobody has measured the best of it again, so only people hear
 * of it: no file does. */
static gboolean
print_so_far (const TwinCli *cli,
              const TwinOptimum *optimum,
              GError **error)
{
  const TwinModelType *type = cli->project->type;
  const gssize best = twin_optimum_get_best (optimum);
  const gsize n = twin_optimum_get_n_policies (optimum);
  const TwinPolicy *policy = twin_optimum_get_policy (
      optimum, (gsize) (best >= 0 ? best : twin_optimum_get_closest (optimum)));
  g_autofree char *count = twin_number_format (n, TWIN_NUMBER_COUNT);
  g_autofree char *name = twin_figure_format_policy (optimum, policy);
  g_autofree char *measure = twin_figure_format_title_inside (service_metric (type));
  g_autofree char *bound = twin_figure_format_target (optimum);
  g_autoptr (TwinCliTable) table = new_policy_table (type, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);

  if (cli->options.json || !cli->table)
    return TRUE;
  if (best >= 0)
    g_string_append_printf (text,
                            /* Translators: a number, "fill rate ≥ 98.0 %", a policy */
                            ngettext ("The search was interrupted after %s policy. The cheapest so "
                                      "far that keeps %s ≥ %s: %s\n\n",
                                      "The search was interrupted after %s policies. The cheapest "
                                      "so far that keeps %s ≥ %s: %s\n\n",
                                      n),
                            count, measure, bound, name);
  else
    g_string_append_printf (text,
                            /* Translators: a number, "fill rate ≥ 98.0 %", a policy */
                            ngettext ("The search was interrupted after %s policy, which does not "
                                      "keep %s ≥ %s: %s\n\n",
                                      "The search was interrupted after %s policies, none of which "
                                      "keeps %s ≥ %s. The closest so far: %s\n\n",
                                      n),
                            count, measure, bound, name);
  add_policy (table, optimum, g_strdup (_("In the search")), policy->cost, policy->service);
  twin_cli_table_print (table, text, 2, cli->terminal.bold_output);
  g_string_append_c (text, '\n');
  twin_cli_append_heading (cli, text);
  g_string_truncate (text, text->len - 1);
  return twin_cli_print (text->str, error);
}

static gboolean
write_files (TwinCli *cli,
             TwinOptimum *optimum,
             GError **error)
{
  TwinFigureTile tile = { .width = TWIN_FIGURE_SHEET_WIDTH, .height = CHART_HEIGHT };
  g_autoptr (TwinChart) chart = NULL;

  if (cli->csv != NULL)
    twin_optimum_write_csv (optimum, cli->csv);
  if (!twin_cli_close_csv (cli, cli->csv, cli->options.csv, error))
    return FALSE;
  if (cli->chart == NULL)
    return TRUE;
  chart = twin_figure_policies (optimum, -1);
  tile.chart = chart;
  return twin_cli_write_sheet (cli, &tile, 1, error);
}

/* Policies differ little in their number of events: demands are the same in all. */
static void
remark_speed (const TwinCli *cli,
              const TwinOptimum *optimum)
{
  g_autoptr (TwinModel) model = twin_cli_make_model (cli, NULL);
  double n = 0;

  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    n += (double) twin_optimum_get_policy (optimum, i)->service.n;
  if (model != NULL)
    twin_cli_remark_speed (cli, n, n * twin_cli_count_events (model),
                           twin_optimum_get_seconds (optimum));
}

/* Its answer says that its policies were spent; here, how to have more. */
static void
remark_budget (const TwinCli *cli,
               const TwinOptimum *optimum)
{
  if (twin_optimum_is_budget_spent (optimum))
    twin_cli_remark (cli, _("For more policies: --set optimize.policies=N"));
}

/* Of the winner, since the search replaces what it decides on; or else of what it began with. */
static void
remark_model (const TwinCli *cli,
              const TwinOptimum *optimum)
{
  TwinRun *verified = twin_optimum_get_verified (optimum);
  g_autoptr (TwinModel) first = twin_cli_make_model (cli, NULL);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  twin_cli_remark_model (cli, verified != NULL ? twin_run_get_model (verified) : first, NULL, said);
}

static TwinExit
optimize_command (TwinCli *cli,
                  GError **error)
{
  const TwinProject *project;
  g_autoptr (TwinOptimum) optimum = NULL;
  g_autoptr (TwinCliProgress) progress = NULL;

  if (!twin_cli_prepare (cli, error))
    return TWIN_EXIT_USAGE;
  project = cli->project;
  progress = twin_cli_progress_new (_("Policies"), &cli->terminal, cli->options.quiet,
                                    cli->cancellable);
  optimum = twin_optimum_new_so_far (twin_project_get_parameters (project), project->search,
                                     project->seed, project->replications, cli->pool,
                                     twin_cli_progress_get_monitor (progress), error);
  if (optimum == NULL)
    return TWIN_EXIT_FAILED;
  twin_cli_progress_hide (progress);
  if (twin_optimum_is_interrupted (optimum))
    return print_so_far (cli, optimum, error) ? TWIN_EXIT_INTERRUPTED : TWIN_EXIT_FAILED;
  remark_speed (cli, optimum);
  remark_model (cli, optimum);
  if (!print_result (cli, optimum, error))
    return TWIN_EXIT_FAILED;
  remark_budget (cli, optimum);
  if (!write_files (cli, optimum, error))
    return TWIN_EXIT_FAILED;
  return twin_optimum_get_best (optimum) >= 0 ? TWIN_EXIT_DONE : TWIN_EXIT_NO_POLICY;
}

const TwinCliCommand twin_cli_optimize = {
  .name = "optimize",
  .summary = N_("find the cheapest policy that keeps a service target"),
  .description = N_("Simulates every policy of a grid on common random numbers, the rivals for the "
                    "best place longest, or for a network those that a direct search tries, up to "
                    "optimize.policies of them. Prints the cheapest one that keeps the service "
                    "target, of a grid how much cheaper any other could be, and measures it again "
                    "on fresh random numbers, because the best of many estimates is biased. Ends "
                    "with status 3 where no policy keeps the target."),
  .examples = examples,
  .bit = TWIN_CLI_OPTIMIZE,
  .run = optimize_command,
};
