/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"
#include "twin-model-private.h"

/* Seeds, common random numbers, and what is at the edge of the possible. */

/* The first replications of a seed are those of any longer block,
 * and differ from another seed's. */
static void
test_seeds (void)
{
  g_autoptr (TwinModel) model = network_model (3, 1, NULL);
  guint n = twin_model_get_n_metrics (model);
  g_autofree double *a = g_new (double, n), *b = g_new (double, n), *c = g_new (double, n);

  twin_model_simulate (model, 1, 7, 1, a, 1);
  twin_model_simulate (model, 1, 8, 1, b, 1);
  twin_model_simulate (model, 2, 7, 1, c, 1);
  g_assert_cmpfloat (network_metric (model, a, "demand"), !=, network_metric (model, b, "demand"));
  g_assert_cmpfloat (network_metric (model, a, "demand"), !=, network_metric (model, c, "demand"));
}

/* Policies meet the same customers; and a store or SKU more moves nobody's. */
static void
test_common_random_numbers (void)
{
  static const char *const other_policy[] = {
    "stores.0.reorder_point=10", "stores.1.order_up_to=900", "warehouse.reorder_point=100",
    "supplier.reliability=0.5", "supplier.lead_time_days=12", NULL,
  };
  g_autoptr (TwinModel) a = network_model (3, 1, NULL);
  g_autoptr (TwinModel) b = network_model (3, 1, other_policy);
  g_autoptr (TwinModel) c = network_model (4, 2, NULL);
  g_autoptr (TwinTrace) ta = twin_model_record (a, 3, 14);
  g_autoptr (TwinTrace) tb = twin_model_record (b, 3, 14);
  g_autoptr (TwinTrace) tc = twin_model_record (c, 3, 14);

  for (guint day = 0; day < 90; day++)
    for (guint store = 0; store < 3; store++)
      {
        double demand = network_trace_get (ta, a, day, store, 0, "demand");
        g_assert_cmpfloat (network_trace_get (tb, b, day, store, 0, "demand"), ==, demand);
        g_assert_cmpfloat (network_trace_get (tc, c, day, store, 0, "demand"), ==, demand);
      }
  g_assert_cmpfloat (network_trace_get (ta, a, 50, 0, 0, "on_hand"), !=,
                     network_trace_get (tb, b, 50, 0, 0, "on_hand"));
}

/* A large network, many days, huge numbers: nothing breaks, and stock is never negative. */
static void
test_extremes (void)
{
  static const char *const settings[] = {
    "horizon_days=400", "warmup_days=0", "supplier.lead_time_days=365",
    "warehouse.lead_time_to_stores_days=365", "skus.0.base_demand=1000000",
    "skus.1.demand_sd=1000000", "stores.0.demand_multiplier=1000000", "warehouse.capacity=1000000000",
    "warehouse.order_up_to=1000000000", "warehouse.reorder_point=999999999", "whole_units=true", NULL,
  };
  g_autoptr (TwinModel) model = network_model (20, 20, settings);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 0);
  g_autofree double *metrics = g_new (double, twin_model_get_n_metrics (model));

  g_assert_true (twin_trace_is_complete (trace));
  for (gsize row = 0; row < twin_trace_get_n_rows (trace); row++)
    for (guint c = 3; c < twin_trace_get_n_columns (trace); c++)
      g_assert_cmpfloat (twin_trace_get (trace, row, c), >=, 0);
  twin_model_simulate (model, 1, 0, 1, metrics, 1);
  for (guint i = 0; i < twin_model_get_n_metrics (model); i++)
    g_assert_true (isfinite (metrics[i]));
}

