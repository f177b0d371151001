/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Reads the whole of @text, the value that somebody gave for @key, as a number with ".", whatever
 *  the locale. @is_share: of a whole, so that people may think of it in percent.
 *  @error: TWIN_ERROR_WRONG_TYPE; it suggests the number that was meant by "0,98", or by "98%" of a
 *  share, in the digits of any script. */
gboolean twin_typed_number_parse (const char *key,
                                  const char *text,
                                  gboolean is_share,
                                  double *value,
                                  GError **error);

G_END_DECLS
