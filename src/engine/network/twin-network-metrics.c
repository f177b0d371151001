/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include <math.h>
#include <string.h>

/* From what the days add up to, to the metrics. */

TwinNetworkTotals *
twin_network_totals_new (const TwinNetwork *n,
                         guint lanes)
{
  TwinNetworkTotals *self = g_new0 (TwinNetworkTotals, 1);
  gsize sums = (gsize) (n->n_stores + 2) * TWIN_N_TOTALS * lanes;

  self->lanes = lanes;
  self->n_numbers = sums + (TWIN_N_FLOW_TOTALS + 1) * lanes;
  self->sums = g_aligned_alloc0 (self->n_numbers, sizeof (double), 64);
  self->today = self->sums + sums;
  return self;
}

void
twin_network_totals_free (TwinNetworkTotals *self)
{
  g_aligned_free (self->sums);
  g_free (self);
}

void
twin_network_totals_start (const TwinNetwork *n,
                           TwinNetworkTotals *self)
{
  memset (self->sums, 0, self->n_numbers * sizeof (double));
  for (guint node = 0; node < n->n_stores + 2; node++)
    for (guint lane = 0; lane < self->lanes; lane++)
      {
        double *sums = self->sums + (gsize) node * TWIN_N_TOTALS * self->lanes + lane;
        sums[TWIN_TOTAL_STOCK_MIN * self->lanes] = INFINITY;
        sums[TWIN_TOTAL_STOCK_MAX * self->lanes] = -INFINITY;
        sums[TWIN_TOTAL_SERVICE_MIN * self->lanes] = INFINITY;
      }
  self->days = 0;
}

static double
share (double part,
       double whole)
{
  return whole > 0 ? part / whole : 1;
}

/* In the order of the table of the type's metrics. */
static void
get_node_metrics (const TwinNetwork *n,
                  const TwinNetworkTotals *self,
                  guint node,
                  guint lane,
                  double values[TWIN_NETWORK_N_METRICS])
{
  const double days = self->days;
  double t[TWIN_N_TOTALS];

  for (guint i = 0; i < TWIN_N_TOTALS; i++)
    t[i] = self->sums[((gsize) node * TWIN_N_TOTALS + i) * self->lanes + lane];
  double cost = t[TWIN_TOTAL_HOLDING] + t[TWIN_TOTAL_STOCKOUT] + t[TWIN_TOTAL_ORDERING];
  double stock = t[TWIN_TOTAL_STOCK] / days;
  double variance = t[TWIN_TOTAL_STOCK_SQUARES] / days - stock * stock;

  values[TWIN_NETWORK_SERVICE_LEVEL] = share (t[TWIN_TOTAL_SALES], t[TWIN_TOTAL_DEMAND]);
  values[TWIN_NETWORK_AVERAGE_DAILY_SERVICE_LEVEL] = t[TWIN_TOTAL_SERVICE] / days;
  values[TWIN_NETWORK_MIN_DAILY_SERVICE_LEVEL] = days > 0 ? t[TWIN_TOTAL_SERVICE_MIN] : NAN;
  values[TWIN_NETWORK_FILL_RATE] =
      share (t[TWIN_TOTAL_WHOLE_ORDERS], t[TWIN_TOTAL_STORE_ORDERS]);
  values[TWIN_NETWORK_TOTAL_COST] = cost;
  values[TWIN_NETWORK_HOLDING_COST] = t[TWIN_TOTAL_HOLDING];
  values[TWIN_NETWORK_STOCKOUT_COST] = t[TWIN_TOTAL_STOCKOUT];
  values[TWIN_NETWORK_ORDERING_COST] = t[TWIN_TOTAL_ORDERING];
  values[TWIN_NETWORK_AVERAGE_DAILY_COST] = cost / days;
  values[TWIN_NETWORK_DEMAND] = t[TWIN_TOTAL_DEMAND];
  values[TWIN_NETWORK_SALES] = t[TWIN_TOTAL_SALES];
  values[TWIN_NETWORK_LOST_SALES] = t[TWIN_TOTAL_LOST];
  values[TWIN_NETWORK_AVERAGE_INVENTORY] = n->initial_stock[node] + stock;
  values[TWIN_NETWORK_MIN_INVENTORY] = days > 0 ? t[TWIN_TOTAL_STOCK_MIN] : NAN;
  values[TWIN_NETWORK_MAX_INVENTORY] = days > 0 ? t[TWIN_TOTAL_STOCK_MAX] : NAN;
  values[TWIN_NETWORK_SD_INVENTORY] = variance < 0 ? 0 : sqrt (variance);
  values[TWIN_NETWORK_STORE_ORDERS] = t[TWIN_TOTAL_STORE_ORDERS];
  values[TWIN_NETWORK_WAREHOUSE_ORDERS] = t[TWIN_TOTAL_WAREHOUSE_ORDERS];
}

guint
twin_network_get_n_metrics (const TwinNetwork *n)
{
  return TWIN_NETWORK_N_METRICS + n->n_stores * TWIN_NETWORK_N_STORE_METRICS +
         TWIN_NETWORK_N_WAREHOUSE_METRICS;
}

void
twin_network_totals_store (const TwinNetwork *n,
                           const TwinNetworkTotals *self,
                           guint lane,
                           double *metrics,
                           gsize stride)
{
  double values[TWIN_NETWORK_N_METRICS];
  gsize row = 0;

  get_node_metrics (n, self, n->n_stores + 1, lane, values);
  for (guint i = 0; i < TWIN_NETWORK_N_METRICS; i++)
    metrics[row++ * stride] = values[i];
  for (guint store = 0; store < n->n_stores; store++)
    {
      get_node_metrics (n, self, store, lane, values);
      for (guint i = 0; i < TWIN_NETWORK_N_STORE_METRICS; i++)
        metrics[row++ * stride] = values[twin_network_store_rows[i]];
    }
  get_node_metrics (n, self, n->n_stores, lane, values);
  for (guint i = 0; i < TWIN_NETWORK_N_WAREHOUSE_METRICS; i++)
    metrics[row++ * stride] = values[twin_network_warehouse_rows[i]];
}
