/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window as a whole: it opens, fills with results, shows its tabs, and goes without a trace. */

#include "screenshot.h"

#include "twin-chart-view.h"
#include "twin-number.h"

#include <locale.h>
#include <time.h>

static gint64 started;

static void
test_first_frame (void)
{
  TwinWindow *window = open_window ();
  gint64 drawn = g_get_monotonic_time ();

  wait_for_results (window);
  g_test_message ("window drawn %.0f ms after main() began, results %.0f ms later",
                  (double) (drawn - started) / 1e3,
                  (double) (g_get_monotonic_time () - drawn) / 1e3);
  g_assert_nonnull (strstr (get_status (window), "42"));
  close_window (window);
}

static void
test_tabs (void)
{
  static const char *const tabs[] = { "scenario", "optimize", "run" };
  TwinWindow *window = open_window ();

  set_replications (window, 100);
  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      show_results (window, tabs[i]);
      g_assert_cmpstr (get_status (window), !=, "");
    }
  close_window (window);
}

static void
test_close_while_running (gconstpointer data)
{
  const Tab *tab = data;
  TwinWindow *window = open_window ();
  gint64 begin;

  set_replications (window, 200000);
  show_tab (window, tab->name);
  if (g_str_equal (tab->name, "optimize"))
    start_search (window);
  wait_until (is_busy (window));
  begin = g_get_monotonic_time ();
  close_window (window);
  g_test_message ("closed in %.0f ms", (double) (g_get_monotonic_time () - begin) / 1e3);
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return 1e3 * (double) now.tv_sec + 1e-6 * (double) now.tv_nsec;
}

static gboolean
on_pause_over (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Looks on for a moment: does no thread compute any more? */
static gboolean
is_at_rest (void)
{
  double before = get_cpu_ms ();
  gboolean over = FALSE;

  g_timeout_add (200, on_pause_over, &over);
  wait_until (over);
  return get_cpu_ms () - before < 50;
}

static void
test_stop (void)
{
  TwinWindow *window = open_window ();
  gint64 begin;

  wait_for_results (window);
  set_replications (window, 5000000); /* minutes of work */
  wait_until (is_busy (window));
  begin = g_get_monotonic_time ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.stop", NULL));
  wait_until (!is_busy (window));
  wait_until (is_at_rest ());
  g_test_message ("at rest at the latest %.0f ms after Stop",
                  (double) (g_get_monotonic_time () - begin) / 1e3 - 200);
  close_window (window);
}

static void
test_two_windows (void)
{
  TwinWindow *first = open_window ();
  TwinWindow *second = open_window ();

  set_number (find_row (first, "reorder_point"), 77);
  wait_for_results (first);
  wait_for_results (second);
  g_assert_cmpfloat (get_number (first, "reorder_point"), ==, 77);
  g_assert_cmpfloat (get_number (second, "reorder_point"), ==, 40);
  close_window (first);
  wait_for_results (second);
  close_window (second);
}

/* Demand of a wholesaler: its chart is there, of the first days. */
static void
test_many_events (void)
{
  TwinWindow *window = open_window ();
  g_autofree char *text = NULL;
  double low, high;

  type_number (find_row (window, "order_up_to"), 12000);
  type_number (find_row (window, "reorder_point"), 7000);
  type_number (find_row (window, "demand_rate"), 1500);
  set_replications (window, 20);
  wait_for_results (window);
  twin_chart_get_x_range (get_trace (window), &low, &high);
  g_assert_cmpfloat (high, ==, 190);
  text = twin_chart_describe (get_trace (window));
  g_assert_nonnull (strstr (text, "the first 190 of 365 days"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  save_screenshot (window, "many-events");
  close_window (window);
}

static void
test_narrow (void)
{
  TwinWindow *window = open_window ();
  AdwFlap *flap = ADW_FLAP (get_child (window, "flap"));

  g_assert_false (adw_flap_get_folded (flap));
  resize (window, 480, 600);
  wait_until (adw_flap_get_folded (flap));
  wait_for_results (window);
  resize (window, 1100, 720);
  wait_until (!adw_flap_get_folded (flap));
  close_window (window);
}

/* A font without a narrow space would let thousands run together. */
static void
test_spaces (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *name = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  g_object_set (settings, "gtk-font-name", "Cantarell 11", NULL);
  setlocale (LC_NUMERIC, "C"); /* other locales need not group by spaces */
  without = twin_number_format (12345, TWIN_NUMBER_COUNT);
  g_object_set (settings, "gtk-font-name", "DejaVu Sans 11", NULL);
  with = twin_number_format (12345, TWIN_NUMBER_COUNT);
  g_object_set (settings, "gtk-font-name", name, NULL);
  setlocale (LC_NUMERIC, "");
  g_assert_cmpstr (without, ==, "12\302\240345");
  g_assert_cmpstr (with, ==, "12\342\200\257345");
}

/* Where the guide is not, words say so. */
static void
test_no_help (void)
{
  TwinWindow *window = open_window ();

  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "help", NULL);
  wait_until (find_label (window, "The guide is not installed: there is no /nowhere/guide.html")
              != NULL);
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  started = g_get_monotonic_time ();
  g_setenv ("TWIN_HELP_DIR", "/nowhere", TRUE);
  testing_init (&argc, &argv);
  g_test_add_func ("/window/first-frame", test_first_frame);
  g_test_add_func ("/window/tabs", test_tabs);
  add_tab_tests ("/window/close-while-running", "warehouse", test_close_while_running);
  g_test_add_func ("/window/stop", test_stop);
  g_test_add_func ("/window/two-windows", test_two_windows);
  g_test_add_func ("/window/many-events", test_many_events);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/no-help", test_no_help);
  g_test_add_func ("/window/spaces", test_spaces);
  return testing_run ();
}
