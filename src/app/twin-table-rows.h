/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** TwinTableSource: how a result is read as a table. The result is any refcounted thing that does
 *  not change; all functions are called on the main thread. */
typedef struct
{
  guint (*get_n_columns) (gconstpointer data);
  guint (*get_n_rows) (gconstpointer data);
  /** Translated. (transfer none) */
  const char *(*get_title) (gconstpointer data, guint column);
  /** The cell as people read it. (transfer full) */
  char *(*get_text) (gconstpointer data, guint row, guint column);
  /** What more there is to say about a cell, or NULL (transfer full). NULL: never anything. */
  char *(*get_tooltip) (gconstpointer data, guint row, guint column);
  /** What the column is sorted by; NaN goes last. */
  double (*get_value) (gconstpointer data, guint row, guint column);
  /** Words, which begin at the left; numbers end at the right. NULL: no column has words. */
  gboolean (*is_text) (gconstpointer data, guint column);
  gpointer (*ref) (gpointer data);
  void (*unref) (gpointer data);
} TwinTableSource;

/** TwinTableRow: one row, made when it is looked at and gone when it is out of sight. It tells of
 *  the data that its list has. */
#define TWIN_TYPE_TABLE_ROW (twin_table_row_get_type ())
G_DECLARE_FINAL_TYPE (TwinTableRow, twin_table_row, TWIN, TABLE_ROW, GObject)

guint twin_table_row_get_index (TwinTableRow *self);
char *twin_table_row_get_text (TwinTableRow *self, guint column);
char *twin_table_row_get_tooltip (TwinTableRow *self, guint column);
double twin_table_row_get_value (TwinTableRow *self, guint column);

/** TwinTableRows: a GListModel of TwinTableRow over a result. It keeps the result and no rows. */
#define TWIN_TYPE_TABLE_ROWS (twin_table_rows_get_type ())
G_DECLARE_FINAL_TYPE (TwinTableRows, twin_table_rows, TWIN, TABLE_ROWS, GObject)

TwinTableRows *twin_table_rows_new (void);
/** @data is referenced; NULL: no rows. */
void twin_table_rows_set_data (TwinTableRows *self, const TwinTableSource *source, gpointer data);

/** Other data of the same source and as many rows: the rows that there are now tell of these, and
 *  no item of the list changes. FALSE, and nothing done, where they are not such. */
gboolean twin_table_rows_replace_data (TwinTableRows *self,
                                       const TwinTableSource *source,
                                       gpointer data);

G_END_DECLS
