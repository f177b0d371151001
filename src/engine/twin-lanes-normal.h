/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "twin-lanes.h"

/* Normal numbers for all lanes at once, four for each, by the transform of Box and Muller (1958): a
 * point at a random angle, at a distance of √(−2 log u). In single precision, whose vectors hold
 * two points for each lane. Every operation is one that IEEE 754 defines to the bit (addition,
 * multiplication, division, square root, conversion), so that all machines and all numbers of lanes
 * get the same bits.
 *
 * Polynomials: FreeBSD's msun, e_logf.c (Sun Microsystems, 1993), and S. L. Moshier's Cephes,
 * sinf.c (1995), both free to use. */

/* One lane alone would leave most of a vector idle: it gets four times four numbers at once. */
#if TWIN_LANES > 1
#define TWIN_FOURS 1
#define TWIN_POINTS (2 * TWIN_LANES)
#else
#define TWIN_FOURS 4
#ifdef __AVX2__
#define TWIN_POINTS 8
#else
#define TWIN_POINTS 4
#endif
#endif

typedef float Points __attribute__ ((vector_size (4 * TWIN_POINTS)));
typedef uint32_t PointBits __attribute__ ((vector_size (4 * TWIN_POINTS)));
typedef int32_t PointInts __attribute__ ((vector_size (4 * TWIN_POINTS)));

/** Each root correctly rounded. */
static inline Points
points_sqrt (Points a)
{
#if TWIN_LANES == 8 && defined(__AVX512F__)
  return (Points) _mm512_sqrt_ps ((__m512) a);
#elif TWIN_POINTS == 8 && defined(__AVX2__)
  return (Points) _mm256_sqrt_ps ((__m256) a);
#elif TWIN_POINTS == 4 && defined(__SSE2__)
  return (Points) _mm_sqrt_ps ((__m128) a);
#else
  for (int i = 0; i < TWIN_POINTS; i++)
    a[i] = sqrtf (a[i]);
  return a;
#endif
}

/** Minus the natural logarithm of @k · 2⁻³¹, @k in [1, 2³¹): that is 2ᵉ · (1 + f) with 1 + f in
 *  [√½, √2). */
static inline Points
points_minus_log (PointInts k)
{
  const PointInts x = (PointInts) (__builtin_convertvector (k, Points) * 0x1p-31f);
  const PointInts e = (x - ((PointInts){ 0 } + 0x3f3504f3)) >> 23;
  /* near 1 the difference to it is taken before it is rounded: k − 2³¹ */
  const Points near_1 = __builtin_convertvector (k | INT32_MIN, Points) * 0x1p-31f;
  const Points elsewhere = (Points) (x - (e << 23)) - 1.0f;
  const PointInts is_near_1 = (PointInts) (e == 0);
  const Points f =
      (Points) ((is_near_1 & (PointInts) near_1) | (~is_near_1 & (PointInts) elsewhere));
  const Points s = f / (f + 2.0f), z = s * s, w = z * z;
  const Points r = w * (0.40000972152f + w * 0.24279078841f) +
                   z * (0.66666662693f + w * 0.28498786688f);

  return s * (f - r) - f - __builtin_convertvector (e, Points) * 0.69314718056f;
}

/** The sine of @x in [−π/4, π/4]. */
static inline Points
points_sin (Points x)
{
  const Points z = x * x;

  return x + x * z * (-1.6666654611e-1f + z * (8.3321608736e-3f - z * 1.9515295891e-4f));
}

/** The cosine of @x in [−π/4, π/4]. */
static inline Points
points_cos (Points x)
{
  const Points z = x * x;
  const Points p = 4.166664568298827e-2f - z * (1.388731625493765e-3f - z * 2.443315711809948e-5f);

  return 1.0f - (z * 0.5f - z * z * p);
}

/** One point for each 32 bits of distance and of angle; its coordinates are normal, independent. */
static inline void
points_draw (PointBits distance,
             PointBits angle,
             Points *x,
             Points *y)
{
  const Points radius = points_sqrt (2.0f * points_minus_log ((PointInts) (distance >> 1 | 1)));
  /* An angle within a quarter turn about 0; its last two bits say in which quarter it is. */
  const Points within = __builtin_convertvector ((PointInts) (angle & ~3u), Points) *
                        (float) (G_PI_4 * 0x1p-31);
  const PointBits turned = (PointBits){ 0 } - (angle & 1), opposite = (angle & 2) << 30;
  const PointBits a = (PointBits) (radius * points_cos (within)) ^ opposite;
  const PointBits b = (PointBits) (radius * points_sin (within));
  const PointBits change = (a ^ b) & turned;

  *x = (Points) (a ^ change);
  *y = (Points) (b ^ change);
}

