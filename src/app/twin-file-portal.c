/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-file-portal.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* As GTK decides it */
static gboolean
is_used (void)
{
  return g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "1") == 0
         || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static void
show_absence (GtkWindow *parent,
              const GError *error)
{
  /* Translators: %s is what the desktop says about it, in its own words. */
  g_autofree char *body = g_strdup_printf (
      _("Files are chosen in a dialog of the desktop, and it has none for apps in a sandbox: %s\n\n"
        "Install xdg-desktop-portal with the part for your desktop, such as "
        "xdg-desktop-portal-gnome, and log in again. Your work is still in the window."),
      error->message);
  GtkWidget *dialog = adw_message_dialog_new (parent, _("No File Can Be Chosen"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_answer (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) version
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (version != NULL || !gtk_widget_get_visible (GTK_WIDGET (parent)))
    return;

  g_dbus_error_strip_remote_error (error);
  show_absence (parent, error);
}

static void
on_bus (GObject *source,
        GAsyncResult *result,
        gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    show_absence (parent, error);
  else
    g_dbus_connection_call (bus, "org.freedesktop.portal.Desktop",
                            "/org/freedesktop/portal/desktop", "org.freedesktop.DBus.Properties",
                            "Get",
                            g_variant_new ("(ss)", "org.freedesktop.portal.FileChooser", "version"),
                            G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_answer,
                            g_steal_pointer (&parent));
}

void
twin_file_portal_tell_absence (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  if (is_used ())
    g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus, g_object_ref (parent));
}
