/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-engine [events]: this project's engine, as the app and the command line call it, in the
 * default run on one thread; or the same event by event. */

#include "contestant.h"
#include "engine-mean.h"

#define REPLICATIONS 1000

typedef struct
{
  TwinModel *model;
  TwinPool *pool;
} Setting;

static Round
run_default (void *data)
{
  const Setting *setting = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinRun) run = twin_run_new (setting->model, 42, 0, REPLICATIONS, setting->pool, NULL,
                                          &error);

  g_assert_no_error (error);
  return (Round) {
    .events = REPLICATIONS * (get_mean (run, "demand") + get_mean (run, "orders")),
    .fill_rate = get_mean (run, "fill_rate"),
    .total_cost = get_mean (run, "total_cost"),
  };
}

/* The same event by event. */
static Round
run_events (void *data)
{
  const Setting *setting = data;
  const TwinModelType *type = twin_model_get_model_type (setting->model);
  g_autofree double *table = g_new (double, type->n_metrics * REPLICATIONS);
  static const char *const names[] = { "demand", "orders", "fill_rate", "total_cost" };
  double means[G_N_ELEMENTS (names)] = { 0 };

  twin_model_simulate_events (setting->model, 42, 0, REPLICATIONS, table, REPLICATIONS);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const double *sample = table + twin_model_type_find_metric (type, names[i]) * REPLICATIONS;
      for (guint k = 0; k < REPLICATIONS; k++)
        means[i] += sample[k] / REPLICATIONS;
    }
  return (Round) {
    .events = REPLICATIONS * (means[0] + means[1]),
    .fill_rate = means[2],
    .total_cost = means[3],
  };
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const TwinModelType *type = twin_model_type_find ("warehouse", &error);
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);
  g_autoptr (TwinModel) model = twin_model_new (parameters, &error);
  g_autoptr (TwinPool) pool = twin_pool_new (1);

  g_assert_no_error (error);
  return serve_rounds (argc > 1 && g_str_equal (argv[1], "events") ? run_events : run_default,
                       &(Setting) { model, pool });
}
