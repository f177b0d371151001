/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-project-file.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "test-folder.h"

static TwinProject *
new_project (void)
{
  return twin_project_new (twin_model_type_find ("warehouse", NULL));
}

static TwinProject *
from_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  TwinProject *project = twin_project_from_json (text, -1, "f.twin", &error);

  g_assert_no_error (error);
  return project;
}

static void
assert_round_trip (const TwinProject *project)
{
  g_autofree char *text = twin_project_to_json (project);
  g_autoptr (TwinProject) back = from_json (text);
  g_autofree char *again = twin_project_to_json (back);

  g_assert_true (twin_project_equal (project, back));
  g_assert_cmpstr (text, ==, again);
}

/* How a new project stands in a file: this is a promise to those who write such files. */
static void
test_layout (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autofree char *text = twin_project_to_json (project);

  g_assert_true (g_str_has_prefix (text, "{\n"
                                         "  \"format\": \"inventory-twin\",\n"
                                         "  \"version\": 1,\n"
                                         "  \"model\": \"warehouse\",\n"
                                         "  \"warehouse\": {\n"));
  g_assert_nonnull (strstr (text, "    \"lead_time\": {\n"
                                  "      \"distribution\": \"uniform\",\n"
                                  "      \"min_days\": 1,\n"
                                  "      \"max_days\": 5,\n"
                                  "      \"mean_days\": 3,\n"
                                  "      \"sd_days\": 1\n"
                                  "    },\n"));
  g_assert_true (g_str_has_suffix (text,
                                   "  \"experiment\": {\n"
                                   "    \"replications\": 1000,\n"
                                   "    \"seed\": 42\n"
                                   "  },\n"
                                   "  \"scenarios\": [\n"
                                   "    {\n"
                                   "      \"name\": \"baseline\",\n"
                                   "      \"changes\": {}\n"
                                   "    },\n"
                                   "    {\n"
                                   "      \"name\": \"demand_spike\",\n"
                                   "      \"changes\": {\n"
                                   "        \"demand_rate\": {\"multiply\": 1.3}\n"
                                   "      }\n"
                                   "    },\n"
                                   "    {\n"
                                   "      \"name\": \"lead_time_disruption\",\n"
                                   "      \"changes\": {\n"
                                   "        \"lead_time.min_days\": {\"multiply\": 1.5},\n"
                                   "        \"lead_time.max_days\": {\"multiply\": 1.5},\n"
                                   "        \"lead_time.mean_days\": {\"multiply\": 1.5},\n"
                                   "        \"lead_time.sd_days\": {\"multiply\": 1.5}\n"
                                   "      }\n"
                                   "    }\n"
                                   "  ],\n"
                                   "  \"optimize\": {\n"
                                   "    \"target\": 0.98,\n"
                                   "    \"reorder_point\": {\"min\": 50, \"max\": 130, \"step\": 5},\n"
                                   "    \"order_up_to\": {\"min\": 100, \"max\": 260, \"step\": 10}\n"
                                   "  }\n"
                                   "}\n"));
  assert_round_trip (project);
}

static void
test_empty (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (TwinProject) read = from_json ("{}");

  g_assert_true (twin_project_equal (project, read));
}

