/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of a model in the side bar: items come, go, are named,
 * and say what is wrong in them. */

#include "screenshot.h"

static void
test_stores (void)
{
  TwinWindow *window = open_network ();

  click (find_named_button (window, "Add Store"));
  wait_for_results (window);
  g_assert_cmpuint (twin_parameters_get_n_items (get_parameters (window), "stores"), ==, 4);
  g_assert_cmpuint (twin_chart_get_n_panels (get_trace (window)), ==, 5);
  wait_until (find_label (get_page_child (window, "nodes_table"), "Store 4") != NULL);

  /* The new one is open, and waits to be named. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (find_row (window, "stores.3.name"))));
  type_text (window, "stores.3.name", "Airport");
  wait_for_results (window);
  wait_until (find_label (get_page_child (window, "nodes_table"), "Airport") != NULL);

  click (find_named_button (window, "Remove “Suburban”"));
  wait_for_results (window);
  g_assert_cmpuint (twin_chart_get_n_panels (get_trace (window)), ==, 4);
  g_assert_null (find_label (window, "Suburban"));
  g_assert_cmpstr (twin_parameters_get_text (get_parameters (window), "stores.2.name"), ==,
                   "Airport");
  click (find_named_button (window, "Duplicate “Mall”"));
  wait_for_results (window);
  wait_until (find_label (get_page_child (window, "nodes_table"), "Mall (2)") != NULL);

  for (guint i = 0; i < 4; i++)
    twin_document_undo (get_document (window));
  wait_for_results (window);
  g_assert_cmpuint (twin_parameters_get_n_items (get_parameters (window), "stores"), ==, 3);
  g_assert_nonnull (find_label (window, "Suburban"));
  close_window (window);
}

static gboolean
is_in_sight (GtkWidget *row)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t box;

  return gtk_widget_compute_bounds (row, scrolled, &box) && box.origin.y >= 0
         && box.origin.y + box.size.height <= gtk_widget_get_height (scrolled);
}

/* Whoever adds an item sees it, wherever its list stands. */
static void
test_new_in_sight (void)
{
  TwinWindow *window = open_network ();

  resize (window, 1000, 600);
  for (guint i = 3; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("stores.%u.name", i);
      g_autofree char *last = g_strdup_printf ("stores.%u.capacity", i);

      click (find_named_button (window, "Add Store"));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      wait_until (is_in_sight (GTK_WIDGET (find_row (window, name))));
      wait_until (is_in_sight (GTK_WIDGET (find_row (window, last))));
    }
  click (find_named_button (window, "Add SKU"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  wait_until (is_in_sight (GTK_WIDGET (find_row (window, "skus.1.name"))));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (find_row (window, "skus.1.name"))));
  save_screenshot (window, "network-new-sku");
  wait_for_results (window);
  close_window (window);
}

/* A problem in an item that is closed shows at its title. */
static void
test_problem (void)
{
  TwinWindow *window = open_network ();
  GtkWidget *expander;

  reveal (window, "stores", 1);
  type_number (find_row (window, "stores.1.reorder_point"), 900);
  g_assert_nonnull (find_label (find_row (window, "stores.1.reorder_point"), "Must be below"));
  g_assert_nonnull (find_label (find_row (window, "stores.1.order_up_to"), "Must be above"));
  expander = gtk_widget_get_ancestor (GTK_WIDGET (find_row (window, "stores.1.order_up_to")),
                                      ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), FALSE);
  g_assert_nonnull (find_icon (expander, "dialog-warning-symbolic"));
  g_assert_nonnull (find_label (get_page_child (window, "notice"), "older parameters"));

  twin_document_undo (get_document (window));
  g_assert_null (find_icon (expander, "dialog-warning-symbolic"));
  wait_for_results (window);
  close_window (window);
}

static void
test_skus (void)
{
  TwinWindow *window = open_network ();
  GtkWidget *toggle;

  click (find_named_button (window, "Add SKU"));
  wait_for_results (window);
  g_assert_cmpuint (twin_parameters_get_n_items (get_parameters (window), "skus"), ==, 2);
  g_assert_cmpuint (twin_chart_get_n_panels (get_trace (window)), ==, 8);

  toggle = find_type (find_row (window, "warehouse.capacity"), GTK_TYPE_TOGGLE_BUTTON);
  g_assert_true (gtk_widget_get_mapped (toggle));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_true (twin_parameters_is_split (get_parameters (window), "warehouse.capacity"));
  g_assert_nonnull (find_label (find_row (window, "warehouse.capacity"), "SKU 2"));
  wait_for_results (window);
  save_screenshot (window, "network-split");

  /* A ninth panel: those that tell most are shown, and the caption says how to see the others. */
  click (find_named_button (window, "Add Store"));
  wait_for_results (window);
  g_assert_cmpuint (twin_chart_get_n_panels (get_trace (window)), ==, 8);
  g_assert_nonnull (strstr (twin_chart_get_caption (get_trace (window)),
                            "2 of 10 panels, where least demand is missed, are not shown: choose"));
  save_screenshot (window, "network-panels");
  for (guint i = 0; i < 3; i++)
    twin_document_undo (get_document (window));
  g_assert_false (gtk_widget_get_visible (toggle));
  wait_for_results (window);
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/network-items/stores", test_stores);
  g_test_add_func ("/network-items/new-in-sight", test_new_in_sight);
  g_test_add_func ("/network-items/problem", test_problem);
  g_test_add_func ("/network-items/skus", test_skus);
  return testing_run ();
}
