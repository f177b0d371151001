/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Networks in project files: lists, numbers split by SKU, days. */

#include "twin-project-file.h"

#include <string.h>

#include "../engine/network-fixture.h"

static TwinProject *
from_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  TwinProject *project = twin_project_from_json (text, -1, "f.twin", &error);

  g_assert_no_error (error);
  return project;
}

static TwinProject *
from_network (const char *section)
{
  g_autofree char *text = g_strdup_printf ("{\"model\": \"network\", \"network\": %s}", section);

  return from_json (g_strdelimit (text, "'", '"'));
}

static TwinProject *
new_project (void)
{
  return twin_project_new (twin_model_type_find ("network", NULL));
}

static void
assert_round_trip (const TwinProject *project)
{
  g_autofree char *text = twin_project_to_json (project);
  g_autoptr (TwinProject) back = from_json (text);
  g_autofree char *again = twin_project_to_json (back);

  g_assert_cmpstr (text, ==, again);
  g_assert_true (twin_project_equal (project, back));
}

static void
assert_number (const TwinProject *project,
               const char *key,
               double expected)
{
  g_assert_cmpfloat (twin_parameters_get_number (twin_project_get_parameters (project), key), ==,
                     expected);
}

/* How a new network stands in a file: this is a promise to those who write such files. */
static void
test_layout (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autofree char *text = twin_project_to_json (project);

  g_assert_nonnull (strstr (text, "  \"model\": \"network\",\n"));
  g_assert_nonnull (strstr (text, "  \"network\": {\n"
                                  "    \"stores\": [\n"
                                  "      {\n"
                                  "        \"id\": \"store_1\",\n"
                                  "        \"name\": \"Downtown\",\n"
                                  "        \"reorder_point\": 300,\n"
                                  "        \"order_up_to\": 800,\n"
                                  "        \"demand_multiplier\": 1.2,\n"
                                  "        \"initial_inventory\": 700,\n"
                                  "        \"capacity\": 2000\n"
                                  "      },\n"));
  g_assert_nonnull (strstr (text, "    \"supplier\": {\n"
                                  "      \"lead_time_days\": 7,\n"
                                  "      \"reliability\": 0.98\n"
                                  "    },\n"));
  g_assert_nonnull (strstr (text, "    \"whole_units\": false,\n"
                                  "    \"spike_days\": [],\n"));
  g_assert_nonnull (strstr (text, "      \"name\": \"spike\",\n"
                                  "      \"changes\": {\n"
                                  "        \"spike_days\": {\"set\": [30, 31, 32]},\n"
                                  "        \"spike_multiplier\": {\"set\": 2.5}\n"
                                  "      }\n"));
  g_assert_nonnull (strstr (text, "        \"skus.*.demand_sd\": {\"multiply\": 2}\n"));
  assert_round_trip (project);
}

/* The section as the documents print it: its keys come in another order than the program's. */
static void
test_example (void)
{
  g_autoptr (TwinProject) project = from_network (
      "{\n"
      "  'horizon_days': 90, 'warmup_days': 7, 'whole_units': false,\n"
      "  'skus': [{'id': 'sku_001', 'name': 'Premium coffee beans', 'base_demand': 50, 'demand_sd': 15,\n"
      "            'seasonality_amplitude': 0.3, 'seasonality_period_days': 30, 'holding_cost': 0.5,\n"
      "            'stockout_penalty': 10, 'order_cost': 25, 'store_order_cost': 0}],\n"
      "  'stores': [{'id': 'store_1', 'name': 'Downtown', 'demand_multiplier': 1.2,\n"
      "              'initial_inventory': 700, 'capacity': 2000, 'reorder_point': 300,\n"
      "              'order_up_to': 800}],\n"
      "  'warehouse': {'initial_inventory': 5000, 'capacity': 15000, 'reorder_point': 2000,\n"
      "                'order_up_to': 6000, 'lead_time_to_stores_days': 2},\n"
      "  'supplier': {'lead_time_days': 7, 'reliability': 0.98}\n"
      "}");
  g_autoptr (TwinProject) expected = new_project ();

  twin_parameters_remove_item (twin_project_get_parameters (expected), "stores", 2);
  twin_parameters_remove_item (twin_project_get_parameters (expected), "stores", 1);
  g_assert_true (twin_project_equal (project, expected));
  assert_round_trip (project);
}

