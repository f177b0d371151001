/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-scenario-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-comparison.h"
#include "twin-figure.h"

typedef enum
{
  COLUMN_METRIC,
  COLUMN_SCENARIO,
  COLUMN_MEAN,
  COLUMN_INTERVAL,
  COLUMN_DIFFERENCE,
  COLUMN_DIFFERENCE_INTERVAL,
  N_COLUMNS
} Column;

static const char *const titles[N_COLUMNS] = {
  [COLUMN_METRIC] = N_("Metric"),
  [COLUMN_SCENARIO] = N_("Scenario"),
  [COLUMN_MEAN] = N_("Mean"),
  /* xgettext:no-c-format */
  [COLUMN_INTERVAL] = N_("95 % interval"),
  [COLUMN_DIFFERENCE] = N_("Difference"),
  /* xgettext:no-c-format */
  [COLUMN_DIFFERENCE_INTERVAL] = N_("Its 95 % interval"),
};

static const TwinModel *
get_model (gconstpointer data)
{
  return twin_run_get_model (twin_comparison_get_run (data, 0));
}

/* Rows run through the scenarios of the first metric, then of the second, and so on: what is to be
 * compared stands together. */
static guint
get_scenario (gconstpointer data,
              guint         row)
{
  return row % twin_comparison_get_n_scenarios (data);
}

static guint
get_metric (gconstpointer data,
            guint         row)
{
  return row / twin_comparison_get_n_scenarios (data);
}

static guint
get_n_columns (gconstpointer data)
{
  return N_COLUMNS;
}

static guint
get_n_rows (gconstpointer data)
{
  return twin_comparison_get_n_scenarios (data) * twin_model_get_n_metrics (get_model (data));
}

static const char *
get_title (gconstpointer data,
           guint         column)
{
  return _(titles[column]);
}

static gboolean
is_text (gconstpointer data,
         guint         column)
{
  return column == COLUMN_SCENARIO || column == COLUMN_METRIC;
}

static TwinEstimate
get_estimate (gconstpointer data,
              guint         row,
              guint         column)
{
  const guint scenario = get_scenario (data, row);
  const guint metric = get_metric (data, row);

  if (column < COLUMN_DIFFERENCE)
    return twin_run_get_estimate (twin_comparison_get_run (data, scenario), metric);
  if (scenario == 0)
    return (TwinEstimate){ 0, NAN, NAN, NAN, NAN };
  return twin_comparison_get_difference (data, scenario, metric);
}

static double
get_value (gconstpointer data,
           guint         row,
           guint         column)
{
  TwinEstimate estimate;

  switch ((Column) column)
    {
    case COLUMN_METRIC:
      return row;
    case COLUMN_SCENARIO:
      return get_scenario (data, row) * 1e6 + get_metric (data, row);
    case COLUMN_MEAN:
    case COLUMN_DIFFERENCE:
      return get_estimate (data, row, column).mean;
    case COLUMN_INTERVAL:
    case COLUMN_DIFFERENCE_INTERVAL:
      /* By width: where the answer is least certain. */
      estimate = get_estimate (data, row, column);
      return estimate.high - estimate.low;
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NAN);
    }
}

static char *
get_text (gconstpointer data,
          guint         row,
          guint         column)
{
  const TwinMetric *metric = twin_model_get_metric (get_model (data), get_metric (data, row));
  TwinEstimate estimate;

  switch ((Column) column)
    {
    case COLUMN_METRIC:
      return g_strdup (_(metric->title));
    case COLUMN_SCENARIO:
      return g_strdup (twin_comparison_get_scenario (data, get_scenario (data, row))->title);
    case COLUMN_MEAN:
      return twin_figure_format_mean_as (
          metric, get_estimate (data, row, column),
          twin_figure_get_scenario_column (data, get_metric (data, row)));
    case COLUMN_INTERVAL:
      return twin_figure_format_interval_as (
          metric, get_estimate (data, row, column),
          twin_figure_get_scenario_column (data, get_metric (data, row)));
    case COLUMN_DIFFERENCE:
      return twin_figure_format_difference (metric, get_estimate (data, row, column));
    case COLUMN_DIFFERENCE_INTERVAL:
      estimate = get_estimate (data, row, column);
      /* The baseline differs from nothing: that is not a missing interval. */
      return isnan (estimate.mean) ? g_strdup ("–")
                                   : twin_figure_format_difference_interval (metric, estimate);
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gpointer
ref (gpointer data)
{
  return twin_comparison_ref (data);
}

static void
unref (gpointer data)
{
  twin_comparison_unref (data);
}

const TwinTableSource twin_scenario_table = {
  .get_n_columns = get_n_columns,
  .get_n_rows = get_n_rows,
  .get_title = get_title,
  .get_text = get_text,
  .get_value = get_value,
  .is_text = is_text,
  .ref = ref,
  .unref = unref,
};
