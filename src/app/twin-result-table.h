/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-table-rows.h"

G_BEGIN_DECLS

/**
 * TwinResultTable:
 *
 * A result as a table: a column a number, sorted by a click on its title. Only rows in sight cost
 * anything. New data of the same columns keeps order and scroll position, and where there are as
 * many rows and nobody sorted them the selection.
 *
 * Properties: "selected" (gint64: the row that is selected, counted as the source counts, or -1).
 * Signal: "activated" (guint row): Enter or a double click.
 */
#define TWIN_TYPE_RESULT_TABLE (twin_result_table_get_type ())
G_DECLARE_FINAL_TYPE (TwinResultTable, twin_result_table, TWIN, RESULT_TABLE, AdwBin)

/** @data is referenced with the source's ref(); NULL: an empty table. */
void twin_result_table_set_data (TwinResultTable *self,
                                 const TwinTableSource *source,
                                 gpointer data);
gint64 twin_result_table_get_selected (TwinResultTable *self);
void twin_result_table_set_selected (TwinResultTable *self, gint64 row);

G_END_DECLS
