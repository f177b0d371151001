/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Of results of older parameters: seen to be another thing, and still read with 4.5:1. */
#define TWIN_DIM_OPACITY 0.75

/** Shows @part as results of older parameters, or as what they are now. */
void twin_dim (GtkWidget *part, gboolean dimmed);
/** What is drawn until gtk_snapshot_pop () are marks of a chart of older parameters: they lose most
 *  of their colour and keep their 3:1, for which no ink of the palette could be paler. */
void twin_dim_push_marks (GtkSnapshot *snapshot);

G_END_DECLS
