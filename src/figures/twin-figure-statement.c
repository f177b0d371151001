/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A slack of this share of the cost says nothing that a planner did not know. */
#define TOO_WIDE 0.5
/* One of less than this share is nothing to anybody. */
#define LEAST_SEEN 1e-6

static char *
format_no_winner (const TwinStatement *statement)
{
  g_autofree char *open = twin_figure_format_count (statement->n_open);

  if (statement->n_open == 0)
    /* xgettext:no-c-format */
    return g_strdup (_("With 95 % confidence no policy of the grid meets the target."));
  return g_strdup_printf (ngettext ("%s policy is too close to the target to tell; more "
                                    "replications would tell.",
                                    "%s policies are too close to the target to tell; more "
                                    "replications would tell.",
                                    statement->n_open),
                          open);
}

/* How much cheaper than the winner another policy could be. */
typedef enum
{
  GAP_NO_OTHER,  /* there is no other policy */
  GAP_TOO_LARGE, /* nobody knows: no number holds the costs, or their squares */
  GAP_TOO_WIDE,  /* nobody knows after so few replications */
  GAP_NONE,      /* not at all */
  GAP_UNSEEN,    /* by less than can be seen: what rounding leaves where all cost the same */
  GAP_FREE,      /* the winner costs nothing: no amount would say anything */
  GAP_AMOUNT     /* by so much */
} Gap;

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

/* "0.1 %", "0.03 %": with a digit that is not 0. */
static char *
format_share (double share)
{
  const int decimals = (int) ceil (-log10 (200 * share));

  return twin_number_format_fixed (share, TWIN_NUMBER_SHARE, MAX (decimals, 1));
}

static Gap
judge_gap (const TwinOptimum *optimum,
           const TwinStatement *statement,
           const TwinMetric *metric,
           TwinEstimate cost)
{
  const double share = statement->slack / fabs (cost.mean);
  g_autofree char *slack = format_slack (metric, cost, statement->slack);
  g_autofree char *zero = format_slack (metric, cost, 0);

  if (twin_optimum_get_n_policies (optimum) == 1)
    return GAP_NO_OTHER;
  if (!isfinite (cost.mean) || (!isfinite (statement->slack) && statement->n > 1))
    return GAP_TOO_LARGE;
  if (statement->slack == 0)
    return GAP_NONE;
  if (cost.mean == 0 && cost.sd == 0)
    return GAP_FREE;
  if (share >= TOO_WIDE)
    return GAP_TOO_WIDE;
  if (g_str_equal (slack, zero) || share < LEAST_SEEN)
    return GAP_UNSEEN;
  return GAP_AMOUNT;
}

/* Where nobody knows. */
static char *
format_unknown (Gap gap,
                gsize n)
{
  g_autofree char *count = twin_figure_format_count (n);

  if (gap == GAP_TOO_LARGE)
    return g_strdup (_("The costs are too large to say how much cheaper another policy could be."));
  return g_strdup_printf (ngettext ("%s replication is too few to say how much cheaper another "
                                    "policy could be.",
                                    "%s replications are too few to say how much cheaper another "
                                    "policy could be.",
                                    n),
                          count);
}

static char *
format_sure (Gap gap,
             const char *slack,
             const char *percent)
{
  switch (gap)
    {
    case GAP_NO_OTHER:
      /* xgettext:no-c-format */
      return g_strdup (_("With 95 % confidence it meets the target. The grid has no other policy."));
    case GAP_NONE:
      /* xgettext:no-c-format */
      return g_strdup (_("With 95 % confidence it meets the target, and no policy of the grid that "
                         "meets it is cheaper."));
    case GAP_UNSEEN:
      /* xgettext:no-c-format */
      return g_strdup (_("With 95 % confidence it meets the target, and no policy of the grid that "
                         "meets it is noticeably cheaper."));
    case GAP_FREE:
      /* xgettext:no-c-format */
      return g_strdup (_("With 95 % confidence it meets the target, and it cost nothing in the "
                         "search."));
    default:
      /* Translators: money, a percentage */
      return g_strdup_printf (_("With 95 %% confidence it meets the target, and no policy of the "
                                "grid that meets it is cheaper by more than %s (%s)."),
                              slack, percent);
    }
}

static char *
format_open (Gap gap,
             const char *slack,
             const char *percent)
{
  switch (gap)
    {
    case GAP_NO_OTHER:
      return g_strdup (_("It is too close to the target to tell; more replications would tell. "
                         "The grid has no other policy."));
    case GAP_NONE:
      /* xgettext:no-c-format */
      return g_strdup (_("It is too close to the target to tell; more replications would tell. "
                         "With 95 % confidence no policy of the grid that meets it is cheaper."));
    case GAP_UNSEEN:
      /* xgettext:no-c-format */
      return g_strdup (_("It is too close to the target to tell; more replications would tell. "
                         "With 95 % confidence no policy of the grid that meets it is noticeably "
                         "cheaper."));
    case GAP_FREE:
      return g_strdup (_("It is too close to the target to tell; more replications would tell. "
                         "It cost nothing in the search."));
    default:
      /* Translators: money, a percentage */
      return g_strdup_printf (_("It is too close to the target to tell; more replications would "
                                "tell. With 95 %% confidence no policy of the grid that meets it is "
                                "cheaper by more than %s (%s)."),
                              slack, percent);
    }
}

static char *
format_winner (const TwinOptimum *optimum,
               const TwinStatement *statement)
{
  const TwinPolicy *winner = twin_optimum_get_policy (optimum, (gsize) statement->winner);
  const TwinMetric *cost = twin_figure_get_metric (optimum, TWIN_METRIC_OBJECTIVE);
  const Gap gap = judge_gap (optimum, statement, cost, winner->cost);
  g_autofree char *slack = NULL;
  g_autofree char *percent = NULL;

  if (gap == GAP_TOO_LARGE || gap == GAP_TOO_WIDE)
    return format_unknown (gap, statement->n);
  if (gap == GAP_AMOUNT)
    {
      slack = format_slack (cost, winner->cost, statement->slack);
      percent = format_share (statement->slack / fabs (winner->cost.mean));
    }
  return winner->feasibility == TWIN_FEASIBILITY_KEEPS ? format_sure (gap, slack, percent)
                                                       : format_open (gap, slack, percent);
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
      /* Translators: as in the legend of the chart */
      return _("Too close to tell");
    default:
      g_return_val_if_reached (NULL);
    }
}
