/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-project-async.h"

#include "twin-project-file.h"

typedef struct
{
  GFile *file;
  TwinProject *project; /* to be written */
} Transfer;

static void
transfer_free (gpointer data)
{
  Transfer *transfer = data;

  g_clear_object (&transfer->file);
  g_clear_pointer (&transfer->project, twin_project_free);
  g_free (transfer);
}

static void
project_free (gpointer project)
{
  twin_project_free (project);
}

/* Takes @project. */
static void
start (GFile *file,
       TwinProject *project,
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

  start (file, NULL, load_in_thread, twin_project_load_async, cancellable, callback, user_data);
}

TwinProject *
twin_project_load_finish (GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, twin_project_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
save_project (const TwinProject *project,
              GFile *file,
              GCancellable *cancellable,
              GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *text = NULL;

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

  if (save_project (transfer->project, transfer->file, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&transfer->project), project_free);
  else
    g_task_return_error (task, error);
}

void
twin_project_save_async (const TwinProject *project,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (project != NULL);
  g_return_if_fail (G_IS_FILE (file));

  start (file, twin_project_copy (project), save_in_thread, twin_project_save_async, cancellable,
         callback, user_data);
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
