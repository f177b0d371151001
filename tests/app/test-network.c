/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The app in a real window with the model that has lists and nodes. */

#include "testing.h"

#include <glib/gstdio.h>

#include "twin-chart-area.h"
#include "twin-decision-key.h"
#include "twin-number.h"
#include "twin-result-table.h"
#include "twin-scenario-row.h"
#include "twin-sidebar.h"

static TwinWindow *
open_network (void)
{
  TwinWindow *window = open_window ();

  choose_model (window, "network");
  wait_for_results (window);
  return window;
}

static TwinDocument *
get_document (TwinWindow *window)
{
  return twin_window_get_document (window);
}

static const TwinProject *
get_project (TwinWindow *window)
{
  return twin_document_get_project (get_document (window));
}

static const TwinParameters *
get_parameters (TwinWindow *window)
{
  return twin_project_get_parameters (get_project (window));
}

static guint
count_items (TwinWindow *window,
             const char *list)
{
  return twin_parameters_get_n_items (get_parameters (window), list);
}

static TwinChart *
get_trace (TwinWindow *window)
{
  GtkWidget *card = get_page_child (window, "trace_card");

  return twin_chart_area_get_chart (TWIN_CHART_AREA (get_child (card, "area")));
}

/* Opens the item's expander in the side bar. */
static void
reveal (TwinWindow *window,
        const char *list,
        guint item)
{
  g_autofree char *key = g_strdup_printf ("%s.%u.name", list, item);

  g_assert_true (twin_sidebar_focus (TWIN_SIDEBAR (get_child (window, "sidebar")), key));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

static void
type_text (TwinWindow *window,
           const char *key,
           const char *text)
{
  GtkWidget *entry = find_type (find_row (window, key), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

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
test_stores (void)
{
  TwinWindow *window = open_network ();

  click (find_named_button (window, "Add Store"));
  wait_for_results (window);
  g_assert_cmpuint (count_items (window, "stores"), ==, 4);
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
  g_assert_cmpuint (count_items (window, "stores"), ==, 3);
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
  set_number (find_row (window, "stores.1.reorder_point"), 900);
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
  g_assert_cmpuint (count_items (window, "skus"), ==, 2);
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

static TwinScenarioRow *
get_scenario_row (TwinWindow *window,
                  int number)
{
  GtkListBox *list = GTK_LIST_BOX (get_page_child (window, "list"));

  return TWIN_SCENARIO_ROW (gtk_list_box_get_row_at_index (list, number));
}

static void
test_scenarios (void)
{
  TwinWindow *window = open_network ();
  const TwinScenario *spike;

  show_results (window, "scenario");
  g_assert_cmpuint (get_project (window)->scenarios->len, ==, 5);
  g_assert_nonnull (find_label (get_scenario_row (window, 1), "Spike days = 30–32"));
  g_assert_nonnull (find_label (get_scenario_row (window, 3), "+7"));

  /* Each has one number, though the spike has days as well; lead times are whole. */
  gtk_range_set_value (GTK_RANGE (get_child (get_scenario_row (window, 1), "scale")), 4.02);
  spike = get_project (window)->scenarios->pdata[1];
  g_assert_cmpstr (g_array_index (spike->changes, TwinChange, 0).text, ==, "30,31,32");
  g_assert_cmpfloat (g_array_index (spike->changes, TwinChange, 1).value, ==, 4);
  gtk_range_set_value (GTK_RANGE (get_child (get_scenario_row (window, 3), "scale")), 9.7);
  g_assert_nonnull (find_label (get_scenario_row (window, 3), "+10"));
  wait_for_results (window);
  g_assert_nonnull (find_label (window, "5 scenarios"));
  close_window (window);
}

/* Whoever doubles the demand of one product can turn that, too; only one number has a strength. */
static void
test_own_scenario (void)
{
  TwinWindow *window = open_network ();
  TwinProject *project = twin_project_copy (get_project (window));
  TwinScenario *twice = twin_scenario_new ("twice", "Twice");
  TwinScenario *mixed = twin_scenario_new ("mixed", "Mixed");
  GtkWidget *scale;
  g_autofree char *factor = NULL;

  twin_scenario_add_change (twice, "skus.0.base_demand", TWIN_CHANGE_MULTIPLY, 2, NULL);
  twin_scenario_add_change (mixed, "skus.0.base_demand", TWIN_CHANGE_MULTIPLY, 2, NULL);
  twin_scenario_add_change (mixed, "skus.0.demand_sd", TWIN_CHANGE_MULTIPLY, 3, NULL);
  g_ptr_array_add (project->scenarios, twice);
  g_ptr_array_add (project->scenarios, mixed);
  twin_document_edit (get_document (window), project, NULL);
  show_results (window, "scenario");

  scale = get_child (get_scenario_row (window, 5), "scale");
  g_assert_true (gtk_widget_get_visible (scale));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 2);
  gtk_range_set_value (GTK_RANGE (scale), 2.51);
  twice = get_project (window)->scenarios->pdata[5];
  g_assert_cmpfloat (g_array_index (twice->changes, TwinChange, 0).value, ==, 2.5);
  factor = twin_number_format (2.5, TWIN_NUMBER_PLAIN);
  g_assert_nonnull (find_label (get_scenario_row (window, 5), factor));
  g_assert_false (gtk_widget_get_visible (get_child (get_scenario_row (window, 6), "scale")));
  wait_for_results (window);
  close_window (window);
}

static void
scroll_to_end (TwinWindow *window)
{
  GtkWidget *list = get_page_child (window, "list");
  GtkWidget *page = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));

  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

/* The values of one metric stand together, and all columns are seen. */
static void
test_all_metrics (void)
{
  static const int widths[] = { 1100, 1240 };
  TwinWindow *window = open_network ();
  GtkWidget *table;
  GtkAdjustment *across;

  show_results (window, "scenario");
  gtk_expander_set_expanded (GTK_EXPANDER (get_page_child (window, "expander")), TRUE);
  table = get_page_child (window, "table");
  wait_until (find_label (table, "Demand spike") != NULL);
  across =
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (get_child (table, "scrolled")));
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *name = g_strdup_printf ("all-metrics-%d", widths[i]);

      resize (window, widths[i], 720);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      scroll_to_end (window);
      save_screenshot (window, name);
      g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=,
                         gtk_adjustment_get_page_size (across));
    }
  close_window (window);
}

