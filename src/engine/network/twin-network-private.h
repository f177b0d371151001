/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-parameters.h"
#include "../twin-recording.h"
#include "../twin-stream.h"
#include "twin-network-env.h"

G_BEGIN_DECLS

/* A *node* is a store or the warehouse: stores are 0 … n_stores − 1, the warehouse is n_stores. A
 * *cell* is a SKU at a node, node · n_skus + sku; arrays over cells hold the stores' first and the
 * warehouse's last. Quantities are units, real. */

/** TwinNetwork: the parameters, laid out for simulation. Immutable. */
typedef struct
{
  guint n_days;
  guint warmup;    /* days before it are in no metric */
  guint n_skus;
  guint n_stores;
  guint n_cells;   /* (n_stores + 1) · n_skus */
  guint n_store_cells; /* n_stores · n_skus */
  gboolean whole_units;

  /* [n_skus] */
  double *holding_cost;     /* per unit and day */
  double *stockout_penalty; /* per unit lost */
  double *order_cost;       /* per order of the warehouse */
  double *store_order_cost; /* per order of a store */
  double *demand_sd;        /* units a day */
  double *season_period;    /* days */

  /* [n_cells] */
  double *initial_inventory;
  double *capacity;
  double *reorder_point;
  double *order_up_to;

  double *initial_stock; /* [n_stores + 2]: of each node, all SKUs together; then of all nodes */
  double *mean_demand; /* [n_store_cells], units a day, before season and spike */
  double *season;      /* [n_days][n_skus], factor */
  double *spike;       /* [n_days], factor */
  double *recorded;    /* [n_days][n_store_cells], demand to be replayed; or NULL */

  /* Rings by day: what is sent today goes to the slot before today's, and comes round again after
   * the lead time. No longer than the horizon, for what comes later never comes. */
  guint n_arrival_slots;  /* lead time to stores + 1 */
  guint n_delivery_slots; /* supplier's lead time + 1 */
  double reliability;     /* chance that an order of the warehouse arrives */

  char **node_names; /* [n_nodes + 1], NULL-terminated: "store_1" …, "warehouse_1" */
  char **node_titles;
  char **sku_names;   /* [n_skus + 1], NULL-terminated: "sku_001" … */
  char **sku_titles;
} TwinNetwork;

/** TwinBacklog: what the warehouse owes on one store order. */
typedef struct
{
  guint store;
  gboolean is_new; /* placed today */
  double quantity;
} TwinBacklog;

/** TwinNetworkFlows: what happened on one day; arrays are [n_cells][lanes]. A store's demand is its
 *  customers', the warehouse's is its stores'. */
typedef struct
{
  double *demand;
  double *sales;    /* of the warehouse: shipped to stores */
  double *lost;     /* of the warehouse: 0, for it keeps a backlog */
  double *ordered;
  double *received;
  double *whole;    /* 1 where a store's order was shipped whole on the day it was placed, else 0 */
  gsize n_numbers;  /* of all six, which begin at demand */
} TwinNetworkFlows;

/**
 * TwinNetworkState:
 *
 * Everything that is carried from day to day, of as many replications side by side as there are
 * *lanes*: each array's last index is the lane. All lanes stand on the same day and share nothing
 * else.
 */
typedef struct
{
  guint lanes;
  guint day;           /* the day that comes next; n_days: it is over */
  guint arrival_slot;  /* of that day, in arrivals */
  guint delivery_slot; /* of that day, in deliveries */

  double *on_hand;     /* [n_cells][lanes] */
  double *on_order;    /* [n_cells][lanes]: on the way to a store; ordered by the warehouse */
  double *backlog;     /* [n_cells][lanes]: owed to a store; the warehouse's is the sum of them */
  double *arrivals;    /* [n_arrival_slots][n_store_cells][lanes], a ring by day */
  double *deliveries;  /* [n_delivery_slots][n_skus][lanes], a ring by day */
  uint64_t *demands;   /* [n_store_cells][4][lanes]: a TwinStream each */
  uint64_t *supply;    /* [n_skus][4][lanes]: likewise */
  gsize n_numbers;     /* of all seven, which begin at on_hand */
  GArray **queues;     /* [n_skus][lanes] of TwinBacklog, oldest first; NULL: never had one */
  TwinNetworkFlows *flows; /* of the last day; borrowed */
} TwinNetworkState;

/** TwinTotal: what is added up over the days that count. */
typedef enum
{
  TWIN_TOTAL_DEMAND, /* units, as are sales and lost */
  TWIN_TOTAL_SALES,
  TWIN_TOTAL_LOST,
  TWIN_TOTAL_HOLDING, /* money, as are stockout and ordering */
  TWIN_TOTAL_STOCKOUT,
  TWIN_TOTAL_ORDERING,
  TWIN_TOTAL_STORE_ORDERS, /* of the warehouse: that it got */
  TWIN_TOTAL_WHOLE_ORDERS, /* of these, shipped whole on the day they were placed */
  TWIN_TOTAL_WAREHOUSE_ORDERS,
  TWIN_N_FLOW_TOTALS,

  /* the others, which are not sums of the SKUs' */
  TWIN_TOTAL_STOCK = TWIN_N_FLOW_TOTALS, /* counted from the start's, so that squares do not cancel */
  TWIN_TOTAL_STOCK_SQUARES,
  TWIN_TOTAL_STOCK_MIN,
  TWIN_TOTAL_STOCK_MAX,
  TWIN_TOTAL_SERVICE, /* of the days' service levels */
  TWIN_TOTAL_SERVICE_MIN,
  TWIN_N_TOTALS
} TwinTotal;

