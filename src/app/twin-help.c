/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-help.h"

#include <glib/gi18n-lib.h>

#include "twin-compat.h"

#define GUIDE "guide.html"

/* From a build folder the guide of that build is shown: TWIN_HELP_DIR=BUILD/docs/guide. */
static GFile *
find_guide (void)
{
  const char *folder = g_getenv ("TWIN_HELP_DIR");

  return g_file_new_build_filename (folder != NULL ? folder : TWIN_HELP_DIR, GUIDE, NULL);
}

static void
on_shown (const GError *error,
          gpointer data)
{
  g_autoptr (GTask) task = data;

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, error->domain, error->code,
                             /* Translators: the guide is there, but nothing can show it: why. */
                             _("The guide cannot be shown: %s"), error->message);
}

static void
on_queried (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  GtkWindow *parent = g_task_get_task_data (task);

  if (info != NULL)
    twin_show_file (parent, G_FILE (source), on_shown, g_steal_pointer (&task));
  else
    g_task_return_new_error (task, error->domain, error->code,
                             /* Translators: %s: the name of the file that is missing. */
                             _("The guide is not installed: there is no %s"),
                             g_file_peek_path (G_FILE (source)));
}

void
twin_help_show (GtkWindow *parent,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  g_autoptr (GFile) guide = NULL;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  guide = find_guide ();
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, twin_help_show);
  g_task_set_task_data (task, g_object_ref (parent), g_object_unref);
  g_file_query_info_async (guide, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, on_queried, task);
}

gboolean
twin_help_show_finish (GAsyncResult *result,
                       GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, twin_help_show), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