/* Makes searching quick. */
static void
shorten (TwinWindow *window)
{
  TwinProject *project = twin_project_copy (get_project (window));

  project->replications = 20;
  project->search->budget = 60;
  twin_document_edit (get_document (window), project, NULL);
}

/* What an edit of the whole policy is compared by. */
static char *
join_policy (TwinWindow *window)
{
  g_autoptr (GPtrArray) keys = twin_decision_key_list (get_parameters (window));
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (numbers, "%g ",
                            get_number (window, ((TwinDecisionKey *) keys->pdata[i])->key));
  return g_string_free (numbers, FALSE);
}

static void
test_optimize (void)
{
  TwinWindow *window = open_network ();
  GtkWidget *view, *button;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  shorten (window);
  show_tab (window, "optimize");
  g_assert_nonnull (find_label (window, "Up to 60 policies, 20 replications each"));
  start_search (window);
  wait_for_results (window);
  view = get_page_child (window, "view");
  /* A line for each node; the picture says the least. */
  g_assert_nonnull (find_label (get_child (view, "answer_text"), "\nWarehouse: s = "));
  save_screenshot (window, "network-answer");
  /* Another policy says what is different. */
  twin_result_table_set_selected (TWIN_RESULT_TABLE (get_child (view, "table")), 1);
  g_assert_nonnull (find_label (get_child (view, "selected_title"), " → "));
  g_assert_null (find_label (get_page_child (window, "notice"), "older"));

  /* Every node at once, as one step of undo; the results stay those of this project. */
  before = join_policy (window);
  button = get_child (view, "answer_button");
  click (button);
  after = join_policy (window);
  g_assert_cmpstr (after, !=, before);
  g_assert_null (find_label (get_page_child (window, "notice"), "older"));
  twin_document_undo (get_document (window));
  undone = join_policy (window);
  g_assert_cmpstr (undone, ==, before);

  /* So short a search follows the stores by itself. */
  g_assert_nonnull (find_label (get_child (view, "answer_text"), "Downtown"));
  click (find_named_button (window, "Remove “Downtown”"));
  wait_for_results (window);
  g_assert_null (find_label (get_child (view, "answer_text"), "Downtown"));

  /* A long one does not; policies of stores that are others now cannot be used. */
  set_replications (window, 500000);
  twin_document_undo (get_document (window));
  g_assert_true (gtk_widget_is_sensitive (button));
  set_replications (window, 500000);
  click (find_named_button (window, "Remove “Suburban”"));
  g_assert_nonnull (find_label (get_page_child (window, "notice"), "older parameters"));
  g_assert_false (gtk_widget_is_sensitive (button));
  close_window (window);
}

