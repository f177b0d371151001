/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>

/* What is to be said of a search's answer, once for app, command line and picture: it is cheapest
 * among those that were looked at, all of a grid or some on the way of a direct search; and it
 * answers the question only if fresh random numbers do not take that back. */

static gboolean
is_grid (const TwinOptimum *optimum)
{
  return twin_search_is_grid (twin_optimum_get_model_type (optimum));
}

static TwinEstimate
get_fresh (const TwinOptimum *optimum,
           TwinMetricFlags flag)
{
  return twin_run_get_estimate (twin_optimum_get_verified (optimum),
                                twin_model_type_get_metric (twin_optimum_get_model_type (optimum),
                                                            flag));
}

TwinFinding
twin_figure_get_finding (const TwinOptimum *optimum)
{
  g_return_val_if_fail (optimum != NULL, TWIN_FINDING_NONE);

  if (twin_optimum_get_best (optimum) < 0)
    return TWIN_FINDING_NONE;
  g_return_val_if_fail (twin_optimum_get_verified (optimum) != NULL, TWIN_FINDING_NONE);
  if (get_fresh (optimum, TWIN_METRIC_SERVICE).mean < twin_optimum_get_search (optimum)->target)
    return TWIN_FINDING_MISSES;
  return TWIN_FINDING_KEEPS;
}

char *
twin_figure_format_finding (const TwinOptimum *optimum)
{
  const TwinMetric *service;
  gsize n;
  g_autofree char *measure = NULL;
  g_autofree char *target = NULL;
  g_autofree char *count = NULL;

  g_return_val_if_fail (optimum != NULL, NULL);

  n = twin_optimum_get_n_policies (optimum);
  service = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  measure = twin_figure_format_title_inside (service);
  target = twin_figure_format_target (optimum);
  count = twin_figure_format_count (n);
  switch (twin_figure_get_finding (optimum))
    {
    case TWIN_FINDING_KEEPS:
      if (is_grid (optimum))
        /* Translators: a metric and a number, here and below: "Cheapest policy that keeps fill rate ≥
         * 98.0 %" */
        return g_strdup_printf (_("Cheapest policy that keeps %s ≥ %s"), measure, target);
      return g_strdup_printf (ngettext ("Of %s policy tried, the cheapest that keeps %s ≥ %s",
                                        "Of %s policies tried, the cheapest that keeps %s ≥ %s", n),
                              count, measure, target);
    case TWIN_FINDING_MISSES:
      return g_strdup_printf (_("Misses %s ≥ %s on fresh random numbers"), measure, target);
    case TWIN_FINDING_NONE:
    default:
      if (is_grid (optimum))
        return g_strdup_printf (_("No policy of the grid keeps %s ≥ %s"), measure, target);
      return g_strdup_printf (ngettext ("The %s policy tried does not keep %s ≥ %s",
                                        "None of %s policies tried keeps %s ≥ %s", n),
                              count, measure, target);
    }
}

const char *
twin_figure_get_finding_title (const TwinOptimum *optimum)
{
  g_return_val_if_fail (optimum != NULL, NULL);

  switch (twin_figure_get_finding (optimum))
    {
    case TWIN_FINDING_KEEPS:
      return is_grid (optimum) ? _("Cheapest that meets the target")
                               : _("Cheapest tried that meets the target");
    case TWIN_FINDING_MISSES:
      /* Translators: of a policy that meets the target in the search, but not when measured again */
      return _("Cheapest in the search alone");
    case TWIN_FINDING_NONE:
    default:
      return _("Closest to the target");
    }
}

static char *
format_measured (const TwinOptimum *optimum,
                 TwinEstimate cost_estimate,
                 TwinEstimate service_estimate)
{
  const TwinMetric *cost_metric = twin_figure_get_metric (optimum, TWIN_METRIC_OBJECTIVE);
  const TwinMetric *service_metric = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  const gsize n = cost_estimate.n;
  g_autofree char *cost_title = twin_figure_format_title_inside (cost_metric);
  g_autofree char *service_title = twin_figure_format_title_inside (service_metric);
  g_autofree char *cost = twin_figure_format_estimate (cost_metric, cost_estimate);
  g_autofree char *service = twin_figure_format_service_estimate (optimum, service_estimate);
  g_autofree char *count = twin_figure_format_count (n);

  /* Translators: two metrics with their values, then a number: "total cost 33,170 (33,079 – 33,261),
   * fill rate 98.2 % (98.1 – 98.3 %), from 512 replications" */
  return g_strdup_printf (ngettext ("%s %s, %s %s, from %s replication",
                                    "%s %s, %s %s, from %s replications", n),
                          cost_title, cost, service_title, service, count);
}

