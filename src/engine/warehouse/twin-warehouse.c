/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-warehouse.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-warehouse-private.h"

static gpointer
build (const TwinParameters *p)
{
  TwinWarehouse *w = g_new0 (TwinWarehouse, 1);

  w->horizon = twin_parameters_get_number (p, "horizon_days");
  w->demand_rate = twin_parameters_get_number (p, "demand_rate");
  w->lead_time =
      (TwinLeadTimeDistribution) twin_parameters_get_number (p, "lead_time.distribution");
  w->lead_time_min = twin_parameters_get_number (p, "lead_time.min_days");
  w->lead_time_max = twin_parameters_get_number (p, "lead_time.max_days");
  w->lead_time_mean = twin_parameters_get_number (p, "lead_time.mean_days");
  w->lead_time_sd = twin_parameters_get_number (p, "lead_time.sd_days");
  w->unmet = (TwinUnmetDemand) twin_parameters_get_number (p, "unmet_demand");
  w->holding_cost = twin_parameters_get_number (p, "holding_cost");
  w->stockout_penalty = twin_parameters_get_number (p, "stockout_penalty");
  w->order_cost = twin_parameters_get_number (p, "order_cost");
  w->reorder_point = twin_parameters_get_number (p, "reorder_point");
  w->order_up_to = twin_parameters_get_number (p, "order_up_to");
  return w;
}

static void
check (const TwinParameters *p,
       GPtrArray *problems)
{
  double demands = twin_parameters_get_number (p, "horizon_days") *
                   twin_parameters_get_number (p, "demand_rate");

  if (demands > TWIN_MAX_WORK)
    g_ptr_array_add (problems,
                     twin_error_new (TWIN_ERROR_TOO_LARGE, "demand_rate",
                                     _("demand_rate: %.6g a day over %.6g days (horizon_days) are "
                                       "%.3g demands a replication, but %.0e is the most"),
                                     twin_parameters_get_number (p, "demand_rate"),
                                     twin_parameters_get_number (p, "horizon_days"), demands,
                                     TWIN_MAX_WORK));
}

/* Each demand is an event; receipts are few beside them. */
static double
get_work (gconstpointer data)
{
  const TwinWarehouse *w = data;

  return w->horizon * w->demand_rate;
}

const TwinModelType twin_warehouse_type = {
  .name = "warehouse",
  .title = N_ ("Warehouse"),
  .description = N_ ("One warehouse, one product, one supplier; stock is reviewed continuously and "
                     "reordered by an (s, S) policy."),
  .parameters = twin_warehouse_parameters,
  .n_parameters = TWIN_WAREHOUSE_N_PARAMETERS,
  .orderings = twin_warehouse_orderings,
  .n_orderings = TWIN_WAREHOUSE_N_ORDERINGS,
  .metrics = twin_warehouse_metrics,
  .n_metrics = TWIN_WAREHOUSE_N_METRICS,
  .presets = twin_warehouse_presets,
  .n_presets = TWIN_WAREHOUSE_N_PRESETS,
  .decisions = twin_warehouse_decisions,
  .n_decisions = TWIN_WAREHOUSE_N_DECISIONS,
  .reference_cases = twin_warehouse_reference_cases,
  .n_reference_cases = TWIN_WAREHOUSE_N_REFERENCE_CASES,
  .assumptions = twin_warehouse_assumptions,
  .n_assumptions = TWIN_WAREHOUSE_N_ASSUMPTIONS,
  .horizon_key = "horizon_days",
  .default_target = 0.98,
  .target_lower = 0.80,
  .target_upper = 0.999,
  .check = check,
  .build = build,
  .free_data = g_free,
  .get_work = get_work,
  .get_effort = twin_warehouse_get_effort,
  .get_method = twin_warehouse_get_method,
  .simulate = twin_warehouse_simulate,
  .simulate_events = twin_warehouse_simulate_events,
  .plan_survey = twin_warehouse_plan_survey,
  .free_survey = twin_warehouse_free_survey,
  .survey = twin_warehouse_survey,
  .record = twin_warehouse_record,
  .solve_long_run = twin_warehouse_solve_long_run,
};
