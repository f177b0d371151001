/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart-picture.h"
#include "chart-samples.h"

#define WIDTH 500
#define HEIGHT 300

static void
test_line (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  g_autoptr (ChartPicture) picture = NULL;
  const double x[] = { 1, 9 }, y[] = { 1.3, 9.3 };

  twin_chart_add_line (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, x, y, 2);
  picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  g_assert_true (chart_picture_has_near (picture, 3, 3.3, TWIN_INK_FIRST));
  g_assert_true (chart_picture_has_near (picture, 7, 7.3, TWIN_INK_FIRST));
  g_assert_false (chart_picture_has_near (picture, 7, 4, TWIN_INK_FIRST));
}

static void
test_stepped_line (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  g_autoptr (ChartPicture) picture = NULL;
  const double x[] = { 1, 5, 9 }, y[] = { 3, 7, 7 };

  twin_chart_add_line (chart, 0, &(TwinLayer){ .ink = TWIN_INK_SECOND, .stepped = TRUE }, x, y, 3);
  picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  g_assert_true (chart_picture_has (picture, 3, 3, TWIN_INK_SECOND));
  g_assert_true (chart_picture_has (picture, 7, 7, TWIN_INK_SECOND));
  g_assert_true (chart_picture_has (picture, 5, 5, TWIN_INK_SECOND));
  g_assert_false (chart_picture_has (picture, 3, 5, TWIN_INK_SECOND));
}

static void
test_dashes (void)
{
  const double x[] = { 0.5, 9.5 }, y[] = { 5.3, 5.3 };
  guint counts[3];

  for (int dash = TWIN_DASH_SOLID; dash <= TWIN_DASH_DOTTED; dash++)
    {
      g_autoptr (TwinChart) chart = chart_sample_open ();
      g_autoptr (ChartPicture) picture = NULL;

      twin_chart_add_line (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST, .dash = dash }, x, y, 2);
      picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
      counts[dash] = chart_picture_count (picture, chart_picture_plot (picture, 0),
                                          TWIN_INK_FIRST);
    }
  g_assert_cmpuint (counts[TWIN_DASH_SOLID], >, 300);
  g_assert_cmpuint (counts[TWIN_DASH_DASHED], <, counts[TWIN_DASH_SOLID] * 3 / 4);
  g_assert_cmpuint (counts[TWIN_DASH_DASHED], >, 100);
  g_assert_cmpuint (counts[TWIN_DASH_DOTTED], <, counts[TWIN_DASH_DASHED]);
  g_assert_cmpuint (counts[TWIN_DASH_DOTTED], >, 20);
}

static void
test_gap (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  g_autoptr (ChartPicture) picture = NULL;
  const double x[] = { 1, 3, 5, 7, 8, 9 }, y[] = { 4.3, 4.3, NAN, 4.3, NAN, 4.3 };

  twin_chart_add_line (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, x, y, 6);
  picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  g_assert_true (chart_picture_has (picture, 2, 4.3, TWIN_INK_FIRST));
  g_assert_false (chart_picture_has (picture, 4, 4.3, TWIN_INK_FIRST));
  g_assert_false (chart_picture_has (picture, 6, 4.3, TWIN_INK_FIRST));
  /* A datum between gaps is a dot. */
  g_assert_true (chart_picture_has (picture, 7, 4.3, TWIN_INK_FIRST));
  g_assert_true (chart_picture_has (picture, 9, 4.3, TWIN_INK_FIRST));
}

static void
test_spike_among_many (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  g_autoptr (ChartPicture) picture = NULL;
  g_autofree double *x = g_new (double, 10000);
  g_autofree double *y = g_new (double, 10000);

  for (int i = 0; i < 10000; i++)
    {
      x[i] = i / 1000.0;
      y[i] = i == 6543 ? 9 : 2;
    }
  twin_chart_add_line (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST, .stepped = TRUE }, x, y,
                       10000);
  picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  g_assert_true (chart_picture_has (picture, 6.543, 6, TWIN_INK_FIRST));
  g_assert_true (chart_picture_has (picture, 6.543, 8.7, TWIN_INK_FIRST));
  g_assert_false (chart_picture_has (picture, 5, 6, TWIN_INK_FIRST));
}

