/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>
#include <sys/resource.h>

#include "twin-run.h"
#include "twin-toy.h"

#define SEED 20260101

static TwinRun *
run (TwinModel *model,
     uint64_t first,
     gsize n,
     guint n_threads)
{
  g_autoptr (TwinPool) pool = twin_pool_new (n_threads);
  g_autoptr (GError) error = NULL;
  TwinRun *result = twin_run_new (model, SEED, first, n, pool, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);

  return result;
}

static void
assert_same_run (const TwinRun *a,
                 const TwinRun *b)
{
  for (guint metric = 0; metric < TOY_N_METRICS; metric++)
    {
      TwinEstimate x = twin_run_get_estimate (a, metric), y = twin_run_get_estimate (b, metric);

      g_assert_cmpmem (twin_run_get_sample (a, metric), twin_run_get_n (a) * sizeof (double),
                       twin_run_get_sample (b, metric), twin_run_get_n (b) * sizeof (double));
      g_assert_cmpmem (&x, sizeof x, &y, sizeof y);
    }
}

static void
test_threads (void)
{
  /* enough work for threads to be used */
  g_autoptr (TwinModel) model = twin_toy_new ("load=1000", NULL);
  g_autoptr (TwinRun) alone = run (model, 0, 1009, 1);
  const guint n_threads[] = { 2, 3, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (n_threads); i++)
    {
      g_autoptr (TwinRun) shared = run (model, 0, 1009, n_threads[i]);

      assert_same_run (alone, shared);
    }
}

/* What the model says of each replication by itself is what the run says, whatever its blocks. */
static void
test_blocks (void)
{
  const char *const loads[] = { "load=0", "load=10", "load=300", "load=10000" };

  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      g_autoptr (TwinModel) model = twin_toy_new (loads[i], NULL);
      g_autoptr (TwinRun) whole = run (model, 0, 131, 2);

      for (gsize k = 0; k < 131; k++)
        {
          double row[TOY_N_METRICS];

          twin_model_simulate (model, SEED, k, 1, row, 1);
          for (guint metric = 0; metric < TOY_N_METRICS; metric++)
            g_assert_cmpfloat (twin_run_get_sample (whole, metric)[k], ==, row[metric]);
        }
    }
}

static void
test_first (void)
{
  g_autoptr (TwinModel) model = twin_toy_new ("load=300", NULL);
  g_autoptr (TwinRun) whole = run (model, 0, 300, 2);
  g_autoptr (TwinRun) head = run (model, 0, 111, 2);
  g_autoptr (TwinRun) tail = run (model, 111, 189, 2);

  g_assert_cmpuint (twin_run_get_first (tail), ==, 111);
  for (guint metric = 0; metric < TOY_N_METRICS; metric++)
    {
      const double *sample = twin_run_get_sample (whole, metric);

      g_assert_cmpmem (sample, 111 * sizeof (double), twin_run_get_sample (head, metric),
                       111 * sizeof (double));
      g_assert_cmpmem (sample + 111, 189 * sizeof (double), twin_run_get_sample (tail, metric),
                       189 * sizeof (double));
    }
}

static void
test_estimates (void)
{
  g_autoptr (TwinModel) model = twin_toy_new (NULL, NULL);
  g_autoptr (TwinRun) result = run (model, 0, 50, 1);

  g_assert_true (twin_run_get_model (result) == model);
  g_assert_cmpuint (twin_run_get_seed (result), ==, SEED);
  g_assert_cmpuint (twin_run_get_n (result), ==, 50);
  g_assert_cmpfloat (twin_run_get_seconds (result), >=, 0);
  for (guint metric = 0; metric < TOY_N_METRICS; metric++)
    {
      TwinEstimate estimate = twin_run_get_estimate (result, metric);
      TwinEstimate expected = twin_estimate_from_sample (twin_run_get_sample (result, metric), 50,
                                                         TWIN_CONFIDENCE);

      g_assert_cmpmem (&estimate, sizeof estimate, &expected, sizeof expected);
    }
}

/* Two replications of a share have an interval that would go below 0; a plain number's may. */
static void
test_share_is_clipped (void)
{
  g_autoptr (TwinModel) model = twin_toy_new ("load=2", "days=30", "crew=0", "spares=1",
                                              "shift=night", NULL);
  g_autoptr (TwinRun) result = run (model, 0, 2, 1);
  TwinEstimate clipped = twin_run_get_estimate (result, TOY_UPTIME);
  TwinEstimate whole = twin_estimate_from_sample (twin_run_get_sample (result, TOY_UPTIME), 2,
                                                  TWIN_CONFIDENCE);

  g_assert_cmpfloat (whole.low, <, 0);
  g_assert_cmpfloat (clipped.low, ==, 0);
  g_assert_cmpfloat (twin_run_get_estimate (result, TOY_THROUGHPUT).low, <, 0);
}

