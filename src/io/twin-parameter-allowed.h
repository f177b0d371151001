/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-parameter.h"

G_BEGIN_DECLS

/** What the parameter may be, in words: "a whole number from 0 to 1000", "one of: “a”, “b”". */
char *twin_parameter_describe_allowed (const TwinParameter *row);

/** Is the number within the bounds, and whole where it has to be? A boolean's is 0 or 1, a choice's
 *  its index; no number is a text. */
gboolean twin_parameter_allows_number (const TwinParameter *row, double value);

/** Is it a text's value, or the name of one of a choice's? */
gboolean twin_parameter_allows_text (const TwinParameter *row, const char *text);

G_END_DECLS
