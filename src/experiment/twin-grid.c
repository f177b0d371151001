/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-grid.h"

#include "twin-run-private.h"
#include "twin-selection-private.h"
#include "twin-survey.h"

/* Policies times replications of an item of the pool: some milliseconds of a survey, and never more
 * replications than that all threads get some. */
#define ITEM 40000
#define MAX_ITEM 8

typedef struct
{
  const TwinSweep *sweep;
  const TwinPolicy *policies;
  TwinModel *model; /* of the first policy, for surveys */
} Grid;

/* One survey at work. */
typedef struct
{
  const TwinSurvey *survey;
  uint64_t seed;
  gsize first, count;
  gsize block; /* replications of an item */
  double *service, *cost;
  gsize stride;
  TwinStop stop;
} Survey;

static void
survey_block (gsize item,
              gpointer data)
{
  const Survey *self = data;
  gsize begin = item * self->block;

  twin_survey_measure (self->survey, self->seed, self->first + begin,
                       MIN (self->block, self->count - begin), self->service + begin * self->stride,
                       self->cost + begin * self->stride, self->stride, &self->stop);
}

/* The decisions of those candidates in a row. */
static double *
list_decisions (const Grid *self,
                const gsize *candidates,
                gsize n_candidates)
{
  const guint n_decisions = self->sweep->keys->len;
  double *decisions = g_new (double, n_candidates * n_decisions);

  for (gsize i = 0; i < n_candidates; i++)
    for (guint d = 0; d < n_decisions; d++)
      decisions[i * n_decisions + d] = self->policies[candidates[i]].decisions[d];
  return decisions;
}

/* Without a survey, each policy is a model of its own. */
static gboolean
simulate_candidates (const Grid *self,
                     const gsize *candidates,
                     gsize n_candidates,
                     gsize first,
                     gsize count,
                     const TwinSamples *samples,
                     const TwinMonitor *monitor,
                     GError **error)
{
  g_autofree const double **decisions = g_new (const double *, n_candidates);

  for (gsize i = 0; i < n_candidates; i++)
    decisions[i] = self->policies[candidates[i]].decisions;
  return twin_sweep_simulate (self->sweep, decisions, n_candidates, first, count, samples, monitor,
                              error);
}

/* The #TwinSelectionFunc. */
static gboolean
measure (const gsize *candidates,
         gsize n_candidates,
         gsize first,
         gsize count,
         double *service,
         double *cost,
         gsize stride,
         gpointer data,
         const TwinMonitor *monitor,
         GError **error)
{
  const Grid *self = data;
  g_autofree double *decisions = NULL;
  g_autoptr (TwinSurvey) survey = NULL;
  Survey work = {
    .seed = self->sweep->seed,
    .first = first,
    .count = count,
    .block = CLAMP (ITEM / n_candidates, 1, MAX_ITEM),
    .service = service,
    .cost = cost,
    .stride = stride,
    .stop = twin_monitor_get_stop (monitor),
  };

  if (twin_monitor_is_cancelled (monitor, error))
    return FALSE;

  decisions = list_decisions (self, candidates, n_candidates);
  if (twin_monitor_is_cancelled (monitor, error))
    return FALSE;
  work.survey = survey = twin_survey_new (self->model, decisions, n_candidates);
  if (survey == NULL)
    return simulate_candidates (self, candidates, n_candidates, first, count,
                                &(TwinSamples) { service, cost, 1, stride }, monitor, error);
  return twin_pool_run (self->sweep->pool, (count - 1) / work.block + 1, survey_block, &work,
                        monitor, error);
}

/* All that a survey sees are within bounds and orderings, and their models differ in nothing but
 * the decisions: what is wrong with one is wrong with the first. */
static gboolean
check (Grid *self,
       gsize n_policies,
       gsize n,
       const TwinMonitor *monitor,
       GError **error)
{
  const double *decisions = self->policies[0].decisions;
  g_autoptr (TwinSurvey) survey = NULL;

  self->model = twin_sweep_build (self->sweep, decisions, monitor, error);
  if (self->model == NULL || !twin_run_check (self->model, n, error) ||
      twin_monitor_is_cancelled (monitor, error))
    return FALSE;

  survey = twin_survey_new (self->model, decisions, 1);
  return survey != NULL ||
         twin_sweep_check (self->sweep, self->policies, n_policies, n, monitor, error);
}

static void
fill_in (TwinPolicy *policies,
         const TwinCandidate *candidates,
         gsize n_policies,
         double target)
{
  for (gsize i = 0; i < n_policies; i++)
    {
      policies[i].service = twin_estimate_clip (candidates[i].service, 0, 1);
      policies[i].cost = candidates[i].cost;
      policies[i].feasible = candidates[i].service.mean >= target;
      policies[i].feasibility = candidates[i].feasibility;
      policies[i].rival = candidates[i].rival;
    }
}

gboolean
twin_grid_select (const TwinSweep *sweep,
                  TwinPolicy *policies,
                  gsize n_policies,
                  const TwinSelection *selection,
                  const TwinMonitor *monitor,
                  TwinStatement *statement,
                  GError **error)
{
  g_autofree TwinCandidate *candidates = NULL;
  Grid self = { .sweep = sweep, .policies = policies };
  gboolean done = FALSE;

  if (check (&self, n_policies, selection->n, monitor, error))
    {
      candidates = g_try_new (TwinCandidate, n_policies);
      done = candidates != NULL
               ? twin_selection_run (selection, candidates, n_policies, measure, &self, monitor,
                                     statement, error)
               : twin_selection_refuse_size (n_policies, n_policies * sizeof *candidates, error);
    }
  if (done)
    fill_in (policies, candidates, n_policies, selection->target);
  g_clear_pointer (&self.model, twin_model_unref);
  return done;
}
