/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-private.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (TwinChart, twin_chart, twin_chart_ref, twin_chart_unref)

static TwinChartAxis
axis_copy (const TwinAxis *axis)
{
  TwinChartAxis copy = {
    .title = g_strdup (axis->title),
    .unit = g_strdup (axis->unit),
    .style = axis->style,
    .from_zero = axis->from_zero,
    .categories = g_strdupv ((char **) axis->categories),
  };

  copy.n_categories = copy.categories != NULL ? g_strv_length (copy.categories) : 0;
  return copy;
}

static void
axis_clear (TwinChartAxis *axis)
{
  g_free (axis->title);
  g_free (axis->unit);
  g_strfreev (axis->categories);
}

static void
panel_free (gpointer data)
{
  TwinChartPanel *panel = data;

  g_free (panel->title);
  axis_clear (&panel->y_axis);
  g_free (panel);
}

static void
layer_free (gpointer data)
{
  TwinChartLayer *layer = data;

  g_free ((char *) layer->look.title);
  g_free (layer->x);
  g_free (layer->y);
  g_free (layer->low);
  g_free (layer->high);
  for (gsize i = 0; layer->labels != NULL && i < layer->n; i++)
    g_free (layer->labels[i]);
  g_free (layer->labels);
  if (layer->free_label_data != NULL)
    layer->free_label_data (layer->label_data);
  g_free (layer);
}

TwinChart *
twin_chart_new (const char *title,
                const TwinAxis *x_axis)
{
  TwinChart *self;

  g_return_val_if_fail (x_axis != NULL, NULL);

  self = g_atomic_rc_box_new0 (TwinChart);
  self->title = g_strdup (title != NULL ? title : "");
  self->x_axis = axis_copy (x_axis);
  self->panels = g_ptr_array_new_with_free_func (panel_free);
  self->layers = g_ptr_array_new_with_free_func (layer_free);
  self->entries = g_ptr_array_new ();
  return self;
}

TwinChart *
twin_chart_ref (TwinChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
twin_chart_clear (gpointer data)
{
  TwinChart *self = data;

  g_free (self->title);
  g_free (self->caption);
  if (self->free_caption_data != NULL)
    self->free_caption_data (self->caption_data);
  g_free (self->summary);
  g_free (self->focus_note);
  axis_clear (&self->x_axis);
  g_ptr_array_unref (self->panels);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->layers);
}

void
twin_chart_unref (TwinChart *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, twin_chart_clear);
}

void
twin_chart_set_caption (TwinChart *self,
                        const char *caption)
{
  g_return_if_fail (self != NULL);

  g_free (self->caption);
  self->caption = g_strdup (caption);
}

void
twin_chart_set_caption_func (TwinChart *self,
                             TwinCaptionFunc func,
                             gpointer data,
                             GDestroyNotify free_data)
{
  g_return_if_fail (self != NULL && self->caption_func == NULL && func != NULL);

  self->caption_func = func;
  self->caption_data = data;
  self->free_caption_data = free_data;
}

void
twin_chart_set_summary (TwinChart *self,
                        const char *summary)
{
  g_return_if_fail (self != NULL);

  g_free (self->summary);
  self->summary = g_strdup (summary);
}

void
twin_chart_set_focus (TwinChart *self,
                      const TwinFocus *focus,
                      const char *note)
{
  g_return_if_fail (self != NULL && focus != NULL && note != NULL);

  self->focus = *focus;
  g_free (self->focus_note);
  self->focus_note = g_strdup (note);
}

guint
twin_chart_add_panel (TwinChart *self,
                      const char *title,
                      const TwinAxis *y_axis)
{
  TwinChartPanel *panel;

  g_return_val_if_fail (self != NULL && y_axis != NULL, 0);

  panel = g_new0 (TwinChartPanel, 1);
  panel->title = g_strdup (title);
  panel->y_axis = axis_copy (y_axis);
  g_ptr_array_add (self->panels, panel);
  return self->panels->len - 1;
}

/* Layers */

static double *
column_copy (const double *column,
             gsize n)
{
  return n > 0 ? g_memdup2 (column, n * sizeof *column) : NULL;
}