/* Every key is optional: what is left out has the default of its place in the list. */
static void
test_left_out (void)
{
  g_autoptr (TwinProject) empty = from_network ("{}");
  g_autoptr (TwinProject) expected = new_project ();
  g_autoptr (TwinProject) some = from_network (
      "{'stores': [{}, {'capacity': 1700}, {}, {'id': 'kiosk'}]}");
  TwinParameters *parameters = twin_project_get_parameters (some);

  g_assert_true (twin_project_equal (empty, expected));
  g_assert_cmpuint (twin_parameters_get_n_items (parameters, "stores"), ==, 4);
  assert_number (some, "stores.0.capacity", 2000);
  assert_number (some, "stores.1.capacity", 1700);
  assert_number (some, "stores.1.reorder_point", 250);
  g_assert_cmpstr (twin_parameters_get_text (parameters, "stores.2.name"), ==, "Mall");
  g_assert_cmpstr (twin_parameters_get_text (parameters, "stores.3.name"), ==, "");
  assert_round_trip (some);
}

/* One number for all SKUs, or a list; the list may stand in the file before the SKUs do. */
static void
test_split (void)
{
  g_autoptr (TwinProject) project = from_network (
      "{'stores': [{'reorder_point': [300, 0.5], 'order_up_to': [800, 1.5],\n"
      "              'demand_multiplier': [0.5, 2]}],\n"
      " 'warehouse': {'capacity': [15000, 20000]}, 'spike_days': [0, 7, 999999],\n"
      " 'skus': [{'id': 'a'}, {'id': 'b'}]}");
  const TwinParameters *parameters = twin_project_get_parameters (project);
  g_autofree char *text = twin_project_to_json (project);

  g_assert_true (twin_parameters_is_split (parameters, "stores.0.reorder_point"));
  g_assert_false (twin_parameters_is_split (parameters, "stores.0.capacity"));
  assert_number (project, "stores.0.reorder_point.1", 0.5);
  assert_number (project, "warehouse.capacity.1", 20000);
  assert_number (project, "stores.0.demand_multiplier.0", 0.5);
  assert_number (project, "stores.0.demand_multiplier.1", 2);
  g_assert_cmpstr (twin_parameters_get_text (parameters, "spike_days"), ==, "0,7,999999");
  g_assert_nonnull (strstr (text, "        \"reorder_point\": [300, 0.5],\n"));
  g_assert_nonnull (strstr (text, "      \"capacity\": [15000, 20000],\n"));
  g_assert_nonnull (strstr (text, "    \"spike_days\": [0, 7, 999999],\n"));
  assert_round_trip (project);
}

static const char *const scenario_keys[] = {
  "skus.*.base_demand", "skus.0.demand_sd",   "stores.*.capacity",        "stores.0.capacity.0",
  "stores.*.order_up_to.0", "supplier.reliability", "warehouse.capacity.0", "spike_multiplier",
};

static void
add_random_scenario (TwinProject *project,
                     GRand *rand)
{
  TwinScenario *scenario = twin_scenario_new ("own", "“Own”");
  int n = g_rand_int_range (rand, 0, 6);

  for (int i = 0; i < n; i++)
    {
      const char *key = scenario_keys[g_rand_int_range (rand, 0, G_N_ELEMENTS (scenario_keys))];

      twin_scenario_add_change (scenario, key, TWIN_CHANGE_MULTIPLY, g_rand_double (rand), NULL);
    }
  if (g_rand_boolean (rand))
    twin_scenario_add_change (scenario, "spike_days", TWIN_CHANGE_SET, 0, "1,20,300");
  if (g_rand_boolean (rand))
    twin_scenario_add_change (scenario, "spike_days", TWIN_CHANGE_SET, 0, "");
  g_ptr_array_add (project->scenarios, scenario);
}

