/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "twin-toy.h"
#include "twin-tuner.h"

#define MOST_AXES 40

/* A made-up model of n axes, and all that was asked of it. */
typedef struct
{
  const TwinTunerAxis *axes;
  guint n_axes;
  TwinOutcome (*judge) (const double *policy, guint n_axes);
  GArray *asked; /* double, [n][n_axes] */
  gsize fail_at; /* the policy at which measuring fails; 0: never */
} Model;

static void
model_init (Model *self,
            const TwinTunerAxis *axes,
            guint n_axes,
            TwinOutcome (*judge) (const double *policy, guint n_axes))
{
  *self = (Model) { axes, n_axes, judge, g_array_new (FALSE, FALSE, sizeof (double)), 0 };
}

static void
model_clear (Model *self)
{
  g_array_unref (self->asked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Model, model_clear)

static gsize
count_asked (const Model *self)
{
  return self->asked->len / self->n_axes;
}

static const double *
get_asked (const Model *self,
           gsize i)
{
  return &g_array_index (self->asked, double, i * self->n_axes);
}

static gboolean
measure (const double *policies,
         gsize n,
         TwinOutcome *outcomes,
         gpointer data,
         GError **error)
{
  Model *self = data;

  for (gsize i = 0; i < n; i++)
    {
      g_array_append_vals (self->asked, policies + i * self->n_axes, self->n_axes);
      outcomes[i] = self->judge (policies + i * self->n_axes, self->n_axes);
      if (count_asked (self) == self->fail_at)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "enough");
          return FALSE;
        }
    }

  return TRUE;
}

/* The cheapest that keeps the target; infinite where none does. */
static double
get_least_cost (const Model *self,
                double target)
{
  double least = INFINITY;

  for (gsize i = 0; i < count_asked (self); i++)
    {
      TwinOutcome outcome = self->judge (get_asked (self, i), self->n_axes);

      if (outcome.service >= target)
        least = MIN (least, outcome.cost);
    }

  return least;
}

/* Service saturates, cost has its least inside, and the axes hang together: like stock. */
static TwinOutcome
judge_stock (const double *policy,
             guint n_axes)
{
  double lost = 1, cost = 0, sum = 0;

  for (guint i = 0; i < n_axes; i++)
    {
      lost *= 1 - 0.5 * (1 - exp (-policy[i] / (20 + 10 * i)));
      cost += (1 + 0.3 * i) * policy[i] + 900 / (policy[i] + 5);
      sum += policy[i];
    }

  return (TwinOutcome) { cost + 400 * lost + sum * sum / 1e4, 1 - lost };
}

static const TwinTunerAxis three[] = {
  { .range = { 0, 100, 5 }, .below = -1, .group = 0 },
  { .range = { 0, 100, 5 }, .below = -1, .group = 0 },
  { .range = { 0, 100, 5 }, .below = -1, .group = 1 },
};

static double
search_all (double target)
{
  double least = INFINITY, policy[3];

  for (policy[0] = 0; policy[0] <= 100; policy[0] += 5)
    for (policy[1] = 0; policy[1] <= 100; policy[1] += 5)
      for (policy[2] = 0; policy[2] <= 100; policy[2] += 5)
        {
          TwinOutcome outcome = judge_stock (policy, 3);

          if (outcome.service >= target)
            least = MIN (least, outcome.cost);
        }

  return least;
}

/* 9,261 policies in all: whether the target binds or not, a hundred and fifty find one within half
 * a percent of the best, from either end. */
static void
test_brute_force (void)
{
  const double starts[][3] = { { 0, 0, 0 }, { 100, 100, 100 }, { 5, 90, 40 } };
  const double targets[] = { 0.1, 0.5, 0.7, 0.8, 0.85 };

  for (guint s = 0; s < G_N_ELEMENTS (starts); s++)
    for (guint t = 0; t < G_N_ELEMENTS (targets); t++)
      {
        g_auto (Model) model = { 0 };

        model_init (&model, three, 3, judge_stock);
        g_assert_true (twin_tuner_run (three, 3, starts[s], targets[t], 150, measure, &model,
                                       NULL, NULL));
        g_assert_cmpfloat (get_least_cost (&model, targets[t]), <=,
                           1.005 * search_all (targets[t]));
      }
}

/* Nowhere near the target: then it goes for as much service as there is. */
static void
test_out_of_reach (void)
{
  const double start[] = { 20, 20, 20 }, all[] = { 100, 100, 100 };
  g_auto (Model) model = { 0 };
  double most = 0;

  model_init (&model, three, 3, judge_stock);
  g_assert_true (twin_tuner_run (three, 3, start, 0.9999, 400, measure, &model, NULL, NULL));
  for (gsize i = 0; i < count_asked (&model); i++)
    most = MAX (most, judge_stock (get_asked (&model, i), 3).service);
  g_assert_cmpfloat (most, ==, judge_stock (all, 3).service);
}

static void
assert_on_grid (const TwinTunerAxis *axis,
                double value)
{
  double k = (value - axis->range.lower) / axis->range.step;

  g_assert_cmpfloat (value, >=, axis->range.lower);
  g_assert_cmpfloat (value, <=, axis->range.upper);
  g_assert_cmpfloat (fabs (k - round (k)), <, 1e-6);
}

static void
assert_policies_are_sound (const Model *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                       (GDestroyNotify) g_bytes_unref, NULL);

  for (gsize i = 0; i < count_asked (self); i++)
    {
      const double *policy = get_asked (self, i);

      for (guint a = 0; a < self->n_axes; a++)
        {
          const TwinTunerAxis *axis = &self->axes[a];

          assert_on_grid (axis, policy[a]);
          if (axis->below >= 0 && axis->strict)
            g_assert_cmpfloat (policy[a], >, policy[axis->below]);
          else if (axis->below >= 0)
            g_assert_cmpfloat (policy[a], >=, policy[axis->below]);
        }
      g_assert_true (g_hash_table_add (seen, g_bytes_new (policy, self->n_axes * sizeof *policy)));
    }
}

