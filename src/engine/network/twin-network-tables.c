/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the network is, in words and numbers: its parameters, scenarios and assumptions. Files,
 * command line, side bar, charts and manual are all made from these tables. */

#define N_STORES 3

static const char *const sku_ids[] = { "sku_001" };
static const char *const sku_names[] = { "Premium coffee beans" };
static const char *const store_ids[N_STORES] = { "store_1", "store_2", "store_3" };
static const char *const store_names[N_STORES] = { "Downtown", "Suburban", "Mall" };
static const double demand_multipliers[N_STORES] = { 1.2, 1.0, 1.5 };
static const double initial_inventories[N_STORES] = { 700, 600, 900 };
static const double capacities[N_STORES] = { 2000, 1500, 2500 };
static const double reorder_points[N_STORES] = { 300, 250, 400 };
static const double order_up_tos[N_STORES] = { 800, 700, 1000 };

const TwinParameterList twin_network_lists[TWIN_NETWORK_N_LISTS] = {
  { "stores", N_ ("Stores"), N_ ("Store"), N_STORES, 1, 200, N_ ("all stores"), N_ ("Add Store") },
  { "skus", N_ ("SKUs"), N_ ("SKU"), 1, 1, 200, N_ ("all SKUs"), N_ ("Add SKU"),
    N_ ("One Number for Each SKU") },
};

/* A real number of 0 or more, with a default; what else it needs is said behind. */
#define AMOUNT(k, t, g, u, h, d)                                                                   \
  .key = k, .title = t, .group = g, .unit = u, .help = h, .type = TWIN_PARAMETER_REAL, .initial = d

