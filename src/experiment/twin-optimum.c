/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "twin-optimum.h"

#include "twin-frontier.h"
#include "twin-grid.h"
#include "twin-search-private.h"
#include "twin-tuner.h"

struct _TwinOptimum
{
  TwinSearch *search;
  uint64_t seed;
  gsize n;
  GPtrArray *keys;   /* TwinDecisionKey */
  GArray *decisions; /* double, [n_policies][keys->len] */
  GArray *policies;  /* TwinPolicy */
  TwinStatement statement; /* of a grid */
  gssize best;
  gssize closest;
  gboolean budget_spent;
  gboolean interrupted;
  TwinRun *verified; /* or NULL */
  double seconds;
};

G_DEFINE_BOXED_TYPE (TwinOptimum, twin_optimum, twin_optimum_ref, twin_optimum_unref)

static TwinPolicy *
get_policy (const TwinOptimum *self,
            gsize policy)
{
  return &g_array_index (self->policies, TwinPolicy, policy);
}

static TwinFeasibility
judge_interval (const TwinEstimate *service,
                double target)
{
  /* Without an interval both are FALSE. */
  if (service->low >= target)
    return TWIN_FEASIBILITY_KEEPS;
  if (service->high < target)
    return TWIN_FEASIBILITY_MISSES;
  return TWIN_FEASIBILITY_OPEN;
}

/* The cheapest that a direct search saw. */
static void
find_best (TwinOptimum *self)
{
  for (guint i = 0; i < self->policies->len; i++)
    {
      TwinPolicy *policy = get_policy (self, i);

      policy->feasible = policy->service.mean >= self->search->target;
      policy->feasibility = judge_interval (&policy->service, self->search->target);

      /* The first wins where two are alike. */
      if (policy->feasible &&
          (self->best < 0 || policy->cost.mean < get_policy (self, self->best)->cost.mean))
        self->best = i;
    }
}

static void
find_closest (TwinOptimum *self)
{
  for (guint i = 0; i < self->policies->len; i++)
    {
      const TwinPolicy *policy = get_policy (self, i);
      const TwinPolicy *closest = get_policy (self, self->closest);

      if (policy->service.mean > closest->service.mean ||
          (policy->service.mean == closest->service.mean && policy->cost.mean < closest->cost.mean))
        self->closest = i;
    }
}

/* From that policy on; adding policies may have moved the decisions of all before them. */
static void
link_decisions (TwinOptimum *self,
                gsize first)
{
  for (gsize i = first; i < self->policies->len; i++)
    get_policy (self, i)->decisions = (double *) self->decisions->data + i * self->keys->len;
}

/* Adds @n policies that nobody has measured yet. */
static void
append_policies (TwinOptimum *self,
                 const double *decisions,
                 gsize n)
{
  gsize first = self->policies->len;

  g_array_append_vals (self->decisions, decisions, n * self->keys->len);
  g_array_set_size (self->policies, first + n);
  link_decisions (self, first);
}

/* A search in the making. */
typedef struct
{
  TwinOptimum *optimum;
  TwinSweep sweep;
  const TwinMonitor *monitor;
} TwinQuest;

/* The best of many estimates is biased: it is measured again on random numbers that it was not
 * chosen by. */
static gboolean
verify_best (const TwinQuest *quest,
             GError **error)
{
  TwinOptimum *self = quest->optimum;
  const TwinMonitor *monitor = quest->monitor;
  TwinMonitor silent = { .cancellable = monitor != NULL ? monitor->cancellable : NULL };
  g_autoptr (TwinModel) model = NULL;

  if (self->best < 0)
    return TRUE;

  model = twin_sweep_build (&quest->sweep, get_policy (self, self->best)->decisions, &silent,
                            error);
  if (model == NULL)
    return FALSE;

  self->verified = twin_run_new (model, self->seed, self->n, self->n, quest->sweep.pool, &silent,
                                 error);

  return self->verified != NULL;
}

