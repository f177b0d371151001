/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart-picture.h"
#include "chart-samples.h"

static const int sizes[][2] = {
  { 220, 140 }, { 320, 240 }, { 320, 700 }, { 500, 160 }, { 700, 300 },
  { 900, 300 }, { 1000, 700 }, { 4000, 2000 },
};

static const TwinLabel *
label_at (const TwinChartLayout *layout,
          guint i)
{
  return &g_array_index (layout->labels, TwinLabel, i);
}

/* These stand on data, where others of the picture may be below. */
static gboolean
is_on_data (const TwinLabel *label)
{
  return label->role == TWIN_ROLE_LEVEL || label->role == TWIN_ROLE_NOTE ||
         label->role == TWIN_ROLE_PART || label->role == TWIN_ROLE_VALUE ||
         label->role == TWIN_ROLE_EMPTY;
}

static void
assert_inside (TwinBox inner,
               TwinBox outer)
{
  g_assert_cmpfloat (inner.x, >=, outer.x - 0.01);
  g_assert_cmpfloat (inner.y, >=, outer.y - 0.01);
  g_assert_cmpfloat (inner.x + inner.width, <=, outer.x + outer.width + 0.01);
  g_assert_cmpfloat (inner.y + inner.height, <=, outer.y + outer.height + 0.01);
}

/* Logical boxes have leading above and below, in which neighbours may meet. */
static TwinBox
core_of (const TwinLabel *label)
{
  TwinBox box = label->box;

  box.y += 0.12 * box.height;
  box.height *= 0.76;
  return box;
}

static void
assert_sound (const TwinChartLayout *layout)
{
  for (guint i = 0; i < layout->panels->len; i++)
    {
      TwinBox plot = g_array_index (layout->panels, TwinPanelLayout, i).plot;

      assert_inside (plot, layout->whole);
      g_assert_cmpfloat (plot.width, >=, 40);
      g_assert_cmpfloat (plot.height, >=, 10);
      for (guint k = 0; k < i; k++)
        g_assert_false (
            twin_box_overlaps (plot, g_array_index (layout->panels, TwinPanelLayout, k).plot));
      for (guint k = 0; k < layout->labels->len; k++)
        if (!is_on_data (label_at (layout, k)))
          g_assert_false (twin_box_overlaps (core_of (label_at (layout, k)), plot));
    }
  for (guint i = 0; i < layout->labels->len; i++)
    {
      assert_inside (label_at (layout, i)->box, layout->whole);
      for (guint k = 0; k < i; k++)
        g_assert_false (twin_box_overlaps (core_of (label_at (layout, i)),
                                           core_of (label_at (layout, k))));
    }
}

static void
test_sizes (void)
{
  for (gsize i = 0; i < chart_n_samples; i++)
    for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
      {
        g_autoptr (TwinChart) chart = chart_samples[i]();
        g_autoptr (TwinChartLayout) layout = NULL;
        TwinChartView view;

        twin_chart_view_init (&view);
        layout = twin_chart_layout_new (chart, sizes[size][0], sizes[size][1], &view);
        assert_sound (layout);
      }
}

static void
test_large_text (void)
{
  for (gsize i = 0; i < chart_n_samples; i++)
    {
      g_autoptr (TwinChart) chart = chart_samples[i]();
      g_autoptr (TwinChartLayout) layout = NULL;
      TwinChartView view;

      twin_chart_view_init (&view);
      view.text_size = 18;
      layout = twin_chart_layout_new (chart, 700, 500, &view);
      assert_sound (layout);
    }
}

static TwinBox
interval_box (const TwinChartLayout *layout,
              const TwinChartLayer *layer,
              gsize i)
{
  const TwinScale *y = &g_array_index (layout->panels, TwinPanelLayout, 0).y.scale;
  double left = twin_scale_pixel (&layout->x.scale, layer->low[i]);
  double right = twin_scale_pixel (&layout->x.scale, layer->high[i]);

  return (TwinBox){ left, twin_scale_pixel (y, layer->y[i]) - 1, MAX (1, right - left), 2 };
}

/* Values stand in the plot, on no interval and on no other label;
 * all of them where there is room. */
static guint
count_sound_values (const TwinChart *chart,
                    const TwinChartLayout *layout)
{
  const TwinBox plot = g_array_index (layout->panels, TwinPanelLayout, 0).plot;
  const TwinChartLayer *layer = twin_chart_get_layer (chart, 0);
  guint n = 0;

  for (guint i = 0; i < layout->labels->len; i++)
    {
      const TwinLabel *label = label_at (layout, i);

      if (label->role != TWIN_ROLE_VALUE)
        continue;
      n++;
      assert_inside (label->box, plot);
      for (gsize k = 0; k < layer->n; k++)
        g_assert_false (twin_box_overlaps (label->box, interval_box (layout, layer, k)));
    }
  assert_sound (layout);
  return n;
}

