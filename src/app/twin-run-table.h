/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-table-rows.h"

G_BEGIN_DECLS

/** A TwinRun as a table: the replication's number, then its metrics. */
extern const TwinTableSource twin_run_table;

G_END_DECLS
