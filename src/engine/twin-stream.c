/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-stream.h"

#include <Random123/philox.h>
#include <math.h>

#include "twin-math.h"

void
twin_stream_init (TwinStream *self,
                  uint64_t seed,
                  uint64_t replication,
                  uint64_t purpose)
{
  /* Counter: replication and purpose, 62 bits of it; the lowest two number the block. */
  philox4x32_key_t key = { { (uint32_t) seed, (uint32_t) (seed >> 32) } };
  philox4x32_ctr_t counter = { { (uint32_t) replication, (uint32_t) (replication >> 32),
                                 (uint32_t) (purpose << 1), (uint32_t) (purpose >> 31) } };

  for (int block = 0; block < 2; block++)
    {
      counter.v[2] = (uint32_t) (purpose << 1) | (uint32_t) block;
      philox4x32_ctr_t random = philox4x32 (counter, key);
      self->state[2 * block] = random.v[0] | (uint64_t) random.v[1] << 32;
      self->state[2 * block + 1] = random.v[2] | (uint64_t) random.v[3] << 32;
    }
}

/* In (0, 1]: its logarithm is finite. */
static double
unit_above_zero (uint64_t bits)
{
  return (double) ((bits >> 11) + 1) * 0x1p-53;
}

/* Between the heights of a layer's two edges. */
static double
height_within (const double *height,
               guint layer,
               uint64_t bits)
{
  return height[layer] + twin_uniform (bits) * (height[layer - 1] - height[layer]);
}

double
twin_exponential_settle (uint64_t refused,
                         uint64_t next)
{
  const guint layer = refused & 255;

  /* Without memory: the tail is the whole distribution, moved. */
  if (layer == 0)
    return TWIN_EXPONENTIAL_TAIL - twin_log (unit_above_zero (next));

  const double x = (double) (refused >> 8) * twin_exponential_layers[layer].width;
  return height_within (twin_exponential_height, layer, next) < twin_exp (-x) ? x : NAN;
}

double
twin_stream_exponential_edge (TwinStream *self,
                              uint64_t refused)
{
  const double x = twin_exponential_settle (refused, twin_stream_next (self));

  return isnan (x) ? twin_stream_exponential (self) : x;
}

double
twin_stream_normal_edge (TwinStream *self,
                         uint64_t draw,
                         guint layer,
                         double sign)
{
  if (layer == 0)
    {
      /* Marsaglia's tail: accept with the ratio of the densities. */
      double x, y;
      do
        {
          x = -twin_log (unit_above_zero (twin_stream_next (self))) / TWIN_NORMAL_TAIL;
          y = -twin_log (unit_above_zero (twin_stream_next (self)));
        }
      while (y + y < x * x);
      return sign * (TWIN_NORMAL_TAIL + x);
    }

  double x = (double) draw * twin_normal_layers[layer].width;
  if (height_within (twin_normal_height, layer, twin_stream_next (self)) < twin_exp (-0.5 * x * x))
    return sign * x;
  return twin_stream_normal (self);
}
