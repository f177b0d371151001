/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Windows come back as they were left: file, changes, tab, metric, size;
 * and say what is missing. */

#include "testing.h"

#include <glib/gstdio.h>

#include "twin-project-file.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("twin-restore-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "shop.twin", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "{\"warehouse\": {\"reorder_point\": 71}}", -1,
                                      NULL));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
on_restored (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* NULL: there was nothing to be shown. */
static TwinWindow *
restore (const TwinSessionWindow *state)
{
  g_autoptr (TwinPool) pool = twin_pool_new (0);
  g_autoptr (GAsyncResult) result = NULL;
  TwinWindow *window
      = twin_window_new (GTK_APPLICATION (g_application_get_default ()),
                         twin_project_new (twin_model_type_list ()[0]), NULL, pool, NULL);

  twin_window_restore_async (window, state, on_restored, &result);
  wait_until (result != NULL);
  if (!twin_window_restore_finish (window, result, NULL))
    {
      g_clear_object (&result);
      close_window (window);
      return NULL;
    }

  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  return window;
}

static char *
make_draft (double reorder_point)
{
  TwinProject *project = twin_project_new (twin_model_type_list ()[0]);
  char *text;

  twin_parameters_set_number (twin_project_get_parameters (project), "reorder_point", reorder_point,
                              NULL);
  text = twin_project_to_json (project);
  twin_project_free (project);
  return text;
}

static void
test_view (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TwinSessionWindow) state = twin_session_window_new ();
  g_autoptr (TwinSessionWindow) again = NULL;
  TwinWindow *window;

  state->uri = g_filename_to_uri (fixture->path, NULL, NULL);
  state->tab = g_strdup ("scenario");
  state->metric = g_strdup ("unmet");
  state->width = 900;
  state->height = 640;
  state->show_sidebar = FALSE;
  window = restore (state);
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 71);
  g_assert_false (is_modified (window));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (
                       ADW_VIEW_STACK (get_child (window, "stack"))),
                   ==, "scenario");
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (get_child (window, "flap"))));
  wait_for_results (window);

  /* What would be kept now is what came. */
  again = twin_window_dup_session (window);
  g_assert_cmpstr (again->uri, ==, state->uri);
  g_assert_cmpstr (again->tab, ==, "scenario");
  g_assert_cmpint (again->width, ==, 900);
  g_assert_cmpint (again->height, ==, 640);
  g_assert_false (again->show_sidebar);
  g_assert_null (again->draft);
  show_results (window, "run");
  g_clear_pointer (&again, twin_session_window_free);
  again = twin_window_dup_session (window);
  g_assert_cmpstr (again->metric, ==, "unmet");
  close_window (window);
}

/* A metric that the first model lacks waits for the model that has it. */
static void
test_metric_of_a_network (Fixture *fixture,
                          gconstpointer data)
{
  g_autoptr (TwinSessionWindow) state = twin_session_window_new ();
  g_autoptr (TwinSessionWindow) again = NULL;
  TwinWindow *window;

  g_assert_true (g_file_set_contents (fixture->path, "{\"model\": \"network\"}", -1, NULL));
  state->uri = g_filename_to_uri (fixture->path, NULL, NULL);
  state->metric = g_strdup ("store_2.sales");
  window = restore (state);
  wait_for_results (window);
  again = twin_window_dup_session (window);
  g_assert_cmpstr (again->metric, ==, "store_2.sales");

  /* Somebody's own choice is no longer that of the last session. */
  choose_model (window, "warehouse");
  wait_for_results (window);
  g_clear_pointer (&again, twin_session_window_free);
  again = twin_window_dup_session (window);
  g_assert_cmpstr (again->metric, !=, "store_2.sales");
  close_window (window);
}

static void
test_draft (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TwinSessionWindow) state = twin_session_window_new ();
  g_autoptr (TwinSessionWindow) again = NULL;
  TwinWindow *window;

  state->uri = g_filename_to_uri (fixture->path, NULL, NULL);
  state->draft = make_draft (72);
  window = restore (state);
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 72);
  g_assert_true (is_modified (window));
  again = twin_window_dup_session (window);
  g_assert_cmpstr (again->draft, ==, state->draft);

  /* Values that contradict each other cannot be kept; those before them are. */
  type_number (find_row (window, "reorder_point"), 900000);
  g_clear_pointer (&again, twin_session_window_free);
  again = twin_window_dup_session (window);
  g_assert_cmpstr (again->draft, ==, state->draft);
  twin_document_undo (get_document (window));

  twin_document_undo (get_document (window));
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 71);
  g_assert_false (is_modified (window));
  g_clear_pointer (&again, twin_session_window_free);
  again = twin_window_dup_session (window);
  g_assert_null (again->draft);
  close_window (window);
}

static void
test_broken_draft (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TwinSessionWindow) state = twin_session_window_new ();
  TwinWindow *window;

  state->uri = g_filename_to_uri (fixture->path, NULL, NULL);
  state->draft = g_strdup ("{\"warehouse\": {\"colour\": 1}}");
  window = restore (state);
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 71);
  g_assert_false (is_modified (window));
  wait_until (find_label (window, "could not be read again") != NULL);
  close_window (window);
}

static void
test_vanished (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TwinSessionWindow) state = twin_session_window_new ();
  TwinWindow *window;

  state->uri = g_filename_to_uri (fixture->path, NULL, NULL);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_null (restore (state));

  /* With changes there is something left to be shown, and to be saved anew. */
  state->draft = make_draft (72);
  window = restore (state);
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 72);
  g_assert_true (is_modified (window));
  g_assert_null (twin_document_get_file (get_document (window)));
  g_assert_cmpstr (twin_document_get_title (get_document (window)), ==, "shop.twin");
  wait_until (find_label (window, "“shop.twin” cannot be read any more") != NULL);
  close_window (window);
}

/* The app itself: what is missing is said in a window that came. */
static void
test_app (Fixture *fixture,
          gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "inventory-twin", NULL);
  g_autofree char *session = g_build_filename (folder, "session", NULL);
  g_autofree char *uri = g_filename_to_uri (fixture->path, NULL, NULL);
  g_autofree char *text
      = g_strdup_printf ("[{'uri': <'%s'>}, {'uri': <'file:///nowhere/gone.twin'>}]", uri);
  GtkWindow *window = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (session, text, -1, NULL));
  g_application_activate (G_APPLICATION (application));
  wait_until ((window = gtk_application_get_active_window (application)) != NULL
              && find_label (window, "“gone.twin” cannot be opened again") != NULL);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
  g_assert_cmpfloat (get_number (TWIN_WINDOW (window), "reorder_point"), ==, 71);
  close_window (TWIN_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/restore/view", test_view);
  ADD ("/restore/metric-of-a-network", test_metric_of_a_network);
  ADD ("/restore/draft", test_draft);
  ADD ("/restore/broken-draft", test_broken_draft);
  ADD ("/restore/vanished", test_vanished);
  ADD ("/restore/app", test_app);
#undef ADD
  return testing_run ();
}
