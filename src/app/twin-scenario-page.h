/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-page.h"

G_BEGIN_DECLS

/**
 * TwinScenarioPage:
 *
 * The document's policy under every one of its scenarios, live: the list of scenarios, intervals
 * of service and cost for each, paired differences to the baseline, and all of it as a table.
 */
#define TWIN_TYPE_SCENARIO_PAGE (twin_scenario_page_get_type ())
G_DECLARE_FINAL_TYPE (TwinScenarioPage, twin_scenario_page, TWIN, SCENARIO_PAGE, TwinPage)

G_END_DECLS
