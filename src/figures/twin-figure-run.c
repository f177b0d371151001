/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"
#include "twin-histogram.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const TwinMetric *
get_metric (const TwinRun *run,
            guint metric)
{
  return twin_model_get_metric (twin_run_get_model (run), metric);
}

/* Distribution of a metric */

static TwinHistogram *
make_histogram (const TwinRun *run,
                guint metric)
{
  TwinQuantity quantity = get_metric (run, metric)->quantity;
  TwinHistogram *histogram = twin_histogram_new (twin_run_get_sample (run, metric),
                                                 twin_run_get_n (run),
                                                 quantity == TWIN_QUANTITY_COUNT);

  /* The bar around one value, or rounding, may reach over the ends of what a share can be. */
  for (guint i = 0; quantity == TWIN_QUANTITY_SHARE && i < histogram->n; i++)
    {
      histogram->from[i] = CLAMP (histogram->from[i], 0, 1);
      histogram->to[i] = CLAMP (histogram->to[i], 0, 1);
    }
  return histogram;
}

static void
add_mean (TwinChart *chart,
          const TwinMetric *metric,
          TwinEstimate estimate)
{
  g_autofree char *mean = twin_figure_format_mean (metric, estimate);
  g_autofree char *title = g_strdup_printf (_("Mean %s"), mean);

  if (isfinite (estimate.low) && isfinite (estimate.high))
    twin_chart_add_spans (chart, 0,
                          /* xgettext:no-c-format */
                          &(TwinLayer){ .title = _("95 % interval of the mean"),
                                        .ink = TWIN_INK_SECOND },
                          &estimate.low, &estimate.high, 1);
  twin_chart_add_x_level (chart, 0,
                          &(TwinLayer){ .title = title,
                                        .ink = TWIN_INK_SECOND,
                                        .dash = TWIN_DASH_DASHED },
                          estimate.mean);
}

static char *
distribution_caption (const TwinMetric *metric,
                      TwinEstimate estimate)
{
  g_autofree char *mean = twin_figure_format_mean (metric, estimate);
  g_autofree char *n = twin_figure_format_count (estimate.n);
  g_autofree char *sd = NULL;
  g_autofree char *interval = NULL;

  if (estimate.n < 2)
    return g_strdup_printf (_("One replication: %s; there is no interval"), mean);
  interval = twin_figure_format_interval (metric, estimate);
  if (!isfinite (estimate.low) || !isfinite (estimate.high))
    /* Translators: a mean, and why it has no interval */
    return g_strdup_printf (_("Mean %s; %s"), mean, interval);
  sd = twin_figure_format_sd (metric, estimate);
  return g_strdup_printf (ngettext ("%s replication: mean %s, 95 %% Student‑t interval %s, "
                                    "standard deviation %s",
                                    "%s replications: mean %s, 95 %% Student‑t interval %s, "
                                    "standard deviation %s",
                                    estimate.n),
                          n, mean, interval, sd);
}

TwinChart *
twin_figure_distribution (const TwinRun *run,
                          guint metric)
{
  const TwinMetric *row;
  g_autoptr (TwinHistogram) histogram = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *title = NULL;
  TwinAxis x_axis;
  TwinAxis y_axis = {
    .title = _("Replications"),
    .style = TWIN_NUMBER_COUNT,
    .from_zero = TRUE,
  };
  TwinEstimate estimate;
  TwinChart *chart;

  g_return_val_if_fail (run != NULL, NULL);

  row = get_metric (run, metric);
  x_axis = twin_figure_metric_axis (row);
  estimate = twin_figure_clip (row, twin_run_get_estimate (run, metric));
  histogram = make_histogram (run, metric);
  /* Translators: the title of a histogram: "Total cost over all replications" */
  title = g_strdup_printf (_("%s over all replications"), _(row->title));
  caption = distribution_caption (row, estimate);

  chart = twin_chart_new (title, &x_axis);
  twin_chart_add_panel (chart, NULL, &y_axis);
  twin_chart_add_bars (chart, 0,
                       &(TwinLayer){ .title = _("Replications"), .ink = TWIN_INK_FIRST },
                       histogram->from, histogram->to, histogram->count, histogram->n);
  add_mean (chart, row, estimate);
  twin_chart_set_caption (chart, caption);
  g_free (title);
  title = g_strdup_printf ("%s. %s.", twin_chart_get_title (chart), caption);
  twin_chart_set_summary (chart, title);
  return chart;
}

