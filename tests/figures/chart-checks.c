/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-checks.h"

#include <string.h>

#include "twin-chart-private.h"

static void
clear_label (gpointer datum)
{
  g_free (((TwinChartDatum *) datum)->label);
}

GArray *
chart_series (const TwinChart *chart,
               const char *series)
{
  g_autoptr (GArray) data = twin_chart_get_data (chart);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (TwinChartDatum));

  g_array_set_clear_func (chosen, clear_label);
  for (guint i = 0; i < data->len; i++)
    {
      TwinChartDatum datum = g_array_index (data, TwinChartDatum, i);

      if (!g_str_equal (datum.series, series))
        continue;
      datum.label = g_strdup (datum.label);
      g_array_append_val (chosen, datum);
    }
  return chosen;
}

void
assert_draws (const TwinChart *chart)
{
  static const int sizes[][2] = { { 900, 500 }, { 120, 80 }, { 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, sizes[i][0], sizes[i][1]);
      cairo_t *cr = cairo_create (surface);
      TwinChartView view;

      twin_chart_view_init (&view);
      twin_chart_draw (chart, cr, sizes[i][0], sizes[i][1], &view);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

void
assert_complete (const TwinChart *chart,
                 const char *const *words)
{
  g_autofree char *description = twin_chart_describe (chart);

  g_assert_cmpuint (strlen (twin_chart_get_title (chart)), >, 0);
  g_assert_cmpuint (strlen (twin_chart_get_caption (chart)), >, 0);
  for (; *words != NULL; words++)
    if (strstr (description, *words) == NULL)
      g_error ("“%s” does not say “%s”", description, *words);
}

void
assert_axes (const TwinChart *chart,
             const char *x_axis,
             const char *y_axis)
{
  g_autofree char *x = twin_chart_axis_label (&chart->x_axis);
  g_autofree char *y = twin_chart_axis_label (&twin_chart_get_panel (chart, 0)->y_axis);

  g_assert_cmpstr (x, ==, x_axis);
  g_assert_cmpstr (y, ==, y_axis);
}

guint
chart_count_layers (const TwinChart *chart)
{
  return chart->layers->len;
}

TwinLayer
chart_get_look (const TwinChart *chart,
                guint layer)
{
  g_assert_cmpuint (layer, <, chart->layers->len);
  return twin_chart_get_layer (chart, layer)->look;
}

gboolean
chart_has_marks (const TwinChart *chart,
                 guint layer)
{
  return twin_chart_get_layer (chart, layer)->kind == TWIN_LAYER_MARKS;
}

gboolean
chart_has_line (const TwinChart *chart,
                guint layer)
{
  return twin_chart_get_layer (chart, layer)->kind == TWIN_LAYER_LINE;
}
