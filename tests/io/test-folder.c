/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

void
test_folder_set_up (TestFolder *self)
{
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("twin-io-XXXXXX", &error);
  g_assert_no_error (error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (const TestFolder *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (self->path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

void
test_folder_tear_down (TestFolder *self)
{
  g_autoptr (GPtrArray) names = list_files (self);

  g_chmod (self->path, 0700);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = test_folder_get_path (self, g_ptr_array_index (names, i));
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  g_clear_pointer (&self->path, g_free);
}

char *
test_folder_get_path (const TestFolder *self,
                      const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

char *
test_folder_write (const TestFolder *self,
                   const char *name,
                   const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = test_folder_get_path (self, name);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

void
test_folder_assert_files (const TestFolder *self,
                          const char *names)
{
  g_autoptr (GPtrArray) found = list_files (self);

  g_ptr_array_add (found, NULL);
  g_autofree char *joined = g_strjoinv (" ", (char **) found->pdata);
  g_assert_cmpstr (joined, ==, names);
}

void
test_assert_contents (const char *path,
                      const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

char *
test_find_python (void)
{
  return g_find_program_in_path ("python3");
}

char *
test_run_python (const char *python,
                 const char *script,
                 const char *argument)
{
  const char *arguments[] = { python, "-I", "-c", script, argument, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (errors, ==, "");
  g_assert_cmpint (status, ==, 0);
  return output;
}