/* What a cost is made of */

static char *
part_title (const TwinMetric *metric,
            TwinEstimate estimate,
            double whole)
{
  g_autofree char *money = twin_figure_format_mean (metric, estimate);
  g_autofree char *share = NULL;

  if (!(whole > 0))
    /* Translators: a part of the cost: "Holding cost 9,530" */
    return g_strdup_printf (_("%s %s"), _(metric->title), money);
  share = twin_number_format (estimate.mean / whole, TWIN_NUMBER_SHARE);
  /* Translators: a part of the cost: "Holding cost 9,530 (28.6 %)" */
  return g_strdup_printf (_("%s %s (%s)"), _(metric->title), money, share);
}

/* Lays the parts end to end and returns where they end; tells each in @summary. */
static void
add_parts (TwinChart *chart,
           const TwinRun *run,
           double whole,
           GString *summary)
{
  static const TwinInk inks[] = { TWIN_INK_FIRST, TWIN_INK_SECOND, TWIN_INK_THIRD,
                                  TWIN_INK_FOURTH };
  const TwinModelType *type = twin_model_get_model_type (twin_run_get_model (run));
  double end = 0;
  guint part = 0;

  for (guint i = 0; i < type->n_metrics; i++)
    {
      const TwinMetric *metric = &type->metrics[i];
      TwinEstimate estimate;
      g_autofree char *title = NULL;
      g_autofree char *label = NULL;

      if ((metric->flags & TWIN_METRIC_COST_PART) == 0)
        continue;
      estimate = twin_run_get_estimate (run, i);
      title = part_title (metric, estimate, whole);
      label = twin_figure_format_mean (metric, estimate);
      twin_chart_add_part (chart, 0,
                           &(TwinLayer){ .title = title,
                                         .ink = inks[part % G_N_ELEMENTS (inks)],
                                         .fill = part % TWIN_N_FILLS },
                           end, end + estimate.mean, 0, label);
      g_string_append_printf (summary, " %s.", title);
      end += estimate.mean;
      part++;
    }
}

TwinChart *
twin_figure_cost_split (const TwinRun *run)
{
  const TwinModelType *type;
  const TwinMetric *objective;
  guint number;
  TwinEstimate whole;
  g_autofree char *n = NULL;
  g_autofree char *mean = NULL;
  g_autofree char *caption = NULL;
  g_autoptr (GString) summary = g_string_new (NULL);
  const char *rows[2] = { NULL, NULL };
  TwinAxis x_axis, y_axis = { .categories = rows };
  TwinChart *chart;

  g_return_val_if_fail (run != NULL, NULL);

  type = twin_model_get_model_type (twin_run_get_model (run));
  number = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE);
  objective = &type->metrics[number];
  whole = twin_run_get_estimate (run, number);
  rows[0] = "";
  x_axis = twin_figure_metric_axis (objective);
  x_axis.from_zero = TRUE;

  n = twin_figure_format_count (whole.n);
  mean = twin_figure_format_estimate (objective, whole);
  /* Translators: "Total cost 33,480 (33,400 – 33,560): means of 1,000 replications, 95 % …" */
  caption = g_strdup_printf (ngettext ("%s %s: %s replication",
                                       "%s %s: means of %s replications, 95 %% Student‑t interval",
                                       whole.n),
                             _(objective->title), mean, n);
  chart = twin_chart_new (_("What the cost is made of"), &x_axis);
  twin_chart_add_panel (chart, NULL, &y_axis);
  g_string_append_printf (summary, "%s.", caption);
  add_parts (chart, run, whole.mean, summary);
  twin_chart_set_caption (chart, caption);
  twin_chart_set_summary (chart, summary->str);
  return chart;
}
