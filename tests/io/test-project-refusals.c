/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "twin-project-file.h"

/* Everything that a project file may not say: the key that the error is about, the message after
 * "f.twin: KEY: " (with the value and what is allowed), and its code. */
typedef struct
{
  const char *json, *key, *message;
  TwinError code;
} Refusal;

static const Refusal general[] = {
  { "[]", NULL, "a list is not allowed; it must be an object", TWIN_ERROR_WRONG_TYPE },
  { "3", NULL, "3 is not allowed; it must be an object", TWIN_ERROR_WRONG_TYPE },
  { "{'colour': 1}", "colour", "no such key; it can be one of: format, version, model, warehouse",
    TWIN_ERROR_UNKNOWN_KEY },
  { "{'format': 'other'}", "format", "this is no project of Inventory Twin; it must be "
    "“inventory-twin”", TWIN_ERROR_FORMAT },
  { "{'format': 1}", "format", "this is no project", TWIN_ERROR_FORMAT },
  { "{'version': 2}", "version", "the file is of version 2", TWIN_ERROR_NEWER },
  { "{'version': 2, 'news': {}}", "version", "the file is of version 2", TWIN_ERROR_NEWER },
  { "{'version': 0}", "version", "0 is not allowed; it must be a whole number from 1",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'version': '1'}", "version", "“1” is not allowed; it must be a whole number",
    TWIN_ERROR_WRONG_TYPE },
  { "{'model': 'kiosk'}", "model", "“kiosk” is not", TWIN_ERROR_UNKNOWN_KEY },
  { "{'model': 1}", "model", "1 is not allowed; it must be the name of a model",
    TWIN_ERROR_WRONG_TYPE },
  { "{'model': null}", "model", "null is not allowed", TWIN_ERROR_WRONG_TYPE },
  { "{'kiosk': {}}", "kiosk", "no such key", TWIN_ERROR_UNKNOWN_KEY },
  { "{'model': 'warehouse', 'model': 'warehouse'}", "model", "line 1: the key is given twice",
    TWIN_ERROR_FORMAT },
};

static const Refusal model[] = {
  { "{'warehouse': 1}", "warehouse", "1 is not allowed; it must be an object",
    TWIN_ERROR_WRONG_TYPE },
  { "{'warehouse': {'demand_rat': 1}}", "warehouse.demand_rat", "no such parameter; did you mean "
    "demand_rate?", TWIN_ERROR_UNKNOWN_KEY },
  { "{'warehouse': {'lead_time': {'max': 1}}}", "warehouse.lead_time.max", "no such parameter",
    TWIN_ERROR_UNKNOWN_KEY },
  { "{'warehouse': {'demand_rate': {'a': 1}}}", "warehouse.demand_rate", "an object is not "
    "allowed; it must be a number from 0 to 1000000", TWIN_ERROR_WRONG_TYPE },
  { "{'warehouse': {'demand_rate': '20'}}", "warehouse.demand_rate", "“20” is not allowed; it must "
    "be a number from 0 to 1000000", TWIN_ERROR_WRONG_TYPE },
  { "{'warehouse': {'demand_rate': true}}", "warehouse.demand_rate", "true is not allowed; it must "
    "be a number from 0 to 1000000", TWIN_ERROR_WRONG_TYPE },
  { "{'warehouse': {'demand_rate': NaN}}", "warehouse.demand_rate", "line 1: “NaN” is no value",
    TWIN_ERROR_FORMAT },
  { "{'warehouse': {'demand_rate': -Infinity}}", "warehouse.demand_rate",
    "line 1: “-Infinity” is no value", TWIN_ERROR_FORMAT },
  { "{'warehouse': {'demand_rate': 1e400}}", "warehouse.demand_rate", "line 1: 1e400 is not allowed",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'warehouse': {'demand_rate': -0.5}}", "warehouse.demand_rate", "-0.5 is not allowed; it must "
    "be a number from 0 to 1000000", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'warehouse': {'demand_rate': 100000000000000000000}}", "warehouse.demand_rate",
    "1e+20 is not allowed; it must be a number from 0 to 1000000", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'warehouse': {'horizon_days': 0}}", "warehouse.horizon_days", "0 is not allowed; it must be "
    "a number above 0", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'warehouse': {'reorder_point': 40.5}}", "warehouse.reorder_point", "40.5 is not allowed; it "
    "must be a whole number", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'warehouse': {'reorder_point': 120}}", "warehouse.reorder_point", "120 is not allowed; it "
    "must be below order_up_to, which is 120", TWIN_ERROR_CONFLICT },
  { "{'warehouse': {'lead_time': {'min_days': 6}}}", "warehouse.lead_time.min_days",
    "6 is not allowed; it must not exceed lead_time.max_days, which is 5", TWIN_ERROR_CONFLICT },
  { "{'warehouse': {'unmet_demand': 'wait'}}", "warehouse.unmet_demand", "“wait” is not allowed; "
    "it must be one of: backorder, lost_sale", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'warehouse': {'unmet_demand': 1}}", "warehouse.unmet_demand", "1 is not allowed; it must be "
    "one of: backorder, lost_sale", TWIN_ERROR_WRONG_TYPE },
  { "{'warehouse': {'demand_rate': 1e6, 'horizon_days': 36500}}", "warehouse.demand_rate", "1e+06",
    TWIN_ERROR_TOO_LARGE },
};

