/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Traces of several panels: those of a network, and which of too many are drawn. */

#include <math.h>
#include <string.h>

#include "../engine/network-fixture.h"
#include "figure-samples.h"

/* One store is out of stock all the time, the others never. */
static const char *const starved[] = { "stores.1.order_up_to=60", "stores.1.reorder_point=59",
                                       "stores.1.initial_inventory=0", "horizon_days=40", NULL };

static TwinChart *
draw (const TwinModel *model,
      const TwinTrace *trace,
      guint most)
{
  g_autoptr (GArray) panels = twin_figure_choose_panels (trace, most);
  TwinChart *chart =
      twin_figure_trace_panels (model, trace, NULL, 42, 0, 1,
                                (const guint *) (const void *) panels->data, panels->len);

  twin_figure_caption_left_out (chart, trace, NULL);
  return chart;
}

/* The rows of a series in one panel. */
static GArray *
panel_series (const TwinChart *chart,
              const char *panel,
              const char *series)
{
  GArray *all = chart_series (chart, series);

  for (guint i = all->len; i > 0; i--)
    if (!g_str_equal (g_array_index (all, TwinChartDatum, i - 1).panel, panel))
      g_array_remove_index (all, i - 1);
  return all;
}

static void
test_nodes (void)
{
  static const char *const names[] = { "Downtown", "Suburban", "Mall", "Warehouse" };
  g_autoptr (TwinModel) model = network_model (3, 1, starved);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 42, 0);
  g_autoptr (TwinChart) chart = twin_figure_trace (model, trace, NULL, 42, 0, 1);
  g_autoptr (GArray) warmup = chart_series (chart, "Warm-up");

  g_assert_cmpuint (warmup->len, ==, G_N_ELEMENTS (names));
  for (guint node = 0; node < G_N_ELEMENTS (names); node++)
    {
      g_autoptr (GArray) on_hand = panel_series (chart, names[node], "On hand");

      /* The last day's level holds to its end. */
      g_assert_cmpuint (on_hand->len, ==, 41);
      g_assert_cmpfloat (g_array_index (on_hand, TwinChartDatum, 40).x, ==, 40);
      g_assert_cmpfloat (g_array_index (on_hand, TwinChartDatum, 40).y, ==,
                         g_array_index (on_hand, TwinChartDatum, 39).y);
      for (guint day = 0; day < 40; day++)
        g_assert_cmpfloat (g_array_index (on_hand, TwinChartDatum, day).y, ==,
                           network_trace_get ((TwinTrace *) trace, model, day, node, 0, "on_hand"));
      g_assert_cmpfloat (g_array_index (warmup, TwinChartDatum, node).low, ==, 0);
      g_assert_cmpfloat (g_array_index (warmup, TwinChartDatum, node).high, ==, 7);
    }
  assert_axes (chart, "Time (days)", "Inventory (units)");
  assert_complete (chart, (const char *const[]) { "Downtown:", "Suburban:", "Mall:", "Warehouse:",
                                                  "Lost sales: 37.", NULL });
  assert_draws (chart);
}

/* A day on which demand is missed has a mark at 0, where the stock was then. */
static void
test_losses (void)
{
  g_autoptr (TwinModel) model = network_model (3, 1, starved);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 42, 0);
  g_autoptr (TwinChart) chart = twin_figure_trace (model, trace, NULL, 42, 0, 1);
  g_autoptr (GArray) losses = chart_series (chart, "Lost sales");
  guint expected = 0;

  for (guint day = 0; day < 40; day++)
    for (guint node = 0; node < 3; node++)
      expected += network_trace_get ((TwinTrace *) trace, model, day, node, 0, "lost") > 0;
  g_assert_cmpuint (losses->len, ==, expected);
  g_assert_cmpuint (losses->len, >=, 30);
  for (guint i = 0; i < losses->len; i++)
    {
      g_assert_cmpfloat (g_array_index (losses, TwinChartDatum, i).y, ==, 0);
      g_assert_cmpstr (g_array_index (losses, TwinChartDatum, i).panel, ==, "Suburban");
    }
}

static void
test_skus (void)
{
  g_autoptr (TwinModel) model = network_model (2, 2, NULL);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 42, 0);
  g_autoptr (TwinChart) chart = twin_figure_trace (model, trace, NULL, 42, 0, 1);
  g_autoptr (GArray) cocoa = panel_series (chart, "Warehouse, Premium coffee beans", "On hand");

  /* Both SKUs bear the same name here. */
  g_assert_cmpuint (cocoa->len, ==, 2 * 91);
  g_assert_cmpuint (twin_trace_get_n_panels (trace), ==, 6);
  assert_draws (chart);
}

