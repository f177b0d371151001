/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "twin-scenario.h"
#include "twin-toy.h"

static TwinParameters *
apply_one (const char *key,
           TwinChangeOperation operation,
           double value,
           const char *text,
           GError **error)
{
  g_autoptr (TwinParameters) base = twin_toy_new_parameters (NULL, NULL);
  g_autoptr (TwinScenario) scenario = twin_scenario_new ("test", "A test");

  twin_scenario_add_change (scenario, key, operation, value, text);

  return twin_scenario_apply (scenario, base, error);
}

static void
assert_number (const char *key,
               TwinChangeOperation operation,
               double value,
               double expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinParameters) parameters = apply_one (key, operation, value, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (twin_parameters_get_number (parameters, key), ==, expected);
}

static void
test_operations (void)
{
  assert_number ("load", TWIN_CHANGE_SET, 17.5, 17.5);
  assert_number ("load", TWIN_CHANGE_ADD, 0.5, 10.5);
  assert_number ("load", TWIN_CHANGE_ADD, -20, -10);
  assert_number ("load", TWIN_CHANGE_MULTIPLY, 1.25, 12.5);
  assert_number ("machines.1.speed", TWIN_CHANGE_MULTIPLY, 3, 6);
  assert_number ("shift", TWIN_CHANGE_SET, 1, 1);
  assert_number ("open", TWIN_CHANGE_SET, 0, 0);
}

/* A whole parameter stays whole where it is multiplied: 5 × 1.3 is 6.5 is 7. */
static void
test_whole (void)
{
  assert_number ("spares", TWIN_CHANGE_MULTIPLY, 1.3, 7);
  assert_number ("spares", TWIN_CHANGE_MULTIPLY, 1.2, 6);
  assert_number ("spares", TWIN_CHANGE_MULTIPLY, 0.25, 1);
  assert_number ("spares", TWIN_CHANGE_ADD, 2, 7);
}

static void
test_every_item (void)
{
  g_autoptr (TwinParameters) base = twin_toy_new_parameters (NULL, NULL);
  g_autoptr (TwinParameters) parameters = NULL;
  g_autoptr (TwinScenario) scenario = twin_scenario_new ("test", "A test");
  g_autoptr (GError) error = NULL;

  twin_parameters_insert_item (base, "machines", 2, 1);
  twin_scenario_add_change (scenario, "machines.*.speed", TWIN_CHANGE_MULTIPLY, 1.5, NULL);
  twin_scenario_add_change (scenario, "machines.*.teeth", TWIN_CHANGE_MULTIPLY, 1.5, NULL);
  twin_scenario_add_change (scenario, "machines.1.speed", TWIN_CHANGE_ADD, 1, NULL);
  twin_scenario_add_change (scenario, "machines.*.name", TWIN_CHANGE_SET, 0, "Same");
  parameters = twin_scenario_apply (scenario, base, &error);
  g_assert_no_error (error);

  g_assert_cmpfloat (twin_parameters_get_number (parameters, "machines.0.speed"), ==, 1.5);
  g_assert_cmpfloat (twin_parameters_get_number (parameters, "machines.1.speed"), ==, 4);
  g_assert_cmpfloat (twin_parameters_get_number (parameters, "machines.2.speed"), ==, 3);
  g_assert_cmpfloat (twin_parameters_get_number (parameters, "machines.0.teeth"), ==, 15);
  g_assert_cmpfloat (twin_parameters_get_number (parameters, "machines.1.teeth"), ==, 23);
  g_assert_cmpstr (twin_parameters_get_text (parameters, "machines.2.name"), ==, "Same");

  /* The base is as it was. */
  g_assert_cmpfloat (twin_parameters_get_number (base, "machines.1.speed"), ==, 2);
  g_assert_cmpstr (twin_parameters_get_text (base, "machines.2.name"), ==, "Mill");
}