static const Refusal experiment[] = {
  { "{'experiment': []}", "experiment", "a list is not allowed; it must be an object",
    TWIN_ERROR_WRONG_TYPE },
  { "{'experiment': {'runs': 3}}", "experiment.runs", "no such key; it can be one of: "
    "replications, seed", TWIN_ERROR_UNKNOWN_KEY },
  { "{'experiment': {'replications': 0}}", "experiment.replications", "0 is not allowed; it must "
    "be a whole number from 1 to 10000000", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'experiment': {'replications': 10000001}}", "experiment.replications", "10000001 is not "
    "allowed; it must be a whole number from 1 to 10000000", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'experiment': {'replications': 1.5}}", "experiment.replications", "1.5 is not allowed",
    TWIN_ERROR_WRONG_TYPE },
  { "{'experiment': {'replications': 1e3}}", "experiment.replications", "1e3 is not allowed",
    TWIN_ERROR_WRONG_TYPE },
  { "{'experiment': {'seed': -1}}", "experiment.seed", "-1 is not allowed; it must be a whole "
    "number from 0 to 18446744073709551615", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'experiment': {'seed': 18446744073709551616}}", "experiment.seed",
    "18446744073709551616 is not allowed", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'experiment': {'seed': 'lucky'}}", "experiment.seed", "“lucky” is not allowed; it must be a "
    "whole number from 0 to 18446744073709551615", TWIN_ERROR_WRONG_TYPE },
};

static const Refusal search[] = {
  { "{'optimize': {'goal': 1}}", "optimize.goal", "no such key; it can be one of: target, "
    "reorder_point, order_up_to", TWIN_ERROR_UNKNOWN_KEY },
  { "{'optimize': {'target': '98 %'}}", "optimize.target", "“98 %” is not allowed; it must be a "
    "number", TWIN_ERROR_WRONG_TYPE },
  { "{'optimize': {'policies': 5}}", "optimize.policies", "no such key", TWIN_ERROR_UNKNOWN_KEY },
  { "{'model': 'network', 'optimize': {'policies': 0}}", "optimize.policies", "0 is not allowed; "
    "it must be a whole number from 1 to 1000000", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'model': 'network', 'optimize': {'policies': '5'}}", "optimize.policies", "“5” is not allowed",
    TWIN_ERROR_WRONG_TYPE },
  { "{'model': 'network', 'optimize': {'stores.*.reorder_point': {'min': -1}}}",
    "optimize.stores.*.reorder_point.min", "-1 is not allowed", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'optimize': {'target': 0.5}}", "optimize.target", "0.5 is not allowed; it must be a number "
    "from 0.8 to 0.999", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'optimize': {'reorder_point': 3}}", "optimize.reorder_point", "3 is not allowed; it must be "
    "an object", TWIN_ERROR_WRONG_TYPE },
  { "{'optimize': {'reorder_point': {'low': 3}}}", "optimize.reorder_point.low", "no such key; it "
    "can be one of: min, max, step", TWIN_ERROR_UNKNOWN_KEY },
  { "{'optimize': {'reorder_point': {'step': 0}}}", "optimize.reorder_point.step",
    "0 is not allowed", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'optimize': {'reorder_point': {'min': null}}}", "optimize.reorder_point.min",
    "null is not allowed; it must be a number", TWIN_ERROR_WRONG_TYPE },
};

