/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-warehouse-private.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the warehouse is, in words and numbers: its parameters, metrics, scenarios and assumptions.
 * Files, command line, side bar, charts and manual are all made from these tables. */

/* Translators: kinds of a distribution */
static const TwinChoice lead_times[] = {
  [TWIN_LEAD_TIME_UNIFORM] = { "uniform", NC_ ("choice", "Uniform") },
  [TWIN_LEAD_TIME_NORMAL] = { "normal", NC_ ("choice", "Normal") },
  { NULL },
};

/* Translators: what becomes of unmet demand */
static const TwinChoice unmet_demands[] = {
  [TWIN_UNMET_BACKORDER] = { "backorder", NC_ ("choice", "Backorder") },
  [TWIN_UNMET_LOST_SALE] = { "lost_sale", NC_ ("choice", "Lost sale") },
  { NULL },
};

const TwinParameter twin_warehouse_parameters[TWIN_WAREHOUSE_N_PARAMETERS] = {
  {
    .key = "reorder_point",
    /* Translators: the symbol s is what planners call it; keep it */
    .title = N_ ("Reorder point s"),
    .group = N_ ("Policy"),
    .unit = N_ ("units"),
    .help = N_ ("An order goes out when the inventory position is at or below it."),
    .type = TWIN_PARAMETER_WHOLE,
    .quantity = TWIN_QUANTITY_STOCK,
    .initial = 40,
    .lower = 0,
    .upper = 999999,
    .slider_lower = 0,
    .slider_upper = 200,
    .step = 1,
  },
  {
    .key = "order_up_to",
    /* Translators: the symbol S is what planners call it; keep it */
    .title = N_ ("Order up to S"),
    .group = N_ ("Policy"),
    .unit = N_ ("units"),
    .help = N_ ("An order lifts the inventory position up to it."),
    .type = TWIN_PARAMETER_WHOLE,
    .quantity = TWIN_QUANTITY_STOCK,
    .initial = 120,
    .lower = 1,
    .upper = 1000000,
    .slider_lower = 1,
    .slider_upper = 400,
    .step = 1,
  },
  {
    .key = "demand_rate",
    .title = N_ ("Demand rate"),
    .group = N_ ("Demand"),
    .unit = N_ ("units/day"),
    .help = N_ ("Customers arrive at random, one unit each, at this rate on average."),
    .type = TWIN_PARAMETER_REAL,
    .quantity = TWIN_QUANTITY_PLAIN,
    .initial = 20,
    .lower = 0,
    .upper = 1000000,
    .slider_lower = 0,
    .slider_upper = 100,
    .step = 0.5,
  },
  {
    .key = "unmet_demand",
    .title = N_ ("Unmet demand"),
    .group = N_ ("Demand"),
    .help = N_ ("What becomes of a demand that finds no stock: it waits, or it is lost."),
    .type = TWIN_PARAMETER_CHOICE,
    .choices = unmet_demands,
    .upper = TWIN_UNMET_LOST_SALE,
  },
  {
    .key = "lead_time.distribution",
    .title = N_ ("Distribution"),
    .group = N_ ("Lead time"),
    .help = N_ ("How the time from order to receipt varies."),
    .type = TWIN_PARAMETER_CHOICE,
    .choices = lead_times,
    .upper = TWIN_LEAD_TIME_NORMAL,
  },
  {
    .key = "lead_time.min_days",
    /* Translators: of lead times */
    .title = N_ ("Shortest"),
    .group = N_ ("Lead time"),
    .unit = N_ ("days"),
    .help = N_ ("The shortest time from order to receipt."),
    .type = TWIN_PARAMETER_REAL,
    .quantity = TWIN_QUANTITY_DAYS,
    .initial = 1,
    .lower = 0,
    .upper = 3650,
    .slider_lower = 0,
    .slider_upper = 30,
    .step = 0.5,
    .when_key = "lead_time.distribution",
    .when_choice = TWIN_LEAD_TIME_UNIFORM,
  },
  {
    .key = "lead_time.max_days",
    /* Translators: of lead times */
    .title = N_ ("Longest"),
    .group = N_ ("Lead time"),
    .unit = N_ ("days"),
    .help = N_ ("The longest time from order to receipt."),
    .type = TWIN_PARAMETER_REAL,
    .quantity = TWIN_QUANTITY_DAYS,
    .initial = 5,
    .lower = 0,
    .upper = 3650,
    .slider_lower = 0,
    .slider_upper = 30,
    .step = 0.5,
    .when_key = "lead_time.distribution",
    .when_choice = TWIN_LEAD_TIME_UNIFORM,
  },
  {
    .key = "lead_time.mean_days",
    .title = N_ ("Mean"),
    .group = N_ ("Lead time"),
    .unit = N_ ("days"),
    .help = N_ ("The mean of the normal distribution; a draw below 0 counts as 0."),
    .type = TWIN_PARAMETER_REAL,
    .quantity = TWIN_QUANTITY_DAYS,
    .initial = 3,
    .lower = 0,
    .upper = 3650,
    .slider_lower = 0,
    .slider_upper = 30,
    .step = 0.5,
    .when_key = "lead_time.distribution",
    .when_choice = TWIN_LEAD_TIME_NORMAL,
  },
  {
    .key = "lead_time.sd_days",
    .title = N_ ("Standard deviation"),
    .group = N_ ("Lead time"),
    .unit = N_ ("days"),
    .help = N_ ("The standard deviation of the normal distribution."),
    .type = TWIN_PARAMETER_REAL,
    .quantity = TWIN_QUANTITY_DAYS,
    .initial = 1,
    .lower = 0,
    .upper = 3650,
    .slider_lower = 0,
    .slider_upper = 10,
    .step = 0.1,
    .when_key = "lead_time.distribution",
    .when_choice = TWIN_LEAD_TIME_NORMAL,
  },
  {
    .key = "holding_cost",
    .title = N_ ("Holding cost"),
    .group = N_ ("Costs"),
    .unit = N_ ("per unit and day"),
    .help = N_ ("Paid for every unit on hand, for as long as it is there."),
    .type = TWIN_PARAMETER_REAL,
    .quantity = TWIN_QUANTITY_MONEY,
    .initial = 1,
    .upper = INFINITY,
    .step = 0.1,
  },
  {
    .key = "stockout_penalty",
    .title = N_ ("Stockout penalty"),
    .group = N_ ("Costs"),
    .unit = N_ ("per unit"),
    .help = N_ ("Paid once for every unit that is not filled at once, backordered or lost."),
    .type = TWIN_PARAMETER_REAL,
    .quantity = TWIN_QUANTITY_MONEY,
    .initial = 20,
    .upper = INFINITY,
    .step = 1,
  },
  {
    .key = "order_cost",
    .title = N_ ("Order cost"),
    .group = N_ ("Costs"),
    .unit = N_ ("per order"),
    .help = N_ ("Paid for every order placed, whatever its size."),
    .type = TWIN_PARAMETER_REAL,
    .quantity = TWIN_QUANTITY_MONEY,
    .initial = 50,
    .upper = INFINITY,
    .step = 5,
  },
  {
    .key = "horizon_days",
    .title = N_ ("Horizon"),
    .group = N_ ("Experiment"),
    .unit = N_ ("days"),
    .help = N_ ("The length of one replication."),
    .type = TWIN_PARAMETER_REAL,
    .quantity = TWIN_QUANTITY_DAYS,
    .initial = 365,
    .lower = 0,
    .above_lower = TRUE,
    .upper = 36500,
    .step = 5,
  },
};

