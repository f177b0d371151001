/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "figure-samples.h"

#define NNBSP "\342\200\257"

static TwinChart *
draw_replication (TwinModel *model,
                  gboolean with_band,
                  TwinTrace **trace)
{
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (TwinBand) band = NULL;

  *trace = twin_model_record (model, 42, 2);
  if (with_band)
    band = twin_band_new (model, 42, 40, 61, pool, NULL, NULL);
  return twin_figure_trace (model, *trace, band, 42, 2, 1000);
}

static gsize
count_rows (const TwinTrace *trace,
            const char *event)
{
  gsize n = 0;

  for (gsize row = 0; row < twin_trace_get_n_rows (trace); row++)
    n += g_str_equal (twin_trace_get_label (trace, row, 1), event);
  return n;
}

static void
test_words (void)
{
  g_autoptr (TwinModel) model = sample_model ("horizon_days=60");
  g_autoptr (TwinTrace) trace = NULL;
  g_autoptr (TwinTrace) other = NULL;
  g_autoptr (TwinChart) chart = draw_replication (model, TRUE, &trace);
  g_autoptr (TwinChart) bare = draw_replication (model, FALSE, &other);
  g_autofree char *orders =
      g_strdup_printf ("Order placed: %u.", (guint) count_rows (trace, "order"));

  g_assert_cmpstr (twin_chart_get_title (chart), ==, "Inventory over time");
  g_assert_cmpstr (twin_chart_get_caption (chart), ==,
                   "Replication 3 of 1" NNBSP "000, seed 42; band: 5–95 % of 40 replications");
  g_assert_cmpstr (twin_chart_get_caption (bare), ==, "Replication 3 of 1" NNBSP "000, seed 42");
  assert_axes (chart, "Time (days)", "Inventory (units)");
  assert_complete (chart, (const char *const[]) { "Out of stock: ", "On hand: between 0 and 120.",
                                                  orders, NULL });
  assert_draws (chart);
  assert_draws (bare);
}

/* Each series is the trace's own, to the bit. */
static void
test_series (void)
{
  g_autoptr (TwinModel) model = sample_model ("horizon_days=60");
  g_autoptr (TwinTrace) trace = NULL;
  g_autoptr (TwinChart) chart = draw_replication (model, TRUE, &trace);
  g_autoptr (GArray) on_hand = chart_series (chart, "On hand");
  g_autoptr (GArray) position = chart_series (chart, "Inventory position");
  g_autoptr (GArray) orders = chart_series (chart, "Order placed");
  g_autoptr (GArray) receipts = chart_series (chart, "Order received");
  g_autoptr (GArray) band = chart_series (chart, "5–95 % of 40 replications");
  g_autoptr (GArray) s = chart_series (chart, "s = 40");
  g_autoptr (GArray) S = chart_series (chart, "S = 120");

  g_assert_cmpuint (on_hand->len, ==, twin_trace_get_n_rows (trace));
  g_assert_cmpuint (position->len, ==, twin_trace_get_n_rows (trace));
  for (guint row = 0; row < on_hand->len; row++)
    {
      g_assert_cmpfloat (g_array_index (on_hand, TwinChartDatum, row).x, ==,
                         twin_trace_get (trace, row, 0));
      g_assert_cmpfloat (g_array_index (on_hand, TwinChartDatum, row).y, ==,
                         twin_trace_get (trace, row, 2));
      g_assert_cmpfloat (g_array_index (position, TwinChartDatum, row).y, ==,
                         twin_trace_get (trace, row, 5));
    }
  g_assert_cmpuint (orders->len, >, 5);
  g_assert_cmpuint (orders->len, ==, count_rows (trace, "order"));
  g_assert_cmpuint (receipts->len, ==, count_rows (trace, "receipt"));
  g_assert_cmpuint (band->len, ==, 61);
  g_assert_cmpuint (s->len, ==, 1);
  g_assert_cmpfloat (g_array_index (s, TwinChartDatum, 0).y, ==, 40);
  g_assert_cmpfloat (g_array_index (S, TwinChartDatum, 0).y, ==, 120);
}

/* The shaded stretches are the time without stock, which the fill rate's run counts too. */
static void
test_shortage (void)
{
  g_autoptr (TwinModel) model = sample_model ("horizon_days=60");
  g_autoptr (TwinTrace) trace = NULL;
  g_autoptr (TwinChart) chart = draw_replication (model, FALSE, &trace);
  g_autoptr (GArray) spans = chart_series (chart, "Out of stock");
  double shaded = 0;
  double empty = 0;

  for (guint i = 0; i < spans->len; i++)
    shaded += g_array_index (spans, TwinChartDatum, i).high -
              g_array_index (spans, TwinChartDatum, i).low;
  for (gsize row = 0; row + 1 < twin_trace_get_n_rows (trace); row++)
    if (twin_trace_get (trace, row, 2) == 0)
      empty += twin_trace_get (trace, row + 1, 0) - twin_trace_get (trace, row, 0);
  g_assert_cmpfloat (empty, >, 1);
  g_assert_cmpfloat_with_epsilon (shaded, empty, 1e-9);
}

