/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TwinSessionKeeper:
 *
 * Notes what the windows of an application show, soon after a change and when they go, so that the
 * next start can show the same. What was closed one by one does not come back, but the last one
 * does, and all that quitting closes.
 */
typedef struct _TwinSessionKeeper TwinSessionKeeper;

/** @path: of the session's file. Nothing is noted before twin_session_keeper_begin(). */
TwinSessionKeeper *twin_session_keeper_new (GtkApplication *application, const char *path);
void twin_session_keeper_free (TwinSessionKeeper *self);

/** What the last session left, the front window last: TwinSessionWindow. (transfer full) */
GPtrArray *twin_session_keeper_read (TwinSessionKeeper *self);

/** From now on windows are noted. */
void twin_session_keeper_begin (TwinSessionKeeper *self);
/** Notes them now: the program may end without a word. */
void twin_session_keeper_save (TwinSessionKeeper *self);
/** Windows that close from now on do so because the program ends; or not any more. */
void twin_session_keeper_set_quitting (TwinSessionKeeper *self, gboolean quitting);

G_END_DECLS
