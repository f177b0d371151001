/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"
#include "network/twin-network-private.h"
#include "twin-model-private.h"

/* Metrics, worked out once more from the rows of the trace by their definitions. */

typedef struct
{
  double demand, sales, lost, holding, stockout, ordering, orders, whole, purchases;
  double stock[64], service[64]; /* [days that count] */
} Sums;

/* What the rows of the nodes first … last say of a day. */
static void
add_day (const TwinModel *model, TwinTrace *trace, guint day, guint first, guint last, Sums *s,
         guint counted)
{
  const TwinNetwork *n = twin_model_get_data (model);
  double demand = 0, sales = 0;

  s->stock[counted] = 0;
  for (guint node = first; node <= last; node++)
    for (guint sku = 0; sku < n->n_skus; sku++)
      {
        gboolean is_store = node < n->n_stores;
        double on_hand = network_trace_get (trace, model, day, node, sku, "on_hand");
        double lost = network_trace_get (trace, model, day, node, sku, "lost");
        gboolean ordered = network_trace_get (trace, model, day, node, sku, "ordered") > 0;

        if (is_store || first == n->n_stores)
          {
            demand += network_trace_get (trace, model, day, node, sku, "demand");
            sales += network_trace_get (trace, model, day, node, sku, "sales");
          }
        s->lost += lost;
        s->stock[counted] += on_hand;
        s->holding += n->holding_cost[sku] * on_hand;
        s->stockout += n->stockout_penalty[sku] * lost;
        if (ordered)
          s->ordering += is_store ? n->store_order_cost[sku] : n->order_cost[sku];
        s->purchases += ordered && !is_store;
      }
  s->demand += demand;
  s->sales += sales;
  s->service[counted] = demand > 0 ? sales / demand : 1;
}

/* Orders of the stores first … last, and how many left whole on their day: an order is whole if all
 * that the store was owed before, and it, are no longer owed. */
static void
add_orders (const TwinModel *model, TwinTrace *trace, guint day, guint first, guint last, Sums *s)
{
  const TwinNetwork *n = twin_model_get_data (model);

  for (guint store = first; store <= MIN (last, n->n_stores - 1); store++)
    for (guint sku = 0; sku < n->n_skus; sku++)
      if (network_trace_get (trace, model, day, store, sku, "ordered") > 0)
        {
          s->orders++;
          s->whole += network_trace_get (trace, model, day, store, sku, "backlog") == 0;
        }
}

static double
share (double part, double whole)
{
  return whole > 0 ? part / whole : 1;
}

static void
check (const TwinModel *model,
       const double *metrics,
       const char *node,
       const char *name,
       double value)
{
  g_autofree char *full = node ? g_strdup_printf ("%s.%s", node, name) : g_strdup (name);
  double metric = network_metric (model, metrics, full);

  if (fabs (metric - value) > 1e-9 * (1 + fabs (value)))
    g_error ("%s is %.17g and not %.17g", full, metric, value);
}

static void
check_node (const TwinModel *model, TwinTrace *trace, const double *metrics, const char *name,
            guint first, guint last)
{
  const TwinNetwork *n = twin_model_get_data (model);
  const gboolean is_warehouse = first == n->n_stores;
  const double days = n->n_days - n->warmup;
  double mean = 0, variance = 0, least = INFINITY, most = -INFINITY, service = 0, worst = INFINITY;
  Sums s = { 0 };

  for (guint day = n->warmup; day < n->n_days; day++)
    {
      add_day (model, trace, day, first, last, &s, day - n->warmup);
      add_orders (model, trace, day, is_warehouse ? 0 : first, last, &s);
    }
  for (guint i = 0; i < n->n_days - n->warmup; i++)
    {
      mean += s.stock[i] / days;
      least = fmin (least, s.stock[i]);
      most = fmax (most, s.stock[i]);
      service += s.service[i] / days;
      worst = fmin (worst, s.service[i]);
    }
  for (guint i = 0; i < n->n_days - n->warmup; i++)
    variance += (s.stock[i] - mean) * (s.stock[i] - mean) / days;

  const double cost = s.holding + s.stockout + s.ordering;
  check (model, metrics, name, "fill_rate", share (s.whole, s.orders));
  check (model, metrics, name, "total_cost", cost);
  check (model, metrics, name, "holding_cost", s.holding);
  check (model, metrics, name, "ordering_cost", s.ordering);
  check (model, metrics, name, "average_daily_cost", cost / days);
  check (model, metrics, name, "demand", s.demand);
  check (model, metrics, name, "sales", s.sales);
  check (model, metrics, name, "average_inventory", mean);
  check (model, metrics, name, "min_inventory", least);
  check (model, metrics, name, "max_inventory", most);
  g_autofree char *sd =
      name ? g_strdup_printf ("%s.sd_inventory", name) : g_strdup ("sd_inventory");
  g_assert_cmpfloat (fabs (network_metric (model, metrics, sd) - sqrt (variance)), <=,
                     1e-9 * sqrt (variance) + 1e-14 * mean);
  check (model, metrics, name, "store_orders", s.orders);
  if (name == NULL || is_warehouse)
    check (model, metrics, name, "warehouse_orders", s.purchases);
  if (is_warehouse)
    return;
  check (model, metrics, name, "service_level", share (s.sales, s.demand));
  check (model, metrics, name, "average_daily_service_level", service);
  check (model, metrics, name, "min_daily_service_level", worst);
  check (model, metrics, name, "stockout_cost", s.stockout);
  check (model, metrics, name, "lost_sales", s.lost);
}

