/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "warehouse-fixture.h"
#include "warehouse/twin-warehouse-trace.h"

/* Event by event: one replication after the other, side by side in lanes, and as a trace: the same
 * bits. That they are the right ones is for test-warehouse.c and test-warehouse-paper.c to say. */

#define M TWIN_WAREHOUSE_N_METRICS
#define MOST 41

/* A warehouse of any kind, small and large, calm and starved. */
static TwinWarehouse
random_warehouse (GRand *rand)
{
  TwinWarehouse w = default_warehouse;
  const double shortest = g_rand_int_range (rand, 0, 4) == 0 ? 0 : g_rand_double_range (rand, 0, 6);

  w.horizon = exp (g_rand_double_range (rand, -2, 6));
  w.demand_rate = exp (g_rand_double_range (rand, -4, 4));
  w.lead_time = g_rand_int_range (rand, 0, 3) == 0 ? NORMAL : UNIFORM;
  w.lead_time_min = shortest;
  w.lead_time_max = shortest + g_rand_int_range (rand, 0, 3) * 2.5;
  w.lead_time_mean = g_rand_double_range (rand, 0, 10);
  w.lead_time_sd = g_rand_double_range (rand, 0, 5);
  w.unmet = g_rand_boolean (rand) ? LOST : BACKORDER;
  w.reorder_point = floor (exp (g_rand_double_range (rand, 0, 6))) - 1;
  w.order_up_to = w.reorder_point + floor (exp (g_rand_double_range (rand, 0, 6)));
  return w;
}

static void
assert_same_bits (const TwinWarehouse *w,
                  const char *title)
{
  static const gsize blocks[] = { 1, 5, 8, 17, MOST };
  double expected[M * MOST], metrics[M * MOST];

  twin_warehouse_simulate_events_singly (w, 5, 100, MOST, expected, MOST);
  for (const TwinWarehouseKernel *const *kernel = twin_warehouse_kernel_list (); *kernel; kernel++)
    for (guint b = 0; b < G_N_ELEMENTS (blocks); b++)
      {
        memset (metrics, 0xff, sizeof metrics);
        for (gsize first = 0; first < MOST; first += blocks[b])
          (*kernel)->simulate_events (w, 5, 100 + first, MIN (blocks[b], MOST - first),
                                      metrics + first, MOST);
        if (memcmp (metrics, expected, sizeof metrics) != 0)
          g_test_message ("%s: %s, blocks of %zu", title, (*kernel)->name, blocks[b]);
        g_assert_cmpmem (metrics, sizeof metrics, expected, sizeof expected);
      }
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TwinWarehouse w = warehouse_of (&cases[i]);
      assert_same_bits (&w, cases[i].title);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 400; i++)
    {
      const TwinWarehouse w = random_warehouse (rand);
      g_autofree char *title = g_strdup_printf ("warehouse %u", i);
      assert_same_bits (&w, title);
    }
}

/* So many draws that all that is rare has come: tails, words refused again and again, and at the
 * end of a block. */
static void
test_long (void)
{
  const Case c = { "long", 20000, 100, BACKORDER, NORMAL, 3, 1, 200, 600 };
  const TwinWarehouse w = warehouse_of (&c);
  double expected[M * 8], metrics[M * 8];

  twin_warehouse_simulate_events_singly (&w, 5, 0, 8, expected, 8);
  for (const TwinWarehouseKernel *const *kernel = twin_warehouse_kernel_list (); *kernel; kernel++)
    {
      (*kernel)->simulate_events (&w, 5, 0, 8, metrics, 8);
      g_assert_cmpmem (metrics, sizeof metrics, expected, sizeof expected);
    }
}

/* Nothing is written but the columns asked for. */
static void
test_stride (void)
{
  double metrics[M * MOST];

  for (const TwinWarehouseKernel *const *kernel = twin_warehouse_kernel_list (); *kernel; kernel++)
    {
      for (guint i = 0; i < M * MOST; i++)
        metrics[i] = -1;
      (*kernel)->simulate_events (&default_warehouse, 1, 0, 5, metrics + 3, MOST);
      (*kernel)->simulate_events (&default_warehouse, 1, 0, 0, metrics, MOST);
      for (guint i = 0; i < M * MOST; i++)
        g_assert_true ((metrics[i] == -1) == (i % MOST < 3 || i % MOST >= 8));
    }
}

/* Counts a trace's events, in their order. */
static void
count_trace (const TwinWarehouse *w,
             const TwinTrace *trace,
             double *metrics,
             gsize stride)
{
  const gsize n = twin_trace_get_n_rows (trace);
  const double *time = twin_trace_get_values (trace, TWIN_WAREHOUSE_COLUMN_TIME);
  const double *event = twin_trace_get_values (trace, TWIN_WAREHOUSE_COLUMN_EVENT);
  const double *on_hand = twin_trace_get_values (trace, TWIN_WAREHOUSE_COLUMN_ON_HAND);
  const double *backorders = twin_trace_get_values (trace, TWIN_WAREHOUSE_COLUMN_BACKORDERS);
  TwinWarehouseTotals totals = { .net_stock = on_hand[n - 1] - backorders[n - 1] };

  for (gsize row = 1; row < n; row++)
    {
      totals.stock_days += on_hand[row - 1] * (time[row] - time[row - 1]);
      totals.demand += event[row] == TWIN_WAREHOUSE_EVENT_DEMAND;
      totals.unmet += event[row] == TWIN_WAREHOUSE_EVENT_DEMAND && on_hand[row - 1] == 0;
      totals.orders += event[row] == TWIN_WAREHOUSE_EVENT_ORDER;
    }
  twin_warehouse_store_metrics (w, &totals, metrics, stride);
}

/* A trace is the very replication that was counted, to the bit. */
static void
test_trace (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 100; i++)
    {
      TwinWarehouse w = random_warehouse (rand);
      double expected[M * MOST], metrics[M * MOST];

      if (i % 10 == 0)
        w.demand_rate = 0;
      for (gsize k = 0; k < MOST; k++)
        {
          g_autoptr (TwinTrace) trace = twin_warehouse_record_events (&w, 5, k);
          g_assert_true (twin_trace_is_complete (trace));
          count_trace (&w, trace, expected + k, MOST);
        }
      twin_warehouse_simulate_events (&w, 5, 0, MOST, metrics, MOST);
      g_assert_cmpmem (metrics, sizeof metrics, expected, sizeof expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warehouse-events/cases", test_cases);
  g_test_add_func ("/warehouse-events/random", test_random);
  g_test_add_func ("/warehouse-events/long", test_long);
  g_test_add_func ("/warehouse-events/stride", test_stride);
  g_test_add_func ("/warehouse-events/trace", test_trace);
  return g_test_run ();
}
