/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-selection.h"

G_BEGIN_DECLS

/** What files call it: "feasible", "infeasible", "open". */
const char *twin_feasibility_get_name (TwinFeasibility feasibility);

G_END_DECLS
