/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-suggestion.h"

#include <string.h>

/* Levenshtein, one row at a time. */
static gsize
edit_distance (const char *a,
               const char *b)
{
  gsize n = strlen (b);
  g_autofree gsize *row = g_new (gsize, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = j;
  for (gsize i = 0; a[i] != '\0'; i++)
    {
      gsize diagonal = row[0];
      row[0] = i + 1;
      for (gsize j = 0; j < n; j++)
        {
          gsize substituted = diagonal + (a[i] != b[j]);
          diagonal = row[j + 1];
          row[j + 1] = MIN (substituted, MIN (row[j], diagonal) + 1);
        }
    }
  return row[n];
}

const char *
twin_suggest (const char *typed,
              const char *const *words,
              gsize n_words)
{
  const char *nearest = NULL;
  gsize least = G_MAXSIZE;

  if (strlen (typed) > 100)
    return NULL;
  for (gsize i = 0; i < n_words; i++)
    {
      gsize distance = edit_distance (typed, words[i]);
      if (distance < least && distance <= MAX (1, strlen (words[i]) / 3))
        {
          least = distance;
          nearest = words[i];
        }
    }
  return nearest;
}
