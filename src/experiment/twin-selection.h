/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-estimate.h"
#include "twin-monitor.h"

G_BEGIN_DECLS

/** Share of the cost below which nobody asks for a smaller slack. */
#define TWIN_PRECISION 0.001

/** Replications of the first round. With fewer, bounds far in the tails say next to nothing. */
#define TWIN_SELECTION_FIRST_ROUND 64

/** TwinFeasibility: what is known about a policy's mean service and the target. */
typedef enum
{
  TWIN_FEASIBILITY_OPEN,    /* too close to the target to tell */
  TWIN_FEASIBILITY_KEEPS,   /* at the target or above it, with confidence */
  TWIN_FEASIBILITY_MISSES   /* below it, with confidence */
} TwinFeasibility;

/** TwinCandidate: one of the policies that a selection chooses from. */
typedef struct
{
  TwinEstimate service;
  TwinEstimate cost;
  TwinFeasibility feasibility;
  gboolean rival; /* to the end: it may be the cheapest that keeps the target */
} TwinCandidate;

/**
 * TwinStatement:
 *
 * What a selection ends with. With @confidence, all of it at once: the winner keeps the target
 * where its feasibility says so, and no policy that keeps the target costs less than the winner's
 * cost minus @slack. Without a winner: with @confidence no policy keeps the target, unless some are
 * open.
 */
typedef struct
{
  double confidence;
  gssize winner;  /* −1: none measured keeps the target in the mean */
  double slack;   /* money, ≥ 0; infinite where too few replications say nothing, or costs are too
                   * large for numbers; NaN: no winner */
  gsize n_rivals; /* with the winner */
  gsize n_open;   /* rivals whose feasibility is open */
  gsize n;        /* replications of each rival */
} TwinStatement;

/** TwinSelection: the rules of one. */
typedef struct
{
  double target;     /* of mean service */
  double confidence; /* of the statement, in (0, 1) */
  double precision;  /* share of the winner's cost: a smaller slack is not worth more work */
  gsize n;           /* replications at the most */
} TwinSelection;

/**
 * TwinSelectionFunc:
 * @candidates: numbers of those that are measured, [n_candidates], ascending
 * @first, @count: replications @first … @first + @count − 1
 * @service, @cost: out, [count][stride]; candidate number candidates[i] goes to column i. The same
 *   replication of two candidates is on common random numbers; different replications are
 *   independent
 */
typedef gboolean (*TwinSelectionFunc) (const gsize *candidates,
                                       gsize n_candidates,
                                       gsize first,
                                       gsize count,
                                       double *service,
                                       double *cost,
                                       gsize stride,
                                       gpointer data,
                                       const TwinMonitor *monitor,
                                       GError **error);

/**
 * twin_selection_run:
 * @candidates: out, [n_candidates]
 * @statement: out
 * @monitor: (nullable): told of work done, in steps of a candidate
 *
 * Finds the cheapest candidate that keeps the target. In rounds of ever more replications it drops
 * those that surely miss the target, and those that surely cost more than one that surely keeps it,
 * and spends the rest on the rivals; it ends before @self->n replications where the slack is within
 * the precision. A candidate's estimates are those of the replications it was measured for.
 *
 * The bounds, and what they rest on, are described in twin-selection-bounds.c.
 *
 * @error: what @measure says; TWIN_ERROR_TOO_LARGE where the samples do not fit in memory.
 */
gboolean twin_selection_run (const TwinSelection *self,
                             TwinCandidate *candidates,
                             gsize n_candidates,
                             TwinSelectionFunc measure,
                             gpointer data,
                             const TwinMonitor *monitor,
                             TwinStatement *statement,
                             GError **error);

G_END_DECLS
