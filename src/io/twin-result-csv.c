/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-result-csv.h"

#include <math.h>

#include "twin-feasibility-name.h"

/* `fill_rate`, `fill_rate_sd`, `fill_rate_ci_low`, `fill_rate_ci_high` */
static void
add_estimate_header (TwinCsvWriter *writer,
                     const char *metric)
{
  static const char *const suffixes[] = { "", "_sd", "_ci_low", "_ci_high" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *header = g_strconcat (metric, suffixes[i], NULL);
      twin_csv_writer_add_text (writer, header);
    }
}

static void
add_estimate (TwinCsvWriter *writer,
              TwinEstimate estimate)
{
  twin_csv_writer_add_number (writer, estimate.mean);
  twin_csv_writer_add_number (writer, estimate.sd);
  twin_csv_writer_add_number (writer, estimate.low);
  twin_csv_writer_add_number (writer, estimate.high);
}

void
twin_run_write_csv (const TwinRun *run,
                    TwinCsvWriter *writer)
{
  g_return_if_fail (run != NULL && writer != NULL);

  const TwinModel *model = twin_run_get_model (run);
  guint n_metrics = twin_model_get_n_metrics (model);
  uint64_t first = twin_run_get_first (run);

  twin_csv_writer_add_text (writer, "replication");
  for (guint metric = 0; metric < n_metrics; metric++)
    twin_csv_writer_add_text (writer, twin_model_get_metric (model, metric)->name);
  twin_csv_writer_end_row (writer);

  for (gsize i = 0; i < twin_run_get_n (run); i++)
    {
      twin_csv_writer_add_number (writer, (double) (first + i));
      for (guint metric = 0; metric < n_metrics; metric++)
        twin_csv_writer_add_number (writer, twin_run_get_sample (run, metric)[i]);
      if (!twin_csv_writer_end_row (writer))
        return;
    }
}

static void
write_scenario (const TwinComparison *comparison,
                guint scenario,
                TwinCsvWriter *writer)
{
  const char *name = twin_comparison_get_scenario (comparison, scenario)->name;
  const TwinRun *run = twin_comparison_get_run (comparison, scenario);
  const TwinModel *model = twin_run_get_model (run);

  for (guint metric = 0; metric < twin_model_get_n_metrics (model); metric++)
    {
      TwinEstimate difference = { .mean = NAN, .low = NAN, .high = NAN };
      if (scenario > 0)
        difference = twin_comparison_get_difference (comparison, scenario, metric);
      twin_csv_writer_add_text (writer, name);
      twin_csv_writer_add_text (writer, twin_model_get_metric (model, metric)->name);
      add_estimate (writer, twin_run_get_estimate (run, metric));
      twin_csv_writer_add_number (writer, difference.mean);
      twin_csv_writer_add_number (writer, difference.low);
      twin_csv_writer_add_number (writer, difference.high);
      twin_csv_writer_end_row (writer);
    }
}

void
twin_comparison_write_csv (const TwinComparison *comparison,
                           TwinCsvWriter *writer)
{
  static const char *const headers[] = { "scenario",   "metric",     "mean",
                                         "sd",         "ci_low",     "ci_high",
                                         "difference", "difference_ci_low", "difference_ci_high" };

  g_return_if_fail (comparison != NULL && writer != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    twin_csv_writer_add_text (writer, headers[i]);
  twin_csv_writer_end_row (writer);
  for (guint i = 0; i < twin_comparison_get_n_scenarios (comparison); i++)
    write_scenario (comparison, i, writer);
}

static const TwinEstimate no_estimate = { .mean = NAN, .sd = NAN, .low = NAN, .high = NAN };

/* What fresh random numbers say of the best policy, in its row. */
static void
add_verified (TwinCsvWriter *writer,
              const TwinOptimum *optimum,
              gboolean is_best,
              guint metric)
{
  const TwinRun *run = twin_optimum_get_verified (optimum);

  add_estimate (writer, is_best ? twin_run_get_estimate (run, metric) : no_estimate);
}

static void
add_verified_header (TwinCsvWriter *writer,
                     const TwinMetric *metric)
{
  g_autofree char *name = g_strconcat ("verified_", metric->name, NULL);

  add_estimate_header (writer, name);
}

void
twin_optimum_write_csv (const TwinOptimum *optimum,
                        TwinCsvWriter *writer)
{
  g_return_if_fail (optimum != NULL && writer != NULL);

  const TwinModelType *type = twin_optimum_get_model_type (optimum);
  guint service = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE);
  guint cost = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE);
  guint n_decisions = twin_optimum_get_n_decisions (optimum);

  for (guint i = 0; i < n_decisions; i++)
    twin_csv_writer_add_text (writer, twin_optimum_get_decision (optimum, i)->key);
  twin_csv_writer_add_text (writer, "replications");
  add_estimate_header (writer, type->metrics[service].name);
  add_estimate_header (writer, type->metrics[cost].name);
  twin_csv_writer_add_text (writer, "feasible");
  twin_csv_writer_add_text (writer, "status");
  twin_csv_writer_add_text (writer, "optimum");
  add_verified_header (writer, &type->metrics[service]);
  add_verified_header (writer, &type->metrics[cost]);
  twin_csv_writer_end_row (writer);

  for (gsize p = 0; p < twin_optimum_get_n_policies (optimum); p++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, p);
      const gboolean is_best = (gssize) p == twin_optimum_get_best (optimum);

      for (guint i = 0; i < n_decisions; i++)
        twin_csv_writer_add_number (writer, policy->decisions[i]);
      twin_csv_writer_add_number (writer, (double) policy->service.n);
      add_estimate (writer, policy->service);
      add_estimate (writer, policy->cost);
      twin_csv_writer_add_number (writer, policy->feasible ? 1 : 0);
      twin_csv_writer_add_text (writer, twin_feasibility_get_name (policy->feasibility));
      twin_csv_writer_add_number (writer, is_best ? 1 : 0);
      add_verified (writer, optimum, is_best, service);
      add_verified (writer, optimum, is_best, cost);
      if (!twin_csv_writer_end_row (writer))
        return;
    }
}

void
twin_trace_write_csv (const TwinTrace *trace,
                      TwinCsvWriter *writer)
{
  g_return_if_fail (trace != NULL && writer != NULL);

  guint n_columns = twin_trace_get_n_columns (trace);

  for (guint column = 0; column < n_columns; column++)
    twin_csv_writer_add_text (writer, twin_trace_get_column (trace, column)->name);
  twin_csv_writer_end_row (writer);
  for (gsize row = 0; row < twin_trace_get_n_rows (trace); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          const char *label = twin_trace_get_label (trace, row, column);
          if (label != NULL)
            twin_csv_writer_add_text (writer, label);
          else
            twin_csv_writer_add_number (writer, twin_trace_get (trace, row, column));
        }
      if (!twin_csv_writer_end_row (writer))
        return;
    }
}
