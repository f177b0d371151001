/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "twin-tuner-private.h"

#include <math.h>

/* Steps to either side that an interpolated axis offers, at the most. */
#define SIDE 8

/* The price of service is looked for between these multiples of the cost, by halving the ratio. */
#define LEAST_PRICE 1e-4
#define MOST_PRICE 1e3
#define HALVINGS 50

/* The parabola through (0, 0) and both options; the line where there is one. */
static double
interpolate (const TwinOption *a,
             double at_a,
             const TwinOption *b,
             double at_b,
             double x)
{
  if (b == NULL)
    return at_a * x / a->amount;

  return at_a * x * (x - b->amount) / (a->amount * (a->amount - b->amount)) +
         at_b * x * (x - a->amount) / (b->amount * (b->amount - a->amount));
}

void
twin_tuner_interpolate (GArray *options,
                        double most,
                        double step)
{
  g_autoptr (GArray) measured = g_array_copy (options);
  const TwinOption *a = &g_array_index (measured, TwinOption, 0);
  const TwinOption *b = measured->len > 1 ? &g_array_index (measured, TwinOption, 1) : NULL;
  double low = b != NULL ? MIN (a->amount, b->amount) : MIN (a->amount, 0);
  double high = b != NULL ? MAX (a->amount, b->amount) : MAX (a->amount, 0);
  int n_steps = MAX (1, floor (most / step));
  int stride = MAX (1, n_steps / SIDE);

  g_array_set_size (options, 0);
  for (int k = -n_steps; k <= n_steps; k += stride)
    {
      double x = k * step;
      TwinOption option = { .amount = x };

      if (k == 0 || x < low || x > high)
        continue;

      option.change.cost = interpolate (a, a->change.cost, b, b != NULL ? b->change.cost : 0, x);
      option.change.service =
        interpolate (a, a->change.service, b, b != NULL ? b->change.service : 0, x);
      g_array_append_val (options, option);
    }
}

/* Axis by axis the option that is worth most where a unit of service is worth @price. */
static double
choose_at_price (const GPtrArray *options,
                 TwinOutcome here,
                 double price,
                 double *amounts)
{
  double service = here.service;

  for (guint i = 0; i < options->len; i++)
    {
      const GArray *axis = g_ptr_array_index (options, i);
      TwinOption best = { 0 };
      double least = 0;

      for (guint k = 0; k < axis->len; k++)
        {
          const TwinOption *option = &g_array_index (axis, TwinOption, k);
          double worth = option->change.cost - price * option->change.service;

          if (worth < least)
            {
              least = worth;
              best = *option;
            }
        }
      amounts[i] = best.amount;
      service += best.change.service;
    }

  return service;
}

/* Where moves add up, the cheapest combination for a target is the best at some price of service:
 * the lowest that makes it reach the target. */
double
twin_tuner_choose (const GPtrArray *options,
                   TwinOutcome here,
                   double target,
                   double *amounts)
{
  double scale = MAX (fabs (here.cost), 1);
  double low = LEAST_PRICE * scale, high = MOST_PRICE * scale;
  double service = choose_at_price (options, here, 0, amounts);

  if (service >= target)
    return service;

  service = choose_at_price (options, here, high, amounts);
  if (service < target)
    return service;

  for (int i = 0; i < HALVINGS; i++)
    {
      double price = sqrt (low * high);

      if (choose_at_price (options, here, price, amounts) >= target)
        high = price;
      else
        low = price;
    }

  return choose_at_price (options, here, high, amounts);
}
