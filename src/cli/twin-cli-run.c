/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-cli-estimate.h"
#include "twin-cli-nodes.h"
#include "twin-cli-run-chart.h"
#include "twin-cli.h"
#include "twin-result-csv.h"
#include "twin-result-json.h"

/* Rows of the trace that --verbose shows. */
#define TRACE_ROWS 12

static const char *const examples[] = {
  "twin run --set reorder_point=88 --set order_up_to=174",
  N_("one policy, everything else by default"),
  "twin run --project shop.twin --scenario demand_spike --json",
  N_("a project under one of its scenarios, for another program"),
  "twin run --days 90 --replications 200 --csv runs.csv --chart report.pdf",
  N_("a row a replication for a spreadsheet, and a picture for a report"),
  "twin run --model network --days 60 --scenario spike --seed 123 --verbose",
  N_("a network of stores under a spike of demand, day by day"),
  NULL
};

/* The table that people read. */
static void
append_metrics (const TwinRun *run,
                const TwinCliTerminal *terminal,
                GString *text)
{
  const TwinModelType *type = twin_model_get_model_type (twin_run_get_model (run));
  g_autoptr (TwinCliTable) table = twin_cli_table_new ("lrlr");

  twin_cli_table_set_header (table, (const char *const[]) { _("Metric"), _("Mean"),
                                                            _("95 % interval"),
                                                            _("Standard deviation") });
  for (guint i = 0; i < type->n_metrics; i++)
    {
      const TwinMetric *metric = &type->metrics[i];
      TwinEstimate estimate = twin_run_get_estimate (run, i);

      twin_cli_table_begin_row (table);
      twin_cli_table_take (table, twin_cli_format_title (metric));
      twin_cli_add_estimate (table, metric, estimate);
      twin_cli_add_sd (table, metric, estimate);
    }
  twin_cli_table_print (table, text, 0, terminal->bold_output);
}

/* Does every replication give the same numbers, as recorded demand and a reliable supplier make it? */
static gboolean
is_certain (const TwinRun *run)
{
  for (guint i = 0; i < twin_model_get_n_metrics (twin_run_get_model (run)); i++)
    if (!(twin_run_get_estimate (run, i).sd == 0))
      return FALSE;
  return TRUE;
}

static gboolean
print_result (TwinCli *cli,
              const TwinRun *run,
              GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *json = NULL;

  if (cli->options.json)
    {
      json = twin_run_to_json (run);
      return twin_cli_print (json, error);
    }
  if (!cli->table)
    return TRUE;
  twin_cli_append_heading (cli, text);
  append_metrics (run, &cli->terminal, text);
  twin_cli_append_nodes (run, &cli->terminal, text);
  if (is_certain (run))
    g_string_append_printf (text, "\n%s\n",
                            _("All replications are the same: nothing in them is left to chance."));
  return twin_cli_print (text->str, error);
}

/* A column of whole numbers has no decimals, any other has one in every row. */
static TwinNumberStyle
get_style (const TwinTrace *trace,
           guint column,
           gsize n_rows)
{
  if (column == 0)
    return TWIN_NUMBER_DAYS;
  for (gsize row = 0; row < n_rows; row++)
    if (twin_trace_get (trace, row, column) != trunc (twin_trace_get (trace, row, column)))
      return TWIN_NUMBER_QUANTITY;
  return TWIN_NUMBER_COUNT;
}

/* The first rows of a trace. */
static void
append_trace (const TwinTrace *trace,
              gsize n_rows,
              gboolean bold,
              GString *text)
{
  guint n_columns = twin_trace_get_n_columns (trace);
  g_autofree char *alignment = g_strnfill (n_columns, 'r');
  g_autofree const char **titles = g_new0 (const char *, n_columns + 1);
  g_autofree TwinNumberStyle *styles = g_new (TwinNumberStyle, n_columns);
  g_autoptr (TwinCliTable) table = NULL;

  for (guint column = 0; column < n_columns; column++)
    {
      titles[column] = _(twin_trace_get_column (trace, column)->title);
      styles[column] = get_style (trace, column, n_rows);
      if (n_rows > 0 && twin_trace_get_label (trace, 0, column) != NULL)
        alignment[column] = 'l';
    }
  table = twin_cli_table_new (alignment);
  twin_cli_table_set_header (table, titles);
  for (gsize row = 0; row < n_rows; row++)
    {
      twin_cli_table_begin_row (table);
      for (guint column = 0; column < n_columns; column++)
        {
          const char *label = twin_trace_get_label (trace, row, column);

          twin_cli_table_take (table, label != NULL
                                          ? g_strdup (label)
                                          : twin_number_format (twin_trace_get (trace, row, column),
                                                                styles[column]));
        }
    }
  twin_cli_table_print (table, text, 2, bold);
}

