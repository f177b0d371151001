/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"

/* Days worked out on paper. Demand is 50 a day in each store, without noise, season or doubt about
 * the supplier, unless a test says otherwise. */
static TwinModel *
calm_model (guint n_stores, guint n_skus, const char *const *settings)
{
  g_autoptr (TwinParameters) p = network_parameters (n_stores, n_skus, NULL);
  g_autoptr (GError) error = NULL;

  network_set (p, 10, "horizon_days");
  network_set (p, 0, "warmup_days");
  network_set (p, 1, "supplier.reliability");
  for (guint sku = 0; sku < n_skus; sku++)
    {
      network_set (p, 0, "skus.%u.demand_sd", sku);
      network_set (p, 0, "skus.%u.seasonality_amplitude", sku);
    }
  for (guint store = 0; store < n_stores; store++)
    network_set (p, 1, "stores.%u.demand_multiplier", store);
  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (settings[i], "=", 2);
      twin_parameters_set_from_string (p, parts[0], parts[1], &error);
      g_assert_no_error (error);
    }
  TwinModel *model = twin_model_new (p, &error);
  g_assert_no_error (error);
  return model;
}

/* A cell's days, in the columns @columns ("on_hand ordered"): @expected is [n_days][n_columns]. */
static void
assert_days (const TwinModel *model, guint node, guint sku, const char *columns, guint n_days,
             const double *expected)
{
  g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 0);
  g_auto (GStrv) names = g_strsplit (columns, " ", -1);

  for (guint day = 0; day < n_days; day++)
    for (guint c = 0; names[c] != NULL; c++, expected++)
      {
        double value = network_trace_get (trace, model, day, node, sku, names[c]);
        if (value != *expected)
          g_error ("day %u, node %u, SKU %u, %s: %.17g and not %.17g", day, node, sku, names[c],
                   value, *expected);
      }
}

/* The store orders 150 on day 0 and gets 100 of them on day 2; the warehouse has 50 more on day 3,
 * ships them on day 4, and they arrive on day 6. Until day 4 the store orders nothing, for what it
 * waits for counts; then 50 on the way are not enough. */
static void
test_waiting_store (void)
{
  static const char *const settings[] = {
    "stores.0.initial_inventory=100", "stores.0.reorder_point=60", "stores.0.order_up_to=200",
    "warehouse.initial_inventory=100", "warehouse.reorder_point=500", "warehouse.order_up_to=1000",
    "supplier.lead_time_days=3", NULL,
  };
  static const double store[] = {
    /* sales lost ordered received on hand in transit backlog */
    50, 0, 150, 0, 50, 100, 50,
    50, 0, 0, 0, 0, 100, 50,
    0, 50, 0, 100, 100, 0, 50,
    50, 0, 0, 0, 50, 0, 50,
    50, 0, 150, 0, 0, 200, 0,
    0, 50, 0, 0, 0, 200, 0,
    0, 50, 0, 200, 200, 0, 0,
  };
  static const double warehouse[] = {
    /* demand sales ordered received on hand in transit backlog */
    150, 100, 1050, 0, 0, 1050, 50,
    0, 0, 0, 0, 0, 1050, 50,
    0, 0, 0, 0, 0, 1050, 50,
    0, 0, 0, 1050, 1050, 0, 50,
    150, 200, 0, 0, 850, 0, 0,
  };
  g_autoptr (TwinModel) model = calm_model (1, 1, settings);

  assert_days (model, 0, 0, "sales lost ordered received on_hand in_transit backlog", 7, store);
  assert_days (model, 1, 0, "demand sales ordered received on_hand in_transit backlog", 5,
               warehouse);
}

/* Day 0: store 2 and store 3 order 90 each, 130 are there: by store, 90 and 40. Day 1: 80 came in
 * the evening; store 1 orders 90, but the 50 that are owed to store 3 are older: 50 and 30. */
