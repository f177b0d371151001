/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TwinNetworkNumber:
 *
 * One number that a controller of a network sees or says.
 *
 * *Observations* hold what somebody in charge may know, and nothing of tomorrow. For each store,
 * and in it for each SKU, five numbers: `on_hand`, `in_transit` (on the way to it), `backlog` (what
 * the warehouse owes it), `demand` and `lost` (of the last day; 0 before the first). Then for each
 * SKU at the warehouse three: `on_hand`, `on_order` (from the supplier), `backlog` (what it owes
 * all stores). Then `day`, the share of the horizon that is over. Then for each SKU `season_sin`
 * and `season_cos`: where the coming day stands in its season.
 *
 * *Actions* are one for each SKU at each node, stores first, then the warehouse: units to order
 * today. As by the rule, no order lifts the position above the capacity.
 *
 * Names are "store_1.sku_001.on_hand", "warehouse_1.sku_001.order", "day", "sku_001.season_sin".
 */
typedef struct
{
  const char *name;
  const char *unit; /* to be translated; NULL: none */
  double lower;     /* finite, as is upper. No observation is ever outside; an action may be … */
  double upper;     /* … above, but there is no room for more unless the position is negative */
  int node;         /* the store, counted from 0, or n_stores for the warehouse; −1: of no node */
  int sku;          /* counted from 0; −1: of no SKU */
} TwinNetworkNumber;

G_END_DECLS
