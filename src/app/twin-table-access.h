/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "twin-table-rows.h"

G_BEGIN_DECLS

/* What GTK has no way to ask for: the widgets of a column view's rows and titles are its own. */

/** Names the row of a column view that @cell is in by all titles and what @row has below them.
 *  GTK 4.8 does not tell a screen reader which title a cell stands below. */
void twin_table_name_row (GtkWidget *cell, TwinTableRow *row);
/** Has titles of numbers stand over these, at the right. @is_number: gboolean, one a column. */
void twin_table_align_titles (GtkWidget *header, const GArray *is_number);

G_END_DECLS
