/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-file-portal.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* As GTK decides it */
static gboolean
is_used (void)
{
  static const GDebugKey keys[] = { { "portals", 1 } };

  return g_parse_debug_string (g_getenv ("GDK_DEBUG"), keys, G_N_ELEMENTS (keys)) != 0
         || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

typedef struct
{
  TwinFilePortalFunc func;
  gpointer user_data;
} Look;

static void
look_end (Look *look,
          GError *absence)
{
  if (absence != NULL)
    g_dbus_error_strip_remote_error (absence);
  look->func (absence, look->user_data);
  g_free (look);
}

static void
on_answer (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) version
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  look_end (data, error);
}

static void
on_bus (GObject *source,
        GAsyncResult *result,
        gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    look_end (data, error);
  else
    g_dbus_connection_call (bus, "org.freedesktop.portal.Desktop",
                            "/org/freedesktop/portal/desktop", "org.freedesktop.DBus.Properties",
                            "Get",
                            g_variant_new ("(ss)", "org.freedesktop.portal.FileChooser", "version"),
                            G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_answer,
                            data);
}

void
twin_file_portal_look_for (TwinFilePortalFunc func,
                           gpointer user_data)
{
  Look *look;

  g_return_if_fail (func != NULL);

  if (!is_used ())
    {
      func (NULL, user_data);
      return;
    }

  look = g_new (Look, 1);
  look->func = func;
  look->user_data = user_data;
  g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus, look);
}

void
twin_file_portal_show_absence (GtkWindow *parent,
                               const GError *absence)
{
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (absence != NULL);

  /* Translators: %s is what the desktop says about it, in its own words. */
  body = g_strdup_printf (
      _("Files are chosen in a dialog of the desktop, and it has none for apps in a sandbox: %s\n\n"
        "Install xdg-desktop-portal with the part for your desktop, such as "
        "xdg-desktop-portal-gnome, and log in again. Your work is still in the window."),
      absence->message);
  dialog = adw_message_dialog_new (parent, _("No File Can Be Chosen"), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
