/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-picture.h"

#include <math.h>

#define NEAR 0.12 /* per channel */

ChartPicture *
chart_picture_new (const TwinChart *chart,
                   int width,
                   int height,
                   const TwinChartView *view)
{
  ChartPicture *self = g_new0 (ChartPicture, 1);
  cairo_t *cr;

  if (view != NULL)
    self->view = *view;
  else
    twin_chart_view_init (&self->view);
  self->layout = twin_chart_layout_new (chart, width, height, &self->view);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (self->surface);
  twin_chart_draw (chart, cr, width, height, &self->view);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  return self;
}

void
chart_picture_free (ChartPicture *self)
{
  twin_chart_layout_free (self->layout);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

double
chart_picture_x (const ChartPicture *self,
                 double x)
{
  return twin_scale_pixel (&self->layout->x.scale, x);
}

double
chart_picture_y (const ChartPicture *self,
                 guint panel,
                 double y)
{
  return twin_scale_pixel (
      &g_array_index (self->layout->panels, TwinPanelLayout, panel).y.scale, y);
}

static TwinColour
pixel (const ChartPicture *self,
       int x,
       int y)
{
  const guchar *data = cairo_image_surface_get_data (self->surface);
  const int stride = cairo_image_surface_get_stride (self->surface);
  guint32 value;

  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (self->surface));
  g_assert_cmpint (y, <, cairo_image_surface_get_height (self->surface));
  value = *(const guint32 *) (const void *) (data + (gsize) y * (gsize) stride + 4 * (gsize) x);
  return (TwinColour){ (value >> 16 & 0xff) / 255.0, (value >> 8 & 0xff) / 255.0,
                       (value & 0xff) / 255.0, (value >> 24) / 255.0 };
}

static gboolean
is_near (TwinColour one,
         TwinColour other)
{
  return fabs (one.red - other.red) < NEAR && fabs (one.green - other.green) < NEAR &&
         fabs (one.blue - other.blue) < NEAR;
}

gboolean
chart_picture_is_ink (const ChartPicture *self,
                      double px,
                      double py,
                      TwinInk ink)
{
  return is_near (pixel (self, (int) floor (px), (int) floor (py)),
                  twin_palette_ink (self->view.theme, ink));
}

static gboolean
is_ground (const ChartPicture *self,
           int x,
           int y)
{
  TwinColour ground = twin_palette_tone (self->view.theme, TWIN_TONE_GROUND);
  TwinColour there = pixel (self, x, y);

  return fabs (there.red - ground.red) < 0.01 && fabs (there.green - ground.green) < 0.01 &&
         fabs (there.blue - ground.blue) < 0.01;
}

gboolean
chart_picture_is_ground (const ChartPicture *self,
                         double px,
                         double py)
{
  return is_ground (self, (int) floor (px), (int) floor (py));
}

guint
chart_picture_count (const ChartPicture *self,
                     TwinBox box,
                     TwinInk ink)
{
  const TwinColour colour = twin_palette_ink (self->view.theme, ink);
  guint count = 0;

  for (int y = (int) ceil (box.y); y < box.y + box.height; y++)
    for (int x = (int) ceil (box.x); x < box.x + box.width; x++)
      count += is_near (pixel (self, x, y), colour);
  return count;
}

guint
chart_picture_count_drawn (const ChartPicture *self,
                           TwinBox box)
{
  guint count = 0;

  for (int y = (int) ceil (box.y); y < box.y + box.height; y++)
    for (int x = (int) ceil (box.x); x < box.x + box.width; x++)
      count += !is_ground (self, x, y);
  return count;
}

TwinBox
chart_picture_plot (const ChartPicture *self,
                    guint panel)
{
  return g_array_index (self->layout->panels, TwinPanelLayout, panel).plot;
}

const TwinLabel *
chart_picture_find (const ChartPicture *self,
                    TwinRole role)
{
  const TwinLabel *found = NULL;

  for (guint i = 0; i < self->layout->labels->len; i++)
    {
      const TwinLabel *label = &g_array_index (self->layout->labels, TwinLabel, i);

      if (label->role != role)
        continue;
      g_assert_null (found);
      found = label;
    }
  return found;
}

gboolean
chart_picture_has (const ChartPicture *self,
                   double x,
                   double y,
                   TwinInk ink)
{
  return chart_picture_is_ink (self, chart_picture_x (self, x), chart_picture_y (self, 0, y), ink);
}

gboolean
chart_picture_has_near (const ChartPicture *self,
                        double x,
                        double y,
                        TwinInk ink)
{
  TwinBox box = { floor (chart_picture_x (self, x)) - 1,
                  floor (chart_picture_y (self, 0, y)) - 1, 3, 3 };

  return chart_picture_count (self, box, ink) > 0;
}
