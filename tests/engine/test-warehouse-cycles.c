/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "two-samples.h"
#include "warehouse-fixture.h"

/* The cycles against the event loop, which shares with them the meaning of the metrics alone. */

#define N 20000
#define M TWIN_WAREHOUSE_N_METRICS

static const char *const names[M] = {
  "fill rate",   "total cost", "holding cost", "stockout cost", "ordering cost",  "average on hand",
  "orders",      "demand",     "filled",       "unmet",         "ending on hand", "ending backorders",
};

/* All metrics have one distribution: mean and variance within 4.5 standard errors, since there are
 * 360 of them, and one in 150,000 would be beyond; Kolmogorov-Smirnov likewise. */
static void
test_distribution (gconstpointer data)
{
  const Case *c = data;
  const TwinWarehouse w = warehouse_of (c);
  g_autofree double *events = g_new (double, M * N);
  g_autofree double *cycles = g_new (double, M * N);
  double greatest_mean = 0, greatest_variance = 0, greatest_ks = 0;

  g_assert_cmpint (twin_warehouse_get_method (&w), ==, TWIN_METHOD_CYCLES);
  twin_warehouse_simulate_events (&w, 1, 0, N, events, N);
  twin_warehouse_simulate_cycles (&w, 2, 0, N, cycles, N, NULL);
  for (guint metric = 0; metric < M; metric++)
    {
      const TwoSamples two = compare_samples (events + metric * N, cycles + metric * N, N);

      if (fabs (two.mean) > 4.5 || fabs (two.variance) > 4.5 || two.ks > 2.3)
        g_test_message ("%s: mean %+.2f, variance %+.2f, KS %.2f", names[metric], two.mean,
                        two.variance, two.ks);
      greatest_mean = fmax (greatest_mean, fabs (two.mean));
      greatest_variance = fmax (greatest_variance, fabs (two.variance));
      greatest_ks = fmax (greatest_ks, two.ks);
    }
  g_test_message ("%s: mean %.2f, variance %.2f, KS %.2f", c->title, greatest_mean,
                  greatest_variance, greatest_ks);
  g_assert_cmpfloat (greatest_mean, <, 4.5);
  g_assert_cmpfloat (greatest_variance, <, 4.5);
  g_assert_cmpfloat (greatest_ks, <, 2.3);
}

/* Metrics belong together as in the event loop: their correlations agree. */
static void
test_joint (void)
{
  static const guint pairs[][2] = {
    { TWIN_WAREHOUSE_DEMAND, TWIN_WAREHOUSE_FILL_RATE },
    { TWIN_WAREHOUSE_DEMAND, TWIN_WAREHOUSE_ORDERS },
    { TWIN_WAREHOUSE_HOLDING_COST, TWIN_WAREHOUSE_UNMET },
    { TWIN_WAREHOUSE_HOLDING_COST, TWIN_WAREHOUSE_DEMAND },
    { TWIN_WAREHOUSE_ENDING_ON_HAND, TWIN_WAREHOUSE_ORDERS },
  };
  g_autofree double *events = g_new (double, M * N);
  g_autofree double *cycles = g_new (double, M * N);

  for (guint i = 0; i < 2; i++)
    {
      const TwinWarehouse w = warehouse_of (&cases[i]);
      twin_warehouse_simulate_events (&w, 3, 0, N, events, N);
      twin_warehouse_simulate_cycles (&w, 4, 0, N, cycles, N, NULL);
      for (guint pair = 0; pair < G_N_ELEMENTS (pairs); pair++)
        {
          double r[2];
          for (guint which = 0; which < 2; which++)
            {
              const double *x = (which ? cycles : events) + pairs[pair][0] * N;
              const double *y = (which ? cycles : events) + pairs[pair][1] * N;
              const Moments mx = moments_of (x, N), my = moments_of (y, N);
              double sum = 0;
              for (guint k = 0; k < N; k++)
                sum += (x[k] - mx.mean) * (y[k] - my.mean) / N;
              r[which] = atanh (sum / sqrt (mx.variance * my.variance));
            }
          g_test_message ("%s and %s: %.4f and %.4f", names[pairs[pair][0]], names[pairs[pair][1]],
                          tanh (r[0]), tanh (r[1]));
          g_assert_cmpfloat (fabs (r[0] - r[1]), <, 4 * sqrt (2.0 / N));
        }
    }
}

