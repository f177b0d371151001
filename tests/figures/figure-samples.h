/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-checks.h"
#include "twin-figure.h"

G_BEGIN_DECLS

/* Small real results, for the figures that are drawn from them. */

/** The default model with @settings ("key=value" with spaces between), which have to be right. */
TwinModel *sample_model (const char *settings);
TwinRun *sample_run (const char *settings, gsize n);
/** All built-in scenarios. */
TwinComparison *sample_comparison (gsize n);
/** A grid of 4 by 8 policies, (70, 80, …) by (130, 140, …). */
TwinOptimum *sample_optimum (const char *settings, double target, gsize n);

G_END_DECLS
