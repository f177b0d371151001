/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers that people type, with the locale's decimal point. Unlike twin_number_format(), which
 * rounds for reading, these denote a value exactly, so that an entry that is left untouched
 * changes nothing. */

/** @value with as many decimals as tell it apart from every other double, and no grouping. */
char *twin_number_text_format (double value);

/** The same for reading, within a sentence: a whole number has the locale's groups. */
char *twin_number_text_format_grouped (double value);

/** Reads a number in digits of any script with the locale's decimal point, or with "."; groups of
 *  three digits may be set apart by the locale's separator or by spaces. @text may have white space
 *  around it. FALSE: it is no finite number. */
gboolean twin_number_text_parse (const char *text, double *value);

/** @text with the digits of any script as those of ASCII, Arabic separators as "." and "'", and
 *  without marks of direction. (transfer full) */
char *twin_number_text_plain (const char *text);

/** @value without the noise that adding up decimal steps leaves behind: 0.3 for 0.1 + 0.2. */
double twin_number_text_clean (double value);

G_END_DECLS
