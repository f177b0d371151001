/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-private.h"
#include "twin-palette.h"
#include "twin-text.h"
#include "twin-ticks.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} TwinBox;

gboolean twin_box_holds (TwinBox box, double x, double y);
gboolean twin_box_overlaps (TwinBox one, TwinBox other);

typedef enum
{
  TWIN_ROLE_TITLE,
  TWIN_ROLE_LEGEND,
  TWIN_ROLE_PANEL, /* panel title and y axis title, above the plot */
  TWIN_ROLE_X_TICK,
  TWIN_ROLE_Y_TICK,
  TWIN_ROLE_X_TITLE,
  TWIN_ROLE_LEVEL,
  TWIN_ROLE_PART,
  TWIN_ROLE_VALUE,
  TWIN_ROLE_NOTE,
  TWIN_ROLE_EMPTY, /* "No data" */
  TWIN_ROLE_CAPTION
} TwinRole;

/** TwinLabel: a text in its place. */
typedef struct
{
  PangoLayout *layout;
  TwinBox box;
  TwinTone tone;
  TwinRole role;
  int on_ink;      /* the ink that it stands on, which decides its colour; or -1: @tone does */
  gboolean faint;  /* a legend entry that is switched off */
  gboolean opaque; /* stands on the data: covers what is below */
} TwinLabel;

typedef struct
{
  TwinScale scale;
  TwinTicks ticks;
  gboolean has_labels;
} TwinAxisLayout;

typedef struct
{
  TwinBox plot;
  TwinAxisLayout y;
} TwinPanelLayout;

typedef struct
{
  guint entry;
  TwinBox sample;
  TwinBox box; /* sample and text: what a click switches */
} TwinLegendItem;

/** A hairline from a label to what it names. */
typedef struct
{
  double x1, y1, x2, y2;
} TwinLeader;

/** TwinChartLayout: where everything stands at one size and in one view. Drawing and picking both
 *  read it, so that a click meets what is seen. */
typedef struct
{
  TwinBox whole;
  double em;
  TwinAxisLayout x;
  GArray *panels;  /* TwinPanelLayout */
  GArray *legend;  /* TwinLegendItem */
  GArray *labels;  /* TwinLabel */
  GArray *leaders; /* TwinLeader */
} TwinChartLayout;

TwinChartLayout *twin_chart_layout_new (const TwinChart *chart, double width, double height,
                                        const TwinChartView *view);
void twin_chart_layout_free (TwinChartLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinChartLayout, twin_chart_layout_free)

/** The rectangle of a bar, of a part or of a span, cut to the plot; width 0 where it is outside. */
TwinBox twin_layout_get_bar (const TwinChartLayout *self, const TwinChartLayer *layer, gsize i);
/** Pixels from one category of the panel's y axis to the next. */
double twin_layout_get_row (const TwinChartLayout *self, guint panel);

/* What the layout is made of; for its own files. */

/** A chart being laid out. */
typedef struct
{
  const TwinChart *chart;
  const TwinChartView *view;
  TwinText *text;
  TwinChartLayout *out;
  gboolean right_to_left;
} TwinLayoutPass;

/** Takes @layout (transfer full) and returns its label, with the box's size set. */
TwinLabel *twin_layout_add_label (TwinLayoutPass *pass, PangoLayout *layout, TwinRole role,
                                  TwinTone tone, double x, double y);

/** Where the values of a y axis go: ticks for a plot from @top to @bottom. Returns the width that
 *  its labels want of the picture's @width. */
double twin_axis_layout_y (TwinLayoutPass *pass, guint panel, double top, double bottom,
                           double width);
void twin_axis_label_y (TwinLayoutPass *pass, guint panel);
/** Ticks and labels of the shared x axis for a plot from @left to @right. */
void twin_axis_layout_x (TwinLayoutPass *pass, double left, double right, gboolean labels);

/** Lays the legend's rows out from (@x, @y), at most @most high. Returns the height used. */
double twin_legend_layout (TwinLayoutPass *pass, double x, double y, double width, double most);

/** Width that the level titles want right of the plots; 0 where they go inside. */
double twin_level_margin (TwinLayoutPass *pass, double width);
void twin_level_layout (TwinLayoutPass *pass, guint panel, double margin);
void twin_part_layout (TwinLayoutPass *pass, guint panel);
/** The values of intervals, those that find a place where they cover nothing. */
void twin_value_layout (TwinLayoutPass *pass, guint panel);
void twin_note_layout (TwinLayoutPass *pass, guint panel);

G_END_DECLS
