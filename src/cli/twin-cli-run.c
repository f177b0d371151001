/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-cli-estimate.h"
#include "twin-cli.h"
#include "twin-result-csv.h"
#include "twin-result-json.h"

/* Replications behind the trace in a chart, and where their band is measured. */
#define BAND_REPLICATIONS 400
#define BAND_TIMES 600

/* Rows of the trace that --verbose shows. */
#define TRACE_ROWS 12

/* The sheet: the trace above, distribution and parts of the cost side by side below. */
#define TRACE_HEIGHT 400
#define DETAIL_HEIGHT 320
#define LEGIBLE_ORDERS 30

static const char *const examples[] = {
  "twin run --set reorder_point=88 --set order_up_to=174",
  N_("one policy, everything else by default"),
  "twin run --project shop.twin --scenario demand_spike --json",
  N_("a project under one of its scenarios, for another program"),
  "twin run --days 90 --replications 200 --csv runs.csv --chart report.pdf",
  N_("a row a replication for a spreadsheet, and a picture for a report"),
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
  return twin_cli_print (text->str, error);
}

/* A year of orders every four days is a hedge, not a picture: paper cannot be zoomed. Returns how
 * much of the horizon shows LEGIBLE_ORDERS of the panel that has most; 0: all of it. */
static double
legible_days (const TwinTrace *trace,
              double horizon)
{
  const double *time = twin_trace_get_values (trace, 0);
  double days = horizon;

  for (guint p = 0; p < twin_trace_get_n_panels (trace); p++)
    {
      const TwinTracePanel *panel = twin_trace_get_panel (trace, p);

      for (guint i = 0; i < panel->n_layers; i++)
        {
          const TwinTraceLayer *layer = &panel->layers[i];
          guint orders = 0;

          if (layer->role != TWIN_TRACE_ORDER || layer->test == TWIN_TRACE_ALWAYS)
            continue;
          for (gsize row = panel->first;
               row < twin_trace_get_n_rows (trace) && orders < LEGIBLE_ORDERS; row += panel->stride)
            if (twin_trace_row_matches (trace, row, layer) && ++orders == LEGIBLE_ORDERS)
              days = MIN (days, ceil (time[row] / 10) * 10);
        }
    }
  return days < 0.8 * horizon ? days : 0;
}

/* Says that a picture shows the beginning only. */
static void
caption_window (TwinChart *chart,
                double until,
                double horizon)
{
  g_autofree char *shown = twin_number_format (until, TWIN_NUMBER_DAYS);
  g_autofree char *all = twin_number_format (horizon, TWIN_NUMBER_DAYS);
  g_autofree char *caption = NULL;

  if (until == 0)
    return;
  /* Translators: a caption, and which part of a run the chart shows */
  caption = g_strdup_printf (_("%s; the first %s of %s days"), twin_chart_get_caption (chart), shown,
                             all);
  twin_chart_set_caption (chart, caption);
}

static gboolean
draw (TwinCli *cli,
      const TwinRun *run,
      const TwinTrace *trace,
      const TwinMonitor *monitor,
      GError **error)
{
  TwinModel *model = twin_run_get_model (run);
  uint64_t seed = twin_run_get_seed (run);
  gsize n = twin_run_get_n (run);
  guint objective = twin_model_type_get_metric (cli->project->type, TWIN_METRIC_OBJECTIVE);
  TwinFigureTile tiles[] = {
    { .width = TWIN_FIGURE_SHEET_WIDTH, .height = TRACE_HEIGHT },
    { .y = TRACE_HEIGHT, .width = 0.5 * TWIN_FIGURE_SHEET_WIDTH, .height = DETAIL_HEIGHT },
    { .x = 0.5 * TWIN_FIGURE_SHEET_WIDTH,
      .y = TRACE_HEIGHT,
      .width = 0.5 * TWIN_FIGURE_SHEET_WIDTH,
      .height = DETAIL_HEIGHT },
  };
  g_autoptr (TwinBand) band = NULL;
  g_autoptr (TwinChart) history = NULL;
  g_autoptr (TwinChart) distribution = NULL;
  g_autoptr (TwinChart) split = NULL;

  if (cli->chart == NULL)
    return TRUE;
  band = twin_band_new (model, seed, MIN (n, BAND_REPLICATIONS), BAND_TIMES, cli->pool, monitor,
                        error);
  if (band == NULL)
    return FALSE;
  history = twin_figure_trace (model, trace, n > 1 ? band : NULL, seed, 0, n);
  distribution = twin_figure_distribution (run, objective);
  split = twin_figure_cost_split (run);
  tiles[0].chart = history;
  tiles[0].until = legible_days (trace, twin_model_get_horizon (model));
  tiles[1].chart = distribution;
  tiles[2].chart = split;
  caption_window (history, tiles[0].until, twin_model_get_horizon (model));
  return twin_cli_write_sheet (cli, tiles, G_N_ELEMENTS (tiles), error);
}

