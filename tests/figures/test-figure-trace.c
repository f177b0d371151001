/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "figure-samples.h"

#include "twin-chart-private.h"

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

/* Of more events than can be drawn the first are, up to a day that people can read. */
static void
test_very_many (void)
{
  g_autoptr (TwinModel) model =
      sample_model ("demand_rate=1500 reorder_point=7000 order_up_to=12000");
  g_autoptr (TwinTrace) trace = NULL;
  g_autoptr (TwinChart) chart = draw_replication (model, FALSE, &trace);
  g_autoptr (GArray) stock = chart_series (chart, "On hand");
  double low, high;

  g_assert_cmpuint (twin_trace_get_n_rows (trace), >, 500000);
  twin_chart_get_x_range (chart, &low, &high);
  g_assert_cmpfloat (low, ==, 0);
  g_assert_cmpfloat (high, ==, 190);
  g_assert_cmpuint (stock->len, >, 250000);
  g_assert_cmpuint (stock->len, <=, 300000);
  g_assert_cmpfloat (g_array_index (stock, TwinChartDatum, stock->len - 1).x, ==, 190);
  assert_complete (chart, (const char *const[]) { "the first 190 of 365 days.", NULL });
  assert_draws (chart);
}

/* And where even recording them ends before the run does */
static void
test_too_many (void)
{
  g_autoptr (TwinModel) model =
      sample_model ("demand_rate=1000000 reorder_point=700000 order_up_to=1000000");
  g_autoptr (TwinTrace) trace = NULL;
  g_autoptr (TwinChart) chart = draw_replication (model, FALSE, &trace);
  double low, high;

  g_assert_false (twin_trace_is_complete (trace));
  twin_chart_get_x_range (chart, &low, &high);
  g_assert_cmpfloat (low, ==, 0);
  g_assert_cmpfloat (high, >, 0.28);
  g_assert_cmpfloat (high, <=, 0.3);
  assert_complete (chart, (const char *const[]) { " of 365 days.", NULL });
  assert_draws (chart);
}

/* The caption says which days are to be seen, if not all. */
static void
test_caption (void)
{
  g_autoptr (TwinModel) model = sample_model ("horizon_days=365");
  g_autoptr (TwinTrace) trace = NULL;
  g_autoptr (TwinChart) chart = draw_replication (model, FALSE, &trace);
  static const struct
  {
    double low, high;
    const char *says;
  } views[] = {
    { NAN, NAN, "" },
    { 0, 60, "; the first 60 of 365 days" },
    { 60, 120, "; days 60 – 120 of 365" },
    { 364.5, 365, "; days 364.5 – 365.0 of 365" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      TwinChartView view;
      g_autofree char *caption = NULL;
      g_autofree char *says =
          g_strconcat ("Replication 3 of 1" NNBSP "000, seed 42", views[i].says, NULL);

      twin_chart_view_init (&view);
      view.x_low = views[i].low;
      view.x_high = views[i].high;
      caption = twin_chart_dup_caption (chart, &view);
      g_assert_cmpstr (caption, ==, says);
    }
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
  g_test_add_func ("/figure-trace/very-many", test_very_many);
  g_test_add_func ("/figure-trace/too-many", test_too_many);
  g_test_add_func ("/figure-trace/caption", test_caption);
  return g_test_run ();
}
