/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart.h"
#include "twin-optimum.h"
#include "twin-project.h"
#include "twin-table-rows.h"

G_BEGIN_DECLS

/** TwinOptimizeRequest: what is to be computed. Owned by the job that does it. */
typedef struct
{
  TwinProject *project; /* parameters, search, seed and replications; a copy */
  TwinPool *pool;
  TwinOptimum *optimum; /* one that is there already: only its picture is made; or NULL */
  gssize selected;      /* policy that the picture marks, or -1 */
} TwinOptimizeRequest;

/** @optimum: nullable. */
TwinOptimizeRequest *twin_optimize_request_new (const TwinProject *project,
                                                TwinPool *pool,
                                                TwinOptimum *optimum,
                                                gssize selected);
void twin_optimize_request_free (TwinOptimizeRequest *self);

/** TwinOptimizeResults: a finished search with its picture. Atomically refcounted. */
typedef struct
{
  TwinOptimum *optimum;
  TwinProject *project; /* what it was computed for */
  TwinChart *chart;
  gsize *order;         /* [n_policies]: policies by cost, feasible ones first */
  char **titles;        /* [n_decisions], NULL-terminated: the decisions', for the table */
} TwinOptimizeResults;

TwinOptimizeResults *twin_optimize_results_ref (TwinOptimizeResults *self);
void twin_optimize_results_unref (TwinOptimizeResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinOptimizeResults, twin_optimize_results_unref)

/** A TwinJobFunc: a TwinOptimizeRequest becomes TwinOptimizeResults. */
gpointer twin_optimize_results_compute (gpointer request,
                                        const TwinMonitor *monitor,
                                        GError **error);

/** The results still answer what @project asks: all but the decisions, which a search chooses
 *  itself, is the same. */
gboolean twin_optimize_results_fit (const TwinOptimizeResults *self, const TwinProject *project);

/** The policies are about the same places that @project has, and can be put into it. */
gboolean twin_optimize_results_can_use (const TwinOptimizeResults *self,
                                        const TwinProject *project);

/** A copy of @project with a policy of the results in it; they can be put there.
 *  (transfer full) */
TwinProject *twin_optimize_results_use (const TwinOptimizeResults *self,
                                        gsize policy,
                                        const TwinProject *project);

/** The row of the table that policy @policy stands in. */
gsize twin_optimize_results_find_row (const TwinOptimizeResults *self, gsize policy);

/** TwinOptimizeResults as a table: a row a policy, in their order. */
extern const TwinTableSource twin_optimize_table;

G_END_DECLS
