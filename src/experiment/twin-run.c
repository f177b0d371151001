/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-run-private.h"

/* An event takes a few nanoseconds, so a block some 0.4 ms. */
#define EVENTS_OF_A_BLOCK 100000
/* Of long replications a block has as many as the engine has lanes, the most that there are, unless
 * that takes longer than some 50 ms. */
#define LANES 8
#define EVENTS_OF_LANES 14000000

/* A millisecond or two. In less, another thread cannot gain what a person would notice, but on a
 * busy machine it loses milliseconds where it is made to wait in the middle of its work. */
#define EVENTS_WORTH_THREADS 500000

struct _TwinRun
{
  TwinModel *model;
  uint64_t seed;
  uint64_t first;
  gsize n;
  double *table;           /* [n_metrics][n] */
  TwinEstimate *estimates; /* [n_metrics] */
  double seconds;
};

G_DEFINE_BOXED_TYPE (TwinRun, twin_run, twin_run_ref, twin_run_unref)

typedef struct
{
  TwinRun *run;
  gsize block; /* replications of an item */
  TwinStop stop;
} TwinRunWork;

gsize
twin_run_get_block (const TwinModel *model)
{
  const double effort = MAX (1, twin_model_get_effort (model));
  const gsize least = LANES * effort <= EVENTS_OF_LANES ? LANES : 1;

  return (gsize) CLAMP (EVENTS_OF_A_BLOCK / effort, least, TWIN_MAX_BLOCK);
}

static gboolean
check_replications (gsize n,
                    GError **error)
{
  g_autofree char *value = NULL;

  if (n >= 1 && n <= TWIN_MAX_REPLICATIONS)
    return TRUE;

  value = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
  g_propagate_error (error,
                     twin_error_new (TWIN_ERROR_OUT_OF_BOUNDS, "experiment.replications",
                                     _("experiment.replications: %s is not allowed; it must be a "
                                       "whole number from 1 to %d"),
                                     value, TWIN_MAX_REPLICATIONS));
  return FALSE;
}

static gboolean
check_work (const TwinModel *model,
            GError **error)
{
  const char *key = twin_model_get_model_type (model)->horizon_key;
  double work = twin_model_get_work (model);
  char days[G_ASCII_DTOSTR_BUF_SIZE], events[G_ASCII_DTOSTR_BUF_SIZE];
  char allowed[G_ASCII_DTOSTR_BUF_SIZE];

  if (work <= TWIN_MAX_WORK)
    return TRUE;

  g_ascii_formatd (days, sizeof days, "%.10g", twin_model_get_horizon (model));
  g_ascii_formatd (events, sizeof events, "%.2g", work);
  g_ascii_formatd (allowed, sizeof allowed, "%.2g", TWIN_MAX_WORK);
  g_propagate_error (error,
                     twin_error_new (TWIN_ERROR_TOO_LARGE, key,
                                     /* Translators: key, days, number, number */
                                     _("%s: %s days at these rates make about %s events in one "
                                       "replication, and at most %s are allowed; shorten the "
                                       "horizon or lower the rates"),
                                     key, days, events, allowed));
  return FALSE;
}

gboolean
twin_run_check (const TwinModel *model,
                gsize n,
                GError **error)
{
  g_return_val_if_fail (model != NULL, FALSE);

  return check_replications (n, error) && check_work (model, error);
}

double *
twin_run_allocate (gsize n_rows,
                   gsize n,
                   GError **error)
{
  double *table = g_try_new (double, MAX (1, n_rows * n));

  if (table == NULL)
    {
      g_autofree char *value = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
      g_autofree char *size = g_format_size ((guint64) n_rows * n * sizeof (double));

      g_propagate_error (error,
                         twin_error_new (TWIN_ERROR_TOO_LARGE, "experiment.replications",
                                         _("experiment.replications: the results of %s take %s, "
                                           "more memory than there is"),
                                         value, size));
    }

  return table;
}