const TwinParameter twin_network_parameters[TWIN_NETWORK_N_PARAMETERS] = {
  { .key = "stores.*.id", .title = N_ ("Identifier"), .group = N_ ("Stores"),
    .help = N_ ("What files and agents call the store; one of its own for each."),
    .type = TWIN_PARAMETER_TEXT, .item_text = store_ids },
  { .key = "stores.*.name", .title = N_ ("Name"), .group = N_ ("Stores"),
    .help = N_ ("What people call the store."), .type = TWIN_PARAMETER_TEXT,
    .item_text = store_names },
  { AMOUNT ("stores.*.reorder_point", N_ ("Reorder point s"), N_ ("Stores"), N_ ("units"),
            N_ ("The store orders when its inventory position is at or below it."), 300),
    .item_initial = reorder_points, .quantity = TWIN_QUANTITY_STOCK, .upper = 1e9,
    .slider_upper = 1000, .step = 10, .per = "skus" },
  { AMOUNT ("stores.*.order_up_to", N_ ("Order up to S"), N_ ("Stores"), N_ ("units"),
            N_ ("An order lifts the store’s inventory position up to it."), 800),
    .item_initial = order_up_tos, .quantity = TWIN_QUANTITY_STOCK, .upper = 1e9,
    .slider_upper = 2000, .step = 10, .per = "skus" },
  { AMOUNT ("stores.*.demand_multiplier", N_ ("Demand factor"), N_ ("Stores"), NULL,
            N_ ("The store’s demand as a multiple of each SKU's base demand."), 1),
    .item_initial = demand_multipliers, .quantity = TWIN_QUANTITY_PLAIN, .upper = 1e6,
    .slider_upper = 3, .step = 0.1, .per = "skus" },
  { AMOUNT ("stores.*.initial_inventory", N_ ("Initial inventory"), N_ ("Stores"), N_ ("units"),
            N_ ("Units on hand when a run starts."), 600),
    .item_initial = initial_inventories, .quantity = TWIN_QUANTITY_STOCK, .upper = 1e9, .step = 50,
    .per = "skus" },
  { AMOUNT ("stores.*.capacity", N_ ("Capacity"), N_ ("Stores"), N_ ("units"),
            N_ ("No order lifts the store’s inventory position above it."), 2000),
    .item_initial = capacities, .quantity = TWIN_QUANTITY_STOCK, .upper = 1e9, .step = 100,
    .per = "skus" },

  { AMOUNT ("warehouse.reorder_point", N_ ("Reorder point s"), N_ ("Warehouse"), N_ ("units"),
            N_ ("The warehouse orders when its inventory position is at or below it."), 2000),
    .quantity = TWIN_QUANTITY_STOCK, .upper = 1e9, .slider_upper = 10000, .step = 50,
    .per = "skus" },
  { AMOUNT ("warehouse.order_up_to", N_ ("Order up to S"), N_ ("Warehouse"), N_ ("units"),
            N_ ("An order lifts the warehouse’s inventory position up to it."), 6000),
    .quantity = TWIN_QUANTITY_STOCK, .upper = 1e9, .slider_upper = 20000, .step = 50,
    .per = "skus" },
  { AMOUNT ("warehouse.initial_inventory", N_ ("Initial inventory"), N_ ("Warehouse"), N_ ("units"),
            N_ ("Units on hand when a run starts."), 5000),
    .quantity = TWIN_QUANTITY_STOCK, .upper = 1e9, .step = 100, .per = "skus" },
  { AMOUNT ("warehouse.capacity", N_ ("Capacity"), N_ ("Warehouse"), N_ ("units"),
            N_ ("No order lifts the warehouse’s inventory position above it."), 15000),
    .quantity = TWIN_QUANTITY_STOCK, .upper = 1e9, .step = 500, .per = "skus" },
  { .key = "warehouse.lead_time_to_stores_days", .title = N_ ("Lead time to stores"),
    .group = N_ ("Warehouse"), .unit = N_ ("days"),
    .help = N_ ("Days from shipment to arrival at a store; 0: there the same evening."),
    .type = TWIN_PARAMETER_WHOLE, .quantity = TWIN_QUANTITY_DAYS, .initial = 2, .upper = 365,
    .slider_upper = 14, .step = 1 },

  { .key = "supplier.lead_time_days", .title = N_ ("Lead time"), .group = N_ ("Supplier"),
    .unit = N_ ("days"), .help = N_ ("Days from the warehouse’s order to its delivery."),
    .type = TWIN_PARAMETER_WHOLE, .quantity = TWIN_QUANTITY_DAYS, .initial = 7, .upper = 365,
    .slider_upper = 30, .step = 1 },
  { AMOUNT ("supplier.reliability", N_ ("Reliability"), N_ ("Supplier"), NULL,
            N_ ("The chance that an order arrives; else it is lost on the day it is due."), 0.98),
    .quantity = TWIN_QUANTITY_SHARE, .upper = 1, .slider_lower = 0.5, .slider_upper = 1,
    .step = 0.01 },

  { .key = "skus.*.id", .title = N_ ("Identifier"), .group = N_ ("SKUs"),
    .help = N_ ("What files call the SKU; one of its own for each."), .type = TWIN_PARAMETER_TEXT,
    .item_text = sku_ids },
  { .key = "skus.*.name", .title = N_ ("Name"), .group = N_ ("SKUs"),
    .help = N_ ("What people call the SKU."), .type = TWIN_PARAMETER_TEXT,
    .item_text = sku_names },
  { AMOUNT ("skus.*.base_demand", N_ ("Base demand"), N_ ("SKUs"), N_ ("units/day"),
            N_ ("Mean demand of a store whose demand factor is 1, season aside."), 50),
    .quantity = TWIN_QUANTITY_STOCK, .upper = 1e6, .slider_upper = 200, .step = 1 },
  { AMOUNT ("skus.*.demand_sd", N_ ("Standard deviation"), N_ ("SKUs"), N_ ("units/day"),
            N_ ("Standard deviation of a store’s daily demand."), 15),
    .quantity = TWIN_QUANTITY_STOCK, .upper = 1e6, .slider_upper = 100, .step = 1 },
  { AMOUNT ("skus.*.seasonality_amplitude", N_ ("Season’s amplitude"), N_ ("SKUs"), NULL,
            N_ ("How far the season moves mean demand up and down."), 0.3),
    .quantity = TWIN_QUANTITY_SHARE, .upper = 1, .slider_upper = 1, .step = 0.05 },
  { AMOUNT ("skus.*.seasonality_period_days", N_ ("Season’s period"), N_ ("SKUs"), N_ ("days"),
            N_ ("Days from one peak of the season to the next."), 30),
    .quantity = TWIN_QUANTITY_DAYS, .above_lower = TRUE, .upper = 36500, .step = 1 },
  { AMOUNT ("skus.*.holding_cost", N_ ("Holding cost"), N_ ("SKUs"), N_ ("per unit and day"),
            N_ ("Paid for every unit on hand at the end of a day, at stores and warehouse."), 0.5),
    .quantity = TWIN_QUANTITY_MONEY, .upper = INFINITY, .step = 0.1 },
  { AMOUNT ("skus.*.stockout_penalty", N_ ("Stockout penalty"), N_ ("SKUs"), N_ ("per unit"),
            N_ ("Paid for every unit that a customer wanted and a store had not."), 10),
    .quantity = TWIN_QUANTITY_MONEY, .upper = INFINITY, .step = 1 },
  { AMOUNT ("skus.*.order_cost", N_ ("Warehouse order cost"), N_ ("SKUs"), N_ ("per order"),
            N_ ("Paid for every order of the warehouse."), 25),
    .quantity = TWIN_QUANTITY_MONEY, .upper = INFINITY, .step = 5 },
  { AMOUNT ("skus.*.store_order_cost", N_ ("Store order cost"), N_ ("SKUs"), N_ ("per order"),
            N_ ("Paid for every order of a store."), 0),
    .quantity = TWIN_QUANTITY_MONEY, .upper = INFINITY, .step = 5 },

  { .key = "whole_units", .title = N_ ("Whole units"), .group = N_ ("Demand"),
    .help = N_ ("Round each day’s demand to the nearest unit."), .type = TWIN_PARAMETER_BOOLEAN,
    .upper = 1 },
  { .key = "spike_days", .title = N_ ("Spike days"), .group = N_ ("Demand"),
    .help = N_ ("Days, counted from 0, on which demand is multiplied: 30,31,32."),
    .type = TWIN_PARAMETER_DAYS },
  { AMOUNT ("spike_multiplier", N_ ("Spike factor"), N_ ("Demand"), NULL,
            N_ ("What demand is multiplied by on spike days."), 1),
    .quantity = TWIN_QUANTITY_PLAIN, .upper = 1000, .slider_upper = 5, .step = 0.1 },
  { .key = "horizon_days", .title = N_ ("Horizon"), .group = N_ ("Experiment"), .unit = N_ ("days"),
    .help = N_ ("The length of one replication."), .type = TWIN_PARAMETER_WHOLE,
    .quantity = TWIN_QUANTITY_DAYS, .initial = 90, .lower = 1, .upper = 36500, .step = 10 },
  { .key = "warmup_days", .title = N_ ("Warm-up"), .group = N_ ("Experiment"), .unit = N_ ("days"),
    .help = N_ ("Days at the start that are simulated, but in no metric."),
    .type = TWIN_PARAMETER_WHOLE, .quantity = TWIN_QUANTITY_DAYS, .initial = 7, .upper = 36499,
    .step = 1 },
};

