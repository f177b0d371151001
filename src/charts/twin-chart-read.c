/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-chart-hover.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gsize
twin_chart_layer_find (const TwinChartLayer *layer,
                       double x)
{
  gsize low = 0, high = layer->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (layer->x[middle] <= x)
        low = middle + 1;
      else
        high = middle;
    }
  return low == 0 ? layer->n : low - 1;
}

/* The datum at or left of @x, or n. Without order the last one that spans it. */
static gsize
datum_before (const TwinChartLayer *layer,
              double x)
{
  if (layer->ascending)
    return twin_chart_layer_find (layer, x);
  for (gsize i = layer->n; i-- > 0;)
    if (layer->x[i] == x || (i + 1 < layer->n && layer->x[i] <= x && layer->x[i + 1] >= x))
      return i;
  return layer->n;
}

static double
column_value_at (const TwinChartLayer *layer,
                 const double *column,
                 double x)
{
  gsize i = datum_before (layer, x);
  double share;

  if (i >= layer->n || (i + 1 == layer->n && x > layer->x[i]))
    return NAN;
  if (layer->look.stepped || layer->x[i] == x)
    return column[i];
  share = (x - layer->x[i]) / (layer->x[i + 1] - layer->x[i]);
  return column[i] + share * (column[i + 1] - column[i]);
}

double
twin_chart_layer_value_at (const TwinChartLayer *layer,
                           double x)
{
  return column_value_at (layer, layer->y, x);
}

static char *
with_axis_unit (const TwinChartAxis *axis,
                double value)
{
  gboolean named = twin_chart_axis_category (axis, value) != NULL;

  return twin_number_add_unit (twin_chart_axis_format (axis, value), value,
                               named ? NULL : axis->unit);
}

static void
add_line (GString *text,
          const char *title,
          const char *value)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: what is measured, and its value */
  g_string_append_printf (text, _ ("%s: %s"), title, value);
}

static const char *
series_name (const TwinChart *chart,
             const TwinChartLayer *layer)
{
  const TwinChartAxis *axis = &twin_chart_get_panel (chart, layer->panel)->y_axis;

  if (layer->look.title == NULL && axis->title != NULL && axis->n_categories == 0)
    return axis->title;
  return twin_chart_layer_name (layer);
}

static char *
interval_words (const TwinChart *chart,
                const TwinChartLayer *layer,
                gsize i)
{
  const TwinChartAxis *axis = &chart->x_axis;
  g_autofree char *middle =
      twin_number_add_unit (twin_number_format_beside (layer->x[i], layer->low[i], layer->high[i],
                                                       axis->style),
                            layer->x[i], axis->unit);
  g_autofree char *interval = NULL;

  if (isnan (layer->low[i]) || isnan (layer->high[i]))
    return g_steal_pointer (&middle);
  interval = twin_number_format_interval (layer->low[i], layer->high[i], axis->style);
  /* Translators: a mean and, in parentheses, its confidence interval */
  return g_strdup_printf (_ ("%s (%s)"), middle, interval);
}

static const char *
row_name (const TwinChart *chart,
          const TwinChartLayer *layer,
          gsize i)
{
  const TwinChartAxis *axis = &twin_chart_get_panel (chart, layer->panel)->y_axis;
  const char *category = twin_chart_axis_category (axis, round (layer->y[i]));

  return category != NULL ? category : twin_chart_layer_name (layer);
}

char *
twin_chart_read_mark (const TwinChart *chart,
                      const TwinChartLayer *layer,
                      gsize i)
{
  const TwinChartAxis *x_axis = &chart->x_axis;
  const TwinChartAxis *y_axis = &twin_chart_get_panel (chart, layer->panel)->y_axis;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  char *label;

  switch (layer->kind)
    {
    case TWIN_LAYER_INTERVALS:
      x = interval_words (chart, layer, i);
      add_line (text, row_name (chart, layer, i), x);
      break;
    case TWIN_LAYER_PART:
      x = with_axis_unit (x_axis, layer->high[i] - layer->low[i]);
      if (y_axis->n_categories > 1)
        /* Translators: name of a row, name of a part of it, its size */
        g_string_append_printf (text, _ ("%s, %s: %s"), row_name (chart, layer, i),
                                twin_chart_layer_name (layer), x);
      else
        add_line (text, twin_chart_layer_name (layer), x);
      break;
    case TWIN_LAYER_BARS:
      x = twin_number_format_interval (layer->low[i], layer->high[i], x_axis->style);
      y = with_axis_unit (y_axis, layer->y[i]);
      add_line (text, x_axis->title != NULL ? x_axis->title : "x", x);
      add_line (text, series_name (chart, layer), y);
      break;
    default:
      label = twin_chart_layer_dup_label (layer, i);
      if (label != NULL)
        return label;
      x = with_axis_unit (x_axis, layer->x[i]);
      y = with_axis_unit (y_axis, layer->y[i]);
      if (layer->look.title != NULL)
        g_string_append (text, layer->look.title);
      add_line (text, x_axis->title != NULL ? x_axis->title : "x", x);
      add_line (text, y_axis->title != NULL ? y_axis->title : "y", y);
      break;
    }
  return g_strdup (text->str);
}