/* Layers of one title share an entry: the parts of a cost in several rows, a series in several
 * panels. Levels and notes carry their names in the picture. */
static int
entry_of (TwinChart *self,
          const TwinChartLayer *layer)
{
  if (layer->look.title == NULL || layer->kind == TWIN_LAYER_LEVEL ||
      layer->kind == TWIN_LAYER_X_LEVEL || layer->kind == TWIN_LAYER_NOTE)
    return -1;

  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (g_ptr_array_index (self->entries, i), layer->look.title))
      return (int) i;
  g_ptr_array_add (self->entries, (char *) layer->look.title);
  return (int) self->entries->len - 1;
}

static void
range_add_all (TwinExtent *range,
               const double *values,
               gsize n)
{
  for (gsize i = 0; values != NULL && i < n; i++)
    twin_extent_add (range, values[i]);
}

static gboolean
is_ascending (const double *x,
              gsize n)
{
  for (gsize i = 0; x != NULL && i < n; i++)
    if (!isfinite (x[i]) || (i > 0 && x[i] < x[i - 1]))
      return FALSE;
  return x != NULL;
}

static void
layer_measure (TwinChartLayer *layer)
{
  gboolean upright = layer->kind == TWIN_LAYER_LINE || layer->kind == TWIN_LAYER_BAND;

  layer->across = twin_extent_empty ();
  layer->along = twin_extent_empty ();
  layer->ascending = is_ascending (layer->x, layer->n);

  range_add_all (&layer->across, layer->x, layer->n);
  range_add_all (&layer->along, layer->y, layer->n);
  range_add_all (upright ? &layer->along : &layer->across, layer->low, layer->n);
  range_add_all (upright ? &layer->along : &layer->across, layer->high, layer->n);

  if (layer->kind == TWIN_LAYER_BARS && layer->n > 0)
    twin_extent_add (&layer->along, 0);
  if (layer->kind == TWIN_LAYER_INTERVALS || layer->kind == TWIN_LAYER_PART)
    {
      layer->along.low -= 0.5;
      layer->along.high += 0.5;
    }
}

typedef struct
{
  const double *x, *y, *low, *high;
  const char *const *labels;
  TwinLabelFunc label_func;
  gpointer label_data;
  GDestroyNotify free_label_data;
} Columns;

static void
add_layer (TwinChart *self,
           guint panel,
           TwinLayerKind kind,
           const TwinLayer *look,
           gsize n,
           Columns columns)
{
  TwinChartLayer *layer;

  g_return_if_fail (self != NULL && look != NULL);
  g_return_if_fail (panel < self->panels->len);
  g_return_if_fail (look->ink < TWIN_N_INKS);

  layer = g_new0 (TwinChartLayer, 1);
  layer->kind = kind;
  layer->panel = panel;
  layer->look = *look;
  layer->look.title = g_strdup (look->title);
  layer->n = n;
  layer->x = columns.x != NULL ? column_copy (columns.x, n) : NULL;
  layer->y = columns.y != NULL ? column_copy (columns.y, n) : NULL;
  layer->low = columns.low != NULL ? column_copy (columns.low, n) : NULL;
  layer->high = columns.high != NULL ? column_copy (columns.high, n) : NULL;
  if (columns.labels != NULL)
    {
      layer->labels = g_new0 (char *, n);
      for (gsize i = 0; i < n; i++)
        layer->labels[i] = g_strdup (columns.labels[i]);
    }
  layer->label_func = columns.label_func;
  layer->label_data = columns.label_data;
  layer->free_label_data = columns.free_label_data;
  layer_measure (layer);
  layer->entry = entry_of (self, layer);
  g_ptr_array_add (self->layers, layer);
}

void
twin_chart_add_line (TwinChart *self,
                     guint panel,
                     const TwinLayer *layer,
                     const double *x,
                     const double *y,
                     gsize n)
{
  g_return_if_fail (n == 0 || (x != NULL && y != NULL));

  add_layer (self, panel, TWIN_LAYER_LINE, layer, n, (Columns){ .x = x, .y = y });
}