#if TWIN_LANES == 1

#if TWIN_POINTS == 8
#define EVEN(a, b) __builtin_shufflevector (a, b, 0, 2, 4, 6, 8, 10, 12, 14)
#define ODD(a, b) __builtin_shufflevector (a, b, 1, 3, 5, 7, 9, 11, 13, 15)
#define PAIRS_OF(a, b, four) \
  ((four) == 0 ? __builtin_shufflevector (a, b, 0, 8, 1, 9) : \
   (four) == 1 ? __builtin_shufflevector (a, b, 2, 10, 3, 11) : \
   (four) == 2 ? __builtin_shufflevector (a, b, 4, 12, 5, 13) : \
                 __builtin_shufflevector (a, b, 6, 14, 7, 15))
#else
#define EVEN(a, b) __builtin_shufflevector (a, b, 0, 2, 4, 6)
#define ODD(a, b) __builtin_shufflevector (a, b, 1, 3, 5, 7)
#define PAIRS_OF(a, b, four) \
  ((four) == 0 ? __builtin_shufflevector (a, b, 0, 4, 1, 5) : \
                 __builtin_shufflevector (a, b, 2, 6, 3, 7))
#endif

/* TWIN_POINTS draws of the stream give half as many fours. */
static inline void
draw_fours (Words *stream,
            Lanes *normal,
            gsize stride)
{
  typedef uint64_t Draws __attribute__ ((vector_size (4 * TWIN_POINTS)));
  typedef double Four __attribute__ ((vector_size (32)));
  Draws first, second;
  Points x, y;

  for (int i = 0; i < TWIN_POINTS / 2; i++)
    first[i] = lanes_next (stream);
  for (int i = 0; i < TWIN_POINTS / 2; i++)
    second[i] = lanes_next (stream);
  points_draw (EVEN ((PointBits) first, (PointBits) second),
               ODD ((PointBits) first, (PointBits) second), &x, &y);
#pragma GCC unroll 4
  for (int i = 0; i < TWIN_POINTS / 2; i++)
    {
      const Four four = __builtin_convertvector (PAIRS_OF (x, y, i), Four);

      memcpy (normal + (gsize) i * stride, &four, sizeof four);
    }
}

/** Four times four normal numbers, of two draws of the stream each; see twin_normal_four().
 *  Number i of time k goes to normal[k · stride + i]. */
static inline void
lanes_normal_fours (Words *stream,
                    Lanes *normal,
                    gsize stride)
{
  for (gsize four = 0; four < TWIN_FOURS; four += TWIN_POINTS / 2)
    draw_fours (stream, normal + four * stride, stride);
}

#else

/* Points are in the lanes' order, the first of a lane in the lower half of its 64 bits. */
static inline Lanes
lower_half (Points a)
{
#if TWIN_LANES == 2
  return lanes_widen (__builtin_shufflevector (a, a, 0, 2));
#elif TWIN_LANES == 4
  return lanes_widen (__builtin_shufflevector (a, a, 0, 2, 4, 6));
#else
  return lanes_widen (__builtin_shufflevector (a, a, 0, 2, 4, 6, 8, 10, 12, 14));
#endif
}

static inline Lanes
upper_half (Points a)
{
  return lower_half ((Points) ((Words) a >> 32));
}

/** Four normal numbers for each lane, of two draws of its stream; see twin_normal_four(). */
static inline void
lanes_normal_fours (Words *stream,
                    Lanes *normal,
                    gsize stride)
{
  const Words first = lanes_next (stream), second = lanes_next (stream);
  const Words low = (Words){ 0 } + 0xffffffff;
  Points x, y;

  points_draw ((PointBits) ((first & low) | second << 32),
               (PointBits) (first >> 32 | (second & ~low)), &x, &y);
  normal[0] = lower_half (x);
  normal[1] = lower_half (y);
  normal[2] = upper_half (x);
  normal[3] = upper_half (y);
}

#endif
