/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>

/* What the network's results are, in words: of all of it, of a store and of the warehouse. What a
 * node has under a name is computed as what the whole network has under it. */

#define SHARE NULL, TWIN_QUANTITY_SHARE
#define MONEY NULL, TWIN_QUANTITY_MONEY
#define UNITS N_ ("units"), TWIN_QUANTITY_STOCK
#define COUNT NULL, TWIN_QUANTITY_COUNT

const TwinMetric twin_network_metrics[TWIN_NETWORK_N_METRICS] = {
  [TWIN_NETWORK_SERVICE_LEVEL] =
      { "service_level", N_ ("Service level"), SHARE, TWIN_METRIC_HEADLINE | TWIN_METRIC_SERVICE,
        N_ ("Units sold ÷ units demanded; 1 where nothing was demanded.") },
  [TWIN_NETWORK_AVERAGE_DAILY_SERVICE_LEVEL] =
      { "average_daily_service_level", N_ ("Average daily service level"), SHARE, 0,
        N_ ("Each day’s units sold ÷ units demanded, averaged over the days.") },
  [TWIN_NETWORK_MIN_DAILY_SERVICE_LEVEL] =
      { "min_daily_service_level", N_ ("Lowest daily service level"), SHARE, 0,
        N_ ("The service level of the worst day.") },
  [TWIN_NETWORK_FILL_RATE] =
      { "fill_rate", N_ ("Fill rate of store orders"), SHARE, TWIN_METRIC_HEADLINE,
        N_ ("Store orders shipped whole on the day they were placed ÷ store orders; 1 where there "
            "were none.") },
  [TWIN_NETWORK_TOTAL_COST] =
      { "total_cost", N_ ("Total cost"), MONEY, TWIN_METRIC_HEADLINE | TWIN_METRIC_OBJECTIVE,
        N_ ("Holding cost + stockout cost + ordering cost.") },
  [TWIN_NETWORK_HOLDING_COST] =
      { "holding_cost", N_ ("Holding cost"), MONEY, TWIN_METRIC_COST_PART,
        N_ ("Holding cost per unit and day × units on hand at the end of each day.") },
  [TWIN_NETWORK_STOCKOUT_COST] =
      { "stockout_cost", N_ ("Stockout cost"), MONEY, TWIN_METRIC_COST_PART,
        N_ ("Stockout penalty × units lost.") },
  [TWIN_NETWORK_ORDERING_COST] =
      { "ordering_cost", N_ ("Ordering cost"), MONEY, TWIN_METRIC_COST_PART,
        N_ ("Order costs of stores and warehouse.") },
  [TWIN_NETWORK_AVERAGE_DAILY_COST] =
      { "average_daily_cost", N_ ("Average daily cost"), MONEY, 0, N_ ("Total cost ÷ days.") },
  [TWIN_NETWORK_DEMAND] = { "demand", N_ ("Demand"), UNITS, 0, N_ ("Units that customers wanted.") },
  [TWIN_NETWORK_SALES] = { "sales", N_ ("Sales"), UNITS, 0, N_ ("Units sold.") },
  [TWIN_NETWORK_LOST_SALES] =
      { "lost_sales", N_ ("Lost sales"), UNITS, 0, N_ ("Units wanted, but not there.") },
  [TWIN_NETWORK_AVERAGE_INVENTORY] =
      { "average_inventory", N_ ("Average inventory"), UNITS, TWIN_METRIC_HEADLINE,
        N_ ("Units on hand at stores and warehouse at the end of a day, averaged over the days.") },
  [TWIN_NETWORK_MIN_INVENTORY] =
      { "min_inventory", N_ ("Lowest inventory"), UNITS, 0,
        N_ ("Units on hand at the end of the day that had the fewest.") },
  [TWIN_NETWORK_MAX_INVENTORY] =
      { "max_inventory", N_ ("Highest inventory"), UNITS, 0,
        N_ ("Units on hand at the end of the day that had the most.") },
  [TWIN_NETWORK_SD_INVENTORY] =
      { "sd_inventory", N_ ("Standard deviation of inventory"), UNITS, 0,
        N_ ("Of the units on hand at the end of a day, over the days (of the population).") },
  [TWIN_NETWORK_STORE_ORDERS] =
      { "store_orders", N_ ("Store orders"), COUNT, 0, N_ ("Orders that stores placed.") },
  [TWIN_NETWORK_WAREHOUSE_ORDERS] =
      { "warehouse_orders", N_ ("Warehouse orders"), COUNT, 0,
        N_ ("Orders that the warehouse placed.") },
};

