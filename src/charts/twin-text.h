/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "twin-chart-view.h"

G_BEGIN_DECLS

typedef enum
{
  TWIN_TEXT_PLAIN,
  TWIN_TEXT_STRONG, /* panel titles */
  TWIN_TEXT_TITLE,  /* the chart's own */
  TWIN_TEXT_STRUCK, /* legend entries that are switched off */
  TWIN_TEXT_FIGURES /* digits of equal width: tick labels */
} TwinTextStyle;

/** TwinText: sets text in the font and size of a view. Independent of any surface, so that a chart
 *  is laid out the same for drawing, for picking and for every file format. */
typedef struct _TwinText TwinText;

TwinText *twin_text_new (const TwinChartView *view);
void twin_text_free (TwinText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinText, twin_text_free)

/** Pixels of the plain text's em; all distances in a chart follow it. */
double twin_text_get_em (const TwinText *self);

/** The text set in at most @lines lines (separated by newlines or wrapped) of @width pixels, what
 *  does not fit ellipsised. @width < 0: as wide as it needs. (transfer full) */
PangoLayout *twin_text_set (TwinText *self, const char *text, TwinTextStyle style, double width,
                            int lines);
/** Its logical size in pixels. */
void twin_text_get_size (PangoLayout *layout, double *width, double *height);
/** Draws it with the top left corner of that size at (x, y), whatever its alignment. */
void twin_text_show (PangoLayout *layout, cairo_t *cr, double x, double y);
/** Whether every line that is set from now on is read from the right, whatever it begins with. */
void twin_text_set_right_to_left (TwinText *self, gboolean right_to_left);
/** Whether it is read from the right, as Arabic is. */
gboolean twin_text_is_right_to_left (TwinText *self, const char *text);
/** Has all its lines end where the longest one does. */
void twin_text_align_right (PangoLayout *layout);

G_END_DECLS
