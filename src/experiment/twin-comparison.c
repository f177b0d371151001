/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-comparison.h"

struct _TwinComparison
{
  GPtrArray *scenarios;      /* TwinScenario */
  GPtrArray *runs;           /* TwinRun, one for each */
  guint n_metrics;           /* of the baseline's model, and of every other */
  TwinEstimate *differences; /* [n_scenarios][n_metrics] */
  double seconds;
};

G_DEFINE_BOXED_TYPE (TwinComparison, twin_comparison, twin_comparison_ref, twin_comparison_unref)

/* The models of all scenarios, judged before the first of them is run. */
static GPtrArray *
build_models (const TwinParameters *base,
              TwinScenario *const *scenarios,
              guint n_scenarios,
              gsize n,
              GError **error)
{
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_model_unref);

  for (guint i = 0; i < n_scenarios; i++)
    {
      g_autoptr (TwinParameters) parameters = twin_scenario_apply (scenarios[i], base, error);
      TwinModel *model;

      if (parameters == NULL)
        return NULL;

      model = twin_model_new (parameters, error);
      if (model != NULL)
        g_ptr_array_add (models, model);
      if (model == NULL || !twin_run_check (model, n, error))
        {
          /* Translators: the title of a scenario, in front of what is wrong with it */
          g_prefix_error (error, _("Scenario “%s”: "), scenarios[i]->title);
          return NULL;
        }
    }

  return g_steal_pointer (&models);
}

static TwinComparison *
twin_comparison_allocate (const TwinModel *baseline,
                          TwinScenario *const *scenarios,
                          guint n_scenarios)
{
  TwinComparison *self = g_atomic_rc_box_new0 (TwinComparison);

  self->n_metrics = twin_model_get_n_metrics (baseline);
  self->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_scenario_free);
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_run_unref);
  self->differences = g_new (TwinEstimate, n_scenarios * self->n_metrics);
  for (guint i = 0; i < n_scenarios; i++)
    g_ptr_array_add (self->scenarios, twin_scenario_copy (scenarios[i]));

  return self;
}

static void
take_differences (TwinComparison *self)
{
  const TwinRun *baseline = g_ptr_array_index (self->runs, 0);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const TwinRun *run = g_ptr_array_index (self->runs, i);

      for (guint metric = 0; metric < self->n_metrics; metric++)
        self->differences[i * self->n_metrics + metric] =
          twin_estimate_from_difference (twin_run_get_sample (run, metric),
                                         twin_run_get_sample (baseline, metric),
                                         twin_run_get_n (run),
                                         TWIN_CONFIDENCE);
    }
}

TwinComparison *
twin_comparison_new (const TwinParameters *base,
                     TwinScenario *const *scenarios,
                     guint n_scenarios,
                     uint64_t seed,
                     gsize n,
                     TwinPool *pool,
                     const TwinMonitor *monitor,
                     GError **error)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (TwinComparison) self = NULL;
  g_autoptr (GPtrArray) models = NULL;

  g_return_val_if_fail (base != NULL && scenarios != NULL && n_scenarios > 0, NULL);
  g_return_val_if_fail (pool != NULL, NULL);

  models = build_models (base, scenarios, n_scenarios, n, error);
  if (models == NULL)
    return NULL;

  self = twin_comparison_allocate (g_ptr_array_index (models, 0), scenarios, n_scenarios);
  for (guint i = 0; i < n_scenarios; i++)
    {
      TwinStage stage;
      TwinRun *run = twin_run_new (g_ptr_array_index (models, i), seed, 0, n, pool,
                                   twin_stage_begin (&stage, monitor, i * n, n, n_scenarios * n),
                                   error);

      if (run == NULL)
        return NULL;

      g_ptr_array_add (self->runs, run);
    }

  take_differences (self);
  self->seconds = (g_get_monotonic_time () - began) / 1e6;

  return g_steal_pointer (&self);
}

TwinComparison *
twin_comparison_ref (TwinComparison *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
twin_comparison_clear (gpointer data)
{
  TwinComparison *self = data;

  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->runs);
  g_free (self->differences);
}

void
twin_comparison_unref (TwinComparison *self)
{
  g_atomic_rc_box_release_full (self, twin_comparison_clear);
}

guint
twin_comparison_get_n_scenarios (const TwinComparison *self)
{
  return self->scenarios->len;
}

const TwinScenario *
twin_comparison_get_scenario (const TwinComparison *self,
                              guint scenario)
{
  g_return_val_if_fail (scenario < self->scenarios->len, NULL);

  return g_ptr_array_index (self->scenarios, scenario);
}

TwinRun *
twin_comparison_get_run (const TwinComparison *self,
                         guint scenario)
{
  g_return_val_if_fail (scenario < self->runs->len, NULL);

  return g_ptr_array_index (self->runs, scenario);
}

TwinEstimate
twin_comparison_get_difference (const TwinComparison *self,
                                guint scenario,
                                guint metric)
{
  g_return_val_if_fail (scenario < self->runs->len, (TwinEstimate) { 0 });
  g_return_val_if_fail (metric < self->n_metrics, (TwinEstimate) { 0 });

  return self->differences[scenario * self->n_metrics + metric];
}

double
twin_comparison_get_seconds (const TwinComparison *self)
{
  return self->seconds;
}