const TwinMetric twin_network_store_metrics[TWIN_NETWORK_N_STORE_METRICS] = {
  { "service_level", N_ ("Service level"), SHARE, TWIN_METRIC_COLUMN,
    N_ ("Units sold ÷ units demanded; 1 where nothing was demanded.") },
  { "average_daily_service_level", N_ ("Average daily service level"), SHARE, 0,
    N_ ("Each day’s units sold ÷ units demanded, averaged over the days.") },
  { "min_daily_service_level", N_ ("Lowest daily service level"), SHARE, 0,
    N_ ("The service level of the worst day.") },
  { "fill_rate", N_ ("Fill rate of its orders"), SHARE, TWIN_METRIC_COLUMN,
    N_ ("Orders shipped to it whole on the day they were placed ÷ its orders; 1 where there were "
        "none.") },
  { "total_cost", N_ ("Total cost"), MONEY, TWIN_METRIC_COLUMN,
    N_ ("Holding, stockout and ordering cost.") },
  { "holding_cost", N_ ("Holding cost"), MONEY, 0, N_ ("Of the units on hand here.") },
  { "stockout_cost", N_ ("Stockout cost"), MONEY, 0, N_ ("Of the units lost here.") },
  { "ordering_cost", N_ ("Ordering cost"), MONEY, 0, N_ ("Of the orders placed here.") },
  { "average_daily_cost", N_ ("Average daily cost"), MONEY, 0, N_ ("Total cost ÷ days.") },
  { "demand", N_ ("Demand"), UNITS, 0, N_ ("Units that customers wanted.") },
  { "sales", N_ ("Sales"), UNITS, TWIN_METRIC_COLUMN, N_ ("Units sold.") },
  { "lost_sales", N_ ("Lost sales"), UNITS, TWIN_METRIC_COLUMN,
    N_ ("Units wanted, but not there.") },
  { "average_inventory", N_ ("Average inventory"), UNITS, TWIN_METRIC_COLUMN,
    N_ ("Units on hand at the end of a day, averaged over the days.") },
  { "min_inventory", N_ ("Lowest inventory"), UNITS, 0,
    N_ ("Units on hand at the end of the day that had the fewest.") },
  { "max_inventory", N_ ("Highest inventory"), UNITS, 0,
    N_ ("Units on hand at the end of the day that had the most.") },
  { "sd_inventory", N_ ("Standard deviation of inventory"), UNITS, 0,
    N_ ("Of the units on hand at the end of a day, over the days (of the population).") },
  { "store_orders", N_ ("Store orders"), COUNT, 0, N_ ("Orders that it placed.") },
};

const TwinMetric twin_network_warehouse_metrics[TWIN_NETWORK_N_WAREHOUSE_METRICS] = {
  { "fill_rate", N_ ("Fill rate of store orders"), SHARE, TWIN_METRIC_COLUMN,
    N_ ("Store orders shipped whole on the day they were placed ÷ store orders; 1 where there were "
        "none.") },
  { "total_cost", N_ ("Total cost"), MONEY, TWIN_METRIC_COLUMN, N_ ("Holding and ordering cost.") },
  { "holding_cost", N_ ("Holding cost"), MONEY, 0, N_ ("Of the units on hand here.") },
  { "ordering_cost", N_ ("Ordering cost"), MONEY, 0, N_ ("Of the orders placed here.") },
  { "average_daily_cost", N_ ("Average daily cost"), MONEY, 0, N_ ("Total cost ÷ days.") },
  { "demand", N_ ("Demand"), UNITS, 0, N_ ("Units that stores ordered.") },
  { "sales", N_ ("Shipments"), UNITS, TWIN_METRIC_COLUMN, N_ ("Units shipped to stores.") },
  { "average_inventory", N_ ("Average inventory"), UNITS, TWIN_METRIC_COLUMN,
    N_ ("Units on hand at the end of a day, averaged over the days.") },
  { "min_inventory", N_ ("Lowest inventory"), UNITS, 0,
    N_ ("Units on hand at the end of the day that had the fewest.") },
  { "max_inventory", N_ ("Highest inventory"), UNITS, 0,
    N_ ("Units on hand at the end of the day that had the most.") },
  { "sd_inventory", N_ ("Standard deviation of inventory"), UNITS, 0,
    N_ ("Of the units on hand at the end of a day, over the days (of the population).") },
  { "store_orders", N_ ("Store orders"), COUNT, 0, N_ ("Orders that stores placed here.") },
  { "warehouse_orders", N_ ("Warehouse orders"), COUNT, 0, N_ ("Orders that it placed.") },
};
