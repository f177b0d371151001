/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-result-csv.h"

#include <math.h>
#include <string.h>

#include "test-folder.h"
#include "test-results.h"
#include "twin-csv-reader.h"

/* The headers stand here word by word: they are promised to those who read such files. */
#define WAREHOUSE_METRICS                                                                          \
  "fill_rate,total_cost,holding_cost,stockout_cost,ordering_cost,average_on_hand,orders,demand,"  \
  "filled,unmet,ending_on_hand,ending_backorders"

static TwinCsvTable *
parse (const GString *text,
       const char *header)
{
  g_autoptr (GError) error = NULL;
  TwinCsvTable *table = twin_csv_table_parse (text->str, text->len, "own.csv", &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text->str, header));
  g_assert_true (g_str_has_prefix (text->str + strlen (header), "\r\n"));
  g_assert_true (g_str_has_suffix (text->str, "\r\n"));
  return table;
}

/* NaN is an empty cell. */
static void
assert_cell (const TwinCsvTable *table,
             gsize row,
             guint column,
             double expected)
{
  double value;

  if (isnan (expected))
    {
      g_assert_cmpstr (twin_csv_table_get_text (table, row, column), ==, "");
      return;
    }
  g_assert_true (twin_csv_table_get_number (table, row, column, &value, NULL));
  g_assert_cmpmem (&value, sizeof value, &expected, sizeof expected);
}

static void
assert_estimate (const TwinCsvTable *table,
                 gsize row,
                 guint column,
                 TwinEstimate estimate)
{
  assert_cell (table, row, column, estimate.mean);
  assert_cell (table, row, column + 1, estimate.sd);
  assert_cell (table, row, column + 2, estimate.low);
  assert_cell (table, row, column + 3, estimate.high);
}

static void
test_run (void)
{
  g_autoptr (TwinRun) run = test_new_run (42, 7, 9);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new_for_string (text);

  twin_run_write_csv (run, writer);
  g_autoptr (TwinCsvTable) table = parse (text, "replication," WAREHOUSE_METRICS);
  g_assert_cmpuint (twin_csv_table_get_n_rows (table), ==, 9);
  g_assert_cmpuint (twin_csv_table_get_n_columns (table), ==, 13);
  for (guint row = 0; row < 9; row++)
    {
      assert_cell (table, row, 0, 7 + row);
      for (guint metric = 0; metric < 12; metric++)
        assert_cell (table, row, metric + 1, twin_run_get_sample (run, metric)[row]);
    }
}

static void
test_comparison (void)
{
  static const char *const scenarios[] = { "baseline", "demand_spike", "lead_time_disruption" };
  g_autoptr (TwinComparison) comparison = test_new_comparison ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new_for_string (text);

  twin_comparison_write_csv (comparison, writer);
  g_autoptr (TwinCsvTable) table = parse (text, "scenario,metric,mean,sd,ci_low,ci_high,difference,"
                                                "difference_ci_low,difference_ci_high");
  g_assert_cmpuint (twin_csv_table_get_n_rows (table), ==, 36);
  for (guint row = 0; row < 36; row++)
    {
      TwinEstimate difference = { .mean = NAN, .low = NAN, .high = NAN };
      if (row >= 12)
        difference = twin_comparison_get_difference (comparison, row / 12, row % 12);
      g_assert_cmpstr (twin_csv_table_get_text (table, row, 0), ==, scenarios[row / 12]);
      assert_estimate (table, row, 2,
                       twin_run_get_estimate (twin_comparison_get_run (comparison, row / 12),
                                              row % 12));
      assert_cell (table, row, 6, difference.mean);
      assert_cell (table, row, 7, difference.low);
      assert_cell (table, row, 8, difference.high);
    }
  g_assert_cmpstr (twin_csv_table_get_text (table, 0, 1), ==, "fill_rate");
  g_assert_cmpstr (twin_csv_table_get_text (table, 35, 1), ==, "ending_backorders");
}

static const char *const statuses[] = { "open", "feasible", "infeasible" };

static void
test_optimum (void)
{
  g_autoptr (TwinOptimum) optimum = test_new_optimum (TRUE);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new_for_string (text);
  const TwinEstimate nothing = { .mean = NAN, .sd = NAN, .low = NAN, .high = NAN };
  const guint best = (guint) twin_optimum_get_best (optimum);
  const TwinRun *fresh = twin_optimum_get_verified (optimum);
  guint n_feasible = 0;

  twin_optimum_write_csv (optimum, writer);
  g_autoptr (TwinCsvTable) table =
      parse (text, "reorder_point,order_up_to,replications,fill_rate,fill_rate_sd,fill_rate_ci_low,"
                   "fill_rate_ci_high,total_cost,total_cost_sd,total_cost_ci_low,"
                   "total_cost_ci_high,feasible,status,optimum,"
                   "verified_fill_rate,verified_fill_rate_sd,verified_fill_rate_ci_low,"
                   "verified_fill_rate_ci_high,verified_total_cost,verified_total_cost_sd,"
                   "verified_total_cost_ci_low,verified_total_cost_ci_high");
  g_assert_cmpuint (twin_csv_table_get_n_rows (table), ==, 9);
  for (guint row = 0; row < 9; row++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, row);
      assert_cell (table, row, 0, 60 + row / 3 * 30);
      assert_cell (table, row, 1, 150 + row % 3 * 50);
      assert_cell (table, row, 2, 5);
      assert_estimate (table, row, 3, policy->service);
      assert_estimate (table, row, 7, policy->cost);
      assert_cell (table, row, 11, policy->service.mean >= 0.95);
      g_assert_cmpstr (twin_csv_table_get_text (table, row, 12), ==,
                       statuses[policy->feasibility]);
      n_feasible += policy->service.mean >= 0.95;
      assert_cell (table, row, 13, row == best);
      /* Of the best alone, and those are not the search's numbers. */
      assert_estimate (table, row, 14, row == best ? twin_run_get_estimate (fresh, 0) : nothing);
      assert_estimate (table, row, 18, row == best ? twin_run_get_estimate (fresh, 1) : nothing);
    }
  g_assert_cmpuint (n_feasible, >, 0);
  g_assert_cmpuint (n_feasible, <, 9);
}