/* The rows of a replication agree with each other and with the policy. */
static void
test_invariants (void)
{
  const gsize n = 500;
  g_autofree double *m = g_new (double, M * n);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TwinWarehouse w = warehouse_of (&cases[i]);
      twin_warehouse_simulate_cycles (&w, 5, 0, n, m, n, NULL);
      for (gsize k = 0; k < n; k++)
        {
#define GET(name) (m[TWIN_WAREHOUSE_##name * n + k])
          g_assert_cmpfloat (GET (DEMAND), ==, GET (FILLED) + GET (UNMET));
          g_assert_cmpfloat (GET (DEMAND), ==, floor (GET (DEMAND)));
          g_assert_cmpfloat (GET (UNMET), >=, 0);
          g_assert_cmpfloat (GET (FILL_RATE), ==,
                             GET (DEMAND) > 0 ? GET (FILLED) / GET (DEMAND) : 1);
          g_assert_cmpfloat_with_epsilon (GET (HOLDING_COST) / w.horizon,
                                          w.holding_cost * GET (AVERAGE_ON_HAND),
                                          1e-12 * w.order_up_to);
          g_assert_cmpfloat (GET (TOTAL_COST), ==,
                             GET (HOLDING_COST) + GET (STOCKOUT_COST) + GET (ORDERING_COST));
          g_assert_cmpfloat (GET (AVERAGE_ON_HAND), >=, 0);
          g_assert_cmpfloat (GET (AVERAGE_ON_HAND), <=, w.order_up_to * (1 + 1e-12));
          g_assert_cmpfloat (GET (ENDING_ON_HAND), <=, w.order_up_to);
          g_assert_cmpfloat (fmin (GET (ENDING_ON_HAND), GET (ENDING_BACKORDERS)), ==, 0);
          if (w.unmet == TWIN_UNMET_LOST_SALE)
            g_assert_cmpfloat (GET (ENDING_BACKORDERS), ==, 0);
          /* what was sold was in stock, or came with an order */
          g_assert_cmpfloat (GET (FILLED), <=, w.order_up_to * (1 + GET (ORDERS)));
#undef GET
        }
    }
}