static void
test_values (void)
{
  static const char *const rows[] = { "A", "B", "C", "D", "E", "F", NULL };
  const double category[] = { 0, 1, 2, 3, 4, 5 };
  const char *const labels[] = { "+10,000", "\342\210\2222",    "33,000", "0",
                                 "123",     "\342\210\2221,000" };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  const TwinAxis row = { .categories = rows };
  guint most = 0;

  for (int i = 0; i < 300; i++)
    {
      const TwinAxis axis = { .title = "x", .style = TWIN_NUMBER_MONEY };
      g_autoptr (TwinChart) chart = twin_chart_new ("Values", &axis);
      g_autoptr (TwinChartLayout) layout = NULL;
      TwinChartView view;
      double middle[6], low[6], high[6];
      guint n;

      for (int k = 0; k < 6; k++)
        {
          middle[k] = g_rand_double_range (random, -1000, 1000);
          low[k] = middle[k] - g_rand_double_range (random, 0, i % 3 == 0 ? 1500 : 20);
          high[k] = middle[k] + g_rand_double_range (random, 0, i % 3 == 0 ? 1500 : 20);
        }
      twin_chart_add_panel (chart, NULL, &row);
      twin_chart_add_intervals (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, middle, low, high,
                                category, labels, 6);
      twin_chart_add_x_level (chart, 0, &(TwinLayer){ .title = "None", .ink = TWIN_INK_LIMIT }, 0);
      twin_chart_view_init (&view);
      layout = twin_chart_layout_new (chart, g_rand_int_range (random, 220, 900),
                                      g_rand_int_range (random, 90, 500), &view);
      n = count_sound_values (chart, layout);
      most = MAX (most, n);
    }
  g_assert_cmpuint (most, ==, 6);
}

/* With room for all of them, all are there; without, none covers another. */
static void
test_values_need_room (void)
{
  g_autoptr (TwinChart) chart = chart_sample_intervals ();
  g_autoptr (TwinChartLayout) large = NULL;
  g_autoptr (TwinChartLayout) low = NULL;
  TwinChartView view;

  twin_chart_view_init (&view);
  large = twin_chart_layout_new (chart, 700, 320, &view);
  low = twin_chart_layout_new (chart, 700, 120, &view);
  g_assert_cmpuint (count_sound_values (chart, large), ==, 5);
  g_assert_cmpuint (count_sound_values (chart, low), ==, 0);
}

/* Random ranges and widths: tick labels never touch and there are always some. */
static void
test_ticks_never_touch (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (int i = 0; i < 300; i++)
    {
      const TwinAxis axis = { .title = "x",
                              .style = (TwinNumberStyle) g_rand_int_range (random, 0, 6) };
      double size = pow (10, g_rand_double_range (random, -7, 9));
      const double x[] = { size * g_rand_double_range (random, -2, 2), size * 3 };
      const double y[] = { x[1], x[0] };
      g_autoptr (TwinChart) chart = twin_chart_new ("Ticks", &axis);
      g_autoptr (TwinChartLayout) layout = NULL;
      TwinChartView view;
      guint n[2] = { 0, 0 };

      twin_chart_add_panel (chart, NULL, &axis);
      twin_chart_add_line (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, x, y, 2);
      twin_chart_view_init (&view);
      layout = twin_chart_layout_new (chart, g_rand_int_range (random, 220, 1200),
                                      g_rand_int_range (random, 140, 600), &view);
      assert_sound (layout);
      for (guint k = 0; k < layout->labels->len; k++)
        {
          n[0] += label_at (layout, k)->role == TWIN_ROLE_X_TICK;
          n[1] += label_at (layout, k)->role == TWIN_ROLE_Y_TICK;
        }
      g_assert_cmpuint (n[0], >=, layout->whole.width < 350 ? 1 : 2);
      g_assert_cmpuint (n[1], >=, 2);
    }
}

