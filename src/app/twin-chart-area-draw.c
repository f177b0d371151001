/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-area-private.h"

#include <adwaita.h>
#include <math.h>

#include "twin-dim.h"
#include "twin-text-size.h"

/* A chart's text beside the interface's, as Adwaita's captions are to its body; and the least that
 * is still easy to read: 9 points are 12 pixels. */
#define TEXT_RATIO (9.0 / 11.0)
#define TEXT_LEAST 9.0

static AdwStyleManager *
get_style_manager (TwinChartArea *self)
{
  return adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
}

static void
update_theme (TwinChartArea *self)
{
  AdwStyleManager *manager = get_style_manager (self);
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    self->view.theme = dark ? TWIN_THEME_DARK_CONTRAST : TWIN_THEME_LIGHT_CONTRAST;
  else
    self->view.theme = dark ? TWIN_THEME_DARK : TWIN_THEME_LIGHT;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Larger text needs more room around it. */
void
twin_chart_area_update_size (TwinChartArea *self)
{
  const double scale = self->view.text_size / TEXT_LEAST;

  if (self->plain_width <= 0 && self->plain_height <= 0)
    return;
  gtk_widget_set_size_request (GTK_WIDGET (self),
                               self->plain_width > 0 ? (int) (self->plain_width * scale) : -1,
                               self->plain_height > 0 ? (int) (self->plain_height * scale) : -1);
}

void
twin_chart_area_update_font (TwinChartArea *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double points = twin_text_size_get_points (GTK_WIDGET (self));

  g_free (self->font);
  self->font = g_strdup (pango_font_description_get_family (font));
  self->view.font = self->font;
  self->view.text_size = MAX (TEXT_LEAST, points * TEXT_RATIO);
  twin_chart_area_update_size (self);
  /* The controls are in line with the title. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
twin_chart_area_init_look (TwinChartArea *self)
{
  AdwStyleManager *manager = get_style_manager (self);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  update_theme (self);
  twin_chart_area_update_font (self);
}

static void
append_selection (TwinChartArea *self,
                  GtkSnapshot   *snapshot)
{
  graphene_rect_t rect;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha = 0.15f;
  graphene_rect_init (&rect,
                      (float) MIN (self->drag_px, self->select_px), 0,
                      (float) fabs (self->select_px - self->drag_px),
                      (float) gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_snapshot_append_color (snapshot, &color, &rect);
}

void
twin_chart_area_draw (TwinChartArea *self,
                      GtkSnapshot   *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);

  if (self->chart != NULL && width > 0 && height > 0)
    {
      cairo_t *cr;

      if (self->dimmed)
        twin_dim_push_marks (snapshot);
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      twin_chart_draw (self->chart, cr, width, height, &self->view);
      cairo_destroy (cr);
      if (self->dimmed)
        gtk_snapshot_pop (snapshot);
      if (self->drag == TWIN_DRAG_SELECT)
        append_selection (self, snapshot);
    }
}
