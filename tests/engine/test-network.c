/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"
#include "network/twin-network-private.h"
#include "twin-model-private.h"
#include "twin-normal.h"

/* Another way to the same numbers: lists of orders and shipments, walked from end to end every day,
 * as the page of the model says it and without a thought of speed. It shares with the engine the
 * parameters and the streams of random numbers, and nothing else. */

typedef struct
{
  guint placed, store, sku;
  double quantity, owed;
} Order;

typedef struct
{
  guint due, node, sku;
  double quantity;
} Shipment;

/* One cell's day, as a row of the trace. */
typedef struct
{
  double demand, sales, lost, ordered, received, on_hand, in_transit, backlog;
} Row;

typedef struct
{
  const TwinParameters *p;
  guint n_days, n_stores, n_skus, to_stores, to_warehouse;
  double reliability;
  TwinStream demand_stream[2][8], supply_stream[8]; /* of four stores each */
  double noise[8][4];
  double on_hand[9][8];
  GArray *orders;    /* Order, of stores, oldest first */
  GArray *shipments; /* Shipment, to stores */
  GArray *purchases; /* Shipment, to the warehouse */
  Row *rows;         /* [n_days][n_stores + 1][n_skus] */
} Reference;

static double G_GNUC_PRINTF (2, 3)
number (const Reference *r, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *key = g_strdup_vprintf (format, args);
  va_end (args);
  return twin_parameters_get_number (r->p, key);
}

static double
level (const Reference *r, guint node, guint sku, const char *member)
{
  if (node < r->n_stores)
    return number (r, "stores.%u.%s.%u", node, member, sku);
  return number (r, "warehouse.%s.%u", member, sku);
}

static Row *
row_of (const Reference *r, guint day, guint node, guint sku)
{
  return &r->rows[(day * (r->n_stores + 1) + node) * r->n_skus + sku];
}

static double
owed_to (const Reference *r, guint node, guint sku)
{
  double owed = 0;

  for (guint i = 0; i < r->orders->len; i++)
    {
      const Order *o = &g_array_index (r->orders, Order, i);
      if (o->sku == sku && (node == r->n_stores || o->store == node))
        owed += o->owed;
    }
  return owed;
}

static double
coming_to (const Reference *r, guint node, guint sku, guint day)
{
  const GArray *list = node < r->n_stores ? r->shipments : r->purchases;
  double coming = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const Shipment *s = &g_array_index (list, Shipment, i);
      if (s->node == node && s->sku == sku && s->due >= day)
        coming += s->quantity;
    }
  return coming;
}

static double
draw_normal (Reference *r, guint store, guint sku)
{
  if (store % 4 == 0)
    twin_normal_four (&r->demand_stream[store / 4][sku], r->noise[sku]);
  return r->noise[sku][store % 4];
}

static double
draw_demand (Reference *r, guint day, guint store, guint sku)
{
  g_auto (GStrv) spikes = g_strsplit (twin_parameters_get_text (r->p, "spike_days"), ",", -1);
  g_autofree char *today = g_strdup_printf ("%u", day);
  double spike = g_strv_contains ((const char *const *) spikes, today)
                     ? number (r, "spike_multiplier") : 1;
  double wave = sin (2 * G_PI * day / number (r, "skus.%u.seasonality_period_days", sku));
  double mean = number (r, "skus.%u.base_demand", sku) *
                number (r, "stores.%u.demand_multiplier.%u", store, sku) *
                (1 + number (r, "skus.%u.seasonality_amplitude", sku) * wave);
  double noise = number (r, "skus.%u.demand_sd", sku) *
                 draw_normal (r, store, sku);
  double demand = fmax (0, (mean + noise) * spike);

  return number (r, "whole_units") != 0 ? rint (demand) : demand;
}

static double
order_size (const Reference *r, guint node, guint sku, double position)
{
  double quantity = 0;

  if (position <= level (r, node, sku, "reorder_point"))
    quantity = level (r, node, sku, "order_up_to") - position;
  quantity = fmin (quantity, level (r, node, sku, "capacity") - position);
  return quantity > 1e-9 ? quantity : 0; /* what rounding leaves is no order */
}

static void
ship_oldest_first (Reference *r, guint day, guint sku)
{
  double *stock = &r->on_hand[r->n_stores][sku];

  for (guint i = 0; i < r->orders->len; i++)
    {
      Order *o = &g_array_index (r->orders, Order, i);
      double part = fmin (o->owed, *stock);
      if (o->sku != sku || part <= 0)
        continue;
      Shipment s = { day + r->to_stores, o->store, sku, part };
      g_array_append_val (r->shipments, s);
      *stock -= part;
      o->owed -= part;
      row_of (r, day, r->n_stores, sku)->sales += part;
    }
}

