/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TwinWrapLayout:
 *
 * A text and a button beside it; where that would leave the text too little room, below it.
 */
#define TWIN_TYPE_WRAP_LAYOUT (twin_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (TwinWrapLayout, twin_wrap_layout, TWIN, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
