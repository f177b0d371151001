/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "testing.h"

G_BEGIN_DECLS

/** Draws the window, or a dialog, as it is now into screenshots/NAME.png in the build folder. */
void save_screenshot (gpointer window, const char *name);
/** The same, with the corners and the shadow that it has where there is a compositor. */
void save_screenshot_with_shadow (gpointer window, const char *name);

G_END_DECLS
