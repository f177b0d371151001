/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows by day against the rows by node and SKU, and both against the metrics. */

#include "network-fixture.h"

enum
{
  DAY,
  DEMAND,
  SALES,
  LOST_SALES,
  SERVICE_LEVEL,
  STORE_ORDERS,
  WAREHOUSE_ORDERS,
  INVENTORY,
  TOTAL_COST
};

/* What the rows of a day add up to, over the stores or over the warehouse and them. */
static double
add_up (TwinTrace *trace,
        const TwinModel *model,
        guint day,
        const char *column,
        gboolean with_warehouse)
{
  guint n_nodes = twin_model_get_n_nodes (model) - !with_warehouse;
  guint n_skus = twin_parameters_get_n_items (twin_model_get_parameters (model), "skus");
  double sum = 0;

  for (guint node = 0; node < n_nodes; node++)
    for (guint sku = 0; sku < n_skus; sku++)
      sum += network_trace_get (trace, model, day, node, sku, column);
  return sum;
}

static guint
count_orders (TwinTrace *trace,
              const TwinModel *model,
              guint day,
              gboolean of_warehouse)
{
  guint warehouse = twin_model_get_n_nodes (model) - 1;
  guint n_skus = twin_parameters_get_n_items (twin_model_get_parameters (model), "skus");
  guint n = 0;

  for (guint node = of_warehouse ? warehouse : 0; node < warehouse + of_warehouse; node++)
    for (guint sku = 0; sku < n_skus; sku++)
      n += network_trace_get (trace, model, day, node, sku, "ordered") > 0;
  return n;
}

static void
assert_near (double a,
             double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9 * MAX (1, fabs (b)));
}

static void
assert_day (TwinTrace *days,
            TwinTrace *trace,
            const TwinModel *model,
            guint day)
{
  double demand = add_up (trace, model, day, "demand", FALSE);
  double sales = add_up (trace, model, day, "sales", FALSE);

  g_assert_cmpfloat (twin_trace_get (days, day, DAY), ==, day);
  assert_near (twin_trace_get (days, day, DEMAND), demand);
  assert_near (twin_trace_get (days, day, SALES), sales);
  assert_near (twin_trace_get (days, day, LOST_SALES), add_up (trace, model, day, "lost", FALSE));
  assert_near (twin_trace_get (days, day, SERVICE_LEVEL), demand > 0 ? 100 * sales / demand : 100);
  assert_near (twin_trace_get (days, day, INVENTORY), add_up (trace, model, day, "on_hand", TRUE));
  g_assert_cmpfloat (twin_trace_get (days, day, STORE_ORDERS), ==,
                     count_orders (trace, model, day, FALSE));
  g_assert_cmpfloat (twin_trace_get (days, day, WAREHOUSE_ORDERS), ==,
                     count_orders (trace, model, day, TRUE));
}

/* The days that count cost what the replication costs. */
static void
assert_cost (TwinTrace *days,
             const TwinModel *model,
             uint64_t replication)
{
  g_autofree double *metrics = g_new (double, twin_model_get_n_metrics (model));
  double cost = 0;

  for (gsize day = (gsize) twin_trace_get_warmup (days); day < twin_trace_get_n_rows (days); day++)
    cost += twin_trace_get (days, day, TOTAL_COST);
  twin_model_simulate (model, 5, replication, 1, metrics, 1);
  assert_near (cost, network_metric (model, metrics, "total_cost"));
}

static void
test_days (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      g_autoptr (TwinTrace) days = twin_model_record_days (model, 5, i);
      g_autoptr (TwinTrace) trace = twin_model_record (model, 5, i);

      g_assert_cmpfloat (twin_trace_get_n_rows (days), ==, twin_model_get_horizon (model));
      g_assert_cmpfloat (twin_trace_get_warmup (days), ==, twin_trace_get_warmup (trace));
      g_assert_cmpuint (twin_trace_get_n_panels (days), ==, 0);
      for (guint day = 0; day < twin_trace_get_n_rows (days); day++)
        assert_day (days, trace, model, day);
      assert_cost (days, model, i);
    }
}

static void
test_no_days (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("warehouse", NULL));
  g_autoptr (TwinModel) model = twin_model_new (p, NULL);

  g_assert_null (twin_model_record_days (model, 5, 0));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-record/days", test_days);
  g_test_add_func ("/network-record/no-days", test_no_days);
  return g_test_run ();
}
