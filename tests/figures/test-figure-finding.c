/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a search's answer: no more than holds. */

#include <string.h>

#include "figure-samples.h"
#include "twin-figure-private.h"

#define NNBSP "\342\200\257"

/* The search with the luck of @seed. */
static TwinOptimum *
search_grid (uint64_t seed,
             gsize n,
             double target)
{
  const TwinModelType *type = twin_model_type_list ()[0];
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);
  g_autoptr (TwinSearch) search = twin_search_new (type);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;
  TwinOptimum *optimum;

  g_assert_true (twin_parameters_set_number (parameters, "horizon_days", 120, NULL));
  search->target = target;
  search->ranges[0] = (TwinRange) { 70, 100, 10 };
  search->ranges[1] = (TwinRange) { 130, 200, 10 };
  optimum = twin_optimum_new (parameters, search, seed, n, pool, NULL, &error);
  g_assert_no_error (error);
  return optimum;
}

static TwinOptimum *
tune (gsize budget,
      double target,
      double demand)
{
  const TwinModelType *type = twin_model_type_find ("network", NULL);
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);
  g_autoptr (TwinSearch) search = twin_search_new (type);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;
  TwinOptimum *optimum;

  g_assert_true (twin_parameters_set_number (parameters, "skus.0.base_demand", demand, NULL));
  search->budget = budget;
  search->target = target;
  optimum = twin_optimum_new (parameters, search, 1, 2, pool, NULL, &error);
  g_assert_no_error (error);
  return optimum;
}

static void
assert_heading (const TwinOptimum *optimum,
                TwinFinding finding,
                const char *expected)
{
  g_autofree char *heading = twin_figure_format_finding (optimum);

  g_assert_cmpint (twin_figure_get_finding (optimum), ==, finding);
  g_assert_cmpstr (heading, ==, expected);
}

static gboolean
has_note (const TwinOptimum *optimum,
          const char *words)
{
  g_auto (GStrv) notes = twin_figure_list_finding_notes (optimum);

  for (char **note = notes; *note != NULL; note++)
    if (strstr (*note, words) != NULL)
      return TRUE;
  return FALSE;
}

static TwinMark
get_mark (TwinOptimum *optimum)
{
  g_autoptr (TwinChart) chart = twin_figure_policies (optimum, -1);

  for (guint i = 0; i < chart_count_layers (chart); i++)
    if (g_strcmp0 (chart_get_look (chart, i).title, twin_figure_get_finding_title (optimum)) == 0)
      return chart_get_look (chart, i).mark;
  g_assert_not_reached ();
}

static void
test_keeps (void)
{
  g_autoptr (TwinOptimum) optimum = search_grid (42, 40, 0.95);

  assert_heading (optimum, TWIN_FINDING_KEEPS,
                  "Cheapest policy that keeps fill rate ≥ 95.0" NNBSP "%");
  g_assert_cmpint (get_mark (optimum), ==, TWIN_MARK_STAR);
  g_assert_false (has_note (optimum, "falls short"));
  g_assert_false (has_note (optimum, "spent"));
}

/* Its mean of 97.98 % is 98.0 % with one decimal. */
static void
test_misses (void)
{
  g_autoptr (TwinOptimum) optimum = search_grid (3, 3, 0.98);
  g_autoptr (TwinChart) chart = twin_figure_policies (optimum, -1);
  g_autofree char *fresh = twin_figure_format_fresh (optimum);

  assert_heading (optimum, TWIN_FINDING_MISSES,
                  "Misses fill rate ≥ 98.0" NNBSP "% on fresh random numbers");
  g_assert_true (has_note (optimum, "falls short (fill rate 97.98" NNBSP "%, "
                                    "target 98.0" NNBSP "%)"));
  g_assert_nonnull (strstr (fresh, "fill rate 97.98" NNBSP "% ("));
  g_assert_nonnull (strstr (twin_chart_get_caption (chart),
                            "The cheapest misses the target on fresh random numbers: total cost "));
  g_assert_cmpstr (twin_figure_get_finding_title (optimum), ==, "Cheapest in the search alone");
  g_assert_cmpint (get_mark (optimum), !=, TWIN_MARK_STAR);
}

/* A direct search looks at some policies only. */
static void
test_tried (void)
{
  g_autoptr (TwinOptimum) optimum = tune (5, 0.5, 50);
  g_autoptr (TwinOptimum) one = tune (1, 0.5, 50);
  g_autoptr (TwinChart) chart = twin_figure_policies (optimum, -1);

  assert_heading (optimum, TWIN_FINDING_KEEPS,
                  "Of 5 policies tried, the cheapest that keeps service level ≥ 50.0" NNBSP "%");
  assert_heading (one, TWIN_FINDING_KEEPS,
                  "Of 1 policy tried, the cheapest that keeps service level ≥ 50.0" NNBSP "%");
  g_assert_true (has_note (optimum, "its 5 policies were spent; with more of them it may find"));
  g_assert_cmpstr (twin_figure_get_finding_title (optimum), ==,
                   "Cheapest tried that meets the target");
  g_assert_cmpstr (twin_chart_get_title (chart), ==, "Cost and service of the policies tried");
}

static void
test_none (void)
{
  g_autoptr (TwinOptimum) grid = sample_optimum ("demand_rate=60 horizon_days=60", 0.98, 10);
  g_autoptr (TwinOptimum) tried = tune (5, 0.999, 5000);

  assert_heading (grid, TWIN_FINDING_NONE, "No policy of the grid keeps fill rate ≥ 98.0" NNBSP "%");
  g_assert_true (has_note (grid, "Widen the ranges upwards, or lower the target."));
  assert_heading (tried, TWIN_FINDING_NONE,
                  "None of 5 policies tried keeps service level ≥ 99.9" NNBSP "%");
  g_assert_true (has_note (tried, "Allow more policies, widen"));
  g_assert_true (has_note (tried, "its 5 policies were spent."));
}

/* Policies of one grid rest on different numbers of replications, and each says on how many. */
static void
test_replications (void)
{
  g_autoptr (TwinOptimum) optimum = search_grid (42, 400, 0.95);
  gsize fewest = G_MAXSIZE, most = 0;

  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);
      g_autofree char *label = twin_figure_label_policy (optimum, policy);
      g_autofree char *searched = twin_figure_format_searched (optimum, policy);
      g_autofree char *end = g_strdup_printf (", %" G_GSIZE_FORMAT " replications", policy->cost.n);
      g_autofree char *from =
          g_strdup_printf (", from %" G_GSIZE_FORMAT " replications", policy->cost.n);

      g_assert_true (g_str_has_suffix (label, end));
      g_assert_true (g_str_has_suffix (searched, from));
      fewest = MIN (fewest, policy->cost.n);
      most = MAX (most, policy->cost.n);
    }
  g_assert_cmpuint (fewest, <, most);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-finding/keeps", test_keeps);
  g_test_add_func ("/figure-finding/misses", test_misses);
  g_test_add_func ("/figure-finding/tried", test_tried);
  g_test_add_func ("/figure-finding/none", test_none);
  g_test_add_func ("/figure-finding/replications", test_replications);
  return g_test_run ();
}
