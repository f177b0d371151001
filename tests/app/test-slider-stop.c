/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a slider stops on its way to a value that contradicts another parameter. */

#include "twin-parameters.h"
#include "twin-slider-stop.h"

static TwinParameters *
new_parameters (const char *name)
{
  const TwinModelType *const *type = twin_model_type_list ();

  while (g_strcmp0 ((*type)->name, name) != 0)
    type++;
  return twin_parameters_new (*type);
}

static void
set (TwinParameters *parameters,
     const char *key,
     double value)
{
  g_assert_true (twin_parameters_set_number (parameters, key, value, NULL));
}

#define assert_stop(parameters, key, wanted, stop)                                                 \
  g_assert_cmpfloat (twin_slider_stop_find (parameters, key, wanted), ==, stop)

static void
test_whole (void)
{
  g_autoptr (TwinParameters) parameters = new_parameters ("warehouse"); /* (40, 120) */

  assert_stop (parameters, "reorder_point", 119, 119);
  assert_stop (parameters, "reorder_point", 120, 119);
  assert_stop (parameters, "reorder_point", 999999, 119);
  assert_stop (parameters, "reorder_point", 0, 0);
  assert_stop (parameters, "order_up_to", 40, 41);
  assert_stop (parameters, "order_up_to", 1, 41);
  assert_stop (parameters, "order_up_to", 400, 400);

  /* Already there */
  set (parameters, "reorder_point", 119);
  assert_stop (parameters, "reorder_point", 130, 119);
  assert_stop (parameters, "order_up_to", 100, 120);
}

/* Values may be equal, and have decimals; those that do not matter now are in nobody's way. */
static void
test_decimals (void)
{
  g_autoptr (TwinParameters) parameters = new_parameters ("warehouse"); /* 1 – 5 days */

  set (parameters, "lead_time.max_days", 5.5);
  assert_stop (parameters, "lead_time.min_days", 30, 5.5);
  assert_stop (parameters, "lead_time.max_days", 0, 1);
  set (parameters, "lead_time.max_days", 5.3);
  assert_stop (parameters, "lead_time.min_days", 30, 5);
  set (parameters, "lead_time.min_days", 5.1);
  assert_stop (parameters, "lead_time.min_days", 30, 5.1);
  g_assert_true (
      twin_parameters_set_text (parameters, "lead_time.distribution", "normal", NULL));
  assert_stop (parameters, "lead_time.min_days", 30, 30);
}

static void
test_items (void)
{
  g_autoptr (TwinParameters) parameters = new_parameters ("network");

  set (parameters, "stores.1.reorder_point", 100);
  set (parameters, "stores.1.order_up_to", 805);
  assert_stop (parameters, "stores.1.reorder_point", 1000, 800);
  assert_stop (parameters, "stores.1.order_up_to", 0, 110);
  assert_stop (parameters, "warehouse.reorder_point", 1e9, 5950);
}

/* What is wrong already, here or elsewhere, holds nothing up. */
static void
test_known_problems (void)
{
  g_autoptr (TwinParameters) parameters = new_parameters ("warehouse");

  set (parameters, "reorder_point", 500); /* S is 120 */
  assert_stop (parameters, "reorder_point", 450, 450);
  assert_stop (parameters, "reorder_point", 90, 90);
  assert_stop (parameters, "order_up_to", 60, 60);
  assert_stop (parameters, "order_up_to", 600, 600);
  assert_stop (parameters, "lead_time.min_days", 30, 5);
  assert_stop (parameters, "demand_rate", 50, 50);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slider-stop/whole", test_whole);
  g_test_add_func ("/slider-stop/decimals", test_decimals);
  g_test_add_func ("/slider-stop/items", test_items);
  g_test_add_func ("/slider-stop/known-problems", test_known_problems);
  return g_test_run ();
}
