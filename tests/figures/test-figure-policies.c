/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "figure-samples.h"
#include "twin-chart-private.h"
#include "twin-figure-private.h"

static void
test_marks (void)
{
  g_autoptr (TwinOptimum) optimum = sample_optimum ("horizon_days=120", 0.95, 40);
  g_autoptr (TwinChart) chart = twin_figure_policies (optimum, -1);
  g_autoptr (GArray) feasible = chart_series (chart, "Meets the target");
  g_autoptr (GArray) open = chart_series (chart, "Too close to tell");
  g_autoptr (GArray) infeasible = chart_series (chart, "Misses the target");
  g_autoptr (GArray) target = chart_series (chart, "Target 95.0\342\200\257%");
  g_autoptr (GArray) frontier = chart_series (chart, "Least cost for each service");

  assert_axes (chart, "Fill rate", "Total cost");
  g_assert_cmpuint (feasible->len, >, 0);
  g_assert_cmpuint (infeasible->len, >, 0);
  g_assert_cmpuint (open->len, >, 0);
  g_assert_cmpuint (feasible->len + open->len + infeasible->len, ==,
                    twin_optimum_get_n_policies (optimum));
  for (guint i = 0; i < feasible->len; i++)
    {
      const TwinChartDatum *datum = &g_array_index (feasible, TwinChartDatum, i);
      gssize number = twin_figure_get_policy (optimum, TWIN_POLICY_LAYER_FEASIBLE, i);
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, (gsize) number);
      g_autofree char *name =
          twin_figure_format_policy_short (optimum, policy);

      g_assert_cmpfloat (datum->x, ==, policy->service.mean);
      g_assert_cmpfloat (datum->y, ==, policy->cost.mean);
      g_assert_cmpfloat (datum->x, >=, 0.95);
      g_assert_true (g_str_has_prefix (datum->label, name));
      g_assert_cmpint (twin_figure_find_policy (optimum, datum->x, datum->y), ==, number);
    }
  g_assert_cmpint (twin_figure_get_policy (optimum, TWIN_POLICY_LAYER_FEASIBLE, feasible->len), ==,
                   -1);
  for (guint i = 0; i < open->len; i++)
    {
      gssize number = twin_figure_get_policy (optimum, TWIN_POLICY_LAYER_OPEN, i);

      g_assert_cmpint (twin_optimum_get_policy (optimum, (gsize) number)->feasibility, ==,
                       TWIN_FEASIBILITY_OPEN);
      g_assert_cmpfloat (g_array_index (open, TwinChartDatum, i).x, ==,
                         twin_optimum_get_policy (optimum, (gsize) number)->service.mean);
    }
  g_assert_cmpuint (target->len, ==, 1);
  g_assert_cmpfloat (g_array_index (target, TwinChartDatum, 0).x, ==, 0.95);
  /* More service costs more along the frontier. */
  g_assert_cmpuint (frontier->len, >=, 2);
  for (guint i = 1; i < frontier->len; i++)
    {
      g_assert_cmpfloat (g_array_index (frontier, TwinChartDatum, i).x, >,
                         g_array_index (frontier, TwinChartDatum, i - 1).x);
      g_assert_cmpfloat (g_array_index (frontier, TwinChartDatum, i).y, >,
                         g_array_index (frontier, TwinChartDatum, i - 1).y);
    }
  assert_draws (chart);
}

/* The layers that others count on: a filled circle and two hollow ones, in that order. */
static void
test_layers (void)
{
  g_autoptr (TwinOptimum) optimum = sample_optimum ("horizon_days=120", 0.95, 10);
  g_autoptr (TwinChart) chart = twin_figure_policies (optimum, -1);

  g_assert_true (chart_has_marks (chart, TWIN_POLICY_LAYER_FEASIBLE));
  g_assert_false (chart_get_look (chart, TWIN_POLICY_LAYER_FEASIBLE).hollow);
  g_assert_true (chart_has_marks (chart, TWIN_POLICY_LAYER_OPEN));
  g_assert_true (chart_get_look (chart, TWIN_POLICY_LAYER_OPEN).hollow);
  g_assert_true (chart_has_marks (chart, TWIN_POLICY_LAYER_INFEASIBLE));
  g_assert_true (chart_get_look (chart, TWIN_POLICY_LAYER_INFEASIBLE).hollow);
}

