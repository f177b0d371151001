/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart-samples.h"
#include "twin-chart-view.h"

#define NNBSP "\342\200\257"

static void
assert_reads (const TwinChart *chart,
              const TwinChartView *view,
              double x,
              const char *expected)
{
  g_autofree char *text = twin_chart_read (chart, view, 0, x);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_lines (void)
{
  const TwinAxis days = { .title = "Time", .unit = "days", .style = TWIN_NUMBER_DAYS };
  const TwinAxis units = { .title = "Stock", .style = TWIN_NUMBER_QUANTITY };
  const double x[] = { 0, 2, 2, 4, 6 }, y[] = { 10, 10, 5, 7, NAN };
  const double low[] = { 1, 1, 1, 1, 1 }, high[] = { 9, 9, 9, 9, 9 };
  g_autoptr (TwinChart) chart = twin_chart_new ("Read", &days);
  TwinChartView view;

  twin_chart_view_init (&view);
  twin_chart_add_panel (chart, NULL, &units);
  twin_chart_add_line (chart, 0, &(TwinLayer){ .title = "Held", .stepped = TRUE }, x, y, 5);
  twin_chart_add_line (chart, 0, &(TwinLayer){ .title = "Slope" }, x, y, 5);
  twin_chart_add_band (chart, 0, &(TwinLayer){ .title = "Band" }, x, low, high, 5);

  assert_reads (chart, &view, 3,
                "Time: 3" NNBSP "days\nHeld: 5.0\nSlope: 6.0\nBand: 1 – 9");
  assert_reads (chart, &view, 2,
                "Time: 2" NNBSP "days\nHeld: 5.0\nSlope: 5.0\nBand: 1 – 9");
  /* Towards a gap a step still holds, a slope has nowhere to go. */
  assert_reads (chart, &view, 5, "Time: 5" NNBSP "days\nHeld: 7.0\nBand: 1 – 9");
  assert_reads (chart, &view, 7, "");
  assert_reads (chart, &view, -1, "");
  view.hidden = 1 << 1 | 1 << 2;
  assert_reads (chart, &view, 3, "Time: 3" NNBSP "days\nHeld: 5.0");
}

static void
test_bars (void)
{
  g_autoptr (TwinChart) chart = chart_sample_histogram ();
  TwinChartView view;

  twin_chart_view_init (&view);
  assert_reads (chart, &view, 57100,
                "Total cost: 57" NNBSP "000 – 57" NNBSP "500\nReplications: 100");
  assert_reads (chart, &view, 10, "");
}

static void
test_rows (void)
{
  g_autoptr (TwinChart) intervals = chart_sample_intervals ();
  g_autoptr (TwinChart) split = chart_sample_split ();
  g_autofree char *rows = NULL;
  g_autofree char *parts = NULL;
  TwinChartView view;

  twin_chart_view_init (&view);
  rows = twin_chart_read (intervals, &view, 0, 0.95);
  g_assert_true (g_str_has_prefix (rows, "Baseline: 98.2" NNBSP "% (97.0 – 99.4" NNBSP "%)\n"));
  g_assert_true (g_str_has_suffix (rows, "\nSingle run: 96.0" NNBSP "%"));
  parts = twin_chart_read (split, &view, 0, 100);
  g_assert_true (g_str_has_prefix (parts, "Baseline, Holding: 9" NNBSP "500\n"
                                          "Baseline, Stockout: 43" NNBSP "500\n"));
}

static void
test_marks (void)
{
  g_autoptr (TwinChart) chart = chart_sample_scatter ();
  TwinChartView view;

  twin_chart_view_init (&view);
  assert_reads (chart, &view, 0.9815, "s = 88, S = 174");
  assert_reads (chart, &view, 0.80, "Policy\nFill rate: 80.0" NNBSP "%\nTotal cost: 59" NNBSP
                                    "510" NNBSP "€");
  assert_reads (chart, &view, 0.80001, "");
}

static void
test_neighbour (void)
{
  const TwinAxis axis = { .title = "x" };
  const double x[] = { 1, 2, 4 }, y[] = { 5, NAN, 5 }, other[] = { 3, 9, 9 };
  g_autoptr (TwinChart) chart = twin_chart_new ("Neighbours", &axis);

  twin_chart_add_panel (chart, NULL, &axis);
  twin_chart_add_panel (chart, NULL, &axis);
  g_assert_cmpfloat (twin_chart_neighbour (chart, 0, 2, 1), ==, 2);
  g_assert_true (isnan (twin_chart_neighbour (chart, 0, NAN, 1)));

  twin_chart_add_line (chart, 0, &(TwinLayer){ .title = "A" }, x, y, 3);
  twin_chart_add_marks (chart, 0, &(TwinLayer){ .title = "B" }, other, other, NULL, 2);
  g_assert_cmpfloat (twin_chart_neighbour (chart, 0, NAN, 1), ==, 1);
  g_assert_cmpfloat (twin_chart_neighbour (chart, 0, NAN, -1), ==, 1);
  g_assert_cmpfloat (twin_chart_neighbour (chart, 0, 1, 1), ==, 3); /* 2 is a gap */
  g_assert_cmpfloat (twin_chart_neighbour (chart, 0, 3, 1), ==, 4);
  g_assert_cmpfloat (twin_chart_neighbour (chart, 0, 3.5, -1), ==, 3);
  g_assert_cmpfloat (twin_chart_neighbour (chart, 0, 9, 1), ==, 9);
  g_assert_cmpfloat (twin_chart_neighbour (chart, 0, 1, -1), ==, 1);
  g_assert_cmpfloat (twin_chart_neighbour (chart, 1, 1, 1), ==, 1);
}

/* From the first datum to the last by the right arrow alone. */
static void
test_walk (void)
{
  for (gsize i = 0; i < chart_n_samples; i++)
    {
      g_autoptr (TwinChart) chart = chart_samples[i]();
      double x = twin_chart_neighbour (chart, 0, NAN, 1), next;
      guint steps = 0;

      while ((next = twin_chart_neighbour (chart, 0, x, 1)) > x)
        {
          g_assert_cmpfloat (twin_chart_neighbour (chart, 0, next, -1), ==, x);
          x = next;
          g_assert_cmpuint (++steps, <, 1000);
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-read/lines", test_lines);
  g_test_add_func ("/chart-read/bars", test_bars);
  g_test_add_func ("/chart-read/rows", test_rows);
  g_test_add_func ("/chart-read/marks", test_marks);
  g_test_add_func ("/chart-read/neighbour", test_neighbour);
  g_test_add_func ("/chart-read/walk", test_walk);
  return g_test_run ();
}
