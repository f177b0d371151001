/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "twin-model.h"

G_BEGIN_DECLS

/* The parts of a model as people choose among them: 0 is the model as a whole, from 1 on come its
 * nodes. */

/** The metrics of one of them, [n]. (transfer none) */
const TwinMetric *twin_model_nodes_get_metrics (const TwinModel *model, guint node, guint *n);
/** The number that the first of them has among the model's. */
guint twin_model_nodes_get_first_metric (const TwinModel *model, guint node);

/** Lists all of them in @drop_down, which is hidden where there is only the model itself. What is
 *  chosen stays chosen, by its number. */
void twin_model_nodes_fill (const TwinModel *model, GtkDropDown *drop_down);
/** Lists @titles, NULL-terminated, in @drop_down, unless that is what it lists: else it would close
 *  under whoever has it open. */
void twin_model_nodes_set_titles (GtkDropDown *drop_down, const char *const *titles);

G_END_DECLS
