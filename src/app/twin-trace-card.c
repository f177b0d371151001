/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-trace-card.h"

#include <glib/gi18n-lib.h>

#include "twin-chart-area.h"

/* Pixels of a chart with one panel; and of one with several, without and for each of them. */
#define HEIGHT_ONE 360
#define HEIGHT_AROUND 150
#define HEIGHT_EACH 130

struct _TwinTraceCard
{
  AdwBin parent_instance;

  /* Template widgets */
  TwinChartArea *area;
  GtkWidget *controls;
  GtkDropDown *panel_drop_down;
  GtkWidget *previous_button;
  GtkLabel *position_label;
  GtkWidget *next_button;

  gsize n;           /* replications */
  gsize replication; /* the one that is wanted */
  gboolean loading;  /* we choose a panel ourselves */
};

G_DEFINE_FINAL_TYPE (TwinTraceCard, twin_trace_card, ADW_TYPE_BIN)

enum
{
  VIEW_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_position (TwinTraceCard *self)
{
  g_autofree char *number = twin_number_format (self->replication + 1.0, TWIN_NUMBER_COUNT);
  g_autofree char *n = twin_number_format ((double) self->n, TWIN_NUMBER_COUNT);
  /* Translators: which replication is shown, between two arrows: "3 of 1,000" */
  g_autofree char *position = g_strdup_printf (_("%s of %s"), number, n);

  gtk_label_set_label (self->position_label, position);
  gtk_widget_set_sensitive (self->previous_button, self->replication > 0);
  gtk_widget_set_sensitive (self->next_button, self->replication + 1 < self->n);
}

/* Item 0 of the list is all panels, item i is panel i - 1. */
static gboolean
has_titles (TwinTraceCard *self,
            TwinTrace     *trace)
{
  GListModel *titles = gtk_drop_down_get_model (self->panel_drop_down);
  const guint n = twin_trace_get_n_panels (trace);

  if (titles == NULL || g_list_model_get_n_items (titles) != n + 1)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (titles), i + 1),
                   twin_trace_get_panel (trace, i)->title) != 0)
      return FALSE;
  return TRUE;
}

static void
show_panels (TwinTraceCard *self,
             TwinTrace     *trace)
{
  const guint n = twin_trace_get_n_panels (trace);
  const guint selected = gtk_drop_down_get_selected (self->panel_drop_down);
  g_autoptr (GtkStringList) titles = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->panel_drop_down), n > 1);
  if (has_titles (self, trace))
    return;

  /* Translators: all stores and the warehouse, in the list of them */
  titles = gtk_string_list_new ((const char *[]){ C_("parts of the model", "All"), NULL });
  for (guint i = 0; i < n; i++)
    {
      const char *title = twin_trace_get_panel (trace, i)->title;

      gtk_string_list_append (titles, title != NULL ? title : "");
    }
  self->loading = TRUE;
  gtk_drop_down_set_model (self->panel_drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->panel_drop_down, selected <= n ? selected : 0);
  self->loading = FALSE;
}

void
twin_trace_card_set_trace (TwinTraceCard *self,
                           TwinChart     *chart,
                           TwinTrace     *trace)
{
  guint n;

  g_return_if_fail (TWIN_IS_TRACE_CARD (self));
  g_return_if_fail (chart != NULL && trace != NULL);

  twin_chart_area_set_chart (self->area, chart);
  gtk_widget_set_visible (self->controls, TRUE);
  show_position (self);
  n = twin_chart_get_n_panels (chart);
  twin_chart_area_set_plain_height (
      self->area, n > 1 ? HEIGHT_AROUND + HEIGHT_EACH * (int) n : HEIGHT_ONE);
  show_panels (self, trace);
}

void
twin_trace_card_clear (TwinTraceCard *self)
{
  g_return_if_fail (TWIN_IS_TRACE_CARD (self));

  self->replication = 0;
  self->loading = TRUE;
  gtk_drop_down_set_model (self->panel_drop_down, NULL);
  self->loading = FALSE;
  twin_chart_area_reset_view (self->area);
  twin_chart_area_set_chart (self->area, NULL);
  gtk_widget_set_visible (self->controls, FALSE);
}

void
twin_trace_card_set_dimmed (TwinTraceCard *self,
                            gboolean       dimmed)
{
  g_return_if_fail (TWIN_IS_TRACE_CARD (self));

  twin_chart_area_set_dimmed (self->area, dimmed);
}

void
twin_trace_card_set_n (TwinTraceCard *self,
                       gsize          n)
{
  g_return_if_fail (TWIN_IS_TRACE_CARD (self));
  g_return_if_fail (n > 0);

  self->n = n;
  self->replication = MIN (self->replication, n - 1);
}

gsize
twin_trace_card_get_replication (TwinTraceCard *self)
{
  g_return_val_if_fail (TWIN_IS_TRACE_CARD (self), 0);

  return self->replication;
}

void
twin_trace_card_set_replication (TwinTraceCard *self,
                                 gsize          replication)
{
  g_return_if_fail (TWIN_IS_TRACE_CARD (self));
  g_return_if_fail (replication < self->n);

  if (replication == self->replication)
    return;
  self->replication = replication;
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

int
twin_trace_card_get_panel (TwinTraceCard *self)
{
  guint selected;

  g_return_val_if_fail (TWIN_IS_TRACE_CARD (self), -1);

  selected = gtk_drop_down_get_selected (self->panel_drop_down);
  return selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected - 1;
}

/* Handlers of the template */

static void
on_previous_clicked (TwinTraceCard *self)
{
  if (self->replication > 0)
    twin_trace_card_set_replication (self, self->replication - 1);
}

static void
on_next_clicked (TwinTraceCard *self)
{
  if (self->replication + 1 < self->n)
    twin_trace_card_set_replication (self, self->replication + 1);
}

static void
on_panel_selected (TwinTraceCard *self)
{
  if (self->loading)
    return;
  twin_chart_area_reset_view (self->area);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static void
twin_trace_card_class_init (TwinTraceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[VIEW_CHANGED] = g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TWIN_TYPE_CHART_AREA);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-trace-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinTraceCard, area);
  gtk_widget_class_bind_template_child (widget_class, TwinTraceCard, controls);
  gtk_widget_class_bind_template_child (widget_class, TwinTraceCard, panel_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TwinTraceCard, previous_button);
  gtk_widget_class_bind_template_child (widget_class, TwinTraceCard, position_label);
  gtk_widget_class_bind_template_child (widget_class, TwinTraceCard, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_panel_selected);
}

static void
twin_trace_card_init (TwinTraceCard *self)
{
  self->n = 1;
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loading = FALSE;
}
