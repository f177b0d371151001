/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>

GskRenderNode *
picture_draw (gpointer window,
              graphene_rect_t *bounds)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const int width = gdk_paintable_get_intrinsic_width (paintable);
  const int height = gdk_paintable_get_intrinsic_height (paintable);
  const int inner_width = gtk_widget_get_width (GTK_WIDGET (window));
  const int inner_height = gtk_widget_get_height (GTK_WIDGET (window));

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  graphene_rect_init (bounds, (float) ((width - inner_width) / 2),
                      (float) ((height - inner_height) / 2), (float) inner_width,
                      (float) inner_height);
  return gtk_snapshot_free_to_node (snapshot);
}

Picture *
picture_take (gpointer window)
{
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  Picture *self = g_new0 (Picture, 1);
  graphene_rect_t bounds;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  node = picture_draw (window, &bounds);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &bounds);
  self->width = gdk_texture_get_width (texture);
  self->height = gdk_texture_get_height (texture);
  self->pixels = g_new (guint32, (gsize) self->width * (gsize) self->height);
  gdk_texture_download (texture, (guchar *) self->pixels, 4 * (gsize) self->width);
  return self;
}

void
picture_free (Picture *self)
{
  g_free (self->pixels);
  g_free (self);
}

static TwinColour
from_pixel (guint32 pixel)
{
  return (TwinColour){ (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0,
                       (pixel & 0xff) / 255.0, 1 };
}

static guint32
get_pixel (const Picture *self,
           int x,
           int y)
{
  return self->pixels[y * self->width + x];
}

TwinColour
picture_get (const Picture *self,
             int x,
             int y)
{
  g_assert_true (x >= 0 && x < self->width && y >= 0 && y < self->height);
  return from_pixel (get_pixel (self, x, y));
}

/* The part of a box that is on the picture. */
static void
get_limits (const Picture *self,
            graphene_rect_t box,
            int limits[4])
{
  limits[0] = CLAMP ((int) floorf (box.origin.x), 0, self->width);
  limits[1] = CLAMP ((int) ceilf (box.origin.x + box.size.width), 0, self->width);
  limits[2] = CLAMP ((int) floorf (box.origin.y), 0, self->height);
  limits[3] = CLAMP ((int) ceilf (box.origin.y + box.size.height), 0, self->height);
}

TwinColour
picture_get_ground (const Picture *self,
                    graphene_rect_t box)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint32 ground = 0;
  guint most = 0;
  int limits[4];

  get_limits (self, box, limits);
  for (int y = limits[2]; y < limits[3]; y++)
    for (int x = limits[0]; x < limits[1]; x++)
      {
        gpointer key = GUINT_TO_POINTER (get_pixel (self, x, y));
        const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            ground = GPOINTER_TO_UINT (key);
          }
      }
  return from_pixel (ground);
}

double
picture_get_change (const Picture *before,
                    const Picture *after,
                    graphene_rect_t box)
{
  double most = 1;
  int limits[4];

  g_assert_cmpint (before->width, ==, after->width);
  g_assert_cmpint (before->height, ==, after->height);
  get_limits (before, box, limits);
  for (int y = limits[2]; y < limits[3]; y++)
    for (int x = limits[0]; x < limits[1]; x++)
      if (get_pixel (before, x, y) != get_pixel (after, x, y))
        most = MAX (most, twin_colour_contrast (picture_get (before, x, y),
                                                picture_get (after, x, y)));
  return most;
}
