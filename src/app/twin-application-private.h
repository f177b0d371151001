/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-application.h"
#include "twin-session-keeper.h"
#include "twin-window.h"

G_BEGIN_DECLS

/* The app in two files: twin-application.c, and -session.c for what was open and how all of it ends. */

struct _TwinApplication
{
  AdwApplication parent_instance;

  TwinPool *pool;
  GSettings *settings; /* or NULL, where no schema is installed */
  TwinSessionKeeper *keeper;

  /* The last session */
  gboolean has_begun; /* it is here, or on its way */
  guint n_restoring;  /* windows that are not here yet */
  TwinWindow *front;  /* the one that was in front; weak */
  GPtrArray *lost;    /* what to say of those that cannot come back */
  GPtrArray *wishes;  /* GFile, to be opened as soon as all are here */

  gboolean is_quitting;
  guint terminated; /* the source of a signal */
};

/** The window that had the focus last, or NULL. */
TwinWindow *_twin_application_get_front (TwinApplication *self);
/** The same; or a new one with the first example. */
TwinWindow *_twin_application_get_window (TwinApplication *self);

/** Once: brings the windows of the last session back and returns whether there are any.
 *  @drafts_only: those with changes that no file has. */
gboolean _twin_application_restore (TwinApplication *self, gboolean drafts_only);

/** Asks whoever has something to lose, one window after the other, then closes all. */
void _twin_application_quit (TwinApplication *self);
/** A window has gone: if the app is quitting, the next one is asked. */
void _twin_application_go_on_quitting (TwinApplication *self);
/** Somebody wants to stay after all, or to see something else: calls quitting off. */
void _twin_application_stay (TwinApplication *self);

G_END_DECLS
