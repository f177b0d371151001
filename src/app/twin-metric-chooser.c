/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-metric-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-model-nodes.h"

struct _TwinMetricChooser
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkDropDown *node_drop_down;
  GtkDropDown *metric_drop_down;

  TwinModel *model;
  char *wanted; /* the metric for a model that has it, until somebody chooses; or NULL */
  gboolean loading; /* we choose ourselves */
};

G_DEFINE_FINAL_TYPE (TwinMetricChooser, twin_metric_chooser, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_metrics (TwinMetricChooser *self,
              guint              node)
{
  guint n;
  const TwinMetric *metrics = twin_model_nodes_get_metrics (self->model, node, &n);
  g_autofree const char **titles = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    titles[i] = _(metrics[i].title);
  twin_model_nodes_set_titles (self->metric_drop_down, titles);
}

/* Chooses node and metric number @metric of the model. */
static void
select_metric (TwinMetricChooser *self,
               guint              metric)
{
  const guint node = twin_model_get_metric (self->model, metric)->node;

  self->loading = TRUE;
  twin_model_nodes_fill (self->model, self->node_drop_down);
  gtk_drop_down_set_selected (self->node_drop_down, node);
  show_metrics (self, node);
  gtk_drop_down_set_selected (
      self->metric_drop_down, metric - twin_model_nodes_get_first_metric (self->model, node));
  self->loading = FALSE;
}

static guint
get_objective (const TwinModel *model)
{
  return twin_model_type_get_metric (twin_model_get_model_type (model), TWIN_METRIC_OBJECTIVE);
}

/* Finds the metric of that name ("store_1.sales"), which may be NULL. */
static gboolean
find_metric (const TwinModel *model,
             const char      *name,
             guint           *metric)
{
  for (guint i = 0; name != NULL && i < twin_model_get_n_metrics (model); i++)
    if (strcmp (twin_model_get_metric (model, i)->name, name) == 0)
      {
        *metric = i;
        return TRUE;
      }
  return FALSE;
}

guint
twin_metric_chooser_get_metric (TwinMetricChooser *self)
{
  g_return_val_if_fail (TWIN_IS_METRIC_CHOOSER (self), 0);

  if (self->model == NULL)
    return 0;
  return twin_model_nodes_get_first_metric (self->model,
                                            gtk_drop_down_get_selected (self->node_drop_down))
         + gtk_drop_down_get_selected (self->metric_drop_down);
}

void
twin_metric_chooser_set_model (TwinMetricChooser *self,
                               TwinModel         *model)
{
  g_autoptr (TwinModel) old = NULL;
  guint metric;

  g_return_if_fail (TWIN_IS_METRIC_CHOOSER (self));
  g_return_if_fail (model != NULL);

  metric = get_objective (model);
  if (!find_metric (model, self->wanted, &metric) && self->model != NULL
      && twin_model_get_model_type (self->model) == twin_model_get_model_type (model))
    find_metric (model, twin_metric_chooser_get_name (self), &metric);
  old = g_steal_pointer (&self->model);
  self->model = twin_model_ref (model);
  select_metric (self, metric);
}

const char *
twin_metric_chooser_get_name (TwinMetricChooser *self)
{
  g_return_val_if_fail (TWIN_IS_METRIC_CHOOSER (self), NULL);

  if (self->model == NULL)
    return NULL;
  return twin_model_get_metric (self->model, twin_metric_chooser_get_metric (self))->name;
}

static void
tell_changed (TwinMetricChooser *self)
{
  g_clear_pointer (&self->wanted, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
twin_metric_chooser_set_name (TwinMetricChooser *self,
                              const char        *name)
{
  guint metric;

  g_return_if_fail (TWIN_IS_METRIC_CHOOSER (self));
  g_return_if_fail (name != NULL);

  g_free (self->wanted);
  self->wanted = g_strdup (name);
  if (self->model != NULL && find_metric (self->model, name, &metric))
    {
      select_metric (self, metric);
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

/* The same number of another part, where it has it. */
static void
on_node_selected (TwinMetricChooser *self)
{
  const guint node = gtk_drop_down_get_selected (self->node_drop_down);
  GListModel *titles = gtk_drop_down_get_model (self->metric_drop_down);
  const guint selected = gtk_drop_down_get_selected (self->metric_drop_down);
  g_autofree char *title = NULL;
  const TwinMetric *metrics;
  guint n, metric = 0;

  if (self->loading || node == GTK_INVALID_LIST_POSITION)
    return;
  title = g_strdup (gtk_string_list_get_string (GTK_STRING_LIST (titles), selected));
  metrics = twin_model_nodes_get_metrics (self->model, node, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (_(metrics[i].title), title) == 0)
      metric = i;
  select_metric (self, twin_model_nodes_get_first_metric (self->model, node) + metric);
  tell_changed (self);
}

static void
on_metric_selected (TwinMetricChooser *self)
{
  if (!self->loading
      && gtk_drop_down_get_selected (self->metric_drop_down) != GTK_INVALID_LIST_POSITION)
    tell_changed (self);
}

static void
twin_metric_chooser_finalize (GObject *object)
{
  g_clear_pointer (&TWIN_METRIC_CHOOSER (object)->model, twin_model_unref);
  g_free (TWIN_METRIC_CHOOSER (object)->wanted);

  G_OBJECT_CLASS (twin_metric_chooser_parent_class)->finalize (object);
}

static void
twin_metric_chooser_class_init (TwinMetricChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = twin_metric_chooser_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-metric-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinMetricChooser, node_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TwinMetricChooser, metric_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_node_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_metric_selected);
}

static void
twin_metric_chooser_init (TwinMetricChooser *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loading = FALSE;
}
