/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "twin-search.h"
#include "twin-toy.h"

enum
{
  CREW,
  PACE,
  SPARES
};

/* Of the toy: crew 1, 2, 3, 4; pace 0.1, 0.2, 0.3; spares 2, 4, 6; and crew has to be below
 * spares. */
static void
test_default_grid (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (GArray) policies = NULL;
  g_autoptr (GError) error = NULL;
  const double paces[] = { 0.1, 0.2, 0.3 };
  gsize n, i = 0;

  g_assert_cmpfloat (search->target, ==, 0.8);
  g_assert_true (twin_search_check (search, &error));
  g_assert_no_error (error);

  policies = twin_search_list_policies (search, &n);
  g_assert_cmpuint (n, ==, 3 * (3 + 2 + 2 + 1));
  for (int crew = 1; crew <= 4; crew++)
    for (int pace = 0; pace < 3; pace++)
      for (int spares = 2; spares <= 6; spares += 2)
        {
          const double *policy = (double *) policies->data + 3 * i;

          if (crew >= spares)
            continue;

          g_assert_cmpfloat (policy[CREW], ==, crew);
          g_assert_cmpfloat_with_epsilon (policy[PACE], paces[pace], 1e-15);
          g_assert_cmpfloat (policy[SPARES], ==, spares);
          i++;
        }
  g_assert_cmpuint (i, ==, n);
}

static void
assert_paces (double lower,
              double upper,
              double step,
              gsize n_expected,
              double last)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (GArray) policies = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  search->ranges[CREW] = (TwinRange) { 1, 1, 1 };
  search->ranges[SPARES] = (TwinRange) { 2, 2, 1 };
  search->ranges[PACE] = (TwinRange) { lower, upper, step };
  twin_search_check (search, &error);
  g_assert_no_error (error);

  policies = twin_search_list_policies (search, &n);
  g_assert_cmpuint (n, ==, n_expected);
  for (gsize i = 0; i < n; i++)
    {
      double pace = g_array_index (policies, double, 3 * i + PACE);

      g_assert_cmpfloat (fabs (pace - (lower + i * step)), <=, 1e-15);
      g_assert_cmpfloat (pace, <=, upper);
    }
  g_assert_cmpfloat (g_array_index (policies, double, 3 * (n - 1) + PACE), ==, last);
}

/* Ten steps of 0.1 make 1, which adding them up does not. */
static void
test_steps (void)
{
  assert_paces (0, 1, 0.1, 11, 1);
  assert_paces (0, 0.3, 0.1, 4, 0.3);
  assert_paces (0.1, 0.7, 0.1, 7, 0.7);
  assert_paces (0, 1, 1e-5, 100001, 1);
  assert_paces (0, 1, 0.3, 4, 0.3 * 3);
  assert_paces (0.2, 0.2, 0.1, 1, 0.2);
  assert_paces (0.2, 0.25, 0.1, 1, 0.2);
  assert_paces (0, 1, 1.0 / 3, 4, 1);
}

static void
test_grid_of_the_brief (void)
{
  const TwinModelType *type = twin_model_type_find ("warehouse", NULL);
  g_autoptr (TwinSearch) search = twin_search_new (type);
  g_autoptr (GArray) policies = NULL;
  gsize n;

  search->ranges[0] = (TwinRange) { 10, 60, 5 };
  search->ranges[1] = (TwinRange) { 60, 140, 10 };
  policies = twin_search_list_policies (search, &n);

  /* 11 × 9 points, of which (60, 60) is no policy. */
  g_assert_cmpuint (n, ==, 98);
}

typedef struct
{
  int decision;
  TwinRange range;
  TwinError code;
  const char *key;
  const char *allowed;
} Refusal;

