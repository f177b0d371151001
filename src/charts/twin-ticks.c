/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-ticks.h"

#include <float.h>
#include <math.h>

#define EPSILON (100 * DBL_EPSILON)
#define MAX_DECIMALS 12

/* Steps a reader finds easy, best first. */
static const double easy[] = { 1, 5, 2, 2.5, 4, 3 };

enum
{
  SIMPLICITY,
  COVERAGE,
  DENSITY,
  LEGIBILITY
};
static const double weight[] = { 0.25, 0.2, 0.5, 0.05 };

/* Ticks at multiples of step / skip: start, start + skip, … */
typedef struct
{
  double low, high; /* of the data */
  double wanted;

  double score;
  double start, step;
  guint skip, n;
} Search;

static double
score_of (double simplicity,
          double coverage,
          double density)
{
  return weight[SIMPLICITY] * simplicity + weight[COVERAGE] * coverage +
         weight[DENSITY] * density + weight[LEGIBILITY];
}

static double
simplicity_at_most (guint i,
                    guint skip)
{
  return 2 - (double) i / (G_N_ELEMENTS (easy) - 1) - skip;
}

static double
simplicity (guint i,
            guint skip,
            double first,
            double last,
            double step)
{
  double rest = first - step * floor (first / step);
  gboolean holds_zero = (rest < EPSILON * step || step - rest < EPSILON * step) &&
                        first <= 0 && last >= 0;

  return simplicity_at_most (i, skip) - (holds_zero ? 0 : 1);
}

static double
coverage_at_most (const Search *search,
                  double span)
{
  double range = search->high - search->low;
  double half = (span - range) / 2 / (0.1 * range);

  return span > range ? 1 - half * half : 1;
}

static double
coverage (const Search *search,
          double first,
          double last)
{
  double unit = 0.1 * (search->high - search->low);
  double above = (search->high - last) / unit;
  double below = (search->low - first) / unit;

  return 1 - 0.5 * (above * above + below * below);
}

static double
density_at_most (const Search *search,
                 guint n)
{
  return n >= search->wanted ? 2 - (n - 1) / (search->wanted - 1) : 1;
}

static double
density (const Search *search,
         guint n,
         double first,
         double last)
{
  double is = (n - 1) / (last - first);
  double ought = (search->wanted - 1) / (MAX (last, search->high) - MIN (search->low, first));

  return 2 - MAX (is / ought, ought / is);
}

static void
try_starts (Search *search,
            guint i,
            guint skip,
            guint n,
            double step)
{
  double span = step * (n - 1);
  double last_start = ceil (search->low / step) * skip;
  double start = floor (search->high / step) * skip - (n - 1.0) * skip;

  for (; start <= last_start; start++)
    {
      double first = start * (step / skip);
      double last = first + span;
      double score = score_of (simplicity (i, skip, first, last, step),
                               coverage (search, first, last),
                               density (search, n, first, last));

      if (score > search->score)
        {
          search->score = score;
          search->start = start;
          search->step = step;
          search->skip = skip;
          search->n = n;
        }
      if (start + 1 == start)
        break;
    }
}

/* All steps easy[i] · skip · 10^z for n ticks, as long as one could beat the best so far. */
static void
try_steps (Search *search,
           guint i,
           guint skip,
           guint n,
           double simplicity_bound,
           double density_bound)
{
  double least = (search->high - search->low) / (n + 1) / skip / easy[i];

  for (double z = ceil (log10 (least));; z++)
    {
      double step = skip * easy[i] * pow (10, z);
      double bound = coverage_at_most (search, step * (n - 1));

      if (!isfinite (step) || score_of (simplicity_bound, bound, density_bound) < search->score)
        return;
      try_starts (search, i, skip, n, step);
    }
}

static void
search_best (Search *search)
{
  for (guint skip = 1;; skip++)
    for (guint i = 0; i < G_N_ELEMENTS (easy); i++)
      {
        double simplicity_bound = simplicity_at_most (i, skip);

        if (score_of (simplicity_bound, 1, 1) < search->score)
          return;
        for (guint n = 2; n <= TWIN_TICKS_MAX; n++)
          {
            double density_bound = density_at_most (search, n);

            if (score_of (simplicity_bound, 1, density_bound) < search->score)
              break;
            try_steps (search, i, skip, n, simplicity_bound, density_bound);
          }
      }
}

static int
decimals_that_write (const TwinTicks *ticks)
{
  for (int decimals = 0; decimals < MAX_DECIMALS; decimals++)
    {
      double scale = pow (10, decimals);
      gboolean whole = TRUE;

      for (guint i = 0; i < ticks->n && whole; i++)
        whole = fabs (ticks->value[i] * scale - round (ticks->value[i] * scale)) <
                1e-4 * MIN (1, ticks->step * scale);
      if (whole)
        return decimals;
    }
  return MAX_DECIMALS;
}

void
twin_ticks_find (double low,
                 double high,
                 guint wanted,
                 TwinTicks *ticks)
{
  Search search = { .low = MIN (low, high), .high = MAX (low, high), .score = -2 };

  g_return_if_fail (ticks != NULL);

  *ticks = (TwinTicks){ 0 };
  if (!isfinite (low) || !isfinite (high) || !isfinite (high - low))
    return;

  /* Closer than doubles can be told apart in steps: the one number they share. */
  if (search.high - search.low <= EPSILON * MAX (fabs (low), fabs (high)) ||
      search.high - search.low < 1e-300)
    {
      ticks->n = 1;
      ticks->value[0] = low;
      ticks->step = 1;
      ticks->decimals = decimals_that_write (ticks);
      return;
    }

  search.wanted = CLAMP (wanted, 2, TWIN_TICKS_MAX);
  search_best (&search);

  ticks->n = search.n;
  ticks->step = search.step;
  for (guint i = 0; i < search.n; i++)
    ticks->value[i] = (search.start + (double) i * search.skip) * (search.step / search.skip);
  ticks->decimals = decimals_that_write (ticks);
}

void
twin_ticks_clip (TwinTicks *ticks,
                 double low,
                 double high)
{
  double slack = 1e-9 * ticks->step;
  guint kept = 0;

  for (guint i = 0; i < ticks->n; i++)
    if (ticks->value[i] >= low - slack && ticks->value[i] <= high + slack)
      ticks->value[kept++] = ticks->value[i];
  ticks->n = kept;
}