/* A column for every number of a policy, under the key that --set takes. */
static void
test_network_optimum (void)
{
  g_autoptr (TwinOptimum) optimum = test_new_network_optimum ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new_for_string (text);

  twin_optimum_write_csv (optimum, writer);
  g_autoptr (TwinCsvTable) table =
      parse (text, "stores.0.reorder_point,stores.0.order_up_to,stores.1.reorder_point,"
                   "stores.1.order_up_to,warehouse.reorder_point,warehouse.order_up_to,"
                   "replications,service_level,service_level_sd,service_level_ci_low,"
                   "service_level_ci_high,total_cost,total_cost_sd,total_cost_ci_low,"
                   "total_cost_ci_high,feasible,status,optimum,"
                   "verified_service_level,verified_service_level_sd,verified_service_level_ci_low,"
                   "verified_service_level_ci_high,verified_total_cost,verified_total_cost_sd,"
                   "verified_total_cost_ci_low,verified_total_cost_ci_high");
  g_assert_cmpuint (twin_csv_table_get_n_rows (table), ==, 8);
  for (guint row = 0; row < 8; row++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, row);
      for (guint i = 0; i < 6; i++)
        assert_cell (table, row, i, policy->decisions[i]);
      assert_estimate (table, row, 7, policy->service);
      assert_estimate (table, row, 11, policy->cost);
    }
}

static void
test_trace (void)
{
  static const char *const events[] = { "start", "demand", "order", "receipt", "end", NULL };
  g_autoptr (TwinModel) model = test_new_model ();
  g_autoptr (TwinTrace) trace = twin_model_record (model, 42, 0);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new_for_string (text);
  gsize n_rows = twin_trace_get_n_rows (trace);

  twin_trace_write_csv (trace, writer);
  g_autoptr (TwinCsvTable) table = parse (text,
                                          "time,event,on_hand,backorders,on_order,position");
  g_assert_cmpuint (n_rows, >, 300);
  g_assert_cmpuint (twin_csv_table_get_n_rows (table), ==, n_rows);
  for (gsize row = 0; row < n_rows; row++)
    {
      g_assert_true (g_strv_contains (events, twin_csv_table_get_text (table, row, 1)));
      for (guint column = 0; column < 6; column++)
        if (column != 1)
          assert_cell (table, row, column, twin_trace_get (trace, row, column));
    }
  g_assert_cmpstr (twin_csv_table_get_text (table, 0, 1), ==, "start");
  g_assert_cmpstr (twin_csv_table_get_text (table, n_rows - 1, 1), ==, "end");
}

/* Python's own reader finds what the run holds, number by number. */
static void
test_python (void)
{
  g_autofree char *python = test_find_python ();
  g_autoptr (TwinRun) run = test_new_run (42, 0, 50);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TestFolder folder;

  if (python == NULL)
    {
      g_test_skip ("There is no Python here");
      return;
    }
  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_get_path (&folder, "a.csv");
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new (path, &error);
  g_assert_no_error (error);
  twin_run_write_csv (run, writer);
  twin_csv_writer_close (writer, &error);
  g_assert_no_error (error);

  /* Bits, so that neither side's printing of numbers is in it */
  for (guint i = 0; i < 50; i++)
    {
      guint64 bits;
      memcpy (&bits, &twin_run_get_sample (run, 1)[i], sizeof bits);
      g_string_append_printf (expected, "%016" G_GINT64_MODIFIER "x\n", bits);
    }
  g_autofree char *output = test_run_python (
      python,
      "import csv, struct, sys\n"
      "for row in csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')):\n"
      "    print(struct.pack('>d', float(row['total_cost'])).hex())\n",
      path);
  g_assert_cmpstr (output, ==, expected->str);
  test_folder_tear_down (&folder);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/result-csv/run", test_run);
  g_test_add_func ("/result-csv/comparison", test_comparison);
  g_test_add_func ("/result-csv/optimum", test_optimum);
  g_test_add_func ("/result-csv/network-optimum", test_network_optimum);
  g_test_add_func ("/result-csv/trace", test_trace);
  g_test_add_func ("/result-csv/python", test_python);

  return g_test_run ();
}
