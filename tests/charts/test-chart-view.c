/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart-picture.h"
#include "chart-samples.h"

#define WIDTH 500
#define HEIGHT 300

static void
test_hidden (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  const double x[] = { 1, 9 }, y[] = { 4, 4 }, other[] = { 6, 6 };
  TwinChartView view;

  twin_chart_add_line (chart, 0, &(TwinLayer){ .title = "A", .ink = TWIN_INK_FIRST }, x, y, 2);
  twin_chart_add_line (chart, 0, &(TwinLayer){ .title = "B", .ink = TWIN_INK_SECOND }, x, other, 2);
  twin_chart_view_init (&view);
  for (view.hidden = 0; view.hidden < 4; view.hidden++)
    {
      g_autoptr (ChartPicture) picture = chart_picture_new (chart, WIDTH, HEIGHT, &view);

      g_assert_cmpint (chart_picture_has (picture, 5, 4, TWIN_INK_FIRST), ==, !(view.hidden & 1));
      g_assert_cmpint (chart_picture_has (picture, 5, 6, TWIN_INK_SECOND), ==, !(view.hidden & 2));
    }
}

static void
test_zoom (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  g_autoptr (ChartPicture) picture = NULL;
  const double x[] = { 0, 10 }, y[] = { 0, 10 };
  TwinChartView view;
  TwinBox plot;

  twin_chart_add_line (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, x, y, 2);
  twin_chart_view_init (&view);
  /* A million times: both ends of the line are far beyond what Cairo can hold. */
  view.x_low = 5;
  view.x_high = 5.00001;
  view.y_low = 5;
  view.y_high = 5.00001;
  picture = chart_picture_new (chart, WIDTH, HEIGHT, &view);
  g_assert_true (chart_picture_has_near (picture, 5.000002, 5.000002, TWIN_INK_FIRST));
  g_assert_true (chart_picture_has_near (picture, 5.000008, 5.000008, TWIN_INK_FIRST));
  g_assert_false (chart_picture_has_near (picture, 5.000008, 5.000002, TWIN_INK_FIRST));
  /* Beyond the plot nothing of it shows. */
  plot = chart_picture_plot (picture, 0);
  g_assert_cmpuint (chart_picture_count (picture, (TwinBox){ 0, plot.y - 10, WIDTH, 8 },
                                         TWIN_INK_FIRST), ==, 0);
  g_assert_cmpuint (chart_picture_count (picture,
                                         (TwinBox){ plot.x + plot.width + 2, 0, 6, HEIGHT },
                                         TWIN_INK_FIRST), ==, 0);
}

/* The crosshair is there from top to bottom: the box beside it covers neither it nor the edge. */
/* A chart may begin with a part of its axes, and says so as long as it is that. */
static void
test_focus (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  const double x[] = { 0, 8, 10 }, y[] = { 9, 2, 1 };
  const TwinFocus focus = { 7, NAN, NAN, 3 };
  TwinChartView view;
  double low, high;

  twin_chart_add_marks (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, x, y, NULL, 3);
  twin_chart_set_caption (chart, "Three marks.");
  g_assert_false (twin_chart_has_focus (chart));
  twin_chart_set_focus (chart, &focus, "Not shown: one.");
  g_assert_true (twin_chart_has_focus (chart));
  twin_chart_view_init (&view);

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (ChartPicture) picture = NULL;
      g_autofree char *caption = NULL;

      view.whole = i == 1;
      view.x_low = i == 2 ? 5 : NAN;
      view.x_high = i == 2 ? 9 : NAN;
      picture = chart_picture_new (chart, WIDTH, HEIGHT, &view);
      caption = twin_chart_dup_caption (chart, &view);
      twin_chart_get_shown_x_range (chart, &view, &low, &high);
      g_assert_cmpstr (caption, ==, i == 0 ? "Three marks. Not shown: one." : "Three marks.");
      g_assert_cmpint (chart_picture_has (picture, 8, 2, TWIN_INK_FIRST), ==, TRUE);
      if (i == 0)
        g_assert_cmpfloat (low, ==, 7);
      else if (i == 1)
        g_assert_cmpfloat (low, <=, 0);
      if (i == 1)
        g_assert_true (chart_picture_has (picture, 0, 9, TWIN_INK_FIRST));
      else
        g_assert_cmpfloat (twin_chart_y_range (chart, 0, &view).high, ==, 3);
    }
}