/* What is split stays so: half of each number, or one number for all where it is set. */
static void
test_split (void)
{
  const TwinModelType *type = twin_model_type_find ("network", NULL);
  g_autoptr (TwinParameters) base = twin_parameters_new (type);
  g_autoptr (TwinScenario) scenario = twin_scenario_new ("small", "Small");
  g_autoptr (GError) error = NULL;

  twin_parameters_insert_item (base, "skus", 1, 0);
  twin_parameters_set_number (base, "stores.1.capacity.1", 5000, NULL);
  twin_parameters_set_number (base, "warehouse.capacity.0", 9000, NULL);
  twin_scenario_add_change (scenario, "stores.*.capacity", TWIN_CHANGE_MULTIPLY, 0.5, NULL);
  twin_scenario_add_change (scenario, "stores.1.capacity.0", TWIN_CHANGE_ADD, 7, NULL);
  twin_scenario_add_change (scenario, "warehouse.capacity", TWIN_CHANGE_SET, 8000, NULL);

  g_autoptr (TwinParameters) changed = twin_scenario_apply (scenario, base, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (twin_parameters_get_number (changed, "stores.1.capacity.0"), ==, 757);
  g_assert_cmpfloat (twin_parameters_get_number (changed, "stores.1.capacity.1"), ==, 2500);
  g_assert_cmpfloat (twin_parameters_get_number (changed, "stores.0.capacity.1"), ==, 1000);
  g_assert_false (twin_parameters_is_split (changed, "stores.0.capacity"));
  g_assert_false (twin_parameters_is_split (changed, "warehouse.capacity"));
}

static void
test_texts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinParameters) shift = NULL;
  g_autoptr (TwinParameters) name = NULL;

  shift = apply_one ("shift", TWIN_CHANGE_SET, 0, "night", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (twin_parameters_get_number (shift, "shift"), ==, 1);

  name = apply_one ("machines.0.name", TWIN_CHANGE_SET, 0, "Drill", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twin_parameters_get_text (name, "machines.0.name"), ==, "Drill");
}

static void
test_refused (void)
{
  const struct
  {
    const char *key;
    TwinChangeOperation operation;
    const char *text;
    TwinError code;
  } wrong[] = {
    { "lod", TWIN_CHANGE_SET, NULL, TWIN_ERROR_UNKNOWN_KEY },
    { "machines.7.speed", TWIN_CHANGE_SET, NULL, TWIN_ERROR_UNKNOWN_KEY },
    { "cranes.*.speed", TWIN_CHANGE_SET, NULL, TWIN_ERROR_UNKNOWN_KEY },
    { "shift", TWIN_CHANGE_MULTIPLY, NULL, TWIN_ERROR_WRONG_TYPE },
    { "shift", TWIN_CHANGE_ADD, "night", TWIN_ERROR_WRONG_TYPE },
    { "shift", TWIN_CHANGE_SET, "noon", TWIN_ERROR_OUT_OF_BOUNDS },
    { "open", TWIN_CHANGE_ADD, NULL, TWIN_ERROR_WRONG_TYPE },
    { "load", TWIN_CHANGE_SET, "much", TWIN_ERROR_WRONG_TYPE },
    { "load", TWIN_CHANGE_ADD, "much", TWIN_ERROR_WRONG_TYPE },
    { "machines.0.name", TWIN_CHANGE_SET, NULL, TWIN_ERROR_WRONG_TYPE },
    { "machines.0.name", TWIN_CHANGE_MULTIPLY, NULL, TWIN_ERROR_WRONG_TYPE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (apply_one (wrong[i].key, wrong[i].operation, 2, wrong[i].text, &error));
      assert_refused (error, wrong[i].code, wrong[i].key);
      g_assert_true (g_str_has_prefix (error->message, "Scenario “test”: "));
    }

  /* Of a list that there is, but without such a member. */
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (apply_one ("machines.*.sped", TWIN_CHANGE_SET, 1, NULL, &error));
    assert_refused (error, TWIN_ERROR_UNKNOWN_KEY, "machines.0.sped");
  }
}

