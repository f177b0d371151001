/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Projects and tables go through the desktop's file dialog, and nothing is lost unasked. */

#include "dialogs.h"
#include "portal.h"

#include <glib/gstdio.h>

#include "twin-csv-reader.h"

typedef struct
{
  char *folder;
  TwinWindow *window;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("twin-files-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->window = open_window ();
  wait_for_results (fixture->window);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  if (fixture->window != NULL)
    close_window (fixture->window);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static GtkEventController *
find_controller (TwinWindow *window,
                 GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_error ("the window has no %s", g_type_name (type));
}

static void
test_save_and_open (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "shop.twin", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TwinWindow *window = fixture->window;

  set_number (find_row (window, "reorder_point"), 63);
  g_assert_true (is_modified (window));
  activate (window, "win.save");
  answer_save_dialog (path);
  wait_until (!is_modified (window));
  g_assert_cmpstr (twin_document_get_title (get_document (window)), ==, "shop.twin");

  /* A window where nothing was done takes the file that is opened in it. */
  close_window (window);
  fixture->window = window = open_window ();
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 40);
  twin_window_open (window, file);
  wait_until (get_number (window, "reorder_point") == 63);
  g_assert_false (is_modified (window));
  wait_for_results (window);
}

static void
test_save_again (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "again.twin", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  activate (fixture->window, "win.save-as");
  answer_save_dialog (path);
  wait_until (twin_document_get_file (get_document (fixture->window)) != NULL);
  g_assert_true (g_file_get_contents (path, &first, NULL, NULL));

  /* The second time nobody is asked for a name. */
  set_number (find_row (fixture->window, "order_up_to"), 222);
  activate (fixture->window, "win.save");
  wait_until (!is_modified (fixture->window));
  g_assert_true (g_file_get_contents (path, &second, NULL, NULL));
  g_assert_cmpstr (first, !=, second);
  g_assert_nonnull (strstr (second, "222"));
}

static void
test_export (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *tab;
    const char *column;
    gsize rows;
  } exports[] = { { "run", "fill_rate", 100 },
                  { "scenario", "difference", 36 },
                  { "optimize", "feasible", 0 } };

  set_replications (fixture->window, 100);
  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TwinCsvTable) table = NULL;
      g_autofree char *path = g_strdup_printf ("%s/%s.csv", fixture->folder, exports[i].tab);

      show_results (fixture->window, exports[i].tab);
      activate (fixture->window, "win.export-csv");
      answer_save_dialog (path);
      wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
      table = twin_csv_table_load (path, &error);
      g_assert_no_error (error);
      g_assert_cmpint (twin_csv_table_find_column (table, exports[i].column), >=, 0);
      if (exports[i].rows > 0)
        g_assert_cmpuint (twin_csv_table_get_n_rows (table), ==, exports[i].rows);
    }
}

/* Two projects in a folder do not overwrite each other's tables. */
static void
test_export_name (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "shop.twin", NULL);
  g_autofree char *unsaved = NULL;
  g_autofree char *saved = NULL;

  set_replications (fixture->window, 10);
  show_results (fixture->window, "run");
  activate (fixture->window, "win.export-csv");
  unsaved = cancel_save_dialog ();
  g_assert_cmpstr (unsaved, ==, "replications.csv");

  activate (fixture->window, "win.save-as");
  answer_save_dialog (path);
  wait_until (twin_document_get_file (get_document (fixture->window)) != NULL);
  activate (fixture->window, "win.export-csv");
  saved = cancel_save_dialog ();
  g_assert_cmpstr (saved, ==, "shop-replications.csv");
}

/* What a file manager's drag and drop ends in */
static void
drop (TwinWindow *window,
      const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkEventController *target = find_controller (window, GTK_TYPE_DROP_TARGET);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean accepted = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &accepted);
  g_assert_true (accepted);
}

static void
test_drop (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "dropped.twin", NULL);

  g_assert_true (g_file_set_contents (path, "{\"warehouse\": {\"reorder_point\": 71}}", -1, NULL));
  drop (fixture->window, path);
  wait_until (get_number (fixture->window, "reorder_point") == 71);
  wait_for_results (fixture->window);
}

