/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-wheel.h"

/* The control's own scroll controllers sleep while it has not the focus. A controller of ours that
 * swallowed the events in the capture phase would keep them from the scrolled window as well. */
static void
set_awake (GtkWidget *control,
           gboolean awake)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (control);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, awake ? GTK_PHASE_BUBBLE
                                                                      : GTK_PHASE_NONE);
    }
}

static void
on_contains_focus (GtkEventControllerFocus *focus)
{
  set_awake (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)),
             gtk_event_controller_focus_contains_focus (focus));
}

void
twin_wheel_guard (GtkWidget *control)
{
  GtkEventController *focus;

  g_return_if_fail (GTK_IS_WIDGET (control));

  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "notify::contains-focus", G_CALLBACK (on_contains_focus), NULL);
  gtk_widget_add_controller (control, focus);
  set_awake (control, FALSE);
}
