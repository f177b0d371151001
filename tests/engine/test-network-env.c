/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"
#include "network/twin-network-env.h"

static TwinNetworkEnv *
new_env (TwinModel *model)
{
  g_autoptr (GError) error = NULL;
  TwinNetworkEnv *env = twin_network_env_new (model, &error);

  g_assert_no_error (error);
  return env;
}

static void
step (TwinNetworkEnv *env, const double *actions, double *reward)
{
  g_autoptr (GError) error = NULL;

  twin_network_env_step (env, actions, NULL, reward, &error);
  g_assert_no_error (error);
}

static void
assert_same (TwinNetworkEnv *a, TwinNetworkEnv *b)
{
  const gsize n = twin_network_env_get_n_observations (a) * sizeof (double);
  const gsize m = twin_model_get_n_metrics (twin_network_env_get_model (a)) * sizeof (double);
  g_autofree double *sa = g_malloc (n), *sb = g_malloc (n), *ma = g_malloc (m), *mb = g_malloc (m);

  g_assert_cmpuint (twin_network_env_get_day (a), ==, twin_network_env_get_day (b));
  twin_network_env_get_state (a, sa);
  twin_network_env_get_state (b, sb);
  g_assert_cmpmem (sa, n, sb, n);
  twin_network_env_get_metrics (a, ma);
  twin_network_env_get_metrics (b, mb);
  g_assert_cmpmem (ma, m, mb, m);
}

/* Stepped without actions, an episode is the experiment's replication, to the bit. */
static void
test_is_the_replication (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (51);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      g_autoptr (TwinNetworkEnv) env = new_env (model);
      const gsize size = twin_model_get_n_metrics (model) * sizeof (double);
      g_autofree double *expected = g_malloc (size), *metrics = g_malloc (size);
      double reward, rewards = 0;

      twin_model_simulate (model, 8, i, 1, expected, 1);
      for (guint again = 0; again < 2; again++)
        {
          twin_network_env_reset (env, 8, i);
          for (guint day = 0; day < twin_network_env_get_n_days (env); day++)
            {
              g_assert_false (twin_network_env_is_over (env));
              step (env, NULL, &reward);
              rewards += reward;
            }
          g_assert_true (twin_network_env_is_over (env));
          twin_network_env_get_metrics (env, metrics);
          g_assert_cmpmem (metrics, size, expected, size);
        }
      if (twin_parameters_get_number (twin_model_get_parameters (model), "warmup_days") == 0)
        g_assert_cmpfloat_with_epsilon (
            -rewards / 2 / (1 + network_metric (model, expected, "total_cost")),
            network_metric (model, expected, "total_cost") /
                (1 + network_metric (model, expected, "total_cost")), 1e-9);
    }
}

/* What is observed is what the trace says, and always within the published bounds. */
static void
test_state (void)
{
  static const char *const suffixes[] = { "on_hand", "in_transit", "backlog", "demand", "lost" };
  g_autoptr (TwinModel) model = network_model (3, 2, NULL);
  g_autoptr (TwinNetworkEnv) env = new_env (model);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 6, 2);
  const TwinNetworkNumber *layout = twin_network_env_get_observation_layout (env);
  guint n = twin_network_env_get_n_observations (env);
  g_autofree double *state = g_new (double, n);

  g_assert_cmpuint (n, ==, 3 * 2 * 5 + 2 * 3 + 1 + 2 * 2);
  g_assert_cmpstr (layout[0].name, ==, "store_1.sku_001.on_hand");
  g_assert_cmpstr (layout[9].name, ==, "store_1.sku_002.lost");
  g_assert_cmpstr (layout[30].name, ==, "warehouse_1.sku_001.on_hand");
  g_assert_cmpstr (layout[31].name, ==, "warehouse_1.sku_001.on_order");
  g_assert_cmpstr (layout[36].name, ==, "day");
  g_assert_cmpstr (layout[37].name, ==, "sku_001.season_sin");
  g_assert_cmpstr (layout[40].name, ==, "sku_002.season_cos");

  twin_network_env_reset (env, 6, 2);
  twin_network_env_get_state (env, state);
  g_assert_cmpfloat (state[0], ==, 700);
  g_assert_cmpfloat (state[3], ==, 0);
  g_assert_cmpfloat (state[30], ==, 5000);
  g_assert_cmpfloat (state[36], ==, 0);
  g_assert_cmpfloat (state[38], ==, 1);
  for (guint day = 0; day < 90; day++)
    {
      step (env, NULL, NULL);
      twin_network_env_get_state (env, state);
      for (guint i = 0; i < 30; i++)
        g_assert_cmpfloat (state[i], ==,
                           network_trace_get (trace, model, day, (guint) layout[i].node,
                                              (guint) layout[i].sku, suffixes[i % 5]));
      g_assert_cmpfloat (state[33], ==, network_trace_get (trace, model, day, 3, 1, "on_hand"));
      g_assert_cmpfloat (state[34], ==, network_trace_get (trace, model, day, 3, 1, "in_transit"));
      g_assert_cmpfloat (state[35], ==, network_trace_get (trace, model, day, 3, 1, "backlog"));
      g_assert_cmpfloat (state[36], ==, (day + 1) / 90.0);
      g_assert_cmpfloat_with_epsilon (state[37], sin (2 * G_PI * (day + 1) / 30), 1e-12);
    }
}

