/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <stdint.h>

/* Random numbers as one would write them for speed alone: a vector at once, in single precision, by
 * the vector extensions of gcc. */

#if defined(__AVX512F__)
#define WIDTH 16
#elif defined(__AVX2__)
#define WIDTH 8
#else
#define WIDTH 4
#endif

typedef float Vector __attribute__ ((vector_size (4 * WIDTH)));
typedef int32_t Ints __attribute__ ((vector_size (4 * WIDTH)));
typedef uint32_t Bits __attribute__ ((vector_size (4 * WIDTH)));

/* Element by element, as a mask of all bits or none says */
static inline Vector
choose (Ints mask,
        Vector yes,
        Vector no)
{
  return (Vector) ((mask & (Ints) yes) | (~mask & (Ints) no));
}

/* xoshiro128++ (Blackman and Vigna 2019), one for each environment */
static inline Bits
draw (Bits *s)
{
  Bits sum = s[0] + s[3];
  Bits result = (sum << 7 | sum >> 25) + s[0];
  Bits t = s[1] << 9;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = s[3] << 11 | s[3] >> 21;
  return result;
}

/* Uniform on (0, 1) */
static inline Vector
draw_uniform (Bits *generator)
{
  return (__builtin_convertvector ((Ints) (draw (generator) >> 9), Vector) + 0.5f) * 0x1p-23f;
}

/* −log u by its exponent and a polynomial on [√½, √2) (Cephes, logf.c) */
static inline Vector
minus_log (Vector u)
{
  Ints bits = (Ints) u, exponent = (bits - 0x3f3504f3) >> 23;
  Vector x = (Vector) (bits - (exponent << 23)) - 1.0f, square = x * x;
  Vector p = x * 7.0376836292e-2f - 1.1514610310e-1f;

  p = p * x + 1.1676998740e-1f;
  p = p * x - 1.2420140846e-1f;
  p = p * x + 1.4249322787e-1f;
  p = p * x - 1.6668057665e-1f;
  p = p * x + 2.0000714765e-1f;
  p = p * x - 2.4999993993e-1f;
  p = p * x + 3.3333331174e-1f;
  return 0.5f * square - x - p * x * square
         - __builtin_convertvector (exponent, Vector) * 0.693147180f;
}

/* Two normal numbers of that standard deviation by Box and Muller (1958); sine and cosine of an
 * eighth of the circle at the most by Cephes, sinf.c */
static inline void
draw_normals (Bits *generator,
              float deviation,
              Vector *first,
              Vector *second)
{
  Vector square = minus_log (draw_uniform (generator)) * (2 * deviation * deviation), radius;
  Bits bits = draw (generator);
  /* a quarter of the circle by the two bits on top, the angle within it by the others */
  Vector x = (__builtin_convertvector ((Ints) (bits << 2 >> 9), Vector) * 0x1p-23f - 0.5f)
             * 1.5707963f;
  Vector z = x * x;
  Vector sine = ((-1.9515295891e-4f * z + 8.3321608736e-3f) * z - 1.6666654611e-1f) * z * x + x;
  Vector cosine = ((2.443315711809948e-5f * z - 1.388731625493765e-3f) * z + 4.166664568298827e-2f)
                  * z * z - 0.5f * z + 1.0f;
  Ints swap = (Ints) (bits << 1) >> 31, sign = (Ints) bits & INT32_MIN;

  for (int i = 0; i < WIDTH; i++)
    radius[i] = sqrtf (square[i]);
  *first = radius * (Vector) ((Ints) choose (swap, sine, cosine) ^ sign);
  *second = radius * (Vector) ((Ints) choose (swap, -cosine, sine) ^ sign);
}
