/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-warehouse-private.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_randist.h>
#include <math.h>

/* The exact long-run cost and fill rate of an (s, S) policy with one outstanding order.
 *
 * A cycle runs from one order to the next. Its state is y, the net stock at the order: s where the
 * order waited for the stock to fall to s, less where it went out in the moment of a receipt. With
 * D the demand during the lead time,
 *
 *   stock after the receipt   x = S − D           (backorder)
 *                             x = (y − D)⁺ + S − y (lost sale)
 *   next state                y' = min (x, s)
 *
 * so with backorders y' does not depend on y; with lost sales y is a Markov chain on 0 … s. Cost
 * and fill rate follow by renewal reward: expected cost of a cycle ÷ its expected length. */

/* More support than this is not solved: the answer would take seconds. */
#define MAX_SUPPORT 20000
#define MAX_CHAIN 2000
#define TAIL 1e-15

/* D, the demand during a lead time. */
typedef struct
{
  gsize n;
  double *mass;  /* P(D = k), [n] */
  double *above; /* P(D > k), [n] */
  double *excess; /* E[(D − k)⁺], [n] */
  double mean_lead_time;
} LeadDemand;

/* Expected totals of a cycle that begins in one state. */
typedef struct
{
  double days;
  double demand;
  double unmet;
  double stock_days;
} Cycle;

static void
lead_demand_clear (LeadDemand *d)
{
  g_free (d->mass);
  g_free (d->above);
  g_free (d->excess);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LeadDemand, lead_demand_clear)

/* P(D = k) where the lead time is uniform on [a, b]: the average of a Poisson mass over it. */
static double
mass_uniform (const TwinWarehouse *w,
              guint k)
{
  double a = w->demand_rate * w->lead_time_min;
  double b = w->demand_rate * w->lead_time_max;

  if (b == 0)
    return k == 0;
  if (b - a < 1e-9 * b)
    return gsl_ran_poisson_pdf (k, b);
  /* in the upper half the complements are the smaller numbers */
  if (k < (a + b) / 2)
    return (gsl_cdf_gamma_Q (a, k + 1.0, 1) - gsl_cdf_gamma_Q (b, k + 1.0, 1)) / (b - a);
  return (gsl_cdf_gamma_P (b, k + 1.0, 1) - gsl_cdf_gamma_P (a, k + 1.0, 1)) / (b - a);
}

/* The same for a normal lead time cut at 0: an atom at 0 and a Gauss-Legendre sum. */
static void
mass_normal (const TwinWarehouse *w,
             LeadDemand *d)
{
  const double mean = w->lead_time_mean, sd = w->lead_time_sd;
  const double low = fmax (mean - 9 * sd, 0), high = fmax (mean + 9 * sd, 0);
  const gsize n_nodes = 400 + (gsize) (4 * sqrt (w->demand_rate * high));
  gsl_integration_glfixed_table *nodes = gsl_integration_glfixed_table_alloc (n_nodes);

  d->mass[0] += gsl_cdf_ugaussian_P (-mean / sd);
  for (gsize i = 0; i < n_nodes; i++)
    {
      double lead_time, weight;
      gsl_integration_glfixed_point (low, high, i, &lead_time, &weight, nodes);
      weight *= gsl_ran_gaussian_pdf (lead_time - mean, sd);
      for (gsize k = 0; k < d->n; k++)
        d->mass[k] += weight * gsl_ran_poisson_pdf ((guint) k, w->demand_rate * lead_time);
    }
  gsl_integration_glfixed_table_free (nodes);
  d->mean_lead_time =
      mean * gsl_cdf_ugaussian_P (mean / sd) + sd * gsl_ran_ugaussian_pdf (mean / sd);
}

static gboolean
lead_demand_init (LeadDemand *d,
                  const TwinWarehouse *w)
{
  const gboolean uniform = w->lead_time == TWIN_LEAD_TIME_UNIFORM;
  const double longest = uniform ? w->lead_time_max : w->lead_time_mean + 9 * w->lead_time_sd;
  const double most = w->demand_rate * longest;
  const double support = most + 10 * sqrt (most) + 60;

  if (support > MAX_SUPPORT)
    return FALSE;
  d->n = (gsize) support;
  d->mass = g_new0 (double, d->n);
  d->above = g_new0 (double, d->n);
  d->excess = g_new0 (double, d->n);

  if (!uniform && w->lead_time_sd > 0)
    mass_normal (w, d);
  else
    {
      TwinWarehouse fixed = *w;
      if (!uniform)
        fixed.lead_time_min = fixed.lead_time_max = w->lead_time_mean;
      for (gsize k = 0; k < d->n; k++)
        d->mass[k] = mass_uniform (&fixed, (guint) k);
      d->mean_lead_time = (fixed.lead_time_min + fixed.lead_time_max) / 2;
    }

  /* summed from the far end, small numbers first */
  for (gsize k = d->n - 1; k > 0; k--)
    {
      d->above[k - 1] = d->above[k] + d->mass[k];
      d->excess[k - 1] = d->excess[k] + d->above[k - 1];
    }
  return TRUE;
}

