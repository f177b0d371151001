/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-project-file.h"

#include <string.h>
#include <unistd.h>

#include "test-folder.h"
#include "test-project.h"

/* How a new project stands in a file: this is a promise to those who write such files. */
static void
test_layout (void)
{
  g_autoptr (TwinProject) project = test_project_new ();
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
  test_project_assert_round_trip (project);
}

static void
test_empty (void)
{
  g_autoptr (TwinProject) project = test_project_new ();
  g_autoptr (TwinProject) read = test_project_from_json ("{}");

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
  g_autoptr (TwinProject) project = test_project_from_json (text);
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
  test_project_assert_round_trip (project);
}

/* The baseline is the first, wherever it was; the others keep their order. */
static void
test_baseline_first (void)
{
  g_autoptr (TwinProject) project =
      test_project_from_json ("{\"scenarios\": [{\"name\": \"b\"}, {\"name\": \"baseline\"}, "
                              "{\"name\": \"a\"}]}");
  g_autoptr (TwinProject) none = test_project_from_json ("{\"scenarios\": []}");
  g_autoptr (TwinProject) built_in =
      test_project_from_json ("{\"scenarios\": [{\"name\": \"demand_spike\"}]}");
  static const char *const names[] = { "baseline", "b", "a" };

  g_assert_cmpuint (project->scenarios->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((TwinScenario *) g_ptr_array_index (project->scenarios, i))->name, ==,
                     names[i]);
  g_assert_cmpuint (none->scenarios->len, ==, 1);

  /* The title is the built-in one's; its changes are what the file says, here none. */
  const TwinScenario *spike = g_ptr_array_index (built_in->scenarios, 1);
  g_autoptr (TwinProject) fresh = test_project_new ();
  const TwinScenario *preset = g_ptr_array_index (fresh->scenarios, 1);
  g_assert_cmpstr (spike->title, ==, preset->title);
  g_assert_cmpuint (spike->changes->len, ==, 0);
}

static void
test_save_and_load (void)
{
  TestFolder folder;
  g_autoptr (TwinProject) project = test_project_new ();
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
  g_autoptr (TwinProject) project = test_project_new ();
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
  g_autoptr (TwinProject) project = test_project_new ();
  TestFolder folder;

  if (python == NULL)
    {
      g_test_skip ("There is no Python here");
      return;
    }
  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_get_path (&folder, "a.twin");
  project->seed = G_MAXUINT64;
  twin_parameters_set_number (twin_project_get_parameters (project), "demand_rate", 0.1 + 0.2,
                              NULL);
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
  g_test_add_func ("/project-file/save-and-load", test_save_and_load);
  g_test_add_func ("/project-file/save-refused", test_save_refused);
  g_test_add_func ("/project-file/load-too-large", test_load_too_large);
  g_test_add_func ("/project-file/python", test_python);

  return g_test_run ();
}