static void
test_from_trace (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      g_autoptr (TwinTrace) trace = twin_model_record (model, 2, i);
      g_autofree double *metrics = g_new (double, twin_model_get_n_metrics (model));
      const TwinNetwork *n = twin_model_get_data (model);

      twin_model_simulate (model, 2, i, 1, metrics, 1);
      check_node (model, trace, metrics, NULL, 0, n->n_stores);
      for (guint node = 0; node <= n->n_stores; node++)
        check_node (model, trace, metrics, n->node_names[node], node, node);
    }
}

/* The nodes' parts add up to the whole. */
static void
test_parts (void)
{
  static const char *const parts[] = { "total_cost", "holding_cost", "ordering_cost",
                                       "average_daily_cost", "average_inventory" };
  g_autoptr (TwinModel) model = network_model (5, 3, NULL);
  g_autofree double *metrics = g_new (double, twin_model_get_n_metrics (model));

  twin_model_simulate (model, 2, 0, 1, metrics, 1);
  for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
    {
      double sum = 0;
      for (guint node = 0; node < twin_model_get_n_nodes (model); node++)
        {
          g_autofree char *name =
              g_strdup_printf ("%s.%s", twin_model_get_node (model, node)->name, parts[k]);
          sum += network_metric (model, metrics, name);
        }
      g_assert_cmpfloat_with_epsilon (sum / network_metric (model, metrics, parts[k]), 1, 1e-12);
    }
}

/* Names, and which node a metric is of. */
static void
test_table (void)
{
  g_autoptr (TwinModel) model = network_model (3, 2, NULL);
  const TwinModelType *type = twin_model_get_model_type (model);

  g_assert_cmpuint (type->n_metrics, ==, 18);
  g_assert_cmpuint (twin_model_get_n_metrics (model), ==, 18 + 3 * 17 + 13);
  g_assert_cmpuint (twin_model_get_n_nodes (model), ==, 4);
  g_assert_cmpstr (twin_model_get_metric (model, 18)->name, ==, "store_1.service_level");
  g_assert_cmpstr (twin_model_get_metric (model, 18)->title, ==, "Downtown: Service level");
  g_assert_cmpuint (twin_model_get_metric (model, 17)->node, ==, 0);
  g_assert_cmpuint (twin_model_get_metric (model, 18)->node, ==, 1);
  g_assert_cmpuint (twin_model_get_metric (model, 18 + 3 * 17)->node, ==, 4);
  for (guint i = 0; i < type->n_metrics; i++)
    g_assert_nonnull (type->metrics[i].help);
}

