/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In a sandbox the file dialog is the desktop's. What if it is closed, gives nothing, or is not there
 * at all? Here its part is played by a connection to the bus of the test's own. */

#include "dialogs.h"
#include "screenshot.h"

#include <glib/gstdio.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

static const char description[]
  = "<node><interface name='org.freedesktop.portal.FileChooser'>"
    "<method name='OpenFile'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<method name='SaveFile'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<property name='version' type='u' access='read'/></interface></node>";

typedef enum
{
  CHOSEN,
  CLOSED,
  FAILED,
} Response;

typedef struct
{
  TwinWindow *window;
  char *folder;
  GDBusConnection *bus; /* of the portal, which has one of its own */
  guint name;
  gboolean has_name;
  guint object;
  Response response;
  char *uri; /* that is chosen */
  guint n_asked;
} Fixture;

/* The request's own object, of which GTK gives the name, says what has become of it. */
static void
respond (Fixture *fixture,
         const char *sender,
         GVariant *parameters,
         GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 2);
  g_autofree char *unique = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *handle = NULL;
  const char *token = NULL;
  GVariantBuilder results;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  handle = g_strdup_printf (PORTAL_PATH "/request/%s/%s", unique, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));

  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "uris",
                         g_variant_new_strv ((const char *const *) &fixture->uri,
                                             fixture->response == CHOSEN ? 1 : 0));
  g_dbus_connection_emit_signal (fixture->bus, sender, handle, "org.freedesktop.portal.Request",
                                 "Response",
                                 g_variant_new ("(ua{sv})", fixture->response, &results), NULL);
}

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
  Fixture *fixture = data;

  fixture->n_asked++;
  respond (fixture, sender, parameters, invocation);
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
  ((Fixture *) data)->has_name = TRUE;
}

static void
start_portal (Fixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { on_called, on_property, NULL, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (description, &error);
  const char *address = g_getenv ("DBUS_SESSION_BUS_ADDRESS");

  g_assert_no_error (error);
  fixture->bus = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->object = g_dbus_connection_register_object (fixture->bus, PORTAL_PATH,
                                                       node->interfaces[0], &vtable, fixture, NULL,
                                                       &error);
  g_assert_no_error (error);
  fixture->name = g_bus_own_name_on_connection (fixture->bus, PORTAL, G_BUS_NAME_OWNER_FLAGS_NONE,
                                                on_name, NULL, fixture, NULL);
  wait_until (fixture->has_name);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("twin-portal-XXXXXX", NULL);
  fixture->window = open_window ();
  set_replications (fixture->window, 50);
  wait_for_results (fixture->window);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  close_window (fixture->window);
  if (fixture->bus != NULL)
    {
      g_bus_unown_name (fixture->name);
      g_dbus_connection_unregister_object (fixture->bus, fixture->object);
      g_assert_true (g_dbus_connection_close_sync (fixture->bus, NULL, NULL));
      g_object_unref (fixture->bus);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->uri);
}

/* What the window asks the bus while it sees that nothing was chosen has come back by then. */
static void
let_everything_settle (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

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

static void
test_chosen (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);

  start_portal (fixture);
  fixture->response = CHOSEN;
  fixture->uri = g_filename_to_uri (path, NULL, NULL);
  activate (fixture->window, "win.export-csv");
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  wait_until (find_label (fixture->window, "table.csv") != NULL); /* the toast */
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  g_assert_null (find_message ());
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Closed by somebody, or by the desktop, which is not told apart: nothing happens. */
static void
test_nothing_chosen (Fixture *fixture,
                     gconstpointer data)
{
  static const char *const actions[] = { "win.export-csv", "win.save-as", "win.open" };

  start_portal (fixture);
  set_number (find_row (fixture->window, "reorder_point"), 63);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    for (fixture->response = CLOSED; fixture->response <= FAILED; fixture->response++)
      {
        guint n_asked = fixture->n_asked;

        activate (fixture->window, actions[i]);
        wait_until (fixture->n_asked > n_asked);
        let_everything_settle ();
        g_assert_null (find_message ());
        g_assert_true (is_modified (fixture->window));
        g_assert_cmpfloat (get_number (fixture->window, "reorder_point"), ==, 63);
      }
}

/* The file that was given may not be written after all. */
static void
test_refused_afterwards (Fixture *fixture,
                         gconstpointer data)
{
  start_portal (fixture);
  set_number (find_row (fixture->window, "reorder_point"), 63);
  fixture->response = CHOSEN;
  fixture->uri = g_filename_to_uri ("/proc/1/shop.twin", NULL, NULL);
  activate (fixture->window, "win.save-as");
  wait_until (find_message () != NULL);
  g_assert_nonnull (find_label (find_message (), "Your work is still in the window"));
  answer_message ("_Cancel");
  g_assert_true (is_modified (fixture->window));
}

static void
test_no_portal (Fixture *fixture,
                gconstpointer data)
{
  static const char *const actions[] = { "win.export-csv", "win.save-as", "win.open" };

  set_number (find_row (fixture->window, "reorder_point"), 63);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      activate (fixture->window, actions[i]);
      wait_until (find_message () != NULL);
      g_assert_nonnull (find_label (find_message (), "No File Can Be Chosen"));
      g_assert_nonnull (find_label (find_message (), "xdg-desktop-portal"));
      if (i == 0)
        {
          gtk_test_widget_wait_for_draw (GTK_WIDGET (find_message ()));
          save_screenshot (find_message (), "bad-portal");
        }
      answer_message ("_Close");
      g_assert_true (is_modified (fixture->window));
    }
}

int
main (int argc,
      char **argv)
{
  g_setenv ("GDK_DEBUG", "portals", TRUE);
  testing_init (&argc, &argv);
  /* GTK says on standard error, too, that there is no portal. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/portal/chosen", test_chosen);
  ADD ("/portal/nothing-chosen", test_nothing_chosen);
  ADD ("/portal/refused-afterwards", test_refused_afterwards);
  ADD ("/portal/absent", test_no_portal);
#undef ADD
  return testing_run ();
}
