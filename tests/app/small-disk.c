/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* unshare (), syscall () */

#include "small-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#define OPTIONS "size=64k,mode=700"

static gboolean
write_id_map (const char *name,
              guint id)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/%s", name);
  g_autofree char *map = g_strdup_printf ("0 %u 1", id);
  int fd = open (path, O_WRONLY);
  gboolean success = fd >= 0 && write (fd, map, strlen (map)) > 0;

  if (fd >= 0)
    close (fd);
  return success;
}

static gboolean
become_alone (void)
{
  uid_t uid = geteuid ();
  gid_t gid = getegid ();

  if (uid == 0)
    return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
  if (unshare (CLONE_NEWUSER | CLONE_NEWNS) < 0 || !write_id_map ("uid_map", uid))
    return FALSE;
  g_file_set_contents ("/proc/self/setgroups", "deny", -1, NULL);
  return write_id_map ("gid_map", gid);
}

static void
obey_permissions (void)
{
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3];

  g_assert_cmpint (syscall (SYS_capget, &header, sets), ==, 0);
  sets[0].effective &= ~(1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH);
  g_assert_cmpint (syscall (SYS_capset, &header, sets), ==, 0);
}

gboolean
small_disk_init (void)
{
  gboolean can_mount = become_alone ();

  obey_permissions ();
  return can_mount;
}

gboolean
small_disk_mount (const char *folder)
{
  return mount ("tmpfs", folder, "tmpfs", 0, OPTIONS) == 0;
}

/* It may be gone already. */
gboolean
small_disk_unmount (const char *folder)
{
  return umount2 (folder, MNT_DETACH) == 0 || errno == EINVAL;
}

gboolean
small_disk_make_read_only (const char *folder)
{
  return mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, OPTIONS) == 0;
}

void
small_disk_fill (const char *folder)
{
  static const char page[4096] = { 0 };
  g_autofree char *path = g_build_filename (folder, "ballast", NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, page, sizeof page) > 0)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  close (fd);
}

void
small_disk_remove_all (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      small_disk_remove_all (child);
    }
  g_remove (path);
}