/* Wild actions: every number stays within its published, finite bounds, as double and as float. */
static void
test_bounds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (52);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      g_autoptr (TwinNetworkEnv) env = new_env (model);
      const TwinNetworkNumber *layout = twin_network_env_get_observation_layout (env);
      const TwinNetworkNumber *wanted = twin_network_env_get_action_layout (env);
      g_autofree double *state = g_new (double, twin_network_env_get_n_observations (env));
      g_autofree double *actions = g_new (double, twin_network_env_get_n_actions (env));

      twin_network_env_reset (env, 1, i);
      while (!twin_network_env_is_over (env))
        {
          for (guint k = 0; k < twin_network_env_get_n_actions (env); k++)
            actions[k] = wanted[k].upper * network_choose (rand, 1e9, g_rand_double (rand) / 4);
          step (env, actions, NULL);
          twin_network_env_get_state (env, state);
          for (guint k = 0; k < twin_network_env_get_n_observations (env); k++)
            {
              g_assert_true (isfinite (layout[k].lower) && isfinite (layout[k].upper));
              g_assert_cmpfloat (state[k], >=, layout[k].lower);
              g_assert_cmpfloat (state[k], <=, layout[k].upper);
              g_assert_cmpfloat ((float) state[k], <=, (float) layout[k].upper);
            }
        }
    }
}

/* Bounds have a distance even where nobody wants anything and there is no room for anything. */
static void
test_bounds_of_nothing (void)
{
  static const char *const settings[] = {
    "skus.0.base_demand=0", "skus.0.demand_sd=0", "stores.0.capacity=0", "warehouse.capacity=0",
    "stores.0.initial_inventory=0", "warehouse.initial_inventory=0", NULL,
  };
  g_autoptr (TwinModel) model = network_model (1, 1, settings);
  g_autoptr (TwinNetworkEnv) env = new_env (model);
  const TwinNetworkNumber *layout = twin_network_env_get_observation_layout (env);

  for (guint i = 0; i < twin_network_env_get_n_observations (env); i++)
    g_assert_cmpfloat ((float) layout[i].upper, >, (float) layout[i].lower);
  g_assert_cmpfloat (twin_network_env_get_action_layout (env)[0].upper, ==, 0); /* no room */
}

