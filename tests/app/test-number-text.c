/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as people type them. */

#include "twin-number-text.h"

#include <float.h>
#include <locale.h>
#include <math.h>

static void
assert_parses (const char *text,
               double expected)
{
  double value = NAN;

  if (!twin_number_text_parse (text, &value))
    g_error ("“%s” is no number", text);
  if (value != expected)
    g_error ("“%s” is %.17g, not %.17g", text, value, expected);
}

static void
test_parse (void)
{
  static const char *const wrong[]
      = { "", " ", "abc", "1.2.3", "1,5", "12,34", "1e", "--1", "nan", "inf", "0x10", "5 %", "1e999",
          "1 00", "1 0000", "1,0000" };
  double value;

  assert_parses ("42", 42);
  assert_parses ("  42 ", 42);
  assert_parses ("0.1", 0.1);
  assert_parses (".5", 0.5);
  assert_parses ("1e3", 1000);
  assert_parses ("-7", -7);
  assert_parses ("+7", 7);
  assert_parses ("−7", -7);
  assert_parses ("1 000", 1000);
  assert_parses ("1\u202f234\u202f567.5", 1234567.5);
  assert_parses ("12'345", 12345);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (twin_number_text_parse (wrong[i], &value))
      g_error ("“%s” was read as %.17g", wrong[i], value);
}

static void
assert_formats (double value,
                const char *expected)
{
  g_autofree char *text = twin_number_text_format (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  assert_formats (0, "0");
  assert_formats (40, "40");
  assert_formats (0.1, "0.1");
  assert_formats (-2.5, "-2.5");
  assert_formats (1000000, "1000000");
  assert_formats (1.0 / 3, "0.3333333333333333");
  assert_formats (0.1 + 0.2, "0.30000000000000004");
}

/* For reading, and still exact: what has decimals has all of them. */
static void
test_grouped (void)
{
  g_autofree char *bound = twin_number_text_format_grouped (1000000);
  g_autofree char *part = twin_number_text_format_grouped (1234567.5);
  g_autofree char *huge = twin_number_text_format_grouped (1e300);

  g_assert_cmpstr (bound, ==, "1\342\200\257000\342\200\257000");
  g_assert_cmpstr (part, ==, "1234567.5");
  assert_parses (bound, 1000000);
  assert_parses (huge, 1e300);
}

/* An entry that nobody touched must not change its number by a bit. */
static void
test_round_trip (void)
{
  static const double values[]
      = { 0, 1, 0.1, 1e-9, 1e-300, DBL_MIN, DBL_MAX, 1e16 + 2, 1e17, 123456789.123456789, M_PI };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = twin_number_text_format (values[i]);

      assert_parses (text, values[i]);
    }
}

static void
test_clean (void)
{
  double sum = 0;

  for (int i = 0; i < 10; i++)
    sum += 0.1;
  g_assert_cmpfloat (sum, !=, 1);
  g_assert_cmpfloat (twin_number_text_clean (sum), ==, 1);
  g_assert_cmpfloat (twin_number_text_clean (0.1 + 0.2), ==, 0.3);
  g_assert_cmpfloat (twin_number_text_clean (12345.678), ==, 12345.678);
}

static void
test_german (void)
{
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no German locale here");
      return;
    }

  assert_parses ("3,5", 3.5);
  assert_parses ("3.5", 3.5);
  assert_parses ("1.500", 1500);
  assert_parses ("1.234.567,25", 1234567.25);
  assert_formats (0.5, "0,5");
  assert_formats (1000000, "1000000");
  setlocale (LC_NUMERIC, "C");
}

/* Keyboards may have digits that a locale's numbers are not written in. */
static void
test_arabic (void)
{
  assert_parses ("٤٢", 42);
  assert_parses ("٠٫٩٥", 0.95);
  assert_parses ("١٬٢٣٤٫٥", 1234.5);
  assert_parses ("۱۲", 12);                /* Persian */
  assert_parses ("\342\200\216\342\210\2225", -5); /* a mark of direction before the sign */
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-text/parse", test_parse);
  g_test_add_func ("/number-text/format", test_format);
  g_test_add_func ("/number-text/grouped", test_grouped);
  g_test_add_func ("/number-text/round-trip", test_round_trip);
  g_test_add_func ("/number-text/clean", test_clean);
  g_test_add_func ("/number-text/german", test_german);
  g_test_add_func ("/number-text/arabic", test_arabic);
  return g_test_run ();
}
