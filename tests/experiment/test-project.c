/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "twin-project.h"
#include "twin-toy.h"

static TwinProject *
new_project (void)
{
  return twin_project_new (twin_model_type_find ("warehouse", NULL));
}

static void
set (TwinProject *project,
     const char *key,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (twin_project_set_from_string (project, key, value, &error));
  g_assert_no_error (error);
}

static void
test_defaults (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (project->replications, ==, 1000);
  g_assert_cmpuint (project->seed, ==, 42);
  g_assert_cmpuint (project->scenarios->len, ==, project->type->n_presets);
  g_assert_true (project->search->type == project->type);
  g_assert_true (twin_parameters_get_model_type (twin_project_get_parameters (project)) ==
                 project->type);
  twin_project_check (project, &error);
  g_assert_no_error (error);
}

static void
test_set (void)
{
  g_autoptr (TwinProject) project = new_project ();

  set (project, "demand_rate", "27.5");
  g_assert_cmpfloat (
    twin_parameters_get_number (twin_project_get_parameters (project), "demand_rate"), ==, 27.5);
  set (project, "experiment.replications", "10000000");
  g_assert_cmpuint (project->replications, ==, 10000000);
  set (project, "experiment.seed", "0");
  g_assert_cmpuint (project->seed, ==, 0);
  set (project, "experiment.seed", "18446744073709551615");
  g_assert_cmpuint (project->seed, ==, G_MAXUINT64);
  set (project, "optimize.target", "0.95");
  g_assert_cmpfloat (project->search->target, ==, 0.95);
  set (project, "optimize.reorder_point.min", "10");
  set (project, "optimize.reorder_point.max", "60");
  set (project, "optimize.reorder_point.step", "5");
  set (project, "optimize.order_up_to.max", "1.4e2");
  g_assert_cmpfloat (project->search->ranges[0].lower, ==, 10);
  g_assert_cmpfloat (project->search->ranges[0].upper, ==, 60);
  g_assert_cmpfloat (project->search->ranges[0].step, ==, 5);
  g_assert_cmpfloat (project->search->ranges[1].upper, ==, 140);
}

static const struct
{
  const char *key;
  const char *value;
  TwinError code;
  const char *allowed;
} refusals[] = {
  { "experiment.seed", "", TWIN_ERROR_WRONG_TYPE, "0 to 18446744073709551615" },
  { "experiment.seed", "abc", TWIN_ERROR_WRONG_TYPE, "0 to 18446744073709551615" },
  { "experiment.seed", "-1", TWIN_ERROR_WRONG_TYPE, "0 to 18446744073709551615" },
  { "experiment.seed", "+1", TWIN_ERROR_WRONG_TYPE, "0 to 18446744073709551615" },
  { "experiment.seed", " 7", TWIN_ERROR_WRONG_TYPE, "0 to 18446744073709551615" },
  { "experiment.seed", "7 ", TWIN_ERROR_WRONG_TYPE, "0 to 18446744073709551615" },
  { "experiment.seed", "1.5", TWIN_ERROR_WRONG_TYPE, "0 to 18446744073709551615" },
  { "experiment.seed", "1e3", TWIN_ERROR_WRONG_TYPE, "0 to 18446744073709551615" },
  { "experiment.seed", "0x10", TWIN_ERROR_WRONG_TYPE, "0 to 18446744073709551615" },
  { "experiment.seed", "18446744073709551616", TWIN_ERROR_OUT_OF_BOUNDS, "0 to 1844674407370955" },
  { "experiment.replications", "0", TWIN_ERROR_OUT_OF_BOUNDS, "1 to 10000000" },
  { "experiment.replications", "10000001", TWIN_ERROR_OUT_OF_BOUNDS, "1 to 10000000" },
  { "experiment.replications", "many", TWIN_ERROR_WRONG_TYPE, "1 to 10000000" },
  { "experiment.sed", "1", TWIN_ERROR_UNKNOWN_KEY, "experiment.seed" },
  { "optimize.target", "98 %", TWIN_ERROR_WRONG_TYPE, "number" },
  { "optimize.target", "", TWIN_ERROR_WRONG_TYPE, "number" },
  { "optimize.target", "0,98", TWIN_ERROR_WRONG_TYPE, "number" },
  { "optimize.target", " 0.98", TWIN_ERROR_WRONG_TYPE, "number" },
  { "optimize.reorder_point.mean", "1", TWIN_ERROR_UNKNOWN_KEY, "optimize.order_up_to.min" },
  { "optimize.reorder_point", "1", TWIN_ERROR_UNKNOWN_KEY, "optimize.target" },
  { "demand", "1", TWIN_ERROR_UNKNOWN_KEY, "demand" },
  { "demand_rate", "fast", TWIN_ERROR_WRONG_TYPE, "number" },
};

static void
test_set_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (TwinProject) project = new_project ();
      g_autoptr (TwinProject) before = twin_project_copy (project);
      g_autoptr (GError) error = NULL;

      g_assert_false (
        twin_project_set_from_string (project, refusals[i].key, refusals[i].value, &error));
      assert_refused (error, refusals[i].code, refusals[i].key);
      g_assert_nonnull (strstr (error->message, refusals[i].allowed));
      if (refusals[i].code != TWIN_ERROR_UNKNOWN_KEY)
        g_assert_nonnull (strstr (error->message, refusals[i].value));
      g_assert_true (twin_project_equal (project, before));
    }
}

