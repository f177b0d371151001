/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-scenario.h"

G_BEGIN_DECLS

/* Scenarios in words. */

/** What the scenario changes: "Demand rate × 1.3". Changes to what then does not matter, the other
 *  lead time's distribution, say, are passed over; all alike are said once: "Shortest, Longest
 *  × 1.5". */
char *twin_scenario_text_describe (const TwinScenario *scenario, const TwinParameters *base);

/** Why it makes no difference that a scenario changes @key, where @changed is what it makes of the
 *  parameters; NULL: it does make one. */
char *twin_scenario_text_idle (const TwinParameters *changed, const char *key);

/** The table row of a change's key, in which a "*" may stand for every item; NULL: unknown. */
const TwinParameter *twin_scenario_text_find (const TwinModelType *type, const char *key);

/** A change's parameter for people, with the heading it stands under: "Shortest (Lead time)". */
char *twin_scenario_text_title (const TwinParameters *base, const char *key);

/** A name for files made of a title: "Demand +30 %" becomes "demand_30". */
char *twin_scenario_text_make_name (const char *title);

G_END_DECLS
