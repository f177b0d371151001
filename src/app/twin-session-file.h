/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TwinSessionFile:
 *
 * Where a session is kept. Writing replaces the file in one step, in a thread of its own, and what
 * is written last stays, in whatever order threads get there. Nobody is told of a failure: a
 * session that cannot be kept is no reason to disturb anybody's work.
 */
typedef struct _TwinSessionFile TwinSessionFile;

/** @path: of the file; its folder is made where there is none. */
TwinSessionFile *twin_session_file_new (const char *path);
/** What is being written is written first. */
void twin_session_file_free (TwinSessionFile *self);

/** What is in it; NULL: nothing, or nothing that can be read. (transfer full) */
char *twin_session_file_read (TwinSessionFile *self);
/** @text: (transfer full). The same as last time is not written again. */
void twin_session_file_write (TwinSessionFile *self, char *text);

G_END_DECLS
