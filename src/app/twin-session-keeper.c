/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-session-keeper.h"

#include "twin-session-file.h"
#include "twin-window.h"

/* A slider moves often; a power cut may cost this much work. */
#define DELAY_SECONDS 2

struct _TwinSessionKeeper
{
  GtkApplication *application; /* borrowed: it owns this */
  TwinSessionFile *file;
  GPtrArray *gone;   /* TwinSessionWindow: of windows that went, but come back at the next start */
  gpointer front;    /* the window in front when quitting began; only compared */
  guint timeout;
  gboolean has_begun;
  gboolean is_quitting;
};

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) twin_session_window_free);
}

static gboolean
has_window (TwinSessionKeeper *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (TWIN_IS_WINDOW (l->data))
      return TRUE;
  return FALSE;
}

void
twin_session_keeper_save (TwinSessionKeeper *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = new_list ();

  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!self->has_begun)
    return;

  /* GTK has the one that had the focus last at its head. */
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      TwinSessionWindow *window
          = TWIN_IS_WINDOW (l->data) ? twin_window_dup_session (l->data) : NULL;

      if (window != NULL)
        g_ptr_array_insert (open, 0, window);
    }
  g_ptr_array_extend (all, self->gone, NULL, NULL);
  g_ptr_array_extend (all, open, NULL, NULL);
  twin_session_file_write (self->file, twin_session_format (all));
}

static gboolean
on_timeout (gpointer data)
{
  TwinSessionKeeper *self = data;

  self->timeout = 0;
  twin_session_keeper_save (self);
  return G_SOURCE_REMOVE;
}

static void
save_soon (TwinSessionKeeper *self)
{
  if (self->has_begun && self->timeout == 0)
    self->timeout = g_timeout_add_seconds (DELAY_SECONDS, on_timeout, self);
}

static void
on_window_added (TwinSessionKeeper *self,
                 GtkWindow *window)
{
  if (!TWIN_IS_WINDOW (window))
    return;

  if (!self->is_quitting)
    g_ptr_array_set_size (self->gone, 0);
  g_signal_connect_swapped (window, "session-changed", G_CALLBACK (save_soon), self);
}

static void
on_window_removed (TwinSessionKeeper *self,
                   GtkWindow *window)
{
  TwinSessionWindow *gone;

  if (!TWIN_IS_WINDOW (window))
    return;

  g_signal_handlers_disconnect_by_data (window, self);
  gone = self->is_quitting || !has_window (self) ? twin_window_dup_session (TWIN_WINDOW (window))
                                                 : NULL;
  if (gone != NULL)
    g_ptr_array_insert (self->gone, window == self->front ? -1 : 0, gone);
  save_soon (self);
}

TwinSessionKeeper *
twin_session_keeper_new (GtkApplication *application,
                         const char *path)
{
  TwinSessionKeeper *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (TwinSessionKeeper, 1);
  self->application = application;
  self->file = twin_session_file_new (path);
  self->gone = new_list ();
  g_signal_connect_swapped (application, "window-added", G_CALLBACK (on_window_added), self);
  g_signal_connect_swapped (application, "window-removed", G_CALLBACK (on_window_removed), self);
  return self;
}

void
twin_session_keeper_free (TwinSessionKeeper *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    g_signal_handlers_disconnect_by_data (l->data, self);
  g_signal_handlers_disconnect_by_data (self->application, self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_ptr_array_unref (self->gone);
  twin_session_file_free (self->file);
  g_free (self);
}

GPtrArray *
twin_session_keeper_read (TwinSessionKeeper *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = twin_session_file_read (self->file);
  return text != NULL ? twin_session_parse (text) : new_list ();
}

void
twin_session_keeper_begin (TwinSessionKeeper *self)
{
  g_return_if_fail (self != NULL);

  self->has_begun = TRUE;
}

void
twin_session_keeper_set_quitting (TwinSessionKeeper *self,
                                  gboolean quitting)
{
  g_return_if_fail (self != NULL);

  self->is_quitting = quitting;
  self->front = quitting ? gtk_application_get_active_window (self->application) : NULL;
  if (!quitting)
    g_ptr_array_set_size (self->gone, 0);
  save_soon (self);
}