static void
test_optimum (void)
{
  g_autoptr (TwinOptimum) optimum = sample_optimum ("horizon_days=120", 0.95, 40);
  const TwinModelType *type = twin_optimum_get_model_type (optimum);
  const TwinPolicy *best = twin_optimum_get_policy (optimum, twin_optimum_get_best (optimum));
  g_autoptr (TwinChart) chart = twin_figure_policies (optimum, 0);
  g_autoptr (GArray) star = chart_series (chart, "Cheapest that meets the target");
  g_autoptr (GArray) selected = chart_series (chart, "Selected");
  g_autofree char *name = twin_figure_format_policy (optimum, best);
  g_autofree char *cost =
      twin_figure_format_interval (&type->metrics[1], best->cost);
  g_autofree char *service =
      twin_figure_format_interval (&type->metrics[0], best->service);
  const char *note;

  /* The star and its note. */
  g_assert_cmpuint (star->len, ==, 2);
  g_assert_cmpfloat (g_array_index (star, TwinChartDatum, 0).x, ==, best->service.mean);
  g_assert_cmpfloat (g_array_index (star, TwinChartDatum, 0).y, ==, best->cost.mean);
  note = g_array_index (star, TwinChartDatum, 1).label;
  g_assert_nonnull (strstr (note, name));
  g_assert_nonnull (strstr (note, cost));
  g_assert_nonnull (strstr (note, service));
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpfloat (g_array_index (selected, TwinChartDatum, 0).x, ==,
                     twin_optimum_get_policy (optimum, 0)->service.mean);
  assert_complete (chart, (const char *const[]) { "Cheapest policy that keeps fill rate ≥", name,
                                                  cost, service, "95\342\200\257% confidence",
                                                  "32 policies", "40 replications", NULL });
  assert_draws (chart);
}

