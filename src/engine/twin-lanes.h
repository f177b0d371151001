/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>
#include <stdint.h>

#ifdef __SSE2__
#include <immintrin.h>
#endif

/* TWIN_LANES numbers side by side, which the vector extension of gcc and clang adds, multiplies and
 * compares in one go. With one lane they are plain numbers. No operation here depends on the
 * instruction set but in speed. */

#if TWIN_LANES == 1
typedef double Lanes;
typedef int64_t Integers;
typedef uint64_t Words;
#else
typedef double Lanes __attribute__ ((vector_size (8 * TWIN_LANES)));
typedef int64_t Integers __attribute__ ((vector_size (8 * TWIN_LANES)));
typedef uint64_t Words __attribute__ ((vector_size (8 * TWIN_LANES)));
#endif

/** Mask: a truth for each lane. Bits of a small number where the processor keeps masks so, and else
 *  numbers that are all ones or 0. */
#if TWIN_LANES == 8 && defined(__AVX512F__)
#define TWIN_MASK_IS_BITS 1
typedef unsigned char Mask;
#else
#define TWIN_MASK_IS_BITS 0
typedef Integers Mask;
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

/** The bits of each number, and the number of those bits. */
static inline Words
lanes_to_bits (Lanes a)
{
#if TWIN_LANES == 1
  return ((union { double number; uint64_t bits; }){ a }).bits;
#else
  return (Words) a;
#endif
}

static inline Lanes
lanes_from_bits (Words bits)
{
#if TWIN_LANES == 1
  return ((union { uint64_t bits; double number; }){ bits }).number;
#else
  return (Lanes) bits;
#endif
}

/** Where is a > b? */
static inline Mask
lanes_above (Lanes a,
             Lanes b)
{
#if TWIN_LANES == 1
  return -(Mask) (a > b);
#elif TWIN_MASK_IS_BITS
  return _mm512_cmp_pd_mask ((__m512d) a, (__m512d) b, _CMP_GT_OQ);
#else
  return (Mask) (a > b);
#endif
}

/** Where is a = b? */
static inline Mask
lanes_equal (Lanes a,
             Lanes b)
{
#if TWIN_LANES == 1
  return -(Mask) (a == b);
#elif TWIN_MASK_IS_BITS
  return _mm512_cmp_pd_mask ((__m512d) a, (__m512d) b, _CMP_EQ_OQ);
#else
  return (Mask) (a == b);
#endif
}

/** @yes where the mask is set, else @no. */
static inline Lanes
mask_select (Mask mask,
             Lanes yes,
             Lanes no)
{
#if TWIN_LANES == 1
  return mask ? yes : no;
#elif TWIN_MASK_IS_BITS
  return (Lanes) _mm512_mask_blend_pd (mask, (__m512d) no, (__m512d) yes);
#elif TWIN_LANES == 4 && defined(__AVX2__)
  return (Lanes) _mm256_blendv_pd ((__m256d) no, (__m256d) yes, (__m256d) mask);
#else
  return (Lanes) ((mask & (Mask) yes) | (~mask & (Mask) no));
#endif
}

static inline Words
mask_select_words (Mask mask,
                   Words yes,
                   Words no)
{
#if TWIN_LANES == 1
  return mask ? yes : no;
#elif TWIN_MASK_IS_BITS
  return (Words) _mm512_mask_blend_epi64 (mask, (__m512i) no, (__m512i) yes);
#else
  return ((Words) mask & yes) | (~(Words) mask & no);
#endif
}

/** @yes where a > b, else @no. */
static inline Lanes
lanes_if_above (Lanes a,
                Lanes b,
                Lanes yes,
                Lanes no)
{
#if TWIN_LANES == 1
  return a > b ? yes : no;
#else
  return mask_select (lanes_above (a, b), yes, no);
#endif
}

