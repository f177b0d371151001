/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-monitor.h"

G_BEGIN_DECLS

/* Inside the selection: what was measured. */

/** The rows of a replication. */
typedef enum
{
  TWIN_ROW_SERVICE,
  TWIN_ROW_COST,
  TWIN_N_ROWS
} TwinRow;

/** TwinRows: samples of the candidates that are left, a column each. */
typedef struct
{
  double *numbers; /* [n][TWIN_N_ROWS][width] */
  gsize n;         /* replications that there is room for */
  gsize width;     /* candidates */
} TwinRows;

/** As many columns as are worth copying at a time: they share a cache line. */
#define TWIN_ROWS_TILE 8

void twin_rows_clear (TwinRows *self);
/** Bytes that @n replications take. */
gsize twin_rows_get_size (const TwinRows *self, gsize n);
/** Makes room for @n replications; FALSE where they do not fit in memory. */
gboolean twin_rows_grow (TwinRows *self, gsize n);
/** A row, [width]; the same of the next replication is TWIN_N_ROWS × width numbers on. */
double *twin_rows_get (const TwinRows *self, gsize replication, TwinRow row);
/** The samples of columns @column … @column + @n_columns − 1, each in one piece: @samples is
 *  [n_columns][n]. */
void twin_rows_copy (const TwinRows *self,
                     TwinRow row,
                     gsize column,
                     gsize n_columns,
                     double *samples);
/** Drops all columns but @kept, [n_kept], ascending. FALSE: cancelled, and no column is whole any
 *  more. */
gboolean twin_rows_pack (TwinRows *self,
                         const gsize *kept,
                         gsize n_kept,
                         const TwinMonitor *monitor,
                         GError **error);

G_END_DECLS