/* Two things can be counted, not one and a half; where the axis shows less than that, it has to. */
static void
test_counts_are_whole (void)
{
  const TwinAxis axis = { .title = "Orders", .style = TWIN_NUMBER_COUNT };
  const double from[] = { 0, 83.4 }, to[] = { 2, 83.6 };

  for (gsize i = 0; i < G_N_ELEMENTS (from); i++)
    {
      g_autoptr (TwinChart) chart = twin_chart_new ("Counts", &axis);
      g_autoptr (TwinChartLayout) layout = NULL;
      const double x[] = { from[i], to[i] };
      const TwinTicks *ticks;
      TwinChartView view;
      guint fractions = 0;

      twin_chart_add_panel (chart, NULL, &axis);
      twin_chart_add_line (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, x, x, 2);
      twin_chart_view_init (&view);
      layout = twin_chart_layout_new (chart, 600, 400, &view);
      ticks = &g_array_index (layout->panels, TwinPanelLayout, 0).y.ticks;
      for (guint k = 0; k < ticks->n; k++)
        fractions += ticks->value[k] != round (ticks->value[k]);
      g_assert_cmpuint (ticks->n, >=, 2);
      g_assert_true ((fractions > 0) == (i == 1));
    }
}

/* Titles of levels that coincide stand apart, in the order of their lines. */
static void
test_levels_apart (void)
{
  const TwinAxis axis = { .title = "y", .from_zero = TRUE };
  g_autoptr (TwinChart) chart = twin_chart_new ("Levels", &axis);
  g_autoptr (TwinChartLayout) layout = NULL;
  TwinChartView view;
  guint n = 0;

  twin_chart_add_panel (chart, NULL, &axis);
  for (int i = 0; i < 6; i++)
    twin_chart_add_level (chart, 0, &(TwinLayer){ .title = "Level", .ink = TWIN_INK_LIMIT },
                          i < 3 ? 10 - 0.01 * i : 0.01 * i);
  twin_chart_view_init (&view);
  layout = twin_chart_layout_new (chart, 600, 300, &view);
  for (guint i = 0; i < layout->labels->len; i++)
    n += label_at (layout, i)->role == TWIN_ROLE_LEVEL;
  g_assert_cmpuint (n, ==, 6);
  assert_sound (layout);
}

static void
test_legend_wraps (void)
{
  const TwinAxis axis = { .title = "x" };
  g_autoptr (TwinChart) chart = twin_chart_new ("Legend", &axis);
  g_autoptr (TwinChartLayout) layout = NULL;
  const double x[] = { 0, 1 };
  TwinChartView view;
  double first, last;

  twin_chart_add_panel (chart, NULL, &axis);
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *title = g_strdup_printf ("Series number %d", i);

      twin_chart_add_line (chart, 0, &(TwinLayer){ .title = title, .ink = TWIN_INK_FIRST }, x, x,
                           2);
    }
  twin_chart_view_init (&view);
  layout = twin_chart_layout_new (chart, 400, 400, &view);
  g_assert_cmpuint (layout->legend->len, ==, 6);
  first = g_array_index (layout->legend, TwinLegendItem, 0).box.y;
  last = g_array_index (layout->legend, TwinLegendItem, 5).box.y;
  g_assert_cmpfloat (last, >, first);
  assert_sound (layout);
}

static TwinBox
box_of (const TwinChartLayout *layout,
        TwinRole role)
{
  for (guint i = 0; i < layout->labels->len; i++)
    if (label_at (layout, i)->role == role)
      return label_at (layout, i)->box;
  g_assert_not_reached ();
}

/* Texts begin at the right, whether the language says so or the view; and end before the corner
 * that is somebody else's. Time goes to the right all the same. */
