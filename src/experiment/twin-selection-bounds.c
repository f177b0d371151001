/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a selection may say, and how sure it is of it.
 *
 * Let i* be the cheapest policy that truly keeps the target. The statement "no policy that keeps
 * the target is cheaper than the winner w by more than δ" is one about i* and w alone: if it holds
 * for i*, it holds for all that keep the target, because they cost no less. It can be wrong in
 * three ways only, and each has its share of the 5 %:
 *
 *   1. i* was dropped because its service seemed to miss the target. That is about one policy,
 *      whose number nobody knows but which is the same in every repetition: the share is divided by
 *      the number of rounds, and not by that of policies. (The argument of a multiple comparison
 *      with the best: Hsu, Multiple Comparisons, 1996, chapter 4.) So a verdict "misses" is sure
 *      for each policy by itself.
 *   2. A policy was taken to keep the target that does not: it becomes the winner, or i* was
 *      dropped in its favour. That may be any of K policies in any round: the share is divided by
 *      both, and all verdicts "keeps" hold together.
 *   3. The cost of i*, compared with that of another policy, was underestimated by more than its
 *      bound: i* was dropped in favour of a dearer one, or δ is too small. The other may be any of
 *      K − 1, in any round.
 *
 * Costs are compared replication by replication on common random numbers, so what counts is the
 * variance of the difference (Nelson and Matejcik, Management Science 41:1935, 1995; Kim and
 * Nelson, ACM TOMACS 11:251, 2001), and the union bound needs no independence between policies.
 * Feasibility and cost are judged side by side, as in Andradóttir and Kim (Naval Research Logistics
 * 57:403, 2010).
 *
 * A bound is the estimate plus or minus its standard error times a quantile of Student's t. That
 * takes means of many replications for normal, which is close enough for costs; not so for a
 * service near 1. There most replications have full service and the rare bad ones may not have been
 * seen yet, so the sample varies too little. Two rules see to that:
 *
 *   - What has to be ruled out is a policy that is just below the target. It varies as much as
 *     those measured nearest to the target do, and no service is taken to vary less (least_sd): the
 *     variance under the hypothesis, as in a score test.
 *   - Where nothing varies at all, nothing is normal. If every one of n replications gave x >
 *     target, while the mean is below the target, then at least a share 1 − target ÷ x of all
 *     replications must give less than x, and none was seen: the probability of that is at most
 *     (target ÷ x)ⁿ, whatever the distribution. Likewise below the target, with the shares of
 *     missed demand. */

#include "twin-selection-private.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* Of the probability of being wrong, by the three ways above. */
#define SHARE_MISSES 0.2
#define SHARE_KEEPS 0.4
#define SHARE_DIFFERENCE 0.4

/* A share that varies less does not vary; what is left is rounding. */
#define NO_SD 1e-12

static double
get_quantile (double probability,
              gsize n)
{
  return n > 1 ? gsl_cdf_tdist_Qinv (probability, (double) (n - 1)) : INFINITY;
}

TwinBounds
twin_bounds_new (const TwinSelection *rules,
                 gsize n_candidates,
                 guint n_rounds,
                 gsize n)
{
  const double wrong = (1 - rules->confidence) / n_rounds;
  const double misses = SHARE_MISSES * wrong;
  const double keeps = SHARE_KEEPS * wrong / (double) n_candidates;
  const double difference = SHARE_DIFFERENCE * wrong / (double) MAX (n_candidates - 1, 1);

  return (TwinBounds) {
    .target = rules->target,
    .n = n,
    .keeps = get_quantile (keeps, n),
    .misses = get_quantile (misses, n),
    .difference = get_quantile (difference, n),
    .log_keeps = log (keeps),
    .log_misses = log (misses),
  };
}

void
twin_bounds_learn (TwinBounds *self,
                   const TwinEstimate *const *services,
                   gsize n_services)
{
  const TwinEstimate *below = NULL, *above = NULL;

  self->least_sd = 0;
  if (self->n < 2)
    return;

  for (gsize i = 0; i < n_services; i++)
    {
      const TwinEstimate *service = services[i];

      if (service->mean < self->target)
        below = below == NULL || service->mean > below->mean ? service : below;
      else
        above = above == NULL || service->mean < above->mean ? service : above;
    }
  if (below != NULL)
    self->least_sd = below->sd;
  if (above != NULL)
    self->least_sd = MAX (self->least_sd, above->sd);
}

/* Is a mean above @target for sure? All shares can be turned round, for one below it. */
static gboolean
is_above (const TwinBounds *self,
          double mean,
          double sd,
          double target,
          double quantile,
          double log_probability)
{
  if (self->n < 2 || mean <= target)
    return FALSE;
  if (sd > NO_SD)
    return mean - quantile * sd / sqrt ((double) self->n) >= target;
  return (double) self->n * log (target / mean) <= log_probability;
}

TwinFeasibility
twin_bounds_judge (const TwinBounds *self,
                   const TwinEstimate *service)
{
  const double sd = fmax (service->sd, self->least_sd);

  if (is_above (self, service->mean, sd, self->target, self->keeps, self->log_keeps))
    return TWIN_FEASIBILITY_KEEPS;
  if (is_above (self, 1 - service->mean, sd, 1 - self->target, self->misses, self->log_misses))
    return TWIN_FEASIBILITY_MISSES;
  return TWIN_FEASIBILITY_OPEN;
}

double
twin_bounds_get_most (const TwinBounds *self,
                      const TwinEstimate *difference)
{
  if (self->n < 2)
    return INFINITY;
  return difference->mean + self->difference * difference->sd / sqrt ((double) self->n);
}
