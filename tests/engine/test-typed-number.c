/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-error.h"
#include "twin-typed-number.h"

static void
test_numbers (void)
{
  static const struct { const char *text; double value; } cases[] = {
    { "0.98", 0.98 }, { "-3", -3 }, { "1e3", 1000 }, { ".5", 0.5 }, { "40", 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      double value = 0;

      g_assert_true (twin_typed_number_parse ("key", cases[i].text, FALSE, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (value, ==, cases[i].value);
    }
}

/* What is no number, and what is said about it: the number that was meant (of a share, and else),
 * or how numbers are written, or nothing. */
static void
test_hints (void)
{
#define RULE "decimals stand behind a point, and nothing stands between thousands"
  static const struct { const char *text, *of_share, *else_; } cases[] = {
    { "0,98", "did you mean 0.98?", "did you mean 0.98?" },
    { "0,980", "did you mean 0.980?", "did you mean 0.980?" },
    { "-2,5", "did you mean -2.5?", "did you mean -2.5?" },
    { "−2.5", "did you mean -2.5?", "did you mean -2.5?" },
    { "٠٫٩٨", "did you mean 0.98?", "did you mean 0.98?" },
    { "97,5", "did you mean 0.975?", "did you mean 97.5?" },
    { "98%", "did you mean 0.98?", "" },
    { "%98", "did you mean 0.98?", "" },
    { "98,5\u202f%", "did you mean 0.985?", "" },
    { "99.95 %", "did you mean 0.9995?", "" },
    { "٩٨٪", "did you mean 0.98?", "" },
    { "1,000", RULE, RULE },
    { "1.234,5", RULE, RULE },
    { "1,234.5", RULE, RULE },
    { "1\u202f000", RULE, RULE },
    { "1'000", RULE, RULE },
    { "98%%", "", "" },
    { "many", "", "" },
    { "98 units", "", "" },
    { ",", "", "" },
    { "", "", "" },
    { "\xff" "98", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint is_share = 0; is_share < 2; is_share++)
      {
        const char *hint = is_share ? cases[i].of_share : cases[i].else_;
        g_autofree char *says = g_strdup_printf ("key: “%s” is not a number%s%s", cases[i].text,
                                                 *hint != '\0' ? "; " : "", hint);
        g_autoptr (GError) error = NULL;
        double value = 7;

        g_assert_false (twin_typed_number_parse ("key", cases[i].text, is_share, &value, &error));
        g_assert_error (error, TWIN_ERROR, TWIN_ERROR_WRONG_TYPE);
        g_assert_cmpstr (twin_error_get_key (error), ==, "key");
        g_assert_cmpstr (error->message, ==, says);
        g_assert_cmpfloat (value, ==, 7);
      }
#undef RULE
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-number/numbers", test_numbers);
  g_test_add_func ("/typed-number/hints", test_hints);
  return g_test_run ();
}
