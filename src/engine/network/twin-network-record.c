/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>

/* One replication day by day: a row for each SKU at each node and day, or a row a day. */

enum
{
  COLUMN_DAY,
  COLUMN_NODE,
  COLUMN_SKU,
  COLUMN_DEMAND,
  COLUMN_SALES,
  COLUMN_LOST,
  COLUMN_ORDERED,
  COLUMN_RECEIVED,
  COLUMN_ON_HAND,
  COLUMN_IN_TRANSIT,
  COLUMN_BACKLOG,
  N_COLUMNS
};

static const TwinTraceColumn columns[N_COLUMNS] = {
  [COLUMN_DAY] = { "day", N_ ("Day"), N_ ("days") },
  [COLUMN_NODE] = { "node", N_ ("Node"), NULL },
  [COLUMN_SKU] = { "sku", N_ ("SKU"), NULL },
  [COLUMN_DEMAND] = { "demand", N_ ("Demand"), N_ ("units") },
  [COLUMN_SALES] = { "sales", N_ ("Sales"), N_ ("units") },
  [COLUMN_LOST] = { "lost", N_ ("Lost sales"), N_ ("units") },
  /* Translators: units ordered on a day */
  [COLUMN_ORDERED] = { "ordered", N_ ("Ordered"), N_ ("units") },
  /* Translators: units received on a day */
  [COLUMN_RECEIVED] = { "received", N_ ("Received"), N_ ("units") },
  [COLUMN_ON_HAND] = { "on_hand", N_ ("On hand"), N_ ("units") },
  [COLUMN_IN_TRANSIT] = { "in_transit", N_ ("In transit"), N_ ("units") },
  /* Translators: units that the warehouse still owes to stores */
  [COLUMN_BACKLOG] = { "backlog", N_ ("Backlog"), N_ ("units") },
};

static const TwinTraceLayer store_layers[] = {
  { TWIN_TRACE_LEVEL, N_ ("On hand"), COLUMN_ON_HAND },
  { TWIN_TRACE_ORDER, N_ ("Order placed"), COLUMN_ON_HAND, TWIN_TRACE_POSITIVE, COLUMN_ORDERED },
  { TWIN_TRACE_RECEIPT, N_ ("Order received"), COLUMN_ON_HAND, TWIN_TRACE_POSITIVE,
    COLUMN_RECEIVED },
  { TWIN_TRACE_LOSS, N_ ("Lost sales"), COLUMN_LOST, TWIN_TRACE_POSITIVE, COLUMN_LOST },
};

static const TwinTraceLayer warehouse_layers[] = {
  { TWIN_TRACE_LEVEL, N_ ("On hand"), COLUMN_ON_HAND },
  { TWIN_TRACE_BACKLOG, N_ ("Backlog"), COLUMN_BACKLOG },
  { TWIN_TRACE_ORDER, N_ ("Order placed"), COLUMN_ON_HAND, TWIN_TRACE_POSITIVE, COLUMN_ORDERED },
  { TWIN_TRACE_RECEIPT, N_ ("Order received"), COLUMN_ON_HAND, TWIN_TRACE_POSITIVE,
    COLUMN_RECEIVED },
};

/* A panel for each SKU at each node: its rows come round every n_cells. */
static void
add_panels (const TwinNetwork *n,
            TwinTrace *trace)
{
  for (guint cell = 0; cell < n->n_cells; cell++)
    {
      guint node = cell / n->n_skus;
      g_autofree char *title = NULL;

      if (n->n_skus > 1)
        /* Translators: a store or warehouse and a product: "Downtown, Premium coffee beans" */
        title = g_strdup_printf (_("%s, %s"), n->node_titles[node],
                                 n->sku_titles[cell % n->n_skus]);
      if (node < n->n_stores)
        twin_trace_add_panel (trace, title ? title : n->node_titles[node], cell, n->n_cells,
                              store_layers, G_N_ELEMENTS (store_layers));
      else
        {
          twin_trace_add_panel (trace, title ? title : n->node_titles[node], cell, n->n_cells,
                                warehouse_layers, G_N_ELEMENTS (warehouse_layers));
          twin_trace_mark_essential (trace);
        }
      twin_trace_add_limit (trace, "s", n->cells[cell].reorder_point);
      twin_trace_add_limit (trace, "S", n->cells[cell].order_up_to);
    }
}

/* What each cell did on the day that is over; FALSE where the trace is full. */
static gboolean
add_cells (const TwinNetwork *n,
           const TwinNetworkState *s,
           double cost,
           TwinTrace *trace)
{
  for (guint cell = 0; cell < n->n_cells; cell++)
    {
      const double *flow = twin_network_state_flow (s, cell, TWIN_DEMAND);
      const double *stock = twin_network_state_stock (s, cell, TWIN_ON_HAND);
      const double row[N_COLUMNS] = {
        [COLUMN_DAY] = s->day - 1.0,
        [COLUMN_NODE] = cell / n->n_skus,
        [COLUMN_SKU] = cell % n->n_skus,
        [COLUMN_DEMAND] = flow[TWIN_DEMAND],
        [COLUMN_SALES] = flow[TWIN_SALES],
        [COLUMN_LOST] = flow[TWIN_LOST],
        [COLUMN_ORDERED] = flow[TWIN_ORDERED],
        [COLUMN_RECEIVED] = flow[TWIN_RECEIVED],
        [COLUMN_ON_HAND] = stock[TWIN_ON_HAND],
        [COLUMN_IN_TRANSIT] = stock[TWIN_ON_ORDER],
        [COLUMN_BACKLOG] = stock[TWIN_BACKLOG],
      };
      if (!twin_trace_add (trace, row))
        return FALSE;
    }
  return TRUE;
}

