/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-run.h"

G_BEGIN_DECLS

/**
 * TwinMetricCards:
 *
 * The headline metrics of a model's type, a card each.
 */
#define TWIN_TYPE_METRIC_CARDS (twin_metric_cards_get_type ())
G_DECLARE_FINAL_TYPE (TwinMetricCards, twin_metric_cards, TWIN, METRIC_CARDS, AdwBin)

/** New cards, without numbers, for the metrics of @type. */
void twin_metric_cards_set_type (TwinMetricCards *self, const TwinModelType *type);
/** Shows the estimates of a run of that type. */
void twin_metric_cards_set_run (TwinMetricCards *self, const TwinRun *run);
/** All of them in a line each, to be said aloud. (transfer full) */
char *twin_metric_cards_dup_summary (TwinMetricCards *self);

G_END_DECLS
