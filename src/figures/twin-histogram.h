/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The most bins a histogram has; more cannot be told apart in a picture. */
#define TWIN_HISTOGRAM_MAX_BINS 80

/** TwinHistogram: how often a value falls into each of a row of bins of one width. */
typedef struct
{
  guint n;      /* bins, ≥ 1 */
  double *from; /* [n], in the sample's unit; bin i holds from[i] ≤ value < to[i], … */
  double *to;   /* [n] … and the last one its upper edge too */
  double *count; /* [n], whole numbers */
} TwinHistogram;

/**
 * twin_histogram_new:
 * @sample: shape [n], finite
 * @n: ≥ 1
 * @whole: the values are whole numbers: bins hold the same number of them each, and begin half a
 *   unit below one
 *
 * Bins of a round width (1, 2, 2.5 or 5 times a power of ten) near that of Freedman and Diaconis,
 * at multiples of it. A sample of one value has one bin around it.
 *
 * Source: Freedman and Diaconis, On the histogram as a density estimator, 1981: 2 IQR n^(−1/3).
 */
TwinHistogram *twin_histogram_new (const double *sample, gsize n, gboolean whole);
void twin_histogram_free (TwinHistogram *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinHistogram, twin_histogram_free)

G_END_DECLS
