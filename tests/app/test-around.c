/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is around a project: menus, shortcuts, what is remembered, words about app and model. */

#include "dialogs.h"
#include "portal.h"

#include <glib/gstdio.h>

#include "twin-assumptions.h"
#include "twin-examples.h"

static GtkApplication *
get_application (void)
{
  return GTK_APPLICATION (g_application_get_default ());
}

static TwinWindow *
open_with (GSettings *settings)
{
  g_autoptr (TwinPool) pool = twin_pool_new (0);
  TwinWindow *window = twin_window_new (get_application (),
                                        twin_project_new (twin_model_type_list ()[0]), NULL, pool,
                                        settings);

  gtk_window_present (GTK_WINDOW (window));
  wait_for_results (window);
  return window;
}

/* The shown window of that type that is not @but, or NULL */
static GtkWidget *
find_window (GType type,
             gpointer but)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && window != but
          && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static void
close_by_user (TwinWindow *window)
{
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (alive == NULL);
}

static void
test_window_is_remembered (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.inventorytwin.InventoryTwin");
  TwinWindow *window = open_with (settings);
  AdwFlap *flap = ADW_FLAP (get_child (window, "flap"));
  int width, height;

  g_assert_true (adw_flap_get_reveal_flap (flap));
  resize (window, 930, 650);
  activate (window, "win.show-sidebar");
  g_assert_false (adw_flap_get_reveal_flap (flap));
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  close_by_user (window);

  window = open_with (settings);
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (get_child (window, "flap"))));
  wait_until (gtk_widget_get_width (GTK_WIDGET (window)) == 930);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), ==, 650);
  close_window (window);
  g_settings_reset (settings, "window-size");
  g_settings_reset (settings, "show-sidebar");
}

static void
test_folder_is_remembered (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.inventorytwin.InventoryTwin");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("twin-around-XXXXXX", &error);
  g_autofree char *csv = g_build_filename (folder, "table.csv", NULL);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GFile) begins = NULL;
  TwinWindow *first = open_with (settings);
  TwinWindow *second = open_with (settings);

  /* An export moves it, for all windows and for the next start. */
  g_assert_no_error (error);
  g_assert_null (twin_document_dup_folder (get_document (first)));
  activate (first, "win.export-csv");
  answer_save_dialog (csv);
  wait_until (g_file_test (csv, G_FILE_TEST_EXISTS));
  kept = g_settings_get_string (settings, "last-folder");
  g_assert_cmpstr (kept, ==, uri);
  begins = twin_document_dup_folder (get_document (second));
  g_assert_cmpstr (g_file_peek_path (begins), ==, folder);
  close_window (first);
  close_window (second);

  second = open_with (settings);
  g_clear_object (&begins);
  begins = twin_document_dup_folder (get_document (second));
  g_assert_cmpstr (g_file_peek_path (begins), ==, folder);
  close_window (second);
  g_settings_reset (settings, "last-folder");
  g_unlink (csv);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Of the item whose label that is: what it does, and with what; NULL: there is none.
 * (transfer full) */
static char *
find_item (GMenuModel *menu,
           const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *its = NULL;
      g_autofree char *action = NULL;
      g_autofree char *target = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &its);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &target);
      if (g_strcmp0 (its, label) == 0)
        return g_strjoin (" ", action, target, NULL);
    }
  return NULL;
}

static GMenuModel *
get_menu (TwinWindow *window,
          const char *name)
{
  return G_MENU_MODEL (
      gtk_widget_get_template_child (GTK_WIDGET (window), TWIN_TYPE_WINDOW, name));
}

static gboolean
has_item (TwinWindow *window,
          const char *label)
{
  g_autofree char *item = find_item (get_menu (window, "recent_menu"), label);

  return item != NULL;
}

static void
test_recent (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("twin-around-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "my_shop.twin", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TwinWindow *window = open_window ();

  g_assert_no_error (error);
  g_assert_true (has_item (window, "No Recent Projects"));
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  twin_window_open (window, file);
  wait_until (has_item (window, "my__shop.twin"));
  g_assert_false (has_item (window, "No Recent Projects"));
  close_window (window);

  /* One that is gone is told once, and not offered again. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  window = open_window ();
  wait_until (has_item (window, "my__shop.twin"));
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-uri", "s", uri));
  wait_until (find_message () != NULL);
  gtk_window_close (GTK_WINDOW (find_message ()));
  wait_until (find_message () == NULL);
  wait_until (!has_item (window, "my__shop.twin"));
  close_window (window);
}

static void
test_examples (void)
{
  guint n;
  const TwinExample *examples = twin_examples_list (&n);
  TwinWindow *window = open_window ();

  g_assert_cmpint (g_menu_model_get_n_items (get_menu (window, "examples_menu")), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *item = find_item (get_menu (window, "examples_menu"), examples[i].title);
      g_autofree char *expected = g_strconcat ("win.open-example ", examples[i].name, NULL);

      /* One after the other in the same window, where nothing was done yet */
      g_assert_cmpstr (item, ==, expected);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", "s",
                                                 examples[i].name));
      g_assert_cmpstr (twin_document_get_title (get_document (window)), ==,
                       examples[i].title);
      g_assert_false (is_modified (window));
      wait_for_results (window);
    }
  close_window (window);
}

