/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TwinNumberStyle: how a number is written for people. Files are written elsewhere, always
 *  with '.' and all digits. */
typedef enum
{
  TWIN_NUMBER_PLAIN,    /* as many decimals as it needs, at most 6 significant digits */
  TWIN_NUMBER_SHARE,    /* 0.98 as "98.0 %" */
  TWIN_NUMBER_POINTS,   /* 0.02 as "2.0": a difference of shares, in percentage points */
  TWIN_NUMBER_MONEY,    /* grouped, no decimals from 1,000 upward, two below 100 */
  TWIN_NUMBER_QUANTITY, /* grouped, one decimal below 10,000 */
  TWIN_NUMBER_COUNT,    /* grouped; a whole number has no decimals, a mean is as QUANTITY */
  TWIN_NUMBER_DAYS      /* a time in days, at most two decimals from a tenth upward */
} TwinNumberStyle;

/**
 * twin_number_set_wide_spaces:
 *
 * Has numbers written with no-break spaces of ordinary width (U+00A0) instead of narrow ones
 * (U+202F), of which a font that has no such glyph leaves a pixel or less. As the locale, that is a
 * matter of the whole process: the app says it of its font, the command line leaves it alone.
 */
void twin_number_set_wide_spaces (gboolean wide);

/**
 * twin_number_set_right_to_left:
 *
 * Has signs written so that they stay left of their number in text that is read from the right. Of
 * the whole process, as above.
 */
void twin_number_set_right_to_left (gboolean right_to_left);

/** "+5" for "5". @number: (transfer full). (transfer full) */
char *twin_number_add_plus (char *number);

/** Makes the narrow spaces of @text (transfer full) such as they are to be. (transfer full) */
char *twin_number_fit_spaces (char *text);

/** Whether @style writes numbers times 100. */
gboolean twin_number_is_share (TwinNumberStyle style);

/**
 * twin_number_format:
 * @value: any double; NaN gives "–"
 * @style: how it is written
 *
 * In the locale's decimal point and grouping (a locale that has none, as C, gets narrow no-break
 * spaces), with a real minus sign and a narrow no-break space before "%".
 * Units other than "%" are the caller's: an axis title or a label states them.
 *
 * Returns: (transfer full): the text
 */
char *twin_number_format (double value, TwinNumberStyle style);

/** As twin_number_format(), with exactly @decimals decimals (after scaling a share to percent). */
char *twin_number_format_fixed (double value, TwinNumberStyle style, int decimals);

/**
 * twin_number_add_unit:
 * @number: (transfer full): a number as one of these functions writes it, or an interval
 * @value: that number; of an interval, its upper end
 * @unit: (nullable): what it counts, "days", untranslated or in the user's language
 *
 * "1 day", "26.1 units", with a narrow no-break space. Of "days" and "units" the plural follows the
 * number that is shown: "1.0 units".
 *
 * Returns: (transfer full): the text
 */
char *twin_number_add_unit (char *number, double value, const char *unit);

/** "low – high", the unit written once; "no interval" (translated) where either is NaN. Its width
 *  decides how many decimals there are: the last is worth half of it at most. More than five
 *  digits in all it has only where they tell the ends apart. */
char *twin_number_format_interval (double low, double high, TwinNumberStyle style);

/** The same with the decimals that the interval from @as_low to @as_high has, for columns. */
char *twin_number_format_interval_as (double low,
                                      double high,
                                      double as_low,
                                      double as_high,
                                      TwinNumberStyle style);

/** What stands beside an interval, its mean or a standard deviation, with the interval's decimals;
 *  as twin_number_format() where there is none. */
char *twin_number_format_beside (double value, double low, double high, TwinNumberStyle style);

/** The same with as many more decimals as it takes to see on which side of @limit @value lies:
 *  "96.99 %" where "97.0 %" is the limit. @limit is shown with all its decimals elsewhere. */
char *twin_number_format_apart (double value,
                                double low,
                                double high,
                                double limit,
                                TwinNumberStyle style);

G_END_DECLS
