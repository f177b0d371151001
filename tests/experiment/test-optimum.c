/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "twin-optimum.h"
#include "twin-toy.h"

#define SEED 99

enum
{
  CREW,
  PACE,
  SPARES
};

static TwinOptimum *
optimize (const TwinSearch *search,
          gsize n,
          guint n_threads)
{
  g_autoptr (TwinParameters) base = twin_toy_new_parameters (NULL, NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (n_threads);
  g_autoptr (GError) error = NULL;
  TwinOptimum *optimum = twin_optimum_new (base, search, SEED, n, pool, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (optimum);

  return optimum;
}

static TwinRun *
run_policy (const TwinPolicy *policy,
            uint64_t first,
            gsize n)
{
  g_autoptr (TwinParameters) parameters = twin_toy_new_parameters (NULL, NULL);
  g_autoptr (TwinModel) model = NULL;
  g_autoptr (TwinPool) pool = twin_pool_new (1);

  twin_parameters_set_number (parameters, "crew", policy->decisions[CREW], NULL);
  twin_parameters_set_number (parameters, "pace", policy->decisions[PACE], NULL);
  twin_parameters_set_number (parameters, "spares", policy->decisions[SPARES], NULL);
  model = twin_model_new (parameters, NULL);

  return twin_run_new (model, SEED, first, n, pool, NULL, NULL);
}

static void
assert_same_estimate (TwinEstimate a,
                      TwinEstimate b)
{
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
}

/* Is there a policy as good in both and better in one? */
static gboolean
is_dominated (const TwinOptimum *optimum,
              const TwinPolicy *policy)
{
  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const TwinPolicy *other = twin_optimum_get_policy (optimum, i);

      if (other->cost.mean <= policy->cost.mean && other->service.mean >= policy->service.mean &&
          (other->cost.mean < policy->cost.mean || other->service.mean > policy->service.mean))
        return TRUE;
    }

  return FALSE;
}

/* Every policy as a run of its own measures it, with as many replications, and every word about
 * them by looking at all. */
static void
test_brute_force (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinOptimum) optimum = NULL;
  gssize best = -1;
  guint n_feasible = 0, n_efficient = 0, n_rivals = 0;
  gsize n;

  search->target = 0.82;
  optimum = optimize (search, 70, 2);
  n = twin_optimum_get_n_policies (optimum);
  g_assert_cmpuint (n, ==, 24);
  g_assert_true (twin_search_equal (twin_optimum_get_search (optimum), search));
  g_assert_true (twin_optimum_get_model_type (optimum) == &twin_toy_type);
  g_assert_cmpuint (twin_optimum_get_n (optimum), ==, 70);
  g_assert_cmpuint (twin_optimum_get_seed (optimum), ==, SEED);

  for (gsize i = 0; i < n; i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);
      g_autoptr (TwinRun) run = run_policy (policy, 0, policy->service.n);

      assert_same_estimate (policy->service, twin_run_get_estimate (run, TOY_UPTIME));
      assert_same_estimate (policy->cost, twin_run_get_estimate (run, TOY_EXPENSE));
      g_assert_cmpint (policy->feasible, ==, policy->service.mean >= 0.82);
      g_assert_cmpint (policy->efficient, ==, !is_dominated (optimum, policy));
      if (policy->rival)
        g_assert_cmpuint (policy->service.n, ==, twin_optimum_get_statement (optimum)->n);
      n_feasible += policy->feasible;
      n_efficient += policy->efficient;
      n_rivals += policy->rival;
      if (policy->feasibility == TWIN_FEASIBILITY_KEEPS &&
          (best < 0 || policy->cost.mean < twin_optimum_get_policy (optimum, best)->cost.mean))
        best = i;
    }

  /* The grid tells all of them apart, or this test would say little. */
  g_assert_cmpuint (n_feasible, >, 0);
  g_assert_cmpuint (n_feasible, <, n);
  g_assert_cmpuint (n_efficient, >, 1);
  g_assert_cmpuint (n_efficient, <, n);
  g_assert_cmpint (best, >, 0);
  g_assert_cmpint (twin_optimum_get_best (optimum), ==, best);
  g_assert_cmpint (twin_optimum_get_statement (optimum)->winner, ==, best);
  g_assert_cmpuint (twin_optimum_get_statement (optimum)->n_rivals, ==, n_rivals);
  g_assert_cmpuint (n_rivals, <, n);
}

