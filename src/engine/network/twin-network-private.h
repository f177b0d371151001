/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-parameters.h"
#include "../twin-recording.h"
#include "../twin-stream.h"
#include "twin-network-batch.h"
#include "twin-network-env.h"

G_BEGIN_DECLS

/* A *node* is a store or the warehouse: stores are 0 … n_stores − 1, the warehouse is n_stores. A
 * *cell* is a SKU at a node, node · n_skus + sku; arrays over cells hold the stores' first and the
 * warehouse's last. Quantities are units, real. */

/** TwinNetworkCell: what is asked of a SKU at a node. Units. */
typedef struct
{
  double mean_demand; /* a day, before season and spike; of the warehouse: 0 */
  double demand_sd;   /* likewise */
  double reorder_point;
  double order_up_to;
  double capacity;
  double initial_inventory;
} TwinNetworkCell;

/** TwinNetwork: the parameters, laid out for simulation. Immutable. */
typedef struct
{
  guint n_days;
  guint warmup;    /* days before it are in no metric */
  guint n_skus;
  guint n_stores;
  guint n_cells;   /* (n_stores + 1) · n_skus */
  guint n_store_cells; /* n_stores · n_skus */
  guint n_streams;     /* of demand, for each SKU */
  gboolean whole_units;

  /* [n_skus] */
  double *holding_cost;     /* per unit and day */
  double *stockout_penalty; /* per unit lost */
  double *order_cost;       /* per order of the warehouse */
  double *store_order_cost; /* per order of a store */
  double *season_period;    /* days */

  TwinNetworkCell *cells; /* [n_cells] */
  double *initial_stock; /* [n_stores + 2]: of each node, all SKUs together; then of all nodes */
  double *season;        /* [n_days][n_skus], factor */
  double *spike;       /* [n_days], factor */
  double *recorded;    /* [n_days][n_store_cells], demand to be replayed; or NULL */

  /* Rings by day: what is sent today takes the place of what arrives today, and comes round again
   * after the lead time. No longer than the horizon, for what comes later never comes. */
  guint n_arrival_slots;     /* lead time to stores, at least 1 */
  guint n_delivery_slots;    /* supplier's lead time, at least 1 */
  gboolean ships_at_once;    /* where the lead time to stores is 0 */
  gboolean delivers_at_once; /* and the supplier's */
  double reliability;     /* chance that an order of the warehouse arrives */

  char **node_names; /* [n_nodes + 1], NULL-terminated: "store_1" …, "warehouse_1" */
  char **node_titles;
  char **sku_names;   /* [n_skus + 1], NULL-terminated: "sku_001" … */
  char **sku_titles;

  /* Which of the network's metrics a store and the warehouse have, row by row of their tables */
  guint8 *store_rows;
  guint8 *warehouse_rows;
} TwinNetwork;

/** TwinBacklog: what the warehouse owes on one store order. */
typedef struct
{
  guint store;
  gboolean is_new; /* placed today */
  double quantity;
} TwinBacklog;

/** Normal numbers are drawn four at a time, for as many stores … */
#define TWIN_STORES_OF_A_STREAM 4
/** … and, in one lane, for four days together (see twin-lanes-normal.h), of which there are two
 *  sets: one to be read, while the other may be drawn. */
#define TWIN_DAYS_OF_NOISE(lanes) ((lanes) == 1 ? 8 : 1)

/** Normal numbers that the streams of all SKUs give for a day, in each lane. */
static inline gsize
twin_network_count_noise (const TwinNetwork *self)
{
  return (gsize) self->n_skus * self->n_streams * TWIN_STORES_OF_A_STREAM;
}

/** TwinStock: what a cell carries from day to day. */
typedef enum
{
  TWIN_ON_HAND,
  TWIN_ON_ORDER, /* on the way to a store; ordered by the warehouse */
  TWIN_BACKLOG,  /* owed to a store; the warehouse's is the sum of them */
  TWIN_N_STOCKS
} TwinStock;