static void
test_single (void)
{
  g_autoptr (TwinModel) model = twin_toy_new (NULL, NULL);
  g_autoptr (TwinRun) result = run (model, 0, 1, 2);
  TwinEstimate estimate = twin_run_get_estimate (result, TOY_UPTIME);

  g_assert_cmpfloat (estimate.mean, ==, twin_run_get_sample (result, TOY_UPTIME)[0]);
  g_assert_true (isnan (estimate.sd));
  g_assert_true (isnan (estimate.low));
  g_assert_true (isnan (estimate.high));
}

static void
test_refused_replications (void)
{
  g_autoptr (TwinModel) model = twin_toy_new (NULL, NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  const gsize wrong[] = { 0, TWIN_MAX_REPLICATIONS + 1, G_MAXSIZE };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = g_strdup_printf ("%" G_GSIZE_FORMAT, wrong[i]);

      g_assert_null (twin_run_new (model, SEED, 0, wrong[i], pool, NULL, &error));
      assert_refused (error, TWIN_ERROR_OUT_OF_BOUNDS, "experiment.replications");
      g_assert_nonnull (strstr (error->message, value));
      g_assert_nonnull (strstr (error->message, "1 to 10000000"));
    }
}

static void
test_refused_work (void)
{
  g_autoptr (TwinModel) most = twin_toy_new ("days=100", "load=1e7", NULL);
  g_autoptr (TwinModel) more = twin_toy_new ("days=100", "load=10000001", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;

  g_assert_true (twin_run_check (most, 1, NULL));
  g_assert_null (twin_run_new (more, SEED, 0, 1, pool, NULL, &error));
  assert_refused (error, TWIN_ERROR_TOO_LARGE, "days");
  g_assert_nonnull (strstr (error->message, "100 days"));
  g_assert_nonnull (strstr (error->message, "1e+09"));
}

static void
test_refused_memory (void)
{
#if defined (__SANITIZE_ADDRESS__) || defined (__SANITIZE_THREAD__)
  g_test_skip ("A sanitizer needs more address space than this test allows.");
#else
  const struct rlimit limit = { 300 << 20, 300 << 20 };
  g_autoptr (TwinModel) model = twin_toy_new ("load=0", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
  g_assert_null (twin_run_new (model, SEED, 0, TWIN_MAX_REPLICATIONS, pool, NULL, &error));
  assert_refused (error, TWIN_ERROR_TOO_LARGE, "experiment.replications");
  g_assert_nonnull (strstr (error->message, "400.0"));
#endif
}

typedef struct
{
  GCancellable *cancellable;
  gsize last;
  gsize total;
} Listener;

static void
listen (gsize done,
        gsize total,
        gpointer data)
{
  Listener *listener = data;

  g_assert_cmpuint (done, >=, listener->last);
  listener->last = done;
  listener->total = total;
  if (listener->cancellable != NULL)
    g_cancellable_cancel (listener->cancellable);
}

static void
test_progress (void)
{
  g_autoptr (TwinModel) model = twin_toy_new (NULL, NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  Listener listener = { 0 };
  const TwinMonitor monitor = { .progress = listen, .data = &listener };
  g_autoptr (TwinRun) result = twin_run_new (model, SEED, 0, 1001, pool, &monitor, NULL);

  g_assert_nonnull (result);
  g_assert_cmpuint (listener.last, ==, 1001);
  g_assert_cmpuint (listener.total, ==, 1001);
}

static void
test_cancel (void)
{
  g_autoptr (TwinModel) model = twin_toy_new ("load=10000", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Listener listener = { .cancellable = cancellable };
  const TwinMonitor monitor = { cancellable, listen, &listener };

  /* A run of an hour, which ends at the first report. */
  g_assert_null (twin_run_new (model, SEED, 0, 5000000, pool, &monitor, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (listener.last, <, 100);
}

static void
test_boxed (void)
{
  g_autoptr (TwinModel) model = twin_toy_new (NULL, NULL);
  g_autoptr (TwinRun) result = run (model, 0, 5, 1);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, TWIN_TYPE_RUN);
  g_value_set_boxed (&value, result);
  g_assert_true (g_value_get_boxed (&value) == result);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run/threads", test_threads);
  g_test_add_func ("/run/blocks", test_blocks);
  g_test_add_func ("/run/first", test_first);
  g_test_add_func ("/run/estimates", test_estimates);
  g_test_add_func ("/run/share-is-clipped", test_share_is_clipped);
  g_test_add_func ("/run/single", test_single);
  g_test_add_func ("/run/refused-replications", test_refused_replications);
  g_test_add_func ("/run/refused-work", test_refused_work);
  g_test_add_func ("/run/refused-memory", test_refused_memory);
  g_test_add_func ("/run/progress", test_progress);
  g_test_add_func ("/run/cancel", test_cancel);
  g_test_add_func ("/run/boxed", test_boxed);

  return g_test_run ();
}
