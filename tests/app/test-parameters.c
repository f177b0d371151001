/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The side bar in a real window: what somebody turns there reaches project and results. */

#include <locale.h>

#include "dialogs.h"
#include "keys.h"
#include "screenshot.h"

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

/* A number far beyond what a new project has: a few pixels are worth a little of it. */
static void
test_large_value (void)
{
  TwinWindow *window = open_window ();
  TwinParameterRow *row = find_row (window, "order_up_to");
  GtkRange *slider = GTK_RANGE (find_type (row, GTK_TYPE_RANGE));
  GtkAdjustment *range = gtk_range_get_adjustment (slider);
  double value, end;

  type_number (row, 12000);
  end = gtk_adjustment_get_upper (range);
  g_assert_cmpfloat (end, >=, 24000);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  save_screenshot (window, "large-value");

  value = 12000 - 8 * end / gtk_widget_get_width (GTK_WIDGET (slider));
  set_number (row, value);
  g_assert_cmpfloat (get_number (window, "order_up_to"), >, 8000);
  g_assert_cmpfloat (get_number (window, "order_up_to"), <, 12000);
  for (value = end; value > 1000; value /= 1.5)
    {
      set_number (row, value);
      g_assert_cmpfloat_with_epsilon (get_number (window, "order_up_to"), value, end / 200);
      g_assert_cmpfloat (gtk_adjustment_get_upper (range), ==, end);
    }

  /* One step of undo, or two */
  while (get_number (window, "order_up_to") != 120)
    activate (window, "win.undo");
  g_assert_cmpfloat (gtk_range_get_value (slider), ==, 120);
  g_assert_cmpfloat (gtk_adjustment_get_upper (range), ==, 400);
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

  type_number (find_row (window, "order_up_to"), 30); /* s is 40 */
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

/* A file would have the results of older parameters in it, and nothing to say so. */
static void
test_export (void)
{
  TwinWindow *window = open_window ();
  GtkWidget *button = get_child (window, "export_button");

  wait_for_results (window);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_null (gtk_widget_get_tooltip_text (button));
  type_number (find_row (window, "reorder_point"), 500); /* S is 120 */
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (button), "Must be below"));
  wait_until_active (window);
  press ("ctrl+e");
  g_assert_null (find_dialog (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  save_screenshot (window, "no-export");

  show_tab (window, "scenario");
  g_assert_false (gtk_widget_is_sensitive (button));
  show_tab (window, "run");
  type_number (find_row (window, "reorder_point"), 50);
  wait_for_results (window);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_null (gtk_widget_get_tooltip_text (button));
  close_window (window);
}

static double
get_slid (TwinParameterRow *row)
{
  return gtk_range_get_value (GTK_RANGE (find_type (row, GTK_TYPE_RANGE)));
}

/* A slider stops before another parameter: results go on. */
static void
test_stop (void)
{
  TwinWindow *window = open_window ();
  TwinParameterRow *s = find_row (window, "reorder_point");
  TwinParameterRow *up_to = find_row (window, "order_up_to");
  g_autofree char *before = NULL;

  wait_for_results (window);
  before = g_strdup (get_first_card (window));
  set_number (s, 170); /* S is 120 */
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 119);
  g_assert_cmpfloat (get_slid (s), ==, 119);
  set_number (s, 200);
  g_assert_cmpfloat (get_slid (s), ==, 119);
  g_assert_false (is_marked (window, "reorder_point"));
  wait_for_results (window);
  g_assert_cmpstr (get_first_card (window), !=, before);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  save_screenshot (window, "slider-stop");

  set_number (s, 55);
  set_number (up_to, 3);
  g_assert_cmpfloat (get_number (window, "order_up_to"), ==, 56);
  g_assert_cmpfloat (get_slid (up_to), ==, 56);
  g_assert_false (is_marked (window, "order_up_to"));

  /* What was typed may contradict, and the slider leads out of it. */
  type_number (s, 300);
  g_assert_true (is_marked (window, "reorder_point"));
  set_number (up_to, 350);
  g_assert_cmpfloat (get_number (window, "order_up_to"), ==, 350);
  wait_until (!is_marked (window, "reorder_point"));
  wait_for_results (window);
  close_window (window);
}

