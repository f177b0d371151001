/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-lanes-math.h"
#include "twin-variates.h"

/* Poisson and gamma numbers for all lanes at once, each a function of random numbers that the
 * caller has drawn: a lane never draws more than its neighbours. What vectors cannot tell is
 * settled lane by lane, and seldom. */

/* Number @lane of @lanes. */
static inline double
lanes_get (const Lanes *lanes,
           guint lane)
{
  return ((const double *) lanes)[lane];
}

static inline void
lanes_set (Lanes *lanes,
           guint lane,
           double x)
{
  ((double *) lanes)[lane] = x;
}

/* Small means, one value after the other. Lanes of @others do not matter. */
static G_GNUC_NO_INLINE Lanes
lanes_poisson_small (Lanes mean,
                     Lanes uniform,
                     Mask others)
{
  const Lanes zero = lanes_all (0), one = lanes_all (1);
  mean = mask_select (others, zero, mean);
  Lanes mass = lanes_exp (-mean), below = mass, n = zero;

  /* 99: what is left of the mass is less than a uniform number can tell */
  for (double k = 1; k < 99; k++)
    {
      const Mask found = lanes_above (below, uniform);
      const Lanes step = mask_select (found, zero, one);

      if (!mask_any (lanes_above (step, zero)))
        break;
      n += step;
      mass = mass * mean / k;
      below += mass;
    }
  return n;
}

static G_GNUC_NO_INLINE Lanes
lanes_poisson_search (Lanes n,
                      Lanes mean,
                      Lanes normal,
                      Mask unsure)
{
  for (guint lane = 0; lane < TWIN_LANES; lane++)
    if (mask_has (&unsure, lane))
      lanes_set (&n, lane,
                 twin_poisson_search (lanes_get (&mean, lane), lanes_get (&normal, lane)));
  return n;
}

/**
 * lanes_poisson:
 *
 * See twin_poisson_invert(). The whole number below
 *
 *   x = μ + √μ·w + (2 + w²)/6 − w (2 + w²)/(72 √μ) + (−16 + 7w² + 3w⁴)/(810 μ)
 *       + w (2684 − 548w² − 207w⁴)/(155520 μ √μ)
 *
 * with w normal: the Cornish-Fisher expansion of the x at which Γ(x, μ)/Γ(x) is Φ(w). Where x is
 * within its error of a whole number, twin_poisson_search() decides.
 *
 * Source: M. B. Giles, Algorithm 955, ACM TOMS 42:7, 2016, which stops one term earlier. That the
 * error is below @doubt was looked up in 30-digit arithmetic for 10 ≤ μ and |w| ≤ 8.7.
 */
static inline Lanes
lanes_poisson (Lanes mean,
               Lanes normal,
               Lanes uniform)
{
  const Lanes root = lanes_sqrt (mean), r = 1 / root, w2 = normal * normal;
  const Lanes whole = lanes_floor (mean);
  const Lanes order_3 = (2684 + w2 * (-548 - 207 * w2)) * (1.0 / 155520);
  const Lanes order_2 = (-16 + w2 * (7 + 3 * w2)) * (1.0 / 810);
  const Lanes order_1 = (2 + w2) * (-1.0 / 72);
  /* x − ⌊μ⌋, since of a large x the digits behind the point would be lost */
  const Lanes x = (mean - whole) + normal * root + (2 + w2) * (1.0 / 6) +
                  r * (normal * order_1 + r * (order_2 + r * (normal * order_3)));
  const Lanes below = lanes_floor (x), part = x - below;
  const Lanes doubt = r * r * (r * r) * (0.02 + w2 * (0.02 + 0.0025 * (w2 * w2))) + root * 0x1p-48;
  Lanes n = lanes_max (whole + below, lanes_all (0));
  const Mask large = lanes_above (mean, lanes_all (nextafter (TWIN_POISSON_LARGE, 0)));
  const Mask unsure = lanes_above (doubt, lanes_min (part, 1 - part)) & large;

  if (G_UNLIKELY (mask_any (unsure)))
    n = lanes_poisson_search (n, mean, normal, unsure);
  if (G_UNLIKELY (mask_any (lanes_above (lanes_all (TWIN_POISSON_LARGE), mean))))
    n = mask_select (large, n, lanes_poisson_small (mean, uniform, large));
  return n;
}

/**
 * lanes_gamma:
 * @shape: ≥ 1
 * @doubt: uniform in (0, 1)
 * @refused: out, where the result is none yet: twin_gamma_settle() decides
 *
 * Marsaglia and Tsang: with d = shape − ⅓ and t = z/(3√d), d (1 + t)³ is a gamma number if log u is
 * below h = d (4.5 t² + 1 − (1 + t)³ + 3 log (1 + t)). For |t| < 1 the series of the logarithm says
 * h ≥ −¾ d t⁴/(1 − |t|), so it is if 1 − u is above ¾ d t⁴/(1 − |t|): the share of numbers that
 * this leaves open is 1/(36 d), hardly more than of those that are refused in the end.
 *
 * Source: ACM TOMS 26:363, 2000.
 */
static inline Lanes
lanes_gamma (Lanes shape,
             Lanes normal,
             Lanes doubt,
             Mask *refused)
{
  const Lanes d = shape - 1.0 / 3;
  const Lanes t = normal / (3 * lanes_sqrt (d)), square = t * t;
  const Lanes a = doubt * (1 - lanes_abs (t)), b = 0.75 * d * (square * square);
  const Lanes root = 1 + t;

  *refused = (Mask) ~lanes_above (a, b);
  return d * (root * root * root);
}
