/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The desktop's file dialog, as a sandbox has it. Its part is played by a connection to the bus of
 * the test's own: no window appears, and no folder is read behind a test's back, as GTK's own
 * dialog does, which has complaints of its own where it goes before that is done.
 * drive-app.py goes through GTK's. */

/** What has become of the dialog, in the numbers of the portal's own protocol */
typedef enum
{
  PORTAL_CHOSEN = 0,
  PORTAL_CLOSED = 1,
  PORTAL_FAILED = 2,
} PortalResponse;

/** Before testing_init(): files are chosen in the dialog of the desktop. */
void portal_init (void);
/** After it: there is such a dialog, to the end of the program or until portal_stop(). */
void portal_start (void);
void portal_stop (void);

/** Waits until the dialog is asked for, and answers it; @path: what is chosen, or NULL. Returns the
 *  name that it suggested, NULL if it was to open a file (transfer full). What the window does
 *  about the answer has at least begun by then. */
char *portal_answer (PortalResponse response, const char *path);

G_END_DECLS
