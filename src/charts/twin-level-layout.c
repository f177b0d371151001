/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-layout.h"

#include <math.h>

#define MOST_OF_WIDTH 0.26 /* that titles may take right of the plots */
#define GAP 0.4           /* in em, from a line's end to its title */
#define HEADROOM 0.3      /* in em, that titles may rise above the plot */
#define LEAST_LINES 3     /* of text, that a plot must hold before titles cover its data */
#define MANY 32           /* levels of a panel whose titles are kept apart */

static gboolean
has_title (const TwinChartLayer *layer,
           TwinLayerKind kind)
{
  return layer->kind == kind && layer->look.title != NULL && *layer->look.title != '\0';
}

double
twin_level_margin (TwinLayoutPass *pass,
                   double width)
{
  double widest = 0;

  for (guint i = 0; i < pass->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (pass->chart, i);

      if (has_title (layer, TWIN_LAYER_LEVEL))
        {
          g_autoptr (PangoLayout) text =
              twin_text_set (pass->text, layer->look.title, TWIN_TEXT_PLAIN, -1, 1);
          double text_width, text_height;

          twin_text_get_size (text, &text_width, &text_height);
          widest = MAX (widest, text_width);
        }
    }
  if (widest == 0 || widest > MOST_OF_WIDTH * width)
    return 0;
  return ceil (widest + GAP * pass->out->em);
}

typedef struct
{
  const TwinChartLayer *layer;
  double line; /* pixel of the level */
  double top;  /* of its title */
} Title;

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Title *one = a;
  const Title *other = b;

  return (one->line > other->line) - (one->line < other->line);
}

static guint
find_titles (TwinLayoutPass *pass,
             guint panel,
             Title *titles)
{
  const TwinPanelLayout *layout = &g_array_index (pass->out->panels, TwinPanelLayout, panel);
  guint n = 0;

  for (guint i = 0; i < pass->chart->layers->len && n < MANY; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (pass->chart, i);

      if (layer->panel == panel && has_title (layer, TWIN_LAYER_LEVEL) &&
          twin_scale_holds (&layout->y.scale, layer->y[0]))
        titles[n++] =
            (Title){ .layer = layer, .line = twin_scale_pixel (&layout->y.scale, layer->y[0]) };
    }
  qsort (titles, n, sizeof *titles, compare_lines);
  return n;
}

/* Each title wants to stand at @offset from its line; those that would overlap move apart as
 * little as keeps them between @top and @bottom: pushed down first, then up from the bottom. */
static void
spread (Title *titles,
        guint n,
        double offset,
        double height,
        double top,
        double bottom)
{
  for (guint i = 0; i < n; i++)
    {
      titles[i].top = MAX (titles[i].line + offset, top);
      /* Neighbours share the shift, so that neither hangs far from its line. */
      if (i > 0 && titles[i].top < titles[i - 1].top + height)
        {
          double overlap = titles[i - 1].top + height - titles[i].top;
          double room = titles[i - 1].top - (i > 1 ? titles[i - 2].top + height : top);

          titles[i - 1].top -= MIN (overlap / 2, MAX (0, room));
          titles[i].top = titles[i - 1].top + height;
        }
    }
  for (guint i = n; i-- > 0;)
    {
      titles[i].top = MIN (titles[i].top, bottom - height);
      bottom = titles[i].top;
    }
}

static void
layout_levels (TwinLayoutPass *pass,
               guint panel,
               double margin)
{
  const TwinBox *plot = &g_array_index (pass->out->panels, TwinPanelLayout, panel).plot;
  const double em = pass->out->em;
  const double right = plot->x + plot->width;
  Title titles[MANY];
  const guint n = find_titles (pass, panel, titles);
  g_autoptr (PangoLayout) probe = twin_text_set (pass->text, "0", TWIN_TEXT_PLAIN, -1, 1);
  double width, height;

  twin_text_get_size (probe, &width, &height);
  spread (titles, n, margin > 0 ? -height / 2 : -height, height, plot->y - HEADROOM * em,
          plot->y + plot->height + (margin > 0 ? height / 2 : 0));

  for (guint i = 0; i < n; i++)
    {
      PangoLayout *text = twin_text_set (pass->text, titles[i].layer->look.title, TWIN_TEXT_PLAIN,
                                         margin > 0 ? -1 : plot->width - em, 1);
      TwinLabel *label = twin_layout_add_label (pass, text, TWIN_ROLE_LEVEL, TWIN_TONE_TEXT,
                                                right + GAP * em, titles[i].top);
      double middle = titles[i].top + height / 2;

      /* More titles than lines of text fit; those that stand outside would meet other texts. */
      if (titles[i].top < plot->y - HEADROOM * em - 0.5 ||
          (margin <= 0 && LEAST_LINES * height > plot->height))
        {
          g_array_set_size (pass->out->labels, pass->out->labels->len - 1);
          continue;
        }
      if (margin <= 0)
        {
          label->box.x = right - label->box.width - GAP * em;
          label->opaque = TRUE;
        }
      else if (fabs (middle - titles[i].line) > 1)
        {
          TwinLeader leader = { right, titles[i].line, right + GAP * em, middle };

          g_array_append_val (pass->out->leaders, leader);
        }
    }
}

static gboolean
is_free (TwinLayoutPass *pass,
         TwinBox box)
{
  for (guint i = 0; i < pass->out->labels->len; i++)
    if (twin_box_overlaps (g_array_index (pass->out->labels, TwinLabel, i).box, box))
      return FALSE;
  return TRUE;
}

/* At the top of its line, right of it or left of it, or lower where that is taken. */
static void
layout_x_level (TwinLayoutPass *pass,
                guint panel,
                const TwinChartLayer *layer)
{
  const TwinBox *plot = &g_array_index (pass->out->panels, TwinPanelLayout, panel).plot;
  const double em = pass->out->em;
  const double line = twin_scale_pixel (&pass->out->x.scale, layer->x[0]);
  g_autoptr (PangoLayout) text = twin_text_set (pass->text, layer->look.title, TWIN_TEXT_PLAIN,
                                                MAX (em, plot->width - 2 * GAP * em), 1);
  TwinBox box;

  twin_text_get_size (text, &box.width, &box.height);
  for (box.y = plot->y; box.y + box.height <= plot->y + plot->height; box.y += box.height)
    for (int side = 0; side < 2; side++)
      {
        box.x = side == 0 ? line + GAP * em : line - GAP * em - box.width;
        if (box.x >= plot->x && box.x + box.width <= plot->x + plot->width && is_free (pass, box))
          {
            twin_layout_add_label (pass, g_steal_pointer (&text), TWIN_ROLE_LEVEL, TWIN_TONE_TEXT,
                                   box.x, box.y)->opaque = TRUE;
            return;
          }
      }
}

void
twin_level_layout (TwinLayoutPass *pass,
                   guint panel,
                   double margin)
{
  layout_levels (pass, panel, margin);
  for (guint i = 0; i < pass->chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (pass->chart, i);

      if (layer->panel == panel && has_title (layer, TWIN_LAYER_X_LEVEL) &&
          twin_scale_holds (&pass->out->x.scale, layer->x[0]))
        layout_x_level (pass, panel, layer);
    }
}
