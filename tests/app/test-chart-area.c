/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart in a window: what keys, wheel and clicks do to the view of it. */

#include <math.h>

#include "testing.h"
#include "twin-chart-area-private.h"

typedef struct
{
  GtkWidget *window;
  TwinChartArea *area;
} Fixture;

static TwinChart *
make_chart (double last,
            const char *second)
{
  const TwinAxis axis = { .title = "Stock" };
  const double x[] = { 0, 0.25 * last, 0.5 * last, last };
  const double y[] = { 3, 1, 4, 1 };
  TwinChart *chart = twin_chart_new ("Stock over time", &(TwinAxis){ .title = "Time" });

  twin_chart_add_panel (chart, NULL, &axis);
  twin_chart_add_line (chart, 0, &(TwinLayer){ .title = "On hand" }, x, y, 4);
  twin_chart_add_line (chart, 0, &(TwinLayer){ .title = second }, x, y, 4);
  return chart;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (TwinChart) chart = make_chart (100, "Position");

  self->area = g_object_new (TWIN_TYPE_CHART_AREA, "focusable", TRUE, NULL);
  twin_chart_area_set_chart (self->area, chart);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->area));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->area), (gpointer *) &self->area);
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_until (self->area == NULL);
}

static GtkEventController *
find_controller (TwinChartArea *area,
                 GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (area));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

/* Returns whether the key did anything. */
static gboolean
press (Fixture *self,
       guint key,
       GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (self->area, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         key, 0, state, &handled);
  return handled;
}

static void
assert_shows (Fixture *self,
              double low,
              double high)
{
  double shown_low, shown_high;

  twin_chart_area_get_shown_range (self->area, &shown_low, &shown_high);
  g_assert_cmpfloat_with_epsilon (shown_low, low, 1e-6);
  g_assert_cmpfloat_with_epsilon (shown_high, high, 1e-6);
}

static void
test_reads_by_key (Fixture *self,
                   gconstpointer data)
{
  const double *x = &self->area->view.hover_x;

  g_assert_true (press (self, GDK_KEY_Home, 0));
  g_assert_true (self->area->view.crosshair);
  g_assert_cmpfloat (*x, ==, 0);
  g_assert_true (press (self, GDK_KEY_Right, 0));
  g_assert_cmpfloat (*x, ==, 25);
  press (self, GDK_KEY_Right, 0);
  g_assert_cmpfloat (*x, ==, 50);
  press (self, GDK_KEY_Left, 0);
  g_assert_cmpfloat (*x, ==, 25);
  press (self, GDK_KEY_End, 0);
  g_assert_cmpfloat (*x, ==, 100);

  g_assert_true (press (self, GDK_KEY_Escape, 0));
  g_assert_false (self->area->view.crosshair);
  /* There is nothing left to leave: the window may have it. */
  g_assert_false (press (self, GDK_KEY_Escape, 0));
  g_assert_false (press (self, GDK_KEY_Right, GDK_CONTROL_MASK));
}

static void
test_zooms_by_key (Fixture *self,
                   gconstpointer data)
{
  assert_shows (self, 0, 100);
  g_assert_true (press (self, GDK_KEY_plus, 0));
  assert_shows (self, 10, 90);
  g_assert_true (gtk_widget_get_visible (self->area->show_all_button));
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_shows (self, 18, 98);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_shows (self, 20, 100);
  press (self, GDK_KEY_0, 0);
  assert_shows (self, 0, 100);
  g_assert_false (gtk_widget_get_visible (self->area->show_all_button));

  for (int i = 0; i < 100; i++)
    press (self, GDK_KEY_plus, 0);
  assert_shows (self, 49.995, 50.005);
  for (int i = 0; i < 100; i++)
    press (self, GDK_KEY_minus, 0);
  g_assert_false (twin_chart_area_is_zoomed (self->area));
}

/* The crosshair walks out of what is shown, and takes it along. */
static void
test_crosshair_pans (Fixture *self,
                     gconstpointer data)
{
  twin_chart_area_show_range (self->area, 0, 30);
  press (self, GDK_KEY_Home, 0);
  press (self, GDK_KEY_Right, 0);
  assert_shows (self, 0, 30);
  press (self, GDK_KEY_Right, 0);
  assert_shows (self, 20, 50);
}

static void
test_legend_by_key (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (TwinChart) other = make_chart (100, "Orders");

  g_assert_true (press (self, GDK_KEY_2, 0));
  g_assert_cmphex (self->area->view.hidden, ==, 2);
  press (self, GDK_KEY_1, 0);
  g_assert_cmphex (self->area->view.hidden, ==, 3);
  press (self, GDK_KEY_2, 0);
  g_assert_cmphex (self->area->view.hidden, ==, 1);
  /* There is no third one. */
  press (self, GDK_KEY_3, 0);
  g_assert_cmphex (self->area->view.hidden, ==, 1);

  twin_chart_area_set_chart (self->area, other);
  g_assert_cmphex (self->area->view.hidden, ==, 1);
  twin_chart_area_reset_view (self->area);
  g_assert_cmphex (self->area->view.hidden, ==, 0);
}

