/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"
#include "network/twin-network-batch.h"
#include "network/twin-network-env.h"
#include "network/twin-network-private.h"

static TwinNetworkBatch *
new_batch (const TwinModel *model, gsize n)
{
  g_autoptr (GError) error = NULL;
  TwinNetworkBatch *batch = twin_network_batch_new (model, n, &error);

  g_assert_no_error (error);
  return batch;
}

/* Arrays for a batch, with a guard behind each. */
typedef struct
{
  gsize n_env, n_obs, n_act;
  uint64_t *seeds;
  float *observations, *actions;
  double *rewards;
  uint8_t *truncated;
} Arrays;

static void
arrays_init (Arrays *a, const TwinNetworkBatch *batch)
{
  a->n_env = twin_network_batch_get_n_env (batch);
  a->n_obs = twin_network_batch_get_n_observations (batch);
  a->n_act = twin_network_batch_get_n_actions (batch);
  a->seeds = g_new (uint64_t, a->n_env);
  a->observations = g_new (float, a->n_env * a->n_obs + 1);
  a->actions = g_new (float, a->n_env * a->n_act);
  a->rewards = g_new (double, a->n_env + 1);
  a->truncated = g_new (uint8_t, a->n_env + 1);
  a->observations[a->n_env * a->n_obs] = 4711;
  a->rewards[a->n_env] = 4711;
  a->truncated[a->n_env] = 47;
  for (gsize i = 0; i < a->n_env; i++)
    a->seeds[i] = 1000 + 7 * i;
}

static void
arrays_clear (Arrays *a)
{
  g_assert_cmpfloat (a->observations[a->n_env * a->n_obs], ==, 4711);
  g_assert_cmpfloat (a->rewards[a->n_env], ==, 4711);
  g_assert_cmpuint (a->truncated[a->n_env], ==, 47);
  g_free (a->seeds);
  g_free (a->observations);
  g_free (a->actions);
  g_free (a->rewards);
  g_free (a->truncated);
}

static void
assert_observed (const Arrays *a, gsize i, const TwinNetworkEnv *env)
{
  g_autofree double *state = g_new (double, a->n_obs);

  twin_network_env_get_state (env, state);
  for (gsize k = 0; k < a->n_obs; k++)
    g_assert_cmpfloat (a->observations[i * a->n_obs + k], ==, (float) state[k]);
}

/* Day by day the same as single environments, over two replications, with and without actions. */
static void
compare_with_envs (TwinModel *model, GRand *rand, gsize n, gboolean act)
{
  g_autoptr (TwinNetworkBatch) batch = new_batch (model, n);
  g_autoptr (GPtrArray) envs =
      g_ptr_array_new_with_free_func ((GDestroyNotify) twin_network_env_free);
  Arrays a;

  arrays_init (&a, batch);
  twin_network_batch_reset (batch, a.seeds, a.observations);
  for (gsize i = 0; i < n; i++)
    {
      g_ptr_array_add (envs, twin_network_env_new (model, NULL));
      twin_network_env_reset (envs->pdata[i], a.seeds[i], 0);
      assert_observed (&a, i, envs->pdata[i]);
    }
  const guint days = twin_network_env_get_n_days (envs->pdata[0]);
  for (guint t = 0; t < 2 * days + 1; t++)
    {
      for (gsize k = 0; k < n * a.n_act; k++)
        a.actions[k] = (float) g_rand_double_range (rand, 0, 90);
      twin_network_batch_step (batch, act ? a.actions : NULL, a.observations, a.rewards,
                               a.truncated);
      for (gsize i = 0; i < n; i++)
        {
          double reward = 0, actions[32];
          for (gsize k = 0; k < a.n_act; k++)
            actions[k] = a.actions[i * a.n_act + k];
          if (t == days)
            twin_network_env_reset (envs->pdata[i], a.seeds[i], 1);
          else
            g_assert_true (twin_network_env_step (envs->pdata[i], act ? actions : NULL, NULL,
                                                  &reward, NULL));
          g_assert_cmpfloat (a.rewards[i], ==, reward);
          g_assert_cmpuint (a.truncated[i], ==, twin_network_env_is_over (envs->pdata[i]));
          assert_observed (&a, i, envs->pdata[i]);
        }
    }
  arrays_clear (&a);
}

static void
test_is_the_env (void)
{
  static const gsize sizes[] = { 1, 7, 8, 9, 16, 21 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (61);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      compare_with_envs (model, rand, sizes[i % G_N_ELEMENTS (sizes)], i % 2 == 0);
    }
}

