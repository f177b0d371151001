/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-json-writer.h"

#include <math.h>
#include <string.h>

#include "twin-json-document.h"

static void
test_layout (void)
{
  TwinJsonWriter *writer = twin_json_writer_new ();

  twin_json_writer_begin_object (writer, NULL, TWIN_JSON_BLOCK);
  twin_json_writer_add_text (writer, "name", "a \"b\"\n");
  twin_json_writer_begin_array (writer, "list", TWIN_JSON_BLOCK);
  twin_json_writer_add_number (writer, NULL, 0.1);
  twin_json_writer_begin_object (writer, NULL, TWIN_JSON_INLINE);
  twin_json_writer_add_boolean (writer, "yes", TRUE);
  twin_json_writer_begin_array (writer, "in", TWIN_JSON_BLOCK);
  twin_json_writer_add_boolean (writer, NULL, FALSE);
  twin_json_writer_add_null (writer, NULL);
  twin_json_writer_end_array (writer);
  twin_json_writer_end_object (writer);
  twin_json_writer_end_array (writer);
  twin_json_writer_begin_array (writer, "empty", TWIN_JSON_BLOCK);
  twin_json_writer_end_array (writer);
  twin_json_writer_begin_object (writer, "none", TWIN_JSON_BLOCK);
  twin_json_writer_end_object (writer);
  twin_json_writer_add_integer (writer, "seed", G_MAXUINT64);
  twin_json_writer_add_number (writer, "nan", NAN);
  twin_json_writer_add_number (writer, "infinite", -INFINITY);
  twin_json_writer_end_object (writer);

  g_autofree char *text = twin_json_writer_finish (writer);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"name\": \"a \\\"b\\\"\\n\",\n"
                   "  \"list\": [\n"
                   "    0.1,\n"
                   "    {\"yes\": true, \"in\": [false, null]}\n"
                   "  ],\n"
                   "  \"empty\": [],\n"
                   "  \"none\": {},\n"
                   "  \"seed\": 18446744073709551615,\n"
                   "  \"nan\": null,\n"
                   "  \"infinite\": null\n"
                   "}\n");
}

/* Every character that a text can have comes back from a strict reader. */
static void
test_texts (void)
{
  TwinJsonWriter *writer = twin_json_writer_new ();
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (gunichar c = 1; c < 0x3000; c++)
    g_string_append_unichar (all, c);
  g_string_append (all, "😀\\u0041");
  twin_json_writer_begin_object (writer, NULL, TWIN_JSON_BLOCK);
  twin_json_writer_add_text (writer, "all", all->str);
  twin_json_writer_end_object (writer);

  g_autofree char *text = twin_json_writer_finish (writer);
  g_autoptr (TwinJsonDocument) document =
      twin_json_document_parse (text, strlen (text), "f", &error);
  g_assert_no_error (error);
  JsonObject *root = json_node_get_object (twin_json_document_get_root (document));
  g_assert_cmpstr (json_object_get_string_member (root, "all"), ==, all->str);
}

static void
test_abandoned (void)
{
  g_autoptr (TwinJsonWriter) writer = twin_json_writer_new ();

  twin_json_writer_begin_object (writer, NULL, TWIN_JSON_BLOCK);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/layout", test_layout);
  g_test_add_func ("/json-writer/texts", test_texts);
  g_test_add_func ("/json-writer/abandoned", test_abandoned);

  return g_test_run ();
}
