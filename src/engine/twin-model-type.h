/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdint.h>

#include "twin-error.h"
#include "twin-method.h"
#include "twin-metric.h"
#include "twin-parameter.h"
#include "twin-recording.h"
#include "twin-stop.h"
#include "twin-trace.h"

G_BEGIN_DECLS

typedef struct _TwinModelType TwinModelType;
typedef struct _TwinParameters TwinParameters;

/** Events that one replication may cost at the most; a type's check() refuses more. */
#define TWIN_MAX_WORK 1e9

/* The door that every twin enters by. A twin is a folder in src/engine with one constant
 * TwinModelType, named in twin-model-type.c. Experiments, files, figures, command line and app are
 * written against this page, and know no twin by name. */

typedef enum
{
  TWIN_CHANGE_SET,
  TWIN_CHANGE_ADD,
  TWIN_CHANGE_MULTIPLY
} TwinChangeOperation;

/** TwinPresetChange: one change that a built-in scenario makes. A "*" in the key: every item. */
typedef struct
{
  const char *key;
  TwinChangeOperation operation;
  double value;
  double lower, upper; /* what the app offers for @value */
  const char *text;    /* what a text, choice or list of days is set to; NULL: a number */
} TwinPresetChange;

/** TwinPreset: a built-in scenario. The first of a type is its baseline and changes nothing. */
typedef struct
{
  const char *name;              /* "demand_spike" */
  const char *title;             /* to be translated */
  const TwinPresetChange *changes;
  guint n_changes;
} TwinPreset;

/** TwinDecision: a parameter that the optimiser chooses, and the grid it looks at by default. */
typedef struct
{
  const char *key;
  double lower, upper, step;
} TwinDecision;

/** TwinReferenceCase: a model whose long-run answer is known, for twin_validate(). */
typedef struct
{
  const char *title;
  const char *const *settings; /* "key=value", NULL-terminated, on top of the defaults */
  double cost;                 /* per day, of the objective */
  double service;
  const char *source;          /* where the numbers come from */
} TwinReferenceCase;

/** TwinAssumption: one sentence of the manual's page of assumptions. */
typedef struct
{
  const char *topic; /* to be translated */
  const char *text;  /* to be translated */
  const char *key;   /* the parameter that changes it; or NULL */
} TwinAssumption;

/** TwinLongRun: exact averages over an endless run; NaN where there is no answer. */
typedef struct
{
  double cost_per_day; /* of the objective */
  double service;
} TwinLongRun;

struct _TwinModelType
{
  const char *name;        /* in files: "warehouse" */
  const char *title;       /* to be translated, as is description */
  const char *description; /* one sentence */

  const TwinParameter *parameters;
  guint n_parameters;
  const TwinParameterList *lists;
  guint n_lists;
  const TwinOrdering *orderings;
  guint n_orderings;
  const TwinMetric *metrics;
  guint n_metrics;
  const TwinPreset *presets;
  guint n_presets;
  const TwinDecision *decisions;
  guint n_decisions;
  const TwinReferenceCase *reference_cases;
  guint n_reference_cases;
  const TwinAssumption *assumptions;
  guint n_assumptions;

  const char *horizon_key;   /* the parameter that holds the length of a replication, in days */
  double default_target;     /* of the service metric, with its range */
  double target_lower, target_upper;

  /** Adds what else is wrong (GError, each with its key) to @problems: rules that bounds and
   *  orderings cannot say. May be NULL. */
  void (*check) (const TwinParameters *parameters, GPtrArray *problems);

  /** Lays the checked parameters out for simulation. Never fails. */
  gpointer (*build) (const TwinParameters *parameters);
  void (*free_data) (gpointer data);

  /** Adds what is allowed, but hardly meant (TwinRemark) to @remarks. @parameters: those that @data
   *  was built of. NULL: it has no remarks. */
  void (*list_remarks) (gconstpointer data, const TwinParameters *parameters, GPtrArray *remarks);

  /** Puts recorded demand in the place of random demand, in @data that nobody else has seen yet.
   *  @error: a row that does not fit, or one that is missing. NULL: the type cannot. */
  gboolean (*replay) (gpointer data, const TwinRecording *recording, GError **error);

  /** Node number @node of the model, from 0; FALSE behind the last. NULL: it has none. Strings
   *  belong to @data. */
  gboolean (*get_node) (gconstpointer data, guint node, TwinNode *result);

  /** Events of one replication, expected: rows of its trace. */
  double (*get_work) (gconstpointer data);

  /** What simulate() costs a replication, counted in events that would take as long. NULL:
   *  get_work(). */
  double (*get_effort) (gconstpointer data);

  /** How simulate() does it. NULL: event by event. */
  TwinMethod (*get_method) (gconstpointer data);

  /**
   * simulate:
   * @data: what build() gave
   * @seed, @first, @count: replications first … first + count − 1 of that seed
   * @metrics: out, [n_metrics][stride]; replication first + i goes to column i. The type's metrics,
   *   then those of each node
   * @stride: distance between two metrics, ≥ @count
   * @stop: (nullable): once it is set, the rest may stay as it is
   *
   * A pure function of its arguments: each column depends on (data, seed, replication) alone.
   * Called from several threads at once.
   */
  void (*simulate) (gconstpointer data,
                    uint64_t seed,
                    uint64_t first,
                    gsize count,
                    double *metrics,
                    gsize stride,
                    const TwinStop *stop);

  /** The same distribution event by event, whatever get_method() says. NULL: simulate() does so. */
  void (*simulate_events) (gconstpointer data,
                           uint64_t seed,
                           uint64_t first,
                           gsize count,
                           double *metrics,
                           gsize stride);

  /** Lays out many policies for survey(): @policies is [n_policies][n_decisions], values of
   *  @decisions that are within bounds and orderings. @data outlives the plan. NULL: the type has
   *  no way to see these at once. All three functions NULL: it never has. */
  gpointer (*plan_survey) (gconstpointer data, const double *policies, gsize n_policies);
  void (*free_survey) (gpointer plan);

  /** Service and objective of all policies of a plan, [count][stride]: what
   *  simulate() gives for each of them by itself, the service to the bit, the objective up to the
   *  rounding of sums; @stop as of simulate(). Called from several threads at once. */
  void (*survey) (gconstpointer plan,
                  uint64_t seed,
                  uint64_t first,
                  gsize count,
                  double *service,
                  double *cost,
                  gsize stride,
                  const TwinStop *stop);

  /** The events of one replication, the same that simulate() counted; an average over time may
   *  differ by what TWIN_METHOD_CYCLES leaves to chance. */
  TwinTrace *(*record) (gconstpointer data, uint64_t seed, uint64_t replication);

  /** The same replication with a row a day, all nodes together, for people who follow it; without
   *  panels. NULL: the type has no such rows. */
  TwinTrace *(*record_days) (gconstpointer data, uint64_t seed, uint64_t replication);

  /** The exact long-run answer, or NULL where the type has none. */
  TwinLongRun (*solve_long_run) (gconstpointer data);
};

/** All types, NULL-terminated; the first is the default. */
const TwinModelType *const *twin_model_type_list (void);

/** The type of that name. @error: TWIN_ERROR_UNKNOWN_KEY, listing the names. */
const TwinModelType *twin_model_type_find (const char *name, GError **error);

/** The number of a metric, or −1. */
int twin_model_type_find_metric (const TwinModelType *type, const char *name);
/** The number of the one metric with that flag, such as TWIN_METRIC_OBJECTIVE. */
guint twin_model_type_get_metric (const TwinModelType *type, TwinMetricFlags flag);

G_END_DECLS