/* Worked by hand: what is certain about a replication, whatever is drawn. */
static void
test_edges (void)
{
  enum { n = 64 };
  double m[M * n];

  /* no lead time, S = s + 1: an order each demand, and always one unit on hand */
  TwinWarehouse w = warehouse_of (&cases[7]);
  twin_warehouse_simulate_cycles (&w, 6, 0, n, m, n, NULL);
  for (gsize k = 0; k < n; k++)
    {
      g_assert_cmpfloat (m[TWIN_WAREHOUSE_ORDERS * n + k], ==, m[TWIN_WAREHOUSE_DEMAND * n + k]);
      g_assert_cmpfloat_with_epsilon (m[TWIN_WAREHOUSE_AVERAGE_ON_HAND * n + k], 1, 1e-12);
      g_assert_cmpfloat (m[TWIN_WAREHOUSE_UNMET * n + k], ==, 0);
    }

  /* nothing arrives before the horizon: what was there is sold, all else is backordered */
  w = warehouse_of (&cases[9]);
  twin_warehouse_simulate_cycles (&w, 6, 0, n, m, n, NULL);
  for (gsize k = 0; k < n; k++)
    {
      const double demand = m[TWIN_WAREHOUSE_DEMAND * n + k];
      g_assert_cmpfloat (m[TWIN_WAREHOUSE_ORDERS * n + k], ==, demand >= 300);
      g_assert_cmpfloat (m[TWIN_WAREHOUSE_FILLED * n + k], ==, fmin (demand, 400));
      g_assert_cmpfloat (m[TWIN_WAREHOUSE_ENDING_BACKORDERS * n + k], ==, fmax (demand - 400, 0));
    }

  /* a policy that never orders */
  w = warehouse_of (&cases[11]);
  twin_warehouse_simulate_cycles (&w, 6, 0, n, m, n, NULL);
  for (gsize k = 0; k < n; k++)
    {
      g_assert_cmpfloat (m[TWIN_WAREHOUSE_ORDERS * n + k], ==, 0);
      g_assert_cmpfloat (m[TWIN_WAREHOUSE_ENDING_ON_HAND * n + k], ==,
                         3000 - m[TWIN_WAREHOUSE_DEMAND * n + k]);
    }

  /* as many demands as are allowed, with an endless lead time: Poisson numbers, and lost sales */
  w = (TwinWarehouse){ .horizon = 1000, .demand_rate = 1e6, .lead_time_min = 3650,
                       .lead_time_max = 3650, .unmet = TWIN_UNMET_LOST_SALE, .holding_cost = 1,
                       .reorder_point = 999999, .order_up_to = 1000000 };
  twin_warehouse_simulate_cycles (&w, 6, 0, n, m, n, NULL);
  const Moments demand = moments_of (m + TWIN_WAREHOUSE_DEMAND * n, n);
  g_assert_cmpfloat (fabs (demand.mean - 1e9), <, 4 * sqrt (1e9 / n));
  g_assert_cmpfloat (fabs (demand.variance / 1e9 - 1), <, 4 * sqrt (2.0 / n));
  for (gsize k = 0; k < n; k++)
    g_assert_cmpfloat (m[TWIN_WAREHOUSE_FILLED * n + k], ==, 1e6);

  /* too little demand for cycles: the event loop, which knows what to do without any */
  w.demand_rate = 0;
  g_assert_cmpint (twin_warehouse_get_method (&w), ==, TWIN_METHOD_EVENTS);
  twin_warehouse_simulate (&w, 6, 0, 1, m, 1, NULL);
  g_assert_cmpfloat (m[TWIN_WAREHOUSE_DEMAND], ==, 0);
  g_assert_cmpfloat (m[TWIN_WAREHOUSE_FILL_RATE], ==, 1);
}

/* Policies share their cycles' draws: what differs between two is the policy. The event loop, where
 * a customer more or less moves all later lead times, reaches 0.84 here. */
static void
test_common_random_numbers (void)
{
  TwinWarehouse one = warehouse_of (&cases[2]), other = one;
  g_autofree double *a = g_new (double, M * N);
  g_autofree double *b = g_new (double, M * N);
  double sum = 0;

  other.order_up_to += 1;
  twin_warehouse_simulate_cycles (&one, 7, 0, N, a, N, NULL);
  twin_warehouse_simulate_cycles (&other, 7, 0, N, b, N, NULL);
  const double *x = a + TWIN_WAREHOUSE_TOTAL_COST * N, *y = b + TWIN_WAREHOUSE_TOTAL_COST * N;
  const Moments mx = moments_of (x, N), my = moments_of (y, N);
  for (guint k = 0; k < N; k++)
    sum += (x[k] - mx.mean) * (y[k] - my.mean) / N;
  g_test_message ("correlation %.4f", sum / sqrt (mx.variance * my.variance));
  g_assert_cmpfloat (sum / sqrt (mx.variance * my.variance), >, 0.99);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/warehouse-cycles/distribution/%u", i + 1);
      g_test_add_data_func (path, &cases[i], test_distribution);
    }
  g_test_add_func ("/warehouse-cycles/joint", test_joint);
  g_test_add_func ("/warehouse-cycles/invariants", test_invariants);
  g_test_add_func ("/warehouse-cycles/edges", test_edges);
  g_test_add_func ("/warehouse-cycles/common-random-numbers", test_common_random_numbers);
  return g_test_run ();
}
