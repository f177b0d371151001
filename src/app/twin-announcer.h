/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TwinAnnouncer:
 *
 * Tells those who do not see the window what happened in it: politely, once it has been quiet for a
 * moment, so that a slider that is dragged has its results said once. Of several things in that
 * moment the last is said, and what was said last is not said again.
 */
typedef struct _TwinAnnouncer TwinAnnouncer;

/** @status: a widget of the role STATUS, whose name is the last announcement.
 *  It has to outlive this. */
TwinAnnouncer *twin_announcer_new (GtkWidget *status);
void twin_announcer_free (TwinAnnouncer *self);
void twin_announcer_say (TwinAnnouncer *self, const char *text);

G_END_DECLS
