/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-layout.h"

#include <math.h>

/* Room that one tick wants, in em. */
#define TICK_HEIGHT 2.9
#define TICK_WIDTH 6.5
#define CATEGORY_WIDTH 4.5 /* the same, for a category */
#define LABEL_GAP 0.5   /* between a label and what is beside it */
#define X_LABEL_GAP 0.7 /* below the axis, clear of the lowest label of the y axis */
#define MOST_OF_WIDTH 0.38 /* of the picture's, that names of categories may take */
#define MOST_DECIMALS 8 /* beyond, a power of ten reads better */
#define LINE_HEIGHT 1.6 /* and the space between two names */
#define MOST_LINES 3
#define LABEL_SPACE 0.8 /* between two labels side by side */

static guint
ticks_wanted (double length,
              double spacing)
{
  return (guint) CLAMP (length / spacing + 1, 2, 11);
}

/* Things that are counted have no halves; the mean of a count may need them, where the range holds
 * no two whole numbers. */
static void
prefer_whole (TwinExtent range,
              TwinTicks *ticks)
{
  TwinTicks whole = { .step = 1 };

  if (ticks->step >= 1)
    return;
  for (double value = ceil (range.low); value <= range.high && whole.n < TWIN_TICKS_MAX; value++)
    whole.value[whole.n++] = value;
  if (whole.n >= 2)
    *ticks = whole;
}

/* At least two ticks inside the range, if need be from a finer labelling. */
static void
find_inside (TwinExtent range,
             TwinNumberStyle style,
             guint wanted,
             TwinTicks *ticks)
{
  for (guint finer = 0; finer < 4; finer++)
    {
      twin_ticks_find (range.low, range.high, wanted + finer, ticks);
      twin_ticks_clip (ticks, range.low, range.high);
      if (ticks->n >= 2)
        break;
    }
  if (style == TWIN_NUMBER_COUNT)
    prefer_whole (range, ticks);
}

static void
category_ticks (const TwinChartAxis *axis,
                double length,
                double spacing,
                TwinTicks *ticks)
{
  guint room = (guint) MAX (1, length / spacing);
  guint step = (MAX (axis->n_categories, 1) + room - 1) / room;

  step = MAX (step, (axis->n_categories + TWIN_TICKS_MAX - 1) / TWIN_TICKS_MAX);
  *ticks = (TwinTicks){ .step = step };
  for (guint i = 0; i < axis->n_categories; i += step)
    ticks->value[ticks->n++] = i;
}

static PangoLayout *
set_tick (TwinLayoutPass *pass,
          const TwinChartAxis *axis,
          const TwinTicks *ticks,
          guint i,
          double width,
          int lines)
{
  g_autofree char *number = NULL;

  if (axis->n_categories > 0)
    return twin_text_set (pass->text, axis->categories[(guint) ticks->value[i]], TWIN_TEXT_PLAIN,
                          width, lines);

  if (ticks->decimals > MOST_DECIMALS)
    number = twin_number_format (ticks->value[i], TWIN_NUMBER_PLAIN);
  else
    number = twin_number_format_fixed (
        ticks->value[i], axis->style,
        twin_number_is_share (axis->style) ? MAX (ticks->decimals - 2, 0) : ticks->decimals);
  return twin_text_set (pass->text, number, TWIN_TEXT_FIGURES, width, 1);
}

double
twin_axis_layout_y (TwinLayoutPass *pass,
                    guint panel,
                    double top,
                    double bottom,
                    double width)
{
  TwinAxisLayout *y = &g_array_index (pass->out->panels, TwinPanelLayout, panel).y;
  const TwinChartAxis *axis = &twin_chart_get_panel (pass->chart, panel)->y_axis;
  const double em = pass->out->em;
  double widest = 0;

  /* Categories are read like a list, the first one at the top. */
  y->scale.data = twin_chart_y_range (pass->chart, panel, pass->view);
  y->scale.from = axis->n_categories > 0 ? top : bottom;
  y->scale.to = axis->n_categories > 0 ? bottom : top;
  if (axis->n_categories > 0)
    category_ticks (axis, bottom - top, 1.5 * em, &y->ticks);
  else
    find_inside (y->scale.data, axis->style, ticks_wanted (bottom - top, TICK_HEIGHT * em),
                 &y->ticks);

  for (guint i = 0; i < y->ticks.n; i++)
    {
      g_autoptr (PangoLayout) layout = set_tick (pass, axis, &y->ticks, i, -1, 1);
      double text_width, text_height;

      twin_text_get_size (layout, &text_width, &text_height);
      widest = MAX (widest, text_width);
    }
  return axis->n_categories > 0 ? MIN (ceil (widest), MOST_OF_WIDTH * width) : ceil (widest);
}

/* Names that are too long for one line are wrapped into the height that each has. */
static int
lines_for_names (const TwinAxisLayout *axis,
                 double em)
{
  const double one = twin_scale_pixel (&axis->scale, 1) - twin_scale_pixel (&axis->scale, 0);

  return (int) CLAMP (fabs (one) * axis->ticks.step / (LINE_HEIGHT * em), 1, MOST_LINES);
}