/* Unit and bounds of every number, by its name. */
static void
test_layout (void)
{
  static const char *const settings[] = {
    "skus.0.demand_sd=0", "skus.0.seasonality_amplitude=0.5", "skus.0.seasonality_period_days=4",
    "skus.0.base_demand=50", "stores.0.demand_multiplier=2", "stores.0.initial_inventory=3000",
    "stores.0.capacity=2000", "stores.1.demand_multiplier=1", "stores.1.initial_inventory=10",
    "stores.1.capacity=1500", "warehouse.initial_inventory=500", "warehouse.capacity=20000",
    "spike_days=1,5", "spike_multiplier=3", NULL,
  };
  static const struct
  {
    const char *name, *unit;
    double lower, upper;
    int node, sku;
  } expected[] = {
    { "store_1.sku_001.on_hand", "units", 0, 3000, 0, 0 },
    { "store_1.sku_001.in_transit", "units", 0, 3000, 0, 0 },
    { "store_1.sku_001.backlog", "units", 0, 3000, 0, 0 },
    { "store_1.sku_001.demand", "units", 0, 100 * 1.5 * 3, 0, 0 }, /* days 1 and 5 are peaks */
    { "store_1.sku_001.lost", "units", 0, 100 * 1.5 * 3, 0, 0 },
    { "store_2.sku_001.on_hand", "units", 0, 1500, 1, 0 },
    { "store_2.sku_001.in_transit", "units", 0, 1500, 1, 0 },
    { "store_2.sku_001.backlog", "units", 0, 1500, 1, 0 },
    { "store_2.sku_001.demand", "units", 0, 50 * 1.5 * 3, 1, 0 },
    { "store_2.sku_001.lost", "units", 0, 50 * 1.5 * 3, 1, 0 },
    { "warehouse_1.sku_001.on_hand", "units", 0, 20000 + 4500, 2, 0 },
    { "warehouse_1.sku_001.on_order", "units", 0, 20000 + 4500, 2, 0 },
    { "warehouse_1.sku_001.backlog", "units", 0, 4500, 2, 0 },
    { "day", NULL, 0, 1, -1, -1 },
    { "sku_001.season_sin", NULL, -1, 1, -1, 0 },
    { "sku_001.season_cos", NULL, -1, 1, -1, 0 },
    { "store_1.sku_001.order", "units", 0, 2000, 0, 0 },
    { "store_2.sku_001.order", "units", 0, 1500, 1, 0 },
    { "warehouse_1.sku_001.order", "units", 0, 20000, 2, 0 },
  };
  g_autoptr (TwinModel) model = network_model (2, 1, settings);
  g_autoptr (TwinNetworkEnv) env = new_env (model);
  const guint n = twin_network_env_get_n_observations (env);

  g_assert_cmpuint (n + twin_network_env_get_n_actions (env), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TwinNetworkNumber *number =
          i < n ? &twin_network_env_get_observation_layout (env)[i]
                : &twin_network_env_get_action_layout (env)[i - n];

      g_assert_cmpstr (number->name, ==, expected[i].name);
      g_assert_cmpstr (number->unit, ==, expected[i].unit);
      g_assert_cmpfloat (number->lower, ==, expected[i].lower);
      g_assert_cmpfloat (number->upper, >=, expected[i].upper);
      g_assert_cmpfloat (number->upper, <=, expected[i].upper * (1 + 1e-8));
      g_assert_cmpint (number->node, ==, expected[i].node);
      g_assert_cmpint (number->sku, ==, expected[i].sku);
    }
}

/* Actions replace the rule where they are given, and stop at the capacity. */
static void
test_actions (void)
{
  static const char *const settings[] = {
    "skus.0.demand_sd=0", "skus.0.seasonality_amplitude=0", "stores.0.capacity=1000", NULL,
  };
  g_autoptr (TwinModel) model = network_model (2, 1, settings);
  g_autoptr (TwinNetworkEnv) env = new_env (model);
  const TwinNetworkNumber *layout = twin_network_env_get_action_layout (env);
  double state[16];

  g_assert_cmpuint (twin_network_env_get_n_actions (env), ==, 3);
  g_assert_cmpstr (layout[0].name, ==, "store_1.sku_001.order");
  g_assert_cmpstr (layout[2].name, ==, "warehouse_1.sku_001.order");
  g_assert_cmpfloat (layout[0].upper, ==, 1000);
  g_assert_cmpint (layout[2].node, ==, 2);

  /* 640 are left of 700 and 360 more fit; the second store's 550 are above its reorder point, the
   * warehouse orders what it is told */
  step (env, (double[]){ 1e300, 99, 123 }, NULL);
  twin_network_env_get_state (env, state);
  g_assert_cmpfloat (state[1], ==, 360);
  g_assert_cmpfloat (state[6], ==, 99);
  g_assert_cmpfloat (state[11], ==, 123);

  /* without a decision the rule decides: nothing in the first two, and the third has 0 */
  g_assert_true (twin_network_env_step (env, (double[]){ NAN, 40, -1 }, (uint8_t[]){ 0, 1, 0 },
                                        NULL, NULL));
  twin_network_env_get_state (env, state);
  g_assert_cmpfloat (state[1], ==, 360);
  g_assert_cmpfloat (state[6], ==, 139);
  g_assert_cmpfloat (state[11], ==, 123);
}

