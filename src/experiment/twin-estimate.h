/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The confidence level of every interval that the product shows. */
#define TWIN_CONFIDENCE 0.95

/** TwinEstimate: what a sample says about a mean. With one observation @sd, @low and @high are
 *  NaN: there is no interval, which is not one of width 0. */
typedef struct
{
  gsize n;
  double mean;
  double sd;        /* standard deviation, n − 1 */
  double low, high; /* confidence interval of the mean */
} TwinEstimate;

/**
 * twin_estimate_from_sample:
 * @sample: one metric of every replication, shape [n], any unit
 * @n: replications, ≥ 1; 1 gives no interval
 * @level: confidence, in (0, 1)
 *
 * Mean, standard deviation (n − 1) and Student-t interval, in @sample's unit. Sums run in the
 * sample's order (twice: the second pass about the mean), so the result is the same to the bit
 * however the sample was computed.
 *
 * Source: Law, Simulation Modeling and Analysis, 5th ed., eq. 4.12.
 */
TwinEstimate twin_estimate_from_sample (const double *sample, gsize n, double level);

/** The paired difference @a − @b, observation by observation. */
TwinEstimate twin_estimate_from_difference (const double *a,
                                            const double *b,
                                            gsize n,
                                            double level);

/** The same estimate with its interval clipped to [lower, upper]: a share's to [0, 1]. */
TwinEstimate twin_estimate_clip (TwinEstimate estimate, double lower, double upper);

/** The quantile of @sample ([n], is reordered) at @p in [0, 1], by linear interpolation
 *  (Hyndman and Fan, type 7). */
double twin_quantile (double *sample, gsize n, double p);

G_END_DECLS
