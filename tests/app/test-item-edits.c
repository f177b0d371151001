/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists as people edit them: what an item is called, and what becomes of scenarios. Without a
 * display, on the program's model that has lists. */

#include "twin-days-text.h"
#include "twin-days.h"
#include "twin-item-edits.h"
#include "twin-item-keys.h"

typedef struct
{
  TwinDocument *document;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const TwinModelType *type = twin_model_type_find ("network", &error);

  g_assert_no_error (error);
  fixture->document = twin_document_new (twin_project_new (type));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
}

static const TwinParameters *
get_parameters (Fixture *fixture)
{
  return twin_project_get_parameters (twin_document_get_project (fixture->document));
}

static void
assert_text (Fixture *fixture,
             const char *key,
             const char *expected)
{
  g_assert_cmpstr (twin_parameters_get_text (get_parameters (fixture), key), ==, expected);
}

static void
assert_valid (Fixture *fixture)
{
  GPtrArray *problems = twin_document_get_problems (fixture->document);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((GError *) problems->pdata[i])->message);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  twin_item_edits_insert (fixture->document, "stores", 3, -1);
  assert_text (fixture, "stores.3.id", "store_4");
  assert_text (fixture, "stores.3.name", "Store 4");
  assert_valid (fixture);

  twin_item_edits_insert (fixture->document, "skus", 1, -1);
  assert_text (fixture, "skus.1.id", "sku_2");
  assert_text (fixture, "skus.1.name", "SKU 2");
  assert_valid (fixture);

  /* A name and an identifier that are taken are passed over. */
  twin_item_edits_remove (fixture->document, "stores", 0);
  twin_item_edits_insert (fixture->document, "stores", 3, -1);
  assert_text (fixture, "stores.3.name", "Store 5");
  assert_text (fixture, "stores.3.id", "store_5");
  assert_valid (fixture);
}

static void
test_duplicate (Fixture *fixture,
                gconstpointer data)
{
  twin_item_edits_insert (fixture->document, "stores", 1, 0);
  assert_text (fixture, "stores.0.name", "Downtown");
  assert_text (fixture, "stores.1.name", "Downtown (2)");
  assert_text (fixture, "stores.1.id", "store_4");
  assert_text (fixture, "stores.2.id", "store_2");
  assert_valid (fixture);

  twin_item_edits_insert (fixture->document, "stores", 1, 0);
  assert_text (fixture, "stores.1.name", "Downtown (3)");
  assert_text (fixture, "stores.1.id", "store_5");
  assert_valid (fixture);

  /* The text that comes next may be taken by an item behind the copy. */
  twin_document_undo (fixture->document);
  twin_item_edits_remove (fixture->document, "stores", 2);
  twin_item_edits_insert (fixture->document, "stores", 1, 0);
  assert_text (fixture, "stores.1.id", "store_5");
  assert_text (fixture, "stores.2.id", "store_4");
  assert_valid (fixture);

  /* Each is a step of undo. */
  for (guint i = 0; i < 3; i++)
    twin_document_undo (fixture->document);
  g_assert_cmpuint (twin_parameters_get_n_items (get_parameters (fixture), "stores"), ==, 3);
  g_assert_false (twin_document_get_modified (fixture->document));
}

/* The keys that the last scenario changes, joined. */
static char *
join_keys (Fixture *fixture)
{
  GPtrArray *scenarios = twin_document_get_project (fixture->document)->scenarios;
  const TwinScenario *last = scenarios->pdata[scenarios->len - 1];
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < last->changes->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "",
                            g_array_index (last->changes, TwinChange, i).key);
  return g_string_free (keys, FALSE);
}

static void
assert_keys (Fixture *fixture,
             const char *expected)
{
  g_autofree char *keys = join_keys (fixture);

  g_assert_cmpstr (keys, ==, expected);
}

