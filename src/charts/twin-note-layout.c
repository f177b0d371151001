/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-layout.h"

#include <math.h>

/* Distances in em. */
#define PADDING 0.35
#define CLEARANCE 1.1 /* from the point to the nearest edge of its text */
#define MOST_OF_WIDTH 0.45
#define MOST_OF_NARROW 0.8 /* of a plot where the other share is less than ENOUGH */
#define ENOUGH 20.0
#define LINES 4

#define COST_OF_TEXT 1000.0 /* of lying on another text; a mark underneath costs 1 */
#define COST_OF_LEVEL 3.0 /* of lying on a reference line */
#define COST_OF_DISTANCE 0.35
#define COST_OF_TURN 0.02
#define DIRECTIONS 16
#define RINGS 16
#define SAMPLE 600 /* points of a long line that are looked at */

static gboolean
is_inside (TwinBox box,
           TwinBox plot)
{
  return box.x >= plot.x && box.y >= plot.y && box.x + box.width <= plot.x + plot.width &&
         box.y + box.height <= plot.y + plot.height;
}

static double
marks_under (TwinLayoutPass *pass,
             guint panel,
             TwinBox box)
{
  const TwinPanelLayout *layout = &g_array_index (pass->out->panels, TwinPanelLayout, panel);
  double count = 0;

  for (guint i = 0; i < pass->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (pass->chart, i);

      if (layer->panel != panel || layer->x == NULL || layer->y == NULL ||
          !twin_chart_shows (layer, pass->view))
        continue;
      /* Of a long line a sample says enough. */
      for (gsize k = 0; k < layer->n; k += 1 + layer->n / SAMPLE)
        if (twin_box_holds (box, twin_scale_pixel (&pass->out->x.scale, layer->x[k]),
                            twin_scale_pixel (&layout->y.scale, layer->y[k])))
          count++;
    }
  return count;
}

static double
levels_under (TwinLayoutPass *pass,
              guint panel,
              TwinBox box)
{
  const TwinPanelLayout *layout = &g_array_index (pass->out->panels, TwinPanelLayout, panel);
  double count = 0;

  for (guint i = 0; i < pass->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (pass->chart, i);

      if (layer->panel != panel)
        continue;
      if (layer->kind == TWIN_LAYER_X_LEVEL)
        count += twin_box_holds (box, twin_scale_pixel (&pass->out->x.scale, layer->x[0]), box.y);
      if (layer->kind == TWIN_LAYER_LEVEL)
        count += twin_box_holds (box, box.x, twin_scale_pixel (&layout->y.scale, layer->y[0]));
    }
  return count;
}

static double
cost_of (TwinLayoutPass *pass,
         guint panel,
         TwinBox box)
{
  double cost = marks_under (pass, panel, box) + COST_OF_LEVEL * levels_under (pass, panel, box);

  for (guint i = 0; i < pass->out->labels->len; i++)
    if (twin_box_overlaps (g_array_index (pass->out->labels, TwinLabel, i).box, box))
      cost += COST_OF_TEXT;
  return cost;
}

/* Where a box stands whose nearest edge or corner is @gap away from (x, y) in a direction; the
 * directions begin up right and go round. */
static TwinBox
box_towards (TwinBox box,
             double x,
             double y,
             guint direction,
             double gap)
{
  double angle = -G_PI / 4 + 2 * G_PI * direction / DIRECTIONS;
  double dx = cos (angle), dy = sin (angle);

  box.x = x + dx * gap + (dx - 1) / 2 * box.width;
  box.y = y + dy * gap + (dy - 1) / 2 * box.height;
  return box;
}

/* @box has its size; gets the cheapest place. FALSE where there is none inside the plot. */
static gboolean
find_place (TwinLayoutPass *pass,
            guint panel,
            double x,
            double y,
            TwinBox *box)
{
  const TwinBox plot = g_array_index (pass->out->panels, TwinPanelLayout, panel).plot;
  const double clear = CLEARANCE * pass->out->em / 2;
  double best = INFINITY;

  for (guint ring = 0; ring < RINGS; ring++)
    for (guint direction = 0; direction < DIRECTIONS; direction++)
      {
        TwinBox there = box_towards (*box, x, y, direction, (1 + ring) * CLEARANCE * pass->out->em);
        TwinBox around = { there.x - clear, there.y - clear, there.width + 2 * clear,
                           there.height + 2 * clear };
        double cost;

        if (!is_inside (there, plot) || twin_box_holds (around, x, y))
          continue;
        cost = cost_of (pass, panel, there) + COST_OF_DISTANCE * ring + COST_OF_TURN * direction;
        if (cost < best)
          {
            best = cost;
            box->x = there.x;
            box->y = there.y;
          }
      }
  return isfinite (best);
}

/* From the point to the nearest spot of the text's edge, short of both. */
static void
add_leader (TwinLayoutPass *pass,
            double x,
            double y,
            TwinBox box)
{
  double near_x = CLAMP (x, box.x, box.x + box.width);
  double near_y = CLAMP (y, box.y, box.y + box.height);
  double length = hypot (near_x - x, near_y - y);
  double clear = MIN (0.6 * pass->out->em, length / 2);
  TwinLeader leader = { x + (near_x - x) * clear / length, y + (near_y - y) * clear / length,
                        near_x, near_y };

  if (length > 0)
    g_array_append_val (pass->out->leaders, leader);
}

static void
layout_note (TwinLayoutPass *pass,
             const TwinChartLayer *layer)
{
  const TwinPanelLayout *panel = &g_array_index (pass->out->panels, TwinPanelLayout, layer->panel);
  const double padding = PADDING * pass->out->em;
  const double x = twin_scale_pixel (&pass->out->x.scale, layer->x[0]);
  const double y = twin_scale_pixel (&panel->y.scale, layer->y[0]);
  g_autoptr (PangoLayout) text = NULL;
  TwinBox box;

  if (!twin_scale_holds (&pass->out->x.scale, layer->x[0]) ||
      !twin_scale_holds (&panel->y.scale, layer->y[0]))
    return;

  text = twin_text_set (pass->text, layer->labels[0], TWIN_TEXT_PLAIN,
                        MAX (MOST_OF_WIDTH * panel->plot.width,
                             MIN (MOST_OF_NARROW * panel->plot.width, ENOUGH * pass->out->em)),
                        LINES);
  twin_text_get_size (text, &box.width, &box.height);
  box.width += 2 * padding;
  box.height += 2 * padding;
  if (!find_place (pass, layer->panel, x, y, &box))
    return;

  add_leader (pass, x, y, box);
  twin_layout_add_label (pass, g_steal_pointer (&text), TWIN_ROLE_NOTE, TWIN_TONE_TEXT,
                         box.x + padding, box.y + padding)->opaque = TRUE;
}

void
twin_note_layout (TwinLayoutPass *pass,
                  guint panel)
{
  for (guint i = 0; i < pass->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (pass->chart, i);

      if (layer->panel == panel && layer->kind == TWIN_LAYER_NOTE)
        layout_note (pass, layer);
    }
}
