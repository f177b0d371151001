/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that cannot be read or written, and one that somebody else has written: the window says
 * what happened and what to do, and the work is still in it and still to be saved. The disk is a
 * small one of the test's own. */

#include "dialogs.h"
#include "portal.h"
#include "screenshot.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "small-disk.h"
#include "twin-project-file.h"

#define HUGE_LENGTH (17 << 20)

static gboolean can_mount;

typedef struct
{
  char *folder;
  char *path; /* of the project */
  char *text; /* what it holds */
  TwinWindow *window;
} Fixture;

/* A window on a project in a folder of its own, with a change that is not saved */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("twin-bad-files-XXXXXX", &error);
  g_assert_no_error (error);
  if (can_mount)
    g_assert_true (small_disk_mount (fixture->folder));

  fixture->path = g_build_filename (fixture->folder, "shop.twin", NULL);
  fixture->window = open_window ();
  set_replications (fixture->window, 50);
  activate (fixture->window, "win.save-as");
  answer_save_dialog (fixture->path);
  wait_until (!is_modified (fixture->window));
  g_file_get_contents (fixture->path, &fixture->text, NULL, &error);
  g_assert_no_error (error);

  set_number (find_row (fixture->window, "reorder_point"), 63);
  g_assert_true (is_modified (fixture->window));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  if (fixture->window != NULL)
    close_window (fixture->window);
  if (can_mount)
    g_assert_true (small_disk_unmount (fixture->folder));
  small_disk_remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->text);
}

static void
assert_work_is_there (Fixture *fixture)
{
  g_assert_cmpfloat (get_number (fixture->window, "reorder_point"), ==, 63);
  g_assert_true (is_modified (fixture->window));
  g_assert_cmpstr (twin_document_get_title (get_document (fixture->window)), ==,
                   "shop.twin");
}

static void
assert_file_is (Fixture *fixture,
                const char *text)
{
  g_autofree char *now = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, text);
}

/* Waits for the dialog that says all of that. */
static void
expect_message (const char *const *words,
                const char *picture)
{
  wait_until (find_message () != NULL);
  for (gsize i = 0; words[i] != NULL; i++)
    if (find_label (find_message (), words[i]) == NULL)
      g_error ("the dialog does not say “%s” but “%s”: %s", words[i],
               adw_message_dialog_get_heading (find_message ()),
               adw_message_dialog_get_body (find_message ()));
  if (picture != NULL)
    {
      gtk_test_widget_wait_for_draw (GTK_WIDGET (find_message ()));
      save_screenshot (find_message (), picture);
    }
}

/* Opening */

static void
refuse_to_open (Fixture *fixture,
                const char *path,
                const char *reason,
                const char *advice,
                const char *picture)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *base = g_path_get_basename (path);
  const char *const words[] = { "Could Not Open", base, reason, advice, NULL };

  twin_window_open (fixture->window, file);
  expect_message (words, picture);
  answer_message ("_Close");
  assert_work_is_there (fixture);
  assert_file_is (fixture, fixture->text);
  /* The window that was to show it has gone again. */
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (
                      gtk_window_get_application (GTK_WINDOW (fixture->window)))),
                    ==, 1);
}

static void
test_open_broken (Fixture *fixture,
                  gconstpointer data)
{
  static const struct
  {
    const char *text;
    gssize length;
    const char *reason;
    const char *advice;
    const char *picture;
  } cases[] = {
    { "{\"format\": \"inventory-twin\", \"version\": 99, \"later\": {}}", -1, "version 99",
      "Update Inventory Twin", "bad-file-newer" },
    { "", 0, "bad.twin", "Correct it in a text editor", NULL },
    { "{\"format\": \"inventory-twin\", \"warehouse\": {", -1, "line 1", "text editor",
      "bad-file-cut-off" },
    { "{\"format\": \"spreadsheet\"}", -1, "no project of Inventory Twin", "text editor", NULL },
    { "[1, 2]", -1, "bad.twin", "text editor", NULL },
    { "{\"warehouse\": {\"reorder_point\": \"many\"}}", -1, "reorder_point", "text editor", NULL },
    { "{\"warehouse\": {\"reorder_point\": 1e999}}", -1, "reorder_point", "text editor", NULL },
    { "{\"warehouse\": {\"reorder_point\": 500}}", -1, "reorder_point", "text editor",
      "bad-file-contradiction" },
    { "{\"warehouse\": {}, \"warehouse\": {}}", -1, "warehouse", "text editor", NULL },
    { "{\"warehouse\": {\"colour\": 1}}", -1, "colour", "text editor", NULL },
    { "{\"model\": \"bank\"}", -1, "bank", "text editor", NULL },
    { "\x7f""ELF\x02\x01\x01\0\0\0", 10, "bad.twin", "text editor", NULL },
    { "{\"format\": \"inventory-twin\", \"model\": \"\xff\xfe\"}", -1, "bad.twin", "text editor",
      NULL },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "bad.twin", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (g_file_set_contents (path, cases[i].text, cases[i].length, NULL));
      refuse_to_open (fixture, path, cases[i].reason, cases[i].advice, cases[i].picture);
    }
}

