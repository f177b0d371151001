/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-comparison.h"
#include "twin-optimum.h"
#include "twin-run.h"

G_BEGIN_DECLS

/* One JSON object each, as docs/ promises; an interval that there is none of is null. */

char *twin_run_to_json (const TwinRun *run);
char *twin_comparison_to_json (const TwinComparison *comparison);
char *twin_optimum_to_json (const TwinOptimum *optimum);

G_END_DECLS
