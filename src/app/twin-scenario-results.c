/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-scenario-results.h"

#include "twin-figure.h"
#include "twin-remarks-text.h"

TwinScenarioRequest *
twin_scenario_request_new (const TwinProject *project,
                           TwinPool          *pool,
                           gsize              n)
{
  TwinScenarioRequest *self = g_new0 (TwinScenarioRequest, 1);

  self->project = twin_project_copy (project);
  self->pool = twin_pool_ref (pool);
  self->n = n;
  return self;
}

void
twin_scenario_request_free (TwinScenarioRequest *self)
{
  twin_project_free (self->project);
  twin_pool_unref (self->pool);
  g_free (self);
}

void
twin_scenario_results_free (TwinScenarioResults *self)
{
  g_clear_pointer (&self->comparison, twin_comparison_unref);
  for (guint i = 0; i < TWIN_N_SCENARIO_CHARTS; i++)
    g_clear_pointer (&self->charts[i], twin_chart_unref);
  g_free (self->remarks);
  g_free (self);
}

gpointer
twin_scenario_results_compute (gpointer            data,
                               const TwinMonitor  *monitor,
                               GError            **error)
{
  const TwinScenarioRequest *request = data;
  const TwinProject *project = request->project;
  const guint service = twin_model_type_get_metric (project->type, TWIN_METRIC_SERVICE);
  const guint cost = twin_model_type_get_metric (project->type, TWIN_METRIC_OBJECTIVE);
  g_autoptr (TwinScenarioResults) results = g_new0 (TwinScenarioResults, 1);

  results->comparison = twin_comparison_new (twin_project_get_parameters (project),
                                             (TwinScenario *const *) project->scenarios->pdata,
                                             project->scenarios->len, project->seed, request->n,
                                             request->pool, monitor, error);
  if (results->comparison == NULL)
    return NULL;

  results->remarks = twin_remarks_text_describe_scenarios (results->comparison);
  results->charts[TWIN_SCENARIO_SERVICE] = twin_figure_scenarios (results->comparison, service);
  results->charts[TWIN_SCENARIO_COST] = twin_figure_scenarios (results->comparison, cost);
  if (project->scenarios->len > 1)
    {
      results->charts[TWIN_SCENARIO_SERVICE_DIFFERENCE] =
          twin_figure_differences (results->comparison, service);
      results->charts[TWIN_SCENARIO_COST_DIFFERENCE] =
          twin_figure_differences (results->comparison, cost);
    }
  return g_steal_pointer (&results);
}