/* Where a range ends and its number could go on, better policies may lie; not where the number
 * itself ends, nor where there is no choice. */
static void
test_edge (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinOptimum) optimum = NULL;
  guint n[3][2] = { { 0 } };

  search->ranges[CREW] = (TwinRange) { 0, 5, 2 };
  search->ranges[PACE] = (TwinRange) { 0.25, 0.75, 0.25 };
  search->ranges[SPARES] = (TwinRange) { 9, 9, 1 };
  optimum = optimize (search, 4, 1);
  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const double *decisions = twin_optimum_get_policy (optimum, i)->decisions;

      /* 0, 2, 4: none below 0. */
      g_assert_cmpint (twin_optimum_is_at_edge (optimum, i, CREW), ==, decisions[CREW] == 4);
      g_assert_cmpint (twin_optimum_is_at_edge (optimum, i, PACE), ==, decisions[PACE] != 0.5);
      g_assert_false (twin_optimum_is_at_edge (optimum, i, SPARES));
      n[CREW][decisions[CREW] == 4]++;
      n[PACE][decisions[PACE] != 0.5]++;
    }
  g_assert_cmpuint (MIN (n[CREW][0], n[CREW][1]), >, 0);
  g_assert_cmpuint (MIN (n[PACE][0], n[PACE][1]), >, 0);
}

/* A policy that just reaches the target keeps it, whatever its interval says. */
static void
test_target_is_reached (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinOptimum) before = optimize (search, 30, 2);
  g_autoptr (TwinOptimum) optimum = NULL;
  const TwinPolicy *policy;

  search->target = twin_optimum_get_policy (before, 5)->service.mean;
  optimum = optimize (search, 30, 2);
  policy = twin_optimum_get_policy (optimum, 5);
  g_assert_cmpfloat (policy->service.mean, ==, search->target);
  g_assert_cmpfloat (policy->service.low, <, search->target);
  g_assert_true (policy->feasible);
}

/* Two replications that differ much with this seed: the interval of a share ends at 0. */
static void
test_share_is_clipped (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinParameters) base = twin_toy_new_parameters ("load=2", "shift=night", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (TwinOptimum) optimum = NULL;

  search->ranges[CREW] = (TwinRange) { 0, 0, 1 };
  search->ranges[SPARES] = (TwinRange) { 1, 1, 1 };
  optimum = twin_optimum_new (base, search, 20260101, 2, pool, NULL, NULL);
  g_assert_cmpfloat (twin_optimum_get_policy (optimum, 0)->service.mean, >, 0);
  g_assert_cmpfloat (twin_optimum_get_policy (optimum, 0)->service.low, ==, 0);
}

/* The winner is measured on replications that it was not chosen by. */
static void
test_verified (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinOptimum) optimum = optimize (search, 40, 2);
  const TwinPolicy *best = twin_optimum_get_policy (optimum, twin_optimum_get_best (optimum));
  TwinRun *verified = twin_optimum_get_verified (optimum);
  g_autoptr (TwinRun) fresh = run_policy (best, 40, 40);

  g_assert_cmpuint (twin_run_get_first (verified), ==, 40);
  g_assert_cmpuint (twin_run_get_n (verified), ==, 40);
  assert_same_estimate (twin_run_get_estimate (verified, TOY_UPTIME),
                        twin_run_get_estimate (fresh, TOY_UPTIME));
  g_assert_cmpfloat (twin_run_get_estimate (verified, TOY_UPTIME).mean, !=, best->service.mean);
  g_assert_cmpfloat (twin_parameters_get_number (
                       twin_model_get_parameters (twin_run_get_model (verified)), "crew"),
                     ==, best->decisions[CREW]);
}

