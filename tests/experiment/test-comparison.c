/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "twin-comparison.h"
#include "twin-toy.h"

#define SEED 7
#define N 200

typedef struct
{
  GPtrArray *scenarios;
  TwinParameters *base;
  TwinPool *pool;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->scenarios = twin_scenario_list_presets (&twin_toy_type);
  fixture->base = twin_toy_new_parameters (NULL, NULL);
  fixture->pool = twin_pool_new (2);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->scenarios);
  twin_parameters_free (fixture->base);
  twin_pool_unref (fixture->pool);
}

static TwinComparison *
compare (Fixture *fixture,
         const TwinMonitor *monitor,
         GError **error)
{
  return twin_comparison_new (fixture->base, (TwinScenario **) fixture->scenarios->pdata,
                              fixture->scenarios->len, SEED, N, fixture->pool, monitor, error);
}

static TwinScenario *
add_scenario (Fixture *fixture,
              const char *key,
              double value)
{
  TwinScenario *scenario = twin_scenario_new ("added", "Added by hand");

  twin_scenario_add_change (scenario, key, TWIN_CHANGE_SET, value, NULL);
  g_ptr_array_add (fixture->scenarios, scenario);

  return scenario;
}

/* Machines twice as fast need 20 · W · V more repairs a day: as much again as they did, less what
 * is spent on spares. In every replication, because W is the same. */
static void
test_paired (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinComparison) comparison = NULL;
  TwinScenario *fast = twin_scenario_new ("fast", "Fast");
  g_autofree double *by_hand = g_new (double, N);
  const double *repairs;
  TwinEstimate expected, difference, usual;

  g_ptr_array_set_size (fixture->scenarios, 1);
  twin_scenario_add_change (fast, "machines.*.speed", TWIN_CHANGE_MULTIPLY, 2, NULL);
  g_ptr_array_add (fixture->scenarios, fast);
  comparison = compare (fixture, NULL, &error);
  g_assert_no_error (error);

  repairs = twin_run_get_sample (twin_comparison_get_run (comparison, 0), TOY_REPAIRS);
  for (gsize i = 0; i < N; i++)
    by_hand[i] = repairs[i] - 30 * 5 / 2.;
  expected = twin_estimate_from_sample (by_hand, N, TWIN_CONFIDENCE);
  difference = twin_comparison_get_difference (comparison, 1, TOY_EXPENSE);

  g_assert_cmpuint (difference.n, ==, N);
  g_assert_cmpfloat_with_epsilon (difference.mean, expected.mean, 1e-9);
  g_assert_cmpfloat_with_epsilon (difference.sd, expected.sd, 1e-9);
  g_assert_cmpfloat_with_epsilon (difference.low, expected.low, 1e-9);
  g_assert_cmpfloat_with_epsilon (difference.high, expected.high, 1e-9);

  /* Of two independent runs it would vary by the sum of both variances, 1 + 4. */
  usual = twin_run_get_estimate (twin_comparison_get_run (comparison, 0), TOY_EXPENSE);
  g_assert_cmpfloat_with_epsilon (difference.sd, usual.sd, 1e-9);

  /* What the scenario does not change does not differ at all. */
  difference = twin_comparison_get_difference (comparison, 1, TOY_UPTIME);
  g_assert_cmpfloat (difference.mean, ==, 0);
  g_assert_cmpfloat (difference.high, ==, 0);
}

static void
test_scenarios (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinComparison) comparison = compare (fixture, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (twin_comparison_get_n_scenarios (comparison), ==, 2);
  g_assert_cmpfloat (twin_comparison_get_seconds (comparison), >=, 0);
  for (guint i = 0; i < 2; i++)
    {
      const TwinScenario *scenario = g_ptr_array_index (fixture->scenarios, i);
      const TwinScenario *copy = twin_comparison_get_scenario (comparison, i);
      g_autoptr (TwinParameters) parameters = twin_scenario_apply (scenario, fixture->base, NULL);
      g_autoptr (TwinModel) model = twin_model_new (parameters, NULL);
      g_autoptr (TwinRun) run = twin_run_new (model, SEED, 0, N, fixture->pool, NULL, NULL);

      g_assert_true (copy != scenario);
      g_assert_true (twin_scenario_equal (copy, scenario));
      for (guint metric = 0; metric < TOY_N_METRICS; metric++)
        g_assert_cmpmem (twin_run_get_sample (twin_comparison_get_run (comparison, i), metric),
                         N * sizeof (double), twin_run_get_sample (run, metric),
                         N * sizeof (double));
    }
}

/* Differences are of the metric as it is, though a share's own interval is clipped. */
static void
test_not_clipped (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (TwinComparison) comparison = NULL;

  add_scenario (fixture, "crew", 0);
  comparison = compare (fixture, NULL, NULL);
  g_assert_cmpfloat (twin_comparison_get_difference (comparison, 2, TOY_UPTIME).high, <, 0);
}

static void
test_refused_parameters (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_scenario (fixture, "crew", 5);
  g_assert_null (compare (fixture, NULL, &error));
  assert_refused (error, TWIN_ERROR_CONFLICT, "crew");
  g_assert_true (g_str_has_prefix (error->message, "Scenario “Added by hand”: "));
}

static void
never_told (gsize done,
            gsize total,
            gpointer data)
{
  g_assert_not_reached ();
}

/* The last scenario is refused before the first is run. */
static void
test_refused_work (Fixture *fixture,
                   gconstpointer data)
{
  const TwinMonitor monitor = { .progress = never_told };
  g_autoptr (GError) error = NULL;

  add_scenario (fixture, "load", 1e9);
  g_assert_null (compare (fixture, &monitor, &error));
  assert_refused (error, TWIN_ERROR_TOO_LARGE, "days");
  g_assert_nonnull (strstr (error->message, "Added by hand"));
}

static void
listen (gsize done,
        gsize total,
        gpointer data)
{
  gsize *last = data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (total, ==, 2 * N);
  *last = done;
}

static void
test_progress (Fixture *fixture,
               gconstpointer data)
{
  gsize last = 0;
  const TwinMonitor monitor = { .progress = listen, .data = &last };
  g_autoptr (TwinComparison) comparison = compare (fixture, &monitor, NULL);

  g_assert_nonnull (comparison);
  g_assert_cmpuint (last, ==, 2 * N);
}

static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const TwinMonitor monitor = { .cancellable = cancellable };

  g_cancellable_cancel (cancellable);
  g_assert_null (compare (fixture, &monitor, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_test (const char *path,
          void (*func) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/comparison/paired", test_paired);
  add_test ("/comparison/scenarios", test_scenarios);
  add_test ("/comparison/not-clipped", test_not_clipped);
  add_test ("/comparison/refused-parameters", test_refused_parameters);
  add_test ("/comparison/refused-work", test_refused_work);
  add_test ("/comparison/progress", test_progress);
  add_test ("/comparison/cancel", test_cancel);

  return g_test_run ();
}
