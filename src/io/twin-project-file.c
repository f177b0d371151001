/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-project-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-input-file.h"
#include "twin-output-file.h"

#define MAX_LENGTH (16 << 20)

TwinProject *
twin_project_load (const char *path,
                   GError **error)
{
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  g_autofree char *text = twin_input_file_read (path, MAX_LENGTH, &length, error);
  if (text == NULL)
    return NULL;
  g_autofree char *name = twin_input_file_get_name (path);
  return twin_project_from_json (text, (gssize) length, name, error);
}

gboolean
twin_project_save (const TwinProject *project,
                   const char *path,
                   GError **error)
{
  g_return_val_if_fail (project != NULL && path != NULL, FALSE);

  /* A project under edit is not judged, and may be one that could never be opened again. Better
   * to say so while it is still there. */
  g_autofree char *text = twin_project_to_json (project);
  g_autofree char *name = twin_input_file_get_name (path);
  g_autoptr (TwinProject) reread = twin_project_from_json (text, -1, name, error);
  if (reread == NULL)
    return FALSE;

  g_autoptr (TwinOutputFile) file = twin_output_file_new (path, error);
  return file != NULL && twin_output_file_write (file, text, strlen (text), error) &&
         twin_output_file_close (file, error);
}
