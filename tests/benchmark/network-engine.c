/* SPDX-License-Identifier: GPL-3.0-or-later */

/* This project's engine on the default network, as its users call it, on one thread:
 *
 *   run                     an experiment, as the app and the command line do it
 *   env, env-actions        one environment, by the rule or with the same orders each day
 *   batch, batch-actions    4,096 environments with observations, rewards and ends of episodes
 *
 * Nothing is a warm-up, so that all of them cost the same. */

#include <string.h>

#include "contestant.h"
#include "engine-mean.h"
#include "network/twin-network-batch.h"
#include "network/twin-network-env.h"

#define REPLICATIONS 8192
#define EPISODES 2000
#define BATCH_EPISODES 4
#define N_ENV 4096
#define N_DAYS 90
#define N_ACTIONS 4

static const double orders[N_ACTIONS] = { 60, 50, 75, 185 };

typedef struct
{
  TwinModel *model;
  TwinPool *pool;
  TwinNetworkEnv *env;
  TwinNetworkBatch *batch;
  gboolean act;

  /* of the batch */
  float *actions, *observations;
  double *rewards;
  uint8_t *truncated;
} Setting;

static Round
run_experiment (void *data)
{
  const Setting *setting = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinRun) run = twin_run_new (setting->model, 42, 0, REPLICATIONS, setting->pool, NULL,
                                          &error);

  g_assert_no_error (error);
  return (Round) {
    .events = (double) REPLICATIONS * N_DAYS,
    .fill_rate = get_mean (run, "service_level"),
    .total_cost = get_mean (run, "total_cost"),
  };
}

static Round
step_env (void *data)
{
  const Setting *setting = data;
  const double *actions = setting->act ? orders : NULL;
  double sum = 0, reward;

  for (uint64_t i = 0; i < EPISODES; i++)
    {
      twin_network_env_reset (setting->env, 42, i);
      while (!twin_network_env_is_over (setting->env))
        {
          twin_network_env_step (setting->env, actions, NULL, &reward, NULL);
          sum += reward;
        }
    }
  return (Round) { .events = (double) EPISODES * N_DAYS, .total_cost = -sum / EPISODES };
}

/* The step after the last day starts anew, and is no day. */
static Round
step_batch (void *data)
{
  const Setting *setting = data;
  double sums[4] = { 0 }; /* so that no addition waits for another */

  for (int day = 0; day < BATCH_EPISODES * (N_DAYS + 1); day++)
    {
      twin_network_batch_step (setting->batch, setting->act ? setting->actions : NULL,
                               setting->observations, setting->rewards, setting->truncated);
      for (int i = 0; i < N_ENV; i += 4)
        for (int k = 0; k < 4; k++)
          sums[k] += setting->rewards[i + k];
    }
  const double reward = sums[0] + sums[1] + sums[2] + sums[3];
  return (Round) {
    .events = (double) BATCH_EPISODES * N_ENV * N_DAYS,
    .total_cost = -reward / (BATCH_EPISODES * N_ENV),
  };
}

static void
make_batch (Setting *setting)
{
  g_autoptr (GError) error = NULL;

  setting->batch = twin_network_batch_new (setting->model, N_ENV, &error);
  g_assert_no_error (error);
  setting->actions = g_new (float, N_ENV * N_ACTIONS);
  for (int i = 0; i < N_ENV * N_ACTIONS; i++)
    setting->actions[i] = (float) orders[i % N_ACTIONS];
  setting->observations =
      g_new (float, N_ENV * twin_network_batch_get_n_observations (setting->batch));
  setting->rewards = g_new (double, N_ENV);
  setting->truncated = g_new (uint8_t, N_ENV);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  const TwinModelType *type = twin_model_type_find ("network", &error);
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);
  const char *way = argc > 1 ? argv[1] : "run";
  Setting setting = { .act = g_str_has_suffix (way, "-actions") };

  g_assert_true (twin_parameters_set_number (parameters, "warmup_days", 0, &error));
  setting.model = twin_model_new (parameters, &error);
  g_assert_no_error (error);
  if (g_str_has_prefix (way, "env"))
    {
      setting.env = twin_network_env_new (setting.model, &error);
      g_assert_no_error (error);
      return serve_rounds (step_env, &setting);
    }
  if (g_str_has_prefix (way, "batch"))
    {
      make_batch (&setting);
      return serve_rounds (step_batch, &setting);
    }
  setting.pool = twin_pool_new (1);
  return serve_rounds (run_experiment, &setting);
}
