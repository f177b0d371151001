/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-lanes.h"

/* The area under the stock of a stretch of one day, given how many demands it has: they are uniform
 * in it, independent. Times the stretch's length, and its square. */

typedef struct
{
  Lanes mean;
  Lanes variance;
} TwinStretch;

/** A stretch in which @demands are all served from @stock units. */
static inline TwinStretch
stretch_served (Lanes stock,
                Lanes demands)
{
  return (TwinStretch){ stock - 0.5 * demands, demands * (1.0 / 12) };
}

/**
 * stretch_run_out:
 * @sold: the smaller of @stock and @demands
 *
 * The same where stock may run out. The units sold leave at the first m of n order statistics,
 * whose spacings D, n + 1 of them, are of the flat Dirichlet distribution: their sum is
 * Σ (m + 1 − k) Dₖ, with mean m (m + 1)/(2 (n + 1)) and variance
 *
 *   m (m + 1) [(n + 1)(2m + 1)/6 − m (m + 1)/4] ÷ ((n + 1)² (n + 2)).
 *
 * With m = n that is stretch_served().
 */
static inline TwinStretch
stretch_run_out (Lanes stock,
                 Lanes demands,
                 Lanes sold)
{
  const Lanes n1 = demands + 1, n2 = demands + 2;
  const Lanes pairs = sold * (sold + 1);
  const Lanes ratio = pairs / (n1 * n1 * n2);

  return (TwinStretch){
    .mean = stock - sold + 0.5 * ratio * (n1 * n2),
    .variance = ratio * (n1 * (2 * sold + 1) * (1.0 / 6) - 0.25 * pairs),
  };
}
