/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk of 64 KiB, which a test may fill, lock and take away. */

/** First of all in main(), before any thread begins: what is mounted from here on is seen by this
 *  program alone, and permissions count for root, too.
 *  Returns whether this machine lets it mount. */
gboolean small_disk_init (void);

gboolean small_disk_mount (const char *folder);
gboolean small_disk_unmount (const char *folder);
gboolean small_disk_make_read_only (const char *folder);
/** Takes all the room that is left. */
void small_disk_fill (const char *folder);

/** Removes the folder, wherever it is, with all that is in it. */
void small_disk_remove_all (const char *path);

G_END_DECLS
