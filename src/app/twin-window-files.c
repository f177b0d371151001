/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-compat.h"
#include "twin-problems.h"
#include "twin-project-file.h"
#include "twin-window-private.h"

static const TwinFileKind kinds[] = {
  { N_("Inventory Twin projects"), "*" TWIN_PROJECT_SUFFIX },
};

void
_twin_window_show_error (TwinWindow *self,
                         const char *heading,
                         const GError *error,
                         const char *advice)
{
  g_autofree char *body = advice != NULL ? g_strconcat (error->message, "\n\n", advice, NULL)
                                         : g_strdup (error->message);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remember_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) TWIN_PROJECT_MIME_TYPE,
    .app_name = (char *) "Inventory Twin",
    .app_exec = (char *) "inventory-twin %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
forget_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  /* It need not be there. */
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

/* The folder that file dialogs begin in: where the project is, else where the last one was. */
static GFile *
dup_folder (TwinWindow *self)
{
  GFile *file = twin_document_get_file (self->document);
  g_autofree char *uri = NULL;

  if (file != NULL)
    return g_file_get_parent (file);
  if (self->settings == NULL)
    return NULL;

  uri = g_settings_get_string (self->settings, "last-folder");
  return *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

static void
remember_folder (TwinWindow *self,
                 GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = NULL;

  if (self->settings == NULL || folder == NULL)
    return;

  uri = g_file_get_uri (folder);
  g_settings_set_string (self->settings, "last-folder", uri);
}

/* Opening */

/* Which window shows the file, and which one asked for it. The window that is to show it is
 * hidden until then, and goes again where the file cannot be read. */
typedef struct
{
  TwinWindow *target;
  TwinWindow *asked; /* == target where it takes the file itself */
  GFile *file;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->target);
  g_object_unref (opening->asked);
  g_object_unref (opening->file);
  g_free (opening);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
show_open_error (TwinWindow *self,
                 GFile *file,
                 const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *heading = g_strdup_printf (_("Could Not Open “%s”"), name);
  const char *advice = NULL;

  if (g_error_matches (error, TWIN_ERROR, TWIN_ERROR_NEWER))
    advice = _("Update Inventory Twin to open this project.");
  else if (error->domain == TWIN_ERROR)
    advice = _("The file is as it was. Correct it in a text editor, or open another one.");
  else
    advice = _("Check that it is still there and that you may read it.");

  _twin_window_show_error (self, heading, error, advice);
}

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  TwinWindow *self;

  opening->target->is_loading = FALSE;
  if (twin_document_load_finish (TWIN_DOCUMENT (source), result, &error))
    {
      remember_recent (opening->file);
      remember_folder (opening->target, opening->file);
      gtk_window_present (GTK_WINDOW (opening->target));
      return;
    }

  if (opening->target != opening->asked)
    gtk_window_destroy (GTK_WINDOW (opening->target));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = opening->asked;
  gtk_window_present (GTK_WINDOW (self));
  show_open_error (self, opening->file, error);
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    forget_recent (opening->file);
}

static TwinWindow *
find_window_of (TwinWindow *self,
                GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      GFile *its;

      if (!TWIN_IS_WINDOW (l->data))
        continue;

      its = twin_document_get_file (TWIN_WINDOW (l->data)->document);
      if (its != NULL && g_file_equal (its, file))
        return l->data;
    }

  return NULL;
}

gboolean
_twin_window_is_untouched (TwinWindow *self)
{
  gboolean can_undo;

  g_object_get (self->document, "can-undo", &can_undo, NULL);

  return !can_undo && !self->is_loading && !self->is_saving
         && twin_document_get_file (self->document) == NULL
         && !twin_document_get_modified (self->document);
}

TwinWindow *
_twin_window_new_sibling (TwinWindow *self,
                          TwinProject *project,
                          const char *name)
{
  return twin_window_new (gtk_window_get_application (GTK_WINDOW (self)), project, name, self->pool,
                          self->settings);
}

