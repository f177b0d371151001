/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-warehouse-trace.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const TwinTraceColumn columns[TWIN_WAREHOUSE_N_COLUMNS] = {
  [TWIN_WAREHOUSE_COLUMN_TIME] = { "time", N_ ("Time"), N_ ("days") },
  [TWIN_WAREHOUSE_COLUMN_EVENT] = { "event", N_ ("Event"), NULL },
  [TWIN_WAREHOUSE_COLUMN_ON_HAND] = { "on_hand", N_ ("On hand"), N_ ("units") },
  [TWIN_WAREHOUSE_COLUMN_BACKORDERS] = { "backorders", N_ ("Backorders"), N_ ("units") },
  [TWIN_WAREHOUSE_COLUMN_ON_ORDER] = { "on_order", N_ ("On order"), N_ ("units") },
  [TWIN_WAREHOUSE_COLUMN_POSITION] = { "position", N_ ("Inventory position"), N_ ("units") },
};

static const char *const events[] = {
  [TWIN_WAREHOUSE_EVENT_START] = "start",
  [TWIN_WAREHOUSE_EVENT_DEMAND] = "demand",
  [TWIN_WAREHOUSE_EVENT_ORDER] = "order",
  [TWIN_WAREHOUSE_EVENT_RECEIPT] = "receipt",
  [TWIN_WAREHOUSE_EVENT_END] = "end",
  NULL,
};

static const TwinTraceLayer layers[] = {
  { TWIN_TRACE_SHORTAGE, N_ ("Out of stock"), TWIN_WAREHOUSE_COLUMN_ON_HAND },
  { TWIN_TRACE_POSITION, N_ ("Inventory position"), TWIN_WAREHOUSE_COLUMN_POSITION },
  { TWIN_TRACE_LEVEL, N_ ("On hand"), TWIN_WAREHOUSE_COLUMN_ON_HAND },
  { TWIN_TRACE_ORDER, N_ ("Order placed"), TWIN_WAREHOUSE_COLUMN_ON_HAND, TWIN_TRACE_EQUALS,
    TWIN_WAREHOUSE_COLUMN_EVENT, TWIN_WAREHOUSE_EVENT_ORDER },
  { TWIN_TRACE_RECEIPT, N_ ("Order received"), TWIN_WAREHOUSE_COLUMN_ON_HAND, TWIN_TRACE_EQUALS,
    TWIN_WAREHOUSE_COLUMN_EVENT, TWIN_WAREHOUSE_EVENT_RECEIPT },
};

TwinTrace *
twin_warehouse_trace_new (const TwinWarehouse *w)
{
  TwinTrace *trace = twin_trace_new (columns, TWIN_WAREHOUSE_N_COLUMNS);

  twin_trace_set_labels (trace, TWIN_WAREHOUSE_COLUMN_EVENT, events);
  twin_trace_add_panel (trace, NULL, 0, 1, layers, G_N_ELEMENTS (layers));
  twin_trace_add_limit (trace, "s", w->reorder_point);
  twin_trace_add_limit (trace, "S", w->order_up_to);
  return trace;
}

gboolean
twin_warehouse_trace_add (TwinTrace *trace,
                          double time,
                          TwinWarehouseEvent event,
                          double net_stock,
                          double on_order)
{
  const double row[TWIN_WAREHOUSE_N_COLUMNS] = {
    [TWIN_WAREHOUSE_COLUMN_TIME] = time,
    [TWIN_WAREHOUSE_COLUMN_EVENT] = event,
    [TWIN_WAREHOUSE_COLUMN_ON_HAND] = fmax (net_stock, 0),
    [TWIN_WAREHOUSE_COLUMN_BACKORDERS] = fmax (-net_stock, 0),
    [TWIN_WAREHOUSE_COLUMN_ON_ORDER] = on_order,
    [TWIN_WAREHOUSE_COLUMN_POSITION] = net_stock + on_order,
  };

  return twin_trace_add (trace, row);
}
