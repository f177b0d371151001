/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-optimize-results.h"

#include <glib/gi18n-lib.h>

#include "twin-figure.h"

/* After the decisions. */
typedef enum
{
  COLUMN_COST,
  COLUMN_COST_INTERVAL,
  COLUMN_SERVICE,
  COLUMN_SERVICE_INTERVAL,
  COLUMN_FEASIBLE,
  N_COLUMNS
} Column;

static const TwinModelType *
get_type (gconstpointer data)
{
  const TwinOptimizeResults *results = data;

  return twin_optimum_get_model_type (results->optimum);
}

static const TwinMetric *
get_metric (gconstpointer   data,
            TwinMetricFlags flag)
{
  return &get_type (data)->metrics[twin_model_type_get_metric (get_type (data), flag)];
}

static const TwinPolicy *
get_policy (gconstpointer data,
            guint         row)
{
  const TwinOptimizeResults *results = data;

  return twin_optimum_get_policy (results->optimum, results->order[row]);
}

static guint
get_n_columns (gconstpointer data)
{
  return get_type (data)->n_decisions + N_COLUMNS;
}

static guint
get_n_rows (gconstpointer data)
{
  const TwinOptimizeResults *results = data;

  return (guint) twin_optimum_get_n_policies (results->optimum);
}

static const char *
get_title (gconstpointer data,
           guint         column)
{
  const TwinOptimizeResults *results = data;
  const guint n_decisions = get_type (data)->n_decisions;

  if (column < n_decisions)
    {
      const char *key = get_type (data)->decisions[column].key;
      const TwinParameter *parameter =
          twin_parameters_find (twin_project_get_parameters (results->project), key, NULL);

      return parameter != NULL ? _(parameter->title) : key;
    }
  switch ((Column) (column - n_decisions))
    {
    case COLUMN_COST:
      return _(get_metric (data, TWIN_METRIC_OBJECTIVE)->title);
    case COLUMN_SERVICE:
      return _(get_metric (data, TWIN_METRIC_SERVICE)->title);
    case COLUMN_COST_INTERVAL:
    case COLUMN_SERVICE_INTERVAL:
      return _("95 % interval");
    case COLUMN_FEASIBLE:
      return _("Target");
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static double
get_value (gconstpointer data,
           guint         row,
           guint         column)
{
  const guint n_decisions = get_type (data)->n_decisions;
  const TwinPolicy *policy = get_policy (data, row);

  if (column < n_decisions)
    return policy->decisions[column];
  switch ((Column) (column - n_decisions))
    {
    case COLUMN_COST:
      return policy->cost.mean;
    case COLUMN_SERVICE:
      return policy->service.mean;
    case COLUMN_COST_INTERVAL:
      return policy->cost.high - policy->cost.low;
    case COLUMN_SERVICE_INTERVAL:
      return policy->service.high - policy->service.low;
    case COLUMN_FEASIBLE:
      return policy->feasible ? 0 : 1;
    case N_COLUMNS:
    default:
      g_return_val_if_reached (0);
    }
}

static char *
get_text (gconstpointer data,
          guint         row,
          guint         column)
{
  const guint n_decisions = get_type (data)->n_decisions;
  const TwinPolicy *policy = get_policy (data, row);
  const TwinMetric *cost = get_metric (data, TWIN_METRIC_OBJECTIVE);
  const TwinMetric *service = get_metric (data, TWIN_METRIC_SERVICE);

  if (column < n_decisions)
    return twin_number_format (policy->decisions[column], TWIN_NUMBER_PLAIN);
  switch ((Column) (column - n_decisions))
    {
    case COLUMN_COST:
      return twin_figure_format_mean (cost, policy->cost);
    case COLUMN_COST_INTERVAL:
      return twin_figure_format_interval (cost, policy->cost);
    case COLUMN_SERVICE:
      return twin_figure_format_mean (service, policy->service);
    case COLUMN_SERVICE_INTERVAL:
      return twin_figure_format_interval (service, policy->service);
    case COLUMN_FEASIBLE:
      return g_strdup (policy->feasible ? _("Met") : _("Missed"));
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
is_text (gconstpointer data,
         guint         column)
{
  return column == get_type (data)->n_decisions + COLUMN_FEASIBLE;
}

const TwinTableSource twin_optimize_table = {
  .get_n_columns = get_n_columns,
  .get_n_rows = get_n_rows,
  .get_title = get_title,
  .get_text = get_text,
  .get_value = get_value,
  .is_text = is_text,
  .ref = (gpointer (*) (gpointer)) twin_optimize_results_ref,
  .unref = (void (*) (gpointer)) twin_optimize_results_unref,
};