static void
test_presets (void)
{
  g_autoptr (GPtrArray) scenarios = twin_scenario_list_presets (&twin_toy_type);
  g_autoptr (TwinParameters) base = twin_toy_new_parameters (NULL, NULL);
  g_autoptr (TwinParameters) usual = NULL;
  g_autoptr (TwinParameters) hurry = NULL;

  g_assert_cmpuint (scenarios->len, ==, 2);
  usual = twin_scenario_apply (g_ptr_array_index (scenarios, 0), base, NULL);
  hurry = twin_scenario_apply (g_ptr_array_index (scenarios, 1), base, NULL);

  g_assert_true (twin_parameters_equal (usual, base));
  g_assert_cmpfloat (twin_parameters_get_number (hurry, "machines.1.speed"), ==, 4);
  g_assert_cmpfloat (twin_parameters_get_number (hurry, "load"), ==, 15);
  g_assert_cmpstr (((TwinScenario *) g_ptr_array_index (scenarios, 1))->name, ==, "hurry");
}

/* The first preset of every model changes nothing, and all of them can be applied. */
static void
test_presets_of_the_product (void)
{
  for (const TwinModelType *const *type = twin_model_type_list (); *type != NULL; type++)
    {
      g_autoptr (GPtrArray) scenarios = twin_scenario_list_presets (*type);
      g_autoptr (TwinParameters) base = twin_parameters_new (*type);

      g_assert_cmpuint (scenarios->len, >, 0);
      for (guint i = 0; i < scenarios->len; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (TwinParameters) parameters =
            twin_scenario_apply (g_ptr_array_index (scenarios, i), base, &error);

          g_assert_no_error (error);
          g_assert_cmpint (twin_parameters_equal (parameters, base), ==, i == 0);
        }
    }
}

static void
test_copy (void)
{
  g_autoptr (TwinScenario) scenario = twin_scenario_new ("test", "A test");
  g_autoptr (TwinScenario) copy = NULL;
  TwinChange *change;

  twin_scenario_add_change (scenario, "load", TWIN_CHANGE_MULTIPLY, 1.5, NULL);
  twin_scenario_add_change (scenario, "shift", TWIN_CHANGE_SET, 0, "night");
  copy = twin_scenario_copy (scenario);
  g_assert_true (twin_scenario_equal (scenario, copy));

  change = &g_array_index (copy->changes, TwinChange, 0);
  change->value = nextafter (1.5, 2);
  g_assert_false (twin_scenario_equal (scenario, copy));
  change->value = 1.5;
  change->operation = TWIN_CHANGE_ADD;
  g_assert_false (twin_scenario_equal (scenario, copy));
  change->operation = TWIN_CHANGE_MULTIPLY;
  g_assert_true (twin_scenario_equal (scenario, copy));

  g_free (g_array_index (copy->changes, TwinChange, 1).text);
  g_array_index (copy->changes, TwinChange, 1).text = g_strdup ("day");
  g_assert_false (twin_scenario_equal (scenario, copy));

  g_array_remove_index (copy->changes, 1);
  g_assert_false (twin_scenario_equal (scenario, copy));
  g_array_remove_index (scenario->changes, 1);
  g_assert_true (twin_scenario_equal (scenario, copy));

  g_free (copy->title);
  copy->title = g_strdup ("Another");
  g_assert_false (twin_scenario_equal (scenario, copy));
}

static void
test_names (void)
{
  for (TwinChangeOperation i = TWIN_CHANGE_SET; i <= TWIN_CHANGE_MULTIPLY; i++)
    {
      TwinChangeOperation operation = -1;

      g_assert_true (
        twin_change_operation_from_name (twin_change_operation_to_name (i), &operation));
      g_assert_cmpint (operation, ==, i);
    }
  g_assert_cmpstr (twin_change_operation_to_name (TWIN_CHANGE_MULTIPLY), ==, "multiply");
  g_assert_false (twin_change_operation_from_name ("divide", &(TwinChangeOperation) { 0 }));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scenario/operations", test_operations);
  g_test_add_func ("/scenario/whole", test_whole);
  g_test_add_func ("/scenario/every-item", test_every_item);
  g_test_add_func ("/scenario/split", test_split);
  g_test_add_func ("/scenario/texts", test_texts);
  g_test_add_func ("/scenario/refused", test_refused);
  g_test_add_func ("/scenario/presets", test_presets);
  g_test_add_func ("/scenario/presets-of-the-product", test_presets_of_the_product);
  g_test_add_func ("/scenario/copy", test_copy);
  g_test_add_func ("/scenario/names", test_names);

  return g_test_run ();
}
