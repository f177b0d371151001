/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "twin-model.h"

static const TwinModelType *
warehouse (void)
{
  const TwinModelType *type = twin_model_type_find ("warehouse", NULL);
  g_assert_nonnull (type);
  return type;
}

static void
test_defaults (void)
{
  static const struct { const char *key, *value; } expected[] = {
    { "horizon_days", "365" },   { "demand_rate", "20" },
    { "lead_time.distribution", "uniform" }, { "lead_time.min_days", "1" },
    { "lead_time.max_days", "5" }, { "lead_time.mean_days", "3" }, { "lead_time.sd_days", "1" },
    { "unmet_demand", "backorder" }, { "holding_cost", "1" }, { "stockout_penalty", "20" },
    { "order_cost", "50" },      { "reorder_point", "40" }, { "order_up_to", "120" },
  };
  g_autoptr (TwinParameters) p = twin_parameters_new (warehouse ());
  g_autoptr (GPtrArray) problems = twin_parameters_check (p);
  g_autoptr (GPtrArray) keys = twin_parameters_list_keys (p);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (keys->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *value = twin_parameters_dup_string (p, expected[i].key);
      g_assert_cmpstr (value, ==, expected[i].value);
    }
}

/* Setting that fails at once: the key or the kind of value is wrong. */
static void
test_set_refused (void)
{
  static const struct { const char *key, *value, *says; TwinError code; } cases[] = {
    { "demand_rat", "1", "did you mean demand_rate", TWIN_ERROR_UNKNOWN_KEY },
    { "colour", "1", "colour: no such parameter", TWIN_ERROR_UNKNOWN_KEY },
    { "", "1", "no such parameter", TWIN_ERROR_UNKNOWN_KEY },
    { "demand_rate", "many", "“many” is not a number", TWIN_ERROR_WRONG_TYPE },
    { "demand_rate", "", "not a number", TWIN_ERROR_WRONG_TYPE },
    { "demand_rate", "1x", "“1x” is not a number", TWIN_ERROR_WRONG_TYPE },
    { "demand_rate", " 1", "not a number", TWIN_ERROR_WRONG_TYPE },
    { "demand_rate", "1,5", "not a number", TWIN_ERROR_WRONG_TYPE },
    { "unmet_demand", "both", "backorder, lost_sale", TWIN_ERROR_OUT_OF_BOUNDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwinParameters) p = twin_parameters_new (warehouse ());
      g_autoptr (TwinParameters) untouched = twin_parameters_new (warehouse ());
      g_autoptr (GError) error = NULL;

      g_assert_false (twin_parameters_set_from_string (p, cases[i].key, cases[i].value, &error));
      g_assert_error (error, TWIN_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_cmpstr (twin_error_get_key (error), ==, cases[i].key);
      g_assert_true (twin_parameters_equal (p, untouched));
    }
}

/* Values that can be set, but are judged to be wrong: key, value and what is allowed are named. */
static void
test_check_refused (void)
{
  static const struct { const char *key, *value, *says; TwinError code; } cases[] = {
    { "horizon_days", "0", "above 0 and up to 36500", TWIN_ERROR_OUT_OF_BOUNDS },
    { "horizon_days", "36501", "up to 36500", TWIN_ERROR_OUT_OF_BOUNDS },
    { "demand_rate", "-1", "from 0 to 1000000", TWIN_ERROR_OUT_OF_BOUNDS },
    { "demand_rate", "1000001", "from 0 to 1000000", TWIN_ERROR_OUT_OF_BOUNDS },
    { "demand_rate", "nan", "from 0 to 1000000", TWIN_ERROR_OUT_OF_BOUNDS },
    { "demand_rate", "inf", "from 0 to 1000000", TWIN_ERROR_OUT_OF_BOUNDS },
    { "lead_time.min_days", "-0.1", "from 0 to 3650", TWIN_ERROR_OUT_OF_BOUNDS },
    { "lead_time.min_days", "5.5", "must not exceed lead_time.max_days, which is 5",
      TWIN_ERROR_CONFLICT },
    { "lead_time.max_days", "3651", "from 0 to 3650", TWIN_ERROR_OUT_OF_BOUNDS },
    { "lead_time.mean_days", "-1", "from 0 to 3650", TWIN_ERROR_OUT_OF_BOUNDS },
    { "lead_time.sd_days", "-1", "from 0 to 3650", TWIN_ERROR_OUT_OF_BOUNDS },
    { "holding_cost", "-1", "0 or more", TWIN_ERROR_OUT_OF_BOUNDS },
    { "holding_cost", "inf", "0 or more", TWIN_ERROR_OUT_OF_BOUNDS },
    { "stockout_penalty", "-0.01", "0 or more", TWIN_ERROR_OUT_OF_BOUNDS },
    { "order_cost", "-1", "0 or more", TWIN_ERROR_OUT_OF_BOUNDS },
    { "reorder_point", "-1", "a whole number from 0", TWIN_ERROR_OUT_OF_BOUNDS },
    { "reorder_point", "40.5", "a whole number from 0", TWIN_ERROR_OUT_OF_BOUNDS },
    { "reorder_point", "120", "must be below order_up_to, which is 120", TWIN_ERROR_CONFLICT },
    { "reorder_point", "121", "must be below order_up_to, which is 120", TWIN_ERROR_CONFLICT },
    { "order_up_to", "1000001", "a whole number from 1 to 1000000", TWIN_ERROR_OUT_OF_BOUNDS },
    { "order_up_to", "120.25", "a whole number", TWIN_ERROR_OUT_OF_BOUNDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwinParameters) p = twin_parameters_new (warehouse ());
      g_autoptr (GError) error = NULL;

      g_assert_true (twin_parameters_set_from_string (p, cases[i].key, cases[i].value, NULL));
      g_assert_null (twin_model_new (p, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, TWIN_ERROR, (int) cases[i].code);
      g_assert_cmpstr (twin_error_get_key (error), ==, cases[i].key);
      g_assert_nonnull (strstr (error->message, cases[i].key));
      g_assert_nonnull (strstr (error->message, cases[i].value));
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_work_refused (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (warehouse ());
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinModel) model = NULL;

  twin_parameters_set_number (p, "demand_rate", 1e6, NULL);
  twin_parameters_set_number (p, "horizon_days", 1000, NULL);
  model = twin_model_new (p, &error);
  g_assert_no_error (error);

  twin_parameters_set_number (p, "horizon_days", 1001, NULL);
  g_assert_null (twin_model_new (p, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "1e+09"));
  g_assert_nonnull (strstr (error->message, "horizon_days"));
}

/* All that is wrong is told, not just the first thing. */
static void
test_all_problems (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (warehouse ());

  twin_parameters_set_number (p, "holding_cost", -1, NULL);
  twin_parameters_set_number (p, "reorder_point", 500, NULL);
  twin_parameters_set_number (p, "lead_time.min_days", 6, NULL);
  g_autoptr (GPtrArray) problems = twin_parameters_check (p);
  g_assert_cmpuint (problems->len, ==, 3);
}

/* What a choice switches off is not held against it. */
static void
test_relevance (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (warehouse ());

  g_assert_true (twin_parameters_is_relevant (p, "lead_time.min_days"));
  g_assert_false (twin_parameters_is_relevant (p, "lead_time.mean_days"));
  twin_parameters_set_number (p, "lead_time.min_days", 6, NULL);
  twin_parameters_set_text (p, "lead_time.distribution", "normal", NULL);
  g_assert_false (twin_parameters_is_relevant (p, "lead_time.min_days"));
  g_assert_true (twin_parameters_is_relevant (p, "lead_time.mean_days"));
  g_autoptr (GPtrArray) problems = twin_parameters_check (p);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_strings_round_trip (void)
{
  static const double values[] = { 0.1, 0.1 + 0.2, 1.0 / 3, 1e-300, 123456.789, 5e-324 };
  g_autoptr (TwinParameters) p = twin_parameters_new (warehouse ());

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      twin_parameters_set_number (p, "holding_cost", values[i], NULL);
      g_autofree char *text = twin_parameters_dup_string (p, "holding_cost");
      twin_parameters_set_number (p, "holding_cost", 7, NULL);
      g_assert_true (twin_parameters_set_from_string (p, "holding_cost", text, NULL));
      g_assert_true (twin_parameters_get_number (p, "holding_cost") == values[i]);
    }
  twin_parameters_set_number (p, "holding_cost", 0.1, NULL);
  g_autofree char *tenth = twin_parameters_dup_string (p, "holding_cost");
  g_assert_cmpstr (tenth, ==, "0.1");
}

static void
test_copy_is_its_own (void)
{
  g_autoptr (TwinParameters) a = twin_parameters_new (warehouse ());
  g_autoptr (TwinParameters) b = twin_parameters_copy (a);

  g_assert_true (twin_parameters_equal (a, b));
  twin_parameters_set_number (b, "holding_cost", 2, NULL);
  g_assert_false (twin_parameters_equal (a, b));
  g_assert_cmpfloat (twin_parameters_get_number (a, "holding_cost"), ==, 1);
}

static void
test_network_refused (void)
{
  static const struct { const char *key, *value, *says; TwinError code; } cases[] = {
    { "stores.1.id", "", "must not be empty", TWIN_ERROR_OUT_OF_BOUNDS },
    { "stores.1.id", "store_1", "“store_1” is taken already", TWIN_ERROR_CONFLICT },
    { "stores.1.id", "warehouse_1", "“warehouse_1” is taken already", TWIN_ERROR_CONFLICT },
    { "warmup_days", "90", "must be below horizon_days, which is 90", TWIN_ERROR_CONFLICT },
    { "stores.2.reorder_point", "1000", "must be below stores.2.order_up_to", TWIN_ERROR_CONFLICT },
    { "stores.2.reorder_point.0", "1000", "must be below stores.2.order_up_to.0",
      TWIN_ERROR_CONFLICT },
    { "warehouse.reorder_point", "6000", "must be below warehouse.order_up_to", TWIN_ERROR_CONFLICT },
    { "supplier.reliability", "1.01", "from 0 to 1", TWIN_ERROR_OUT_OF_BOUNDS },
    { "supplier.lead_time_days", "1.5", "a whole number", TWIN_ERROR_OUT_OF_BOUNDS },
    { "skus.0.seasonality_period_days", "0", "above 0", TWIN_ERROR_OUT_OF_BOUNDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("network", NULL));
      g_autoptr (GError) error = NULL;

      g_assert_true (twin_parameters_set_from_string (p, cases[i].key, cases[i].value, NULL));
      g_assert_null (twin_model_new (p, &error));
      g_assert_error (error, TWIN_ERROR, (int) cases[i].code);
      g_assert_cmpstr (twin_error_get_key (error), ==, cases[i].key);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* 200 stores of 200 SKUs fit for a while, but not for a century, and not with rings of a year. */
static void
test_network_size (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("network", NULL));
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < 200; i++)
    {
      g_autofree char *key = g_strdup_printf ("skus.%u.id", i);
      g_autofree char *id = g_strdup_printf ("sku_%03u", i + 1);
      twin_parameters_insert_item (p, "skus", i, 0);
      twin_parameters_set_text (p, key, id, NULL);
    }
  for (guint i = 3; i < 200; i++)
    {
      g_autofree char *key = g_strdup_printf ("stores.%u.id", i);
      g_autofree char *id = g_strdup_printf ("store_%u", i + 1);
      twin_parameters_insert_item (p, "stores", i, 0);
      twin_parameters_set_text (p, key, id, NULL);
    }
  g_autoptr (TwinModel) model = twin_model_new (p, &error);
  g_assert_no_error (error);
  g_assert_nonnull (model);
  twin_parameters_set_number (p, "horizon_days", 36500, NULL);
  g_assert_null (twin_model_new (p, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
  g_clear_error (&error);
  twin_parameters_set_number (p, "horizon_days", 2000, NULL);
  twin_parameters_set_number (p, "warehouse.lead_time_to_stores_days", 365, NULL);
  g_assert_null (twin_model_new (p, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
}

/* Every twin's tables hold together: the names they use exist, and their defaults are allowed. */
static void
test_tables (void)
{
  for (const TwinModelType *const *t = twin_model_type_list (); *t != NULL; t++)
    {
      const TwinModelType *type = *t;
      g_autoptr (TwinParameters) p = twin_parameters_new (type);
      g_autoptr (GPtrArray) problems = twin_parameters_check (p);
      guint objectives = 0, services = 0;

      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_nonnull (twin_parameters_find (p, type->horizon_key, NULL));
      for (guint i = 0; i < type->n_parameters; i++)
        {
          const TwinParameter *row = &type->parameters[i];
          g_assert_true (row->title != NULL && row->group != NULL && row->help != NULL);
          g_assert_cmpfloat (row->slider_lower, <=, row->slider_upper);
          g_assert_true (row->type != TWIN_PARAMETER_CHOICE || row->choices != NULL);
          for (guint k = 0; k < i; k++)
            g_assert_cmpstr (row->key, !=, type->parameters[k].key);
        }
      for (guint i = 0; i < type->n_metrics; i++)
        {
          objectives += (type->metrics[i].flags & TWIN_METRIC_OBJECTIVE) != 0;
          services += (type->metrics[i].flags & TWIN_METRIC_SERVICE) != 0;
          g_assert_cmpint (twin_model_type_find_metric (type, type->metrics[i].name), ==, (int) i);
        }
      g_assert_cmpuint (objectives, ==, 1);
      g_assert_cmpuint (services, ==, 1);
      g_assert_cmpuint (type->presets[0].n_changes, ==, 0);
      for (guint i = 0; i < type->n_presets; i++)
        for (guint k = 0; k < type->presets[i].n_changes; k++)
          {
            const TwinPresetChange *change = &type->presets[i].changes[k];
            g_assert_cmpfloat (change->lower, <=, change->value);
            g_assert_cmpfloat (change->value, <=, change->upper);
            g_assert_true (change->text == NULL || change->operation == TWIN_CHANGE_SET);
          }
      for (guint i = 0; i < type->n_assumptions; i++)
        if (type->assumptions[i].key != NULL)
          g_assert_nonnull (twin_parameters_find (p, type->assumptions[i].key, NULL));
    }
}

static void
test_type_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (twin_model_type_find ("factory", &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_UNKNOWN_KEY);
  g_assert_nonnull (strstr (error->message, "factory"));
  g_assert_nonnull (strstr (error->message, "warehouse"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameters/defaults", test_defaults);
  g_test_add_func ("/parameters/set-refused", test_set_refused);
  g_test_add_func ("/parameters/check-refused", test_check_refused);
  g_test_add_func ("/parameters/work-refused", test_work_refused);
  g_test_add_func ("/parameters/all-problems", test_all_problems);
  g_test_add_func ("/parameters/relevance", test_relevance);
  g_test_add_func ("/parameters/strings-round-trip", test_strings_round_trip);
  g_test_add_func ("/parameters/copy-is-its-own", test_copy_is_its_own);
  g_test_add_func ("/parameters/network-refused", test_network_refused);
  g_test_add_func ("/parameters/network-size", test_network_size);
  g_test_add_func ("/parameters/tables", test_tables);
  g_test_add_func ("/parameters/type-refused", test_type_refused);
  return g_test_run ();
}
