/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-selection-rows.h"

void
twin_rows_clear (TwinRows *self)
{
  g_clear_pointer (&self->numbers, g_free);
}

gsize
twin_rows_get_size (const TwinRows *self,
                    gsize n)
{
  return n * TWIN_N_ROWS * self->width * sizeof *self->numbers;
}

gboolean
twin_rows_grow (TwinRows *self,
                gsize n)
{
  double *numbers = g_try_realloc (self->numbers, twin_rows_get_size (self, n));

  if (numbers == NULL)
    return FALSE;
  self->numbers = numbers;
  self->n = n;
  return TRUE;
}

double *
twin_rows_get (const TwinRows *self,
               gsize replication,
               TwinRow row)
{
  return self->numbers + (TWIN_N_ROWS * replication + row) * self->width;
}

void
twin_rows_copy (const TwinRows *self,
                TwinRow row,
                gsize column,
                gsize n_columns,
                double *samples)
{
  for (gsize i = 0; i < self->n; i++)
    {
      const double *numbers = twin_rows_get (self, i, row) + column;

      for (gsize c = 0; c < n_columns; c++)
        samples[c * self->n + i] = numbers[c];
    }
}

/* A row is never wider than it was, so it can be done in place. */
gboolean
twin_rows_pack (TwinRows *self,
                const gsize *kept,
                gsize n_kept,
                const TwinMonitor *monitor,
                GError **error)
{
  if (n_kept == self->width)
    return TRUE;

  for (gsize row = 0; row < TWIN_N_ROWS * self->n; row++)
    {
      if (twin_monitor_is_cancelled (monitor, error))
        return FALSE;
      for (gsize i = 0; i < n_kept; i++)
        self->numbers[row * n_kept + i] = self->numbers[row * self->width + kept[i]];
    }
  self->width = n_kept;
  return TRUE;
}
