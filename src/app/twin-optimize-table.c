/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-optimize-results.h"

#include <glib/gi18n-lib.h>

#include "twin-figure.h"

/* A policy of more numbers than this stands behind what it brings, which would be out of sight. */
#define MOST_IN_FRONT 4

/* Beside the decisions. */
typedef enum
{
  COLUMN_COST,
  COLUMN_COST_INTERVAL,
  COLUMN_SERVICE,
  COLUMN_SERVICE_INTERVAL,
  COLUMN_REPLICATIONS,
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
get_n_decisions (gconstpointer data)
{
  return twin_optimum_get_n_decisions (((const TwinOptimizeResults *) data)->optimum);
}

static guint
get_n_columns (gconstpointer data)
{
  return get_n_decisions (data) + N_COLUMNS;
}

/* The decision that a column shows; -1: none, but one of the others. */
static int
find_decision (gconstpointer data,
               guint         column)
{
  const guint n = get_n_decisions (data);

  if (n <= MOST_IN_FRONT)
    return column < n ? (int) column : -1;
  return column >= N_COLUMNS ? (int) (column - N_COLUMNS) : -1;
}

static Column
get_other (gconstpointer data,
           guint         column)
{
  const guint n = get_n_decisions (data);

  return (Column) (n <= MOST_IN_FRONT ? column - n : column);
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

  if (find_decision (data, column) >= 0)
    return results->titles[find_decision (data, column)];
  switch (get_other (data, column))
    {
    case COLUMN_COST:
      return _(get_metric (data, TWIN_METRIC_OBJECTIVE)->title);
    case COLUMN_SERVICE:
      return _(get_metric (data, TWIN_METRIC_SERVICE)->title);
    case COLUMN_COST_INTERVAL:
    case COLUMN_SERVICE_INTERVAL:
      /* xgettext:no-c-format */
      return _("95 % interval");
    case COLUMN_REPLICATIONS:
      return _("Replications");
    case COLUMN_FEASIBLE:
      return _("Target");
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Met before open before missed. */
static double
rank_feasibility (TwinFeasibility feasibility)
{
  return feasibility == TWIN_FEASIBILITY_KEEPS ? 0 : feasibility == TWIN_FEASIBILITY_OPEN ? 1 : 2;
}

static double
get_value (gconstpointer data,
           guint         row,
           guint         column)
{
  const TwinPolicy *policy = get_policy (data, row);

  if (find_decision (data, column) >= 0)
    return policy->decisions[find_decision (data, column)];
  switch (get_other (data, column))
    {
    case COLUMN_COST:
      return policy->cost.mean;
    case COLUMN_SERVICE:
      return policy->service.mean;
    case COLUMN_COST_INTERVAL:
      return policy->cost.high - policy->cost.low;
    case COLUMN_SERVICE_INTERVAL:
      return policy->service.high - policy->service.low;
    case COLUMN_REPLICATIONS:
      return (double) policy->cost.n;
    case COLUMN_FEASIBLE:
      return rank_feasibility (policy->feasibility);
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
  const TwinPolicy *policy = get_policy (data, row);
  const TwinMetric *cost = get_metric (data, TWIN_METRIC_OBJECTIVE);
  const TwinMetric *service = get_metric (data, TWIN_METRIC_SERVICE);
  const TwinOptimum *optimum = ((const TwinOptimizeResults *) data)->optimum;

  if (find_decision (data, column) >= 0)
    return twin_number_format (policy->decisions[find_decision (data, column)],
                               TWIN_NUMBER_PLAIN);
  switch (get_other (data, column))
    {
    case COLUMN_COST:
      return twin_figure_format_mean_as (
          cost, policy->cost, twin_figure_get_policy_column (optimum, TWIN_METRIC_OBJECTIVE));
    case COLUMN_COST_INTERVAL:
      return twin_figure_format_interval_as (
          cost, policy->cost, twin_figure_get_policy_column (optimum, TWIN_METRIC_OBJECTIVE));
    case COLUMN_SERVICE:
      return twin_figure_format_service_as (
          optimum, policy->service, twin_figure_get_policy_column (optimum, TWIN_METRIC_SERVICE));
    case COLUMN_SERVICE_INTERVAL:
      return twin_figure_format_interval_as (
          service, policy->service, twin_figure_get_policy_column (optimum, TWIN_METRIC_SERVICE));
    case COLUMN_REPLICATIONS:
      return twin_number_format ((double) policy->cost.n, TWIN_NUMBER_COUNT);
    case COLUMN_FEASIBLE:
      return g_strdup (twin_figure_get_feasibility_title (policy->feasibility));
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
is_text (gconstpointer data,
         guint         column)
{
  return find_decision (data, column) < 0 && get_other (data, column) == COLUMN_FEASIBLE;
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
