/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-title-chooser.h"

struct _TwinTitleChooser
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkEditable *search;
  GtkStack *stack;
  GtkListView *list_view;
  GtkStringList *titles;
  GtkFilterListModel *found;
  GtkSingleSelection *selection; /* of what was found: what Enter chooses */

  guint selected;
};

G_DEFINE_FINAL_TYPE (TwinTitleChooser, twin_title_chooser, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
twin_title_chooser_set_titles (TwinTitleChooser  *self,
                               const char *const *titles)
{
  g_return_if_fail (TWIN_IS_TITLE_CHOOSER (self));
  g_return_if_fail (titles != NULL && titles[0] != NULL);

  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)),
                          titles);
  twin_title_chooser_set_selected (self, 0);
}

guint
twin_title_chooser_get_selected (TwinTitleChooser *self)
{
  g_return_val_if_fail (TWIN_IS_TITLE_CHOOSER (self), 0);

  return self->selected;
}

void
twin_title_chooser_set_selected (TwinTitleChooser *self,
                                 guint             selected)
{
  const char *title;

  g_return_if_fail (TWIN_IS_TITLE_CHOOSER (self));
  g_return_if_fail (selected < g_list_model_get_n_items (G_LIST_MODEL (self->titles)));

  self->selected = selected;
  title = gtk_string_list_get_string (self->titles, selected);
  gtk_label_set_label (self->label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), title);
}

/* Handlers of the template */

static void
on_found (TwinTitleChooser *self)
{
  const gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
}

/* All of them are listed again, and what is typed goes into the search field. */
static void
on_opened (TwinTitleChooser *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_single_selection_set_selected (self->selection, self->selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                              self->selected);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
choose (TwinTitleChooser *self,
        guint             found)
{
  g_autoptr (GObject) chosen = g_list_model_get_item (G_LIST_MODEL (self->selection), found);
  guint number = 0;

  if (chosen == NULL)
    return;
  for (;; number++)
    {
      g_autoptr (GObject) title = g_list_model_get_item (G_LIST_MODEL (self->titles), number);

      if (title == chosen)
        break;
    }
  gtk_popover_popdown (self->popover);
  twin_title_chooser_set_selected (self, number);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_row_activated (TwinTitleChooser *self,
                  guint             position)
{
  choose (self, position);
}

static void
on_search_activated (TwinTitleChooser *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
on_search_stopped (TwinTitleChooser *self)
{
  gtk_popover_popdown (self->popover);
}

static void
twin_title_chooser_class_init (TwinTitleChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-title-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinTitleChooser, button);
  gtk_widget_class_bind_template_child (widget_class, TwinTitleChooser, label);
  gtk_widget_class_bind_template_child (widget_class, TwinTitleChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, TwinTitleChooser, search);
  gtk_widget_class_bind_template_child (widget_class, TwinTitleChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, TwinTitleChooser, list_view);
  gtk_widget_class_bind_template_child (widget_class, TwinTitleChooser, titles);
  gtk_widget_class_bind_template_child (widget_class, TwinTitleChooser, found);
  gtk_widget_class_bind_template_child (widget_class, TwinTitleChooser, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_found);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
twin_title_chooser_init (TwinTitleChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
