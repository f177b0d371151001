/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-parameters-json.h"

#include <string.h>

#include "test-shop.h"

static char *
write_section (const TwinParameters *parameters)
{
  TwinJsonWriter *writer = twin_json_writer_new ();

  twin_json_writer_begin_object (writer, NULL, TWIN_JSON_BLOCK);
  twin_parameters_write_json (parameters, writer, "shop");
  twin_json_writer_end_object (writer);
  return twin_json_writer_finish (writer);
}

static TwinParameters *
read_section (const char *text,
              GError **error)
{
  g_autoptr (TwinJsonDocument) document =
      twin_json_document_parse (text, strlen (text), "f", error);
  g_autoptr (TwinParameters) parameters = twin_parameters_new (&test_shop_type);

  if (document == NULL)
    return NULL;
  JsonObject *root = json_node_get_object (twin_json_document_get_root (document));
  if (!twin_parameters_read_json (parameters, document, json_object_get_member (root, "shop"),
                                  "shop", error) ||
      !twin_parameters_check_json (parameters, document, "shop", error))
    return NULL;
  return g_steal_pointer (&parameters);
}

static void
assert_round_trip (const TwinParameters *parameters)
{
  g_autofree char *text = write_section (parameters);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinParameters) back = read_section (text, &error);

  g_assert_no_error (error);
  g_assert_true (twin_parameters_equal (parameters, back));
}

static void
test_layout (void)
{
  g_autoptr (TwinParameters) parameters = twin_parameters_new (&test_shop_type);
  g_autofree char *text = write_section (parameters);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"shop\": {\n"
                   "    \"open\": false,\n"
                   "    \"sea\": {\n"
                   "      \"mood\": \"calm\",\n"
                   "      \"depth\": {\n"
                   "        \"mean\": 2.5,\n"
                   "        \"sd\": 1\n"
                   "      }\n"
                   "    },\n"
                   "    \"shops\": [\n"
                   "      {\n"
                   "        \"id\": \"north\",\n"
                   "        \"stock\": {\n"
                   "          \"low\": 5,\n"
                   "          \"high\": 50\n"
                   "        }\n"
                   "      },\n"
                   "      {\n"
                   "        \"id\": \"south\",\n"
                   "        \"stock\": {\n"
                   "          \"low\": 5,\n"
                   "          \"high\": 50\n"
                   "        }\n"
                   "      }\n"
                   "    ],\n"
                   "    \"notes\": []\n"
                   "  }\n"
                   "}\n");
  assert_round_trip (parameters);
}

static void
test_round_trip (void)
{
  g_autoptr (TwinParameters) parameters = twin_parameters_new (&test_shop_type);

  g_assert_true (twin_parameters_set_number (parameters, "open", 1, NULL));
  g_assert_true (twin_parameters_set_text (parameters, "sea.mood", "wild", NULL));
  g_assert_true (twin_parameters_set_number (parameters, "sea.depth.mean", 0.1 + 0.2, NULL));
  g_assert_true (twin_parameters_set_number (parameters, "sea.depth.sd", 5e-324, NULL));
  twin_parameters_insert_item (parameters, "shops", 1, 0);
  g_assert_true (twin_parameters_set_text (parameters, "shops.1.id", "", NULL));
  g_assert_true (twin_parameters_set_number (parameters, "shops.1.stock.high", 100, NULL));
  twin_parameters_insert_item (parameters, "notes", 0, -1);
  g_assert_true (twin_parameters_set_text (parameters, "notes.0.text", "“\"\\\n😀\x7f", NULL));
  assert_round_trip (parameters);

  twin_parameters_remove_item (parameters, "shops", 0);
  twin_parameters_remove_item (parameters, "shops", 0);
  assert_round_trip (parameters);
}

