/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The side bar in a real window: what somebody turns there reaches project and results. */

#include "testing.h"

#include "twin-metric-card.h"

static const char *
get_first_card (TwinWindow *window)
{
  GtkWidget *card = find_type (window, TWIN_TYPE_METRIC_CARD);

  return gtk_label_get_text (GTK_LABEL (get_child (card, "value")));
}

static gboolean
is_marked (TwinWindow *window,
           const char *key)
{
  GtkWidget *row = GTK_WIDGET (find_row (window, key));

  return gtk_widget_has_css_class (row, "error")
         && gtk_widget_get_mapped (get_child (row, "problem"));
}

static void
test_slider (void)
{
  TwinWindow *window = open_window ();
  TwinParameterRow *row = find_row (window, "reorder_point");
  g_autofree char *before = NULL;

  wait_for_results (window);
  before = g_strdup (get_first_card (window));
  set_number (row, 90);
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 90);
  g_assert_cmpfloat (
    gtk_spin_button_get_value (GTK_SPIN_BUTTON (find_type (row, GTK_TYPE_SPIN_BUTTON))), ==, 90);
  wait_for_results (window);
  g_assert_cmpstr (get_first_card (window), !=, before);
  close_window (window);
}

static void
test_spin_button (void)
{
  TwinWindow *window = open_window ();
  TwinParameterRow *row = find_row (window, "demand_rate");
  GtkWidget *spin = find_type (row, GTK_TYPE_SPIN_BUTTON);

  gtk_editable_set_text (GTK_EDITABLE (spin), "12.5");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_cmpfloat (get_number (window, "demand_rate"), ==, 12.5);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (find_type (row, GTK_TYPE_RANGE))), ==, 12.5);

  /* Beyond what the slider offers, and still allowed */
  gtk_editable_set_text (GTK_EDITABLE (spin), "1000");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_cmpfloat (get_number (window, "demand_rate"), ==, 1000);
  close_window (window);
}

static void
test_wrong_value (void)
{
  TwinWindow *window = open_window ();
  g_autofree char *before = NULL;

  wait_for_results (window);
  before = g_strdup (get_first_card (window));
  g_assert_false (is_marked (window, "reorder_point"));

  set_number (find_row (window, "order_up_to"), 30); /* s is 40 */
  wait_until (is_marked (window, "reorder_point") || is_marked (window, "order_up_to"));
  wait_until (!is_busy (window));
  g_assert_cmpstr (get_first_card (window), ==, before);

  set_number (find_row (window, "order_up_to"), 150);
  wait_for_results (window);
  g_assert_false (is_marked (window, "reorder_point"));
  g_assert_false (is_marked (window, "order_up_to"));
  g_assert_cmpstr (get_first_card (window), !=, before);
  close_window (window);
}

static void
test_choice (void)
{
  TwinWindow *window = open_window ();
  GtkWidget *shortest = GTK_WIDGET (find_row (window, "lead_time.min_days"));
  GtkWidget *mean = GTK_WIDGET (find_row (window, "lead_time.mean_days"));
  GtkWidget *row = GTK_WIDGET (find_row (window, "lead_time.distribution"));

  g_assert_true (gtk_widget_get_mapped (shortest));
  g_assert_false (gtk_widget_get_mapped (mean));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_type (row, GTK_TYPE_DROP_DOWN)), 1);
  wait_until (gtk_widget_get_mapped (mean));
  g_assert_false (gtk_widget_get_mapped (shortest));
  wait_for_results (window);
  close_window (window);
}

static void
test_undo (void)
{
  TwinWindow *window = open_window ();
  g_autofree char *before = NULL;

  wait_for_results (window);
  before = g_strdup (get_first_card (window));
  set_number (find_row (window, "reorder_point"), 60);
  set_number (find_row (window, "holding_cost"), 2);
  activate (window, "win.undo");
  g_assert_cmpfloat (get_number (window, "holding_cost"), ==, 1);
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 60);
  activate (window, "win.undo");
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 40);
  wait_for_results (window);
  g_assert_cmpstr (get_first_card (window), ==, before);
  activate (window, "win.redo");
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 60);
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/parameters/slider", test_slider);
  g_test_add_func ("/parameters/spin-button", test_spin_button);
  g_test_add_func ("/parameters/wrong-value", test_wrong_value);
  g_test_add_func ("/parameters/choice", test_choice);
  g_test_add_func ("/parameters/undo", test_undo);
  return testing_run ();
}
