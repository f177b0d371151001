/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Round by round, from the best policy so far:
 *
 *   probe: a step to either side along each axis ─▶ believe that the changes add up
 *   ─▶ choose the cheapest combination that should reach the target ─▶ measure it, and learn from
 *   how far it was off ─▶ go on from the best; halve the steps where there is nothing better
 *
 * All policies are measured on the same random numbers, so that even small changes tell. What has
 * to stay above another number is moved as their distance: the order quantity S − s, not S. The
 * first rounds move whole groups (every store's reorder point at once) and far, to find the valley;
 * the others move single axes, a block of them a round where there are many. At the end come the
 * neighbours of the best policy.
 */

#include "twin-tuner.h"

#include <math.h>

#include "twin-trials.h"
#include "twin-tuner-private.h"

/* How far a group is moved at first: shares of the way to the end of the range. */
static const double far_moves[] = { -1, -0.6, -0.3, -0.12, 0.12, 0.3, 0.6 };

/* The first step along an axis is the range by this. */
#define FIRST_STEPS 10

/* Axes that one round probes at the most. */
#define BLOCK 32

/* A combination is measured, corrected by what was learnt and measured again, so often; and the
 * whole of that with the steps, half of them, and a quarter. */
#define CORRECTIONS 3
#define SHORTENINGS 3

/* Service so little above the target that a correction would gain nothing. */
#define CLOSE 0.0005

/* What one round moves: some axes alone, or groups of axes together. */
typedef struct
{
  gboolean groups;
  guint first, n;      /* axes first, first + 1, … (going round), or groups 0, 1, … */
  const double *steps; /* [n_axes], of single axes */
} TwinRound;

static guint
get_axis (const TwinTrials *self,
          const TwinRound *round,
          guint move)
{
  return (round->first + move) % self->n_axes;
}

static void
move_along (const TwinTrials *self,
            const TwinRound *round,
            guint move,
            double amount,
            double *place)
{
  guint axis = get_axis (self, round, move);

  if (!round->groups)
    {
      place[axis] = CLAMP (place[axis] + amount, self->lower[axis], self->upper[axis]);
      return;
    }

  for (guint i = 0; i < self->n_axes; i++)
    {
      double room = amount < 0 ? place[i] - self->lower[i] : self->upper[i] - place[i];

      if (self->axes[i].group == move)
        place[i] += amount * room;
    }
}

/* The moves that are measured first; of none is known yet what it changes. */
static GPtrArray *
list_probes (const TwinTrials *self,
             const TwinRound *round)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint m = 0; m < round->n; m++)
    {
      GArray *moves = g_array_new (FALSE, TRUE, sizeof (TwinOption));
      guint axis = get_axis (self, round, m);
      double down = -1, up = 1;

      if (!round->groups)
        {
          down = -MIN (round->steps[axis], self->centre[axis] - self->lower[axis]);
          up = MIN (round->steps[axis], self->upper[axis] - self->centre[axis]);
        }
      for (guint k = 0; k < (round->groups ? G_N_ELEMENTS (far_moves) : 2); k++)
        {
          TwinOption option = { .amount = round->groups ? far_moves[k] : k == 0 ? down : up };

          if (option.amount != 0)
            g_array_append_val (moves, option);
        }
      g_ptr_array_add (options, moves);
    }

  return options;
}

static void
add_place (const TwinTrials *self,
           const TwinRound *round,
           const double *from,
           guint move,
           double amount,
           GArray *places)
{
  double *place;

  g_array_append_vals (places, from, self->n_axes);
  place = &g_array_index (places, double, places->len - self->n_axes);
  move_along (self, round, move, amount, place);
}

static gboolean
measure_probes (TwinTrials *self,
                const TwinRound *round,
                const double *from,
                TwinOutcome here,
                GPtrArray *options)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  const double *place;

  for (guint m = 0; m < options->len; m++)
    {
      const GArray *moves = g_ptr_array_index (options, m);

      for (guint k = 0; k < moves->len; k++)
        add_place (self, round, from, m, g_array_index (moves, TwinOption, k).amount, places);
    }
  if (!twin_trials_measure (self, places))
    return FALSE;

  place = (const double *) places->data;
  for (guint m = 0; m < options->len; m++)
    {
      GArray *moves = g_ptr_array_index (options, m);

      for (guint k = 0; k < moves->len; k++, place += self->n_axes)
        {
          TwinOutcome outcome = twin_trials_get_outcome (self, place);

          g_array_index (moves, TwinOption, k).change =
            (TwinOutcome) { outcome.cost - here.cost, outcome.service - here.service };
        }
    }

  return TRUE;
}

/* What may be combined: of groups the probes themselves, of single axes all steps up to @share of
 * the probes'. */
static GPtrArray *
list_options (const TwinTrials *self,
              const TwinRound *round,
              const GPtrArray *probes,
              double share)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint m = 0; m < probes->len; m++)
    {
      GArray *moves = g_array_copy (g_ptr_array_index (probes, m));
      guint axis = get_axis (self, round, m);

      if (!round->groups && moves->len > 0)
        twin_tuner_interpolate (moves, share * round->steps[axis], self->axes[axis].range.step);
      g_ptr_array_add (options, moves);
    }

  return options;
}

