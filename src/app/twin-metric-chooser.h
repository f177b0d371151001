/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-model.h"

G_BEGIN_DECLS

/**
 * TwinMetricChooser:
 *
 * A metric of a model: which of its parts, where it has several, and which number of that.
 *
 * Signal: "changed" (somebody chose another).
 */
#define TWIN_TYPE_METRIC_CHOOSER (twin_metric_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TwinMetricChooser, twin_metric_chooser, TWIN, METRIC_CHOOSER, AdwBin)

/** Offers what @model has. The same metric stays chosen, by its name; else it is the objective. */
void twin_metric_chooser_set_model (TwinMetricChooser *self, TwinModel *model);
/** The number of the metric in the model. */
guint twin_metric_chooser_get_metric (TwinMetricChooser *self);

/** Its name ("total_cost"); NULL where no model is there. */
const char *twin_metric_chooser_get_name (TwinMetricChooser *self);
/** Chooses the metric of that name, in every model that has it, until somebody chooses another. */
void twin_metric_chooser_set_name (TwinMetricChooser *self, const char *name);

G_END_DECLS