/* The example of the manual, whose keys come in another order than the program writes. */
static void
test_example (void)
{
  static const char text[] =
      "{\"optimize\": {\"target\": 0.97, \"reorder_point\": {\"min\": 55}},\n"
      " \"scenarios\": [{\"name\": \"demand_spike\", \"title\": \"Demand +30 %\",\n"
      "                \"changes\": {\"demand_rate\": {\"multiply\": 1.3}}},\n"
      "               {\"name\": \"mine\", \"changes\": {\"order_cost\": {\"set\": 80},\n"
      "                 \"unmet_demand\": {\"set\": \"lost_sale\"}, \"order_up_to\": {\"add\": -5}}}],\n"
      " \"experiment\": {\"seed\": 7},\n"
      " \"warehouse\": {\"horizon_days\": 30.5, \"lead_time\": {\"distribution\": \"normal\"}},\n"
      " \"model\": \"warehouse\", \"version\": 1, \"format\": \"inventory-twin\"}\n";
  g_autoptr (TwinProject) project = from_json (text);
  TwinParameters *parameters = twin_project_get_parameters (project);

  g_assert_cmpfloat (twin_parameters_get_number (parameters, "horizon_days"), ==, 30.5);
  g_assert_cmpfloat (twin_parameters_get_number (parameters, "lead_time.distribution"), ==, 1);
  g_assert_cmpfloat (twin_parameters_get_number (parameters, "demand_rate"), ==, 20);
  g_assert_cmpuint (project->seed, ==, 7);
  g_assert_cmpuint (project->replications, ==, 1000);
  g_assert_cmpfloat (project->search->target, ==, 0.97);
  g_assert_cmpfloat (project->search->ranges[0].lower, ==, 55);
  g_assert_cmpfloat (project->search->ranges[0].upper, ==, 130);

  g_assert_cmpuint (project->scenarios->len, ==, 3);
  const TwinScenario *baseline = g_ptr_array_index (project->scenarios, 0);
  const TwinScenario *spike = g_ptr_array_index (project->scenarios, 1);
  const TwinScenario *mine = g_ptr_array_index (project->scenarios, 2);
  g_assert_cmpstr (baseline->name, ==, "baseline");
  g_assert_cmpstr (spike->title, ==, "Demand +30 %");
  g_assert_cmpstr (mine->title, ==, "mine");
  g_assert_cmpuint (mine->changes->len, ==, 3);
  const TwinChange *change = &g_array_index (mine->changes, TwinChange, 1);
  g_assert_cmpstr (change->key, ==, "unmet_demand");
  g_assert_cmpstr (change->text, ==, "lost_sale");
  change = &g_array_index (mine->changes, TwinChange, 2);
  g_assert_cmpint (change->operation, ==, TWIN_CHANGE_ADD);
  g_assert_cmpfloat (change->value, ==, -5);
  assert_round_trip (project);
}

/* The baseline is the first, wherever it was; the others keep their order. */
static void
test_baseline_first (void)
{
  g_autoptr (TwinProject) project =
      from_json ("{\"scenarios\": [{\"name\": \"b\"}, {\"name\": \"baseline\"}, {\"name\": \"a\"}]}");
  g_autoptr (TwinProject) none = from_json ("{\"scenarios\": []}");
  g_autoptr (TwinProject) built_in = from_json ("{\"scenarios\": [{\"name\": \"demand_spike\"}]}");
  static const char *const names[] = { "baseline", "b", "a" };

  g_assert_cmpuint (project->scenarios->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((TwinScenario *) g_ptr_array_index (project->scenarios, i))->name, ==,
                     names[i]);
  g_assert_cmpuint (none->scenarios->len, ==, 1);

  /* The title is the built-in one's; its changes are what the file says, here none. */
  const TwinScenario *spike = g_ptr_array_index (built_in->scenarios, 1);
  g_autoptr (TwinProject) fresh = new_project ();
  const TwinScenario *preset = g_ptr_array_index (fresh->scenarios, 1);
  g_assert_cmpstr (spike->title, ==, preset->title);
  g_assert_cmpuint (spike->changes->len, ==, 0);
}

static void
test_seeds (void)
{
  static const guint64 seeds[] = { 0,           42,           (1ULL << 53) + 1, G_MAXINT64,
                                   1ULL << 63,  G_MAXUINT64 - 1, G_MAXUINT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"experiment\": {\"seed\": %" G_GUINT64_FORMAT "}}",
                                               seeds[i]);
      g_autoptr (TwinProject) project = from_json (text);
      g_assert_cmpuint (project->seed, ==, seeds[i]);
      assert_round_trip (project);
    }
}

/* A double's own digits, and as many of them as anybody cares to write. */
static void
test_awkward_numbers (void)
{
  static const struct
  {
    const char *digits;
    double value;
  } cases[] = {
    { "0.30000000000000004", 0.1 + 0.2 },
    { "1e-300", 1e-300 },
    { "5e-324", 5e-324 },
    { "0.1000000000000000055511151231257827021181583404541015625", 0.1 },
    { "1E2", 100 },
    { "-0.0", -0.0 },
    { "999999.9999999999", 999999.9999999999 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"warehouse\": {\"demand_rate\": %s, \"horizon_days\": 1}}", cases[i].digits);
      g_autoptr (TwinProject) project = from_json (text);
      double value = twin_parameters_get_number (twin_project_get_parameters (project),
                                                 "demand_rate");
      g_assert_cmpmem (&value, sizeof value, &cases[i].value, sizeof value);
      assert_round_trip (project);
    }
}