/* A target is no measurement, and is not rounded like one. */
static void
test_target (void)
{
  static const struct
  {
    double target;
    const char *text;
  } cases[] = {
    { 0.95, "95.0\342\200\257%" },      { 0.9825, "98.25\342\200\257%" },
    { 0.999, "99.9\342\200\257%" },     { 0.8000001, "80.00001\342\200\257%" },
    { 0.1 * 9.5, "95.0\342\200\257%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwinOptimum) optimum = sample_optimum ("horizon_days=30", cases[i].target, 2);
      g_autofree char *text = twin_figure_format_target (optimum);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The winner's two costs are told apart in the picture itself, which is also a file. */
static void
test_measured_again (void)
{
  g_autoptr (TwinOptimum) optimum = sample_optimum ("horizon_days=120", 0.95, 40);
  const TwinModelType *type = twin_optimum_get_model_type (optimum);
  g_autoptr (TwinChart) chart = twin_figure_policies (optimum, -1);
  const TwinEstimate fresh = twin_run_get_estimate (twin_optimum_get_verified (optimum), 1);
  g_autofree char *cost = twin_figure_format_mean (&type->metrics[1], fresh);
  g_autofree char *sentence = g_strdup_printf (
      "The cheapest, measured again on fresh random numbers: total cost %s (", cost);

  g_assert_nonnull (strstr (twin_chart_get_caption (chart), sentence));
  g_assert_nonnull (strstr (twin_chart_get_caption (chart),
                            "from 40 replications."));
}

/* Of s = 70 … 100 the largest wins. */
static void
test_edge (void)
{
  g_autoptr (TwinOptimum) optimum = sample_optimum ("horizon_days=120", 0.99, 10);
  g_autofree char *at_edge = twin_figure_format_edge (optimum);
  g_autoptr (TwinOptimum) none = sample_optimum ("demand_rate=60 horizon_days=60", 0.98, 10);

  g_assert_cmpstr (at_edge, ==,
                   "The policy lies at the edge of the range (Reorder point s); a wider range may "
                   "hold a cheaper one.");
  g_assert_null (twin_figure_format_edge (none));
}

static void
test_none_feasible (void)
{
  g_autoptr (TwinOptimum) optimum = sample_optimum ("demand_rate=60 horizon_days=60", 0.98, 10);
  g_autoptr (TwinChart) chart = twin_figure_policies (optimum, -1);
  g_autoptr (GArray) closest = chart_series (chart, "Closest to the target");
  g_autoptr (GArray) infeasible = chart_series (chart, "Misses the target");
  gssize number = twin_optimum_get_closest (optimum);

  g_assert_cmpint (twin_optimum_get_best (optimum), ==, -1);
  g_assert_cmpuint (infeasible->len, ==, twin_optimum_get_n_policies (optimum));
  g_assert_cmpuint (closest->len, ==, 2);
  g_assert_cmpfloat (g_array_index (closest, TwinChartDatum, 0).x, ==,
                     twin_optimum_get_policy (optimum, (gsize) number)->service.mean);
  for (guint i = 0; i < twin_chart_get_n_entries (chart); i++)
    g_assert_cmpstr (twin_chart_get_entry (chart, i), !=, "Meets the target");
  assert_complete (chart, (const char *const[]) { "No policy of the grid keeps fill rate ≥", "The closest:",
                                                  NULL });
  assert_draws (chart);
}

/* What may be said with many replications, with few and with one, and where no policy will do. */
static void
test_statement (void)
{
  static const struct
  {
    const char *settings;
    double target;
    gsize n;
    const char *begin, *end;
  } cases[] = {
    { "horizon_days=120", 0.95, 400, "With 95\342\200\257% confidence it meets the target, and no ",
      "%)." },
    { "", 0.9, 100000, "With 95\342\200\257% confidence it meets the target, and no ", "%)." },
    { "horizon_days=120", 0.95, 2, "2 replications are too few to say", "could be." },
    { "horizon_days=120", 0.95, 1, "1 replication is too few to say", "could be." },
    { "demand_rate=60 horizon_days=60", 0.98, 40,
      "With 95\342\200\257% confidence no policy of the grid meets the target.", "target." },
    { "demand_rate=60 horizon_days=60", 0.98, 1, "32 policies are too close to the target",
      "would tell." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwinOptimum) optimum =
          sample_optimum (cases[i].settings, cases[i].target, cases[i].n);
      g_autofree char *text = twin_figure_format_statement (optimum);
      g_autoptr (TwinChart) chart = twin_figure_policies (optimum, -1);

      g_assert_true (g_str_has_prefix (text, cases[i].begin));
      g_assert_true (g_str_has_suffix (text, cases[i].end));
      assert_complete (chart, (const char *const[]) { text, NULL });
    }
}

#define SURE "With 95\342\200\257% confidence it meets the target"
#define OPEN "It is too close to the target to tell; more replications would tell. "
#define NONE_OF_GRID "no policy of the grid that meets it is "

/* Where nothing varies, nothing costs anything, or no number holds what it costs, the sentence says
 * that, and not “by more than 0.00 (0.0 %)”. */
static void
test_statement_of_nothing (void)
{
  static const struct
  {
    const char *settings;
    gsize n;
    const char *text;
  } cases[] = {
    { "demand_rate=0", 400, SURE ", and " NONE_OF_GRID "cheaper." },
    { "demand_rate=0", 10,
      OPEN "With 95\342\200\257% confidence " NONE_OF_GRID "cheaper." },
    { "demand_rate=0.001 holding_cost=0.7", 400, SURE ", and " NONE_OF_GRID "noticeably cheaper." },
    { "demand_rate=0.001 holding_cost=0.7", 10,
      OPEN "With 95\342\200\257% confidence " NONE_OF_GRID "noticeably cheaper." },
    { "holding_cost=0 order_cost=0 stockout_penalty=0", 400,
      SURE ", and " NONE_OF_GRID "cheaper." },
    { "holding_cost=0 order_cost=0 demand_rate=12 horizon_days=60", 200,
      SURE ", and it cost nothing in the search." },
    { "holding_cost=0 order_cost=0 demand_rate=13 horizon_days=60", 3,
      OPEN "It cost nothing in the search." },
    { "holding_cost=1e308", 40,
      "The costs are too large to say how much cheaper another policy could be." },
    { "holding_cost=1e300", 40,
      "The costs are too large to say how much cheaper another policy could be." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwinOptimum) optimum = sample_optimum (cases[i].settings, 0.95, cases[i].n);
      g_autofree char *text = twin_figure_format_statement (optimum);
      g_autoptr (TwinChart) chart = twin_figure_policies (optimum, -1);

      g_assert_cmpstr (text, ==, cases[i].text);
      assert_complete (chart, (const char *const[]) { text, NULL });
    }
}

/* A single policy is cheaper than no other. */
static void
test_statement_of_one (void)
{
  const TwinModelType *type = twin_model_type_list ()[0];
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);
  g_autoptr (TwinSearch) search = twin_search_new (type);
  g_autoptr (TwinPool) pool = twin_pool_new (1);

  search->target = 0.95;
  search->ranges[0] = (TwinRange) { 90, 90, 1 };
  search->ranges[1] = (TwinRange) { 170, 170, 1 };
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TwinOptimum) optimum =
          twin_optimum_new (parameters, search, 42, i == 0 ? 400 : 2, pool, NULL, NULL);
      g_autofree char *text = twin_figure_format_statement (optimum);

      g_assert_cmpstr (text, ==, i == 0 ? SURE ". The grid has no other policy."
                                        : OPEN "The grid has no other policy.");
    }
}

