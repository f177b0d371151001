/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TWIN_ERROR (twin_error_quark ())
GQuark twin_error_quark (void);

/**
 * TwinError:
 * @TWIN_ERROR_UNKNOWN_KEY: no parameter, scenario or column of that name
 * @TWIN_ERROR_WRONG_TYPE: text where a number is due, or the like
 * @TWIN_ERROR_OUT_OF_BOUNDS: a value outside of what is allowed, NaN and infinity included
 * @TWIN_ERROR_CONFLICT: two values that contradict each other, such as s ≥ S
 * @TWIN_ERROR_TOO_LARGE: more work or memory than one run may ask for
 * @TWIN_ERROR_FORMAT: a file that is not what it should be
 * @TWIN_ERROR_NEWER: a file of a newer version of this program
 *
 * What a user, a file or a number can cause. Messages name the key, the value and what is allowed.
 */
typedef enum
{
  TWIN_ERROR_UNKNOWN_KEY,
  TWIN_ERROR_WRONG_TYPE,
  TWIN_ERROR_OUT_OF_BOUNDS,
  TWIN_ERROR_CONFLICT,
  TWIN_ERROR_TOO_LARGE,
  TWIN_ERROR_FORMAT,
  TWIN_ERROR_NEWER
} TwinError;

/** g_strdup_vprintf(), with numbers as files and the command line have them whatever the locale:
 *  "0.95". What is wrong with a value shall say it as it is to be typed. (transfer full) */
char *twin_error_format (const char *format, va_list args) G_GNUC_PRINTF (1, 0);

/** A #TWIN_ERROR that belongs to the parameter @key ("lead_time.min_days", "stores.0.capacity").
 *  The message is @format's; it should name the key as well, for places that show text alone. */
GError *twin_error_new (TwinError code,
                        const char *key,
                        const char *format,
                        ...) G_GNUC_PRINTF (3, 4);

/** The key of the parameter that @error is about; NULL where it is about none. */
const char *twin_error_get_key (const GError *error);

G_END_DECLS
