/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-layout.h"

#include <math.h>

/* Distances in em. */
#define GAP 0.5      /* from an interval's end to its value */
#define REACH 0.6    /* of an interval above and below its line: its caps and its mark */
#define MOST_WIDTH 0.5 /* that a value may take of the plot */

typedef struct
{
  TwinLayoutPass *pass;
  const TwinChartLayer *layer;
  TwinBox plot;
} Values;

/* What an interval with its mark covers; width 0 where nothing of it is seen. */
static TwinBox
get_interval_box (const Values *self,
                  const TwinChartLayer *layer,
                  gsize i)
{
  const TwinChartLayout *out = self->pass->out;
  const TwinScale *y_scale =
      &g_array_index (out->panels, TwinPanelLayout, layer->panel).y.scale;
  const double reach = REACH * out->em;
  const double middle = layer->x[i];
  const double low = isfinite (layer->low[i]) ? MIN (layer->low[i], middle) : middle;
  const double high = isfinite (layer->high[i]) ? MAX (layer->high[i], middle) : middle;
  double left, right;

  if (!twin_scale_holds (y_scale, layer->y[i]) || !isfinite (middle))
    return (TwinBox){ 0 };
  left = MAX (twin_scale_pixel (&out->x.scale, low) - reach / 2, self->plot.x);
  right = MIN (twin_scale_pixel (&out->x.scale, high) + reach / 2, self->plot.x + self->plot.width);
  return (TwinBox){ left, twin_scale_pixel (y_scale, layer->y[i]) - reach, MAX (0, right - left),
                    2 * reach };
}

static gboolean
covers_interval (const Values *self,
                 TwinBox box)
{
  for (guint i = 0; i < self->pass->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (self->pass->chart, i);

      if (layer->kind != TWIN_LAYER_INTERVALS || layer->panel != self->layer->panel ||
          !twin_chart_shows (layer, self->pass->view))
        continue;
      for (gsize k = 0; k < layer->n; k++)
        if (twin_box_overlaps (get_interval_box (self, layer, k), box))
          return TRUE;
    }
  return FALSE;
}

static gboolean
covers_line (const Values *self,
             TwinBox box)
{
  for (guint i = 0; i < self->pass->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (self->pass->chart, i);

      if (layer->kind == TWIN_LAYER_X_LEVEL && layer->panel == self->layer->panel &&
          twin_box_holds (box, twin_scale_pixel (&self->pass->out->x.scale, layer->x[0]), box.y))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (const Values *self,
         TwinBox box)
{
  const TwinBox plot = self->plot;

  if (box.x < plot.x || box.y < plot.y || box.x + box.width > plot.x + plot.width ||
      box.y + box.height > plot.y + plot.height)
    return FALSE;
  for (guint i = 0; i < self->pass->out->labels->len; i++)
    if (twin_box_overlaps (g_array_index (self->pass->out->labels, TwinLabel, i).box, box))
      return FALSE;
  return !covers_interval (self, box);
}

/* Beside the interval, right or left, or else above or below it; on no line, if that can be. */
static gboolean
find_place (const Values *self,
            TwinBox interval,
            TwinBox *box)
{
  const double gap = GAP * self->pass->out->em - REACH * self->pass->out->em / 2;
  const double beside = interval.y + (interval.height - box->height) / 2;
  const double centre = interval.x + (interval.width - box->width) / 2;
  const double along = CLAMP (centre, self->plot.x,
                              MAX (self->plot.x, self->plot.x + self->plot.width - box->width));
  const double places[][2] = {
    { interval.x + interval.width + gap, beside },
    { interval.x - gap - box->width, beside },
    { along, interval.y - box->height },
    { along, interval.y + interval.height },
  };

  for (int crossing = 0; crossing < 2; crossing++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        box->x = places[i][0];
        box->y = places[i][1];
        if (is_free (self, *box) && (crossing || !covers_line (self, *box)))
          return TRUE;
      }
  return FALSE;
}

static void
layout_value (const Values *self,
              gsize i)
{
  const TwinBox interval = get_interval_box (self, self->layer, i);
  g_autoptr (PangoLayout) text = NULL;
  TwinBox box;

  if (self->layer->labels[i] == NULL || interval.width == 0 ||
      !twin_scale_holds (&self->pass->out->x.scale, self->layer->x[i]))
    return;
  text = twin_text_set (self->pass->text, self->layer->labels[i], TWIN_TEXT_PLAIN, -1, 1);
  twin_text_get_size (text, &box.width, &box.height);
  if (box.width > MOST_WIDTH * self->plot.width ||
      box.height > twin_layout_get_row (self->pass->out, self->layer->panel) ||
      !find_place (self, interval, &box))
    return;
  twin_layout_add_label (self->pass, g_steal_pointer (&text), TWIN_ROLE_VALUE, TWIN_TONE_TEXT,
                         box.x, box.y)->opaque = TRUE;
}

void
twin_value_layout (TwinLayoutPass *pass,
                   guint panel)
{
  for (guint i = 0; i < pass->chart->layers->len; i++)
    {
      const Values values = {
        .pass = pass,
        .layer = twin_chart_get_layer (pass->chart, i),
        .plot = g_array_index (pass->out->panels, TwinPanelLayout, panel).plot,
      };

      if (values.layer->panel != panel || values.layer->kind != TWIN_LAYER_INTERVALS ||
          values.layer->labels == NULL || !twin_chart_shows (values.layer, pass->view))
        continue;
      for (gsize k = 0; k < values.layer->n; k++)
        layout_value (&values, k);
    }
}
