/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "figure-samples.h"

#define NBSP "\302\240"
#define PAIR(s, S) NBSP "(" s "," NBSP S ")"
#define NNBSP "\342\200\257"
#define MINUS "\342\210\222"

static const TwinMetric share = { .name = "fill_rate", .title = "Fill rate",
                                  .quantity = TWIN_QUANTITY_SHARE };
static const TwinMetric money = { .name = "total_cost", .title = "Total cost",
                                  .quantity = TWIN_QUANTITY_MONEY };
static const TwinMetric stock = { .name = "average_on_hand", .title = "Average on hand",
                                  .unit = "units", .quantity = TWIN_QUANTITY_STOCK };

static void
assert_text (char *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_metric (void)
{
  assert_text (twin_figure_format_metric (&share, 0.98), "98.0" NNBSP "%");
  assert_text (twin_figure_format_metric (&money, 57720), "57" NNBSP "720");
  assert_text (twin_figure_format_metric (&stock, 26.12), "26.1" NNBSP "units");
  assert_text (twin_figure_format_metric (&stock, NAN), "–");
}

static void
test_interval (void)
{
  assert_text (twin_figure_format_interval (&stock, (TwinEstimate) { .low = 26, .high = 26.4 }),
               "26.0 – 26.4" NNBSP "units");
  assert_text (twin_figure_format_interval (&money, (TwinEstimate) { .low = NAN, .high = NAN }),
               "no interval");
}

/* What is counted or paid cannot be less than nothing; a difference can. */
static void
test_possible (void)
{
  const TwinEstimate few = { .n = 10, .mean = 7, .sd = 27.1, .low = -12.4, .high = 26.4 };
  const TwinEstimate shares = { .n = 10, .mean = 0.99, .sd = 0.03, .low = 0.968, .high = 1.012 };

  assert_text (twin_figure_format_interval (&money, few), "0 – 26");
  assert_text (twin_figure_format_interval (&stock, few), "0 – 26" NNBSP "units");
  assert_text (twin_figure_format_mean (&stock, few), "7" NNBSP "units");
  assert_text (twin_figure_format_difference_interval (&money, few), MINUS "12 – 26");
  assert_text (twin_figure_format_interval (&share, shares), "96.8 – 100.0" NNBSP "%");
}

static void
test_no_interval (void)
{
  const TwinEstimate one = { .n = 1, .mean = 5, .sd = NAN, .low = NAN, .high = NAN };
  const TwinEstimate large = { .n = 10, .mean = 9.4078e303, .sd = NAN, .low = NAN, .high = NAN };
  const TwinEstimate endless = { .n = 10, .mean = 1e300, .sd = INFINITY, .low = -INFINITY,
                                 .high = INFINITY };

  assert_text (twin_figure_format_interval (&money, one), "no interval");
  assert_text (twin_figure_format_interval (&money, large),
               "no interval: the numbers are too large");
  assert_text (twin_figure_format_interval (&money, endless),
               "no interval: the numbers are too large");
  assert_text (twin_figure_format_mean (&money, large), "9.4078" NNBSP "×" NNBSP "10³⁰³");
}

/* One column, one number of decimals: that of the usual interval, whatever one of them has. */
static void
test_column (void)
{
  const TwinEstimate shares[] = {
    { .n = 9, .mean = 0.99952, .low = 0.99911, .high = 0.99993 },
    { .n = 9, .mean = 0.9911, .low = 0.9903, .high = 0.9919 },
    { .n = 9, .mean = 0.8381, .low = 0.8361, .high = 0.8401 },
  };
  TwinFigureColumn column = { 0 };
  TwinFigureColumn sure = { 0 };
  TwinEstimate as;

  for (gsize i = 1; i < G_N_ELEMENTS (shares); i++)
    twin_figure_column_add (&column, &share, shares[i]);
  as = twin_figure_column_get (&column);
  assert_text (twin_figure_format_mean_as (&share, shares[1], as), "99.1" NNBSP "%");
  assert_text (twin_figure_format_interval_as (&share, shares[1], as), "99.0 – 99.2" NNBSP "%");
  assert_text (twin_figure_format_mean_as (&share, shares[2], as), "83.8" NNBSP "%");

  /* Nearly all must not read as all. */
  twin_figure_column_add (&column, &share, shares[0]);
  as = twin_figure_column_get (&column);
  assert_text (twin_figure_format_mean_as (&share, shares[0], as), "99.95" NNBSP "%");
  assert_text (twin_figure_format_mean_as (&share, shares[2], as), "83.81" NNBSP "%");

  /* Without any interval the largest decides. */
  twin_figure_column_add (&sure, &money, (TwinEstimate) { .n = 1, .mean = 43711, .low = NAN,
                                                          .high = NAN });
  as = twin_figure_column_get (&sure);
  assert_text (twin_figure_format_mean_as (&money, (TwinEstimate) { .mean = 75.57 }, as), "76");
}

/* Mean and deviation have the decimals of the interval between them. */
static void
test_mean (void)
{
  const TwinEstimate estimate = { .n = 9, .mean = 666.67, .sd = 28.9, .low = 595, .high = 1738.4 };

  assert_text (twin_figure_format_mean (&money, estimate), "667");
  assert_text (twin_figure_format_sd (&money, estimate), "29");
  assert_text (twin_figure_format_mean (&stock, (TwinEstimate) { .mean = 3, .low = NAN }),
               "3.0" NNBSP "units");
}

static void
test_difference (void)
{
  const TwinEstimate less = { .n = 9, .mean = -0.2349, .low = -0.2364, .high = -0.2333 };
  const TwinEstimate more = { .n = 9, .mean = 19442, .low = 19173, .high = 19710 };
  const TwinEstimate none = { .n = 1, .mean = NAN, .low = NAN, .high = NAN };

  assert_text (twin_figure_format_difference (&share, less), MINUS "23.5" NNBSP "pp");
  assert_text (twin_figure_format_difference_interval (&share, less),
               MINUS "23.6 – " MINUS "23.3" NNBSP "pp");
  assert_text (twin_figure_format_difference (&money, more), "+19" NNBSP "442");
  assert_text (twin_figure_format_difference (&share, none), "–");
}

static void
test_styles (void)
{
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_SHARE), ==, TWIN_NUMBER_SHARE);
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_MONEY), ==, TWIN_NUMBER_MONEY);
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_STOCK), ==, TWIN_NUMBER_QUANTITY);
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_COUNT), ==, TWIN_NUMBER_COUNT);
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_DAYS), ==, TWIN_NUMBER_DAYS);
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_PLAIN), ==, TWIN_NUMBER_PLAIN);
}

