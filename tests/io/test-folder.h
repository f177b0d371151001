/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A folder of a test's own, gone with it. */
typedef struct
{
  char *path;
} TestFolder;

void test_folder_set_up (TestFolder *self);
/** Removes it with the files in it. */
void test_folder_tear_down (TestFolder *self);

char *test_folder_get_path (const TestFolder *self, const char *name);
/** Writes a file there and returns its path. */
char *test_folder_write (const TestFolder *self, const char *name, const char *text);
/** Asserts that exactly these are in it: names in order, joined by spaces. Nothing is left over. */
void test_folder_assert_files (const TestFolder *self, const char *names);
/** Asserts what is in a file. */
void test_assert_contents (const char *path, const char *expected);

/** A Python that can read files back as somebody else's program would, or NULL. */
char *test_find_python (void);
/** Runs @script with @argument (sys.argv[1]) and returns what it printed; asserts that it went
 *  well. */
char *test_run_python (const char *python, const char *script, const char *argument);
