/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-number.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define MINUS "\342\210\222"       /* U+2212 */
#define NARROW_NBSP "\342\200\257"      /* U+202F */
#define NBSP "\302\240"
#define MAX_DECIMALS 12
#define SIGNIFICANT_DIGITS 6
#define MOST_PERCENT_DECIMALS 3
#define MOST_APART_DECIMALS 8 /* what is nearer to a limit is at it */
#define LEAST_PERCENT 5e-4 /* what is shown as 0.001 % */
#define LEAST_NUMBER 1e-4
#define ESTIMATE_DIGITS 5  /* significant ones of a number that is known by an interval */
#define ROUNDING 1e-9      /* an interval that is narrower, relatively, comes from rounding */

#define LEFT_TO_RIGHT "\342\200\216" /* U+200E, a mark without width */

static int wide_spaces; /* atomic: pictures are made in any thread */
static int right_to_left;

void
twin_number_set_wide_spaces (gboolean wide)
{
  g_atomic_int_set (&wide_spaces, wide);
}

void
twin_number_set_right_to_left (gboolean set)
{
  g_atomic_int_set (&right_to_left, set);
}

static const char *
before_sign (void)
{
  return g_atomic_int_get (&right_to_left) ? LEFT_TO_RIGHT : "";
}

char *
twin_number_add_plus (char *number)
{
  g_autofree char *owned = number;

  return g_strconcat (before_sign (), "+", owned, NULL);
}

char *
twin_number_fit_spaces (char *text)
{
  GString *fitted;

  if (!g_atomic_int_get (&wide_spaces) || strstr (text, NARROW_NBSP) == NULL)
    return text;
  fitted = g_string_new (text);
  g_free (text);
  g_string_replace (fitted, NARROW_NBSP, NBSP, 0);
  return g_string_free (fitted, FALSE);
}

/* The locale's strings are in its own encoding, which need not be UTF-8. */
static char *
locale_string (const char *string,
               const char *otherwise)
{
  g_autofree char *utf8 = NULL;

  if (string != NULL && *string != '\0')
    utf8 = g_locale_to_utf8 (string, -1, NULL, NULL, NULL);
  return utf8 != NULL ? g_steal_pointer (&utf8) : g_strdup (otherwise);
}

/* Sizes of the groups from the decimal point leftwards, as localeconv() states them: the last one
 * repeats, CHAR_MAX ends the grouping. */
static gboolean
group_ends_here (const char *grouping,
                 gsize digits_to_the_right)
{
  gsize end = 0;

  for (const char *size = grouping; *size != '\0' && *size != CHAR_MAX; size++)
    {
      end += (guchar) *size;
      if (end == digits_to_the_right)
        return TRUE;
      if (size[1] == '\0')
        return digits_to_the_right > end && (digits_to_the_right - end) % (guchar) *size == 0;
    }
  return FALSE;
}

/* @digits is what printf ("%.*f") of a number that is not negative gives in the C locale. A locale
 * that groups nothing (C) gets thin spaces: ungrouped millions cannot be read at a glance. The SI
 * leaves four digits together, but not in columns, where they stand below longer numbers. */
static char *
localise (const char *digits,
          gboolean negative)
{
  const struct lconv *locale = localeconv ();
  const gboolean groups = locale->thousands_sep[0] != '\0' && locale->grouping[0] > 0;
  const char *grouping = groups ? locale->grouping : "\3";
  const gsize whole = strcspn (digits, ".");
  g_autofree char *separator = locale_string (groups ? locale->thousands_sep : NULL, NARROW_NBSP);
  g_autofree char *point = locale_string (locale->decimal_point, ".");
  GString *text = g_string_new (NULL);

  if (negative)
    g_string_append_printf (text, "%s" MINUS, before_sign ());

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && group_ends_here (grouping, whole - i))
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  if (digits[whole] == '.')
    {
      g_string_append (text, point);
      g_string_append (text, digits + whole + 1);
    }
  return twin_number_fit_spaces (g_string_free (text, FALSE));
}

static gboolean
is_zero (const char *digits)
{
  return strspn (digits, "0.") == strlen (digits);
}

static char *
fixed (double value,
       int decimals)
{
  g_autofree char *digits = g_malloc (DBL_MAX_10_EXP + MAX_DECIMALS + 8);
  char format[8];

  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, 0, MAX_DECIMALS));
  g_ascii_formatd (digits, DBL_MAX_10_EXP + MAX_DECIMALS + 8, format, fabs (value));
  return localise (digits, value < 0 && !is_zero (digits));
}

