/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screenshot.h"

#include "picture.h"

static void
save_texture (gpointer window,
              GskRenderNode *node,
              const graphene_rect_t *rect,
              const char *name)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "screenshots", NULL);
  g_autofree char *file = g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".png", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, rect);
  g_assert_true (gdk_texture_save_to_png (texture, file));
  g_test_message ("%s", file);
}

void
save_screenshot (gpointer window,
                 const char *name)
{
  graphene_rect_t bounds;
  g_autoptr (GskRenderNode) node = picture_draw (window, &bounds);

  save_texture (window, node, &bounds, name);
}

/* As libadwaita has them in its style sheet, window.csd */
#define CORNER 12
#define SHADOW_DOWN 3
#define SHADOW_SPREAD 1
#define SHADOW_BLUR 9
#define MARGIN 16

void
save_screenshot_with_shadow (gpointer window,
                             const char *name)
{
  graphene_rect_t bounds;
  g_autoptr (GskRenderNode) node = picture_draw (window, &bounds);
  g_autoptr (GskRenderNode) whole = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, CORNER);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.5f }, 0,
                                     SHADOW_DOWN, SHADOW_SPREAD, SHADOW_BLUR);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.05f }, 0, 0, 1, 0);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
  whole = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  graphene_rect_inset (&bounds, -MARGIN, -MARGIN);
  save_texture (window, whole, &bounds, name);
}
