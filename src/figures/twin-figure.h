/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-band.h"
#include "twin-chart.h"
#include "twin-comparison.h"
#include "twin-optimum.h"
#include "twin-run.h"

G_BEGIN_DECLS

/* A result becomes a chart. Every figure has a title, axes with units, and a caption that states
 * n, level and method. All of them return a chart (transfer full) and never fail. */

/** What happened in one replication, a panel for each of the trace's, with the band of many runs
 *  behind it. @band is nullable. @replication counts from 0. Of very many events the first are
 *  shown, and the caption says which of the days are to be seen, zoomed or not. */
TwinChart *twin_figure_trace (const TwinModel *model,
                              const TwinTrace *trace,
                              const TwinBand *band,
                              uint64_t seed,
                              uint64_t replication,
                              gsize n_replications);

/** The same with the panels @panels ([n_panels], ascending) alone. */
TwinChart *twin_figure_trace_panels (const TwinModel *model,
                                     const TwinTrace *trace,
                                     const TwinBand *band,
                                     uint64_t seed,
                                     uint64_t replication,
                                     gsize n_replications,
                                     const guint *panels,
                                     guint n_panels);

/** Numbers of at most @most panels of a trace, ascending: those that are essential, then those that
 *  miss most demand. An array of guint. */
GArray *twin_figure_choose_panels (const TwinTrace *trace, guint most);

/** Has the caption of twin_figure_trace_panels() say how many panels twin_figure_choose_panels()
 *  left out, if any; and, with @hint (nullable), how to see them. */
void twin_figure_caption_left_out (TwinChart *chart, const TwinTrace *trace, const char *hint);

/** How a metric is distributed over the replications: a histogram, its mean with interval. */
TwinChart *twin_figure_distribution (const TwinRun *run, guint metric);

/** What the mean of the objective is made of. */
TwinChart *twin_figure_cost_split (const TwinRun *run);

/** Means and intervals of a metric under every scenario, one row each. */
TwinChart *twin_figure_scenarios (const TwinComparison *comparison, guint metric);

/** Paired differences of a metric to the baseline, with their intervals and a line at none. */
TwinChart *twin_figure_differences (const TwinComparison *comparison, guint metric);

/** Number of the layer of twin_figure_policies() that holds all policies of one kind. */
typedef enum
{
  TWIN_POLICY_LAYER_FEASIBLE,
  TWIN_POLICY_LAYER_OPEN,
  TWIN_POLICY_LAYER_INFEASIBLE,
  TWIN_POLICY_N_LAYERS
} TwinPolicyLayer;

/** Cost against service, one mark a policy: feasible filled, infeasible and undecided hollow, the
 *  target line, the least cost of each service, the optimum by shape, colour and label.
 *  @optimum is kept, for what the marks say. @selected: number of a policy to be marked, or −1. */
TwinChart *twin_figure_policies (TwinOptimum *optimum, gssize selected);

/** The policy behind mark @index of one of those layers; −1 for none. */
gssize twin_figure_get_policy (const TwinOptimum *optimum, TwinPolicyLayer layer, gsize index);

/** The policy nearest to (@service, @cost), measured in the ranges that all policies span;
 *  −1 for none. */
gssize twin_figure_find_policy (const TwinOptimum *optimum, double service, double cost);

/* Words and numbers for people. */

/** TwinFinding: what became of a search's question. Of a search that was not interrupted. */
typedef enum
{
  TWIN_FINDING_NONE,   /* no policy keeps the target */
  TWIN_FINDING_MISSES, /* the winner of the search does not keep it on fresh random numbers */
  TWIN_FINDING_KEEPS   /* it does */
} TwinFinding;

TwinFinding twin_figure_get_finding (const TwinOptimum *optimum);
/** The heading of the answer: "Cheapest policy that keeps fill rate ≥ 98.0 %"; of a direct search,
 *  which looks at some policies only, "Of 322 policies tried, the cheapest …"; or that it misses the
 *  target, or that none keeps it. */
char *twin_figure_format_finding (const TwinOptimum *optimum);
/** What the policy is that the answer is about, short: "Cheapest that meets the target". */
const char *twin_figure_get_finding_title (const TwinOptimum *optimum);
/** What else is to be said of the answer, a sentence or two each: what to do where there is none,
 *  what is sure, whether the ranges were too narrow, that the policies were spent.
 *  NULL-terminated. */
char **twin_figure_list_finding_notes (const TwinOptimum *optimum);
/** Cost and service of a policy as the search saw them, inside a sentence: "total cost 33,170 (33,079
 *  – 33,261), fill rate 98.2 % (98.1 – 98.3 %), from 512 replications". */
char *twin_figure_format_searched (const TwinOptimum *optimum, const TwinPolicy *policy);
/** The same of the best policy on fresh random numbers. There is one. */
char *twin_figure_format_fresh (const TwinOptimum *optimum);
/** The mean of a service, with so many decimals that it does not look to be on the other side of the
 *  target: "96.99 %" where the target is 97 %. */
