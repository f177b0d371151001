/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <stdint.h>

#if defined(__AVX2__) || defined(__AVX512F__)
#include <immintrin.h>
#endif

#include "../twin-stream.h"

/* TWIN_LANES numbers side by side, which the vector extension of gcc and clang adds, multiplies and
 * compares in one go. With one lane they are plain numbers. A mask has all bits of a lane set, or
 * none. No operation here depends on the instruction set but in speed. */

#if TWIN_LANES == 1
typedef double Lanes;
typedef int64_t Mask;
typedef uint64_t Words;
#else
typedef double Lanes __attribute__ ((vector_size (8 * TWIN_LANES)));
typedef int64_t Mask __attribute__ ((vector_size (8 * TWIN_LANES)));
typedef uint64_t Words __attribute__ ((vector_size (8 * TWIN_LANES)));
#endif

/* Item @i of an array of lanes. */
#define LANES(array, i) (((Lanes *) (array))[i])
#define CONST_LANES(array, i) (((const Lanes *) (array))[i])

/** The same number in every lane. */
static inline Lanes
lanes_all (double x)
{
  return x - (Lanes){ 0 };
}

#if TWIN_LANES == 1

static inline Mask
lanes_above (Lanes a,
             Lanes b)
{
  return -(Mask) (a > b);
}

static inline Mask
lanes_is_number (Lanes a)
{
  return -(Mask) (a == a);
}

static inline Lanes
lanes_select (Mask mask,
              Lanes a,
              Lanes b)
{
  return mask ? a : b;
}

static inline gboolean
mask_any (Mask mask)
{
  return mask != 0;
}

#else

static inline Mask
lanes_above (Lanes a,
             Lanes b)
{
  return (Mask) (a > b);
}

static inline Mask
lanes_is_number (Lanes a)
{
  return (Mask) (a == a);
}

/** @a where the mask is set, else @b. */
static inline Lanes
lanes_select (Mask mask,
              Lanes a,
              Lanes b)
{
  return (Lanes) ((mask & (Mask) a) | (~mask & (Mask) b));
}

static inline gboolean
mask_any (Mask mask)
{
#if defined(__AVX512F__)
  return _mm512_test_epi64_mask ((__m512i) mask, (__m512i) mask) != 0;
#else
  int64_t any = 0;

  for (int lane = 0; lane < TWIN_LANES; lane++)
    any |= mask[lane];
  return any != 0;
#endif
}

#endif

static inline Lanes
lanes_min (Lanes a,
           Lanes b)
{
#if TWIN_LANES == 8 && defined(__AVX512F__)
  return (Lanes) _mm512_min_pd ((__m512d) a, (__m512d) b);
#else
  return lanes_select (lanes_above (b, a), a, b);
#endif
}

static inline Lanes
lanes_max (Lanes a,
           Lanes b)
{
#if TWIN_LANES == 8 && defined(__AVX512F__)
  return (Lanes) _mm512_max_pd ((__m512d) a, (__m512d) b);
#else
  return lanes_select (lanes_above (a, b), a, b);
#endif
}

/** @a where the mask is set, else 0. */
static inline Lanes
lanes_if (Mask mask,
          Lanes a)
{
#if TWIN_LANES == 1
  return mask ? a : 0;
#else
  return (Lanes) (mask & (Mask) a);
#endif
}

/** To the nearest whole number, ties to even, as rint() does; @a is in [0, 2⁵¹]. */
static inline Lanes
lanes_round (Lanes a)
{
  return (a + 0x1p52) - 0x1p52;
}

/** 64 random bits for each lane; see twin_stream_next(). */
static inline Words
lanes_next (Words *s)
{
  Words sum = s[0] + s[3];
  Words result = ((sum << 23) | (sum >> 41)) + s[0];
  Words shifted = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = (s[3] << 45) | (s[3] >> 19);
  return result;
}

#if TWIN_LANES == 1

static inline Lanes
lanes_normal (Words *stream)
{
  return twin_stream_normal ((TwinStream *) stream);
}

#else

/* A draw that the ziggurat does not settle at once, in one lane. */
static G_GNUC_NO_INLINE double
lane_normal_edge (Words *stream,
                  int lane,
                  uint64_t bits)
{
  TwinStream s = { { stream[0][lane], stream[1][lane], stream[2][lane], stream[3][lane] } };
  double x = twin_stream_normal_edge (&s, bits >> 9, bits & 255, bits & 256 ? -1 : 1);

  for (int i = 0; i < 4; i++)
    stream[i][lane] = s.state[i];
  return x;
}

/** A normal number for each lane; see twin_stream_normal(). Only the bits are made side by side:
 *  looking layers up is no faster in vectors than one by one. */
static inline Lanes
lanes_normal (Words *stream)
{
  union { Words words; uint64_t each[TWIN_LANES]; } bits = { lanes_next (stream) };
  union { Lanes lanes; double each[TWIN_LANES]; } normal;

  for (int lane = 0; lane < TWIN_LANES; lane++)
    {
      guint layer = bits.each[lane] & 255;
      uint64_t draw = bits.each[lane] >> 9;
      double sign = bits.each[lane] & 256 ? -1 : 1;

      if (G_LIKELY (draw < twin_normal_inside[layer]))
        normal.each[lane] = sign * ((double) (int64_t) draw * twin_normal_width[layer]);
      else
        normal.each[lane] = lane_normal_edge (stream, lane, bits.each[lane]);
    }
  return normal.lanes;
}

#endif
