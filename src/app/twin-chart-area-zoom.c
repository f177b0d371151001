/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-area-private.h"

#include <math.h>

#define CLOSEST_ZOOM 1e-4 /* of the whole range */

/* Only what the chart itself begins with, and no zoom within it. */
static gboolean
is_at_focus (TwinChartArea *self)
{
  return self->chart != NULL && isnan (self->view.x_low) && !self->view.whole
         && twin_chart_has_focus (self->chart);
}

gboolean
twin_chart_area_is_zoomed (TwinChartArea *self)
{
  return !isnan (self->view.x_low) || is_at_focus (self);
}

static void
zoom_changed (TwinChartArea *self)
{
  const gboolean zoomed = twin_chart_area_is_zoomed (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.show-all", zoomed);
  gtk_widget_set_visible (self->show_all_button, zoomed);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
  zoom_changed (self);
}

void
twin_chart_area_get_shown_range (TwinChartArea *self,
                                 double        *low,
                                 double        *high)
{
  twin_chart_get_shown_x_range (self->chart, &self->view, low, high);
}

static void
show_focus (TwinChartArea *self)
{
  self->view.x_low = self->view.x_high = NAN;
  self->view.whole = FALSE;
  zoom_changed (self);
}

void
twin_chart_area_reset_zoom (TwinChartArea *self)
{
  self->view.x_low = self->view.x_high = NAN;
  self->view.whole = self->chart != NULL && twin_chart_has_focus (self->chart);
  zoom_changed (self);
}

void
twin_chart_area_toggle_zoom (TwinChartArea *self)
{
  if (twin_chart_area_is_zoomed (self))
    twin_chart_area_reset_zoom (self);
  else
    show_focus (self);
}

/* Out of what the chart begins with there is one step: to all of it. */
void
twin_chart_area_zoom_about (TwinChartArea *self,
                            double         factor,
                            double         x)
{
  TwinChartView first = self->view;
  double whole_low, whole_high, low, high, first_low, first_high;

  if (factor > 1 && is_at_focus (self))
    {
      twin_chart_area_reset_zoom (self);
      return;
    }
  twin_chart_get_x_range (self->chart, &whole_low, &whole_high);
  twin_chart_area_get_shown_range (self, &low, &high);
  /* Zooming in where it goes no closer must not move anything. */
  factor = MAX (factor, (whole_high - whole_low) * CLOSEST_ZOOM / (high - low));
  low = x + (low - x) * factor;
  high = x + (high - x) * factor;

  first.x_low = first.x_high = NAN;
  twin_chart_get_shown_x_range (self->chart, &first, &first_low, &first_high);
  if (factor > 1 && high - low >= first_high - first_low)
    show_focus (self);
  else
    twin_chart_area_show_range (self, low, high);
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

  show_focus (self);
  if (self->chart == NULL || self->initial_span <= 0)
    return;
  twin_chart_get_x_range (self->chart, &low, &high);
  twin_chart_area_show_range (self, low, low + self->initial_span);
}

void
twin_chart_area_fit_zoom (TwinChartArea *self)
{
  double low, high;

  if (self->chart != NULL && !isnan (self->view.x_low))
    {
      twin_chart_get_x_range (self->chart, &low, &high);
      if (self->view.x_low >= high || self->view.x_high <= low)
        self->view.x_low = self->view.x_high = NAN;
      else
        {
          self->view.x_low = MAX (self->view.x_low, low);
          self->view.x_high = MIN (self->view.x_high, high);
        }
    }
  zoom_changed (self);
}
