/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Of results of older parameters: seen to be another thing, and still read with 4.5:1. */
#define TWIN_DIM_OPACITY 0.75

/** Shows @part as results of older parameters, or as what they are now. */
void twin_dim (GtkWidget *part, gboolean dimmed);

G_END_DECLS
