/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-optimum.h"
#include "twin-sweep.h"

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

static void
find_best (TwinOptimum *self)
{
  self->best = -1;
  self->closest = 0;

  for (gsize i = 0; i < self->n_policies; i++)
    {
      TwinPolicy *policy = &self->policies[i];
      const TwinPolicy *closest = &self->policies[self->closest];

      policy->feasible = policy->service.mean >= self->search->target;

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

  model = twin_sweep_build (base, &self->policies[self->best], error);
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
  if (!twin_search_is_grid (search->type))
    {
      g_propagate_error (error, twin_error_new (TWIN_ERROR_CONFLICT, search->type->horizon_key,
                                                _("%s: its policies make no grid"),
                                                _(search->type->title)));
      return NULL;
    }

  self = twin_optimum_allocate (search, seed, n);
  if (!twin_sweep_measure (base, self->policies, self->n_policies, seed, n, pool, monitor, error))
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
