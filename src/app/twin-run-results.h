/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-band.h"
#include "twin-chart.h"
#include "twin-monitor.h"
#include "twin-run.h"

G_BEGIN_DECLS

/** TwinRunPart: what the Run page shows; a change of what is looked at needs one part only. */
typedef enum
{
  TWIN_RUN_PART_TRACE = 1 << 0,
  TWIN_RUN_PART_DISTRIBUTION = 1 << 1,
  TWIN_RUN_PART_COST_SPLIT = 1 << 2,
  TWIN_RUN_PART_ALL = (1 << 3) - 1
} TwinRunPart;

/** TwinRunRequest: what is to be computed. Owned by the job that computes it. */
typedef struct
{
  TwinModel *model;
  TwinPool *pool;
  uint64_t seed;
  gsize n;           /* replications to do now */
  gsize n_total;     /* replications there will be: what titles say */
  gsize replication; /* the one whose trace is shown, < n */
  int panel;         /* of the trace; -1: all, or those that tell most */
  guint metric;      /* the one whose distribution is shown */
  TwinRunPart parts;
  gboolean coarse;   /* a first look: the band, too, is made of few replications */
  TwinRun *run;      /* one that is there already; or NULL: it is computed */
  TwinBand *band;    /* likewise, for that run */
} TwinRunRequest;

TwinRunRequest *twin_run_request_new (TwinModel *model, TwinPool *pool, uint64_t seed, gsize n);
/** Takes over what is there, so that only the charts are made anew. Both nullable. */
void twin_run_request_reuse (TwinRunRequest *self, TwinRun *run, TwinBand *band);
void twin_run_request_free (TwinRunRequest *self);

/** TwinRunResults: a run with its finished charts; those that were not asked for are NULL. */
typedef struct
{
  gboolean coarse;   /* as it was asked for */
  TwinRun *run;
  TwinBand *band;
  TwinTrace *trace;
  gsize replication; /* of the trace */
  TwinChart *trace_chart;
  TwinChart *distribution;
  TwinChart *cost_split;
  char *remarks;     /* on the parameters, see twin-remarks-text.h; NULL for a run that was there */
} TwinRunResults;

void twin_run_results_free (TwinRunResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinRunResults, twin_run_results_free)

/** A TwinJobFunc: a TwinRunRequest becomes TwinRunResults. */
gpointer twin_run_results_compute (gpointer request, const TwinMonitor *monitor, GError **error);

/** Replications that are done within a frame or so, for a first look; @n where that is as good as
 *  all of them. */
gsize twin_run_results_get_coarse_n (const TwinModel *model, gsize n);

G_END_DECLS
