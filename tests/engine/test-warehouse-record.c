/* SPDX-License-Identifier: GPL-3.0-or-later */
#define TWIN_LANES 1

#include "two-samples.h"
#include "warehouse-fixture.h"
#include "warehouse/twin-warehouse-stretch.h"
#include "warehouse/twin-warehouse-trace.h"

/* The trace of a replication that is simulated cycle by cycle: events that were never lived, and
 * yet are those of the metrics. */

#define M TWIN_WAREHOUSE_N_METRICS

/* A warehouse of any kind, with as many demands as cycles are asked for, and any horizon. */
static TwinWarehouse
random_warehouse (GRand *rand)
{
  const double horizon = exp (g_rand_double_range (rand, -3, 8));
  const double demands = exp (g_rand_double_range (rand, log (501), log (5000)));
  const double rate = demands / horizon;
  const double s = floor (exp (g_rand_double_range (rand, 0, 6))) - 1;
  const double lead_time = exp (g_rand_double_range (rand, -2, 6)) / rate;
  const double spread = g_rand_double (rand) * lead_time;

  return (TwinWarehouse){
    .horizon = horizon,
    .demand_rate = rate,
    .lead_time = (TwinLeadTimeDistribution) g_rand_int_range (rand, 0, 2),
    .lead_time_min = g_rand_int_range (rand, 0, 8) == 0 ? 0 : lead_time - spread,
    .lead_time_max = lead_time + spread,
    .lead_time_mean = lead_time,
    .lead_time_sd = spread,
    .unmet = (TwinUnmetDemand) g_rand_int_range (rand, 0, 2),
    .holding_cost = 1,
    .reorder_point = s,
    .order_up_to = s + floor (exp (g_rand_double_range (rand, 0, 7))),
  };
}

static double
get (const TwinTrace *trace,
     gsize row,
     TwinWarehouseColumn column)
{
  return twin_trace_get (trace, row, column);
}

/* What the rows add up to. */
typedef struct
{
  double events[TWIN_WAREHOUSE_EVENT_END + 1];
  double unmet;
  double area;
} Sums;

/* Adds the row up, and holds it against the one before: an event does its work, when it may. */
static void
add_row (const TwinWarehouse *w,
         const TwinTrace *trace,
         gsize row,
         Sums *sums)
{
  const TwinWarehouseEvent event =
      (TwinWarehouseEvent) get (trace, row, TWIN_WAREHOUSE_COLUMN_EVENT);
  const double before = get (trace, row - 1, TWIN_WAREHOUSE_COLUMN_ON_HAND) -
                        get (trace, row - 1, TWIN_WAREHOUSE_COLUMN_BACKORDERS);
  const double after = get (trace, row, TWIN_WAREHOUSE_COLUMN_ON_HAND) -
                       get (trace, row, TWIN_WAREHOUSE_COLUMN_BACKORDERS);
  const double due = get (trace, row - 1, TWIN_WAREHOUSE_COLUMN_ON_ORDER);
  const double on_order = get (trace, row, TWIN_WAREHOUSE_COLUMN_ON_ORDER);
  const double time = get (trace, row, TWIN_WAREHOUSE_COLUMN_TIME);
  const double days = time - get (trace, row - 1, TWIN_WAREHOUSE_COLUMN_TIME);

  sums->events[event] += 1;
  sums->area += get (trace, row - 1, TWIN_WAREHOUSE_COLUMN_ON_HAND) * days;
  g_assert_cmpfloat (days, >=, 0);
  g_assert_true (event == TWIN_WAREHOUSE_EVENT_END ? time == w->horizon : time < w->horizon);
  g_assert_cmpfloat (get (trace, row, TWIN_WAREHOUSE_COLUMN_POSITION), ==, after + on_order);
  /* an order goes out in the very moment that takes the stock to s, if none is out */
  if (due == 0 && before <= w->reorder_point)
    {
      g_assert_cmpint (event, ==, TWIN_WAREHOUSE_EVENT_ORDER);
      g_assert_cmpfloat (days, ==, 0);
    }

  switch (event)
    {
    case TWIN_WAREHOUSE_EVENT_DEMAND:
      sums->unmet += before <= 0;
      g_assert_cmpfloat (after, ==,
                         before - !(w->unmet == TWIN_UNMET_LOST_SALE && before <= 0));
      g_assert_cmpfloat (on_order, ==, due);
      break;
    case TWIN_WAREHOUSE_EVENT_ORDER:
      g_assert_cmpfloat (before, <=, w->reorder_point);
      g_assert_cmpfloat (due, ==, 0);
      g_assert_cmpfloat (after, ==, before);
      g_assert_cmpfloat (after + on_order, ==, w->order_up_to);
      break;
    case TWIN_WAREHOUSE_EVENT_RECEIPT:
      g_assert_cmpfloat (due, >, 0);
      g_assert_cmpfloat (after, ==, before + due);
      g_assert_cmpfloat (on_order, ==, 0);
      break;
    default:
      g_assert_cmpint (event, ==, TWIN_WAREHOUSE_EVENT_END);
      g_assert_cmpfloat (after, ==, before);
      g_assert_cmpfloat (on_order, ==, due);
      break;
    }
}