static void
test_new (void)
{
  TwinWindow *first = open_example ();
  TwinWindow *second;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (first)), ==, "First Steps – Inventory Twin");
  set_number (find_row (first, "reorder_point"), 60);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (first)), ==,
                   "• First Steps – Inventory Twin");
  activate (first, "win.new");
  wait_until (find_window (TWIN_TYPE_WINDOW, first) != NULL);
  second = TWIN_WINDOW (find_window (TWIN_TYPE_WINDOW, first));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (second)), ==, "Untitled – Inventory Twin");
  g_assert_cmpfloat (get_number (first, "reorder_point"), ==, 60);
  g_assert_cmpfloat (get_number (second, "reorder_point"), ==, 40);
  close_window (second);
  close_window (first);
}

static void
collect_shortcuts (GtkWidget *widget,
                   GHashTable *known)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *action = NULL;
      g_autofree char *accelerators = NULL;

      g_object_get (widget, "action-name", &action, "accelerator", &accelerators, NULL);
      if (action != NULL)
        g_hash_table_add (known, g_steal_pointer (&action));
      if (accelerators != NULL)
        {
          g_auto (GStrv) each = g_strsplit (accelerators, " ", -1);

          for (char **accelerator = each; *accelerator != NULL; accelerator++)
            g_hash_table_add (known, g_strdup (*accelerator));
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_shortcuts (child, known);
}

/* Every key that does something has its line in the window of shortcuts. */
static void
test_shortcuts (void)
{
  TwinWindow *window = open_window ();
  GtkWidget *overlay
      = GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (get_application ());

  collect_shortcuts (overlay, known);
  g_assert_cmpuint (g_strv_length (actions), >, 15);
  for (char **action = actions; *action != NULL; action++)
    {
      g_auto (GStrv) accels
          = gtk_application_get_accels_for_action (get_application (), *action);

      /* The three tabs share a line. */
      if (!g_str_has_prefix (*action, "win.show-page") && !g_hash_table_contains (known, *action)
          && !g_hash_table_contains (known, accels[0]))
        g_error ("%s (%s) is not among the shortcuts", *action, accels[0]);
    }
  g_assert_true (g_hash_table_contains (known, "<Control>1...3"));

  /* It is not shown here: GTK 4.8 warns of the width of its own labels. */
  g_assert_true (g_strv_contains ((const char *const *) actions, "win.show-help-overlay"));
  close_window (window);
}

static void
test_about (void)
{
  TwinWindow *window = open_window ();
  GtkWidget *about = NULL;
  g_autofree char *name = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), "about", NULL);
  wait_until ((about = find_window (ADW_TYPE_ABOUT_WINDOW, NULL)) != NULL);
  g_object_get (about, "application-name", &name, NULL);
  g_assert_cmpstr (name, ==, "Inventory Twin");
  gtk_window_destroy (GTK_WINDOW (about));
  close_window (window);
}

/* Whether the focus is in the row, or in what belongs to it */
static gboolean
has_focus (TwinWindow *window,
           const char *key)
{
  TwinParameterRow *row = look_for_row (window, key);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return row != NULL && focus != NULL
         && (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));
}

static void
test_assumptions (gconstpointer model)
{
  TwinWindow *window = open_window ();
  const TwinModelType *type;

  choose_model (window, model);
  wait_for_results (window);
  type = get_project (window)->type;
  for (guint i = 0; i < type->n_assumptions; i++)
    {
      GtkWidget *words = NULL;

      activate (window, "win.show-assumptions");
      wait_until ((words = find_window (TWIN_TYPE_ASSUMPTIONS, NULL)) != NULL);
      wait_until (find_label (words, type->assumptions[i].text) != NULL);
      if (type->assumptions[i].key != NULL)
        {
          GtkWidget *row = gtk_widget_get_ancestor (
              find_label (words, type->assumptions[i].text), ADW_TYPE_ACTION_ROW);

          adw_action_row_activate (ADW_ACTION_ROW (row));
          g_test_message ("%s", type->assumptions[i].key);
          wait_until (has_focus (window, type->assumptions[i].key));
        }
      else
        {
          gtk_window_close (GTK_WINDOW (words));
        }
      wait_until (find_window (TWIN_TYPE_ASSUMPTIONS, NULL) == NULL);
    }
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  portal_init ();
  testing_init (&argc, &argv);
  portal_start ();
  g_test_add_func ("/around/window-is-remembered", test_window_is_remembered);
  g_test_add_func ("/around/folder-is-remembered", test_folder_is_remembered);
  g_test_add_func ("/around/recent", test_recent);
  g_test_add_func ("/around/examples", test_examples);
  g_test_add_func ("/around/new", test_new);
  g_test_add_func ("/around/shortcuts", test_shortcuts);
  g_test_add_func ("/around/about", test_about);
  g_test_add_data_func ("/around/assumptions/warehouse", "warehouse", test_assumptions);
  g_test_add_data_func ("/around/assumptions/network", "network", test_assumptions);
  return testing_run ();
}