void
twin_axis_label_y (TwinLayoutPass *pass,
                   guint panel)
{
  TwinPanelLayout *layout = &g_array_index (pass->out->panels, TwinPanelLayout, panel);
  const TwinChartAxis *axis = &twin_chart_get_panel (pass->chart, panel)->y_axis;
  const double right = layout->plot.x - LABEL_GAP * pass->out->em;
  const double room = right - LABEL_GAP * pass->out->em;
  const gboolean named = axis->n_categories > 0;
  const int lines = named ? lines_for_names (&layout->y, pass->out->em) : 1;
  double upper_edge = INFINITY, lower_edge = -INFINITY;

  layout->y.has_labels = TRUE;

  for (guint i = 0; i < layout->y.ticks.n; i++)
    {
      PangoLayout *text = set_tick (pass, axis, &layout->y.ticks, i, named ? room : -1, lines);
      TwinTone tone = named ? TWIN_TONE_TEXT : TWIN_TONE_DIM_TEXT;
      double width, height, y;

      twin_text_align_right (text);
      twin_text_get_size (text, &width, &height);
      y = twin_scale_pixel (&layout->y.scale, layout->y.ticks.value[i]) - height / 2;
      /* Ticks come from the bottom up, categories from the top down. A name may lose its end, a
       * number may not. */
      if (width > room || (y + height > upper_edge && y < lower_edge))
        {
          g_object_unref (text);
          continue;
        }
      upper_edge = MIN (upper_edge, y);
      lower_edge = MAX (lower_edge, y + height);
      twin_layout_add_label (pass, text, TWIN_ROLE_Y_TICK, tone, right - width, y);
    }
}

/* Labels are centred at their ticks and moved inside at both ends. FALSE where two would touch. */
static gboolean
place_labels (TwinLayoutPass *pass,
              double left,
              double right,
              GArray *placed)
{
  const TwinChartAxis *axis = &pass->chart->x_axis;
  TwinAxisLayout *x = &pass->out->x;
  const double em = pass->out->em;
  const double slot = fabs (twin_scale_pixel (&x->scale, 1) - twin_scale_pixel (&x->scale, 0));
  const double most = axis->n_categories > 0 ? slot * x->ticks.step - LABEL_SPACE * em : -1;
  double edge = -INFINITY;

  for (guint i = 0; i < x->ticks.n; i++)
    {
      double tick = twin_scale_pixel (&x->scale, x->ticks.value[i]);
      TwinLabel label = { .layout = set_tick (pass, axis, &x->ticks, i, most, 1) };

      twin_text_get_size (label.layout, &label.box.width, &label.box.height);
      label.box.x = CLAMP (tick - label.box.width / 2, left, MAX (left, right - label.box.width));
      g_array_append_val (placed, label);
      if (label.box.x < edge + LABEL_SPACE * em || label.box.x + label.box.width > right + 0.5)
        return FALSE;
      edge = label.box.x + label.box.width;
    }
  return TRUE;
}

static void
label_clear (gpointer data)
{
  TwinLabel *label = data;

  g_clear_object (&label->layout);
}

static void
keep_every (TwinTicks *ticks,
            guint nth)
{
  guint kept = 0;

  for (guint i = 0; i < ticks->n; i += nth)
    ticks->value[kept++] = ticks->value[i];
  ticks->n = kept;
}

/* @attempt counts up: fewer and fewer ticks, at last every n-th of the fewest. */
static void
find_x_ticks (TwinLayoutPass *pass,
              double length,
              guint attempt)
{
  const TwinChartAxis *axis = &pass->chart->x_axis;
  TwinAxisLayout *x = &pass->out->x;
  const double em = pass->out->em;
  const guint wanted = ticks_wanted (length, TICK_WIDTH * em);

  if (axis->n_categories > 0)
    {
      category_ticks (axis, length, (attempt + 1) * CATEGORY_WIDTH * em, &x->ticks);
      return;
    }
  find_inside (x->scale.data, axis->style, wanted > attempt + 2 ? wanted - attempt : 2,
               &x->ticks);
  if (attempt + 2 > wanted)
    keep_every (&x->ticks, attempt + 3 - wanted);
}

void
twin_axis_layout_x (TwinLayoutPass *pass,
                    double left,
                    double right,
                    gboolean labels)
{
  const TwinPanelLayout *last =
      &g_array_index (pass->out->panels, TwinPanelLayout, pass->out->panels->len - 1);
  TwinAxisLayout *x = &pass->out->x;
  const double em = pass->out->em;

  x->scale = (TwinScale){ twin_chart_x_range (pass->chart, pass->view), left, right };
  x->has_labels = FALSE;
  for (guint attempt = 0;; attempt++)
    {
      g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (TwinLabel));

      g_array_set_clear_func (placed, label_clear);
      find_x_ticks (pass, right - left, attempt);
      if (!labels || x->ticks.n == 0)
        return;
      if (!place_labels (pass, LABEL_GAP * em, pass->out->whole.width - LABEL_GAP * em, placed))
        {
          if (x->ticks.n == 1)
            return;
          continue;
        }
      for (guint i = 0; i < placed->len; i++)
        {
          TwinLabel *label = &g_array_index (placed, TwinLabel, i);

          twin_layout_add_label (pass, g_steal_pointer (&label->layout), TWIN_ROLE_X_TICK,
                                 TWIN_TONE_DIM_TEXT, label->box.x,
                                 last->plot.y + last->plot.height + X_LABEL_GAP * em);
        }
      x->has_labels = TRUE;
      return;
    }
}