/* Lines and bands have a value everywhere. */
static void
read_series (GString *text,
             const TwinChart *chart,
             const TwinChartLayer *layer,
             double x)
{
  const TwinChartAxis *axis = &twin_chart_get_panel (chart, layer->panel)->y_axis;
  g_autofree char *value = NULL;

  if (layer->kind == TWIN_LAYER_BAND)
    {
      double low = column_value_at (layer, layer->low, x);
      double high = column_value_at (layer, layer->high, x);

      if (!isnan (low) && !isnan (high))
        value = twin_number_format_interval (low, high, axis->style);
    }
  else
    {
      double y = twin_chart_layer_value_at (layer, x);

      if (!isnan (y))
        value = with_axis_unit (axis, y);
    }
  if (value != NULL)
    add_line (text, series_name (chart, layer), value);
}

static void
read_stretches (GString *text,
                const TwinChart *chart,
                const TwinChartLayer *layer,
                double x)
{
  for (gsize i = 0; i < layer->n; i++)
    {
      g_autofree char *value = NULL;

      if (!(x >= layer->low[i] && x < layer->high[i]))
        continue;
      if (layer->kind == TWIN_LAYER_BARS)
        value = with_axis_unit (&twin_chart_get_panel (chart, layer->panel)->y_axis, layer->y[i]);
      else
        value = twin_number_format_interval (layer->low[i], layer->high[i], chart->x_axis.style);
      add_line (text, series_name (chart, layer), value);
      return;
    }
}

/* Marks say something only where they stand; rows are read all, or the one hovered. */
static void
read_marks (GString *text,
            const TwinChart *chart,
            const TwinChartLayer *layer,
            double x,
            double row)
{
  for (gsize i = 0; i < layer->n; i++)
    {
      g_autofree char *words = NULL;

      if (layer->kind == TWIN_LAYER_MARKS && layer->x[i] != x)
        continue;
      if (layer->kind != TWIN_LAYER_MARKS && !isnan (row) && round (layer->y[i]) != row)
        continue;
      words = twin_chart_read_mark (chart, layer, i);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, words);
    }
}

/* A histogram is read by its bars, everything else upright by x itself. */
static void
read_x (GString *text,
        const TwinChart *chart,
        const TwinChartView *view,
        guint panel,
        double x)
{
  const char *title = chart->x_axis.title != NULL ? chart->x_axis.title : "x";
  g_autofree char *value = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < chart->layers->len && value == NULL; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (chart, i);

      if (layer->panel != panel || layer->kind != TWIN_LAYER_BARS ||
          !twin_chart_shows (layer, view))
        continue;
      for (gsize k = 0; k < layer->n && value == NULL; k++)
        if (x >= layer->low[k] && x < layer->high[k])
          value = twin_number_format_interval (layer->low[k], layer->high[k],
                                               chart->x_axis.style);
    }
  if (value == NULL)
    value = with_axis_unit (&chart->x_axis, x);
  line = g_strdup_printf (_ ("%s: %s"), title, value);
  g_string_prepend_c (text, '\n');
  g_string_prepend (text, line);
}

char *
twin_chart_read_row (const TwinChart *chart,
                     const TwinChartView *view,
                     guint panel,
                     double x,
                     double row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean by_x = FALSE;

  for (guint i = 0; i < chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (chart, i);
      gsize before = text->len;

      if (layer->panel != panel || !twin_chart_shows (layer, view))
        continue;
      switch (layer->kind)
        {
        case TWIN_LAYER_LINE:
        case TWIN_LAYER_BAND:
          read_series (text, chart, layer, x);
          by_x |= text->len > before;
          break;
        case TWIN_LAYER_BARS:
        case TWIN_LAYER_SPANS:
          read_stretches (text, chart, layer, x);
          by_x |= text->len > before;
          break;
        case TWIN_LAYER_MARKS:
        case TWIN_LAYER_INTERVALS:
        case TWIN_LAYER_PART:
          read_marks (text, chart, layer, x, row);
          break;
        default:
          break;
        }
    }
  if (by_x)
    read_x (text, chart, view, panel, x);
  return g_strdup (text->str);
}

char *
twin_chart_read (const TwinChart *chart,
                 const TwinChartView *view,
                 guint panel,
                 double x)
{
  g_return_val_if_fail (chart != NULL && view != NULL, NULL);
  g_return_val_if_fail (panel < chart->panels->len, NULL);

  return twin_chart_read_row (chart, view, panel, x, NAN);
}

static double
datum_x (const TwinChartLayer *layer,
         gsize i)
{
  switch (layer->kind)
    {
    case TWIN_LAYER_LINE:
    case TWIN_LAYER_MARKS:
      return isfinite (layer->y[i]) ? layer->x[i] : NAN;
    case TWIN_LAYER_BAND:
    case TWIN_LAYER_INTERVALS:
      return layer->x[i];
    case TWIN_LAYER_BARS:
    case TWIN_LAYER_PART:
      return (layer->low[i] + layer->high[i]) / 2;
    default:
      return NAN;
    }
}

double
twin_chart_neighbour (const TwinChart *chart,
                      guint panel,
                      double x,
                      int direction)
{
  double best = NAN;

  g_return_val_if_fail (chart != NULL && panel < chart->panels->len, x);

  for (guint i = 0; i < chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (chart, i);

      for (gsize k = 0; layer->panel == panel && k < layer->n; k++)
        {
          double there = datum_x (layer, k);
          gboolean nearer = isnan (best) || (direction < 0 && !isnan (x) ? there > best
                                                                         : there < best);

          if (isfinite (there) && nearer &&
              (isnan (x) || (direction < 0 ? there < x : there > x)))
            best = there;
        }
    }
  return isnan (best) ? x : best;
}
