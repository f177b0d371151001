/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-search.h"

G_BEGIN_DECLS

/* Inside the experiments: a direct search for the cheapest policy that keeps a target, over more
 * axes than a grid can have. It knows policies as rows of numbers and measures them by a function
 * that it is given. */

/** TwinTunerAxis: one number of a policy. */
typedef struct
{
  TwinRange range;  /* it takes lower, lower + step, … alone */
  int below;        /* the axis that it has to stay above (reorder point, for S), or −1 … */
  gboolean strict;  /* … and whether it may not be equal to it */
  guint group;      /* axes of one group are first moved together */
} TwinTunerAxis;

/** TwinOutcome: means over the replications. */
typedef struct
{
  double cost, service;
} TwinOutcome;

/** Measures @n policies, [n][n_axes], none of which was measured before. */
typedef gboolean (*TwinMeasureFunc) (const double *policies,
                                     gsize n,
                                     TwinOutcome *outcomes,
                                     gpointer data,
                                     GError **error);

/**
 * twin_tuner_run:
 * @axes, @n_axes: what makes a policy; an axis stands behind the one that it stays above
 * @start: [n_axes]: where to begin; moved into the ranges
 * @target: service to be kept
 * @budget: policies that may be measured, 1 or more
 * @measure, @data: how; it hears of every policy
 * @is_spent: (out) (nullable): did it end because the budget was spent?
 *
 * Ends when the budget is spent or when no step brings anything. The same policies in the same
 * order whenever the outcomes are the same.
 *
 * @error: what @measure says.
 */
gboolean twin_tuner_run (const TwinTunerAxis *axes,
                         guint n_axes,
                         const double *start,
                         double target,
                         gsize budget,
                         TwinMeasureFunc measure,
                         gpointer data,
                         gboolean *is_spent,
                         GError **error);

G_END_DECLS
