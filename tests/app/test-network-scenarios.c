/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Scenarios tab with a model that has lists and nodes. */

#include "screenshot.h"

#include "twin-number.h"
#include "twin-scenario-row.h"

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

/* A strength beyond what the slider has most often: the range makes room, and then keeps still. */
static void
test_strong_scenario (void)
{
  TwinWindow *window = open_network ();
  TwinProject *project = twin_project_copy (get_project (window));
  TwinScenario *rush = twin_scenario_new ("rush", "Rush");
  GtkRange *scale;

  twin_scenario_add_change (rush, "skus.0.base_demand", TWIN_CHANGE_MULTIPLY, 12, NULL);
  g_ptr_array_add (project->scenarios, rush);
  twin_document_edit (get_document (window), project, NULL);
  show_results (window, "scenario");

  scale = GTK_RANGE (get_child (get_scenario_row (window, 5), "scale"));
  for (double strength = 12; strength > 1; strength--)
    {
      gtk_range_set_value (scale, strength);
      rush = get_project (window)->scenarios->pdata[5];
      g_assert_cmpfloat (g_array_index (rush->changes, TwinChange, 0).value, ==, strength);
      g_assert_cmpfloat (gtk_adjustment_get_upper (gtk_range_get_adjustment (scale)), ==, 50);
    }
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

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/network-scenarios/scenarios", test_scenarios);
  g_test_add_func ("/network-scenarios/own-scenario", test_own_scenario);
  g_test_add_func ("/network-scenarios/strong-scenario", test_strong_scenario);
  g_test_add_func ("/network-scenarios/all-metrics", test_all_metrics);
  return testing_run ();
}
