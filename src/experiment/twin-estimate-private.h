/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-estimate.h"

G_BEGIN_DECLS

/* For whoever makes thousands of estimates of the same number of replications: the quantile of
 * Student's t costs more than the sums. */

/** Half an interval, in standard errors; NaN where @n is 1. */
double twin_estimate_get_quantile (gsize n, double level);

/** As twin_estimate_from_sample(), or where @b is not NULL as twin_estimate_from_difference(), with
 *  @quantile from twin_estimate_get_quantile(). */
TwinEstimate twin_estimate_new (const double *a, const double *b, gsize n, double quantile);

G_END_DECLS
