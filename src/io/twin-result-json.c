/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-result-json.h"

#include "twin-feasibility-name.h"
#include "twin-json-writer.h"

static void
add_estimate (TwinJsonWriter *writer,
              const char *name,
              TwinEstimate estimate)
{
  twin_json_writer_begin_object (writer, name, TWIN_JSON_INLINE);
  twin_json_writer_add_number (writer, "mean", estimate.mean);
  twin_json_writer_add_number (writer, "sd", estimate.sd);
  twin_json_writer_add_number (writer, "ci_low", estimate.low);
  twin_json_writer_add_number (writer, "ci_high", estimate.high);
  twin_json_writer_end_object (writer);
}

static void
add_method (TwinJsonWriter *writer,
            const TwinRun *run)
{
  const TwinMethod method = twin_model_get_method (twin_run_get_model (run));

  twin_json_writer_add_text (writer, "method", twin_method_get_name (method));
}

static void
add_metrics (TwinJsonWriter *writer,
             const TwinRun *run)
{
  const TwinModel *model = twin_run_get_model (run);

  twin_json_writer_begin_object (writer, "metrics", TWIN_JSON_BLOCK);
  for (guint metric = 0; metric < twin_model_get_n_metrics (model); metric++)
    add_estimate (writer, twin_model_get_metric (model, metric)->name,
                  twin_run_get_estimate (run, metric));
  twin_json_writer_end_object (writer);
}

/* What every result begins with. */
static void
begin_result (TwinJsonWriter *writer,
              const TwinModelType *type,
              gsize replications,
              uint64_t seed)
{
  twin_json_writer_begin_object (writer, NULL, TWIN_JSON_BLOCK);
  twin_json_writer_add_text (writer, "model", type->name);
  twin_json_writer_add_integer (writer, "replications", replications);
  twin_json_writer_add_integer (writer, "seed", seed);
}

char *
twin_run_to_json (const TwinRun *run)
{
  g_return_val_if_fail (run != NULL, NULL);

  TwinJsonWriter *writer = twin_json_writer_new ();
  begin_result (writer, twin_model_get_model_type (twin_run_get_model (run)), twin_run_get_n (run),
                twin_run_get_seed (run));
  add_method (writer, run);
  add_metrics (writer, run);
  twin_json_writer_end_object (writer);
  return twin_json_writer_finish (writer);
}

static void
add_scenario (TwinJsonWriter *writer,
              const TwinComparison *comparison,
              guint scenario)
{
  const TwinRun *run = twin_comparison_get_run (comparison, scenario);
  const TwinModel *model = twin_run_get_model (run);

  twin_json_writer_begin_object (writer, NULL, TWIN_JSON_BLOCK);
  twin_json_writer_add_text (writer, "name",
                             twin_comparison_get_scenario (comparison, scenario)->name);
  add_method (writer, run);
  add_metrics (writer, run);
  if (scenario > 0)
    {
      twin_json_writer_begin_object (writer, "difference", TWIN_JSON_BLOCK);
      for (guint metric = 0; metric < twin_model_get_n_metrics (model); metric++)
        add_estimate (writer, twin_model_get_metric (model, metric)->name,
                      twin_comparison_get_difference (comparison, scenario, metric));
      twin_json_writer_end_object (writer);
    }
  twin_json_writer_end_object (writer);
}

char *
twin_comparison_to_json (const TwinComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, NULL);

  const TwinRun *baseline = twin_comparison_get_run (comparison, 0);
  const TwinModelType *type = twin_model_get_model_type (twin_run_get_model (baseline));
  TwinJsonWriter *writer = twin_json_writer_new ();

  begin_result (writer, type, twin_run_get_n (baseline), twin_run_get_seed (baseline));
  twin_json_writer_begin_array (writer, "scenarios", TWIN_JSON_BLOCK);
  for (guint i = 0; i < twin_comparison_get_n_scenarios (comparison); i++)
    add_scenario (writer, comparison, i);
  twin_json_writer_end_array (writer);
  twin_json_writer_end_object (writer);
  return twin_json_writer_finish (writer);
}

/* Number of replications, service and cost, as a policy and its second measurement have them. */
static void
add_outcome (TwinJsonWriter *writer,
             const TwinModelType *type,
             TwinEstimate service,
             TwinEstimate cost,
             gboolean feasible)
{
  guint service_metric = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE);
  guint cost_metric = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE);

  twin_json_writer_add_integer (writer, "replications", service.n);
  add_estimate (writer, type->metrics[service_metric].name, service);
  add_estimate (writer, type->metrics[cost_metric].name, cost);
  twin_json_writer_add_boolean (writer, "feasible", feasible);
}