const TwinOrdering twin_network_orderings[TWIN_NETWORK_N_ORDERINGS] = {
  { "stores.*.reorder_point", "stores.*.order_up_to", TRUE },
  { "warehouse.reorder_point", "warehouse.order_up_to", TRUE },
  { "warmup_days", "horizon_days", TRUE },
};

static const TwinPresetChange spike[] = {
  { .key = "spike_days", .operation = TWIN_CHANGE_SET, .text = "30,31,32" },
  { .key = "spike_multiplier", .operation = TWIN_CHANGE_SET, .value = 2.5, .lower = 1, .upper = 10 },
};
static const TwinPresetChange strong_seasonality[] = {
  { .key = "skus.*.seasonality_amplitude", .operation = TWIN_CHANGE_SET, .value = 0.5, .lower = 0,
    .upper = 1 },
};
static const TwinPresetChange supplier_delay[] = {
  { .key = "supplier.lead_time_days", .operation = TWIN_CHANGE_ADD, .value = 7, .lower = 0,
    .upper = 30 },
};
static const TwinPresetChange high_variability[] = {
  { .key = "skus.*.demand_sd", .operation = TWIN_CHANGE_MULTIPLY, .value = 2, .lower = 1,
    .upper = 5 },
};

const TwinPreset twin_network_presets[TWIN_NETWORK_N_PRESETS] = {
  /* Translators: a scenario: things are as usual */
  { "normal", N_ ("Normal"), NULL, 0 },
  { "spike", N_ ("Demand spike"), spike, G_N_ELEMENTS (spike) },
  { "strong_seasonality", N_ ("Strong seasonality"), strong_seasonality,
    G_N_ELEMENTS (strong_seasonality) },
  { "supplier_delay", N_ ("Supplier delay"), supplier_delay, G_N_ELEMENTS (supplier_delay) },
  { "high_variability", N_ ("High variability"), high_variability,
    G_N_ELEMENTS (high_variability) },
};

