/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A search goes batch by batch, because the samples of a million policies fit in no memory:
 *
 *   batch      build models ─▶ simulate: an item is a block of one policy ─▶ estimate, forget samples
 *   the end    best, closest, frontier ─▶ the best once more on fresh random numbers
 *
 * Items of many policies stand in one row of numbers, so that all threads are busy to the end of a
 * batch however few replications a policy has.
 */

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-optimum.h"
#include "twin-run-private.h"

#define MAX_BATCH 256              /* policies */
#define MAX_SAMPLES (4 * 1024 * 1024) /* numbers kept of a batch, if it has more than one policy */

struct _TwinOptimum
{
  TwinSearch *search;
  uint64_t seed;
  gsize n;
  GArray *decisions; /* double, [n_policies][n_decisions] */
  gsize n_policies;
  TwinPolicy *policies; /* [n_policies] */
  gssize best;
  gssize closest;
  TwinRun *verified; /* or NULL */
  double seconds;
};

G_DEFINE_BOXED_TYPE (TwinOptimum, twin_optimum, twin_optimum_ref, twin_optimum_unref)

typedef struct
{
  TwinOptimum *optimum;
  guint service, cost; /* metrics */
  gsize batch;         /* policies of a whole batch */
  GPtrArray *models;   /* of the batch */
  gsize block;         /* replications of an item */
  gsize n_blocks;      /* items of a policy */
  double *samples;     /* [batch][2][n]: service, cost */
} TwinOptimumWork;

static TwinModel *
build_policy (const TwinOptimum *self,
              const TwinParameters *base,
              gsize policy,
              GError **error)
{
  const TwinModelType *type = self->search->type;
  g_autoptr (TwinParameters) parameters = twin_parameters_copy (base);

  for (guint i = 0; i < type->n_decisions; i++)
    {
      if (!twin_parameters_set_number (parameters, type->decisions[i].key,
                                       self->policies[policy].decisions[i], error))
        return NULL;
    }

  return twin_model_new (parameters, error);
}

/* Builds every model once, so that what is wrong with the last policy is said before the first is
 * simulated. */
static gboolean
check_policies (const TwinOptimum *self,
                const TwinParameters *base,
                const TwinMonitor *monitor,
                GError **error)
{
  for (gsize i = 0; i < self->n_policies; i++)
    {
      g_autoptr (TwinModel) model = build_policy (self, base, i, error);

      if (model == NULL || !twin_run_check (model, self->n, error) ||
          twin_monitor_is_cancelled (monitor, error))
        return FALSE;
    }

  return TRUE;
}

static double *
get_sample (const TwinOptimumWork *work,
            gsize policy_of_batch,
            guint row)
{
  return work->samples + (policy_of_batch * 2 + row) * work->optimum->n;
}

static void
simulate_block (gsize item,
                gpointer data)
{
  TwinOptimumWork *work = data;
  const TwinOptimum *self = work->optimum;
  gsize policy = item / work->n_blocks;
  gsize begin = item % work->n_blocks * work->block;
  gsize count = MIN (work->block, self->n - begin);
  double *service = get_sample (work, policy, 0) + begin;
  double *cost = get_sample (work, policy, 1) + begin;
  g_autofree double *metrics = g_new (double, self->search->type->n_metrics * count);

  twin_model_simulate (g_ptr_array_index (work->models, policy), self->seed, begin, count, metrics,
                       count);
  for (gsize i = 0; i < count; i++)
    {
      service[i] = metrics[work->service * count + i];
      cost[i] = metrics[work->cost * count + i];
    }
}

static void
estimate_policy (const TwinOptimumWork *work,
                 gsize policy_of_batch,
                 TwinPolicy *policy)
{
  gsize n = work->optimum->n;

  policy->cost = twin_estimate_from_sample (get_sample (work, policy_of_batch, 1), n,
                                            TWIN_CONFIDENCE);
  policy->service = twin_estimate_clip (
    twin_estimate_from_sample (get_sample (work, policy_of_batch, 0), n, TWIN_CONFIDENCE), 0, 1);
  policy->feasible = policy->service.mean >= work->optimum->search->target;
}

