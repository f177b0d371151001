/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "twin-model.h"

/* Parameters of lists, and of an item that is split from the others. */

static gpointer
build_nothing (const TwinParameters *parameters)
{
  return NULL;
}

/* A type with a list: what the warehouse has not. */
static const double shop_sizes[] = { 10, 20 };
static const char *const shop_names[] = { "North", "South" };
static const TwinParameterList shop_lists[] = { { "shops", "Shops", "Shop", 2, 1, 3 } };
static const TwinParameter shop_parameters[] = {
  { .key = "open", .type = TWIN_PARAMETER_BOOLEAN, .upper = 1 },
  { .key = "shops.*.name", .type = TWIN_PARAMETER_TEXT, .item_text = shop_names },
  { .key = "shops.*.low", .type = TWIN_PARAMETER_WHOLE, .initial = 5, .upper = 100 },
  { .key = "shops.*.high", .type = TWIN_PARAMETER_WHOLE, .initial = 50, .item_initial = shop_sizes,
    .upper = 100 },
};
static const TwinOrdering shop_orderings[] = { { "shops.*.low", "shops.*.high", TRUE } };
static const TwinModelType shop_type = {
  .name = "shop",
  .parameters = shop_parameters,
  .n_parameters = G_N_ELEMENTS (shop_parameters),
  .lists = shop_lists,
  .n_lists = G_N_ELEMENTS (shop_lists),
  .orderings = shop_orderings,
  .n_orderings = G_N_ELEMENTS (shop_orderings),
  .build = build_nothing,
  .horizon_key = "open",
};

static void
test_lists (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (&shop_type);

  g_assert_cmpuint (twin_parameters_get_n_items (p, "shops"), ==, 2);
  g_assert_cmpstr (twin_parameters_get_text (p, "shops.1.name"), ==, "South");
  g_assert_cmpfloat (twin_parameters_get_number (p, "shops.0.high"), ==, 10);
  g_assert_cmpfloat (twin_parameters_get_number (p, "shops.1.high"), ==, 20);
  g_assert_cmpfloat (twin_parameters_get_number (p, "shops.1.low"), ==, 5);

  twin_parameters_insert_item (p, "shops", 1, 0);
  g_assert_cmpstr (twin_parameters_get_text (p, "shops.1.name"), ==, "North");
  g_assert_cmpstr (twin_parameters_get_text (p, "shops.2.name"), ==, "South");
  twin_parameters_remove_item (p, "shops", 0);
  twin_parameters_insert_item (p, "shops", 2, -1);
  g_assert_cmpstr (twin_parameters_get_text (p, "shops.2.name"), ==, "");
  g_assert_cmpfloat (twin_parameters_get_number (p, "shops.2.high"), ==, 50);

  g_autoptr (GPtrArray) keys = twin_parameters_list_keys (p);
  g_assert_cmpuint (keys->len, ==, 10);
  g_assert_cmpstr (g_ptr_array_index (keys, 0), ==, "open");
  g_assert_cmpstr (g_ptr_array_index (keys, 1), ==, "shops.0.name");
  g_assert_cmpstr (g_ptr_array_index (keys, 3), ==, "shops.0.high");
  g_assert_cmpstr (g_ptr_array_index (keys, 4), ==, "shops.1.name");
}

