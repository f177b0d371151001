/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-run.h"
#include "twin-table-rows.h"

G_BEGIN_DECLS

/**
 * TwinNodeResults:
 *
 * The results of a run as a table that compares the parts of its model, such as stores and
 * warehouse: a row a node, a column a metric that any of them has a use for. Atomically refcounted.
 */
typedef struct _TwinNodeResults TwinNodeResults;

TwinNodeResults *twin_node_results_new (TwinRun *run);
TwinNodeResults *twin_node_results_ref (TwinNodeResults *self);
void twin_node_results_unref (TwinNodeResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinNodeResults, twin_node_results_unref)

/** TwinNodeResults as a table. */
extern const TwinTableSource twin_node_table;

G_END_DECLS
