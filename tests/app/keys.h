/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "testing.h"

G_BEGIN_DECLS

/** Presses keys as a keyboard does, in the window that has the focus of the desktop: "Tab",
 *  "ctrl+Page_Down", several with spaces between. Returns once the app has dealt with them. */
void press (const char *keys);
/** Waits until the window has the focus of the desktop. */
void wait_until_active (gpointer window);

G_END_DECLS
