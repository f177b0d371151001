/* SPDX-License-Identifier: GPL-3.0-or-later */
#define TWIN_LANES 1

#include "twin-variates.h"

#include "twin-lanes-variates.h"
#include "twin-math.h"

/* Stirling's series is exact enough from here on. */
#define STIRLING 16

/* Trials that are made one by one. */
#define FEW_TRIALS 16

double
twin_poisson_invert (double mean,
                     double normal,
                     double uniform)
{
  return lanes_poisson (mean, normal, uniform);
}

/* k log (k/m) + m − k without cancellation (C. Loader, Fast and accurate computation of binomial
 * probabilities, 2000). */
static double
deviance (double k,
          double m)
{
  const double v = (k - m) / (k + m);

  if (lanes_abs (v) > 0.1)
    return k * lanes_log (k / m) + m - k;

  double sum = (k - m) * v, power = 2 * k * v;
  for (int i = 3; i < 1000; i += 2)
    {
      power *= v * v;
      const double next = sum + power / i;
      if (next == sum)
        break;
      sum = next;
    }
  return sum;
}

/* P(N = k) of a Poisson number, k ≥ STIRLING. */
static double
poisson_mass (double k,
              double mean)
{
  const double q = 1 / (k * k);
  const double series = (1.0 / 12 - q * (1.0 / 360 - q * (1.0 / 1260 - q * (1.0 / 1680 -
                        q * (1.0 / 1188 - q * (691.0 / 360360)))))) / k;

  return lanes_exp (-series - deviance (k, mean)) / sqrt (2 * G_PI * k);
}

/* P(N < k). */
static double
poisson_below (double k,
               double mean)
{
  double sum = 0, term;

  if (k <= STIRLING)
    {
      term = lanes_exp (-mean);
      for (double i = 0; i < k; i++)
        {
          sum += term;
          term *= mean / (i + 1);
        }
      return sum;
    }
  term = poisson_mass (k - 1, mean);
  for (double i = k - 1; i >= 0 && term > sum * 0x1p-60; i--)
    {
      sum += term;
      term *= i / mean;
    }
  return sum;
}

/* P(N ≥ k), k > mean. */
static double
poisson_from (double k,
              double mean)
{
  double sum = 0, term;

  if (k < STIRLING)
    {
      term = lanes_exp (-mean);
      for (double i = 1; i <= k; i++)
        term *= mean / i;
    }
  else
    term = poisson_mass (k, mean);
  for (double i = k + 1; term > sum * 0x1p-60; i++)
    {
      sum += term;
      term *= mean / i;
    }
  return sum;
}

/* Is Φ(w) at least P(N < k)? Of both sides the smaller tail is compared. @tail: Φ(−|w|). */
static gboolean
reaches (double mean,
         double normal,
         double tail,
         double k)
{
  if (normal < 0)
    return tail >= poisson_below (k, mean);
  if (k <= mean)
    return 1 - tail >= poisson_below (k, mean);
  return tail <= poisson_from (k, mean);
}

double
twin_poisson_search (double mean,
                     double normal)
{
  const double tail = twin_erfc (lanes_abs (normal) * G_SQRT2 / 2) / 2;
  double n = lanes_max (lanes_floor (mean + normal * sqrt (mean) + (2 + normal * normal) / 6), 0);

  while (n > 0 && !reaches (mean, normal, tail, n))
    n -= 1;
  while (reaches (mean, normal, tail, n + 1))
    n += 1;
  return n;
}

double
twin_gamma_settle (double shape,
                   double normal,
                   double doubt)
{
  const double d = shape - 1.0 / 3, t = normal / (3 * sqrt (d)), root = 1 + t;

  if (root <= 0)
    return NAN;
  const double cube = root * root * root;
  const double h = d * (4.5 * t * t + 1 - cube + 3 * lanes_log (root));

  return lanes_log (1 - doubt) < h ? d * cube : NAN;
}

double
twin_gamma_draw (TwinStream *stream,
                 double shape)
{
  for (;;)
    {
      const double normal = twin_stream_normal (stream);
      const double doubt = (double) (twin_stream_next (stream) >> 32) * 0x1p-32 + 0x1p-33;
      Mask refused;
      double gamma = lanes_gamma (shape, normal, doubt, &refused);

      if (refused)
        gamma = twin_gamma_settle (shape, normal, doubt);
      if (!isnan (gamma))
        return gamma;
    }
}

/* Trials succeed where independent uniform numbers are below p. Of n such numbers the middle one is
 * a beta number, and says on which side of it the others have to be counted (L. Devroye,
 * Non-uniform random variate generation, 1986, X.4.3). */
double
twin_binomial_draw (TwinStream *stream,
                    double n,
                    double p)
{
  double successes = 0;

  while (n > FEW_TRIALS)
    {
      const double middle = lanes_floor (n / 2) + 1;
      const double below = twin_gamma_draw (stream, middle);
      const double above = twin_gamma_draw (stream, n + 1 - middle);
      const double value = below / (below + above);

      if (value < p)
        {
          successes += middle;
          n -= middle;
          p = (p - value) / (1 - value);
        }
      else
        {
          n = middle - 1;
          p = p / value;
        }
    }
  for (; n > 0; n--)
    successes += twin_stream_uniform (stream) < p;
  return successes;
}
