/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-suggestion.h"

static const char *const words[] = { "run", "scenario", "optimize", "demand_rate",
                                     "reorder_point" };

static void
assert_suggests (const char *typed,
                 const char *expected)
{
  g_assert_cmpstr (twin_suggest (typed, words, G_N_ELEMENTS (words)), ==, expected);
}

static void
test_one_edit (void)
{
  assert_suggests ("run", "run");
  assert_suggests ("rum", "run");
  assert_suggests ("ru", "run");
  assert_suggests ("runn", "run");
  assert_suggests ("rnu", "run");
  assert_suggests ("urn", "run");
}

static void
test_some_edits (void)
{
  assert_suggests ("demnad_rat", "demand_rate");
  assert_suggests ("reorderpiont", "reorder_point");
  assert_suggests ("optimise", "optimize");
}

static void
test_nothing_near (void)
{
  g_autofree char *longest = g_strnfill (100, 'n');
  g_autofree char *longer = g_strnfill (100000, 'n');
  const char *longer_word = longer;

  assert_suggests ("", NULL);
  assert_suggests ("nur", NULL);
  assert_suggests ("xyz", NULL);
  assert_suggests (longest, NULL);
  assert_suggests (longer, NULL);
  g_assert_null (twin_suggest ("run", &longer_word, 1));
  g_assert_null (twin_suggest ("run", NULL, 0));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggestion/one-edit", test_one_edit);
  g_test_add_func ("/suggestion/some-edits", test_some_edits);
  g_test_add_func ("/suggestion/nothing-near", test_nothing_near);
  return g_test_run ();
}
