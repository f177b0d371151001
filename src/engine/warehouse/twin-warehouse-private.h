/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-method.h"
#include "../twin-parameters.h"
#include "../twin-stop.h"

G_BEGIN_DECLS

typedef enum
{
  TWIN_LEAD_TIME_UNIFORM,
  TWIN_LEAD_TIME_NORMAL
} TwinLeadTimeDistribution;

typedef enum
{
  TWIN_UNMET_BACKORDER,
  TWIN_UNMET_LOST_SALE
} TwinUnmetDemand;

/** TwinWarehouse: the parameters, laid out for simulation. Times in days, stock in units. */
typedef struct
{
  double horizon;
  double demand_rate;                     /* λ, units a day */
  TwinLeadTimeDistribution lead_time;
  double lead_time_min, lead_time_max;    /* of the uniform */
  double lead_time_mean, lead_time_sd;    /* of the normal; draws below 0 count as 0 */
  TwinUnmetDemand unmet;
  double holding_cost;                    /* per unit on hand and day */
  double stockout_penalty;                /* per unit not filled at once */
  double order_cost;                      /* per order */
  double reorder_point;                   /* s */
  double order_up_to;                     /* S */
} TwinWarehouse;

/** TwinWarehouseMetric: the rows of the table of metrics, in its order. */
typedef enum
{
  TWIN_WAREHOUSE_FILL_RATE,
  TWIN_WAREHOUSE_TOTAL_COST,
  TWIN_WAREHOUSE_HOLDING_COST,
  TWIN_WAREHOUSE_STOCKOUT_COST,
  TWIN_WAREHOUSE_ORDERING_COST,
  TWIN_WAREHOUSE_AVERAGE_ON_HAND,
  TWIN_WAREHOUSE_ORDERS,
  TWIN_WAREHOUSE_DEMAND,
  TWIN_WAREHOUSE_FILLED,
  TWIN_WAREHOUSE_UNMET,
  TWIN_WAREHOUSE_ENDING_ON_HAND,
  TWIN_WAREHOUSE_ENDING_BACKORDERS,
  TWIN_WAREHOUSE_N_METRICS
} TwinWarehouseMetric;

/** TwinWarehouseTotals: what a replication has counted, from which its metrics follow. */
typedef struct
{
  double net_stock;  /* at the horizon: units on hand − backorders; whole */
  double stock_days; /* ∫ on hand dt */
  double demand;
  double unmet;
  double orders;
} TwinWarehouseTotals;

/** TwinWarehousePurpose: the streams of a replication. */
typedef enum
{
  /* event by event */
  TWIN_WAREHOUSE_PURPOSE_DEMAND,
  TWIN_WAREHOUSE_PURPOSE_LEAD_TIME,
  /* cycle by cycle */
  TWIN_WAREHOUSE_PURPOSE_CYCLES,
  TWIN_WAREHOUSE_PURPOSE_END,
  TWIN_WAREHOUSE_PURPOSE_WAIT, /* and 256 times the number of the cycle */
  TWIN_WAREHOUSE_PURPOSE_MOMENTS
} TwinWarehousePurpose;

/* twin-warehouse-simulate.c; see #TwinModelType for what they give. */
TwinMethod twin_warehouse_get_method (gconstpointer data);
double twin_warehouse_get_effort (gconstpointer data);
void twin_warehouse_simulate (gconstpointer data,
                              uint64_t seed,
                              uint64_t first,
                              gsize count,
                              double *metrics,
                              gsize stride,
                              const TwinStop *stop);
TwinTrace *twin_warehouse_record (gconstpointer data, uint64_t seed, uint64_t replication);
/** Stores a replication's metrics in [metric][@stride]. */
void twin_warehouse_store_metrics (const TwinWarehouse *warehouse,
                                   const TwinWarehouseTotals *totals,
                                   double *metrics,
                                   gsize stride);

/* twin-warehouse-cycles.c: all replications cycle by cycle. @data: with a demand rate above 0. */
void twin_warehouse_simulate_cycles (gconstpointer data,
                                     uint64_t seed,
                                     uint64_t first,
                                     gsize count,
                                     double *metrics,
                                     gsize stride,
                                     const TwinStop *stop);

/* twin-warehouse-record.c: the events of one of them. @data: likewise. */
TwinTrace *twin_warehouse_record_cycles (gconstpointer data, uint64_t seed, uint64_t replication);

/* twin-warehouse-simulate.c: all replications event by event. */
void twin_warehouse_simulate_events (gconstpointer data,
                                     uint64_t seed,
                                     uint64_t first,
                                     gsize count,
                                     double *metrics,
                                     gsize stride);

/* twin-warehouse-events.c: the same, one replication after the other; and one with its trace. */
void twin_warehouse_simulate_events_singly (const TwinWarehouse *w,
                                            uint64_t seed,
                                            uint64_t first,
                                            gsize count,
                                            double *metrics,
                                            gsize stride);
TwinTrace *twin_warehouse_record_events (gconstpointer data, uint64_t seed, uint64_t replication);

/* twin-warehouse-survey.c */
gpointer twin_warehouse_plan_survey (gconstpointer data, const double *policies, gsize n_policies);
void twin_warehouse_free_survey (gpointer plan);
void twin_warehouse_survey (gconstpointer plan,
                            uint64_t seed,
                            uint64_t first,
                            gsize count,
                            double *service,
                            double *cost,
                            gsize stride,
                            const TwinStop *stop);

/* twin-warehouse-exact.c */
TwinLongRun twin_warehouse_solve_long_run (gconstpointer data);

/* twin-warehouse-tables.c: what the twin is, in words and numbers. */
enum
{
  TWIN_WAREHOUSE_N_PARAMETERS = 13,
  TWIN_WAREHOUSE_N_ORDERINGS = 2,
  TWIN_WAREHOUSE_N_PRESETS = 3,
  TWIN_WAREHOUSE_N_DECISIONS = 2,
  TWIN_WAREHOUSE_N_REFERENCE_CASES = 8,
  TWIN_WAREHOUSE_N_ASSUMPTIONS = 11
};

extern const TwinParameter twin_warehouse_parameters[TWIN_WAREHOUSE_N_PARAMETERS];
extern const TwinOrdering twin_warehouse_orderings[TWIN_WAREHOUSE_N_ORDERINGS];
extern const TwinMetric twin_warehouse_metrics[TWIN_WAREHOUSE_N_METRICS];
extern const TwinPreset twin_warehouse_presets[TWIN_WAREHOUSE_N_PRESETS];
extern const TwinDecision twin_warehouse_decisions[TWIN_WAREHOUSE_N_DECISIONS];
extern const TwinReferenceCase twin_warehouse_reference_cases[TWIN_WAREHOUSE_N_REFERENCE_CASES];
extern const TwinAssumption twin_warehouse_assumptions[TWIN_WAREHOUSE_N_ASSUMPTIONS];

G_END_DECLS
