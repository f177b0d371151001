/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-chart-area-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "twin-chart-export.h"
#include "twin-compat.h"
#include "twin-export.h"

/* A saved picture has at least this size, however small the window is. */
#define LEAST_WIDTH 640
#define LEAST_HEIGHT 400
#define IMAGE_SCALE 2

/* What is written, with all that the thread needs. */
typedef struct
{
  TwinChart *chart;
  TwinChartView view;
  char *font;
  double width, height;
} ChartExport;

static void
chart_export_free (gpointer data)
{
  ChartExport *job = data;

  twin_chart_unref (job->chart);
  g_free (job->font);
  g_free (job);
}

/* As seen now, but for paper: dark on white, and without the pointer's crosshair. */
static ChartExport *
chart_export_new (TwinChartArea *self)
{
  ChartExport *job = g_new0 (ChartExport, 1);

  job->chart = twin_chart_ref (self->chart);
  job->font = g_strdup (self->font);
  job->width = MAX (LEAST_WIDTH, gtk_widget_get_width (GTK_WIDGET (self)));
  job->height = MAX (LEAST_HEIGHT, gtk_widget_get_height (GTK_WIDGET (self)));
  job->view = self->view;
  job->view.theme = TWIN_THEME_LIGHT;
  job->view.transparent = FALSE;
  job->view.crosshair = FALSE;
  job->view.corner = job->view.below_title = 0;
  job->view.dimmed = FALSE;
  job->view.font = job->font;
  return job;
}

static gboolean
write_image (const char  *path,
             gpointer     data,
             GError     **error)
{
  ChartExport *job = data;
  TwinImageFormat format;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer content;
  gsize size;

  if (!twin_image_format_from_name (path, &format, error))
    return FALSE;
  bytes = twin_chart_render (job->chart, format, job->width, job->height, IMAGE_SCALE, &job->view,
                             error);
  if (bytes == NULL)
    return FALSE;
  content = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (path, content, (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0644, error);
}

static void
write_data (gconstpointer  chart,
            TwinCsvWriter *writer)
{
  static const char *const header[] = { "panel", "series", "label", "x", "y", "low", "high" };
  g_autoptr (GArray) rows = twin_chart_get_data (chart);

  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    twin_csv_writer_add_text (writer, header[i]);
  twin_csv_writer_end_row (writer);

  for (guint i = 0; i < rows->len; i++)
    {
      const TwinChartDatum *row = &g_array_index (rows, TwinChartDatum, i);

      twin_csv_writer_add_text (writer, row->panel);
      twin_csv_writer_add_text (writer, row->series);
      twin_csv_writer_add_text (writer, row->label);
      twin_csv_writer_add_number (writer, row->x);
      twin_csv_writer_add_number (writer, row->y);
      twin_csv_writer_add_number (writer, row->low);
      twin_csv_writer_add_number (writer, row->high);
      twin_csv_writer_end_row (writer);
    }
}

static void
on_image_chosen (GFile    *file,
                 gpointer  user_data)
{
  TwinChartArea *self = user_data;

  if (file != NULL && self->chart != NULL)
    twin_export_write (GTK_WIDGET (self), file, write_image, chart_export_new (self),
                       chart_export_free);
}

static char *
suggest_name (TwinChartArea *self,
              const char    *ending)
{
  return g_strconcat (self->export_name != NULL ? self->export_name : "chart", ending, NULL);
}

static void
save_image (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  const TwinFileKind kinds[] = {
    { N_("PNG image"), "*.png" },
    { N_("SVG drawing"), "*.svg" },
    { N_("PDF document"), "*.pdf" },
  };
  g_autofree char *name = suggest_name (TWIN_CHART_AREA (widget), ".png");

  twin_export_ask (widget, _("Save Chart as Image"), name, kinds, G_N_ELEMENTS (kinds),
                   on_image_chosen);
}

static void
save_data (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TwinChartArea *self = TWIN_CHART_AREA (widget);
  g_autofree char *name = suggest_name (self, ".csv");

  if (self->chart != NULL)
    twin_export_csv (widget, _("Save Chart Data"), name, write_data, twin_chart_ref (self->chart),
                     (GDestroyNotify) twin_chart_unref);
}

static void
copy_image (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TwinChartArea *self = TWIN_CHART_AREA (widget);
  const char *message;
  ChartExport *job;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  if (self->chart == NULL)
    return;
  job = chart_export_new (self);
  bytes = twin_chart_render (job->chart, TWIN_IMAGE_PNG, job->width, job->height, IMAGE_SCALE,
                             &job->view, &error);
  chart_export_free (job);
  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, &error);
  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  message = texture != NULL ? _("Image copied") : _("The image is too large to copy");
  twin_compat_add_toast (widget, adw_toast_new (message), message);
}

static void
show_all (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  twin_chart_area_reset_zoom (TWIN_CHART_AREA (widget));
}

void
twin_chart_area_install_menu_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_image);
  gtk_widget_class_install_action (widget_class, "chart.save-image", NULL, save_image);
  gtk_widget_class_install_action (widget_class, "chart.save-data", NULL, save_data);
  gtk_widget_class_install_action (widget_class, "chart.show-all", NULL, show_all);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);
}

void
twin_chart_area_popup_menu (TwinChartArea *self,
                            double         x,
                            double         y)
{
  if (self->chart == NULL)
    return;
  if (self->context_menu == NULL)
    {
      self->context_menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (self->menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
      gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
      /* The keyboard goes on where it was. */
      g_signal_connect_swapped (self->context_menu, "closed", G_CALLBACK (gtk_widget_grab_focus),
                                self);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu),
                               &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}
