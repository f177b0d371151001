/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-document.h"

G_BEGIN_DECLS

/* What can be done to a document's list of scenarios; each is one step of undo. Number 0 is the
 * baseline, which stays as it is. */

/** Puts @scenario (copied) in the place of @number, or at the end where that is -1. */
void twin_scenario_edits_put (TwinDocument *document, int number, const TwinScenario *scenario);
/** Adds a copy under a title and a name of its own, behind the original. */
void twin_scenario_edits_duplicate (TwinDocument *document, guint number);
void twin_scenario_edits_remove (TwinDocument *document, guint number);
/** Gives all changes of a scenario that value. */
void twin_scenario_edits_set_strength (TwinDocument *document, guint number, double value);
/** The built-in scenarios and no others. */
void twin_scenario_edits_reset (TwinDocument *document);

G_END_DECLS