static void
test_backlog_by_age_then_store (void)
{
  static const char *const settings[] = {
    "stores.0.initial_inventory=110", "stores.0.reorder_point=20", "stores.0.order_up_to=100",
    "stores.1.initial_inventory=60", "stores.1.reorder_point=20", "stores.1.order_up_to=100",
    "stores.2.initial_inventory=60", "stores.2.reorder_point=20", "stores.2.order_up_to=100",
    "warehouse.initial_inventory=130", "warehouse.reorder_point=10", "warehouse.order_up_to=30",
    "supplier.lead_time_days=0", "horizon_days=2", NULL,
  };
  static const double first[] = { 0, 0, 0, 90, 30, 60 };
  static const double second[] = { 90, 90, 0, 0, 90, 0 };
  static const double third[] = { 90, 40, 50, 0, 90, 0 };
  static const double warehouse[] = { 80, 50, 80, 60 };
  g_autoptr (TwinModel) model = calm_model (3, 1, settings);
  g_autofree double *m = g_new (double, twin_model_get_n_metrics (model));

  assert_days (model, 0, 0, "ordered in_transit backlog", 2, first);
  assert_days (model, 1, 0, "ordered in_transit backlog", 2, second);
  assert_days (model, 2, 0, "ordered in_transit backlog", 2, third);
  assert_days (model, 3, 0, "on_hand backlog", 1, warehouse);
  /* of three orders, one left whole on its day */
  twin_model_simulate (model, 1, 0, 1, m, 1);
  g_assert_cmpfloat (network_metric (model, m, "fill_rate"), ==, 1.0 / 3);
  g_assert_cmpfloat (network_metric (model, m, "store_2.fill_rate"), ==, 1);
  g_assert_cmpfloat (network_metric (model, m, "store_3.fill_rate"), ==, 0);
}

/* The supplier never delivers: the order counts until the day it is due, and is gone on it. */
static void
test_supplier_fails (void)
{
  static const char *const settings[] = {
    "stores.0.initial_inventory=2000", "warehouse.initial_inventory=100",
    "warehouse.reorder_point=500", "warehouse.order_up_to=600", "supplier.lead_time_days=3",
    "supplier.reliability=0", NULL,
  };
  static const double warehouse[] = {
    /* ordered received in transit */
    500, 0, 500, 0, 0, 500, 0, 0, 500, 0, 0, 0, 500, 0, 500, 0, 0, 500, 0, 0, 500, 0, 0, 0,
  };
  g_autoptr (TwinModel) model = calm_model (1, 1, settings);

  assert_days (model, 1, 0, "ordered received in_transit", 8, warehouse);
}

/* Everything at once: what is ordered in the morning is in the store in the evening, and what the
 * warehouse then orders is there at once. It serves demand from the next day on. */
static void
test_no_lead_times (void)
{
  static const char *const settings[] = {
    "stores.0.initial_inventory=60", "stores.0.reorder_point=10", "stores.0.order_up_to=40",
    "warehouse.initial_inventory=20", "warehouse.reorder_point=5", "warehouse.order_up_to=70",
    "warehouse.lead_time_to_stores_days=0", "supplier.lead_time_days=0", NULL,
  };
  static const double store[] = {
    /* sales lost ordered received on hand in transit backlog */
    50, 0, 30, 20, 30, 0, 10,
    30, 20, 30, 40, 40, 0, 0,
    40, 10, 40, 40, 40, 0, 0,
  };
  static const double warehouse[] = {
    /* ordered received on hand in transit */
    80, 80, 80, 0,
    0, 0, 40, 0,
    70, 70, 70, 0,
  };
  g_autoptr (TwinModel) model = calm_model (1, 1, settings);

  assert_days (model, 0, 0, "sales lost ordered received on_hand in_transit backlog", 3, store);
  assert_days (model, 1, 0, "ordered received on_hand in_transit", 3, warehouse);
}

/* Lead times beyond the horizon: nothing ever comes, and its place is never used twice. */
static void
test_endless_lead_times (void)
{
  static const char *const settings[] = {
    "stores.0.initial_inventory=60", "warehouse.initial_inventory=900",
    "warehouse.lead_time_to_stores_days=365", "supplier.lead_time_days=10", NULL,
  };
  g_autoptr (TwinModel) model = calm_model (1, 1, settings);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 0);

  for (guint day = 0; day < 10; day++)
    {
      g_assert_cmpfloat (network_trace_get (trace, model, day, 0, 0, "received"), ==, 0);
      g_assert_cmpfloat (network_trace_get (trace, model, day, 0, 0, "in_transit"), ==, 790);
      g_assert_cmpfloat (network_trace_get (trace, model, day, 1, 0, "received"), ==, 0);
    }
}

