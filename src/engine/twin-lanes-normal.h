/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-lanes.h"

/* Normal numbers for all lanes at once, four for each, by the transform of Box and Muller (1958): a
 * point at a random angle, at a distance of √(−2 log u). In single precision, whose vectors hold two
 * points for each lane. Every operation is one that IEEE 754 defines to the bit (addition,
 * multiplication, division, square root, conversion), so that all machines and all numbers of lanes
 * get the same bits.
 *
 * Polynomials: FreeBSD's msun, e_logf.c (Sun Microsystems, 1993), and S. L. Moshier's Cephes, sinf.c
 * (1995), both free to use. */

/* One lane would leave half of the smallest vector idle: it gets two times four numbers at once. */
#if TWIN_LANES == 1
#define TWIN_FOURS 2
#else
#define TWIN_FOURS 1
#endif
#define TWIN_POINTS (2 * TWIN_LANES * TWIN_FOURS)

typedef float Points __attribute__ ((vector_size (4 * TWIN_POINTS)));
typedef uint32_t PointBits __attribute__ ((vector_size (4 * TWIN_POINTS)));
typedef int32_t PointInts __attribute__ ((vector_size (4 * TWIN_POINTS)));

/** Each root correctly rounded. */
static inline Points
points_sqrt (Points a)
{
#if TWIN_LANES == 8 && defined(__AVX512F__)
  return (Points) _mm512_sqrt_ps ((__m512) a);
#elif TWIN_LANES == 4 && defined(__AVX2__)
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
  const Points f = (Points) ((is_near_1 & (PointInts) near_1) | (~is_near_1 & (PointInts) elsewhere));
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

/** Two times four normal numbers, of two draws of the stream each; see twin_normal_four(). Number i of
 *  the second time goes to normal[stride + i]. */
static inline void
lanes_normal_fours (Words *stream,
                    Lanes *normal,
                    gsize stride)
{
  typedef uint64_t TwoWords __attribute__ ((vector_size (16)));
  Words draws[4];
  Points x, y;

  for (int i = 0; i < 4; i++)
    draws[i] = lanes_next (stream);
  const TwoWords distance = { (draws[0] & 0xffffffff) | draws[1] << 32,
                              (draws[2] & 0xffffffff) | draws[3] << 32 };
  const TwoWords angle = { draws[0] >> 32 | (draws[1] >> 32 << 32),
                           draws[2] >> 32 | (draws[3] >> 32 << 32) };

  points_draw ((PointBits) distance, (PointBits) angle, &x, &y);
  for (int i = 0; i < 2; i++)
    {
      normal[2 * i] = x[i];
      normal[2 * i + 1] = y[i];
      normal[stride + 2 * i] = x[2 + i];
      normal[stride + 2 * i + 1] = y[2 + i];
    }
}

#else

/* Points are in the lanes' order, the first of a lane in the lower half of its 64 bits. */
static inline Lanes
lower_half (Points a)
{
  typedef float Half __attribute__ ((vector_size (4 * TWIN_LANES)));
#if TWIN_LANES == 2
  const Half half = __builtin_shufflevector (a, a, 0, 2);
#elif TWIN_LANES == 4
  const Half half = __builtin_shufflevector (a, a, 0, 2, 4, 6);
#else
  const Half half = __builtin_shufflevector (a, a, 0, 2, 4, 6, 8, 10, 12, 14);
#endif
  return __builtin_convertvector (half, Lanes);
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