/* "1.5 × 10⁻⁹": what is too large or too small to be written out. */
static char *
scientific (double value)
{
  static const char *const superscript[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  char digits[32];
  char *exponent, *point;
  g_autofree char *mantissa = NULL;
  g_autoptr (GString) power = g_string_new (NULL);

  g_ascii_formatd (digits, sizeof digits, "%.4e", fabs (value));
  exponent = strchr (digits, 'e');
  *exponent++ = '\0';
  point = strchr (digits, '.');
  for (char *end = digits + strlen (digits) - 1; end >= point && (*end == '0' || *end == '.');
       end--)
    *end = '\0';

  if (*exponent == '-')
    g_string_append (power, "⁻");
  for (char *digit = exponent + 1 + strspn (exponent + 1, "0"); *digit != '\0'; digit++)
    g_string_append (power, superscript[*digit - '0']);

  mantissa = localise (digits, value < 0);
  return twin_number_fit_spaces (
      g_strdup_printf ("%s" NARROW_NBSP "×" NARROW_NBSP "10%s", mantissa, power->str));
}

/* The fewest decimals that write @value as exactly as @significant digits do. */
static int
decimals_needed (double value,
                 int significant,
                 int most)
{
  double magnitude = fabs (value);
  char digits[64];
  int decimals = most;

  if (!(magnitude < 1e15))
    return 0;
  if (magnitude > 0)
    decimals = CLAMP (significant - 1 - (int) floor (log10 (magnitude)), 0, most);

  g_snprintf (digits, sizeof digits, "%.*f", decimals, magnitude);
  for (gsize end = strlen (digits); decimals > 0 && digits[end - 1] == '0'; end--)
    decimals--;
  return decimals;
}

static gboolean
needs_power (double value,
             TwinNumberStyle style)
{
  double magnitude = fabs (value);

  if (magnitude >= 1e15)
    return TRUE;
  return magnitude > 0 && magnitude < (style == TWIN_NUMBER_SHARE ? LEAST_PERCENT : LEAST_NUMBER);
}

/* Percent want one decimal, unless that makes nearly all look like all,
 * or very little like none. */
static int
decimals_of_percent (double percent)
{
  for (int decimals = 1; decimals <= MOST_PERCENT_DECIMALS; decimals++)
    {
      double power = pow (10, decimals);
      double shown = round (fabs (percent) * power) / power;

      if ((shown < 100 || fabs (percent) >= 100) && (shown > 0 || percent == 0))
        return decimals;
    }
  return 1;
}

gboolean
twin_number_is_share (TwinNumberStyle style)
{
  return style == TWIN_NUMBER_SHARE || style == TWIN_NUMBER_POINTS;
}

/* @value is in percent where @style is of shares. */
static int
decimals_of (double value,
             TwinNumberStyle style)
{
  double magnitude = fabs (value);

  switch (style)
    {
    case TWIN_NUMBER_SHARE:
      return decimals_of_percent (value);
    case TWIN_NUMBER_POINTS:
      return 1;
    case TWIN_NUMBER_QUANTITY:
      return magnitude < 9999.95 ? 1 : 0;
    case TWIN_NUMBER_MONEY:
      return magnitude >= 999.95 ? 0 : magnitude >= 99.995 ? 1 : 2;
    case TWIN_NUMBER_COUNT:
      return fabs (value - round (value)) <= ROUNDING * magnitude || magnitude >= 9999.95 ? 0 : 1;
    case TWIN_NUMBER_DAYS:
      /* A hundredth is a quarter of an hour; less than that is still a time. */
      return magnitude < 0.1 ? decimals_needed (value, 2, 9) : decimals_needed (value, 15, 2);
    case TWIN_NUMBER_PLAIN:
    default:
      return decimals_needed (value, SIGNIFICANT_DIGITS, 9);
    }
}

static char *
with_unit (char *number,
           TwinNumberStyle style)
{
  g_autofree char *owned = number;

  if (style != TWIN_NUMBER_SHARE)
    return g_steal_pointer (&owned);
  /* Translators: a share in percent; the space is a narrow no-break space */
  return twin_number_fit_spaces (g_strdup_printf (_ ("%s %%"), owned));
}

/* The number by which a language chooses the plural of what is counted. Some languages have a form
 * for decimals, and it is the one for a hundred. */
static gulong
plural_of (const char *number,
           double value)
{
  g_autofree char *point = locale_string (localeconv ()->decimal_point, ".");

  if (value != round (value) || fabs (value) > 1e6 || strstr (number, point) != NULL)
    return 100;
  return (gulong) fabs (value);
}

char *
twin_number_add_unit (char *number,
                      double value,
                      const char *unit)
{
  g_autofree char *owned = number;
  const gulong n = plural_of (number, value);
  char *text;

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&owned);
  if (strcmp (unit, "days") == 0)
    /* Translators: a time; the space is a narrow no-break space */
    text = g_strdup_printf (ngettext ("%s day", "%s days", n), owned);
  else if (strcmp (unit, "units") == 0)
    /* Translators: pieces of a product; the space is a narrow no-break space */
    text = g_strdup_printf (ngettext ("%s unit", "%s units", n), owned);
  else
    /* Translators: a number and its unit; the space is a narrow no-break space */
    text = g_strdup_printf (C_ ("number and unit", "%s %s"), owned, _ (unit));
  return twin_number_fit_spaces (text);
}

/* A finite or infinite number without its unit, already in percent where it is a share; as a power
 * where @size, that of the largest beside it, is none to be written out. */
