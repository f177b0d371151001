/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-frontier.h"

#include <math.h>
#include <stdlib.h>

#define LEVELS 1024

/* Cheap before dear, and of two as cheap the one with more service. */
static int
compare_policies (gconstpointer a,
                  gconstpointer b)
{
  const TwinPolicy *x = *(const TwinPolicy *const *) a, *y = *(const TwinPolicy *const *) b;
  double cost = x->cost.mean - y->cost.mean, service = y->service.mean - x->service.mean;

  return cost != 0 ? (cost > 0) - (cost < 0) : (service > 0) - (service < 0);
}

/* Policies that some other is better than in both, for sure: for each of some levels of service,
 * the least cost of those at the level or above. What is left of many is few, and quick to sort. */
static guint
get_level (const TwinPolicy *policy)
{
  return (guint) (CLAMP (policy->service.mean, 0, 1) * (LEVELS - 1));
}

/* The least cost of those with the most service. Whoever costs more has no more service either. */
static double
find_dearest (const TwinPolicy *policies,
              gsize n_policies)
{
  double most = -INFINITY, cost = INFINITY;

  for (gsize i = 0; i < n_policies; i++)
    {
      if (policies[i].service.mean > most)
        {
          most = policies[i].service.mean;
          cost = INFINITY;
        }
      if (policies[i].service.mean == most)
        cost = fmin (cost, policies[i].cost.mean);
    }
  return cost;
}

static gsize
list_undominated (TwinPolicy *policies,
                  gsize n_policies,
                  TwinPolicy **list)
{
  double least[LEVELS + 1];
  gsize n = 0;

  for (guint i = 0; i < LEVELS; i++)
    least[i] = INFINITY;
  least[LEVELS] = find_dearest (policies, n_policies);
  for (gsize i = 0; i < n_policies; i++)
    {
      double *cost = &least[get_level (&policies[i])];

      *cost = MIN (*cost, policies[i].cost.mean);
    }
  for (guint i = LEVELS; i-- > 0;)
    least[i] = MIN (least[i], least[i + 1]);

  for (gsize i = 0; i < n_policies; i++)
    if (policies[i].cost.mean <= least[get_level (&policies[i]) + 1])
      list[n++] = &policies[i];
  return n;
}

/* Going from cheap to dear, a policy is efficient if it has more service than all before it. */
void
twin_frontier_find (TwinPolicy *policies,
                    gsize n_policies)
{
  g_autofree TwinPolicy **sorted = g_new (TwinPolicy *, n_policies);
  gsize n = list_undominated (policies, n_policies, sorted);
  const TwinPolicy *last = NULL; /* the last efficient one */

  qsort (sorted, n, sizeof *sorted, compare_policies);

  for (gsize i = 0; i < n; i++)
    {
      TwinPolicy *policy = sorted[i];
      gboolean alike = last != NULL && policy->cost.mean == last->cost.mean &&
                       policy->service.mean == last->service.mean;

      policy->efficient = last == NULL || alike || policy->service.mean > last->service.mean;
      if (policy->efficient)
        last = policy;
    }
}