static void
put_parameters (TwinProject *project,
                const TwinParameters *parameters)
{
  for (guint i = 0; twin_model_type_list ()[i] != NULL; i++)
    if (twin_model_type_list ()[i] == project->type)
      {
        twin_parameters_free (project->parameters[i]);
        project->parameters[i] = twin_parameters_copy (parameters);
      }
}

static void
test_random_networks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);
  guint n_split = 0;

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      g_autoptr (TwinProject) project = new_project ();

      put_parameters (project, twin_model_get_parameters (model));
      twin_parameters_set_text (twin_project_get_parameters (project), "stores.0.name",
                                i % 2 ? "“\\\"\n😀" : "", NULL);
      n_split += twin_parameters_is_split (twin_project_get_parameters (project),
                                           "warehouse.capacity");
      add_random_scenario (project, rand);
      assert_round_trip (project);
    }
  g_assert_cmpuint (n_split, >, 100);
}

typedef struct
{
  const char *json, *key, *message;
  TwinError code;
} Refusal;

static const Refusal sections[] = {
  { "[]", "", "a list is not allowed; it must be an object", TWIN_ERROR_WRONG_TYPE },
  { "{'stores': []}", ".stores", "the number of items is 0; it must be from 1 to 200",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'stores': {}}", ".stores", "an object is not allowed; it must be a list",
    TWIN_ERROR_WRONG_TYPE },
  { "{'skus': []}", ".skus", "the number of items is 0; it must be from 1 to 200",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'stores': [{'id': 'a'}, {'id': 'a'}]}", ".stores.1.id", "“a” is not allowed; another item",
    TWIN_ERROR_CONFLICT },
  { "{'skus': [{'id': 'a'}, {'id': 'a'}]}", ".skus.1.id", "“a” is not allowed; another item",
    TWIN_ERROR_CONFLICT },
  { "{'stores': [{'id': 'warehouse_1'}]}", ".stores.0.id", "“warehouse_1” is taken already",
    TWIN_ERROR_CONFLICT },
  { "{'stores': [{}, {}, {}, {}]}", ".stores.3.id", "it must not be empty",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'stores': [{'id': 3}]}", ".stores.0.id", "3 is not allowed; it must be a text",
    TWIN_ERROR_WRONG_TYPE },
  { "{'stores': [{}, {'capacty': 3}]}", ".stores.1.capacty", "no such parameter",
    TWIN_ERROR_UNKNOWN_KEY },
  { "{'stores': [{'reorder_point': 800}]}", ".stores.0.reorder_point", "800 is not allowed; it "
    "must be below stores.0.order_up_to, which is 800", TWIN_ERROR_CONFLICT },
  { "{'stores': [{'reorder_point': [1, 2]}]}", ".stores.0.reorder_point", "2 numbers were given; "
    "it must be one, or one for each of the 1 skus", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'stores': [{'reorder_point': []}]}", ".stores.0.reorder_point", "0 numbers were given",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'stores': [{'reorder_point': ['1']}]}", ".stores.0.reorder_point.0", "“1” is not allowed; it "
    "must be a number from 0", TWIN_ERROR_WRONG_TYPE },
  { "{'stores': [{'reorder_point': [[1]]}]}", ".stores.0.reorder_point.0", "a list is not allowed",
    TWIN_ERROR_WRONG_TYPE },
  { "{'skus': [{'id': 'a'}, {'id': 'b'}], 'warehouse': {'reorder_point': [6000, 5999]}}",
    ".warehouse.reorder_point.0", "6000 is not allowed; it must be below warehouse.order_up_to.0",
    TWIN_ERROR_CONFLICT },
  { "{'skus': [{'base_demand': [1]}]}", ".skus.0.base_demand", "a list is not "
    "allowed; it must be a number", TWIN_ERROR_WRONG_TYPE },
  { "{'skus': [{'base_demand': -1}]}", ".skus.0.base_demand", "-1 is not allowed",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'skus': [{'seasonality_amplitude': 1.01}]}", ".skus.0.seasonality_amplitude", "1.01 is not "
    "allowed; it must be a number from 0 to 1", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'warmup_days': 90}", ".warmup_days", "90 is not allowed; it must be below horizon_days, "
    "which is 90", TWIN_ERROR_CONFLICT },
  { "{'whole_units': 1}", ".whole_units", "1 is not allowed; it must be true or false",
    TWIN_ERROR_WRONG_TYPE },
  { "{'spike_days': '30'}", ".spike_days", "“30” is not allowed; it must be a list of days",
    TWIN_ERROR_WRONG_TYPE },
  { "{'spike_days': [3, 'x']}", ".spike_days.1", "“x” is not allowed; it must be a whole number "
    "from 4 to 999999", TWIN_ERROR_WRONG_TYPE },
  { "{'spike_days': [3, 3]}", ".spike_days.1", "3 is not allowed; it must be a whole number from 4",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'spike_days': [-1]}", ".spike_days.0", "-1 is not allowed; it must be a whole number from 0",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'spike_days': [1.5]}", ".spike_days.0", "1.5 is not allowed; it must be a whole number",
    TWIN_ERROR_WRONG_TYPE },
};

