/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "twin-model.h"
#include "twin-stream.h"
#include "warehouse/twin-warehouse-private.h"

/* Another way to the same numbers: the plain event loop that everybody would write first, with
 * stock, backorders and orders kept apart, on the same draws. */
static void
event_loop (const TwinWarehouse *w,
            uint64_t seed,
            uint64_t number,
            double m[TWIN_WAREHOUSE_N_METRICS])
{
  TwinStream demands, leads;
  double now = 0, next_demand = INFINITY, due = INFINITY, area = 0;
  double on_hand = w->order_up_to, backorders = 0, on_order = 0, demand = 0, filled = 0, orders = 0;

  twin_stream_init (&demands, seed, number, 0);
  twin_stream_init (&leads, seed, number, 1);
  if (w->demand_rate > 0)
    next_demand = twin_stream_exponential (&demands) * (1 / w->demand_rate);
  for (;;)
    {
      double next = fmin (fmin (next_demand, due), w->horizon);
      area += on_hand * (next - now);
      now = next;
      if (now >= w->horizon)
        break;
      if (next_demand <= due)
        {
          demand += 1;
          if (on_hand > 0)
            {
              on_hand -= 1;
              filled += 1;
            }
          else if (w->unmet == TWIN_UNMET_BACKORDER)
            backorders += 1;
          next_demand = now + twin_stream_exponential (&demands) * (1 / w->demand_rate);
        }
      else
        {
          double served = fmin (backorders, on_order);
          backorders -= served;
          on_hand += on_order - served;
          on_order = 0;
          due = INFINITY;
        }
      double position = on_hand + on_order - backorders;
      if (position <= w->reorder_point && on_order == 0)
        {
          double lead = w->lead_time == TWIN_LEAD_TIME_UNIFORM
                            ? w->lead_time_min + (w->lead_time_max - w->lead_time_min) *
                                                     twin_stream_uniform (&leads)
                            : w->lead_time_mean + w->lead_time_sd * twin_stream_normal (&leads);
          on_order = w->order_up_to - position;
          orders += 1;
          due = now + fmax (lead, 0);
        }
    }
  m[TWIN_WAREHOUSE_FILL_RATE] = demand > 0 ? filled / demand : 1;
  m[TWIN_WAREHOUSE_HOLDING_COST] = area * w->holding_cost;
  m[TWIN_WAREHOUSE_STOCKOUT_COST] = (demand - filled) * w->stockout_penalty;
  m[TWIN_WAREHOUSE_ORDERING_COST] = orders * w->order_cost;
  m[TWIN_WAREHOUSE_TOTAL_COST] = m[TWIN_WAREHOUSE_HOLDING_COST] + m[TWIN_WAREHOUSE_STOCKOUT_COST] +
                                 m[TWIN_WAREHOUSE_ORDERING_COST];
  m[TWIN_WAREHOUSE_AVERAGE_ON_HAND] = area / w->horizon;
  m[TWIN_WAREHOUSE_ORDERS] = orders;
  m[TWIN_WAREHOUSE_DEMAND] = demand;
  m[TWIN_WAREHOUSE_FILLED] = filled;
  m[TWIN_WAREHOUSE_UNMET] = demand - filled;
  m[TWIN_WAREHOUSE_ENDING_ON_HAND] = on_hand;
  m[TWIN_WAREHOUSE_ENDING_BACKORDERS] = backorders;
}

/* A warehouse of any kind, small and large, calm and starved. */
static TwinWarehouse
random_warehouse (GRand *rand)
{
  double s = floor (exp (g_rand_double_range (rand, 0, 6))) - 1;
  double shortest = g_rand_double_range (rand, 0, 6);

  return (TwinWarehouse){
    .horizon = g_rand_double_range (rand, 0.1, 200),
    .demand_rate = g_rand_int_range (rand, 0, 20) == 0 ? 0 : g_rand_double_range (rand, 0.01, 60),
    .lead_time = (TwinLeadTimeDistribution) g_rand_int_range (rand, 0, 2),
    .lead_time_min = g_rand_int_range (rand, 0, 4) == 0 ? 0 : shortest,
    .lead_time_max = shortest + g_rand_int_range (rand, 0, 3) * 2.5,
    .lead_time_mean = g_rand_double_range (rand, 0, 10),
    .lead_time_sd = g_rand_double_range (rand, 0, 5),
    .unmet = (TwinUnmetDemand) g_rand_int_range (rand, 0, 2),
    .holding_cost = g_rand_double (rand),
    .stockout_penalty = g_rand_double_range (rand, 0, 50),
    .order_cost = g_rand_double_range (rand, 0, 100),
    .reorder_point = s,
    .order_up_to = s + floor (exp (g_rand_double_range (rand, 0, 6))),
  };
}