static TwinRun *
twin_run_allocate_self (TwinModel *model,
                        uint64_t seed,
                        uint64_t first,
                        gsize n,
                        GError **error)
{
  guint n_metrics = twin_model_get_n_metrics (model);
  double *table = twin_run_allocate (n_metrics, n, error);
  TwinRun *self;

  if (table == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (TwinRun);
  self->model = twin_model_ref (model);
  self->seed = seed;
  self->first = first;
  self->n = n;
  self->table = table;
  self->estimates = g_new (TwinEstimate, n_metrics);

  return self;
}

static void
simulate_block (gsize item,
                gpointer data)
{
  TwinRunWork *work = data;
  TwinRun *self = work->run;
  gsize begin = item * work->block;
  gsize count = MIN (work->block, self->n - begin);

  twin_model_simulate_until (self->model, self->seed, self->first + begin, count,
                             self->table + begin, self->n, &work->stop);
}

static TwinPool *
choose_pool (TwinPool *pool,
             const TwinModel *model,
             gsize n)
{
  return n * twin_model_get_effort (model) < EVENTS_WORTH_THREADS ? twin_pool_new (1)
                                                                  : twin_pool_ref (pool);
}

static void
estimate_metric (gsize metric,
                 gpointer data)
{
  TwinRun *self = data;
  const TwinEstimate unclipped = twin_estimate_from_sample (
    twin_run_get_sample (self, (guint) metric), self->n, TWIN_CONFIDENCE);

  self->estimates[metric] =
    twin_model_get_metric (self->model, (guint) metric)->quantity == TWIN_QUANTITY_SHARE
      ? twin_estimate_clip (unclipped, 0, 1)
      : unclipped;
}

TwinRun *
twin_run_new (TwinModel *model,
              uint64_t seed,
              uint64_t first,
              gsize n,
              TwinPool *pool,
              const TwinMonitor *monitor,
              GError **error)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (TwinRun) self = NULL;
  g_autoptr (TwinPool) threads = NULL;
  const TwinMonitor silent = { .cancellable = monitor != NULL ? monitor->cancellable : NULL };
  TwinRunWork work;
  TwinStage stage;
  gsize n_blocks;

  g_return_val_if_fail (model != NULL && pool != NULL, NULL);
  g_return_val_if_fail (first <= G_MAXUINT64 - TWIN_MAX_REPLICATIONS, NULL);

  if (!twin_run_check (model, n, error))
    return NULL;

  self = twin_run_allocate_self (model, seed, first, n, error);
  if (self == NULL)
    return NULL;

  work.run = self;
  work.block = twin_run_get_block (model);
  work.stop = twin_monitor_get_stop (monitor);
  n_blocks = (n - 1) / work.block + 1;
  threads = choose_pool (pool, model, n);
  if (!twin_pool_run (threads, n_blocks, simulate_block, &work,
                      twin_stage_begin (&stage, monitor, 0, n, n), error) ||
      !twin_pool_run (threads, twin_model_get_n_metrics (model), estimate_metric, self, &silent,
                      error))
    return NULL;

  self->seconds = (g_get_monotonic_time () - began) / 1e6;

  return g_steal_pointer (&self);
}

TwinRun *
twin_run_ref (TwinRun *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
twin_run_clear (gpointer data)
{
  TwinRun *self = data;

  twin_model_unref (self->model);
  g_free (self->table);
  g_free (self->estimates);
}

void
twin_run_unref (TwinRun *self)
{
  g_atomic_rc_box_release_full (self, twin_run_clear);
}

TwinModel *
twin_run_get_model (const TwinRun *self)
{
  return self->model;
}

uint64_t
twin_run_get_seed (const TwinRun *self)
{
  return self->seed;
}

uint64_t
twin_run_get_first (const TwinRun *self)
{
  return self->first;
}

gsize
twin_run_get_n (const TwinRun *self)
{
  return self->n;
}

const double *
twin_run_get_sample (const TwinRun *self,
                     guint metric)
{
  g_return_val_if_fail (metric < twin_model_get_n_metrics (self->model), NULL);

  return self->table + metric * self->n;
}

TwinEstimate
twin_run_get_estimate (const TwinRun *self,
                       guint metric)
{
  g_return_val_if_fail (metric < twin_model_get_n_metrics (self->model),
                        (TwinEstimate) { 0 });

  return self->estimates[metric];
}

double
twin_run_get_seconds (const TwinRun *self)
{
  return self->seconds;
}
