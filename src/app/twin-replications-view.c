/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-replications-view.h"

#include "twin-dim.h"
#include "twin-model-nodes.h"
#include "twin-result-table.h"
#include "twin-run-table.h"

struct _TwinReplicationsView
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkExpander *expander;
  GtkDropDown *node_drop_down;
  TwinResultTable *table;

  TwinRun *run;
  gboolean loading; /* we choose ourselves */
};

G_DEFINE_FINAL_TYPE (TwinReplicationsView, twin_replications_view, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The table's rows cost nothing, but a sorted table sorts them all: only while it is seen. */
static void
show_table (TwinReplicationsView *self)
{
  g_autoptr (TwinReplications) replications = NULL;
  const guint node = gtk_drop_down_get_selected (self->node_drop_down);

  if (self->run == NULL)
    {
      twin_result_table_set_data (self->table, NULL, NULL);
      return;
    }
  if (!gtk_expander_get_expanded (self->expander) || node == GTK_INVALID_LIST_POSITION)
    return;
  replications = twin_replications_new (self->run, node);
  twin_result_table_set_data (self->table, &twin_run_table, replications);
}

void
twin_replications_view_set_run (TwinReplicationsView *self,
                                TwinRun              *run)
{
  g_return_if_fail (TWIN_IS_REPLICATIONS_VIEW (self));

  if (run != NULL)
    twin_run_ref (run);
  g_clear_pointer (&self->run, twin_run_unref);
  self->run = run;
  self->loading = TRUE;
  if (run != NULL)
    twin_model_nodes_fill (twin_run_get_model (run), self->node_drop_down);
  else
    gtk_drop_down_set_model (self->node_drop_down, NULL);
  self->loading = FALSE;
  show_table (self);
}

void
twin_replications_view_set_dimmed (TwinReplicationsView *self,
                                   gboolean              dimmed)
{
  g_return_if_fail (TWIN_IS_REPLICATIONS_VIEW (self));

  twin_dim (GTK_WIDGET (self->table), dimmed);
}

static void
on_shown (TwinReplicationsView *self)
{
  if (!self->loading)
    show_table (self);
}

static void
on_activated (TwinReplicationsView *self,
              guint                 row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, row);
}

static void
twin_replications_view_dispose (GObject *object)
{
  g_clear_pointer (&TWIN_REPLICATIONS_VIEW (object)->run, twin_run_unref);

  G_OBJECT_CLASS (twin_replications_view_parent_class)->dispose (object);
}

static void
twin_replications_view_class_init (TwinReplicationsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twin_replications_view_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (TWIN_TYPE_RESULT_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-replications-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinReplicationsView, expander);
  gtk_widget_class_bind_template_child (widget_class, TwinReplicationsView, node_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TwinReplicationsView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
twin_replications_view_init (TwinReplicationsView *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loading = FALSE;
}