/** TwinNetworkTotals: replications so far, [lanes] of them. "Node" n_stores + 1 is all of them
 *  together, in which demand, sales and lost are those of customers. */
typedef struct
{
  guint lanes;
  guint days;    /* that count */
  double *sums;  /* [n_stores + 2][TWIN_N_TOTALS][lanes] */
  double *today; /* [TWIN_N_FLOW_TOTALS + 1][lanes]: all nodes' last day, then their stock; also in
                    the warm-up */
  gsize n_numbers; /* of both, which begin at sums */
} TwinNetworkTotals;

/** TwinNetworkKernel: the code that lives a day, for one lane or for several at once. What it
 *  computes is the same to the bit, whichever kernel it is. */
typedef struct
{
  const char *name;
  guint lanes;

  /** Steps 1 to 6 of a day. @orders: [n_cells][lanes] quantities that replace the (s, S) rule, NaN
   *  where the rule decides; or NULL: it decides everywhere. */
  void (*advance) (const TwinNetwork *network, TwinNetworkState *state, const double *orders);

  /** Step 7: counts the day that @state has just been through. */
  void (*count) (const TwinNetwork *network,
                 const TwinNetworkState *state,
                 TwinNetworkTotals *totals);

  /** What step 7 counts as the day's total cost: @costs is [lanes]. */
  void (*get_costs) (const TwinNetwork *network, const TwinNetworkState *state, double *costs);

  /** Turns lanes into rows: number i of lane k goes to rows[k · n_sources + i]. @sources:
   *  [n_sources] of [lanes]. */
  void (*write_rows) (const double *const *sources, guint n_sources, float *rows);

  /** And rows into lanes: @lanes is [n_columns][lanes]. What is negative or NaN becomes 0; returns
   *  how many there were of them. */
  guint (*read_rows) (const float *rows, guint n_columns, double *lanes);
} TwinNetworkKernel;

/* twin-network-kernels.c */
/** The kernel for one lane. */
const TwinNetworkKernel *twin_network_kernel_get_narrow (void);
/** The fastest kernel for several lanes that this processor can run. */
const TwinNetworkKernel *twin_network_kernel_get_wide (void);
/** All kernels that this processor can run, NULL-terminated, for tests. */
const TwinNetworkKernel *const *twin_network_kernel_list (void);

/* twin-network-state.c */
TwinNetworkFlows *twin_network_flows_new (const TwinNetwork *network, guint lanes);
void twin_network_flows_free (TwinNetworkFlows *self);
TwinNetworkState *twin_network_state_new (const TwinNetwork *network,
                                          guint lanes,
                                          TwinNetworkFlows *flows);
void twin_network_state_free (const TwinNetwork *network, TwinNetworkState *self);
/** Day 0. @seeds, @replications: [lanes]. */
void twin_network_state_start (const TwinNetwork *network,
                               TwinNetworkState *self,
                               const uint64_t *seeds,
                               const uint64_t *replications);

/* twin-network-backlog.c */
/** Step 4 for one SKU in one lane that has not enough for all: ships what there is, oldest order
 *  first, then by store. Today's orders are those in flows. */
void twin_network_state_ship (const TwinNetwork *network,
                              TwinNetworkState *self,
                              guint sku,
                              guint lane);

/* twin-network-metrics.c */
TwinNetworkTotals *twin_network_totals_new (const TwinNetwork *network, guint lanes);
void twin_network_totals_free (TwinNetworkTotals *self);
void twin_network_totals_start (const TwinNetwork *network, TwinNetworkTotals *self);
guint twin_network_get_n_metrics (const TwinNetwork *network);
/** The metrics of the replication in @lane so far, metric k at metrics[k · stride]. Averages,
 *  extremes and deviations over no days are NaN. */
void twin_network_totals_store (const TwinNetwork *network,
                                const TwinNetworkTotals *self,
                                guint lane,
                                double *metrics,
                                gsize stride);

/* twin-network-simulate.c; see #TwinModelType for what they give. */
void twin_network_simulate (gconstpointer data,
                            uint64_t seed,
                            uint64_t first,
                            gsize count,
                            double *metrics,
                            gsize stride);
/** As many replications at once as @kernel has lanes. */
void twin_network_simulate_with (const TwinNetworkKernel *kernel,
                                 const TwinNetwork *network,
                                 uint64_t seed,
                                 uint64_t first,
                                 gsize count,
                                 double *metrics,
                                 gsize stride);

/* twin-network-record.c */
TwinTrace *twin_network_record (gconstpointer data, uint64_t seed, uint64_t replication);
TwinTrace *twin_network_record_days (gconstpointer data, uint64_t seed, uint64_t replication);

