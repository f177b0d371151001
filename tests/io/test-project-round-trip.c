/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written is read again the same, to the bit. */

#include "twin-project-file.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "test-project.h"

static void
test_seeds (void)
{
  static const guint64 seeds[] = { 0,           42,           (1ULL << 53) + 1, G_MAXINT64,
                                   1ULL << 63,  G_MAXUINT64 - 1, G_MAXUINT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("{\"experiment\": {\"seed\": %" G_GUINT64_FORMAT "}}", seeds[i]);
      g_autoptr (TwinProject) project = test_project_from_json (text);
      g_assert_cmpuint (project->seed, ==, seeds[i]);
      test_project_assert_round_trip (project);
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
      g_autoptr (TwinProject) project = test_project_from_json (text);
      double value = twin_parameters_get_number (twin_project_get_parameters (project),
                                                 "demand_rate");
      g_assert_cmpmem (&value, sizeof value, &cases[i].value, sizeof value);
      test_project_assert_round_trip (project);
    }
}

/* A key that is changed twice cannot stand twice in an object. */
static void
test_repeated_changes (void)
{
  g_autoptr (TwinProject) project = test_project_new ();
  TwinScenario *scenario = twin_scenario_new ("twice", "Twice");

  twin_scenario_add_change (scenario, "demand_rate", TWIN_CHANGE_MULTIPLY, 1.5, NULL);
  twin_scenario_add_change (scenario, "unmet_demand", TWIN_CHANGE_SET, 0, "lost_sale");
  twin_scenario_add_change (scenario, "demand_rate", TWIN_CHANGE_ADD, 0.1, NULL);
  twin_scenario_add_change (scenario, "unmet_demand", TWIN_CHANGE_SET, 1, NULL);
  g_ptr_array_add (project->scenarios, scenario);
  test_project_assert_round_trip (project);

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
  g_autoptr (TwinProject) project = test_project_new ();
  TwinParameters *parameters = twin_project_get_parameters (project);
  g_autoptr (TwinParameters) changed = NULL;

  g_assert_true (twin_parameters_set_number (parameters, "lead_time.max_days", 3000, NULL));
  changed = twin_scenario_apply (g_ptr_array_index (project->scenarios, 2), parameters, NULL);
  g_autoptr (GPtrArray) problems = twin_parameters_check (changed);
  g_assert_cmpuint (problems->len, >, 0);
  test_project_assert_round_trip (project);
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
        twin_scenario_add_change (scenario, key, TWIN_CHANGE_SET, random_number (random, row),
                                  NULL);
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
  g_autoptr (TwinProject) project = test_project_new ();
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
      test_project_assert_round_trip (project);
      n_projects++;
      n_scenarios += project->scenarios->len - 3;
    }
  g_assert_cmpuint (n_projects, ==, 500);
  g_assert_cmpuint (n_scenarios, >, 300);
}

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

/* A half-written file is never taken for a whole one. */
static void
test_truncated (void)
{
  g_autoptr (TwinProject) project = test_project_new ();
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
  g_autoptr (TwinProject) project = test_project_from_json ("{\"optimize\": {\"target\": 0.975}}");
  g_assert_cmpfloat (project->search->target, ==, 0.975);
  test_project_assert_round_trip (project);
  setlocale (LC_ALL, "C");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project-round-trip/seeds", test_seeds);
  g_test_add_func ("/project-round-trip/awkward-numbers", test_awkward_numbers);
  g_test_add_func ("/project-round-trip/repeated-changes", test_repeated_changes);
  g_test_add_func ("/project-round-trip/scenario-that-does-not-fit",
                   test_scenario_that_does_not_fit);
  g_test_add_func ("/project-round-trip/random-projects", test_random_projects);
  g_test_add_func ("/project-round-trip/network-search", test_network_search);
  g_test_add_func ("/project-round-trip/truncated", test_truncated);
  g_test_add_func ("/project-round-trip/locale", test_locale);

  return g_test_run ();
}
