/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-chart-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Distances in em. */
#define EDGE 0.7
#define TITLE_GAP 0.5
#define LEGEND_GAP 0.7
#define HEADER_GAP 0.4
#define PANEL_GAP 1.1
#define TICK_ROW 2.1 /* x tick labels with the gap above them */
#define X_TITLE_GAP 0.2
#define CAPTION_GAP 0.6

#define LEAST_PLOT 4.0        /* a lone plot lower than this gives up texts */
#define LEAST_OF_SEVERAL 2.5  /* the same, for each of several */
#define LEAST_WIDTH 7.0       /* of a plot, before it gives up the labels of its y axis */
#define TITLE_LINES 2
#define CAPTION_LINES 5

/* What is given up at a tiny size, first to last. */
typedef enum
{
  PART_CAPTION,
  PART_LEGEND,
  PART_X_TITLE,
  PART_TITLE,
  PART_HEADERS,
  PART_X_TICKS,
  N_PARTS
} Part;

gboolean
twin_box_holds (TwinBox box,
                double x,
                double y)
{
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

gboolean
twin_box_overlaps (TwinBox one,
                   TwinBox other)
{
  return one.x < other.x + other.width && other.x < one.x + one.width &&
         one.y < other.y + other.height && other.y < one.y + one.height;
}

static void
label_clear (gpointer data)
{
  TwinLabel *label = data;

  g_clear_object (&label->layout);
}

TwinLabel *
twin_layout_add_label (TwinLayoutPass *pass,
                       PangoLayout *layout,
                       TwinRole role,
                       TwinTone tone,
                       double x,
                       double y)
{
  TwinLabel label = { .layout = layout,
                      .role = role,
                      .tone = tone,
                      .on_ink = -1,
                      .box = { .x = x, .y = y } };

  twin_text_get_size (layout, &label.box.width, &label.box.height);
  g_array_append_val (pass->out->labels, label);
  return &g_array_index (pass->out->labels, TwinLabel, pass->out->labels->len - 1);
}

/* Where lines begin: at the left end of the room or at the right one. */
static TwinLabel *
add_at_start (TwinLayoutPass *pass,
              PangoLayout *layout,
              TwinRole role,
              TwinTone tone,
              TwinBox room)
{
  TwinLabel *label = twin_layout_add_label (pass, layout, role, tone, room.x, room.y);

  if (pass->right_to_left)
    label->box.x += MAX (0, room.width - label->box.width);
  return label;
}

static double
line_height (TwinLayoutPass *pass)
{
  g_autoptr (PangoLayout) layout = twin_text_set (pass->text, "0", TWIN_TEXT_PLAIN, -1, 1);
  double width, height;

  twin_text_get_size (layout, &width, &height);
  return height;
}

static double
get_title_width (const TwinChartView *view,
                 double em,
                 double width)
{
  return MAX (width - view->corner, LEAST_WIDTH * em);
}

/* Above the plots: title and legend. Returns where the first panel begins. */
static double
layout_top (TwinLayoutPass *pass,
            guint dropped,
            double left,
            double width)
{
  TwinChartLayout *out = pass->out;
  double y = EDGE * out->em;

  if (dropped <= PART_TITLE && *pass->chart->title != '\0')
    {
      PangoLayout *text = twin_text_set (pass->text, pass->chart->title, TWIN_TEXT_TITLE,
                                         get_title_width (pass->view, out->em, width), TITLE_LINES);

      y += add_at_start (pass, text, TWIN_ROLE_TITLE, TWIN_TONE_TEXT,
                         (TwinBox){ .x = left, .y = y, .width = width })
               ->box.height;
      y += TITLE_GAP * out->em + pass->view->below_title;
    }
  if (dropped <= PART_LEGEND)
    {
      double height = twin_legend_layout (pass, left, y, width, 0.3 * out->whole.height);

      y += height > 0 ? height + LEGEND_GAP * out->em : 0;
    }
  return y;
}

/* Below the plots: caption, x axis title, tick labels. Returns where the last plot ends. */
static double
layout_bottom (TwinLayoutPass *pass,
               guint dropped,
               double left,
               double width)
{
  TwinChartLayout *out = pass->out;
  double bottom = out->whole.height - EDGE * out->em;
  g_autofree char *title = twin_chart_axis_label (&pass->chart->x_axis);
  g_autofree char *caption = twin_chart_dup_caption (pass->chart, pass->view);

  if (dropped <= PART_CAPTION && *caption != '\0')
    {
      PangoLayout *text = twin_text_set (pass->text, caption, TWIN_TEXT_PLAIN, width,
                                         CAPTION_LINES);
      TwinLabel *label =
          add_at_start (pass, text, TWIN_ROLE_CAPTION, TWIN_TONE_DIM_TEXT,
                        (TwinBox){ .x = left, .width = width });

      label->box.y = bottom - label->box.height;
      bottom = label->box.y - CAPTION_GAP * out->em;
    }
  if (dropped <= PART_X_TITLE && *title != '\0')
    {
      PangoLayout *text = twin_text_set (pass->text, title, TWIN_TEXT_PLAIN, width, 1);
      TwinLabel *label =
          twin_layout_add_label (pass, text, TWIN_ROLE_X_TITLE, TWIN_TONE_DIM_TEXT, left, 0);

      label->box.y = bottom - label->box.height;
      bottom = label->box.y - X_TITLE_GAP * out->em;
    }
  if (dropped <= PART_X_TICKS)
    bottom -= TICK_ROW * out->em;
  return bottom;
}

static gboolean
has_header (const TwinChartPanel *panel)
{
  return panel->title != NULL || panel->y_axis.title != NULL;
}

/* The panel's title, and in the same line what its y axis measures: nobody has to tilt the head. */
static void
layout_header (TwinLayoutPass *pass,
               const TwinChartPanel *panel,
               double left,
               double top,
               double width)
{
  g_autofree char *axis_label = twin_chart_axis_label (&panel->y_axis);
  double x = left;

  if (panel->title != NULL && *panel->title != '\0')
    {
      PangoLayout *text = twin_text_set (pass->text, panel->title, TWIN_TEXT_STRONG, width, 1);

      x += twin_layout_add_label (pass, text, TWIN_ROLE_PANEL, TWIN_TONE_TEXT, x, top)->box.width +
           pass->out->em;
    }
  if (*axis_label != '\0' && left + width - x > 3 * pass->out->em)
    twin_layout_add_label (pass,
                           twin_text_set (pass->text, axis_label, TWIN_TEXT_PLAIN,
                                          left + width - x, 1),
                           TWIN_ROLE_PANEL, TWIN_TONE_DIM_TEXT, x, top);
}

/* Stacks the panels between @top and @bottom. FALSE where the plots would become too low. */
static gboolean
layout_panels (TwinLayoutPass *pass,
               guint dropped,
               double top,
               double bottom,
               double left,
               double width)
{
  TwinChartLayout *out = pass->out;
  const guint n = out->panels->len;
  const double line = line_height (pass) + HEADER_GAP * out->em;
  const double least = (n > 1 ? LEAST_OF_SEVERAL : LEAST_PLOT) * out->em;
  double headers = 0, height, y = top;

  for (guint i = 0; i < n; i++)
    if (dropped <= PART_HEADERS && has_header (twin_chart_get_panel (pass->chart, i)))
      headers += line;

  height = (bottom - top - headers - (n - 1) * PANEL_GAP * out->em) / n;
  if (height < least && dropped < N_PARTS)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      TwinPanelLayout *panel = &g_array_index (out->panels, TwinPanelLayout, i);
      const TwinChartPanel *source = twin_chart_get_panel (pass->chart, i);

      if (dropped <= PART_HEADERS && has_header (source))
        {
          layout_header (pass, source, left, y, width);
          y += line;
        }
      panel->plot.y = floor (y);
      panel->plot.height = MAX (1, floor (height));
      y += height + PANEL_GAP * out->em;
    }
  return TRUE;
}