/** TwinNetworkLayout: what controllers see and say. */
typedef struct
{
  TwinNetworkNumber *observations; /* [n_observations] */
  guint n_observations;
  guint n_of_cells;                /* the first of them, which each lane has of its own; the others
                                      depend on the day alone */
  TwinNetworkNumber *actions;      /* [n_actions], one a cell */
  guint n_actions;
  double *calendar;                /* [n_days + 1][n_observations − n_of_cells] */
  GStringChunk *names;
} TwinNetworkLayout;

/* twin-network-layout.c */
TwinNetworkLayout *twin_network_layout_new (const TwinNetwork *network);
void twin_network_layout_free (TwinNetworkLayout *self);
/** Where a state keeps the first n_of_cells observations: [n_of_cells] of [lanes]. */
void twin_network_layout_find_sources (const TwinNetwork *network,
                                       const TwinNetworkState *state,
                                       const double **sources);
/** The other observations as they stand before @day. */
const double *twin_network_layout_get_calendar (const TwinNetworkLayout *self, guint day);

/** TwinNetworkEnv: see twin-network-env.h. */
struct _TwinNetworkEnv
{
  TwinModel *model;
  const TwinNetwork *network; /* the model's */
  TwinNetworkLayout *layout;
  const TwinNetworkKernel *kernel;
  const double **sources; /* [n_of_cells]: where the observations stand */
  double *orders;         /* [n_actions]: of this step, NaN where the rule decides */
  uint64_t digest;        /* of the model; 0: not yet known */

  uint64_t seed;
  uint64_t replication;
  TwinNetworkState *state;
  TwinNetworkFlows *flows;
  TwinNetworkTotals *totals;
};

/* twin-network-replay.c */
gboolean twin_network_replay (gpointer data, const TwinRecording *recording, GError **error);

/** TwinNetworkMetric: the rows of the table of metrics, in its order. */
typedef enum
{
  TWIN_NETWORK_SERVICE_LEVEL,
  TWIN_NETWORK_AVERAGE_DAILY_SERVICE_LEVEL,
  TWIN_NETWORK_MIN_DAILY_SERVICE_LEVEL,
  TWIN_NETWORK_FILL_RATE,
  TWIN_NETWORK_TOTAL_COST,
  TWIN_NETWORK_HOLDING_COST,
  TWIN_NETWORK_STOCKOUT_COST,
  TWIN_NETWORK_ORDERING_COST,
  TWIN_NETWORK_AVERAGE_DAILY_COST,
  TWIN_NETWORK_DEMAND,
  TWIN_NETWORK_SALES,
  TWIN_NETWORK_LOST_SALES,
  TWIN_NETWORK_AVERAGE_INVENTORY,
  TWIN_NETWORK_MIN_INVENTORY,
  TWIN_NETWORK_MAX_INVENTORY,
  TWIN_NETWORK_SD_INVENTORY,
  TWIN_NETWORK_STORE_ORDERS,
  TWIN_NETWORK_WAREHOUSE_ORDERS,
  TWIN_NETWORK_N_METRICS
} TwinNetworkMetric;

/* twin-network-tables.c and twin-network-metric-tables.c: what the twin is, in words and numbers. */
enum
{
  TWIN_NETWORK_N_PARAMETERS = 29,
  TWIN_NETWORK_N_LISTS = 2,
  TWIN_NETWORK_N_ORDERINGS = 3,
  TWIN_NETWORK_N_STORE_METRICS = 17,
  TWIN_NETWORK_N_WAREHOUSE_METRICS = 13,
  TWIN_NETWORK_N_PRESETS = 5,
  TWIN_NETWORK_N_DECISIONS = 4,
  TWIN_NETWORK_N_ASSUMPTIONS = 12
};

extern const TwinParameter twin_network_parameters[TWIN_NETWORK_N_PARAMETERS];
extern const TwinParameterList twin_network_lists[TWIN_NETWORK_N_LISTS];
extern const TwinOrdering twin_network_orderings[TWIN_NETWORK_N_ORDERINGS];
extern const TwinMetric twin_network_metrics[TWIN_NETWORK_N_METRICS];
extern const TwinMetric twin_network_store_metrics[TWIN_NETWORK_N_STORE_METRICS];
extern const TwinMetric twin_network_warehouse_metrics[TWIN_NETWORK_N_WAREHOUSE_METRICS];
/* Which of the type's metrics a store and the warehouse have, row by row of their tables. */
extern const guint8 twin_network_store_rows[TWIN_NETWORK_N_STORE_METRICS];
extern const guint8 twin_network_warehouse_rows[TWIN_NETWORK_N_WAREHOUSE_METRICS];
extern const TwinPreset twin_network_presets[TWIN_NETWORK_N_PRESETS];
extern const TwinDecision twin_network_decisions[TWIN_NETWORK_N_DECISIONS];
extern const TwinAssumption twin_network_assumptions[TWIN_NETWORK_N_ASSUMPTIONS];

G_END_DECLS