/* What a file leaves out has its default, item by item. */
static void
test_left_out (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinParameters) parameters =
      read_section ("{\"shop\": {\"shops\": [{}, {\"stock\": {\"high\": 9}}, {\"id\": \"east\"}]}}",
                    &error);

  g_assert_no_error (error);
  g_assert_cmpuint (twin_parameters_get_n_items (parameters, "shops"), ==, 3);
  g_assert_cmpstr (twin_parameters_get_text (parameters, "shops.0.id"), ==, "north");
  g_assert_cmpstr (twin_parameters_get_text (parameters, "shops.1.id"), ==, "south");
  g_assert_cmpfloat (twin_parameters_get_number (parameters, "shops.1.stock.low"), ==, 5);
  g_assert_cmpfloat (twin_parameters_get_number (parameters, "shops.1.stock.high"), ==, 9);
  g_assert_cmpfloat (twin_parameters_get_number (parameters, "shops.2.stock.high"), ==, 50);
  g_assert_cmpfloat (twin_parameters_get_number (parameters, "sea.depth.mean"), ==, 2.5);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *section, *path, *message;
    TwinError code;
  } cases[] = {
    { "[]", "shop", "a list is not allowed; it must be an object", TWIN_ERROR_WRONG_TYPE },
    { "{\"open\": 1}", "shop.open", "1 is not allowed; it must be true or false",
      TWIN_ERROR_WRONG_TYPE },
    { "{\"open\": \"true\"}", "shop.open", "“true” is not allowed", TWIN_ERROR_WRONG_TYPE },
    { "{\"sea\": {\"mood\": \"angry\"}}", "shop.sea.mood", "“angry” is not allowed; it must be one "
      "of: calm, wild", TWIN_ERROR_OUT_OF_BOUNDS },
    { "{\"sea\": {\"mood\": 0}}", "shop.sea.mood", "0 is not allowed; it must be one of: calm, "
      "wild", TWIN_ERROR_WRONG_TYPE },
    { "{\"sea\": {\"depth\": 3}}", "shop.sea.depth", "3 is not allowed; it must be an object",
      TWIN_ERROR_WRONG_TYPE },
    { "{\"sea\": {\"depth\": {\"mean\": \"deep\"}}}", "shop.sea.depth.mean", "“deep” is not "
      "allowed; it must be a number of 0 or more", TWIN_ERROR_WRONG_TYPE },
    { "{\"sea\": {\"depth\": {\"sd\": null}}}", "shop.sea.depth.sd", "null is not allowed; it must "
      "be a number above 0 and up to 10", TWIN_ERROR_WRONG_TYPE },
    { "{\"sea\": {\"depth\": {\"sd\": 0}}}", "shop.sea.depth.sd", "0 is not allowed; it must be a "
      "number above 0 and up to 10", TWIN_ERROR_OUT_OF_BOUNDS },
    { "{\"sea\": {\"depth\": {\"men\": 3}}}", "shop.sea.depth.men", "no such parameter; did you "
      "mean sea.depth.mean?", TWIN_ERROR_UNKNOWN_KEY },
    { "{\"sea.mood\": \"wild\"}", "shop.sea.mood", "no such key", TWIN_ERROR_UNKNOWN_KEY },
    { "{\"\": 1}", "shop.", "no such key", TWIN_ERROR_UNKNOWN_KEY },
    { "{\"shops\": {}}", "shop.shops", "an object is not allowed; it must be a list",
      TWIN_ERROR_WRONG_TYPE },
    { "{\"shops\": []}", "shop.shops", "the number of items is 0; it must be from 1 to 4",
      TWIN_ERROR_OUT_OF_BOUNDS },
    { "{\"shops\": [{},{},{},{},{}]}", "shop.shops", "the number of items is 5",
      TWIN_ERROR_OUT_OF_BOUNDS },
    { "{\"shops\": [7]}", "shop.shops.0", "7 is not allowed; it must be an object",
      TWIN_ERROR_WRONG_TYPE },
    { "{\"shops\": [{}, {\"size\": 7}]}", "shop.shops.1.size", "no such parameter",
      TWIN_ERROR_UNKNOWN_KEY },
    { "{\"shops\": [{\"id\": 7}]}", "shop.shops.0.id", "7 is not allowed; it must be a text",
      TWIN_ERROR_WRONG_TYPE },
    { "{\"shops\": [{\"id\": \"a\"}, {}, {\"id\": \"a\"}]}", "shop.shops.2.id",
      "“a” is not allowed; another item has that id", TWIN_ERROR_CONFLICT },
    { "{\"shops\": [{}, {\"id\": \"north\"}]}", "shop.shops.1.id",
      "“north” is not allowed; another item has that id", TWIN_ERROR_CONFLICT },
    { "{\"shops\": [{}, {\"stock\": {\"low\": 2.5}}]}", "shop.shops.1.stock.low",
      "2.5 is not allowed; it must be a whole number from 0 to 100", TWIN_ERROR_OUT_OF_BOUNDS },
    { "{\"shops\": [{}, {\"stock\": {\"low\": 50}}]}", "shop.shops.1.stock.low",
      "50 is not allowed; it must be below shops.1.stock.high, which is 50", TWIN_ERROR_CONFLICT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"shop\": %s}", cases[i].section);
      g_autofree char *message = g_strdup_printf ("f: %s: %s", cases[i].path, cases[i].message);
      g_autoptr (GError) error = NULL;
      g_autoptr (TwinParameters) parameters = read_section (text, &error);
      g_assert_null (parameters);
      if (!g_str_has_prefix (error->message, message))
        g_assert_cmpstr (error->message, ==, message);
      g_assert_error (error, TWIN_ERROR, (int) cases[i].code);
      g_assert_cmpstr (twin_error_get_key (error), ==, cases[i].path);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parameters-json/layout", test_layout);
  g_test_add_func ("/parameters-json/round-trip", test_round_trip);
  g_test_add_func ("/parameters-json/left-out", test_left_out);
  g_test_add_func ("/parameters-json/refused", test_refused);

  return g_test_run ();
}
