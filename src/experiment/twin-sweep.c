/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Policies are measured batch by batch, because the samples of a million of them fit in no memory:
 *
 *   build the models ─▶ simulate: an item is a block of one policy ─▶ estimate, forget the samples
 *
 * The items of all policies of a batch stand in one row of numbers, so that every thread is busy
 * to the end of it however few replications a policy has.
 */

#include "twin-sweep.h"

#include "twin-run-private.h"

/* Policies of a batch at the most; and numbers kept of it, unless it is a single policy. */
#define MAX_BATCH 256
#define MAX_SAMPLES (4 * 1024 * 1024)

/* A batch that is being simulated. */
typedef struct
{
  const TwinSweep *sweep;
  GPtrArray *models;
  guint service, cost; /* metrics */
  uint64_t first;
  gsize count;
  gsize block;    /* replications of an item */
  gsize n_blocks; /* items of a policy */
  TwinStop stop;
  TwinSamples samples;
} Batch;

TwinModel *
twin_sweep_build (const TwinSweep *self,
                  const double *decisions,
                  const TwinMonitor *monitor,
                  GError **error)
{
  g_autoptr (TwinParameters) parameters = twin_parameters_copy (self->base);

  for (guint i = 0; i < self->keys->len; i++)
    {
      const TwinDecisionKey *key = g_ptr_array_index (self->keys, i);

      if (!twin_parameters_set_number (parameters, key->key, decisions[i], error))
        return NULL;
    }
  if (twin_monitor_is_cancelled (monitor, error))
    return NULL;

  return twin_model_new (parameters, error);
}

/* Of many batches all models are built once more than needed: a small price for hearing at once
 * what is wrong with the last. */
gboolean
twin_sweep_check (const TwinSweep *self,
                  const TwinPolicy *policies,
                  gsize n_policies,
                  gsize n,
                  const TwinMonitor *monitor,
                  GError **error)
{
  for (gsize i = 0; i < n_policies; i++)
    {
      g_autoptr (TwinModel) model = twin_sweep_build (self, policies[i].decisions, monitor, error);

      if (model == NULL || !twin_run_check (model, n, error) ||
          twin_monitor_is_cancelled (monitor, error))
        return FALSE;
    }

  return TRUE;
}

static void
simulate_block (gsize item,
                gpointer data)
{
  const Batch *self = data;
  gsize policy = item / self->n_blocks;
  gsize begin = item % self->n_blocks * self->block;
  gsize count = MIN (self->block, self->count - begin);
  gsize stride = self->samples.replication_stride;
  gsize place = policy * self->samples.policy_stride + begin * stride;
  const TwinModel *model = g_ptr_array_index (self->models, policy);
  g_autofree double *metrics = g_new0 (double, twin_model_get_n_metrics (model) * count);

  twin_model_simulate_until (model, self->sweep->seed, self->first + begin, count, metrics, count,
                             &self->stop);
  for (gsize i = 0; i < count; i++)
    {
      self->samples.service[place + i * stride] = metrics[self->service * count + i];
      self->samples.cost[place + i * stride] = metrics[self->cost * count + i];
    }
}

static gboolean
build_batch (Batch *self,
             const double *const *decisions,
             gsize n_policies,
             const TwinMonitor *monitor,
             GError **error)
{
  g_ptr_array_set_size (self->models, 0);
  for (gsize i = 0; i < n_policies; i++)
    {
      TwinModel *model;

      if (twin_monitor_is_cancelled (monitor, error))
        return FALSE;
      model = twin_sweep_build (self->sweep, decisions[i], monitor, error);
      if (model == NULL)
        return FALSE;
      g_ptr_array_add (self->models, model);
      if (!twin_run_check (model, self->count, error))
        return FALSE;
    }

  self->block = twin_run_get_block (g_ptr_array_index (self->models, 0));
  self->n_blocks = (self->count - 1) / self->block + 1;

  return TRUE;
}

gboolean
twin_sweep_simulate (const TwinSweep *self,
                     const double *const *decisions,
                     gsize n_policies,
                     uint64_t first,
                     gsize count,
                     const TwinSamples *samples,
                     const TwinMonitor *monitor,
                     GError **error)
{
  const TwinModelType *type = twin_parameters_get_model_type (self->base);
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_model_unref);
  Batch batch = {
    .sweep = self,
    .models = models,
    .service = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE),
    .cost = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE),
    .first = first,
    .count = count,
    .stop = twin_monitor_get_stop (monitor),
    .samples = *samples,
  };

  for (gsize begin = 0; begin < n_policies; begin += MAX_BATCH)
    {
      gsize n = MIN (MAX_BATCH, n_policies - begin);
      TwinStage stage;
      const TwinMonitor *part = twin_stage_begin (&stage, monitor, begin, n, n_policies);

      batch.samples.service = samples->service + begin * samples->policy_stride;
      batch.samples.cost = samples->cost + begin * samples->policy_stride;
      if (!build_batch (&batch, decisions + begin, n, part, error) ||
          !twin_pool_run (self->pool, n * batch.n_blocks, simulate_block, &batch, part, error))
        return FALSE;
    }

  return TRUE;
}

static void
estimate_batch (const TwinSamples *samples,
                TwinPolicy *policies,
                gsize n_policies,
                gsize n)
{
  for (gsize i = 0; i < n_policies; i++)
    {
      TwinEstimate service =
        twin_estimate_from_sample (samples->service + i * n, n, TWIN_CONFIDENCE);

      policies[i].service = twin_estimate_clip (service, 0, 1);
      policies[i].cost = twin_estimate_from_sample (samples->cost + i * n, n, TWIN_CONFIDENCE);
    }
}

gboolean
twin_sweep_measure (const TwinSweep *self,
                    TwinPolicy *policies,
                    gsize n_policies,
                    gsize n,
                    const TwinMonitor *monitor,
                    GError **error)
{
  g_autofree double *numbers = NULL;
  g_autofree const double **decisions = NULL;
  TwinSamples samples;
  gsize batch;

  batch = MIN (CLAMP (MAX_SAMPLES / (2 * MAX (n, 1)), 1, MAX_BATCH), n_policies);
  if (batch < n_policies && !twin_sweep_check (self, policies, n_policies, n, monitor, error))
    return FALSE;

  numbers = twin_run_allocate (2 * batch, n, error);
  if (numbers == NULL)
    return FALSE;

  decisions = g_new (const double *, n_policies);
  for (gsize i = 0; i < n_policies; i++)
    decisions[i] = policies[i].decisions;

  samples = (TwinSamples) { numbers, numbers + batch * n, n, 1 };
  for (gsize first = 0; first < n_policies; first += batch)
    {
      gsize count = MIN (batch, n_policies - first);
      TwinStage stage;
      const TwinMonitor *part = twin_stage_begin (&stage, monitor, first, count, n_policies);

      if (!twin_sweep_simulate (self, decisions + first, count, 0, n, &samples, part, error))
        return FALSE;
      estimate_batch (&samples, policies + first, count, n);
    }

  return TRUE;
}