static void
test_none_feasible (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinOptimum) optimum = NULL;
  const TwinPolicy *closest;

  search->target = 0.99;
  optimum = optimize (search, 20, 2);
  g_assert_cmpint (twin_optimum_get_best (optimum), ==, -1);
  g_assert_null (twin_optimum_get_verified (optimum));

  /* The largest of everything wears least: crew 4, pace 0.3, spares 6. */
  closest = twin_optimum_get_policy (optimum, twin_optimum_get_closest (optimum));
  g_assert_cmpfloat (closest->decisions[CREW], ==, 4);
  g_assert_cmpfloat_with_epsilon (closest->decisions[PACE], 0.3, 1e-15);
  g_assert_cmpfloat (closest->decisions[SPARES], ==, 6);
  g_assert_false (closest->feasible);
  g_assert_true (closest->efficient);
}

/* By night pace changes nothing: of policies alike the first of the grid wins, and all of them are
 * efficient. */
static void
test_ties (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinParameters) base = twin_toy_new_parameters ("shift=night", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (TwinOptimum) optimum = twin_optimum_new (base, search, SEED, 20, pool, NULL, NULL);
  const TwinPolicy *best = twin_optimum_get_policy (optimum, twin_optimum_get_best (optimum));
  const TwinPolicy *closest = twin_optimum_get_policy (optimum, twin_optimum_get_closest (optimum));

  g_assert_cmpfloat (best->decisions[PACE], ==, 0.1);
  g_assert_cmpfloat (closest->decisions[PACE], ==, 0.1);
  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);

      g_assert_cmpint (policy->efficient, ==, !is_dominated (optimum, policy));
    }
}

/* With as much service, the cheaper one is the closest: one man who is fast. It is not the first of
 * the grid. */
static void
test_closest_is_cheapest (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinParameters) base = twin_toy_new_parameters ("load=0", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (TwinOptimum) optimum = NULL;
  const TwinPolicy *closest;

  search->ranges[SPARES] = (TwinRange) { 5, 10, 5 };
  optimum = twin_optimum_new (base, search, SEED, 20, pool, NULL, NULL);
  closest = twin_optimum_get_policy (optimum, twin_optimum_get_closest (optimum));
  g_assert_cmpfloat (closest->service.mean, ==, 1);
  g_assert_cmpfloat (closest->decisions[CREW], ==, 1);
  g_assert_cmpfloat_with_epsilon (closest->decisions[PACE], 0.3, 1e-15);
  g_assert_cmpfloat (closest->decisions[SPARES], ==, 5);
}

static void
assert_same_optimum (const TwinOptimum *a,
                     const TwinOptimum *b)
{
  g_assert_cmpuint (twin_optimum_get_n_policies (a), ==, twin_optimum_get_n_policies (b));
  g_assert_cmpint (twin_optimum_get_best (a), ==, twin_optimum_get_best (b));
  g_assert_cmpint (twin_optimum_get_closest (a), ==, twin_optimum_get_closest (b));
  for (gsize i = 0; i < twin_optimum_get_n_policies (a); i++)
    {
      const TwinPolicy *x = twin_optimum_get_policy (a, i), *y = twin_optimum_get_policy (b, i);

      assert_same_estimate (x->service, y->service);
      assert_same_estimate (x->cost, y->cost);
      g_assert_cmpint (x->efficient, ==, y->efficient);
    }
  assert_same_estimate (twin_run_get_estimate (twin_optimum_get_verified (a), TOY_EXPENSE),
                        twin_run_get_estimate (twin_optimum_get_verified (b), TOY_EXPENSE));
}

static void
test_threads (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinOptimum) alone = NULL;
  const guint n_threads[] = { 2, 3, 8 };

  /* More policies than are looked at in one batch. */
  search->ranges[PACE].step = 0.005;
  alone = optimize (search, 65, 1);
  g_assert_cmpuint (twin_optimum_get_n_policies (alone), ==, 8 * 41);
  for (gsize i = 0; i < 8 * 41; i += 3)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (alone, i);
      g_autoptr (TwinRun) run = run_policy (policy, 0, policy->cost.n);

      assert_same_estimate (policy->cost, twin_run_get_estimate (run, TOY_EXPENSE));
    }

  for (guint i = 0; i < G_N_ELEMENTS (n_threads); i++)
    {
      g_autoptr (TwinOptimum) shared = optimize (search, 65, n_threads[i]);

      assert_same_optimum (alone, shared);
    }
}

