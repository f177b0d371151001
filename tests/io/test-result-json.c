/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-result-json.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <math.h>
#include <string.h>

#include "test-folder.h"
#include "test-results.h"

/* The keys stand here word by word, in their order: they are promised to those who read them. */
#define WAREHOUSE_METRICS                                                                          \
  "fill_rate total_cost holding_cost stockout_cost ordering_cost average_on_hand orders demand "  \
  "filled unmet ending_on_hand ending_backorders"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (text, "}\n"));
  return root;
}

static void
assert_members (JsonObject *object,
                const char *expected)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (GList *l = members; l != NULL; l = l->next)
    g_string_append_printf (joined, l->prev != NULL ? " %s" : "%s", (const char *) l->data);
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
assert_number (JsonObject *object,
               const char *member,
               double expected)
{
  if (isnan (expected))
    {
      g_assert_true (json_object_get_null_member (object, member));
      return;
    }
  double value = json_object_get_double_member (object, member);
  g_assert_cmpmem (&value, sizeof value, &expected, sizeof expected);
}

static void
assert_estimate (JsonObject *parent,
                 const char *member,
                 TwinEstimate expected)
{
  JsonObject *object = json_object_get_object_member (parent, member);

  assert_members (object, "mean sd ci_low ci_high");
  assert_number (object, "mean", expected.mean);
  assert_number (object, "sd", expected.sd);
  assert_number (object, "ci_low", expected.low);
  assert_number (object, "ci_high", expected.high);
}

static void
assert_metrics (JsonObject *parent,
                const TwinRun *run)
{
  JsonObject *metrics = json_object_get_object_member (parent, "metrics");
  const TwinModelType *type = twin_model_get_model_type (twin_run_get_model (run));

  assert_members (metrics, WAREHOUSE_METRICS);
  for (guint i = 0; i < type->n_metrics; i++)
    assert_estimate (metrics, type->metrics[i].name, twin_run_get_estimate (run, i));
}

static void
test_run (void)
{
  g_autoptr (TwinRun) run = test_new_run (42, 0, 9);
  g_autofree char *text = twin_run_to_json (run);
  g_autoptr (JsonNode) node = parse (text);
  JsonObject *root = json_node_get_object (node);

  assert_members (root, "model replications seed method metrics");
  g_assert_cmpstr (json_object_get_string_member (root, "model"), ==, "warehouse");
  g_assert_cmpint (json_object_get_int_member (root, "replications"), ==, 9);
  g_assert_cmpint (json_object_get_int_member (root, "seed"), ==, 42);
  g_assert_cmpstr (json_object_get_string_member (root, "method"), ==,
                   twin_method_get_name (twin_model_get_method (twin_run_get_model (run))));
  assert_metrics (root, run);
}

/* One replication has no interval, which is not one of width 0. */
static void
test_run_of_one (void)
{
  g_autoptr (TwinRun) run = test_new_run (G_MAXUINT64, 0, 1);
  g_autofree char *text = twin_run_to_json (run);
  g_autoptr (JsonNode) node = parse (text);

  assert_metrics (json_node_get_object (node), run);
  g_assert_nonnull (strstr (text, "\"sd\": null, \"ci_low\": null, \"ci_high\": null}"));
  g_assert_nonnull (strstr (text, "  \"seed\": 18446744073709551615,\n"));
}

