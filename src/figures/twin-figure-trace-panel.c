/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* One panel of a trace, and what it is drawn from. */
typedef struct
{
  TwinChart *chart;
  const TwinTrace *trace;
  const TwinTracePanel *panel;
  guint source; /* number of the panel in the trace */
  guint number; /* and in the chart */
  double end;   /* days that the picture covers */
  GString *summary;
} Drawing;

/* The rows of a layer: x, y and the numbers of the rows. */
typedef struct
{
  GArray *x, *y; /* double */
  GArray *rows;  /* gsize */
} Points;

static void
points_init (Points *points)
{
  points->x = g_array_new (FALSE, FALSE, sizeof (double));
  points->y = g_array_new (FALSE, FALSE, sizeof (double));
  points->rows = g_array_new (FALSE, FALSE, sizeof (gsize));
}

static void
points_clear (Points *points)
{
  g_array_unref (points->x);
  g_array_unref (points->y);
  g_array_unref (points->rows);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Points, points_clear)

static void
collect (const Drawing *drawing,
         const TwinTraceLayer *layer,
         guint column,
         Points *points)
{
  const double *time = twin_trace_get_values (drawing->trace, 0);
  const double *values = twin_trace_get_values (drawing->trace, column);
  gsize n = twin_trace_get_n_rows (drawing->trace);

  points_init (points);
  for (gsize row = drawing->panel->first; row < n && time[row] <= drawing->end;
       row += drawing->panel->stride)
    if (twin_trace_row_matches (drawing->trace, row, layer))
      {
        g_array_append_val (points->x, time[row]);
        g_array_append_val (points->y, values[row]);
        g_array_append_val (points->rows, row);
      }
}

static const double *
numbers (const GArray *array)
{
  return (const double *) (const void *) array->data;
}

static void
say (Drawing *drawing,
     char *sentence)
{
  if (drawing->summary->len > 0)
    g_string_append_c (drawing->summary, ' ');
  g_string_append (drawing->summary, sentence);
  g_free (sentence);
}

static void
add_warmup (Drawing *drawing)
{
  double from = 0;
  double to = MIN (twin_trace_get_warmup (drawing->trace), drawing->end);

  if (to > 0)
    twin_chart_add_spans (drawing->chart, drawing->number,
                          &(TwinLayer){ .title = _("Warm-up"),
                                        .ink = TWIN_INK_MUTED,
                                        .fill = TWIN_FILL_RISING },
                          &from, &to, 1);
}

static void
add_band (Drawing *drawing,
          const TwinBand *band)
{
  g_autofree char *count = NULL;
  g_autofree char *title = NULL;
  gsize n = 0;

  if (band == NULL || drawing->source >= twin_band_get_n_panels (band))
    return;

  while (n < twin_band_get_n_times (band) && twin_band_get_times (band)[n] <= drawing->end)
    n++;

  count = twin_figure_format_count (twin_band_get_n (band));
  /* Translators: nine of ten replications lie in this band */
  title = g_strdup_printf (ngettext ("5–95 %% of %s replication", "5–95 %% of %s replications",
                                     twin_band_get_n (band)),
                           count);
  twin_chart_add_band (drawing->chart, drawing->number,
                       &(TwinLayer){ .title = title, .ink = TWIN_INK_MUTED },
                       twin_band_get_times (band),
                       twin_band_get_low (band, drawing->source),
                       twin_band_get_high (band, drawing->source),
                       n);
}