static char *
number_beside (double scaled,
               double size,
               TwinNumberStyle style,
               int decimals)
{
  if (isinf (scaled))
    return g_strdup (scaled > 0 ? "∞" : MINUS "∞");
  if (needs_power (size, style) && scaled != 0)
    return scientific (scaled);
  return fixed (scaled, needs_power (size, style) ? 0 : decimals);
}

static char *
number_only (double scaled,
             TwinNumberStyle style,
             int decimals)
{
  return number_beside (scaled, scaled, style, decimals);
}

static double
scaled (double value,
        TwinNumberStyle style)
{
  return twin_number_is_share (style) ? 100 * value : value;
}

char *
twin_number_format (double value,
                    TwinNumberStyle style)
{
  double number = scaled (value, style);

  if (isnan (value))
    return g_strdup ("–");
  return with_unit (number_only (number, style, decimals_of (number, style)), style);
}

char *
twin_number_format_fixed (double value,
                          TwinNumberStyle style,
                          int decimals)
{
  double number = scaled (value, style);

  if (isnan (value))
    return g_strdup ("–");
  /* An axis in millionths has ticks with as many decimals; those are still written out. */
  if (isfinite (number) && fabs (number) < 1e15 && decimals <= MAX_DECIMALS)
    return with_unit (fixed (number, decimals), style);
  return with_unit (number_only (number, style, decimals), style);
}

static gboolean
are_told_apart (double low,
                double high,
                int decimals)
{
  return round (low * pow (10, decimals)) != round (high * pow (10, decimals));
}

/* What an interval says about its number: half of it is the error, and a digit below that would
 * claim what nobody measured. Nobody reads more than a few digits either, but to tell the ends apart. */
static int
interval_decimals (double low,
                   double high,
                   TwinNumberStyle style)
{
  const double half = fabs (high - low) / 2;
  const double size = MAX (fabs (low), fabs (high));
  int decimals, most;

  if (!(half > ROUNDING * size && isfinite (half) && size < 1e15))
    return MAX (decimals_of (low, style), decimals_of (high, style));
  /* An error of 0.09 is one of a tenth. */
  decimals = CLAMP ((int) ceil (-log10 (half) - 0.05), style == TWIN_NUMBER_SHARE ? 1 : 0,
                    MAX_DECIMALS);
  most = CLAMP (ESTIMATE_DIGITS - 1 - (int) floor (log10 (size)), 0, MAX_DECIMALS);
  if (decimals > most && !are_told_apart (low, high, most))
    most++;
  return MIN (decimals, most);
}

char *
twin_number_format_interval (double low,
                             double high,
                             TwinNumberStyle style)
{
  return twin_number_format_interval_as (low, high, low, high, style);
}

char *
twin_number_format_interval_as (double low,
                                double high,
                                double as_low,
                                double as_high,
                                TwinNumberStyle style)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  double from = scaled (low, style);
  double to = scaled (high, style);
  double size;
  int decimals;

  if (isnan (low) || isnan (high))
    return g_strdup (_ ("no interval"));

  decimals = interval_decimals (scaled (as_low, style), scaled (as_high, style), style);
  size = MAX (fabs (scaled (as_low, style)), fabs (scaled (as_high, style)));
  first = number_beside (from, size, style, decimals);
  last = number_beside (to, size, style, decimals);
  /* Translators: from one number to another, without a unit: "97.8 – 98.2" */
  return with_unit (g_strdup_printf (C_ ("interval", "%s – %s"), first, last), style);
}

char *
twin_number_format_beside (double value,
                           double low,
                           double high,
                           TwinNumberStyle style)
{
  double from = scaled (low, style);
  double to = scaled (high, style);

  if (isnan (value) || isnan (low) || isnan (high))
    return twin_number_format (value, style);
  return with_unit (number_beside (scaled (value, style), MAX (fabs (from), fabs (to)), style,
                                   interval_decimals (from, to, style)),
                    style);
}

/* Both in percent where they are shares. A limit of 95 % may be a bit off 95. */
static gboolean
is_shown_on_its_side (double value,
                      double limit,
                      int decimals)
{
  const double power = pow (10, decimals);
  const double least = limit - 1e-9 * MAX (fabs (limit), 1);

  return (round (value * power) / power >= least) == (value >= limit);
}

char *
twin_number_format_apart (double value,
                          double low,
                          double high,
                          double limit,
                          TwinNumberStyle style)
{
  const double number = scaled (value, style);
  const double bound = scaled (limit, style);
  int fewest, decimals;

  if (!isfinite (value) || !isfinite (limit))
    return twin_number_format_beside (value, low, high, style);
  fewest = isnan (low) || isnan (high)
               ? decimals_of (number, style)
               : interval_decimals (scaled (low, style), scaled (high, style), style);
  for (decimals = fewest; decimals < MOST_APART_DECIMALS; decimals++)
    if (is_shown_on_its_side (number, bound, decimals))
      break;
  if (!is_shown_on_its_side (number, bound, decimals))
    decimals = fewest;
  return with_unit (number_only (number, style, decimals), style);
}
