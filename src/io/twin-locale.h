/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * twin_locale_init:
 *
 * Takes the user's language and number format, and finds the translations: in the folder that
 * TWIN_LOCALE_DIR names, where the program stands in a prefix (which may have been moved) or in its
 * build folder, else where it was to be installed. To be called first thing in a program.
 */
void twin_locale_init (void);

G_END_DECLS
