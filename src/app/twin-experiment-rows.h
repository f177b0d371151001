/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-document.h"

G_BEGIN_DECLS

/**
 * TwinExperimentRows:
 *
 * The two rows of the side bar that are not of a model: how many replications, and which seed.
 */
#define TWIN_TYPE_EXPERIMENT_ROWS (twin_experiment_rows_get_type ())
G_DECLARE_FINAL_TYPE (TwinExperimentRows, twin_experiment_rows, TWIN, EXPERIMENT_ROWS, GObject)

TwinExperimentRows *twin_experiment_rows_new (TwinDocument *document);

/** Makes the rows and puts them at the end of @group; those of another group before are
 *  forgotten. @access_keys: letters that are taken, as in twin_parameter_row_take_access_key() */
void twin_experiment_rows_add_to (TwinExperimentRows *self,
                                  AdwPreferencesGroup *group,
                                  GHashTable *access_keys);

void twin_experiment_rows_update (TwinExperimentRows *self,
                                  const TwinProject *project,
                                  const GPtrArray *problems);

G_END_DECLS