/* Lives a replication, and has @add look at each day and its cost; FALSE from it ends it. */
static void
follow (const TwinNetwork *n,
        uint64_t seed,
        uint64_t replication,
        gboolean (*add) (const TwinNetwork *n,
                         const TwinNetworkState *s,
                         double cost,
                         TwinTrace *trace),
        TwinTrace *trace)
{
  const TwinNetworkKernel *kernel = twin_network_kernel_get_narrow ();
  double *flows = twin_network_new_lanes ((gsize) n->n_cells * TWIN_N_FLOWS, 1);
  TwinNetworkState *state = twin_network_state_new (n, 1, flows);
  gboolean room = TRUE;
  double reward;

  twin_network_state_start (n, state, &seed, &replication);
  while (room && state->day < n->n_days)
    {
      kernel->draw_noise (n, &state, 1, state->day);
      kernel->live (n, state, NULL, FALSE, NULL, &reward, NULL, 0);
      room = add (n, state, -reward, trace);
    }
  twin_network_state_free (n, state);
  g_aligned_free (flows);
}

TwinTrace *
twin_network_record (gconstpointer data,
                     uint64_t seed,
                     uint64_t replication)
{
  const TwinNetwork *n = data;
  TwinTrace *trace = twin_trace_new (columns, N_COLUMNS);

  twin_trace_set_labels (trace, COLUMN_NODE, (const char *const *) n->node_names);
  twin_trace_set_labels (trace, COLUMN_SKU, (const char *const *) n->sku_names);
  twin_trace_set_warmup (trace, n->warmup);
  add_panels (n, trace);
  follow (n, seed, replication, add_cells, trace);
  return trace;
}

/* All nodes together: a row a day. */

enum
{
  TOTAL_DAY,
  TOTAL_DEMAND,
  TOTAL_SALES,
  TOTAL_LOST_SALES,
  TOTAL_SERVICE_LEVEL,
  TOTAL_STORE_ORDERS,
  TOTAL_WAREHOUSE_ORDERS,
  TOTAL_INVENTORY,
  TOTAL_COST,
  N_TOTAL_COLUMNS
};

static const TwinTraceColumn total_columns[N_TOTAL_COLUMNS] = {
  [TOTAL_DAY] = { "day", N_ ("Day"), N_ ("days") },
  [TOTAL_DEMAND] = { "demand", N_ ("Demand"), N_ ("units") },
  [TOTAL_SALES] = { "sales", N_ ("Sales"), N_ ("units") },
  [TOTAL_LOST_SALES] = { "lost_sales", N_ ("Lost sales"), N_ ("units") },
  [TOTAL_SERVICE_LEVEL] = { "service_level", N_ ("Service (%)"), NULL },
  [TOTAL_STORE_ORDERS] = { "store_orders", N_ ("Store orders"), NULL },
  [TOTAL_WAREHOUSE_ORDERS] = { "warehouse_orders", N_ ("Warehouse orders"), NULL },
  [TOTAL_INVENTORY] = { "inventory", N_ ("Inventory"), N_ ("units") },
  [TOTAL_COST] = { "total_cost", N_ ("Total cost"), NULL },
};

static gboolean
add_totals (const TwinNetwork *n,
            const TwinNetworkState *s,
            double cost,
            TwinTrace *trace)
{
  double row[N_TOTAL_COLUMNS] = {
    [TOTAL_DAY] = s->day - 1.0,
    [TOTAL_SERVICE_LEVEL] = 100,
    [TOTAL_COST] = cost,
  };

  for (guint cell = 0; cell < n->n_cells; cell++)
    {
      const double *flow = twin_network_state_flow (s, cell, TWIN_DEMAND);
      gboolean is_store = cell < n->n_store_cells;

      row[TOTAL_INVENTORY] += twin_network_state_stock (s, cell, TWIN_ON_HAND)[0];
      row[is_store ? TOTAL_STORE_ORDERS : TOTAL_WAREHOUSE_ORDERS] += flow[TWIN_ORDERED] > 0;
      row[TOTAL_DEMAND] += is_store ? flow[TWIN_DEMAND] : 0;
      row[TOTAL_SALES] += is_store ? flow[TWIN_SALES] : 0;
      row[TOTAL_LOST_SALES] += is_store ? flow[TWIN_LOST] : 0;
    }
  if (row[TOTAL_DEMAND] > 0)
    row[TOTAL_SERVICE_LEVEL] = 100 * row[TOTAL_SALES] / row[TOTAL_DEMAND];
  return twin_trace_add (trace, row);
}

TwinTrace *
twin_network_record_days (gconstpointer data,
                          uint64_t seed,
                          uint64_t replication)
{
  const TwinNetwork *n = data;
  TwinTrace *trace = twin_trace_new (total_columns, N_TOTAL_COLUMNS);

  twin_trace_set_warmup (trace, n->warmup);
  follow (n, seed, replication, add_totals, trace);
  return trace;
}