/* A key that is changed twice cannot stand twice in an object. */
static void
test_repeated_changes (void)
{
  g_autoptr (TwinProject) project = new_project ();
  TwinScenario *scenario = twin_scenario_new ("twice", "Twice");

  twin_scenario_add_change (scenario, "demand_rate", TWIN_CHANGE_MULTIPLY, 1.5, NULL);
  twin_scenario_add_change (scenario, "unmet_demand", TWIN_CHANGE_SET, 0, "lost_sale");
  twin_scenario_add_change (scenario, "demand_rate", TWIN_CHANGE_ADD, 0.1, NULL);
  twin_scenario_add_change (scenario, "unmet_demand", TWIN_CHANGE_SET, 1, NULL);
  g_ptr_array_add (project->scenarios, scenario);
  assert_round_trip (project);

  g_autofree char *text = twin_project_to_json (project);
  g_assert_nonnull (strstr (text, "\"changes\": [\n"
                                  "        {\"key\": \"demand_rate\", \"multiply\": 1.5},\n"
                                  "        {\"key\": \"unmet_demand\", \"set\": \"lost_sale\"},\n"
                                  "        {\"key\": \"demand_rate\", \"add\": 0.1},\n"
                                  "        {\"key\": \"unmet_demand\", \"set\": 1}\n"
                                  "      ]\n"));
}

/* A scenario that does not fit the parameters any more does not lock the project up. */
static void
test_scenario_that_does_not_fit (void)
{
  g_autoptr (TwinProject) project = new_project ();
  TwinParameters *parameters = twin_project_get_parameters (project);
  g_autoptr (TwinParameters) changed = NULL;

  g_assert_true (twin_parameters_set_number (parameters, "lead_time.max_days", 3000, NULL));
  changed = twin_scenario_apply (g_ptr_array_index (project->scenarios, 2), parameters, NULL);
  g_autoptr (GPtrArray) problems = twin_parameters_check (changed);
  g_assert_cmpuint (problems->len, >, 0);
  assert_round_trip (project);
}

static double
random_number (GRand *random,
               const TwinParameter *row)
{
  double upper = MIN (row->upper, row->slider_upper > 0 ? row->slider_upper : 1000);
  double value = row->lower + g_rand_double (random) * (upper - row->lower);

  if (row->type != TWIN_PARAMETER_REAL)
    return g_rand_int_range (random, (int) row->lower, (int) upper + 1);
  return g_rand_boolean (random) ? value : ldexp (value, -g_rand_int_range (random, 0, 200));
}

