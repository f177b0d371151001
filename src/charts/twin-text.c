/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-text.h"

#include <math.h>

#define PIXELS_PER_POINT (96.0 / 72.0)
#define DEFAULT_POINTS 9
#define TITLE_SIZE 1.2

#define RIGHT_TO_LEFT "\342\200\217" /* U+200F, a mark without width */

struct _TwinText
{
  PangoContext *context;
  PangoFontDescription *plain;
  PangoFontDescription *strong;
  PangoFontDescription *title;
  PangoAttrList *struck;
  PangoAttrList *figures;
  double em;
  gboolean right_to_left;
};

static PangoFontDescription *
describe_font (const TwinChartView *view,
               double pixels,
               PangoWeight weight)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, view->font != NULL ? view->font : "Sans");
  pango_font_description_set_weight (font, weight);
  pango_font_description_set_absolute_size (font, pixels * PANGO_SCALE);
  return font;
}

static PangoAttrList *
list_of (PangoAttribute *attribute)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, attribute);
  return list;
}

TwinText *
twin_text_new (const TwinChartView *view)
{
  TwinText *self = g_new0 (TwinText, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  double points = view->text_size > 0 && view->text_size < 1000 ? view->text_size : DEFAULT_POINTS;

  self->em = points * PIXELS_PER_POINT;
  self->right_to_left = view->right_to_left;
  self->plain = describe_font (view, self->em, PANGO_WEIGHT_NORMAL);
  self->strong = describe_font (view, self->em, PANGO_WEIGHT_BOLD);
  self->title = describe_font (view, TITLE_SIZE * self->em, PANGO_WEIGHT_BOLD);
  self->struck = list_of (pango_attr_strikethrough_new (TRUE));
  self->figures = list_of (pango_attr_font_features_new ("tnum=1"));

  /* Hinted metrics differ between surfaces; a chart must not. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
  return self;
}

void
twin_text_free (TwinText *self)
{
  g_object_unref (self->context);
  pango_font_description_free (self->plain);
  pango_font_description_free (self->strong);
  pango_font_description_free (self->title);
  pango_attr_list_unref (self->struck);
  pango_attr_list_unref (self->figures);
  g_free (self);
}

void
twin_text_set_right_to_left (TwinText *self,
                             gboolean set)
{
  self->right_to_left = set;
}

/* Pango takes the direction of each line from its first letter, of "s = 95" or "98 %" as well,
 * which stand among Arabic lines. */
static void
set_text (TwinText *self,
          PangoLayout *layout,
          const char *text)
{
  g_autoptr (GString) marked = NULL;

  if (!self->right_to_left)
    {
      pango_layout_set_text (layout, text, -1);
      return;
    }
  marked = g_string_new (text);
  g_string_replace (marked, "\n", "\n" RIGHT_TO_LEFT, 0);
  g_string_prepend (marked, RIGHT_TO_LEFT);
  pango_layout_set_text (layout, marked->str, (int) marked->len);
}

double
twin_text_get_em (const TwinText *self)
{
  return self->em;
}

PangoLayout *
twin_text_set (TwinText *self,
               const char *text,
               TwinTextStyle style,
               double width,
               int lines)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, style == TWIN_TEXT_TITLE    ? self->title
                                             : style == TWIN_TEXT_STRONG ? self->strong
                                                                         : self->plain);
  if (style == TWIN_TEXT_STRUCK)
    pango_layout_set_attributes (layout, self->struck);
  if (style == TWIN_TEXT_FIGURES)
    pango_layout_set_attributes (layout, self->figures);
  pango_layout_set_single_paragraph_mode (layout, lines == 1);
  set_text (self, layout, text);

  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) floor (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -lines);
    }
  return layout;
}

void
twin_text_get_size (PangoLayout *layout,
                    double *width,
                    double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

void
twin_text_show (PangoLayout *layout,
                cairo_t *cr,
                double x,
                double y)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  cairo_move_to (cr, x - (double) logical.x / PANGO_SCALE, y);
  pango_cairo_show_layout (cr, layout);
}

static gboolean
begins_right (PangoLayout *layout)
{
  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

gboolean
twin_text_is_right_to_left (TwinText *self,
                            const char *text)
{
  g_autoptr (PangoLayout) layout = twin_text_set (self, text, TWIN_TEXT_PLAIN, -1, 1);

  return begins_right (layout);
}

void
twin_text_align_right (PangoLayout *layout)
{
  double width, height;

  if (pango_layout_get_line_count (layout) == 1)
    return;
  twin_text_get_size (layout, &width, &height);
  pango_layout_set_width (layout, (int) ceil (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, begins_right (layout) ? PANGO_ALIGN_LEFT
                                                                          : PANGO_ALIGN_RIGHT);
}
