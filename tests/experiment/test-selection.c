/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "twin-selection.h"
#include "twin-stream.h"

#define MOST 60
#define SEED 31

/* What is asked of a problem, and what was asked. */
typedef struct
{
  gsize n;
  double service[MOST], cost[MOST];       /* means */
  double service_sd, cost_sd, shared_sd;  /* of each alone; of the cost, in common */
  gsize measured[MOST];                   /* replications */
  gsize calls;
  gsize good;                             /* replications of candidate 0 before it gets worse */
  GCancellable *cancellable;              /* cancelled at the second call, or NULL */
} Problem;

static gboolean
measure (const gsize *candidates,
         gsize n_candidates,
         gsize first,
         gsize count,
         double *service,
         double *cost,
         gsize stride,
         gpointer data,
         const TwinMonitor *monitor,
         GError **error)
{
  Problem *problem = data;

  g_assert_cmpuint (n_candidates, <=, stride);
  if (++problem->calls == 2 && problem->cancellable != NULL)
    g_cancellable_cancel (problem->cancellable);
  for (gsize c = 0; c < n_candidates; c++)
    {
      const gsize number = candidates[c];

      /* Nobody is measured twice by a replication, nor left out of one. */
      g_assert_cmpuint (problem->measured[number], ==, first);
      g_assert_true (c == 0 || number > candidates[c - 1]);
      problem->measured[number] += count;
      for (gsize i = 0; i < count; i++)
        {
          TwinStream own, shared;

          twin_stream_init (&own, SEED, first + i, 1 + number);
          twin_stream_init (&shared, SEED, first + i, 0);
          service[i * stride + c] =
            problem->service[number] + problem->service_sd * twin_stream_normal (&own);
          if (number == 0 && problem->good > 0 && first + i >= problem->good)
            service[i * stride + c] -= 0.2;
          cost[i * stride + c] = problem->cost[number] +
                                 problem->cost_sd * twin_stream_normal (&own) +
                                 problem->shared_sd * twin_stream_normal (&shared);
        }
    }
  return !twin_monitor_is_cancelled (monitor, error);
}

static TwinStatement
run (Problem *problem,
     gsize n,
     TwinCandidate *candidates)
{
  const TwinSelection rules = { .target = 0.9, .confidence = 0.95, .precision = 0.001, .n = n };
  g_autoptr (GError) error = NULL;
  TwinStatement statement;

  problem->calls = 0;
  memset (problem->measured, 0, sizeof problem->measured);
  g_assert_true (twin_selection_run (&rules, candidates, problem->n, measure, problem, NULL,
                                     &statement, &error));
  g_assert_no_error (error);
  return statement;
}

/* A ladder: each candidate serves a little better than the one before, and costs more. */
static Problem
new_ladder (gsize n)
{
  Problem problem = { .n = n, .service_sd = 0.01, .cost_sd = 2, .shared_sd = 100 };

  for (gsize i = 0; i < n; i++)
    {
      problem.service[i] = 0.85 + 0.1 * (double) i / (double) n + 0.0008;
      problem.cost[i] = 1000 + 4 * (double) i;
    }
  return problem;
}

static void
test_ladder (void)
{
  Problem problem = new_ladder (MOST);
  TwinCandidate candidates[MOST];
  const TwinStatement statement = run (&problem, 4096, candidates);
  gsize n_rivals = 0, n_open = 0;

  g_assert_cmpint (statement.winner, ==, 30);
  g_assert_cmpfloat (statement.confidence, ==, 0.95);
  g_assert_cmpfloat (statement.slack, <=, 0.001 * candidates[30].cost.mean);
  g_assert_cmpint (candidates[30].feasibility, ==, TWIN_FEASIBILITY_KEEPS);
  g_assert_true (candidates[30].rival);
  for (gsize i = 0; i < MOST; i++)
    {
      g_assert_cmpuint (candidates[i].service.n, ==, problem.measured[i]);
      g_assert_cmpuint (candidates[i].cost.n, ==, problem.measured[i]);
      if (candidates[i].rival)
        g_assert_cmpuint (problem.measured[i], ==, statement.n);
      n_rivals += candidates[i].rival;
      n_open += candidates[i].rival && candidates[i].feasibility == TWIN_FEASIBILITY_OPEN;
      g_assert_cmpfloat_with_epsilon (candidates[i].service.mean, problem.service[i], 0.006);
      g_assert_cmpfloat_with_epsilon (candidates[i].cost.mean, problem.cost[i], 40);
    }
  g_assert_cmpuint (statement.n_rivals, ==, n_rivals);
  g_assert_cmpuint (statement.n_open, ==, n_open);

  /* Whoever is far off was measured least, in both directions. */
  g_assert_cmpuint (problem.measured[0], ==, 64);
  g_assert_cmpuint (problem.measured[MOST - 1], ==, 64);
  g_assert_cmpint (candidates[0].feasibility, ==, TWIN_FEASIBILITY_MISSES);
  g_assert_cmpint (candidates[MOST - 1].feasibility, ==, TWIN_FEASIBILITY_KEEPS);
  g_assert_cmpuint (problem.measured[29], >, 64);
}