/* An action that is 0 everywhere is not the same as no action. */
static void
test_no_order_is_an_action (void)
{
  g_autoptr (TwinModel) model = network_model (3, 1, NULL);
  g_autoptr (TwinNetworkEnv) env = new_env (model);
  const double nothing[4] = { 0 };
  TwinNetworkDay day;

  while (!twin_network_env_is_over (env))
    {
      step (env, nothing, NULL);
      twin_network_env_get_last_day (env, &day);
      g_assert_cmpfloat (day.store_orders + day.warehouse_orders, ==, 0);
    }
  g_assert_cmpfloat (day.inventory, ==, 5000);
  g_assert_cmpfloat (day.service_level, ==, 0);
}

static void
test_refused (void)
{
  static const struct { double value; const char *says; } cases[] = {
    { -5, "-5 is" }, { NAN, "nan" }, { INFINITY, "inf" }, { -1e-300, "e-300" },
  };
  g_autoptr (TwinModel) model = network_model (3, 2, NULL);
  g_autoptr (TwinNetworkEnv) env = new_env (model), untouched = new_env (model);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double actions[8] = { 1, 2, 3, 4, 5, cases[i].value, 7, 8 }, reward = 17;

      g_assert_false (twin_network_env_step (env, actions, NULL, &reward, &error));
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_OUT_OF_BOUNDS);
      g_assert_nonnull (strstr (error->message, "store_3"));
      g_assert_nonnull (strstr (error->message, "sku_002"));
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_cmpstr (twin_error_get_key (error), ==, "store_3.sku_002.order");
      g_assert_cmpfloat (reward, ==, 17);
      assert_same (env, untouched);
      g_clear_error (&error);
    }

  while (!twin_network_env_is_over (env))
    {
      step (env, NULL, NULL);
      step (untouched, NULL, NULL);
    }
  g_assert_false (twin_network_env_step (env, NULL, NULL, NULL, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "90"));
  assert_same (env, untouched);
}

static void
test_other_twins (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("warehouse", NULL));
  g_autoptr (TwinModel) model = twin_model_new (p, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (twin_network_env_new (model, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "warehouse"));
  twin_network_env_free (NULL);
}

/* The day's numbers fit each other, the nodes' costs add up, and the reward is minus their sum. */
static void
test_last_day (void)
{
  g_autoptr (TwinModel) model = network_model (3, 2, NULL);
  g_autoptr (TwinNetworkEnv) env = new_env (model);
  double costs[4][3], reward;
  TwinNetworkDay day;

  twin_network_env_get_last_day (env, &day);
  twin_network_env_get_node_costs (env, &costs[0][0]);
  g_assert_cmpfloat (day.demand + day.total_cost + costs[0][0], ==, 0);
  g_assert_cmpfloat (day.service_level, ==, 1);
  while (!twin_network_env_is_over (env))
    {
      double sums[3] = { 0 };

      step (env, NULL, &reward);
      twin_network_env_get_last_day (env, &day);
      twin_network_env_get_node_costs (env, &costs[0][0]);
      for (guint node = 0; node < 4; node++)
        for (guint part = 0; part < 3; part++)
          sums[part] += costs[node][part];
      g_assert_cmpfloat_with_epsilon (sums[0], day.holding_cost, 1e-9);
      g_assert_cmpfloat_with_epsilon (sums[1], day.stockout_cost, 1e-9);
      g_assert_cmpfloat (sums[2], ==, day.ordering_cost);
      g_assert_cmpfloat (day.total_cost, ==,
                         day.holding_cost + day.stockout_cost + day.ordering_cost);
      g_assert_cmpfloat (reward, ==, -day.total_cost);
      g_assert_cmpfloat_with_epsilon (day.demand, day.sales + day.lost_sales, 1e-9);
      g_assert_cmpfloat_with_epsilon (day.holding_cost, 0.5 * day.inventory, 1e-9);
    }
}