static char *
format_cell (const TwinTrace *trace,
             gsize row,
             guint column)
{
  const char *label = twin_trace_get_label (trace, row, column);

  if (label != NULL)
    return g_strdup (label);
  return twin_number_format (twin_trace_get (trace, row, column),
                             column == 0 ? TWIN_NUMBER_DAYS : TWIN_NUMBER_PLAIN);
}

/* How the first replication begins. */
static void
remark_trace (const TwinCli *cli,
              const TwinTrace *trace)
{
  guint n_columns = twin_trace_get_n_columns (trace);
  g_autofree char *alignment = g_strnfill (n_columns, 'r');
  g_autofree const char **titles = g_new0 (const char *, n_columns + 1);
  g_autoptr (TwinCliTable) table = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint column = 0; column < n_columns; column++)
    {
      titles[column] = _(twin_trace_get_column (trace, column)->title);
      if (twin_trace_get_n_rows (trace) > 0 && twin_trace_get_label (trace, 0, column) != NULL)
        alignment[column] = 'l';
    }
  table = twin_cli_table_new (alignment);
  twin_cli_table_set_header (table, titles);
  for (gsize row = 0; row < MIN (TRACE_ROWS, twin_trace_get_n_rows (trace)); row++)
    {
      twin_cli_table_begin_row (table);
      for (guint column = 0; column < n_columns; column++)
        twin_cli_table_take (table, format_cell (trace, row, column));
    }
  twin_cli_table_print (table, text, 2, cli->terminal.bold_errors);
  twin_cli_remark (cli, "%s\n%s", _("How replication 1 begins:"), text->str);
}

/* Whatever needs the events of the first replication. */
static gboolean
use_trace (TwinCli *cli,
           const TwinRun *run,
           const TwinMonitor *monitor,
           GError **error)
{
  g_autoptr (TwinTrace) trace = NULL;

  if (cli->trace == NULL && cli->chart == NULL && !cli->options.verbose)
    return TRUE;
  trace = twin_model_record (twin_run_get_model (run), twin_run_get_seed (run), 0);
  if (cli->options.verbose)
    remark_trace (cli, trace);
  if (cli->trace != NULL)
    twin_trace_write_csv (trace, cli->trace);
  return twin_cli_close_csv (cli, cli->trace, cli->options.trace, error) &&
         draw (cli, run, trace, monitor, error);
}

static TwinExit
run_command (TwinCli *cli,
             GError **error)
{
  g_autoptr (TwinModel) model = NULL;
  g_autoptr (TwinRun) run = NULL;
  g_autoptr (TwinCliProgress) progress = NULL;
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
  twin_cli_remark_speed (cli, twin_model_get_work (model) * twin_run_get_n (run),
                         twin_run_get_seconds (run));
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
  .description = N_("Simulates one policy many times and prints the mean of each metric with its "
                    "95 % interval."),
  .examples = examples,
  .bit = TWIN_CLI_RUN,
  .run = run_command,
};
