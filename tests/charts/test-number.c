/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "twin-number.h"

#define NNBSP "\342\200\257"
#define MINUS "\342\210\222"

typedef struct
{
  double value;
  TwinNumberStyle style;
  const char *text;
} Example;

/* In the C locale: '.' and narrow spaces. */
static const Example examples[] = {
  { 0, TWIN_NUMBER_PLAIN, "0" },
  { 1.5, TWIN_NUMBER_PLAIN, "1.5" },
  { 1.0 / 3, TWIN_NUMBER_PLAIN, "0.333333" },
  { 1234.5678, TWIN_NUMBER_PLAIN, "1" NNBSP "234.57" },
  { -1234567, TWIN_NUMBER_PLAIN, MINUS "1" NNBSP "234" NNBSP "567" },
  { 1.5e-9, TWIN_NUMBER_PLAIN, "1.5" NNBSP "×" NNBSP "10⁻⁹" },
  { -2e20, TWIN_NUMBER_MONEY, MINUS "2" NNBSP "×" NNBSP "10²⁰" },
  { 0.98, TWIN_NUMBER_SHARE, "98.0" NNBSP "%" },
  { 1, TWIN_NUMBER_SHARE, "100.0" NNBSP "%" },
  { 0.70049, TWIN_NUMBER_SHARE, "70.0" NNBSP "%" },
  { -0.13649, TWIN_NUMBER_POINTS, MINUS "13.6" },
  { 999, TWIN_NUMBER_COUNT, "999" },
  { 9518, TWIN_NUMBER_COUNT, "9" NNBSP "518" },
  { 57720.4, TWIN_NUMBER_MONEY, "57" NNBSP "720" },
  { 999.96, TWIN_NUMBER_MONEY, "1" NNBSP "000" },
  { 999.94, TWIN_NUMBER_MONEY, "999.9" },
  { 99.996, TWIN_NUMBER_MONEY, "100.0" },
  { 12.345, TWIN_NUMBER_MONEY, "12.35" },
  { -0.001, TWIN_NUMBER_MONEY, "0.00" },
  { 26.13, TWIN_NUMBER_QUANTITY, "26.1" },
  { 123456.78, TWIN_NUMBER_QUANTITY, "123" NNBSP "457" },
  { 4379.44, TWIN_NUMBER_QUANTITY, "4" NNBSP "379.4" },
  { 3e-9, TWIN_NUMBER_QUANTITY, "3" NNBSP "×" NNBSP "10⁻⁹" },
  { 4.65753e-7, TWIN_NUMBER_SHARE, "4.6575" NNBSP "×" NNBSP "10⁻⁵" NNBSP "%" },
  { 9.407832e303, TWIN_NUMBER_MONEY, "9.4078" NNBSP "×" NNBSP "10³⁰³" },
  { 0.001, TWIN_NUMBER_DAYS, "0.001" },
  { 87, TWIN_NUMBER_COUNT, "87" },
  { 87.46, TWIN_NUMBER_COUNT, "87.5" },
  { 3, TWIN_NUMBER_DAYS, "3" },
  { 3.14159, TWIN_NUMBER_DAYS, "3.14" },
  { 74.5, TWIN_NUMBER_DAYS, "74.5" },
  { NAN, TWIN_NUMBER_MONEY, "–" },
  { NAN, TWIN_NUMBER_SHARE, "–" },
  { INFINITY, TWIN_NUMBER_COUNT, "∞" },
  { -INFINITY, TWIN_NUMBER_PLAIN, MINUS "∞" },
};

static void
test_examples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *text = twin_number_format (examples[i].value, examples[i].style);

      g_assert_cmpstr (text, ==, examples[i].text);
    }
}

static void
test_fixed (void)
{
  g_autofree char *share = twin_number_format_fixed (0.975, TWIN_NUMBER_SHARE, 1);
  g_autofree char *none = twin_number_format_fixed (12345, TWIN_NUMBER_PLAIN, 0);
  g_autofree char *some = twin_number_format_fixed (-2, TWIN_NUMBER_COUNT, 3);
  g_autofree char *zero = twin_number_format_fixed (-1e-9, TWIN_NUMBER_PLAIN, 2);
  g_autofree char *gap = twin_number_format_fixed (NAN, TWIN_NUMBER_PLAIN, 2);

  g_assert_cmpstr (share, ==, "97.5" NNBSP "%");
  g_assert_cmpstr (none, ==, "12" NNBSP "345");
  g_assert_cmpstr (some, ==, MINUS "2.000");
  g_assert_cmpstr (zero, ==, "0.00");
  g_assert_cmpstr (gap, ==, "–");
}

