/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test-folder.h"

static gboolean
save (const char *path,
      const char *text,
      GError **error)
{
  g_autoptr (TwinOutputFile) file = twin_output_file_new (path, error);

  return file != NULL && twin_output_file_write (file, text, strlen (text), error) &&
         twin_output_file_close (file, error);
}

static void
assert_saved (const char *path,
              const char *text)
{
  g_autoptr (GError) error = NULL;

  save (path, text, &error);
  g_assert_no_error (error);
}

static void
assert_mode (const char *path,
             guint mode)
{
  struct stat status;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  g_assert_true (S_ISREG (status.st_mode));
  g_assert_cmphex (status.st_mode & 07777, ==, mode);
}

static void
test_new_file (TestFolder *folder,
               gconstpointer data)
{
  g_autofree char *path = test_folder_get_path (folder, "a.csv");
  mode_t old_mask = umask (0027);

  assert_saved (path, "one");
  umask (old_mask);
  test_assert_contents (path, "one");
  assert_mode (path, 0640);
  test_folder_assert_files (folder, "a.csv");
}

static void
test_old_file (TestFolder *folder,
               gconstpointer data)
{
  g_autofree char *path = test_folder_write (folder, "a.csv", "old");

  g_chmod (path, 0664);
  assert_saved (path, "new");
  test_assert_contents (path, "new");
  assert_mode (path, 0664);
  test_folder_assert_files (folder, "a.csv");
}

/* The old file stays until the new one is whole, and stays if that never comes. */
static void
test_abandoned (TestFolder *folder,
                gconstpointer data)
{
  g_autofree char *path = test_folder_write (folder, "a.csv", "old");
  g_autoptr (GError) error = NULL;
  TwinOutputFile *file = twin_output_file_new (path, &error);

  g_assert_no_error (error);
  twin_output_file_write (file, "half", 4, &error);
  g_assert_no_error (error);
  test_assert_contents (path, "old");
  twin_output_file_free (file);
  test_assert_contents (path, "old");
  test_folder_assert_files (folder, "a.csv");
}

static void
test_link (TestFolder *folder,
           gconstpointer data)
{
  g_autofree char *target = test_folder_write (folder, "target", "old");
  g_autofree char *link = test_folder_get_path (folder, "link");
  g_autofree char *dangling = test_folder_get_path (folder, "dangling");
  g_autofree char *new_file = test_folder_get_path (folder, "new");
  g_autofree char *loop = test_folder_get_path (folder, "loop");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("target", link), ==, 0);
  assert_saved (link, "new");
  test_assert_contents (target, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));

  g_assert_cmpint (symlink (new_file, dangling), ==, 0);
  assert_saved (dangling, "made");
  test_assert_contents (new_file, "made");
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));

  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_false (save (loop, "x", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_LOOP);
  test_folder_assert_files (folder, "dangling link loop new target");
}

static void
test_refused (TestFolder *folder,
              gconstpointer data)
{
  g_autofree char *plain = test_folder_write (folder, "plain", "plain");
  g_autofree char *below = g_build_filename (plain, "a.csv", NULL);
  g_autofree char *slash = g_strconcat (folder->path, "/x/", NULL);
  g_autofree char *long_name = g_strnfill (300, 'n');
  g_autofree char *long_path = test_folder_get_path (folder, long_name);
  const struct
  {
    const char *path;
    int code;
  } cases[] = {
    { folder->path, G_FILE_ERROR_ISDIR },   { slash, G_FILE_ERROR_ISDIR },
    { below, G_FILE_ERROR_NOTDIR },         { "/no/such/folder/a.csv", G_FILE_ERROR_NOENT },
    { "", G_FILE_ERROR_NOENT },             { long_path, G_FILE_ERROR_NAMETOOLONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (save (cases[i].path, "text", &error));
      g_assert_error (error, G_FILE_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].path));
    }
  test_assert_contents (plain, "plain");
  test_folder_assert_files (folder, "plain");
}

/* Root may write anywhere, so somebody else has to try. */
static void
become_nobody (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
}

static void
become_oneself (void)
{
  g_assert_cmpint (seteuid (getuid ()), ==, 0);
}