/* Stretches from a row on which the column is 0 up to the next row on which it is not. */
static void
add_shortage (Drawing *drawing,
              const TwinTraceLayer *layer)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (Points) points = { NULL };
  g_autofree char *count = NULL;
  g_autofree char *days = NULL;
  double total = 0;

  collect (drawing, layer, layer->column, &points);
  for (guint i = 0; i < points.x->len; i++)
    {
      double begin = g_array_index (points.x, double, i);
      double end;

      if (g_array_index (points.y, double, i) != 0)
        continue;
      while (i + 1 < points.x->len && g_array_index (points.y, double, i + 1) == 0)
        i++;
      end = i + 1 < points.x->len ? g_array_index (points.x, double, i + 1) : drawing->end;
      if (end <= begin)
        continue;
      g_array_append_val (from, begin);
      g_array_append_val (to, end);
      total += end - begin;
    }

  twin_chart_add_spans (drawing->chart, drawing->number,
                        &(TwinLayer){ .title = from->len > 0 ? _(layer->title) : NULL,
                                      .ink = TWIN_INK_ALERT },
                        numbers (from), numbers (to), from->len);
  count = twin_figure_format_count (from->len);
  days = twin_number_add_unit (twin_number_format (total, TWIN_NUMBER_DAYS), total, "days");
  /* Translators: "Out of stock: 22 times, 45.3 days in all." */
  say (drawing, g_strdup_printf (ngettext ("%s: %s time, %s in all.", "%s: %s times, %s in all.",
                                           from->len),
                                 _(layer->title), count, days));
}

static void
say_range (Drawing *drawing,
           const TwinTraceLayer *layer,
           const Points *points)
{
  double low = INFINITY;
  double high = -INFINITY;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  if (points->y->len == 0)
    return;
  for (guint i = 0; i < points->y->len; i++)
    {
      low = MIN (low, g_array_index (points->y, double, i));
      high = MAX (high, g_array_index (points->y, double, i));
    }
  lowest = twin_number_format (low, TWIN_NUMBER_PLAIN);
  highest = twin_number_format (high, TWIN_NUMBER_PLAIN);
  /* Translators: "On hand: between 0 and 120." */
  say (drawing, g_strdup_printf (_("%s: between %s and %s."), _(layer->title), lowest, highest));
}

/* The last row's level is in force until the end: nothing else has happened up to then. */
static void
hold_to_end (const Drawing *drawing,
             Points *points)
{
  guint n = points->x->len;

  if (n == 0 || g_array_index (points->x, double, n - 1) >= drawing->end)
    return;
  double level = g_array_index (points->y, double, n - 1);
  g_array_append_val (points->x, drawing->end);
  g_array_append_val (points->y, level);
}

static void
add_level (Drawing *drawing,
           const TwinTraceLayer *layer,
           TwinInk ink,
           TwinDash dash)
{
  g_auto (Points) points = { NULL };

  collect (drawing, layer, layer->column, &points);
  hold_to_end (drawing, &points);
  twin_chart_add_line (drawing->chart, drawing->number,
                       &(TwinLayer){ .title = _(layer->title),
                                     .ink = ink,
                                     .dash = dash,
                                     .stepped = TRUE },
                       numbers (points.x), numbers (points.y), points.x->len);
  say_range (drawing, layer, &points);
}

/* Marks stand on the main line, where the eye is already. Missed demand stands at 0: that is what
 * was there when it was missed, whatever has come in since. */
static void
add_marks (Drawing *drawing,
           const TwinTraceLayer *layer,
           TwinInk ink,
           TwinMark mark)
{
  const TwinTraceLayer *ground = twin_trace_panel_get_level (drawing->panel);
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (Points) points = { NULL };
  g_autofree char *count = NULL;

  collect (drawing, layer, layer->column, &points);
  for (guint i = 0; i < points.x->len; i++)
    {
      gsize row = g_array_index (points.rows, gsize, i);
      double time = g_array_index (points.x, double, i);
      double height = layer->role == TWIN_TRACE_LOSS
                          ? 0
                          : twin_trace_get (drawing->trace, row,
                                            ground != NULL ? ground->column : layer->column);

      g_array_append_val (x, time);
      g_array_append_val (y, height);
    }

  twin_chart_add_marks (drawing->chart, drawing->number,
                        &(TwinLayer){ .title = _(layer->title),
                                      .ink = ink,
                                      .mark = mark },
                        numbers (x), numbers (y), NULL, x->len);
  count = twin_figure_format_count (x->len);
  /* Translators: marks in a chart, and how many there are: "Order placed: 28." */
  say (drawing, g_strdup_printf (_("%s: %s."), _(layer->title), count));
}