/** TwinFlow: what happened to a cell on one day. */
typedef enum
{
  TWIN_DEMAND, /* of a store: its customers'; of the warehouse: its stores' */
  TWIN_SALES,  /* of the warehouse: shipped to stores */
  TWIN_ORDERS, /* 1 where it ordered, else 0 */
  TWIN_WHOLE,  /* 1 where a store's order was shipped whole on the day it was placed, else 0 */
  TWIN_LOST,   /* of the warehouse: 0, for it keeps a backlog */
  TWIN_ORDERED,
  TWIN_RECEIVED,
  TWIN_N_FLOWS
} TwinFlow;

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

  double *stocks;      /* [n_cells][TWIN_N_STOCKS][lanes] */
  double *arrivals;    /* [n_arrival_slots][n_store_cells][lanes], a ring by day */
  double *deliveries;  /* [n_delivery_slots][n_skus][lanes], a ring by day */
  uint64_t *demands;   /* [n_skus][n_streams][4][lanes]: a TwinStream each, of four stores */
  uint64_t *supply;    /* [n_skus][4][lanes]: likewise */
  double *noise;       /* [TWIN_DAYS_OF_NOISE][n_skus][n_streams · 4][lanes]: what they gave for
                          that day (modulo TWIN_DAYS_OF_NOISE), by store */
  gsize n_numbers;     /* of all six, which begin at stocks */
  GArray **queues;     /* [n_skus][lanes] of TwinBacklog, oldest first; NULL: never had one */
  double *flows;       /* [n_cells][TWIN_N_FLOWS][lanes], of the last day; borrowed */
} TwinNetworkState;

/** Where a number of a cell stands: [lanes]. */
static inline double *
twin_network_state_stock (const TwinNetworkState *self,
                          guint cell,
                          TwinStock stock)
{
  return self->stocks + ((gsize) cell * TWIN_N_STOCKS + stock) * self->lanes;
}

static inline double *
twin_network_state_flow (const TwinNetworkState *self,
                         guint cell,
                         TwinFlow flow)
{
  return self->flows + ((gsize) cell * TWIN_N_FLOWS + flow) * self->lanes;
}

/** TwinCellTotal: what is added up for each cell, over the days that count. */
typedef enum
{
  TWIN_CELL_DEMAND = TWIN_DEMAND, /* of the first four flows */
  TWIN_CELL_SALES = TWIN_SALES,
  TWIN_CELL_ORDERS = TWIN_ORDERS,
  TWIN_CELL_WHOLE_ORDERS = TWIN_WHOLE,
  TWIN_CELL_STOCK, /* what is on hand in the evening less what was at the start */
  TWIN_N_CELL_TOTALS
} TwinCellTotal;

/** TwinNodeTotal: and for each node, for it is not the sum of its SKUs'. */
typedef enum
{
  TWIN_NODE_STOCK_MEAN,    /* of the stock so far */
  TWIN_NODE_STOCK_SQUARES, /* of how far it was from its mean, after Welford: nothing cancels */
  TWIN_NODE_STOCK_MIN,
  TWIN_NODE_STOCK_MAX,
  TWIN_NODE_SERVICE, /* of the days' service levels */
  TWIN_NODE_SERVICE_MIN,
  TWIN_N_NODE_TOTALS
} TwinNodeTotal;

/** TwinNetworkTotals: replications so far, [lanes] of them. "Node" n_stores + 1 is all of them
 *  together. The warehouse has no service level. */
typedef struct
{
  guint lanes;
  guint days;      /* that count */
  double *cells;   /* [n_cells][TWIN_N_CELL_TOTALS][lanes] */
  double *nodes;   /* [n_stores + 2][TWIN_N_NODE_TOTALS][lanes] */
  gsize n_numbers; /* of both, which begin at cells */
} TwinNetworkTotals;

#define TWIN_MOST_LANES 8

/** TwinNetworkKernel: the code that lives a day, for one lane or for several at once. What it
 *  computes is the same to the bit, whichever kernel it is. */
