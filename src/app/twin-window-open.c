/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-same-file.h"
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

  g_clear_object (&opening->target->loading);
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

/* What @window shows or is about to show; NULL: nothing of a file. */
static GFile *
get_wanted_file (GtkWindow *window)
{
  TwinWindow *self = TWIN_IS_WINDOW (window) ? TWIN_WINDOW (window) : NULL;

  if (self == NULL || self->document == NULL)
    return NULL;
  return self->loading != NULL ? self->loading : twin_document_get_file (self->document);
}

static GPtrArray *
list_files (GtkApplication *application)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (get_wanted_file (l->data) != NULL)
      g_ptr_array_add (files, g_object_ref (get_wanted_file (l->data)));

  return files;
}

static GtkWindow *
find_window_of (GtkApplication *application,
                GFile *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      GFile *its = get_wanted_file (l->data);

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

  return !can_undo && self->loading == NULL && !self->is_saving
         && twin_document_get_file (self->document) == NULL
         && !twin_document_get_modified (self->document);
}

TwinWindow *
_twin_window_new_sibling (TwinWindow *self,
                          TwinProject *project,
                          const TwinExample *example)
{
  return twin_window_new (gtk_window_get_application (GTK_WINDOW (self)), project, example,
                          self->pool, self->settings);
}

void
_twin_window_show_example (TwinWindow *self,
                           TwinProject *project,
                           const TwinExample *example)
{
  self->example = example;
  twin_document_start (self->document, project);
  twin_document_set_name (self->document, _(example->title));
}

/* No window has the file yet. */
static void
load (TwinWindow *self,
      GFile *file)
{
  TwinWindow *target = self;
  Opening *opening;

  if (!_twin_window_is_untouched (self))
    target = _twin_window_new_sibling (self, twin_project_new (twin_model_type_list ()[0]), NULL);

  opening = g_new (Opening, 1);
  opening->target = g_object_ref (target);
  opening->asked = g_object_ref (self);
  opening->file = g_object_ref (file);
  g_set_object (&target->loading, file);
  twin_document_load_async (target->document, file, target->cancellable, on_loaded, opening);
}

typedef struct
{
  TwinWindow *asked;
  GFile *file;
  GPtrArray *files; /* of the windows there were when the search began */
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->asked);
  g_object_unref (wish->file);
  g_ptr_array_unref (wish->files);
  g_free (wish);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static gboolean
have_same_files (GPtrArray *a,
                 GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_ptr_array_find (b, a->pdata[i], NULL))
      return FALSE;
  return TRUE;
}

static void
on_same_file_found (GObject *source,
                    GAsyncResult *result,
                    gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GFile) same = twin_same_file_find_finish (result);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (wish->asked));
  g_autoptr (GPtrArray) files = NULL;
  GtkWindow *window;

  /* It was closed meanwhile, and nobody waits any more. */
  if (application == NULL || wish->asked->document == NULL)
    return;

  window = same != NULL ? find_window_of (application, same) : NULL;
  files = list_files (application);
  if (window != NULL)
    {
      gtk_window_present (window);
      /* It was made for this file alone. */
      if (!gtk_widget_get_visible (GTK_WIDGET (wish->asked)) && window != GTK_WINDOW (wish->asked))
        gtk_window_destroy (GTK_WINDOW (wish->asked));
    }
  else if (have_same_files (files, wish->files))
    load (wish->asked, wish->file);
  else
    twin_window_open (wish->asked, wish->file);
}

void
twin_window_open (TwinWindow *self,
                  GFile *file)
{
  GtkApplication *application;
  Wish *wish;

  g_return_if_fail (TWIN_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  application = gtk_window_get_application (GTK_WINDOW (self));
  g_return_if_fail (application != NULL);

  wish = g_new (Wish, 1);
  wish->asked = g_object_ref (self);
  wish->file = g_object_ref (file);
  wish->files = list_files (application);
  twin_same_file_find_async (file, wish->files, on_same_file_found, wish);
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
  g_autoptr (GFile) folder = twin_document_dup_folder (self->document);

  twin_file_open_dialog (GTK_WINDOW (self), _("Open Project"), folder,
                         &_twin_window_file_kind, 1, on_open_chosen, self);
}
