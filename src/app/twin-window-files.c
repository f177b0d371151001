/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-project-file.h"
#include "twin-window-private.h"

const TwinFileKind _twin_window_file_kind = { N_("Inventory Twin projects"),
                                              "*" TWIN_PROJECT_SUFFIX };

char *
_twin_window_add_advice (const GError *error,
                         const char *advice)
{
  /* Translators: what failed, and what to do about it. The first begins with a file's name most of
   * the time: where people read from the right, it needs a mark in front (U+200F). */
  return g_strdup_printf (C_("error", "%s\n\n%s"), error->message, advice);
}

void
_twin_window_show_error (TwinWindow *self,
                         const char *heading,
                         const GError *error,
                         const char *advice)
{
  g_autofree char *body = advice != NULL ? _twin_window_add_advice (error, advice)
                                         : g_strdup (error->message);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
twin_window_show_toast (TwinWindow *self,
                        const char *message)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (TWIN_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  /* A toast's title is markup; messages hold file names. */
  escaped = g_markup_escape_text (message, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
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

void
_twin_window_forget_file (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  /* It need not be there. */
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

/* The last folder, here and in the settings */

static void
on_folder_changed (TwinWindow *self)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *uri = NULL;

  g_object_get (self->document, "folder", &folder, NULL);
  uri = folder != NULL ? g_file_get_uri (folder) : g_strdup ("");
  g_settings_set_string (self->settings, "last-folder", uri);
}

static void
on_last_folder_changed (TwinWindow *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "last-folder");
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  twin_document_set_folder (self->document, folder);
}

void
_twin_window_init_folder (TwinWindow *self)
{
  if (self->settings == NULL)
    return;

  on_last_folder_changed (self);
  g_signal_connect_object (self->settings, "changed::last-folder",
                           G_CALLBACK (on_last_folder_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::folder", G_CALLBACK (on_folder_changed), self,
                           G_CONNECT_SWAPPED);
}

void
_twin_window_remember_file (TwinWindow *self,
                            GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  remember_recent (file);
  twin_document_set_folder (self->document, folder);
}