static gboolean
scroll (Fixture *self,
        double dy)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (self->area, GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll",
                         0.0, dy, &handled);
  return handled;
}

/* A wheel that only passes by scrolls the page. */
static void
test_wheel (Fixture *self,
            gconstpointer data)
{
  GtkEventController *motion = find_controller (self->area, GTK_TYPE_EVENT_CONTROLLER_MOTION);

  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  g_signal_emit_by_name (motion, "motion", 300.0, 200.0);
  g_assert_true (self->area->view.crosshair);
  g_assert_false (scroll (self, -1));
  assert_shows (self, 0, 100);

  /* With Ctrl it means the chart, whatever was done before. */
  twin_chart_area_hide_crosshair (self->area);
  g_assert_true (twin_chart_area_scroll (self->area, 0, -1, GDK_CONTROL_MASK));
  g_assert_true (twin_chart_area_is_zoomed (self->area));
  g_assert_true (twin_chart_area_scroll (self->area, 0, 1, GDK_CONTROL_MASK));
  assert_shows (self, 0, 100);
  g_signal_emit_by_name (motion, "motion", 300.0, 2.0);
  g_assert_false (twin_chart_area_scroll (self->area, 0, -1, GDK_CONTROL_MASK));

  gtk_widget_grab_focus (GTK_WIDGET (self->area));
  g_signal_emit_by_name (motion, "motion", 300.0, 200.0);
  g_assert_true (scroll (self, -1));
  g_assert_true (twin_chart_area_is_zoomed (self->area));
  g_assert_true (scroll (self, 1));
  g_assert_false (twin_chart_area_is_zoomed (self->area));
  /* Nothing is left to zoom out of. */
  g_assert_false (scroll (self, 1));
}

static void
drag (Fixture *self,
      double from,
      double to,
      double y)
{
  GtkEventController *controller = find_controller (self->area, GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (controller, "drag-begin", from, y);
  g_signal_emit_by_name (controller, "drag-update", to - from, 0.0);
  g_signal_emit_by_name (controller, "drag-end", to - from, 0.0);
}

/* A chart that is higher than the page stays where it is when it is clicked. */
static void
test_drag_in_page (Fixture *self,
                   gconstpointer data)
{
  GtkWidget *page = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkAdjustment *position = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  GtkWidget *viewport;

  g_object_ref (self->area);
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  twin_chart_area_set_plain_height (self->area, 1600);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->area));
  g_object_unref (self->area);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page), box);
  gtk_window_set_child (GTK_WINDOW (self->window), page);
  wait_until (gtk_adjustment_get_upper (position) > 1600);
  gtk_widget_grab_focus (entry);
  gtk_adjustment_set_value (position, 700);
  gtk_test_widget_wait_for_draw (self->window);

  drag (self, 200, 300, 900);
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (self->area)));
  g_assert_cmpfloat (gtk_adjustment_get_value (position), ==, 700);
  g_assert_true (twin_chart_area_is_zoomed (self->area));

  /* The keyboard still finds what has the focus. */
  viewport = gtk_widget_get_ancestor (box, GTK_TYPE_VIEWPORT);
  g_assert_true (gtk_viewport_get_scroll_to_focus (GTK_VIEWPORT (viewport)));
  gtk_widget_grab_focus (entry);
  wait_until (gtk_adjustment_get_value (position) == 0);
}

/* A new chart is looked at as the old one was, as far as it reaches. */
static void
test_zoom_survives (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (TwinChart) shorter = make_chart (50, "Position");
  g_autoptr (TwinChart) shortest = make_chart (10, "Position");

  twin_chart_area_show_range (self->area, 20, 60);
  twin_chart_area_set_chart (self->area, shorter);
  assert_shows (self, 20, 50);
  twin_chart_area_set_chart (self->area, shortest);
  assert_shows (self, 0, 10);
}