/** The same, without a jump where that would often be foreseen wrongly. */
static inline Lanes
lanes_choose_if_above (Lanes a,
                       Lanes b,
                       Lanes yes,
                       Lanes no)
{
#if TWIN_LANES == 1 && defined(__AVX2__)
  const __m128d above = _mm_cmp_sd (_mm_set_sd (a), _mm_set_sd (b), _CMP_GT_OQ);

  return _mm_cvtsd_f64 (_mm_blendv_pd (_mm_set_sd (no), _mm_set_sd (yes), above));
#else
  return lanes_if_above (a, b, yes, no);
#endif
}

/** @a where it is a number, @b where it is NaN. */
static inline Lanes
lanes_if_number (Lanes a,
                 Lanes b)
{
#if TWIN_LANES == 1
  return a == a ? a : b;
#elif TWIN_MASK_IS_BITS
  return mask_select (_mm512_cmp_pd_mask ((__m512d) a, (__m512d) a, _CMP_ORD_Q), a, b);
#else
  return mask_select ((Mask) (a == a), a, b);
#endif
}

/** Is the mask set in that lane? */
static inline gboolean
mask_has (const Mask *mask,
          guint lane)
{
#if TWIN_MASK_IS_BITS
  return *mask >> lane & 1;
#else
  return ((const int64_t *) mask)[lane] != 0;
#endif
}

/** Set in that lane alone. */
static inline Mask
mask_of_lane (guint lane)
{
#if TWIN_LANES == 1
  return -1;
#elif TWIN_MASK_IS_BITS
  return (Mask) (1u << lane);
#else
  Integers lanes;

  for (int i = 0; i < TWIN_LANES; i++)
    lanes[i] = i;
  return (Mask) (lanes == (int64_t) lane);
#endif
}

/** A bit for each lane, the first lane's the lowest. */
static inline guint
mask_to_bits (Mask mask)
{
#if TWIN_LANES == 1
  return (guint) mask & 1;
#elif TWIN_MASK_IS_BITS
  return mask;
#elif TWIN_LANES == 4 && defined(__AVX2__)
  return (guint) _mm256_movemask_pd ((__m256d) mask);
#elif TWIN_LANES == 2 && defined(__SSE2__)
  return (guint) _mm_movemask_pd ((__m128d) mask);
#else
  guint bits = 0;

  for (guint lane = 0; lane < TWIN_LANES; lane++)
    bits |= (guint) (mask[lane] & 1) << lane;
  return bits;
#endif
}

/** Is it set in any? */
static inline gboolean
mask_any (Mask mask)
{
  return mask_to_bits (mask) != 0;
}

/** Where is a > b? Both below 2⁶³. */
static inline Mask
words_above (Words a,
             Words b)
{
#if TWIN_LANES == 1
  return -(Mask) (a > b);
#elif TWIN_MASK_IS_BITS
  return _mm512_cmpgt_epi64_mask ((__m512i) a, (__m512i) b);
#else
  return (Mask) ((Integers) a > (Integers) b);
#endif
}

static inline Lanes
lanes_min (Lanes a,
           Lanes b)
{
#if TWIN_LANES == 1
  return a < b ? a : b;
#elif TWIN_LANES == 8 && defined(__AVX512F__)
  return (Lanes) _mm512_min_pd ((__m512d) a, (__m512d) b);
#elif TWIN_LANES == 4 && defined(__AVX2__)
  return (Lanes) _mm256_min_pd ((__m256d) a, (__m256d) b);
#else
  return lanes_if_above (b, a, a, b);
#endif
}

static inline Lanes
lanes_max (Lanes a,
           Lanes b)
{
#if TWIN_LANES == 1
  return a > b ? a : b;
#elif TWIN_LANES == 8 && defined(__AVX512F__)
  return (Lanes) _mm512_max_pd ((__m512d) a, (__m512d) b);
#elif TWIN_LANES == 4 && defined(__AVX2__)
  return (Lanes) _mm256_max_pd ((__m256d) a, (__m256d) b);
#else
  return lanes_if_above (a, b, a, b);
#endif
}

/** 1 where a > 0, else 0. */
static inline Lanes
lanes_is_positive (Lanes a)
{
  return lanes_if_above (a, lanes_all (0), lanes_all (1), lanes_all (0));
}