static void
assert_interval (double low,
                 double high,
                 TwinNumberStyle style,
                 const char *expected)
{
  g_autofree char *text = twin_number_format_interval (low, high, style);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_interval (void)
{
  assert_interval (0.698, 0.702, TWIN_NUMBER_SHARE, "69.8 – 70.2" NNBSP "%");
  assert_interval (0.98012, 0.98031, TWIN_NUMBER_SHARE, "98.01 – 98.03" NNBSP "%");
  assert_interval (0.98334, 0.98431, TWIN_NUMBER_SHARE, "98.33 – 98.43" NNBSP "%");
  assert_interval (0.9695, 0.9715, TWIN_NUMBER_SHARE, "97.0 – 97.2" NNBSP "%");
  assert_interval (0, 9.3e-7, TWIN_NUMBER_SHARE, "0 – 9.3" NNBSP "×" NNBSP "10⁻⁵" NNBSP "%");
  assert_interval (4372.3, 4386.6, TWIN_NUMBER_QUANTITY, "4" NNBSP "372 – 4" NNBSP "387");
  assert_interval (0.123456, 0.123458, TWIN_NUMBER_MONEY, "0.123456 – 0.123458");
  /* What is only a rounding apart is the same. */
  assert_interval (12, 12 + 1e-12, TWIN_NUMBER_COUNT, "12 – 12");
  assert_interval (-0.1371, -0.1342, TWIN_NUMBER_POINTS, MINUS "13.7 – " MINUS "13.4");
  assert_interval (57600.2, 57840.9, TWIN_NUMBER_MONEY, "57" NNBSP "600 – 57" NNBSP "841");
  assert_interval (57600.2, 57600.4, TWIN_NUMBER_MONEY, "57" NNBSP "600.2 – 57" NNBSP "600.4");
  assert_interval (-3, -1, TWIN_NUMBER_COUNT, MINUS "3 – " MINUS "1");
  assert_interval (12, 12, TWIN_NUMBER_COUNT, "12 – 12");
  assert_interval (1.23456, 1.27891, TWIN_NUMBER_PLAIN, "1.23 – 1.28");
  assert_interval (NAN, 1, TWIN_NUMBER_SHARE, "no interval");
  assert_interval (1, NAN, TWIN_NUMBER_MONEY, "no interval");
}

static void
assert_beside (double value,
               double low,
               double high,
               TwinNumberStyle style,
               const char *expected)
{
  g_autofree char *text = twin_number_format_beside (value, low, high, style);

  g_assert_cmpstr (text, ==, expected);
}

/* A column of means beside a column of intervals is as even as they are. */
static void
test_beside (void)
{
  assert_beside (15, 14.2, 15.8, TWIN_NUMBER_COUNT, "15.0");
  assert_beside (12, 12, 12, TWIN_NUMBER_COUNT, "12");
  assert_beside (62.82, 4573, 4580, TWIN_NUMBER_MONEY, "63");
  assert_beside (0.98021, 0.98012, 0.98031, TWIN_NUMBER_SHARE, "98.02" NNBSP "%");
  assert_beside (0.5, NAN, NAN, TWIN_NUMBER_SHARE, "50.0" NNBSP "%");
  assert_beside (NAN, 1, 2, TWIN_NUMBER_MONEY, "–");
}

static void
assert_apart (double value,
              double half,
              double limit,
              const char *expected)
{
  g_autofree char *text = twin_number_format_apart (value, value - half, value + half, limit,
                                                    TWIN_NUMBER_SHARE);

  g_assert_cmpstr (text, ==, expected);
}

/* What misses a target does not look as if it met it, nor the other way round. */
static void
test_apart (void)
{
  assert_apart (0.96991, 0.001, 0.97, "96.99" NNBSP "%");
  assert_apart (0.969996, 0.001, 0.97, "96.9996" NNBSP "%");
  assert_apart (0.9694, 0.001, 0.97, "96.9" NNBSP "%");
  assert_apart (0.97, 0.001, 0.97, "97.0" NNBSP "%");
  assert_apart (0.97041, 0.001, 0.9704, "97.04" NNBSP "%");
  assert_apart (0.1 * 9.5, 0.001, 0.95, "95.0" NNBSP "%");
  assert_apart (0.95 - 1e-15, 0.001, 0.95, "95.0" NNBSP "%");
  assert_apart (0.96991, NAN, 0.97, "96.99" NNBSP "%");
  assert_apart (NAN, 0.001, 0.97, "–");
}

/* Nothing that a double can be may trip the formatter. */
static void
test_any_number (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (int i = 0; i < 20000; i++)
    {
      union
      {
        guint64 bits;
        double value;
      } any = { .bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random) };
      TwinNumberStyle style = (TwinNumberStyle) (i % (TWIN_NUMBER_DAYS + 1));
      g_autofree char *text = twin_number_format (any.value, style);
      g_autofree char *fixed = twin_number_format_fixed (any.value, style, i % 14);
      g_autofree char *interval = twin_number_format_interval (any.value, -any.value, style);

      g_assert_true (g_utf8_validate (text, -1, NULL) && *text != '\0');
      g_assert_true (g_utf8_validate (fixed, -1, NULL) && *fixed != '\0');
      g_assert_true (g_utf8_validate (interval, -1, NULL) && *interval != '\0');
      g_assert_cmpint (g_utf8_strlen (text, -1), <, 40);
    }
}

