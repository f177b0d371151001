/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "twin-optimum.h"

#include <math.h>

#include "twin-selection.h"

/* What an event takes where nothing else is going on. */
#define SECONDS_OF_AN_EVENT 3.5e-9

double
twin_optimum_estimate_seconds (const TwinParameters *base,
                               const TwinSearch *search,
                               gsize n,
                               guint n_threads)
{
  g_autoptr (TwinModel) model = NULL;
  double replications;

  g_return_val_if_fail (base != NULL && search != NULL && n_threads > 0, NAN);

  model = twin_model_new (base, NULL);
  if (model == NULL || !twin_search_check (search, NULL))
    return NAN;

  /* Of a grid most policies are out after the first round. */
  replications = (double) twin_search_count_policies (search) *
                 (twin_search_is_grid (search->type) ? MIN (n, TWIN_SELECTION_FIRST_ROUND) : n);
  return (replications + n) * twin_model_get_effort (model) * SECONDS_OF_AN_EVENT / n_threads;
}
