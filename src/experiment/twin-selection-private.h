/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-selection.h"

G_BEGIN_DECLS

/* Inside the selection: the probabilities of being wrong, and what they allow to be said. */

/** TwinBounds: how far from its estimate a mean may be, in one round of a selection. */
typedef struct
{
  double target;
  gsize n;           /* replications so far */
  double keeps;      /* one-sided quantiles of Student's t */
  double misses;
  double difference;
  double log_keeps;  /* logarithms of the probabilities behind the first two */
  double log_misses;
  double least_sd;   /* of a service, see twin_bounds_learn() */
} TwinBounds;

/** The bounds after @n replications, in one of @n_rounds rounds over @n_candidates. */
TwinBounds twin_bounds_new (const TwinSelection *rules,
                            gsize n_candidates,
                            guint n_rounds,
                            gsize n);

/** Looks at how much a service at the target varies: @services are [n_services]. */
void twin_bounds_learn (TwinBounds *self, const TwinEstimate *const *services, gsize n_services);

/** What the service of one candidate says about the target. */
TwinFeasibility twin_bounds_judge (const TwinBounds *self, const TwinEstimate *service);

/** The most that a mean difference can be. @difference: of costs, on common random numbers. */
double twin_bounds_get_most (const TwinBounds *self, const TwinEstimate *difference);

/** Sets TWIN_ERROR_TOO_LARGE, naming what so many candidates take; FALSE. */
gboolean twin_selection_refuse_size (gsize n_candidates, gsize bytes, GError **error);

G_END_DECLS
