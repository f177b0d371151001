/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>

/* What the chart of all policies says: at its marks, below it, and to who cannot see it. */

char *
twin_figure_label_policy (const TwinOptimum *optimum,
                          const TwinPolicy *policy)
{
  const TwinMetric *cost_metric = twin_figure_get_metric (optimum, TWIN_METRIC_OBJECTIVE);
  const TwinMetric *service_metric = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  g_autofree char *decisions = twin_figure_format_policy_short (optimum, policy);
  g_autofree char *cost = twin_figure_format_mean (cost_metric, policy->cost);
  g_autofree char *service = twin_figure_format_mean (service_metric, policy->service);
  g_autofree char *cost_title = twin_figure_format_title_inside (cost_metric);
  g_autofree char *service_title = twin_figure_format_title_inside (service_metric);

  /* Translators: a policy, then two metrics with their values:
   * "s = 90, S = 170: total cost 33,480, fill rate 98.1 %" */
  return g_strdup_printf (_("%s: %s %s, %s %s"), decisions, cost_title, cost, service_title,
                          service);
}

/* The policy in words, with intervals: a line each for decisions, cost and service. */
static char *
answer_text (const TwinOptimum *optimum,
             const TwinPolicy *policy,
             const char *separator)
{
  const TwinMetric *cost_metric = twin_figure_get_metric (optimum, TWIN_METRIC_OBJECTIVE);
  const TwinMetric *service_metric = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  g_autofree char *decisions = twin_figure_format_policy_short (optimum, policy);
  g_autofree char *cost = twin_figure_format_estimate (cost_metric, policy->cost);
  g_autofree char *service = twin_figure_format_estimate (service_metric, policy->service);

  return g_strdup_printf ("%s%s%s %s%s%s %s", decisions, separator, _(cost_metric->title), cost,
                          separator, _(service_metric->title), service);
}

/* Decisions of many places have no room at a mark. */
char *
twin_figure_note_policy (const TwinOptimum *optimum,
                         const TwinPolicy *policy)
{
  const TwinMetric *cost_metric = twin_figure_get_metric (optimum, TWIN_METRIC_OBJECTIVE);
  const TwinMetric *service_metric = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  g_autofree char *cost = NULL;
  g_autofree char *service = NULL;
  g_autofree char *service_title = NULL;

  if (!twin_figure_policy_has_places (optimum))
    return answer_text (optimum, policy, "\n");
  cost = twin_figure_format_mean (cost_metric, policy->cost);
  service = twin_figure_format_mean (service_metric, policy->service);
  service_title = twin_figure_format_title_inside (service_metric);
  /* Translators: a policy's cost, and its service: "Cheapest: 165,406, service level 97.6 %" */
  return g_strdup_printf (twin_optimum_get_best (optimum) >= 0 ? _("Cheapest: %s, %s %s")
                                                               : _("Closest: %s, %s %s"),
                          cost, service_title, service);
}

/* The marks are what the search saw; the winner's second measurement is not among them. NULL: there
 * is no winner. */
static char *
describe_verified (const TwinOptimum *optimum)
{
  const TwinModelType *type = twin_optimum_get_model_type (optimum);
  const guint service = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE);
  const guint cost = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE);
  const TwinMetric *service_metric = &type->metrics[service], *cost_metric = &type->metrics[cost];
  TwinRun *run = twin_optimum_get_verified (optimum);
  g_autofree char *cost_title = twin_figure_format_title_inside (cost_metric);
  g_autofree char *service_title = twin_figure_format_title_inside (service_metric);
  g_autofree char *cost_text = NULL;
  g_autofree char *service_text = NULL;

  if (run == NULL)
    return NULL;
  cost_text = twin_figure_format_estimate (cost_metric, twin_run_get_estimate (run, cost));
  service_text = twin_figure_format_estimate (service_metric,
                                              twin_run_get_estimate (run, service));
  /* Translators: two metrics with their values and intervals. */
  return g_strdup_printf (_("The cheapest, measured again on fresh random numbers: %s %s, %s %s."),
                          cost_title, cost_text, service_title, service_text);
}

char *
twin_figure_caption_policies (const TwinOptimum *optimum)
{
  gsize n_policies = twin_optimum_get_n_policies (optimum);
  gsize n = twin_optimum_get_n (optimum);
  g_autofree char *policies = twin_figure_format_count (n_policies);
  g_autofree char *count = twin_figure_format_count (n);
  g_autofree char *verified = describe_verified (optimum);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  first = g_strdup_printf (ngettext ("%s policy on common random numbers.",
                                     "%s policies on common random numbers.", n_policies),
                           policies);
  if (n == 1)
    second = g_strdup (_("One replication each; there is no interval."));
  else if (twin_optimum_get_statement (optimum) != NULL)
    second = g_strdup_printf (ngettext ("Means of up to %s replication, 95 %% Student‑t intervals.",
                                        "Means of up to %s replications, 95 %% Student‑t "
                                        "intervals.",
                                        n),
                              count);
  else
    second = g_strdup_printf (ngettext ("Means of %s replication, 95 %% Student‑t intervals.",
                                        "Means of %s replications, 95 %% Student‑t intervals.",
                                        n),
                              count);
  return g_strjoin (" ", first, second, verified, NULL);
}

char *
twin_figure_summarize_policies (const TwinOptimum *optimum)
{
  const TwinMetric *service_metric = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  g_autofree char *value = twin_figure_format_target (optimum);
  gssize best = twin_optimum_get_best (optimum);
  gssize closest = twin_optimum_get_closest (optimum);
  g_autofree char *caption = twin_figure_caption_policies (optimum);
  g_autofree char *measure = twin_figure_format_title_inside (service_metric);
  g_autofree char *answer = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *statement = NULL;

  if (best < 0 && closest < 0)
    return g_steal_pointer (&caption);
  answer = answer_text (optimum, twin_optimum_get_policy (optimum, best >= 0 ? best : closest),
                        twin_figure_list_separator ());
  if (best >= 0)
    /* Translators: "The cheapest policy with fill rate ≥ 98.0 %: s = 90, S = 170, Total cost …" */
    sentence = g_strdup_printf (_("The cheapest policy with %s ≥ %s: %s."), measure, value, answer);
  else
    sentence = g_strdup_printf (_("No policy reaches %s ≥ %s. The closest: %s."), measure, value,
                                answer);
  statement = twin_figure_format_statement (optimum);
  if (statement == NULL)
    return g_strdup_printf ("%s %s", sentence, caption);
  return g_strdup_printf ("%s %s %s", sentence, statement, caption);
}
