/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lists of days as people read them; twin_days_parse() reads what they type. */

/** "30–32, 40". @days: as files have them. */
char *twin_days_text_format (const char *days);

G_END_DECLS
