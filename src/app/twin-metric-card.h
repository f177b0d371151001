/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-estimate.h"
#include "twin-metric.h"

G_BEGIN_DECLS

/**
 * TwinMetricCard:
 *
 * One metric's title, mean and confidence interval, large enough to be read in passing.
 */
#define TWIN_TYPE_METRIC_CARD (twin_metric_card_get_type ())
G_DECLARE_FINAL_TYPE (TwinMetricCard, twin_metric_card, TWIN, METRIC_CARD, AdwBin)

/** @metric: of a model type's table, which outlives the card. */
GtkWidget *twin_metric_card_new (const TwinMetric *metric);
void twin_metric_card_set_estimate (TwinMetricCard *self, TwinEstimate estimate);
/** Title and mean, to be said aloud. (transfer full) */
char *twin_metric_card_dup_summary (TwinMetricCard *self);

G_END_DECLS
