/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pictures of the metainfo as Flathub wants them: the window alone, with its shadow and its
 * round corners, of 1000 × 700 pixels at most, with GNOME's one button. screenshots/store-NAME.png
 * goes to docs/images/store/NAME.png. */

#include "screenshot.h"

#define WIDTH 1000
#define HEIGHT 700

typedef struct
{
  const char *model;
  const char *tab;
  const char *title;
  AdwColorScheme scheme;
  int scrolled; /* to where the tab's point is, pixels */
  const char *name;
} Picture;

static const Picture pictures[] = {
  { "warehouse", "run", "First Steps", ADW_COLOR_SCHEME_FORCE_LIGHT, 0, "store-run" },
  { "warehouse", "scenario", "Spring Sale", ADW_COLOR_SCHEME_FORCE_LIGHT, 0, "store-scenario" },
  { "warehouse", "optimize", "Next Year", ADW_COLOR_SCHEME_FORCE_LIGHT, 347, "store-optimize" },
  { "network", "run", "Three Stores", ADW_COLOR_SCHEME_FORCE_DARK, 0, "store-network" },
};

/* As if it had been opened: with nothing to save */
static void
begin (TwinWindow *window,
       const Picture *picture)
{
  TwinDocument *document = get_document (window);
  const TwinModelType *type = twin_model_type_find (picture->model, NULL);

  if (type != twin_document_get_project (document)->type)
    twin_document_start (document, twin_project_new (type));
  twin_document_set_name (document, picture->title);
}

static void
test_picture (gconstpointer data)
{
  const Picture *picture = data;
  TwinWindow *window = open_example ();
  GtkWidget *page, *scrolled;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), picture->scheme);
  begin (window, picture);
  resize (window, WIDTH, HEIGHT);
  show_results (window, picture->tab);
  page = get_tab (window);
  scrolled = find_type (page, GTK_TYPE_SCROLLED_WINDOW);
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), picture->scrolled);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  save_screenshot_with_shadow (window, picture->name);
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strconcat ("/store-pictures/", pictures[i].name, NULL);

      g_test_add_data_func (path, &pictures[i], test_picture);
    }
  return testing_run ();
}
