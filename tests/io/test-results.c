/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-results.h"

TwinParameters *
test_new_parameters (void)
{
  g_autoptr (GError) error = NULL;
  TwinParameters *parameters = twin_parameters_new (twin_model_type_find ("warehouse", NULL));

  twin_parameters_set_number (parameters, "horizon_days", 20, &error);
  g_assert_no_error (error);
  return parameters;
}

TwinModel *
test_new_model (void)
{
  g_autoptr (TwinParameters) parameters = test_new_parameters ();
  g_autoptr (GError) error = NULL;
  TwinModel *model = twin_model_new (parameters, &error);

  g_assert_no_error (error);
  return model;
}

TwinRun *
test_new_run (uint64_t seed,
              uint64_t first,
              gsize n)
{
  g_autoptr (TwinModel) model = test_new_model ();
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;
  TwinRun *run = twin_run_new (model, seed, first, n, pool, NULL, &error);

  g_assert_no_error (error);
  return run;
}

TwinComparison *
test_new_comparison (void)
{
  g_autoptr (TwinParameters) parameters = test_new_parameters ();
  g_autoptr (GPtrArray) scenarios =
      twin_scenario_list_presets (twin_parameters_get_model_type (parameters));
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;
  TwinComparison *comparison = twin_comparison_new (parameters,
                                                    (TwinScenario *const *) scenarios->pdata,
                                                    scenarios->len, 42, 5, pool, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

TwinOptimum *
test_new_optimum (gboolean feasible)
{
  g_autoptr (TwinParameters) parameters = test_new_parameters ();
  g_autoptr (TwinSearch) search = twin_search_new (twin_parameters_get_model_type (parameters));
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;

  search->target = 0.95;
  search->ranges[0] = feasible ? (TwinRange) { 60, 120, 30 } : (TwinRange) { 10, 20, 5 };
  search->ranges[1] = feasible ? (TwinRange) { 150, 250, 50 } : (TwinRange) { 60, 80, 10 };
  TwinOptimum *optimum = twin_optimum_new (parameters, search, 42, 5, pool, NULL, &error);

  g_assert_no_error (error);
  return optimum;
}

TwinOptimum *
test_new_network_optimum (void)
{
  const TwinModelType *type = twin_model_type_find ("network", NULL);
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);
  g_autoptr (TwinSearch) search = twin_search_new (type);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;

  twin_parameters_remove_item (parameters, "stores", 2);
  search->budget = 8;
  TwinOptimum *optimum = twin_optimum_new (parameters, search, 42, 5, pool, NULL, &error);

  g_assert_no_error (error);
  return optimum;
}