static void
layout_rows (TwinLayoutPass *pass,
             double left,
             double width)
{
  TwinChartLayout *out = pass->out;

  for (guint dropped = 0;; dropped++)
    {
      double top, bottom;

      g_array_set_size (out->labels, 0);
      g_array_set_size (out->legend, 0);
      top = layout_top (pass, dropped, left, width);
      bottom = layout_bottom (pass, dropped, left, width);
      if (layout_panels (pass, dropped, top, bottom, left, width))
        {
          out->x.has_labels = dropped <= PART_X_TICKS;
          return;
        }
    }
}

/* Its row was found before the plots' edges were. */
static void
centre_x_title (TwinChartLayout *out,
                double least,
                double most,
                double from,
                double to)
{
  for (guint i = 0; i < out->labels->len; i++)
    {
      TwinLabel *label = &g_array_index (out->labels, TwinLabel, i);

      if (label->role == TWIN_ROLE_X_TITLE)
        label->box.x = CLAMP ((from + to - label->box.width) / 2, least,
                              MAX (least, most - label->box.width));
    }
}

static void
layout_columns (TwinLayoutPass *pass,
                double left,
                double width)
{
  TwinChartLayout *out = pass->out;
  const double margin = twin_level_margin (pass, width);
  double widest = 0, from, to;

  for (guint i = 0; i < out->panels->len; i++)
    {
      const TwinBox *plot = &g_array_index (out->panels, TwinPanelLayout, i).plot;

      widest = MAX (widest,
                    twin_axis_layout_y (pass, i, plot->y, plot->y + plot->height, width));
    }
  /* Too narrow for numbers: the data last. */
  if (width - margin - widest < LEAST_WIDTH * out->em)
    widest = 0;

  from = floor (left + (widest > 0 ? widest + 0.5 * out->em : 0));
  to = MAX (floor (left + width - margin), from + 1);
  for (guint i = 0; i < out->panels->len; i++)
    {
      TwinBox *plot = &g_array_index (out->panels, TwinPanelLayout, i).plot;

      plot->x = from;
      plot->width = to - from;
      if (widest > 0)
        twin_axis_label_y (pass, i);
    }
  centre_x_title (out, left, left + width, from, to);
  twin_axis_layout_x (pass, from, to, out->x.has_labels);
  for (guint i = 0; i < out->panels->len; i++)
    {
      twin_part_layout (pass, i);
      twin_level_layout (pass, i, margin);
      twin_value_layout (pass, i);
    }
}

