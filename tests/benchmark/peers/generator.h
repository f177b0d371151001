/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdint.h>

/* The peers' random numbers as one would write them in C: xoshiro256++ (Blackman and Vigna 2019),
 * seeded by splitmix64. */

typedef struct
{
  uint64_t s[4];
} Generator;

static inline uint64_t
rotate (uint64_t x,
        int bits)
{
  return x << bits | x >> (64 - bits);
}

static inline uint64_t
next (Generator *g)
{
  uint64_t *s = g->s;
  uint64_t result = rotate (s[0] + s[3], 23) + s[0];
  uint64_t t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate (s[3], 45);
  return result;
}

static void
seed (Generator *g,
      uint64_t value)
{
  for (int i = 0; i < 4; i++)
    {
      uint64_t z = value += 0x9e3779b97f4a7c15;

      z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
      z = (z ^ z >> 27) * 0x94d049bb133111eb;
      g->s[i] = z ^ z >> 31;
    }
}

/* Uniform on [0, 1) */
static inline double
draw_uniform (Generator *g)
{
  return (double) (next (g) >> 11) * 0x1p-53;
}
