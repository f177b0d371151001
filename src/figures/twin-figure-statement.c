/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A slack of this share of the cost says nothing that a planner did not know. */
#define TOO_WIDE 0.5

static char *
format_no_winner (const TwinStatement *statement)
{
  g_autofree char *open = twin_figure_format_count (statement->n_open);

  if (statement->n_open == 0)
    /* xgettext:no-c-format */
    return g_strdup (_("With 95 % confidence no policy of the grid meets the target."));
  return g_strdup_printf (ngettext ("For %s policy it is still open whether it meets the target; "
                                    "more replications would tell.",
                                    "For %s policies it is still open whether they meet the "
                                    "target; more replications would tell.",
                                    statement->n_open),
                          open);
}

/* With as many decimals as the cost that it is taken from. */
static char *
format_slack (const TwinMetric *metric,
              TwinEstimate cost,
              double slack)
{
  cost.low += slack - cost.mean;
  cost.high += slack - cost.mean;
  cost.mean = slack;
  return twin_figure_format_mean (metric, cost);
}

static char *
format_winner (const TwinOptimum *optimum,
               const TwinStatement *statement)
{
  const TwinPolicy *winner = twin_optimum_get_policy (optimum, (gsize) statement->winner);
  const TwinMetric *cost = twin_figure_get_metric (optimum, TWIN_METRIC_OBJECTIVE);
  const double share = statement->slack / fabs (winner->cost.mean);
  const gboolean sure = winner->feasibility == TWIN_FEASIBILITY_KEEPS;
  g_autofree char *count = twin_figure_format_count (statement->n);
  g_autofree char *slack = NULL;
  g_autofree char *percent = NULL;

  if (sure && statement->slack == 0)
    /* xgettext:no-c-format */
    return g_strdup (_("With 95 % confidence it meets the target, and no policy of the grid that "
                       "meets it is cheaper."));
  if (!(share < TOO_WIDE))
    return g_strdup_printf (ngettext ("%s replication is too few to say how much cheaper another "
                                      "policy could be.",
                                      "%s replications are too few to say how much cheaper another "
                                      "policy could be.",
                                      statement->n),
                            count);

  slack = format_slack (cost, winner->cost, statement->slack);
  percent = twin_number_format (share, TWIN_NUMBER_SHARE);
  if (sure)
    /* Translators: money, a percentage */
    return g_strdup_printf (_("With 95 %% confidence it meets the target, and no policy of the "
                              "grid that meets it is cheaper by more than %s (%s)."),
                            slack, percent);
  /* Translators: money, a percentage */
  return g_strdup_printf (_("Whether it meets the target is still open; more replications would "
                            "tell. With 95 %% confidence no policy of the grid that meets it is "
                            "cheaper by more than %s (%s)."),
                          slack, percent);
}

char *
twin_figure_format_statement (const TwinOptimum *optimum)
{
  const TwinStatement *statement;

  g_return_val_if_fail (optimum != NULL, NULL);

  statement = twin_optimum_get_statement (optimum);
  if (statement == NULL)
    return NULL;
  return statement->winner < 0 ? format_no_winner (statement) : format_winner (optimum, statement);
}

const char *
twin_figure_get_feasibility_title (TwinFeasibility feasibility)
{
  switch (feasibility)
    {
    case TWIN_FEASIBILITY_KEEPS:
      /* Translators: of a policy, in a table: whether it meets the target */
      return C_("target", "Met");
    case TWIN_FEASIBILITY_MISSES:
      return C_("target", "Missed");
    case TWIN_FEASIBILITY_OPEN:
      /* Translators: it is still open, that is undecided, whether it meets the target */
      return C_("target", "Open");
    default:
      g_return_val_if_reached (NULL);
    }
}
