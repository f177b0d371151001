/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-announcer.h"
#include "twin-compat.h"
#include "twin-file-dialog.h"
#include "twin-hint-bar.h"
#include "twin-page.h"
#include "twin-sidebar.h"
#include "twin-window.h"

G_BEGIN_DECLS

/* A window in ten files: twin-window.c puts it together, -actions.c has what menus and keys do,
 * -header.c suits the header bar to the width, -menus.c fills the menus that change, -page.c shows
 * what the tab in front is at, -panes.c moves the focus from part to part, -open.c opens, -save.c
 * saves and asks before work is lost, -files.c has what these two share, -session.c keeps and
 * restores what it showed. */

#define TWIN_N_PANES 5

struct _TwinWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkWidget *header;
  GtkLabel *title_label;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  GtkWidget *busy;
  GtkSpinner *spinner;
  AdwFlap *flap;
  TwinSidebar *sidebar;
  AdwToastOverlay *toasts;
  AdwViewStack *stack;
  TwinHintBar *hints;
  GtkProgressBar *progress;
  GtkWidget *status_line;
  GtkLabel *status;
  GtkWidget *export_button;
  GMenu *recent_menu;
  GMenu *examples_menu;

  /* Borrowed */
  TwinPage *page;         /* the tab that is shown */
  GtkWindow *assumptions; /* its window; weak */
  GtkWindow *question;    /* whether changes may be lost; weak */

  /* Owned */
  TwinDocument *document;
  TwinAnnouncer *announcer;
  TwinPool *pool;
  GSettings *settings; /* or NULL */
  GCancellable *cancellable;
  guint busy_timeout;  /* the page is busy, but not yet long enough to show it */
  guint header_idle;   /* the header bar is about to suit another width */
  GFile *loading;      /* it is about to show this; or NULL */
  const TwinExample *example; /* what it shows as long as it has no file; or NULL */
  char *draft;         /* what no file has, as last noted; or NULL */
  gboolean is_saving;
  gboolean is_closing;    /* it goes when it is saved */
  gboolean is_discarding; /* it goes as it is */
};

void _twin_window_class_init_actions (TwinWindowClass *klass);
void _twin_window_update_actions (TwinWindow *self);
/** Puts the focus on where that key is set. */
void _twin_window_show_parameter (TwinWindow *self, const char *key);

/** Title, tabs and buttons fit beside each other. */
gboolean _twin_window_is_wide (TwinWindow *self, int width);
/** Has the header bar suit the window's width, when it is laid out. */
void _twin_window_queue_update_header (TwinWindow *self);

/** Puts the focus into the part of the window that follows (@step 1) or comes before (−1). */
void _twin_window_move_pane (TwinWindow *self, int step);

void _twin_window_init_menus (TwinWindow *self);

void _twin_window_init_page (TwinWindow *self);
/** Turns to the tab that is shown (nullable):
 *  only that one works, and the window says what it is at. */
void _twin_window_set_page (TwinWindow *self, TwinPage *page);
/** The page has results, or the document has problems, as it had not before. */
void _twin_window_update_export (TwinWindow *self);

/** What file dialogs of a window offer: projects. */
extern const TwinFileKind _twin_window_file_kind;
/** Begins with the last folder of the settings, and keeps it there. */
void _twin_window_init_folder (TwinWindow *self);
/** Puts @file among the recent ones, and file dialogs into its folder. */
void _twin_window_remember_file (TwinWindow *self, GFile *file);
void _twin_window_forget_file (GFile *file);

/** Asks for a file and opens it. */
void _twin_window_choose_file (TwinWindow *self);
void _twin_window_save (TwinWindow *self);
void _twin_window_save_as (TwinWindow *self);
/** TRUE where the window may close now; else it asks, and closes itself after the answer. */
gboolean _twin_window_may_close (TwinWindow *self);
/** It was to close, and somebody thought better of it. */
void _twin_window_stay (TwinWindow *self);
/** What failed, and below it what to do about it. (transfer full) */
char *_twin_window_add_advice (const GError *error, const char *advice);
void _twin_window_show_error (TwinWindow *self,
                              const char *heading,
                              const GError *error,
                              const char *advice);
/** A new window with this one's pool and settings.
 *  @project: (transfer full); @example: (nullable) */
TwinWindow *_twin_window_new_sibling (TwinWindow *self,
                                      TwinProject *project,
                                      const TwinExample *example);
/** Begins anew with @project (transfer full), which is that example. */
void _twin_window_show_example (TwinWindow *self, TwinProject *project, const TwinExample *example);
/** Nothing was done here yet, so that another project may take the window over. */
gboolean _twin_window_is_untouched (TwinWindow *self);

G_END_DECLS