static void
test_scenarios_follow (Fixture *fixture,
                       gconstpointer data)
{
  TwinProject *project = twin_project_copy (twin_document_get_project (fixture->document));
  TwinScenario *scenario = twin_scenario_new ("mine", "Mine");

  twin_parameters_insert_item (twin_project_get_parameters (project), "skus", 1, 0);
  twin_scenario_add_change (scenario, "stores.0.capacity.1", TWIN_CHANGE_SET, 1000, NULL);
  twin_scenario_add_change (scenario, "stores.1.demand_multiplier", TWIN_CHANGE_SET, 2, NULL);
  twin_scenario_add_change (scenario, "stores.*.reorder_point", TWIN_CHANGE_MULTIPLY, 2, NULL);
  twin_scenario_add_change (scenario, "warehouse.capacity", TWIN_CHANGE_SET, 9000, NULL);
  g_ptr_array_add (project->scenarios, scenario);
  twin_document_edit (fixture->document, project, NULL);

  twin_item_edits_insert (fixture->document, "stores", 1, 0);
  assert_keys (fixture, "stores.0.capacity.1 stores.2.demand_multiplier stores.*.reorder_point "
                        "warehouse.capacity");
  twin_item_edits_remove (fixture->document, "stores", 0);
  assert_keys (fixture, "stores.1.demand_multiplier stores.*.reorder_point warehouse.capacity");
  twin_document_undo (fixture->document);
  twin_item_edits_insert (fixture->document, "skus", 0, 0);
  assert_keys (fixture, "stores.0.capacity.2 stores.2.demand_multiplier stores.*.reorder_point "
                        "warehouse.capacity");
}

static void
assert_place (const char *key,
              int item,
              int each)
{
  const TwinModelType *type = twin_model_type_find ("network", NULL);
  TwinItemKey place;
  g_autofree char *written = NULL;

  g_assert_true (twin_item_key_read (&place, type, key));
  g_assert_cmpint (place.item, ==, item);
  g_assert_cmpint (place.each, ==, each);
  written = twin_item_key_write (&place, place.item, place.each);
  g_assert_cmpstr (written, ==, key);
}

static void
test_keys (void)
{
  TwinItemKey place;
  const TwinModelType *type = twin_model_type_find ("network", NULL);

  assert_place ("horizon_days", TWIN_ITEM_NONE, TWIN_ITEM_NONE);
  assert_place ("warehouse.capacity", TWIN_ITEM_NONE, TWIN_ITEM_NONE);
  assert_place ("warehouse.capacity.3", TWIN_ITEM_NONE, 3);
  assert_place ("stores.12.capacity", 12, TWIN_ITEM_NONE);
  assert_place ("stores.12.capacity.0", 12, 0);
  assert_place ("stores.*.capacity", TWIN_ITEM_ALL, TWIN_ITEM_NONE);
  g_assert_false (twin_item_key_read (&place, type, "stores.12"));
  g_assert_false (twin_item_key_read (&place, type, "stores.x.capacity"));
  g_assert_false (twin_item_key_read (&place, type, "skus.1.base_demand.0"));
  g_assert_false (twin_item_key_read (&place, type, "stores.1.capacity."));
}

static void
assert_days (const char *typed,
             const char *days,
             const char *shown)
{
  g_autofree char *parsed = twin_days_parse (typed);
  g_autofree char *formatted = parsed != NULL ? twin_days_text_format (parsed) : NULL;
  g_autofree char *again = formatted != NULL ? twin_days_parse (formatted) : NULL;

  g_assert_cmpstr (parsed, ==, days);
  g_assert_cmpstr (formatted, ==, shown);
  g_assert_cmpstr (again, ==, days);
}

static void
test_days (void)
{
  assert_days ("", "", "");
  assert_days ("  ", "", "");
  assert_days ("7", "7", "7");
  assert_days ("30,31,32", "30,31,32", "30–32");
  assert_days ("3 1, 1;2", "1,2,3", "1–3");
  assert_days ("5 - 6, 9", "5,6,9", "5, 6, 9");
  assert_days ("0–2\u202f5", "0,1,2,5", "0–2, 5");
  assert_days ("x", NULL, NULL);
  assert_days ("1.5", NULL, NULL);
  assert_days ("-3", NULL, NULL);
  assert_days ("5-3", NULL, NULL);
  assert_days ("1-", NULL, NULL);
  assert_days ("1,,2", NULL, NULL);
  assert_days ("1000000", NULL, NULL);
  assert_days ("99999999999999999999", NULL, NULL);
  assert_days ("0-900000", NULL, NULL);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/item-edits/add", test_add);
  ADD ("/item-edits/duplicate", test_duplicate);
  ADD ("/item-edits/scenarios-follow", test_scenarios_follow);
#undef ADD
  g_test_add_func ("/item-edits/keys", test_keys);
  g_test_add_func ("/item-edits/days", test_days);
  return g_test_run ();
}