/* The first trading day of a calm network, and its metrics, by hand. */
static void
test_one_day (void)
{
  static const char *const settings[] = {
    "horizon_days=1", "warmup_days=0", "skus.0.demand_sd=0", "skus.0.seasonality_amplitude=0",
    "stores.0.initial_inventory=50", "stores.1.initial_inventory=20", "skus.0.store_order_cost=3",
    NULL,
  };
  g_autoptr (TwinModel) model = network_model (2, 1, settings);
  g_autofree double *m = g_new (double, twin_model_get_n_metrics (model));

  /* demands 60 and 50: 50 and 20 are sold, 40 lost; orders of 800 and 700 leave the warehouse with
   * 3500, which is above its 2000 */
  twin_model_simulate (model, 1, 0, 1, m, 1);
  g_assert_cmpfloat (network_metric (model, m, "demand"), ==, 110);
  g_assert_cmpfloat (network_metric (model, m, "sales"), ==, 70);
  g_assert_cmpfloat (network_metric (model, m, "lost_sales"), ==, 40);
  g_assert_cmpfloat (network_metric (model, m, "service_level"), ==, 70.0 / 110);
  g_assert_cmpfloat (network_metric (model, m, "min_daily_service_level"), ==, 70.0 / 110);
  g_assert_cmpfloat (network_metric (model, m, "stockout_cost"), ==, 400);
  g_assert_cmpfloat (network_metric (model, m, "holding_cost"), ==, 1750);
  g_assert_cmpfloat (network_metric (model, m, "ordering_cost"), ==, 6);
  g_assert_cmpfloat (network_metric (model, m, "total_cost"), ==, 2156);
  g_assert_cmpfloat (network_metric (model, m, "average_daily_cost"), ==, 2156);
  g_assert_cmpfloat (network_metric (model, m, "average_inventory"), ==, 3500);
  g_assert_cmpfloat (network_metric (model, m, "min_inventory"), ==, 3500);
  g_assert_cmpfloat (network_metric (model, m, "max_inventory"), ==, 3500);
  g_assert_cmpfloat (network_metric (model, m, "sd_inventory"), ==, 0);
  g_assert_cmpfloat (network_metric (model, m, "store_orders"), ==, 2);
  g_assert_cmpfloat (network_metric (model, m, "warehouse_orders"), ==, 0);
  g_assert_cmpfloat (network_metric (model, m, "fill_rate"), ==, 1);
  g_assert_cmpfloat (network_metric (model, m, "store_2.service_level"), ==, 0.4);
  g_assert_cmpfloat (network_metric (model, m, "warehouse_1.sales"), ==, 1500);
}

/* The deviation loses no digits where stock lives far from where it began, or was counted first. */
static void
test_far_stock (void)
{
  static const char *const settings[] = {
    "horizon_days=40", "stores.0.initial_inventory=0", "stores.0.reorder_point=999999999",
    "stores.0.order_up_to=1000000000", "stores.0.capacity=1000000000", "supplier.reliability=1",
    "warehouse.initial_inventory=1000000000", "warehouse.order_up_to=1000000000",
    "warehouse.reorder_point=2000", "warehouse.capacity=1000000000", NULL,
  };
  static const double warmups[] = { 10, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (warmups); i++)
    {
      g_autoptr (TwinParameters) p = network_parameters (1, 1, settings);
      network_set (p, warmups[i], "warmup_days");
      g_autoptr (TwinModel) model = twin_model_new (p, NULL);
      g_autoptr (TwinTrace) trace = twin_model_record (model, 4, 0);
      g_autofree double *metrics = g_new (double, twin_model_get_n_metrics (model));
      const guint first = (guint) warmups[i];
      long double mean = 0, variance = 0;

      for (guint day = first; day < 40; day++)
        mean += network_trace_get (trace, model, day, 0, 0, "on_hand") / (40.0L - first);
      for (guint day = first; day < 40; day++)
        {
          long double above = network_trace_get (trace, model, day, 0, 0, "on_hand") - mean;
          variance += above * above / (40 - first);
        }
      twin_model_simulate (model, 4, 0, 1, metrics, 1);
      g_assert_cmpfloat ((double) sqrtl (variance), >, 1);
      g_assert_cmpfloat_with_epsilon (
          network_metric (model, metrics, "store_1.sd_inventory") / (double) sqrtl (variance), 1,
          1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-metrics/from-trace", test_from_trace);
  g_test_add_func ("/network-metrics/far-stock", test_far_stock);
  g_test_add_func ("/network-metrics/parts", test_parts);
  g_test_add_func ("/network-metrics/table", test_table);
  g_test_add_func ("/network-metrics/one-day", test_one_day);
  return g_test_run ();
}
