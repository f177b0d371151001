/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-project-async.h"

#include <glib/gi18n-lib.h>

#include "twin-plain-file.h"
#include "twin-project-file.h"

typedef struct
{
  GFile *file;
  TwinProject *project;  /* to be written */
  TwinProject *expected; /* what @file holds unless somebody else wrote it; or NULL */
} Transfer;

static void
transfer_free (gpointer data)
{
  Transfer *transfer = data;

  g_clear_object (&transfer->file);
  g_clear_pointer (&transfer->project, twin_project_free);
  g_clear_pointer (&transfer->expected, twin_project_free);
  g_free (transfer);
}

static void
project_free (gpointer project)
{
  twin_project_free (project);
}

/* Takes @project and @expected. */
static void
start (GFile *file,
       TwinProject *project,
       TwinProject *expected,
       GTaskThreadFunc func,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Transfer *transfer = g_new0 (Transfer, 1);

  transfer->file = g_object_ref (file);
  transfer->project = project;
  transfer->expected = expected;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, transfer, transfer_free);
  g_task_run_in_thread (task, func);
}

static TwinProject *
load_project (GFile *file,
              GCancellable *cancellable,
              GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize length;

  if (!twin_plain_file_check (file, cancellable, error))
    return NULL;
  if (path != NULL)
    return twin_project_load (path, error);

  if (!g_file_load_contents (file, cancellable, &text, &length, NULL, error))
    return NULL;

  name = g_file_get_parse_name (file);
  return twin_project_from_json (text, length, name, error);
}

static void
load_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Transfer *transfer = data;
  GError *error = NULL;
  TwinProject *project = load_project (transfer->file, cancellable, &error);

  if (project != NULL)
    g_task_return_pointer (task, project, project_free);
  else
    g_task_return_error (task, error);
}

void
twin_project_load_async (GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  start (file, NULL, NULL, load_in_thread, twin_project_load_async, cancellable, callback,
         user_data);
}

TwinProject *
twin_project_load_finish (GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, twin_project_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Whether @file still says what @expected says, or is gone: then nothing is lost by writing it. One
 * that cannot be understood any more was written by somebody else, too. */
static gboolean
check_unchanged (GFile *file,
                 const TwinProject *expected,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TwinProject) current = load_project (file, cancellable, &reason);
  g_autofree char *current_text = NULL;
  g_autofree char *expected_text = NULL;

  if (current == NULL && reason->domain != TWIN_ERROR)
    return TRUE;

  if (current != NULL)
    {
      current_text = twin_project_to_json (current);
      expected_text = twin_project_to_json (expected);
      if (g_str_equal (current_text, expected_text))
        return TRUE;
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                       _("It was changed since this window read or wrote it"));
  return FALSE;
}

static gboolean
save_project (const TwinProject *project,
              const TwinProject *expected,
              GFile *file,
              GCancellable *cancellable,
              GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *text = NULL;

  if (!twin_plain_file_check (file, cancellable, error))
    return FALSE;
  if (expected != NULL && !check_unchanged (file, expected, cancellable, error))
    return FALSE;
  if (path != NULL)
    return twin_project_save (project, path, error);

  text = twin_project_to_json (project);
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, error);
}

static void
save_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Transfer *transfer = data;
  GError *error = NULL;

  if (save_project (transfer->project, transfer->expected, transfer->file, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&transfer->project), project_free);
  else
    g_task_return_error (task, error);
}

void
twin_project_save_async (const TwinProject *project,
                         GFile *file,
                         const TwinProject *expected,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (project != NULL);
  g_return_if_fail (G_IS_FILE (file));

  start (file, twin_project_copy (project), expected != NULL ? twin_project_copy (expected) : NULL,
         save_in_thread, twin_project_save_async, cancellable, callback, user_data);
}

TwinProject *
twin_project_save_finish (GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, twin_project_save_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GFile *
twin_project_async_get_file (GAsyncResult *result)
{
  Transfer *transfer = g_task_get_task_data (G_TASK (result));

  return transfer->file;
}
