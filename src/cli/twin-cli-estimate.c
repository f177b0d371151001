/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-cli-estimate.h"

#include <glib/gi18n-lib.h>

char *
twin_cli_format_title (const TwinMetric *metric)
{
  if (metric->unit == NULL)
    return g_strdup (_(metric->title));
  /* Translators: a metric and its unit, heading a column: "Average on hand (units)" */
  return g_strdup_printf (_("%s (%s)"), _(metric->title), _(metric->unit));
}

/* The title of a row or a column has the unit already. */
static TwinMetric
without_unit (const TwinMetric *metric)
{
  TwinMetric bare = *metric;

  bare.unit = NULL;
  return bare;
}

void
twin_cli_add_estimate (TwinCliTable *table,
                       const TwinMetric *metric,
                       TwinEstimate estimate)
{
  twin_cli_add_estimate_as (table, metric, estimate, estimate);
}

void
twin_cli_add_estimate_as (TwinCliTable *table,
                          const TwinMetric *metric,
                          TwinEstimate estimate,
                          TwinEstimate as)
{
  TwinMetric bare = without_unit (metric);

  twin_cli_add_mean_as (table, metric, estimate, as);
  twin_cli_table_take (table, twin_figure_format_interval_as (&bare, estimate, as));
}

void
twin_cli_add_mean_as (TwinCliTable *table,
                      const TwinMetric *metric,
                      TwinEstimate estimate,
                      TwinEstimate as)
{
  TwinMetric bare = without_unit (metric);

  twin_cli_table_take (table, twin_figure_format_mean_as (&bare, estimate, as));
}

void
twin_cli_add_sd (TwinCliTable *table,
                 const TwinMetric *metric,
                 TwinEstimate estimate)
{
  TwinMetric bare = without_unit (metric);

  twin_cli_table_take (table, twin_figure_format_sd (&bare, estimate));
}

void
twin_cli_add_difference (TwinCliTable *table,
                         const TwinMetric *metric,
                         TwinEstimate estimate)
{
  TwinMetric bare = without_unit (metric);

  twin_cli_table_take (table, twin_figure_format_difference (&bare, estimate));
  twin_cli_table_take (table, twin_figure_format_difference_interval (&bare, estimate));
}

TwinCliTable *
twin_cli_new_metric_table (const TwinMetric *metrics,
                           guint n_metrics)
{
  TwinCliTable *table = twin_cli_table_new ("lll");

  twin_cli_table_set_header (table,
                             (const char *const[]) { _("Metric"), _("Title"), _("Meaning") });
  for (guint i = 0; i < n_metrics; i++)
    {
      twin_cli_table_begin_row (table);
      twin_cli_table_add (table, metrics[i].name);
      twin_cli_table_add (table, _(metrics[i].title));
      twin_cli_table_add (table, _(metrics[i].help));
    }
  return table;
}