/** Adds four numbers of all lanes to four others. */
static inline void
lanes_add_four (Lanes *sums,
                const Lanes *numbers)
{
#if TWIN_LANES == 1
  typedef double Four __attribute__ ((vector_size (32), aligned (8)));

  *(Four *) sums += *(const Four *) numbers;
#else
  for (int i = 0; i < 4; i++)
    sums[i] += numbers[i];
#endif
}

/** To the nearest whole number, ties to even, as rint() does; @a is in [0, 2⁵¹]. */
static inline Lanes
lanes_round (Lanes a)
{
  return (a + 0x1p52) - 0x1p52;
}

/** To the next whole number below; |@a| ≤ 2⁵¹. */
static inline Lanes
lanes_floor (Lanes a)
{
  const Lanes near = (a + 0x1.8p52) - 0x1.8p52;

  return near - lanes_if_above (near, a, lanes_all (1), lanes_all (0));
}

static inline Lanes
lanes_abs (Lanes a)
{
  return lanes_from_bits (lanes_to_bits (a) & INT64_MAX);
}

/** Each root correctly rounded. */
static inline Lanes
lanes_sqrt (Lanes a)
{
#if TWIN_LANES == 1
  return sqrt (a);
#elif TWIN_LANES == 8 && defined(__AVX512F__)
  return (Lanes) _mm512_sqrt_pd ((__m512d) a);
#elif TWIN_LANES == 4 && defined(__AVX2__)
  return (Lanes) _mm256_sqrt_pd ((__m256d) a);
#elif TWIN_LANES == 2 && defined(__SSE2__)
  return (Lanes) _mm_sqrt_pd ((__m128d) a);
#else
  for (int lane = 0; lane < TWIN_LANES; lane++)
    a[lane] = sqrt (a[lane]);
  return a;
#endif
}

/** A whole number of 32 bits, as a number. */
static inline Lanes
lanes_from_32 (Words small)
{
  return lanes_from_bits (small | G_GUINT64_CONSTANT (0x4330000000000000)) - 0x1p52;
}

/** A whole number of 63 bits, rounded as a conversion does. */
static inline Lanes
lanes_from_whole (Words whole)
{
#if TWIN_LANES == 1
  return (double) (int64_t) whole;
#elif TWIN_LANES == 8 && defined(__AVX512DQ__)
  return (Lanes) _mm512_cvtepi64_pd ((__m512i) whole);
#else
  /* both halves, in the last bits of 2⁵² and of 2⁸⁴ */
  const Lanes low = (Lanes) ((whole & 0xffffffff) | G_GUINT64_CONSTANT (0x4330000000000000));
  const Lanes high = (Lanes) (whole >> 32 | G_GUINT64_CONSTANT (0x4530000000000000));

  return high - (0x1p84 + 0x1p52) + low;
#endif
}

#if TWIN_LANES > 1

/** A number of single precision for each lane. */
typedef float Floats __attribute__ ((vector_size (4 * TWIN_LANES)));

/* gcc 12 does not see that one instruction converts eight. */
static inline Lanes
lanes_widen (Floats a)
{
#if TWIN_LANES == 8 && defined(__AVX512F__)
  return (Lanes) _mm512_cvtps_pd ((__m256) a);
#else
  return __builtin_convertvector (a, Lanes);
#endif
}

static inline Floats
lanes_narrow (Lanes a)
{
#if TWIN_LANES == 8 && defined(__AVX512F__)
  return (Floats) _mm512_cvtpd_ps ((__m512d) a);
#else
  return __builtin_convertvector (a, Floats);
#endif
}

#endif

/** 64 random bits for each lane from its stream, [4]; see twin_stream_next(). */
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

/** Uniform in [0, 1), a multiple of 2⁻⁵³; see twin_stream_uniform(). */
static inline Lanes
lanes_uniform (Words *stream)
{
  return lanes_from_whole (lanes_next (stream) >> 11) * 0x1p-53;
}