/* Set one after the other, judged together. */
static void
test_check (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (GError) error = NULL;

  set (project, "reorder_point", "150");
  g_assert_false (twin_project_check (project, &error));
  assert_refused (error, TWIN_ERROR_CONFLICT, "reorder_point");
  g_clear_error (&error);
  set (project, "order_up_to", "200");
  g_assert_true (twin_project_check (project, &error));

  project->replications = 0;
  g_assert_false (twin_project_check (project, &error));
  assert_refused (error, TWIN_ERROR_OUT_OF_BOUNDS, "experiment.replications");
  g_clear_error (&error);
  project->replications = 1;

  set (project, "optimize.target", "nan");
  g_assert_false (twin_project_check (project, &error));
  assert_refused (error, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.target");
  g_clear_error (&error);
  set (project, "optimize.target", "0.9");

  set (project, "horizon_days", "36500");
  set (project, "demand_rate", "1e6");
  g_assert_false (twin_project_check (project, &error));
  assert_refused (error, TWIN_ERROR_TOO_LARGE, "demand_rate");
  g_assert_nonnull (strstr (error->message, "horizon_days"));
}

/* Whatever is changed in a copy, it is no longer the same and the original is as it was. */
static void
test_copy (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (TwinProject) untouched = new_project ();

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (TwinProject) copy = twin_project_copy (project);
      TwinScenario *scenario = g_ptr_array_index (copy->scenarios, 1);

      g_assert_true (twin_project_equal (project, copy));
      switch (i)
        {
        case 0:
          set (copy, "order_cost", "51");
          break;
        case 1:
          copy->replications++;
          break;
        case 2:
          copy->seed++;
          break;
        case 3:
          twin_scenario_add_change (scenario, "order_cost", TWIN_CHANGE_SET, 1, NULL);
          break;
        case 4:
          g_ptr_array_remove_index (copy->scenarios, 1);
          break;
        default:
          copy->search->ranges[1].step++;
          break;
        }
      g_assert_false (twin_project_equal (project, copy));
      g_assert_true (twin_project_equal (project, untouched));
    }
}

static void
test_find_scenario (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (GError) error = NULL;
  TwinScenario *found = twin_project_find_scenario (project, "demand_spike", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found->name, ==, "demand_spike");

  g_assert_null (twin_project_find_scenario (project, "demand_pike", &error));
  assert_refused (error, TWIN_ERROR_UNKNOWN_KEY, "demand_pike");
  g_assert_nonnull (strstr (error->message, "baseline, demand_spike"));
}

static void
test_model_types (void)
{
  for (const TwinModelType *const *type = twin_model_type_list (); *type != NULL; type++)
    {
      g_autoptr (TwinProject) project = new_project ();
      g_autoptr (TwinProject) of_type = twin_project_new (*type);

      /* What was set stays, what belongs to the type in use becomes that of the new one. */
      set (project, "order_cost", "51");
      twin_project_set_model_type (project, *type);
      g_assert_true (project->type == *type);
      g_assert_true (project->search->type == *type);
      g_assert_true (twin_search_equal (project->search, of_type->search));
      g_assert_cmpuint (project->scenarios->len, ==, (*type)->n_presets);
      twin_project_set_model_type (project, twin_model_type_find ("warehouse", NULL));
      g_assert_cmpfloat (
        twin_parameters_get_number (twin_project_get_parameters (project), "order_cost"), ==, 51);
    }
}

/* A network's search has a budget and ranges that hold for all of its stores; a grid's has none. */
static void
test_network_search (void)
{
  g_autoptr (TwinProject) project = twin_project_new (twin_model_type_find ("network", NULL));
  g_autoptr (TwinProject) warehouse = new_project ();
  g_autoptr (GError) error = NULL;

  set (project, "optimize.policies", "17");
  set (project, "optimize.stores.*.order_up_to.max", "1234");
  set (project, "optimize.warehouse.reorder_point.step", "25");
  g_assert_cmpuint (project->search->budget, ==, 17);
  g_assert_cmpfloat (project->search->ranges[1].upper, ==, 1234);
  g_assert_cmpfloat (project->search->ranges[2].step, ==, 25);
  g_assert_true (twin_project_check (project, &error));
  g_assert_no_error (error);

  g_assert_false (twin_project_set_from_string (project, "optimize.policies", "0", &error));
  assert_refused (error, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.policies");
  g_clear_error (&error);
  g_assert_false (
    twin_project_set_from_string (project, "optimize.stores.0.order_up_to.max", "5", &error));
  assert_refused (error, TWIN_ERROR_UNKNOWN_KEY, "optimize.stores.0.order_up_to.max");
  g_assert_nonnull (strstr (error->message, "optimize.policies, optimize.stores.*.reorder_point."));
  g_clear_error (&error);
  g_assert_false (twin_project_set_from_string (warehouse, "optimize.policies", "17", &error));
  assert_refused (error, TWIN_ERROR_UNKNOWN_KEY, "optimize.policies");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/defaults", test_defaults);
  g_test_add_func ("/project/set", test_set);
  g_test_add_func ("/project/set-refused", test_set_refused);
  g_test_add_func ("/project/check", test_check);
  g_test_add_func ("/project/copy", test_copy);
  g_test_add_func ("/project/find-scenario", test_find_scenario);
  g_test_add_func ("/project/model-types", test_model_types);
  g_test_add_func ("/project/network-search", test_network_search);

  return g_test_run ();
}
