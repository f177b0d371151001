/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Messages that begin with a key, for people who see titles. */

#include "twin-message-words.h"

static void
test_skip_key (void)
{
  static const struct
  {
    const char *message, *expected;
  } cases[] = {
    { "lead_time: 5 is not allowed", "5 is not allowed" },
    { "lead_time : 5 n’est pas admis", "5 n’est pas admis" },
    { "lead_time\302\240: 5 n’est pas admis", "5 n’est pas admis" },
    { "lead_time\342\200\257: 5 n’est pas admis", "5 n’est pas admis" },
    { "lead_time：不允许 5", "不允许 5" },
    { "lead_time", "lead_time" },
    { "lead_time ", "lead_time " },
    { "lead_time.mean: 5 is not allowed", "lead_time.mean: 5 is not allowed" },
    { "a lead_time: 5", "a lead_time: 5" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (twin_message_words_skip_key (cases[i].message, "lead_time"), ==,
                     cases[i].expected);
}

static void
test_put_title (void)
{
  g_autoptr (GString) text = g_string_new ("must be below lead_time, and lead_time is 5");

  twin_message_words_put_title (text, "lead_time", "Lead time");
  g_assert_cmpstr (text->str, ==, "must be below “Lead time”, and “Lead time” is 5");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/message-words/skip-key", test_skip_key);
  g_test_add_func ("/message-words/put-title", test_put_title);
  return g_test_run ();
}
