/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "twin-optimum.h"
#include "twin-toy.h"

/* Optimising a network: all of its nodes at once, by a direct search. */

#define SEED 7

enum
{
  STORE_S,
  STORE_UP_TO,
  WAREHOUSE_S,
  WAREHOUSE_UP_TO,
  N_RANGES
};

static const TwinModelType *
network (void)
{
  return twin_model_type_find ("network", NULL);
}

static TwinParameters *
new_network (guint n_stores,
             guint n_skus)
{
  TwinParameters *parameters = twin_parameters_new (network ());

  while (twin_parameters_get_n_items (parameters, "stores") > n_stores)
    twin_parameters_remove_item (parameters, "stores", n_stores);
  for (guint i = 1; i < n_skus; i++)
    {
      g_autofree char *key = g_strdup_printf ("skus.%u.id", i);

      twin_parameters_insert_item (parameters, "skus", i, -1);
      twin_parameters_set_text (parameters, key, key, NULL);
    }
  twin_parameters_set_number (parameters, "horizon_days", 60, NULL);

  return parameters;
}

/* One store, 4 · 4 · 4 · 4 policies. */
static TwinSearch *
new_small_search (double target)
{
  TwinSearch *search = twin_search_new (network ());

  search->target = target;
  search->ranges[STORE_S] = (TwinRange) { 100, 250, 50 };
  search->ranges[STORE_UP_TO] = (TwinRange) { 300, 600, 100 };
  search->ranges[WAREHOUSE_S] = (TwinRange) { 200, 800, 200 };
  search->ranges[WAREHOUSE_UP_TO] = (TwinRange) { 1000, 2500, 500 };

  return search;
}

static TwinOptimum *
optimize (const TwinParameters *base,
          const TwinSearch *search,
          gsize n,
          guint n_threads)
{
  g_autoptr (TwinPool) pool = twin_pool_new (n_threads);
  g_autoptr (GError) error = NULL;
  TwinOptimum *optimum = twin_optimum_new (base, search, SEED, n, pool, NULL, &error);

  g_assert_no_error (error);

  return optimum;
}

static TwinRun *
run_policy (const TwinOptimum *optimum,
            const TwinParameters *base,
            const double *decisions)
{
  g_autoptr (TwinParameters) parameters = twin_parameters_copy (base);
  g_autoptr (TwinModel) model = NULL;
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < twin_optimum_get_n_decisions (optimum); i++)
    twin_parameters_set_number (parameters, twin_optimum_get_decision (optimum, i)->key,
                                decisions[i], &error);
  g_assert_no_error (error);
  model = twin_model_new (parameters, &error);
  g_assert_no_error (error);

  return twin_run_new (model, SEED, 0, twin_optimum_get_n (optimum), pool, NULL, NULL);
}

static double
get_mean (const TwinRun *run,
          TwinMetricFlags metric)
{
  return twin_run_get_estimate (run, twin_model_type_get_metric (network (), metric)).mean;
}

/* The cost of the best of all policies in the ranges. */
static double
search_all (const TwinOptimum *optimum,
            const TwinParameters *base)
{
  const TwinSearch *search = twin_optimum_get_search (optimum);
  double least = INFINITY;

  for (guint i = 0; i < 4 * 4 * 4 * 4; i++)
    {
      double policy[N_RANGES];
      g_autoptr (TwinRun) run = NULL;

      for (guint k = 0, rest = i; k < N_RANGES; k++, rest /= 4)
        policy[k] = search->ranges[k].lower + rest % 4 * search->ranges[k].step;
      run = run_policy (optimum, base, policy);
      if (get_mean (run, TWIN_METRIC_SERVICE) >= search->target)
        least = MIN (least, get_mean (run, TWIN_METRIC_OBJECTIVE));
    }

  return least;
}

/* Little stock at first and a small penalty: every target asks for a policy of its own. Steps of s
 * are shorter than those of S, so that the best distance is no multiple of either. */
