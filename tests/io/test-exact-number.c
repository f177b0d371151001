/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-exact-number.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static const struct
{
  double value;
  const char *digits;
} cases[] = {
  { 0, "0" },
  { -0.0, "-0" },
  { 1, "1" },
  { -12, "-12" },
  { 0.1, "0.1" },
  { 0.1 + 0.2, "0.30000000000000004" },
  { 1.0 / 3, "0.3333333333333333" },
  { 1e15, "1e+15" },
  { 999999999999999, "999999999999999" },
  { 9007199254740993.0, "9007199254740992" },
  { 123456.789, "123456.789" },
  { 1e-300, "1e-300" },
  { 5e-324, "4.94065645841247e-324" },
  { DBL_MAX, "1.7976931348623157e+308" },
  { DBL_MIN, "2.2250738585072014e-308" },
};

static void
test_format (void)
{
  char digits[TWIN_EXACT_NUMBER_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (twin_exact_number_format (cases[i].value, digits), ==, cases[i].digits);
}

static void
assert_round_trip (double value)
{
  char digits[TWIN_EXACT_NUMBER_SIZE];
  double back;

  g_assert_true (twin_exact_number_parse (twin_exact_number_format (value, digits), &back));
  g_assert_cmpmem (&back, sizeof back, &value, sizeof value);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_round_trip (cases[i].value);
  /* Any bits that are a number */
  for (int i = 0; i < 20000; i++)
    {
      guint64 bits = ((guint64) g_rand_int (random) << 32) | g_rand_int (random);
      double value;
      memcpy (&value, &bits, sizeof value);
      if (isfinite (value))
        assert_round_trip (value);
      assert_round_trip (g_rand_double (random));
      assert_round_trip ((double) (gint32) g_rand_int (random));
    }
}

static void
test_parse_refused (void)
{
  static const char *const texts[] = { "",    " 1",  "1 ",   "1x",  "0x10", "nan", "inf",
                                       "1,5", "1e",  "e5",   ".",   "-",    "--1", "1.2.3",
                                       "INF", "NaN", "1e+",  "1_0", "١",    "+" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double value;
      g_test_message ("“%s”", texts[i]);
      g_assert_false (twin_exact_number_parse (texts[i], &value));
    }
}

/* A decimal comma would break every file. */
static void
test_locale (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("There is no de_DE.UTF-8 here");
      return;
    }
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  test_format ();
  test_parse_refused ();
  assert_round_trip (0.1 + 0.2);
  setlocale (LC_ALL, "C");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exact-number/format", test_format);
  g_test_add_func ("/exact-number/round-trip", test_round_trip);
  g_test_add_func ("/exact-number/parse-refused", test_parse_refused);
  g_test_add_func ("/exact-number/locale", test_locale);

  return g_test_run ();
}
