/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every tab with real results, in several sizes and both colours, with text of twice the size, and
 * where the desktop asks for it with high contrast: build/tests/app/screenshots/. Nothing but
 * drawing without a warning is tested; whether the pictures are beautiful is for people. */

#include "screenshot.h"

typedef struct
{
  int width, height;
  AdwColorScheme scheme;
  const char *name;
  int text; /* how large; 1: as it is */
} Look;

static const Look looks[] = {
  { 1100, 720, ADW_COLOR_SCHEME_FORCE_LIGHT, "1100x720-light", 1 },
  { 1100, 720, ADW_COLOR_SCHEME_FORCE_DARK, "1100x720-dark", 1 },
  { 800, 600, ADW_COLOR_SCHEME_FORCE_LIGHT, "800x600-light", 1 },
  { 800, 600, ADW_COLOR_SCHEME_FORCE_DARK, "800x600-dark", 1 },
  { 360, 640, ADW_COLOR_SCHEME_FORCE_LIGHT, "360x640-light", 1 },
  { 1100, 900, ADW_COLOR_SCHEME_FORCE_LIGHT, "1100x900-large", 2 },
  { 720, 900, ADW_COLOR_SCHEME_FORCE_LIGHT, "720x900-large", 2 },
};

/* Scrolls the tab to its end, where the rest of it can be seen, or to its begin. */
static void
scroll (TwinWindow *window,
        gboolean to_end)
{
  GtkWidget *page = get_tab (window);
  GtkWidget *scrolled = find_type (page, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, to_end ? gtk_adjustment_get_upper (adjustment) : 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

static void
take_screenshots (TwinWindow *window,
                  const char *prefix,
                  const char *tab)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      AdwStyleManager *manager = adw_style_manager_get_default ();
      const char *contrast = adw_style_manager_get_high_contrast (manager) ? "-contrast" : "";
      g_autofree char *name = g_strdup_printf ("%s%s-%s%s", prefix, tab, looks[i].name, contrast);
      g_autofree char *end = g_strconcat (name, "-end", NULL);

      adw_style_manager_set_color_scheme (manager, looks[i].scheme);
      scale_text (looks[i].text);
      resize (window, looks[i].width, looks[i].height);
      scroll (window, FALSE);
      save_screenshot (window, name);
      scroll (window, TRUE);
      save_screenshot (window, end);
      scale_text (1);
    }
}

static void
test_tab (gconstpointer data)
{
  const Tab *tab = data;
  const char *prefix = g_str_equal (tab->model, "network") ? "network-" : "";
  TwinWindow *window = open_example ();

  choose_model (window, tab->model);
  show_results (window, tab->name);
  take_screenshots (window, prefix, tab->name);
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  add_tab_tests ("/screenshots", NULL, test_tab);
  return testing_run ();
}