static void
test_right_to_left (void)
{
  g_autoptr (TwinChart) chart = chart_sample_trace ();
  g_autoptr (TwinChartLayout) plain = NULL;
  g_autoptr (TwinChartLayout) mirrored = NULL;
  g_autoptr (TwinChartLayout) arabic = NULL;
  g_autoptr (TwinChart) named = twin_chart_new ("المخزون", &(TwinAxis){ .title = "x" });
  TwinBox title, entry;
  TwinChartView view;

  twin_chart_view_init (&view);
  plain = twin_chart_layout_new (chart, 800, 300, &view);
  twin_chart_add_panel (named, NULL, &(TwinAxis){ .title = "y" });
  arabic = twin_chart_layout_new (named, 800, 300, &view);
  view.right_to_left = TRUE;
  mirrored = twin_chart_layout_new (chart, 800, 300, &view);

  g_assert_cmpfloat (box_of (plain, TWIN_ROLE_TITLE).x, <, 50);
  title = box_of (mirrored, TWIN_ROLE_TITLE);
  g_assert_cmpfloat (title.x + title.width, >, 750);
  title = box_of (arabic, TWIN_ROLE_TITLE);
  g_assert_cmpfloat (title.x + title.width, >, 750);
  entry = g_array_index (mirrored->legend, TwinLegendItem, 0).box;
  g_assert_cmpfloat (entry.x + entry.width, >, 750);
  g_assert_cmpfloat (g_array_index (mirrored->legend, TwinLegendItem, 0).sample.x, >, entry.x + 9);
  g_assert_cmpfloat (mirrored->x.scale.from, <, mirrored->x.scale.to);
  assert_sound (mirrored);
  for (guint i = 0; i < mirrored->labels->len; i++)
    {
      PangoLayout *label = g_array_index (mirrored->labels, TwinLabel, i).layout;

      /* Whatever it begins with: lines of one note have one edge. */
      for (int line = 0; line < pango_layout_get_line_count (label); line++)
        g_assert_cmpint (pango_layout_get_line_readonly (label, line)->resolved_dir, ==,
                         PANGO_DIRECTION_RTL);
    }

  view.corner = 700;
  g_clear_pointer (&mirrored, twin_chart_layout_free);
  mirrored = twin_chart_layout_new (chart, 800, 300, &view);
  g_assert_cmpfloat (box_of (mirrored, TWIN_ROLE_TITLE).x, >, 690);
}

/* What stands beside the title or below it knows where that is, and is left in peace. */
static void
test_title_place (void)
{
  g_autoptr (TwinChart) chart = twin_chart_new ("Gesamtkosten über alle Replikationen",
                                                &(TwinAxis){ .title = "x" });
  g_autoptr (TwinChartLayout) layout = NULL;
  TwinChartView view;
  TwinTitlePlace place;
  TwinBox title;
  double below;

  twin_chart_add_panel (chart, NULL, &(TwinAxis){ .title = "y" });
  twin_chart_add_line (chart, 0, &(TwinLayer){ .title = "Stock" }, (double[]){ 0, 1 },
                       (double[]){ 0, 1 }, 2);
  twin_chart_add_line (chart, 0, &(TwinLayer){ .title = "Orders" }, (double[]){ 0, 1 },
                       (double[]){ 1, 2 }, 2);
  twin_chart_view_init (&view);
  layout = twin_chart_layout_new (chart, 400, 300, &view);
  title = box_of (layout, TWIN_ROLE_TITLE);
  below = g_array_index (layout->legend, TwinLegendItem, 0).box.y;
  twin_chart_place_title (chart, 400, &view, &place);
  g_assert_true (place.fits);
  g_assert_cmpfloat (place.start, ==, title.x);
  g_assert_cmpfloat_with_epsilon (place.middle, title.y + title.height / 2, 0.01);
  g_assert_cmpfloat (place.end, >, title.y + title.height);
  g_assert_cmpfloat (place.end, <=, below);

  view.below_title = 40;
  g_clear_pointer (&layout, twin_chart_layout_free);
  layout = twin_chart_layout_new (chart, 400, 300, &view);
  g_assert_cmpfloat_with_epsilon (g_array_index (layout->legend, TwinLegendItem, 0).box.y,
                                  below + 40, 0.01);

  /* Two lines will do, beside which the corner is in line with the first one … */
  view.corner = 180;
  twin_chart_place_title (chart, 400, &view, &place);
  g_assert_true (place.fits);
  g_assert_cmpfloat_with_epsilon (place.middle, title.y + title.height / 2, 0.01);
  g_assert_cmpfloat (place.end, >, title.y + 2 * title.height);
  /* … but neither three nor a broken word, nor to be covered. */
  view.corner = 260;
  twin_chart_place_title (chart, 400, &view, &place);
  g_assert_false (place.fits);
  view.corner = 390;
  twin_chart_place_title (chart, 400, &view, &place);
  g_assert_false (place.fits);
}

/* Long names beside bars have as many lines as there is room for, and end where they are read. */
static void
test_long_names (void)
{
  const char *const names[] = { "Störung der Wiederbeschaffungszeit", "Nachfragespitze", NULL };
  const double x[] = { 1, 2 }, y[] = { 0, 1 };
  g_autoptr (TwinChart) chart = twin_chart_new ("Names", &(TwinAxis){ .title = "x" });
  g_autoptr (TwinChartLayout) layout = NULL;
  TwinChartView view;
  guint n_names = 0;

  twin_chart_add_panel (chart, NULL, &(TwinAxis){ .categories = names });
  twin_chart_add_intervals (chart, 0, &(TwinLayer){ .title = "Cost" }, x, x, x, y, NULL, 2);
  twin_chart_view_init (&view);
  layout = twin_chart_layout_new (chart, 460, 300, &view);
  for (guint i = 0; i < layout->labels->len; i++)
    if (label_at (layout, i)->role == TWIN_ROLE_Y_TICK)
      {
        g_assert_false (pango_layout_is_ellipsized (label_at (layout, i)->layout));
        g_assert_cmpint (pango_layout_get_line_count (label_at (layout, i)->layout), ==,
                         n_names == 0 ? 2 : 1);
        n_names++;
      }
  g_assert_cmpuint (n_names, ==, 2);
  assert_sound (layout);
}

