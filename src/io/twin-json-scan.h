/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * twin_json_scan:
 * @name: what messages call the text
 * @digits: out: the path of every value, and the digits of it that is a number, else ""; a table of
 *   strings that owns its keys and values
 *
 * Judges JSON text strictly by RFC 8259, and refuses an object with the same member twice, a number
 * beyond a double, values nested too deep and more of them than any project has.
 *
 * @error: TWIN_ERROR, naming file, line and, where there is one, the path.
 */
gboolean twin_json_scan (const char *text,
                         gsize length,
                         const char *name,
                         GHashTable *digits,
                         GError **error);

G_END_DECLS
