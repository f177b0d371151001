/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cells of a table of #TwinTableRow: a label each, of a number or of words. @cells has those
 * that show a row at the moment, GtkListItem → number of its column. */

/** Makes the cells of the column of that number (transfer full), and keeps @cells up to date. */
GtkListItemFactory *twin_table_cells_new_factory (GHashTable *cells, guint column, gboolean text);
/** Reads all cells anew, where rows have got new data. */
void twin_table_cells_fill (GHashTable *cells);

G_END_DECLS
