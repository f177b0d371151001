/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All text that the window draws has 4.5:1 to what is behind it, as the theme and our style sheet
 * have it, in light and dark. Charts are drawings; test-palette looks at those. */

#include "dialogs.h"
#include "picture.h"
#include "walk.h"

#include "twin-dim.h"

#define LEAST 4.5
#define LEAST_OF_MARKS 3.0

typedef struct
{
  const Picture *picture;
  GPtrArray *disabled; /* graphene_rect_t: boxes of what cannot be used now */
  guint n_texts;
  guint n_faint;
} Judge;

typedef struct
{
  graphene_point_t origin;
  float opacity;
} Place;

static void judge_node (Judge *self, GskRenderNode *node, Place place);

static gboolean
is_disabled (const Judge *self,
             const graphene_rect_t *box)
{
  for (guint i = 0; i < self->disabled->len; i++)
    if (graphene_rect_contains_rect (self->disabled->pdata[i], box))
      return TRUE;
  return FALSE;
}

static TwinColour
blend (GdkRGBA colour,
       float opacity,
       TwinColour ground)
{
  const double alpha = (double) colour.alpha * (double) opacity;

  return (TwinColour){ alpha * (double) colour.red + (1 - alpha) * ground.red,
                       alpha * (double) colour.green + (1 - alpha) * ground.green,
                       alpha * (double) colour.blue + (1 - alpha) * ground.blue, 1 };
}

/* As the title of an entry, which is there twice: in the middle while it is empty. */
static gboolean
is_unseen (const GdkRGBA *colour,
           float opacity)
{
  return colour->alpha * opacity < 0.01f;
}

static void
judge_text (Judge *self,
            GskRenderNode *node,
            Place place)
{
  graphene_rect_t box, all = GRAPHENE_RECT_INIT (0, 0, (float) self->picture->width,
                                                 (float) self->picture->height);
  TwinColour ground, colour;
  double contrast;

  gsk_render_node_get_bounds (node, &box);
  graphene_rect_offset (&box, place.origin.x, place.origin.y);
  if (!graphene_rect_contains_rect (&all, &box) || is_disabled (self, &box)
      || is_unseen (gsk_text_node_get_color (node), place.opacity))
    return;
  ground = picture_get_ground (self->picture, box);
  colour = blend (*gsk_text_node_get_color (node), place.opacity, ground);
  contrast = twin_colour_contrast (colour, ground);
  self->n_texts++;
  if (contrast >= LEAST)
    return;
  self->n_faint++;
  g_printerr ("%.2f : 1 at %.0f, %.0f (%.0f × %.0f)\n", contrast, box.origin.x, box.origin.y,
              box.size.width, box.size.height);
}

static void
judge_transformed (Judge *self,
                   GskRenderNode *node,
                   Place place)
{
  GskTransform *transform = gsk_transform_node_get_transform (node);
  float dx, dy;

  if (gsk_transform_get_category (transform) < GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
    return;
  gsk_transform_to_translate (transform, &dx, &dy);
  place.origin.x += dx;
  place.origin.y += dy;
  judge_node (self, gsk_transform_node_get_child (node), place);
}

static void
judge_node (Judge *self,
            GskRenderNode *node,
            Place place)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_TEXT_NODE:
      judge_text (self, node, place);
      break;
    case GSK_TRANSFORM_NODE:
      judge_transformed (self, node, place);
      break;
    case GSK_OPACITY_NODE:
      place.opacity *= gsk_opacity_node_get_opacity (node);
      judge_node (self, gsk_opacity_node_get_child (node), place);
      break;
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        judge_node (self, gsk_container_node_get_child (node, i), place);
      break;
    case GSK_CLIP_NODE:
      judge_node (self, gsk_clip_node_get_child (node), place);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      judge_node (self, gsk_rounded_clip_node_get_child (node), place);
      break;
    case GSK_DEBUG_NODE:
      judge_node (self, gsk_debug_node_get_child (node), place);
      break;
    default: /* shadows, colours, drawings: no text that is to be read by itself */
      break;
    }
}

static void
collect_disabled (GtkWidget *widget,
                  GtkWidget *window,
                  GPtrArray *boxes)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (!gtk_widget_get_sensitive (widget))
    {
      graphene_rect_t *box = g_new (graphene_rect_t, 1);

      g_assert_true (gtk_widget_compute_bounds (widget, window, box));
      g_ptr_array_add (boxes, box);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_disabled (child, window, boxes);
}

