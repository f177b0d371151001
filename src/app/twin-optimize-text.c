/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-optimize-text.h"

#include <glib/gi18n-lib.h>

#include "twin-figure.h"
#include "twin-status.h"

char *
twin_optimize_text_policy (const TwinOptimum *optimum,
                           gsize              number)
{
  const TwinPolicy *policy = twin_optimum_get_policy (optimum, number);
  g_autofree char *searched = twin_figure_format_searched (optimum, policy);
  g_autofree char *target = twin_figure_format_target (optimum);

  switch (policy->feasibility)
    {
    case TWIN_FEASIBILITY_MISSES:
      /* Translators: cost and service of a policy, and the target. */
      return g_strdup_printf (_("In the search: %s. It misses the target of %s."), searched, target);
    case TWIN_FEASIBILITY_OPEN:
      /* Translators: cost and service of a policy, and the target. */
      return g_strdup_printf (_("In the search: %s. It is too close to the target of %s to tell."),
                              searched, target);
    case TWIN_FEASIBILITY_KEEPS:
    default:
      return g_strdup_printf (_("In the search: %s."), searched);
    }
}

/* The same policy has two costs: what fresh numbers say, and what the search saw, by which it was
 * chosen. Chart and table have the second. */
static char *
describe_best (const TwinOptimum *optimum,
               const TwinPolicy  *best)
{
  g_autofree char *fresh = twin_figure_format_fresh (optimum);
  g_autofree char *searched = twin_figure_format_searched (optimum, best);

  /* Translators: twice "total cost 33,220 (33,120 – 33,320), fill rate 98.1 % (98.0 – 98.2 %), from
   * 1,000 replications", in a line each. */
  return g_strdup_printf (_("On fresh random numbers: %s.\nIn the search, as below: %s."), fresh,
                          searched);
}

static char *
describe_closest (const TwinOptimum *optimum,
                  const TwinPolicy  *closest)
{
  g_autofree char *name = twin_figure_format_policy_short (optimum, closest);
  g_autofree char *searched = twin_figure_format_searched (optimum, closest);

  /* Translators: a policy, such as "s = 60, S = 140", then its cost and service. */
  return g_strdup_printf (_("The closest: %s; %s."), name, searched);
}

char *
twin_optimize_text_answer (const TwinOptimum *optimum)
{
  const gssize best = twin_optimum_get_best (optimum);
  const gssize answer = best >= 0 ? best : twin_optimum_get_closest (optimum);
  const TwinPolicy *policy = twin_optimum_get_policy (optimum, (gsize) MAX (answer, 0));
  g_autofree char *numbers = best >= 0 ? describe_best (optimum, policy)
                                       : describe_closest (optimum, policy);
  g_auto (GStrv) notes = twin_figure_list_finding_notes (optimum);
  g_autofree char *said = g_strjoinv ("\n", notes);

  return *said == '\0' ? g_steal_pointer (&numbers) : g_strdup_printf ("%s\n%s", numbers, said);
}

const char *
twin_optimize_text_introduction (const TwinModelType *type)
{
  if (twin_search_is_grid (type))
    return _("Every policy in these ranges is simulated on the same random numbers, the rivals for "
             "the best place longest. The cheapest that keeps the target is then measured again on "
             "fresh ones.");
  return _("All numbers are tuned at once, step by step, from where they are now. Every policy on "
           "the way is simulated on the same random numbers; the cheapest of them that keeps the "
           "target is then measured again on fresh ones.");
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