/* Pairs of s and S with ranges that overlap, that are single values, and with steps that do not
 * fit each other; some pair always exists. */
static guint
draw_axes (GRand *random,
           TwinTunerAxis *axes)
{
  guint n_pairs = g_rand_int_range (random, 1, MOST_AXES / 2 + 1);

  for (guint i = 0; i < n_pairs; i++)
    {
      double lower = g_rand_int_range (random, 0, 100);
      double upper = lower + g_rand_int_range (random, 0, 200);
      double least = lower + g_rand_int_range (random, -50, 50);

      axes[2 * i] = (TwinTunerAxis) {
        .range = { lower, upper, g_rand_int_range (random, 1, 30) },
        .below = -1,
        .group = 0,
      };
      axes[2 * i + 1] = (TwinTunerAxis) {
        .range = { least, 0, g_rand_int_range (random, 1, 30) },
        .below = 2 * i,
        .strict = g_rand_boolean (random),
        .group = 1,
      };
      axes[2 * i + 1].range.upper =
        MAX (least, lower) + axes[2 * i + 1].range.step + g_rand_int_range (random, 0, 200);
    }

  return 2 * n_pairs;
}

/* Whatever the ranges, start and budget: policies that are allowed, none twice, none too many. */
static void
test_random_axes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (77);

  for (guint i = 0; i < 300; i++)
    {
      TwinTunerAxis axes[MOST_AXES];
      double start[MOST_AXES];
      guint n_axes = draw_axes (random, axes);
      gsize budget = g_rand_int_range (random, 1, 200);
      g_auto (Model) model = { 0 };

      for (guint a = 0; a < n_axes; a++)
        start[a] = g_rand_double_range (random, -100, 500);
      model_init (&model, axes, n_axes, judge_stock);
      g_assert_true (twin_tuner_run (axes, n_axes, start, 0.5, budget, measure, &model, NULL,
                                     NULL));
      g_assert_cmpuint (count_asked (&model), >=, 1);
      g_assert_cmpuint (count_asked (&model), <=, budget);
      assert_policies_are_sound (&model);
    }
}

/* The first policy is the start, as near as the ranges allow. */
static void
test_start (void)
{
  const double inside[] = { 42, 99, 7 }, outside[] = { -5, 1e9, 50 };
  const double expected[][3] = { { 40, 100, 5 }, { 0, 100, 50 } };

  for (guint i = 0; i < 2; i++)
    {
      g_auto (Model) model = { 0 };

      model_init (&model, three, 3, judge_stock);
      g_assert_true (twin_tuner_run (three, 3, i == 0 ? inside : outside, 0.5, 1, measure, &model,
                                     NULL, NULL));
      g_assert_cmpuint (count_asked (&model), ==, 1);
      g_assert_cmpmem (get_asked (&model, 0), sizeof expected[i], expected[i], sizeof expected[i]);
    }
}

/* It says whether it would have gone on: the same search with all that it asked for ends by itself,
 * and with one policy less does not. */
static void
test_budget (void)
{
  const double start[] = { 50, 50, 50 };
  g_auto (Model) model = { 0 };
  gboolean is_spent = TRUE;

  model_init (&model, three, 3, judge_stock);
  g_assert_true (twin_tuner_run (three, 3, start, 0.7, 100000, measure, &model, &is_spent, NULL));
  g_assert_false (is_spent);
  const gsize n = count_asked (&model);

  for (guint less = 0; less < 2; less++)
    {
      g_auto (Model) again = { 0 };

      model_init (&again, three, 3, judge_stock);
      g_assert_true (twin_tuner_run (three, 3, start, 0.7, n - less, measure, &again, &is_spent,
                                     NULL));
      g_assert_cmpint (is_spent, ==, less == 1);
    }
}

static void
test_same_again (void)
{
  const double start[] = { 50, 50, 50 };
  g_auto (Model) first = { 0 }, second = { 0 };

  model_init (&first, three, 3, judge_stock);
  model_init (&second, three, 3, judge_stock);
  twin_tuner_run (three, 3, start, 0.7, 200, measure, &first, NULL, NULL);
  twin_tuner_run (three, 3, start, 0.7, 200, measure, &second, NULL, NULL);
  g_assert_cmpmem (first.asked->data, first.asked->len * sizeof (double), second.asked->data,
                   second.asked->len * sizeof (double));
}

static void
test_failure (void)
{
  const double start[] = { 50, 50, 50 };

  for (gsize fail_at = 1; fail_at < 60; fail_at++)
    {
      g_auto (Model) model = { 0 };
      g_autoptr (GError) error = NULL;

      model_init (&model, three, 3, judge_stock);
      model.fail_at = fail_at;
      g_assert_false (twin_tuner_run (three, 3, start, 0.7, 200, measure, &model, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_asked (&model), ==, fail_at);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tuner/brute-force", test_brute_force);
  g_test_add_func ("/tuner/out-of-reach", test_out_of_reach);
  g_test_add_func ("/tuner/random-axes", test_random_axes);
  g_test_add_func ("/tuner/start", test_start);
  g_test_add_func ("/tuner/budget", test_budget);
  g_test_add_func ("/tuner/same-again", test_same_again);
  g_test_add_func ("/tuner/failure", test_failure);

  return g_test_run ();
}