static void
live_sku (Reference *r, guint day, guint sku)
{
  const guint warehouse = r->n_stores;
  Row *w = row_of (r, day, warehouse, sku);

  for (guint store = 0; store < r->n_stores; store++)
    {
      Row *row = row_of (r, day, store, sku);
      row->demand = draw_demand (r, day, store, sku);
      row->sales = fmin (row->demand, r->on_hand[store][sku]);
      row->lost = row->demand - row->sales;
      r->on_hand[store][sku] -= row->sales;

      double position = r->on_hand[store][sku] + coming_to (r, store, sku, day) +
                        owed_to (r, store, sku);
      row->ordered = order_size (r, store, sku, position);
      if (row->ordered > 0)
        {
          Order o = { day, store, sku, row->ordered, row->ordered };
          g_array_append_val (r->orders, o);
          w->demand += row->ordered;
        }
    }
  ship_oldest_first (r, day, sku);
  for (guint i = 0; i < r->shipments->len; i++)
    {
      const Shipment *s = &g_array_index (r->shipments, Shipment, i);
      if (s->due == day && s->sku == sku)
        {
          row_of (r, day, s->node, sku)->received += s->quantity;
          r->on_hand[s->node][sku] += s->quantity;
        }
    }

  double position = r->on_hand[warehouse][sku] + coming_to (r, warehouse, sku, day) -
                    owed_to (r, warehouse, sku);
  w->ordered = order_size (r, warehouse, sku, position);
  if (w->ordered > 0)
    {
      Shipment s = { day + r->to_warehouse, warehouse, sku, w->ordered };
      g_array_append_val (r->purchases, s);
    }
  for (guint i = 0; i < r->purchases->len; i++)
    {
      const Shipment *s = &g_array_index (r->purchases, Shipment, i);
      if (s->due == day && s->sku == sku &&
          (r->reliability == 1 || twin_stream_uniform (&r->supply_stream[sku]) < r->reliability))
        {
          w->received += s->quantity;
          r->on_hand[warehouse][sku] += s->quantity;
        }
    }
  for (guint node = 0; node <= warehouse; node++)
    {
      Row *row = row_of (r, day, node, sku);
      row->on_hand = r->on_hand[node][sku];
      row->in_transit = coming_to (r, node, sku, day + 1);
      row->backlog = owed_to (r, node, sku);
    }
}

static void
reference_run (Reference *r, const TwinModel *model, uint64_t seed, uint64_t replication)
{
  *r = (Reference){ .p = twin_model_get_parameters (model) };
  r->n_days = (guint) number (r, "horizon_days");
  r->n_stores = twin_parameters_get_n_items (r->p, "stores");
  r->n_skus = twin_parameters_get_n_items (r->p, "skus");
  r->to_stores = (guint) number (r, "warehouse.lead_time_to_stores_days");
  r->to_warehouse = (guint) number (r, "supplier.lead_time_days");
  r->reliability = number (r, "supplier.reliability");
  r->orders = g_array_new (FALSE, FALSE, sizeof (Order));
  r->shipments = g_array_new (FALSE, FALSE, sizeof (Shipment));
  r->purchases = g_array_new (FALSE, FALSE, sizeof (Shipment));
  r->rows = g_new0 (Row, r->n_days * (r->n_stores + 1) * r->n_skus);
  for (guint sku = 0; sku < r->n_skus; sku++)
    {
      twin_stream_init (&r->supply_stream[sku], seed, replication, sku);
      for (guint i = 0; i < 2; i++)
        twin_stream_init (&r->demand_stream[i][sku], seed, replication,
                          (uint64_t) (i + 1) << 32 | sku);
      for (guint node = 0; node <= r->n_stores; node++)
        r->on_hand[node][sku] = level (r, node, sku, "initial_inventory");
    }
  for (guint day = 0; day < r->n_days; day++)
    for (guint sku = 0; sku < r->n_skus; sku++)
      live_sku (r, day, sku);
}

static void
reference_clear (Reference *r)
{
  g_array_unref (r->orders);
  g_array_unref (r->shipments);
  g_array_unref (r->purchases);
  g_free (r->rows);
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat (fabs (a - b), <=, 1e-9 * (1 + fabs (b)));
}