/* The same by keyboard */
static void
test_stop_by_keys (void)
{
  TwinWindow *window = open_window ();
  TwinParameterRow *s = find_row (window, "reorder_point");
  TwinParameterRow *up_to = find_row (window, "order_up_to");

  wait_until_active (window);
  gtk_widget_grab_focus (find_type (s, GTK_TYPE_RANGE));
  press ("End");
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 119);
  press ("Right Right Page_Up");
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 119);
  press ("Left Left Left");
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 116);
  gtk_widget_grab_focus (find_type (up_to, GTK_TYPE_RANGE));
  press ("Home Left");
  g_assert_cmpfloat (get_number (window, "order_up_to"), ==, 117);
  g_assert_cmpfloat (get_slid (up_to), ==, 117);
  wait_for_results (window);
  close_window (window);
}

static void
type (GtkWidget *spin,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
}

static void
test_no_number (void)
{
  static const char *const wrong[] = { "12x", "abc", "", "1,5,", "–" };
  TwinWindow *window = open_window ();
  TwinParameterRow *row = find_row (window, "reorder_point");
  GtkWidget *spin = find_type (row, GTK_TYPE_SPIN_BUTTON);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (spin, wrong[i]);
      g_assert_true (is_marked (window, "reorder_point"));
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_child (row, "problem"))), ==,
                       "Must be a number; 40 still counts");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, wrong[i]);
      g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 40);
    }
  wait_for_results (window);
  save_screenshot (window, "no-number");

  /* It stays through edits of others, until there is a number: typed, or set by whatever else. */
  set_number (find_row (window, "order_up_to"), 150);
  g_assert_true (is_marked (window, "reorder_point"));
  type (spin, "55");
  g_assert_false (is_marked (window, "reorder_point"));
  g_assert_cmpfloat (get_number (window, "reorder_point"), ==, 55);
  type (spin, "abc");
  type (spin, "55");
  g_assert_false (is_marked (window, "reorder_point"));
  type (spin, "abc");
  activate (window, "win.undo");
  g_assert_false (is_marked (window, "reorder_point"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "40");
  close_window (window);
}

static void
test_german_number (void)
{
  TwinWindow *window;
  GtkWidget *spin;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no German locale here");
      return;
    }

  window = open_window ();
  spin = find_type (find_row (window, "order_up_to"), GTK_TYPE_SPIN_BUTTON);
  type (spin, "1.234");
  g_assert_false (is_marked (window, "order_up_to"));
  g_assert_cmpfloat (get_number (window, "order_up_to"), ==, 1234);
  spin = find_type (find_row (window, "demand_rate"), GTK_TYPE_SPIN_BUTTON);
  type (spin, "1.234,5");
  g_assert_false (is_marked (window, "demand_rate"));
  g_assert_cmpfloat (get_number (window, "demand_rate"), ==, 1234.5);
  type (spin, "1,234.5");
  g_assert_true (is_marked (window, "demand_rate"));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_child (find_row (window, "demand_rate"),
                                                             "problem"))), ==,
                   "Must be a number; 1234,5 still counts");
  close_window (window);
  setlocale (LC_NUMERIC, "C");
}

/* A number may be wrong beside others while something else is typed there. */
static void
test_no_number_where_wrong (void)
{
  TwinWindow *window = open_window ();
  TwinParameterRow *row = find_row (window, "reorder_point");
  GtkWidget *problem = get_child (row, "problem");
  GtkWidget *spin = find_type (row, GTK_TYPE_SPIN_BUTTON);

  type_number (row, 1000);
  wait_until (is_marked (window, "reorder_point"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (problem)), "Must be below"));
  type (spin, "12x");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (problem)), "Must be a number"));
  type (spin, "1000");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (problem)), "Must be below"));
  type (spin, "40");
  g_assert_false (is_marked (window, "reorder_point"));
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
  g_test_add_func ("/parameters/large-value", test_large_value);
  g_test_add_func ("/parameters/wrong-value", test_wrong_value);
  g_test_add_func ("/parameters/no-number", test_no_number);
  g_test_add_func ("/parameters/german-number", test_german_number);
  g_test_add_func ("/parameters/no-number-where-wrong", test_no_number_where_wrong);
  g_test_add_func ("/parameters/export", test_export);
  g_test_add_func ("/parameters/stop", test_stop);
  g_test_add_func ("/parameters/stop-by-keys", test_stop_by_keys);
  g_test_add_func ("/parameters/choice", test_choice);
  g_test_add_func ("/parameters/undo", test_undo);
  return testing_run ();
}