static void
test_brute_force (void)
{
  g_autoptr (TwinParameters) base = new_network (1, 1);
  const double targets[] = { 0.5, 0.9, 0.95, 0.98 };

  twin_parameters_set_number (base, "skus.0.stockout_penalty", 2, NULL);
  twin_parameters_set_number (base, "stores.0.initial_inventory", 300, NULL);
  twin_parameters_set_number (base, "warehouse.initial_inventory", 800, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (TwinSearch) search = new_small_search (targets[i]);
      g_autoptr (TwinOptimum) optimum = optimize (base, search, 30, 2);
      gssize best = twin_optimum_get_best (optimum);
      const TwinPolicy *policy;

      g_assert_cmpint (best, >=, 0);
      policy = twin_optimum_get_policy (optimum, best);
      g_assert_cmpfloat (policy->service.mean, >=, targets[i]);
      g_assert_cmpfloat (policy->cost.mean, ==, search_all (optimum, base));
      g_assert_cmpuint (twin_optimum_get_n_policies (optimum), <, 4 * 4 * 4 * 4);
    }
}

/* Each policy as a run of its own measures it; the first is the network as it stands. */
static void
test_policies (void)
{
  g_autoptr (TwinParameters) base = new_network (3, 1);
  g_autoptr (TwinSearch) search = twin_search_new (network ());
  g_autoptr (TwinOptimum) optimum = NULL;

  search->budget = 60;
  optimum = optimize (base, search, 20, 2);
  g_assert_cmpuint (twin_optimum_get_n_decisions (optimum), ==, 8);
  g_assert_cmpuint (twin_optimum_get_n_policies (optimum), ==, 60);

  for (guint i = 0; i < 60; i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);
      g_autoptr (TwinRun) run = run_policy (optimum, base, policy->decisions);

      g_assert_cmpfloat (policy->service.mean, ==, get_mean (run, TWIN_METRIC_SERVICE));
      g_assert_cmpfloat (policy->cost.mean, ==, get_mean (run, TWIN_METRIC_OBJECTIVE));
      g_assert_cmpuint (policy->cost.n, ==, 20);
      g_assert_cmpint (policy->feasible, ==, policy->service.mean >= search->target);
    }
  for (guint i = 0; i < 8; i++)
    g_assert_cmpfloat (
      twin_optimum_get_policy (optimum, 0)->decisions[i], ==,
      twin_parameters_get_number (base, twin_optimum_get_decision (optimum, i)->key));
}

/* The default network is far from its best: less than half of its cost is enough. */
static void
test_gain (void)
{
  g_autoptr (TwinParameters) base = new_network (3, 1);
  g_autoptr (TwinSearch) search = twin_search_new (network ());
  g_autoptr (TwinOptimum) optimum = optimize (base, search, 50, 2);
  const TwinPolicy *first = twin_optimum_get_policy (optimum, 0);
  const TwinPolicy *best = twin_optimum_get_policy (optimum, twin_optimum_get_best (optimum));
  TwinRun *verified = twin_optimum_get_verified (optimum);

  g_assert_cmpuint (twin_optimum_get_n_policies (optimum), <=, TWIN_DEFAULT_BUDGET);
  g_assert_cmpfloat (best->service.mean, >=, 0.95);
  g_assert_cmpfloat (best->cost.mean, <, 0.5 * first->cost.mean);
  g_assert_cmpuint (twin_run_get_first (verified), ==, 50);
  g_assert_cmpfloat (fabs (get_mean (verified, TWIN_METRIC_OBJECTIVE) / best->cost.mean - 1), <,
                     0.05);
}

/* Lost orders and little stock: then the policy with the most service is named. */
static void
test_none_feasible (void)
{
  g_autoptr (TwinParameters) base = new_network (1, 1);
  g_autoptr (TwinSearch) search = new_small_search (0.999);
  g_autoptr (TwinOptimum) optimum = NULL;
  const TwinPolicy *closest;

  twin_parameters_set_number (base, "supplier.reliability", 0.3, NULL);
  twin_parameters_set_number (base, "warehouse.initial_inventory", 0, NULL);
  optimum = optimize (base, search, 20, 2);
  closest = twin_optimum_get_policy (optimum, twin_optimum_get_closest (optimum));
  g_assert_cmpint (twin_optimum_get_best (optimum), ==, -1);
  g_assert_null (twin_optimum_get_verified (optimum));
  g_assert_cmpuint (twin_optimum_get_n_policies (optimum), >, 10);
  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    g_assert_cmpfloat (twin_optimum_get_policy (optimum, i)->service.mean, <=,
                       closest->service.mean);
}