static gboolean
select_from_grid (const TwinQuest *quest,
                  GError **error)
{
  TwinOptimum *self = quest->optimum;
  const TwinSelection selection = {
    .target = self->search->target,
    .confidence = TWIN_CONFIDENCE,
    .precision = TWIN_PRECISION,
    .n = self->n,
  };
  gsize n;
  g_autoptr (GArray) policies = twin_search_list_policies (self->search, &n);

  if (twin_monitor_is_cancelled (quest->monitor, error))
    return FALSE;
  append_policies (self, (double *) policies->data, n);
  if (!twin_grid_select (&quest->sweep, get_policy (self, 0), n, &selection, quest->monitor,
                         &self->statement, error))
    return FALSE;

  self->best = self->statement.winner;
  return TRUE;
}

/* The #TwinMeasureFunc of the direct search. */
static gboolean
measure_some (const double *decisions,
              gsize n,
              TwinOutcome *outcomes,
              gpointer data,
              GError **error)
{
  const TwinQuest *quest = data;
  TwinOptimum *self = quest->optimum;
  gsize first = self->policies->len;
  TwinStage stage;
  const TwinMonitor *part =
    twin_stage_begin (&stage, quest->monitor, first, n, self->search->budget);

  append_policies (self, decisions, n);
  if (!twin_sweep_measure (&quest->sweep, get_policy (self, first), n, self->n, part, error))
    {
      /* What is left was measured. */
      g_array_set_size (self->policies, first);
      g_array_set_size (self->decisions, first * self->keys->len);
      return FALSE;
    }

  for (gsize i = 0; i < n; i++)
    {
      const TwinPolicy *policy = get_policy (self, first + i);

      outcomes[i] = (TwinOutcome) { policy->cost.mean, policy->service.mean };
    }

  return TRUE;
}

/* The axis of the same item that this one has to stay above, or −1. It stands close before it. */
static int
find_below (const TwinOptimum *self,
            guint axis,
            gboolean *strict)
{
  const TwinDecisionKey *key = g_ptr_array_index (self->keys, axis);
  int decision = twin_search_get_below (self->search->type, key->decision, strict);

  for (guint i = axis; decision >= 0 && i-- > 0;)
    {
      const TwinDecisionKey *other = g_ptr_array_index (self->keys, i);

      if (other->decision == (guint) decision && other->item == key->item &&
          other->each == key->each)
        return i;
    }

  return -1;
}

static gboolean
measure_directly (TwinQuest *quest,
                  GError **error)
{
  TwinOptimum *self = quest->optimum;
  guint n_axes = self->keys->len;
  g_autofree TwinTunerAxis *axes = g_new0 (TwinTunerAxis, n_axes);
  g_autofree double *start = g_new (double, n_axes);

  for (guint i = 0; i < n_axes; i++)
    {
      const TwinDecisionKey *key = g_ptr_array_index (self->keys, i);

      axes[i].range = self->search->ranges[key->decision];
      axes[i].below = find_below (self, i, &axes[i].strict);
      axes[i].group = key->decision;
      start[i] = twin_parameters_get_number (quest->sweep.base, key->key);
    }

  if (!twin_tuner_run (axes, n_axes, start, self->search->target, self->search->budget,
                       measure_some, quest, &self->budget_spent, error))
    return FALSE;

  link_decisions (self, 0);
  find_best (self);
  twin_monitor_report (quest->monitor, self->search->budget, self->search->budget);

  return TRUE;
}

static TwinOptimum *
twin_optimum_allocate (const TwinParameters *base,
                       const TwinSearch *search,
                       uint64_t seed,
                       gsize n)
{
  TwinOptimum *self = g_atomic_rc_box_new0 (TwinOptimum);

  self->search = twin_search_copy (search);
  self->seed = seed;
  self->n = n;
  self->best = -1;
  self->keys = twin_decision_key_list (base);
  self->decisions = g_array_new (FALSE, FALSE, sizeof (double));
  self->policies = g_array_new (FALSE, TRUE, sizeof (TwinPolicy));

  return self;
}

