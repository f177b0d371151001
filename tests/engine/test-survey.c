/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-survey.h"

#include <math.h>

#define SEED 20260301
#define MOST 400
#define REPLICATIONS 3

typedef struct
{
  const char *title;
  const char *settings[6];
  double step; /* of s and S */
} Setting;

/* What the survey has to be right in: from one order in the run to hundreds, receipts that find the
 * stock far below s, lead times of 0, no demand at all, and steps. Those with few demands are
 * simulated event by event, the others cycle by cycle. */
static const Setting settings[] = {
  { "default", { NULL }, 9 },
  { "dense", { "demand_rate=3", "horizon_days=100" }, 1 },
  { "short", { "horizon_days=4" }, 7 },
  { "long-lead", { "lead_time.min_days=20", "lead_time.max_days=30" }, 9 },
  { "no-lead", { "lead_time.min_days=0", "lead_time.max_days=0" }, 9 },
  { "normal", { "lead_time.distribution=normal", "lead_time.sd_days=3" }, 8 },
  { "no-demand", { "demand_rate=0" }, 9 },
  { "rare", { "demand_rate=0.01" }, 9 },
  { "prices", { "holding_cost=0.3", "stockout_penalty=7", "order_cost=11" }, 10 },
  { "few-prices", { "demand_rate=1", "holding_cost=0.3", "stockout_penalty=7", "order_cost=11" }, 7 },
  { "few-normal", { "demand_rate=1", "lead_time.distribution=normal", "lead_time.sd_days=3" }, 1 },
  { "slow", { "demand_rate=2" }, 1 },
  { "fast", { "demand_rate=500" }, 9 },
  { "never-enough", { "demand_rate=500", "horizon_days=30", "lead_time.max_days=30" }, 3 },
  { "brief-lead", { "lead_time.min_days=0", "lead_time.max_days=0.5" }, 6 },
  { "long", { "horizon_days=36500" }, 10 },
};

static TwinModel *
new_model (const Setting *setting,
           double s,
           double S)
{
  g_autoptr (TwinParameters) p =
    twin_parameters_new (twin_model_type_find ("warehouse", NULL));
  g_autoptr (GError) error = NULL;
  TwinModel *model;

  for (const char *const *line = setting->settings; *line != NULL; line++)
    {
      g_auto (GStrv) pair = g_strsplit (*line, "=", 2);

      g_assert_true (twin_parameters_set_from_string (p, pair[0], pair[1], &error));
    }
  twin_parameters_set_number (p, "reorder_point", s, NULL);
  twin_parameters_set_number (p, "order_up_to", S, NULL);
  model = twin_model_new (p, &error);
  g_assert_no_error (error);
  return model;
}

static gsize
list_policies (double step,
               double policies[2 * MOST])
{
  gsize n = 0;

  for (double s = 0; s <= 100; s += step)
    for (double S = s + 1; S <= 120 && n < MOST; S += step)
      {
        policies[2 * n] = s;
        policies[2 * n++ + 1] = S;
      }
  return n;
}

static void
assert_runs (const Setting *setting,
             const double *policies,
             gsize n)
{
  g_autoptr (TwinModel) base = new_model (setting, 40, 120);
  g_autoptr (TwinSurvey) survey = twin_survey_new (base, policies, n);
  const TwinModelType *type = twin_model_get_model_type (base);
  const guint service_metric = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE);
  const guint cost_metric = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE);
  g_autofree double *service = g_new (double, n * REPLICATIONS);
  g_autofree double *cost = g_new (double, n * REPLICATIONS);
  g_autofree double *metrics = g_new (double, twin_model_get_n_metrics (base) * REPLICATIONS);

  g_assert_nonnull (survey);
  twin_survey_measure (survey, SEED, 5, REPLICATIONS, service, cost, n, NULL);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (TwinModel) model = new_model (setting, policies[2 * i], policies[2 * i + 1]);

      twin_model_simulate (model, SEED, 5, REPLICATIONS, metrics, REPLICATIONS);
      for (gsize r = 0; r < REPLICATIONS; r++)
        {
          const double true_cost = metrics[cost_metric * REPLICATIONS + r];

          g_assert_cmpfloat (service[r * n + i], ==, metrics[service_metric * REPLICATIONS + r]);
          g_assert_cmpfloat_with_epsilon (cost[r * n + i], true_cost, 1e-12 * true_cost);
        }
    }
}

/* Each policy's numbers are those of a run of its own with the same seed. */
static void
test_runs (gconstpointer data)
{
  const Setting *setting = data;
  g_autofree double *policies = g_new (double, 2 * MOST);
  const gsize n = list_policies (setting->step, policies);

  g_assert_cmpuint (n, >, 60);
  assert_runs (setting, policies, n);
}