static const Refusal changes[] = {
  { "{'spike_days': {'set': '30,31'}}", ".spike_days.set", "“30,31” is not allowed; it must be a "
    "list of days, such as [30, 31, 32]", TWIN_ERROR_WRONG_TYPE },
  { "{'spike_days': {'set': [31, 30]}}", ".spike_days.set.1", "30 is not allowed; it must be a "
    "whole number from 32", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'spike_days': {'add': 1}}", ".spike_days.add", "it is not a number and can only be “set”",
    TWIN_ERROR_WRONG_TYPE },
  { "{'stores.0.capacity.x': {'set': 1}}", ".stores.0.capacity.x", "no such parameter",
    TWIN_ERROR_UNKNOWN_KEY },
  { "{'stores.0.capacity.0.0': {'set': 1}}", ".stores.0.capacity.0.0", "no such parameter",
    TWIN_ERROR_UNKNOWN_KEY },
  { "{'skus.0.base_demand.0': {'set': 1}}", ".skus.0.base_demand.0",
    "no such parameter", TWIN_ERROR_UNKNOWN_KEY },
  { "{'warehouse.capacity.1': {'set': -1}}", ".warehouse.capacity.1.set", "-1 is not allowed",
    TWIN_ERROR_OUT_OF_BOUNDS },
};

static void
assert_refused (const char *json,
                const char *key,
                const Refusal *refusal)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autofree char *expected = g_strdup_printf ("f.twin: %s: %s", key, refusal->message);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinProject) project = twin_project_from_json (text, -1, "f.twin", &error);

  if (project != NULL)
    g_error ("not refused: %s", json);
  if (!g_str_has_prefix (error->message, expected))
    g_assert_cmpstr (error->message, ==, expected);
  g_assert_error (error, TWIN_ERROR, (int) refusal->code);
  g_assert_cmpstr (twin_error_get_key (error), ==, key);
}

static void
test_sections_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *json = g_strdup_printf ("{'network': %s}", sections[i].json);
      g_autofree char *key = g_strconcat ("network", sections[i].key, NULL);

      assert_refused (json, key, &sections[i]);
    }
}

static void
test_changes_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{'model': 'network', 'scenarios': [{'name': 'a', 'changes': %s}]}", changes[i].json);
      g_autofree char *key = g_strconcat ("scenarios.0.changes", changes[i].key, NULL);

      assert_refused (json, key, &changes[i]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/network-file/layout", test_layout);
  g_test_add_func ("/network-file/example", test_example);
  g_test_add_func ("/network-file/left-out", test_left_out);
  g_test_add_func ("/network-file/split", test_split);
  g_test_add_func ("/network-file/random-networks", test_random_networks);
  g_test_add_func ("/network-file/sections-refused", test_sections_refused);
  g_test_add_func ("/network-file/changes-refused", test_changes_refused);

  return g_test_run ();
}