/* Of a grid that reaches far the chart begins with what is worth choosing from, and says what it
 * leaves out; of a small one it shows all. */
static void
test_focus (void)
{
  g_autoptr (TwinParameters) parameters = twin_parameters_new (twin_model_type_list ()[0]);
  g_autoptr (TwinSearch) search = twin_search_new (twin_model_type_list ()[0]);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (TwinOptimum) small = sample_optimum ("horizon_days=120", 0.95, 40);
  g_autoptr (TwinChart) plain = twin_figure_policies (small, -1);
  g_autoptr (TwinOptimum) optimum = NULL;
  g_autoptr (TwinChart) chart = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *count = NULL;
  const TwinPolicy *best;
  TwinExtent service, cost;
  TwinChartView view;
  gsize n_outside = 0;

  search->ranges[0] = (TwinRange) { 0, 990, 10 };
  search->ranges[1] = (TwinRange) { 10, 1000, 10 };
  optimum = twin_optimum_new (parameters, search, 42, 20, pool, NULL, NULL);
  best = twin_optimum_get_policy (optimum, (gsize) twin_optimum_get_best (optimum));
  chart = twin_figure_policies (optimum, -1);
  g_assert_false (twin_chart_has_focus (plain));
  g_assert_true (twin_chart_has_focus (chart));

  twin_chart_view_init (&view);
  service = twin_chart_x_range (chart, &view);
  cost = twin_chart_y_range (chart, 0, &view);
  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);
      const gboolean inside =
          policy->service.mean >= service.low && policy->cost.mean <= cost.high;

      n_outside += !inside;
      g_assert_true (inside || !policy->efficient || policy->cost.mean > 2 * best->cost.mean);
      g_assert_true (inside || (gssize) i != twin_optimum_get_best (optimum));
      g_assert_cmpfloat (policy->cost.mean, >=, cost.low);
      g_assert_cmpfloat (policy->service.mean, <=, service.high);
    }
  g_assert_cmpfloat (service.low, <, 0.98);
  caption = twin_chart_dup_caption (chart, &view);
  count = twin_figure_format_count (n_outside);
  g_assert_nonnull (strstr (caption, "Not shown: "));
  g_assert_nonnull (strstr (caption, count));
  assert_draws (chart);
}

/* Of 0 … 1, where @from … @to lies in the range that is shown at first. */
static double
get_share (const TwinExtent *shown, double from, double to)
{
  return (to - from) / (shown->high - shown->low);
}

/* What is worth choosing from has at least a third of the picture, also of the grid that people see
 * first; but a picture of hardly anything says too little. */
