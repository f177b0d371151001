/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The app in a real window with the model that has lists and nodes. */

#include "testing.h"

#include <glib/gstdio.h>

#include "twin-chart-area.h"

static void
test_switch (void)
{
  TwinWindow *window = open_window ();
  const char *const fresh[] = { "reorder_point", "stores.0.name" };

  wait_for_results (window);
  set_number (find_row (window, "reorder_point"), 44);
  wait_for_results (window);

  choose_model (window, "network");
  g_assert_cmpstr (get_project (window)->type->name, ==, "network");
  g_assert_null (look_for_row (window, fresh[0]));
  /* At once, and not when there are results of the new one. */
  g_assert_null (get_trace (window));
  g_assert_null (find_label (get_page_child (window, "cards"), "Orders"));
  wait_for_results (window);
  g_assert_cmpuint (twin_chart_get_n_panels (get_trace (window)), ==, 4);
  wait_until (find_label (get_page_child (window, "nodes_table"), "Downtown") != NULL);

  twin_document_undo (get_document (window));
  wait_for_results (window);
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 44);
  g_assert_cmpuint (twin_chart_get_n_panels (get_trace (window)), ==, 1);
  g_assert_null (find_label (window, "Downtown"));
  twin_document_redo (get_document (window));
  wait_for_results (window);
  reveal (window, "stores", 0);
  g_assert_nonnull (look_for_row (window, fresh[1]));
  close_window (window);
}

static void
test_days (void)
{
  TwinWindow *window = open_network ();
  g_autofree char *before = NULL;
  GtkWidget *cards;

  set_number (find_row (window, "spike_multiplier"), 3);
  wait_for_results (window);
  cards = get_page_child (window, "cards");
  before = g_strdup (gtk_label_get_text (GTK_LABEL (find_label (cards, "%"))));
  type_text (window, "spike_days", "30-40");
  g_assert_cmpstr (twin_parameters_get_text (get_parameters (window), "spike_days"), ==,
                   "30,31,32,33,34,35,36,37,38,39,40");
  wait_for_results (window);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_label (cards, "%"))), !=, before);
  close_window (window);
}

/* One panel alone, another replication, the metric of one node. */
static void
test_look_around (void)
{
  TwinWindow *window = open_network ();
  GtkWidget *card = get_page_child (window, "trace_card");
  GtkWidget *chooser = get_page_child (window, "metric_chooser");
  GtkWidget *area = get_page_child (window, "distribution_area");
  TwinChart *chart = get_trace (window);

  click (get_child (card, "next_button"));
  wait_until (get_trace (window) != chart);
  g_assert_nonnull (find_label (card, "2 of 1"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (card, "panel_drop_down")), 2);
  wait_until (twin_chart_get_n_panels (get_trace (window)) == 1);

  chart = twin_chart_area_get_chart (TWIN_CHART_AREA (area));
  g_assert_nonnull (strstr (twin_chart_get_title (chart), "Total cost"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (chooser, "node_drop_down")), 3);
  wait_until (twin_chart_area_get_chart (TWIN_CHART_AREA (area)) != chart);
  chart = twin_chart_area_get_chart (TWIN_CHART_AREA (area));
  g_assert_nonnull (strstr (twin_chart_get_title (chart), "Mall: Total cost"));

  /* What is chosen stays chosen when a store before it goes. */
  click (find_named_button (window, "Remove “Downtown”"));
  wait_for_results (window);
  chart = twin_chart_area_get_chart (TWIN_CHART_AREA (area));
  g_assert_nonnull (strstr (twin_chart_get_title (chart), "Mall: Total cost"));
  close_window (window);
}

static void
on_loaded (GObject *document,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (twin_document_load_finish (TWIN_DOCUMENT (document), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
on_saved (GObject *document,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (twin_document_save_finish (TWIN_DOCUMENT (document), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
test_save_and_open (void)
{
  TwinWindow *window = open_network ();
  g_autoptr (TwinProject) saved = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("twin-network-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "shops.twin", NULL);
  gboolean is_done = FALSE;

  g_assert_no_error (error);
  file = g_file_new_for_path (path);
  click (find_named_button (window, "Add SKU"));
  click (find_named_button (window, "Duplicate “Mall”"));
  twin_document_set_number (get_document (window), "stores.3.capacity.1", 1234);
  type_text (window, "spike_days", "30-32");
  twin_document_save_async (get_document (window), file, NULL, on_saved, &is_done);
  wait_until (is_done);
  saved = twin_project_copy (get_project (window));
  close_window (window);

  window = open_window ();
  is_done = FALSE;
  twin_document_load_async (get_document (window), file, NULL, on_loaded, &is_done);
  wait_until (is_done);
  g_assert_true (twin_project_equal (get_project (window), saved));
  wait_for_results (window);
  g_assert_nonnull (find_label (window, "Mall (2)"));
  reveal (window, "stores", 3);
  g_assert_nonnull (find_label (find_row (window, "stores.3.capacity"), "SKU 2"));
  close_window (window);

  g_assert_true (g_file_delete (file, NULL, &error));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The other tabs say it as well; of scenarios only what is new. */
static void
test_remarks_elsewhere (TwinWindow *window)
{
  show_results (window, "scenario");
  g_assert_nonnull (find_label (get_page_child (window, "notice"),
                                "Order up to S (Downtown): 800 can never be reached"));
  g_assert_null (find_label (get_page_child (window, "notice"), "more"));
  show_results (window, "optimize");
  g_assert_nonnull (find_label (get_page_child (window, "notice"), "can never be reached"));
  show_results (window, "run");
}

/* What is allowed, but hardly meant, is said at the foot of the tab in the words of the side bar,
 * and no longer once it is not so. What keeps results from coming goes first. */
static void
test_remarks (void)
{
  TwinWindow *window = open_network ();
  GtkWidget *notice = get_page_child (window, "notice");
  GtkWidget *revealer = get_child (notice, "revealer");
  TwinParameterRow *capacity;

  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  reveal (window, "stores", 0);
  capacity = find_row (window, "stores.0.capacity");
  set_number (capacity, 100);
  wait_for_results (window);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  g_assert_nonnull (find_label (notice, "Order up to S (Downtown): 800 can never be reached; "
                                        "“Capacity” is 100, which is not above “Reorder point s”"));
  g_assert_null (find_label (notice, "stores.0"));
  g_assert_nonnull (find_icon (notice, "dialog-information-symbolic"));
  test_remarks_elsewhere (window);

  type_number (find_row (window, "stores.0.reorder_point"), 900);
  wait_until (find_icon (notice, "dialog-warning-symbolic") != NULL);
  g_assert_nonnull (find_label (notice, "older parameters"));
  type_number (find_row (window, "stores.0.reorder_point"), 300);
  wait_for_results (window);
  g_assert_nonnull (find_label (notice, "can never be reached"));

  set_number (capacity, 2000);
  wait_for_results (window);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/network/switch", test_switch);
  g_test_add_func ("/network/days", test_days);
  g_test_add_func ("/network/look-around", test_look_around);
  g_test_add_func ("/network/save-and-open", test_save_and_open);
  g_test_add_func ("/network/remarks", test_remarks);
  return testing_run ();
}
