/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-optimum.h"

G_BEGIN_DECLS

/* The result of a search in words. */

/** What the search says about a policy: "Total cost 33,210 (33,100 – 33,320), fill rate 98.1 %
 *  (98.0 – 98.2 %)", and whether it misses the target or is too close to it. */
char *twin_optimize_text_policy (const TwinOptimum *optimum, gsize policy);

/** What fresh random numbers say about the best policy, in the same words, with their number and
 *  what the search said; warnings where it falls short of the target, or stands at the edge; and in
 *  a line of its own what is sure. */
char *twin_optimize_text_verified (const TwinOptimum *optimum);

/** Where no policy meets the target: which comes closest, and what to change. */
char *twin_optimize_text_closest (const TwinOptimum *optimum);

/** What a search of that type does, before there was one. */
const char *twin_optimize_text_introduction (const TwinModelType *type);

/** "289 policies, up to 1,000 replications each"; "Up to 400 policies …" of a direct search.
 *  @search has passed twin_search_check(). */
char *twin_optimize_text_plan (const TwinSearch *search, gsize replications);

/** "130 of 289 policies", and how long the rest will take where @seconds tell. */
char *twin_optimize_text_progress (gsize done, gsize total, double seconds);

G_END_DECLS