/* One series alone needs no legend; text is never set below twelve pixels. */
static void
test_plain (void)
{
  g_autoptr (TwinChart) chart = chart_sample_histogram ();
  g_autoptr (TwinChartLayout) layout = NULL;
  TwinChartView view;

  twin_chart_view_init (&view);
  layout = twin_chart_layout_new (chart, 700, 300, &view);
  g_assert_cmpuint (layout->legend->len, ==, 0);
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const PangoFontDescription *font =
          pango_layout_get_font_description (label_at (layout, i)->layout);

      g_assert_true (pango_font_description_get_size_is_absolute (font));
      g_assert_cmpint (pango_font_description_get_size (font), >=, 12 * PANGO_SCALE);
    }
}

/* The data last: at a tiny size the texts go, and the plot stays. */
static void
test_gives_up_texts (void)
{
  g_autoptr (TwinChart) chart = chart_sample_trace ();
  g_autoptr (ChartPicture) large = chart_picture_new (chart, 900, 400, NULL);
  g_autoptr (ChartPicture) tiny = chart_picture_new (chart, 220, 140, NULL);

  g_assert_nonnull (chart_picture_find (large, TWIN_ROLE_CAPTION));
  g_assert_nonnull (chart_picture_find (large, TWIN_ROLE_X_TITLE));
  g_assert_null (chart_picture_find (tiny, TWIN_ROLE_CAPTION));
  g_assert_cmpfloat (chart_picture_plot (tiny, 0).height, >=, 45);
}

static void
test_many_categories (void)
{
  g_auto (GStrv) names = g_new0 (char *, 201);
  const double zero = 0;
  TwinChartView view;

  twin_chart_view_init (&view);
  for (int i = 0; i < 200; i++)
    names[i] = g_strdup_printf ("A scenario with a long name, number %d", i);
  for (int upright = 0; upright < 2; upright++)
    {
      const TwinAxis plain = { .title = "Cost" };
      const TwinAxis named = { .categories = (const char *const *) names };
      g_autoptr (TwinChart) chart = twin_chart_new ("Many", upright ? &plain : &named);
      g_autoptr (TwinChartLayout) layout = NULL;

      twin_chart_add_panel (chart, NULL, upright ? &named : &plain);
      twin_chart_add_marks (chart, 0, &(TwinLayer){ .ink = TWIN_INK_FIRST }, &zero, &zero, NULL, 1);
      layout = twin_chart_layout_new (chart, 600, 300, &view);
      assert_sound (layout);
    }
}

static void
test_empty (void)
{
  g_autoptr (TwinChart) chart = chart_sample_empty ();
  g_autoptr (ChartPicture) picture = chart_picture_new (chart, 400, 300, NULL);

  g_assert_cmpstr (pango_layout_get_text (chart_picture_find (picture, TWIN_ROLE_EMPTY)->layout),
                   ==, "No data");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-layout/sizes", test_sizes);
  g_test_add_func ("/chart-layout/large-text", test_large_text);
  g_test_add_func ("/chart-layout/values", test_values);
  g_test_add_func ("/chart-layout/values-need-room", test_values_need_room);
  g_test_add_func ("/chart-layout/ticks-never-touch", test_ticks_never_touch);
  g_test_add_func ("/chart-layout/counts-are-whole", test_counts_are_whole);
  g_test_add_func ("/chart-layout/levels-apart", test_levels_apart);
  g_test_add_func ("/chart-layout/legend-wraps", test_legend_wraps);
  g_test_add_func ("/chart-layout/right-to-left", test_right_to_left);
  g_test_add_func ("/chart-layout/title-place", test_title_place);
  g_test_add_func ("/chart-layout/long-names", test_long_names);
  g_test_add_func ("/chart-layout/plain", test_plain);
  g_test_add_func ("/chart-layout/gives-up-texts", test_gives_up_texts);
  g_test_add_func ("/chart-layout/many-categories", test_many_categories);
  g_test_add_func ("/chart-layout/empty", test_empty);
  return g_test_run ();
}
