/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "twin-error.h"
#include "twin-json-document.h"
#include "twin-json-scan.h"

static gboolean
scan (const char *text,
      gsize length,
      GError **error)
{
  g_autoptr (GHashTable) digits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return twin_json_scan (text, length, "f", digits, error);
}

/* All of these are JSON, and json-glib has to agree, or the two could read different things. */
static void
test_accepted (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    " [ ] ",
    "0",
    "null",
    "[true, false, null]",
    "[0, -0, 0.5, 1e5, 1E+5, -1.5e-3, 0e0, 12345678901234567890]",
    "{\"a\": {\"b\": [1, {\"c\": \"d\"}]}}",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\uD83D\\uDE00\"]",
    "[\"ä–😀\"]",
    "\r\n\t {\"\":1}\r\n",
    "{\"a\":1,\"A\":1,\"b\":{\"a\":1}}",
    "\xEF\xBB\xBF[1]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TwinJsonDocument) document =
          twin_json_document_parse (texts[i], strlen (texts[i]), "f", &error);
      g_assert_no_error (error);
      g_assert_nonnull (twin_json_document_get_root (document));
    }
}

#define TEXT(literal) literal, sizeof literal - 1

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    const char *message;
  } cases[] = {
    { TEXT (""), "f: line 1: the file is empty" },
    { TEXT (" \n"), "f: line 2: the file is empty" },
    { TEXT ("{"), "f: line 1: the file ends in the middle" },
    { TEXT ("{\n\"a\""), "f: a: line 2: the file ends in the middle" },
    { TEXT ("[\"a"), "f: 0: line 1: the file ends in the middle" },
    { TEXT ("[\"a\\"), "f: 0: line 1: the file ends in the middle" },
    { TEXT ("[1,"), "f: 1: line 1: the file ends in the middle" },
    { TEXT ("[-"), "f: 0: line 1: the file ends in the middle" },
    { TEXT ("{} {}"), "f: line 1: “{” stands after the end" },
    { TEXT ("[1,]"), "f: 1: line 1: “]” is no value" },
    { TEXT ("{\"a\":1,}"), "f: line 1: “}” stands where a key in double quotes is due" },
    { TEXT ("{a:1}"), "f: line 1: “a” stands where a key" },
    { TEXT ("{\"a\" 1}"), "f: a: line 1: “1” stands where “:” is due" },
    { TEXT ("{\"a\":1 \"b\":2}"), "f: line 1: “\"” stands where “,” or “}” is due" },
    { TEXT ("[1 2]"), "f: line 1: “2” stands where “,” or “]” is due" },
    { TEXT ("['a']"), "f: 0: line 1: “'a'” is no value" },
    { TEXT ("[NaN]"), "f: 0: line 1: “NaN” is no value" },
    { TEXT ("{\"a\":{\"b\":Infinity}}"), "f: a.b: line 1: “Infinity” is no value" },
    { TEXT ("[01]"), "f: 0: line 1: “01” is no value" },
    { TEXT ("[0x10]"), "f: 0: line 1: “0x10” is no value" },
    { TEXT ("[+1]"), "f: 0: line 1: “+1” is no value" },
    { TEXT ("[1.]"), "f: 0: line 1: “1.” is no value" },
    { TEXT ("[.5]"), "f: 0: line 1: “.5” is no value" },
    { TEXT ("[1e]"), "f: 0: line 1: “1e” is no value" },
    { TEXT ("[1;2]"), "f: 0: line 1: “1;2” is no value" },
    { TEXT ("[truer]"), "f: 0: line 1: “truer” is no value" },
    { TEXT ("[äöü]"), "f: 0: line 1: “äöü” is no value" },
    { TEXT ("[1e999]"), "f: 0: line 1: 1e999 is not allowed; numbers reach up to 1.8e308" },
    { TEXT ("// a\n[1]"), "f: line 1: “//” is no value" },
    { TEXT ("[1]/*"), "f: line 1: “/*” stands after the end" },
    { TEXT ("[\"a\nb\"]"), "f: 0: line 2: a text in quotes is not closed on its line" },
    { TEXT ("[\"\\x\"]"), "f: 0: line 1: there is a “\\” in a text" },
    { TEXT ("[\"\\u12g4\"]"), "f: 0: line 1: there is a “\\” in a text" },
    { TEXT ("[\"a\\u0000b\"]"), "f: 0: line 1: there is a “\\” in a text" },
    { TEXT ("[\"\\ud800\"]"), "f: 0: line 1: there is a “\\” in a text" },
    { TEXT ("[\"\\ud800\\u0041\"]"), "f: 0: line 1: there is a “\\” in a text" },
    { TEXT ("[\"\\udc00\"]"), "f: 0: line 1: there is a “\\” in a text" },
    { TEXT ("[1]\n\0"), "f: line 2: there is a NUL byte" },
    { TEXT ("[1]\n\0 "), "f: line 2: there is a NUL byte" },
    { TEXT ("[\n\n\"\xE4\"]"), "f: line 3: it is not in UTF-8" },
    { TEXT ("{\"a\":1,\n\"b\":2,\n\"a\":3}"), "f: a: line 3: the key is given twice" },
    { TEXT ("{\"a\":1,\"\\u0061\":3}"), "f: a: line 1: the key is given twice" },
    { TEXT ("{\"a\":[{\"b\":{}, \"b\":{}}]}"), "f: a.0.b: line 1: the key is given twice" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (scan (cases[i].text, cases[i].length, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, (int) TWIN_ERROR);
      if (!g_str_has_prefix (error->message, cases[i].message))
        g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_caps (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autoptr (GString) many = g_string_new ("[0");
  g_autofree char *long_key = g_strnfill (1000, 'k');
  g_autofree char *long_member = g_strdup_printf ("{\"%s\": 1}", long_key);
  g_autoptr (GError) error = NULL;

  g_assert_false (scan (deep, strlen (deep), &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "nested more than 32 deep"));
  g_clear_error (&error);

  for (int i = 0; i < 250000; i++)
    g_string_append (many, ",0");
  g_string_append (many, "]");
  g_assert_false (scan (many->str, many->len, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "more than 250000 values"));
  g_clear_error (&error);

  g_assert_false (scan (long_member, strlen (long_member), &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_UNKNOWN_KEY);
}

static void
test_digits (void)
{
  static const char text[] =
      "{\"a\": [18446744073709551615, 1.50], \"b\": {\"c.d\": -0}, \"e\": \"1\"}";
  g_autoptr (TwinJsonDocument) document = twin_json_document_parse (text, strlen (text), "f", NULL);

  g_assert_cmpstr (twin_json_document_get_digits (document, "a.0"), ==, "18446744073709551615");
  g_assert_cmpstr (twin_json_document_get_digits (document, "a.1"), ==, "1.50");
  g_assert_cmpstr (twin_json_document_get_digits (document, "b.c.d"), ==, "-0");
  g_assert_null (twin_json_document_get_digits (document, "e"));
  g_assert_null (twin_json_document_get_digits (document, "b"));
  g_assert_null (twin_json_document_get_digits (document, "f"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-scan/accepted", test_accepted);
  g_test_add_func ("/json-scan/refused", test_refused);
  g_test_add_func ("/json-scan/caps", test_caps);
  g_test_add_func ("/json-scan/digits", test_digits);

  return g_test_run ();
}
