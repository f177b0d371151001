/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-run.h"

G_BEGIN_DECLS

/* One line about work that was done, for the bottom of the window. */

/** "1,000 replications, seed 42, 12 ms"; "First 270 of 1,000 replications, seed 42" where @n were
 *  wanted and the run has less. */
char *twin_status_for_run (const TwinRun *run, gsize n);

/** "3 scenarios, 1,000 replications each, seed 42, 36 ms"; without the time where more, @n_wanted,
 *  are to come. */
char *twin_status_for_scenarios (guint n_scenarios,
                                 gsize n,
                                 gsize n_wanted,
                                 uint64_t seed,
                                 double seconds);

/** "289 policies, 1,000 replications each, seed 42, 4.1 s"; "up to 1,000" where some have @fewer;
 *  "first 8 of 1,000" where more than these are @n_wanted. */
char *twin_status_for_policies (gsize n_policies,
                                gsize n,
                                gsize n_wanted,
                                gboolean fewer,
                                uint64_t seed,
                                double seconds);

/** "12 ms", "4.1 s", "2 min 5 s". */
char *twin_status_format_seconds (double seconds);

/** "About 2 minutes left", from how long a share of the work took; NULL while that says nothing. */
char *twin_status_format_time_left (double seconds_so_far, double fraction);

G_END_DECLS