static TwinOptimum *
tune_network (guint n_stores,
              guint n_skus)
{
  const TwinModelType *type = twin_model_type_find ("network", NULL);
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);
  g_autoptr (TwinSearch) search = twin_search_new (type);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;
  TwinOptimum *optimum;

  while (twin_parameters_get_n_items (parameters, "stores") > n_stores)
    twin_parameters_remove_item (parameters, "stores", n_stores);
  for (guint i = 3; i < n_stores; i++)
    {
      g_autofree char *key = g_strdup_printf ("stores.%u.id", i);

      twin_parameters_insert_item (parameters, "stores", i, 0);
      twin_parameters_set_text (parameters, key, key, NULL);
    }
  for (guint i = 1; i < n_skus; i++)
    {
      twin_parameters_insert_item (parameters, "skus", i, -1);
      twin_parameters_set_text (parameters, "skus.1.id", "second", NULL);
    }
  search->budget = 1;
  optimum = twin_optimum_new (parameters, search, 1, 2, pool, NULL, &error);
  g_assert_no_error (error);
  return optimum;
}

static void
test_policy (void)
{
  g_autoptr (TwinOptimum) optimum = sample_optimum ("horizon_days=120", 0.95, 2);
  const TwinPolicy policy = { .decisions = (const double[]) { 88, 174 } };

  assert_text (twin_figure_format_policy (optimum, &policy), "s = 88, S = 174");
  assert_text (twin_figure_format_policy_short (optimum, &policy), "s = 88, S = 174");
  assert_text (twin_figure_format_title_inside (&share), "fill rate");
}

