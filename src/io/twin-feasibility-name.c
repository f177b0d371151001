/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-feasibility-name.h"

const char *
twin_feasibility_get_name (TwinFeasibility feasibility)
{
  static const char *const names[] = {
    [TWIN_FEASIBILITY_OPEN] = "open",
    [TWIN_FEASIBILITY_KEEPS] = "feasible",
    [TWIN_FEASIBILITY_MISSES] = "infeasible",
  };

  g_return_val_if_fail (feasibility < G_N_ELEMENTS (names), NULL);

  return names[feasibility];
}
