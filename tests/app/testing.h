/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "find.h"
#include "hands.h"
#include "tabs.h"

G_BEGIN_DECLS

/* What tests of the app need: the real window, hands and eyes for it, and to wait for what follows.
 * All of them run inside tests/app/session. */

/** Runs the main loop until @condition holds; fails the test after a minute. Nothing here
 *  sleeps for a while and hopes. */
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    Deadline deadline_;                                                                            \
    deadline_begin (&deadline_);                                                                   \
    while (!(condition))                                                                           \
      deadline_iterate (&deadline_, G_STRLOC, #condition);                                         \
    deadline_end (&deadline_);                                                                     \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  guint source;
  gboolean is_over;
} Deadline;

void deadline_begin (Deadline *self);
void deadline_iterate (Deadline *self, const char *where, const char *condition);
void deadline_end (Deadline *self);

/** Starts GTK, libadwaita and the app itself, for a test program's main(). */
void testing_init (int *argc, char ***argv);
/** g_test_run(), and the end of the app. */
int testing_run (void);

/** A window on a new project, shown and drawn. */
TwinWindow *open_window (void);
/** A window on a new project of the model that has lists and nodes, with its results. */
TwinWindow *open_network (void);
/** A window on the example that the app begins with. */
TwinWindow *open_example (void);
/** Closes it without a question, and sees that nothing kept it alive. */
void close_window (TwinWindow *window);

G_END_DECLS