/* Measures the best combination, and again where it had less or more service than believed. */
static gboolean
measure_combinations (TwinTrials *self,
                      const TwinRound *round,
                      const double *from,
                      TwinOutcome here,
                      const GPtrArray *options)
{
  g_autofree double *amounts = g_new (double, options->len);
  double aim = self->target;

  for (guint i = 0; i < CORRECTIONS; i++)
    {
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
      double believed = twin_tuner_choose (options, here, aim, amounts);
      double service;

      g_array_append_vals (places, from, self->n_axes);
      for (guint m = 0; m < options->len; m++)
        {
          if (amounts[m] != 0)
            move_along (self, round, m, amounts[m], (double *) places->data);
        }
      if (!twin_trials_measure (self, places))
        return FALSE;

      service = twin_trials_get_outcome (self, (const double *) places->data).service;
      if (service == believed || (service >= self->target && service < self->target + CLOSE))
        break;
      aim += believed - service;
    }

  return TRUE;
}

/* FALSE: the budget is spent, or the error is set. */
static gboolean
do_round (TwinTrials *self,
          const TwinRound *round)
{
  g_autofree double *from = g_memdup2 (self->centre, self->n_axes * sizeof (double));
  TwinOutcome here = self->best;
  g_autoptr (GPtrArray) probes = list_probes (self, round);
  double share = 1;

  if (!measure_probes (self, round, from, here, probes))
    return FALSE;

  for (guint i = 0; i < (round->groups ? 1 : SHORTENINGS); i++, share /= 2)
    {
      g_autoptr (GPtrArray) options = list_options (self, round, probes, share);

      if (!measure_combinations (self, round, from, here, options))
        return FALSE;
    }

  return TRUE;
}

static double
get_first_step (const TwinTrials *self,
                guint axis)
{
  double step = self->axes[axis].range.step;
  double n = floor ((self->upper[axis] - self->lower[axis]) / step / FIRST_STEPS);

  return MAX (n, 1) * step;
}

/* Halves every step, to a whole number of the range's; FALSE where all are as short as can be. */
static gboolean
shorten_steps (const TwinTrials *self,
               double *steps)
{
  gboolean shorter = FALSE;

  for (guint i = 0; i < self->n_axes; i++)
    {
      double step = self->axes[i].range.step;

      if (steps[i] > step)
        {
          steps[i] = MAX (floor (steps[i] / step / 2), 1) * step;
          shorter = TRUE;
        }
    }

  return shorter;
}

/* From these steps to the shortest. FALSE: the budget is spent, or there is a failure. */
static gboolean
descend (TwinTrials *self,
         double *steps)
{
  TwinRound round = { .n = MIN (self->n_axes, BLOCK), .steps = steps };

  do
    {
      guint n_vain = 0; /* axes probed since the last gain */

      while (n_vain < self->n_axes)
        {
          TwinOutcome before = self->best;

          if (!do_round (self, &round))
            return FALSE;
          n_vain = twin_trials_is_better (self, self->best, before) ? 0 : n_vain + round.n;
          round.first = (round.first + round.n) % self->n_axes;
        }
    }
  while (shorten_steps (self, steps));

  return TRUE;
}

static guint
count_groups (const TwinTrials *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_axes; i++)
    n = MAX (n, self->axes[i].group + 1);

  return n;
}

/* Moves groups as long as that finds something better. FALSE: the budget is spent, or there is a
 * failure. */
static gboolean
move_groups (TwinTrials *self)
{
  const TwinRound round = { .groups = TRUE, .n = count_groups (self) };
  TwinOutcome before;

  do
    {
      before = self->best;
      if (!do_round (self, &round))
        return FALSE;
    }
  while (twin_trials_is_better (self, self->best, before));

  return TRUE;
}

/* After the first descent again from long steps, though not the longest, as long as that finds
 * something better. */
static void
search (TwinTrials *self)
{
  g_autofree double *first_steps = g_new (double, self->n_axes);
  TwinOutcome before;

  for (guint i = 0; i < self->n_axes; i++)
    first_steps[i] = get_first_step (self, i);

  if (!move_groups (self))
    return;

  for (guint pass = 0; pass < 2 || twin_trials_is_better (self, self->best, before); pass++)
    {
      g_autofree double *steps = g_memdup2 (first_steps, self->n_axes * sizeof (double));

      before = self->best;
      if (!descend (self, steps) || !twin_trials_try_neighbours (self))
        return;
      if (pass == 0)
        shorten_steps (self, first_steps);
    }
}

gboolean
twin_tuner_run (const TwinTunerAxis *axes,
                guint n_axes,
                const double *start,
                double target,
                gsize budget,
                TwinMeasureFunc measure,
                gpointer data,
                gboolean *is_spent,
                GError **error)
{
  g_autoptr (TwinTrials) trials = NULL;

  g_return_val_if_fail (axes != NULL && n_axes > 0 && start != NULL, FALSE);
  g_return_val_if_fail (budget > 0 && measure != NULL, FALSE);

  trials = twin_trials_new (axes, n_axes, start, target, budget, measure, data);
  if (trials->failure == NULL && budget > 1)
    search (trials);
  if (is_spent != NULL)
    *is_spent = trials->is_spent || budget == 1;
  if (trials->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&trials->failure));

  return FALSE;
}