/* A chart that begins with a part of itself: from there one step out shows all, and back. */
static void
test_focus (Fixture *self,
            gconstpointer data)
{
  g_autoptr (TwinChart) chart = make_chart (100, "Position");
  g_autoptr (TwinChart) other = make_chart (100, "Position");
  g_autoptr (TwinChart) plain = make_chart (100, "Position");

  twin_chart_set_focus (chart, &(TwinFocus){ 80, NAN, NAN, 2 }, "Not shown: most.");
  twin_chart_set_focus (other, &(TwinFocus){ 70, NAN, NAN, 2 }, "Not shown: some.");
  twin_chart_area_set_chart (self->area, chart);
  assert_shows (self, 80, 100);
  g_assert_true (gtk_widget_get_visible (self->area->show_all_button));
  press (self, GDK_KEY_minus, 0);
  assert_shows (self, 0, 100);
  g_assert_false (gtk_widget_get_visible (self->area->show_all_button));
  /* Who looks at all goes on doing so. */
  twin_chart_area_set_chart (self->area, other);
  assert_shows (self, 0, 100);
  press (self, GDK_KEY_0, 0);
  assert_shows (self, 70, 100);
  press (self, GDK_KEY_0, 0);
  assert_shows (self, 0, 100);
  press (self, GDK_KEY_0, 0);

  press (self, GDK_KEY_plus, 0);
  assert_shows (self, 73, 97);
  press (self, GDK_KEY_minus, 0);
  assert_shows (self, 70, 100);
  twin_chart_area_set_chart (self->area, plain);
  assert_shows (self, 0, 100);
  g_assert_false (gtk_widget_get_visible (self->area->show_all_button));
}

/* Where the controls are drawn: x, y and height. */
static graphene_rect_t
get_controls (Fixture *self)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (self->area->controls),
                                            GTK_WIDGET (self->area), &box));
  return box;
}

/* Beside the title, in the line of its text, where both have room; else below it, from where it
 * begins; and then clicks still meet what is seen. */
static void
test_controls (Fixture *self,
               gconstpointer data)
{
  GtkWidget *control = gtk_button_new_with_label ("Total cost");
  const int width = gtk_widget_get_width (GTK_WIDGET (self->area));
  TwinTitlePlace title;
  graphene_rect_t box;

  gtk_box_prepend (self->area->controls, control);
  gtk_widget_set_size_request (control, width / 2, -1);
  gtk_test_widget_wait_for_draw (self->window);
  box = get_controls (self);
  twin_chart_place_title (self->area->chart, width, &self->area->view, &title);
  g_assert_true (title.fits);
  g_assert_cmpfloat_with_epsilon (box.origin.y + box.size.height / 2, title.middle, 1);
  g_assert_cmpfloat (box.origin.x, >, width / 3.0);
  g_assert_cmpfloat_with_epsilon (box.origin.x + box.size.width, width, 1);

  /* Large text stands lower than the middle of its controls. */
  gtk_widget_set_size_request (control, width / 4, -1);
  scale_text (2);
  gtk_test_widget_wait_for_draw (self->window);
  box = get_controls (self);
  twin_chart_place_title (self->area->chart, width, &self->area->view, &title);
  g_assert_true (title.fits);
  g_assert_cmpfloat (title.middle, >, box.size.height / 2 + 2);
  g_assert_cmpfloat_with_epsilon (box.origin.y + box.size.height / 2, title.middle, 1);
  scale_text (1);

  gtk_widget_set_size_request (control, width - 100, -1);
  gtk_test_widget_wait_for_draw (self->window);
  box = get_controls (self);
  twin_chart_place_title (self->area->chart, width, &self->area->view, &title);
  g_assert_cmpfloat (box.origin.y, >, title.middle);
  g_assert_cmpfloat_with_epsilon (box.origin.y, title.end, 1);
  g_assert_cmpfloat_with_epsilon (box.origin.x, title.start, 1);
  g_assert_cmpfloat (self->area->view.below_title, ==, box.size.height);

  /* Another title may have room again. */
  gtk_widget_set_size_request (control, width - 120, -1);
  {
    g_autoptr (TwinChart) chart = twin_chart_new ("s", &(TwinAxis){ .title = "Time" });

    twin_chart_area_set_chart (self->area, chart);
  }
  gtk_test_widget_wait_for_draw (self->window);
  box = get_controls (self);
  twin_chart_place_title (self->area->chart, width, &self->area->view, &title);
  g_assert_cmpfloat_with_epsilon (box.origin.y + box.size.height / 2, title.middle, 1);
}

static void
test_no_chart (Fixture *self,
               gconstpointer data)
{
  twin_chart_area_set_chart (self->area, NULL);
  g_assert_false (press (self, GDK_KEY_Right, 0));
  g_assert_false (press (self, GDK_KEY_1, 0));
  g_assert_false (scroll (self, -1));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->area->menu_button)));
  gtk_test_widget_wait_for_draw (self->window);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/chart-area/reads-by-key", test_reads_by_key },
    { "/chart-area/zooms-by-key", test_zooms_by_key },
    { "/chart-area/crosshair-pans", test_crosshair_pans },
    { "/chart-area/legend-by-key", test_legend_by_key },
    { "/chart-area/wheel", test_wheel },
    { "/chart-area/drag-in-page", test_drag_in_page },
    { "/chart-area/zoom-survives", test_zoom_survives },
    { "/chart-area/focus", test_focus },
    { "/chart-area/controls", test_controls },
    { "/chart-area/no-chart", test_no_chart },
  };

  testing_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return testing_run ();
}
