/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-trace.h"

struct _TwinTrace
{
  const TwinTraceColumn *columns;
  guint n_columns;
  double **values; /* [n_columns][capacity], of which n_rows are filled */
  gsize n_rows;
  gsize capacity;
  GStrv *labels;   /* [n_columns], NULL where a column holds plain numbers */
  GPtrArray *panels;
  double warmup;
  gboolean complete;
};

G_DEFINE_BOXED_TYPE (TwinTrace, twin_trace, twin_trace_ref, twin_trace_unref)

static void
clear_limit (gpointer data)
{
  g_free (((TwinTraceLimit *) data)->title);
}

static void
free_panel (gpointer data)
{
  TwinTracePanel *panel = data;

  g_free (panel->title);
  g_array_unref (panel->limits);
  g_free (panel);
}

TwinTrace *
twin_trace_new (const TwinTraceColumn *columns,
                guint n_columns)
{
  TwinTrace *self = g_atomic_rc_box_new0 (TwinTrace);

  self->columns = columns;
  self->n_columns = n_columns;
  self->values = g_new0 (double *, n_columns);
  self->labels = g_new0 (GStrv, n_columns);
  self->panels = g_ptr_array_new_with_free_func (free_panel);
  self->complete = TRUE;
  return self;
}

TwinTrace *
twin_trace_ref (TwinTrace *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_trace (gpointer data)
{
  TwinTrace *self = data;

  for (guint c = 0; c < self->n_columns; c++)
    {
      g_free (self->values[c]);
      g_strfreev (self->labels[c]);
    }
  g_free (self->values);
  g_free (self->labels);
  g_ptr_array_unref (self->panels);
}

void
twin_trace_unref (TwinTrace *self)
{
  g_atomic_rc_box_release_full (self, clear_trace);
}

void
twin_trace_set_labels (TwinTrace *self,
                       guint column,
                       const char *const *labels)
{
  g_return_if_fail (column < self->n_columns);

  g_strfreev (self->labels[column]);
  self->labels[column] = g_strdupv ((GStrv) labels);
}

gboolean
twin_trace_add (TwinTrace *self,
                const double *row)
{
  if (self->n_rows >= TWIN_TRACE_MAX_ROWS)
    {
      self->complete = FALSE;
      return FALSE;
    }
  if (self->n_rows == self->capacity)
    {
      self->capacity = MAX (1024, 2 * self->capacity);
      for (guint c = 0; c < self->n_columns; c++)
        self->values[c] = g_renew (double, self->values[c], self->capacity);
    }
  for (guint c = 0; c < self->n_columns; c++)
    self->values[c][self->n_rows] = row[c];
  self->n_rows++;
  return TRUE;
}

void
twin_trace_add_panel (TwinTrace *self,
                      const char *title,
                      gsize first,
                      gsize stride,
                      const TwinTraceLayer *layers,
                      guint n_layers)
{
  TwinTracePanel *panel = g_new0 (TwinTracePanel, 1);

  panel->title = g_strdup (title);
  panel->first = first;
  panel->stride = stride;
  panel->layers = layers;
  panel->n_layers = n_layers;
  panel->limits = g_array_new (FALSE, FALSE, sizeof (TwinTraceLimit));
  g_array_set_clear_func (panel->limits, clear_limit);
  g_ptr_array_add (self->panels, panel);
}

void
twin_trace_add_limit (TwinTrace *self,
                      const char *title,
                      double value)
{
  g_return_if_fail (self->panels->len > 0);

  TwinTracePanel *panel = g_ptr_array_index (self->panels, self->panels->len - 1);
  TwinTraceLimit limit = { .title = g_strdup (title), .value = value };
  g_array_append_val (panel->limits, limit);
}

void
twin_trace_mark_essential (TwinTrace *self)
{
  g_return_if_fail (self->panels->len > 0);

  TwinTracePanel *panel = g_ptr_array_index (self->panels, self->panels->len - 1);
  panel->essential = TRUE;
}

void
twin_trace_set_warmup (TwinTrace *self,
                       double days)
{
  self->warmup = days;
}

guint
twin_trace_get_n_columns (const TwinTrace *self)
{
  return self->n_columns;
}

const TwinTraceColumn *
twin_trace_get_column (const TwinTrace *self,
                       guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return &self->columns[column];
}

gsize
twin_trace_get_n_rows (const TwinTrace *self)
{
  return self->n_rows;
}

double
twin_trace_get (const TwinTrace *self,
                gsize row,
                guint column)
{
  return self->values[column][row];
}

const double *
twin_trace_get_values (const TwinTrace *self,
                       guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->values[column];
}

const char *
twin_trace_get_label (const TwinTrace *self,
                      gsize row,
                      guint column)
{
  GStrv labels = self->labels[column];

  return labels != NULL ? labels[(gsize) twin_trace_get (self, row, column)] : NULL;
}

guint
twin_trace_get_n_panels (const TwinTrace *self)
{
  return self->panels->len;
}

const TwinTracePanel *
twin_trace_get_panel (const TwinTrace *self,
                      guint panel)
{
  g_return_val_if_fail (panel < self->panels->len, NULL);

  return g_ptr_array_index (self->panels, panel);
}

const TwinTraceLayer *
twin_trace_panel_get_level (const TwinTracePanel *panel)
{
  for (guint i = 0; i < panel->n_layers; i++)
    if (panel->layers[i].role == TWIN_TRACE_LEVEL)
      return &panel->layers[i];
  return NULL;
}

double
twin_trace_get_warmup (const TwinTrace *self)
{
  return self->warmup;
}

gboolean
twin_trace_is_complete (const TwinTrace *self)
{
  return self->complete;
}

gboolean
twin_trace_row_matches (const TwinTrace *self,
                        gsize row,
                        const TwinTraceLayer *layer)
{
  switch (layer->test)
    {
    case TWIN_TRACE_EQUALS:
      return twin_trace_get (self, row, layer->test_column) == layer->test_value;
    case TWIN_TRACE_POSITIVE:
      return twin_trace_get (self, row, layer->test_column) > 0;
    case TWIN_TRACE_ALWAYS:
    default:
      return TRUE;
    }
}
