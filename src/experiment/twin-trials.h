/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-tuner.h"

G_BEGIN_DECLS

/**
 * TwinTrials:
 *
 * What a direct search has tried: every policy once, and the best place so far. A place is a row
 * of [n_axes] numbers that need no rounding: where an axis has to stay above another one, their
 * distance. Several places can be one policy.
 */
typedef struct
{
  const TwinTunerAxis *axes;
  guint n_axes;
  double target;
  gsize budget;
  TwinMeasureFunc measure;
  gpointer data;

  double *lower, *upper; /* [n_axes]: of places */

  GHashTable *known; /* GBytes of a policy ─▶ its number in outcomes, plus one */
  GArray *outcomes;  /* TwinOutcome */

  double *centre; /* [n_axes]: the best place so far */
  TwinOutcome best;
  gboolean is_spent; /* the budget is: there were more policies to measure */
  GError *failure; /* of @measure */
} TwinTrials;

/** Begins with @start, a policy that may be anywhere: the nearest place is the centre, measured. */
TwinTrials *twin_trials_new (const TwinTunerAxis *axes,
                             guint n_axes,
                             const double *start,
                             double target,
                             gsize budget,
                             TwinMeasureFunc measure,
                             gpointer data);
void twin_trials_free (TwinTrials *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinTrials, twin_trials_free)

/** Is it cheaper where both keep the target, or else is there more service? */
gboolean twin_trials_is_better (const TwinTrials *self, TwinOutcome a, TwinOutcome b);

/** Measures what is not known yet of @places, an array of double, [n][n_axes], and moves the centre
 *  to the best of them if that is better. FALSE: the budget is spent, or there is a failure. */
gboolean twin_trials_measure (TwinTrials *self, const GArray *places);

/** Measures the policies next to the centre, and again as long as one of them is better: a step of
 *  its axis up or down, and what stays above that likewise, or where it is. FALSE: as
 *  twin_trials_measure(). */
gboolean twin_trials_try_neighbours (TwinTrials *self);

/** What came out at a place that was measured. */
TwinOutcome twin_trials_get_outcome (const TwinTrials *self, const double *place);

G_END_DECLS
