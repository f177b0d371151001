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
/* What judging a policy by one replication takes, in one thread. */
#define SECONDS_OF_A_JUDGEMENT 6e-9
/* What making a model of a policy takes, in one thread. */
#define SECONDS_OF_A_MODEL 5e-5

/* With fewer replications than this a first look would show chance alone, and one that is not this
 * much shorter than the whole is not worth while. */
#define FIRST_LOOK_LEAST 8
#define FIRST_LOOK_GAIN 3

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

/* Replications of all policies: of a grid most are out after the first round. */
static gsize
count_rounds (const TwinSearch *search,
              gsize n)
{
  return twin_search_is_grid (search->type) ? MIN (n, TWIN_SELECTION_FIRST_ROUND) : n;
}

/* @events: of one replication of all policies. */
static double
estimate_seconds (TwinModel *model,
                  const TwinSearch *search,
                  double events,
                  gsize n,
                  guint n_threads)
{
  const double n_policies = (double) twin_search_count_policies (search);
  const double rounds = (double) count_rounds (search, n);
  const double alone = twin_search_is_grid (search->type)
                         ? rounds * n_policies * SECONDS_OF_A_JUDGEMENT
                         : n_policies * SECONDS_OF_A_MODEL;

  return (rounds * events + (double) n * twin_model_get_effort (model)) * SECONDS_OF_AN_EVENT /
           n_threads +
         alone;
}

double
twin_optimum_estimate_seconds (const TwinParameters *base,
                               const TwinSearch *search,
                               gsize n,
                               guint n_threads)
{
  g_autoptr (TwinModel) model = NULL;

  g_return_val_if_fail (base != NULL && search != NULL && n_threads > 0, NAN);

  model = twin_model_new (base, NULL);
  if (model == NULL || !twin_search_check (search, NULL))
    return NAN;

  return estimate_seconds (model, search, count_events (model, search), n, n_threads);
}

gsize
twin_optimum_get_first_look (const TwinParameters *base,
                             const TwinSearch *search,
                             gsize n,
                             guint n_threads,
                             double seconds)
{
  g_autoptr (TwinModel) model = NULL;
  double events;
  gsize few;

  g_return_val_if_fail (base != NULL && search != NULL && n_threads > 0, n);

  model = twin_model_new (base, NULL);
  if (model == NULL || !twin_search_check (search, NULL))
    return n;

  events = count_events (model, search);
  few = n;
  while (few > FIRST_LOOK_LEAST &&
         estimate_seconds (model, search, events, few, n_threads) > seconds)
    few = MAX (few / 2, FIRST_LOOK_LEAST);
  return few * FIRST_LOOK_GAIN <= count_rounds (search, n) ? few : n;
}
