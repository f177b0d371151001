/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-comparison.h"
#include "twin-optimum.h"

/* Small real results for the tests of what is written of them. */

/** The warehouse over 20 days. */
TwinParameters *test_new_parameters (void);
TwinModel *test_new_model (void);
TwinRun *test_new_run (uint64_t seed, uint64_t first, gsize n);
/** The built-in scenarios, n = 5. */
TwinComparison *test_new_comparison (void);
/** 3 × 3 policies of which some keep the target, or none. */
TwinOptimum *test_new_optimum (gboolean feasible);
/** Eight policies that a direct search tried for a network of two stores. */
TwinOptimum *test_new_network_optimum (void);