char *
twin_figure_format_searched (const TwinOptimum *optimum,
                             const TwinPolicy *policy)
{
  g_return_val_if_fail (optimum != NULL && policy != NULL, NULL);

  return format_measured (optimum, policy->cost, policy->service);
}

char *
twin_figure_format_fresh (const TwinOptimum *optimum)
{
  g_return_val_if_fail (optimum != NULL && twin_optimum_get_verified (optimum) != NULL, NULL);

  return format_measured (optimum, get_fresh (optimum, TWIN_METRIC_OBJECTIVE),
                          get_fresh (optimum, TWIN_METRIC_SERVICE));
}

static char *
format_miss (const TwinOptimum *optimum)
{
  const TwinMetric *metric = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  g_autofree char *measure = twin_figure_format_title_inside (metric);
  g_autofree char *target = twin_figure_format_target (optimum);
  g_autofree char *service =
      twin_figure_format_service (optimum, get_fresh (optimum, TWIN_METRIC_SERVICE));

  /* Translators: a metric, its value and the target: "fill rate", "96.99 %", "97.0 %" */
  return g_strdup_printf (_("On fresh random numbers it falls short (%s %s, target %s): luck may have "
                            "helped it in the search. Choose a policy that serves a little better, "
                            "or ask for more replications or a higher target."),
                          measure, service, target);
}

/* A statement says that of a grid's answer, and more. */
static char *
format_undecided (const TwinOptimum *optimum)
{
  const gssize best = twin_optimum_get_best (optimum);

  if (twin_optimum_get_statement (optimum) != NULL
      || twin_optimum_get_policy (optimum, (gsize) best)->feasibility != TWIN_FEASIBILITY_OPEN)
    return NULL;
  return g_strdup (_("In the search it was too close to the target to tell; more replications would "
                     "tell."));
}

static char *
format_way_out (const TwinOptimum *optimum)
{
  if (twin_optimum_is_budget_spent (optimum))
    return g_strdup (_("Allow more policies, widen the ranges upwards, or lower the target."));
  return g_strdup (_("Widen the ranges upwards, or lower the target."));
}

static char *
format_spent (const TwinOptimum *optimum)
{
  const gsize budget = twin_optimum_get_search (optimum)->budget;
  g_autofree char *count = twin_figure_format_count (budget);

  if (!twin_optimum_is_budget_spent (optimum))
    return NULL;
  if (twin_optimum_get_best (optimum) < 0)
    return g_strdup_printf (ngettext ("The search ended because its %s policy was spent.",
                                      "The search ended because its %s policies were spent.",
                                      budget),
                            count);
  return g_strdup_printf (ngettext ("The search ended because its %s policy was spent; with more of "
                                    "them it may find a cheaper one.",
                                    "The search ended because its %s policies were spent; with more "
                                    "of them it may find a cheaper one.",
                                    budget),
                          count);
}

/* @text: (transfer full) (nullable) */
static void
take (GPtrArray *list,
      char *text)
{
  if (text != NULL)
    g_ptr_array_add (list, text);
}

char **
twin_figure_list_finding_notes (const TwinOptimum *optimum)
{
  GPtrArray *notes;

  g_return_val_if_fail (optimum != NULL, NULL);

  notes = g_ptr_array_new ();
  switch (twin_figure_get_finding (optimum))
    {
    case TWIN_FINDING_MISSES:
      take (notes, format_miss (optimum));
      break;
    case TWIN_FINDING_NONE:
      take (notes, format_way_out (optimum));
      break;
    case TWIN_FINDING_KEEPS:
    default:
      take (notes, format_undecided (optimum));
      break;
    }
  take (notes, twin_figure_format_statement (optimum));
  take (notes, twin_figure_format_edge (optimum));
  take (notes, format_spent (optimum));
  g_ptr_array_add (notes, NULL);
  return (char **) g_ptr_array_free (notes, FALSE);
}
