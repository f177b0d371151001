/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <stdbool.h>

#include "generator.h"

/* Normal numbers by a ziggurat of 256 layers (Marsaglia and Tsang 2000). */

#define N_LAYERS 256
#define TAIL 3.6541528853610088 /* where the lowest layer's rectangle ends … */
#define AREA 0.00492867323399   /* … and the area that each layer then has */

static struct
{
  double edge[N_LAYERS + 1];    /* right end of each layer, from the tail inwards */
  double density[N_LAYERS + 1]; /* exp (−½ edge²) */
  double width[N_LAYERS];       /* edge ÷ 2⁵⁵ */
  uint64_t inside[N_LAYERS];    /* what of 2⁵⁵ lies under the curve for certain */
} layers;

static double
get_density (double x)
{
  return exp (-0.5 * x * x);
}

static void
make_layers (void)
{
  layers.edge[0] = AREA / get_density (TAIL);
  layers.edge[1] = TAIL;
  for (int i = 2; i < N_LAYERS; i++)
    layers.edge[i] = sqrt (-2 * log (AREA / layers.edge[i - 1] + get_density (layers.edge[i - 1])));
  layers.edge[N_LAYERS] = 0.0;

  for (int i = 0; i <= N_LAYERS; i++)
    layers.density[i] = get_density (layers.edge[i]);
  for (int i = 0; i < N_LAYERS; i++)
    {
      layers.width[i] = layers.edge[i] * 0x1p-55;
      layers.inside[i] = (uint64_t) (layers.edge[i + 1] / layers.edge[i] * 0x1p55);
    }
}

static double draw_normal (Generator *g);

/* One draw in a hundred: beyond the rectangle of its layer */
static __attribute__ ((noinline)) double
draw_at_edge (Generator *g,
              int layer,
              bool negative,
              double x)
{
  double density, y;

  if (layer == 0)
    {
      do
        {
          x = -log (1.0 - draw_uniform (g)) / TAIL;
          y = -log (1.0 - draw_uniform (g));
        }
      while (y + y < x * x);
      return negative ? -TAIL - x : TAIL + x;
    }
  density = layers.density[layer]
            + draw_uniform (g) * (layers.density[layer + 1] - layers.density[layer]);
  if (density < get_density (x))
    return negative ? -x : x;
  return draw_normal (g);
}

static inline double
draw_normal (Generator *g)
{
  uint64_t bits = next (g);
  int layer = bits & (N_LAYERS - 1);
  bool negative = bits >> 8 & 1;
  double x = (double) (int64_t) (bits >> 9) * layers.width[layer];

  if (__builtin_expect (bits >> 9 < layers.inside[layer], 1))
    return negative ? -x : x;
  return draw_at_edge (g, layer, negative, x);
}
