/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-session-file.h"

#include <gio/gio.h>

#define LARGEST (64 * 1024 * 1024) /* bytes; many times what a session takes */

struct _TwinSessionFile
{
  char *path;
  char *last;           /* what was given to be written last */
  GThreadPool *threads; /* one, which takes texts in their order */
};

static void
write_text (gpointer data,
            gpointer path)
{
  g_autofree char *text = data;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_info ("The session is not kept: %s", error->message);
}

TwinSessionFile *
twin_session_file_new (const char *path)
{
  TwinSessionFile *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (TwinSessionFile, 1);
  self->path = g_strdup (path);
  self->threads = g_thread_pool_new (write_text, self->path, 1, FALSE, NULL);
  return self;
}

void
twin_session_file_free (TwinSessionFile *self)
{
  g_thread_pool_free (self->threads, FALSE, TRUE);
  g_free (self->last);
  g_free (self->path);
  g_free (self);
}

char *
twin_session_file_read (TwinSessionFile *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;
  char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  /* Somebody may have put a pipe or a film there. */
  file = g_file_new_for_path (self->path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
      && g_file_info_get_size (info) <= LARGEST)
    g_file_get_contents (self->path, &text, NULL, NULL);

  return text;
}

void
twin_session_file_write (TwinSessionFile *self,
                         char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (g_strcmp0 (text, self->last) == 0)
    {
      g_free (text);
      return;
    }

  g_free (self->last);
  self->last = g_strdup (text);
  g_thread_pool_push (self->threads, text, NULL);
}
