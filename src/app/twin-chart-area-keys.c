/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-area-private.h"

#include <gdk/gdkkeysyms.h>
#include <math.h>

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

  twin_chart_area_get_shown_range (self, &low, &high);
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

  twin_chart_area_get_shown_range (self, &low, &high);
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

gboolean
twin_chart_area_key_pressed (TwinChartArea   *self,
                             guint            key,
                             guint            code,
                             GdkModifierType  state)
{
  const gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  const int direction = key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1 : 1;
  double low, high, middle;

  if (self->chart == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  twin_chart_area_get_shown_range (self, &low, &high);
  middle = self->view.crosshair ? self->view.hover_x : (low + high) / 2;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (shift)
        twin_chart_area_pan_by (self, direction * TWIN_PAN_STEP);
      else
        step_crosshair (self, direction);
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
      twin_chart_area_zoom_about (self, 1 / TWIN_ZOOM_STEP, middle);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      twin_chart_area_zoom_about (self, TWIN_ZOOM_STEP, middle);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      twin_chart_area_toggle_zoom (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_1 ... GDK_KEY_9:
      twin_chart_area_toggle_entry (self, key - GDK_KEY_1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!self->view.crosshair)
        return GDK_EVENT_PROPAGATE;
      twin_chart_area_hide_crosshair (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if (!shift)
        return GDK_EVENT_PROPAGATE;
      G_GNUC_FALLTHROUGH;
    case GDK_KEY_Menu:
      twin_chart_area_popup_menu (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                  gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}
