/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* Where the program lies in the build folder: src/cli, src/app */
#define UP_FROM_BUILD "../../po"

/* The prefix that the program stands in, if it does so in bin/. (transfer full) */
static char *
dup_prefix (const char *folder)
{
  gsize length = strlen (folder);
  gsize end = strlen (TWIN_BIN_FOLDER);

  if (g_path_is_absolute (TWIN_BIN_FOLDER) || length <= end + 1 ||
      folder[length - end - 1] != '/' || !g_str_has_suffix (folder, TWIN_BIN_FOLDER))
    return NULL;
  return g_strndup (folder, length - end - 1);
}

/* Translations that came with the program at hand, not with another one of the same name. */
static char *
find_beside_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *prefix = folder != NULL ? dup_prefix (folder) : NULL;
  g_autofree char *found = NULL;

  if (prefix != NULL && !g_path_is_absolute (TWIN_LOCALE_FOLDER))
    found = g_build_filename (prefix, TWIN_LOCALE_FOLDER, NULL);
  else if (folder != NULL)
    found = g_canonicalize_filename (UP_FROM_BUILD, folder);
  return found != NULL && g_file_test (found, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&found) : NULL;
}

void
twin_locale_init (void)
{
  g_autofree char *folder = g_strdup (g_getenv ("TWIN_LOCALE_DIR"));

  if (folder == NULL)
    folder = find_beside_program ();
  if (folder == NULL)
    folder = g_strdup (TWIN_LOCALE_DIR);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
