/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-layout.h"

#include <math.h>

#define SHARE_OF_ROW 0.64   /* that a stacked bar takes of its row */
#define MOST_THICKNESS 3.2  /* of a stacked bar, in em */
#define PADDING 0.4         /* beside a part's label, in em */

double
twin_layout_get_row (const TwinChartLayout *self,
                     guint panel)
{
  const TwinScale *scale = &g_array_index (self->panels, TwinPanelLayout, panel).y.scale;

  return fabs (twin_scale_pixel (scale, 1) - twin_scale_pixel (scale, 0));
}

static double
clamp_to (double value,
          double start,
          double length)
{
  return CLAMP (value, start, start + length);
}

TwinBox
twin_layout_get_bar (const TwinChartLayout *self,
                     const TwinChartLayer *layer,
                     gsize i)
{
  const TwinPanelLayout *panel = &g_array_index (self->panels, TwinPanelLayout, layer->panel);
  const TwinBox *plot = &panel->plot;
  double left, right, top = plot->y, bottom = plot->y + plot->height;

  if (!isfinite (layer->low[i]) || !isfinite (layer->high[i]) ||
      (layer->y != NULL && !isfinite (layer->y[i])))
    return (TwinBox){ plot->x, plot->y, 0, 0 };

  left = twin_scale_pixel (&self->x.scale, MIN (layer->low[i], layer->high[i]));
  right = twin_scale_pixel (&self->x.scale, MAX (layer->low[i], layer->high[i]));
  if (layer->kind == TWIN_LAYER_BARS)
    {
      double end = twin_scale_pixel (&panel->y.scale, layer->y[i]);
      double base = twin_scale_pixel (&panel->y.scale, 0);

      top = MIN (end, base);
      bottom = MAX (end, base);
    }
  else if (layer->kind == TWIN_LAYER_PART)
    {
      double middle = twin_scale_pixel (&panel->y.scale, layer->y[i]);
      double half = MIN (SHARE_OF_ROW * twin_layout_get_row (self, layer->panel),
                         MOST_THICKNESS * self->em) / 2;

      top = round (middle - half);
      bottom = round (middle + half);
    }

  left = clamp_to (left, plot->x, plot->width);
  right = clamp_to (right, plot->x, plot->width);
  top = clamp_to (top, plot->y, plot->height);
  bottom = clamp_to (bottom, plot->y, plot->height);
  return (TwinBox){ left, top, right - left, bottom - top };
}

/* Inside the part where it fits; the legend has the title anyway. */
static void
layout_part (TwinLayoutPass *pass,
             const TwinChartLayer *layer)
{
  const double room = 2 * PADDING * pass->out->em;
  const TwinBox bar = twin_layout_get_bar (pass->out, layer, 0);
  g_autoptr (PangoLayout) text = NULL;
  double width, height;

  if (layer->labels == NULL || layer->labels[0] == NULL || bar.width <= room)
    return;

  text = twin_text_set (pass->text, layer->labels[0], TWIN_TEXT_PLAIN, -1, 1);
  twin_text_get_size (text, &width, &height);
  if (width + room <= bar.width && height <= bar.height)
    twin_layout_add_label (pass, g_steal_pointer (&text), TWIN_ROLE_PART, TWIN_TONE_TEXT,
                           bar.x + (bar.width - width) / 2,
                           bar.y + (bar.height - height) / 2)->on_ink = layer->look.ink;
}

void
twin_part_layout (TwinLayoutPass *pass,
                  guint panel)
{
  for (guint i = 0; i < pass->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (pass->chart, i);

      if (layer->panel == panel && layer->kind == TWIN_LAYER_PART &&
          twin_chart_shows (layer, pass->view))
        layout_part (pass, layer);
    }
}
