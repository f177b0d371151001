/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-input-file.h"

#include <string.h>
#include <unistd.h>

#include "test-folder.h"
#include "twin-error.h"

static void
test_read (void)
{
  TestFolder folder;
  g_autoptr (GError) error = NULL;
  gsize length;

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a", "12345");

  g_autofree char *text = twin_input_file_read (path, 5, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "12345");
  g_assert_cmpuint (length, ==, 5);

  g_assert_null (twin_input_file_read (path, 4, &length, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, path));

  test_folder_tear_down (&folder);
}

/* Longer than a block, so that parts are put together. */
static void
test_read_large (void)
{
  TestFolder folder;
  g_autoptr (GError) error = NULL;
  g_autofree char *long_text = g_strnfill (300001, 'x');
  gsize length;

  long_text[150000] = 'y';
  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a", long_text);
  g_autofree char *text = twin_input_file_read (path, 1 << 20, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, ==, 300001);
  g_assert_true (g_str_equal (text, long_text));
  test_folder_tear_down (&folder);
}

static void
test_read_standard_input (void)
{
  g_autoptr (GError) error = NULL;
  int fds[2];
  gsize length;

  g_assert_cmpint (pipe (fds), ==, 0);
  g_assert_cmpint (write (fds[1], "piped", 5), ==, 5);
  close (fds[1]);
  int kept = dup (STDIN_FILENO);
  dup2 (fds[0], STDIN_FILENO);
  close (fds[0]);

  g_autofree char *text = twin_input_file_read ("-", 100, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "piped");
  g_autofree char *name = twin_input_file_get_name ("-");
  g_assert_cmpstr (name, ==, "standard input");

  dup2 (kept, STDIN_FILENO);
  close (kept);
}

static void
test_read_refused (void)
{
  static const struct
  {
    const char *path;
    int code;
  } cases[] = {
    { "/no/such/file.twin", G_FILE_ERROR_NOENT },
    { "/", G_FILE_ERROR_ISDIR },
    { "", G_FILE_ERROR_NOENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length;
      g_assert_null (twin_input_file_read (cases[i].path, 100, &length, &error));
      g_assert_error (error, G_FILE_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].path));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/input-file/read", test_read);
  g_test_add_func ("/input-file/read-large", test_read_large);
  g_test_add_func ("/input-file/read-standard-input", test_read_standard_input);
  g_test_add_func ("/input-file/read-refused", test_read_refused);

  return g_test_run ();
}