static char *
random_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (random, 1, 12);

  for (int i = 0; i < n; i++)
    {
      gunichar c = (gunichar) g_rand_int_range (random, 1, g_rand_boolean (random) ? 0x7F : 0xD7FF);
      g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

static void
add_random_scenario (TwinProject *project,
                     GRand *random,
                     guint number)
{
  const TwinParameters *base = twin_project_get_parameters (project);
  g_autofree char *text = random_text (random);
  g_autofree char *name = g_strdup_printf ("%s %u", text, number);
  g_autofree char *title = random_text (random);
  g_autoptr (TwinScenario) scenario = twin_scenario_new (name, title);
  g_autoptr (GPtrArray) keys = twin_parameters_list_keys (base);
  int n = g_rand_int_range (random, 0, 5);

  for (int i = 0; i < n; i++)
    {
      const char *key = g_ptr_array_index (keys, g_rand_int_range (random, 0, (int) keys->len));
      const TwinParameter *row = twin_parameters_find (base, key, NULL);
      double value = g_rand_double_range (random, 0.5, 1.5);
      if (row->type == TWIN_PARAMETER_CHOICE)
        twin_scenario_add_change (scenario, key, TWIN_CHANGE_SET, 0, row->choices[i % 2].name);
      else if (g_rand_boolean (random))
        twin_scenario_add_change (scenario, key, TWIN_CHANGE_SET, random_number (random, row), NULL);
      else
        twin_scenario_add_change (scenario, key, TWIN_CHANGE_MULTIPLY, value, NULL);
    }

  g_autoptr (TwinParameters) changed = twin_scenario_apply (scenario, base, NULL);
  g_autoptr (GPtrArray) problems = changed != NULL ? twin_parameters_check (changed) : NULL;
  if (problems != NULL && problems->len == 0)
    g_ptr_array_add (project->scenarios, g_steal_pointer (&scenario));
}

/* A project that holds together, or NULL: then try again. */
static TwinProject *
random_project (GRand *random)
{
  g_autoptr (TwinProject) project = new_project ();
  TwinParameters *parameters = twin_project_get_parameters (project);
  g_autoptr (GPtrArray) keys = twin_parameters_list_keys (parameters);

  for (guint i = 0; i < keys->len; i++)
    {
      const TwinParameter *row = twin_parameters_find (parameters, keys->pdata[i], NULL);
      if (row->type != TWIN_PARAMETER_TEXT)
        twin_parameters_set_number (parameters, keys->pdata[i], random_number (random, row), NULL);
    }
  project->replications = (gsize) g_rand_int_range (random, 1, 10000001);
  project->seed = ((guint64) g_rand_int (random) << 32) | g_rand_int (random);
  project->search->target = g_rand_double_range (random, 0.8, 0.999);
  for (guint i = 0; i < project->type->n_decisions; i++)
    {
      TwinRange *range = &project->search->ranges[i];
      range->lower = g_rand_int_range (random, 1, 500);
      range->upper = range->lower + g_rand_int_range (random, 0, 500);
      range->step = g_rand_int_range (random, 1, 50);
    }
  if (!twin_project_check (project, NULL))
    return NULL;
  for (guint i = 0; i < 4; i++)
    add_random_scenario (project, random, i);
  return g_steal_pointer (&project);
}

static void
test_random_projects (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1234);
  guint n_projects = 0, n_scenarios = 0;

  for (guint i = 0; i < 5000 && n_projects < 500; i++)
    {
      g_autoptr (TwinProject) project = random_project (random);
      if (project == NULL)
        continue;
      assert_round_trip (project);
      n_projects++;
      n_scenarios += project->scenarios->len - 3;
    }
  g_assert_cmpuint (n_projects, ==, 500);
  g_assert_cmpuint (n_scenarios, >, 300);
}

/* A half-written file is never taken for a whole one. */
/* The search of a network: a budget, and ranges that hold for all stores. */
static void
test_network_search (void)
{
  g_autoptr (TwinProject) project = twin_project_new (twin_model_type_find ("network", NULL));
  g_autoptr (GError) error = NULL;

  project->search->budget = 123;
  project->search->target = 0.97;
  project->search->ranges[0] = (TwinRange) { 20, 900, 20 };
  project->search->ranges[3] = (TwinRange) { 700, 9000, 100 };

  g_autofree char *text = twin_project_to_json (project);
  g_assert_nonnull (strstr (text, "\"policies\": 123"));
  g_assert_nonnull (strstr (text, "\"stores.*.reorder_point\": {"));
  g_autoptr (TwinProject) again = twin_project_from_json (text, strlen (text), "net.twin", &error);
  g_assert_no_error (error);
  g_assert_true (twin_project_equal (project, again));
}

static void
test_truncated (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autofree char *text = twin_project_to_json (project);
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *part = g_strndup (text, i);
      g_autoptr (TwinProject) read = twin_project_from_json (part, (gssize) i, "f.twin", &error);
      /* All but the last newline is whole. */
      if (i == length - 1)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_null (read);
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
      g_assert_true (g_str_has_prefix (error->message, "f.twin: "));
    }
}

static void
test_locale (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("There is no de_DE.UTF-8 here");
      return;
    }
  g_autoptr (TwinProject) project = from_json ("{\"optimize\": {\"target\": 0.975}}");
  g_assert_cmpfloat (project->search->target, ==, 0.975);
  assert_round_trip (project);
  setlocale (LC_ALL, "C");
}