/* An order is small beside the capacity, but not beside what it is an order for. */
static void
test_small_orders (void)
{
  static const char *const settings[] = {
    "skus.0.base_demand=0.0001", "skus.0.demand_sd=0", "stores.0.initial_inventory=0",
    "stores.0.reorder_point=0", "stores.0.order_up_to=0.0005", "stores.0.capacity=1000000000",
    "warehouse.initial_inventory=0", "warehouse.reorder_point=0", "warehouse.order_up_to=0.0007",
    "warehouse.capacity=1000000000", NULL,
  };
  g_autoptr (TwinModel) model = network_model (1, 1, settings);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 0);

  g_assert_cmpfloat (network_trace_get (trace, model, 0, 0, 0, "ordered"), ==, 0.0005);
  g_assert_cmpfloat (network_trace_get (trace, model, 0, 1, 0, "ordered"), ==, 0.0007 + 0.0005);
}

/* What rounding leaves is no order: a store that is filled up to its capacity every day has room
 * for what it sold, and where it sold nothing for nothing. */
static void
test_rounding_is_no_order (void)
{
  static const char *const settings[] = {
    "skus.0.base_demand=0.1", "skus.0.demand_sd=0.1", "stores.0.initial_inventory=0.3",
    "stores.0.reorder_point=0.7", "stores.0.order_up_to=0.8", "stores.0.capacity=0.7",
    "horizon_days=2000", NULL,
  };
  g_autoptr (TwinModel) model = network_model (1, 1, settings);
  guint n_quiet = 0;

  for (guint64 replication = 0; replication < 5; replication++)
    {
      g_autoptr (TwinTrace) trace = twin_model_record (model, 1, replication);

      for (guint day = 1; day < 2000; day++)
        if (network_trace_get (trace, model, day, 0, 0, "demand") == 0)
          {
            g_assert_cmpfloat (network_trace_get (trace, model, day, 0, 0, "ordered"), ==, 0);
            n_quiet++;
          }
    }
  g_assert_cmpuint (n_quiet, >, 1000);
}

static glong
peak_of_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return usage.ru_maxrss; /* KiB */
}

/* A large network lives in one lane, and takes no room for eight: 80 MB for what is on the way. */
static void
test_room (void)
{
  static const char *const settings[] = {
    "horizon_days=245", "warehouse.lead_time_to_stores_days=240", "supplier.lead_time_days=240",
    NULL,
  };
  g_autoptr (TwinModel) model = network_model (200, 200, settings);
  const guint n = twin_model_get_n_metrics (model);
  g_autofree double *metrics = g_new (double, n);
  const glong before = peak_of_memory ();

  twin_model_simulate (model, 1, 0, 1, metrics, 1);
  g_assert_cmpint ((peak_of_memory () - before) / 1024, <, 200);
}

/* One SKU of a store may be in another demand than the others. */
static void
test_split_demand (void)
{
  static const char *const settings[] = {
    "skus.0.demand_sd=0", "skus.1.demand_sd=0", "skus.0.seasonality_amplitude=0",
    "skus.1.seasonality_amplitude=0", "skus.1.base_demand=40", "stores.0.demand_multiplier.1=2",
    NULL,
  };
  g_autoptr (TwinModel) model = network_model (2, 2, settings);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 0);

  g_assert_cmpfloat (network_trace_get (trace, model, 3, 0, 0, "demand"), ==, 1.2 * 50);
  g_assert_cmpfloat (network_trace_get (trace, model, 3, 0, 1, "demand"), ==, 2 * 40);
  g_assert_cmpfloat (network_trace_get (trace, model, 3, 1, 1, "demand"), ==, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-edges/seeds", test_seeds);
  g_test_add_func ("/network-edges/common-random-numbers", test_common_random_numbers);
  g_test_add_func ("/network-edges/extremes", test_extremes);
  g_test_add_func ("/network-edges/small-orders", test_small_orders);
  g_test_add_func ("/network-edges/rounding-is-no-order", test_rounding_is_no_order);
  g_test_add_func ("/network-edges/room", test_room);
  g_test_add_func ("/network-edges/split-demand", test_split_demand);
  return g_test_run ();
}
