/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "twin-chart-view.h"

static void
test_entries (void)
{
  g_autoptr (TwinChart) chart = chart_sample_split ();
  g_autoptr (TwinChart) trace = chart_sample_trace ();

  /* Nine parts of three titles; levels carry their titles in the picture. */
  g_assert_cmpuint (twin_chart_get_n_entries (chart), ==, 3);
  g_assert_cmpstr (twin_chart_get_entry (chart, 0), ==, "Holding");
  g_assert_cmpstr (twin_chart_get_entry (chart, 2), ==, "Ordering");
  g_assert_cmpuint (twin_chart_get_n_entries (trace), ==, 5);
  g_assert_cmpstr (twin_chart_get_entry (trace, 0), ==, "Stockout");
}

/* What goes in is copied. */
static void
test_copies (void)
{
  char title[] = "Title", unit[] = "days", series[] = "Series", label[] = "Label";
  const char *const labels[] = { label };
  const TwinAxis axis = { .title = title, .unit = unit };
  TwinChart *chart = twin_chart_new (title, &axis);
  g_autoptr (GArray) data = NULL;
  double x[] = { 1 }, y[] = { 2 };
  const TwinChartDatum *datum;

  twin_chart_add_panel (chart, title, &axis);
  twin_chart_add_marks (chart, 0, &(TwinLayer){ .title = series }, x, y, labels, 1);
  title[0] = unit[0] = series[0] = label[0] = 'X';
  x[0] = y[0] = 99;

  g_assert_cmpstr (twin_chart_get_title (chart), ==, "Title");
  data = twin_chart_get_data (chart);
  g_assert_cmpuint (data->len, ==, 1);
  datum = &g_array_index (data, TwinChartDatum, 0);
  g_assert_cmpstr (datum->panel, ==, "Title");
  g_assert_cmpstr (datum->series, ==, "Series");
  g_assert_cmpstr (datum->label, ==, "Label");
  g_assert_cmpfloat (datum->x, ==, 1);
  g_assert_cmpfloat (datum->y, ==, 2);
  g_assert_true (isnan (datum->low) && isnan (datum->high));
  twin_chart_unref (chart);
}

static char *
tell (gsize index,
      gpointer data)
{
  ((guint *) data)[index]++;
  return g_strdup_printf ("Mark %" G_GSIZE_FORMAT, index);
}

static void
forget (gpointer data)
{
  ((guint *) data)[2] = 99;
}

/* Labels that are told are made when they are read, and no sooner. */
static void
test_told (void)
{
  const TwinAxis axis = { .title = "Axis" };
  TwinChart *chart = twin_chart_new ("Title", &axis);
  const double x[] = { 1, 2 }, y[] = { 3, 4 };
  guint told[3] = { 0 };
  g_autoptr (GArray) data = NULL;
  g_autofree char *text = NULL;
  TwinChartView view;

  twin_chart_add_panel (chart, NULL, &axis);
  twin_chart_add_told_marks (chart, 0, &(TwinLayer){ .title = "Series" }, x, y, 2, tell, told,
                             forget);
  g_assert_cmpuint (told[0] + told[1], ==, 0);
  twin_chart_view_init (&view);
  text = twin_chart_read (chart, &view, 0, 2);
  g_assert_cmpstr (text, ==, "Mark 1");
  g_assert_cmpuint (told[0], ==, 0);
  data = twin_chart_get_data (chart);
  g_assert_cmpuint (told[2], ==, 0);
  twin_chart_unref (chart);
  g_assert_cmpuint (told[2], ==, 99);
  g_assert_cmpstr (g_array_index (data, TwinChartDatum, 0).label, ==, "Mark 0");
}

static void
test_boxed (void)
{
  TwinChart *chart = chart_sample_trace ();
  TwinChart *copy = g_boxed_copy (TWIN_TYPE_CHART, chart);

  g_assert_true (copy == chart);
  twin_chart_unref (chart);
  g_assert_nonnull (twin_chart_get_caption (copy));
  g_boxed_free (TWIN_TYPE_CHART, copy);
}

static void
test_data (void)
{
  g_autoptr (TwinChart) chart = chart_sample_intervals ();
  g_autoptr (TwinChart) split = chart_sample_split ();
  g_autoptr (GArray) data = twin_chart_get_data (chart);
  g_autoptr (GArray) parts = twin_chart_get_data (split);
  const TwinChartDatum *datum = &g_array_index (data, TwinChartDatum, 1);

  g_assert_cmpuint (data->len, ==, 5);
  g_assert_cmpstr (datum->label, ==, "Demand +30 %");
  g_assert_cmpfloat (datum->x, ==, 0.951);
  g_assert_cmpfloat (datum->low, ==, 0.938);
  g_assert_true (isnan (g_array_index (data, TwinChartDatum, 4).low));

  g_assert_cmpuint (parts->len, ==, 9);
  datum = &g_array_index (parts, TwinChartDatum, 4);
  g_assert_cmpstr (datum->series, ==, "Stockout");
  g_assert_cmpstr (datum->label, ==, "Demand +30 %");
  g_assert_cmpfloat (datum->low, ==, 9500);
  g_assert_cmpfloat (datum->high, ==, 53000);
}

