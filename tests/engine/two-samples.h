/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>
#include <stdlib.h>

/* Are two samples of one distribution? Each measure is about standard normal, or Kolmogorov's, if
 * they are. */

typedef struct
{
  double mean;       /* difference of the means, in its standard errors */
  double variance;   /* of the variances */
  double ks;         /* Kolmogorov-Smirnov distance, times √(n/2): above 1.95 in one of 1,000 */
} TwoSamples;

static inline int
compare_numbers (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

typedef struct
{
  double mean, variance, fourth; /* central */
} Moments;

static inline Moments
moments_of (const double *x,
            gsize n)
{
  Moments m = { 0 };

  for (gsize i = 0; i < n; i++)
    m.mean += x[i] / (double) n;
  for (gsize i = 0; i < n; i++)
    {
      double square = (x[i] - m.mean) * (x[i] - m.mean);
      m.variance += square / (double) n;
      m.fourth += square * square / (double) n;
    }
  return m;
}

/* Sorts both. Numbers that differ by rounding alone are the same. */
static inline TwoSamples
compare_samples (double *a,
                 double *b,
                 gsize n)
{
  const Moments x = moments_of (a, n), y = moments_of (b, n);
  const double rounding = 1e-12 * (1 + fabs (x.mean));
  const double variance = x.variance + y.variance;
  const double spread = x.fourth - x.variance * x.variance + y.fourth - y.variance * y.variance;
  TwoSamples result = { 0 };

  if (variance <= rounding * rounding)
    {
      result.mean = fabs (x.mean - y.mean) <= rounding ? 0 : INFINITY;
      return result;
    }
  result.mean = (x.mean - y.mean) / sqrt (variance / (double) n);
  result.variance = spread > 0 ? (x.variance - y.variance) / sqrt (spread / (double) n) : 0;

  qsort (a, n, sizeof (double), compare_numbers);
  qsort (b, n, sizeof (double), compare_numbers);
  for (gsize i = 0, k = 0; i < n && k < n;)
    {
      const double here = fmin (a[i], b[k]) + rounding;
      while (i < n && a[i] <= here)
        i++;
      while (k < n && b[k] <= here)
        k++;
      result.ks = fmax (result.ks, fabs ((double) i - (double) k) / (double) n);
    }
  result.ks *= sqrt ((double) n / 2);
  return result;
}