static void
test_event_loop (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (guint i = 0; i < 3000; i++)
    {
      TwinWarehouse w = random_warehouse (rand);
      double expected[TWIN_WAREHOUSE_N_METRICS], metrics[TWIN_WAREHOUSE_N_METRICS];

      event_loop (&w, 9, i, expected);
      twin_warehouse_simulate_events (&w, 9, i, 1, metrics, 1);
      for (guint k = 0; k < TWIN_WAREHOUSE_N_METRICS; k++)
        g_assert_cmpfloat (fabs (metrics[k] - expected[k]), <=, 1e-9 * (1 + fabs (expected[k])));
    }
}

static TwinModel *
new_model (const char *const *settings)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("warehouse", NULL));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (settings[i], "=", 2);
      twin_parameters_set_from_string (p, pair[0], pair[1], &error);
      g_assert_no_error (error);
    }
  TwinModel *model = twin_model_new (p, &error);
  g_assert_no_error (error);
  return model;
}

#define SETTINGS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Replication i is the same however the work was cut. */
static void
test_blocks (void)
{
  g_autoptr (TwinModel) model = new_model (SETTINGS ("reorder_point=40"));
  enum { N = 100, M = TWIN_WAREHOUSE_N_METRICS };
  g_autofree double *whole = g_new0 (double, M * N);
  g_autofree double *parts = g_new0 (double, M * N);

  twin_model_simulate (model, 42, 0, N, whole, N);
  for (gsize first = 0, n = 1; first < N; first += n, n = MIN (n * 2, N - first - n))
    {
      n = MIN (MAX (n, 1), N - first);
      twin_model_simulate (model, 42, first, n, parts + first, N);
    }
  g_assert_cmpmem (whole, M * N * sizeof (double), parts, M * N * sizeof (double));

  twin_model_simulate (model, 43, 0, N, parts, N);
  g_assert_true (memcmp (whole, parts, M * N * sizeof (double)) != 0);
}

/* A trace tells the very replication that was counted; for cycles see test-warehouse-record.c. */
static void
test_trace_agrees (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 200; i++)
    {
      TwinWarehouse w = random_warehouse (rand);
      double m[TWIN_WAREHOUSE_N_METRICS], area = 0, orders = 0, demand = 0;
      g_autoptr (TwinTrace) trace = twin_warehouse_record_events (&w, 5, i);
      gsize n = twin_trace_get_n_rows (trace);

      twin_warehouse_simulate_events (&w, 5, i, 1, m, 1);
      for (gsize row = 1; row < n; row++)
        {
          const char *event = twin_trace_get_label (trace, row, 1);
          double step = twin_trace_get (trace, row, 0) - twin_trace_get (trace, row - 1, 0);
          g_assert_cmpfloat (step, >=, 0);
          area += twin_trace_get (trace, row - 1, 2) * step;
          orders += strcmp (event, "order") == 0;
          demand += strcmp (event, "demand") == 0;
          g_assert_cmpfloat (twin_trace_get (trace, row, 5), ==,
                             twin_trace_get (trace, row, 2) + twin_trace_get (trace, row, 4) -
                                 twin_trace_get (trace, row, 3));
        }
      g_assert_cmpstr (twin_trace_get_label (trace, 0, 1), ==, "start");
      g_assert_cmpstr (twin_trace_get_label (trace, n - 1, 1), ==, "end");
      g_assert_cmpfloat (twin_trace_get (trace, n - 1, 0), ==, w.horizon);
      g_assert_cmpfloat (orders, ==, m[TWIN_WAREHOUSE_ORDERS]);
      g_assert_cmpfloat (demand, ==, m[TWIN_WAREHOUSE_DEMAND]);
      g_assert_cmpfloat (fabs (area / w.horizon - m[TWIN_WAREHOUSE_AVERAGE_ON_HAND]), <=,
                         1e-9 * (1 + w.order_up_to));
      g_assert_cmpfloat (twin_trace_get (trace, n - 1, 2), ==, m[TWIN_WAREHOUSE_ENDING_ON_HAND]);
    }
}

/* Event by event the k-th demand is the same draw whatever the policy. */
static void
test_common_random_numbers (void)
{
  const TwinWarehouse a = { .horizon = 365, .demand_rate = 20, .lead_time_min = 1,
                            .lead_time_max = 5, .reorder_point = 40, .order_up_to = 120 };
  TwinWarehouse b = a;
  b.reorder_point = 10;
  b.order_up_to = 300;
  g_autoptr (TwinTrace) x = twin_warehouse_record_events (&a, 1, 0);
  g_autoptr (TwinTrace) y = twin_warehouse_record_events (&b, 1, 0);
  gsize i = 0, k = 0;

  for (guint n = 0; n < 5000; n++)
    {
      do i++; while (strcmp (twin_trace_get_label (x, i, 1), "demand") != 0);
      do k++; while (strcmp (twin_trace_get_label (y, k, 1), "demand") != 0);
      g_assert_cmpfloat (twin_trace_get (x, i, 0), ==, twin_trace_get (y, k, 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warehouse/event-loop", test_event_loop);
  g_test_add_func ("/warehouse/blocks", test_blocks);
  g_test_add_func ("/warehouse/trace-agrees", test_trace_agrees);
  g_test_add_func ("/warehouse/common-random-numbers", test_common_random_numbers);
  return g_test_run ();
}
