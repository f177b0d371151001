/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>

/* One replication day by day: a row for each SKU at each node and day. */

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
  [COLUMN_ORDERED] = { "ordered", N_ ("Ordered"), N_ ("units") },
  [COLUMN_RECEIVED] = { "received", N_ ("Received"), N_ ("units") },
  [COLUMN_ON_HAND] = { "on_hand", N_ ("On hand"), N_ ("units") },
  [COLUMN_IN_TRANSIT] = { "in_transit", N_ ("In transit"), N_ ("units") },
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
  { TWIN_TRACE_POSITION, N_ ("Backlog"), COLUMN_BACKLOG },
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
        twin_trace_add_panel (trace, title ? title : n->node_titles[node], cell, n->n_cells,
                              warehouse_layers, G_N_ELEMENTS (warehouse_layers));
      twin_trace_add_limit (trace, "s", n->reorder_point[cell]);
      twin_trace_add_limit (trace, "S", n->order_up_to[cell]);
    }
}

/* What each cell did on the day that is over; FALSE where the trace is full. */
static gboolean
add_day (const TwinNetwork *n,
         const TwinNetworkState *s,
         TwinTrace *trace)
{
  for (guint cell = 0; cell < n->n_cells; cell++)
    {
      const double row[N_COLUMNS] = {
        [COLUMN_DAY] = s->day - 1.0,
        [COLUMN_NODE] = cell / n->n_skus,
        [COLUMN_SKU] = cell % n->n_skus,
        [COLUMN_DEMAND] = s->flows->demand[cell],
        [COLUMN_SALES] = s->flows->sales[cell],
        [COLUMN_LOST] = s->flows->lost[cell],
        [COLUMN_ORDERED] = s->flows->ordered[cell],
        [COLUMN_RECEIVED] = s->flows->received[cell],
        [COLUMN_ON_HAND] = s->on_hand[cell],
        [COLUMN_IN_TRANSIT] = s->on_order[cell],
        [COLUMN_BACKLOG] = s->backlog[cell],
      };
      if (!twin_trace_add (trace, row))
        return FALSE;
    }
  return TRUE;
}

TwinTrace *
twin_network_record (gconstpointer data,
                     uint64_t seed,
                     uint64_t replication)
{
  const TwinNetwork *n = data;
  TwinTrace *trace = twin_trace_new (columns, N_COLUMNS);
  const TwinNetworkKernel *kernel = twin_network_kernel_get_narrow ();
  TwinNetworkFlows *flows = twin_network_flows_new (n, 1);
  TwinNetworkState *state = twin_network_state_new (n, 1, flows);

  twin_trace_set_labels (trace, COLUMN_NODE, (const char *const *) n->node_names);
  twin_trace_set_labels (trace, COLUMN_SKU, (const char *const *) n->sku_names);
  twin_trace_set_warmup (trace, n->warmup);
  add_panels (n, trace);

  twin_network_state_start (n, state, &seed, &replication);
  while (state->day < n->n_days)
    {
      kernel->advance (n, state, NULL);
      if (!add_day (n, state, trace))
        break;
    }
  twin_network_state_free (n, state);
  twin_network_flows_free (flows);
  return trace;
}