void
twin_chart_add_band (TwinChart *self,
                     guint panel,
                     const TwinLayer *layer,
                     const double *x,
                     const double *low,
                     const double *high,
                     gsize n)
{
  g_return_if_fail (n == 0 || (x != NULL && low != NULL && high != NULL));

  add_layer (self, panel, TWIN_LAYER_BAND, layer, n,
             (Columns){ .x = x, .low = low, .high = high });
}

void
twin_chart_add_marks (TwinChart *self,
                      guint panel,
                      const TwinLayer *layer,
                      const double *x,
                      const double *y,
                      const char *const *labels,
                      gsize n)
{
  g_return_if_fail (n == 0 || (x != NULL && y != NULL));

  add_layer (self, panel, TWIN_LAYER_MARKS, layer, n,
             (Columns){ .x = x, .y = y, .labels = labels });
}

void
twin_chart_add_told_marks (TwinChart *self,
                           guint panel,
                           const TwinLayer *layer,
                           const double *x,
                           const double *y,
                           gsize n,
                           TwinLabelFunc func,
                           gpointer data,
                           GDestroyNotify free_data)
{
  g_return_if_fail (n == 0 || (x != NULL && y != NULL));
  g_return_if_fail (func != NULL);

  add_layer (self, panel, TWIN_LAYER_MARKS, layer, n,
             (Columns){ .x = x, .y = y, .label_func = func, .label_data = data,
                        .free_label_data = free_data });
}

void
twin_chart_add_spans (TwinChart *self,
                      guint panel,
                      const TwinLayer *layer,
                      const double *from,
                      const double *to,
                      gsize n)
{
  g_return_if_fail (n == 0 || (from != NULL && to != NULL));

  add_layer (self, panel, TWIN_LAYER_SPANS, layer, n, (Columns){ .low = from, .high = to });
}

void
twin_chart_add_bars (TwinChart *self,
                     guint panel,
                     const TwinLayer *layer,
                     const double *from,
                     const double *to,
                     const double *height,
                     gsize n)
{
  g_return_if_fail (n == 0 || (from != NULL && to != NULL && height != NULL));

  add_layer (self, panel, TWIN_LAYER_BARS, layer, n,
             (Columns){ .low = from, .high = to, .y = height });
}

void
twin_chart_add_intervals (TwinChart *self,
                          guint panel,
                          const TwinLayer *layer,
                          const double *middle,
                          const double *low,
                          const double *high,
                          const double *category,
                          const char *const *labels,
                          gsize n)
{
  g_return_if_fail (n == 0 || (middle != NULL && low != NULL && high != NULL && category != NULL));

  add_layer (self, panel, TWIN_LAYER_INTERVALS, layer, n,
             (Columns){ .x = middle, .low = low, .high = high, .y = category,
                        .labels = labels });
}

void
twin_chart_add_part (TwinChart *self,
                     guint panel,
                     const TwinLayer *layer,
                     double from,
                     double to,
                     double category,
                     const char *label)
{
  add_layer (self, panel, TWIN_LAYER_PART, layer, 1,
             (Columns){ .low = &from, .high = &to, .y = &category,
                        .labels = label != NULL ? &label : NULL });
}

void
twin_chart_add_level (TwinChart *self,
                      guint panel,
                      const TwinLayer *layer,
                      double y)
{
  add_layer (self, panel, TWIN_LAYER_LEVEL, layer, 1, (Columns){ .y = &y });
}

void
twin_chart_add_x_level (TwinChart *self,
                        guint panel,
                        const TwinLayer *layer,
                        double x)
{
  add_layer (self, panel, TWIN_LAYER_X_LEVEL, layer, 1, (Columns){ .x = &x });
}

void
twin_chart_add_note (TwinChart *self,
                     guint panel,
                     const TwinLayer *layer,
                     double x,
                     double y,
                     const char *text)
{
  g_return_if_fail (text != NULL);

  add_layer (self, panel, TWIN_LAYER_NOTE, layer, 1,
             (Columns){ .x = &x, .y = &y, .labels = &text });
}
