/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-view.h"
#include "twin-scale.h"

G_BEGIN_DECLS

typedef enum
{
  TWIN_LAYER_LINE,      /* x, y */
  TWIN_LAYER_BAND,      /* x, low, high */
  TWIN_LAYER_MARKS,     /* x, y, labels */
  TWIN_LAYER_SPANS,     /* low, high: along x */
  TWIN_LAYER_BARS,      /* low, high: along x; y: height */
  TWIN_LAYER_INTERVALS, /* x: middle; low, high: along x; y: category; labels */
  TWIN_LAYER_PART,      /* low, high: along x; y: category; labels */
  TWIN_LAYER_LEVEL,     /* y */
  TWIN_LAYER_X_LEVEL,   /* x */
  TWIN_LAYER_NOTE,      /* x, y, labels */
  TWIN_N_LAYER_KINDS
} TwinLayerKind;

/** TwinChartLayer: one layer's numbers. A column that its kind does not have is NULL. */
typedef struct
{
  TwinLayerKind kind;
  TwinLayer look; /* title is the chart's own copy */
  guint panel;
  int entry; /* legend entry, or -1 */

  gsize n;
  double *x, *y, *low, *high; /* [n] each */
  char **labels;              /* [n], or NULL */
  TwinLabelFunc label_func;   /* or NULL: what makes them */
  gpointer label_data;
  GDestroyNotify free_label_data;

  gboolean ascending;      /* x is, so that it can be searched */
  TwinExtent across, along; /* what it needs of the x and of the y axis */
} TwinChartLayer;

typedef struct
{
  char *title;
  char *unit;
  TwinNumberStyle style;
  gboolean from_zero;
  char **categories;
  guint n_categories;
} TwinChartAxis;

typedef struct
{
  char *title; /* or NULL */
  TwinChartAxis y_axis;
} TwinChartPanel;

struct _TwinChart
{
  char *title;
  char *caption; /* or NULL */
  TwinCaptionFunc caption_func; /* or NULL */
  gpointer caption_data;
  GDestroyNotify free_caption_data;
  char *summary; /* or NULL */
  TwinFocus focus;
  char *focus_note; /* NULL: it has none */
  TwinChartAxis x_axis;
  GPtrArray *panels;  /* TwinChartPanel */
  GPtrArray *layers;  /* TwinChartLayer, in adding order */
  GPtrArray *entries; /* titles, borrowed from the layers */
};

const TwinChartPanel *twin_chart_get_panel (const TwinChart *self, guint panel);
const TwinChartLayer *twin_chart_get_layer (const TwinChart *self, guint layer);
/** The layer of @panel is to be seen: its legend entry is not switched off. */
gboolean twin_chart_shows (const TwinChartLayer *layer, const TwinChartView *view);
gboolean twin_chart_entry_is_hidden (int entry, const TwinChartView *view);

/** What the x axis shows, by zoom or by the data. */
TwinExtent twin_chart_x_range (const TwinChart *self, const TwinChartView *view);
TwinExtent twin_chart_y_range (const TwinChart *self, guint panel, const TwinChartView *view);

/** The caption as it stands under that view. (transfer full) */
char *twin_chart_dup_caption (const TwinChart *self, const TwinChartView *view);

/** "Inventory (units)", or "" where the axis has no title. */
char *twin_chart_axis_label (const TwinChartAxis *axis);
/** @value in the axis's style; a category's name where @value stands at one. */
char *twin_chart_axis_format (const TwinChartAxis *axis, double value);
/** What stands for a layer in words: its title, or the name of its kind. */
const char *twin_chart_layer_name (const TwinChartLayer *layer);
/** The name of category @value, or NULL. */
const char *twin_chart_axis_category (const TwinChartAxis *axis, double value);

/** What mark @i says of itself; NULL: nothing. (transfer full) */
char *twin_chart_layer_dup_label (const TwinChartLayer *layer, gsize i);

/** Index of the last x that is ≤ @x; n where there is none. The layer must be ascending. */
gsize twin_chart_layer_find (const TwinChartLayer *layer, double x);

G_END_DECLS