static void
test_threads (void)
{
  g_autoptr (TwinParameters) base = new_network (2, 1);
  g_autoptr (TwinSearch) search = twin_search_new (network ());
  g_autoptr (TwinOptimum) alone = NULL;

  search->budget = 120;
  alone = optimize (base, search, 70, 1);
  for (guint n_threads = 2; n_threads <= 5; n_threads++)
    {
      g_autoptr (TwinOptimum) shared = optimize (base, search, 70, n_threads);

      g_assert_cmpuint (twin_optimum_get_n_policies (shared), ==,
                        twin_optimum_get_n_policies (alone));
      g_assert_cmpint (twin_optimum_get_best (shared), ==, twin_optimum_get_best (alone));
      for (gsize i = 0; i < twin_optimum_get_n_policies (alone); i++)
        {
          const TwinPolicy *a = twin_optimum_get_policy (alone, i);
          const TwinPolicy *b = twin_optimum_get_policy (shared, i);

          g_assert_cmpmem (a->decisions, 6 * sizeof (double), b->decisions, 6 * sizeof (double));
          g_assert_cmpmem (&a->cost, sizeof a->cost, &b->cost, sizeof b->cost);
          g_assert_cmpmem (&a->service, sizeof a->service, &b->service, sizeof b->service);
        }
    }
}

