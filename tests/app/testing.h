/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "find.h"
#include "twin-parameter-row.h"
#include "twin-window.h"

G_BEGIN_DECLS

/* What tests of the app need: the real window, and hands and eyes for it. All of them run inside
 * tests/app/session. */

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
/** A window on the example that the app begins with. */
TwinWindow *open_example (void);
/** Closes it without a question, and sees that nothing kept it alive. */
void close_window (TwinWindow *window);

/** The part of @widget that its .ui file and its code call @name; there has to be one. */
GtkWidget *get_child (gpointer widget, const char *name);
/** The row of that parameter ("lead_time.min_days"); there has to be one. */
TwinParameterRow *find_row (gpointer root, const char *key);
/** The same; or NULL. */
TwinParameterRow *look_for_row (gpointer root, const char *key);
/** The first descendant of that type, or NULL. */
GtkWidget *find_type (gpointer root, GType type);
/** A mapped button with that label ("_Cancel"), or NULL. */
GtkWidget *find_button (gpointer root, const char *label);
/** The mapped button whose tooltip that is ("Add Store"); there has to be one. */
GtkWidget *find_named_button (gpointer root, const char *tooltip);
/** A mapped image of that icon, or NULL. */
GtkWidget *find_icon (gpointer root, const char *name);
/** A mapped label that holds @text, or NULL. */
GtkWidget *find_label (gpointer root, const char *text);

/** What a click does; only where somebody could click. */
void click (GtkWidget *button);
/** Does the window's action ("win.save"). */
void activate (TwinWindow *window, const char *action);
/** Chooses the model of that name ("network") in the side bar. */
void choose_model (TwinWindow *window, const char *name);
/** Moves the row's slider or spin button. */
void set_number (TwinParameterRow *row, double value);
/** Has every experiment of the window repeated @n times: few, for a test that has no use for more. */
void set_replications (TwinWindow *window, guint n);

/** Shows that tab ("run", "scenario", "optimize") and waits until it is drawn. */
void show_tab (TwinWindow *window, const char *name);
/** A part of the tab that is shown, by its name. */
GtkWidget *get_page_child (TwinWindow *window, const char *name);
/** Waits until the tab that is shown has its full results and nothing is going on. */
void wait_for_results (TwinWindow *window);
/** Clicks the Optimize tab's button, where the search needs one; the tab is shown. */
void start_search (TwinWindow *window);
/** Shows that tab and waits for its results; asks for them where the tab does not begin by itself. */
void show_results (TwinWindow *window, const char *tab);
gboolean is_busy (TwinWindow *window);
const char *get_status (TwinWindow *window);
gboolean is_modified (TwinWindow *window);
/** A parameter of the window's project. */
double get_number (TwinWindow *window, const char *key);

/** Resizes the window, and waits until it has that size. */
void resize (TwinWindow *window, int width, int height);

/** Has all text @times as large as by default, as the desktop's setting does. */
void scale_text (int times);

/** The dialog that asks or tells something, or NULL. */
AdwMessageDialog *find_message (void);
/** Waits for that dialog and clicks its button of that label ("_Cancel"). */
void answer_message (const char *button);
/** Answers the dialog that asks where to save, once it is there: types @path and accepts. */
void answer_save_dialog (const char *path);
/** Cancels it; the name that it suggested. (transfer full) */
char *cancel_save_dialog (void);

/** Draws the window, or a dialog, as it is now into screenshots/NAME.png in the build folder. */
void save_screenshot (gpointer window, const char *name);
/** The same, with the corners and the shadow that it has where there is a compositor. */
void save_screenshot_with_shadow (gpointer window, const char *name);

G_END_DECLS