static Sums
add_up (const TwinWarehouse *w,
        const TwinTrace *trace)
{
  Sums sums = { .events = { [TWIN_WAREHOUSE_EVENT_START] = 1 } };

  g_assert_true (twin_trace_is_complete (trace));
  g_assert_cmpfloat (get (trace, 0, TWIN_WAREHOUSE_COLUMN_TIME), ==, 0);
  g_assert_cmpfloat (get (trace, 0, TWIN_WAREHOUSE_COLUMN_EVENT), ==, TWIN_WAREHOUSE_EVENT_START);
  g_assert_cmpfloat (get (trace, 0, TWIN_WAREHOUSE_COLUMN_ON_HAND), ==, w->order_up_to);
  for (gsize row = 1; row < twin_trace_get_n_rows (trace); row++)
    add_row (w, trace, row, &sums);
  g_assert_cmpfloat (sums.events[TWIN_WAREHOUSE_EVENT_END], ==, 1);
  return sums;
}

/* The row of the table and the trace of the same number are one year. */
static void
assert_agrees (const TwinWarehouse *w,
               uint64_t seed,
               uint64_t replication,
               const double *metrics,
               gsize stride)
{
  g_autoptr (TwinTrace) trace = twin_warehouse_record (w, seed, replication);
  const Sums sums = add_up (w, trace);
  const gsize end = twin_trace_get_n_rows (trace) - 1;
  const double demand = sums.events[TWIN_WAREHOUSE_EVENT_DEMAND];

#define METRIC(name) (metrics[TWIN_WAREHOUSE_##name * stride])
  g_assert_cmpfloat (sums.events[TWIN_WAREHOUSE_EVENT_ORDER], ==, METRIC (ORDERS));
  g_assert_cmpfloat (demand, ==, METRIC (DEMAND));
  g_assert_cmpfloat (sums.unmet, ==, METRIC (UNMET));
  g_assert_cmpfloat (demand - sums.unmet, ==, METRIC (FILLED));
  g_assert_cmpfloat (get (trace, end, TWIN_WAREHOUSE_COLUMN_ON_HAND), ==, METRIC (ENDING_ON_HAND));
  g_assert_cmpfloat (get (trace, end, TWIN_WAREHOUSE_COLUMN_BACKORDERS), ==,
                     METRIC (ENDING_BACKORDERS));
#undef METRIC
}

static void
test_agrees (void)
{
  enum { n = 3 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  double metrics[M * n];

  for (guint i = 0; i < 3000; i++)
    {
      const TwinWarehouse w = random_warehouse (rand);

      g_assert_cmpint (twin_warehouse_get_method (&w), ==, TWIN_METHOD_CYCLES);
      twin_warehouse_simulate (&w, i, 17, n, metrics, n, NULL);
      for (gsize k = 0; k < n; k++)
        assert_agrees (&w, i, 17 + k, metrics + k, n);
    }
}

/* The fixture's warehouses too, each of which is an edge of its own. */
static void
test_agrees_at_edges (void)
{
  enum { n = 50 };
  double metrics[M * n];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TwinWarehouse w = warehouse_of (&cases[i]);

      twin_warehouse_simulate (&w, 8, 0, n, metrics, n, NULL);
      for (gsize k = 0; k < n; k++)
        assert_agrees (&w, 8, k, metrics + k, n);
    }
}

