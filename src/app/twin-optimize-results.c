/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-optimize-results.h"

#include <glib/gi18n-lib.h>

#include "twin-figure.h"
#include "twin-remarks-text.h"

TwinOptimizeRequest *
twin_optimize_request_new (const TwinProject *project,
                           TwinPool          *pool,
                           gsize              n)
{
  TwinOptimizeRequest *self = g_new0 (TwinOptimizeRequest, 1);

  self->project = twin_project_copy (project);
  self->pool = twin_pool_ref (pool);
  self->n = n;
  return self;
}

void
twin_optimize_request_free (TwinOptimizeRequest *self)
{
  twin_project_free (self->project);
  twin_pool_unref (self->pool);
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
  g_strfreev (self->titles);
  g_free (self->remarks);
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

/* What the best was chosen by: the smaller, the more is to be said for a policy. */
static int
rank_policy (TwinOptimum      *optimum,
             const TwinPolicy *policy)
{
  if (twin_optimum_get_statement (optimum) == NULL
      || policy->feasibility == TWIN_FEASIBILITY_OPEN)
    return policy->feasible ? 1 : 2;
  return policy->feasibility == TWIN_FEASIBILITY_KEEPS ? 0 : 3;
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

  const int difference = rank_policy (optimum, one) - rank_policy (optimum, other);

  if (difference != 0)
    return difference;
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

/* "Reorder point s" of a model that has one, "Downtown: s" of one that has many. */
static char **
title_decisions (const TwinOptimum *optimum)
{
  const guint n = twin_optimum_get_n_decisions (optimum);
  char **titles = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const TwinDecisionKey *key = twin_optimum_get_decision (optimum, i);

      titles[i] = key->owner == NULL
                    ? g_strdup (_(key->parameter->title))
                    /* Translators: a store, and what is decided for it: "Downtown: s" */
                    : g_strdup_printf (_("%s: %s"), key->owner,
                                       twin_figure_get_decision_name (key->parameter));
    }
  return titles;
}

/* On the winner, since a search replaces what it decides on; or else on what it began with. */
static char *
describe_remarks (const TwinOptimum *optimum,
                  const TwinProject *project)
{
  TwinRun *verified = twin_optimum_get_verified (optimum);
  g_autoptr (TwinModel) first = NULL;

  if (verified != NULL)
    return twin_remarks_text_describe (twin_run_get_model (verified));
  first = twin_model_new (twin_project_get_parameters (project), NULL);
  return first != NULL ? twin_remarks_text_describe (first) : NULL;
}

gpointer
twin_optimize_results_compute (gpointer            data,
                               const TwinMonitor  *monitor,
                               GError            **error)
{
  const TwinOptimizeRequest *request = data;
  const TwinProject *project = request->project;
  g_autoptr (TwinOptimizeResults) results = g_atomic_rc_box_new0 (TwinOptimizeResults);

  results->optimum = twin_optimum_new (twin_project_get_parameters (project), project->search,
                                       project->seed, request->n, request->pool, monitor, error);
  if (results->optimum == NULL)
    return NULL;
  results->project = twin_project_copy (project);
  results->chart = twin_figure_policies (results->optimum, -1);
  results->order = sort_policies (results->optimum);
  results->titles = title_decisions (results->optimum);
  results->remarks = describe_remarks (results->optimum, project);
  return g_steal_pointer (&results);
}

/* Another policy selected: what its picture is made from. */
typedef struct
{
  TwinOptimizeResults *results;
  gssize selected;
} Selection;

static void
selection_free (gpointer data)
{
  Selection *self = data;

  twin_optimize_results_unref (self->results);
  g_free (self);
}

static gpointer
selection_draw (gpointer            data,
                const TwinMonitor  *monitor,
                GError            **error)
{
  const Selection *self = data;

  return twin_figure_policies (self->results->optimum, self->selected);
}

TwinJob *
twin_optimize_results_draw (TwinOptimizeResults *self,
                            gssize               selected,
                            TwinJobDoneFunc      done,
                            gpointer             user_data)
{
  Selection *selection = g_new (Selection, 1);

  selection->results = twin_optimize_results_ref (self);
  selection->selected = selected;
  return twin_job_start (selection_draw, selection, selection_free,
                         (GDestroyNotify) twin_chart_unref, NULL, done, user_data);
}

/* All but what the search chooses. */
static TwinParameters *
copy_without_decisions (const TwinOptimizeResults *self,
                        const TwinProject         *project)
{
  TwinParameters *parameters = twin_parameters_copy (twin_project_get_parameters (project));

  for (guint i = 0; i < twin_optimum_get_n_decisions (self->optimum); i++)
    twin_parameters_set_number (parameters, twin_optimum_get_decision (self->optimum, i)->key, 0,
                                NULL);
  return parameters;
}

gboolean
twin_optimize_results_fit (const TwinOptimizeResults *self,
                           const TwinProject         *project)
{
  const TwinProject *done = self->project;
  g_autoptr (TwinParameters) then = NULL;
  g_autoptr (TwinParameters) now = NULL;

  if (done->type != project->type || done->seed != project->seed
      || done->replications != project->replications
      || !twin_search_equal (done->search, project->search))
    return FALSE;

  then = copy_without_decisions (self, done);
  now = copy_without_decisions (self, project);
  return twin_parameters_equal (then, now);
}

gboolean
twin_optimize_results_is_first_look (const TwinOptimizeResults *self)
{
  return twin_optimum_get_n (self->optimum) < self->project->replications;
}

TwinProject *
twin_optimize_results_use (const TwinOptimizeResults *self,
                           gsize                      policy,
                           const TwinProject         *project)
{
  TwinProject *copy;

  g_return_val_if_fail (twin_optimize_results_fit (self, project), NULL);

  copy = twin_project_copy (project);
  for (guint i = 0; i < twin_optimum_get_n_decisions (self->optimum); i++)
    twin_parameters_set_number (twin_project_get_parameters (copy),
                                twin_optimum_get_decision (self->optimum, i)->key,
                                twin_optimum_get_policy (self->optimum, policy)->decisions[i],
                                NULL);
  return copy;
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