static const Refusal scenarios[] = {
  { "{'scenarios': {}}", "scenarios", "an object is not allowed; it must be a list",
    TWIN_ERROR_WRONG_TYPE },
  { "{'scenarios': ['spike']}", "scenarios.0", "“spike” is not allowed; it must be an object",
    TWIN_ERROR_WRONG_TYPE },
  { "{'scenarios': [{}]}", "scenarios.0.name", "it is missing", TWIN_ERROR_WRONG_TYPE },
  { "{'scenarios': [{'name': ''}]}", "scenarios.0.name", "it is missing; it must be a text that is "
    "not empty", TWIN_ERROR_WRONG_TYPE },
  { "{'scenarios': [{'name': 1}]}", "scenarios.0.name", "1 is not allowed; it must be a text",
    TWIN_ERROR_WRONG_TYPE },
  { "{'scenarios': [{'name': 'a', 'title': 1}]}", "scenarios.0.title", "1 is not allowed; it must "
    "be a text", TWIN_ERROR_WRONG_TYPE },
  { "{'scenarios': [{'name': 'a', 'colour': 1}]}", "scenarios.0.colour", "no such key; it can be "
    "one of: name, title, changes", TWIN_ERROR_UNKNOWN_KEY },
  { "{'scenarios': [{'name': 'a'}, {'name': 'b'}, {'name': 'a'}]}", "scenarios.2.name",
    "“a” is not allowed; another scenario has that name", TWIN_ERROR_CONFLICT },
};