static void
test_x_range (void)
{
  g_autoptr (TwinChart) trace = chart_sample_trace ();
  g_autoptr (TwinChart) empty = chart_sample_empty ();
  g_autoptr (TwinChart) scatter = chart_sample_scatter ();
  double low, high;

  /* A line runs from edge to edge, points have air around them. */
  twin_chart_get_x_range (trace, &low, &high);
  g_assert_cmpfloat (low, ==, 0);
  g_assert_cmpfloat (high, ==, 100);
  twin_chart_get_x_range (scatter, &low, &high);
  g_assert_cmpfloat (low, <, 0.8);
  g_assert_cmpfloat (high, <=, 1);
  twin_chart_get_x_range (empty, &low, &high);
  g_assert_cmpfloat (low, <, high);
}

static void
assert_says (const TwinChart *chart,
             const char *const *words)
{
  g_autofree char *text = twin_chart_describe (chart);

  for (; *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      g_error ("“%s” is not in: %s", *words, text);
}

static void
test_describe (void)
{
  g_autoptr (TwinChart) trace = chart_sample_trace ();
  g_autoptr (TwinChart) histogram = chart_sample_histogram ();
  g_autoptr (TwinChart) intervals = chart_sample_intervals ();
  g_autoptr (TwinChart) scatter = chart_sample_scatter ();
  g_autoptr (TwinChart) empty = chart_sample_empty ();
  g_autofree char *summary = NULL;

  assert_says (trace, (const char *const[]){ "“Inventory, replication 1 of 1000”", "Time (days)",
                                             "On hand: a line between 0.0 and 120.0",
                                             "Stockout: 2 stretches, together 4", "s = 40",
                                             "Replication 1, seed 42.", NULL });
  assert_says (histogram, (const char *const[]){ "20 bars, the highest 100", "Mean 57 210", NULL });
  assert_says (intervals, (const char *const[]){ "Baseline: 98.2", "(97.0 – 99.4",
                                                 "(no interval)", NULL });
  assert_says (scatter, (const char *const[]){ "150 marks", "s = 88, S = 174; Cost 33 200",
                                               NULL });
  assert_says (empty, (const char *const[]){ "Nothing yet", NULL });

  twin_chart_set_summary (trace, "In short.");
  summary = twin_chart_describe (trace);
  g_assert_cmpstr (summary, ==, "In short.");
}

/* Whatever numbers come in, there is a picture, a text and a table. */
static void
test_odd_numbers (void)
{
  const double odd[] = { NAN, INFINITY, -INFINITY, 0, -0.0, 1e308, -1e308, 5e-324, 1 };
  const gsize n = G_N_ELEMENTS (odd);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 200);
  cairo_t *cr = cairo_create (surface);
  TwinChartView view;

  twin_chart_view_init (&view);
  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < n; k++)
      {
        const TwinAxis axis = { .title = "x", .style = (TwinNumberStyle) (i % 6) };
        const TwinLayer layer = { .title = "Odd", .stepped = k % 2 };
        const double x[] = { odd[i], odd[k], 3 }, y[] = { odd[k], 2, odd[i] };
        g_autoptr (TwinChart) chart = twin_chart_new ("Odd", &axis);
        g_autofree char *text = NULL;
        g_autofree char *read = NULL;
        g_autoptr (GArray) data = NULL;
        TwinChartHit hit;

        twin_chart_add_panel (chart, NULL, &axis);
        twin_chart_add_line (chart, 0, &layer, x, y, 3);
        twin_chart_add_band (chart, 0, &layer, x, y, x, 3);
        twin_chart_add_marks (chart, 0, &layer, x, y, NULL, 3);
        twin_chart_add_spans (chart, 0, &layer, x, y, 3);
        twin_chart_add_bars (chart, 0, &layer, x, y, x, 3);
        twin_chart_add_intervals (chart, 0, &layer, x, y, x, y, NULL, 3);
        twin_chart_add_part (chart, 0, &layer, x[0], x[1], y[0], "Part");
        twin_chart_add_level (chart, 0, &layer, odd[i]);
        twin_chart_add_x_level (chart, 0, &layer, odd[k]);
        twin_chart_add_note (chart, 0, &layer, odd[i], odd[k], "Note");
        view.x_low = i % 3 == 0 ? odd[k] : NAN;
        view.x_high = i % 3 == 0 ? odd[i] : NAN;
        view.crosshair = TRUE;
        view.hover_x = odd[i];
        view.hover_y = odd[k];
        twin_chart_draw (chart, cr, 300, 200, &view);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        twin_chart_pick (chart, 300, 200, &view, 150, 100, &hit);
        text = twin_chart_describe (chart);
        read = twin_chart_read (chart, &view, 0, odd[i]);
        data = twin_chart_get_data (chart);
        g_assert_true (g_utf8_validate (text, -1, NULL) && g_utf8_validate (read, -1, NULL));
        g_assert_cmpuint (data->len, ==, 22);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/entries", test_entries);
  g_test_add_func ("/chart/copies", test_copies);
  g_test_add_func ("/chart/told", test_told);
  g_test_add_func ("/chart/boxed", test_boxed);
  g_test_add_func ("/chart/data", test_data);
  g_test_add_func ("/chart/x-range", test_x_range);
  g_test_add_func ("/chart/describe", test_describe);
  g_test_add_func ("/chart/odd-numbers", test_odd_numbers);
  return g_test_run ();
}
