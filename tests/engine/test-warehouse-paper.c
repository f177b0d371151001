/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Replications small enough to be followed on paper. The random draws are replaced by a script:
 * the simulation's own source, one replication after the other and side by side, is compiled here
 * with draws that read from it. */

#define TWIN_LANES 2

/* a block is scripted as well */
#define lanes_exponential_draw G_GNUC_UNUSED lanes_exponential_draw
#include "twin-lanes-exponential.h"
#undef lanes_exponential_draw
#include "twin-lanes-variates.h"

typedef struct
{
  const double *gaps; /* days between demands; the last one repeats */
  gsize n_gaps;
  const double *lead_times;
  gsize n_lead_times;
} Script;

static Script script;
static gsize next_gap, next_lead_time;

static double
scripted_gap (TwinStream *stream)
{
  return script.gaps[MIN (next_gap++, script.n_gaps - 1)];
}

/* The lead time is uniform on [0, 1] in these tests, so the draw is the lead time itself. */
static double
scripted_lead_time (TwinStream *stream)
{
  g_assert_cmpuint (next_lead_time, <, script.n_lead_times);
  stream->state[0] = next_lead_time + 1;
  return script.lead_times[next_lead_time++];
}

/* The same in lanes, of which the first has something to do; one is drawn ahead, and where nobody
 * needs any, the stream stays where it is. */
static Lanes
scripted_lead_times (Words *stream)
{
  const uint64_t next = stream[0][0];

  stream[0] += 1;
  return lanes_all (script.lead_times[MIN (next, script.n_lead_times - 1)]);
}

/* With an empty place here and there. */
static void
script_block (LanesExponential *self)
{
  for (guint i = 0; i < LANES_DRAWS; i++)
    {
      const gboolean drawn = i % 3 != 1;
      self->numbers[i] = lanes_all (drawn ? scripted_gap (NULL) : 0);
      self->drawn[i] = lanes_all (drawn);
    }
}

#define twin_stream_exponential scripted_gap
#define twin_stream_uniform scripted_lead_time
#define lanes_uniform scripted_lead_times
#define lanes_exponential_draw script_block
#include "warehouse/twin-warehouse-events.c"
#include "warehouse/twin-warehouse-event-lanes.h"
#undef twin_stream_exponential
#undef twin_stream_uniform
#undef lanes_uniform
#undef lanes_exponential_draw

#define SCRIPT(g, l)                                                                               \
  ((Script){ .gaps = (g), .n_gaps = G_N_ELEMENTS (g), .lead_times = (l),                           \
             .n_lead_times = G_N_ELEMENTS (l) })

enum
{
  START = TWIN_WAREHOUSE_EVENT_START,
  DEMAND = TWIN_WAREHOUSE_EVENT_DEMAND,
  ORDER = TWIN_WAREHOUSE_EVENT_ORDER,
  RECEIPT = TWIN_WAREHOUSE_EVENT_RECEIPT,
  END = TWIN_WAREHOUSE_EVENT_END
};

static const double every_day[] = { 1 };

/* h = 1, p = 10, K = 100, λ = 1 */
static TwinWarehouse
small_warehouse (double s,
                 double S,
                 double horizon,
                 TwinUnmetDemand unmet)
{
  return (TwinWarehouse){
    .horizon = horizon,
    .demand_rate = 1,
    .lead_time = TWIN_LEAD_TIME_UNIFORM,
    .lead_time_min = 0,
    .lead_time_max = 1,
    .unmet = unmet,
    .holding_cost = 1,
    .stockout_penalty = 10,
    .order_cost = 100,
    .reorder_point = s,
    .order_up_to = S,
  };
}

static void
simulate_script (const TwinWarehouse *w,
                 Script s,
                 double metrics[TWIN_WAREHOUSE_N_METRICS])
{
  double by_lanes[TWIN_WAREHOUSE_N_METRICS];

  script = s;
  next_gap = next_lead_time = 0;
  twin_warehouse_simulate_events_singly (w, 0, 0, 1, metrics, 1);
  if (w->demand_rate > 0)
    {
      next_gap = next_lead_time = 0;
      simulate_events (w, 0, 0, 1, by_lanes, 1);
      g_assert_cmpmem (by_lanes, sizeof by_lanes, metrics, sizeof by_lanes);
    }
}

static TwinTrace *
record_script (const TwinWarehouse *w,
               Script s)
{
  script = s;
  next_gap = next_lead_time = 0;
  return twin_warehouse_record_events (w, 0, 0);
}

