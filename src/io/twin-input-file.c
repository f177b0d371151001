/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-input-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "twin-error.h"

#define BLOCK_SIZE (64 * 1024)

char *
twin_input_file_get_name (const char *path)
{
  return g_str_equal (path, "-") ? g_strdup (_("standard input")) : g_filename_display_name (path);
}

static int
open_input (const char *path)
{
  int fd;

  if (g_str_equal (path, "-"))
    return fcntl (STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
  do
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  while (fd < 0 && errno == EINTR);
  return fd;
}

/* Up to one byte more than @max_length, so that the caller sees that there is more. FALSE: see
 * errno. */
static gboolean
read_all (int fd,
          gsize max_length,
          GByteArray *bytes)
{
  for (;;)
    {
      gsize old_length = bytes->len;
      gsize wanted = MIN ((gsize) BLOCK_SIZE, max_length + 1 - old_length);

      if (wanted == 0)
        return TRUE;
      g_byte_array_set_size (bytes, (guint) (old_length + wanted));
      ssize_t got = read (fd, bytes->data + old_length, wanted);
      g_byte_array_set_size (bytes, (guint) (old_length + (got > 0 ? (gsize) got : 0)));
      if (got == 0)
        return TRUE;
      if (got < 0 && errno != EINTR)
        return FALSE;
    }
}

char *
twin_input_file_read (const char *path,
                      gsize max_length,
                      gsize *length,
                      GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_return_val_if_fail (path != NULL && length != NULL, NULL);
  g_return_val_if_fail (max_length < G_MAXUINT / 2, NULL);

  name = twin_input_file_get_name (path);
  int fd = open_input (path);
  gboolean success = fd >= 0 && read_all (fd, max_length, bytes);
  int saved_errno = errno;
  if (fd >= 0)
    close (fd);
  if (!success)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                   _("%s: it cannot be read: %s"), name, g_strerror (saved_errno));
      return NULL;
    }
  if (bytes->len > max_length)
    {
      g_propagate_error (error, twin_error_new (TWIN_ERROR_TOO_LARGE, NULL,
                                                _("%s: the file is larger than %zu MiB, "
                                                  "which is the most that is read"),
                                                name, max_length >> 20));
      return NULL;
    }

  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}