static void
add_policy_members (TwinJsonWriter *writer,
                    const TwinOptimum *optimum,
                    const TwinPolicy *policy)
{
  const TwinModelType *type = twin_optimum_get_model_type (optimum);

  for (guint i = 0; i < twin_optimum_get_n_decisions (optimum); i++)
    twin_json_writer_add_number (writer, twin_optimum_get_decision (optimum, i)->key,
                                 policy->decisions[i]);
  add_outcome (writer, type, policy->service, policy->cost, policy->feasible);
  twin_json_writer_add_text (writer, "status", twin_feasibility_get_name (policy->feasibility));
}

/* What is sure of a grid; null for a direct search. */
static void
add_statement (TwinJsonWriter *writer,
               const TwinStatement *statement)
{
  if (statement == NULL)
    {
      twin_json_writer_add_null (writer, "statement");
      return;
    }
  twin_json_writer_begin_object (writer, "statement", TWIN_JSON_INLINE);
  twin_json_writer_add_number (writer, "confidence", statement->confidence);
  twin_json_writer_add_number (writer, "delta", statement->slack);
  twin_json_writer_add_integer (writer, "rivals", statement->n_rivals);
  twin_json_writer_add_integer (writer, "open", statement->n_open);
  twin_json_writer_end_object (writer);
}

static void
add_policies (TwinJsonWriter *writer,
              const TwinOptimum *optimum)
{
  twin_json_writer_begin_array (writer, "policies", TWIN_JSON_BLOCK);
  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      twin_json_writer_begin_object (writer, NULL, TWIN_JSON_INLINE);
      add_policy_members (writer, optimum, twin_optimum_get_policy (optimum, i));
      twin_json_writer_end_object (writer);
    }
  twin_json_writer_end_array (writer);
}

static void
add_verified (TwinJsonWriter *writer,
              const TwinModelType *type,
              const TwinRun *run,
              double target)
{
  TwinEstimate service = twin_run_get_estimate (run, twin_model_type_get_metric (
                                                         type, TWIN_METRIC_SERVICE));
  TwinEstimate cost = twin_run_get_estimate (run, twin_model_type_get_metric (
                                                      type, TWIN_METRIC_OBJECTIVE));

  twin_json_writer_begin_object (writer, "verified", TWIN_JSON_BLOCK);
  add_method (writer, run);
  add_outcome (writer, type, service, cost, service.mean >= target);
  twin_json_writer_end_object (writer);
}

/* The keys of the numbers that a wider range may improve. */
static void
add_edges (TwinJsonWriter *writer,
           const TwinOptimum *optimum,
           gsize policy)
{
  twin_json_writer_begin_array (writer, "at_edge", TWIN_JSON_INLINE);
  for (guint i = 0; i < twin_optimum_get_n_decisions (optimum); i++)
    if (twin_optimum_is_at_edge (optimum, policy, i))
      twin_json_writer_add_text (writer, NULL, twin_optimum_get_decision (optimum, i)->key);
  twin_json_writer_end_array (writer);
}

/* One policy by its number, with what measured it again (may be NULL); null where there is none. */
static void
add_chosen (TwinJsonWriter *writer,
            const char *name,
            const TwinOptimum *optimum,
            gssize policy,
            const TwinRun *verified)
{
  const TwinModelType *type = twin_optimum_get_model_type (optimum);

  if (policy < 0)
    {
      twin_json_writer_add_null (writer, name);
      return;
    }
  twin_json_writer_begin_object (writer, name, TWIN_JSON_BLOCK);
  add_policy_members (writer, optimum, twin_optimum_get_policy (optimum, (gsize) policy));
  if (verified != NULL)
    {
      add_edges (writer, optimum, (gsize) policy);
      add_verified (writer, type, verified, twin_optimum_get_search (optimum)->target);
    }
  twin_json_writer_end_object (writer);
}

char *
twin_optimum_to_json (const TwinOptimum *optimum)
{
  g_return_val_if_fail (optimum != NULL, NULL);

  const TwinModelType *type = twin_optimum_get_model_type (optimum);
  TwinJsonWriter *writer = twin_json_writer_new ();

  begin_result (writer, type, twin_optimum_get_n (optimum), twin_optimum_get_seed (optimum));
  twin_json_writer_add_number (writer, "target", twin_optimum_get_search (optimum)->target);
  add_statement (writer, twin_optimum_get_statement (optimum));
  if (!twin_search_is_grid (type))
    twin_json_writer_add_boolean (writer, "budget_spent", twin_optimum_is_budget_spent (optimum));
  add_policies (writer, optimum);
  add_chosen (writer, "optimum", optimum, twin_optimum_get_best (optimum),
              twin_optimum_get_verified (optimum));
  add_chosen (writer, "closest", optimum, twin_optimum_get_closest (optimum), NULL);
  twin_json_writer_end_object (writer);
  return twin_json_writer_finish (writer);
}