static void
test_budget (void)
{
  g_autoptr (TwinParameters) base = new_network (3, 1);
  g_autoptr (TwinSearch) search = twin_search_new (network ());
  g_autoptr (GError) error = NULL;
  const gsize budgets[] = { 1, 2, 29, 30, 31, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (budgets); i++)
    {
      g_autoptr (TwinOptimum) optimum = NULL;

      search->budget = budgets[i];
      optimum = optimize (base, search, 2, 1);
      g_assert_cmpuint (twin_optimum_get_n_policies (optimum), ==, budgets[i]);
    }

  search->budget = 0;
  g_assert_false (twin_search_check (search, &error));
  assert_refused (error, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.policies");
}

typedef struct
{
  GCancellable *cancellable;
  gsize stop_at, last;
} Listener;

static void
listen (gsize done,
        gsize total,
        gpointer data)
{
  Listener *self = data;

  g_assert_cmpuint (done, >=, self->last);
  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (total, ==, 100);
  self->last = done;
  if (self->stop_at > 0 && done >= self->stop_at)
    g_cancellable_cancel (self->cancellable);
}

/* In policies; to the end even where the search ends before its budget. */
static void
test_progress (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Listener listener = { cancellable, 0, 0 };
  const TwinMonitor monitor = { cancellable, listen, &listener };
  g_autoptr (TwinParameters) base = new_network (1, 1);
  g_autoptr (TwinSearch) search = new_small_search (0.95);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (TwinPool) alone = twin_pool_new (1);
  g_autoptr (TwinOptimum) optimum = NULL;
  g_autoptr (GError) error = NULL;

  search->budget = 100;
  search->ranges[WAREHOUSE_S].upper = search->ranges[WAREHOUSE_S].lower;
  search->ranges[WAREHOUSE_UP_TO].upper = search->ranges[WAREHOUSE_UP_TO].lower;
  optimum = twin_optimum_new (base, search, SEED, 5, pool, &monitor, NULL);
  g_assert_cmpuint (twin_optimum_get_n_policies (optimum), <=, 4 * 4);
  g_assert_cmpuint (listener.last, ==, 100);

  /* Alone: helpers could have done the rest before the first report. */
  listener = (Listener) { cancellable, 3, 0 };
  g_assert_null (twin_optimum_new (base, search, SEED, 5, alone, &monitor, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (listener.last, <, 100);
}

/* What was found before a cancel, for those who ask for it: whole policies, the cheapest of them. */
static void
test_so_far (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Listener listener = { cancellable, 30, 0 };
  const TwinMonitor monitor = { cancellable, listen, &listener };
  g_autoptr (TwinParameters) base = new_network (1, 1);
  g_autoptr (TwinSearch) search = twin_search_new (network ());
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (TwinOptimum) optimum = NULL;
  g_autoptr (GError) error = NULL;
  const TwinPolicy *best;

  search->budget = 100;
  search->target = 0.95;
  optimum = twin_optimum_new_so_far (base, search, SEED, 5, pool, &monitor, &error);
  g_assert_no_error (error);
  g_assert_true (twin_optimum_is_interrupted (optimum));
  g_assert_null (twin_optimum_get_verified (optimum));
  g_assert_cmpuint (twin_optimum_get_n_policies (optimum), >, 1);
  g_assert_cmpuint (twin_optimum_get_n_policies (optimum), <=, listener.last);
  g_assert_cmpuint (listener.last, <, 100);
  g_assert_cmpint (twin_optimum_get_best (optimum), >=, 0);
  best = twin_optimum_get_policy (optimum, (gsize) twin_optimum_get_best (optimum));
  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);

      g_assert_cmpuint (policy->service.n, ==, 5);
      g_assert_true (!policy->feasible || policy->cost.mean >= best->cost.mean);
    }

  g_assert_null (twin_optimum_new_so_far (base, search, SEED, 5, pool, &monitor, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_keys (guint n_stores,
             guint n_skus,
             const char *const *expected)
{
  g_autoptr (TwinParameters) base = new_network (n_stores, n_skus);
  g_autoptr (GPtrArray) keys = twin_decision_key_list (base);

  g_assert_cmpuint (keys->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; i < keys->len; i++)
    {
      const TwinDecisionKey *key = g_ptr_array_index (keys, i);

      g_assert_cmpstr (key->key, ==, expected[i]);
      g_assert_nonnull (twin_parameters_find (base, key->key, NULL));
    }
}

static void
test_keys (void)
{
  assert_keys (2, 1, (const char *const[]) {
    "stores.0.reorder_point", "stores.0.order_up_to",
    "stores.1.reorder_point", "stores.1.order_up_to",
    "warehouse.reorder_point", "warehouse.order_up_to", NULL });
  assert_keys (1, 2, (const char *const[]) {
    "stores.0.reorder_point.0", "stores.0.order_up_to.0",
    "stores.0.reorder_point.1", "stores.0.order_up_to.1",
    "warehouse.reorder_point.0", "warehouse.order_up_to.0",
    "warehouse.reorder_point.1", "warehouse.order_up_to.1", NULL });
}

/* Two SKUs that differ much get policies of their own. Stock can wait at the store or at the
 * warehouse, so both count. */
static void
test_two_skus (void)
{
  g_autoptr (TwinParameters) base = new_network (1, 2);
  g_autoptr (TwinSearch) search = twin_search_new (network ());
  g_autoptr (TwinOptimum) optimum = NULL;
  const TwinPolicy *best;

  twin_parameters_set_number (base, "skus.0.base_demand", 20, NULL);
  twin_parameters_set_number (base, "skus.1.base_demand", 80, NULL);
  twin_parameters_set_number (base, "stores.0.reorder_point.1", 500, NULL);
  twin_parameters_set_number (base, "warehouse.initial_inventory", 500, NULL);
  optimum = optimize (base, search, 30, 2);
  g_assert_cmpfloat (twin_optimum_get_policy (optimum, 0)->decisions[0], ==, 300);
  g_assert_cmpfloat (twin_optimum_get_policy (optimum, 0)->decisions[2], ==, 500);

  best = twin_optimum_get_policy (optimum, twin_optimum_get_best (optimum));
  g_assert_cmpstr (twin_optimum_get_decision (optimum, 2)->key, ==, "stores.0.reorder_point.1");
  g_assert_cmpfloat (best->service.mean, >=, 0.95);
  g_assert_cmpfloat (best->decisions[2] + best->decisions[6], >,
                     1.5 * (best->decisions[0] + best->decisions[4]));
  for (guint i = 0; i < 8; i += 2)
    g_assert_cmpfloat (best->decisions[i], <, best->decisions[i + 1]);
}

static void
test_refused (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (network ());
  g_autoptr (GError) error = NULL;

  search->ranges[STORE_UP_TO] = (TwinRange) { 10, 50, 10 };
  g_assert_false (twin_search_check (search, &error));
  assert_refused (error, TWIN_ERROR_CONFLICT, "optimize.stores.*.order_up_to.max");
  g_clear_error (&error);

  search->ranges[STORE_UP_TO] = (TwinRange) { 100, 1e9, 1e-3 };
  g_assert_false (twin_search_check (search, &error));
  assert_refused (error, TWIN_ERROR_TOO_LARGE, "optimize.stores.*.order_up_to.step");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/direct/brute-force", test_brute_force);
  g_test_add_func ("/direct/policies", test_policies);
  g_test_add_func ("/direct/gain", test_gain);
  g_test_add_func ("/direct/none-feasible", test_none_feasible);
  g_test_add_func ("/direct/threads", test_threads);
  g_test_add_func ("/direct/budget", test_budget);
  g_test_add_func ("/direct/progress", test_progress);
  g_test_add_func ("/direct/so-far", test_so_far);
  g_test_add_func ("/direct/keys", test_keys);
  g_test_add_func ("/direct/two-skus", test_two_skus);
  g_test_add_func ("/direct/refused", test_refused);

  return g_test_run ();
}