static void
test_optimize_skus (void)
{
  TwinWindow *window = open_network ();

  click (find_named_button (window, "Add SKU"));
  shorten (window);
  show_tab (window, "optimize");
  start_search (window);
  wait_for_results (window);
  g_assert_null (find_label (get_page_child (window, "notice"), "older"));
  click (get_child (get_page_child (window, "view"), "answer_button"));
  g_assert_true (twin_parameters_is_split (get_parameters (window), "stores.0.reorder_point"));
  g_assert_null (find_label (get_page_child (window, "notice"), "older"));
  close_window (window);
}

/* A search that another model is chosen during comes to nothing. */
static void
test_switch_while_searching (void)
{
  TwinWindow *window = open_network ();

  set_replications (window, 500000);
  show_tab (window, "optimize");
  start_search (window);
  wait_until (is_busy (window));
  set_replications (window, 50);
  choose_model (window, "warehouse");
  g_assert_true (gtk_widget_get_mapped (get_page_child (window, "empty")));
  wait_for_results (window);
  g_assert_null (find_label (get_child (get_page_child (window, "view"), "answer_text"), "Warehouse s"));
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

/* What is allowed, but hardly meant, is said at the foot of the tab in the words of the side bar, and
 * no longer once it is not so. What keeps results from coming goes first. */
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

  set_number (find_row (window, "stores.0.reorder_point"), 900);
  wait_until (find_icon (notice, "dialog-warning-symbolic") != NULL);
  g_assert_nonnull (find_label (notice, "older parameters"));
  set_number (find_row (window, "stores.0.reorder_point"), 300);
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
  g_test_add_func ("/network/stores", test_stores);
  g_test_add_func ("/network/new-in-sight", test_new_in_sight);
  g_test_add_func ("/network/problem", test_problem);
  g_test_add_func ("/network/skus", test_skus);
  g_test_add_func ("/network/days", test_days);
  g_test_add_func ("/network/look-around", test_look_around);
  g_test_add_func ("/network/scenarios", test_scenarios);
  g_test_add_func ("/network/own-scenario", test_own_scenario);
  g_test_add_func ("/network/all-metrics", test_all_metrics);
  g_test_add_func ("/network/optimize", test_optimize);
  g_test_add_func ("/network/optimize-skus", test_optimize_skus);
  g_test_add_func ("/network/switch-while-searching", test_switch_while_searching);
  g_test_add_func ("/network/save-and-open", test_save_and_open);
  g_test_add_func ("/network/remarks", test_remarks);
  return testing_run ();
}
