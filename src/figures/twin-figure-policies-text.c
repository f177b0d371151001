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
  const gsize n = policy->cost.n;
  g_autofree char *decisions = twin_figure_format_policy_short (optimum, policy);
  g_autofree char *cost = twin_figure_format_mean (cost_metric, policy->cost);
  g_autofree char *service = twin_figure_format_service (optimum, policy->service);
  g_autofree char *cost_title = twin_figure_format_title_inside (cost_metric);
  g_autofree char *service_title = twin_figure_format_title_inside (service_metric);
  g_autofree char *count = twin_figure_format_count (n);

  /* Translators: a policy, then two metrics with their values:
   * "s = 90, S = 170: total cost 33,480, fill rate 98.1 %, 512 replications" */
  return g_strdup_printf (ngettext ("%s: %s %s, %s %s, %s replication",
                                    "%s: %s %s, %s %s, %s replications", n),
                          decisions, cost_title, cost, service_title, service, count);
}

/* The policy in words, with intervals: a line each for decisions, cost and service. */
static char *
describe_policy (const TwinOptimum *optimum,
                 const TwinPolicy *policy)
{
  const TwinMetric *cost_metric = twin_figure_get_metric (optimum, TWIN_METRIC_OBJECTIVE);
  const TwinMetric *service_metric = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  const gsize n = policy->cost.n;
  g_autofree char *decisions = twin_figure_format_policy_short (optimum, policy);
  g_autofree char *cost = twin_figure_format_estimate (cost_metric, policy->cost);
  g_autofree char *service = twin_figure_format_service_estimate (optimum, policy->service);
  g_autofree char *number = twin_figure_format_count (n);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%s replication", "%s replications", n), number);

  return g_strdup_printf ("%s\n%s %s\n%s %s\n%s", decisions, _(cost_metric->title), cost,
                          _(service_metric->title), service, count);
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
    return describe_policy (optimum, policy);
  cost = twin_figure_format_mean (cost_metric, policy->cost);
  service = twin_figure_format_service (optimum, policy->service);
  service_title = twin_figure_format_title_inside (service_metric);
  if (twin_figure_get_finding (optimum) == TWIN_FINDING_MISSES)
    /* Translators: as below, of one that only the search found to meet the target. */
    return g_strdup_printf (_("In the search: %s, %s %s"), cost, service_title, service);
  /* Translators: a policy's cost, and its service: "Cheapest: 165,406, service level 97.6 %" */
  return g_strdup_printf (twin_optimum_get_best (optimum) >= 0 ? _("Cheapest: %s, %s %s")
                                                               : _("Closest: %s, %s %s"),
                          cost, service_title, service);
}

/* The marks are what the search saw; the winner's second measurement is not among them. NULL: there
 * is no winner. */
static char *
describe_fresh (const TwinOptimum *optimum)
{
  g_autofree char *fresh = NULL;

  if (twin_optimum_get_verified (optimum) == NULL)
    return NULL;
  fresh = twin_figure_format_fresh (optimum);
  if (twin_figure_get_finding (optimum) == TWIN_FINDING_MISSES)
    /* Translators: cost and service, "total cost 27,416 (27,326 – 27,506), … from 1,000
     * replications" */
    return g_strdup_printf (_("The cheapest misses the target on fresh random numbers: %s."), fresh);
  /* Translators: as above */
  return g_strdup_printf (_("The cheapest, measured again on fresh random numbers: %s."), fresh);
}

char *
twin_figure_caption_policies (const TwinOptimum *optimum)
{
  gsize n_policies = twin_optimum_get_n_policies (optimum);
  gsize n = twin_optimum_get_n (optimum);
  g_autofree char *policies = twin_figure_format_count (n_policies);
  g_autofree char *count = twin_figure_format_count (n);
  g_autofree char *fresh = describe_fresh (optimum);
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
  return g_strjoin (" ", first, second, fresh, NULL);
}

char *
twin_figure_summarize_policies (const TwinOptimum *optimum)
{
  const gssize best = twin_optimum_get_best (optimum);
  const gssize answer = best >= 0 ? best : twin_optimum_get_closest (optimum);
  g_autofree char *caption = twin_figure_caption_policies (optimum);
  g_autofree char *finding = NULL;
  g_autofree char *name = NULL;
  g_autofree char *searched = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *said = NULL;
  g_auto (GStrv) notes = NULL;

  if (answer < 0)
    return g_steal_pointer (&caption);
  finding = twin_figure_format_finding (optimum);
  name = twin_figure_format_policy_short (optimum, twin_optimum_get_policy (optimum, answer));
  searched = twin_figure_format_searched (optimum, twin_optimum_get_policy (optimum, answer));
  if (best >= 0)
    /* Translators: a heading, a policy, and what the search saw of it: "Cheapest policy that keeps
     * fill rate ≥ 98.0 %: s = 90, S = 170; total cost …, fill rate …, from 512 replications." */
    sentence = g_strdup_printf (_("%s: %s; %s."), finding, name, searched);
  else
    /* Translators: as above, of the policy that comes closest to the target. */
    sentence = g_strdup_printf (_("%s. The closest: %s; %s."), finding, name, searched);
  notes = twin_figure_list_finding_notes (optimum);
  said = g_strjoinv (" ", notes);
  return *said == '\0' ? g_strdup_printf ("%s %s", sentence, caption)
                       : g_strdup_printf ("%s %s %s", sentence, said, caption);
}
