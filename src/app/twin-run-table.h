/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-run.h"
#include "twin-table-rows.h"

G_BEGIN_DECLS

/** TwinReplications: all replications of a run, with the metrics of one part of its model.
 *  Atomically refcounted. */
typedef struct _TwinReplications TwinReplications;

/** @node: 0 is the model as a whole, from 1 on its nodes. */
TwinReplications *twin_replications_new (TwinRun *run, guint node);
TwinReplications *twin_replications_ref (TwinReplications *self);
void twin_replications_unref (TwinReplications *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinReplications, twin_replications_unref)

/** TwinReplications as a table: a row a replication, a column a metric. */
extern const TwinTableSource twin_run_table;

G_END_DECLS
