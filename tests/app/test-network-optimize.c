/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Optimize tab with a model that has lists and nodes. */

#include "screenshot.h"

#include "twin-decision-key.h"
#include "twin-result-table.h"

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
  /* It looked at some policies only, and says so and when they were spent. */
  g_assert_nonnull (find_label (get_child (view, "answer_title"), "Of 60 policies tried, the "));
  g_assert_nonnull (find_label (get_child (view, "answer_text"), "its 60 policies were spent"));
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
  g_assert_null (find_label (get_child (get_page_child (window, "view"), "answer_text"),
                             "Warehouse s"));
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/network-optimize/optimize", test_optimize);
  g_test_add_func ("/network-optimize/optimize-skus", test_optimize_skus);
  g_test_add_func ("/network-optimize/switch-while-searching", test_switch_while_searching);
  return testing_run ();
}
