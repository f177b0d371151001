/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pages are made of, without a display. */

#include "twin-document.h"
#include "twin-figure.h"
#include "twin-optimize-results.h"
#include "twin-optimize-text.h"
#include "twin-run-results.h"
#include "twin-scenario-edits.h"
#include "twin-scenario-text.h"
#include "twin-status.h"
#include "twin-table-rows.h"

static const TwinModelType *
first_type (void)
{
  return twin_model_type_list ()[0];
}

/* The defaults, small enough to be searched in no time. */
static TwinProject *
new_project (void)
{
  TwinProject *project = twin_project_new (first_type ());

  twin_parameters_set_number (twin_project_get_parameters (project), first_type ()->horizon_key, 20,
                              NULL);
  project->replications = 20;
  return project;
}

static void
test_scenario_name (void)
{
  g_autofree char *plain = twin_scenario_text_make_name ("Demand +30 %");
  g_autofree char *accents = twin_scenario_text_make_name ("  Été à Genève!");
  g_autofree char *nothing = twin_scenario_text_make_name ("+ %");

  g_assert_cmpstr (plain, ==, "demand_30");
  g_assert_cmpstr (accents, ==, "ete_a_geneve");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_scenario_words (void)
{
  g_autoptr (TwinParameters) base = twin_parameters_new (first_type ());
  g_autoptr (TwinScenario) scenario = twin_scenario_new ("a", "A");
  g_autofree char *none = twin_scenario_text_describe (scenario, base);
  g_autofree char *some = NULL;

  g_assert_cmpstr (none, ==, "The parameters as they stand");
  twin_scenario_add_change (scenario, "lead_time.min_days", TWIN_CHANGE_MULTIPLY, 1.5, NULL);
  twin_scenario_add_change (scenario, "lead_time.max_days", TWIN_CHANGE_MULTIPLY, 1.5, NULL);
  /* Does not matter while the lead time is uniform. */
  twin_scenario_add_change (scenario, "lead_time.mean_days", TWIN_CHANGE_MULTIPLY, 1.5, NULL);
  twin_scenario_add_change (scenario, "unmet_demand", TWIN_CHANGE_SET, 0, "lost_sale");
  some = twin_scenario_text_describe (scenario, base);
  g_assert_cmpstr (some, ==, "Shortest, Longest (Lead time) × 1.5 · Unmet demand = Lost sale");
}

/* Values are those of the rows at the side, and a product at a store has the name that policies
 * give it. */
static void
test_scenario_values (void)
{
  g_autoptr (TwinParameters) base = twin_parameters_new (twin_model_type_find ("network", NULL));
  g_autoptr (TwinScenario) scenario = twin_scenario_new ("a", "A");
  g_autofree char *text = NULL;

  twin_parameters_insert_item (base, "skus", 1, -1);
  twin_scenario_add_change (scenario, "supplier.reliability", TWIN_CHANGE_SET, 0.8, NULL);
  twin_scenario_add_change (scenario, "stores.0.capacity", TWIN_CHANGE_SET, 200, NULL);
  twin_scenario_add_change (scenario, "stores.0.reorder_point.0", TWIN_CHANGE_SET, 12345.5, NULL);
  text = twin_scenario_text_describe (scenario, base);
  g_assert_cmpstr (text, ==,
                   "Reliability (Supplier) = 0.8 · Capacity (Downtown) = 200\342\200\257units · "
                   "Reorder point s (Downtown · Premium coffee beans) = 12\342\200\257345.5"
                   "\342\200\257units");
}

static void
test_scenario_edits (void)
{
  g_autoptr (TwinDocument) document = twin_document_new (new_project ());
  const guint n = twin_document_get_project (document)->scenarios->len;
  const TwinScenario *copy;

  twin_scenario_edits_duplicate (document, 1);
  twin_scenario_edits_duplicate (document, 1);
  g_assert_cmpuint (twin_document_get_project (document)->scenarios->len, ==, n + 2);
  copy = twin_document_get_project (document)->scenarios->pdata[2];
  g_assert_cmpstr (copy->name, ==, "demand_spike_3");
  g_assert_cmpstr (copy->title, ==, "Demand spike (3)");

  twin_scenario_edits_set_strength (document, 2, 2.5);
  copy = twin_document_get_project (document)->scenarios->pdata[2];
  g_assert_cmpfloat (g_array_index (copy->changes, TwinChange, 0).value, ==, 2.5);

  twin_scenario_edits_remove (document, 2);
  twin_scenario_edits_reset (document);
  g_assert_cmpuint (twin_document_get_project (document)->scenarios->len, ==, n);
  twin_document_undo (document);
  g_assert_cmpuint (twin_document_get_project (document)->scenarios->len, ==, n + 1);
}

static void
test_time_left (void)
{
  g_autofree char *early = twin_status_format_time_left (0.2, 0.5);
  g_autofree char *soon = twin_status_format_time_left (10, 0.9);
  g_autofree char *seconds = twin_status_format_time_left (10, 0.25);
  g_autofree char *minutes = twin_status_format_time_left (60, 0.34);
  g_autofree char *hours = twin_status_format_time_left (3600, 0.25);

  g_assert_null (early);
  g_assert_cmpstr (soon, ==, "A few seconds left");
  g_assert_cmpstr (seconds, ==, "About 30 seconds left");
  g_assert_cmpstr (minutes, ==, "About 2 minutes left");
  g_assert_cmpstr (hours, ==, "About 3 hours left");
}

static void
test_coarse (void)
{
  g_autoptr (TwinParameters) parameters = twin_parameters_new (first_type ());
  g_autoptr (TwinModel) model = twin_model_new (parameters, NULL);
  const gsize coarse = twin_run_results_get_coarse_n (model, 100000);

  /* A replication costs as much as 400 events: some thousand replications at the most. */
  g_assert_cmpuint (coarse, >=, 100);
  g_assert_cmpuint (coarse, <, 10000);
  /* A run that is hardly larger has no first look. */
  g_assert_cmpuint (twin_run_results_get_coarse_n (model, coarse + 1), ==, coarse + 1);
}

static void
test_run_parts (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (TwinModel) model = twin_model_new (twin_project_get_parameters (project), NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  TwinRunRequest *request = twin_run_request_new (model, pool, 7, 30);
  g_autoptr (TwinRunResults) all = twin_run_results_compute (request, NULL, NULL);
  g_autoptr (TwinRunResults) part = NULL;

  g_assert_nonnull (all->trace_chart);
  g_assert_nonnull (all->distribution);
  g_assert_nonnull (all->cost_split);

  /* Another replication of the run that is there: nothing else is computed again. */
  twin_run_request_reuse (request, all->run, all->band);
  request->parts = TWIN_RUN_PART_TRACE;
  request->replication = 3;
  part = twin_run_results_compute (request, NULL, NULL);
  g_assert_true (part->run == all->run);
  g_assert_true (part->band == all->band);
  g_assert_cmpuint (part->replication, ==, 3);
  g_assert_null (part->distribution);
  twin_run_request_free (request);
}

static TwinOptimizeResults *
search (const TwinProject *project)
{
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  TwinOptimizeRequest *request = twin_optimize_request_new (project, pool, project->replications);
  TwinOptimizeResults *results = twin_optimize_results_compute (request, NULL, NULL);

  twin_optimize_request_free (request);
  g_assert_nonnull (results);
  return results;
}

static void
test_optimize_order (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (TwinOptimizeResults) results = search (project);
  const gsize n = twin_optimum_get_n_policies (results->optimum);
  const gssize best = twin_optimum_get_best (results->optimum);

  g_assert_cmpuint (n, >, 10);
  for (gsize i = 1; i < n; i++)
    {
      const TwinPolicy *one = twin_optimum_get_policy (results->optimum, results->order[i - 1]);
      const TwinPolicy *next = twin_optimum_get_policy (results->optimum, results->order[i]);

      g_assert_true (one->feasible || !next->feasible);
      g_assert_true (one->feasibility != TWIN_FEASIBILITY_MISSES
                     || next->feasibility == TWIN_FEASIBILITY_MISSES);
      g_assert_true (one->feasibility == TWIN_FEASIBILITY_KEEPS
                     || next->feasibility != TWIN_FEASIBILITY_KEEPS);
      if (one->feasible == next->feasible && one->feasibility == next->feasibility)
        g_assert_cmpfloat (one->cost.mean, <=, next->cost.mean);
    }
  g_assert_cmpint (best, >=, 0);
  g_assert_cmpuint (twin_optimize_results_find_row (results, (gsize) best), ==, 0);
}

/* Both costs of the winner are there, and told apart; and that it has the most S of all. */
static void
test_optimize_answer (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (TwinOptimizeResults) results = NULL;
  const TwinModelType *type = project->type;
  const TwinPolicy *best;
  g_autofree char *text = NULL;
  g_autofree char *cost = NULL;
  g_autofree char *service = NULL;
  g_autofree char *searched = NULL;

  project->search->ranges[1] = (TwinRange){ 100, 120, 10 };
  project->search->target = 0.8;
  results = search (project);
  best = twin_optimum_get_policy (results->optimum,
                                  (gsize) twin_optimum_get_best (results->optimum));
  text = twin_optimize_text_answer (results->optimum);
  service = twin_figure_format_mean (&type->metrics[0], best->service);
  cost = twin_figure_format_mean (&type->metrics[1], best->cost);
  searched = g_strdup_printf (", from 20 replications.\nIn the search, as below: total cost %s (",
                              cost);
  g_assert_nonnull (strstr (text, searched));
  g_free (searched);
  searched = g_strdup_printf (", fill rate %s (", service);
  g_assert_nonnull (strstr (text, searched));
  g_assert_nonnull (strstr (text, ", from 20 replications.\n"));
  g_assert_nonnull (strstr (text, "\nThe policy lies at the edge of the range (Order up to S);"));
}

static void
test_optimize_fit (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (TwinOptimizeResults) results = search (project);
  TwinParameters *parameters = twin_project_get_parameters (project);

  /* To use a policy changes nothing about the search. */
  twin_parameters_set_number (parameters, first_type ()->decisions[0].key, 55, NULL);
  g_assert_true (twin_optimize_results_fit (results, project));
  twin_parameters_set_number (parameters, "demand_rate", 21, NULL);
  g_assert_false (twin_optimize_results_fit (results, project));
  twin_parameters_set_number (parameters, "demand_rate", 20, NULL);
  g_assert_true (twin_optimize_results_fit (results, project));
  project->search->target = 0.9;
  g_assert_false (twin_optimize_results_fit (results, project));
}

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  guint      *counts)
{
  counts[0] = removed;
  counts[1] = added;
}

static void
test_rows (void)
{
  g_autoptr (TwinProject) project = new_project ();
  g_autoptr (TwinOptimizeResults) results = search (project);
  g_autoptr (TwinOptimizeResults) other = NULL;
  g_autoptr (TwinTableRows) rows = twin_table_rows_new ();
  g_autoptr (TwinTableRow) row = NULL;
  const guint n = (guint) twin_optimum_get_n_policies (results->optimum);
  const guint last = twin_optimize_table.get_n_columns (results) - 1;
  const TwinPolicy *best =
      twin_optimum_get_policy (results->optimum, (gsize) twin_optimum_get_best (results->optimum));
  const char *expected = twin_figure_get_feasibility_title (best->feasibility);
  g_autofree char *text = NULL;
  guint counts[2] = { 0, 0 };

  g_signal_connect (rows, "items-changed", G_CALLBACK (on_items_changed), counts);
  twin_table_rows_set_data (rows, &twin_optimize_table, results);
  g_assert_cmpuint (counts[1], ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, n);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (rows), n));
  g_assert_cmpint (results->order[0], ==, twin_optimum_get_best (results->optimum));

  row = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  text = twin_table_row_get_text (row, last);
  g_assert_cmpstr (text, ==, expected);

  /* Where other results are as many, the same row tells of them, and the list is as it was. */
  project->seed++;
  other = search (project);
  counts[1] = 0;
  g_assert_true (twin_table_rows_replace_data (rows, &twin_optimize_table, other));
  g_assert_cmpuint (counts[1], ==, 0);
  g_clear_pointer (&results, twin_optimize_results_unref);
  g_assert_cmpfloat (twin_table_row_get_value (row, 2), ==,
                     twin_optimum_get_policy (other->optimum, other->order[0])->cost.mean);
  project->search->ranges[0].upper += 10;
  results = search (project);
  g_assert_false (twin_table_rows_replace_data (rows, &twin_optimize_table, results));

  /* A row that somebody still holds has nothing to tell once its data have gone. */
  twin_table_rows_set_data (rows, NULL, NULL);
  g_assert_cmpuint (counts[0], ==, n);
  g_assert_null (twin_table_row_get_text (row, last));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/scenario-name", test_scenario_name);
  g_test_add_func ("/pages/scenario-words", test_scenario_words);
  g_test_add_func ("/pages/scenario-values", test_scenario_values);
  g_test_add_func ("/pages/scenario-edits", test_scenario_edits);
  g_test_add_func ("/pages/time-left", test_time_left);
  g_test_add_func ("/pages/coarse", test_coarse);
  g_test_add_func ("/pages/run-parts", test_run_parts);
  g_test_add_func ("/pages/optimize-order", test_optimize_order);
  g_test_add_func ("/pages/optimize-answer", test_optimize_answer);
  g_test_add_func ("/pages/optimize-fit", test_optimize_fit);
  g_test_add_func ("/pages/rows", test_rows);

  return g_test_run ();
}
