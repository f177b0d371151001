/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-figure.h"

/* Which of very many panels are worth the room there is. */

/* Units that a panel shows as missed, or as late, on every day that they are. */
static double
get_missed (const TwinTrace *trace,
            const TwinTracePanel *panel)
{
  double missed = 0;

  for (guint i = 0; i < panel->n_layers; i++)
    {
      const TwinTraceLayer *layer = &panel->layers[i];

      if (layer->role != TWIN_TRACE_LOSS && layer->role != TWIN_TRACE_BACKLOG)
        continue;
      for (gsize row = panel->first; row < twin_trace_get_n_rows (trace); row += panel->stride)
        if (twin_trace_row_matches (trace, row, layer))
          missed += twin_trace_get (trace, row, layer->column);
    }
  return missed;
}

typedef struct
{
  const TwinTrace *trace;
  double *missed; /* [n_panels] */
} Ranking;

/* What the others depend on first, then those that miss most; of two that miss the same, the one
 * that stands first. */
static int
compare_worth (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const Ranking *ranking = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  gboolean essential = twin_trace_get_panel (ranking->trace, first)->essential;

  if (essential != twin_trace_get_panel (ranking->trace, second)->essential)
    return essential ? -1 : 1;
  if (ranking->missed[first] != ranking->missed[second])
    return ranking->missed[first] > ranking->missed[second] ? -1 : 1;
  return first < second ? -1 : first > second;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

GArray *
twin_figure_choose_panels (const TwinTrace *trace,
                           guint most)
{
  guint n = twin_trace_get_n_panels (trace);
  GArray *panels = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *missed = g_new (double, n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (panels, i);
  if (n <= most)
    return panels;
  for (guint i = 0; i < n; i++)
    missed[i] = get_missed (trace, twin_trace_get_panel (trace, i));
  g_array_sort_with_data (panels, compare_worth, &(Ranking) { trace, missed });
  g_array_set_size (panels, most);
  g_array_sort (panels, compare_numbers);
  return panels;
}
