/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The direct search of a network beside methods of NLopt: bench-search [SEEDS]
 *
 * Everyone has the same number of policies, the same ranges and the same beginning, and sees the
 * same customers. NLopt moves what ours moves, s and S − s, each as a share of its range. A method
 * that ends before its policies are spent begins again from its best with half the step. What
 * counts is the cheapest policy that kept the target. Where a method has a number to choose
 * (penalty, population), it is one that did well of several. */

#include <math.h>
#include <nlopt.h>
#include <string.h>

#include "twin-optimum.h"

#define REPLICATIONS 300
#define MAX_SEEDS 20
#define EARLY 100 /* policies after which ours is looked at */

/* Shares of the ranges: the step that all begin with, and what is too short to tell. */
#define FIRST_STEP 0.1
#define SHORTEST 0.001

/* What service below the target costs a method that knows of no constraints, in costs of the
 * beginning: 1 % of service a tenth of them. */
#define PENALTY 10

typedef struct
{
  const char *title;
  double target;
  const char *changes; /* of the default network: KEY=NUMBER … */
} Problem;

static const Problem problems[] = {
  { "default, 0.90", 0.90, "" },
  { "default, 0.95", 0.95, "" },
  { "default, 0.99", 0.99, "" },
  { "hard, 0.95", 0.95,
    "supplier.reliability=0.8 supplier.lead_time_days=10 warehouse.capacity=5000" },
  { "begun too low, 0.95", 0.95,
    "stores.0.reorder_point=60 stores.0.order_up_to=150 stores.1.reorder_point=60 "
    "stores.1.order_up_to=150 stores.2.reorder_point=60 stores.2.order_up_to=150 "
    "warehouse.reorder_point=250 warehouse.order_up_to=650" },
  { "dear orders, 0.95", 0.95, "skus.0.store_order_cost=200 skus.0.order_cost=2000" },
};

typedef struct
{
  const char *title;
  gboolean ours;
  nlopt_algorithm algorithm;
  gboolean constrained; /* knows what a constraint is; else there is a penalty */
  gboolean wrapped;     /* in the augmented Lagrangian, which does */
  unsigned population;  /* NLopt's own would be most of the policies; 0: has none */
} Method;

static const Method methods[] = {
  { "ours", .ours = TRUE },
  { "COBYLA", .algorithm = NLOPT_LN_COBYLA, .constrained = TRUE },
  { "SBPLX", .algorithm = NLOPT_LN_SBPLX },
  { "BOBYQA", .algorithm = NLOPT_LN_BOBYQA, .constrained = TRUE, .wrapped = TRUE },
  { "CRS2", .algorithm = NLOPT_GN_CRS2_LM, .population = 20 },
  { "ISRES", .algorithm = NLOPT_GN_ISRES, .constrained = TRUE, .population = 20 },
};

#define N_PROBLEMS G_N_ELEMENTS (problems)
#define N_METHODS G_N_ELEMENTS (methods)

/* What one method found on one problem with one seed. */
typedef struct
{
  const Problem *problem;
  const Method *method;
  uint64_t seed;

  gsize n_policies;
  double cost;  /* of the cheapest that keeps the target; infinity: there is none */
  double early; /* the same after EARLY policies */
  GError *error;
} Trial;

static void
note (Trial *trial,
      TwinEstimate cost,
      TwinEstimate service)
{
  if (service.mean >= trial->problem->target)
    trial->cost = MIN (trial->cost, cost.mean);
  if (++trial->n_policies == EARLY)
    trial->early = trial->cost;
}

static TwinParameters *
make_parameters (const Problem *problem,
                 GError **error)
{
  const TwinModelType *type = twin_model_type_find ("network", error);
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);
  g_auto (GStrv) changes = g_strsplit_set (problem->changes, " =", -1);

  for (guint i = 0; changes[i] != NULL && changes[i + 1] != NULL; i += 2)
    if (!twin_parameters_set_from_string (parameters, changes[i], changes[i + 1], error))
      return NULL;
  return g_steal_pointer (&parameters);
}

static void
search_ours (Trial *trial,
             const TwinParameters *base,
             const TwinSearch *search,
             TwinPool *pool)
{
  g_autoptr (TwinOptimum) optimum =
      twin_optimum_new (base, search, trial->seed, REPLICATIONS, pool, NULL, &trial->error);

  if (optimum == NULL)
    return;
  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);

      note (trial, policy->cost, policy->service);
    }
}

/* One number that NLopt moves, from 0 to 1: s, or S − s. */
typedef struct
{
  const char *key;
  TwinRange range;
  gboolean distance;   /* from the axis before */
  double lower, upper; /* of what is moved */
} Axis;

