/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-area.h"
#include "twin-chart-view.h"

G_BEGIN_DECLS

#define TWIN_ZOOM_STEP 1.25
#define TWIN_PAN_STEP 0.1 /* of the shown range */

typedef enum
{
  TWIN_DRAG_NONE,
  TWIN_DRAG_PAN,
  TWIN_DRAG_SELECT
} TwinDragKind;

struct _TwinChartArea
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkBox *controls;
  GtkWidget *show_all_button;
  GtkMenuButton *menu_button;
  GMenu *menu;

  /* Owned */
  TwinChart *chart;
  char *font; /* what view.font borrows */
  char *export_name;
  GMenuModel *extra_menu;
  GtkWidget *context_menu;

  TwinChartView view;
  gboolean dimmed;
  int plain_width, plain_height; /* at least, with text of the default size; 0: as it comes */
  double initial_span; /* x units that are shown first; 0: all */

  double pointer_px, pointer_py; /* where it was last */

  /* Input: what a drag began with, in widget pixels and data units */
  TwinDragKind drag;
  double drag_px, drag_py;
  double drag_x, drag_x_per_pixel;
  double drag_low, drag_high;
  double select_px; /* the other end of the selection */
};

/** Follows the desktop's colours from now on, and begins with its text. */
void twin_chart_area_init_look (TwinChartArea *self);
/** After the interface's text changed. */
void twin_chart_area_update_font (TwinChartArea *self);
/** After the plain size changed. */
void twin_chart_area_update_size (TwinChartArea *self);
/** Draws the chart, and what is being selected of it. */
void twin_chart_area_draw (TwinChartArea *self, GtkSnapshot *snapshot);

/** Adds the event controllers. */
void twin_chart_area_init_input (TwinChartArea *self);
/** What a key does while the chart has the focus. Returns whether it does anything. */
gboolean twin_chart_area_key_pressed (TwinChartArea *self, guint key, guint code,
                                      GdkModifierType state);
/** What the wheel does at the pointer: with Ctrl it zooms, without it does so once the chart has
 *  the focus, and with Shift or sideways it pans. Returns whether it does anything. */
gboolean twin_chart_area_scroll (TwinChartArea *self, double dx, double dy, GdkModifierType state);
void twin_chart_area_hide_crosshair (TwinChartArea *self);
/** Hides an entry of the legend, or shows it again. */
void twin_chart_area_toggle_entry (TwinChartArea *self, guint entry);

/* The part of the x axis that is shown */

/** Less than all is shown, by zoom or because the chart begins so. */
gboolean twin_chart_area_is_zoomed (TwinChartArea *self);
void twin_chart_area_get_shown_range (TwinChartArea *self, double *low, double *high);
/** Shows [low, high] of the x axis, moved and cut so that it lies within the data. */
void twin_chart_area_show_range (TwinChartArea *self, double low, double high);
/** Shows all of the axes. */
void twin_chart_area_reset_zoom (TwinChartArea *self);
/** Shows all of the axes; or where they are shown, again what the chart begins with. */
void twin_chart_area_toggle_zoom (TwinChartArea *self);
/** Makes the range @factor times as wide; what is at data position @x stays where it is. */
void twin_chart_area_zoom_about (TwinChartArea *self, double factor, double x);
/** Moves a zoomed range by @share of its width. */
void twin_chart_area_pan_by (TwinChartArea *self, double share);
/** Shows what a new chart begins with. */
void twin_chart_area_show_first (TwinChartArea *self);
/** After the data changed: a zoom that no longer meets them, as the horizon is another one, say,
 *  would show nothing. */
void twin_chart_area_fit_zoom (TwinChartArea *self);

/** After the view changed: draws anew, and tells screen readers what the crosshair reads. */
void twin_chart_area_view_changed (TwinChartArea *self);

/** Adds the menu's actions. */
void twin_chart_area_install_menu_actions (GtkWidgetClass *widget_class);
/** Opens the menu at a point. */
void twin_chart_area_popup_menu (TwinChartArea *self, double x, double y);

G_END_DECLS
