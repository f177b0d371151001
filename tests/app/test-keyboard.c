/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything by keyboard alone: Tab comes by all that can be used, what has the focus is in sight
 * and shows it, and nothing holds it. The keys are real ones. */

#include "keys.h"
#include "walk.h"

#include "twin-chart-area.h"
#include "twin-table-rows.h"

static void
test_walk (gconstpointer tab)
{
  TwinWindow *window = open_tab (tab);

  expand_all (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  walk (window, window);
  close_window (window);
}

/* With less to be seen, and in the other colours. */
static void
test_folded (gconstpointer tab)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  TwinWindow *window = open_tab (tab);

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  walk (window, window);
  close_window (window);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

/* Which part of the window has the focus. */
static gboolean
is_in (TwinWindow *window,
       const char *part)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, get_child (window, part));
}

static void
test_panes (void)
{
  TwinWindow *window = open_example ();

  wait_for_results (window);
  wait_until_active (window);
  g_assert_true (is_in (window, "header"));
  press ("F6");
  g_assert_true (is_in (window, "sidebar"));
  press ("F6");
  g_assert_true (is_in (window, "stack"));
  press ("F6");
  g_assert_true (is_in (window, "status_line"));
  press ("F6");
  g_assert_true (is_in (window, "header"));
  press ("shift+F6");
  g_assert_true (is_in (window, "status_line"));

  press ("F9");
  wait_until (!gtk_widget_get_mapped (get_child (window, "sidebar")));
  press ("F6 F6");
  g_assert_true (is_in (window, "stack"));
  close_window (window);
}

/* A menu opens by its key, takes the focus, and gives it back. */
static void
test_menus (void)
{
  TwinWindow *window = open_example ();
  GtkWidget *chart, *focus;

  wait_for_results (window);
  wait_until_active (window);
  press ("F10");
  wait_until (find_popover (window) != NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (find_popover (window))));
  press ("Escape");
  wait_until (find_popover (window) == NULL);

  chart = find_type (get_child (window, "stack"), TWIN_TYPE_CHART_AREA);
  gtk_widget_grab_focus (chart);
  press ("shift+F10");
  wait_until (find_popover (chart) != NULL);
  press ("Down Escape");
  wait_until (find_popover (chart) == NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == chart);
  close_window (window);
}

/* What the pointer does in a chart. */
static void
test_chart (void)
{
  TwinWindow *window = open_example ();
  GtkWidget *chart, *all;

  wait_for_results (window);
  wait_until_active (window);
  chart = find_type (get_child (window, "stack"), TWIN_TYPE_CHART_AREA);
  all = get_child (chart, "show_all_button");
  gtk_widget_grab_focus (chart);
  press ("0");
  g_assert_false (gtk_widget_get_visible (all));
  press ("plus plus");
  g_assert_true (gtk_widget_get_visible (all));
  press ("Right shift+Right minus");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == chart);
  press ("0");
  g_assert_false (gtk_widget_get_visible (all));
  close_window (window);
}

static guint
get_first_row (GtkWidget *table)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find_type (table, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (TwinTableRow) row =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), 0);

  return twin_table_row_get_index (row);
}

/* A table is entered, read by the arrow keys, sorted by a column's number, and left again. */
static void
test_table (void)
{
  TwinWindow *window = open_example ();
  GtkWidget *table;

  set_replications (window, 200);
  wait_for_results (window);
  expand_all (get_child (window, "stack"));
  table = get_child (get_page_child (window, "replications"), "table");
  wait_until (gtk_widget_get_mapped (table));
  wait_until_active (window);
  gtk_widget_child_focus (table, GTK_DIR_TAB_FORWARD);
  g_assert_nonnull (gtk_widget_get_focus_child (table));
  g_assert_cmpuint (get_first_row (table), ==, 0);
  press ("Down 1 1");
  wait_until (get_first_row (table) == 199);
  press ("1");
  wait_until (get_first_row (table) == 0);
  press ("Tab");
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), table));
  press ("shift+Tab");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), table));
  close_window (window);
}

/* Work that takes long is stopped, and a policy put to use, without the pointer. */
static void
test_work (void)
{
  TwinWindow *window = open_example ();
  const double before = get_number (window, "reorder_point");

  wait_for_results (window);
  wait_until_active (window);
  press ("ctrl+3");
  wait_for_results (window);
  gtk_widget_grab_focus (get_child (get_page_child (window, "view"), "answer_button"));
  press ("Return");
  g_assert_cmpfloat (get_number (window, "reorder_point"), !=, before);
  press ("ctrl+z");
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, before);

  press ("ctrl+1");
  set_replications (window, 5000000);
  g_assert_true (is_busy (window));
  press ("Escape");
  wait_until (!is_busy (window));
  close_window (window);
}

/* No letter stands for two things that are seen at once. */
static void
collect_letters (GtkWidget *widget,
                 GHashTable *letters)
{
  guint key = GDK_KEY_VoidSymbol;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    key = gtk_label_get_mnemonic_keyval (GTK_LABEL (widget));
  if (gdk_keyval_to_unicode (key) != 0 && gtk_widget_is_sensitive (widget))
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));
      const char *other = g_hash_table_lookup (letters, GUINT_TO_POINTER (key));

      if (other != NULL)
        g_error ("Alt+%s is both “%s” and “%s”", gdk_keyval_name (key), other, text);
      g_hash_table_insert (letters, GUINT_TO_POINTER (key), (gpointer) text);
      g_test_message ("Alt+%s: %s", gdk_keyval_name (key), text);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      collect_letters (child, letters);
}

static void
test_access_keys (gconstpointer tab)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
  TwinWindow *window = open_tab (tab);

  collect_letters (GTK_WIDGET (window), letters);
  g_assert_cmpuint (g_hash_table_size (letters), >, 10);
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  add_tab_tests ("/keyboard/tab", NULL, test_walk);
  add_tab_tests ("/keyboard/dark", "warehouse", test_folded);
  g_test_add_func ("/keyboard/panes", test_panes);
  g_test_add_func ("/keyboard/menus", test_menus);
  g_test_add_func ("/keyboard/chart", test_chart);
  g_test_add_func ("/keyboard/table", test_table);
  g_test_add_func ("/keyboard/work", test_work);
  add_tab_tests ("/keyboard/access-keys", NULL, test_access_keys);
  return testing_run ();
}