static void
test_comparison (void)
{
  static const char *const names[] = { "baseline", "demand_spike", "lead_time_disruption" };
  g_autoptr (TwinComparison) comparison = test_new_comparison ();
  g_autofree char *text = twin_comparison_to_json (comparison);
  g_autoptr (JsonNode) node = parse (text);
  JsonObject *root = json_node_get_object (node);

  assert_members (root, "model replications seed scenarios");
  JsonArray *scenarios = json_object_get_array_member (root, "scenarios");
  g_assert_cmpuint (json_array_get_length (scenarios), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      JsonObject *scenario = json_array_get_object_element (scenarios, i);
      assert_members (scenario, i == 0 ? "name method metrics" : "name method metrics difference");
      g_assert_cmpstr (json_object_get_string_member (scenario, "name"), ==, names[i]);
      assert_metrics (scenario, twin_comparison_get_run (comparison, i));
      if (i == 0)
        continue;
      JsonObject *difference = json_object_get_object_member (scenario, "difference");
      assert_members (difference, WAREHOUSE_METRICS);
      assert_estimate (difference, "fill_rate", twin_comparison_get_difference (comparison, i, 0));
      assert_estimate (difference, "total_cost", twin_comparison_get_difference (comparison, i, 1));
    }
}

static const char *const statuses[] = { "open", "feasible", "infeasible" };

static void
assert_policy (JsonObject *object,
               const TwinPolicy *policy)
{
  assert_number (object, "reorder_point", policy->decisions[0]);
  assert_number (object, "order_up_to", policy->decisions[1]);
  g_assert_cmpint (json_object_get_int_member (object, "replications"), ==, 5);
  assert_estimate (object, "fill_rate", policy->service);
  assert_estimate (object, "total_cost", policy->cost);
  g_assert_cmpint (json_object_get_boolean_member (object, "feasible"), ==, policy->feasible);
  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==,
                   statuses[policy->feasibility]);
}

#define POLICY_MEMBERS "reorder_point order_up_to replications fill_rate total_cost feasible " \
                       "status"

static void
assert_statement (JsonObject *object,
                  const TwinStatement *statement)
{
  assert_members (object, "confidence delta rivals open");
  assert_number (object, "confidence", 0.95);
  if (isfinite (statement->slack))
    assert_number (object, "delta", statement->slack);
  else
    g_assert_true (json_object_get_null_member (object, "delta"));
  g_assert_cmpint (json_object_get_int_member (object, "rivals"), ==, statement->n_rivals);
  g_assert_cmpint (json_object_get_int_member (object, "open"), ==, statement->n_open);
}

static JsonObject *
assert_search (JsonNode *node,
               const TwinOptimum *optimum)
{
  JsonObject *root = json_node_get_object (node);
  JsonArray *policies = json_object_get_array_member (root, "policies");
  JsonObject *closest = json_object_get_object_member (root, "closest");

  assert_members (root, "model replications seed target statement policies optimum closest");
  assert_number (root, "target", 0.95);
  assert_statement (json_object_get_object_member (root, "statement"),
                    twin_optimum_get_statement (optimum));
  g_assert_cmpuint (json_array_get_length (policies), ==, 9);
  for (guint i = 0; i < 9; i++)
    {
      JsonObject *policy = json_array_get_object_element (policies, i);
      assert_members (policy, POLICY_MEMBERS);
      assert_policy (policy, twin_optimum_get_policy (optimum, i));
    }
  assert_members (closest, POLICY_MEMBERS);
  assert_policy (closest, twin_optimum_get_policy (
                              optimum, (gsize) twin_optimum_get_closest (optimum)));
  return root;
}

