/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-run.h"

G_BEGIN_DECLS

/* What other experiments share with twin-run.c. */

/** The most replications that twin_run_get_block() gives. */
#define TWIN_MAX_BLOCK 64

/** How many replications make one item of a pool. It has to last a fraction of a millisecond: long
 *  against the cost of taking an item, short against the wait for a cancel and for the last
 *  thread. */
gsize twin_run_get_block (const TwinModel *model);

/** A table of @n_rows rows of @n replications, for g_free().
 *  @error: TWIN_ERROR_TOO_LARGE, naming its size, where it does not fit in memory. */
double *twin_run_allocate (gsize n_rows, gsize n, GError **error);

G_END_DECLS
