/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A row an estimate: what both figures of a comparison are drawn from. */
typedef struct
{
  GPtrArray *titles;       /* of the rows, borrowed, NULL-terminated */
  GArray *estimates;       /* TwinEstimate */
  const TwinMetric *metric;
  gboolean differences;    /* of means, not means */
} Rows;

static void
rows_init (Rows *rows,
           const TwinComparison *comparison,
           guint metric)
{
  TwinModel *model = twin_run_get_model (twin_comparison_get_run (comparison, 0));

  rows->titles = g_ptr_array_new ();
  rows->estimates = g_array_new (FALSE, FALSE, sizeof (TwinEstimate));
  rows->metric = twin_model_get_metric (model, metric);
  rows->differences = FALSE;
}

static void
rows_clear (Rows *rows)
{
  g_ptr_array_unref (rows->titles);
  g_array_unref (rows->estimates);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static void
rows_add (Rows *rows,
          const TwinComparison *comparison,
          guint scenario,
          TwinEstimate estimate)
{
  g_ptr_array_add (rows->titles, twin_comparison_get_scenario (comparison, scenario)->title);
  g_array_append_val (rows->estimates, estimate);
}

/* What has the decimals of them all. */
static TwinEstimate
get_column (const Rows *rows)
{
  TwinFigureColumn column = { 0 };

  for (guint i = 0; i < rows->estimates->len; i++)
    twin_figure_column_add (&column, rows->metric,
                            g_array_index (rows->estimates, TwinEstimate, i));
  return twin_figure_column_get (&column);
}

static char *
make_summary (const Rows *rows,
              const char *title,
              const char *caption)
{
  GString *summary = g_string_new (NULL);

  g_string_append_printf (summary, "%s. %s.", title, caption);
  for (guint i = 0; i < rows->estimates->len; i++)
    {
      TwinEstimate estimate = g_array_index (rows->estimates, TwinEstimate, i);
      g_autofree char *value =
          rows->differences ? twin_figure_format_difference_estimate (rows->metric, estimate)
                            : twin_figure_format_estimate (rows->metric, estimate);

      g_string_append_printf (summary, " %s: %s.",
                              (const char *) g_ptr_array_index (rows->titles, i), value);
    }
  return g_string_free (summary, FALSE);
}

/* Takes the rows as they are; they get their terminator here. */
static TwinChart *
draw (Rows *rows,
      const char *title,
      const char *caption,
      const TwinAxis *x_axis)
{
  guint n = rows->estimates->len;
  g_autofree double *middle = g_new (double, n);
  g_autofree double *low = g_new (double, n);
  g_autofree double *high = g_new (double, n);
  g_autofree double *category = g_new (double, n);
  g_auto (GStrv) values = g_new0 (char *, n + 1);
  g_autofree char *summary = make_summary (rows, title, caption);
  TwinAxis y_axis = { .title = NULL };
  TwinEstimate column = get_column (rows);
  TwinChart *chart;

  g_ptr_array_add (rows->titles, NULL);
  y_axis.categories = (const char *const *) rows->titles->pdata;
  for (guint i = 0; i < n; i++)
    {
      TwinEstimate estimate = g_array_index (rows->estimates, TwinEstimate, i);

      middle[i] = estimate.mean;
      low[i] = estimate.low;
      high[i] = estimate.high;
      category[i] = i;
      values[i] = rows->differences ? twin_figure_format_difference (rows->metric, estimate)
                                    : twin_figure_format_mean_as (rows->metric, estimate, column);
    }

  chart = twin_chart_new (title, x_axis);
  twin_chart_add_panel (chart, NULL, &y_axis);
  twin_chart_add_intervals (chart, 0,
                            &(TwinLayer){ .ink = TWIN_INK_FIRST, .mark = TWIN_MARK_CIRCLE },
                            middle, low, high, category, (const char *const *) values, n);
  twin_chart_set_caption (chart, caption);
  twin_chart_set_summary (chart, summary);
  return chart;
}

TwinChart *
twin_figure_scenarios (const TwinComparison *comparison,
                       guint metric)
{
  g_auto (Rows) rows = { NULL };
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *count = NULL;
  TwinAxis x_axis;
  gsize n;

  g_return_val_if_fail (comparison != NULL, NULL);

  rows_init (&rows, comparison, metric);
  for (guint i = 0; i < twin_comparison_get_n_scenarios (comparison); i++)
    rows_add (&rows, comparison, i,
              twin_figure_clip (rows.metric, twin_run_get_estimate (
                                                 twin_comparison_get_run (comparison, i), metric)));

  n = twin_run_get_n (twin_comparison_get_run (comparison, 0));
  count = twin_figure_format_count (n);
  caption = n == 1
                ? g_strdup (_("One replication each, common random numbers; there is no interval"))
                : g_strdup_printf (ngettext ("Means of %s replication with 95 %% Student‑t "
                                             "intervals, common random numbers",
                                             "Means of %s replications with 95 %% Student‑t "
                                             "intervals, common random numbers",
                                             n),
                                   count);
  /* Translators: the title of a chart: "Total cost by scenario" */
  title = g_strdup_printf (_("%s by scenario"), _(rows.metric->title));
  x_axis = twin_figure_metric_axis (rows.metric);
  return draw (&rows, title, caption, &x_axis);
}

TwinChart *
twin_figure_differences (const TwinComparison *comparison,
                         guint metric)
{
  g_auto (Rows) rows = { NULL };
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *count = NULL;
  const char *baseline;
  TwinAxis x_axis;
  TwinChart *chart;
  gsize n;

  g_return_val_if_fail (comparison != NULL, NULL);

  rows_init (&rows, comparison, metric);
  rows.differences = TRUE;
  for (guint i = 1; i < twin_comparison_get_n_scenarios (comparison); i++)
    rows_add (&rows, comparison, i, twin_comparison_get_difference (comparison, i, metric));

  n = twin_run_get_n (twin_comparison_get_run (comparison, 0));
  count = twin_figure_format_count (n);
  caption = n == 1
                ? g_strdup (_("One pair of replications each; there is no interval"))
                : g_strdup_printf (ngettext ("Mean paired differences of %s replication with 95 %% "
                                             "Student‑t intervals, common random numbers",
                                             "Mean paired differences of %s replications with "
                                             "95 %% Student‑t intervals, common random numbers",
                                             n),
                                   count);
  baseline = twin_comparison_get_scenario (comparison, 0)->title;
  /* Translators: the title of a chart: "Total cost: difference to Baseline" */
  title = g_strdup_printf (_("%s: difference to %s"), _(rows.metric->title), baseline);
  x_axis = twin_figure_metric_axis (rows.metric);
  x_axis.from_zero = TRUE;
  if (rows.metric->quantity == TWIN_QUANTITY_SHARE)
    {
      x_axis.style = TWIN_NUMBER_POINTS;
      x_axis.unit = N_("percentage points");
    }
  chart = draw (&rows, title, caption, &x_axis);
  twin_chart_add_x_level (chart, 0,
                          &(TwinLayer){ .title = _("No difference"),
                                        .ink = TWIN_INK_LIMIT,
                                        .dash = TWIN_DASH_DASHED },
                          0);
  return chart;
}
