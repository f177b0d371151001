/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-table-rows.h"

G_BEGIN_DECLS

/** A TwinComparison as a table: a row for each scenario and metric with mean and interval, and the
 *  paired difference to the first scenario with its own. */
extern const TwinTableSource twin_scenario_table;

G_END_DECLS