/* The same seeds give the same episodes again, whatever happened before. */
static void
test_reset (void)
{
  g_autoptr (TwinModel) model = network_model (3, 1, NULL);
  g_autoptr (TwinNetworkBatch) batch = new_batch (model, 5);
  double first[5], again[5];
  uint64_t seeds[] = { 5, 4, 3, 2, UINT64_MAX };

  twin_network_batch_reset (batch, seeds, NULL);
  for (guint i = 0; i < 100; i++)
    twin_network_batch_step (batch, NULL, NULL, first, NULL);
  twin_network_batch_reset (batch, seeds, NULL);
  for (guint i = 0; i < 100; i++)
    twin_network_batch_step (batch, NULL, NULL, again, NULL);
  g_assert_cmpmem (first, sizeof first, again, sizeof again);
  g_assert_cmpfloat (first[0], !=, first[1]);
}

/* Without seeds each environment goes on to its next replication, in mid-episode as at its end. */
static void
test_reset_without_seeds (void)
{
  g_autoptr (TwinModel) model = network_model (3, 1, NULL);
  g_autoptr (TwinNetworkBatch) batch = new_batch (model, 3);
  g_autoptr (TwinNetworkEnv) env = twin_network_env_new (model, NULL);
  const uint64_t seeds[] = { 5, 4, UINT64_MAX };
  const guint days[] = { 7, 0, 90, 30 }; /* lived in each replication */
  float observations[3 * 21];
  double rewards[3], reward, state[21];

  twin_network_batch_reset (batch, seeds, observations);
  for (guint replication = 0; replication < G_N_ELEMENTS (days); replication++)
    {
      twin_network_env_reset (env, seeds[2], replication);
      twin_network_env_get_state (env, state);
      for (guint k = 0; k < 21; k++)
        g_assert_cmpfloat (observations[2 * 21 + k], ==, (float) state[k]);
      for (guint day = 0; day < days[replication]; day++)
        {
          twin_network_batch_step (batch, NULL, observations, rewards, NULL);
          g_assert_true (twin_network_env_step (env, NULL, NULL, &reward, NULL));
          g_assert_cmpfloat (rewards[2], ==, reward);
        }
      twin_network_batch_reset (batch, NULL, observations);
    }
}

/* What is negative or not a number is an order of 0, and is counted;
 * infinity is as much as fits. */
static void
test_invalid_actions (void)
{
  g_autoptr (TwinModel) model = network_model (3, 1, NULL);
  g_autoptr (TwinNetworkBatch) bad = new_batch (model, 3), good = new_batch (model, 3);
  float actions[12] = { -1, NAN, -INFINITY, -0.0f, INFINITY, 1, 2, 3, 4, 5, 6, -FLT_MIN };
  float proper[12] = { 0, 0, 0, 0, 1e9f, 1, 2, 3, 4, 5, 6, 0 };
  float a[3 * 21], b[3 * 21];

  for (guint day = 0; day < 10; day++)
    {
      twin_network_batch_step (bad, actions, a, NULL, NULL);
      twin_network_batch_step (good, proper, b, NULL, NULL);
      g_assert_cmpmem (a, sizeof a, b, sizeof b);
      g_assert_cmpuint (twin_network_batch_get_n_invalid (bad), ==, 4 * (day + 1));
    }
  g_assert_cmpuint (twin_network_batch_get_n_invalid (good), ==, 0);
}

/* Shares of the capacity are the units that they stand for, to the bit; beyond the bounds is the
 * bound, even where there is room for more since the warehouse owes much, and NaN nothing. */