static void
test_not_allowed_subprocess (void)
{
  TestFolder folder;
  g_autoptr (GError) error = NULL;

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a.csv", "old");

  /* The folder may not be written to. */
  g_chmod (folder.path, 0555);
  become_nobody ();
  g_assert_false (save (path, "new", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_clear_error (&error);
  test_assert_contents (path, "old");

  /* The file may not, though the folder would let it be replaced. */
  become_oneself ();
  g_chmod (folder.path, 0777);
  g_chmod (path, 0444);
  become_nobody ();
  g_assert_false (save (path, "new", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  test_assert_contents (path, "old");

  become_oneself ();
  test_folder_assert_files (&folder, "a.csv");
  test_folder_tear_down (&folder);
}

static void
test_not_allowed (void)
{
  g_test_trap_subprocess ("/output-file/not-allowed/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* A limit on the size of files does what a full disk does, in the middle of a write. */
static void
test_full_disk_subprocess (void)
{
  static const char block[4096];
  const struct rlimit limit = { 64 * 1024, 64 * 1024 };
  TestFolder folder;
  g_autoptr (GError) error = NULL;

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a.csv", "old");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  TwinOutputFile *file = twin_output_file_new (path, &error);
  g_assert_no_error (error);
  int n_blocks = 0;
  while (n_blocks < 100 && twin_output_file_write (file, block, sizeof block, &error))
    n_blocks++;
  g_assert_cmpint (n_blocks, ==, 16);
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, (int) G_FILE_ERROR);
  g_assert_true (g_str_has_prefix (error->message, path));
  twin_output_file_free (file);

  test_assert_contents (path, "old");
  test_folder_assert_files (&folder, "a.csv");
  test_folder_tear_down (&folder);
}

static void
test_full_disk (void)
{
  g_test_trap_subprocess ("/output-file/full-disk/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* What is no regular file must still be what it was. As somebody who could not replace it, so that
 * a mistake costs a test and not a device. */
static void
test_device_subprocess (void)
{
  g_autoptr (GError) error = NULL;

  become_nobody ();
  assert_saved ("/dev/null", "gone");
  g_assert_false (save ("/dev/full", "too much", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  g_assert_true (g_str_has_prefix (error->message, "/dev/full"));
  become_oneself ();
}

static void
test_device (void)
{
  g_test_trap_subprocess ("/output-file/device/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_pipe (TestFolder *folder,
           gconstpointer data)
{
  g_autofree char *path = test_folder_get_path (folder, "pipe");
  char text[16] = { 0 };

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  int reader = open (path, O_RDONLY | O_NONBLOCK);
  g_assert_cmpint (reader, >=, 0);
  assert_saved (path, "through");
  g_assert_cmpint (read (reader, text, sizeof text), ==, 7);
  g_assert_cmpstr (text, ==, "through");
  close (reader);
  test_folder_assert_files (folder, "pipe");
}

/* "-", /dev/stdout and /dev/fd/1 are one: each goes on where the one before ended. */
static void
test_standard_output_subprocess (void)
{
  static const char *const names[] = { "-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1" };
  TestFolder folder;

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_get_path (&folder, "out");
  int kept = dup (STDOUT_FILENO);
  int out = open (path, O_WRONLY | O_CREAT, 0600);
  dup2 (out, STDOUT_FILENO);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n", names[i]);
      printf ("%u ", (guint) i);
      assert_saved (names[i], text);
    }
  dup2 (kept, STDOUT_FILENO);

  test_assert_contents (path, "0 -\n1 /dev/stdout\n2 /dev/fd/1\n3 /proc/self/fd/1\n");
  test_folder_assert_files (&folder, "out");
  test_folder_tear_down (&folder);
}

static void
test_standard_output (void)
{
  g_test_trap_subprocess ("/output-file/standard-output/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
set_up (TestFolder *folder,
        gconstpointer data)
{
  test_folder_set_up (folder);
}

static void
tear_down (TestFolder *folder,
           gconstpointer data)
{
  test_folder_tear_down (folder);
}

#define add_with_folder(path, function)                                                            \
  g_test_add (path, TestFolder, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_with_folder ("/output-file/new-file", test_new_file);
  add_with_folder ("/output-file/old-file", test_old_file);
  add_with_folder ("/output-file/abandoned", test_abandoned);
  add_with_folder ("/output-file/link", test_link);
  add_with_folder ("/output-file/refused", test_refused);
  add_with_folder ("/output-file/pipe", test_pipe);
  g_test_add_func ("/output-file/device", test_device);
  g_test_add_func ("/output-file/device/subprocess", test_device_subprocess);
  g_test_add_func ("/output-file/not-allowed", test_not_allowed);
  g_test_add_func ("/output-file/not-allowed/subprocess", test_not_allowed_subprocess);
  g_test_add_func ("/output-file/full-disk", test_full_disk);
  g_test_add_func ("/output-file/full-disk/subprocess", test_full_disk_subprocess);
  g_test_add_func ("/output-file/standard-output", test_standard_output);
  g_test_add_func ("/output-file/standard-output/subprocess", test_standard_output_subprocess);

  return g_test_run ();
}