/* A window, a dialog or a popover, which says at least that many texts. */
static void
judge (gpointer window,
       guint least)
{
  graphene_rect_t bounds;
  g_autoptr (Picture) picture = picture_take (window);
  g_autoptr (GskRenderNode) node = picture_draw (window, &bounds);
  g_autoptr (GPtrArray) disabled = g_ptr_array_new_with_free_func (g_free);
  Judge self = { .picture = picture, .disabled = disabled };

  collect_disabled (window, window, disabled);
  judge_node (&self, node, (Place){ { -bounds.origin.x, -bounds.origin.y }, 1 });
  g_test_message ("%u texts", self.n_texts);
  g_assert_cmpuint (self.n_texts, >=, least);
  g_assert_cmpuint (self.n_faint, ==, 0);
}

/* All of the tab, a height of the window at a time. */
static void
judge_all (TwinWindow *window)
{
  GtkWidget *page = get_tab (window);
  GtkWidget *scrolled = find_type (page, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  const double step = gtk_adjustment_get_page_size (place);

  for (double y = 0; y < gtk_adjustment_get_upper (place); y += step)
    {
      gtk_adjustment_set_value (place, y);
      judge (window, 20);
    }
}

static void
judge_both (TwinWindow *window)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  judge_all (window);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  judge_all (window);
}

static void
test_tab (gconstpointer tab)
{
  TwinWindow *window = open_tab (tab);

  expand_all (window);
  judge_both (window);
  close_window (window);
}

/* With a value that cannot be, whose results stay. */
static void
test_problem (gconstpointer tab)
{
  TwinWindow *window = open_tab (tab);

  type_number (find_row (window, "order_up_to"), 10);
  wait_until (find_label (window, "Must be") != NULL);
  judge_both (window);
  close_window (window);
}

static void
test_dialog (gconstpointer name)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  TwinWindow *window = open_example ();
  GtkWindow *dialog = open_dialog (window, name);

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  judge (dialog, 4);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  judge (dialog, 4);
  gtk_window_destroy (dialog);
  close_window (window);
}

/* Every menu of what is shown, open. */
static void
judge_popovers (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && gtk_widget_is_sensitive (widget))
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      wait_until (find_popover (widget) != NULL);
      judge (find_popover (widget), 1);
      gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
      wait_until (find_popover (widget) == NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    judge_popovers (child);
}

static void
test_popovers (gconstpointer scheme)
{
  TwinWindow *window = open_example ();
  GtkWindow *dialog;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      GPOINTER_TO_INT (scheme));
  show_results (window, "scenario");
  judge_popovers (get_child (window, "header"));
  judge_popovers (gtk_widget_get_ancestor (get_page_child (window, "list"),
                                           ADW_TYPE_PREFERENCES_GROUP));
  dialog = open_dialog (window, "scenario");
  judge_popovers (GTK_WIDGET (dialog));
  gtk_window_destroy (dialog);
  close_window (window);
}

/* An ink of the palette as a chart of older parameters has it. */
static TwinColour
draw_dimmed (TwinWindow *window,
             TwinColour ink)
{
  const graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, 1, 1);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint32 pixel;

  twin_dim_push_marks (snapshot);
  gtk_snapshot_append_color (
      snapshot, &(GdkRGBA){ (float) ink.red, (float) ink.green, (float) ink.blue, 1 }, &box);
  gtk_snapshot_pop (snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &box);
  gdk_texture_download (texture, (guchar *) &pixel, 4);
  return (TwinColour){ (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0,
                       (pixel & 0xff) / 255.0, 1 };
}

static void
test_older_marks (void)
{
  /* libadwaita's cards, the grounds of charts */
  const TwinColour light = { 1, 1, 1, 1 }, dark = { 0.212, 0.212, 0.212, 1 };
  TwinWindow *window = open_window ();

  for (int theme = 0; theme < TWIN_N_THEMES; theme++)
    for (int ink = 0; ink < TWIN_N_INKS; ink++)
      {
        const gboolean is_dark = theme == TWIN_THEME_DARK || theme == TWIN_THEME_DARK_CONTRAST;
        const TwinColour plain = twin_palette_ink (theme, ink);
        const TwinColour dimmed = draw_dimmed (window, plain);

        g_assert_cmpfloat (twin_colour_contrast (dimmed, is_dark ? dark : light), >=,
                           LEAST_OF_MARKS);
        /* And another thing than it was, unless it is grey. */
        if (ABS (plain.red - plain.blue) > 0.2)
          g_assert_cmpfloat (ABS (dimmed.red - dimmed.blue), <,
                             0.5 * ABS (plain.red - plain.blue));
      }
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  add_tab_tests ("/contrast/tab", NULL, test_tab);
  add_tab_tests ("/contrast/problem", "warehouse", test_problem);
  add_dialog_tests ("/contrast/dialog/", test_dialog);
  g_test_add_func ("/contrast/older-marks", test_older_marks);
  g_test_add_data_func ("/contrast/popovers/light", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT),
                        test_popovers);
  g_test_add_data_func ("/contrast/popovers/dark", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK),
                        test_popovers);
  return testing_run ();
}
