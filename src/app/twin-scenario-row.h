/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-scenario.h"

G_BEGIN_DECLS

/**
 * TwinScenarioRow:
 *
 * A scenario in the list: its title, what it changes in words, a slider where one number says how
 * strong it is, and a menu. The menu's actions are "scenario.edit", "scenario.duplicate" and
 * "scenario.remove", each with the row's number (u).
 *
 * Signal: "strength-edited" (double).
 */
#define TWIN_TYPE_SCENARIO_ROW (twin_scenario_row_get_type ())
G_DECLARE_FINAL_TYPE (TwinScenarioRow, twin_scenario_row, TWIN, SCENARIO_ROW, AdwActionRow)

/** @number: in the list; 0 is the baseline, which can only be duplicated. */
GtkWidget *twin_scenario_row_new (guint number);
/** Shows @scenario, as it changes @base. */
void twin_scenario_row_set_scenario (TwinScenarioRow *self,
                                     const TwinScenario *scenario,
                                     const TwinParameters *base);

G_END_DECLS