/* The first replication day by day; where the model knows no days, how it begins. */
static void
remark_trace (const TwinCli *cli,
              const TwinModel *model,
              uint64_t seed,
              const TwinTrace *trace)
{
  g_autoptr (TwinTrace) days = twin_model_record_days (model, seed, 0);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *warmup = NULL;

  if (days == NULL)
    {
      append_trace (trace, MIN (TRACE_ROWS, twin_trace_get_n_rows (trace)),
                    cli->terminal.bold_errors, text);
      twin_cli_remark (cli, "%s\n%s", _("How replication 1 begins:"), text->str);
      return;
    }
  append_trace (days, twin_trace_get_n_rows (days), cli->terminal.bold_errors, text);
  warmup = twin_number_format (twin_trace_get_warmup (days), TWIN_NUMBER_DAYS);
  if (twin_trace_get_warmup (days) > 0)
    {
      /* Translators: %s is the number of a day. */
      g_autofree char *note = g_strdup_printf (_("Days before day %s are the warm-up and in no "
                                                 "metric."), warmup);

      g_string_append_printf (text, "  %s\n", note);
    }
  twin_cli_remark (cli, "%s\n%s", _("Replication 1, day by day:"), text->str);
}

/* Whatever needs the events of the first replication. */
static gboolean
use_trace (TwinCli *cli,
           const TwinRun *run,
           const TwinMonitor *monitor,
           GError **error)
{
  const TwinModel *model = twin_run_get_model (run);
  g_autoptr (TwinTrace) trace = NULL;

  if (cli->trace == NULL && cli->chart == NULL && !cli->options.verbose)
    return TRUE;
  trace = twin_model_record (model, twin_run_get_seed (run), 0);
  if (cli->options.verbose)
    remark_trace (cli, model, twin_run_get_seed (run), trace);
  if (!twin_trace_is_complete (trace) && (cli->trace != NULL || cli->chart != NULL))
    twin_cli_remark (cli, _("The first replication has more than %d rows; the rest is left out"),
                     TWIN_TRACE_MAX_ROWS);
  if (cli->trace != NULL)
    twin_trace_write_csv (trace, cli->trace);
  return twin_cli_close_csv (cli, cli->trace, cli->options.trace, error) &&
         twin_cli_draw_run (cli, run, trace, monitor, error);
}

static TwinExit
run_command (TwinCli *cli,
             GError **error)
{
  g_autoptr (TwinModel) model = NULL;
  g_autoptr (TwinRun) run = NULL;
  g_autoptr (TwinCliProgress) progress = NULL;
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  const TwinMonitor *monitor;

  if (!twin_cli_prepare (cli, error))
    return TWIN_EXIT_USAGE;
  model = twin_cli_make_model (cli, error);
  if (model == NULL)
    return TWIN_EXIT_USAGE;

  progress = twin_cli_progress_new (_("Replications"), &cli->terminal, cli->options.quiet,
                                    cli->cancellable);
  monitor = twin_cli_progress_get_monitor (progress);
  run = twin_run_new (model, cli->project->seed, 0, cli->project->replications, cli->pool, monitor,
                      error);
  if (run == NULL)
    return TWIN_EXIT_FAILED;
  twin_cli_progress_hide (progress);
  if (cli->options.demand != NULL && cli->scenario != NULL)
    twin_cli_remark (cli, _("Demand is as recorded, whatever the scenario says about it"));
  twin_cli_remark_model (cli, model, NULL, said);
  twin_cli_remark_speed (cli, twin_run_get_n (run),
                         twin_cli_count_events (model) * twin_run_get_n (run),
                         twin_run_get_seconds (run));
  if (cli->options.verbose)
    twin_cli_remark (cli, twin_model_get_method (model) == TWIN_METHOD_CYCLES
                              ? _("Simulated cycle by cycle, not event by event")
                              : _("Simulated event by event"));
  if (!print_result (cli, run, error))
    return TWIN_EXIT_FAILED;
  if (cli->csv != NULL)
    twin_run_write_csv (run, cli->csv);
  if (!twin_cli_close_csv (cli, cli->csv, cli->options.csv, error) ||
      !use_trace (cli, run, monitor, error))
    return TWIN_EXIT_FAILED;
  return TWIN_EXIT_DONE;
}

const TwinCliCommand twin_cli_run = {
  .name = "run",
  .summary = N_("simulate one policy and estimate its service and cost"),
  /* xgettext:no-c-format */
  .description = N_("Simulates one policy many times and prints the mean of each metric with its "
                    "95 % interval."),
  .examples = examples,
  .bit = TWIN_CLI_RUN,
  .run = run_command,
};
