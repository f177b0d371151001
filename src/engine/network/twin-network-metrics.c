/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include <math.h>
#include <string.h>

/* From what the days add up to, to the metrics. */

guint8 *
twin_network_find_rows (const TwinMetric *metrics,
                        guint n_metrics)
{
  guint8 *rows = g_new (guint8, n_metrics);

  for (guint i = 0; i < n_metrics; i++)
    {
      guint8 row = 0;
      while (row < TWIN_NETWORK_N_METRICS &&
             !g_str_equal (twin_network_metrics[row].name, metrics[i].name))
        row++;
      g_assert (row < TWIN_NETWORK_N_METRICS);
      rows[i] = row;
    }
  return rows;
}

TwinNetworkTotals *
twin_network_totals_new (const TwinNetwork *n,
                         guint lanes)
{
  TwinNetworkTotals *self = g_new0 (TwinNetworkTotals, 1);
  gsize cells = (gsize) n->n_cells * TWIN_N_CELL_TOTALS * lanes;
  gsize nodes = (gsize) (n->n_stores + 2) * TWIN_N_NODE_TOTALS * lanes;

  self->lanes = lanes;
  self->n_numbers = cells + nodes;
  self->cells = g_aligned_alloc0 (self->n_numbers, sizeof (double), 64);
  self->nodes = self->cells + cells;
  return self;
}

void
twin_network_totals_free (TwinNetworkTotals *self)
{
  g_aligned_free (self->cells);
  g_free (self);
}

void
twin_network_totals_start (const TwinNetwork *n,
                           TwinNetworkTotals *self)
{
  memset (self->cells, 0, self->n_numbers * sizeof (double));
  for (guint node = 0; node < n->n_stores + 2; node++)
    for (guint lane = 0; lane < self->lanes; lane++)
      {
        double *sums = self->nodes + (gsize) node * TWIN_N_NODE_TOTALS * self->lanes + lane;
        sums[TWIN_NODE_STOCK_MIN * self->lanes] = INFINITY;
        sums[TWIN_NODE_STOCK_MAX * self->lanes] = -INFINITY;
        sums[TWIN_NODE_SERVICE_MIN * self->lanes] = INFINITY;
      }
  self->days = 0;
}

/* What the cells of a node, or of several, have added up to. */
typedef struct
{
  double demand, sales, stock;
  double holding, stockout, ordering;
  double store_orders, whole_orders, warehouse_orders;
} Sums;

static Sums
sum_node (const TwinNetwork *n,
          const TwinNetworkTotals *self,
          guint node,
          guint lane)
{
  const gboolean is_store = node < n->n_stores;
  const double *order_cost = is_store ? n->store_order_cost : n->order_cost;
  Sums sums = { 0 };

  for (guint sku = 0; sku < n->n_skus; sku++)
    {
      const guint cell = node * n->n_skus + sku;
      double t[TWIN_N_CELL_TOTALS];

      for (guint i = 0; i < TWIN_N_CELL_TOTALS; i++)
        t[i] = self->cells[((gsize) cell * TWIN_N_CELL_TOTALS + i) * self->lanes + lane];
      sums.demand += t[TWIN_CELL_DEMAND];
      sums.sales += t[TWIN_CELL_SALES];
      sums.stock += t[TWIN_CELL_STOCK];
      sums.holding += n->holding_cost[sku] *
                      (t[TWIN_CELL_STOCK] + self->days * n->cells[cell].initial_inventory);
      if (is_store)
        sums.stockout += n->stockout_penalty[sku] * (t[TWIN_CELL_DEMAND] - t[TWIN_CELL_SALES]);
      sums.ordering += order_cost[sku] * t[TWIN_CELL_ORDERS];
      *(is_store ? &sums.store_orders : &sums.warehouse_orders) += t[TWIN_CELL_ORDERS];
      sums.whole_orders += t[TWIN_CELL_WHOLE_ORDERS];
    }
  return sums;
}

/* What stores want of the warehouse is no demand of customers. */
static void
add_to_all (Sums *all,
            const Sums *node,
            gboolean is_store)
{
  if (is_store)
    {
      all->demand += node->demand;
      all->sales += node->sales;
    }
  all->stock += node->stock;
  all->holding += node->holding;
  all->stockout += node->stockout;
  all->ordering += node->ordering;
  all->store_orders += node->store_orders;
  all->whole_orders += node->whole_orders;
  all->warehouse_orders += node->warehouse_orders;
}