static void
test_focus_share (void)
{
  static const struct { TwinRange s, S; gboolean has_focus; } cases[] = {
    { { 50, 130, 5 }, { 100, 260, 10 }, TRUE },  /* from 57 % of fill rate */
    { { 80, 130, 5 }, { 160, 260, 10 }, FALSE }, /* it has all the picture anyway */
    { { 10, 60, 5 }, { 60, 140, 10 }, FALSE },   /* none meets the target, one is the closest */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwinParameters) parameters = twin_parameters_new (twin_model_type_list ()[0]);
      g_autoptr (TwinSearch) search = twin_search_new (twin_model_type_list ()[0]);
      g_autoptr (TwinPool) pool = twin_pool_new (1);
      g_autoptr (TwinOptimum) optimum = NULL;
      g_autoptr (TwinChart) chart = NULL;
      TwinChartView view;
      TwinExtent service;

      search->ranges[0] = cases[i].s;
      search->ranges[1] = cases[i].S;
      optimum = twin_optimum_new (parameters, search, 42, 100, pool, NULL, NULL);
      chart = twin_figure_policies (optimum, -1);
      twin_chart_view_init (&view);
      service = twin_chart_x_range (chart, &view);
      g_assert_cmpint (twin_chart_has_focus (chart), ==, cases[i].has_focus);
      if (twin_optimum_get_best (optimum) >= 0)
        g_assert_cmpfloat (get_share (&service, search->target - 0.04, 1), >, 1.0 / 3);
    }
}

/* Without demand every policy has the same service: a range of nothing. */
static void
test_zero_width (void)
{
  g_autoptr (TwinOptimum) optimum =
      sample_optimum ("demand_rate=0 holding_cost=0 horizon_days=10", 0.98, 3);
  g_autoptr (TwinChart) chart = twin_figure_policies (optimum, 1);

  g_assert_cmpint (twin_figure_find_policy (optimum, 0.5, 100), >=, 0);
  assert_draws (chart);
}

static void
test_one_replication (void)
{
  g_autoptr (TwinOptimum) optimum = sample_optimum ("horizon_days=120", 0.95, 1);
  g_autoptr (TwinChart) chart = twin_figure_policies (optimum, -1);

  assert_complete (chart, (const char *const[]) { "there is no interval", NULL });
  g_assert_null (strstr (twin_chart_get_caption (chart), "Student"));
  assert_draws (chart);
}

/* Twenty thousand policies, and one. */
static void
test_sizes (void)
{
  static const TwinRange ranges[][2] = {
    { { 0, 99, 1 }, { 200, 399, 1 } },
    { { 40, 40, 1 }, { 120, 120, 1 } },
  };
  static const gsize sizes[] = { 20000, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (TwinParameters) parameters = twin_parameters_new (twin_model_type_list ()[0]);
      g_autoptr (TwinSearch) search = twin_search_new (twin_model_type_list ()[0]);
      g_autoptr (TwinPool) pool = twin_pool_new (0);
      g_autoptr (TwinOptimum) optimum = NULL;
      g_autoptr (TwinChart) chart = NULL;

      g_assert_true (twin_parameters_set_number (parameters, "horizon_days", 10, NULL));
      memcpy (search->ranges, ranges[i], sizeof ranges[i]);
      optimum = twin_optimum_new (parameters, search, 1, 2, pool, NULL, NULL);
      g_assert_cmpuint (twin_optimum_get_n_policies (optimum), ==, sizes[i]);
      chart = twin_figure_policies (optimum, -1);
      assert_draws (chart);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-policies/marks", test_marks);
  g_test_add_func ("/figure-policies/layers", test_layers);
  g_test_add_func ("/figure-policies/optimum", test_optimum);
  g_test_add_func ("/figure-policies/target", test_target);
  g_test_add_func ("/figure-policies/measured-again", test_measured_again);
  g_test_add_func ("/figure-policies/edge", test_edge);
  g_test_add_func ("/figure-policies/none-feasible", test_none_feasible);
  g_test_add_func ("/figure-policies/statement", test_statement);
  g_test_add_func ("/figure-policies/statement-of-nothing", test_statement_of_nothing);
  g_test_add_func ("/figure-policies/statement-of-one", test_statement_of_one);
  g_test_add_func ("/figure-policies/focus", test_focus);
  g_test_add_func ("/figure-policies/focus-share", test_focus_share);
  g_test_add_func ("/figure-policies/zero-width", test_zero_width);
  g_test_add_func ("/figure-policies/one-replication", test_one_replication);
  g_test_add_func ("/figure-policies/sizes", test_sizes);
  return g_test_run ();
}