/* How each layer looks: no two are told apart by colour alone. */
static void
test_looks (void)
{
  g_autoptr (TwinModel) model = sample_model ("horizon_days=60");
  g_autoptr (TwinTrace) trace = NULL;
  g_autoptr (TwinChart) chart = draw_replication (model, TRUE, &trace);

  for (guint i = 0; i < chart_count_layers (chart); i++)
    {
      TwinLayer look = chart_get_look (chart, i);

      if (chart_has_line (chart, i))
        {
          g_assert_true (look.stepped);
          g_assert_cmpint (look.dash, ==,
                           g_str_equal (look.title, "On hand") ? TWIN_DASH_SOLID
                                                               : TWIN_DASH_DASHED);
        }
      if (chart_has_marks (chart, i))
        g_assert_cmpint (look.mark, ==,
                         g_str_equal (look.title, "Order placed") ? TWIN_MARK_UP : TWIN_MARK_DOWN);
      if (g_strcmp0 (look.title, "5–95 % of 40 replications") == 0)
        g_assert_cmpint (look.ink, ==, TWIN_INK_MUTED);
    }
}

static const TwinTraceColumn columns[] = {
  { "day", "Day", "days" },    { "node", "Node", NULL },        { "stock", "Stock", "units" },
  { "owed", "Owed", "units" }, { "ordered", "Ordered", "units" },
};

static const TwinTraceLayer layers[] = {
  { TWIN_TRACE_SHORTAGE, "Empty", 2 },
  { TWIN_TRACE_LEVEL, "Stock", 2 },
  { TWIN_TRACE_LEVEL, "Owed", 3 },
  { TWIN_TRACE_ORDER, "Ordered", 4, TWIN_TRACE_POSITIVE, 4 },
};

/* A trace of several nodes and a warm-up, as no warehouse has it. */
static void
test_panels (void)
{
  static const double rows[][5] = {
    { 0, 0, 10, 0, 0 }, { 0, 1, 7, 0, 3 }, { 1, 0, 0, 2, 5 },
    { 1, 1, 6, 0, 0 },  { 2, 0, 4, 0, 0 }, { 2, 1, 0, 1, 2 },
  };
  g_autoptr (TwinModel) model = sample_model ("horizon_days=3");
  g_autoptr (TwinTrace) trace = twin_trace_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (TwinChart) chart = NULL;
  g_autoptr (GArray) stock = NULL;
  g_autoptr (GArray) empty = NULL;
  g_autoptr (GArray) ordered = NULL;
  g_autoptr (GArray) warmup = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    twin_trace_add (trace, rows[i]);
  twin_trace_add_panel (trace, "North", 0, 2, layers, G_N_ELEMENTS (layers));
  twin_trace_add_panel (trace, "South", 1, 2, layers, G_N_ELEMENTS (layers));
  twin_trace_add_limit (trace, "s", 2.5);
  twin_trace_set_warmup (trace, 1);
  chart = twin_figure_trace (model, trace, NULL, 7, 0, 1);

  stock = chart_series (chart, "Stock");
  g_assert_cmpuint (stock->len, ==, 8);
  g_assert_cmpstr (g_array_index (stock, TwinChartDatum, 0).panel, ==, "North");
  g_assert_cmpfloat (g_array_index (stock, TwinChartDatum, 1).y, ==, 0);
  g_assert_cmpfloat (g_array_index (stock, TwinChartDatum, 3).x, ==, 3);
  g_assert_cmpfloat (g_array_index (stock, TwinChartDatum, 3).y, ==, 4);
  g_assert_cmpstr (g_array_index (stock, TwinChartDatum, 4).panel, ==, "South");

  /* North is empty on day 1; South from day 2 to the end. */
  empty = chart_series (chart, "Empty");
  g_assert_cmpuint (empty->len, ==, 2);
  g_assert_cmpfloat (g_array_index (empty, TwinChartDatum, 0).low, ==, 1);
  g_assert_cmpfloat (g_array_index (empty, TwinChartDatum, 0).high, ==, 2);
  g_assert_cmpfloat (g_array_index (empty, TwinChartDatum, 1).low, ==, 2);
  g_assert_cmpfloat (g_array_index (empty, TwinChartDatum, 1).high, ==, 3);

  /* Days on which nothing was ordered have no mark; a mark stands on the first level. */
  ordered = chart_series (chart, "Ordered");
  g_assert_cmpuint (ordered->len, ==, 3);
  g_assert_cmpfloat (g_array_index (ordered, TwinChartDatum, 0).x, ==, 1);
  g_assert_cmpfloat (g_array_index (ordered, TwinChartDatum, 0).y, ==, 0);
  g_assert_cmpfloat (g_array_index (ordered, TwinChartDatum, 1).y, ==, 7);

  warmup = chart_series (chart, "Warm-up");
  g_assert_cmpuint (warmup->len, ==, 2);
  g_assert_cmpfloat (g_array_index (warmup, TwinChartDatum, 0).high, ==, 1);
  assert_complete (chart, (const char *const[]) { "North:", "South:", "Empty: 1 time,", NULL });
  assert_draws (chart);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-trace/words", test_words);
  g_test_add_func ("/figure-trace/series", test_series);
  g_test_add_func ("/figure-trace/shortage", test_shortage);
  g_test_add_func ("/figure-trace/looks", test_looks);
  g_test_add_func ("/figure-trace/panels", test_panels);
  return g_test_run ();
}
