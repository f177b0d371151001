/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "figure-samples.h"

/* Every metric: the bars hold every replication, and the mean stands where the run has it. */
static void
test_distribution (void)
{
  g_autoptr (TwinRun) run = sample_run ("horizon_days=60", 200);
  const TwinModelType *type = twin_model_get_model_type (twin_run_get_model (run));

  for (guint metric = 0; metric < type->n_metrics; metric++)
    {
      g_autoptr (TwinChart) chart = twin_figure_distribution (run, metric);
      g_autoptr (GArray) bars = chart_series (chart, "Replications");
      g_autofree char *mean = twin_figure_format_mean (&type->metrics[metric],
                                                        twin_run_get_estimate (run, metric));
      double all = 0;

      for (guint i = 0; i < bars->len; i++)
        all += g_array_index (bars, TwinChartDatum, i).y;
      g_assert_cmpfloat (all, ==, 200);
      assert_complete (chart, (const char *const[]) { "200 replications", "95 % Student‑t", mean,
                                                      NULL });
      g_assert_nonnull (strstr (twin_chart_get_title (chart), type->metrics[metric].title));
      assert_draws (chart);
    }
}

static void
test_distribution_axes (void)
{
  g_autoptr (TwinRun) run = sample_run ("horizon_days=60", 50);
  const TwinModelType *type = twin_model_get_model_type (twin_run_get_model (run));
  guint metric = (guint) twin_model_type_find_metric (type, "average_on_hand");
  g_autoptr (TwinChart) chart = twin_figure_distribution (run, metric);
  TwinEstimate estimate = twin_run_get_estimate (run, metric);
  g_autoptr (GArray) interval = chart_series (chart, "95 % interval of the mean");

  assert_axes (chart, "Average on hand (units)", "Replications");
  g_assert_cmpuint (interval->len, ==, 1);
  g_assert_cmpfloat (g_array_index (interval, TwinChartDatum, 0).low, ==, estimate.low);
  g_assert_cmpfloat (g_array_index (interval, TwinChartDatum, 0).high, ==, estimate.high);
}

/* Without demand the fill rate is 1 in every replication; its bar must not reach over 100 %. */
static void
test_one_value (void)
{
  g_autoptr (TwinRun) run = sample_run ("demand_rate=0", 20);
  const TwinModelType *type = twin_model_get_model_type (twin_run_get_model (run));
  guint metric = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE);
  g_autoptr (TwinChart) chart = twin_figure_distribution (run, metric);
  g_autoptr (GArray) bars = chart_series (chart, "Replications");

  g_assert_cmpuint (bars->len, ==, 1);
  g_assert_cmpfloat (g_array_index (bars, TwinChartDatum, 0).y, ==, 20);
  g_assert_cmpfloat (g_array_index (bars, TwinChartDatum, 0).high, ==, 1);
  assert_draws (chart);
}

static void
test_one_replication (void)
{
  g_autoptr (TwinRun) run = sample_run ("horizon_days=60", 1);
  g_autoptr (TwinChart) chart = twin_figure_distribution (run, 1);
  g_autoptr (TwinChart) split = twin_figure_cost_split (run);
  g_autoptr (GArray) interval = chart_series (chart, "95 % interval of the mean");

  g_assert_cmpuint (interval->len, ==, 0);
  assert_complete (chart, (const char *const[]) { "there is no interval", NULL });
  assert_complete (split, (const char *const[]) { ": 1 replication.", NULL });
  assert_draws (chart);
  assert_draws (split);
}

/* The parts lie end to end from nothing to the whole cost, and each tells its money. */
static void
test_cost_split (void)
{
  g_autoptr (TwinRun) run = sample_run ("horizon_days=60", 100);
  const TwinModelType *type = twin_model_get_model_type (twin_run_get_model (run));
  guint objective = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE);
  double whole = twin_run_get_estimate (run, objective).mean;
  g_autoptr (TwinChart) chart = twin_figure_cost_split (run);
  g_autoptr (GArray) parts = twin_chart_get_data (chart);
  double end = 0;
  guint part = 0;

  assert_axes (chart, "Total cost", "");
  for (guint i = 0; i < type->n_metrics; i++)
    {
      double mean = twin_run_get_estimate (run, i).mean;
      g_autofree char *money = twin_figure_format_mean (&type->metrics[i],
                                                         twin_run_get_estimate (run, i));
      g_autofree char *share = twin_number_format (mean / whole, TWIN_NUMBER_SHARE);
      const TwinChartDatum *datum;

      if ((type->metrics[i].flags & TWIN_METRIC_COST_PART) == 0)
        continue;
      datum = &g_array_index (parts, TwinChartDatum, part++);
      g_assert_cmpfloat (datum->low, ==, end);
      g_assert_cmpfloat_with_epsilon (datum->high, end + mean, 1e-9 * whole);
      g_assert_true (g_str_has_prefix (datum->series, type->metrics[i].title));
      assert_complete (chart, (const char *const[]) { money, share, datum->series, NULL });
      end = datum->high;
    }
  g_assert_cmpuint (parts->len, ==, part);
  g_assert_cmpfloat_with_epsilon (end, whole, 1e-9 * whole);
  assert_draws (chart);
}

/* Nothing costs anything: no shares, and nothing divided by nothing. */
static void
test_no_cost (void)
{
  g_autoptr (TwinRun) run = sample_run ("holding_cost=0 stockout_penalty=0 order_cost=0", 10);
  g_autoptr (TwinChart) chart = twin_figure_cost_split (run);
  g_autofree char *description = twin_chart_describe (chart);

  g_assert_null (strstr (description, "%)"));
  g_assert_null (strstr (description, "–)"));
  assert_draws (chart);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-run/distribution", test_distribution);
  g_test_add_func ("/figure-run/distribution-axes", test_distribution_axes);
  g_test_add_func ("/figure-run/one-value", test_one_value);
  g_test_add_func ("/figure-run/one-replication", test_one_replication);
  g_test_add_func ("/figure-run/cost-split", test_cost_split);
  g_test_add_func ("/figure-run/no-cost", test_no_cost);
  return g_test_run ();
}