/* Estimates after columns were packed are those of the right candidate. */
static void
test_packed (void)
{
  Problem problem = new_ladder (MOST);
  TwinCandidate candidates[MOST];
  double sum = 0;

  run (&problem, 1000, candidates);
  g_assert_cmpuint (problem.measured[30], >, 64);
  for (gsize i = 0; i < problem.measured[30]; i++)
    {
      TwinStream own;

      twin_stream_init (&own, SEED, i, 31);
      sum += problem.service[30] + problem.service_sd * twin_stream_normal (&own);
    }
  g_assert_cmpfloat_with_epsilon (candidates[30].service.mean,
                                  sum / (double) problem.measured[30], 1e-12);
}

/* On common random numbers differences are what counts: a spread that all share changes nothing. */
static void
test_common_random_numbers (void)
{
  Problem calm = new_ladder (MOST), stormy = new_ladder (MOST);
  TwinCandidate candidates[MOST];
  TwinStatement one, other;

  stormy.shared_sd = 10000;
  one = run (&calm, 512, candidates);
  other = run (&stormy, 512, candidates);
  g_assert_cmpint (one.winner, ==, other.winner);
  g_assert_cmpfloat_with_epsilon (one.slack, other.slack, 1e-6);
  g_assert_cmpuint (one.n_rivals, ==, other.n_rivals);
}

static void
test_none (void)
{
  Problem problem = new_ladder (20);
  TwinCandidate candidates[MOST];
  TwinStatement statement;

  for (gsize i = 0; i < 20; i++)
    problem.service[i] -= 0.2;
  statement = run (&problem, 1000, candidates);
  g_assert_cmpint (statement.winner, ==, -1);
  g_assert_cmpuint (statement.n_rivals, ==, 0);
  g_assert_cmpuint (statement.n_open, ==, 0);
  g_assert_true (isnan (statement.slack));
  g_assert_cmpuint (problem.calls, ==, 1);
}

/* With one replication nothing is known; with two hardly more. */
static void
test_few (void)
{
  for (gsize n = 1; n <= 2; n++)
    {
      Problem problem = new_ladder (20);
      TwinCandidate candidates[MOST];
      const TwinStatement statement = run (&problem, n, candidates);

      g_assert_cmpuint (statement.n, ==, n);
      g_assert_cmpint (statement.winner, >=, 0);
      g_assert_cmpint (candidates[statement.winner].feasibility, ==, TWIN_FEASIBILITY_OPEN);
      g_assert_cmpfloat (statement.slack, >, 500);
      g_assert_cmpuint (statement.n_rivals, ==, 20);
    }
}

/* Full service in every replication: with a target of 90 % and all else varying not at all, one may
 * be sure only when 0.9ⁿ is small enough. */
static void
test_nothing_varies (void)
{
  Problem problem = { .n = 2, .service = { 1, 1 }, .cost = { 10, 20 }, .cost_sd = 0.1 };
  TwinCandidate candidates[MOST];
  TwinStatement statement = run (&problem, 40, candidates);

  g_assert_cmpint (candidates[0].feasibility, ==, TWIN_FEASIBILITY_OPEN);
  g_assert_cmpint (statement.winner, ==, 0);
  statement = run (&problem, 64, candidates);
  g_assert_cmpint (candidates[0].feasibility, ==, TWIN_FEASIBILITY_KEEPS);
  g_assert_cmpint (statement.winner, ==, 0);
  g_assert_cmpfloat (statement.slack, ==, 0);
}