/* A lead time that runs out counts by powers of s: where none does, nothing of that may be left. */
static void
test_far (void)
{
  const double policies[] = { 0, 80, 9, 89, 30, 110, 60, 140, 99999, 100079 };

  assert_runs (&settings[0], policies, G_N_ELEMENTS (policies) / 2);
}

/* A policy's numbers do not depend on who else is asked for, in which order, or how often. */
static void
test_any_list (void)
{
  static const double list[][2] = { { 88, 174 }, { 3, 4 },    { 90, 176 }, { 17, 103 },
                                     { 0, 86 },   { 90, 176 }, { 88, 174 }, { 88, 174 } };
  g_autoptr (TwinModel) base = new_model (&settings[0], 40, 120);
  g_autoptr (TwinSurvey) survey = twin_survey_new (base, *list, G_N_ELEMENTS (list));
  double service[G_N_ELEMENTS (list)], cost[G_N_ELEMENTS (list)];

  twin_survey_measure (survey, SEED, 0, 1, service, cost, G_N_ELEMENTS (list), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (list); i++)
    {
      g_autoptr (TwinSurvey) alone = twin_survey_new (base, list[i], 1);
      double own_service, own_cost;

      twin_survey_measure (alone, SEED, 0, 1, &own_service, &own_cost, 1, NULL);
      g_assert_cmpfloat (own_service, ==, service[i]);
      g_assert_cmpfloat_with_epsilon (own_cost, cost[i], 1e-12 * cost[i]);
    }
}

/* Says that it is enough once it was asked so often. */
static gboolean
is_enough (gpointer data)
{
  guint *n_left = data;

  return *n_left == 0 || --*n_left == 0;
}

/* Policies of the first replication that have got their numbers when it is stopped. */
static gsize
count_measured (const Setting *setting,
                guint n_asked)
{
  g_autofree double *policies = g_new (double, 2 * MOST);
  const gsize n = list_policies (setting->step, policies);
  g_autoptr (TwinModel) base = new_model (setting, 40, 120);
  g_autoptr (TwinSurvey) survey = twin_survey_new (base, policies, n);
  const TwinStop stop = { is_enough, &n_asked };
  double service[2 * MOST], cost[2 * MOST];
  gsize n_measured = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (service); i++)
    service[i] = cost[i] = NAN;
  twin_survey_measure (survey, SEED, 0, 2, service, cost, n, &stop);
  for (gsize i = 0; i < n; i++)
    {
      n_measured += !isnan (service[i]) && !isnan (cost[i]);
      g_assert_true (isnan (service[n + i]) && isnan (cost[n + i]));
    }
  return n_measured;
}

/* A replication of a million policies takes seconds, so it ends in the midst of them. */
static void
test_stop (gconstpointer data)
{
  const Setting *setting = data;
  guint n_asked = 0;
  gsize n_measured;

  g_assert_cmpuint (count_measured (setting, 1), ==, 0);
  while ((n_measured = count_measured (setting, ++n_asked)) == 0)
    ;
  g_assert_cmpuint (n_measured, <, 60);
  g_assert_cmpuint (count_measured (setting, n_asked + 1), >, n_measured);
}

/* Lost sales depend on s, and cycles beyond all memory are left to runs of their own. */
static void
test_no_way (void)
{
  const Setting lost = { NULL, { "unmet_demand=lost_sale" }, 1 };
  const Setting endless = {
    NULL,
    { "demand_rate=1000", "horizon_days=36500", "lead_time.min_days=0", "lead_time.max_days=0" },
    1
  };
  const double policy[] = { 40, 41 };
  g_autoptr (TwinModel) lost_model = new_model (&lost, 40, 120);
  g_autoptr (TwinModel) endless_model = new_model (&endless, 40, 120);
  g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("network", NULL));
  g_autoptr (TwinModel) network = twin_model_new (p, NULL);

  g_assert_null (twin_survey_new (lost_model, policy, 1));
  g_assert_null (twin_survey_new (endless_model, policy, 1));
  g_assert_null (twin_survey_new (network, policy, 1));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *path = g_strconcat ("/survey/runs/", settings[i].title, NULL);

      g_test_add_data_func (path, &settings[i], test_runs);
    }
  g_test_add_func ("/survey/far", test_far);
  g_test_add_func ("/survey/any-list", test_any_list);
  g_test_add_data_func ("/survey/stop/cycles", &settings[0], test_stop);
  g_test_add_data_func ("/survey/stop/events", &settings[2], test_stop);
  g_test_add_func ("/survey/no-way", test_no_way);

  return g_test_run ();
}
