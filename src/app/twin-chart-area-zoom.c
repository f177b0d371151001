/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-area-private.h"

#include <math.h>

#define CLOSEST_ZOOM 1e-4 /* of the whole range */

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

void
twin_chart_area_get_shown_range (TwinChartArea *self,
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

void
twin_chart_area_zoom_about (TwinChartArea *self,
                            double         factor,
                            double         x)
{
  double whole_low, whole_high, low, high;

  twin_chart_get_x_range (self->chart, &whole_low, &whole_high);
  twin_chart_area_get_shown_range (self, &low, &high);
  /* Zooming in where it goes no closer must not move anything. */
  factor = MAX (factor, (whole_high - whole_low) * CLOSEST_ZOOM / (high - low));
  twin_chart_area_show_range (self, x + (low - x) * factor, x + (high - x) * factor);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.finish-hint", "s", "charts");
}

void
twin_chart_area_pan_by (TwinChartArea *self,
                        double         share)
{
  double low, high, step;

  if (!twin_chart_area_is_zoomed (self))
    return;
  twin_chart_area_get_shown_range (self, &low, &high);
  step = (high - low) * share;
  twin_chart_area_show_range (self, low + step, high + step);
}

void
twin_chart_area_show_first (TwinChartArea *self)
{
  double low, high;

  twin_chart_area_reset_zoom (self);
  if (self->chart == NULL || self->initial_span <= 0)
    return;
  twin_chart_get_x_range (self->chart, &low, &high);
  twin_chart_area_show_range (self, low, low + self->initial_span);
}

void
twin_chart_area_fit_zoom (TwinChartArea *self)
{
  double low, high;

  if (self->chart == NULL || !twin_chart_area_is_zoomed (self))
    return;
  twin_chart_get_x_range (self->chart, &low, &high);
  if (self->view.x_low >= high || self->view.x_high <= low)
    twin_chart_area_reset_zoom (self);
  else
    {
      self->view.x_low = MAX (self->view.x_low, low);
      self->view.x_high = MIN (self->view.x_high, high);
    }
}