/* Orders stop at the capacity: 800 would be ordered up to, 300 fit. A store that holds more than
 * its capacity from the start keeps it, and orders nothing until there is room. */
static void
test_capacity (void)
{
  static const char *const settings[] = {
    "stores.0.initial_inventory=100", "stores.0.capacity=300", "stores.0.order_up_to=800",
    "stores.1.initial_inventory=200", "stores.1.capacity=120",
    "warehouse.initial_inventory=1000", "warehouse.reorder_point=2000", "warehouse.order_up_to=6000",
    "warehouse.capacity=1500", NULL,
  };
  static const double first[] = { 250, 50, 50, 0 };
  static const double second[] = { 0, 150, 20, 100, 50, 50 };
  static const double warehouse[] = { 750, 70 };
  g_autoptr (TwinModel) model = calm_model (2, 1, settings);

  assert_days (model, 0, 0, "ordered on_hand", 2, first);
  assert_days (model, 1, 0, "ordered on_hand", 3, second);
  assert_days (model, 2, 0, "ordered", 2, warehouse);
}

/* Each SKU lives as if it were alone: the first, of which there is enough,
 * does not help the other. */
static void
test_skus_do_not_mix (void)
{
  static const char *const settings[] = {
    "skus.1.base_demand=10", "stores.0.initial_inventory.0=1000", "stores.0.initial_inventory.1=15",
    "warehouse.initial_inventory.0=9000", "warehouse.initial_inventory.1=0",
    "warehouse.reorder_point=0", "supplier.lead_time_days=30", NULL,
  };
  static const double first[] = { 50, 0, 950, 50, 0, 900, 50, 0, 850 };
  static const double second[] = { 10, 0, 5, 5, 5, 0, 0, 10, 0 };
  static const double owed[] = { 9000, 0, 9000, 0, 9000, 0 };
  static const double owed_of_other[] = { 0, 795, 0, 795, 0, 795 };
  g_autoptr (TwinModel) model = calm_model (1, 2, settings);

  assert_days (model, 0, 0, "sales lost on_hand", 3, first);
  assert_days (model, 0, 1, "sales lost on_hand", 3, second);
  assert_days (model, 1, 0, "on_hand backlog", 3, owed);
  assert_days (model, 1, 1, "on_hand backlog", 3, owed_of_other);
}

/* Rounded to the nearest, ties to even; and on spike days three times as much. */
static void
test_spikes_and_whole_units (void)
{
  static const char *const settings[] = {
    "skus.0.base_demand=10.7", "whole_units=true", "spike_days=1,3,200", "spike_multiplier=3", NULL,
  };
  static const double demand[] = { 11, 32, 11, 32, 11 };
  static const char *const tie[] = { "skus.0.base_demand=2.5", "whole_units=true", NULL };
  static const double even[] = { 2 };
  g_autoptr (TwinModel) model = calm_model (1, 1, settings);
  g_autoptr (TwinModel) other = calm_model (1, 1, tie);

  assert_days (model, 0, 0, "demand", 5, demand);
  assert_days (other, 0, 0, "demand", 1, even);
}

/* A quarter of the season after its start demand is at its peak. */
static void
test_season (void)
{
  static const char *const settings[] = {
    "skus.0.seasonality_amplitude=0.5", "skus.0.seasonality_period_days=4",
    "stores.0.demand_multiplier=2", NULL,
  };
  g_autoptr (TwinModel) model = calm_model (1, 1, settings);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 0);
  static const double expected[] = { 100, 150, 100, 50, 100 };

  for (guint day = 0; day < 5; day++)
    g_assert_cmpfloat_with_epsilon (network_trace_get (trace, model, day, 0, 0, "demand"),
                                    expected[day], 1e-12);
}

