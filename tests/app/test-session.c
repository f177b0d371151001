/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept of a session is read again, whatever became of its file. */

#include <glib/gstdio.h>

#include "twin-session-file.h"
#include "twin-session.h"

static TwinSessionWindow *
new_window (void)
{
  TwinSessionWindow *window = twin_session_window_new ();

  window->uri = g_strdup ("file:///home/anna/Läden%20%3B.twin");
  window->example = g_strdup ("first-steps");
  window->tab = g_strdup ("optimize");
  window->metric = g_strdup ("store_1.sales");
  window->draft = g_strdup ("{\n  \"name\": \"a = [b];\\ttab\"\n}\n");
  window->width = 900;
  window->height = 600;
  window->maximized = TRUE;
  window->show_sidebar = FALSE;
  return window;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) twin_session_window_free);
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) windows = new_list ();
  g_autoptr (GPtrArray) read = NULL;
  g_autofree char *text = NULL;
  const TwinSessionWindow *first, *second;

  g_ptr_array_add (windows, new_window ());
  g_ptr_array_add (windows, twin_session_window_new ());
  text = twin_session_format (windows);
  read = twin_session_parse (text);
  g_assert_cmpuint (read->len, ==, 2);
  first = read->pdata[0];
  second = read->pdata[1];

  g_assert_cmpstr (first->uri, ==, "file:///home/anna/Läden%20%3B.twin");
  g_assert_cmpstr (first->example, ==, "first-steps");
  g_assert_cmpstr (first->tab, ==, "optimize");
  g_assert_cmpstr (first->metric, ==, "store_1.sales");
  g_assert_cmpstr (first->draft, ==, "{\n  \"name\": \"a = [b];\\ttab\"\n}\n");
  g_assert_cmpint (first->width, ==, 900);
  g_assert_cmpint (first->height, ==, 600);
  g_assert_true (first->maximized);
  g_assert_false (first->show_sidebar);

  g_assert_null (second->uri);
  g_assert_null (second->draft);
  g_assert_cmpint (second->width, ==, 0);
  g_assert_true (second->show_sidebar);
}

static void
test_broken (void)
{
  static const struct
  {
    const char *text;
    guint n_windows; /* at the most */
  } broken[] = {
    { "", 0 },
    { "\n\n", 0 },
    { "[window 1]\nuri=file:///a\n", 0 },
    { "{\"not\": \"a list\"}", 0 },
    { "[{'uri': <'file:///a'>}", 0 },
    { "[{'uri': <'file:///a\377\376'>}]", 0 },
    { "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", 0 },
    { "[{'size': <('wide', 'high')>, 'maximized': <'perhaps'>, 'sidebar': <7>}]", 1 },
    { "[{'size': <(-3, 0)>, 'tab': <1>, 'uri': <@ms nothing>}]", 1 },
    { "[{'draft': <'\\x\\'>}]", 1 },
    { "[{'uri': <''>}]", 1 },
    { "[{'uri': <'no scheme'>}]", 1 },
    { "[@a{sv} {}]", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GPtrArray) windows = twin_session_parse (broken[i].text);

      g_assert_cmpuint (windows->len, <=, broken[i].n_windows);
      for (guint k = 0; k < windows->len; k++)
        {
          const TwinSessionWindow *window = windows->pdata[k];

          g_assert_cmpint (window->width, ==, 0);
          g_assert_null (window->uri);
        }
    }
}

/* Also of a text that was cut off anywhere */
static void
test_cut_off (void)
{
  g_autoptr (GPtrArray) windows = new_list ();
  g_autofree char *text = NULL;

  g_ptr_array_add (windows, new_window ());
  text = twin_session_format (windows);
  for (gsize n = strlen (text); n > 0; n--)
    {
      g_autoptr (GPtrArray) read = NULL;

      text[n - 1] = '\0';
      read = twin_session_parse (text);
      g_assert_cmpuint (read->len, <=, 1);
    }
}

static void
test_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("twin-session-XXXXXX", &error);
  g_autofree char *below = g_build_filename (folder, "state", NULL);
  g_autofree char *path = g_build_filename (below, "session", NULL);
  TwinSessionFile *file = twin_session_file_new (path);
  g_autofree char *text = NULL;
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_null (twin_session_file_read (file));

  /* What was written last is there, in a folder that nobody made before, for nobody else's eyes. */
  for (int i = 0; i < 50; i++)
    twin_session_file_write (file, g_strdup_printf ("[] # %d", i));
  twin_session_file_free (file);
  file = twin_session_file_new (path);
  text = twin_session_file_read (file);
  g_assert_cmpstr (text, ==, "[] # 49");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);

  /* A folder in its place is no reason to fall over. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_null (twin_session_file_read (file));
  twin_session_file_write (file, g_strdup ("[]"));
  twin_session_file_free (file);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_cmpint (g_rmdir (below), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/round-trip", test_round_trip);
  g_test_add_func ("/session/broken", test_broken);
  g_test_add_func ("/session/cut-off", test_cut_off);
  g_test_add_func ("/session/file", test_file);
  return g_test_run ();
}
