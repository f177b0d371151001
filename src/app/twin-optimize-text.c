/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-optimize-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-figure.h"
#include "twin-status.h"

static const TwinMetric *
get_metric (const TwinOptimum *optimum,
            TwinMetricFlags    flag)
{
  const TwinModelType *type = twin_optimum_get_model_type (optimum);

  return &type->metrics[twin_model_type_get_metric (type, flag)];
}

static char *
format_estimate (const TwinMetric *metric,
                 const char       *title,
                 TwinEstimate      estimate)
{
  g_autofree char *mean = twin_figure_format_mean (metric, estimate);
  g_autofree char *interval = NULL;

  if (isnan (estimate.low))
    /* Translators: a metric's title and its mean. */
    return g_strdup_printf (_("%s %s"), title, mean);
  interval = twin_figure_format_interval (metric, estimate);
  /* Translators: a metric's title, its mean and its interval: "Total cost 33,210
   * (33,100 – 33,320)" */
  return g_strdup_printf (_("%s %s (%s)"), title, mean, interval);
}

static char *
format_both (const TwinOptimum *optimum,
             TwinEstimate       cost_estimate,
             TwinEstimate       service_estimate)
{
  const TwinMetric *cost_metric = get_metric (optimum, TWIN_METRIC_OBJECTIVE);
  const TwinMetric *service_metric = get_metric (optimum, TWIN_METRIC_SERVICE);
  g_autofree char *inside = twin_figure_format_title_inside (service_metric);
  g_autofree char *cost = format_estimate (cost_metric, _(cost_metric->title), cost_estimate);
  g_autofree char *service = format_estimate (service_metric, inside, service_estimate);

  /* Translators: cost and service of a policy, each with its interval. */
  return g_strdup_printf (_("%s, %s"), cost, service);
}

char *
twin_optimize_text_policy (const TwinOptimum *optimum,
                           gsize              number)
{
  const TwinPolicy *policy = twin_optimum_get_policy (optimum, number);
  g_autofree char *both = format_both (optimum, policy->cost, policy->service);
  g_autofree char *target = twin_figure_format_target (optimum);

  switch (policy->feasibility)
    {
    case TWIN_FEASIBILITY_MISSES:
      /* Translators: cost and service of a policy, and the target. */
      return g_strdup_printf (_("%s. It misses the target of %s."), both, target);
    case TWIN_FEASIBILITY_OPEN:
      /* Translators: cost and service of a policy, and the target. */
      return g_strdup_printf (_("%s. It is too close to the target of %s to tell."), both, target);
    case TWIN_FEASIBILITY_KEEPS:
    default:
      return g_steal_pointer (&both);
    }
}

/* The same policy has two costs: what the search saw, by which it was chosen, and what fresh
 * numbers say. Chart and table have the first. */
static char *
format_measured_again (const TwinOptimum *optimum,
                       const TwinRun     *run)
{
  const TwinModelType *type = twin_optimum_get_model_type (optimum);
  const TwinMetric *service = get_metric (optimum, TWIN_METRIC_SERVICE);
  const TwinMetric *cost = get_metric (optimum, TWIN_METRIC_OBJECTIVE);
  const TwinPolicy *best =
      twin_optimum_get_policy (optimum, (gsize) twin_optimum_get_best (optimum));
  const gsize n = twin_run_get_n (run);
  g_autofree char *count = twin_number_format ((double) n, TWIN_NUMBER_COUNT);
  g_autofree char *fresh = format_both (
      optimum,
      twin_run_get_estimate (run, twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE)),
      twin_run_get_estimate (run, twin_model_type_get_metric (type, TWIN_METRIC_SERVICE)));
  g_autofree char *searched_cost = twin_figure_format_mean (cost, best->cost);
  g_autofree char *searched_service = twin_figure_format_mean (service, best->service);

  /* Translators: cost and service of the best policy on fresh random numbers, a number of
   * replications, then its cost and service as the search saw them: "Total cost 33,220
   * (33,120 – 33,320), fill rate 98.1 % (98.0 – 98.2 %), measured again on 1,000 fresh
   * replications. In the search, as below, it was 33,213 and 98.1 %." */
  return g_strdup_printf (ngettext ("%s, measured again on %s fresh replication. In the search, as "
                                    "below, it was %s and %s.",
                                    "%s, measured again on %s fresh replications. In the search, "
                                    "as below, it was %s and %s.",
                                    n),
                          fresh, count, searched_cost, searched_service);
}

