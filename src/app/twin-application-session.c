/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-application-private.h"

/* The last session */

/* All have come that can. What stands in front is presented last: files that the program was started
 * for, else the window that was in front. */
static void
finish_restoring (TwinApplication *self)
{
  TwinWindow *window = self->front != NULL ? self->front : _twin_application_get_window (self);

  if (self->wishes->len == 0)
    gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < self->wishes->len; i++)
    twin_window_open (window, self->wishes->pdata[i]);
  g_ptr_array_set_size (self->wishes, 0);
  g_clear_weak_pointer (&self->front);
  for (guint i = 0; i < self->lost->len; i++)
    twin_window_show_toast (window, self->lost->pdata[i]);
  g_ptr_array_set_size (self->lost, 0);
  g_application_release (G_APPLICATION (self));
}

static void
note_lost (TwinApplication *self,
           const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  /* Translators: %s: the name of a file that was open when the program ended. */
  g_ptr_array_add (self->lost, g_strdup_printf (_("“%s” cannot be opened again"), name));
}

typedef struct
{
  TwinApplication *application;
  char *uri; /* or NULL */
  gboolean is_front;
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_object_unref (restoring->application);
  g_free (restoring->uri);
  g_free (restoring);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restoring, restoring_free)

static void
on_restored (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (Restoring) restoring = data;
  TwinApplication *self = restoring->application;
  TwinWindow *window = TWIN_WINDOW (source);

  if (twin_window_restore_finish (window, result, NULL))
    {
      gtk_window_present (GTK_WINDOW (window));
      if (restoring->is_front)
        g_set_weak_pointer (&self->front, window);
    }
  else
    {
      if (restoring->uri != NULL)
        note_lost (self, restoring->uri);
      gtk_window_destroy (GTK_WINDOW (window));
    }

  self->n_restoring--;
  if (self->n_restoring == 0)
    finish_restoring (self);
}

/* Another version may have had other examples. */
static gboolean
is_worth_it (const TwinSessionWindow *state)
{
  return state->uri != NULL || state->draft != NULL || twin_examples_find (state->example) != NULL;
}

gboolean
_twin_application_restore (TwinApplication *self,
                           gboolean drafts_only)
{
  g_autoptr (GPtrArray) states = NULL;

  if (self->has_begun)
    return FALSE;
  self->has_begun = TRUE;

  states = twin_session_keeper_read (self->keeper);
  for (guint i = 0; i < states->len; i++)
    {
      const TwinSessionWindow *state = states->pdata[i];
      Restoring *restoring;

      if (!is_worth_it (state) || (drafts_only && state->draft == NULL))
        continue;

      if (self->n_restoring++ == 0)
        g_application_hold (G_APPLICATION (self));
      restoring = g_new (Restoring, 1);
      restoring->application = g_object_ref (self);
      restoring->uri = g_strdup (state->uri);
      restoring->is_front = i == states->len - 1;
      twin_window_restore_async (
          twin_window_new (GTK_APPLICATION (self),
                           twin_project_new (twin_model_type_list ()[0]), NULL, self->pool,
                           self->settings),
          state, on_restored, restoring);
    }

  twin_session_keeper_begin (self->keeper);
  return self->n_restoring > 0;
}

/* Quitting */

/* Whoever has something to lose is asked first, one after the other; as soon as all have answered,
 * all windows go. */
static void
continue_quitting (TwinApplication *self)
{
  g_autoptr (GList) windows = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (!TWIN_IS_WINDOW (l->data))
        continue;
      if (twin_window_has_unsaved (l->data))
        {
          gtk_window_close (l->data);
          return;
        }
      windows = g_list_prepend (windows, l->data);
    }

  /* The program ends with the last one. Dialogs go with theirs. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
set_quitting (TwinApplication *self,
              gboolean quitting)
{
  if (self->is_quitting == quitting)
    return;

  self->is_quitting = quitting;
  twin_session_keeper_set_quitting (self->keeper, quitting);
}

void
_twin_application_stay (TwinApplication *self)
{
  set_quitting (self, FALSE);
}

void
_twin_application_quit (TwinApplication *self)
{
  set_quitting (self, TRUE);
  continue_quitting (self);
}

static gboolean
on_next (gpointer data)
{
  TwinApplication *self = data;

  if (self->is_quitting)
    continue_quitting (self);
  return G_SOURCE_REMOVE;
}

void
_twin_application_go_on_quitting (TwinApplication *self)
{
  if (self->is_quitting && _twin_application_get_front (self) != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, on_next, g_object_ref (self), g_object_unref);
}
