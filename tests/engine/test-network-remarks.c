/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"

#include <string.h>

/* What is allowed, but hardly meant. */

/* The remarks on that network as "key | text", one a line. */
static char *
list (guint n_stores, guint n_skus, const char *const *settings)
{
  g_autoptr (TwinModel) model = network_model (n_stores, n_skus, settings);
  g_autoptr (GPtrArray) remarks = twin_model_list_remarks (model);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    {
      const TwinRemark *remark = g_ptr_array_index (remarks, i);

      g_assert_true (g_str_has_prefix (remark->text, remark->keys[0]));
      for (char **key = remark->keys; *key != NULL; key++)
        g_assert_nonnull (strstr (remark->text, *key));
      g_string_append_printf (lines, "%s\n", remark->text);
    }
  return g_string_free (lines, FALSE);
}

static void
test_nothing_to_say (void)
{
  g_autofree char *common = list (3, 1, NULL);
  g_autofree char *split = list (5, 4, (const char *[]) { "stores.1.capacity.2=700",
                                                          "stores.2.capacity=1000", NULL });
  g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("warehouse", NULL));
  g_autoptr (TwinModel) warehouse = twin_model_new (p, NULL);
  g_autoptr (GPtrArray) remarks = twin_model_list_remarks (warehouse);

  g_assert_cmpstr (common, ==, "");
  g_assert_cmpstr (split, ==, "");
  g_assert_cmpuint (remarks->len, ==, 0);
}

static void
test_capacity (void)
{
  static const char *const low[] = { "stores.1.capacity=699", "stores.2.capacity=100",
                                     "warehouse.capacity=5999.5", NULL };
  static const char *const split[] = { "stores.0.capacity.1=799", NULL };
  g_autofree char *some = list (3, 2, low);
  g_autofree char *one = list (3, 2, split);

  g_assert_cmpstr (some, ==,
                   "stores.1.order_up_to: 700 can never be reached; stores.1.capacity is 699\n"
                   "stores.2.order_up_to: 1000 can never be reached; stores.2.capacity is 100, "
                   "which is not above stores.2.reorder_point, so that there is an order whenever "
                   "there is room\n"
                   "warehouse.order_up_to: 6000 can never be reached; warehouse.capacity is "
                   "5999.5\n");
  g_assert_cmpstr (one, ==,
                   "stores.0.order_up_to: 800 can never be reached; stores.0.capacity.1 is 799\n");
}