const TwinOrdering twin_warehouse_orderings[TWIN_WAREHOUSE_N_ORDERINGS] = {
  { "reorder_point", "order_up_to", TRUE },
  { "lead_time.min_days", "lead_time.max_days", FALSE },
};

const TwinMetric twin_warehouse_metrics[TWIN_WAREHOUSE_N_METRICS] = {
  [TWIN_WAREHOUSE_FILL_RATE] = {
    "fill_rate", N_ ("Fill rate"), NULL, TWIN_QUANTITY_SHARE,
    TWIN_METRIC_HEADLINE | TWIN_METRIC_SERVICE,
    N_ ("Units filled at once ÷ units demanded; 1 where nothing was demanded."),
  },
  [TWIN_WAREHOUSE_TOTAL_COST] = {
    "total_cost", N_ ("Total cost"), NULL, TWIN_QUANTITY_MONEY,
    TWIN_METRIC_HEADLINE | TWIN_METRIC_OBJECTIVE,
    N_ ("Holding cost + stockout cost + ordering cost."),
  },
  [TWIN_WAREHOUSE_HOLDING_COST] = {
    "holding_cost", N_ ("Holding cost"), NULL, TWIN_QUANTITY_MONEY, TWIN_METRIC_COST_PART,
    N_ ("Holding cost per unit and day × units on hand, summed over time."),
  },
  [TWIN_WAREHOUSE_STOCKOUT_COST] = {
    "stockout_cost", N_ ("Stockout cost"), NULL, TWIN_QUANTITY_MONEY, TWIN_METRIC_COST_PART,
    N_ ("Stockout penalty × units not filled at once."),
  },
  [TWIN_WAREHOUSE_ORDERING_COST] = {
    "ordering_cost", N_ ("Ordering cost"), NULL, TWIN_QUANTITY_MONEY, TWIN_METRIC_COST_PART,
    N_ ("Order cost × orders placed."),
  },
  [TWIN_WAREHOUSE_AVERAGE_ON_HAND] = {
    "average_on_hand", N_ ("Average on hand"), N_ ("units"), TWIN_QUANTITY_STOCK,
    TWIN_METRIC_HEADLINE, N_ ("Units on hand, averaged over time."),
  },
  [TWIN_WAREHOUSE_ORDERS] = {
    /* Translators: a number of orders to the supplier */
    "orders", N_ ("Orders"), NULL, TWIN_QUANTITY_COUNT, TWIN_METRIC_HEADLINE,
    N_ ("Orders placed."),
  },
  [TWIN_WAREHOUSE_DEMAND] = {
    "demand", N_ ("Demand"), N_ ("units"), TWIN_QUANTITY_COUNT, 0, N_ ("Units demanded."),
  },
  [TWIN_WAREHOUSE_FILLED] = {
    /* Translators: demand filled at once from stock, in units */
    "filled", N_ ("Filled"), N_ ("units"), TWIN_QUANTITY_COUNT, 0,
    N_ ("Units filled at once from stock."),
  },
  [TWIN_WAREHOUSE_UNMET] = {
    /* Translators: demand that found no stock, in units */
    "unmet", N_ ("Unmet"), N_ ("units"), TWIN_QUANTITY_COUNT, 0,
    N_ ("Units not filled at once: backordered or lost."),
  },
  [TWIN_WAREHOUSE_ENDING_ON_HAND] = {
    "ending_on_hand", N_ ("Ending on hand"), N_ ("units"), TWIN_QUANTITY_COUNT, 0,
    N_ ("Units on hand at the horizon."),
  },
  [TWIN_WAREHOUSE_ENDING_BACKORDERS] = {
    "ending_backorders", N_ ("Ending backorders"), N_ ("units"), TWIN_QUANTITY_COUNT, 0,
    N_ ("Units still owed at the horizon."),
  },
};

