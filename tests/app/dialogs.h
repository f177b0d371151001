/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "testing.h"

G_BEGIN_DECLS

/** Adds a test for all that the app opens before its window: @folder is the beginning of their
 *  paths, and @func gets the name that open_dialog () knows. */
void add_dialog_tests (const char *folder, GTestDataFunc func);
/** Opens the dialog of that name, as the window would, and waits until it is drawn. */
GtkWindow *open_dialog (TwinWindow *window, const char *name);
/** A window that is shown and not @window, or NULL. */
GtkWindow *find_dialog (gpointer window);
/** Waits until there is one, and until it is drawn. */
GtkWindow *wait_for_dialog (gpointer window);
/** Waits until there is none any more. */
void wait_until_closed (gpointer window);

/** The dialog that asks or tells something, or NULL. */
AdwMessageDialog *find_message (void);
/** Waits for that dialog and clicks its button of that label ("_Cancel"). */
void answer_message (const char *button);
/** Answers the dialog that asks where to save, once it is there, with @path. It is that of
 *  portal.h, which a program that asks for it begins. */
void answer_save_dialog (const char *path);
/** Closes it; the name that it suggested. (transfer full) */
char *cancel_save_dialog (void);

G_END_DECLS