static void
add_layers (Drawing *drawing,
            TwinTraceRole role)
{
  /* The first level is the main one; more of them differ in ink and in dash. */
  static const TwinInk inks[] = { TWIN_INK_FIRST, TWIN_INK_FOURTH, TWIN_INK_SECOND };
  static const TwinDash dashes[] = { TWIN_DASH_SOLID, TWIN_DASH_DOTTED, TWIN_DASH_SOLID };
  guint level = 0;

  for (guint i = 0; i < drawing->panel->n_layers; i++)
    {
      const TwinTraceLayer *layer = &drawing->panel->layers[i];

      if (layer->role != role)
        continue;
      switch (role)
        {
        case TWIN_TRACE_LEVEL:
          add_level (drawing, layer, inks[level % 3], dashes[level % 3]);
          level++;
          break;
        case TWIN_TRACE_POSITION:
        case TWIN_TRACE_BACKLOG:
          add_level (drawing, layer, TWIN_INK_MUTED, TWIN_DASH_DASHED);
          break;
        case TWIN_TRACE_ORDER:
          add_marks (drawing, layer, TWIN_INK_SECOND, TWIN_MARK_UP);
          break;
        case TWIN_TRACE_RECEIPT:
          add_marks (drawing, layer, TWIN_INK_THIRD, TWIN_MARK_DOWN);
          break;
        case TWIN_TRACE_LOSS:
          add_marks (drawing, layer, TWIN_INK_ALERT, TWIN_MARK_SQUARE);
          break;
        case TWIN_TRACE_SHORTAGE:
        default:
          add_shortage (drawing, layer);
          break;
        }
    }
}

static void
add_limits (Drawing *drawing)
{
  for (guint i = 0; i < drawing->panel->limits->len; i++)
    {
      const TwinTraceLimit *limit = &g_array_index (drawing->panel->limits, TwinTraceLimit, i);
      g_autofree char *value = twin_number_format (limit->value, TWIN_NUMBER_PLAIN);
      /* Translators: a limit's symbol and its value: "s = 40" */
      g_autofree char *title = g_strdup_printf (_("%s = %s"), limit->title, value);

      twin_chart_add_level (drawing->chart, drawing->number,
                            &(TwinLayer){ .title = title,
                                          .ink = TWIN_INK_LIMIT,
                                          .dash = TWIN_DASH_DOTTED },
                            limit->value);
    }
}

void
twin_figure_add_trace_panel (TwinChart *chart,
                             const TwinTrace *trace,
                             guint source,
                             const TwinBand *band,
                             double days,
                             GString *summary)
{
  Drawing drawing = {
    .chart = chart,
    .trace = trace,
    .panel = twin_trace_get_panel (trace, source),
    .source = source,
    .number = twin_chart_get_n_panels (chart),
    .end = days,
    .summary = summary,
  };
  const TwinTraceLayer *level = twin_trace_panel_get_level (drawing.panel);
  const char *unit =
      level != NULL ? twin_trace_get_column (trace, level->column)->unit : NULL;
  TwinAxis y_axis = {
    .title = _("Inventory"),
    .unit = unit,
    .style = TWIN_NUMBER_COUNT,
    .from_zero = TRUE,
  };

  if (drawing.panel->title != NULL)
    say (&drawing, g_strdup_printf ("%s:", drawing.panel->title));
  twin_chart_add_panel (chart, drawing.panel->title, &y_axis);
  add_warmup (&drawing);
  add_layers (&drawing, TWIN_TRACE_SHORTAGE);
  add_band (&drawing, band);
  add_layers (&drawing, TWIN_TRACE_POSITION);
  add_layers (&drawing, TWIN_TRACE_BACKLOG);
  add_limits (&drawing);
  add_layers (&drawing, TWIN_TRACE_LEVEL);
  add_layers (&drawing, TWIN_TRACE_ORDER);
  add_layers (&drawing, TWIN_TRACE_RECEIPT);
  add_layers (&drawing, TWIN_TRACE_LOSS);
}
