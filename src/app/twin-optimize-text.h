/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-optimum.h"

G_BEGIN_DECLS

/* The result of a search in words. */

/** What the search says about a policy: "In the search: total cost 33,210 (33,100 – 33,320), fill
 *  rate 98.1 % (98.0 – 98.2 %), from 512 replications.", and whether it misses the target or is too close to
 *  it. */
char *twin_optimize_text_policy (const TwinOptimum *optimum, gsize policy);

/** Below the heading twin_figure_format_finding(): what fresh random numbers say about the best
 *  policy and what the search said, or which comes closest; then, a line each, what else is to be
 *  said. */
char *twin_optimize_text_answer (const TwinOptimum *optimum);

/** What a search of that type does, before there was one. */
const char *twin_optimize_text_introduction (const TwinModelType *type);

/** "289 policies, up to 1,000 replications each"; "Up to 400 policies …" of a direct search.
 *  @search has passed twin_search_check(). */
char *twin_optimize_text_plan (const TwinSearch *search, gsize replications);

/** "130 of 289 policies", and how long the rest will take where @seconds tell. */
char *twin_optimize_text_progress (gsize done, gsize total, double seconds);

G_END_DECLS