char *twin_figure_format_service (const TwinOptimum *optimum, TwinEstimate service);
/** The same with the decimals that the estimate @as has, where they are enough for that. */
char *twin_figure_format_service_as (const TwinOptimum *optimum,
                                     TwinEstimate service,
                                     TwinEstimate as);

/** What a search is sure of, in a sentence or two: by how much any policy that meets the target may
 *  be cheaper than the best. NULL where it looked at some policies only. */
char *twin_figure_format_statement (const TwinOptimum *optimum);
/** "Met", "Missed", "Too close to tell". */
const char *twin_figure_get_feasibility_title (TwinFeasibility feasibility);

/** A metric's value, with the number style of its quantity and its unit: "57,720", "98.0 %". */
char *twin_figure_format_metric (const TwinMetric *metric, double value);
/** Its mean, its interval, "57,600 – 57,840", and its standard deviation, with as many decimals as
 *  the interval has: see twin_number_format_interval(). Of the interval only what is possible is
 *  shown: no cost, stock or count begins below 0. */
char *twin_figure_format_mean (const TwinMetric *metric, TwinEstimate estimate);
char *twin_figure_format_interval (const TwinMetric *metric, TwinEstimate estimate);
char *twin_figure_format_sd (const TwinMetric *metric, TwinEstimate estimate);
/** The same with the decimals that the estimate @as has, see twin_figure_column_get(). */
char *twin_figure_format_mean_as (const TwinMetric *metric, TwinEstimate estimate, TwinEstimate as);
char *twin_figure_format_interval_as (const TwinMetric *metric,
                                      TwinEstimate estimate,
                                      TwinEstimate as);

/** TwinFigureColumn: estimates of one metric that stand below each other, all with as many decimals
 *  as their usual interval asks for. Begins as { 0 }. */
typedef struct
{
  double largest;
  double sum; /* of the logarithms of half the intervals */
  gsize n;    /* of those */
  gboolean has_nearly_all;
} TwinFigureColumn;

void twin_figure_column_add (TwinFigureColumn *self,
                             const TwinMetric *metric,
                             TwinEstimate estimate);
/** An estimate that has the column's decimals. */
TwinEstimate twin_figure_column_get (const TwinFigureColumn *self);

/** The columns there are: a metric under all scenarios; the metrics of that name of all nodes; what
 *  a search measures its policies by (TWIN_METRIC_SERVICE or TWIN_METRIC_OBJECTIVE), which has the
 *  decimals of the best. */
TwinEstimate twin_figure_get_scenario_column (const TwinComparison *comparison, guint metric);
TwinEstimate twin_figure_get_node_column (const TwinRun *run, const char *name);
TwinEstimate twin_figure_get_policy_column (const TwinOptimum *optimum, TwinMetricFlags flag);

/** A difference of two means with its sign, "+19,442", and its interval. Shares differ by
 *  percentage points, "−13.6 pp": a difference of percentages is no percentage of anything. */
char *twin_figure_format_difference (const TwinMetric *metric, TwinEstimate difference);
char *twin_figure_format_difference_interval (const TwinMetric *metric, TwinEstimate difference);
TwinNumberStyle twin_figure_number_style (TwinQuantity quantity);
/** A metric's title as it stands inside a sentence: "fill rate". */
char *twin_figure_format_title_inside (const TwinMetric *metric);
/** What stands between the items of a list in the user's language: ", ". */
const char *twin_figure_list_separator (void);
/** What stands between groups that are lists themselves: "; ". */
const char *twin_figure_group_separator (void);
/** What planners call a decision: "s" for "Reorder point s", else its whole title. */
const char *twin_figure_get_decision_name (const TwinParameter *parameter);
/** A policy's decisions in words: "s = 88, S = 174"; of a network
 *  "Downtown s = 300, S = 800; Mall s = 400, S = 1,000". */
char *twin_figure_format_policy (const TwinOptimum *optimum, const TwinPolicy *policy);
/** The same where there is little room: "Downtown (300, 800); Mall (400, 1,000)", the first few of
 *  many. */
char *twin_figure_format_policy_short (const TwinOptimum *optimum, const TwinPolicy *policy);
/** Do a policy's decisions belong to several places? */
gboolean twin_figure_policy_has_places (const TwinOptimum *optimum);
/** A line for each place, "Downtown: s = 300, S = 800", the first dozen of very many. */
char *twin_figure_format_policy_lines (const TwinOptimum *optimum, const TwinPolicy *policy);
/** What makes @to of @from: "Mall s 370 → 360; Warehouse S 6,000 → 5,800", the first few of many;
 *  where there are no places, or no differences, @to as twin_figure_format_policy_short(). */
char *twin_figure_format_policy_change (const TwinOptimum *optimum,
                                        const TwinPolicy *from,
                                        const TwinPolicy *to);
/** The target of a search, with as many digits as it was given: "98.25 %". */
char *twin_figure_format_target (const TwinOptimum *optimum);
/** The title of a decision's range: "Order up to S", or with its group where two share that. */
char *twin_figure_format_range_title (const TwinModelType *type, guint decision);
/** A sentence for a best policy that stands at the edge of what was searched; NULL: it does not. */
char *twin_figure_format_edge (const TwinOptimum *optimum);

G_END_DECLS
