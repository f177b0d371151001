/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "twin-run.h"
#include "twin-toy.h"
#include "twin-validation.h"

#define SEED 42

static GArray *
validate (const TwinModelType *type,
          guint n_threads)
{
  g_autoptr (TwinPool) pool = twin_pool_new (n_threads);
  g_autoptr (GError) error = NULL;
  GArray *verdicts = twin_validate (type, SEED, pool, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (verdicts);
  g_assert_cmpuint (verdicts->len, ==, type->n_reference_cases);

  return verdicts;
}

static void
assert_passed (const TwinVerdict *verdict)
{
  g_test_message ("%s: cost %.4f, published %.4f, exact %.4f, score %+.2f; service %.5f, published "
                  "%.5f, exact %.5f, score %+.2f",
                  verdict->reference->title, verdict->cost_per_day.mean, verdict->reference->cost,
                  verdict->exact.cost_per_day, verdict->cost_score, verdict->service.mean,
                  verdict->reference->service, verdict->exact.service, verdict->service_score);
  g_assert_true (verdict->passed);
  g_assert_cmpfloat (fabs (verdict->cost_score), <=, 4);
  g_assert_cmpfloat (fabs (verdict->service_score), <=, 4);
}

/* Every published figure of every model, and standard errors that make them mean something. */
static void
test_reference_cases (void)
{
  for (const TwinModelType *const *type = twin_model_type_list (); *type != NULL; type++)
    {
      g_autoptr (GArray) verdicts = validate (*type, 0);

      for (guint i = 0; i < verdicts->len; i++)
        {
          const TwinVerdict *verdict = &g_array_index (verdicts, TwinVerdict, i);
          TwinEstimate cost = verdict->cost_per_day;

          assert_passed (verdict);
          g_assert_cmpfloat (cost.sd / sqrt (cost.n), <, 0.001 * cost.mean);
        }
    }
}

/* The toy wears most at the start of a replication. An average over its 2,200 days is off by that,
 * many standard errors; the verdict is not. */
static void
test_start_is_left_out (void)
{
  g_autoptr (TwinModel) model = twin_toy_new ("load=1", "crew=0", "spares=10", "pace=0",
                                              "days=2200", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (0);
  g_autoptr (TwinRun) run = twin_run_new (model, SEED, 0, 2000, pool, NULL, NULL);
  TwinEstimate naive = twin_run_get_estimate (run, TOY_UPTIME);
  g_autoptr (GArray) verdicts = validate (&twin_toy_type, 0);

  g_assert_cmpfloat (fabs (naive.mean - 0.75), >, 20 * naive.sd / sqrt (naive.n));
  assert_passed (&g_array_index (verdicts, TwinVerdict, 0));
  assert_passed (&g_array_index (verdicts, TwinVerdict, 1));
}

static const char *const settings[] = { "load=1", "crew=0", "spares=10", "pace=0", NULL };

/* The toy with another published case. */
static TwinVerdict
judge (double cost,
       double service,
       TwinLongRun (*solve) (gconstpointer data))
{
  const TwinReferenceCase reference = { "Wrong", settings, cost, service, "nowhere" };
  TwinModelType type = twin_toy_type;
  g_autoptr (GArray) verdicts = NULL;

  type.reference_cases = &reference;
  type.n_reference_cases = 1;
  type.solve_long_run = solve;
  verdicts = validate (&type, 0);

  return g_array_index (verdicts, TwinVerdict, 0);
}

static TwinLongRun
solve_wrongly (gconstpointer data)
{
  return (TwinLongRun) { .cost_per_day = 35.2, .service = 0.75 };
}

static void
test_wrong_answers (void)
{
  TwinVerdict verdict;

  g_assert_true (judge (35, 0.75, twin_toy_type.solve_long_run).passed);
  g_assert_true (judge (35.00004, 0.750004, twin_toy_type.solve_long_run).passed);

  /* Published figures in whose last digit the exact answer differs. */
  g_assert_false (judge (35.0001, 0.75, twin_toy_type.solve_long_run).passed);
  g_assert_false (judge (35, 0.75001, twin_toy_type.solve_long_run).passed);

  /* A solver that agrees with what is published, and a simulation that does not. */
  verdict = judge (35.2, 0.75, solve_wrongly);
  g_assert_false (verdict.passed);
  g_assert_cmpfloat (verdict.cost_score, <, -4);
  g_assert_cmpfloat (fabs (verdict.service_score), <=, 4);

  /* Without a solver, the simulation is held against what is published. */
  verdict = judge (35, 0.75, NULL);
  g_assert_true (verdict.passed);
  g_assert_cmpfloat (verdict.exact.cost_per_day, ==, 35);
  g_assert_false (judge (35, 0.76, NULL).passed);
}

static void
test_threads (void)
{
  g_autoptr (GArray) alone = validate (&twin_toy_type, 1);
  g_autoptr (GArray) shared = validate (&twin_toy_type, 3);

  for (guint i = 0; i < alone->len; i++)
    {
      const TwinVerdict *a = &g_array_index (alone, TwinVerdict, i);
      const TwinVerdict *b = &g_array_index (shared, TwinVerdict, i);

      g_assert_cmpmem (&a->cost_per_day, sizeof a->cost_per_day, &b->cost_per_day,
                       sizeof b->cost_per_day);
      g_assert_cmpmem (&a->service, sizeof a->service, &b->service, sizeof b->service);
      g_assert_cmpfloat (a->cost_score, ==, b->cost_score);
      g_assert_cmpfloat (a->service_score, ==, b->service_score);
    }
}

static void
listen (gsize done,
        gsize total,
        gpointer data)
{
  gsize *last = data;

  g_assert_cmpuint (done, >=, *last);
  *last = done;
  g_assert_cmpuint (total, ==, 2 * 2400);
}

static void
test_progress (void)
{
  gsize last = 0;
  const TwinMonitor monitor = { .progress = listen, .data = &last };
  g_autoptr (TwinPool) pool = twin_pool_new (0);
  g_autoptr (GArray) verdicts = twin_validate (&twin_toy_type, SEED, pool, &monitor, NULL);

  g_assert_nonnull (verdicts);
  g_assert_cmpuint (last, ==, 2 * 2400);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const TwinMonitor monitor = { .cancellable = cancellable };
  g_autoptr (TwinPool) pool = twin_pool_new (0);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (twin_validate (&twin_toy_type, SEED, pool, &monitor, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/validation/reference-cases", test_reference_cases);
  g_test_add_func ("/validation/start-is-left-out", test_start_is_left_out);
  g_test_add_func ("/validation/wrong-answers", test_wrong_answers);
  g_test_add_func ("/validation/threads", test_threads);
  g_test_add_func ("/validation/progress", test_progress);
  g_test_add_func ("/validation/cancel", test_cancel);

  return g_test_run ();
}