static double
share (double part,
       double whole)
{
  return whole > 0 ? part / whole : 1;
}

/* In the order of the table of the type's metrics. */
static void
get_metrics (const TwinNetwork *n,
             const TwinNetworkTotals *self,
             guint node,
             guint lane,
             const Sums *sums,
             double values[TWIN_NETWORK_N_METRICS])
{
  const double days = self->days;
  const double cost = sums->holding + sums->stockout + sums->ordering, stock = sums->stock / days;
  double t[TWIN_N_NODE_TOTALS];

  for (guint i = 0; i < TWIN_N_NODE_TOTALS; i++)
    t[i] = self->nodes[((gsize) node * TWIN_N_NODE_TOTALS + i) * self->lanes + lane];

  values[TWIN_NETWORK_SERVICE_LEVEL] = share (sums->sales, sums->demand);
  values[TWIN_NETWORK_AVERAGE_DAILY_SERVICE_LEVEL] = t[TWIN_NODE_SERVICE] / days;
  values[TWIN_NETWORK_MIN_DAILY_SERVICE_LEVEL] = days > 0 ? t[TWIN_NODE_SERVICE_MIN] : NAN;
  values[TWIN_NETWORK_FILL_RATE] = share (sums->whole_orders, sums->store_orders);
  values[TWIN_NETWORK_TOTAL_COST] = cost;
  values[TWIN_NETWORK_HOLDING_COST] = sums->holding;
  values[TWIN_NETWORK_STOCKOUT_COST] = sums->stockout;
  values[TWIN_NETWORK_ORDERING_COST] = sums->ordering;
  values[TWIN_NETWORK_AVERAGE_DAILY_COST] = cost / days;
  values[TWIN_NETWORK_DEMAND] = sums->demand;
  values[TWIN_NETWORK_SALES] = sums->sales;
  values[TWIN_NETWORK_LOST_SALES] = sums->demand - sums->sales;
  values[TWIN_NETWORK_AVERAGE_INVENTORY] = n->initial_stock[node] + stock;
  values[TWIN_NETWORK_MIN_INVENTORY] = days > 0 ? t[TWIN_NODE_STOCK_MIN] : NAN;
  values[TWIN_NETWORK_MAX_INVENTORY] = days > 0 ? t[TWIN_NODE_STOCK_MAX] : NAN;
  values[TWIN_NETWORK_SD_INVENTORY] = sqrt (t[TWIN_NODE_STOCK_SQUARES] / days);
  values[TWIN_NETWORK_STORE_ORDERS] = sums->store_orders;
  values[TWIN_NETWORK_WAREHOUSE_ORDERS] = sums->warehouse_orders;
}

static void
store_node (const TwinNetwork *n,
            const TwinNetworkTotals *self,
            guint node,
            guint lane,
            const Sums *sums,
            double **metrics,
            gsize stride)
{
  const gboolean is_store = node < n->n_stores;
  const guint8 *rows = is_store ? n->store_rows : n->warehouse_rows;
  const guint n_rows = is_store ? TWIN_NETWORK_N_STORE_METRICS : TWIN_NETWORK_N_WAREHOUSE_METRICS;
  double values[TWIN_NETWORK_N_METRICS];

  get_metrics (n, self, node, lane, sums, values);
  for (guint i = 0; i < n_rows; i++, *metrics += stride)
    **metrics = values[rows[i]];
}

void
twin_network_totals_store (const TwinNetwork *n,
                           const TwinNetworkTotals *self,
                           guint lane,
                           double *metrics,
                           gsize stride)
{
  double *place = metrics + TWIN_NETWORK_N_METRICS * stride, values[TWIN_NETWORK_N_METRICS];
  Sums all = { 0 };

  for (guint node = 0; node <= n->n_stores; node++)
    {
      Sums sums = sum_node (n, self, node, lane);

      add_to_all (&all, &sums, node < n->n_stores);
      if (node == n->n_stores) /* its customers are the stores */
        {
          sums.store_orders = all.store_orders;
          sums.whole_orders = all.whole_orders;
        }
      store_node (n, self, node, lane, &sums, &place, stride);
    }
  get_metrics (n, self, n->n_stores + 1, lane, &all, values);
  for (guint i = 0; i < TWIN_NETWORK_N_METRICS; i++)
    metrics[i * stride] = values[i];
}
