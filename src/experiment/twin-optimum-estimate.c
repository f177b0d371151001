/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "twin-optimum.h"

#include <math.h>

#include "twin-search-private.h"
#include "twin-selection.h"
#include "twin-survey.h"

/* What an event takes where nothing else is going on. */
#define SECONDS_OF_AN_EVENT 3.5e-9
/* What a survey takes for one policy more, counted in events. */
#define EVENTS_OF_A_POLICY 4

/* Can all policies be seen in one replication? Asked of the model's own, which says it of all. */
static gboolean
has_survey (TwinModel *model,
            const TwinSearch *search)
{
  g_autofree double *policy = g_new (double, search->type->n_decisions);
  g_autoptr (TwinSurvey) survey = NULL;

  for (guint i = 0; i < search->type->n_decisions; i++)
    policy[i] = twin_parameters_get_number (twin_model_get_parameters (model),
                                            twin_search_get_parameter (search->type, i)->key);
  survey = twin_survey_new (model, policy, 1);
  return survey != NULL;
}

/* Events of one replication of all policies. A survey walks once for every policy that differs by
 * more than one of its numbers. */
static double
count_events (TwinModel *model,
              const TwinSearch *search)
{
  const double n_policies = (double) twin_search_count_policies (search);
  const double effort = twin_model_get_effort (model);
  double walks = 0;

  if (!twin_search_is_grid (search->type) || !has_survey (model, search))
    return n_policies * effort;
  for (guint i = 0; i < search->type->n_decisions; i++)
    walks += (double) twin_range_count_values (&search->ranges[i]);
  return MIN (walks, n_policies) * effort + n_policies * EVENTS_OF_A_POLICY;
}

double
twin_optimum_estimate_seconds (const TwinParameters *base,
                               const TwinSearch *search,
                               gsize n,
                               guint n_threads)
{
  g_autoptr (TwinModel) model = NULL;
  gsize rounds = n;

  g_return_val_if_fail (base != NULL && search != NULL && n_threads > 0, NAN);

  model = twin_model_new (base, NULL);
  if (model == NULL || !twin_search_check (search, NULL))
    return NAN;

  /* Of a grid most policies are out after the first round. */
  if (twin_search_is_grid (search->type))
    rounds = MIN (n, TWIN_SELECTION_FIRST_ROUND);
  return ((double) rounds * count_events (model, search) +
          (double) n * twin_model_get_effort (model)) *
         SECONDS_OF_AN_EVENT / n_threads;
}