static void
test_normalized (void)
{
  static const char *const settings[] = {
    "warehouse.initial_inventory=0", "warehouse.reorder_point=10", "warehouse.order_up_to=20",
    "warehouse.capacity=50", NULL
  };
  g_autoptr (TwinModel) model = network_model (3, 1, settings);
  g_autoptr (TwinNetworkBatch) batch = new_batch (model, 11);
  g_autoptr (TwinNetworkEnv) env = twin_network_env_new (model, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const float special[] = { -1, 1, -7, 7, INFINITY, -INFINITY, NAN, -0.99f };
  double actions[4];
  guint n_nan = 0;
  Arrays a;

  arrays_init (&a, batch);
  twin_network_batch_set_normalized (batch, TRUE);
  twin_network_batch_reset (batch, a.seeds, NULL);
  twin_network_env_reset (env, a.seeds[10], 0);
  for (guint day = 0; day < 40; day++)
    {
      for (gsize k = 0; k < a.n_env * a.n_act; k++)
        {
          a.actions[k] = g_rand_boolean (rand) ? special[g_rand_int_range (rand, 0, 8)]
                                               : (float) g_rand_double_range (rand, -1, -0.8);
          n_nan += isnan (a.actions[k]);
        }
      for (guint k = 0; k < 4; k++)
        {
          const float share = a.actions[10 * 4 + k];
          const float half = (float) (twin_network_batch_get_action_layout (batch)[k].upper / 2);
          actions[k] = isnan (share) ? 0 : (float) (CLAMP (share, -1, 1) * half) + half;
        }
      twin_network_batch_step (batch, a.actions, a.observations, NULL, NULL);
      g_assert_true (twin_network_env_step (env, actions, NULL, NULL, NULL));
      assert_observed (&a, 10, env);
    }
  g_assert_cmpuint (twin_network_batch_get_n_invalid (batch), ==, n_nan);
  arrays_clear (&a);
}

static void
test_find_infinite (void)
{
  const float bad[] = { NAN, INFINITY, -INFINITY };
  g_autoptr (TwinModel) model = network_model (4, 1, NULL);

  for (gsize n = 1; n < 12; n++)
    {
      g_autoptr (TwinNetworkBatch) batch = new_batch (model, n);
      g_autofree float *actions = g_new (float, 5 * n);

      for (gsize i = 0; i < 5 * n; i++)
        actions[i] = i % 3 == 0 ? -G_MAXFLOAT : i % 3 == 1 ? G_MAXFLOAT : -0.0f;
      g_assert_cmpuint (twin_network_batch_find_infinite (batch, actions), ==, 5 * n);
      for (gsize i = 5 * n; i > 0; i--)
        {
          actions[i - 1] = bad[i % 3];
          g_assert_cmpuint (twin_network_batch_find_infinite (batch, actions), ==, i - 1);
        }
    }
}

/* Costs day by day and metrics of environment @i are those of a single one, whatever the episode
 * before was. */
static void
compare_costs_and_metrics (TwinModel *model, gsize i)
{
  g_autoptr (TwinNetworkBatch) batch = new_batch (model, 10);
  g_autoptr (TwinNetworkEnv) env = twin_network_env_new (model, NULL);
  const guint n_metrics = twin_model_get_n_metrics (model);
  g_autofree double *all = g_new (double, 10 * n_metrics), *one = g_new (double, n_metrics);
  const guint n_days = twin_network_env_get_n_days (env);
  double costs[TWIN_N_COSTS][10];
  TwinNetworkDay last;
  Arrays a;

  arrays_init (&a, batch);
  twin_network_batch_keep_metrics (batch);
  twin_network_batch_reset (batch, a.seeds, NULL);
  for (guint replication = 0; replication < 2; replication++)
    {
      twin_network_env_reset (env, a.seeds[i], replication);
      for (guint day = 0; day < n_days; day++)
        {
          twin_network_batch_step_with_costs (batch, NULL, NULL, a.rewards, &costs[0][0], NULL);
          g_assert_true (twin_network_env_step (env, NULL, NULL, NULL, NULL));
          twin_network_env_get_last_day (env, &last);
          g_assert_cmpfloat (costs[TWIN_COST_HOLDING][i], ==, last.holding_cost);
          g_assert_cmpfloat (costs[TWIN_COST_STOCKOUT][i], ==, last.stockout_cost);
          g_assert_cmpfloat (costs[TWIN_COST_ORDERING][i], ==, last.ordering_cost);
          g_assert_cmpfloat (a.rewards[i], ==, -last.total_cost);
        }
      twin_network_batch_get_metrics (batch, all);
      twin_network_env_get_metrics (env, one);
      for (guint k = 0; k < n_metrics; k++)
        g_assert_cmpmem (&all[k * 10 + i], sizeof *all, &one[k], sizeof *one);
      twin_network_batch_step_with_costs (batch, NULL, NULL, NULL, &costs[0][0], NULL);
      for (guint part = 0; part < TWIN_N_COSTS; part++)
        g_assert_cmpfloat (costs[part][i], ==, 0);
    }
  arrays_clear (&a);
}

/* In a group of eight and in one that is not full. */
static void
test_costs_and_metrics (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (TwinModel) model = network_random_model (rand);
      compare_costs_and_metrics (model, 3);
      compare_costs_and_metrics (model, 9);
    }
}

