/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-parameters.h"

G_BEGIN_DECLS

/** TwinRange: lower, lower + step, … up to and with upper. */
typedef struct
{
  double lower, upper, step;
} TwinRange;

/** The most policies that one search looks at. */
#define TWIN_MAX_POLICIES 1000000
/** Policies that a direct search may look at, unless told. */
#define TWIN_DEFAULT_BUDGET 400

/**
 * TwinSearch:
 *
 * Which policies an optimisation looks at: the service it must keep, and a range for each of the
 * type's decisions. Plain; a grid point that breaks one of the type's orderings (s ≥ S) is no
 * policy and is passed over.
 */
typedef struct
{
  const TwinModelType *type;
  double target;       /* of the service metric, a share */
  gsize budget;        /* policies that a direct search may measure; a grid has all of its own */
  TwinRange *ranges;   /* [type->n_decisions] */
} TwinSearch;

TwinSearch *twin_search_new (const TwinModelType *type);
TwinSearch *twin_search_copy (const TwinSearch *self);
void twin_search_free (TwinSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinSearch, twin_search_free)
gboolean twin_search_equal (const TwinSearch *a, const TwinSearch *b);

/** The table row of a type's decision. (transfer none) */
const TwinParameter *twin_search_get_parameter (const TwinModelType *type, guint decision);

/** Are all decisions single parameters, few enough to look at every policy of a grid? Not so where
 *  one stands for each item of a list ("stores.*.reorder_point"). */
gboolean twin_search_is_grid (const TwinModelType *type);

/** The decision that @decision has to stay above (s, of S), or −1; and whether it may not be equal
 *  to it (nullable). */
int twin_search_get_below (const TwinModelType *type, guint decision, gboolean *strict);

/** Judges target, budget and ranges; error keys are "optimize.target", "optimize.policies",
 *  "optimize.reorder_point.min" ….
 *  @error: TWIN_ERROR_OUT_OF_BOUNDS, TWIN_ERROR_CONFLICT, TWIN_ERROR_TOO_LARGE (too many policies
 *  of a grid, or values of a range). */
gboolean twin_search_check (const TwinSearch *self, GError **error);

/** How many policies an optimisation looks at, at the most. The search has passed
 *  twin_search_check(). */
gsize twin_search_count_policies (const TwinSearch *self);

/** The policies of a grid: @n_policies rows of [type->n_decisions] values, in grid order, later
 *  decisions fastest. An array of double. */
GArray *twin_search_list_policies (const TwinSearch *self, gsize *n_policies);

G_END_DECLS
