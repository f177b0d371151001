/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-lanes.h"

/* Logarithm, exponential, sine and cosine for all lanes at once, and, with one lane, for everybody
 * else (twin-math.h). Every operation is one that IEEE 754 defines to the bit, in an order that the
 * source fixes, so that all machines, compilers and numbers of lanes get the same bits; the C
 * library's functions depend on its version and on the processor.
 *
 * Arguments are in the range that is given, where the error is below TWIN_MATH_ERROR (twin-math.h).
 * There is no special case for anything else.
 *
 * Polynomials: FreeBSD's msun, e_log.c, e_exp.c, k_sin.c and k_cos.c (Sun Microsystems, 1993, free
 * to use). */

/** The natural logarithm of @x, a normal number above 0: 2ᵏ · (1 + f) with 1 + f in [√½, √2). */
static inline Lanes
lanes_log (Lanes x)
{
  const Words one = (Words){ 0 } + G_GUINT64_CONSTANT (0x3ff0000000000000);
  const Words root_half = (Words){ 0 } + G_GUINT64_CONSTANT (0x3fe6a09e00000000);
  const Words bits = lanes_to_bits (x) + (one - root_half);
  const Lanes k = lanes_from_32 (bits >> 52) - 1023;
  const Words mantissa = bits & G_GUINT64_CONSTANT (0x000fffffffffffff);
  const Lanes f = lanes_from_bits (mantissa + root_half) - 1;
  const Lanes half_square = 0.5 * f * f;
  const Lanes s = f / (2 + f), z = s * s, w = z * z;
  const Lanes even = w * (3.999999999940941908e-01 +
                          w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const Lanes odd = z * (6.666666666666735130e-01 +
                         w * (2.857142874366239149e-01 +
                              w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));

  return s * (half_square + (odd + even)) + k * 1.90821492927058770002e-10 - half_square + f +
         k * 6.93147180369123816490e-01;
}

/** e to the power of @x in [−700, 700]: that is 2ᵏ · eʳ with |r| ≤ ½ log 2. */
static inline Lanes
lanes_exp (Lanes x)
{
  const Lanes shifted = x * 1.44269504088896338700e+00 + 0x1.8p52;
  const Lanes k = shifted - 0x1.8p52;
  const Lanes high = x - k * 6.93147180369123816490e-01;
  const Lanes low = k * 1.90821492927058770002e-10;
  const Lanes r = high - low, z = r * r;
  const Lanes c = r - z * (1.66666666666666019037e-01 +
                           z * (-2.77777777770155933842e-03 +
                                z * (6.61375632143793436117e-05 +
                                     z * (-1.65339022054652515390e-06 +
                                          z * 4.13813679705723846039e-08))));
  const Lanes scale = lanes_from_bits ((lanes_to_bits (shifted) + 1023) << 52);

  return (1 + (r * c / (2 - c) - low + high)) * scale;
}

/** The sine of @x in [−π/4, π/4]. */
static inline Lanes
lanes_sin (Lanes x)
{
  const Lanes z = x * x;
  const Lanes r = 8.33333333332248946124e-03 +
                  z * (-1.98412698298579493134e-04 + z * 2.75573137070700676789e-06) +
                  z * (z * z) * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10);

  return x + z * x * (-1.66666666666666324348e-01 + z * r);
}

/** The cosine of @x in [−π/4, π/4]. */
static inline Lanes
lanes_cos (Lanes x)
{
  const Lanes z = x * x, zz = z * z;
  const Lanes r = z * (4.16666666666666019037e-02 +
                       z * (-1.38888888888741095749e-03 + z * 2.48015872894767294178e-05)) +
                  zz * zz * (-2.75573143513906633035e-07 +
                             z * (2.08757232129817482790e-09 - z * 1.13596475577881948265e-11));
  const Lanes half = 0.5 * z, w = 1 - half;

  return w + ((1 - w - half) + z * r);
}

/** A random point at a distance of √(−2 log u) (Box and Muller, 1958): its coordinates are normal,
 *  independent. @u: in (0, 1]; @angle: 32 random bits, the lowest two say in which quarter. */
static inline void
lanes_normal_pair (Lanes u,
                   Words angle,
                   Lanes *x,
                   Lanes *y)
{
  const Lanes radius = lanes_sqrt (-2 * lanes_log (u));
  const Lanes within = (lanes_from_32 (angle & 0xfffffffc) - 0x1p31) * (G_PI_4 * 0x1p-31);
  const Words turned = (Words){ 0 } - (angle & 1), opposite = (angle & 2) << 62;
  const Words a = lanes_to_bits (radius * lanes_cos (within)) ^ opposite;
  const Words b = lanes_to_bits (radius * lanes_sin (within));
  const Words change = (a ^ b) & turned;

  *x = lanes_from_bits (a ^ change);
  *y = lanes_from_bits (b ^ change);
}