static gboolean
has_data (TwinLayoutPass *pass,
          guint panel)
{
  for (guint i = 0; i < pass->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (pass->chart, i);

      if (layer->panel == panel && !twin_extent_is_empty (layer->across))
        return TRUE;
    }
  return FALSE;
}

static void
layout_empty (TwinLayoutPass *pass,
              guint panel)
{
  const TwinBox *plot = &g_array_index (pass->out->panels, TwinPanelLayout, panel).plot;
  PangoLayout *text = twin_text_set (pass->text, _ ("No data"), TWIN_TEXT_PLAIN, plot->width, 1);
  TwinLabel *label =
      twin_layout_add_label (pass, text, TWIN_ROLE_EMPTY, TWIN_TONE_DIM_TEXT, 0, 0);

  label->box.x = plot->x + (plot->width - label->box.width) / 2;
  label->box.y = plot->y + (plot->height - label->box.height) / 2;
}

void
twin_chart_place_title (const TwinChart *chart,
                        double width,
                        const TwinChartView *view,
                        TwinTitlePlace *place)
{
  g_autoptr (TwinText) text = twin_text_new (view);
  const double em = twin_text_get_em (text);
  const double inner = width - 2 * EDGE * em;
  const double room = get_title_width (view, em, inner);
  g_autoptr (PangoLayout) layout =
      twin_text_set (text, chart->title, TWIN_TEXT_TITLE, -1, TITLE_LINES);
  PangoRectangle line;
  double widest, height;

  pango_layout_set_width (layout, (int) floor (room * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  twin_text_get_size (layout, &widest, &height);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &line);
  *place = (TwinTitlePlace){
    .fits = *chart->title == '\0'
            || (widest <= MIN (room, inner - view->corner)
                && pango_layout_get_line_count (layout) <= TITLE_LINES),
    .start = EDGE * em,
    .middle = EDGE * em + 0.5 * line.height / PANGO_SCALE,
    .end = (EDGE + TITLE_GAP) * em + height,
  };
}

TwinChartLayout *
twin_chart_layout_new (const TwinChart *chart,
                       double width,
                       double height,
                       const TwinChartView *view)
{
  TwinChartLayout *self = g_new0 (TwinChartLayout, 1);
  g_autoptr (TwinText) text = twin_text_new (view);
  TwinLayoutPass pass = {
    chart, view, text, self, view->right_to_left || twin_text_is_right_to_left (text, chart->title)
  };
  double left, inner;

  twin_text_set_right_to_left (text, pass.right_to_left);
  self->whole = (TwinBox){ 0, 0, width, height };
  self->em = twin_text_get_em (text);
  self->panels = g_array_new (FALSE, TRUE, sizeof (TwinPanelLayout));
  self->legend = g_array_new (FALSE, TRUE, sizeof (TwinLegendItem));
  self->labels = g_array_new (FALSE, TRUE, sizeof (TwinLabel));
  self->leaders = g_array_new (FALSE, TRUE, sizeof (TwinLeader));
  g_array_set_clear_func (self->labels, label_clear);
  g_array_set_size (self->panels, chart->panels->len);
  if (chart->panels->len == 0)
    return self;

  left = EDGE * self->em;
  inner = MAX (1, width - 2 * left);
  layout_rows (&pass, left, inner);
  layout_columns (&pass, left, inner);
  for (guint i = 0; i < self->panels->len; i++)
    if (has_data (&pass, i))
      twin_note_layout (&pass, i);
    else
      layout_empty (&pass, i);
  return self;
}

void
twin_chart_layout_free (TwinChartLayout *self)
{
  g_array_unref (self->panels);
  g_array_unref (self->legend);
  g_array_unref (self->labels);
  g_array_unref (self->leaders);
  g_free (self);
}