/* Before a day counts there is nothing to average. */
static void
test_metrics_so_far (void)
{
  g_autoptr (TwinModel) model = network_model (3, 1, NULL);
  g_autoptr (TwinNetworkEnv) env = new_env (model);
  g_autofree double *m = g_new (double, twin_model_get_n_metrics (model));

  for (guint day = 0; day < 8; day++)
    {
      twin_network_env_get_metrics (env, m);
      g_assert_cmpfloat (network_metric (model, m, "demand"), ==, 0);
      g_assert_cmpfloat (network_metric (model, m, "service_level"), ==, 1);
      g_assert_true (isnan (network_metric (model, m, "average_inventory")));
      g_assert_true (isnan (network_metric (model, m, "min_inventory")));
      g_assert_true (isnan (network_metric (model, m, "min_daily_service_level")));
      g_assert_true (isnan (network_metric (model, m, "sd_inventory")));
      step (env, NULL, NULL);
    }
  twin_network_env_get_metrics (env, m);
  g_assert_cmpfloat (network_metric (model, m, "demand"), >, 0);
  g_assert_cmpfloat (network_metric (model, m, "average_inventory"), ==,
                     network_metric (model, m, "min_inventory"));
}

/* From a snapshot on everything happens again, in this environment and in another of an equal
 * model, also while orders wait. */
static void
test_snapshot (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (53);
  guint n_waiting = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      g_autoptr (TwinModel) equal = twin_model_new (twin_model_get_parameters (model), NULL);
      g_autoptr (TwinNetworkEnv) env = new_env (model), other = new_env (equal);
      guint days = twin_network_env_get_n_days (env);
      guint until = (guint) g_rand_int_range (rand, 0, (int) days + 1);
      g_autofree double *state = g_new (double, twin_network_env_get_n_observations (env));
      double a, b, c;

      twin_network_env_reset (env, 3, i);
      for (guint day = 0; day < until; day++)
        step (env, NULL, NULL);
      g_autoptr (GBytes) snapshot = twin_network_env_snapshot (env);
      twin_network_env_get_state (env, state);
      n_waiting += state[2] > 0;
      step (other, NULL, NULL);
      g_assert_true (twin_network_env_restore (other, snapshot, NULL));
      assert_same (env, other);
      while (!twin_network_env_is_over (env))
        {
          step (env, NULL, &a);
          step (other, NULL, &b);
          g_assert_cmpfloat (a, ==, b);
          assert_same (env, other);
        }
      g_assert_true (twin_network_env_restore (env, snapshot, NULL));
      for (guint day = until; day < days; day++)
        step (env, NULL, &c);
      assert_same (env, other);
    }
  g_assert_cmpuint (n_waiting, >, 50);
}

static void
test_snapshot_refused (void)
{
  static const char *const other_settings[] = { "stores.0.reorder_point=301", NULL };
  g_autoptr (TwinModel) model = network_model (3, 1, NULL);
  g_autoptr (TwinModel) other_model = network_model (3, 1, other_settings);
  g_autoptr (TwinNetworkEnv) env = new_env (model), untouched = new_env (model);
  g_autoptr (TwinNetworkEnv) other = new_env (other_model);
  g_autoptr (GBytes) snapshot = twin_network_env_snapshot (env);
  g_autoptr (GError) error = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (snapshot, &size);

  g_assert_false (twin_network_env_restore (other, snapshot, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_CONFLICT);
  g_clear_error (&error);
  for (gsize cut = 0; cut < size; cut += 1 + cut / 16)
    {
      g_autoptr (GBytes) part = g_bytes_new (bytes, cut);
      g_assert_false (twin_network_env_restore (env, part, &error));
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
      g_clear_error (&error);
    }
  for (gsize place = 0; place < size; place += 3)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, size);
      copy[place] ^= 0x10;
      g_autoptr (GBytes) changed = g_bytes_new (copy, size);
      g_assert_false (twin_network_env_restore (env, changed, &error));
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
      g_clear_error (&error);
    }
  assert_same (env, untouched);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-env/is-the-replication", test_is_the_replication);
  g_test_add_func ("/network-env/state", test_state);
  g_test_add_func ("/network-env/bounds", test_bounds);
  g_test_add_func ("/network-env/bounds-of-nothing", test_bounds_of_nothing);
  g_test_add_func ("/network-env/layout", test_layout);
  g_test_add_func ("/network-env/actions", test_actions);
  g_test_add_func ("/network-env/no-order-is-an-action", test_no_order_is_an_action);
  g_test_add_func ("/network-env/refused", test_refused);
  g_test_add_func ("/network-env/other-twins", test_other_twins);
  g_test_add_func ("/network-env/last-day", test_last_day);
  g_test_add_func ("/network-env/metrics-so-far", test_metrics_so_far);
  g_test_add_func ("/network-env/snapshot", test_snapshot);
  g_test_add_func ("/network-env/snapshot-refused", test_snapshot_refused);
  return g_test_run ();
}
