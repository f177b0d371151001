/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-trace.h"
#include "twin-warehouse-private.h"

G_BEGIN_DECLS

/* The trace of a warehouse: a row an event. */

typedef enum
{
  TWIN_WAREHOUSE_EVENT_START,
  TWIN_WAREHOUSE_EVENT_DEMAND,
  TWIN_WAREHOUSE_EVENT_ORDER,
  TWIN_WAREHOUSE_EVENT_RECEIPT,
  TWIN_WAREHOUSE_EVENT_END
} TwinWarehouseEvent;

typedef enum
{
  TWIN_WAREHOUSE_COLUMN_TIME,
  TWIN_WAREHOUSE_COLUMN_EVENT,
  TWIN_WAREHOUSE_COLUMN_ON_HAND,
  TWIN_WAREHOUSE_COLUMN_BACKORDERS,
  TWIN_WAREHOUSE_COLUMN_ON_ORDER,
  TWIN_WAREHOUSE_COLUMN_POSITION,
  TWIN_WAREHOUSE_N_COLUMNS
} TwinWarehouseColumn;

/** An empty trace (transfer full). */
TwinTrace *twin_warehouse_trace_new (const TwinWarehouse *warehouse);
/** Adds what there is just after an event. @net_stock: units on hand − backorders. Returns FALSE
 *  where the trace is full. */
gboolean twin_warehouse_trace_add (TwinTrace *trace,
                                   double time,
                                   TwinWarehouseEvent event,
                                   double net_stock,
                                   double on_order);

G_END_DECLS