typedef struct
{
  const char *name;
  guint lanes;

  /** Draws the noise of demand for @day in states that stand on the same day, which is that or the
   *  day before. To be called once for each day, in their order. */
  void (*draw_noise) (const TwinNetwork *network,
                      TwinNetworkState *const *states,
                      guint n_states,
                      guint day);

  /** A day. @orders: [n_cells][lanes] quantities that replace the (s, S) rule; NaN, if it
   *  @leaves_some to the rule, where that decides. NULL: it decides everywhere. @totals, if any,
   *  count the day; @rewards, if any, is [lanes] and gets minus the day's total cost; @costs, if
   *  any, its part i at costs[i · stride], [lanes] of each. */
  void (*live) (const TwinNetwork *network,
                TwinNetworkState *state,
                const double *orders,
                gboolean leaves_some,
                TwinNetworkTotals *totals,
                double *rewards,
                double *costs,
                gsize stride);

  /** Turns lanes into rows: number i of lane k goes to rows[k · n_sources + i]. @sources:
   *  [n_sources] of [lanes]. */
  void (*write_rows) (const double *const *sources, guint n_sources, float *rows);

  /** And rows into lanes: @lanes is [n_columns][lanes]. What is negative or NaN becomes 0; returns
   *  how many there were of them. @halves: NULL, or [n_columns]: numbers are shares from −1 to 1,
   *  and become (share + 1) · half. It may look at, but makes nothing of,
   *  4 numbers behind @rows. */
  guint (*read_rows) (const float *rows, guint n_columns, const float *halves, double *lanes);
} TwinNetworkKernel;

/* twin-network-kernels.c */
/** The fastest kernel for one lane that this processor can run. */
const TwinNetworkKernel *twin_network_kernel_get_narrow (void);
/** The fastest kernel for several lanes that this processor can run. */
const TwinNetworkKernel *twin_network_kernel_get_wide (void);
/** All kernels that this processor can run, NULL-terminated, for tests. */
const TwinNetworkKernel *const *twin_network_kernel_list (void);

/* twin-network-state.c */
/** Room for n numbers in each lane, where vectors fit; 0 at first. To be freed by
 *  g_aligned_free(). */
double *twin_network_new_lanes (gsize n, guint lanes);
/** @flows: [n_cells][TWIN_N_FLOWS][lanes], of twin_network_new_lanes(). */
TwinNetworkState *twin_network_state_new (const TwinNetwork *network, guint lanes, double *flows);
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
/** The row that each of a node's @metrics has in the table of the network's: [@n_metrics], to be
 *  freed with g_free(). */
guint8 *twin_network_find_rows (const TwinMetric *metrics, guint n_metrics);
TwinNetworkTotals *twin_network_totals_new (const TwinNetwork *network, guint lanes);
void twin_network_totals_free (TwinNetworkTotals *self);
void twin_network_totals_start (const TwinNetwork *network, TwinNetworkTotals *self);
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
                            gsize stride,
                            const TwinStop *stop);
/** As many replications at once as @kernel has lanes. */
void twin_network_simulate_with (const TwinNetworkKernel *kernel,
                                 const TwinNetwork *network,
                                 uint64_t seed,
                                 uint64_t first,
                                 gsize count,
                                 double *metrics,
                                 gsize stride,
                                 const TwinStop *stop);

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
  double *flows;
  TwinNetworkTotals *totals;
};

/* twin-network-remarks.c; see #TwinModelType */
void twin_network_list_remarks (gconstpointer data,
                                const TwinParameters *parameters,
                                GPtrArray *remarks);

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

/* twin-network-tables.c and twin-network-metric-tables.c:
 * what the twin is, in words and numbers. */
enum
{
  TWIN_NETWORK_N_PARAMETERS = 29,
  TWIN_NETWORK_N_LISTS = 2,
  TWIN_NETWORK_N_ORDERINGS = 3,
  TWIN_NETWORK_N_STORE_METRICS = 17,
  TWIN_NETWORK_N_WAREHOUSE_METRICS = 13,
  TWIN_NETWORK_N_PRESETS = 5,
  TWIN_NETWORK_N_DECISIONS = 4,
  TWIN_NETWORK_N_ASSUMPTIONS = 13
};

extern const TwinParameter twin_network_parameters[TWIN_NETWORK_N_PARAMETERS];
extern const TwinParameterList twin_network_lists[TWIN_NETWORK_N_LISTS];
extern const TwinOrdering twin_network_orderings[TWIN_NETWORK_N_ORDERINGS];
extern const TwinMetric twin_network_metrics[TWIN_NETWORK_N_METRICS];
extern const TwinMetric twin_network_store_metrics[TWIN_NETWORK_N_STORE_METRICS];
extern const TwinMetric twin_network_warehouse_metrics[TWIN_NETWORK_N_WAREHOUSE_METRICS];
extern const TwinPreset twin_network_presets[TWIN_NETWORK_N_PRESETS];
extern const TwinDecision twin_network_decisions[TWIN_NETWORK_N_DECISIONS];
extern const TwinAssumption twin_network_assumptions[TWIN_NETWORK_N_ASSUMPTIONS];

G_END_DECLS
