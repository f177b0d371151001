/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-document-private.h"

#include "twin-project-async.h"

/* The document's file: reading and writing it, without blocking. */

static void
load_done (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  TwinDocument *self = g_task_get_source_object (task);
  GError *error = NULL;
  TwinProject *project = twin_project_load_finish (result, &error);

  if (project == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  twin_document_start_from (self, project, twin_project_async_get_file (result));
  g_task_return_boolean (task, TRUE);
}

void
twin_document_load_async (TwinDocument *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWIN_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twin_document_load_async);
  twin_project_load_async (file, cancellable, load_done, task);
}

gboolean
twin_document_load_finish (TwinDocument *self,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
save_done (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  TwinDocument *self = g_task_get_source_object (task);
  GError *error = NULL;
  TwinProject *written = twin_project_save_finish (result, &error);

  if (written == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  twin_document_take_saved (self, written, twin_project_async_get_file (result));
  g_task_return_boolean (task, TRUE);
}

static void
save (TwinDocument *self,
      GFile *file,
      const TwinProject *expected,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, twin_document_save_async);
  twin_project_save_async (twin_document_get_project (self), file, expected, cancellable, save_done,
                           task);
}

void
twin_document_save_async (TwinDocument *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GFile *own;

  g_return_if_fail (TWIN_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  own = twin_document_get_file (self);
  save (self, file,
        own != NULL && g_file_equal (own, file) ? twin_document_get_saved (self) : NULL,
        cancellable, callback, user_data);
}

void
twin_document_replace_async (TwinDocument *self,
                             GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (TWIN_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  save (self, file, NULL, cancellable, callback, user_data);
}

gboolean
twin_document_save_finish (TwinDocument *self,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