static void
test_save_and_load (void)
{
  TestFolder folder;
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (GError) error = NULL;

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a.twin", "old");
  project->seed = G_MAXUINT64;
  twin_project_save (project, path, &error);
  g_assert_no_error (error);
  g_autoptr (TwinProject) read = twin_project_load (path, &error);
  g_assert_no_error (error);
  g_assert_true (twin_project_equal (project, read));
  test_folder_assert_files (&folder, "a.twin");
  test_folder_tear_down (&folder);
}

static void
test_save_refused (void)
{
  TestFolder folder;
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (GError) error = NULL;

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a.twin", "old");
  g_autofree char *below = g_build_filename (path, "b.twin", NULL);

  g_assert_false (twin_project_save (project, folder.path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_assert_nonnull (strstr (error->message, folder.path));
  g_clear_error (&error);
  g_assert_false (twin_project_save (project, below, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  g_clear_error (&error);

  /* It could never be opened again. */
  g_assert_true (twin_parameters_set_number (twin_project_get_parameters (project), "reorder_point",
                                             120, NULL));
  g_assert_false (twin_project_save (project, path, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_CONFLICT);
  g_assert_cmpstr (twin_error_get_key (error), ==, "warehouse.reorder_point");
  test_assert_contents (path, "old");
  test_folder_assert_files (&folder, "a.twin");
  test_folder_tear_down (&folder);
}

static void
test_load_too_large (void)
{
  TestFolder folder;
  g_autoptr (GError) error = NULL;
  gsize length = (16 << 20) + 1;
  g_autofree char *spaces = g_strnfill (length, ' ');

  test_folder_set_up (&folder);
  memcpy (spaces, "{}", 2);
  g_autofree char *path = test_folder_write (&folder, "a.twin", spaces);
  g_assert_null (twin_project_load (path, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "16 MiB"));
  g_clear_error (&error);

  g_assert_cmpint (truncate (path, 16 << 20), ==, 0);
  g_autoptr (TwinProject) project = twin_project_load (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (project);
  test_folder_tear_down (&folder);
}

/* Somebody else's program reads the same. */
static void
test_python (void)
{
  g_autofree char *python = test_find_python ();
  g_autoptr (TwinProject) project = new_project ();
  TestFolder folder;

  if (python == NULL)
    {
      g_test_skip ("There is no Python here");
      return;
    }
  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_get_path (&folder, "a.twin");
  project->seed = G_MAXUINT64;
  twin_parameters_set_number (twin_project_get_parameters (project), "demand_rate", 0.1 + 0.2, NULL);
  g_ptr_array_add (project->scenarios, twin_scenario_new ("ü\"\\", "😀"));
  g_assert_true (twin_project_save (project, path, NULL));
  g_autofree char *output = test_run_python (
      python,
      "import json, sys\n"
      "p = json.load(open(sys.argv[1], encoding='utf-8'))\n"
      "print(ascii([p['experiment']['seed'], p['warehouse']['demand_rate'],\n"
      "             p['warehouse']['lead_time']['max_days'], p['scenarios'][3]]))\n",
      path);
  g_assert_cmpstr (output, ==,
                   "[18446744073709551615, 0.30000000000000004, 5, "
                   "{'name': '\\xfc\"\\\\', 'title': '\\U0001f600', 'changes': {}}]\n");
  test_folder_tear_down (&folder);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project-file/layout", test_layout);
  g_test_add_func ("/project-file/empty", test_empty);
  g_test_add_func ("/project-file/example", test_example);
  g_test_add_func ("/project-file/baseline-first", test_baseline_first);
  g_test_add_func ("/project-file/seeds", test_seeds);
  g_test_add_func ("/project-file/awkward-numbers", test_awkward_numbers);
  g_test_add_func ("/project-file/repeated-changes", test_repeated_changes);
  g_test_add_func ("/project-file/scenario-that-does-not-fit", test_scenario_that_does_not_fit);
  g_test_add_func ("/project-file/random-projects", test_random_projects);
  g_test_add_func ("/project-file/network-search", test_network_search);
  g_test_add_func ("/project-file/truncated", test_truncated);
  g_test_add_func ("/project-file/locale", test_locale);
  g_test_add_func ("/project-file/save-and-load", test_save_and_load);
  g_test_add_func ("/project-file/save-refused", test_save_refused);
  g_test_add_func ("/project-file/load-too-large", test_load_too_large);
  g_test_add_func ("/project-file/python", test_python);

  return g_test_run ();
}
