/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "twin-network-day.h"

/* Between lanes, in which the network is simulated, and rows, in which learners want an
 * environment's numbers. Code, as twin-network-day.h. */

#if TWIN_LANES >= 4

/* Four numbers of all lanes at a time: 16 bytes of each row. */
typedef int32_t FloatMask __attribute__ ((vector_size (4 * TWIN_LANES)));
typedef float Four __attribute__ ((vector_size (16)));

#if TWIN_LANES == 8
#define PAIRS(a, b) __builtin_shufflevector (a, b, 0, 8, 1, 9, 4, 12, 5, 13)
#define PAIRS_2(a, b) __builtin_shufflevector (a, b, 2, 10, 3, 11, 6, 14, 7, 15)
#define FOURS(a, b) __builtin_shufflevector (a, b, 0, 1, 8, 9, 4, 5, 12, 13)
#define FOURS_2(a, b) __builtin_shufflevector (a, b, 2, 3, 10, 11, 6, 7, 14, 15)
#define HALVES(a, b) __builtin_shufflevector (a, b, 0, 1, 2, 3, 4, 5, 6, 7)
#define HALF(a, i) \
  ((i) == 0 ? __builtin_shufflevector (a, a, 0, 1, 2, 3) \
            : __builtin_shufflevector (a, a, 4, 5, 6, 7))
#else
#define PAIRS(a, b) __builtin_shufflevector (a, b, 0, 4, 1, 5)
#define PAIRS_2(a, b) __builtin_shufflevector (a, b, 2, 6, 3, 7)
#define FOURS(a, b) __builtin_shufflevector (a, b, 0, 1, 4, 5)
#define FOURS_2(a, b) __builtin_shufflevector (a, b, 2, 3, 6, 7)
#define HALF(a, i) (a)
#endif

/* Within each four lanes rows become columns: m[i][4 h + j] changes places with m[j][4 h + i]. */
static inline void
transpose (Floats m[4])
{
  const Floats a = PAIRS (m[0], m[1]), b = PAIRS_2 (m[0], m[1]);
  const Floats c = PAIRS (m[2], m[3]), d = PAIRS_2 (m[2], m[3]);

  m[0] = FOURS (a, c);
  m[1] = FOURS_2 (a, c);
  m[2] = FOURS (b, d);
  m[3] = FOURS_2 (b, d);
}

/* Numbers @first … @first + 3 of every row. */
static inline void
write_four (const double *const *sources,
            guint n_sources,
            guint first,
            float *rows)
{
  Floats m[4];

  for (int i = 0; i < 4; i++)
    m[i] = lanes_narrow (CONST_LANES (sources[first + i], 0));
  transpose (m);
  for (int i = 0; i < 4; i++)
    {
      float *row = rows + (gsize) i * n_sources + first;
      Four four = HALF (m[i], 0);

      memcpy (row, &four, sizeof four);
#if TWIN_LANES == 8
      four = HALF (m[i], 1);
      memcpy (row + 4 * (gsize) n_sources, &four, sizeof four);
#endif
    }
}

/* Shares of the way from nothing (−1) to twice @half (1), as units. NaN stays NaN. */
static inline Floats
scale (Floats shares,
       float half)
{
  const Floats one = (Floats){ 0 } + 1;
  const FloatMask is_below = shares < -one, is_above = shares > one;
  const FloatMask inside = (FloatMask) shares & ~is_below & ~is_above;
  const FloatMask ends = ((FloatMask) -one & is_below) | ((FloatMask) one & is_above);

  return (Floats) (inside | ends) * half + half;
}

static inline gboolean
are_all_set (FloatMask mask)
{
  uint64_t words[sizeof mask / 8], all = UINT64_MAX;

  memcpy (words, &mask, sizeof mask);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    all &= words[i];
  return all == UINT64_MAX;
}

/* Columns @first … @first + 3, of which @n are wanted. @is_good: all ones as long as all are. */
static inline void
read_four (const float *rows,
           guint n_columns,
           guint first,
           guint n,
           const float *halves,
           double *lanes,
           FloatMask *is_good)
{
  Floats m[4];

  for (int i = 0; i < 4; i++)
    {
      const float *row = rows + (gsize) i * n_columns + first;

#if TWIN_LANES == 8
      Four upper, lower;
      memcpy (&lower, row, sizeof lower);
      memcpy (&upper, row + 4 * (gsize) n_columns, sizeof upper);
      m[i] = HALVES (lower, upper);
#else
      memcpy (&m[i], row, sizeof m[i]);
#endif
    }
  transpose (m);
  for (guint i = 0; i < 4; i++)
    if (i < n)
      {
        const Floats units = halves != NULL ? scale (m[i], halves[first + i]) : m[i];
        const FloatMask has_good = (FloatMask) (units >= 0);

        LANES (lanes, first + i) = lanes_widen ((Floats) ((FloatMask) units & has_good));
        *is_good &= has_good;
      }
}

#else

/* As scale(). */
static inline float
scale_one (float share,
           float half)
{
  const float inside = share < -1 ? -1 : share > 1 ? 1 : share;

  return inside * half + half;
}

#endif

static void
write_rows (const double *const *sources,
            guint n_sources,
            float *rows)
{
  guint first = 0;

#if TWIN_LANES >= 4
  for (; first + 4 <= n_sources; first += 4)
    write_four (sources, n_sources, first, rows);
  if (first > 0 && first < n_sources) /* the last four, some of them once more */
    {
      write_four (sources, n_sources, n_sources - 4, rows);
      return;
    }
#endif
  for (; first < n_sources; first++)
    for (guint lane = 0; lane < TWIN_LANES; lane++)
      rows[(gsize) lane * n_sources + first] = (float) sources[first][lane];
}

static guint
read_rows (const float *rows,
           guint n_columns,
           const float *halves,
           double *lanes)
{
  guint n_bad = 0;

#if TWIN_LANES >= 4
  FloatMask is_good = ~(FloatMask){ 0 };

  for (guint first = 0; first < n_columns; first += 4)
    read_four (rows, n_columns, first, MIN (4, n_columns - first), halves, lanes, &is_good);
  if (G_LIKELY (are_all_set (is_good)))
    return 0;
#else
  for (guint column = 0; column < n_columns; column++)
    for (guint lane = 0; lane < TWIN_LANES; lane++)
      {
        const float number = rows[(gsize) lane * n_columns + column];
        const float units = halves != NULL ? scale_one (number, halves[column]) : number;
        lanes[column * TWIN_LANES + lane] = units >= 0 ? units : 0;
      }
#endif
  for (guint i = 0; i < TWIN_LANES * n_columns; i++)
    n_bad += halves != NULL ? isnan (rows[i]) != 0 : !(rows[i] >= 0);
  return n_bad;
}
