/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "portal.h"

#include "testing.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

static const char description[]
  = "<node><interface name='org.freedesktop.portal.FileChooser'>"
    "<method name='OpenFile'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<method name='SaveFile'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<property name='version' type='u' access='read'/></interface></node>";

typedef struct
{
  GDBusConnection *bus; /* of the portal, which has one of its own */
  guint name;
  gboolean has_name;
  guint object;
  GDBusMethodInvocation *request; /* that waits for its answer, or NULL */
} Portal;

static Portal portal;

static void
on_called (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  g_assert_null (portal.request); /* nobody opens two dialogs */
  portal.request = invocation;
}

static GVariant *
on_property (GDBusConnection *connection,
             const char *sender,
             const char *path,
             const char *interface,
             const char *property,
             GError **error,
             gpointer data)
{
  return g_variant_new_uint32 (3);
}

static void
on_name (GDBusConnection *connection,
         const char *name,
         gpointer data)
{
  portal.has_name = TRUE;
}

void
portal_init (void)
{
  g_setenv ("GDK_DEBUG", "portals", TRUE);
}

void
portal_start (void)
{
  static const GDBusInterfaceVTable vtable = { on_called, on_property, NULL, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (description, &error);

  g_assert_no_error (error);
  portal.bus = g_dbus_connection_new_for_address_sync (
    g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);
  portal.object = g_dbus_connection_register_object (portal.bus, PORTAL_PATH, node->interfaces[0],
                                                     &vtable, NULL, NULL, &error);
  g_assert_no_error (error);
  portal.name = g_bus_own_name_on_connection (portal.bus, PORTAL, G_BUS_NAME_OWNER_FLAGS_NONE,
                                              on_name, NULL, NULL, NULL);
  wait_until (portal.has_name);
}

void
portal_stop (void)
{
  g_assert_null (portal.request);
  g_bus_unown_name (portal.name);
  g_dbus_connection_unregister_object (portal.bus, portal.object);
  g_assert_true (g_dbus_connection_close_sync (portal.bus, NULL, NULL));
  g_object_unref (portal.bus);
  portal = (Portal) { NULL };
}

/* The request's own object, of which GTK gives the name, says what has become of it. */
static void
respond (GVariant *options,
         PortalResponse response,
         const char *path)
{
  g_autofree char *sender
    = g_strdup (g_dbus_method_invocation_get_sender (portal.request));
  g_autofree char *unique = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
  const char *const uris[] = { uri, NULL };
  g_autofree char *handle = NULL;
  const char *token = NULL;
  GVariantBuilder results;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  handle = g_strdup_printf (PORTAL_PATH "/request/%s/%s", unique, token);
  g_dbus_method_invocation_return_value (g_steal_pointer (&portal.request),
                                         g_variant_new ("(o)", handle));

  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "uris", g_variant_new_strv (uris, -1));
  g_dbus_connection_emit_signal (portal.bus, sender, handle, "org.freedesktop.portal.Request",
                                 "Response", g_variant_new ("(ua{sv})", response, &results), NULL);
}

/* What the window asks the bus while it sees what was chosen has come back by then. */
static void
let_everything_settle (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_dbus_connection_flush_sync (portal.bus, NULL, NULL);
  for (int i = 0; i < 3; i++)
    {
      g_dbus_connection_flush_sync (bus, NULL, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_variant_unref (g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/",
                                                    "org.freedesktop.DBus", "GetId", NULL, NULL, 0,
                                                    -1, NULL, NULL));
    }
}

char *
portal_answer (PortalResponse response,
               const char *path)
{
  g_autoptr (GVariant) options = NULL;
  char *name = NULL;

  wait_until (portal.request != NULL);
  options
    = g_variant_get_child_value (g_dbus_method_invocation_get_parameters (portal.request), 2);
  g_variant_lookup (options, "current_name", "s", &name);
  respond (options, response, path);
  let_everything_settle ();
  return name;
}