static const TwinPresetChange demand_spike[] = {
  { "demand_rate", TWIN_CHANGE_MULTIPLY, 1.3, 1, 3 },
};

static const TwinPresetChange lead_time_disruption[] = {
  { "lead_time.min_days", TWIN_CHANGE_MULTIPLY, 1.5, 1, 5 },
  { "lead_time.max_days", TWIN_CHANGE_MULTIPLY, 1.5, 1, 5 },
  { "lead_time.mean_days", TWIN_CHANGE_MULTIPLY, 1.5, 1, 5 },
  { "lead_time.sd_days", TWIN_CHANGE_MULTIPLY, 1.5, 1, 5 },
};

const TwinPreset twin_warehouse_presets[TWIN_WAREHOUSE_N_PRESETS] = {
  { "baseline", N_ ("Baseline"), NULL, 0 },
  { "demand_spike", N_ ("Demand spike"), demand_spike, G_N_ELEMENTS (demand_spike) },
  { "lead_time_disruption", N_ ("Lead-time disruption"), lead_time_disruption,
    G_N_ELEMENTS (lead_time_disruption) },
};

const TwinDecision twin_warehouse_decisions[TWIN_WAREHOUSE_N_DECISIONS] = {
  { "reorder_point", 50, 130, 5 },
  { "order_up_to", 100, 260, 10 },
};

/* λ = 10, h = 1, p = 25, K = 50, (s, S) = (60, 160) */
#define REFERENCE_POLICY                                                                           \
  "demand_rate=10", "holding_cost=1", "stockout_penalty=25", "order_cost=50", "reorder_point=60",  \
      "order_up_to=160"
