/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-same-file.h"

typedef struct
{
  GFile *file;
  GPtrArray *others;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_object_unref (search->file);
  g_ptr_array_unref (search->others);
  g_free (search);
}

/* What the file system calls the file itself: device and inode. NULL: it is not there. */
static char *
dup_id (GFile *file)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE))
                      : NULL;
}

static void
find_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  const Search *search = data;
  g_autofree char *id = dup_id (search->file);

  for (guint i = 0; i < search->others->len; i++)
    {
      GFile *other = g_ptr_array_index (search->others, i);
      g_autofree char *its = id != NULL ? dup_id (other) : NULL;

      if (g_file_equal (search->file, other) || (its != NULL && g_str_equal (id, its)))
        {
          g_task_return_pointer (task, g_object_ref (other), g_object_unref);
          return;
        }
    }
  g_task_return_pointer (task, NULL, NULL);
}

void
twin_same_file_find_async (GFile *file,
                           GPtrArray *others,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (others != NULL);

  search = g_new (Search, 1);
  search->file = g_object_ref (file);
  search->others = g_ptr_array_ref (others);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, twin_same_file_find_async);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, find_in_thread);
}

GFile *
twin_same_file_find_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, twin_same_file_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