/* Noise cannot make demand negative, and a spike multiplies it too. */
static void
test_noise (void)
{
  static const char *const noisy[] = { "skus.0.demand_sd=200", "horizon_days=300", NULL };
  static const char *const spiked[] = { "skus.0.demand_sd=200", "horizon_days=300",
                                        "spike_days=5", "spike_multiplier=2", NULL };
  g_autoptr (TwinModel) a = calm_model (1, 1, noisy);
  g_autoptr (TwinModel) b = calm_model (1, 1, spiked);
  g_autoptr (TwinTrace) ta = twin_model_record (a, 1, 0);
  g_autoptr (TwinTrace) tb = twin_model_record (b, 1, 0);
  guint n_zero = 0;

  for (guint day = 0; day < 300; day++)
    {
      double demand = network_trace_get (ta, a, day, 0, 0, "demand");
      g_assert_cmpfloat (demand, >=, 0);
      n_zero += demand == 0;
      g_assert_cmpfloat (network_trace_get (tb, b, day, 0, 0, "demand"), ==,
                         day == 5 ? 2 * demand : demand);
    }
  /* P (50 + 200 N < 0) = 0.40 */
  g_assert_cmpuint (n_zero, >, 90);
  g_assert_cmpuint (n_zero, <, 150);
}

/* Orders placed before the warm-up ends are in no metric, though they arrive after it. */
static void
test_warmup (void)
{
  static const char *const settings[] = {
    "stores.0.initial_inventory=300", "stores.0.reorder_point=250", "stores.0.order_up_to=600",
    "warehouse.initial_inventory=340", "warehouse.reorder_point=2000", "warehouse.order_up_to=6000",
    "skus.0.store_order_cost=5", "warmup_days=1", "horizon_days=4", NULL,
  };
  g_autoptr (TwinModel) model = calm_model (1, 1, settings);
  g_autofree double *m = g_new (double, twin_model_get_n_metrics (model));
  static const double store[] = { 350, 250, 0, 200, 0, 490, 0, 440 };

  assert_days (model, 0, 0, "ordered on_hand", 4, store);
  twin_model_simulate (model, 1, 0, 1, m, 1);
  g_assert_cmpfloat (network_metric (model, m, "store_orders"), ==, 0);
  g_assert_cmpfloat (network_metric (model, m, "warehouse_orders"), ==, 0);
  g_assert_cmpfloat (network_metric (model, m, "ordering_cost"), ==, 0);
  g_assert_cmpfloat (network_metric (model, m, "fill_rate"), ==, 1);
  g_assert_cmpfloat (network_metric (model, m, "demand"), ==, 150);
  g_assert_cmpfloat (network_metric (model, m, "holding_cost"), ==, 0.5 * (200 + 490 + 440));
}

static void
test_warmup_refused (void)
{
  static const char *const settings[] = { "horizon_days=7", NULL };
  g_autoptr (TwinParameters) p = network_parameters (3, 1, settings);
  g_autoptr (GError) error = NULL;

  g_assert_null (twin_model_new (p, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_CONFLICT);
  g_assert_cmpstr (twin_error_get_key (error), ==, "warmup_days");
  g_assert_nonnull (strstr (error->message, "must be below horizon_days, which is 7"));
  network_set (p, 8, "horizon_days");
  g_autoptr (TwinModel) model = twin_model_new (p, NULL);
  g_assert_nonnull (model);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-paper/waiting-store", test_waiting_store);
  g_test_add_func ("/network-paper/backlog-by-age-then-store", test_backlog_by_age_then_store);
  g_test_add_func ("/network-paper/supplier-fails", test_supplier_fails);
  g_test_add_func ("/network-paper/no-lead-times", test_no_lead_times);
  g_test_add_func ("/network-paper/endless-lead-times", test_endless_lead_times);
  g_test_add_func ("/network-paper/capacity", test_capacity);
  g_test_add_func ("/network-paper/skus-do-not-mix", test_skus_do_not_mix);
  g_test_add_func ("/network-paper/spikes-and-whole-units", test_spikes_and_whole_units);
  g_test_add_func ("/network-paper/season", test_season);
  g_test_add_func ("/network-paper/noise", test_noise);
  g_test_add_func ("/network-paper/warmup", test_warmup);
  g_test_add_func ("/network-paper/warmup-refused", test_warmup_refused);
  return g_test_run ();
}
