/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "twin-network-lanes.h"
#include "twin-network-private.h"

/* Between lanes, in which the network is simulated, and rows, in which learners want an
 * environment's numbers. Code, as twin-network-day.h. */

#if TWIN_LANES == 8

typedef float Floats __attribute__ ((vector_size (32)));

#define ROW_PAIRS(a, b) __builtin_shufflevector (a, b, 0, 8, 1, 9, 4, 12, 5, 13)
#define ROW_PAIRS_HIGH(a, b) __builtin_shufflevector (a, b, 2, 10, 3, 11, 6, 14, 7, 15)
#define ROW_QUADS(a, b) __builtin_shufflevector (a, b, 0, 1, 8, 9, 4, 5, 12, 13)
#define ROW_QUADS_HIGH(a, b) __builtin_shufflevector (a, b, 2, 3, 10, 11, 6, 7, 14, 15)
#define ROW_HALVES(a, b) __builtin_shufflevector (a, b, 0, 1, 2, 3, 8, 9, 10, 11)
#define ROW_HALVES_HIGH(a, b) __builtin_shufflevector (a, b, 4, 5, 6, 7, 12, 13, 14, 15)

/* Eight numbers of eight lanes become eight rows of eight. */
static inline void
transpose (Floats m[8])
{
  Floats t[8];

  for (guint i = 0; i < 8; i += 2)
    {
      t[i] = ROW_PAIRS (m[i], m[i + 1]);
      t[i + 1] = ROW_PAIRS_HIGH (m[i], m[i + 1]);
    }
  for (guint i = 0; i < 8; i += 4)
    {
      m[i] = ROW_QUADS (t[i], t[i + 2]);
      m[i + 1] = ROW_QUADS_HIGH (t[i], t[i + 2]);
      m[i + 2] = ROW_QUADS (t[i + 1], t[i + 3]);
      m[i + 3] = ROW_QUADS_HIGH (t[i + 1], t[i + 3]);
    }
  for (guint i = 0; i < 4; i++)
    {
      t[i] = ROW_HALVES (m[i], m[i + 4]);
      t[i + 4] = ROW_HALVES_HIGH (m[i], m[i + 4]);
    }
  memcpy (m, t, sizeof t);
}

/* Numbers @first … @first + 7 of every row. */
static inline void
write_eight (const double *const *sources,
             guint n_sources,
             guint first,
             float *rows)
{
  Floats m[8];

  for (guint i = 0; i < 8; i++)
    m[i] = __builtin_convertvector (CONST_LANES (sources[first + i], 0), Floats);
  transpose (m);
  for (guint lane = 0; lane < 8; lane++)
    memcpy (rows + (gsize) lane * n_sources + first, &m[lane], sizeof m[lane]);
}

#endif

static void
write_rows (const double *const *sources,
            guint n_sources,
            float *rows)
{
  guint first = 0;

#if TWIN_LANES == 8
  for (; first + 8 <= n_sources; first += 8)
    write_eight (sources, n_sources, first, rows);
  if (first > 0 && first < n_sources)
    {
      write_eight (sources, n_sources, n_sources - 8, rows);
      first = n_sources;
    }
#endif
  for (; first < n_sources; first++)
    for (guint lane = 0; lane < TWIN_LANES; lane++)
      rows[(gsize) lane * n_sources + first] = (float) sources[first][lane];
}

static guint
read_rows (const float *rows,
           guint n_columns,
           double *lanes)
{
  Mask bad = { 0 };
  guint n_bad = 0;

  for (guint column = 0; column < n_columns; column++)
    {
      union { Lanes lanes; double each[TWIN_LANES]; } read;

      for (guint lane = 0; lane < TWIN_LANES; lane++)
        read.each[lane] = rows[(gsize) lane * n_columns + column];
      Mask is_good = ~lanes_above (lanes_all (0), read.lanes) & lanes_is_number (read.lanes);
      LANES (lanes, column) = lanes_if (is_good, read.lanes);
      bad += ~is_good;
    }
  for (guint lane = 0; lane < TWIN_LANES; lane++)
    n_bad -= (guint) ((const int64_t *) &bad)[lane];
  return n_bad;
}
