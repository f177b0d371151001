/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "twin-trials.h"

#include <math.h>
#include <string.h>

#include "twin-search-private.h"

static double
round_to_range (const TwinRange *range,
                double value)
{
  double number = round ((value - range->lower) / range->step);

  return twin_range_get_value (range, CLAMP (number, 0, twin_range_count_values (range) - 1));
}

static gboolean
is_above (const TwinTunerAxis *axis,
          double value,
          double below)
{
  return axis->strict ? value > below : value >= below;
}

/* The policy at a place. */
static void
get_policy (const TwinTrials *self,
            const double *place,
            double *policy)
{
  for (guint i = 0; i < self->n_axes; i++)
    {
      const TwinTunerAxis *axis = &self->axes[i];
      const TwinTunerAxis *below = axis->below >= 0 ? &self->axes[axis->below] : NULL;
      double *other = below != NULL ? &policy[axis->below] : NULL;

      policy[i] = round_to_range (&axis->range, place[i] + (other != NULL ? *other : 0));
      if (other == NULL || is_above (axis, policy[i], *other))
        continue;

      /* Rounding has closed the gap, or the range ends: up where there is room, else the other
       * one goes down. */
      policy[i] = round_to_range (&axis->range, *other + axis->range.step);
      while (!is_above (axis, policy[i], *other) && *other > below->range.lower)
        *other = round_to_range (&below->range, *other - below->range.step);
    }
}

static void
find_bounds (TwinTrials *self)
{
  self->lower = g_new (double, self->n_axes);
  self->upper = g_new (double, self->n_axes);
  for (guint i = 0; i < self->n_axes; i++)
    {
      const TwinTunerAxis *axis = &self->axes[i];

      self->lower[i] = axis->range.lower;
      self->upper[i] = axis->range.upper;
      if (axis->below >= 0)
        {
          const TwinRange *below = &self->axes[axis->below].range;

          self->lower[i] = axis->strict ? MIN (axis->range.step, below->step) : 0;
          self->upper[i] = MAX (axis->range.upper - below->lower, self->lower[i]);
        }
    }
}

/* The place of a policy. */
static double *
new_place (const TwinTrials *self,
           const double *policy)
{
  double *place = g_new (double, self->n_axes);

  for (guint i = 0; i < self->n_axes; i++)
    {
      int below = self->axes[i].below;
      double value = below >= 0 ? policy[i] - policy[below] : policy[i];

      place[i] = CLAMP (value, self->lower[i], self->upper[i]);
    }

  return place;
}

/* Adds what is not known yet of @places to @policies, as far as the budget goes; FALSE where it
 * does not go to the end. */
static gboolean
list_unknown (TwinTrials *self,
              const GArray *places,
              GArray *policies)
{
  gsize n_places = places->len / self->n_axes;
  gsize n_known = self->outcomes->len;
  g_autofree double *policy = g_new (double, self->n_axes);

  for (gsize i = 0; i < n_places; i++)
    {
      g_autoptr (GBytes) key = NULL;

      get_policy (self, &g_array_index (places, double, i * self->n_axes), policy);
      key = g_bytes_new (policy, self->n_axes * sizeof *policy);
      if (g_hash_table_contains (self->known, key))
        continue;
      if (n_known == self->budget)
        {
          self->is_spent = TRUE;
          return FALSE;
        }

      g_hash_table_insert (self->known, g_steal_pointer (&key), GSIZE_TO_POINTER (++n_known));
      g_array_append_vals (policies, policy, self->n_axes);
    }

  return TRUE;
}

TwinTrials *
twin_trials_new (const TwinTunerAxis *axes,
                 guint n_axes,
                 const double *start,
                 double target,
                 gsize budget,
                 TwinMeasureFunc measure,
                 gpointer data)
{
  TwinTrials *self = g_new0 (TwinTrials, 1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));

  self->axes = axes;
  self->n_axes = n_axes;
  self->target = target;
  self->budget = budget;
  self->measure = measure;
  self->data = data;
  self->known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                       NULL);
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (TwinOutcome));
  find_bounds (self);
  self->centre = new_place (self, start);
  self->best = (TwinOutcome) { .cost = INFINITY, .service = -INFINITY };

  g_array_append_vals (places, self->centre, n_axes);
  twin_trials_measure (self, places);

  return self;
}

void
twin_trials_free (TwinTrials *self)
{
  g_free (self->lower);
  g_free (self->upper);
  g_hash_table_unref (self->known);
  g_array_unref (self->outcomes);
  g_free (self->centre);
  g_clear_error (&self->failure);
  g_free (self);
}

gboolean
twin_trials_is_better (const TwinTrials *self,
                       TwinOutcome a,
                       TwinOutcome b)
{
  gboolean keeps = a.service >= self->target;

  if (keeps != (b.service >= self->target))
    return keeps;
  if (keeps || a.service == b.service)
    return a.cost < b.cost;

  return a.service > b.service;
}

TwinOutcome
twin_trials_get_outcome (const TwinTrials *self,
                         const double *place)
{
  g_autofree double *policy = g_new (double, self->n_axes);
  g_autoptr (GBytes) key = NULL;
  gsize number;

  get_policy (self, place, policy);
  key = g_bytes_new (policy, self->n_axes * sizeof *policy);
  number = GPOINTER_TO_SIZE (g_hash_table_lookup (self->known, key));

  return g_array_index (self->outcomes, TwinOutcome, number - 1);
}

gboolean
twin_trials_measure (TwinTrials *self,
                     const GArray *places)
{
  g_autoptr (GArray) policies = g_array_new (FALSE, FALSE, sizeof (double));
  gsize n_known = self->outcomes->len;
  gboolean all = list_unknown (self, places, policies);
  gsize n_new = policies->len / self->n_axes;

  g_array_set_size (self->outcomes, n_known + n_new);
  if (n_new > 0 &&
      !self->measure ((double *) policies->data, n_new,
                      &g_array_index (self->outcomes, TwinOutcome, n_known), self->data,
                      &self->failure))
    return FALSE;
  if (!all)
    return FALSE;

  for (gsize i = 0; i < places->len; i += self->n_axes)
    {
      const double *place = &g_array_index (places, double, i);
      TwinOutcome outcome = twin_trials_get_outcome (self, place);

      if (twin_trials_is_better (self, outcome, self->best))
        {
          self->best = outcome;
          memcpy (self->centre, place, self->n_axes * sizeof *place);
        }
    }

  return TRUE;
}