static void
assert_metrics (const double *metrics,
                const double *expected)
{
  for (guint i = 0; i < TWIN_WAREHOUSE_N_METRICS; i++)
    g_assert_cmpfloat_with_epsilon (metrics[i], expected[i], 1e-12);
}

static void
assert_rows (const TwinTrace *trace,
             const double (*rows)[TWIN_WAREHOUSE_N_COLUMNS],
             gsize n)
{
  g_assert_cmpuint (twin_trace_get_n_rows (trace), ==, n);
  for (gsize i = 0; i < n; i++)
    for (guint c = 0; c < TWIN_WAREHOUSE_N_COLUMNS; c++)
      g_assert_cmpfloat (twin_trace_get (trace, i, c), ==, rows[i][c]);
}

/* (2, 5), one demand a day, lead times 3.5, 1 and 5 days, ten days:
 * day 3 order 3 · day 6 a backorder · 6.5 receipt leaves 2 ≤ s, so the next order goes out in that
 * moment · 7.5 receipt · day 9 an order that is still out at the end. */
static const double backorder_leads[] = { 3.5, 1, 5 };
static const double backorder_rows[][TWIN_WAREHOUSE_N_COLUMNS] = {
  { 0, START, 5, 0, 0, 5 },     { 1, DEMAND, 4, 0, 0, 4 },
  { 2, DEMAND, 3, 0, 0, 3 },    { 3, DEMAND, 2, 0, 0, 2 },
  { 3, ORDER, 2, 0, 3, 5 },     { 4, DEMAND, 1, 0, 3, 4 },
  { 5, DEMAND, 0, 0, 3, 3 },    { 6, DEMAND, 0, 1, 3, 2 },
  { 6.5, RECEIPT, 2, 0, 0, 2 }, { 6.5, ORDER, 2, 0, 3, 5 },
  { 7, DEMAND, 1, 0, 3, 4 },    { 7.5, RECEIPT, 4, 0, 0, 4 },
  { 8, DEMAND, 3, 0, 0, 3 },    { 9, DEMAND, 2, 0, 0, 2 },
  { 9, ORDER, 2, 0, 3, 5 },     { 10, END, 2, 0, 3, 5 },
};

static void
test_backorder (void)
{
  TwinWarehouse w = small_warehouse (2, 5, 10, TWIN_UNMET_BACKORDER);
  double metrics[TWIN_WAREHOUSE_N_METRICS];
  /* stock-days: 5+4+3+2+1+0+0 to 6.5, then 2·½ + 1·½ + 4·½ + 3 + 2 */
  static const double expected[] = { 8.0 / 9, 333.5, 23.5, 10, 300, 2.35, 3, 9, 8, 1, 2, 0 };

  simulate_script (&w, SCRIPT (every_day, backorder_leads), metrics);
  assert_metrics (metrics, expected);

  g_autoptr (TwinTrace) trace = record_script (&w, SCRIPT (every_day, backorder_leads));
  assert_rows (trace, backorder_rows, G_N_ELEMENTS (backorder_rows));
  g_assert_cmpstr (twin_trace_get_label (trace, 4, TWIN_WAREHOUSE_COLUMN_EVENT), ==, "order");
}

/* The same draws with lost sales: the unit of day 6 is gone, so the receipt of 6.5 leaves 3. The
 * receipt of day 8 falls on a demand, which comes first. */
static const double lost_leads[] = { 3.5, 1 };
static const double lost_rows[][TWIN_WAREHOUSE_N_COLUMNS] = {
  { 0, START, 5, 0, 0, 5 },     { 1, DEMAND, 4, 0, 0, 4 },
  { 2, DEMAND, 3, 0, 0, 3 },    { 3, DEMAND, 2, 0, 0, 2 },
  { 3, ORDER, 2, 0, 3, 5 },     { 4, DEMAND, 1, 0, 3, 4 },
  { 5, DEMAND, 0, 0, 3, 3 },    { 6, DEMAND, 0, 0, 3, 3 },
  { 6.5, RECEIPT, 3, 0, 0, 3 }, { 7, DEMAND, 2, 0, 0, 2 },
  { 7, ORDER, 2, 0, 3, 5 },     { 8, DEMAND, 1, 0, 3, 4 },
  { 8, RECEIPT, 4, 0, 0, 4 },   { 9, DEMAND, 3, 0, 0, 3 },
  { 10, END, 3, 0, 0, 3 },
};

