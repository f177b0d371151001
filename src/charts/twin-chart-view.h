/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart.h"

G_BEGIN_DECLS

typedef enum
{
  TWIN_THEME_LIGHT,
  TWIN_THEME_DARK,
  TWIN_THEME_LIGHT_CONTRAST, /* high contrast */
  TWIN_THEME_DARK_CONTRAST,
  TWIN_N_THEMES
} TwinTheme;

/** TwinChartView: how somebody looks at a chart now: theme, zoom, what is hidden, where the
 *  pointer is. Plain; begin with twin_chart_view_init(). */
typedef struct
{
  TwinTheme theme;
  const char *font;      /* family, or NULL: the system's sans-serif. Borrowed. */
  double text_size;      /* points; 9 unless told, tick labels and captions follow it */
  gboolean dimmed;       /* it will be drawn with less colour: no text is faint by itself then */
  gboolean transparent;  /* do not paint the ground: the widget below has it */
  double x_low, x_high;  /* zoomed x range; NaN: all of it */
  double y_low, y_high;  /* zoomed y range of every panel; NaN: what the visible data needs */
  gboolean whole;        /* all of a chart that would begin with a part of it */
  guint64 hidden;        /* bit i: legend entry i is switched off */
  gboolean crosshair;    /* draw a crosshair and values at data position x of @hover_panel */
  guint hover_panel;
  double hover_x, hover_y;
  double corner;          /* pixels at the end of the title's line that belong to somebody else … */
  double below_title;     /* … and those below it */
  gboolean right_to_left; /* title, legend and caption begin at the right, as Arabic text does by
                           * itself; time goes to the right all the same */
} TwinChartView;

void twin_chart_view_init (TwinChartView *view);

/** Draws the chart into (0, 0, width, height): title, legend, panels, axes, caption. Never fails;
 *  what does not fit a tiny size is left out, the data last. */
void twin_chart_draw (const TwinChart *chart, cairo_t *cr, double width, double height,
                      const TwinChartView *view);

/** TwinTitlePlace: what has to be known to put something beside or below a chart's title. Pixels, from
 *  the top and from the side where the title begins. */
typedef struct
{
  gboolean fits;  /* all of it is seen, and no word is broken; so also where there is none */
  double start;
  double middle;  /* of the first line */
  double end;     /* where what is below the title begins */
} TwinTitlePlace;

void twin_chart_place_title (const TwinChart *chart, double width, const TwinChartView *view,
                             TwinTitlePlace *place);

/** TwinChartHit: what lies under a point. */
typedef struct
{
  gboolean inside;   /* inside a panel's plot area */
  guint panel;
  double x, y;       /* data coordinates of the point */
  int entry;         /* legend entry under the point, or -1 */
  int layer;         /* layer (adding order) of the nearest mark within 12 pixels, or -1 */
  gsize index;       /* its index in that layer's arrays */
  double mark_x, mark_y; /* its data coordinates */
} TwinChartHit;

void twin_chart_pick (const TwinChart *chart, double width, double height,
                      const TwinChartView *view, double px, double py, TwinChartHit *hit);

/** What hovering at data position @x of @panel says, one "title: value" a line, values of every
 *  visible line, band and bar there. */
char *twin_chart_read (const TwinChart *chart, const TwinChartView *view, guint panel, double x);

/** Data x of the next datum right (@direction 1) or left (-1) of @x in @panel, for the keyboard;
 *  @x itself at the ends; the first datum where @x is NaN. */
double twin_chart_neighbour (const TwinChart *chart, guint panel, double x, int direction);

/** The whole x range that the data and axes cover. */
void twin_chart_get_x_range (const TwinChart *chart, double *low, double *high);
/** The part of it that is seen. */
void twin_chart_get_shown_x_range (const TwinChart *chart, const TwinChartView *view, double *low,
                                   double *high);

G_END_DECLS
