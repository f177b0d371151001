/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-json-value.h"
#include "twin-json-writer.h"
#include "twin-scenario.h"

G_BEGIN_DECLS

/**
 * twin_scenario_read_json:
 * @base: the parameters that it is to change
 * @path: of the scenario, such as "scenarios.1"
 *
 * Each change is judged by itself: its key, the kind of its value, and what is set. Whether the
 * changes fit the parameters is judged when the scenario is run. Without a title it has that of
 * the built-in scenario of its name, else its name.
 *
 * @error: as twin_project_from_json().
 */
TwinScenario *twin_scenario_read_json (const TwinParameters *base,
                                       const TwinJsonDocument *document,
                                       JsonNode *node,
                                       const char *path,
                                       GError **error);

/** Its changes are an object, key by key; where a key is changed more than once, which an object
 *  cannot say, a list of objects that each name their "key". The title is left out where reading
 *  gives the same. */
void twin_scenario_write_json (const TwinScenario *self,
                               const TwinModelType *type,
                               TwinJsonWriter *writer);

G_END_DECLS
