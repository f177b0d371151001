/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-document.h"
#include "twin-pool.h"

G_BEGIN_DECLS

/**
 * TwinWindow:
 *
 * A window of the app: one project, its parameters at the side and its results in tabs.
 */
#define TWIN_TYPE_WINDOW (twin_window_get_type ())
G_DECLARE_FINAL_TYPE (TwinWindow, twin_window, TWIN, WINDOW, AdwApplicationWindow)

/** @project: (transfer full): what it begins with; @name: its title, or NULL for "Untitled".
 *  @pool: threads for its work. @settings: (nullable): where it keeps its size and habits. */
TwinWindow *twin_window_new (GtkApplication *application,
                             TwinProject *project,
                             const char *name,
                             TwinPool *pool,
                             GSettings *settings);

TwinDocument *twin_window_get_document (TwinWindow *self);

/** Opens a file: in the window that has it already, in this one if nothing was done here yet, or
 *  in a new one. Presents that window when the file is read, or this one with what went wrong. */
void twin_window_open (TwinWindow *self, GFile *file);

G_END_DECLS
