/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-cli-run-chart.h"

#include <math.h>

#include "twin-figure.h"

/* The sheet: the trace above, a panel below the other; distribution and parts of the cost side by
 * side below. */
#define TRACE_HEIGHT 400
#define FRAME_HEIGHT 130 /* title, legend, axis and caption of a trace with several panels */
#define PANEL_HEIGHT 150
#define MOST_PANELS 16
#define DETAIL_HEIGHT 320

/* Orders in a row that paper shows apart from each other. */
#define LEGIBLE_ORDERS 30

/* Replications behind the trace, and where their band is measured: fewer where panels are many,
 * since all of their levels are in memory at once. */
#define BAND_REPLICATIONS 400
#define BAND_TIMES 600
#define BAND_LEVELS 5e6
#define LEAST_BAND 40

/* Up to when LEGIBLE_ORDERS of a layer are shown, at most @days. */
static double
get_legible_days (const TwinTrace *trace,
                  const TwinTracePanel *panel,
                  const TwinTraceLayer *layer,
                  double days)
{
  const double *time = twin_trace_get_values (trace, 0);
  guint orders = 0;

  for (gsize row = panel->first; row < twin_trace_get_n_rows (trace); row += panel->stride)
    if (twin_trace_row_matches (trace, row, layer) && ++orders == LEGIBLE_ORDERS)
      return MIN (days, ceil (time[row] / 10) * 10);
  return days;
}

/* A year of orders every four days is a hedge, not a picture: paper cannot be zoomed. Returns how
 * much of the @shown days shows LEGIBLE_ORDERS of the panel that has most; 0: all of them. */
static double
legible_days (const TwinTrace *trace,
              double shown)
{
  double days = shown;

  for (guint p = 0; p < twin_trace_get_n_panels (trace); p++)
    {
      const TwinTracePanel *panel = twin_trace_get_panel (trace, p);

      for (guint i = 0; i < panel->n_layers; i++)
        if (panel->layers[i].role == TWIN_TRACE_ORDER &&
            panel->layers[i].test != TWIN_TRACE_ALWAYS)
          days = get_legible_days (trace, panel, &panel->layers[i], days);
    }
  return days < 0.8 * shown ? days : 0;
}

/* What many replications do, where there are many and there is room for them; else NULL without an
 * error. */
static TwinBand *
make_band (TwinCli *cli,
           const TwinRun *run,
           const TwinTrace *trace,
           const TwinMonitor *monitor,
           GError **error)
{
  guint n_panels = MAX (1, twin_trace_get_n_panels (trace));
  gsize room = (gsize) (BAND_LEVELS / BAND_TIMES / n_panels);
  gsize n = MIN (MIN (twin_run_get_n (run), BAND_REPLICATIONS), room);

  if (n < 2 || n < MIN (twin_run_get_n (run), LEAST_BAND) || !twin_trace_is_complete (trace))
    return NULL;
  return twin_band_new (twin_run_get_model (run), twin_run_get_seed (run), n, BAND_TIMES, cli->pool,
                        monitor, error);
}

static TwinChart *
draw_trace (TwinCli *cli,
            const TwinRun *run,
            const TwinTrace *trace,
            const TwinMonitor *monitor,
            TwinFigureTile *tile,
            GError **error)
{
  TwinModel *model = twin_run_get_model (run);
  double from, to;
  g_autoptr (GArray) panels = twin_figure_choose_panels (trace, MOST_PANELS);
  g_autoptr (GError) problem = NULL;
  g_autoptr (TwinBand) band = make_band (cli, run, trace, monitor, &problem);
  TwinChart *chart;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  chart = twin_figure_trace_panels (model, trace, band, twin_run_get_seed (run), 0,
                                    twin_run_get_n (run),
                                    (const guint *) (const void *) panels->data, panels->len);
  twin_figure_caption_left_out (chart, trace, NULL);
  tile->chart = chart;
  tile->width = TWIN_FIGURE_SHEET_WIDTH;
  tile->height = panels->len > 1 ? FRAME_HEIGHT + panels->len * PANEL_HEIGHT : TRACE_HEIGHT;
  twin_chart_get_x_range (chart, &from, &to);
  tile->until = legible_days (trace, to);
  return chart;
}

gboolean
twin_cli_draw_run (TwinCli *cli,
                   const TwinRun *run,
                   const TwinTrace *trace,
                   const TwinMonitor *monitor,
                   GError **error)
{
  guint objective = twin_model_type_get_metric (cli->project->type, TWIN_METRIC_OBJECTIVE);
  double half = 0.5 * TWIN_FIGURE_SHEET_WIDTH;
  TwinFigureTile tiles[3] = { { NULL } };
  g_autoptr (TwinChart) history = NULL;
  g_autoptr (TwinChart) distribution = NULL;
  g_autoptr (TwinChart) split = NULL;

  if (cli->chart == NULL)
    return TRUE;
  history = draw_trace (cli, run, trace, monitor, &tiles[0], error);
  if (history == NULL)
    return FALSE;
  distribution = twin_figure_distribution (run, objective);
  split = twin_figure_cost_split (run);
  for (guint i = 1; i < G_N_ELEMENTS (tiles); i++)
    tiles[i] = (TwinFigureTile) {
      .chart = i == 1 ? distribution : split,
      .x = i == 1 ? 0 : half,
      .y = tiles[0].height,
      .width = half,
      .height = DETAIL_HEIGHT,
    };
  return twin_cli_write_sheet (cli, tiles, G_N_ELEMENTS (tiles), error);
}
