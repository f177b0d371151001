/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-problems.h"
#include "twin-project-file.h"
#include "twin-window-private.h"

static void replace (TwinWindow *self, GFile *file);

static void
on_save_error_response (TwinWindow *self,
                        const char *response)
{
  if (g_strcmp0 (response, "save-as") == 0)
    _twin_window_save_as (self);
  else if (g_strcmp0 (response, "replace") == 0)
    replace (self, twin_document_get_file (self->document));
  else
    _twin_window_stay (self);
}

/* The file is not what this window read or wrote; whoever changed it would lose that. */
static void
ask_to_replace (TwinWindow *self)
{
  g_autofree char *heading
      = g_strdup_printf (_("“%s” Was Changed Elsewhere"), twin_document_get_title (self->document));
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), heading,
      _("Another window or program has saved it since it was opened here. Replacing it loses what "
        "was saved there; saving as another file keeps both."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Cancel"), "replace",
                                    _("_Replace"), "save-as", _("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_save_error_response), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
get_save_advice (const GError *error)
{
  if (error->domain == G_FILE_ERROR)
    switch (error->code)
      {
      case G_FILE_ERROR_NOSPC:
        return _("Your work is still in the window. Make room, or save it in another place.");
      case G_FILE_ERROR_NOENT:
      case G_FILE_ERROR_NOTDIR:
        return _("Your work is still in the window. The folder is not there any more, so save it "
                 "in another place.");
      case G_FILE_ERROR_ACCES:
      case G_FILE_ERROR_PERM:
      case G_FILE_ERROR_ROFS:
        return _("Your work is still in the window. You may not write there, so save it in another "
                 "place.");
      default:
        break;
      }

  return _("Your work is still in the window. Save it in another place.");
}

static void
show_save_error (TwinWindow *self,
                 const GError *error)
{
  g_autofree char *heading
      = g_strdup_printf (_("Could Not Save “%s”"), twin_document_get_title (self->document));
  g_autofree char *body = _twin_window_add_advice (error, get_save_advice (error));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Cancel"), "save-as",
                                    _("Save _As…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_save_error_response), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_problem_response (TwinWindow *self,
                     const char *response)
{
  GPtrArray *problems = twin_document_get_problems (self->document);

  if (g_strcmp0 (response, "show") == 0 && problems->len > 0)
    _twin_window_show_parameter (self, twin_error_get_key (g_ptr_array_index (problems, 0)));
}

/* A file is what can be run and opened again; values that contradict each other can be neither. */
static gboolean
refuse_problems (TwinWindow *self)
{
  const TwinProject *project = twin_document_get_project (self->document);
  GPtrArray *problems = twin_document_get_problems (self->document);
  g_autofree char *words = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (problems->len == 0)
    return FALSE;

  words = twin_problems_describe_titled (problems, twin_project_get_parameters (project),
                                         project->search, g_ptr_array_index (problems, 0));
  body = g_strdup_printf (_("%s\n\nCorrect this, then save. Your work is still in the window."),
                          words);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Cannot Be Saved Yet"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "show",
                                    _("_Show Parameter"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "show");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_problem_response), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return TRUE;
}

static void
on_saved (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (TwinWindow) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean saved = twin_document_save_finish (TWIN_DOCUMENT (source), result, &error);
  const gboolean was_closing = self->is_closing;

  self->is_saving = FALSE;
  if (self->document == NULL)
    return;

  _twin_window_update_actions (self);
  if (saved)
    {
      _twin_window_remember_file (self, twin_document_get_file (self->document));
      self->is_closing = FALSE;
      if (was_closing)
        gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      /* Once it is saved after all. */
      self->is_closing = was_closing;
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
        ask_to_replace (self);
      else
        show_save_error (self, error);
    }
}

static void
begin_saving (TwinWindow *self)
{
  self->is_saving = TRUE;
  _twin_window_update_actions (self);
}

/* Neither with the window's cancellable: what was asked to be saved is saved. */
static void
save (TwinWindow *self,
      GFile *file)
{
  begin_saving (self);
  twin_document_save_async (self->document, file, NULL, on_saved, g_object_ref (self));
}

/* Somebody has been asked whether what is there may go. */
static void
replace (TwinWindow *self,
         GFile *file)
{
  begin_saving (self);
  twin_document_replace_async (self->document, file, NULL, on_saved, g_object_ref (self));
}

static void
on_save_chosen (GFile *file,
                gpointer data)
{
  TwinWindow *self = data;

  if (file != NULL)
    replace (self, file);
  else
    _twin_window_stay (self);
}

static void
choose_target (TwinWindow *self)
{
  const char *title = twin_document_get_title (self->document);
  g_autoptr (GFile) folder = twin_document_dup_folder (self->document);
  g_autofree char *name = g_str_has_suffix (title, TWIN_PROJECT_SUFFIX)
                              ? g_strdup (title)
                              : g_strconcat (title, TWIN_PROJECT_SUFFIX, NULL);

  twin_file_save_dialog (GTK_WINDOW (self), _("Save Project"), name, folder,
                         &_twin_window_file_kind, 1, on_save_chosen, self);
}

void
_twin_window_save_as (TwinWindow *self)
{
  if (!refuse_problems (self))
    choose_target (self);
}

void
_twin_window_save (TwinWindow *self)
{
  GFile *file = twin_document_get_file (self->document);

  if (refuse_problems (self))
    _twin_window_stay (self);
  else if (file != NULL)
    save (self, file);
  else
    choose_target (self);
}

/* Closing */

static gboolean
close_now (gpointer self)
{
  gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
on_close_response (TwinWindow *self,
                   const char *response)
{
  if (g_strcmp0 (response, "discard") == 0)
    {
      /* Nothing is left to be asked about. The dialog is still there, and GTK 4.8 lets it look for
       * a parent that went before it, so the window goes after it. */
      self->is_discarding = TRUE;
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_now, g_object_ref (self), g_object_unref);
    }
  else if (g_strcmp0 (response, "save") == 0)
    {
      self->is_closing = TRUE;
      _twin_window_save (self);
    }
  else
    {
      _twin_window_stay (self);
    }
}

static void
ask_before_closing (TwinWindow *self)
{
  g_autofree char *body
      = g_strdup_printf (_("“%s” has changes that are not saved. They will be lost for good "
                           "unless they are saved."),
                         twin_document_get_title (self->document));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), body);

  g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard",
                                    _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
twin_window_has_unsaved (TwinWindow *self)
{
  g_return_val_if_fail (TWIN_IS_WINDOW (self), FALSE);

  return self->is_saving
         || (!self->is_discarding && twin_document_get_modified (self->document));
}

gboolean
_twin_window_may_close (TwinWindow *self)
{
  if (self->is_saving)
    {
      /* It goes by itself as soon as the file is whole. */
      self->is_closing = TRUE;
      return FALSE;
    }
  if (!twin_window_has_unsaved (self))
    return TRUE;

  gtk_window_present (GTK_WINDOW (self));
  /* The desktop's own menu can close and quit while the question stands there. */
  if (self->question != NULL && gtk_widget_get_visible (GTK_WIDGET (self->question)))
    gtk_window_present (self->question);
  else
    ask_before_closing (self);
  return FALSE;
}
