/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has asked the desktop for no animations gets none: what changes is at its place in the first
 * picture, and stays there. */

#include "picture.h"

#define LONGEST 400000 /* microseconds that an animation of GTK or libadwaita lasts, at most */

typedef struct
{
  gint64 begin;
  gboolean is_over;
} Wait;

static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  Wait *self = data;
  const gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->begin == 0)
    self->begin = now;
  self->is_over = now - self->begin > LONGEST;
  return self->is_over ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* Has something moved between the first picture and the last? */
static gboolean
moves (TwinWindow *window)
{
  Wait wait = { 0, FALSE };
  g_autoptr (Picture) first = picture_take (window);
  g_autoptr (Picture) last = NULL;

  gtk_widget_add_tick_callback (GTK_WIDGET (window), on_frame, &wait, NULL);
  wait_until (wait.is_over);
  last = picture_take (window);
  return first->width != last->width || first->height != last->height
         || memcmp (first->pixels, last->pixels,
                    sizeof (guint32) * (gsize) first->width * (gsize) first->height)
                != 0;
}

static TwinWindow *
open_still (void)
{
  TwinWindow *window = open_example ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  set_replications (window, 100);
  wait_for_results (window);
  return window;
}

static void
show_or_hide_sidebar (TwinWindow *window)
{
  activate (window, "win.show-sidebar");
}

static void
show_toast (TwinWindow *window)
{
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (get_child (window, "toasts")),
                               adw_toast_new ("Saved"));
}

static void
show_hint (TwinWindow *window)
{
  activate (window, "win.show-hints");
}

static void
show_next_page (TwinWindow *window)
{
  show_results (window, "scenario");
}

/* What is wrong comes up at its row, and in a strip below the page. */
static void
show_problem (TwinWindow *window)
{
  type_number (find_row (window, "order_up_to"), 10);
  wait_until (find_label (window, "Must be") != NULL);
}

static void
test_change (gconstpointer data)
{
  void (*change) (TwinWindow *window) = NULL;
  TwinWindow *window = open_still ();

  *(gconstpointer *) &change = data;
  g_assert_false (moves (window));
  change (window);
  g_assert_false (moves (window));
  close_window (window);
}

/* That this would be seen */
static void
test_control (void)
{
  TwinWindow *window = open_still ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  show_or_hide_sidebar (window);
  g_assert_true (moves (window));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/motion/control", test_control);
  g_test_add_data_func ("/motion/sidebar", show_or_hide_sidebar, test_change);
  g_test_add_data_func ("/motion/toast", show_toast, test_change);
  g_test_add_data_func ("/motion/hint", show_hint, test_change);
  g_test_add_data_func ("/motion/page", show_next_page, test_change);
  g_test_add_data_func ("/motion/problem", show_problem, test_change);
  return testing_run ();
}
