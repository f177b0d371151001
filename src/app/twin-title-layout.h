/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TwinTitleLayout:
 *
 * Where the controls of a TwinChartArea stand: in the line of the chart's title, at its end; and where
 * that would leave the title too little room, in a line of their own below it.
 */
#define TWIN_TYPE_TITLE_LAYOUT (twin_title_layout_get_type ())
G_DECLARE_FINAL_TYPE (TwinTitleLayout, twin_title_layout, TWIN, TITLE_LAYOUT, GtkLayoutManager)

G_END_DECLS
