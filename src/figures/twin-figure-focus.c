/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of all policies of a large grid most are of no interest: they miss the target by far, or cost
 * many times what the best does, and the few that a planner chooses from would be squeezed into a
 * corner of the picture. It begins with that corner: the efficient frontier up to twice the cost of
 * the best, and whatever may meet the target or comes near it at not much more than that cost. */

#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DEAR 1.5          /* times the cost of the best */
#define DEAR_FRONTIER 2.0 /* likewise; beyond it costs twice as much to miss nobody at all */
#define NEAR 2.0          /* times the distance from the target to 1: how far below it */
#define NEAR_LEAST 0.03   /* … and at least so far */
#define SQUEEZED 3        /* a corner is less than one part in so many, across or up … */
#define FEWEST 10         /* … and so many policies: a picture of fewer says too little */
#define SHARE_STEP 0.01
#define AIR 1.02        /* above the dearest */

typedef struct
{
  double x_low, x_high; /* service */
  double y_low, y_high; /* cost */
} Rectangle;

static Rectangle
rectangle_empty (void)
{
  return (Rectangle){ INFINITY, -INFINITY, INFINITY, -INFINITY };
}

static void
rectangle_add (Rectangle *self,
               const TwinPolicy *policy)
{
  self->x_low = MIN (self->x_low, policy->service.mean);
  self->x_high = MAX (self->x_high, policy->service.mean);
  self->y_low = MIN (self->y_low, policy->cost.mean);
  self->y_high = MAX (self->y_high, policy->cost.mean);
}

/* To three digits, upwards. */
static double
round_up (double value)
{
  const double unit = pow (10, floor (log10 (value)) - 2);

  return ceil (value / unit) * unit;
}

static gboolean
is_worth_a_look (const TwinPolicy *policy,
                 const TwinPolicy *answer)
{
  if (policy->efficient)
    return policy->cost.mean <= DEAR_FRONTIER * answer->cost.mean;
  return policy->feasibility != TWIN_FEASIBILITY_MISSES
         && policy->cost.mean <= DEAR * answer->cost.mean;
}

/* The policies that it is about: the answer, the frontier, and those that may meet the target. */
static Rectangle
find_corner (const TwinOptimum *optimum,
             const TwinPolicy *answer)
{
  const double target = twin_optimum_get_search (optimum)->target;
  Rectangle corner = rectangle_empty ();

  rectangle_add (&corner, answer);
  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);

      if (is_worth_a_look (policy, answer))
        rectangle_add (&corner, policy);
    }
  corner.x_low = MIN (corner.x_low, target - MAX (NEAR * (1 - target), NEAR_LEAST));
  corner.x_low = floor (corner.x_low / SHARE_STEP + 1e-9) * SHARE_STEP;
  corner.y_high = round_up (AIR * corner.y_high);
  return corner;
}

static gboolean
is_squeezed (const Rectangle *corner,
             const Rectangle *all)
{
  return SQUEEZED * (all->x_high - corner->x_low) < all->x_high - all->x_low
         || SQUEEZED * (corner->y_high - all->y_low) < all->y_high - all->y_low;
}

static char *
make_note (const TwinOptimum *optimum,
           const TwinFocus *focus,
           gsize n)
{
  const TwinMetric *service = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  const TwinMetric *cost = twin_figure_get_metric (optimum, TWIN_METRIC_OBJECTIVE);
  g_autofree char *service_title = twin_figure_format_title_inside (service);
  g_autofree char *cost_title = twin_figure_format_title_inside (cost);
  g_autofree char *least = twin_figure_format_metric (service, focus->x_low);
  g_autofree char *most = twin_figure_format_metric (cost, focus->y_high);
  g_autofree char *count = twin_figure_format_count (n);

  if (isnan (focus->y_high))
    /* Translators: number of policies, then a metric and a value, here and below: "Not shown:
     * 12,345 policies with fill rate below 88.0 % or total cost above 45,000." */
    return g_strdup_printf (ngettext ("Not shown: %s policy with %s below %s.",
                                      "Not shown: %s policies with %s below %s.", n),
                            count, service_title, least);
  if (isnan (focus->x_low))
    return g_strdup_printf (ngettext ("Not shown: %s policy with %s above %s.",
                                      "Not shown: %s policies with %s above %s.", n),
                            count, cost_title, most);
  return g_strdup_printf (ngettext ("Not shown: %s policy with %s below %s or %s above %s.",
                                    "Not shown: %s policies with %s below %s or %s above %s.", n),
                          count, service_title, least, cost_title, most);
}

void
twin_figure_focus_policies (TwinChart *chart,
                            const TwinOptimum *optimum)
{
  const gssize best = twin_optimum_get_best (optimum);
  const gssize answer = best >= 0 ? best : twin_optimum_get_closest (optimum);
  TwinFocus focus = { NAN, NAN, NAN, NAN };
  Rectangle all = rectangle_empty (), corner;
  g_autofree char *note = NULL;
  gsize n_outside = 0;

  if (answer < 0 || !(twin_optimum_get_policy (optimum, (gsize) answer)->cost.mean > 0))
    return;

  corner = find_corner (optimum, twin_optimum_get_policy (optimum, (gsize) answer));
  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);

      rectangle_add (&all, policy);
      n_outside += policy->service.mean < corner.x_low || policy->cost.mean > corner.y_high;
    }
  if (n_outside == 0 || n_outside + FEWEST > twin_optimum_get_n_policies (optimum)
      || !is_squeezed (&corner, &all))
    return;

  focus.x_low = corner.x_low > all.x_low ? corner.x_low : NAN;
  focus.y_high = corner.y_high < all.y_high ? corner.y_high : NAN;
  note = make_note (optimum, &focus, n_outside);
  twin_chart_set_focus (chart, &focus, note);
}