static const Refusal refusals[] = {
  { PACE, { NAN, 1, 0.1 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.min", "from 0 to 1" },
  { PACE, { -0.1, 1, 0.1 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.min", "from 0 to 1" },
  { PACE, { 0, NAN, 0.1 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.max", "from 0 to 1" },
  { PACE, { 0, INFINITY, 0.1 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.max", "from 0 to 1" },
  { PACE, { 0, 1.1, 0.1 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.max", "from 0 to 1" },
  { PACE, { 0.6, 0.5, 0.1 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.max", "from 0.6 to 1" },
  { PACE, { 0, 1, 0 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.step", "above 0" },
  { PACE, { 0, 1, -0.1 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.step", "above 0" },
  { PACE, { 0, 1, NAN }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.step", "above 0" },
  { PACE, { 0, 1, INFINITY }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.pace.step", "above 0" },
  { PACE, { 0, 1, 1e-7 }, TWIN_ERROR_TOO_LARGE, "optimize.pace.step",
    "has 120000012 points, and at most 1000000 are" },
  { PACE, { 0, 1, 1e-320 }, TWIN_ERROR_TOO_LARGE, "optimize.pace.step",
    "at most 1000000 are" },
  { CREW, { 1.5, 4, 1 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.crew.min", "whole" },
  { CREW, { 1, 3.5, 1 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.crew.max", "whole" },
  { CREW, { 1, 4, 0.5 }, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.crew.step", "whole" },
  { CREW, { 6, 9, 1 }, TWIN_ERROR_CONFLICT, "optimize.spares.max", "crew" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
      g_autoptr (GError) error = NULL;

      search->ranges[refusals[i].decision] = refusals[i].range;
      g_assert_false (twin_search_check (search, &error));
      assert_refused (error, refusals[i].code, refusals[i].key);
      g_assert_nonnull (strstr (error->message, refusals[i].allowed));
    }
}

static void
test_refused_target (void)
{
  const double wrong[] = { NAN, INFINITY, -1, 0, 0.05, 1.01, 98 };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
      g_autoptr (GError) error = NULL;

      search->target = wrong[i];
      g_assert_false (twin_search_check (search, &error));
      assert_refused (error, TWIN_ERROR_OUT_OF_BOUNDS, "optimize.target");
      g_assert_nonnull (strstr (error->message, "from 0.1 to 1"));
    }
}

/* Each of the two rules leaves points of the grid, both together leave none. */
static void
test_contradiction (void)
{
  const TwinOrdering orderings[] = { { "crew", "spares", TRUE }, { "spares", "crew", TRUE } };
  TwinModelType type = twin_toy_type;
  g_autoptr (TwinSearch) search = NULL;
  g_autoptr (GError) error = NULL;

  type.orderings = orderings;
  type.n_orderings = G_N_ELEMENTS (orderings);
  search = twin_search_new (&type);
  g_assert_false (twin_search_check (search, &error));
  assert_refused (error, TWIN_ERROR_CONFLICT, "optimize.crew.max");
}

/* A million points are looked at, one more is not. */
static void
test_most_policies (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (GError) error = NULL;

  search->ranges[CREW] = (TwinRange) { 0, 99, 1 };
  search->ranges[SPARES] = (TwinRange) { 1, 200, 2 };
  search->ranges[PACE] = (TwinRange) { 0, 0.99, 0.01 };
  g_assert_true (twin_search_check (search, NULL));

  search->ranges[CREW].upper = 100;
  g_assert_false (twin_search_check (search, &error));
  assert_refused (error, TWIN_ERROR_TOO_LARGE, "optimize.crew.step");
  g_assert_nonnull (strstr (error->message, "1010000"));
}

static void
test_copy (void)
{
  g_autoptr (TwinSearch) search = twin_search_new (&twin_toy_type);
  g_autoptr (TwinSearch) copy = twin_search_copy (search);

  g_assert_true (twin_search_equal (search, copy));
  copy->ranges[SPARES].step = 1;
  g_assert_false (twin_search_equal (search, copy));
  g_assert_cmpfloat (search->ranges[SPARES].step, ==, 2);
  copy->ranges[SPARES].step = 2;
  copy->target = nextafter (copy->target, 1);
  g_assert_false (twin_search_equal (search, copy));
}

/* What every model of the product offers by default has to hold. */
static void
test_defaults_of_the_product (void)
{
  for (const TwinModelType *const *type = twin_model_type_list (); *type != NULL; type++)
    {
      g_autoptr (TwinSearch) search = twin_search_new (*type);
      g_autoptr (GError) error = NULL;

      twin_search_check (search, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/default-grid", test_default_grid);
  g_test_add_func ("/search/steps", test_steps);
  g_test_add_func ("/search/grid-of-the-brief", test_grid_of_the_brief);
  g_test_add_func ("/search/refused", test_refused);
  g_test_add_func ("/search/refused-target", test_refused_target);
  g_test_add_func ("/search/contradiction", test_contradiction);
  g_test_add_func ("/search/most-policies", test_most_policies);
  g_test_add_func ("/search/copy", test_copy);
  g_test_add_func ("/search/defaults-of-the-product", test_defaults_of_the_product);

  return g_test_run ();
}