static void
test_broken_project (Fixture *fixture,
                     gconstpointer data)
{
  static const char *const broken[] = {
    "{\"format\": \"inventory-twin\", \"warehouse\": {\"reorder_point\": 4",
    "{\"format\": \"inventory-twin\", \"warehouse\": {\"reorder_point\": 500}}",
    "{\"format\": \"inventory-twin\", \"warehouse\": {\"colour\": 1}}",
    "",
  };
  g_autofree char *path = g_build_filename (fixture->folder, "broken.twin", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_assert_true (g_file_set_contents (path, broken[i], -1, NULL));
      twin_window_open (fixture->window, file);
      wait_until (find_message () != NULL);
      g_assert_nonnull (find_label (find_message (), "broken.twin"));
      gtk_window_close (GTK_WINDOW (find_message ()));
      wait_until (find_message () == NULL);
      g_assert_cmpfloat (get_number (fixture->window, "reorder_point"), ==, 40);
      g_assert_false (is_modified (fixture->window));
    }
}

static void
test_ask_before_close (Fixture *fixture,
                       gconstpointer data)
{
  gpointer alive = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &alive);
  set_number (find_row (fixture->window, "reorder_point"), 63);

  gtk_window_close (GTK_WINDOW (fixture->window));
  answer_message ("_Cancel");
  g_assert_nonnull (alive);
  g_assert_true (is_modified (fixture->window));

  gtk_window_close (GTK_WINDOW (fixture->window));
  answer_message ("_Discard");
  wait_until (alive == NULL);
  fixture->window = NULL;
}

/* However often it is told to go: by the window manager, and by the desktop's menu of the app */
static void
test_ask_once (Fixture *fixture,
               gconstpointer data)
{
  set_number (find_row (fixture->window, "reorder_point"), 63);

  gtk_window_close (GTK_WINDOW (fixture->window));
  gtk_window_close (GTK_WINDOW (fixture->window));
  activate (fixture->window, "app.quit");
  answer_message ("_Cancel");
  g_assert_true (is_modified (fixture->window));

  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_nonnull (find_message ());
  answer_message ("_Cancel");
}

static TwinWindow *
find_window_of (const char *name)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (TWIN_IS_WINDOW (l->data) && gtk_widget_get_mapped (l->data)
        && g_str_equal (twin_document_get_title (twin_window_get_document (l->data)), name))
      return l->data;
  return NULL;
}

/* A file comes while a window asks whether to quit: it is seen, and only that window goes. */
static void
test_open_calls_quitting_off (Fixture *fixture,
                              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "late.twin", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GApplication *application = g_application_get_default ();
  TwinWindow *late;
  gpointer alive = fixture->window;

  g_assert_true (g_file_set_contents (path, "{\"warehouse\": {\"reorder_point\": 71}}", -1, NULL));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), &alive);
  set_number (find_row (fixture->window, "reorder_point"), 63);

  activate (fixture->window, "app.quit");
  wait_until (find_message () != NULL);
  g_application_open (application, &file, 1, "");
  wait_until ((late = find_window_of ("late.twin")) != NULL);
  answer_message ("_Discard");
  wait_until (alive == NULL);
  fixture->window = NULL;
  /* What would close it comes when nothing else is to be done. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (find_window_of ("late.twin") == late);
  close_window (late);
}

static void
test_close_unchanged (Fixture *fixture,
                      gconstpointer data)
{
  gpointer alive = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &alive);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (alive == NULL);
  fixture->window = NULL;
}

int
main (int argc,
      char **argv)
{
  portal_init ();
  testing_init (&argc, &argv);
  portal_start ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/files/save-and-open", test_save_and_open);
  ADD ("/files/save-again", test_save_again);
  ADD ("/files/export", test_export);
  ADD ("/files/export-name", test_export_name);
  ADD ("/files/drop", test_drop);
  ADD ("/files/broken-project", test_broken_project);
  ADD ("/files/ask-before-close", test_ask_before_close);
  ADD ("/files/ask-once", test_ask_once);
  ADD ("/files/open-calls-quitting-off", test_open_calls_quitting_off);
  ADD ("/files/close-unchanged", test_close_unchanged);
#undef ADD
  return testing_run ();
}
