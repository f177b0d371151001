/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-project.h"

G_BEGIN_DECLS

/**
 * TwinScenarioEditor:
 *
 * A dialog for one scenario: its title, its name in files, and its changes, judged against the
 * project's parameters as they are typed.
 *
 * Signal: "applied" (gpointer scenario): the button was pressed; the TwinScenario is the
 * receiver's to copy.
 */
#define TWIN_TYPE_SCENARIO_EDITOR (twin_scenario_editor_get_type ())
G_DECLARE_FINAL_TYPE (TwinScenarioEditor, twin_scenario_editor, TWIN, SCENARIO_EDITOR, AdwWindow)

/**
 * twin_scenario_editor_new:
 * @project: what the scenario is judged in; copied
 * @scenario: number of the scenario to edit, or -1: a new one
 */
GtkWidget *twin_scenario_editor_new (GtkWindow *parent, const TwinProject *project, int scenario);

G_END_DECLS
