/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TwinSessionWindow:
 *
 * What a window showed when the program ended, so that it comes back. All strings may be NULL.
 */
typedef struct
{
  char *uri;     /* of its file; NULL: it had none */
  char *example; /* the name of the example that it had instead */
  char *tab;     /* "run", "scenario", "optimize" */
  char *metric;  /* the name of the one whose distribution was looked at */
  char *draft;   /* the project with changes that no file has, as a project file holds it */
  int width;     /* pixels; 0: not known */
  int height;
  gboolean maximized;
  gboolean show_sidebar;
} TwinSessionWindow;

TwinSessionWindow *twin_session_window_new (void);
void twin_session_window_free (TwinSessionWindow *window);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinSessionWindow, twin_session_window_free)

/** The windows of the text of a session's file, the front one last; TwinSessionWindow. A text that
 *  is broken has none. (transfer full) */
GPtrArray *twin_session_parse (const char *text);
/** The same, the other way. @windows: TwinSessionWindow. (transfer full) */
char *twin_session_format (GPtrArray *windows);

G_END_DECLS
