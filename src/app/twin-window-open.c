/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-window-private.h"

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
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY)
           || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    advice = _("Choose a project, a file whose name ends in .twin.");
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
      _twin_window_remember_file (opening->target, opening->file);
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
    _twin_window_forget_file (opening->file);
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
  g_autoptr (GFile) folder = _twin_window_dup_folder (self);

  twin_file_open_dialog (GTK_WINDOW (self), _("Open Project"), folder,
                         &_twin_window_file_kind, 1, on_open_chosen, self);
}