/* What the phases leave open of the area under the stock. */
typedef struct
{
  const TwinWarehouse *warehouse;
  double net_stock;
  double mean;
  double variance;
} Area;

static gboolean
hear (gpointer data,
      TwinWarehousePhase phase,
      double days,
      double demands)
{
  Area *area = data;
  const double stock = fmax (area->net_stock, 0);
  const double inside = phase == TWIN_WAREHOUSE_WAIT ? fmax (demands - 1, 0) : demands;
  const TwinStretch stretch = stretch_run_out (stock, inside, fmin (inside, stock));
  const gboolean lost = area->warehouse->unmet == TWIN_UNMET_LOST_SALE;

  area->mean += stretch.mean * days;
  area->variance += stretch.variance * days * days;
  area->net_stock -= lost ? fmin (demands, stock) : demands;
  if (phase == TWIN_WAREHOUSE_LEAD_TIME)
    area->net_stock = area->warehouse->order_up_to - demands +
                      (lost ? fmax (demands - stock, 0) : 0);
  return TRUE;
}

static Area
expect_area (const TwinWarehouse *w,
             uint64_t seed,
             uint64_t replication)
{
  Area area = { .warehouse = w, .net_stock = w->order_up_to };
  const TwinWarehouseListener listener = { hear, &area };

  (*twin_warehouse_kernel_list ())->follow (w, seed, replication, &listener);
  return area;
}

/* Mean 0 and variance 1 within 4.5 standard errors. */
static void
assert_standard (const char *title,
                 const char *what,
                 const double *z,
                 gsize n)
{
  const Moments m = moments_of (z, n);
  const double mean = m.mean * sqrt ((double) n / m.variance);
  const double variance = (m.variance + m.mean * m.mean - 1) /
                          sqrt ((m.fourth - m.variance * m.variance) / (double) n);

  g_test_message ("%s, %s: mean %+.2f, variance %+.2f standard errors", title, what, mean,
                  variance);
  g_assert_cmpfloat (fabs (mean), <, 4.5);
  g_assert_cmpfloat (fabs (variance), <, 4.5);
}

/* The row's area is the phases' expected one and a normal number, the trace's is counted: their
 * difference has mean 0 and twice the variance that the phases leave open, in each replication. */
static void
test_area (gconstpointer data)
{
  enum { n = 4000 };
  const Case *c = data;
  const TwinWarehouse w = warehouse_of (c);
  g_autofree double *metrics = g_new (double, M * n);
  double counted[n], difference[n], sd = 0;

  twin_warehouse_simulate (&w, 21, 0, n, metrics, n, NULL);
  for (gsize k = 0; k < n; k++)
    {
      g_autoptr (TwinTrace) trace = twin_warehouse_record (&w, 21, k);
      const double area = add_up (&w, trace).area;
      const double row = metrics[TWIN_WAREHOUSE_AVERAGE_ON_HAND * n + k] * w.horizon;
      const Area expected = expect_area (&w, 21, k);

      counted[k] = (area - expected.mean) / sqrt (expected.variance);
      difference[k] = (area - row) / sqrt (2 * expected.variance);
      sd += sqrt (2 * expected.variance) / row / n;
    }
  g_test_message ("%s: the area differs by %.2f %%", c->title, 100 * sd);
  assert_standard (c->title, "counted", counted, n);
  assert_standard (c->title, "difference", difference, n);
}

/* Customers come as a Poisson process, across phases and within: the times between them are those
 * of the event loop. */