/* Measures @count policies from number @first on. */
static gboolean
measure_batch (TwinOptimumWork *work,
               const TwinParameters *base,
               gsize first,
               gsize count,
               TwinPool *pool,
               const TwinMonitor *monitor,
               GError **error)
{
  TwinOptimum *self = work->optimum;
  TwinStage stage;

  g_ptr_array_set_size (work->models, 0);
  for (gsize i = 0; i < count; i++)
    {
      TwinModel *model = build_policy (self, base, first + i, error);

      if (model == NULL)
        return FALSE;
      g_ptr_array_add (work->models, model);
    }

  work->block = twin_run_get_block (g_ptr_array_index (work->models, 0));
  work->n_blocks = (self->n - 1) / work->block + 1;
  if (!twin_pool_run (pool, count * work->n_blocks, simulate_block, work,
                      twin_stage_begin (&stage, monitor, first, count, self->n_policies), error))
    return FALSE;

  for (gsize i = 0; i < count; i++)
    estimate_policy (work, i, &self->policies[first + i]);

  return TRUE;
}

static gboolean
measure_policies (TwinOptimum *self,
                  const TwinParameters *base,
                  TwinPool *pool,
                  const TwinMonitor *monitor,
                  GError **error)
{
  const TwinModelType *type = self->search->type;
  gsize batch = MIN (CLAMP (MAX_SAMPLES / (2 * self->n), 1, MAX_BATCH), self->n_policies);
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_model_unref);
  g_autofree double *samples = twin_run_allocate (2 * batch, self->n, error);
  TwinOptimumWork work = {
    .optimum = self,
    .service = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE),
    .cost = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE),
    .models = models,
    .samples = samples,
  };

  if (samples == NULL)
    return FALSE;

  for (gsize first = 0; first < self->n_policies; first += batch)
    {
      gsize count = MIN (batch, self->n_policies - first);

      if (!measure_batch (&work, base, first, count, pool, monitor, error))
        return FALSE;
    }

  return TRUE;
}

static void
find_best (TwinOptimum *self)
{
  self->best = -1;
  self->closest = 0;

  for (gsize i = 0; i < self->n_policies; i++)
    {
      const TwinPolicy *policy = &self->policies[i];
      const TwinPolicy *closest = &self->policies[self->closest];

      /* The first of the grid wins where two are alike. */
      if (policy->feasible &&
          (self->best < 0 || policy->cost.mean < self->policies[self->best].cost.mean))
        self->best = i;
      if (policy->service.mean > closest->service.mean ||
          (policy->service.mean == closest->service.mean && policy->cost.mean < closest->cost.mean))
        self->closest = i;
    }
}

/* Cheap before dear, and of two as cheap the one with more service. */
static int
compare_policies (gconstpointer a,
                  gconstpointer b)
{
  const TwinPolicy *x = *(const TwinPolicy *const *) a, *y = *(const TwinPolicy *const *) b;
  double cost = x->cost.mean - y->cost.mean, service = y->service.mean - x->service.mean;

  return cost != 0 ? (cost > 0) - (cost < 0) : (service > 0) - (service < 0);
}

/* Going from cheap to dear, a policy is efficient if it has more service than all before it. */
static void
find_frontier (TwinOptimum *self)
{
  g_autofree TwinPolicy **sorted = g_new (TwinPolicy *, self->n_policies);
  const TwinPolicy *last = NULL; /* the last efficient one */

  for (gsize i = 0; i < self->n_policies; i++)
    sorted[i] = &self->policies[i];
  qsort (sorted, self->n_policies, sizeof *sorted, compare_policies);

  for (gsize i = 0; i < self->n_policies; i++)
    {
      TwinPolicy *policy = sorted[i];
      gboolean alike = last != NULL && policy->cost.mean == last->cost.mean &&
                       policy->service.mean == last->service.mean;

      policy->efficient = last == NULL || alike || policy->service.mean > last->service.mean;
      if (policy->efficient)
        last = policy;
    }
}