static void
test_open_no_file (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.twin", NULL);
  const char *advice = "name ends in .twin";

  refuse_to_open (fixture, path, g_strerror (ENOENT), "still there", NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  refuse_to_open (fixture, path, "a folder", advice, "bad-file-folder");
  g_assert_cmpint (g_rmdir (path), ==, 0);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  refuse_to_open (fixture, path, "a pipe", advice, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);

  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
  refuse_to_open (fixture, path, "a device", advice, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);

  g_assert_cmpint (symlink ("bad.twin", path), ==, 0);
  refuse_to_open (fixture, path, g_strerror (ELOOP), "still there", NULL);
}

static void
test_open_huge (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "twin-huge-XXXXXX.twin", NULL);
  int fd = g_mkstemp (path);

  /* All holes: it takes no room */
  g_assert_cmpint (ftruncate (fd, HUGE_LENGTH), ==, 0);
  close (fd);
  refuse_to_open (fixture, path, "16 MiB", "open another one", NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_open_forbidden (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.twin", NULL);

  g_assert_true (g_file_set_contents (path, fixture->text, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  refuse_to_open (fixture, path, g_strerror (EACCES), "may read it", NULL);
}

/* Saving */

static void
refuse_to_save (Fixture *fixture,
                const char *reason,
                const char *advice,
                const char *picture)
{
  const char *const words[]
    = { "Could Not Save “shop.twin”", reason, "Your work is still in the window", advice, NULL };

  activate (fixture->window, "win.save");
  expect_message (words, picture);
  assert_work_is_there (fixture);
  answer_message ("_Cancel");
  assert_work_is_there (fixture);
}

static void
save_elsewhere (Fixture *fixture)
{
  g_autofree char *folder = g_dir_make_tmp ("twin-elsewhere-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "saved.twin", NULL);

  activate (fixture->window, "win.save");
  answer_message ("Save _As…");
  answer_save_dialog (path);
  wait_until (!is_modified (fixture->window));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  small_disk_remove_all (folder);
}

static void
test_save_vanished (Fixture *fixture,
                    gconstpointer data)
{
  if (can_mount)
    g_assert_true (small_disk_unmount (fixture->folder));
  small_disk_remove_all (fixture->folder);
  refuse_to_save (fixture, g_strerror (ENOENT), "not there any more", "bad-save-vanished");
  save_elsewhere (fixture);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
}

static void
test_save_read_only (Fixture *fixture,
                     gconstpointer data)
{
  if (!can_mount)
    {
      g_test_skip ("this machine lets nobody mount");
      return;
    }
  g_assert_true (small_disk_make_read_only (fixture->folder));
  refuse_to_save (fixture, g_strerror (EROFS), "may not write there", "bad-save-read-only");
  assert_file_is (fixture, fixture->text);
  save_elsewhere (fixture);
}

static void
test_save_forbidden (Fixture *fixture,
                     gconstpointer data)
{
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  refuse_to_save (fixture, g_strerror (EACCES), "may not write there", NULL);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  assert_file_is (fixture, fixture->text);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_save_full_disk (Fixture *fixture,
                     gconstpointer data)
{
  const char *const words[] = { "Could Not Save “table.csv”", g_strerror (ENOSPC),
                                "has space left", NULL };
  g_autofree char *table = g_build_filename (fixture->folder, "table.csv", NULL);

  if (!can_mount)
    {
      g_test_skip ("this machine lets nobody mount");
      return;
    }
  small_disk_fill (fixture->folder);
  refuse_to_save (fixture, g_strerror (ENOSPC), "Make room", "bad-save-full");
  assert_file_is (fixture, fixture->text);

  wait_for_results (fixture->window);
  activate (fixture->window, "win.export-csv");
  answer_save_dialog (table);
  expect_message (words, "bad-export-full");
  answer_message ("_Close");
  g_assert_cmpuint (count_files (fixture), ==, 2); /* no half files */
  save_elsewhere (fixture);
}

static void
test_save_no_file (Fixture *fixture,
                   gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  refuse_to_save (fixture, "a pipe", "another place", NULL);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  refuse_to_save (fixture, "a folder", "another place", NULL);

  /* What is merely gone is made again. */
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  activate (fixture->window, "win.save");
  wait_until (!is_modified (fixture->window));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
}

/* Somebody else */

static const char *const changed_elsewhere[]
  = { "“shop.twin” Was Changed Elsewhere", "Another window or program", NULL };

/* As another instance would */
static void
write_elsewhere (Fixture *fixture,
                 double reorder_point)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinProject) project = twin_project_load (fixture->path, &error);

  g_assert_no_error (error);
  twin_parameters_set_number (twin_project_get_parameters (project), "reorder_point", reorder_point,
                              &error);
  g_assert_no_error (error);
  twin_project_save (project, fixture->path, &error);
  g_assert_no_error (error);
}

static double
get_saved_number (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinProject) project = twin_project_load (fixture->path, &error);

  g_assert_no_error (error);
  return twin_parameters_get_number (twin_project_get_parameters (project), "reorder_point");
}

static void
test_changed_elsewhere (Fixture *fixture,
                        gconstpointer data)
{
  write_elsewhere (fixture, 71);
  activate (fixture->window, "win.save");
  expect_message (changed_elsewhere, "bad-save-changed");
  answer_message ("_Cancel");
  assert_work_is_there (fixture);
  g_assert_cmpfloat (get_saved_number (fixture), ==, 71);

  activate (fixture->window, "win.save");
  answer_message ("_Replace");
  wait_until (!is_modified (fixture->window));
  g_assert_cmpfloat (get_saved_number (fixture), ==, 63);

  /* Its own writing is nobody else's. */
  set_number (find_row (fixture->window, "reorder_point"), 64);
  activate (fixture->window, "win.save");
  wait_until (!is_modified (fixture->window));
  g_assert_null (find_message ());
  g_assert_cmpfloat (get_saved_number (fixture), ==, 64);
}

static void
test_broken_elsewhere (Fixture *fixture,
                       gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "{\"version\": 99}", -1, NULL));
  activate (fixture->window, "win.save");
  expect_message (changed_elsewhere, NULL);
  answer_message ("_Cancel");
  assert_work_is_there (fixture);
  assert_file_is (fixture, "{\"version\": 99}");
}

/* Somebody wrote it, but it says the same: nothing is lost, and nobody is asked. */
static void
test_touched_elsewhere (Fixture *fixture,
                        gconstpointer data)
{
  g_autofree char *spaced = g_strconcat (fixture->text, "\n \n", NULL);

  g_assert_true (g_file_set_contents (fixture->path, spaced, -1, NULL));
  activate (fixture->window, "win.save");
  wait_until (!is_modified (fixture->window));
  g_assert_null (find_message ());
  g_assert_cmpfloat (get_saved_number (fixture), ==, 63);
}

/* The window that was to close after saving does so after the second question, too. */
static void
test_changed_while_closing (Fixture *fixture,
                            gconstpointer data)
{
  gpointer alive = fixture->window;

  write_elsewhere (fixture, 71);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), &alive);
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer_message ("_Save");
  expect_message (changed_elsewhere, NULL);
  answer_message ("_Cancel");
  g_assert_nonnull (alive);
  assert_work_is_there (fixture);

  gtk_window_close (GTK_WINDOW (fixture->window));
  answer_message ("_Save");
  answer_message ("_Replace");
  wait_until (alive == NULL);
  fixture->window = NULL;
  g_assert_cmpfloat (get_saved_number (fixture), ==, 63);
}

int
main (int argc,
      char **argv)
{
  can_mount = small_disk_init ();
  portal_init ();
  testing_init (&argc, &argv);
  portal_start ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/bad-files/open/broken", test_open_broken);
  ADD ("/bad-files/open/no-file", test_open_no_file);
  ADD ("/bad-files/open/huge", test_open_huge);
  ADD ("/bad-files/open/forbidden", test_open_forbidden);
  ADD ("/bad-files/save/vanished", test_save_vanished);
  ADD ("/bad-files/save/read-only", test_save_read_only);
  ADD ("/bad-files/save/forbidden", test_save_forbidden);
  ADD ("/bad-files/save/full-disk", test_save_full_disk);
  ADD ("/bad-files/save/no-file", test_save_no_file);
  ADD ("/bad-files/changed/elsewhere", test_changed_elsewhere);
  ADD ("/bad-files/changed/to-nonsense", test_broken_elsewhere);
  ADD ("/bad-files/changed/not-at-all", test_touched_elsewhere);
  ADD ("/bad-files/changed/while-closing", test_changed_while_closing);
#undef ADD
  return testing_run ();
}