/* NLopt at work. */
typedef struct
{
  Trial *trial;
  TwinParameters *parameters;
  TwinPool *pool;
  gsize budget;
  const Axis *axes;
  guint n_axes;
  nlopt_opt opt;

  double *last;               /* [n_axes]: the point that was measured last … */
  TwinEstimate cost, service; /* … and what came out */
  double scale;               /* cost of the beginning */
  double *best;               /* [n_axes]: the point … */
  double least;               /* … of the least cost with its penalty, by the scale */
} Quest;

static double
get_penalised (const Quest *self)
{
  return self->cost.mean / self->scale +
         PENALTY * MAX (self->trial->problem->target - self->service.mean, 0);
}

static gboolean
simulate (Quest *self,
          const double *point)
{
  const TwinModelType *type = twin_parameters_get_model_type (self->parameters);
  g_autoptr (TwinModel) model = NULL;
  g_autoptr (TwinRun) run = NULL;
  GError **error = &self->trial->error;
  double value = 0;

  for (guint i = 0; i < self->n_axes; i++)
    {
      const Axis *axis = &self->axes[i];

      value = axis->lower + point[i] * (axis->upper - axis->lower) + (axis->distance ? value : 0);
      value = CLAMP (value, axis->range.lower, axis->range.upper);
      if (!twin_parameters_set_number (self->parameters, axis->key, value, error))
        return FALSE;
    }
  model = twin_model_new (self->parameters, error);
  if (model == NULL)
    return FALSE;
  run = twin_run_new (model, self->trial->seed, 0, REPLICATIONS, self->pool, NULL, error);
  if (run == NULL)
    return FALSE;
  self->cost =
      twin_run_get_estimate (run, twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE));
  self->service =
      twin_run_get_estimate (run, twin_model_type_get_metric (type, TWIN_METRIC_SERVICE));
  return TRUE;
}

/* Methods ask for a point's cost and then for its service: it is measured once. Behind the last
 * policy they are told what they heard before, and stopped. */
static void
measure (Quest *self,
         const double *point)
{
  const gsize size = self->n_axes * sizeof *point;

  if (self->trial->n_policies > 0 && memcmp (point, self->last, size) == 0)
    return;
  if (self->trial->n_policies == self->budget || !simulate (self, point))
    {
      nlopt_force_stop (self->opt);
      return;
    }
  memcpy (self->last, point, size);
  if (self->trial->n_policies == 0)
    self->scale = self->cost.mean;
  note (self->trial, self->cost, self->service);
  if (get_penalised (self) < self->least)
    {
      self->least = get_penalised (self);
      memcpy (self->best, point, size);
    }
}

static double
get_cost (unsigned n,
          const double *point,
          double *gradient,
          void *data)
{
  Quest *self = data;

  measure (self, point);
  return self->trial->method->constrained ? self->cost.mean / self->scale : get_penalised (self);
}

/* At most 0 where the target is kept. */
static double
get_shortfall (unsigned n,
               const double *point,
               double *gradient,
               void *data)
{
  Quest *self = data;

  measure (self, point);
  return self->trial->problem->target - self->service.mean;
}

static nlopt_opt
make_method (Quest *self,
             double step)
{
  const Method *method = self->trial->method;
  nlopt_opt opt = nlopt_create (method->wrapped ? NLOPT_AUGLAG : method->algorithm, self->n_axes);

  nlopt_set_lower_bounds1 (opt, 0);
  nlopt_set_upper_bounds1 (opt, 1);
  nlopt_set_initial_step1 (opt, step);
  nlopt_set_xtol_abs1 (opt, SHORTEST);
  nlopt_set_population (opt, method->population);
  nlopt_set_min_objective (opt, get_cost, self);
  if (method->constrained)
    nlopt_add_inequality_constraint (opt, get_shortfall, self, 0);
  if (method->wrapped)
    {
      nlopt_opt local = nlopt_create (method->algorithm, self->n_axes);

      nlopt_set_initial_step1 (local, step);
      nlopt_set_xtol_abs1 (local, SHORTEST);
      nlopt_set_local_optimizer (opt, local);
      nlopt_destroy (local);
    }
  return opt;
}

static void
search_by_nlopt (Quest *self,
                 const double *start)
{
  g_autofree double *point = g_new (double, self->n_axes);

  nlopt_srand (self->trial->seed);
  memcpy (self->best, start, self->n_axes * sizeof *start);
  for (double step = FIRST_STEP; step > SHORTEST; step /= 2)
    {
      double least;

      memcpy (point, self->best, self->n_axes * sizeof *point);
      self->opt = make_method (self, step);
      nlopt_optimize (self->opt, point, &least);
      nlopt_destroy (self->opt);
      if (self->trial->error != NULL || self->trial->n_policies == self->budget)
        break;
    }
}

