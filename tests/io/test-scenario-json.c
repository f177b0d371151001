/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-scenario-json.h"

#include <string.h>

#include "test-shop.h"

static TwinScenario *
read_scenario (const char *text,
               GError **error)
{
  g_autofree char *json = g_strdup_printf ("{\"s\": %s}", text);
  g_autoptr (TwinParameters) base = twin_parameters_new (&test_shop_type);
  g_autoptr (TwinJsonDocument) document = NULL;

  g_strdelimit (json, "'", '"');
  document = twin_json_document_parse (json, strlen (json), "f", error);
  if (document == NULL)
    return NULL;
  JsonObject *root = json_node_get_object (twin_json_document_get_root (document));
  return twin_scenario_read_json (base, document, json_object_get_member (root, "s"), "s", error);
}

static char *
write_scenario (const TwinScenario *scenario)
{
  TwinJsonWriter *writer = twin_json_writer_new ();

  twin_scenario_write_json (scenario, &test_shop_type, writer);
  return twin_json_writer_finish (writer);
}

static void
assert_change (const TwinScenario *scenario,
               guint number,
               const char *key,
               TwinChangeOperation operation,
               double value,
               const char *text)
{
  const TwinChange *change = &g_array_index (scenario->changes, TwinChange, number);

  g_assert_cmpstr (change->key, ==, key);
  g_assert_cmpint (change->operation, ==, operation);
  g_assert_cmpfloat (change->value, ==, value);
  g_assert_cmpstr (change->text, ==, text);
}

/* Every kind of parameter, one item of a list and all of them. */
static void
test_changes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinScenario) scenario =
      read_scenario ("{'name': 'a', 'title': 'A', 'changes': {\n"
                     "'open': {'set': true}, 'sea.mood': {'set': 'wild'},\n"
                     "'shops.*.stock.low': {'add': -1}, 'shops.1.stock.high': {'multiply': 0.5},\n"
                     "'shops.0.id': {'set': ''}, 'sea.depth.mean': {'set': 0.1}}}",
                     &error);

  g_assert_no_error (error);
  g_assert_cmpstr (scenario->name, ==, "a");
  g_assert_cmpstr (scenario->title, ==, "A");
  g_assert_cmpuint (scenario->changes->len, ==, 6);
  assert_change (scenario, 0, "open", TWIN_CHANGE_SET, 1, NULL);
  assert_change (scenario, 1, "sea.mood", TWIN_CHANGE_SET, 0, "wild");
  assert_change (scenario, 2, "shops.*.stock.low", TWIN_CHANGE_ADD, -1, NULL);
  assert_change (scenario, 3, "shops.1.stock.high", TWIN_CHANGE_MULTIPLY, 0.5, NULL);
  assert_change (scenario, 4, "shops.0.id", TWIN_CHANGE_SET, 0, "");
  assert_change (scenario, 5, "sea.depth.mean", TWIN_CHANGE_SET, 0.1, NULL);

  g_autofree char *text = write_scenario (scenario);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"name\": \"a\",\n"
                   "  \"title\": \"A\",\n"
                   "  \"changes\": {\n"
                   "    \"open\": {\"set\": true},\n"
                   "    \"sea.mood\": {\"set\": \"wild\"},\n"
                   "    \"shops.*.stock.low\": {\"add\": -1},\n"
                   "    \"shops.1.stock.high\": {\"multiply\": 0.5},\n"
                   "    \"shops.0.id\": {\"set\": \"\"},\n"
                   "    \"sea.depth.mean\": {\"set\": 0.1}\n"
                   "  }\n"
                   "}\n");
  g_autoptr (TwinScenario) back = read_scenario (text, &error);
  g_assert_no_error (error);
  g_assert_true (twin_scenario_equal (scenario, back));
}

/* The third shop may be gone by now, and the sum may be too much; running it will tell. */
static void
test_what_does_not_fit (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinScenario) scenario =
      read_scenario ("{'name': 'a', 'changes': {'shops.2.stock.low': {'set': 1},\n"
                     "'shops.0.stock.high': {'add': 1000}, 'shops.1.stock.low': {'set': 99}}}",
                     &error);

  g_assert_no_error (error);
  g_assert_cmpuint (scenario->changes->len, ==, 3);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *changes, *message;
  } cases[] = {
    { "'open': {'set': 1}", "open.set: 1 is not allowed; it must be true or false" },
    { "'open': {'add': 1}", "open.add: it is not a number and can only be “set”" },
    { "'shops.0.id': {'set': 1}", "shops.0.id.set: 1 is not allowed; it must be a text" },
    { "'shops.0.id': {'multiply': 1}", "shops.0.id.multiply: it is not a number" },
    { "'sea.depth.sd': {'set': 0}",
      "sea.depth.sd.set: 0 is not allowed; it must be a number above 0 and up to 10" },
    { "'sea.mood': {'set': true}",
      "sea.mood.set: true is not allowed; it must be one of: calm, wild" },
    { "'sea.mood': {'set': -1}", "sea.mood.set: -1 is not allowed; it must be one of: calm" },
    { "'shops.*.stock.low': {'set': 101}",
      "shops.*.stock.low.set: 101 is not allowed; it must be a whole number from 0 to 100" },
    { "'shops.00.stock.low': {'set': 1}", "shops.00.stock.low: no such parameter" },
    { "'shops.-1.stock.low': {'set': 1}", "shops.-1.stock.low: no such parameter" },
    { "'shops.*.stock': {'set': 1}", "shops.*.stock: no such parameter" },
    { "'shops.*.stock.low.x': {'set': 1}", "shops.*.stock.low.x: no such parameter" },
    { "'notes.*.colour': {'set': 1}", "notes.*.colour: no such parameter" },
    { "'*.mood': {'set': 'calm'}", "*.mood: no such parameter" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'name': 'a', 'changes': {%s}}", cases[i].changes);
      g_autofree char *message = g_strconcat ("f: s.changes.", cases[i].message, NULL);
      g_autoptr (GError) error = NULL;
      g_assert_null (read_scenario (text, &error));
      if (!g_str_has_prefix (error->message, message))
        g_assert_cmpstr (error->message, ==, message);
      g_assert_cmpint (error->domain, ==, (int) TWIN_ERROR);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scenario-json/changes", test_changes);
  g_test_add_func ("/scenario-json/what-does-not-fit", test_what_does_not_fit);
  g_test_add_func ("/scenario-json/refused", test_refused);

  return g_test_run ();
}
