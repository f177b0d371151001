/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-selection.h"
#include "twin-sweep.h"

G_BEGIN_DECLS

/**
 * twin_grid_select:
 * @sweep: what the policies have in common
 * @policies: in and out, [n_policies]: the decisions are given, the rest is filled in but whether
 *   a policy is efficient
 * @selection: the rules
 * @monitor: (nullable): told of policies done
 * @statement: out
 *
 * Inside the experiments: finds the cheapest of a list of policies that keeps the target, through
 * the type's survey where it has one.
 *
 * @error: a policy that is refused, before anything is simulated; as twin_selection_run().
 */
gboolean twin_grid_select (const TwinSweep *sweep,
                           TwinPolicy *policies,
                           gsize n_policies,
                           const TwinSelection *selection,
                           const TwinMonitor *monitor,
                           TwinStatement *statement,
                           GError **error);

G_END_DECLS
