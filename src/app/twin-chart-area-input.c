/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-area-private.h"

#include <math.h>

#define DRAG_THRESHOLD 6 /* pixels that tell a drag from a click */
#define SLOPE_PIXELS 8   /* apart: two points that tell data units per pixel */

static gboolean
pick (TwinChartArea *self,
      double         px,
      double         py,
      TwinChartHit  *hit)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->chart == NULL)
    return FALSE;
  twin_chart_pick (self->chart, gtk_widget_get_width (widget),
                   gtk_widget_get_height (widget), &self->view, px, py, hit);
  return TRUE;
}

/* Pointer: hover */

static void
on_motion (TwinChartArea *self,
           double         px,
           double         py)
{
  TwinChartHit hit;

  self->pointer_px = px;
  self->pointer_py = py;
  if (self->drag != TWIN_DRAG_NONE || !pick (self, px, py, &hit))
    return;
  self->view.crosshair = hit.inside;
  if (hit.inside)
    {
      self->view.hover_panel = hit.panel;
      self->view.hover_x = hit.x;
      self->view.hover_y = hit.y;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hit.entry >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
twin_chart_area_hide_crosshair (TwinChartArea *self)
{
  self->view.crosshair = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Pointer: wheel */

gboolean
twin_chart_area_scroll (TwinChartArea   *self,
                        double           dx,
                        double           dy,
                        GdkModifierType  state)
{
  TwinChartHit hit;

  /* As with the sliders: passing over it with the wheel scrolls the page and changes nothing. */
  if ((!gtk_widget_is_focus (GTK_WIDGET (self)) && (state & GDK_CONTROL_MASK) == 0)
      || !pick (self, self->pointer_px, self->pointer_py, &hit) || !hit.inside)
    return GDK_EVENT_PROPAGATE;

  if (dx != 0 || (state & GDK_SHIFT_MASK) != 0)
    twin_chart_area_pan_by (self, (dx != 0 ? dx : dy) * TWIN_PAN_STEP);
  else if (dy > 0 && !twin_chart_area_is_zoomed (self))
    return GDK_EVENT_PROPAGATE; /* nothing left to zoom out of: the page may scroll */
  else
    twin_chart_area_zoom_about (self, pow (TWIN_ZOOM_STEP, dy), hit.x);
  return GDK_EVENT_STOP;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           TwinChartArea            *self)
{
  return twin_chart_area_scroll (
      self, dx, dy,
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)));
}

/* Pointer: click and drag */

void
twin_chart_area_toggle_entry (TwinChartArea *self,
                              guint          entry)
{
  if (entry < MIN (twin_chart_get_n_entries (self->chart), 64))
    self->view.hidden ^= G_GUINT64_CONSTANT (1) << entry;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_click (TwinChartArea *self,
          double         px,
          double         py)
{
  TwinChartHit hit;

  if (!pick (self, px, py, &hit))
    return;
  if (hit.entry >= 0)
    twin_chart_area_toggle_entry (self, (guint) hit.entry);
  else if (hit.layer >= 0)
    g_signal_emit_by_name (self, "picked", hit.panel, (guint) hit.layer, (guint64) hit.index,
                           hit.mark_x, hit.mark_y);
}

/* Whoever clicks sees the chart already: a page that scrolls to the top of what has the focus would
 * pull a tall chart away from under the pointer. */
static void
grab_focus_in_place (TwinChartArea *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  const gboolean scrolls =
      viewport != NULL && gtk_viewport_get_scroll_to_focus (GTK_VIEWPORT (viewport));

  if (scrolls)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (scrolls)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
}

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          px,
               double          py,
               TwinChartArea  *self)
{
  TwinChartHit hit, beside;

  grab_focus_in_place (self);
  self->drag = TWIN_DRAG_NONE;
  self->drag_px = px;
  self->drag_py = py;
  self->drag_x_per_pixel = 0;
  if (!pick (self, px, py, &hit) || !hit.inside)
    return;

  /* The axis is linear: two points tell how many units a pixel has. */
  self->drag_x = hit.x;
  if ((pick (self, px + SLOPE_PIXELS, py, &beside) && beside.inside)
      || (pick (self, px - SLOPE_PIXELS, py, &beside) && beside.inside))
    self->drag_x_per_pixel = fabs (beside.x - hit.x) / SLOPE_PIXELS;
  twin_chart_area_get_shown_range (self, &self->drag_low, &self->drag_high);
}

/* There is nothing to pan while everything is shown; a drag then chooses a stretch to zoom into,
 * as it does with Shift. */
static void
begin_drag (GtkGestureDrag *gesture,
            TwinChartArea  *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->drag = twin_chart_area_is_zoomed (self) && (state & GDK_SHIFT_MASK) == 0
                   ? TWIN_DRAG_PAN
                   : TWIN_DRAG_SELECT;
  self->view.crosshair = FALSE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->drag == TWIN_DRAG_PAN)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TwinChartArea  *self)
{
  if (self->drag_x_per_pixel <= 0)
    return;
  if (self->drag == TWIN_DRAG_NONE && fabs (dx) < DRAG_THRESHOLD)
    return;
  if (self->drag == TWIN_DRAG_NONE)
    begin_drag (gesture, self);

  if (self->drag == TWIN_DRAG_PAN)
    twin_chart_area_show_range (self, self->drag_low - dx * self->drag_x_per_pixel,
                                self->drag_high - dx * self->drag_x_per_pixel);
  self->select_px = self->drag_px + dx;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             TwinChartArea  *self)
{
  TwinDragKind kind = self->drag;

  self->drag = TWIN_DRAG_NONE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->chart == NULL)
    return;
  if (kind == TWIN_DRAG_SELECT)
    {
      const double end = self->drag_x + dx * self->drag_x_per_pixel;

      twin_chart_area_show_range (self, MIN (self->drag_x, end), MAX (self->drag_x, end));
    }
  else if (kind == TWIN_DRAG_NONE && fabs (dx) < DRAG_THRESHOLD && fabs (dy) < DRAG_THRESHOLD)
    on_click (self, self->drag_px, self->drag_py);
}

static void
on_drag_cancel (TwinChartArea *self)
{
  self->drag = TWIN_DRAG_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           px,
            double           py,
            TwinChartArea   *self)
{
  TwinChartHit hit;

  if (n_press == 2 && pick (self, px, py, &hit) && hit.inside)
    twin_chart_area_toggle_zoom (self);
}

static void
on_secondary_pressed (GtkGestureClick *gesture,
                      int              n_press,
                      double           px,
                      double           py,
                      TwinChartArea   *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  twin_chart_area_popup_menu (self, px, py);
}

static void
add (TwinChartArea      *self,
     GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
twin_chart_area_init_input (TwinChartArea *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (twin_chart_area_hide_crosshair), self);
  add (self, motion);

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  add (self, scroll);

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (twin_chart_area_key_pressed), self);
  add (self, key);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (twin_chart_area_hide_crosshair), self);
  add (self, focus);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  add (self, GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  add (self, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self);
  add (self, GTK_EVENT_CONTROLLER (secondary));
}