static void
test_crosshair (void)
{
  const int widths[] = { 220, 320, 500, 900 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int x = 0; x <= 100; x += 10)
      {
        g_autoptr (TwinChart) chart = chart_sample_trace ();
        g_autoptr (ChartPicture) picture = NULL;
        TwinChartView view;
        TwinBox column;

        twin_chart_view_init (&view);
        view.crosshair = TRUE;
        view.hover_x = x;
        view.hidden = 1 << 1 | 1 << 2 | 1 << 4;
        picture = chart_picture_new (chart, widths[i], HEIGHT, &view);
        column = chart_picture_plot (picture, 0);
        column.x = floor (chart_picture_x (picture, x));
        column.width = 1;
        if (widths[i] >= 500)
          g_assert_cmpuint (chart_picture_count (picture, column, TWIN_INK_MUTED), >,
                            0.8 * column.height);
        for (int side = 0; side < 2; side++)
          g_assert_cmpuint (chart_picture_count_drawn (
                                picture, (TwinBox){ side * (widths[i] - 1), 0, 1, HEIGHT }),
                            ==, 0);
      }
}

/* The box speaks of what is under the pointer. */
static void
test_hover_box (void)
{
  g_autoptr (TwinChart) chart = chart_sample_scatter ();
  g_autoptr (ChartPicture) without = NULL;
  g_autoptr (ChartPicture) with = NULL;
  TwinChartView view;

  twin_chart_view_init (&view);
  view.hover_x = 0.80;
  view.hover_y = 59510;
  without = chart_picture_new (chart, WIDTH, HEIGHT, &view);
  view.crosshair = TRUE;
  with = chart_picture_new (chart, WIDTH, HEIGHT, &view);
  g_assert_cmpuint (chart_picture_count_drawn (with, chart_picture_plot (with, 0)), >,
                    chart_picture_count_drawn (without, chart_picture_plot (without, 0)) + 800);
}

/* Every chart in every theme, whatever is pointed at, at sizes from nothing to a wall. */
static void
test_all (void)
{
  const int sizes[][2] = { { 1, 1 }, { 40, 30 }, { 220, 140 }, { 900, 300 }, { 4000, 2000 } };

  for (gsize i = 0; i < chart_n_samples; i++)
    for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
      {
        g_autoptr (TwinChart) chart = chart_samples[i]();
        TwinChartView view;

        twin_chart_view_init (&view);
        for (int theme = 0; theme < (size < 4 ? TWIN_N_THEMES : 1); theme++)
          {
            g_autoptr (ChartPicture) picture = NULL;
            double low, high;

            view.theme = theme;
            view.crosshair = theme > 0;
            twin_chart_get_x_range (chart, &low, &high);
            view.hover_x = low + 0.7 * (high - low);
            view.hover_y = 0;
            picture = chart_picture_new (chart, sizes[size][0], sizes[size][1], &view);
            if (sizes[size][0] >= 220)
              g_assert_cmpuint (chart_picture_count_drawn (picture, picture->layout->whole), >,
                                500);
          }
      }
}

static void
test_transparent (void)
{
  g_autoptr (TwinChart) chart = chart_sample_trace ();
  g_autoptr (ChartPicture) picture = NULL;
  TwinChartView view;

  twin_chart_view_init (&view);
  view.transparent = TRUE;
  picture = chart_picture_new (chart, WIDTH, HEIGHT, &view);
  g_assert_cmpint (*(const guint32 *) (const void *) cairo_image_surface_get_data (
                       picture->surface), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-view/hidden", test_hidden);
  g_test_add_func ("/chart-view/zoom", test_zoom);
  g_test_add_func ("/chart-view/focus", test_focus);
  g_test_add_func ("/chart-view/crosshair", test_crosshair);
  g_test_add_func ("/chart-view/hover-box", test_hover_box);
  g_test_add_func ("/chart-view/all", test_all);
  g_test_add_func ("/chart-view/transparent", test_transparent);
  return g_test_run ();
}