/* E[(D − y)⁺] for any y. */
static double
expected_excess (const LeadDemand *d,
                 double y)
{
  if (y < 0)
    return d->excess[0] - y;
  return y < (double) d->n ? d->excess[(gsize) y] : 0;
}

/* Expected stock-days of a lead time that begins with y units: while j of them are gone, for
 * P(D > j)/λ days on average, y − j are there. */
static double
expected_lead_stock (const TwinWarehouse *w,
                     const LeadDemand *d,
                     double y)
{
  double sum = 0;

  for (gsize j = 0; j < y && j < d->n; j++)
    sum += (y - (double) j) * d->above[j];
  return sum / w->demand_rate;
}

/* A cycle that begins with an order at net stock @y. */
static Cycle
expected_cycle (const TwinWarehouse *w,
                const LeadDemand *d,
                double y)
{
  const double s = w->reorder_point, S = w->order_up_to, rate = w->demand_rate;
  const gboolean backorder = w->unmet == TWIN_UNMET_BACKORDER;
  Cycle c = {
    .days = d->mean_lead_time,
    .unmet = expected_excess (d, fmax (y, 0)),
    .stock_days = expected_lead_stock (w, d, y),
  };

  for (gsize k = 0; k < d->n; k++)
    {
      double left = backorder ? y - (double) k : fmax (y - (double) k, 0);
      double x = left + S - y;
      if (x <= s)
        break;
      /* idle until s: stock x, x − 1 … s + 1, each for 1/λ */
      c.days += d->mass[k] * (x - s) / rate;
      c.stock_days += d->mass[k] * (x - s) * (x + s + 1) / 2 / rate;
    }
  c.demand = rate * c.days;
  return c;
}

/* P(y) of the lost-sale chain on 0 … s, in @p, by iteration. FALSE where it does not settle. */
static gboolean
solve_chain (const TwinWarehouse *w,
             const LeadDemand *d,
             double *p)
{
  const gsize s = (gsize) w->reorder_point;
  const double S = w->order_up_to;
  g_autofree double *next = g_new (double, s + 1);

  for (gsize y = 0; y <= s; y++)
    p[y] = y == s;
  for (int round = 0; round < 10000; round++)
    {
      double change = 0;
      for (gsize y = 0; y <= s; y++)
        next[y] = 0;
      for (gsize y = 0; y <= s; y++)
        for (gsize k = 0; p[y] > 0 && k <= y && k < d->n; k++)
          {
            /* k = y stands for all demands that leave nothing */
            double mass = k < y ? d->mass[k] : d->mass[k] + d->above[k];
            gsize x = (gsize) MIN ((double) (y - k) + S - (double) y, (double) s);
            next[x] += p[y] * mass;
          }
      for (gsize y = 0; y <= s; y++)
        {
          change += fabs (next[y] - p[y]);
          p[y] = next[y];
        }
      if (change < TAIL * 100)
        return TRUE;
    }
  return FALSE;
}

static void
add_cycle (Cycle *sum,
           const TwinWarehouse *w,
           const LeadDemand *d,
           double y,
           double weight)
{
  Cycle c = expected_cycle (w, d, y);

  sum->days += weight * c.days;
  sum->demand += weight * c.demand;
  sum->unmet += weight * c.unmet;
  sum->stock_days += weight * c.stock_days;
}

static gboolean
average_cycle (const TwinWarehouse *w,
               const LeadDemand *d,
               Cycle *sum)
{
  const double s = w->reorder_point, S = w->order_up_to;

  if (w->unmet == TWIN_UNMET_BACKORDER)
    {
      double at_s = 0;
      for (gsize k = 0; k < d->n; k++)
        {
          if (S - (double) k >= s)
            at_s += d->mass[k];
          else
            add_cycle (sum, w, d, S - (double) k, d->mass[k]);
        }
      add_cycle (sum, w, d, s, at_s);
      return TRUE;
    }

  /* with S − s > s every receipt lifts the stock above s */
  if (S - s > s)
    {
      add_cycle (sum, w, d, s, 1);
      return TRUE;
    }
  if (s > MAX_CHAIN)
    return FALSE;
  g_autofree double *p = g_new (double, (gsize) s + 1);
  if (!solve_chain (w, d, p))
    return FALSE;
  for (gsize y = 0; y <= (gsize) s; y++)
    if (p[y] > 0)
      add_cycle (sum, w, d, (double) y, p[y]);
  return TRUE;
}

TwinLongRun
twin_warehouse_solve_long_run (gconstpointer data)
{
  const TwinWarehouse *w = data;
  TwinLongRun none = { NAN, NAN };
  g_auto (LeadDemand) d = { 0 };
  Cycle c = { 0 };

  if (w->demand_rate == 0)
    return (TwinLongRun){ w->holding_cost * w->order_up_to, 1 };
  if (!lead_demand_init (&d, w) || !average_cycle (w, &d, &c) || c.days <= 0)
    return none;
  return (TwinLongRun){
    .cost_per_day = (w->holding_cost * c.stock_days + w->stockout_penalty * c.unmet +
                     w->order_cost) / c.days,
    .service = 1 - c.unmet / c.demand,
  };
}