static void
test_band (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  g_autoptr (ChartPicture) picture = NULL;
  const double x[] = { 1, 4, 5, 6, 9 }, low[] = { 3.3, 3.3, NAN, 3.3, 3.3 };
  const double high[] = { 6.7, 6.7, 6.7, 6.7, 6.7 };

  twin_chart_add_band (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, x, low, high, 5);
  picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  for (int i = 0; i < 2; i++)
    {
      double px = chart_picture_x (picture, i == 0 ? 2.7 : 7.7);

      g_assert_false (chart_picture_is_ground (picture, px, chart_picture_y (picture, 0, 4.7)));
      g_assert_true (chart_picture_is_ground (picture, px, chart_picture_y (picture, 0, 7.4)));
      g_assert_true (chart_picture_is_ground (picture, px, chart_picture_y (picture, 0, 2.6)));
    }
  g_assert_true (chart_picture_is_ground (picture, chart_picture_x (picture, 5),
                                          chart_picture_y (picture, 0, 4.7)));
}

static void
test_marks (void)
{
  for (int mark = TWIN_MARK_CIRCLE; mark <= TWIN_MARK_STAR; mark++)
    for (int hollow = 0; hollow < 2; hollow++)
      {
        g_autoptr (TwinChart) chart = chart_sample_open ();
        g_autoptr (ChartPicture) picture = NULL;
        const double x[] = { 3, NAN, 7 }, y[] = { 6.3, 2, 4.3 };
        TwinBox box = { .width = 16, .height = 16 };

        twin_chart_add_marks (chart, 0,
                              &(TwinLayer){ .ink = TWIN_INK_ALERT, .mark = mark, .hollow = hollow },
                              x, y, NULL, 3);
        picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
        for (int i = 0; i < 3; i += 2)
          {
            g_assert_cmpint (chart_picture_has (picture, x[i], y[i], TWIN_INK_ALERT), ==, !hollow);
            box.x = chart_picture_x (picture, x[i]) - 8;
            box.y = chart_picture_y (picture, 0, y[i]) - 8;
            g_assert_cmpuint (chart_picture_count_drawn (picture, box), >, 12);
          }
      }
}

/* Of very many marks those that lie on one another are left out, which leaves no hole. */
static void
test_many_marks (void)
{
  g_autofree double *x = g_new (double, 20000);
  g_autofree double *y = g_new (double, 20000);

  for (guint i = 0; i < 20000; i++)
    {
      x[i] = 2 + 6 * (i % 1000) / 1000.0;
      y[i] = 2 + 0.5 * x[i];
    }
  y[19999] = 8;
  for (int hollow = 0; hollow < 2; hollow++)
    {
      const TwinLayer layer = { .ink = TWIN_INK_ALERT, .mark = TWIN_MARK_CIRCLE, .hollow = hollow };
      g_autoptr (TwinChart) chart = chart_sample_open ();
      g_autoptr (ChartPicture) picture = NULL;

      twin_chart_add_marks (chart, 0, &layer, x, y, NULL, 20000);
      picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
      for (guint i = 19000; i < 20000; i++)
        {
          const TwinBox around = { floor (chart_picture_x (picture, x[i])) - 1,
                                   floor (chart_picture_y (picture, 0, y[i])) - 1, 3, 3 };

          g_assert_cmpuint (chart_picture_count_drawn (picture, around), >, hollow ? 0 : 6);
        }
    }
}

static void
test_spans (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  g_autoptr (ChartPicture) picture = NULL;
  const double from[] = { 2, 8 }, to[] = { 4, 8.001 };
  TwinBox plot;

  twin_chart_add_spans (chart, 0, &(TwinLayer){ .ink = TWIN_INK_ALERT }, from, to, 2);
  picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  plot = chart_picture_plot (picture, 0);
  g_assert_false (chart_picture_is_ground (picture, chart_picture_x (picture, 3),
                                           chart_picture_y (picture, 0, 4.7)));
  g_assert_true (chart_picture_is_ground (picture, chart_picture_x (picture, 5),
                                          chart_picture_y (picture, 0, 4.7)));
  /* Full ink at the foot, also of one narrower than a pixel. */
  g_assert_true (chart_picture_is_ink (picture, chart_picture_x (picture, 3),
                                       plot.y + plot.height - 2, TWIN_INK_ALERT));
  g_assert_cmpuint (chart_picture_count_drawn (
                        picture, (TwinBox){ chart_picture_x (picture, 8) - 2,
                                            chart_picture_y (picture, 0, 4.7), 4, 1 }),
                    >, 0);
}

