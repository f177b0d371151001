/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-node-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-figure.h"

struct _TwinNodeResults
{
  TwinRun *run;
  GPtrArray *columns; /* TwinMetric, static: what titles the columns; the node's name is before */
  int *metrics;       /* [n_nodes][n_columns]: numbers of the model's metrics; -1: it has none */
};

static int
find_metric (const TwinMetric *metrics,
             guint             n,
             const char       *name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (metrics[i].name, name) == 0)
      return (int) i;
  return -1;
}

static gboolean
has_column (const GPtrArray *columns,
            const char      *name)
{
  for (guint i = 0; i < columns->len; i++)
    if (strcmp (((const TwinMetric *) columns->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* Nodes of different kinds call the same thing differently: the whole model's word is the title. */
static void
list_columns (TwinNodeResults *self)
{
  const TwinModel *model = twin_run_get_model (self->run);
  const TwinModelType *type = twin_model_get_model_type (model);

  for (guint i = 0; i < twin_model_get_n_nodes (model); i++)
    {
      const TwinNode *node = twin_model_get_node (model, i);

      for (guint j = 0; j < node->n_metrics; j++)
        {
          const TwinMetric *metric = &node->metrics[j];
          const int whole = find_metric (type->metrics, type->n_metrics, metric->name);

          if ((metric->flags & TWIN_METRIC_COLUMN) != 0
              && !has_column (self->columns, metric->name))
            g_ptr_array_add (self->columns,
                             (gpointer) (whole >= 0 ? &type->metrics[whole] : metric));
        }
    }
}

static void
find_metrics (TwinNodeResults *self)
{
  const TwinModel *model = twin_run_get_model (self->run);
  const guint n_nodes = twin_model_get_n_nodes (model);
  guint first = twin_model_get_model_type (model)->n_metrics;

  self->metrics = g_new (int, MAX (n_nodes * self->columns->len, 1));
  for (guint i = 0; i < n_nodes; i++)
    {
      const TwinNode *node = twin_model_get_node (model, i);

      for (guint j = 0; j < self->columns->len; j++)
        {
          const TwinMetric *column = self->columns->pdata[j];
          const int found = find_metric (node->metrics, node->n_metrics, column->name);

          self->metrics[i * self->columns->len + j] = found >= 0 ? (int) first + found : -1;
        }
      first += node->n_metrics;
    }
}

TwinNodeResults *
twin_node_results_new (TwinRun *run)
{
  TwinNodeResults *self;

  g_return_val_if_fail (run != NULL, NULL);

  self = g_atomic_rc_box_new0 (TwinNodeResults);
  self->run = twin_run_ref (run);
  self->columns = g_ptr_array_new ();
  list_columns (self);
  find_metrics (self);
  return self;
}

TwinNodeResults *
twin_node_results_ref (TwinNodeResults *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
results_clear (gpointer data)
{
  TwinNodeResults *self = data;

  twin_run_unref (self->run);
  g_ptr_array_unref (self->columns);
  g_free (self->metrics);
}

void
twin_node_results_unref (TwinNodeResults *self)
{
  g_atomic_rc_box_release_full (self, results_clear);
}

/* The table */

static int
get_metric (const TwinNodeResults *self,
            guint                  row,
            guint                  column)
{
  return self->metrics[row * self->columns->len + column - 1];
}

static guint
get_n_columns (gconstpointer data)
{
  const TwinNodeResults *self = data;

  return self->columns->len + 1;
}

static guint
get_n_rows (gconstpointer data)
{
  const TwinNodeResults *self = data;

  return twin_model_get_n_nodes (twin_run_get_model (self->run));
}

static const char *
get_title (gconstpointer data,
           guint         column)
{
  const TwinNodeResults *self = data;

  return column == 0 ? _("Node")
                     : _(((const TwinMetric *) self->columns->pdata[column - 1])->title);
}

static gboolean
is_text (gconstpointer data,
         guint         column)
{
  return column == 0;
}

static double
get_value (gconstpointer data,
           guint         row,
           guint         column)
{
  const TwinNodeResults *self = data;

  if (column == 0)
    return row;
  if (get_metric (self, row, column) < 0)
    return NAN;
  return twin_run_get_estimate (self->run, (guint) get_metric (self, row, column)).mean;
}

static char *
get_text (gconstpointer data,
          guint         row,
          guint         column)
{
  const TwinNodeResults *self = data;
  const TwinModel *model = twin_run_get_model (self->run);
  const TwinMetric *metric;
  TwinMetric bare;

  if (column == 0)
    return g_strdup (twin_model_get_node (model, row)->title);
  if (get_metric (self, row, column) < 0)
    return g_strdup ("–");
  metric = twin_model_get_metric (model, (guint) get_metric (self, row, column));
  bare = *metric;
  bare.unit = NULL;
  return twin_figure_format_mean_as (
      &bare, twin_run_get_estimate (self->run, (guint) get_metric (self, row, column)),
      twin_figure_get_node_column (self->run, metric->name));
}

/* The interval, and what the node itself calls the number. */
static char *
get_tooltip (gconstpointer data,
             guint         row,
             guint         column)
{
  const TwinNodeResults *self = data;
  const TwinModel *model = twin_run_get_model (self->run);
  const TwinMetric *metric;
  g_autofree char *interval = NULL;
  g_autofree char *mean = NULL;
  TwinEstimate estimate;

  if (column == 0 || get_metric (self, row, column) < 0)
    return NULL;
  metric = twin_model_get_metric (model, (guint) get_metric (self, row, column));
  estimate = twin_run_get_estimate (self->run, (guint) get_metric (self, row, column));
  mean = twin_figure_format_mean (metric, estimate);
  if (isnan (estimate.low))
    /* Translators: a metric and its value: "Downtown: Total cost: 26,300" */
    return g_strdup_printf (_("%s: %s"), _(metric->title), mean);
  interval = twin_figure_format_interval (metric, estimate);
  /* Translators: a metric, its mean and its interval */
  return g_strdup_printf (_("%s: %s, 95 %% interval %s"), _(metric->title), mean, interval);
}

static gpointer
ref (gpointer data)
{
  return twin_node_results_ref (data);
}

static void
unref (gpointer data)
{
  twin_node_results_unref (data);
}

const TwinTableSource twin_node_table = {
  .get_n_columns = get_n_columns,
  .get_n_rows = get_n_rows,
  .get_title = get_title,
  .get_text = get_text,
  .get_tooltip = get_tooltip,
  .get_value = get_value,
  .is_text = is_text,
  .ref = ref,
  .unref = unref,
};
