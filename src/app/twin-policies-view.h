/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-optimize-results.h"

G_BEGIN_DECLS

/**
 * TwinPoliciesView:
 *
 * What a search found: the answer in words, a policy that was selected in the picture or in the
 * table, cost against service of every policy, and all of them as a table. It knows no document.
 *
 * Signal: "use" (uint64): somebody wants this policy of the results in the project.
 */
#define TWIN_TYPE_POLICIES_VIEW (twin_policies_view_get_type ())
G_DECLARE_FINAL_TYPE (TwinPoliciesView, twin_policies_view, TWIN, POLICIES_VIEW, AdwBin)

/** What is shown, with nothing selected; NULL: nothing, and the next picture is seen whole. */
void twin_policies_view_set_results (TwinPoliciesView *self, TwinOptimizeResults *results);
/** Whether the results answer what is asked now. Those that do not are dimmed, and no policy of
 *  theirs can be used. */
void twin_policies_view_set_current (TwinPoliciesView *self, gboolean current);
/** The best policy, or why there is none: a title; what is known of it stands below. */
const char *twin_policies_view_get_answer (TwinPoliciesView *self);

G_END_DECLS
