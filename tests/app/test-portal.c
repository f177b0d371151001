/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In a sandbox the file dialog is the desktop's. What if it is closed, gives nothing, or is not
 * there at all? */

#include "dialogs.h"
#include "portal.h"
#include "screenshot.h"

#include <glib/gstdio.h>

typedef struct
{
  TwinWindow *window;
  char *folder;
} Fixture;

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
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
test_chosen (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);

  portal_start ();
  activate (fixture->window, "win.export-csv");
  answer_save_dialog (path);
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  wait_until (find_label (fixture->window, "table.csv") != NULL); /* the toast */
  g_assert_null (find_message ());
  g_assert_cmpint (g_unlink (path), ==, 0);
  portal_stop ();
}

/* Closed by somebody, or by the desktop, which is not told apart: nothing happens. */
static void
test_nothing_chosen (Fixture *fixture,
                     gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *name; /* that is suggested */
  } dialogs[] = { { "win.export-csv", "replications.csv" },
                  { "win.save-as", "Untitled.twin" },
                  { "win.open", NULL } };

  portal_start ();
  set_number (find_row (fixture->window, "reorder_point"), 63);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    for (PortalResponse response = PORTAL_CLOSED; response <= PORTAL_FAILED; response++)
      {
        g_autofree char *name = NULL;

        activate (fixture->window, dialogs[i].action);
        name = portal_answer (response, NULL);
        g_assert_cmpstr (name, ==, dialogs[i].name);
        g_assert_null (find_message ());
        g_assert_true (is_modified (fixture->window));
        g_assert_cmpfloat (get_number (fixture->window, "reorder_point"), ==, 63);
      }
  portal_stop ();
}

/* The file that was given may not be written after all. */
static void
test_refused_afterwards (Fixture *fixture,
                         gconstpointer data)
{
  portal_start ();
  set_number (find_row (fixture->window, "reorder_point"), 63);
  activate (fixture->window, "win.save-as");
  answer_save_dialog ("/proc/1/shop.twin");
  wait_until (find_message () != NULL);
  g_assert_nonnull (find_label (find_message (), "Your work is still in the window"));
  answer_message ("_Cancel");
  g_assert_true (is_modified (fixture->window));
  portal_stop ();
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
  portal_init ();
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
