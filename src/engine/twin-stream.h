/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

#include "twin-ziggurat.h"

G_BEGIN_DECLS

/**
 * TwinStream:
 *
 * A stream of random numbers that is a function of (seed, replication, purpose). The k-th demand
 * and the k-th lead time of a replication are the same draws whatever the policy, because each
 * purpose has a stream of its own, so policies and scenarios are compared on common random numbers.
 *
 * The key is turned into a state by Philox4x32-10 (Salmon et al., SC11), a bijection of the
 * counter, so no two streams of a seed begin alike; the state is advanced by xoshiro256++ (Blackman
 * and Vigna, ACM TOMS 47:36, 2021), which costs a quarter of Philox a draw. docs/random-numbers.md
 * says more.
 */
typedef struct
{
  uint64_t state[4];
} TwinStream;

/** Starts the stream. @purpose: any number, one for each kind of draw of a replication. */
void twin_stream_init (TwinStream *self, uint64_t seed, uint64_t replication, uint64_t purpose);

static inline uint64_t
twin_stream_rotate (uint64_t x,
                    int bits)
{
  return (x << bits) | (x >> (64 - bits));
}

/** 64 random bits. */
static inline uint64_t
twin_stream_next (TwinStream *self)
{
  uint64_t *s = self->state;
  uint64_t result = twin_stream_rotate (s[0] + s[3], 23) + s[0];
  uint64_t shifted = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = twin_stream_rotate (s[3], 45);
  return result;
}

/** 64 random bits as a number: uniform in [0, 1), a multiple of 2⁻⁵³. */
static inline double
twin_uniform (uint64_t bits)
{
  return (double) (bits >> 11) * 0x1p-53;
}

/** Uniform in [0, 1), a multiple of 2⁻⁵³. */
static inline double
twin_stream_uniform (TwinStream *self)
{
  return twin_uniform (twin_stream_next (self));
}

/* The rare draws that the ziggurats do not settle at once. */
double twin_stream_exponential_edge (TwinStream *self, uint64_t refused);
/** What the exponential ziggurat makes of 64 bits that it has refused and of the 64 that follow, or
 *  NaN where it refuses them again. */
double twin_exponential_settle (uint64_t refused, uint64_t next);
double twin_stream_normal_edge (TwinStream *self, uint64_t draw, guint layer, double sign);

/** Exponential with mean 1. */
static inline double
twin_stream_exponential (TwinStream *self)
{
  uint64_t bits = twin_stream_next (self);
  guint layer = bits & 255;
  uint64_t draw = bits >> 8;

  if (G_LIKELY (draw < twin_exponential_layers[layer].inside))
    return (double) draw * twin_exponential_layers[layer].width;
  return twin_stream_exponential_edge (self, bits);
}

/** Normal with mean 0 and standard deviation 1. */
static inline double
twin_stream_normal (TwinStream *self)
{
  uint64_t bits = twin_stream_next (self);
  guint layer = bits & 255;
  uint64_t draw = bits >> 9;

  if (G_UNLIKELY (draw >= twin_normal_layers[layer].inside))
    return twin_stream_normal_edge (self, draw, layer, bits & 256 ? -1 : 1);

  /* the sign by arithmetic: a branch on it would be missed half the time */
  union { double number; uint64_t bits; } x = {
    (double) (int64_t) draw * twin_normal_layers[layer].width
  };
  x.bits ^= (bits & 256) << 55;
  return x.number;
}

G_END_DECLS