static void
test_grid_of_the_brief (void)
{
  const TwinModelType *type = twin_model_type_find ("warehouse", NULL);
  g_autoptr (TwinParameters) base = twin_parameters_new (type);
  g_autoptr (TwinSearch) search = twin_search_new (type);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (TwinOptimum) optimum = NULL;
  const TwinPolicy *closest;

  search->target = 0.98;
  search->ranges[0] = (TwinRange) { 10, 60, 5 };
  search->ranges[1] = (TwinRange) { 60, 140, 10 };
  optimum = twin_optimum_new (base, search, 42, 100, pool, NULL, NULL);

  g_assert_cmpint (twin_optimum_get_best (optimum), ==, -1);
  closest = twin_optimum_get_policy (optimum, twin_optimum_get_closest (optimum));
  g_assert_cmpfloat (closest->decisions[0], ==, 60);
  g_assert_cmpfloat (closest->service.mean, >, 0.8);
  g_assert_cmpfloat (closest->service.mean, <, 0.98);
}

static void
listen (gsize done,
        gsize total,
        gpointer data)
{
  gsize *last = data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (total, ==, 8 * 41);
  *last = done;
}

/* In policies, over all batches; measuring the winner again is no step. */
static void
test_progress (void)
{
  gsize last = 0;
  const TwinMonitor monitor = { .progress = listen, .data = &last };
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinParameters) base = twin_toy_new_parameters (NULL, NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (TwinOptimum) optimum = NULL;

  search->ranges[PACE].step = 0.005;
  optimum = twin_optimum_new (base, search, SEED, 5, pool, &monitor, NULL);
  g_assert_nonnull (optimum);
  g_assert_cmpuint (last, ==, 8 * 41);
}

