/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-document.h"
#include "twin-examples.h"
#include "twin-pool.h"
#include "twin-session.h"

G_BEGIN_DECLS

/**
 * TwinWindow:
 *
 * A window of the app: one project, its parameters at the side and its results in tabs.
 *
 * Signals: "session-changed" (twin_window_dup_session() gives something else now),
 * "stayed" (it was asked to close, and the user thought better of it).
 */
#define TWIN_TYPE_WINDOW (twin_window_get_type ())
G_DECLARE_FINAL_TYPE (TwinWindow, twin_window, TWIN, WINDOW, AdwApplicationWindow)

/** @project: (transfer full): what it begins with; @example: (nullable): the one that is.
 *  @pool: threads for its work. @settings: (nullable): where it keeps its size and habits. */
TwinWindow *twin_window_new (GtkApplication *application,
                             TwinProject *project,
                             const TwinExample *example,
                             TwinPool *pool,
                             GSettings *settings);

TwinDocument *twin_window_get_document (TwinWindow *self);

/** Opens a file: in the window that has it already, in this one if nothing was done here yet, or
 *  in a new one. Presents that window when the file is read, or this one with what went wrong. */
void twin_window_open (TwinWindow *self, GFile *file);

/** Whether closing it would ask, or wait for a file to be whole. */
gboolean twin_window_has_unsaved (TwinWindow *self);

/** What is to come back at the next start; NULL: nothing worth it. (transfer full) */
TwinSessionWindow *twin_window_dup_session (TwinWindow *self);

/** Shows what @state says, in a new window that is not presented yet. Changes that were not saved
 *  are one step of undo on top of the file. It fails where there is nothing to be shown: the file
 *  cannot be read. */
void twin_window_restore_async (TwinWindow *self,
                                const TwinSessionWindow *state,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean twin_window_restore_finish (TwinWindow *self, GAsyncResult *result, GError **error);

/** Says @message, plain text, at the foot of the window for a while. */
void twin_window_show_toast (TwinWindow *self, const char *message);

G_END_DECLS
