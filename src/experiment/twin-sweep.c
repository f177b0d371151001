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

typedef struct
{
  const TwinParameters *base;
  const GPtrArray *keys;
  TwinPolicy *policies;
  gsize n_policies;
  uint64_t seed;
  gsize n;
  guint service, cost; /* metrics */

  /* Of the batch. */
  GPtrArray *models;
  gsize block;     /* replications of an item */
  gsize n_blocks;  /* items of a policy */
  double *samples; /* [policies][2][n]: service, cost */
} TwinSweep;

TwinModel *
twin_sweep_build (const TwinParameters *base,
                  const GPtrArray *keys,
                  const TwinPolicy *policy,
                  GError **error)
{
  g_autoptr (TwinParameters) parameters = twin_parameters_copy (base);

  for (guint i = 0; i < keys->len; i++)
    {
      const TwinDecisionKey *key = g_ptr_array_index (keys, i);

      if (!twin_parameters_set_number (parameters, key->key, policy->decisions[i], error))
        return NULL;
    }

  return twin_model_new (parameters, error);
}

/* A model is built in microseconds: all of them once more than needed is a small price for hearing
 * at once what is wrong with the last. */
static gboolean
check_policies (const TwinSweep *self,
                const TwinMonitor *monitor,
                GError **error)
{
  for (gsize i = 0; i < self->n_policies; i++)
    {
      g_autoptr (TwinModel) model =
        twin_sweep_build (self->base, self->keys, &self->policies[i], error);

      if (model == NULL || !twin_run_check (model, self->n, error) ||
          twin_monitor_is_cancelled (monitor, error))
        return FALSE;
    }

  return TRUE;
}

static double *
get_sample (const TwinSweep *self,
            gsize policy,
            guint row)
{
  return self->samples + (policy * 2 + row) * self->n;
}

static void
simulate_block (gsize item,
                gpointer data)
{
  const TwinSweep *self = data;
  gsize policy = item / self->n_blocks;
  gsize begin = item % self->n_blocks * self->block;
  gsize count = MIN (self->block, self->n - begin);
  double *service = get_sample (self, policy, 0) + begin;
  double *cost = get_sample (self, policy, 1) + begin;
  const TwinModel *model = g_ptr_array_index (self->models, policy);
  g_autofree double *metrics = g_new (double, twin_model_get_n_metrics (model) * count);

  twin_model_simulate (model, self->seed, begin, count, metrics, count);
  for (gsize i = 0; i < count; i++)
    {
      service[i] = metrics[self->service * count + i];
      cost[i] = metrics[self->cost * count + i];
    }
}

static gboolean
build_batch (TwinSweep *self,
             gsize first,
             gsize count,
             GError **error)
{
  g_ptr_array_set_size (self->models, 0);
  for (gsize i = 0; i < count; i++)
    {
      TwinModel *model =
        twin_sweep_build (self->base, self->keys, &self->policies[first + i], error);

      if (model == NULL)
        return FALSE;
      g_ptr_array_add (self->models, model);
    }

  self->block = twin_run_get_block (g_ptr_array_index (self->models, 0));
  self->n_blocks = (self->n - 1) / self->block + 1;

  return TRUE;
}

static void
estimate_batch (TwinSweep *self,
                gsize first,
                gsize count)
{
  for (gsize i = 0; i < count; i++)
    {
      TwinPolicy *policy = &self->policies[first + i];
      TwinEstimate service = twin_estimate_from_sample (get_sample (self, i, 0), self->n,
                                                        TWIN_CONFIDENCE);

      policy->service = twin_estimate_clip (service, 0, 1);
      policy->cost = twin_estimate_from_sample (get_sample (self, i, 1), self->n, TWIN_CONFIDENCE);
    }
}

static gboolean
measure_batches (TwinSweep *self,
                 gsize batch,
                 TwinPool *pool,
                 const TwinMonitor *monitor,
                 GError **error)
{
  for (gsize first = 0; first < self->n_policies; first += batch)
    {
      gsize count = MIN (batch, self->n_policies - first);
      TwinStage stage;
      const TwinMonitor *part = twin_stage_begin (&stage, monitor, first, count, self->n_policies);

      if (!build_batch (self, first, count, error) ||
          !twin_pool_run (pool, count * self->n_blocks, simulate_block, self, part, error))
        return FALSE;

      estimate_batch (self, first, count);
    }

  return TRUE;
}

gboolean
twin_sweep_measure (const TwinParameters *base,
                    const GPtrArray *keys,
                    TwinPolicy *policies,
                    gsize n_policies,
                    uint64_t seed,
                    gsize n,
                    TwinPool *pool,
                    const TwinMonitor *monitor,
                    GError **error)
{
  const TwinModelType *type = twin_parameters_get_model_type (base);
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_model_unref);
  g_autofree double *samples = NULL;
  TwinSweep self = {
    .base = base,
    .keys = keys,
    .policies = policies,
    .n_policies = n_policies,
    .seed = seed,
    .n = n,
    .service = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE),
    .cost = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE),
    .models = models,
  };
  gsize batch;

  if (!check_policies (&self, monitor, error))
    return FALSE;

  batch = MIN (CLAMP (MAX_SAMPLES / (2 * n), 1, MAX_BATCH), n_policies);
  samples = twin_run_allocate (2 * batch, n, error);
  if (samples == NULL)
    return FALSE;

  self.samples = samples;

  return measure_batches (&self, batch, pool, monitor, error);
}
