/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TwinFlowLayout:
 *
 * Children of one width in lines, as many beside each other as fit with their natural width. A
 * GtkFlowBox looks the same, but keeps the keyboard's focus for itself: Tab gets stuck before one
 * whose children take no focus.
 *
 * Properties: "most-per-line" (children that stand in a line at most), "spacing" (pixels between
 * them, both ways), "narrow" (they are made as narrow as they can be before fewer stand in a line).
 */
#define TWIN_TYPE_FLOW_LAYOUT (twin_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (TwinFlowLayout, twin_flow_layout, TWIN, FLOW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *twin_flow_layout_new (guint most_per_line, int spacing);
void twin_flow_layout_set_most_per_line (TwinFlowLayout *self, guint most_per_line);
void twin_flow_layout_set_narrow (TwinFlowLayout *self, gboolean narrow);

G_END_DECLS