/* The best of many estimates is biased: it is measured again on random numbers that it was not
 * chosen by. */
static gboolean
verify_best (TwinOptimum *self,
             const TwinParameters *base,
             TwinPool *pool,
             const TwinMonitor *monitor,
             GError **error)
{
  TwinMonitor silent = { .cancellable = monitor != NULL ? monitor->cancellable : NULL };
  g_autoptr (TwinModel) model = NULL;

  if (self->best < 0)
    return TRUE;

  model = build_policy (self, base, self->best, error);
  if (model == NULL)
    return FALSE;

  self->verified = twin_run_new (model, self->seed, self->n, self->n, pool, &silent, error);

  return self->verified != NULL;
}

static TwinOptimum *
twin_optimum_allocate (const TwinSearch *search,
                       uint64_t seed,
                       gsize n)
{
  TwinOptimum *self = g_atomic_rc_box_new0 (TwinOptimum);

  self->search = twin_search_copy (search);
  self->seed = seed;
  self->n = n;
  self->decisions = twin_search_list_policies (search, &self->n_policies);
  self->policies = g_new0 (TwinPolicy, self->n_policies);
  for (gsize i = 0; i < self->n_policies; i++)
    self->policies[i].decisions = (double *) self->decisions->data + i * search->type->n_decisions;

  return self;
}

TwinOptimum *
twin_optimum_new (const TwinParameters *base,
                  const TwinSearch *search,
                  uint64_t seed,
                  gsize n,
                  TwinPool *pool,
                  const TwinMonitor *monitor,
                  GError **error)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (TwinOptimum) self = NULL;

  g_return_val_if_fail (base != NULL && search != NULL && pool != NULL, NULL);
  g_return_val_if_fail (search->type == twin_parameters_get_model_type (base), NULL);

  if (!twin_search_check (search, error))
    return NULL;

  self = twin_optimum_allocate (search, seed, n);
  if (!check_policies (self, base, monitor, error) ||
      !measure_policies (self, base, pool, monitor, error))
    return NULL;

  find_best (self);
  find_frontier (self);
  if (!verify_best (self, base, pool, monitor, error))
    return NULL;

  self->seconds = (g_get_monotonic_time () - began) / 1e6;

  return g_steal_pointer (&self);
}

TwinOptimum *
twin_optimum_ref (TwinOptimum *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
twin_optimum_clear (gpointer data)
{
  TwinOptimum *self = data;

  twin_search_free (self->search);
  g_array_unref (self->decisions);
  g_free (self->policies);
  g_clear_pointer (&self->verified, twin_run_unref);
}

void
twin_optimum_unref (TwinOptimum *self)
{
  g_atomic_rc_box_release_full (self, twin_optimum_clear);
}

const TwinModelType *
twin_optimum_get_model_type (const TwinOptimum *self)
{
  return self->search->type;
}

const TwinSearch *
twin_optimum_get_search (const TwinOptimum *self)
{
  return self->search;
}

uint64_t
twin_optimum_get_seed (const TwinOptimum *self)
{
  return self->seed;
}

gsize
twin_optimum_get_n (const TwinOptimum *self)
{
  return self->n;
}

gsize
twin_optimum_get_n_policies (const TwinOptimum *self)
{
  return self->n_policies;
}

const TwinPolicy *
twin_optimum_get_policy (const TwinOptimum *self,
                         gsize policy)
{
  g_return_val_if_fail (policy < self->n_policies, NULL);

  return &self->policies[policy];
}

gssize
twin_optimum_get_best (const TwinOptimum *self)
{
  return self->best;
}

gssize
twin_optimum_get_closest (const TwinOptimum *self)
{
  return self->closest;
}

TwinRun *
twin_optimum_get_verified (const TwinOptimum *self)
{
  return self->verified;
}

double
twin_optimum_get_seconds (const TwinOptimum *self)
{
  return self->seconds;
}
