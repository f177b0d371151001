/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-decision-key.h"
#include "twin-run.h"
#include "twin-search.h"
#include "twin-selection.h"

G_BEGIN_DECLS

/** TwinPolicy: one policy that was looked at. */
typedef struct
{
  const double *decisions; /* [n_decisions], see twin_optimum_get_decision() */
  TwinEstimate service;    /* of the service metric */
  TwinEstimate cost;       /* of the objective */
  gboolean feasible;       /* mean service ≥ target */
  /* How sure that is: of a grid as its statement says, else by the interval of service alone. */
  TwinFeasibility feasibility;
  gboolean rival;          /* of a grid: not surely dearer than the best, not surely below target */
  gboolean efficient;      /* no other policy is better in one of them and as good in the other */
} TwinPolicy;

/**
 * TwinOptimum:
 *
 * The result of a search: every policy that was looked at, the cheapest that keeps the target, and
 * that one measured again on fresh random numbers, because the best of many estimates is biased. Of
 * a grid every policy is looked at, and a statement says how much cheaper any could be; those that
 * are surely not the best are measured by fewer replications.
 * Read-only; atomically refcounted, boxed.
 */
typedef struct _TwinOptimum TwinOptimum;

#define TWIN_TYPE_OPTIMUM (twin_optimum_get_type ())
GType twin_optimum_get_type (void);

/**
 * twin_optimum_new:
 * @base: everything but the decisions
 * @search: which policies, which target; judged here. All of a grid, where the type has one; else
 *   a direct search within the ranges begins with the decisions as they are in @base, and measures
 *   as many policies as its budget allows, or fewer where no step brings anything any more
 * @seed, @n: as twin_run_new(); replications 0 … n − 1 for the search, on common random numbers
 *   over all policies, and n … 2n − 1 to measure the winner again. A grid ends sooner where the
 *   statement's slack is within TWIN_PRECISION
 * @monitor: (nullable): told of policies done
 *
 * @error: as twin_run_new(), twin_search_check() and twin_model_new().
 */
TwinOptimum *twin_optimum_new (const TwinParameters *base,
                               const TwinSearch *search,
                               uint64_t seed,
                               gsize n,
                               TwinPool *pool,
                               const TwinMonitor *monitor,
                               GError **error);

/** As twin_optimum_new(), for those who want to see what a cancelled search has found: a direct
 *  search gives the policies that it had measured, and twin_optimum_is_interrupted() says so. They
 *  are not verified then. @error: as there; cancelled where nothing had been measured, and always
 *  of a grid. */
TwinOptimum *twin_optimum_new_so_far (const TwinParameters *base,
                                      const TwinSearch *search,
                                      uint64_t seed,
                                      gsize n,
                                      TwinPool *pool,
                                      const TwinMonitor *monitor,
                                      GError **error);

/** Seconds that twin_optimum_new() would take, roughly and rather too many, on an idle machine. NaN
 *  for what it would refuse. */
double twin_optimum_estimate_seconds (const TwinParameters *base,
                                      const TwinSearch *search,
                                      gsize n,
                                      guint n_threads);

/** Replications for a first look, by which twin_optimum_new() takes some @seconds: the first of the
 *  same random numbers, and few enough that it is worth while. @n where that takes no longer, or
 *  hardly any longer. */
gsize twin_optimum_get_first_look (const TwinParameters *base,
                                   const TwinSearch *search,
                                   gsize n,
                                   guint n_threads,
                                   double seconds);

TwinOptimum *twin_optimum_ref (TwinOptimum *self);
void twin_optimum_unref (TwinOptimum *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinOptimum, twin_optimum_unref)

const TwinModelType *twin_optimum_get_model_type (const TwinOptimum *self);
const TwinSearch *twin_optimum_get_search (const TwinOptimum *self);
uint64_t twin_optimum_get_seed (const TwinOptimum *self);
gsize twin_optimum_get_n (const TwinOptimum *self);
/** How many numbers make a policy. */
guint twin_optimum_get_n_decisions (const TwinOptimum *self);
/** Decision number @decision of every policy. (transfer none) */
const TwinDecisionKey *twin_optimum_get_decision (const TwinOptimum *self, guint decision);
gsize twin_optimum_get_n_policies (const TwinOptimum *self);
const TwinPolicy *twin_optimum_get_policy (const TwinOptimum *self, gsize policy);
/** What holds of a grid's policies; NULL for a direct search. (transfer none) */
const TwinStatement *twin_optimum_get_statement (const TwinOptimum *self);
/** Number of the cheapest policy that surely keeps the target, or where there is none (and in a
 *  direct search) of the cheapest feasible one; −1 where none keeps the target. */
gssize twin_optimum_get_best (const TwinOptimum *self);
/** Number of the policy with the highest service, the cheaper one of two alike; that is the
 *  closest where none keeps the target. */
gssize twin_optimum_get_closest (const TwinOptimum *self);
/** Does that number of a policy stand at an end of its range, though it could be moved further and
 *  the range has more than one value? Beyond it may lie better policies. */
gboolean twin_optimum_is_at_edge (const TwinOptimum *self, gsize policy, guint decision);
/** Did a direct search end because its budget was spent? A larger one may find a cheaper policy. */
gboolean twin_optimum_is_budget_spent (const TwinOptimum *self);
/** Was it cancelled? Only of twin_optimum_new_so_far(). */
gboolean twin_optimum_is_interrupted (const TwinOptimum *self);
/** The best policy on fresh random numbers; NULL where there is none, or where the search was
 *  interrupted. (transfer none) */
TwinRun *twin_optimum_get_verified (const TwinOptimum *self);
double twin_optimum_get_seconds (const TwinOptimum *self);

G_END_DECLS