const TwinDecision twin_network_decisions[TWIN_NETWORK_N_DECISIONS] = {
  { "stores.*.reorder_point", 50, 1000, 10 },
  { "stores.*.order_up_to", 100, 2000, 10 },
  { "warehouse.reorder_point", 200, 5000, 50 },
  { "warehouse.order_up_to", 500, 10000, 50 },
};

const TwinAssumption twin_network_assumptions[TWIN_NETWORK_N_ASSUMPTIONS] = {
  { N_ ("System"),
    N_ ("Any number of stores, which one warehouse supplies, which one supplier supplies. SKUs do "
        "not share stock and do not stand in for each other."),
    NULL },
  { N_ ("Days"),
    N_ ("Time goes day by day. Each day: customers come, stores serve them and order, the "
        "warehouse ships and orders, the supplier delivers, costs are counted."),
    NULL },
  { N_ ("Demand"),
    N_ ("A store’s daily demand is its mean with the season’s wave, plus normal noise, never below "
        "0. Stores, SKUs and days vary independently of each other."),
    "skus.0.base_demand" },
  { N_ ("Spikes"), N_ ("On spike days demand is multiplied, noise included."), "spike_multiplier" },
  { N_ ("Unmet demand"),
    N_ ("What a store has not is lost, and pays the stockout penalty once a unit."),
    "skus.0.stockout_penalty" },
  { N_ ("Store orders"),
    N_ ("At or below its reorder point a store orders up to S. What is on the way and what the "
        "warehouse still owes count, so nothing is ordered twice."),
    "stores.0.reorder_point" },
  { N_ ("Shipping"),
    N_ ("The warehouse ships oldest orders first, then by store; it ships a part where it has not "
        "enough, and the rest waits. What is shipped arrives after the lead time to stores."),
    "warehouse.lead_time_to_stores_days" },
  { N_ ("Supplier"),
    N_ ("An order arrives whole after the supplier’s lead time, or is lost on the day it is due "
        "and leaves the position then."),
    "supplier.reliability" },
  { N_ ("Capacity"),
    N_ ("No order lifts a position above the capacity; less is ordered. Goods that arrive are "
        "never turned away."),
    "warehouse.capacity" },
  { N_ ("Costs"),
    N_ ("Holding cost is charged on what is on hand at the end of the day, at stores and "
        "warehouse; what is on the way costs nothing. An order belongs to the day it was placed."),
    "skus.0.holding_cost" },
  { N_ ("Recorded demand"),
    N_ ("A record of what customers wanted can take the place of random demand. It then stands as "
        "it is: no season, spike or noise is added, and whole units round it."),
    NULL },
  { N_ ("Warm-up"),
    N_ ("Days before the warm-up’s end are in the trace and in no metric."), "warmup_days" },
  { N_ ("Random numbers"),
    N_ ("Replication i of a seed sees the same customers and the same supplier whatever the policy "
        "and scenario, so differences between them are differences of the policy."),
    NULL },
};
