/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-area-private.h"

#include <gdk/gdkkeysyms.h>
#include <math.h>

#define ZOOM_STEP 1.25
#define PAN_STEP 0.1      /* of the shown range, by key */
#define DRAG_THRESHOLD 6  /* pixels that tell a drag from a click */
#define SLOPE_PIXELS 8    /* apart: two points that tell data units per pixel */
#define CLOSEST_ZOOM 1e-4 /* of the whole range */

static gboolean
pick (TwinChartArea *self,
      double         px,
      double         py,
      TwinChartHit  *hit)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int inset = twin_chart_area_get_inset (self);

  if (self->chart == NULL)
    return FALSE;
  twin_chart_pick (self->chart, gtk_widget_get_width (widget),
                   gtk_widget_get_height (widget) - inset, &self->view, px, py - inset, hit);
  return TRUE;
}

gboolean
twin_chart_area_is_zoomed (TwinChartArea *self)
{
  return !isnan (self->view.x_low);
}

void
twin_chart_area_show_range (TwinChartArea *self,
                            double         low,
                            double         high)
{
  double whole_low, whole_high, width;

  twin_chart_get_x_range (self->chart, &whole_low, &whole_high);
  width = MAX (high - low, (whole_high - whole_low) * CLOSEST_ZOOM);
  if (!(width < whole_high - whole_low))
    {
      twin_chart_area_reset_zoom (self);
      return;
    }
  self->view.x_low = CLAMP (low, whole_low, whole_high - width);
  self->view.x_high = self->view.x_low + width;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.show-all", TRUE);
  gtk_widget_set_visible (self->show_all_button, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
get_shown_range (TwinChartArea *self,
                 double        *low,
                 double        *high)
{
  twin_chart_get_x_range (self->chart, low, high);
  if (twin_chart_area_is_zoomed (self))
    {
      *low = self->view.x_low;
      *high = self->view.x_high;
    }
}

void
twin_chart_area_reset_zoom (TwinChartArea *self)
{
  self->view.x_low = self->view.x_high = NAN;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.show-all", FALSE);
  gtk_widget_set_visible (self->show_all_button, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Makes the range @factor times as wide; what is at data position @x stays where it is. */
static void
zoom_about (TwinChartArea *self,
            double         factor,
            double         x)
{
  double low, high;

  get_shown_range (self, &low, &high);
  twin_chart_area_show_range (self, x + (low - x) * factor, x + (high - x) * factor);
}

static void
pan_by (TwinChartArea *self,
        double         share)
{
  double low, high, step;

  if (!twin_chart_area_is_zoomed (self))
    return;
  get_shown_range (self, &low, &high);
  step = (high - low) * share;
  twin_chart_area_show_range (self, low + step, high + step);
}

/* Pointer: hover */

static void
on_motion (TwinChartArea *self,
           double         px,
           double         py)
{
  TwinChartHit hit;

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

static void
on_leave (TwinChartArea *self)
{
  self->view.crosshair = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Pointer: wheel */

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           TwinChartArea            *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  /* As with the sliders: passing over it with the wheel scrolls the page and changes nothing. */
  if (self->chart == NULL
      || (!gtk_widget_is_focus (GTK_WIDGET (self)) && (state & GDK_CONTROL_MASK) == 0)
      || !self->view.crosshair)
    return GDK_EVENT_PROPAGATE;

  if (dx != 0 || (state & GDK_SHIFT_MASK) != 0)
    pan_by (self, (dx != 0 ? dx : dy) * PAN_STEP);
  else if (dy > 0 && !twin_chart_area_is_zoomed (self))
    return GDK_EVENT_PROPAGATE; /* nothing left to zoom out of: the page may scroll */
  else
    zoom_about (self, pow (ZOOM_STEP, dy), self->view.hover_x);
  return GDK_EVENT_STOP;
}

/* Pointer: click and drag */

static void
toggle_entry (TwinChartArea *self,
              guint          entry)
{
  if (entry < 64)
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
    toggle_entry (self, (guint) hit.entry);
  else if (hit.layer >= 0)
    g_signal_emit_by_name (self, "picked", hit.panel, (guint) hit.layer, (guint64) hit.index,
                           hit.mark_x, hit.mark_y);
}

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          px,
               double          py,
               TwinChartArea  *self)
{
  TwinChartHit hit, beside;

  gtk_widget_grab_focus (GTK_WIDGET (self));
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
  get_shown_range (self, &self->drag_low, &self->drag_high);
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
    twin_chart_area_reset_zoom (self);
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

/* Keyboard */

static void
move_crosshair (TwinChartArea *self,
                double         x)
{
  double low, high;

  if (isnan (x))
    return;
  self->view.crosshair = TRUE;
  self->view.hover_x = x;
  self->view.hover_y = NAN;

  get_shown_range (self, &low, &high);
  if (x < low)
    twin_chart_area_show_range (self, x, x + (high - low));
  else if (x > high)
    twin_chart_area_show_range (self, x - (high - low), x);
  twin_chart_area_view_changed (self);
}

static void
step_crosshair (TwinChartArea *self,
                int            direction)
{
  double low, high, x;

  get_shown_range (self, &low, &high);
  if (self->view.crosshair)
    x = twin_chart_neighbour (self->chart, self->view.hover_panel, self->view.hover_x, direction);
  else
    x = twin_chart_neighbour (self->chart, self->view.hover_panel, direction > 0 ? low : high,
                              direction);
  move_crosshair (self, x);
}

/* To the panel below or above, at the same place of the axis that they share. */
static void
step_panel (TwinChartArea *self,
            int            direction)
{
  const int n = (int) twin_chart_get_n_panels (self->chart);
  const int panel = CLAMP ((int) self->view.hover_panel + direction, 0, n - 1);

  self->view.hover_panel = (guint) panel;
  if (self->view.crosshair)
    move_crosshair (self, self->view.hover_x);
  else
    step_crosshair (self, 1);
}

static gboolean
on_key_pressed (TwinChartArea   *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  const gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  double low, high, middle;

  if (self->chart == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  get_shown_range (self, &low, &high);
  middle = self->view.crosshair ? self->view.hover_x : (low + high) / 2;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (shift)
        pan_by (self, key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -PAN_STEP : PAN_STEP);
      else
        step_crosshair (self, key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      /* With one panel the keys scroll the page, as elsewhere. */
      if (shift || twin_chart_get_n_panels (self->chart) < 2)
        return GDK_EVENT_PROPAGATE;
      step_panel (self, key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move_crosshair (self, low);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move_crosshair (self, high);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom_about (self, 1 / ZOOM_STEP, middle);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_about (self, ZOOM_STEP, middle);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      twin_chart_area_reset_zoom (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!self->view.crosshair)
        return GDK_EVENT_PROPAGATE;
      on_leave (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      twin_chart_area_popup_menu (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                  gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
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
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  add (self, motion);

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  add (self, scroll);

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  add (self, key);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
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
