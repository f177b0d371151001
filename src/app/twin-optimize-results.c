/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-optimize-results.h"

#include "twin-figure.h"

TwinOptimizeRequest *
twin_optimize_request_new (const TwinProject *project,
                           TwinPool          *pool,
                           TwinOptimum       *optimum,
                           gssize             selected)
{
  TwinOptimizeRequest *self = g_new0 (TwinOptimizeRequest, 1);

  self->project = twin_project_copy (project);
  self->pool = twin_pool_ref (pool);
  self->optimum = optimum != NULL ? twin_optimum_ref (optimum) : NULL;
  self->selected = selected;
  return self;
}

void
twin_optimize_request_free (TwinOptimizeRequest *self)
{
  twin_project_free (self->project);
  twin_pool_unref (self->pool);
  g_clear_pointer (&self->optimum, twin_optimum_unref);
  g_free (self);
}

static void
results_clear (gpointer data)
{
  TwinOptimizeResults *self = data;

  g_clear_pointer (&self->optimum, twin_optimum_unref);
  g_clear_pointer (&self->project, twin_project_free);
  g_clear_pointer (&self->chart, twin_chart_unref);
  g_free (self->order);
}

TwinOptimizeResults *
twin_optimize_results_ref (TwinOptimizeResults *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
twin_optimize_results_unref (TwinOptimizeResults *self)
{
  g_atomic_rc_box_release_full (self, results_clear);
}

static int
compare_policies (gconstpointer a,
                  gconstpointer b,
                  gpointer      optimum)
{
  const gsize first = *(const gsize *) a;
  const gsize second = *(const gsize *) b;
  const TwinPolicy *one = twin_optimum_get_policy (optimum, first);
  const TwinPolicy *other = twin_optimum_get_policy (optimum, second);

  if (one->feasible != other->feasible)
    return one->feasible ? -1 : 1;
  if (one->cost.mean != other->cost.mean)
    return one->cost.mean < other->cost.mean ? -1 : 1;
  return first < second ? -1 : first > second;
}

static gsize *
sort_policies (TwinOptimum *optimum)
{
  const gsize n = twin_optimum_get_n_policies (optimum);
  gsize *order = g_new (gsize, n);

  for (gsize i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_policies, optimum);
  return order;
}

gpointer
twin_optimize_results_compute (gpointer            data,
                               const TwinMonitor  *monitor,
                               GError            **error)
{
  const TwinOptimizeRequest *request = data;
  const TwinProject *project = request->project;
  g_autoptr (TwinOptimizeResults) results = g_atomic_rc_box_new0 (TwinOptimizeResults);

  if (request->optimum != NULL)
    results->optimum = twin_optimum_ref (request->optimum);
  else
    results->optimum = twin_optimum_new (twin_project_get_parameters (project), project->search,
                                         project->seed, project->replications, request->pool,
                                         monitor, error);
  if (results->optimum == NULL)
    return NULL;
  results->project = twin_project_copy (project);
  results->chart = twin_figure_policies (results->optimum, request->selected);
  results->order = sort_policies (results->optimum);
  return g_steal_pointer (&results);
}

gboolean
twin_optimize_results_fit (const TwinOptimizeResults *self,
                           const TwinProject         *project)
{
  const TwinProject *done = self->project;
  TwinParameters *parameters = twin_project_get_parameters (project);
  g_autoptr (TwinParameters) aligned = NULL;

  if (done->type != project->type || done->seed != project->seed
      || done->replications != project->replications
      || !twin_search_equal (done->search, project->search))
    return FALSE;

  aligned = twin_parameters_copy (twin_project_get_parameters (done));
  for (guint i = 0; i < project->type->n_decisions; i++)
    {
      const char *key = project->type->decisions[i].key;

      twin_parameters_set_number (aligned, key, twin_parameters_get_number (parameters, key), NULL);
    }
  return twin_parameters_equal (aligned, parameters);
}

gsize
twin_optimize_results_find_row (const TwinOptimizeResults *self,
                                gsize                      policy)
{
  const gsize n = twin_optimum_get_n_policies (self->optimum);

  for (gsize i = 0; i < n; i++)
    if (self->order[i] == policy)
      return i;
  g_return_val_if_reached (0);
}