static char *
format_verified (const TwinOptimum *optimum)
{
  const TwinModelType *type = twin_optimum_get_model_type (optimum);
  TwinRun *run = twin_optimum_get_verified (optimum);
  const TwinEstimate service =
      twin_run_get_estimate (run, twin_model_type_get_metric (type, TWIN_METRIC_SERVICE));
  g_autofree char *measured = format_measured_again (optimum, run);
  g_autofree char *edge = twin_figure_format_edge (optimum);
  g_autofree char *target = twin_figure_format_target (optimum);
  GString *text = g_string_new (measured);

  if (service.mean < twin_optimum_get_search (optimum)->target)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              _("On fresh numbers it falls short of the target of %s by chance or "
                                "by a little: a policy one step higher is safer."),
                              target);
    }
  if (edge != NULL)
    g_string_append_printf (text, " %s", edge);
  return g_string_free (text, FALSE);
}

char *
twin_optimize_text_verified (const TwinOptimum *optimum)
{
  g_autofree char *verified = format_verified (optimum);
  g_autofree char *statement = twin_figure_format_statement (optimum);

  if (statement == NULL)
    return g_steal_pointer (&verified);
  return g_strdup_printf ("%s\n%s", verified, statement);
}

char *
twin_optimize_text_closest (const TwinOptimum *optimum)
{
  const gssize closest = twin_optimum_get_closest (optimum);
  const TwinPolicy *policy = twin_optimum_get_policy (optimum, (gsize) MAX (closest, 0));
  g_autofree char *name = twin_figure_format_policy_short (optimum, policy);
  g_autofree char *both = format_both (optimum, policy->cost, policy->service);
  g_autofree char *statement = twin_figure_format_statement (optimum);
  g_autofree char *text = NULL;

  /* Translators: a policy, such as "s = 60, S = 140", then its cost and service. */
  text = g_strdup_printf (_("The closest is %s: %s. Widen the ranges upwards, or lower the "
                            "target."), name, both);
  if (statement == NULL)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s\n%s", text, statement);
}

const char *
twin_optimize_text_introduction (const TwinModelType *type)
{
  if (twin_search_is_grid (type))
    return _("Every policy in these ranges is simulated on the same random numbers, the rivals for "
             "the best place longest. The cheapest that keeps the target is then measured again on "
             "fresh ones.");
  return _("All numbers are tuned at once, step by step, from where they are now. Every policy on "
           "the way is simulated on the same random numbers; the cheapest that keeps the target is "
           "then measured again on fresh ones.");
}

/* A search without a grid. */
static char *
format_budget (gsize       n,
               const char *policies,
               gsize       replications,
               const char *count)
{
  if (replications == 1)
    return g_strdup_printf (ngettext ("Up to %s policy, one replication",
                                      "Up to %s policies, one replication each", n),
                            policies);
  return g_strdup_printf (ngettext ("Up to %s policy, %s replications",
                                    "Up to %s policies, %s replications each", n),
                          policies, count);
}

char *
twin_optimize_text_plan (const TwinSearch *search,
                         gsize             replications)
{
  const gsize n = twin_search_count_policies (search);
  g_autofree char *policies = twin_number_format ((double) n, TWIN_NUMBER_COUNT);
  g_autofree char *count = twin_number_format ((double) replications, TWIN_NUMBER_COUNT);

  if (!twin_search_is_grid (search->type))
    return format_budget (n, policies, replications, count);
  if (replications == 1)
    return g_strdup_printf (ngettext ("%s policy, one replication",
                                      "%s policies, one replication each", n),
                            policies);
  return g_strdup_printf (ngettext ("%s policy, up to %s replications",
                                    "%s policies, up to %s replications each", n),
                          policies, count);
}

char *
twin_optimize_text_progress (gsize  done,
                             gsize  total,
                             double seconds)
{
  const double fraction = total > 0 ? done / (double) total : 0;
  g_autofree char *done_text = twin_number_format ((double) done, TWIN_NUMBER_COUNT);
  g_autofree char *total_text = twin_number_format ((double) total, TWIN_NUMBER_COUNT);
  g_autofree char *left = twin_status_format_time_left (seconds, fraction);
  /* Translators: policies done, of all: "130 of 289 policies" */
  g_autofree char *text = g_strdup_printf (ngettext ("%s of %s policy", "%s of %s policies", total),
                                           done_text, total_text);

  if (left == NULL)
    return g_steal_pointer (&text);
  /* Translators: "130 of 289 policies · About 2 minutes left" */
  return g_strdup_printf (_("%s · %s"), text, left);
}
