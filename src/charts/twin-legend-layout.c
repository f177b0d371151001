/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-layout.h"

#include <math.h>

/* Distances in em. */
#define SAMPLE 2.2
#define NARROW_SAMPLE 1.0 /* of marks and filled bars */
#define SAMPLE_GAP 0.5
#define ITEM_GAP 1.5
#define ROW_GAP 0.25

/* One entry that is all there is says nothing that title and axis do not. */
static gboolean
says_something (const TwinChart *chart)
{
  guint others = 0;

  for (guint i = 0; i < chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (chart, i);

      if (layer->entry < 0 && layer->kind != TWIN_LAYER_LEVEL &&
          layer->kind != TWIN_LAYER_X_LEVEL && layer->kind != TWIN_LAYER_NOTE)
        others++;
    }
  return chart->entries->len > 1 || (chart->entries->len == 1 && others > 0);
}

static double
sample_width (const TwinChart *chart,
              guint entry)
{
  for (guint i = 0; i < chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (chart, i);

      if (layer->entry == (int) entry && layer->kind != TWIN_LAYER_MARKS &&
          layer->kind != TWIN_LAYER_BARS && layer->kind != TWIN_LAYER_PART)
        return SAMPLE;
    }
  return NARROW_SAMPLE;
}

double
twin_legend_layout (TwinLayoutPass *pass,
                    double x,
                    double y,
                    double width,
                    double most)
{
  const double em = pass->out->em;
  double left = x, top = y, row = 0;

  if (!says_something (pass->chart))
    return 0;

  for (guint i = 0; i < pass->chart->entries->len; i++)
    {
      const double sample = sample_width (pass->chart, i) * em;
      const double before_text = sample + SAMPLE_GAP * em;
      gboolean hidden = twin_chart_entry_is_hidden ((int) i, pass->view);
      g_autoptr (PangoLayout) text =
          twin_text_set (pass->text, twin_chart_get_entry (pass->chart, i),
                         hidden ? TWIN_TEXT_STRUCK : TWIN_TEXT_PLAIN,
                         MAX (width - before_text, em), 1);
      TwinLegendItem item = { .entry = i };
      double text_width, text_height;

      twin_text_get_size (text, &text_width, &text_height);
      if (left > x && left + before_text + text_width > x + width)
        {
          left = x;
          top += row + ROW_GAP * em;
        }
      row = text_height;
      if (top + row > y + most)
        return top - ROW_GAP * em - y;

      item.box = (TwinBox){ left, top, before_text + text_width, row };
      item.sample = (TwinBox){ left, top, sample, row };
      if (pass->right_to_left)
        {
          item.box.x = 2 * x + width - left - item.box.width;
          item.sample.x = item.box.x + item.box.width - sample;
        }
      g_array_append_val (pass->out->legend, item);
      twin_layout_add_label (pass, g_steal_pointer (&text), TWIN_ROLE_LEGEND, TWIN_TONE_TEXT,
                             pass->right_to_left ? item.box.x : left + before_text, top)
          ->faint = hidden;
      left += item.box.width + ITEM_GAP * em;
    }
  return top + row - y;
}
