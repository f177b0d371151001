/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything by keyboard alone: Tab comes by all that can be used, what has the focus is in sight and
 * shows it, and nothing holds it. The keys are real ones. */

#include "keys.h"
#include "picture.h"

#include "twin-chart-area.h"
#include "twin-table-rows.h"

#define MOST_STEPS 400
#define AROUND 6 /* pixels around a widget in which its focus ring may be */
#define LEAST_CONTRAST 3.0

static graphene_rect_t
get_bounds (GtkWidget *widget,
            gpointer window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  return bounds;
}

static char *
describe (GtkWidget *widget)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return g_strdup_printf ("%s “%s” in %s", G_OBJECT_TYPE_NAME (widget),
                          label != NULL ? label : tooltip != NULL ? tooltip : "",
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
}

/* The ring of an entry is its own, not that of the text in it. */
static GtkWidget *
get_ringed (GtkWidget *focus)
{
  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

static void
check_focus_is_seen (GtkWindow *window,
                     GtkWidget *focus)
{
  g_autofree char *name = describe (focus);
  /* It is drawn first: the page scrolls to what has the focus when it is laid out. */
  g_autoptr (Picture) with = picture_take (window);
  const graphene_rect_t box = get_bounds (get_ringed (focus), window);
  const graphene_rect_t all = get_bounds (GTK_WIDGET (window), window);
  g_autoptr (Picture) without = NULL;
  graphene_rect_t around, seen;
  double change;

  graphene_rect_inset_r (&box, -AROUND, -AROUND, &around);
  if (!graphene_rect_intersection (&box, &all, &seen))
    g_error ("%s is out of sight", name);
  g_assert_true (gtk_window_get_focus_visible (window));
  gtk_window_set_focus (window, NULL);
  without = picture_take (window);
  gtk_widget_grab_focus (focus);
  gtk_window_set_focus_visible (window, TRUE);
  g_assert_true (gtk_window_get_focus (window) == focus);
  change = picture_get_change (without, with, around);
  g_test_message ("%.2f : 1 at %s", change, name);
  if (change < LEAST_CONTRAST)
    g_error ("the focus of %s has %.2f : 1", name, change);
}

/* Goes by Tab until it is where it began. Returns all that had the focus. */
static GHashTable *
walk (GtkWindow *window)
{
  GHashTable *visited = g_hash_table_new (NULL, NULL);
  GtkWidget *first = NULL, *last = NULL;

  wait_until_active (window);
  for (guint n = 0; n < MOST_STEPS; n++)
    {
      GtkWidget *focus;

      press ("Tab");
      focus = gtk_window_get_focus (window);
      g_assert_nonnull (focus);
      if (focus == last)
        g_error ("Tab does not leave %s", describe (focus));
      if (focus == first)
        return visited;
      if (!g_hash_table_add (visited, focus))
        g_error ("Tab goes in a circle at %s", describe (focus));
      first = first != NULL ? first : focus;
      check_focus_is_seen (window, focus);
      last = focus;
    }
  g_assert_not_reached ();
}

/* What somebody can use with the pointer. The parts of a control are one with it, and rows are reached
 * from their list by the arrow keys. */
static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_RANGE (widget) || GTK_IS_EDITABLE (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget) || GTK_IS_MENU_BUTTON (widget)
         || GTK_IS_EXPANDER (widget) || GTK_IS_COLUMN_VIEW (widget) || TWIN_IS_CHART_AREA (widget)
         || ADW_IS_COMBO_ROW (widget);
}

static gboolean
is_part (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if (is_control (parent) && !TWIN_IS_CHART_AREA (parent) && !GTK_IS_EXPANDER (parent))
      return TRUE;
  /* Those of the window manager have its keys. */
  return GTK_IS_SCROLLBAR (gtk_widget_get_parent (widget))
         || GTK_IS_WINDOW_CONTROLS (gtk_widget_get_parent (widget));
}

static gboolean
was_visited (GtkWidget *widget,
             GHashTable *visited)
{
  GHashTableIter iter;
  gpointer focus;

  g_hash_table_iter_init (&iter, visited);
  while (g_hash_table_iter_next (&iter, &focus, NULL))
    if (focus == widget || gtk_widget_is_ancestor (focus, widget))
      return TRUE;
  return FALSE;
}

static guint
count_unreached (GtkWidget *widget,
                 GHashTable *visited)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget)
      || !gtk_widget_get_child_visible (widget))
    return 0;
  if (is_control (widget) && !is_part (widget) && !was_visited (widget, visited))
    {
      g_printerr ("%s is not reached\n", describe (widget));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_unreached (child, visited);
  return n;
}

static void
expand (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand (child);
}

static void
test_walk (gconstpointer path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 2);
  TwinWindow *window = open_example ();
  g_autoptr (GHashTable) visited = NULL;

  if (g_str_equal (parts[0], "network"))
    choose_model (window, parts[0]);
  set_replications (window, 100);
  show_results (window, parts[1]);
  expand (GTK_WIDGET (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  visited = walk (GTK_WINDOW (window));
  g_assert_cmpuint (count_unreached (GTK_WIDGET (window), visited), ==, 0);
  close_window (window);
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

static GtkPopover *
find_popover (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget))
    return GTK_POPOVER (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkPopover *found = find_popover (child);

      if (found != NULL)
        return found;
    }
  return NULL;
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
  wait_until (find_popover (GTK_WIDGET (window)) != NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (find_popover (GTK_WIDGET (window)))));
  press ("Escape");
  wait_until (find_popover (GTK_WIDGET (window)) == NULL);

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
  expand (get_child (window, "stack"));
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
test_access_keys (gconstpointer path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 2);
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
  TwinWindow *window = open_example ();

  if (g_str_equal (parts[0], "network"))
    choose_model (window, parts[0]);
  set_replications (window, 100);
  show_results (window, parts[1]);
  collect_letters (GTK_WIDGET (window), letters);
  g_assert_cmpuint (g_hash_table_size (letters), >, 10);
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_data_func ("/keyboard/run", "warehouse/run", test_walk);
  g_test_add_data_func ("/keyboard/scenario", "warehouse/scenario", test_walk);
  g_test_add_data_func ("/keyboard/optimize", "warehouse/optimize", test_walk);
  g_test_add_data_func ("/keyboard/network/run", "network/run", test_walk);
  g_test_add_data_func ("/keyboard/network/scenario", "network/scenario", test_walk);
  g_test_add_data_func ("/keyboard/network/optimize", "network/optimize", test_walk);
  g_test_add_func ("/keyboard/panes", test_panes);
  g_test_add_func ("/keyboard/menus", test_menus);
  g_test_add_func ("/keyboard/chart", test_chart);
  g_test_add_func ("/keyboard/table", test_table);
  g_test_add_func ("/keyboard/work", test_work);
  g_test_add_data_func ("/keyboard/access-keys/run", "warehouse/run", test_access_keys);
  g_test_add_data_func ("/keyboard/access-keys/scenario", "warehouse/scenario", test_access_keys);
  g_test_add_data_func ("/keyboard/access-keys/optimize", "warehouse/optimize", test_access_keys);
  g_test_add_data_func ("/keyboard/access-keys/network", "network/run", test_access_keys);
  g_test_add_data_func ("/keyboard/access-keys/network/optimize", "network/optimize",
                        test_access_keys);
  return testing_run ();
}