static void
test_lost_sale (void)
{
  TwinWarehouse w = small_warehouse (2, 5, 10, TWIN_UNMET_LOST_SALE);
  double metrics[TWIN_WAREHOUSE_N_METRICS];
  static const double expected[] = { 8.0 / 9, 235.5, 25.5, 10, 200, 2.55, 2, 9, 8, 1, 3, 0 };

  simulate_script (&w, SCRIPT (every_day, lost_leads), metrics);
  assert_metrics (metrics, expected);

  g_autoptr (TwinTrace) trace = record_script (&w, SCRIPT (every_day, lost_leads));
  assert_rows (trace, lost_rows, G_N_ELEMENTS (lost_rows));
}

/* s = 0, S = s + 1, goods there at once: every demand is an order, and stock is always 1. */
static void
test_zero_lead_time (void)
{
  static const double at_once[] = { 0, 0, 0, 0, 0 };
  TwinWarehouse w = small_warehouse (0, 1, 5, TWIN_UNMET_BACKORDER);
  double metrics[TWIN_WAREHOUSE_N_METRICS];
  static const double expected[] = { 1, 405, 5, 0, 400, 1, 4, 4, 4, 0, 1, 0 };

  simulate_script (&w, SCRIPT (every_day, at_once), metrics);
  assert_metrics (metrics, expected);
}

/* s = 0, S = 1, lead time 1.5 days, six days: the receipt of day 4 falls on a demand, finds two
 * backorders and leaves one, so the order that goes out in that moment is for 2. */
static void
test_tight (void)
{
  static const double leads[] = { 1.5, 1.5, 1.5, 1.5 };
  TwinWarehouse w = small_warehouse (0, 1, 6, TWIN_UNMET_BACKORDER);
  double metrics[TWIN_WAREHOUSE_N_METRICS];
  static const double expected[] = { 1.0 / 5, 441, 1, 40, 400, 1.0 / 6, 4, 5, 1, 4, 0, 0 };

  simulate_script (&w, SCRIPT (every_day, leads), metrics);
  assert_metrics (metrics, expected);

  g_autoptr (TwinTrace) trace = record_script (&w, SCRIPT (every_day, leads));
  static const double from_day_4[][TWIN_WAREHOUSE_N_COLUMNS] = {
    { 4, DEMAND, 0, 2, 1, -1 },  { 4, RECEIPT, 0, 1, 0, -1 },
    { 4, ORDER, 0, 1, 2, 1 },    { 5, DEMAND, 0, 2, 2, 0 },
    { 5.5, RECEIPT, 0, 0, 0, 0 }, { 5.5, ORDER, 0, 0, 1, 1 },
    { 6, END, 0, 0, 1, 1 },
  };
  gsize n = twin_trace_get_n_rows (trace);
  for (gsize i = 0; i < G_N_ELEMENTS (from_day_4); i++)
    for (guint c = 0; c < TWIN_WAREHOUSE_N_COLUMNS; c++)
      g_assert_cmpfloat (twin_trace_get (trace, n - G_N_ELEMENTS (from_day_4) + i, c), ==,
                         from_day_4[i][c]);
}

/* What falls on the horizon itself does not happen: neither a demand nor a receipt. */
static void
test_horizon (void)
{
  static const double leads[] = { 2, 9 };
  TwinWarehouse w = small_warehouse (1, 3, 4, TWIN_UNMET_BACKORDER);
  double metrics[TWIN_WAREHOUSE_N_METRICS];
  /* demands on days 1, 2, 3; the order of day 2 would be received on day 4 */
  static const double expected[] = { 1, 106, 6, 0, 100, 1.5, 1, 3, 3, 0, 0, 0 };

  simulate_script (&w, SCRIPT (every_day, leads), metrics);
  assert_metrics (metrics, expected);
}

static void
test_zero_demand (void)
{
  TwinWarehouse w = small_warehouse (2, 5, 10, TWIN_UNMET_BACKORDER);
  double metrics[TWIN_WAREHOUSE_N_METRICS];
  static const double expected[] = { 1, 50, 50, 0, 0, 5, 0, 0, 0, 0, 5, 0 };

  w.demand_rate = 0;
  simulate_script (&w, SCRIPT (every_day, backorder_leads), metrics);
  assert_metrics (metrics, expected);
  g_assert_cmpuint (next_gap, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warehouse-paper/backorder", test_backorder);
  g_test_add_func ("/warehouse-paper/lost-sale", test_lost_sale);
  g_test_add_func ("/warehouse-paper/zero-lead-time", test_zero_lead_time);
  g_test_add_func ("/warehouse-paper/tight", test_tight);
  g_test_add_func ("/warehouse-paper/horizon", test_horizon);
  g_test_add_func ("/warehouse-paper/zero-demand", test_zero_demand);
  return g_test_run ();
}
