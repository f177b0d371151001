/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_ROWS 40

/* Sentences stand one behind the other. */
static void G_GNUC_PRINTF (2, 3) add_sentence (GString *text, const char *format, ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static char *
length_words (const TwinChart *chart,
              double length)
{
  return twin_number_add_unit (twin_number_format (length, chart->x_axis.style), length,
                               chart->x_axis.unit);
}

static double
last_finite (const TwinChartLayer *layer)
{
  for (gsize i = layer->n; i-- > 0;)
    if (isfinite (layer->y[i]))
      return layer->y[i];
  return NAN;
}

static void
describe_series (GString *text,
                 const TwinChartAxis *axis,
                 const TwinChartLayer *layer)
{
  const char *name = twin_chart_layer_name (layer);
  g_autofree char *low = twin_chart_axis_format (axis, layer->along.low);
  g_autofree char *high = twin_chart_axis_format (axis, layer->along.high);
  g_autofree char *last = NULL;

  if (layer->kind == TWIN_LAYER_BAND)
    {
      /* Translators: name of a band, its lowest and highest value */
      add_sentence (text, _ ("%s: a band between %s and %s."), name, low, high);
      return;
    }
  last = twin_chart_axis_format (axis, last_finite (layer));
  /* Translators: name of a line, its lowest, highest and last value */
  add_sentence (text, _ ("%s: a line between %s and %s, at its end %s."), name, low, high, last);
}

static void
describe_marks (GString *text,
                const TwinChart *chart,
                const TwinChartAxis *y_axis,
                const TwinChartLayer *layer)
{
  g_autofree char *left = twin_chart_axis_format (&chart->x_axis, layer->across.low);
  g_autofree char *right = twin_chart_axis_format (&chart->x_axis, layer->across.high);
  g_autofree char *low = twin_chart_axis_format (y_axis, layer->along.low);
  g_autofree char *high = twin_chart_axis_format (y_axis, layer->along.high);
  g_autofree char *count = twin_number_format ((double) layer->n, TWIN_NUMBER_COUNT);

  if (layer->n == 1)
    {
      /* Translators: name of a mark, its x and its y */
      add_sentence (text, _ ("%s: at %s across and %s up."), twin_chart_layer_name (layer), left,
                    low);
      return;
    }
  add_sentence (text,
                /* Translators: name, number of marks, then their range in x and in y */
                ngettext ("%s: %s mark, from %s to %s across and from %s to %s up.",
                          "%s: %s marks, from %s to %s across and from %s to %s up.",
                          (gulong) layer->n),
                twin_chart_layer_name (layer), count, left, right, low, high);
}

static void
describe_spans (GString *text,
                const TwinChart *chart,
                const TwinChartLayer *layer)
{
  g_autofree char *count = twin_number_format ((double) layer->n, TWIN_NUMBER_COUNT);
  g_autofree char *covered = NULL;
  double length = 0;

  for (gsize i = 0; i < layer->n; i++)
    if (isfinite (layer->high[i] - layer->low[i]))
      length += layer->high[i] - layer->low[i];
  covered = length_words (chart, length);
  add_sentence (
      text,
      /* Translators: name, number of shaded stretches, their length together */
      ngettext ("%s: %s stretch of %s.", "%s: %s stretches, together %s.", (gulong) layer->n),
      twin_chart_layer_name (layer), count, covered);
}

static void
describe_bars (GString *text,
               const TwinChart *chart,
               const TwinChartAxis *y_axis,
               const TwinChartLayer *layer)
{
  g_autofree char *count = twin_number_format ((double) layer->n, TWIN_NUMBER_COUNT);
  g_autofree char *height = NULL;
  g_autofree char *place = NULL;
  gsize highest = 0;

  for (gsize i = 1; i < layer->n; i++)
    if (layer->y[i] > layer->y[highest] || isnan (layer->y[highest]))
      highest = i;
  height = twin_chart_axis_format (y_axis, layer->y[highest]);
  place = twin_number_format_interval (layer->low[highest], layer->high[highest],
                                       chart->x_axis.style);
  add_sentence (text,
                /* Translators: name, number of bars, height and place of the highest */
                ngettext ("%s: %s bar, %s high at %s.", "%s: %s bars, the highest %s at %s.",
                          (gulong) layer->n),
                twin_chart_layer_name (layer), count, height, place);
}

static const char *
row_name (const TwinChartAxis *axis,
          const TwinChartLayer *layer,
          gsize i)
{
  const char *category = twin_chart_axis_category (axis, round (layer->y[i]));

  return category != NULL ? category : twin_chart_layer_name (layer);
}

static void
describe_rows (GString *text,
               const TwinChart *chart,
               const TwinChartAxis *y_axis,
               const TwinChartLayer *layer)
{
  for (gsize i = 0; i < MIN (layer->n, MOST_ROWS); i++)
    {
      const char *row = row_name (y_axis, layer, i);
      g_autofree char *middle = NULL;
      g_autofree char *interval = NULL;

      if (layer->kind == TWIN_LAYER_PART)
        {
          middle = length_words (chart, layer->high[i] - layer->low[i]);
          /* Translators: name of a row, name of a part of it, its size */
          add_sentence (text, _ ("%s, %s: %s."), row, twin_chart_layer_name (layer), middle);
          continue;
        }
      middle = twin_chart_axis_format (&chart->x_axis, layer->x[i]);
      interval = twin_number_format_interval (layer->low[i], layer->high[i], chart->x_axis.style);
      /* Translators: name of a row, its mean, its interval */
      add_sentence (text, _ ("%s: %s (%s)."), row, middle, interval);
    }
}

static void
describe_level (GString *text,
                const TwinChart *chart,
                const TwinChartAxis *y_axis,
                const TwinChartLayer *layer)
{
  gboolean upright = layer->kind == TWIN_LAYER_X_LEVEL;
  g_autofree char *value = upright ? twin_chart_axis_format (&chart->x_axis, layer->x[0])
                                   : twin_chart_axis_format (y_axis, layer->y[0]);

  /* Translators: name of a reference line and the value it stands at */
  add_sentence (text, _ ("%s: a line at %s."), twin_chart_layer_name (layer), value);
}

static void
describe_note (GString *text,
               const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  g_autofree char *one_line = g_strjoinv ("; ", lines);

  /* Translators: a note in a chart */
  add_sentence (text, _ ("Note: %s."), one_line);
}

static void
describe_layer (GString *text,
                const TwinChart *chart,
                const TwinChartLayer *layer)
{
  const TwinChartAxis *y_axis = &twin_chart_get_panel (chart, layer->panel)->y_axis;

  if (twin_extent_is_empty (layer->kind == TWIN_LAYER_LEVEL ? layer->along : layer->across))
    {
      /* Translators: name of a series */
      add_sentence (text, _ ("%s: no data."), twin_chart_layer_name (layer));
      return;
    }
  switch (layer->kind)
    {
    case TWIN_LAYER_LINE:
    case TWIN_LAYER_BAND:
      describe_series (text, y_axis, layer);
      break;
    case TWIN_LAYER_MARKS:
      describe_marks (text, chart, y_axis, layer);
      break;
    case TWIN_LAYER_SPANS:
      describe_spans (text, chart, layer);
      break;
    case TWIN_LAYER_BARS:
      describe_bars (text, chart, y_axis, layer);
      break;
    case TWIN_LAYER_INTERVALS:
    case TWIN_LAYER_PART:
      describe_rows (text, chart, y_axis, layer);
      break;
    case TWIN_LAYER_LEVEL:
    case TWIN_LAYER_X_LEVEL:
      describe_level (text, chart, y_axis, layer);
      break;
    case TWIN_LAYER_NOTE:
    default:
      describe_note (text, layer->labels[0]);
      break;
    }
}

static void
describe_axis (GString *text,
               const TwinChartAxis *axis,
               TwinExtent range,
               gboolean upright)
{
  g_autofree char *label = twin_chart_axis_label (axis);
  g_autofree char *low = twin_chart_axis_format (axis, range.low);
  g_autofree char *high = twin_chart_axis_format (axis, range.high);

  if (axis->n_categories > 0)
    {
      g_autofree char *names = g_strjoinv (", ", axis->categories);

      /* Translators: the names of the rows or columns of a chart */
      add_sentence (text, _ ("Shown are: %s."), names);
    }
  else if (*label == '\0')
    return;
  else if (upright)
    /* Translators: title of an axis, first and last value on it */
    add_sentence (text, _ ("Vertical axis: %s, from %s to %s."), label, low, high);
  else
    /* Translators: title of an axis, first and last value on it */
    add_sentence (text, _ ("Horizontal axis: %s, from %s to %s."), label, low, high);
}

char *
twin_chart_describe (const TwinChart *self)
{
  GString *text;
  TwinChartView view;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->summary != NULL)
    return g_strdup (self->summary);

  twin_chart_view_init (&view);
  text = g_string_new (NULL);
  /* Translators: title of a chart, the first words of its description */
  add_sentence (text, _ ("Chart “%s”."), self->title);
  describe_axis (text, &self->x_axis, twin_chart_x_range (self, &view), FALSE);
  for (guint i = 0; i < self->panels->len; i++)
    {
      const TwinChartPanel *panel = twin_chart_get_panel (self, i);

      if (panel->title != NULL)
        /* Translators: title of one of several panels of a chart */
        add_sentence (text, _ ("Panel “%s”."), panel->title);
      describe_axis (text, &panel->y_axis, twin_chart_y_range (self, i, &view), TRUE);
      for (guint k = 0; k < self->layers->len; k++)
        if (twin_chart_get_layer (self, k)->panel == i)
          describe_layer (text, self, twin_chart_get_layer (self, k));
    }
  if (self->caption != NULL)
    add_sentence (text, "%s", self->caption);
  return g_string_free (text, FALSE);
}
