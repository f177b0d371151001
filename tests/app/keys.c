/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys.h"

static void
on_pressed (GPid pid,
         int status,
         gpointer data)
{
  g_assert_cmpint (status, ==, 0);
  g_spawn_close_pid (pid);
  *(gboolean *) data = TRUE;
}

void
press (const char *keys)
{
  g_autofree char *command = g_strconcat ("xdotool key --clearmodifiers ", keys, NULL);
  g_auto (GStrv) arguments = g_strsplit (command, " ", -1);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  GPid pid;

  g_spawn_async (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                 &pid, &error);
  g_assert_no_error (error);
  g_child_watch_add (pid, on_pressed, &done);
  wait_until (done);

  /* What the server has of it is now on its way to us. */
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

void
wait_until_active (gpointer window)
{
  wait_until (gtk_window_is_active (GTK_WINDOW (window)));
}