static void
cancel_at_report (gsize done,
                  gsize total,
                  gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const TwinMonitor monitor = { cancellable, cancel_at_report, cancellable };
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinParameters) base = twin_toy_new_parameters ("load=10000", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (GError) error = NULL;

  /* Hours of work, which end at the first report. */
  g_assert_null (twin_optimum_new (base, search, SEED, 1000000, pool, &monitor, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
never_told (gsize done,
            gsize total,
            gpointer data)
{
  g_assert_not_reached ();
}

static void
test_refused (void)
{
  const TwinMonitor monitor = { .progress = never_told };
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinParameters) base = twin_toy_new_parameters (NULL, NULL);
  g_autoptr (TwinParameters) laborious = twin_toy_new_parameters ("load=1e9", NULL);
  g_autoptr (TwinParameters) wrong = twin_toy_new_parameters ("machines.0.speed=90", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (GError) error = NULL;

  g_assert_null (twin_optimum_new (base, search, SEED, 0, pool, &monitor, &error));
  assert_refused (error, TWIN_ERROR_OUT_OF_BOUNDS, "experiment.replications");
  g_clear_error (&error);

  g_assert_null (twin_optimum_new (laborious, search, SEED, 10, pool, &monitor, &error));
  assert_refused (error, TWIN_ERROR_TOO_LARGE, "days");
  g_clear_error (&error);

  g_assert_null (twin_optimum_new (wrong, search, SEED, 10, pool, &monitor, &error));
  assert_refused (error, TWIN_ERROR_CONFLICT, "machines.0.speed");
  g_clear_error (&error);

  search->ranges[PACE].step = 0;
  g_assert_null (twin_optimum_new (base, search, SEED, 10, pool, &monitor, &error));
  assert_refused (error, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.step");
}

/* By it an app decides what follows a slider: the default grid, and every whole policy up to 200, but
 * not the search of a network, nor a grid of which each policy is a model of its own. */
static void
test_estimate (void)
{
  const TwinModelType *type = twin_model_type_find ("warehouse", NULL);
  const TwinModelType *other = twin_model_type_find ("network", NULL);
  g_autoptr (TwinParameters) base = twin_parameters_new (type);
  g_autoptr (TwinParameters) network = twin_parameters_new (other);
  g_autoptr (TwinSearch) search = twin_search_new (type);
  g_autoptr (TwinSearch) direct = twin_search_new (other);
  double seconds = twin_optimum_estimate_seconds (base, search, 1000, 1);

  g_assert_cmpfloat (seconds, >, 0.001);
  g_assert_cmpfloat (seconds, <, 0.1);
  g_assert_cmpfloat (twin_optimum_estimate_seconds (base, search, 1000, 2), >, seconds / 2);
  g_assert_cmpfloat (twin_optimum_estimate_seconds (base, search, 1000, 2), <, seconds * 0.6);
  search->ranges[0] = (TwinRange) { 0, 199, 1 };
  search->ranges[1] = (TwinRange) { 1, 200, 1 };
  g_assert_cmpfloat (twin_optimum_estimate_seconds (base, search, 1000, 1), >, seconds);
  g_assert_cmpfloat (twin_optimum_estimate_seconds (base, search, 1000, 1), <, 0.1);
  g_assert_cmpfloat (twin_optimum_estimate_seconds (base, search, 10000000, 1), >, 10);
  g_assert_cmpfloat (twin_optimum_estimate_seconds (network, direct, 1000, 1), >, 0.1);

  twin_parameters_set_text (base, "unmet_demand", "lost_sale", NULL);
  g_assert_cmpfloat (twin_optimum_estimate_seconds (base, search, 1000, 1), >, 0.1);
  search->target = 2;
  g_assert_true (isnan (twin_optimum_estimate_seconds (base, search, 1000, 1)));
}

/* What can be seen of every policy within a frame, and nothing where the whole can. */
static void
test_first_look (void)
{
  const TwinModelType *type = twin_model_type_find ("warehouse", NULL);
  const TwinModelType *other = twin_model_type_find ("network", NULL);
  g_autoptr (TwinParameters) base = twin_parameters_new (type);
  g_autoptr (TwinParameters) network = twin_parameters_new (other);
  g_autoptr (TwinSearch) search = twin_search_new (type);
  g_autoptr (TwinSearch) direct = twin_search_new (other);
  gsize few;

  g_assert_cmpuint (twin_optimum_get_first_look (base, search, 1000, 1, 0.008), ==, 1000);
  search->ranges[0] = (TwinRange) { 0, 199, 1 };
  search->ranges[1] = (TwinRange) { 1, 200, 1 };
  few = twin_optimum_get_first_look (base, search, 1000, 1, 0.008);
  g_assert_cmpuint (few, >=, 7);
  g_assert_cmpuint (few, <, 20);
  g_assert_cmpfloat (twin_optimum_estimate_seconds (base, search, few, 1), <, 0.016);
  /* A dozen of them take hardly longer than the first eight. */
  g_assert_cmpuint (twin_optimum_get_first_look (base, search, 12, 1, 0.001), ==, 12);
  g_assert_cmpuint (twin_optimum_get_first_look (network, direct, 100, 1, 0.008), <, 50);

  search->target = 2;
  g_assert_cmpuint (twin_optimum_get_first_look (base, search, 1000, 1, 0.008), ==, 1000);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/optimum/brute-force", test_brute_force);
  g_test_add_func ("/optimum/edge", test_edge);
  g_test_add_func ("/optimum/target-is-reached", test_target_is_reached);
  g_test_add_func ("/optimum/share-is-clipped", test_share_is_clipped);
  g_test_add_func ("/optimum/verified", test_verified);
  g_test_add_func ("/optimum/none-feasible", test_none_feasible);
  g_test_add_func ("/optimum/ties", test_ties);
  g_test_add_func ("/optimum/closest-is-cheapest", test_closest_is_cheapest);
  g_test_add_func ("/optimum/threads", test_threads);
  g_test_add_func ("/optimum/grid-of-the-brief", test_grid_of_the_brief);
  g_test_add_func ("/optimum/progress", test_progress);
  g_test_add_func ("/optimum/cancel", test_cancel);
  g_test_add_func ("/optimum/refused", test_refused);
  g_test_add_func ("/optimum/estimate", test_estimate);
  g_test_add_func ("/optimum/first-look", test_first_look);

  return g_test_run ();
}
