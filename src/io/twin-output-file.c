/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_LINKS 40

struct _TwinOutputFile
{
  char *name;      /* for messages */
  char *target;    /* NULL: a descriptor that was open before */
  char *temporary; /* NULL: written to directly, or no longer there */
  int fd;          /* −1: closed */
};

static void
set_error (const TwinOutputFile *self,
           int saved_errno,
           GError **error)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
               _("%s: it cannot be written: %s"), self->name, g_strerror (saved_errno));
}

/* Is @path the name of an open file of this process, such as /proc/self/fd/1, which /dev/stdout
 * leads to? Then *fd is its number. */
static gboolean
is_own_descriptor (const char *directory,
                   const char *base,
                   int *fd)
{
  g_autofree char *own = g_strdup_printf ("/proc/%d/fd", (int) getpid ());
  guint64 number;

  if (!g_str_equal (directory, own) ||
      !g_ascii_string_to_unsigned (base, 10, 0, G_MAXINT, &number, NULL))
    return FALSE;
  *fd = (int) number;
  return TRUE;
}

/* @target: the file that @path names once every link is followed, whether it exists or not; or
 * @fd: the open file of this process that it leads to. Returns 0 or errno. */
static int
follow_links (const char *path,
              char **target,
              int *fd)
{
  g_autofree char *current = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *parent = g_path_get_dirname (current);
      g_autofree char *base = g_path_get_basename (current);
      char directory[PATH_MAX];

      if (realpath (parent, directory) == NULL)
        return errno;
      if (is_own_descriptor (directory, base, fd))
        return 0;

      g_autofree char *resolved = g_build_filename (directory, base, NULL);
      g_autofree char *link = g_file_read_link (resolved, NULL);
      if (link == NULL)
        {
          *target = g_steal_pointer (&resolved);
          return 0;
        }
      g_free (current);
      current = g_path_is_absolute (link) ? g_steal_pointer (&link)
                                          : g_build_filename (directory, link, NULL);
    }
  return ELOOP;
}

/* The temporary file gets mode and owner of the old one, as far as the user may give them; a new
 * file has what the umask leaves. Returns 0 or errno. */
static int
open_temporary (TwinOutputFile *self,
                const struct stat *old)
{
  g_autofree char *directory = g_path_get_dirname (self->target);
  g_autofree char *temporary = g_build_filename (directory, ".twin-XXXXXX", NULL);

  if (old != NULL && faccessat (AT_FDCWD, self->target, W_OK, AT_EACCESS) < 0)
    return errno;
  self->fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (self->fd < 0)
    return errno;
  self->temporary = g_steal_pointer (&temporary);
  if (old == NULL)
    return 0;
  if (fchown (self->fd, old->st_uid, old->st_gid) < 0 && errno != EPERM)
    return errno;
  return fchmod (self->fd, old->st_mode & 0777) < 0 ? errno : 0;
}

/* Returns 0 or errno. */
static int
open_named (TwinOutputFile *self)
{
  struct stat old;

  if (lstat (self->target, &old) < 0)
    return errno == ENOENT ? open_temporary (self, NULL) : errno;
  if (S_ISREG (old.st_mode))
    return open_temporary (self, &old);
  if (S_ISDIR (old.st_mode))
    return EISDIR;
  self->fd = open (self->target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  return self->fd < 0 ? errno : 0;
}

/* Returns 0 or errno. */
static int
open_path (TwinOutputFile *self,
           const char *path)
{
  int own = -1;
  int failure = 0;

  if (*path == '\0')
    return ENOENT;
  if (g_str_has_suffix (path, G_DIR_SEPARATOR_S))
    return EISDIR;
  if (g_str_equal (path, "-"))
    own = STDOUT_FILENO;
  else
    failure = follow_links (path, &self->target, &own);
  if (failure != 0)
    return failure;
  if (self->target != NULL)
    return open_named (self);

  self->fd = fcntl (own, F_DUPFD_CLOEXEC, 0);
  return self->fd < 0 ? errno : 0;
}

TwinOutputFile *
twin_output_file_new (const char *path,
                      GError **error)
{
  g_autoptr (TwinOutputFile) self = g_new0 (TwinOutputFile, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->fd = -1;
  self->name = g_str_equal (path, "-") ? g_strdup (_("standard output"))
                                       : g_filename_display_name (path);
  /* What was printed before comes before. */
  fflush (stdout);
  int failure = open_path (self, path);
  if (failure != 0)
    {
      set_error (self, failure, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

gboolean
twin_output_file_write (TwinOutputFile *self,
                        const char *data,
                        gsize length,
                        GError **error)
{
  g_return_val_if_fail (self != NULL && self->fd >= 0, FALSE);

  while (length > 0)
    {
      ssize_t written = write (self->fd, data, length);
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          set_error (self, errno, error);
          return FALSE;
        }
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

/* So that the new name, too, outlives a crash. Not every file system can; the file is whole either
 * way. */
static void
sync_directory (const char *target)
{
  g_autofree char *directory = g_path_get_dirname (target);
  int fd = open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
twin_output_file_close (TwinOutputFile *self,
                        GError **error)
{
  g_return_val_if_fail (self != NULL && self->fd >= 0, FALSE);

  if (self->temporary != NULL && fsync (self->fd) < 0)
    {
      set_error (self, errno, error);
      return FALSE;
    }
  int fd = self->fd;
  self->fd = -1;
  if (close (fd) < 0 && errno != EINTR)
    {
      set_error (self, errno, error);
      return FALSE;
    }
  if (self->temporary == NULL)
    return TRUE;
  if (rename (self->temporary, self->target) < 0)
    {
      set_error (self, errno, error);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  sync_directory (self->target);
  return TRUE;
}

void
twin_output_file_free (TwinOutputFile *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->target);
  g_free (self->name);
  g_free (self);
}
