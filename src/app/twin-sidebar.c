/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-experiment-rows.h"
#include "twin-item-edits.h"
#include "twin-parameter-form.h"
#include "twin-sidebar.h"

struct _TwinSidebar
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *model_group;
  AdwComboRow *model_row;
  TwinParameterForm *form;

  /* Owned */
  TwinDocument *document;
  TwinExperimentRows *experiment;
  const TwinModelType *type; /* that is shown */
  gboolean is_updating;      /* we set the model row ourselves */
};

G_DEFINE_FINAL_TYPE (TwinSidebar, twin_sidebar, ADW_TYPE_BIN)

static void
on_number_edited (TwinSidebar *self,
                  const char *key,
                  double value)
{
  twin_document_set_number (self->document, key, value);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.finish-hint", "s", "parameters");
}

static void
on_text_edited (TwinSidebar *self,
                const char *key,
                const char *value)
{
  twin_document_set_text (self->document, key, value);
}

static void
on_item_inserted (TwinSidebar *self,
                  const char *list,
                  guint position,
                  int like)
{
  twin_item_edits_insert (self->document, list, position, like);
}

static void
on_item_removed (TwinSidebar *self,
                 const char *list,
                 guint position)
{
  twin_item_edits_remove (self->document, list, position);
}

static void
on_model_selected (TwinSidebar *self)
{
  const guint selected = adw_combo_row_get_selected (self->model_row);
  TwinProject *project;

  if (self->is_updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  project = twin_project_copy (twin_document_get_project (self->document));
  twin_project_set_model_type (project, twin_model_type_list ()[selected]);
  twin_document_edit (self->document, project, NULL);
}

static void
fill_model_row (TwinSidebar *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const TwinModelType *const *types = twin_model_type_list ();
  guint n = 0;

  for (; types[n] != NULL; n++)
    gtk_string_list_append (titles, _(types[n]->title));

  self->is_updating = TRUE;
  adw_combo_row_set_model (self->model_row, G_LIST_MODEL (titles));
  self->is_updating = FALSE;
  gtk_widget_set_visible (self->model_group, n > 1);
}

static void
show_model_type (TwinSidebar *self,
                 const TwinModelType *type)
{
  const TwinModelType *const *types = twin_model_type_list ();
  guint n = 0;

  while (types[n] != type)
    n++;

  self->is_updating = TRUE;
  adw_combo_row_set_selected (self->model_row, n);
  self->is_updating = FALSE;
}

static void
on_changed (TwinSidebar *self)
{
  const TwinProject *project = twin_document_get_project (self->document);
  GPtrArray *problems = twin_document_get_problems (self->document);

  twin_parameter_form_update (self->form, twin_project_get_parameters (project), problems);

  /* The form has begun anew for another type, and the rows of the experiment with it. */
  if (self->type != project->type)
    {
      self->type = project->type;
      show_model_type (self, project->type);
      twin_experiment_rows_add_to (self->experiment,
                                   twin_parameter_form_get_group (self->form, N_("Experiment")),
                                   twin_parameter_form_get_access_keys (self->form));
    }
  twin_experiment_rows_update (self->experiment, project, problems);
}

void
twin_sidebar_attach (TwinSidebar *self,
                     TwinDocument *document)
{
  g_return_if_fail (TWIN_IS_SIDEBAR (self));
  g_return_if_fail (TWIN_IS_DOCUMENT (document));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->experiment = twin_experiment_rows_new (document);
  fill_model_row (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

gboolean
twin_sidebar_focus (TwinSidebar *self,
                    const char *key)
{
  g_return_val_if_fail (TWIN_IS_SIDEBAR (self), FALSE);

  return twin_parameter_form_focus (self->form, key);
}

static void
twin_sidebar_dispose (GObject *object)
{
  TwinSidebar *self = TWIN_SIDEBAR (object);

  g_clear_object (&self->experiment);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (twin_sidebar_parent_class)->dispose (object);
}

static void
twin_sidebar_class_init (TwinSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twin_sidebar_dispose;

  g_type_ensure (TWIN_TYPE_PARAMETER_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinSidebar, model_group);
  gtk_widget_class_bind_template_child (widget_class, TwinSidebar, model_row);
  gtk_widget_class_bind_template_child (widget_class, TwinSidebar, form);
  gtk_widget_class_bind_template_callback (widget_class, on_model_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_number_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_text_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_item_inserted);
  gtk_widget_class_bind_template_callback (widget_class, on_item_removed);
}

static void
twin_sidebar_init (TwinSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
