/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-suggestion.h"

#include <string.h>

#define LONGEST 100

/* How many letters have to be put in, left out, replaced, or swapped with their neighbour (optimal
 * string alignment), a row at a time: distance[i % 3][j] is that of the first i letters of @a from
 * the first j of @b. */
static gsize
edit_distance (const char *a,
               const char *b)
{
  const gsize n_a = strlen (a), n_b = strlen (b);
  gsize distance[3][LONGEST + 1];

  for (gsize j = 0; j <= n_b; j++)
    distance[0][j] = j;
  for (gsize i = 1; i <= n_a; i++)
    {
      const gsize *above = distance[(i - 1) % 3];
      gsize *row = distance[i % 3];

      row[0] = i;
      for (gsize j = 1; j <= n_b; j++)
        {
          row[j] = MIN (above[j - 1] + (a[i - 1] != b[j - 1]), MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], distance[(i - 2) % 3][j - 2] + 1);
        }
    }
  return distance[n_a % 3][n_b];
}

const char *
twin_suggest (const char *typed,
              const char *const *words,
              gsize n_words)
{
  const char *nearest = NULL;
  gsize least = G_MAXSIZE;

  if (strlen (typed) > LONGEST)
    return NULL;
  for (gsize i = 0; i < n_words; i++)
    {
      gsize distance;

      if (strlen (words[i]) > LONGEST)
        continue;
      distance = edit_distance (typed, words[i]);
      if (distance < least && distance <= MAX (1, strlen (words[i]) / 3))
        {
          least = distance;
          nearest = words[i];
        }
    }
  return nearest;
}