/* What a scenario with these changes is refused for; keys begin with "scenarios.0.changes". */
static const Refusal changes[] = {
  { "1", "", "1 is not allowed; it must be an object", TWIN_ERROR_WRONG_TYPE },
  { "{'demand_rat': {'set': 1}}", ".demand_rat", "no such parameter; did you mean demand_rate?",
    TWIN_ERROR_UNKNOWN_KEY },
  { "{'demand_rat': {'set': true}}", ".demand_rat", "no such parameter", TWIN_ERROR_UNKNOWN_KEY },
  { "{'lead_time': {'set': 1}}", ".lead_time", "no such parameter", TWIN_ERROR_UNKNOWN_KEY },
  { "{'demand_rate': 3}", ".demand_rate", "3 is not allowed; it must be an object",
    TWIN_ERROR_WRONG_TYPE },
  { "{'demand_rate': {}}", ".demand_rate", "a change has one of “set”, “add” and “multiply”",
    TWIN_ERROR_CONFLICT },
  { "{'demand_rate': {'set': 1, 'add': 2}}", ".demand_rate", "a change has one of",
    TWIN_ERROR_CONFLICT },
  { "{'demand_rate': {'divide': 2}}", ".demand_rate.divide", "no such key; it can be one of: set, "
    "add, multiply", TWIN_ERROR_UNKNOWN_KEY },
  { "{'demand_rate': {'set': '3'}}", ".demand_rate.set", "“3” is not allowed; it must be a number "
    "from 0 to 1000000", TWIN_ERROR_WRONG_TYPE },
  { "{'demand_rate': {'set': false}}", ".demand_rate.set", "false is not allowed; it must be a "
    "number from 0 to 1000000", TWIN_ERROR_WRONG_TYPE },
  { "{'demand_rate': {'multiply': [2]}}", ".demand_rate.multiply", "a list is not allowed; it must "
    "be a number", TWIN_ERROR_WRONG_TYPE },
  { "{'nothing': {'multiply': [2]}}", ".nothing", "no such parameter", TWIN_ERROR_UNKNOWN_KEY },
  { "{'': {'set': 2}}", ".", "no such parameter", TWIN_ERROR_UNKNOWN_KEY },
  { "{'demand_rate': {'set': -3}}", ".demand_rate.set", "-3 is not allowed; it must be a number "
    "from 0 to 1000000", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'order_up_to': {'set': 99.5}}", ".order_up_to.set", "99.5 is not allowed; it must be a whole "
    "number from 1 to 1000000", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'demand_rate': {'set': 1, 'set': 2}}", ".demand_rate.set", "line 1: the key is given twice",
    TWIN_ERROR_FORMAT },
  { "{'unmet_demand': {'set': 'lost'}}", ".unmet_demand.set", "“lost” is not allowed; it must be "
    "one of: backorder, lost_sale", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'unmet_demand': {'set': 2}}", ".unmet_demand.set", "2 is not allowed; it must be one of: "
    "backorder, lost_sale", TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'unmet_demand': {'set': 0.5}}", ".unmet_demand.set", "0.5 is not allowed",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "{'unmet_demand': {'add': 1}}", ".unmet_demand.add", "it is not a number and can only be “set”",
    TWIN_ERROR_WRONG_TYPE },
  { "[{'set': 1}]", ".0.key", "it is missing; it must be the key of a parameter",
    TWIN_ERROR_WRONG_TYPE },
  { "[{'key': 1, 'set': 1}]", ".0.key", "1 is not allowed; it must be the key of a parameter",
    TWIN_ERROR_WRONG_TYPE },
  { "[{'key': 'demand_rate'}]", ".0", "a change has one of", TWIN_ERROR_CONFLICT },
  { "[{'key': 'order_cost', 'set': 1}, {'key': 'demand_rate', 'set': -1}]", ".1.set",
    "-1 is not allowed; it must be a number from 0 to 1000000",
    TWIN_ERROR_OUT_OF_BOUNDS },
  { "[{'key': 'order_cost', 'set': 1}, {'key': 'demand_rat', 'set': -1}]", ".1",
    "demand_rat: no such parameter; did you mean demand_rate?", TWIN_ERROR_UNKNOWN_KEY },
};

static void
assert_refused (const char *json,
                const char *key,
                const char *message,
                TwinError code)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autofree char *expected = key != NULL ? g_strdup_printf ("f.twin: %s: %s", key, message)
                                          : g_strdup_printf ("f.twin: %s", message);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinProject) project = twin_project_from_json (text, -1, "f.twin", &error);

  g_assert_null (project);
  if (!g_str_has_prefix (error->message, expected))
    g_assert_cmpstr (error->message, ==, expected);
  g_assert_error (error, TWIN_ERROR, (int) code);
  g_assert_cmpstr (twin_error_get_key (error), ==, key);
}

static void
test_refusals (const Refusal *cases,
               gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    assert_refused (cases[i].json, cases[i].key, cases[i].message, cases[i].code);
}

static void
test_general (void)
{
  test_refusals (general, G_N_ELEMENTS (general));
}

static void
test_model (void)
{
  test_refusals (model, G_N_ELEMENTS (model));
}

static void
test_experiment (void)
{
  test_refusals (experiment, G_N_ELEMENTS (experiment));
}

static void
test_search (void)
{
  test_refusals (search, G_N_ELEMENTS (search));
}

static void
test_scenarios (void)
{
  test_refusals (scenarios, G_N_ELEMENTS (scenarios));
}

static void
test_changes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *json = g_strdup_printf ("{'scenarios': [{'name': 'a', 'changes': %s}]}",
                                               changes[i].json);
      g_autofree char *key = g_strconcat ("scenarios.0.changes", changes[i].key, NULL);
      assert_refused (json, key, changes[i].message, changes[i].code);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project-refusals/general", test_general);
  g_test_add_func ("/project-refusals/model", test_model);
  g_test_add_func ("/project-refusals/experiment", test_experiment);
  g_test_add_func ("/project-refusals/search", test_search);
  g_test_add_func ("/project-refusals/scenarios", test_scenarios);
  g_test_add_func ("/project-refusals/changes", test_changes);

  return g_test_run ();
}
