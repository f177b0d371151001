/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-samples.h"

#define SEED 42

static TwinParameters *
sample_parameters (const char *settings)
{
  TwinParameters *parameters = twin_parameters_new (twin_model_type_list ()[0]);
  g_auto (GStrv) list = g_strsplit (settings, " ", -1);

  for (char **setting = list; *setting != NULL && **setting != '\0'; setting++)
    {
      g_auto (GStrv) pair = g_strsplit (*setting, "=", 2);
      g_autoptr (GError) error = NULL;

      twin_parameters_set_from_string (parameters, pair[0], pair[1], &error);
      g_assert_no_error (error);
    }
  return parameters;
}

TwinModel *
sample_model (const char *settings)
{
  g_autoptr (TwinParameters) parameters = sample_parameters (settings);
  g_autoptr (GError) error = NULL;
  TwinModel *model = twin_model_new (parameters, &error);

  g_assert_no_error (error);
  return model;
}

TwinRun *
sample_run (const char *settings,
            gsize n)
{
  g_autoptr (TwinModel) model = sample_model (settings);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;
  TwinRun *run = twin_run_new (model, SEED, 0, n, pool, NULL, &error);

  g_assert_no_error (error);
  return run;
}

TwinComparison *
sample_comparison (gsize n)
{
  g_autoptr (TwinParameters) parameters = sample_parameters ("horizon_days=60");
  g_autoptr (GPtrArray) scenarios = twin_scenario_list_presets (twin_model_type_list ()[0]);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;
  TwinComparison *comparison =
      twin_comparison_new (parameters, (TwinScenario *const *) scenarios->pdata, scenarios->len,
                           SEED, n, pool, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

TwinOptimum *
sample_optimum (const char *settings,
                double target,
                gsize n)
{
  g_autoptr (TwinParameters) parameters = sample_parameters (settings);
  g_autoptr (TwinSearch) search = twin_search_new (twin_model_type_list ()[0]);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;
  TwinOptimum *optimum;

  search->target = target;
  search->ranges[0] = (TwinRange) { 70, 100, 10 };
  search->ranges[1] = (TwinRange) { 130, 200, 10 };
  optimum = twin_optimum_new (parameters, search, SEED, n, pool, NULL, &error);
  g_assert_no_error (error);
  return optimum;
}
