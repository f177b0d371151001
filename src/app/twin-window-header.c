/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-text-size.h"
#include "twin-window-private.h"

/* Pixels from which on title, tabs and buttons fit beside each other,
 * with text of the default size. */
#define WIDE_HEADER 700

gboolean
_twin_window_is_wide (TwinWindow *self,
                      int width)
{
  const double points = twin_text_size_get_points (GTK_WIDGET (self));

  return width >= WIDE_HEADER * points / TWIN_TEXT_POINTS;
}

/* Where there is room, the header bar has the title at its start and the tabs in the middle; in a
 * narrow window the title takes the middle, and the tabs go to the bottom. All of this follows the
 * width, but not in the middle of a layout, where nothing may appear or go. */
static gboolean
update_header (gpointer data)
{
  TwinWindow *self = data;
  const gboolean wide = _twin_window_is_wide (self, gtk_widget_get_width (GTK_WIDGET (self)));

  self->header_idle = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), wide);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, wide);
  adw_view_switcher_bar_set_reveal (
      self->switcher_bar, adw_view_switcher_title_get_title_visible (self->switcher_title));
  return G_SOURCE_REMOVE;
}

void
_twin_window_queue_update_header (TwinWindow *self)
{
  if (self->header_idle == 0)
    self->header_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_header, self, NULL);
}
