/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-days.h"

static void
assert_parsed (const char *typed, const char *days)
{
  g_autofree char *parsed = twin_days_parse (typed);

  g_assert_cmpstr (parsed, ==, days);
}

static void
test_days (void)
{
  assert_parsed ("", "");
  assert_parsed ("30,31,32", "30,31,32");
  assert_parsed ("30-32", "30,31,32");
  assert_parsed (" 40; 30–32 , 31 ", "30,31,32,40");
  assert_parsed ("0 999999", "0,999999");
}

static void
test_no_days (void)
{
  assert_parsed ("32-30", NULL);
  assert_parsed ("-1", NULL);
  assert_parsed ("1000000", NULL);
  assert_parsed ("1-999999", NULL);
  assert_parsed ("1.5", NULL);
  assert_parsed ("30-", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/days/days", test_days);
  g_test_add_func ("/days/no-days", test_no_days);
  return g_test_run ();
}
