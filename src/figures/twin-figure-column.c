/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <math.h>

/* Estimates of one metric below each other: one number of decimals for all. */

/* A share from here on would read as all of it with one decimal. */
#define NEARLY_ALL 0.9995

/* Policies that never run out of stock are known exactly, which says nothing about the others: what
 * counts is the error that is usual, the geometric mean. */
void
twin_figure_column_add (TwinFigureColumn *self,
                        const TwinMetric *metric,
                        TwinEstimate estimate)
{
  const TwinEstimate shown = twin_figure_clip (metric, estimate);
  const double half = (shown.high - shown.low) / 2;

  if (isfinite (shown.mean))
    self->largest = MAX (self->largest, fabs (shown.mean));
  self->has_nearly_all |= metric->quantity == TWIN_QUANTITY_SHARE && shown.mean >= NEARLY_ALL
                          && shown.mean < 1;
  if (half > 0 && isfinite (half))
    {
      self->sum += log (half);
      self->n++;
    }
}

TwinEstimate
twin_figure_column_get (const TwinFigureColumn *self)
{
  TwinEstimate usual = { .mean = self->largest, .high = self->largest };
  double half;

  half = self->n > 0 ? exp (self->sum / (double) self->n) : 0;
  if (self->has_nearly_all && self->n > 0)
    half = MIN (half, (1 - NEARLY_ALL) / 5);
  usual.low = self->largest - 2 * half;
  return usual;
}

TwinEstimate
twin_figure_get_scenario_column (const TwinComparison *comparison,
                                 guint metric)
{
  TwinFigureColumn column = { 0 };

  for (guint i = 0; i < twin_comparison_get_n_scenarios (comparison); i++)
    {
      const TwinRun *run = twin_comparison_get_run (comparison, i);

      twin_figure_column_add (&column, twin_model_get_metric (twin_run_get_model (run), metric),
                              twin_run_get_estimate (run, metric));
    }
  return twin_figure_column_get (&column);
}

TwinEstimate
twin_figure_get_node_column (const TwinRun *run,
                             const char *name)
{
  const TwinModel *model = twin_run_get_model (run);
  guint number = twin_model_get_model_type (model)->n_metrics;
  TwinFigureColumn column = { 0 };

  for (guint n = 0; n < twin_model_get_n_nodes (model); n++)
    {
      const TwinNode *node = twin_model_get_node (model, n);

      for (guint i = 0; i < node->n_metrics; i++, number++)
        if (g_str_equal (node->metrics[i].name, name))
          twin_figure_column_add (&column, &node->metrics[i], twin_run_get_estimate (run, number));
    }
  return twin_figure_column_get (&column);
}

/* Policies are compared with the best of them, which is known best; others may have been dropped
 * after a few replications. */
TwinEstimate
twin_figure_get_policy_column (const TwinOptimum *optimum,
                               TwinMetricFlags flag)
{
  const gssize best = twin_optimum_get_best (optimum);
  const gssize closest = twin_optimum_get_closest (optimum);
  const TwinPolicy *policy;
  TwinFigureColumn column = { 0 };

  if (best < 0 && closest < 0)
    return twin_figure_column_get (&column);
  policy = twin_optimum_get_policy (optimum, (gsize) (best >= 0 ? best : closest));
  twin_figure_column_add (&column, twin_figure_get_metric (optimum, flag),
                          flag == TWIN_METRIC_SERVICE ? policy->service : policy->cost);
  return twin_figure_column_get (&column);
}