/* The policy that the search begins with is the network as it stands. */
static void
test_policy_of_network (void)
{
  g_autoptr (TwinOptimum) four = tune_network (3, 1);
  g_autoptr (TwinOptimum) many = tune_network (40, 1);
  g_autoptr (TwinOptimum) two_skus = tune_network (1, 2);

  assert_text (twin_figure_format_policy (four, twin_optimum_get_policy (four, 0)),
               "Downtown s = 300, S = 800; Suburban s = 250, S = 700; Mall s = 400, S = 1" NNBSP "000; "
               "Warehouse s = 2" NNBSP "000, S = 6" NNBSP "000");
  assert_text (twin_figure_format_policy_short (four, twin_optimum_get_policy (four, 0)),
               "Downtown" PAIR ("300", "800") "; Suburban" PAIR ("250", "700") "; Mall"
               PAIR ("400", "1" NNBSP "000") "; Warehouse" PAIR ("2" NNBSP "000", "6" NNBSP "000"));
  assert_text (twin_figure_format_policy_short (many, twin_optimum_get_policy (many, 0)),
               "Downtown" PAIR ("300", "800") "; Suburban" PAIR ("250", "700") "; Mall"
               PAIR ("400", "1" NNBSP "000") "; and 38 more");
  assert_text (twin_figure_format_policy_short (two_skus, twin_optimum_get_policy (two_skus, 0)),
               "Downtown · Premium coffee beans" PAIR ("300", "800") "; Downtown · SKU 2"
               PAIR ("300", "800") "; Warehouse · Premium coffee beans"
               PAIR ("2" NNBSP "000", "6" NNBSP "000")
               "; Warehouse · SKU 2" PAIR ("2" NNBSP "000", "6" NNBSP "000"));
}

/* A line a place, and what is different from another policy. */
static void
test_places (void)
{
  g_autoptr (TwinOptimum) one = sample_optimum ("horizon_days=120", 0.95, 2);
  g_autoptr (TwinOptimum) four = tune_network (3, 1);
  g_autoptr (TwinOptimum) many = tune_network (40, 1);
  g_autofree char *lines =
      twin_figure_format_policy_lines (many, twin_optimum_get_policy (many, 0));
  const TwinPolicy *from = twin_optimum_get_policy (four, 0);
  const double moved[] = { 300, 800, 250, 700, 390, 1000, 2000, 5800 };
  const double all[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  const TwinPolicy small = { .decisions = moved };
  const TwinPolicy large = { .decisions = all };
  const TwinPolicy other = { .decisions = (const double[]) { 88, 174 } };
  g_autoptr (TwinChart) chart = twin_figure_policies (four, -1);
  g_autoptr (GArray) star = chart_series (chart, "Cheapest tried that meets the target");

  /* At its mark there is room for the least. */
  g_assert_cmpuint (star->len, ==, 2);
  g_assert_true (g_str_has_prefix (g_array_index (star, TwinChartDatum, 1).label, "Cheapest: 1"));
  g_assert_null (strstr (g_array_index (star, TwinChartDatum, 1).label, "Downtown"));

  assert_text (twin_figure_format_policy_lines (four, from),
               "Downtown: s = 300, S = 800\nSuburban: s = 250, S = 700\n"
               "Mall: s = 400, S = 1" NNBSP "000\n"
               "Warehouse: s = 2" NNBSP "000, S = 6" NNBSP "000");
  g_assert_true (g_str_has_suffix (lines, "\nand 30 more"));
  assert_text (twin_figure_format_policy_lines (one, &other), "s = 88, S = 174");

  assert_text (twin_figure_format_policy_change (four, from, &small),
               "Mall s 400 → 390; Warehouse S 6" NNBSP "000 → 5" NNBSP "800");
  assert_text (twin_figure_format_policy_change (four, from, &large),
               "Downtown s 300 → 1; Downtown S 800 → 2; Suburban s 250 → 3; Suburban S 700 → 4; "
               "and 4 more");
  assert_text (twin_figure_format_policy_change (one, twin_optimum_get_policy (one, 0), &other),
               "s = 88, S = 174");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-format/metric", test_metric);
  g_test_add_func ("/figure-format/interval", test_interval);
  g_test_add_func ("/figure-format/possible", test_possible);
  g_test_add_func ("/figure-format/no-interval", test_no_interval);
  g_test_add_func ("/figure-format/column", test_column);
  g_test_add_func ("/figure-format/mean", test_mean);
  g_test_add_func ("/figure-format/difference", test_difference);
  g_test_add_func ("/figure-format/styles", test_styles);
  g_test_add_func ("/figure-format/policy", test_policy);
  g_test_add_func ("/figure-format/policy-of-network", test_policy_of_network);
  g_test_add_func ("/figure-format/places", test_places);
  return g_test_run ();
}
