/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "twin-model.h"
#include "warehouse/twin-warehouse-private.h"

/* The exact answers against the published figures, and the simulation against the exact answers
 * over a long horizon, both by cycles and event by event. */

static TwinModel *
new_model (const char *const *settings,
           double horizon)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("warehouse", NULL));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (settings[i], "=", 2);
      twin_parameters_set_from_string (p, pair[0], pair[1], &error);
      g_assert_no_error (error);
    }
  twin_parameters_set_number (p, "horizon_days", horizon, NULL);
  TwinModel *model = twin_model_new (p, &error);
  g_assert_no_error (error);
  return model;
}

/* Published to four decimals (cost) and five (fill rate). */
static void
test_published (void)
{
  const TwinModelType *type = twin_model_type_find ("warehouse", NULL);

  g_assert_cmpuint (type->n_reference_cases, ==, 8);
  for (guint i = 0; i < type->n_reference_cases; i++)
    {
      const TwinReferenceCase *reference = &type->reference_cases[i];
      g_autoptr (TwinModel) model = new_model (reference->settings, 365);
      TwinLongRun exact;

      g_assert_true (twin_model_solve_long_run (model, &exact));
      g_assert_cmpfloat_with_epsilon (exact.cost_per_day, reference->cost, 0.5001e-4);
      g_assert_cmpfloat_with_epsilon (exact.service, reference->service, 0.5001e-5);
    }
}

#define N 200
#define LONG 18250.0

typedef struct
{
  double mean, error;
} Mean;

static Mean
mean_of (const double *x)
{
  double mean = 0, squares = 0;

  for (guint i = 0; i < N; i++)
    mean += x[i] / N;
  for (guint i = 0; i < N; i++)
    squares += (x[i] - mean) * (x[i] - mean);
  return (Mean){ mean, sqrt (squares / (N - 1) / N) };
}

typedef void (*Simulate) (const TwinModel *model, uint64_t seed, uint64_t first, gsize count,
                          double *metrics, gsize stride);

/* A run starts full and ends anywhere. The second half of a run of twice the length, replication
 * by replication on the same draws, has left its start behind: what is compared is
 * (cost of 2T − cost of T) ÷ T, and likewise filled ÷ demanded. */
static void
assert_long_run_by (const char *const *settings, Simulate simulate)
{
  g_autoptr (TwinModel) one = new_model (settings, LONG);
  g_autoptr (TwinModel) two = new_model (settings, 2 * LONG);
  g_autofree double *a = g_new (double, TWIN_WAREHOUSE_N_METRICS * N);
  g_autofree double *b = g_new (double, TWIN_WAREHOUSE_N_METRICS * N);
  double cost[N], fill[N];
  TwinLongRun exact;

  g_assert_true (twin_model_solve_long_run (one, &exact));
  simulate (one, 2026, 0, N, a, N);
  simulate (two, 2026, 0, N, b, N);
  for (guint i = 0; i < N; i++)
    {
      guint c = TWIN_WAREHOUSE_TOTAL_COST * N + i;
      guint f = TWIN_WAREHOUSE_FILLED * N + i, d = TWIN_WAREHOUSE_DEMAND * N + i;
      cost[i] = (b[c] - a[c]) / LONG;
      fill[i] = (b[f] - a[f]) / (b[d] - a[d]);
    }
  Mean c = mean_of (cost), f = mean_of (fill);
  g_test_message ("cost %.4f ± %.4f, exact %.4f (%+.2f); fill %.5f ± %.5f, exact %.5f (%+.2f)",
                  c.mean, c.error, exact.cost_per_day, (c.mean - exact.cost_per_day) / c.error,
                  f.mean, f.error, exact.service, (f.mean - exact.service) / f.error);
  g_assert_cmpfloat (fabs (c.mean - exact.cost_per_day), <, 4 * c.error);
  g_assert_cmpfloat (fabs (f.mean - exact.service), <, 4 * f.error);
  g_assert_cmpfloat (c.error, <, 0.002 * exact.cost_per_day);
}

static void
assert_long_run (const char *const *settings)
{
  g_autoptr (TwinModel) model = new_model (settings, LONG);

  g_assert_cmpint (twin_model_get_method (model), ==, TWIN_METHOD_CYCLES);
  assert_long_run_by (settings, twin_model_simulate);
  assert_long_run_by (settings, twin_model_simulate_events);
}

static void
test_long_run (gconstpointer data)
{
  const TwinReferenceCase *reference = data;

  assert_long_run (reference->settings);
}

#define SETTINGS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* S − s ≤ s with lost sales: the answer comes from the Markov chain. */
static void
test_chain (void)
{
  assert_long_run (SETTINGS ("demand_rate=5", "unmet_demand=lost_sale", "reorder_point=30",
                             "order_up_to=40", "lead_time.min_days=1", "lead_time.max_days=9"));
}

/* The default warehouse, which is starved: stock at an order can be far below 0. */
static void
test_default (void)
{
  assert_long_run (SETTINGS ("unmet_demand=backorder"));
}

static void
test_normal_cut (void)
{
  assert_long_run (SETTINGS ("lead_time.distribution=normal", "lead_time.mean_days=1",
                             "lead_time.sd_days=2", "demand_rate=3", "reorder_point=4",
                             "order_up_to=20"));
}

static void
test_edges (void)
{
  g_autoptr (TwinModel) still = new_model (SETTINGS ("demand_rate=0"), 365);
  g_autoptr (TwinModel) busy = new_model (SETTINGS ("demand_rate=100000"), 365);
  g_autoptr (TwinModel) at_once =
      new_model (SETTINGS ("lead_time.min_days=0", "lead_time.max_days=0", "reorder_point=0",
                           "order_up_to=10", "demand_rate=2", "holding_cost=1", "order_cost=50"),
                 365);
  TwinLongRun exact;

  g_assert_true (twin_model_solve_long_run (still, &exact));
  g_assert_cmpfloat (exact.cost_per_day, ==, 120);
  g_assert_cmpfloat (exact.service, ==, 1);
  g_assert_false (twin_model_solve_long_run (busy, &exact));
  /* stock runs 10, 9 … 1 for half a day each, then an order: (5.5 · 5 + 50) ÷ 5 */
  g_assert_true (twin_model_solve_long_run (at_once, &exact));
  g_assert_cmpfloat_with_epsilon (exact.cost_per_day, 15.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (exact.service, 1, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  const TwinModelType *type = twin_model_type_find ("warehouse", NULL);
  g_test_add_func ("/warehouse-exact/published", test_published);
  for (guint i = 0; i < type->n_reference_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/warehouse-exact/long-run/%u", i + 1);
      g_test_add_data_func (path, &type->reference_cases[i], test_long_run);
    }
  g_test_add_func ("/warehouse-exact/chain", test_chain);
  g_test_add_func ("/warehouse-exact/default", test_default);
  g_test_add_func ("/warehouse-exact/normal-cut", test_normal_cut);
  g_test_add_func ("/warehouse-exact/edges", test_edges);
  return g_test_run ();
}
