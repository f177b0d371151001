/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "figure-samples.h"

static void
assert_interval (const TwinChartDatum *datum,
                 TwinEstimate estimate,
                 const char *scenario)
{
  g_assert_cmpfloat (datum->x, ==, estimate.mean);
  g_assert_cmpfloat (datum->low, ==, estimate.low);
  g_assert_cmpfloat (datum->high, ==, estimate.high);
  g_assert_cmpstr (datum->label, ==, scenario);
}

static void
test_means (void)
{
  g_autoptr (TwinComparison) comparison = sample_comparison (100);
  const TwinModelType *type =
      twin_model_get_model_type (twin_run_get_model (twin_comparison_get_run (comparison, 0)));
  guint metric = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE);
  g_autoptr (TwinChart) chart = twin_figure_scenarios (comparison, metric);
  g_autoptr (GArray) data = twin_chart_get_data (chart);

  g_assert_cmpstr (twin_chart_get_caption (chart), ==,
                   "Means of 100 replications with 95 % Student‑t intervals, "
                   "common random numbers");
  g_assert_cmpstr (twin_chart_get_title (chart), ==, "Fill rate by scenario");
  assert_axes (chart, "Fill rate", "");
  g_assert_cmpuint (data->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const char *title = twin_comparison_get_scenario (comparison, i)->title;
      TwinEstimate estimate =
          twin_run_get_estimate (twin_comparison_get_run (comparison, i), metric);
      g_autofree char *mean = twin_figure_format_mean_as (
          &type->metrics[metric], estimate, twin_figure_get_scenario_column (comparison, metric));

      assert_interval (&g_array_index (data, TwinChartDatum, i), estimate, title);
      g_assert_cmpfloat (g_array_index (data, TwinChartDatum, i).y, ==, i);
      assert_complete (chart, (const char *const[]) { title, mean, NULL });
    }
  assert_draws (chart);
}

static void
test_differences (void)
{
  g_autoptr (TwinComparison) comparison = sample_comparison (100);
  const TwinModelType *type =
      twin_model_get_model_type (twin_run_get_model (twin_comparison_get_run (comparison, 0)));
  guint metric = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE);
  guint service = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE);
  g_autoptr (TwinChart) chart = twin_figure_differences (comparison, metric);
  g_autoptr (TwinChart) services = twin_figure_differences (comparison, service);
  g_autoptr (GArray) data = twin_chart_get_data (chart);
  g_autoptr (GArray) none = chart_series (chart, "No difference");

  g_assert_cmpstr (twin_chart_get_title (chart), ==, "Total cost: difference to Baseline");
  assert_axes (chart, "Total cost", "");
  assert_axes (services, "Fill rate (percentage points)", "");
  g_assert_cmpuint (data->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    assert_interval (&g_array_index (data, TwinChartDatum, i),
                     twin_comparison_get_difference (comparison, i + 1, metric),
                     twin_comparison_get_scenario (comparison, i + 1)->title);
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_cmpfloat (g_array_index (none, TwinChartDatum, 0).x, ==, 0);
  assert_complete (chart, (const char *const[]) { "Demand spike: +", "paired", NULL });
  assert_complete (services, (const char *const[]) { "pp (", NULL });
  assert_draws (chart);
  assert_draws (services);
}

/* One replication each: marks, and no interval of width nothing. */
static void
test_one_replication (void)
{
  g_autoptr (TwinComparison) comparison = sample_comparison (1);
  g_autoptr (TwinChart) means = twin_figure_scenarios (comparison, 1);
  g_autoptr (TwinChart) differences = twin_figure_differences (comparison, 1);
  g_autoptr (GArray) data = twin_chart_get_data (means);

  g_assert_true (isnan (g_array_index (data, TwinChartDatum, 0).low));
  g_assert_true (isfinite (g_array_index (data, TwinChartDatum, 0).x));
  assert_complete (means, (const char *const[]) { "there is no interval", NULL });
  assert_complete (differences, (const char *const[]) { "there is no interval", NULL });
  assert_draws (means);
  assert_draws (differences);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-scenarios/means", test_means);
  g_test_add_func ("/figure-scenarios/differences", test_differences);
  g_test_add_func ("/figure-scenarios/one-replication", test_one_replication);
  return g_test_run ();
}