void
twin_window_open (TwinWindow *self,
                  GFile *file)
{
  TwinWindow *target;
  Opening *opening;

  g_return_if_fail (TWIN_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  target = find_window_of (self, file);
  if (target != NULL)
    {
      gtk_window_present (GTK_WINDOW (target));
      return;
    }

  if (_twin_window_is_untouched (self))
    target = self;
  else
    target = _twin_window_new_sibling (self, twin_project_new (twin_model_type_list ()[0]), NULL);

  opening = g_new (Opening, 1);
  opening->target = g_object_ref (target);
  opening->asked = g_object_ref (self);
  opening->file = g_object_ref (file);
  target->is_loading = TRUE;
  twin_document_load_async (target->document, file, target->cancellable, on_loaded, opening);
}

static void
on_open_chosen (GFile *file,
                gpointer data)
{
  if (file != NULL)
    twin_window_open (TWIN_WINDOW (data), file);
}

void
_twin_window_choose_file (TwinWindow *self)
{
  g_autoptr (GFile) folder = dup_folder (self);

  twin_file_open_dialog (GTK_WINDOW (self), _("Open Project"), folder, kinds, G_N_ELEMENTS (kinds),
                         on_open_chosen, self);
}

/* Saving */

static void
on_save_error_response (TwinWindow *self,
                        const char *response)
{
  if (g_strcmp0 (response, "save-as") == 0)
    _twin_window_save_as (self);
}

static void
show_save_error (TwinWindow *self,
                 const GError *error)
{
  g_autofree char *heading
      = g_strdup_printf (_("Could Not Save “%s”"), twin_document_get_title (self->document));
  g_autofree char *body = g_strdup_printf (
      "%s\n\n%s", error->message,
      _("Your work is still in the window. Make room or choose another place for it."));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Cancel"), "save-as",
                                    _("Save _As…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_save_error_response), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is wrong now, in words: the row's where it is a parameter's. */
static char *
describe_problem (TwinWindow *self,
                  const GError *problem)
{
  const TwinProject *project = twin_document_get_project (self->document);
  const TwinParameters *parameters = twin_project_get_parameters (project);
  const char *key = twin_error_get_key (problem);
  const TwinParameter *parameter
      = key != NULL ? twin_parameters_find (parameters, key, NULL) : NULL;
  g_autofree char *words = NULL;

  if (parameter == NULL)
    return g_strdup (problem->message);

  words = twin_problems_describe (twin_document_get_problems (self->document), parameters, key);
  /* Translators: the title of a parameter, and what is wrong with it. */
  return g_strdup_printf (_("%s: %s"), _(parameter->title), words);
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
  GPtrArray *problems = twin_document_get_problems (self->document);
  g_autofree char *words = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (problems->len == 0)
    return FALSE;

  words = describe_problem (self, g_ptr_array_index (problems, 0));
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
  self->is_closing = FALSE;
  if (self->document == NULL)
    return;

  _twin_window_update_actions (self);
  if (saved)
    {
      remember_recent (twin_document_get_file (self->document));
      remember_folder (self, twin_document_get_file (self->document));
      if (was_closing)
        gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      show_save_error (self, error);
    }
}

static void
save_to (TwinWindow *self,
         GFile *file)
{
  self->is_saving = TRUE;
  _twin_window_update_actions (self);

  /* Not with the window's cancellable: what was asked to be saved is saved. */
  twin_document_save_async (self->document, file, NULL, on_saved, g_object_ref (self));
}

static void
on_save_chosen (GFile *file,
                gpointer data)
{
  TwinWindow *self = data;

  if (file != NULL)
    save_to (self, file);
  else
    self->is_closing = FALSE;
}

static void
choose_target (TwinWindow *self)
{
  const char *title = twin_document_get_title (self->document);
  g_autoptr (GFile) folder = dup_folder (self);
  g_autofree char *name = g_str_has_suffix (title, TWIN_PROJECT_SUFFIX)
                              ? g_strdup (title)
                              : g_strconcat (title, TWIN_PROJECT_SUFFIX, NULL);

  twin_file_save_dialog (GTK_WINDOW (self), _("Save Project"), name, folder, kinds,
                         G_N_ELEMENTS (kinds), on_save_chosen, self);
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
    self->is_closing = FALSE;
  else if (file != NULL)
    save_to (self, file);
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
}

static void
ask_before_closing (TwinWindow *self)
{
  g_autofree char *body
      = g_strdup_printf (_("“%s” has changes that are not saved. They will be lost for good "
                           "unless they are saved."),
                         twin_document_get_title (self->document));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), body);

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
_twin_window_may_close (TwinWindow *self)
{
  if (self->is_saving)
    {
      /* It goes by itself as soon as the file is whole. */
      self->is_closing = TRUE;
      return FALSE;
    }
  if (self->is_discarding || !twin_document_get_modified (self->document))
    return TRUE;

  gtk_window_present (GTK_WINDOW (self));
  ask_before_closing (self);
  return FALSE;
}