/* The cheapest of these has the least S of all, which could be less. */
static void
assert_edges (JsonObject *best,
              const TwinOptimum *optimum)
{
  const TwinPolicy *policy =
      twin_optimum_get_policy (optimum, (gsize) twin_optimum_get_best (optimum));
  JsonArray *edges = json_object_get_array_member (best, "at_edge");
  guint n = 0;

  for (guint i = 0; i < 2; i++)
    {
      const TwinRange *range = &twin_optimum_get_search (optimum)->ranges[i];

      if (policy->decisions[i] != range->lower && policy->decisions[i] != range->upper)
        continue;
      g_assert_cmpstr (json_array_get_string_element (edges, n++), ==,
                       twin_optimum_get_decision (optimum, i)->key);
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (json_array_get_length (edges), ==, n);
}

static void
test_optimum (void)
{
  g_autoptr (TwinOptimum) optimum = test_new_optimum (TRUE);
  g_autofree char *text = twin_optimum_to_json (optimum);
  g_autoptr (JsonNode) node = parse (text);
  JsonObject *root = assert_search (node, optimum);
  JsonObject *best = json_object_get_object_member (root, "optimum");
  const TwinRun *verified = twin_optimum_get_verified (optimum);

  assert_members (best, POLICY_MEMBERS " at_edge verified");
  assert_policy (best, twin_optimum_get_policy (optimum, (gsize) twin_optimum_get_best (optimum)));
  assert_edges (best, optimum);
  JsonObject *again = json_object_get_object_member (best, "verified");
  assert_members (again, "method replications fill_rate total_cost feasible");
  assert_estimate (again, "fill_rate", twin_run_get_estimate (verified, 0));
  assert_estimate (again, "total_cost", twin_run_get_estimate (verified, 1));
  g_assert_cmpint (json_object_get_boolean_member (again, "feasible"), ==,
                   twin_run_get_estimate (verified, 0).mean >= 0.95);
}

static void
test_network_optimum (void)
{
  g_autoptr (TwinOptimum) optimum = test_new_network_optimum ();
  g_autofree char *text = twin_optimum_to_json (optimum);
  g_autoptr (JsonNode) node = parse (text);
  JsonArray *policies = json_object_get_array_member (json_node_get_object (node), "policies");

  g_assert_true (json_object_get_null_member (json_node_get_object (node), "statement"));
  g_assert_cmpuint (json_array_get_length (policies), ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      JsonObject *object = json_array_get_object_element (policies, i);
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);

      assert_members (object, "stores.0.reorder_point stores.0.order_up_to stores.1.reorder_point "
                              "stores.1.order_up_to warehouse.reorder_point warehouse.order_up_to "
                              "replications service_level total_cost feasible status");
      assert_number (object, "stores.1.reorder_point", policy->decisions[2]);
      assert_number (object, "warehouse.order_up_to", policy->decisions[5]);
      assert_estimate (object, "service_level", policy->service);
    }
}

static void
test_no_optimum (void)
{
  g_autoptr (TwinOptimum) optimum = test_new_optimum (FALSE);
  g_autofree char *text = twin_optimum_to_json (optimum);
  g_autoptr (JsonNode) node = parse (text);
  JsonObject *root = assert_search (node, optimum);

  g_assert_true (json_object_get_null_member (root, "optimum"));
}

static void
test_python (void)
{
  g_autofree char *python = test_find_python ();
  g_autoptr (TwinRun) run = test_new_run (G_MAXUINT64, 0, 1);
  g_autofree char *text = twin_run_to_json (run);
  TestFolder folder;

  if (python == NULL)
    {
      g_test_skip ("There is no Python here");
      return;
    }
  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a.json", text);
  g_autofree char *output = test_run_python (
      python,
      "import json, struct, sys\n"
      "r = json.load(open(sys.argv[1], encoding='utf-8'))\n"
      "cost = r['metrics']['total_cost']\n"
      "print(r['seed'], cost['sd'], struct.pack('>d', cost['mean']).hex())\n",
      path);
  guint64 bits;
  memcpy (&bits, twin_run_get_sample (run, 1), sizeof bits);
  g_autofree char *expected = g_strdup_printf (
      "18446744073709551615 None %016" G_GINT64_MODIFIER "x\n", bits);
  g_assert_cmpstr (output, ==, expected);
  test_folder_tear_down (&folder);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/result-json/run", test_run);
  g_test_add_func ("/result-json/run-of-one", test_run_of_one);
  g_test_add_func ("/result-json/comparison", test_comparison);
  g_test_add_func ("/result-json/optimum", test_optimum);
  g_test_add_func ("/result-json/network-optimum", test_network_optimum);
  g_test_add_func ("/result-json/no-optimum", test_no_optimum);
  g_test_add_func ("/result-json/python", test_python);

  return g_test_run ();
}
