/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lists of days: files and #TwinParameters have "30,31,32,40". */

/** The last day that a list can name. */
#define TWIN_LAST_DAY 999999

/** What somebody typed, as files have it: days and stretches of days ("30–32" or "30-32") in any
 *  order, set apart by commas, semicolons or spaces. NULL: it is no list of days.
 *  (transfer full) */
char *twin_days_parse (const char *text);

G_END_DECLS