static gboolean
run_quest (TwinQuest *quest,
           GError **error)
{
  TwinOptimum *self = quest->optimum;

  if (twin_monitor_is_cancelled (quest->monitor, error))
    return FALSE;
  if (twin_search_is_grid (self->search->type) ? !select_from_grid (quest, error)
                                               : !measure_directly (quest, error))
    return FALSE;
  if (twin_monitor_is_cancelled (quest->monitor, error))
    return FALSE;

  find_closest (self);
  twin_frontier_find (get_policy (self, 0), self->policies->len);

  return verify_best (quest, error);
}

/* What a direct search had measured when it was cancelled; FALSE where there is nothing. */
static gboolean
keep_measured (TwinOptimum *self)
{
  if (twin_search_is_grid (self->search->type) || self->policies->len == 0)
    return FALSE;

  self->interrupted = TRUE;
  link_decisions (self, 0);
  find_best (self);
  find_closest (self);
  twin_frontier_find (get_policy (self, 0), self->policies->len);

  return TRUE;
}

TwinOptimum *
twin_optimum_new_so_far (const TwinParameters *base,
                         const TwinSearch *search,
                         uint64_t seed,
                         gsize n,
                         TwinPool *pool,
                         const TwinMonitor *monitor,
                         GError **error)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (TwinOptimum) self = NULL;
  g_autoptr (GError) failure = NULL;
  TwinQuest quest = { .monitor = monitor };

  g_return_val_if_fail (base != NULL && search != NULL && pool != NULL, NULL);
  g_return_val_if_fail (search->type == twin_parameters_get_model_type (base), NULL);

  if (!twin_search_check (search, error))
    return NULL;

  self = twin_optimum_allocate (base, search, seed, n);
  quest.optimum = self;
  quest.sweep = (TwinSweep) { base, self->keys, seed, pool };
  if (!run_quest (&quest, &failure) &&
      !(g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) && keep_measured (self)))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  self->seconds = (g_get_monotonic_time () - began) / 1e6;

  return g_steal_pointer (&self);
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
  g_autoptr (TwinOptimum) self =
    twin_optimum_new_so_far (base, search, seed, n, pool, monitor, error);

  if (self == NULL || !self->interrupted)
    return g_steal_pointer (&self);

  twin_monitor_is_cancelled (monitor, error);

  return NULL;
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
  g_ptr_array_unref (self->keys);
  g_array_unref (self->decisions);
  g_array_unref (self->policies);
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

guint
twin_optimum_get_n_decisions (const TwinOptimum *self)
{
  return self->keys->len;
}

const TwinDecisionKey *
twin_optimum_get_decision (const TwinOptimum *self,
                           guint decision)
{
  g_return_val_if_fail (decision < self->keys->len, NULL);

  return g_ptr_array_index (self->keys, decision);
}

gsize
twin_optimum_get_n_policies (const TwinOptimum *self)
{
  return self->policies->len;
}

const TwinPolicy *
twin_optimum_get_policy (const TwinOptimum *self,
                         gsize policy)
{
  g_return_val_if_fail (policy < self->policies->len, NULL);

  return get_policy (self, policy);
}

const TwinStatement *
twin_optimum_get_statement (const TwinOptimum *self)
{
  return twin_search_is_grid (self->search->type) ? &self->statement : NULL;
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

gboolean
twin_optimum_is_budget_spent (const TwinOptimum *self)
{
  return self->budget_spent;
}

gboolean
twin_optimum_is_at_edge (const TwinOptimum *self,
                         gsize policy,
                         guint decision)
{
  const TwinDecisionKey *key;
  const TwinRange *range;
  double n, value, last, slack;

  g_return_val_if_fail (policy < self->policies->len && decision < self->keys->len, FALSE);

  key = g_ptr_array_index (self->keys, decision);
  range = &self->search->ranges[key->decision];
  n = twin_range_count_values (range);
  value = get_policy (self, policy)->decisions[decision];
  last = twin_range_get_value (range, n - 1);
  slack = range->step / 2;

  if (n < 2)
    return FALSE;

  return (value < range->lower + slack && range->lower > key->parameter->lower) ||
         (value > last - slack && last + range->step <= key->parameter->upper);
}

gboolean
twin_optimum_is_interrupted (const TwinOptimum *self)
{
  return self->interrupted;
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
