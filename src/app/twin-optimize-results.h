/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart.h"
#include "twin-job.h"
#include "twin-optimum.h"
#include "twin-project.h"
#include "twin-table-rows.h"

G_BEGIN_DECLS

/** TwinOptimizeRequest: what is to be computed. Owned by the job that does it. */
typedef struct
{
  TwinProject *project; /* parameters, search, seed and replications; a copy */
  TwinPool *pool;
  gsize n;              /* replications now: the project's, or fewer for a first look */
} TwinOptimizeRequest;

/** @n: replications, at most the project's. */
TwinOptimizeRequest *twin_optimize_request_new (const TwinProject *project,
                                                TwinPool *pool,
                                                gsize n);
void twin_optimize_request_free (TwinOptimizeRequest *self);

/** TwinOptimizeResults: a finished search with its picture. Atomically refcounted. */
typedef struct
{
  TwinOptimum *optimum;
  TwinProject *project; /* what it was computed for */
  TwinChart *chart;
  gsize *order;         /* [n_policies]: policies by cost, feasible ones first */
  char **titles;        /* [n_decisions], NULL-terminated: the decisions', for the table */
  char *remarks;        /* on the best policy, see twin-remarks-text.h; or NULL */
} TwinOptimizeResults;

TwinOptimizeResults *twin_optimize_results_ref (TwinOptimizeResults *self);
void twin_optimize_results_unref (TwinOptimizeResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinOptimizeResults, twin_optimize_results_unref)

/** A TwinJobFunc: a TwinOptimizeRequest becomes TwinOptimizeResults. */
gpointer twin_optimize_results_compute (gpointer request,
                                        const TwinMonitor *monitor,
                                        GError **error);

/** Starts drawing the picture again with policy @selected marked, or none for -1. @done gets a
 *  TwinChart (transfer full). */
TwinJob *twin_optimize_results_draw (TwinOptimizeResults *self,
                                     gssize selected,
                                     TwinJobDoneFunc done,
                                     gpointer user_data);

/** The results still answer what @project asks: all but the decisions, which a search chooses
 *  itself, is the same. */
gboolean twin_optimize_results_fit (const TwinOptimizeResults *self, const TwinProject *project);

/** They are a first look: fewer replications than were asked for. */
gboolean twin_optimize_results_is_first_look (const TwinOptimizeResults *self);

/** A copy of @project, which the results fit, with one of their policies in it. (transfer full) */
TwinProject *twin_optimize_results_use (const TwinOptimizeResults *self,
                                        gsize policy,
                                        const TwinProject *project);

/** The row of the table that policy @policy stands in. */
gsize twin_optimize_results_find_row (const TwinOptimizeResults *self, gsize policy);

/** TwinOptimizeResults as a table: a row a policy, in their order. */
extern const TwinTableSource twin_optimize_table;

G_END_DECLS