/* Two that cost the same: neither is dropped, the slack is what separates them at most, and
 * spending ends when that is little enough. */
static void
test_ties (void)
{
  Problem problem = { .n = 2, .service = { 0.95, 0.95 }, .cost = { 1000, 1000 },
                      .service_sd = 0.01, .cost_sd = 5 };
  TwinCandidate candidates[MOST];
  const TwinStatement statement = run (&problem, 1 << 20, candidates);

  g_assert_cmpuint (statement.n_rivals, ==, 2);
  g_assert_cmpfloat (statement.slack, >, 0);
  g_assert_cmpfloat (statement.slack, <=, 0.001 * 1001);
  g_assert_cmpuint (statement.n, <, 1 << 16);
}

/* As long as nobody surely keeps the target, nobody is dropped for being dear. */
static void
test_open (void)
{
  Problem problem = { .n = 2, .service = { 0.901, 0.902 }, .cost = { 1000, 2000 },
                      .service_sd = 0.01, .cost_sd = 5 };
  TwinCandidate candidates[MOST];
  const TwinStatement statement = run (&problem, 64, candidates);

  g_assert_cmpint (statement.winner, ==, 0);
  g_assert_cmpfloat (statement.slack, ==, 0);
  g_assert_cmpuint (statement.n_rivals, ==, 2);
  g_assert_cmpuint (statement.n_open, ==, 2);
  g_assert_true (candidates[0].rival && candidates[1].rival);
}

/* A verdict stands once it is given, because others may have been dropped for it: even where later
 * replications look quite different. */
static void
test_verdict_stands (void)
{
  Problem problem = { .n = 2, .service = { 0.95, 0.901 }, .cost = { 1000, 990 },
                      .service_sd = 0.01, .cost_sd = 5, .good = 64 };
  TwinCandidate candidates[MOST];
  const TwinStatement statement = run (&problem, 128, candidates);

  g_assert_cmpuint (statement.n, ==, 128);
  g_assert_cmpfloat (candidates[0].service.mean, <, 0.9);
  g_assert_cmpint (candidates[0].feasibility, ==, TWIN_FEASIBILITY_KEEPS);
  g_assert_cmpint (statement.winner, ==, 0);
}

static void
listen (gsize done,
        gsize total,
        gpointer data)
{
  gsize *last = data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (total, ==, MOST);
  *last = done;
}

static void
test_cancel (void)
{
  const TwinSelection rules = { .target = 0.9, .confidence = 0.95, .precision = 0, .n = 100000 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Problem problem = new_ladder (MOST);
  TwinCandidate candidates[MOST];
  gsize last = 0;
  const TwinMonitor monitor = { cancellable, listen, &last };
  g_autoptr (GError) error = NULL;
  TwinStatement statement;

  problem.cancellable = cancellable;
  g_assert_false (twin_selection_run (&rules, candidates, MOST, measure, &problem, &monitor,
                                      &statement, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (problem.calls, ==, 2);
}

/* Of costs that no number holds nothing is said, and not that none is cheaper. */
static void
test_infinite_costs (void)
{
  Problem problem = new_ladder (4);
  TwinCandidate candidates[MOST];

  for (gsize i = 0; i < problem.n; i++)
    {
      problem.service[i] = 0.95;
      problem.cost[i] = INFINITY;
    }
  const TwinStatement statement = run (&problem, 256, candidates);

  g_assert_cmpint (statement.winner, ==, 0);
  g_assert_true (isinf (statement.slack));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/selection/ladder", test_ladder);
  g_test_add_func ("/selection/packed", test_packed);
  g_test_add_func ("/selection/common-random-numbers", test_common_random_numbers);
  g_test_add_func ("/selection/none", test_none);
  g_test_add_func ("/selection/few", test_few);
  g_test_add_func ("/selection/nothing-varies", test_nothing_varies);
  g_test_add_func ("/selection/ties", test_ties);
  g_test_add_func ("/selection/open", test_open);
  g_test_add_func ("/selection/verdict-stands", test_verdict_stands);
  g_test_add_func ("/selection/cancel", test_cancel);
  g_test_add_func ("/selection/infinite-costs", test_infinite_costs);

  return g_test_run ();
}
