/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "twin-parameters.h"
#include "twin-recording.h"
#include "twin-remark.h"

G_BEGIN_DECLS

/**
 * TwinModel:
 *
 * A validated, immutable set of parameters, laid out for simulation. Atomically refcounted, boxed,
 * shared by threads. Replication i of it is a function of (model, seed, i) alone.
 */
typedef struct _TwinModel TwinModel;

#define TWIN_TYPE_MODEL (twin_model_get_type ())
GType twin_model_get_type (void);

/** Judges @parameters and lays them out.
 *  @error: the first of twin_parameters_check()'s. */
TwinModel *twin_model_new (const TwinParameters *parameters, GError **error);
/** The same, but customers want what @recording says instead of what chance draws.
 *  @error: also TWIN_ERROR_FORMAT for a row that does not fit the model, naming its line, or for a
 *  day, store and SKU without one; TWIN_ERROR_CONFLICT where the type cannot replay. */
TwinModel *twin_model_new_replay (const TwinParameters *parameters,
                                  const TwinRecording *recording,
                                  GError **error);
TwinModel *twin_model_ref (TwinModel *self);
void twin_model_unref (TwinModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinModel, twin_model_unref)

/** What the parameters allow, but is hardly meant: an array of TwinRemark, most often empty. */
GPtrArray *twin_model_list_remarks (const TwinModel *self);

const TwinModelType *twin_model_get_model_type (const TwinModel *self);
const TwinParameters *twin_model_get_parameters (const TwinModel *self);
/** All metrics: the type's, then those of each node. */
guint twin_model_get_n_metrics (const TwinModel *self);
const TwinMetric *twin_model_get_metric (const TwinModel *self, guint metric);
/** The parts that have metrics of their own; 0 where there are none. */
guint twin_model_get_n_nodes (const TwinModel *self);
const TwinNode *twin_model_get_node (const TwinModel *self, guint node);
/** Length of a replication in days. */
double twin_model_get_horizon (const TwinModel *self);
/** Events that one replication is expected to have: rows of its trace. */
double twin_model_get_work (const TwinModel *self);
/** What twin_model_simulate() costs a replication, counted in events that would take as long. */
double twin_model_get_effort (const TwinModel *self);
/** How twin_model_simulate() finds the metrics. */
TwinMethod twin_model_get_method (const TwinModel *self);

/** Replications @first … @first + @count − 1: @metrics is [n_metrics][stride], replication
 *  first + i in column i. Safe from any thread. */
void twin_model_simulate (const TwinModel *self,
                          uint64_t seed,
                          uint64_t first,
                          gsize count,
                          double *metrics,
                          gsize stride);

/** The same, but once @stop (nullable) is set, it returns soon, and what it has not stored by then
 *  is left as it is. */
void twin_model_simulate_until (const TwinModel *self,
                                uint64_t seed,
                                uint64_t first,
                                gsize count,
                                double *metrics,
                                gsize stride,
                                const TwinStop *stop);

/** The same metrics of the same distribution, event by event whatever twin_model_get_method() says.
 *  Where that is TWIN_METHOD_CYCLES, of other replications than twin_model_simulate()'s. */
void twin_model_simulate_events (const TwinModel *self,
                                 uint64_t seed,
                                 uint64_t first,
                                 gsize count,
                                 double *metrics,
                                 gsize stride);

/** The trace of one replication (transfer full), the one that twin_model_simulate() counts. With
 *  TWIN_METHOD_CYCLES the moments that cycles leave open are drawn for it: what is counted agrees
 *  with the metrics exactly, an average over time but for those moments' chance. */
TwinTrace *twin_model_record (const TwinModel *self, uint64_t seed, uint64_t replication);
/** The same day by day, all nodes together (transfer full); NULL where the type knows no days. */
TwinTrace *twin_model_record_days (const TwinModel *self, uint64_t seed, uint64_t replication);

/** Exact long-run averages; FALSE where the type or these parameters have no closed answer. */
gboolean twin_model_solve_long_run (const TwinModel *self, TwinLongRun *answer);

G_END_DECLS