static void
test_refused (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("warehouse", NULL));
  g_autoptr (TwinModel) warehouse = twin_model_new (p, NULL);
  g_autoptr (TwinModel) model = network_model (3, 1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (twin_network_batch_new (warehouse, 4, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (twin_network_batch_new (model, 0, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (twin_network_batch_new (model, G_MAXSIZE, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
  twin_network_batch_free (NULL);
}

/* What the system has no memory for is refused, and does not end the program. */
static void
test_no_memory (void)
{
  g_autoptr (TwinModel) model = network_model (3, 1, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  network_limit_memory (100 * 1000 * 1000);
  g_assert_null (twin_network_batch_new (model, 1000 * 1000, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "1000000 environments"));
}

/* Lanes to rows and back, of every width and in every kernel. */
static void
test_rows (void)
{
  for (const TwinNetworkKernel *const *kernel = twin_network_kernel_list (); *kernel; kernel++)
    for (guint width = 1; width < 30; width++)
      {
        const guint lanes = (*kernel)->lanes;
        double *numbers = g_aligned_alloc0 (width * lanes, sizeof (double), 64);
        double *read = g_aligned_alloc0 (width * lanes, sizeof (double), 64);
        g_autofree const double **sources = g_new (const double *, width);
        g_autofree float *rows = g_new0 (float, width * lanes + 8);

        for (guint i = 0; i < width; i++)
          {
            sources[i] = numbers + i * lanes;
            for (guint lane = 0; lane < lanes; lane++)
              numbers[i * lanes + lane] = 100 * lane + i;
          }
        (*kernel)->write_rows (sources, width, rows);
        for (guint lane = 0; lane < lanes; lane++)
          for (guint i = 0; i < width; i++)
            g_assert_cmpfloat (rows[lane * width + i], ==, 100 * lane + i);
        g_assert_cmpuint ((*kernel)->read_rows (rows, width, NULL, read), ==, 0);
        g_assert_cmpmem (read, width * lanes * 8, numbers, width * lanes * 8);
        g_aligned_free (numbers);
        g_aligned_free (read);
      }
}

/* What rows may hold: numbers, and what is none, in every place and kernel; as units, and as shares
 * of the way from nothing to the upper bound. */
static void
test_bad_rows (void)
{
  static const float given[] = { 0, 3.5f, -0.0f, -1, NAN, INFINITY, -INFINITY, -FLT_MIN, 2, 0.25f };
  static const float units[] = { 0, 3.5f, 0, 0, 0, INFINITY, 0, 0, 2, 0.25f };
  static const gboolean is_bad[] = { 0, 0, 0, 1, 1, 0, 1, 1, 0, 0 };
  /* of shares of an upper bound of 20 */
  static const float shares[] = { 10, 20, 10, 0, 0, 20, 0, 10, 20, 12.5f };
  const guint n = G_N_ELEMENTS (given);

  for (const TwinNetworkKernel *const *kernel = twin_network_kernel_list (); *kernel; kernel++)
    for (guint width = 1; width < 14; width++)
      {
        const guint lanes = (*kernel)->lanes;
        double *read = g_aligned_alloc0 (width * lanes, sizeof (double), 64);
        g_autofree float *rows = g_new0 (float, width * lanes + 8);
        g_autofree float *halves = g_new (float, width);
        guint n_bad = 0, n_nan = 0;

        for (guint i = 0; i < width; i++)
          halves[i] = 10;
        for (guint i = 0; i < width * lanes; i++)
          {
            rows[i] = given[(i + width) % n];
            n_bad += is_bad[(i + width) % n];
            n_nan += isnan (rows[i]) != 0;
          }
        g_assert_cmpuint ((*kernel)->read_rows (rows, width, NULL, read), ==, n_bad);
        for (guint i = 0; i < width * lanes; i++)
          g_assert_cmpfloat (read[i % width * lanes + i / width], ==, units[(i + width) % n]);
        g_assert_cmpuint ((*kernel)->read_rows (rows, width, halves, read), ==, n_nan);
        for (guint i = 0; i < width * lanes; i++)
          g_assert_cmpfloat (read[i % width * lanes + i / width], ==, shares[(i + width) % n]);
        g_aligned_free (read);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-batch/is-the-env", test_is_the_env);
  g_test_add_func ("/network-batch/reset", test_reset);
  g_test_add_func ("/network-batch/reset-without-seeds", test_reset_without_seeds);
  g_test_add_func ("/network-batch/invalid-actions", test_invalid_actions);
  g_test_add_func ("/network-batch/normalized", test_normalized);
  g_test_add_func ("/network-batch/find-infinite", test_find_infinite);
  g_test_add_func ("/network-batch/costs-and-metrics", test_costs_and_metrics);
  g_test_add_func ("/network-batch/refused", test_refused);
  g_test_add_func ("/network-batch/no-memory", test_no_memory);
  g_test_add_func ("/network-batch/rows", test_rows);
  g_test_add_func ("/network-batch/bad-rows", test_bad_rows);
  return g_test_run ();
}
