/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-histogram.h"

#include "twin-estimate.h"

#include <math.h>

/* Values closer than this, relative to their size, are one value: bins between them would be
 * rounding errors. */
#define SAME 1e-9

/* The round width nearest to @width on a ratio scale, or the least one that is not smaller. */
static double
round_width (double width,
             gboolean whole,
             gboolean upward)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power = pow (10, floor (log10 (width)));
  double best = 10 * power;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double candidate = steps[i] * power;

      if ((whole && candidate != floor (candidate)) || (upward && candidate < width))
        continue;
      if (fabs (log (candidate / width)) < fabs (log (best / width)))
        best = candidate;
    }
  return best;
}

static double
freedman_diaconis (const double *sample,
                   gsize n,
                   double range)
{
  g_autofree double *sorted = g_memdup2 (sample, n * sizeof *sample);
  double spread = twin_quantile (sorted, n, 0.75) - twin_quantile (sorted, n, 0.25);

  if (spread > 0)
    return 2 * spread / cbrt ((double) n);
  /* Half of the sample is one value: Sturges' rule looks at the range alone. */
  return range / (1 + log2 ((double) n));
}

static double
choose_width (const double *sample,
              gsize n,
              double low,
              double high,
              gboolean whole)
{
  double least = (high - low) / (TWIN_HISTOGRAM_MAX_BINS - 2);
  double width = MIN (freedman_diaconis (sample, n, high - low), high - low);

  if (whole)
    width = MAX (width, 1);
  width = round_width (width, whole, FALSE);
  return width < least ? round_width (least, whole, TRUE) : width;
}

static TwinHistogram *
histogram_alloc (guint n,
                 double start,
                 double width)
{
  TwinHistogram *self = g_new0 (TwinHistogram, 1);

  self->n = n;
  self->from = g_new (double, n);
  self->to = g_new (double, n);
  self->count = g_new0 (double, n);
  for (guint i = 0; i < n; i++)
    {
      self->from[i] = start + i * width;
      self->to[i] = start + (i + 1) * width;
    }
  return self;
}

/* All values are one: a bar around it, wide enough to be an axis's whole range. */
static TwinHistogram *
histogram_of_one_value (double value,
                        gsize n,
                        gboolean whole)
{
  double width = whole ? 1 : value != 0 ? fabs (value) / 100 : 1;
  TwinHistogram *self = histogram_alloc (1, value - width / 2, width);

  self->count[0] = n;
  return self;
}

TwinHistogram *
twin_histogram_new (const double *sample,
                    gsize n,
                    gboolean whole)
{
  TwinHistogram *self;
  double low, high, width, start;

  g_return_val_if_fail (sample != NULL && n > 0, NULL);

  low = high = sample[0];
  for (gsize i = 1; i < n; i++)
    {
      low = MIN (low, sample[i]);
      high = MAX (high, sample[i]);
    }
  if (high - low <= SAME * MAX (fabs (low), fabs (high)))
    return histogram_of_one_value (low, n, whole);

  width = choose_width (sample, n, low, high, whole);
  start = floor (low / width) * width - (whole ? 0.5 : 0);
  /* A highest value on an edge belongs to the bin below it. */
  self = histogram_alloc (MAX (1, (guint) ceil ((high - start) / width - SAME)), start, width);
  for (gsize i = 0; i < n; i++)
    {
      double bin = floor ((sample[i] - start) / width);

      self->count[(guint) CLAMP (bin, 0, self->n - 1)]++;
    }
  return self;
}

void
twin_histogram_free (TwinHistogram *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->count);
  g_free (self);
}
