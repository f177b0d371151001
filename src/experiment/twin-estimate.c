/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-estimate-private.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

/* Observation i of a sample, or of a difference of two. */
static inline double
get_observation (const double *a,
                 const double *b,
                 gsize i)
{
  return b != NULL ? a[i] - b[i] : a[i];
}

double
twin_estimate_get_quantile (gsize n,
                            double level)
{
  return n > 1 ? gsl_cdf_tdist_Pinv (0.5 + 0.5 * level, (double) (n - 1)) : NAN;
}

TwinEstimate
twin_estimate_new (const double *a,
                   const double *b,
                   gsize n,
                   double quantile)
{
  TwinEstimate self = { .n = n, .mean = NAN, .sd = NAN, .low = NAN, .high = NAN };
  double about, sum = 0, squares = 0;

  for (gsize i = 0; i < n; i++)
    sum += get_observation (a, b, i);
  about = sum / n;

  sum = 0;
  for (gsize i = 0; i < n; i++)
    {
      double distance = get_observation (a, b, i) - about;

      sum += distance;
      squares += distance * distance;
    }

  /* The sum about the true mean is 0; what is left of it is the rounding of the first pass. */
  self.mean = about + sum / n;
  if (n > 1)
    {
      double half;

      self.sd = sqrt (MAX (0, squares - sum * sum / n) / (n - 1));
      half = quantile * self.sd / sqrt (n);
      self.low = self.mean - half;
      self.high = self.mean + half;
    }

  return self;
}

TwinEstimate
twin_estimate_from_sample (const double *sample,
                           gsize n,
                           double level)
{
  g_return_val_if_fail (sample != NULL && n > 0, (TwinEstimate) { 0 });
  g_return_val_if_fail (level > 0 && level < 1, (TwinEstimate) { 0 });

  return twin_estimate_new (sample, NULL, n, twin_estimate_get_quantile (n, level));
}

TwinEstimate
twin_estimate_from_difference (const double *a,
                               const double *b,
                               gsize n,
                               double level)
{
  g_return_val_if_fail (a != NULL && b != NULL && n > 0, (TwinEstimate) { 0 });
  g_return_val_if_fail (level > 0 && level < 1, (TwinEstimate) { 0 });

  return twin_estimate_new (a, b, n, twin_estimate_get_quantile (n, level));
}

TwinEstimate
twin_estimate_clip (TwinEstimate estimate,
                    double lower,
                    double upper)
{
  if (estimate.n > 1)
    {
      estimate.low = CLAMP (estimate.low, lower, upper);
      estimate.high = CLAMP (estimate.high, lower, upper);
    }

  return estimate;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
twin_quantile (double *sample,
               gsize n,
               double p)
{
  double position;
  gsize below;

  g_return_val_if_fail (sample != NULL && n > 0, NAN);
  g_return_val_if_fail (p >= 0 && p <= 1, NAN);

  qsort (sample, n, sizeof *sample, compare_numbers);

  position = (n - 1) * p;
  below = (gsize) position;
  if (below + 1 >= n)
    return sample[n - 1];

  return sample[below] + (position - below) * (sample[below + 1] - sample[below]);
}
