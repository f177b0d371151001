/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "twin-number.h"

G_BEGIN_DECLS

/**
 * TwinChart:
 *
 * A picture of numbers: panels one below the other on a shared x axis, each with a y axis of its
 * own and layers drawn in the order they were added. Arrays of doubles go in (they are copied),
 * Cairo comes out. A chart is built once and only read afterwards, so a worker may build it and
 * the main thread draw it; it is boxed and atomically refcounted.
 *
 * A NaN in a y array is a gap. Colours are named by meaning (TwinInk); the palette for the theme
 * decides. No layer is told from another by its colour alone: each has a dash or a mark as well.
 */
typedef struct _TwinChart TwinChart;

#define TWIN_TYPE_CHART (twin_chart_get_type ())
GType twin_chart_get_type (void);

/** TwinInk: what a colour stands for; twin-palette.c says what it is in each theme. */
typedef enum
{
  TWIN_INK_FIRST,  /* the main series; the first of several parts */
  TWIN_INK_SECOND,
  TWIN_INK_THIRD,
  TWIN_INK_FOURTH,
  TWIN_INK_LIMIT,  /* reference lines: s, S, a target */
  TWIN_INK_ALERT,  /* stockouts, infeasible */
  TWIN_INK_CHOICE, /* the optimum, the selected one */
  TWIN_INK_MUTED,  /* what stands behind: bands, other replications */
  TWIN_N_INKS
} TwinInk;

typedef enum
{
  TWIN_DASH_SOLID,
  TWIN_DASH_DASHED,
  TWIN_DASH_DOTTED
} TwinDash;

typedef enum
{
  TWIN_MARK_CIRCLE,
  TWIN_MARK_SQUARE,
  TWIN_MARK_DIAMOND,
  TWIN_MARK_UP,   /* triangle, pointing up */
  TWIN_MARK_DOWN, /* triangle, pointing down */
  TWIN_MARK_STAR
} TwinMark;

/** TwinFill: what a filled stretch or part has besides its colour. */
typedef enum
{
  TWIN_FILL_PLAIN,
  TWIN_FILL_RISING,  /* stripes, upwards to the right */
  TWIN_FILL_FALLING, /* stripes, downwards to the right */
  TWIN_FILL_UPRIGHT, /* stripes, upright */
  TWIN_N_FILLS
} TwinFill;

/** TwinAxis: how one axis reads. Strings are copied when the axis is given to a chart. */
typedef struct
{
  const char *title;              /* "Inventory" */
  const char *unit;               /* "units", untranslated; NULL: the numbers need none */
  TwinNumberStyle style;          /* how its tick labels and hover values are written */
  gboolean from_zero;             /* the range always holds 0 */
  const char *const *categories;  /* NULL-terminated names standing at 0, 1, 2 …, or NULL;
                                   * of a y axis the first is at the top */
} TwinAxis;

/** TwinLayer: what all layers have. */
typedef struct
{
  const char *title; /* legend entry and name in the exported data; NULL: no legend entry.
                      * Layers of the same title share an entry */
  TwinInk ink;
  TwinDash dash;
  gboolean stepped;  /* lines: hold each y until the next x */
  gboolean hollow;   /* marks: outline only */
  TwinMark mark;
  TwinFill fill;     /* parts and spans */
} TwinLayer;

TwinChart *twin_chart_new (const char *title, const TwinAxis *x_axis);
TwinChart *twin_chart_ref (TwinChart *self);
void twin_chart_unref (TwinChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinChart, twin_chart_unref)

/** A sentence under the picture: what n, level and method its numbers have. */
void twin_chart_set_caption (TwinChart *self, const char *caption);
/** What the caption becomes while [@low, @high] of the x axis are to be seen: a text of @caption
 *  and of that. (transfer full) Called from any thread. */
typedef char *(*TwinCaptionFunc) (const char *caption, double low, double high, gpointer data);
/** Lets the caption follow zoom and pan. */
void twin_chart_set_caption_func (TwinChart *self, TwinCaptionFunc func,
                                  gpointer data, GDestroyNotify free_data);
/** The numbers in words, for screen readers. Without one it is made from axes and layers. */
void twin_chart_set_summary (TwinChart *self, const char *summary);
/** TwinFocus: a part of the axes, the y axis of every panel alike. NaN: as far as the data go. */
typedef struct
{
  double x_low, x_high;
  double y_low, y_high;
} TwinFocus;

