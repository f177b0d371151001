/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart-picture.h"
#include "chart-samples.h"

#define WIDTH 700
#define HEIGHT 400

static TwinChartHit
pick (const TwinChart *chart,
      const ChartPicture *picture,
      double x,
      double y)
{
  TwinChartHit hit;

  twin_chart_pick (chart, WIDTH, HEIGHT, &picture->view, x, y, &hit);
  return hit;
}

static void
test_mark (void)
{
  g_autoptr (TwinChart) chart = chart_sample_scatter ();
  g_autoptr (ChartPicture) picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  double x = chart_picture_x (picture, 0.9815);
  double y = chart_picture_y (picture, 0, 33200);
  TwinChartHit hit = pick (chart, picture, x + 2, y + 2);

  g_assert_true (hit.inside);
  g_assert_cmpint (hit.layer, ==, 1);
  g_assert_cmpuint (hit.index, ==, 0);
  g_assert_cmpfloat (hit.mark_x, ==, 0.9815);
  g_assert_cmpfloat (hit.mark_y, ==, 33200);
  g_assert_cmpfloat_with_epsilon (chart_picture_x (picture, hit.x), x + 2, 1e-6);

  /* The first policy, and nothing where nothing is. */
  hit = pick (chart, picture, chart_picture_x (picture, 0.80), chart_picture_y (picture, 0, 59510));
  g_assert_cmpint (hit.layer, ==, 0);
  g_assert_cmpuint (hit.index, ==, 0);
  hit = pick (chart, picture, chart_picture_x (picture, 0.95), chart_picture_y (picture, 0, 58000));
  g_assert_true (hit.inside);
  g_assert_cmpint (hit.layer, ==, -1);
}

static void
test_reach (void)
{
  g_autoptr (TwinChart) chart = chart_sample_trace ();
  g_autoptr (ChartPicture) picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  double x = chart_picture_x (picture, 20), y = chart_picture_y (picture, 0, 40);

  g_assert_cmpint (pick (chart, picture, x, y + 11.5).layer, ==, 4);
  g_assert_cmpint (pick (chart, picture, x, y + 12.5).layer, ==, -1);
}

static void
test_bars (void)
{
  g_autoptr (TwinChart) chart = chart_sample_histogram ();
  g_autoptr (ChartPicture) picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  TwinChartHit hit = pick (chart, picture, chart_picture_x (picture, 57250),
                           chart_picture_y (picture, 0, 50));

  g_assert_cmpint (hit.layer, ==, 0);
  g_assert_cmpuint (hit.index, ==, 10);
  g_assert_cmpfloat (hit.mark_x, ==, 57250);
}

static void
test_rows (void)
{
  g_autoptr (TwinChart) intervals = chart_sample_intervals ();
  g_autoptr (TwinChart) split = chart_sample_split ();
  g_autoptr (ChartPicture) picture = chart_picture_new (intervals, WIDTH, HEIGHT, NULL);
  g_autoptr (ChartPicture) bars = chart_picture_new (split, WIDTH, HEIGHT, NULL);
  TwinChartHit hit = pick (intervals, picture, chart_picture_x (picture, 0.92),
                           chart_picture_y (picture, 0, 2) + 3);

  g_assert_cmpint (hit.layer, ==, 0);
  g_assert_cmpuint (hit.index, ==, 2);
  hit = pick (split, bars, chart_picture_x (bars, 20000), chart_picture_y (bars, 0, 1));
  g_assert_cmpint (hit.layer, ==, 4);
}

static void
test_legend (void)
{
  g_autoptr (TwinChart) chart = chart_sample_trace ();
  g_autoptr (ChartPicture) picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);

  g_assert_cmpuint (picture->layout->legend->len, ==, twin_chart_get_n_entries (chart));
  for (guint i = 0; i < picture->layout->legend->len; i++)
    {
      const TwinLegendItem *item = &g_array_index (picture->layout->legend, TwinLegendItem, i);
      TwinChartHit hit = pick (chart, picture, item->box.x + item->box.width / 2,
                               item->box.y + item->box.height / 2);

      g_assert_cmpint (hit.entry, ==, (int) item->entry);
      g_assert_false (hit.inside);
    }
}

static void
test_hidden_is_not_met (void)
{
  g_autoptr (TwinChart) chart = chart_sample_trace ();
  g_autoptr (ChartPicture) picture = NULL;
  TwinChartView view;

  twin_chart_view_init (&view);
  view.hidden = 1 << 4;
  picture = chart_picture_new (chart, WIDTH, HEIGHT, &view);
  g_assert_cmpint (pick (chart, picture, chart_picture_x (picture, 20),
                         chart_picture_y (picture, 0, 40)).layer, ==, -1);
}

static void
test_panels (void)
{
  g_autoptr (TwinChart) chart = chart_sample_panels ();
  g_autoptr (ChartPicture) picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);

  for (guint i = 0; i < 4; i++)
    {
      TwinBox plot = chart_picture_plot (picture, i);
      TwinChartHit hit = pick (chart, picture, plot.x + 5, plot.y + 5);

      g_assert_true (hit.inside);
      g_assert_cmpuint (hit.panel, ==, i);
    }
  g_assert_false (pick (chart, picture, 1, 1).inside);
  g_assert_false (pick (chart, picture, -50, 1e9).inside);
  g_assert_false (pick (chart, picture, NAN, NAN).inside);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-pick/mark", test_mark);
  g_test_add_func ("/chart-pick/reach", test_reach);
  g_test_add_func ("/chart-pick/bars", test_bars);
  g_test_add_func ("/chart-pick/rows", test_rows);
  g_test_add_func ("/chart-pick/legend", test_legend);
  g_test_add_func ("/chart-pick/hidden-is-not-met", test_hidden_is_not_met);
  g_test_add_func ("/chart-pick/panels", test_panels);
  return g_test_run ();
}
