/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What opens before the window, by keyboard alone: Tab comes by all of it, Escape closes it, and
 * the keyboard goes on where it was. And what is done with scenarios and files in them. */

#include <glib/gstdio.h>

#include "dialogs.h"
#include "walk.h"

#include "twin-change-row.h"
#include "twin-scenario-row.h"
#include "twin-title-chooser.h"

static void
test_dialog (gconstpointer name)
{
  TwinWindow *window = open_example ();
  GtkWindow *dialog;
  GtkWidget *focus;

  set_replications (window, 100);
  wait_for_results (window);
  wait_until_active (window);
  /* A parameter that shows in every tab */
  gtk_widget_grab_focus (find_type (find_row (window, "lead_time.max_days"), GTK_TYPE_TEXT));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  dialog = open_dialog (window, name);
  expand_all (dialog);
  walk (dialog, dialog);
  press ("Escape");
  wait_until_closed (window);
  wait_until_active (window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  close_window (window);
}

/* A popover that opens by a key at @button, and is left. */
static void
check_popover (gpointer   window,
               GtkWidget *button,
               gboolean   is_menu)
{
  GtkWidget *focus;

  g_assert_true (gtk_widget_is_sensitive (button));
  wait_until_active (window);
  gtk_widget_child_focus (button, GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (window);
  g_assert_true (focus == button || gtk_widget_is_ancestor (focus, button));
  press ("space");
  wait_until (find_popover (button) != NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (find_popover (button)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window),
                                         GTK_WIDGET (find_popover (button))));
  if (!is_menu)
    walk (window, find_popover (button));
  press ("Escape");
  wait_until (find_popover (button) == NULL);
  wait_until (gtk_window_get_focus (window) == focus);
}

static GtkWidget *
open_list (TwinWindow *window)
{
  show_results (window, "scenario");
  wait_until_active (window);
  return get_page_child (window, "list");
}

static GtkWidget *
find_list_menu (TwinWindow *window)
{
  GtkWidget *group = gtk_widget_get_ancestor (get_page_child (window, "list"),
                                              ADW_TYPE_PREFERENCES_GROUP);

  return find_type (group, GTK_TYPE_MENU_BUTTON);
}

static void
test_popovers (void)
{
  TwinWindow *window = open_example ();
  GtkWidget *list = open_list (window);
  GtkWindow *dialog;

  check_popover (window, find_type (get_child (window, "header"), GTK_TYPE_MENU_BUTTON), TRUE);
  check_popover (window, find_list_menu (window), TRUE);
  check_popover (window, find_type (list, GTK_TYPE_MENU_BUTTON), TRUE);
  dialog = open_dialog (window, "scenario");
  check_popover (dialog, get_child (find_type (dialog, TWIN_TYPE_TITLE_CHOOSER), "button"), FALSE);
  check_popover (dialog,
                 get_child (find_type (dialog, TWIN_TYPE_CHANGE_ROW), "operation_drop_down"), TRUE);
  press ("Escape");
  wait_until_closed (window);
  close_window (window);
}

static GPtrArray *
get_scenarios (TwinWindow *window)
{
  return get_project (window)->scenarios;
}

static const TwinScenario *
get_scenario (TwinWindow *window,
              guint       number)
{
  g_assert_cmpuint (number, <, get_scenarios (window)->len);
  return get_scenarios (window)->pdata[number];
}

/* Goes by Tab to the button, as people do. */
static void
go_to (gpointer   window,
       GtkWidget *wanted)
{
  wait_until_active (window);
  for (guint n = 0; n < 100; n++)
    {
      GtkWidget *focus = gtk_window_get_focus (window);

      if (focus != NULL && (focus == wanted || gtk_widget_is_ancestor (focus, wanted)))
        return;
      press ("Tab");
    }
  g_assert_not_reached ();
}

/* Chooses the item of that access key from the menu of that button. */
static void
choose_item (gpointer    window,
             GtkWidget  *button,
             const char *access_key)
{
  go_to (window, button);
  press ("space");
  wait_until (find_popover (button) != NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (find_popover (button)));
  press (access_key);
}

static GtkWidget *
get_row_menu (TwinWindow *window,
              int         number)
{
  GtkListBox *list = GTK_LIST_BOX (get_page_child (window, "list"));

  return find_type (gtk_list_box_get_row_at_index (list, number), GTK_TYPE_MENU_BUTTON);
}

static void
test_scenarios (void)
{
  TwinWindow *window = open_example ();
  guint n;
  GtkWindow *dialog;

  set_replications (window, 100);
  open_list (window);
  n = get_scenarios (window)->len;

  go_to (window, find_named_button (window, "Add a Scenario"));
  press ("space");
  dialog = wait_for_dialog (window);
  wait_until_active (dialog);
  press ("W a r");
  go_to (dialog, get_child (dialog, "add_button"));
  press ("space");
  go_to (dialog, find_type (get_child (dialog, "changes"), GTK_TYPE_SPIN_BUTTON));
  press ("ctrl+a 2");
  go_to (dialog, get_child (dialog, "apply_button"));
  press ("space");
  wait_until_closed (window);
  g_assert_cmpuint (get_scenarios (window)->len, ==, n + 1);
  g_assert_cmpstr (get_scenario (window, n)->title, ==, "War");
  g_assert_cmpstr (get_scenario (window, n)->name, ==, "war");
  g_assert_cmpfloat (g_array_index (get_scenario (window, n)->changes, TwinChange, 0).value, ==, 2);

  choose_item (window, get_row_menu (window, (int) n), "e");
  dialog = wait_for_dialog (window);
  wait_until_active (dialog);
  press ("End s Return");
  wait_until_closed (window);
  g_assert_cmpstr (get_scenario (window, n)->title, ==, "Wars");

  choose_item (window, get_row_menu (window, (int) n), "d");
  wait_until (get_scenarios (window)->len == n + 2);
  choose_item (window, get_row_menu (window, (int) n + 1), "r");
  wait_until (get_scenarios (window)->len == n + 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         get_page_child (window, "list")));
  choose_item (window, find_list_menu (window), "r");
  wait_until (get_scenarios (window)->len == n);
  press ("ctrl+z");
  wait_until (get_scenarios (window)->len == n + 1);
  close_window (window);
}

/* Types an absolute path. */
static void
type (const char *path)
{
  g_autoptr (GString) keys = g_string_new ("ctrl+a");

  for (; *path != '\0'; path++)
    {
      g_string_append_c (keys, ' ');
      switch (*path)
        {
        case '/':
          g_string_append (keys, "slash");
          break;
        case '-':
          g_string_append (keys, "minus");
          break;
        case '.':
          g_string_append (keys, "period");
          break;
        default:
          g_string_append_c (keys, *path);
        }
    }
  press (keys->str);
}

static void
test_export (gconstpointer tab)
{
  TwinWindow *window = open_tab (tab);
  g_autofree char *folder = g_dir_make_tmp ("twin-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  GtkWidget *focus;

  g_assert_nonnull (folder);
  wait_until_active (window);
  press ("Tab");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  press ("ctrl+e");
  wait_until_active (wait_for_dialog (window));
  type (path);
  press ("Return");
  wait_until_closed (window);
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  wait_until_active (window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  close_window (window);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  testing_init (&argc, &argv);
  add_dialog_tests ("/dialogs/walk/", test_dialog);
  g_test_add_func ("/dialogs/popovers", test_popovers);
  g_test_add_func ("/dialogs/scenarios", test_scenarios);
  add_tab_tests ("/dialogs/export", "warehouse", test_export);
  return testing_run ();
}