static void
assert_chosen (const TwinTrace *trace,
               guint most,
               const char *expected)
{
  g_autoptr (GArray) panels = twin_figure_choose_panels (trace, most);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < panels->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? " " : "", g_array_index (panels, guint, i));
  g_assert_cmpstr (numbers->str, ==, expected);
}

static const TwinTraceColumn columns[] = { { "day", "Day", "days" }, { "lost", "Lost", "units" } };
static const TwinTraceLayer missing[] = { { TWIN_TRACE_LOSS, "Lost", 1, TWIN_TRACE_POSITIVE, 1 } };
static const TwinTraceLayer holding[] = { { TWIN_TRACE_LEVEL, "Lost", 1 } };

/* Those that miss most, in the order they stand in; of two that miss the same, the first. */
static void
test_choice (void)
{
  static const double lost[] = { 1, 9, 0, 4, 4, 100 };
  g_autoptr (TwinTrace) trace = twin_trace_new (columns, G_N_ELEMENTS (columns));

  for (guint day = 0; day < 2; day++)
    for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
      twin_trace_add (trace, (double[]) { day, lost[i] });
  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    twin_trace_add_panel (trace, "P", i, G_N_ELEMENTS (lost), i < 5 ? missing : holding, 1);

  assert_chosen (trace, 6, "0 1 2 3 4 5");
  assert_chosen (trace, G_MAXUINT, "0 1 2 3 4 5");
  assert_chosen (trace, 1, "1");
  assert_chosen (trace, 2, "1 3");
  assert_chosen (trace, 4, "0 1 3 4");
  assert_chosen (trace, 5, "0 1 2 3 4");
}

/* The stores wait for the warehouse: however many they are, it is shown. */
static void
test_warehouse (void)
{
  const guint n_stores[] = { 8, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (n_stores); i++)
    {
      g_autoptr (TwinModel) model = network_model (n_stores[i], 1, NULL);
      g_autoptr (TwinTrace) trace = twin_model_record (model, 42, 0);
      g_autoptr (GArray) panels = twin_figure_choose_panels (trace, 8);

      g_assert_cmpuint (panels->len, ==, 8);
      g_assert_cmpuint (g_array_index (panels, guint, 7), ==, n_stores[i]);
      g_assert_cmpstr (twin_trace_get_panel (trace, n_stores[i])->title, ==, "Warehouse");
    }
}

/* Of several warehouse panels, the one in which stores wait for more. */
static void
test_backlog (void)
{
  static const char *const short_of_two[] = { "warehouse.initial_inventory.1=0",
                                              "warehouse.initial_inventory.0=100000",
                                              "warehouse.initial_inventory.2=100000", NULL };
  g_autoptr (TwinModel) model = network_model (2, 3, short_of_two);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 42, 0);

  assert_chosen (trace, 1, "7");
}

static void
test_left_out (void)
{
  g_autoptr (TwinModel) model = network_model (3, 1, starved);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 42, 0);
  g_autoptr (TwinChart) chart = draw (model, trace, 2);
  g_autoptr (TwinBand) band = twin_band_new (model, 42, 20, 41, pool, NULL, NULL);
  g_autoptr (TwinChart) banded = twin_figure_trace_panels (model, trace, band, 42, 0, 20,
                                                           (const guint[]) { 3 }, 1);
  g_autoptr (GArray) shown = chart_series (banded, "5–95 % of 20 replications");

  g_assert_cmpstr (twin_chart_get_caption (chart), ==,
                   "Replication 1 of 1, seed 42; 2 of 4 panels, where least demand is missed, are "
                   "not shown");
  assert_complete (chart, (const char *const[]) { "Suburban:", "Warehouse:", NULL });
  /* One that was asked for leaves nothing out. */
  g_assert_null (strstr (twin_chart_get_caption (banded), "panels"));
  twin_figure_caption_left_out (banded, trace, "choose one");
  g_assert_true (g_str_has_suffix (twin_chart_get_caption (banded),
                                   "3 of 4 panels, where least demand is missed, are not shown: "
                                   "choose one"));
  g_assert_cmpuint (shown->len, ==, 41);
  /* The band is the panel's own, whichever place it has in the chart. */
  for (guint i = 0; i < shown->len; i++)
    g_assert_cmpfloat (g_array_index (shown, TwinChartDatum, i).high, ==,
                       twin_band_get_high (band, 3)[i]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-panels/nodes", test_nodes);
  g_test_add_func ("/figure-panels/losses", test_losses);
  g_test_add_func ("/figure-panels/skus", test_skus);
  g_test_add_func ("/figure-panels/choice", test_choice);
  g_test_add_func ("/figure-panels/warehouse", test_warehouse);
  g_test_add_func ("/figure-panels/backlog", test_backlog);
  g_test_add_func ("/figure-panels/left-out", test_left_out);
  return g_test_run ();
}