static void
test_reference (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  guint n_short = 0, n_lost = 0, n_failed = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      g_autoptr (TwinTrace) trace = twin_model_record (model, 9, i);
      Reference r;

      reference_run (&r, model, 9, i);
      g_assert_cmpuint (twin_trace_get_n_rows (trace), ==,
                        r.n_days * (r.n_stores + 1) * r.n_skus);
      for (gsize row = 0; row < twin_trace_get_n_rows (trace); row++)
        {
          const double *expected = (const double *) &r.rows[row];
          for (guint c = 0; c < 8; c++)
            if (fabs (twin_trace_get (trace, row, 3 + c) - expected[c]) > 1e-9 * (1 + expected[c]))
              g_error ("network %u, row %" G_GSIZE_FORMAT ", %s: %.17g and not %.17g", i, row,
                       twin_trace_get_column (trace, 3 + c)->name,
                       twin_trace_get (trace, row, 3 + c), expected[c]);
          n_short += r.rows[row].backlog > 0;
          n_lost += r.rows[row].lost > 0;
        }
      for (guint k = 0; k < r.purchases->len; k++)
        n_failed += r.reliability < 1;
      reference_clear (&r);
    }
  /* they were not all peaceful */
  g_test_message ("%u backlogs, %u losses, %u risky orders", n_short, n_lost, n_failed);
  g_assert_cmpuint (n_short, >, 10000);
  g_assert_cmpuint (n_lost, >, 10000);
  g_assert_cmpuint (n_failed, >, 1000);
}

/* Nothing appears and nothing vanishes: start + received from the supplier = sold + on hand + on
 * the way to stores, every day, every SKU. */
static void
test_conservation (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      g_autoptr (TwinTrace) trace = twin_model_record (model, 5, i);
      const TwinNetwork *n = twin_model_get_data (model);

      for (guint sku = 0; sku < n->n_skus; sku++)
        {
          double in = 0, sold = 0;
          for (guint cell = sku; cell < n->n_cells; cell += n->n_skus)
            in += n->cells[cell].initial_inventory;
          for (guint day = 0; day < n->n_days; day++)
            {
              double there = 0;
              in += network_trace_get (trace, model, day, n->n_stores, sku, "received");
              there += network_trace_get (trace, model, day, n->n_stores, sku, "on_hand");
              for (guint store = 0; store < n->n_stores; store++)
                {
                  sold += network_trace_get (trace, model, day, store, sku, "sales");
                  there += network_trace_get (trace, model, day, store, sku, "on_hand");
                  there += network_trace_get (trace, model, day, store, sku, "in_transit");
                }
              assert_near (sold + there, in);
            }
        }
    }
}

/* Every kernel, and every way to cut replications into blocks, gives the same bits. */
static void
test_kernels_and_blocks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (33);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      const TwinNetwork *n = twin_model_get_data (model);
      const gsize count = 19, size = count * twin_model_get_n_metrics (model) * sizeof (double);
      g_autofree double *expected = g_malloc (size), *metrics = g_malloc (size);

      twin_model_simulate (model, 4, 100, count, expected, count);
      for (gsize k = 0; k < count; k++)
        twin_model_simulate (model, 4, 100 + k, 1, metrics + k, count);
      g_assert_cmpmem (metrics, size, expected, size);
      for (const TwinNetworkKernel *const *kernel = twin_network_kernel_list (); *kernel; kernel++)
        {
          memset (metrics, 0, size);
          twin_network_simulate_with (*kernel, n, 4, 100, count, metrics, count, NULL);
          g_assert_cmpmem (metrics, size, expected, size);
        }
    }
}

static gboolean
is_third (gpointer n_asked)
{
  return ++*(guint *) n_asked == 3;
}

/* A century need not be lived to its end. */
static void
test_stop (void)
{
  g_autoptr (TwinModel) model =
      network_model (3, 2, (const char *[]) { "horizon_days=36500", NULL });
  const gsize count = 9;
  g_autofree double *metrics = g_new (double, twin_model_get_n_metrics (model) * count);

  for (const TwinNetworkKernel *const *kernel = twin_network_kernel_list (); *kernel; kernel++)
    {
      guint n_asked = 0;
      const TwinStop stop = { is_third, &n_asked };

      metrics[0] = -1;
      twin_network_simulate_with (*kernel, twin_model_get_data (model), 1, 0, count, metrics, count,
                                  &stop);
      g_assert_cmpuint (n_asked, ==, 3);
      g_assert_cmpfloat (metrics[0], ==, -1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/reference", test_reference);
  g_test_add_func ("/network/conservation", test_conservation);
  g_test_add_func ("/network/kernels-and-blocks", test_kernels_and_blocks);
  g_test_add_func ("/network/stop", test_stop);
  return g_test_run ();
}