static void
test_bars (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  g_autoptr (ChartPicture) picture = NULL;
  const double from[] = { 1, 3, 5 }, to[] = { 3, 5, 7 }, height[] = { 8, NAN, 4 };

  twin_chart_add_bars (chart, 0, &(TwinLayer){ .ink = TWIN_INK_THIRD }, from, to, height, 3);
  picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  g_assert_true (chart_picture_has (picture, 2, 7.7, TWIN_INK_THIRD));
  g_assert_false (chart_picture_has (picture, 2, 8.4, TWIN_INK_THIRD));
  g_assert_false (chart_picture_has (picture, 4, 0.7, TWIN_INK_THIRD));
  g_assert_true (chart_picture_has (picture, 6, 3.7, TWIN_INK_THIRD));
  g_assert_false (chart_picture_has (picture, 6, 4.4, TWIN_INK_THIRD));
}

/* Bars stand on 0, whether the axis was told so or not. */
static void
test_bars_stand_on_zero (void)
{
  const TwinAxis axis = { .title = "x" };
  g_autoptr (TwinChart) chart = twin_chart_new ("Bars", &axis);
  g_autoptr (ChartPicture) picture = NULL;
  const double from[] = { 1, 3 }, to[] = { 3, 5 }, height[] = { 8, 7 };

  twin_chart_add_panel (chart, NULL, &axis);
  twin_chart_add_bars (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, from, to, height, 2);
  picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  g_assert_true (chart_picture_has (picture, 2, 0.3, TWIN_INK_FIRST));
  g_assert_true (chart_picture_has (picture, 4, 0.3, TWIN_INK_FIRST));
}

static void
test_intervals (void)
{
  g_autoptr (TwinChart) chart = chart_sample_intervals ();
  g_autoptr (ChartPicture) picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);

  /* Middle, both arms, both caps; rows from the top. */
  g_assert_true (chart_picture_has (picture, 0.931, 2, TWIN_INK_FIRST));
  g_assert_true (chart_picture_has (picture, 0.920, 2, TWIN_INK_FIRST));
  g_assert_true (chart_picture_has (picture, 0.942, 2, TWIN_INK_FIRST));
  for (int side = 0; side < 2; side++)
    {
      double x = chart_picture_x (picture, side == 0 ? 0.916 : 0.946);
      double y = chart_picture_y (picture, 0, 2);

      g_assert_true (chart_picture_is_ink (picture, x, y - 4, TWIN_INK_FIRST) ||
                     chart_picture_is_ink (picture, x - 1, y - 4, TWIN_INK_FIRST));
    }
  g_assert_cmpfloat (chart_picture_y (picture, 0, 0), <, chart_picture_y (picture, 0, 4));
  /* One replication has a mark and no arms. */
  g_assert_true (chart_picture_has (picture, 0.96, 4, TWIN_INK_FIRST));
  g_assert_false (chart_picture_has (picture, 0.968, 4, TWIN_INK_FIRST));
}

static void
test_parts (void)
{
  g_autoptr (TwinChart) chart = chart_sample_split ();
  g_autoptr (ChartPicture) picture = chart_picture_new (chart, 900, HEIGHT, NULL);
  guint labels = 0;

  for (int row = 0; row < 3; row++)
    {
      g_assert_true (chart_picture_has (picture, 500, row, TWIN_INK_FIRST));
      g_assert_true (chart_picture_has (picture, 11000, row, TWIN_INK_SECOND));
      g_assert_true (chart_picture_has (picture, 53400, row, TWIN_INK_THIRD));
    }
  for (guint i = 0; i < picture->layout->labels->len; i++)
    {
      const TwinLabel *label = &g_array_index (picture->layout->labels, TwinLabel, i);

      if (label->role != TWIN_ROLE_PART)
        continue;
      labels++;
      /* The text is there: not all of its box is ink. */
      g_assert_cmpuint (chart_picture_count (picture, label->box, (TwinInk) label->on_ink), <,
                        0.95 * label->box.width * label->box.height);
    }
  g_assert_cmpuint (labels, >=, 6);
}

static void
test_levels (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  g_autoptr (ChartPicture) picture = NULL;

  twin_chart_add_level (chart, 0, &(TwinLayer){ .title = "Level", .ink = TWIN_INK_SECOND }, 4.3);
  twin_chart_add_x_level (chart, 0, &(TwinLayer){ .ink = TWIN_INK_THIRD }, 6.4);
  picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  g_assert_true (chart_picture_has (picture, 2, 4.3, TWIN_INK_SECOND));
  g_assert_true (chart_picture_has (picture, 9, 4.3, TWIN_INK_SECOND));
  g_assert_true (chart_picture_has (picture, 6.4, 7.7, TWIN_INK_THIRD));
  g_assert_true (chart_picture_has (picture, 6.4, 1, TWIN_INK_THIRD));
  g_assert_cmpuint (chart_picture_count_drawn (
                        picture, chart_picture_find (picture, TWIN_ROLE_LEVEL)->box), >, 20);
}