static void
test_customers (void)
{
  enum { n = 40000 };
  const TwinWarehouse w = { .horizon = 2500, .demand_rate = 20, .lead_time_min = 1,
                            .lead_time_max = 5, .reorder_point = 40, .order_up_to = 120 };
  g_autofree double *gaps[] = { g_new (double, n), g_new (double, n) };

  for (guint which = 0; which < 2; which++)
    {
      g_autoptr (TwinTrace) trace =
          which ? twin_warehouse_record (&w, 2, 0) : twin_warehouse_record_events (&w, 1, 0);
      double last = 0;

      for (gsize row = 0, i = 0; i < n; row++)
        if (get (trace, row, TWIN_WAREHOUSE_COLUMN_EVENT) == TWIN_WAREHOUSE_EVENT_DEMAND)
          {
            gaps[which][i++] = get (trace, row, TWIN_WAREHOUSE_COLUMN_TIME) - last;
            last = get (trace, row, TWIN_WAREHOUSE_COLUMN_TIME);
          }
    }
  const TwoSamples two = compare_samples (gaps[0], gaps[1], n);
  g_test_message ("mean %+.2f, variance %+.2f, KS %.2f", two.mean, two.variance, two.ks);
  g_assert_cmpfloat (fabs (two.mean), <, 4);
  g_assert_cmpfloat (fabs (two.variance), <, 4);
  g_assert_cmpfloat (two.ks, <, 1.95);
}

/* Of a phase with more demands than a trace can hold, the first are shown, at their moments. */
static void
test_too_long (void)
{
  const TwinWarehouse w = { .horizon = 1000, .demand_rate = 1e6, .lead_time_min = 3650,
                            .lead_time_max = 3650, .reorder_point = 999990,
                            .order_up_to = 1000000 };
  g_autoptr (TwinTrace) trace = twin_warehouse_record (&w, 6, 0);
  const gsize last = twin_trace_get_n_rows (trace) - 1;

  g_assert_false (twin_trace_is_complete (trace));
  g_assert_cmpuint (last + 1, ==, TWIN_TRACE_MAX_ROWS);
  g_assert_cmpfloat (fabs (get (trace, last, TWIN_WAREHOUSE_COLUMN_TIME) - 1), <, 4e-3);
  g_assert_cmpfloat (fabs (get (trace, last / 4, TWIN_WAREHOUSE_COLUMN_TIME) - 0.25), <, 2e-3);

  /* of a wait, too */
  const TwinWarehouse large = { .horizon = 1000, .demand_rate = 1e6, .lead_time_max = 1,
                                .order_up_to = 4e6 };
  g_autoptr (TwinTrace) wait = twin_warehouse_record (&large, 6, 0);
  g_assert_false (twin_trace_is_complete (wait));
  g_assert_cmpfloat (fabs (get (wait, last, TWIN_WAREHOUSE_COLUMN_TIME) - 1), <, 4e-3);

  /* and of a replication with more cycles than anybody waits for */
  const TwinWarehouse cycles = { .horizon = 1000, .demand_rate = 1e6, .order_up_to = 1 };
  g_autoptr (TwinTrace) many = twin_warehouse_record (&cycles, 6, 0);
  g_assert_false (twin_trace_is_complete (many));
  g_assert_cmpfloat (fabs (get (many, last, TWIN_WAREHOUSE_COLUMN_TIME) - 1.0 / 3), <, 4e-3);
}

int
main (int argc, char **argv)
{
  static const guint spread[] = { 0, 1, 4, 6, 13, 14 }; /* cases whose area is left open */

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warehouse-record/agrees", test_agrees);
  g_test_add_func ("/warehouse-record/agrees-at-edges", test_agrees_at_edges);
  for (guint i = 0; i < G_N_ELEMENTS (spread); i++)
    {
      g_autofree char *path = g_strdup_printf ("/warehouse-record/area/%u", i + 1);
      g_test_add_data_func (path, &cases[spread[i]], test_area);
    }
  g_test_add_func ("/warehouse-record/customers", test_customers);
  g_test_add_func ("/warehouse-record/too-long", test_too_long);
  return g_test_run ();
}
