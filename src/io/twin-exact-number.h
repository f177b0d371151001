/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TWIN_EXACT_NUMBER_SIZE G_ASCII_DTOSTR_BUF_SIZE

/** Writes @value in the fewest of 15, 16 or 17 significant digits that read back to the same bits,
 *  always with ".", and returns @buffer. 0.1 is "0.1", 40 is "40". */
const char *twin_exact_number_format (double value, char buffer[TWIN_EXACT_NUMBER_SIZE]);

/** Reads the whole of @text as a decimal number, whatever the locale. FALSE for anything else:
 *  "", " 1", "1x", "0x10", "nan", "inf"; a number too large for a double is infinite. */
gboolean twin_exact_number_parse (const char *text, double *value);

G_END_DECLS
