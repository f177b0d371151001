/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-run.h"

G_BEGIN_DECLS

/**
 * TwinReplicationsView:
 *
 * All replications of a run as a table behind an expander: the metrics of the whole model, or of
 * the one of its parts that is chosen. The table is filled only while it is seen.
 *
 * Signal: "activated" (guint row): Enter or a double click on a replication, counted from 0.
 */
#define TWIN_TYPE_REPLICATIONS_VIEW (twin_replications_view_get_type ())
G_DECLARE_FINAL_TYPE (TwinReplicationsView, twin_replications_view, TWIN, REPLICATIONS_VIEW, AdwBin)

/** @run is nullable: an empty table. */
void twin_replications_view_set_run (TwinReplicationsView *self, TwinRun *run);
void twin_replications_view_set_dimmed (TwinReplicationsView *self, gboolean dimmed);

G_END_DECLS