static Axis *
make_axes (const GPtrArray *keys,
           const TwinSearch *search)
{
  Axis *axes = g_new0 (Axis, keys->len);

  for (guint i = 0; i < keys->len; i++)
    {
      const TwinDecisionKey *key = g_ptr_array_index (keys, i);
      Axis *axis = &axes[i];

      axis->key = key->key;
      axis->range = search->ranges[key->decision];
      axis->distance = twin_search_get_below (search->type, key->decision, NULL) >= 0;
      axis->lower = axis->distance ? axis->range.step : axis->range.lower;
      axis->upper = axis->range.upper - (axis->distance ? axes[i - 1].range.lower : 0);
    }
  return axes;
}

static void
search_others (Trial *trial,
               TwinParameters *base,
               const TwinSearch *search,
               TwinPool *pool)
{
  g_autoptr (GPtrArray) keys = twin_decision_key_list (base);
  g_autofree Axis *axes = make_axes (keys, search);
  g_autofree double *numbers = g_new (double, 3 * keys->len);
  double *start = numbers + 2 * keys->len, value = 0;
  Quest quest = { .trial = trial, .parameters = base, .pool = pool, .budget = search->budget,
                  .axes = axes, .n_axes = keys->len, .last = numbers, .best = numbers + keys->len,
                  .least = INFINITY };

  for (guint i = 0; i < keys->len; i++)
    {
      const double below = axes[i].distance ? value : 0;

      value = twin_parameters_get_number (base, axes[i].key);
      start[i] = CLAMP ((value - below - axes[i].lower) / (axes[i].upper - axes[i].lower), 0, 1);
    }
  search_by_nlopt (&quest, start);
}

/* Item of a pool: the trials do not know of each other, and NLopt's random numbers are each
 * thread's own. */
static void
run_trial (gsize item,
           gpointer data)
{
  Trial *trial = (Trial *) data + item;
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (TwinParameters) base = make_parameters (trial->problem, &trial->error);
  g_autoptr (TwinSearch) search = NULL;

  if (base == NULL)
    return;
  search = twin_search_new (twin_parameters_get_model_type (base));
  search->target = trial->problem->target;
  if (trial->method->ours)
    search_ours (trial, base, search, pool);
  else
    search_others (trial, base, search, pool);
}

/* The mean cost over the seeds, or how many of them found no policy that keeps the target. */
static void
print_cell (const Trial *trials,
            guint n_seeds)
{
  double sum = 0;
  guint n_failed = 0;

  for (guint i = 0; i < n_seeds; i++)
    if (isfinite (trials[i].cost))
      sum += trials[i].cost;
    else
      n_failed++;
  if (n_failed > 0)
    g_print ("   %2u failed", n_failed);
  else
    g_print (" %11.0f", sum / n_seeds);
}

/* trials: [N_PROBLEMS][N_METHODS][n_seeds] */
static void
print_table (const Trial *trials,
             guint n_seeds)
{
  gsize fewest = G_MAXSIZE, most = 0;
  double early = 0;

  g_print ("%-20s", "");
  for (guint method = 0; method < N_METHODS; method++)
    g_print (" %11s", methods[method].title);
  for (const Trial *trial = trials; trial < trials + N_PROBLEMS * N_METHODS * n_seeds;
       trial += n_seeds)
    {
      if (trial->method->ours)
        g_print ("\n%-20s", trial->problem->title);
      print_cell (trial, n_seeds);
      for (guint i = 0; i < n_seeds && trial->method->ours; i++)
        {
          fewest = MIN (fewest, trial[i].n_policies);
          most = MAX (most, trial[i].n_policies);
          early = MAX (early, trial[i].early / trial[i].cost - 1);
        }
    }
  g_print ("\n\nMeans over %u seeds, %d replications a policy. Ours ended after %" G_GSIZE_FORMAT
           " to %" G_GSIZE_FORMAT " policies; after %d\nit was at most %.1f %% above its end.\n",
           n_seeds, REPLICATIONS, fewest, most, EARLY, 100 * early);
}

int
main (int argc,
      char **argv)
{
  const guint n_seeds = argc > 1 ? (guint) CLAMP (atoi (argv[1]), 1, MAX_SEEDS) : 5;
  const gsize n_trials = N_PROBLEMS * N_METHODS * n_seeds;
  g_autofree Trial *trials = g_new0 (Trial, n_trials);
  g_autoptr (TwinPool) pool = twin_pool_new (0);

  for (gsize i = 0; i < n_trials; i++)
    trials[i] = (Trial) {
      .problem = &problems[i / n_seeds / N_METHODS],
      .method = &methods[i / n_seeds % N_METHODS],
      .seed = 1 + i % n_seeds,
      .cost = INFINITY,
      .early = INFINITY,
    };
  twin_pool_run (pool, n_trials, run_trial, trials, NULL, NULL);

  for (gsize i = 0; i < n_trials; i++)
    if (trials[i].error != NULL)
      {
        g_printerr ("%s, %s: %s\n", trials[i].problem->title, trials[i].method->title,
                    trials[i].error->message);
        return 1;
      }
  print_table (trials, n_seeds);
  return 0;
}