#define LOST_SALE REFERENCE_POLICY, "unmet_demand=lost_sale"
#define BACKORDER REFERENCE_POLICY, "unmet_demand=backorder"
#define LEAD_5 "lead_time.distribution=uniform", "lead_time.min_days=5", "lead_time.max_days=5"
#define LEAD_U_3_7 "lead_time.distribution=uniform", "lead_time.min_days=3", "lead_time.max_days=7"
#define LEAD_N_5_1 "lead_time.distribution=normal", "lead_time.mean_days=5", "lead_time.sd_days=1"
#define LEAD_U_6_14                                                                                \
  "lead_time.distribution=uniform", "lead_time.min_days=6", "lead_time.max_days=14"
#define SETTINGS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define SOURCE N_ ("Renewal-reward analysis of the order cycle")

const TwinReferenceCase twin_warehouse_reference_cases[TWIN_WAREHOUSE_N_REFERENCE_CASES] = {
  { N_ ("Lost sale, L = 5"), SETTINGS (LOST_SALE, LEAD_5), 66.3047, 0.99717, SOURCE },
  { N_ ("Lost sale, L ~ U(3, 7)"), SETTINGS (LOST_SALE, LEAD_U_3_7), 70.9664, 0.98079, SOURCE },
  { N_ ("Lost sale, L ~ N(5, 1)"), SETTINGS (LOST_SALE, LEAD_N_5_1), 69.7496, 0.98506, SOURCE },
  { N_ ("Lost sale, L ~ U(6, 14)"), SETTINGS (LOST_SALE, LEAD_U_6_14), 111.4129, 0.71326, SOURCE },
  { N_ ("Backorder, L = 5"), SETTINGS (BACKORDER, LEAD_5), 66.2166, 0.99716, SOURCE },
  { N_ ("Backorder, L ~ U(3, 7)"), SETTINGS (BACKORDER, LEAD_U_3_7), 70.5107, 0.98041, SOURCE },
  { N_ ("Backorder, L ~ N(5, 1)"), SETTINGS (BACKORDER, LEAD_N_5_1), 69.3809, 0.98484, SOURCE },
  { N_ ("Backorder, L ~ U(6, 14)"), SETTINGS (BACKORDER, LEAD_U_6_14), 138.5490, 0.54148, SOURCE },
};

const TwinAssumption twin_warehouse_assumptions[TWIN_WAREHOUSE_N_ASSUMPTIONS] = {
  { N_ ("System"), N_ ("One warehouse keeps one product, which comes from one supplier."), NULL },
  { N_ ("Demand"),
    N_ ("Customers arrive at random (a Poisson process) and want one unit each. The rate does not "
        "change within a run; seasons and trends are left out."),
    "demand_rate" },
  { N_ ("Unmet demand"),
    N_ ("A customer who finds no stock waits for the next receipt (backorder) or goes away (lost "
        "sale). The penalty is paid once for each such unit, however long it waits."),
    "unmet_demand" },
  /* Translators: when stock is looked at; a heading */
  { N_ ("Review"),
    N_ ("Stock is known at every moment. After every demand and every receipt the inventory "
        "position, on hand + on order − backorders, is held against the reorder point s."),
    "reorder_point" },
  { N_ ("Order size"),
    N_ ("An order lifts the inventory position up to S. The supplier always has enough and "
        "delivers the whole order at once."),
    "order_up_to" },
  { N_ ("Outstanding orders"),
    N_ ("One order is outstanding at the most. After a long lead time the position can still be at "
        "or below s at the receipt, and the next order goes out in that moment."),
    NULL },
  { N_ ("Lead time"),
    N_ ("The time from order to receipt is drawn anew for every order, uniform or normal, "
        "independent of all else. A normal draw below 0 counts as 0."),
    "lead_time.distribution" },
  /* Translators: what comes first of two events at the same instant; a heading */
  { N_ ("Ties"),
    N_ ("Where a demand and a receipt fall on the same instant, the demand comes first."), NULL },
  { N_ ("Costs"),
    N_ ("Holding cost is paid for every unit on hand, for as long as it is there; the order cost "
        "for every order, whatever its size. What is on the way costs nothing."),
    "holding_cost" },
  { N_ ("Start and end"),
    N_ ("A run starts with S units on hand and nothing on order, and ends at the horizon; nothing "
        "is paid for what is still open then."),
    "horizon_days" },
  { N_ ("Random numbers"),
    N_ ("Replication i of a seed draws the same random numbers for its k-th order cycle whatever "
        "the policy and scenario, so differences between them are differences of the policy."),
    NULL },
};
