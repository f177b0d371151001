/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-project-file.h"
#include "twin-window-private.h"

/* What a window leaves for the next start, and how it comes back from that. */

/* The project, where no file has it as it is. Values that contradict each other could not be read
 * again; while there are such, the last ones that did not are kept. */
static const char *
get_draft (TwinWindow *self)
{
  /* Not all of the last session is here yet. */
  if (self->loading != NULL)
    return self->draft;

  if (self->is_discarding || !twin_document_get_modified (self->document))
    {
      g_clear_pointer (&self->draft, g_free);
    }
  else if (twin_document_get_problems (self->document)->len == 0)
    {
      g_free (self->draft);
      self->draft = twin_project_to_json (twin_document_get_project (self->document));
    }
  return self->draft;
}

static char *
dup_metric (TwinWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);
  char *metric = NULL;

  for (guint i = 0; metric == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      metric = twin_page_dup_metric (TWIN_PAGE (adw_view_stack_page_get_child (page)));
    }
  return metric;
}

TwinSessionWindow *
twin_window_dup_session (TwinWindow *self)
{
  TwinSessionWindow *state;
  const char *draft;
  GFile *file;

  g_return_val_if_fail (TWIN_IS_WINDOW (self), NULL);

  if (self->document == NULL)
    return NULL;

  file = self->loading != NULL ? self->loading : twin_document_get_file (self->document);
  draft = get_draft (self);
  if (file == NULL && draft == NULL && (self->example == NULL || self->is_discarding))
    return NULL;

  state = twin_session_window_new ();
  state->uri = file != NULL ? g_file_get_uri (file) : NULL;
  state->example = file == NULL && self->example != NULL ? g_strdup (self->example->name) : NULL;
  state->draft = g_strdup (draft);
  state->tab = g_strdup (adw_view_stack_get_visible_child_name (self->stack));
  state->metric = dup_metric (self);
  gtk_window_get_default_size (GTK_WINDOW (self), &state->width, &state->height);
  state->maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  /* In a narrow window it is open only for a moment, and says nothing about what is liked. */
  state->show_sidebar
      = adw_flap_get_folded (self->flap) || adw_flap_get_reveal_flap (self->flap);
  return state;
}

static void
restore_view (TwinWindow *self,
              const TwinSessionWindow *state)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);

  if (state->width > 0 && state->height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), state->width, state->height);
  if (state->maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  else
    gtk_window_unmaximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, state->show_sidebar);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      if (state->metric != NULL)
        twin_page_set_metric (TWIN_PAGE (adw_view_stack_page_get_child (page)), state->metric);
      /* A name of another version may not be among them. */
      if (g_strcmp0 (adw_view_stack_page_get_name (page), state->tab) == 0)
        adw_view_stack_set_visible_child_name (self->stack, state->tab);
    }
}

/* On top of what the file has, so that undo goes back to that. */
static void
restore_draft (TwinWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  TwinProject *project;

  if (self->draft == NULL)
    return;

  project = twin_project_from_json (self->draft, -1, twin_document_get_title (self->document),
                                    &error);
  if (project != NULL)
    {
      twin_document_edit (self->document, project, NULL);
      return;
    }

  message = g_strdup_printf (_("Changes that were not saved could not be read again: %s"),
                             error->message);
  twin_window_show_toast (self, message);
}

/* The file is gone, but not what was done to it. */
static void
restore_draft_alone (TwinWindow *self,
                     GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *message = g_strdup_printf (
      _("“%s” cannot be read any more; the changes that were not saved are here"), name);

  twin_document_set_name (self->document, name);
  restore_draft (self);
  twin_window_show_toast (self, message);
}

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  TwinWindow *self = g_task_get_source_object (task);
  g_autoptr (GFile) file = g_steal_pointer (&self->loading);
  GError *error = NULL;

  if (twin_document_load_finish (TWIN_DOCUMENT (source), result, &error))
    {
      restore_draft (self);
      g_task_return_boolean (task, TRUE);
    }
  else if (self->draft != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      restore_draft_alone (self, file);
      g_error_free (error);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

void
twin_window_restore_async (TwinWindow *self,
                           const TwinSessionWindow *state,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const TwinExample *example = twin_examples_find (state->example);
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TWIN_IS_WINDOW (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, twin_window_restore_async);
  g_free (self->draft);
  self->draft = g_strdup (state->draft);
  restore_view (self, state);

  if (state->uri != NULL)
    {
      self->loading = g_file_new_for_uri (state->uri);
      twin_document_load_async (self->document, self->loading, self->cancellable, on_loaded,
                                g_steal_pointer (&task));
      return;
    }

  if (example != NULL)
    {
      TwinProject *project = twin_example_load (example, NULL);

      if (project != NULL)
        _twin_window_show_example (self, project, example);
    }
  restore_draft (self);
  g_task_return_boolean (task, TRUE);
}

gboolean
twin_window_restore_finish (TwinWindow *self,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