/* A split parameter is its numbers and nothing else: what it was before is in no file. */
static void
test_split_has_no_past (void)
{
  const TwinModelType *network = twin_model_type_find ("network", NULL);
  g_autoptr (TwinParameters) a = twin_parameters_new (network);
  g_autoptr (TwinParameters) b = twin_parameters_new (network);

  twin_parameters_insert_item (a, "skus", 1, 0);
  twin_parameters_insert_item (b, "skus", 1, 0);
  g_assert_true (twin_parameters_set_number (a, "stores.0.capacity", 1234, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *key = g_strdup_printf ("stores.0.capacity.%u", i);
      g_assert_true (twin_parameters_set_number (a, key, 500 + i, NULL));
      g_assert_true (twin_parameters_set_number (b, key, 500 + i, NULL));
    }
  g_assert_true (twin_parameters_is_split (a, "stores.0.capacity"));
  g_assert_false (twin_parameters_is_split (a, "stores.1.capacity"));
  g_assert_true (twin_parameters_equal (a, b));
  g_assert_cmpfloat (twin_parameters_get_number (a, "stores.0.capacity"), ==, 500);

  twin_parameters_insert_item (a, "skus", 1, -1);
  g_assert_cmpfloat (twin_parameters_get_number (a, "stores.0.capacity.0"), ==, 500);
  g_assert_cmpfloat (twin_parameters_get_number (a, "stores.0.capacity.1"), ==, 2000);
  g_assert_cmpfloat (twin_parameters_get_number (a, "stores.0.capacity.2"), ==, 501);
  twin_parameters_remove_item (a, "skus", 0);
  twin_parameters_remove_item (a, "skus", 0);
  g_assert_cmpfloat (twin_parameters_get_number (a, "stores.0.capacity.0"), ==, 501);

  g_assert_true (twin_parameters_set_number (b, "stores.0.capacity", 501, NULL));
  g_assert_false (twin_parameters_is_split (b, "stores.0.capacity"));
  g_assert_false (twin_parameters_equal (a, b));
}

static void
test_lists_refused (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (&shop_type);
  g_autoptr (GError) error = NULL;

  g_assert_false (twin_parameters_set_number (p, "shops.2.low", 1, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_UNKNOWN_KEY);
  g_clear_error (&error);
  g_assert_false (twin_parameters_set_number (p, "shops.99999999999999999999.low", 1, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_UNKNOWN_KEY);
  g_clear_error (&error);
  g_assert_false (twin_parameters_set_number (p, "shops.*.low", 1, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_UNKNOWN_KEY);
  g_clear_error (&error);
  g_assert_false (twin_parameters_set_number (p, "shops.0.name", 1, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_WRONG_TYPE);
  g_clear_error (&error);
  g_assert_false (twin_parameters_set_from_string (p, "open", "yes", &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_WRONG_TYPE);

  twin_parameters_set_number (p, "shops.1.low", 20, NULL);
  g_autoptr (GPtrArray) conflict = twin_parameters_check (p);
  g_assert_cmpuint (conflict->len, ==, 1);
  g_assert_cmpstr (twin_error_get_key (g_ptr_array_index (conflict, 0)), ==, "shops.1.low");

  twin_parameters_insert_item (p, "shops", 2, -1);
  twin_parameters_insert_item (p, "shops", 3, -1);
  twin_parameters_set_number (p, "shops.1.low", 5, NULL);
  g_autoptr (GPtrArray) too_many = twin_parameters_check (p);
  g_assert_cmpuint (too_many->len, ==, 1);
  g_assert_cmpstr (twin_error_get_key (g_ptr_array_index (too_many, 0)), ==, "shops");
}

/* A type whose numbers can be split: what neither warehouse nor shop has. */
static const TwinParameterList depot_lists[] = {
  { "shops", "Shops", "Shop", 2, 1, 3 },
  { "goods", "Goods", "Good", 2, 1, 4 },
};
static const TwinParameter depot_parameters[] = {
  { .key = "days", .type = TWIN_PARAMETER_WHOLE, .initial = 10, .upper = 100 },
  { .key = "feasts", .type = TWIN_PARAMETER_DAYS },
  { .key = "shops.*.low", .type = TWIN_PARAMETER_REAL, .initial = 5, .upper = 100, .per = "goods" },
  { .key = "shops.*.high", .type = TWIN_PARAMETER_REAL, .initial = 50, .upper = 100, .per = "goods" },
  { .key = "shops.*.size", .type = TWIN_PARAMETER_REAL, .initial = 1, .upper = 9 },
  { .key = "low", .type = TWIN_PARAMETER_REAL, .initial = 5, .upper = 100, .per = "goods" },
  { .key = "high", .type = TWIN_PARAMETER_REAL, .initial = 50, .upper = 100, .per = "goods" },
  { .key = "goods.*.price", .type = TWIN_PARAMETER_REAL, .initial = 2, .upper = 9 },
};
static const TwinOrdering depot_orderings[] = {
  { "shops.*.low", "shops.*.high", TRUE },
  { "low", "high", TRUE },
};
static const TwinModelType depot_type = {
  .name = "depot",
  .parameters = depot_parameters,
  .n_parameters = G_N_ELEMENTS (depot_parameters),
  .lists = depot_lists,
  .n_lists = G_N_ELEMENTS (depot_lists),
  .orderings = depot_orderings,
  .n_orderings = G_N_ELEMENTS (depot_orderings),
  .build = build_nothing,
  .horizon_key = "days",
};

static double
value_of (const TwinParameters *p, const char *key)
{
  return twin_parameters_get_number (p, key);
}

/* A number for all goods, until one of them has another. */
static void
test_split (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (&depot_type);

  g_assert_false (twin_parameters_is_split (p, "shops.0.low"));
  g_assert_cmpfloat (value_of (p, "shops.0.low.1"), ==, 5);
  g_assert_true (twin_parameters_set_number (p, "shops.0.low.1", 7, NULL));
  g_assert_true (twin_parameters_is_split (p, "shops.0.low"));
  g_assert_false (twin_parameters_is_split (p, "shops.1.low"));
  g_assert_cmpfloat (value_of (p, "shops.0.low.0"), ==, 5);
  g_assert_cmpfloat (value_of (p, "shops.0.low.1"), ==, 7);
  g_assert_cmpfloat (value_of (p, "shops.1.low.1"), ==, 5);

  g_autoptr (GPtrArray) keys = twin_parameters_list_keys (p);
  g_assert_cmpuint (keys->len, ==, 13);
  g_assert_cmpstr (keys->pdata[2], ==, "shops.0.low.0");
  g_assert_cmpstr (keys->pdata[3], ==, "shops.0.low.1");
  g_assert_cmpstr (keys->pdata[4], ==, "shops.0.high");
  g_assert_cmpstr (keys->pdata[6], ==, "shops.1.low");
  g_assert_cmpstr (keys->pdata[9], ==, "low");

  g_assert_true (twin_parameters_set_from_string (p, "low.0", "0.1", NULL));
  g_autofree char *text = twin_parameters_dup_string (p, "low.0");
  g_assert_cmpstr (text, ==, "0.1");
  g_assert_true (twin_parameters_set_number (p, "low", 3, NULL));
  g_assert_false (twin_parameters_is_split (p, "low"));
  g_assert_cmpfloat (value_of (p, "low.0"), ==, 3);
}

static void
test_split_copies (void)
{
  g_autoptr (TwinParameters) a = twin_parameters_new (&depot_type);
  twin_parameters_set_number (a, "low.1", 7, NULL);
  g_autoptr (TwinParameters) b = twin_parameters_copy (a);

  g_assert_true (twin_parameters_equal (a, b));
  twin_parameters_set_number (b, "low.1", 8, NULL);
  g_assert_false (twin_parameters_equal (a, b));
  g_assert_cmpfloat (value_of (a, "low.1"), ==, 7);
  twin_parameters_set_number (b, "low", 5, NULL);
  g_assert_false (twin_parameters_equal (a, b));
  twin_parameters_set_number (a, "low", 5, NULL);
  g_assert_true (twin_parameters_equal (a, b));
}

/* A split grows and shrinks with the list that it is split by, and goes with its own item. */
static void
test_split_and_items (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (&depot_type);

  twin_parameters_set_number (p, "low.1", 7, NULL);
  twin_parameters_set_number (p, "shops.1.low.0", 9, NULL);
  twin_parameters_insert_item (p, "goods", 1, 1);  /* like the second: 5 7 7 */
  twin_parameters_insert_item (p, "goods", 0, -1); /* a new one: the value of old, 5 */
  g_assert_cmpfloat (value_of (p, "low.0"), ==, 5);
  g_assert_cmpfloat (value_of (p, "low.1"), ==, 5);
  g_assert_cmpfloat (value_of (p, "low.2"), ==, 7);
  g_assert_cmpfloat (value_of (p, "low.3"), ==, 7);
  g_assert_cmpfloat (value_of (p, "shops.1.low.1"), ==, 9);
  g_assert_cmpfloat (value_of (p, "shops.1.low.0"), ==, 5);

  twin_parameters_remove_item (p, "goods", 1);
  g_assert_cmpfloat (value_of (p, "low.0"), ==, 5);
  g_assert_cmpfloat (value_of (p, "low.1"), ==, 7);
  g_assert_cmpfloat (value_of (p, "shops.1.low.1"), ==, 5);
  g_assert_null (twin_parameters_find (p, "low.3", NULL));

  twin_parameters_set_number (p, "shops.1.low.0", 11, NULL);
  twin_parameters_insert_item (p, "shops", 0, 1);
  g_assert_true (twin_parameters_is_split (p, "shops.0.low"));
  g_assert_cmpfloat (value_of (p, "shops.0.low.0"), ==, 11);
  g_assert_false (twin_parameters_is_split (p, "shops.1.low"));
  twin_parameters_set_number (p, "shops.0.low.0", 12, NULL);
  g_assert_cmpfloat (value_of (p, "shops.2.low.0"), ==, 11);
  twin_parameters_remove_item (p, "shops", 0);
  g_assert_false (twin_parameters_is_split (p, "shops.0.low"));
}

static void
test_split_refused (void)
{
  static const struct { const char *key, *says; } cases[] = {
    { "low.2", "low.2: there are 2 goods, counted from 0" },
    { "low.x", "low.x: no such parameter" },
    { "low.0.0", "low.0.0: no such parameter" },
    { "shops.0.size.0", "did you mean shops.0.size" },
    { "days.0", "days.0: no such parameter" },
    { "shops.0.low.99999999999999999999", "there are 2 goods, counted from 0" },
    { "shops.0.hihg", "did you mean shops.0.high" },
    { "shops.0.lwo", "did you mean shops.0.low?" },
    { "shops.0.lwo.1", "did you mean shops.0.low.1?" },
    { "shops.1.hihg", "did you mean shops.1.high" },
    { "shops.2.low", "shops.2.low: there are 2 shops, counted from 0" },
    { "shops.2", "shops.2: there are 2 shops, counted from 0" },
  };
  g_autoptr (TwinParameters) p = twin_parameters_new (&depot_type);

  twin_parameters_set_number (p, "shops.0.low.1", 7, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (twin_parameters_set_number (p, cases[i].key, 1, &error));
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_UNKNOWN_KEY);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* Orderings and bounds hold for each number of a split, and say which one is wrong. */
static void
test_split_ordering (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (&depot_type);

  twin_parameters_set_number (p, "high.1", 4, NULL);
  twin_parameters_set_number (p, "shops.1.low.0", 50, NULL);
  twin_parameters_set_number (p, "shops.0.high.0", 101, NULL);
  g_autoptr (GPtrArray) problems = twin_parameters_check (p);
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_cmpstr (twin_error_get_key (problems->pdata[0]), ==, "shops.0.high.0");
  g_assert_nonnull (strstr (((GError *) problems->pdata[0])->message, "from 0 to 100"));
  g_assert_cmpstr (twin_error_get_key (problems->pdata[1]), ==, "shops.1.low.0");
  g_assert_nonnull (strstr (((GError *) problems->pdata[1])->message,
                            "must be below shops.1.high.0, which is 50"));
  g_assert_cmpstr (twin_error_get_key (problems->pdata[2]), ==, "low.1");
  g_assert_nonnull (strstr (((GError *) problems->pdata[2])->message, "high.1, which is 4"));
}

static void
test_days (void)
{
  static const char *const good[] = { "", "0", "30,31,32", "5,999999" };
  static const char *const bad[] = { ",", "1,", ",1", "2,1", "3,3",
                                     "-1", "1.5", "1, 2", "x", "1;2" };
  g_autoptr (TwinParameters) p = twin_parameters_new (&depot_type);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (twin_parameters_get_text (p, "feasts"), ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (twin_parameters_set_from_string (p, "feasts", good[i], NULL));
      g_autofree char *text = twin_parameters_dup_string (p, "feasts");
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (twin_parameters_set_text (p, "feasts", bad[i], &error));
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_WRONG_TYPE);
      g_assert_nonnull (strstr (error->message, bad[i]));
      g_assert_cmpstr (twin_parameters_get_text (p, "feasts"), ==, "5,999999");
      g_clear_error (&error);
    }
  g_assert_false (twin_parameters_set_number (p, "feasts", 3, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_WRONG_TYPE);
}

/* The network's own rules: identifiers, size. */
int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameter-lists/lists", test_lists);
  g_test_add_func ("/parameter-lists/split-has-no-past", test_split_has_no_past);
  g_test_add_func ("/parameter-lists/lists-refused", test_lists_refused);
  g_test_add_func ("/parameter-lists/split", test_split);
  g_test_add_func ("/parameter-lists/split-copies", test_split_copies);
  g_test_add_func ("/parameter-lists/split-and-items", test_split_and_items);
  g_test_add_func ("/parameter-lists/split-refused", test_split_refused);
  g_test_add_func ("/parameter-lists/split-ordering", test_split_ordering);
  g_test_add_func ("/parameter-lists/days", test_days);

  return g_test_run ();
}