/** Shows that part until somebody asks for all, where the data beyond it would squeeze what matters
 *  into a corner. @note follows the caption as long: what is not shown. */
void twin_chart_set_focus (TwinChart *self, const TwinFocus *focus, const char *note);
/** Adds a panel below the others. @title may be NULL. Returns its number, from 0. */
guint twin_chart_add_panel (TwinChart *self, const char *title, const TwinAxis *y_axis);

/* Layers. Arrays have @n elements, x ascending for lines and bands; they are copied. */

void twin_chart_add_line (TwinChart *self, guint panel, const TwinLayer *layer,
                          const double *x, const double *y, gsize n);
void twin_chart_add_band (TwinChart *self, guint panel, const TwinLayer *layer,
                          const double *x, const double *low, const double *high, gsize n);
/** @labels: what hovering a mark says, [n] strings, copied; or NULL: its x and y. */
void twin_chart_add_marks (TwinChart *self, guint panel, const TwinLayer *layer,
                           const double *x, const double *y, const char *const *labels, gsize n);
/** What hovering mark @index says. (transfer full) Called from any thread. */
typedef char *(*TwinLabelFunc) (gsize index, gpointer data);
/** The same with labels that are made when somebody reads them: of very many few are ever read. */
void twin_chart_add_told_marks (TwinChart *self, guint panel, const TwinLayer *layer,
                                const double *x, const double *y, gsize n,
                                TwinLabelFunc func, gpointer data, GDestroyNotify free_data);
/** Shaded stretches of the x axis, [from[i], to[i]). */
void twin_chart_add_spans (TwinChart *self, guint panel, const TwinLayer *layer,
                           const double *from, const double *to, gsize n);
/** Vertical bars: a histogram. */
void twin_chart_add_bars (TwinChart *self, guint panel, const TwinLayer *layer,
                          const double *from, const double *to, const double *height, gsize n);
/** Horizontal intervals with caps and a mark at the middle, one a category of the y axis.
 *  A NaN @low or @high draws the mark alone: one replication has no interval.
 *  @labels (nullable, [n]) stand beside them where there is room. */
void twin_chart_add_intervals (TwinChart *self, guint panel, const TwinLayer *layer,
                               const double *middle, const double *low, const double *high,
                               const double *category, const char *const *labels, gsize n);
/** One part of a stacked horizontal bar in row @category of the y axis, from @from to @to;
 *  @label stands inside where it fits, else in the legend alone. */
void twin_chart_add_part (TwinChart *self, guint panel, const TwinLayer *layer,
                          double from, double to, double category, const char *label);
/** A reference line across the panel. Its title stands at its end, not in the legend. */
void twin_chart_add_level (TwinChart *self, guint panel, const TwinLayer *layer, double y);
void twin_chart_add_x_level (TwinChart *self, guint panel, const TwinLayer *layer, double x);
/** A text beside the point (x, y), placed so that it stays inside and off the point. */
void twin_chart_add_note (TwinChart *self, guint panel, const TwinLayer *layer,
                          double x, double y, const char *text);

/* Reading */

const char *twin_chart_get_title (const TwinChart *self);
const char *twin_chart_get_caption (const TwinChart *self);
gboolean twin_chart_has_focus (const TwinChart *self);
guint twin_chart_get_n_panels (const TwinChart *self);
/** The summary, or one made from axes and layers (free it). */
char *twin_chart_describe (const TwinChart *self);
/** Number of legend entries, and the layer titles behind them in order. */
guint twin_chart_get_n_entries (const TwinChart *self);
const char *twin_chart_get_entry (const TwinChart *self, guint entry);

/**
 * TwinChartTable:
 *
 * A chart's data as a table for "Save data as CSV": long form, one row a number or interval.
 */
typedef struct
{
  const char *panel;  /* "" where the panel has no title */
  const char *series; /* the layer's title, or its kind */
  char *label;        /* the row's category, else a mark's label or a note's text, or "" */
  double x, y;
  double low, high;   /* NaN where there is no interval */
} TwinChartDatum;

/** All numbers of the chart, in drawing order: an array of TwinChartDatum, which has labels of its
 *  own; the other strings belong to the chart. */
GArray *twin_chart_get_data (const TwinChart *self);

G_END_DECLS
