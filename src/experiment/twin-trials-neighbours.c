/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last word of a direct search: the policies next to the best one. Its other moves keep the
 * distance of S from s, and so pass by what lies a step of s away under the same S. */

#include "twin-trials.h"

/* The axis that stays above @axis, or −1. */
static int
find_above (const TwinTrials *self,
            guint axis)
{
  for (guint i = axis + 1; i < self->n_axes; i++)
    if (self->axes[i].below == (int) axis)
      return i;

  return -1;
}

/* The best place with @axis @by steps and what is above it @above_by steps further. */
static void
add_neighbour (const TwinTrials *self,
               guint axis,
               int by,
               int above,
               int above_by,
               GArray *places)
{
  double amount = by * self->axes[axis].range.step;
  double *place;

  g_array_append_vals (places, self->centre, self->n_axes);
  place = &g_array_index (places, double, places->len - self->n_axes);
  place[axis] = CLAMP (place[axis] + amount, self->lower[axis], self->upper[axis]);
  if (above >= 0)
    {
      double distance = place[above] - amount + above_by * self->axes[above].range.step;

      place[above] = CLAMP (distance, self->lower[above], self->upper[above]);
    }
}

gboolean
twin_trials_try_neighbours (TwinTrials *self)
{
  TwinOutcome before;

  do
    {
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));

      before = self->best;
      for (guint axis = 0; axis < self->n_axes; axis++)
        {
          if (self->axes[axis].below >= 0)
            continue;

          const int above = find_above (self, axis);
          for (int by = -1; by <= 1; by++)
            for (int above_by = above >= 0 ? -1 : 0; above_by <= (above >= 0 ? 1 : 0); above_by++)
              if (by != 0 || above_by != 0)
                add_neighbour (self, axis, by, above, above_by, places);
        }
      if (!twin_trials_measure (self, places))
        return FALSE;
    }
  while (twin_trials_is_better (self, self->best, before));

  return TRUE;
}
