/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-assumptions.h"
#include "twin-examples.h"
#include "twin-window-private.h"

static void
action_new (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  TwinProject *project = twin_project_new (twin_model_type_list ()[0]);

  gtk_window_present (
      GTK_WINDOW (_twin_window_new_sibling (TWIN_WINDOW (widget), project, NULL)));
}

static void
action_open (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  _twin_window_choose_file (TWIN_WINDOW (widget));
}

static void
action_open_uri (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  twin_window_open (TWIN_WINDOW (widget), file);
}

static void
action_open_example (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  TwinWindow *self = TWIN_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  const TwinExample *example = twin_examples_find (g_variant_get_string (parameter, NULL));
  TwinProject *project;

  g_return_if_fail (example != NULL);

  project = twin_example_load (example, &error);
  if (project == NULL)
    {
      _twin_window_show_error (self, _("Could Not Open the Example"), error, NULL);
    }
  else if (_twin_window_is_untouched (self))
    {
      _twin_window_show_example (self, project, example);
    }
  else
    {
      gtk_window_present (GTK_WINDOW (_twin_window_new_sibling (self, project, example)));
    }
}

static void
action_save (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  _twin_window_save (TWIN_WINDOW (widget));
}

static void
action_save_as (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  _twin_window_save_as (TWIN_WINDOW (widget));
}

static void
action_export_csv (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  TwinWindow *self = TWIN_WINDOW (widget);

  if (self->page != NULL)
    twin_page_export_csv (self->page);
}

static void
action_undo (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  twin_document_undo (TWIN_WINDOW (widget)->document);
}

static void
action_redo (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  twin_document_redo (TWIN_WINDOW (widget)->document);
}

static void
action_run_again (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  TwinWindow *self = TWIN_WINDOW (widget);

  if (self->page != NULL)
    twin_page_refresh (self->page);
}

static void
action_stop (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TwinWindow *self = TWIN_WINDOW (widget);

  if (self->page == NULL)
    return;
  twin_page_cancel (self->page);
  twin_announcer_say (self->announcer, _("Stopped"));
}

static void
action_announce (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  TwinWindow *self = TWIN_WINDOW (widget);

  /* While the window goes, there is nobody left to tell. */
  if (self->announcer != NULL)
    twin_announcer_say (self->announcer, g_variant_get_string (parameter, NULL));
}

static void
action_show_page (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  TwinWindow *self = TWIN_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->stack, g_variant_get_string (parameter, NULL));
}

static void
action_move_page (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  TwinWindow *self = TWIN_WINDOW (widget);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  const int step = g_variant_get_int32 (parameter);

  for (guint i = 0; i < n; i++)
    {
      if (!gtk_selection_model_is_selected (pages, i))
        continue;

      gtk_selection_model_select_item (pages, (i + n + step) % n, TRUE);
      return;
    }
}

static void
action_move_pane (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  _twin_window_move_pane (TWIN_WINDOW (widget), g_variant_get_int32 (parameter));
}

void
_twin_window_show_parameter (TwinWindow *self,
                             const char *key)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_window_present (GTK_WINDOW (self));

  /* What is not at the side is set where it is used. */
  if (!twin_sidebar_focus (self->sidebar, key) && g_str_has_prefix (key, "optimize."))
    adw_view_stack_set_visible_child_name (self->stack, "optimize");
}

static void
on_jump (TwinWindow *self,
         const char *key)
{
  /* It stands before the row that is wanted. */
  if (self->assumptions != NULL)
    gtk_window_close (self->assumptions);

  _twin_window_show_parameter (self, key);
}

static void
action_show_assumptions (GtkWidget *widget,
                         const char *name,
                         GVariant *parameter)
{
  TwinWindow *self = TWIN_WINDOW (widget);
  const TwinProject *project = twin_document_get_project (self->document);

  /* Another model may have been chosen since it was shown last. */
  if (self->assumptions != NULL)
    gtk_window_destroy (self->assumptions);

  g_set_weak_pointer (&self->assumptions, GTK_WINDOW (twin_assumptions_new (project->type)));
  gtk_window_set_transient_for (self->assumptions, GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (self->assumptions, TRUE);
  g_signal_connect_object (self->assumptions, "jump", G_CALLBACK (on_jump), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (self->assumptions);
}

static void
action_finish_hint (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  twin_hint_bar_finish (TWIN_WINDOW (widget)->hints, g_variant_get_string (parameter, NULL));
}

static void
action_show_hints (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  twin_hint_bar_reset (TWIN_WINDOW (widget)->hints);
}

static void
action_close (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

void
_twin_window_update_actions (TwinWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_undo, can_redo;

  g_object_get (self->document, "can-undo", &can_undo, "can-redo", &can_redo, NULL);

  gtk_widget_action_set_enabled (widget, "win.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "win.redo", can_redo);
  gtk_widget_action_set_enabled (widget, "win.save",
                                 !self->is_saving
                                     && (twin_document_get_modified (self->document)
                                         || twin_document_get_file (self->document) == NULL));
  gtk_widget_action_set_enabled (widget, "win.save-as", !self->is_saving);
}

void
_twin_window_class_init_actions (TwinWindowClass *klass)
{
  static const struct
  {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.new", NULL, action_new },
    { "win.open", NULL, action_open },
    { "win.open-uri", "s", action_open_uri },
    { "win.open-example", "s", action_open_example },
    { "win.save", NULL, action_save },
    { "win.save-as", NULL, action_save_as },
    { "win.export-csv", NULL, action_export_csv },
    { "win.undo", NULL, action_undo },
    { "win.redo", NULL, action_redo },
    { "win.run-again", NULL, action_run_again },
    { "win.stop", NULL, action_stop },
    { "win.announce", "s", action_announce },
    { "win.show-page", "s", action_show_page },
    { "win.move-page", "i", action_move_page },
    { "win.move-pane", "i", action_move_pane },
    { "win.show-assumptions", NULL, action_show_assumptions },
    { "win.finish-hint", "s", action_finish_hint },
    { "win.show-hints", NULL, action_show_hints },
    { "win.close", NULL, action_close },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type,
                                     actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "win.show-sidebar", "show-sidebar");
}