static void
test_spike (void)
{
  static const struct { const char *days, *factor, *says; } cases[] = {
    { "30,31", "2", "spike_days: no day of the spike is within the horizon of 30 days\n" },
    { "29,30", "2", "" },
    { "30,31", "1", "" },
    { "", "2", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *days = g_strdup_printf ("spike_days=%s", cases[i].days);
      g_autofree char *factor = g_strdup_printf ("spike_multiplier=%s", cases[i].factor);
      g_autofree char *text =
          list (3, 1, (const char *[]) { "horizon_days=30", days, factor, NULL });

      g_assert_cmpstr (text, ==, cases[i].says);
    }
}

/* Store 0 sells 60 a day, and stores 0 and 1 together 110. */
static void
test_first_stock (void)
{
  static const char *const store[] = { "stores.0.initial_inventory=5060",
                                       "skus.0.seasonality_amplitude=0", NULL };
  static const char *const warm[] = { "stores.0.initial_inventory=5060", "warmup_days=71",
                                      "horizon_days=92", "skus.0.seasonality_amplitude=0", NULL };
  static const char *const warehouse[] = { "warehouse.initial_inventory=1000000",
                                           "skus.0.seasonality_amplitude=0", NULL };
  static const char *const split[] = { "stores.1.initial_inventory.1=4000", "skus.1.name=Green tea",
                                       "skus.1.seasonality_amplitude=0", NULL };
  static const char *const unsold[] = { "stores.0.initial_inventory=5060",
                                        "stores.0.demand_multiplier=0", NULL };
  static const char *const unnamed[] = { "stores.0.initial_inventory=5060", "skus.0.name=",
                                         "skus.0.seasonality_amplitude=0", NULL };
  g_autofree char *a = list (2, 1, store), *b = list (2, 1, warm), *c = list (2, 1, warehouse);
  g_autofree char *d = list (2, 2, split), *e = list (2, 1, unsold);
  g_autofree char *f = list (2, 1, unnamed);

  g_assert_cmpstr (a, ==,
                   "stores.0.initial_inventory: the stock at the start lasts about 73 of 90 days "
                   "(Premium coffee beans); a longer horizon or a longer warm-up shows the policy\n");
  g_assert_cmpstr (b, ==, "");
  g_assert_true (g_str_has_prefix (c, "warehouse.initial_inventory: the stock at the start lasts "
                                      "about 90 of 90 days (Premium coffee beans)"));
  g_assert_true (g_str_has_prefix (d, "stores.1.initial_inventory.1: the stock at the start lasts "
                                      "about 68 of 90 days (Green tea)"));
  g_assert_cmpstr (e, ==, "");
  g_assert_nonnull (strstr (f, " of 90 days (sku_001)"));
}

static double
get_daily_cost (const TwinModel *model)
{
  enum { N = 100 };
  const guint n_metrics = twin_model_get_n_metrics (model);
  g_autofree double *metrics = g_new0 (double, n_metrics * N);
  double sum = 0;

  twin_model_simulate (model, 1, 0, N, metrics, N);
  for (guint m = 0; m < n_metrics; m++)
    if (g_str_equal (twin_model_get_metric (model, m)->name, "average_daily_cost"))
      for (guint i = 0; i < N; i++)
        sum += metrics[m * N + i];
  return sum / N;
}

/* The cost of a day, over the horizon and warm-up of @settings, as a multiple of what it is in ten
 * years after a year. */
static double
compare_with_long_run (const char *const *settings)
{
  g_autoptr (TwinModel) model = network_model (3, 1, settings);
  g_autoptr (TwinParameters) p = twin_parameters_copy (twin_model_get_parameters (model));
  g_autoptr (TwinModel) long_run = NULL;

  network_set (p, 3960, "horizon_days");
  network_set (p, 360, "warmup_days");
  long_run = twin_model_new (p, NULL);
  return get_daily_cost (model) / get_daily_cost (long_run);
}

/* What is remarked is what distorts the cost: by 59, 16 and 13 %, and by less than 3 %. */
static void
test_distorted_cost (void)
{
#define LEAN                                                                                       \
  "stores.0.reorder_point=270", "stores.0.order_up_to=280", "stores.1.reorder_point=240",          \
      "stores.1.order_up_to=250", "stores.2.reorder_point=350", "stores.2.order_up_to=390",        \
      "warehouse.reorder_point=1300", "warehouse.order_up_to=1450"
  static const struct { const char *settings[16]; gboolean is_distorted; } cases[] = {
    { { NULL }, FALSE },
    { { LEAN, NULL }, TRUE },
    { { LEAN, "warmup_days=20", NULL }, TRUE },
    { { LEAN, "horizon_days=365", NULL }, TRUE },
    { { LEAN, "warmup_days=30", "horizon_days=120", NULL }, FALSE },
    { { LEAN, "warehouse.initial_inventory=1500", NULL }, FALSE },
    { { LEAN, "warehouse.initial_inventory=2000", NULL }, FALSE },
    { { LEAN, "warehouse.initial_inventory=3000", NULL }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = list (3, 1, cases[i].settings);
      const double ratio = compare_with_long_run (cases[i].settings);

      g_test_message ("%u: %.3f %s", i, ratio, text);
      if (cases[i].is_distorted)
        {
          g_assert_cmpfloat (ratio, >, 1.1);
          g_assert_true (g_str_has_prefix (text, "warehouse.initial_inventory: the stock at the "));
          g_assert_null (strstr (text, "stores."));
        }
      else
        {
          g_assert_cmpfloat (ratio, <, 1.05);
          g_assert_cmpstr (text, ==, "");
        }
    }
#undef LEAN
}

/* Where nothing costs anything to hold, units are counted. */
static void
test_free_stock (void)
{
  static const char *const full[] = { "skus.0.holding_cost=0", "warehouse.initial_inventory=20000",
                                      NULL };
  g_autofree char *text = list (3, 1, full);
  g_autofree char *usual = list (3, 1, (const char *[]) { "skus.0.holding_cost=0", NULL });

  g_assert_true (g_str_has_prefix (text, "warehouse.initial_inventory: "));
  g_assert_cmpstr (usual, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-remarks/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/network-remarks/capacity", test_capacity);
  g_test_add_func ("/network-remarks/spike", test_spike);
  g_test_add_func ("/network-remarks/first-stock", test_first_stock);
  g_test_add_func ("/network-remarks/distorted-cost", test_distorted_cost);
  g_test_add_func ("/network-remarks/free-stock", test_free_stock);
  return g_test_run ();
}
