/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hints come one at a time, go when they are followed or closed, and stay away until they are asked
 * for. */

#include "screenshot.h"

#include "twin-hint-bar.h"

#define SLIDER "Move a slider"
#define CHART "zoom into a chart"
#define SCENARIO "makes it stronger"
#define POLICY "Every mark is a policy"

static TwinWindow *
open_with (GSettings *settings)
{
  g_autoptr (TwinPool) pool = twin_pool_new (0);
  TwinWindow *window
      = twin_window_new (GTK_APPLICATION (g_application_get_default ()),
                         twin_project_new (twin_model_type_list ()[0]), NULL, pool, settings);

  gtk_window_present (GTK_WINDOW (window));
  wait_for_results (window);
  return window;
}

/* The one that is shown, as its first words; NULL: none */
static const char *
get_hint (TwinWindow *window)
{
  static const char *const texts[] = { SLIDER, CHART, SCENARIO, POLICY };
  GtkWidget *bar = get_child (window, "hints");

  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (get_child (bar, "revealer"))))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (find_label (bar, texts[i]) != NULL)
      return texts[i];
  g_assert_not_reached ();
}

static void
close_hint (TwinWindow *window)
{
  click (find_named_button (window, "Hide This Hint"));
}

static void
test_followed (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.inventorytwin.InventoryTwin");
  TwinWindow *window = open_with (settings);

  g_assert_cmpstr (get_hint (window), ==, SLIDER);
  set_number (find_row (window, "reorder_point"), 55);
  g_assert_null (get_hint (window));
  wait_for_results (window);
  g_assert_null (get_hint (window));

  /* The next one comes with the tab, and each tab has its own. */
  show_results (window, "scenario");
  g_assert_cmpstr (get_hint (window), ==, SCENARIO);
  show_results (window, "optimize");
  g_assert_cmpstr (get_hint (window), ==, POLICY);
  show_tab (window, "run");
  g_assert_cmpstr (get_hint (window), ==, CHART);

  /* What was done unasked, before the hint was there, is done again. */
  twin_hint_bar_finish (TWIN_HINT_BAR (get_child (window, "hints")), "policies");
  show_tab (window, "optimize");
  g_assert_cmpstr (get_hint (window), ==, POLICY);
  close_window (window);
  g_settings_reset (settings, "finished-hints");
}

/* A search that waits for its button has no marks yet. */
static void
test_without_results (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.inventorytwin.InventoryTwin");
  TwinWindow *window = open_with (settings);

  choose_model (window, "network");
  set_replications (window, 10);
  show_tab (window, "optimize");
  g_assert_null (get_hint (window));
  start_search (window);
  wait_for_results (window);
  g_assert_cmpstr (get_hint (window), ==, POLICY);
  choose_model (window, "warehouse");
  wait_for_results (window);
  g_assert_cmpstr (get_hint (window), ==, POLICY);
  close_window (window);
  g_settings_reset (settings, "finished-hints");
}

static void
test_closed (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.inventorytwin.InventoryTwin");
  TwinWindow *first = open_with (settings);
  TwinWindow *second = open_with (settings);

  close_hint (first);
  g_assert_null (get_hint (first));
  g_assert_null (get_hint (second));
  close_window (second);

  second = open_with (settings);
  g_assert_cmpstr (get_hint (second), ==, CHART);
  close_hint (second);
  close_window (second);
  second = open_with (settings);
  g_assert_null (get_hint (second));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (second), "win.show-hints", NULL));
  g_assert_cmpstr (get_hint (second), ==, SLIDER);
  close_window (first);
  close_window (second);
  g_settings_reset (settings, "finished-hints");
}

/* A slider that nobody sees is nothing to be moved; but it is as soon as it comes. */
static void
test_side_hidden (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.inventorytwin.InventoryTwin");
  TwinWindow *window = open_with (settings);
  AdwFlap *flap = ADW_FLAP (get_child (window, "flap"));

  resize (window, 360, 640);
  wait_until (!adw_flap_get_reveal_flap (flap));
  g_assert_null (get_hint (window));
  save_screenshot (window, "hint-side-hidden");
  show_results (window, "scenario");
  g_assert_cmpstr (get_hint (window), ==, SCENARIO);
  show_tab (window, "run");
  g_assert_null (get_hint (window));

  adw_flap_set_reveal_flap (flap, TRUE);
  g_assert_cmpstr (get_hint (window), ==, SLIDER);
  set_number (find_row (window, "reorder_point"), 55);
  g_assert_null (get_hint (window));
  adw_flap_set_reveal_flap (flap, FALSE);
  adw_flap_set_reveal_flap (flap, TRUE);
  g_assert_null (get_hint (window));
  close_window (window);
  g_settings_reset (settings, "finished-hints");
}

/* Where nothing can be remembered, nobody is told the same again and again. */
static void
test_no_settings (void)
{
  TwinWindow *window = open_window ();

  wait_for_results (window);
  g_assert_null (get_hint (window));
  close_window (window);
}

static void
test_picture (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.inventorytwin.InventoryTwin");
  TwinWindow *window = open_with (settings);
  AdwStyleManager *style = adw_style_manager_get_default ();

  save_screenshot (window, "hint-light");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  resize (window, 480, 600);
  show_results (window, "optimize");
  save_screenshot (window, "hint-narrow-dark");
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/hints/followed", test_followed);
  g_test_add_func ("/hints/without-results", test_without_results);
  g_test_add_func ("/hints/closed", test_closed);
  g_test_add_func ("/hints/side-hidden", test_side_hidden);
  g_test_add_func ("/hints/no-settings", test_no_settings);
  g_test_add_func ("/hints/picture", test_picture);
  return testing_run ();
}