static void
test_note (void)
{
  g_autoptr (TwinChart) chart = chart_sample_open ();
  g_autoptr (ChartPicture) picture = NULL;
  const TwinLabel *note;

  twin_chart_add_note (chart, 0, &(TwinLayer){ .ink = TWIN_INK_CHOICE }, 9.8, 9.7,
                       "The best\nof all");
  picture = chart_picture_new (chart, WIDTH, HEIGHT, NULL);
  note = chart_picture_find (picture, TWIN_ROLE_NOTE);
  g_assert_nonnull (note);
  g_assert_cmpuint (chart_picture_count_drawn (picture, note->box), >, 100);
  g_assert_cmpuint (picture->layout->leaders->len, ==, 1);
  g_assert_false (twin_box_holds (note->box, chart_picture_x (picture, 9.8),
                                  chart_picture_y (picture, 0, 9.7)));
}

/* Marks all over, so that no place for a text is free of them. */
static void
add_crowd (TwinChart *chart)
{
  double x[441], y[441];

  for (int i = 0; i < 441; i++)
    {
      x[i] = i % 21 * 0.5;
      y[i] = i / 21 * 0.5;
    }
  twin_chart_add_marks (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, x, y, NULL, 441);
}

/* Wherever the point is, a large text keeps clear of it and inside the plot. */
static void
test_note_keeps_clear (void)
{
  for (int x = 0; x <= 10; x++)
    for (int y = 0; y <= 10; y++)
      {
        g_autoptr (TwinChart) chart = chart_sample_open ();
        g_autoptr (TwinChartLayout) layout = NULL;
        TwinChartView view;
        const TwinLabel *note;
        const TwinPanelLayout *panel;
        double px, py;

        add_crowd (chart);
        twin_chart_add_note (chart, 0, &(TwinLayer){ .ink = TWIN_INK_CHOICE }, x, y,
                             "A text of\nseveral lines,\nthe best policy\nof them all");
        twin_chart_view_init (&view);
        layout = twin_chart_layout_new (chart, WIDTH, HEIGHT, &view);
        panel = &g_array_index (layout->panels, TwinPanelLayout, 0);
        note = &g_array_index (layout->labels, TwinLabel, layout->labels->len - 1);
        g_assert_cmpint (note->role, ==, TWIN_ROLE_NOTE);
        px = twin_scale_pixel (&layout->x.scale, x);
        py = twin_scale_pixel (&panel->y.scale, y);
        g_assert_cmpfloat (hypot (px - CLAMP (px, note->box.x, note->box.x + note->box.width),
                                  py - CLAMP (py, note->box.y, note->box.y + note->box.height)),
                           >, 10);
        g_assert_true (twin_box_holds (panel->plot, note->box.x, note->box.y));
        g_assert_true (twin_box_holds (panel->plot, note->box.x + note->box.width,
                                       note->box.y + note->box.height));
      }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-layers/line", test_line);
  g_test_add_func ("/chart-layers/stepped-line", test_stepped_line);
  g_test_add_func ("/chart-layers/dashes", test_dashes);
  g_test_add_func ("/chart-layers/gap", test_gap);
  g_test_add_func ("/chart-layers/spike-among-many", test_spike_among_many);
  g_test_add_func ("/chart-layers/band", test_band);
  g_test_add_func ("/chart-layers/marks", test_marks);
  g_test_add_func ("/chart-layers/many-marks", test_many_marks);
  g_test_add_func ("/chart-layers/spans", test_spans);
  g_test_add_func ("/chart-layers/bars", test_bars);
  g_test_add_func ("/chart-layers/bars-stand-on-zero", test_bars_stand_on_zero);
  g_test_add_func ("/chart-layers/intervals", test_intervals);
  g_test_add_func ("/chart-layers/parts", test_parts);
  g_test_add_func ("/chart-layers/levels", test_levels);
  g_test_add_func ("/chart-layers/note", test_note);
  g_test_add_func ("/chart-layers/note-keeps-clear", test_note_keeps_clear);
  return g_test_run ();
}