static void
test_other_locale (void)
{
  g_autofree char *money = NULL;
  g_autofree char *plain = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no German locale here");
      return;
    }
  money = twin_number_format (1234567, TWIN_NUMBER_MONEY);
  plain = twin_number_format (1234.5, TWIN_NUMBER_PLAIN);
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpstr (money, ==, "1.234.567");
  g_assert_cmpstr (plain, ==, "1.234,5");
}

/* What is counted agrees with the number that is shown. Takes @shown. */
static void
assert_unit (char *shown,
             double value,
             const char *unit,
             const char *expected)
{
  g_autofree char *text = twin_number_add_unit (shown, value, unit);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_units (void)
{
  assert_unit (g_strdup ("1"), 1, "days", "1" NNBSP "day");
  assert_unit (g_strdup ("0"), 0, "days", "0" NNBSP "days");
  assert_unit (g_strdup ("1.0"), 1, "units", "1.0" NNBSP "units");
  assert_unit (g_strdup ("1"), 1, "units", "1" NNBSP "unit");
  assert_unit (g_strdup ("1.5"), 1.5, "days", "1.5" NNBSP "days");
  assert_unit (g_strdup ("1 – 4"), 4, "days", "1 – 4" NNBSP "days");
  assert_unit (g_strdup ("5"), 5, "€", "5" NNBSP "€");
  assert_unit (g_strdup ("5"), 5, NULL, "5");
}

/* A sign stands before its number in Arabic text as well. */
static void
test_signs (void)
{
  g_autofree char *plain = twin_number_add_plus (g_strdup ("5"));
  g_autofree char *plus = NULL;
  g_autofree char *minus = NULL;

  twin_number_set_right_to_left (TRUE);
  plus = twin_number_add_plus (g_strdup ("5"));
  minus = twin_number_format (-5, TWIN_NUMBER_COUNT);
  twin_number_set_right_to_left (FALSE);
  g_assert_cmpstr (plain, ==, "+5");
  g_assert_cmpstr (plus, ==, "\342\200\216+5");
  g_assert_cmpstr (minus, ==, "\342\200\216" MINUS "5");
}

/* What a font without narrow spaces gets; and what is no space stays as it is. */
static void
test_wide_spaces (void)
{
  g_autofree char *money = NULL;
  g_autofree char *share = NULL;
  g_autofree char *other = NULL;
  g_autofree char *narrow = NULL;

  twin_number_set_wide_spaces (TRUE);
  money = twin_number_format (1234567, TWIN_NUMBER_MONEY);
  share = twin_number_format (0.981, TWIN_NUMBER_SHARE);
  other = twin_number_fit_spaces (g_strdup ("26.1" NNBSP "units, 2 stores"));
  twin_number_set_wide_spaces (FALSE);
  narrow = twin_number_format (1234567, TWIN_NUMBER_MONEY);
  g_assert_cmpstr (money, ==, "1\302\240234\302\240567");
  g_assert_cmpstr (share, ==, "98.1\302\240%");
  g_assert_cmpstr (other, ==, "26.1\302\240units, 2 stores");
  g_assert_cmpstr (narrow, ==, "1" NNBSP "234" NNBSP "567");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/examples", test_examples);
  g_test_add_func ("/number/fixed", test_fixed);
  g_test_add_func ("/number/interval", test_interval);
  g_test_add_func ("/number/beside", test_beside);
  g_test_add_func ("/number/apart", test_apart);
  g_test_add_func ("/number/any-number", test_any_number);
  g_test_add_func ("/number/other-locale", test_other_locale);
  g_test_add_func ("/number/units", test_units);
  g_test_add_func ("/number/signs", test_signs);
  g_test_add_func ("/number/wide-spaces", test_wide_spaces);
  return g_test_run ();
}
