/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-number-text.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "twin-number.h"

/* Decimals that tell any two doubles apart from which "%.17g" would not write an exponent. */
#define MAX_DECIMALS 20

/* The locale's decimal point in UTF-8; its own encoding need not be. */
static char *
dup_decimal_point (void)
{
  char *point = g_locale_to_utf8 (localeconv ()->decimal_point, -1, NULL, NULL, NULL);

  return point != NULL ? point : g_strdup (".");
}

/* The shortest "%.Nf" that reads back to the same bits, in the C locale. */
static void
print_shortest (double value,
                char *buffer,
                int size)
{
  for (int decimals = 0; decimals <= MAX_DECIMALS; decimals++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%df", decimals);
      g_ascii_formatd (buffer, size, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        return;
    }

  g_ascii_formatd (buffer, size, "%.17g", value);
}

char *
twin_number_text_format (double value)
{
  char buffer[512];
  g_autofree char *point = dup_decimal_point ();
  GString *text;

  /* Numbers of hundreds of digits are for nobody's eyes, and would not fit. */
  if (fabs (value) < 1e17)
    print_shortest (value, buffer, sizeof buffer);
  else
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", value);

  text = g_string_new (buffer);
  g_string_replace (text, ".", point, 1);
  return g_string_free (text, FALSE);
}

char *
twin_number_text_format_grouped (double value)
{
  const gboolean whole = fabs (value) < 1e15 && rint (value) == value;

  return whole ? twin_number_format (value, TWIN_NUMBER_COUNT) : twin_number_text_format (value);
}

/* Is there, right after @text, a group separator and then exactly three digits? Returns the
 * separator's length, or 0. */
static gsize
match_group (const char *text,
             const char *separator)
{
  static const char *const spaces[] = { "\302\240", "\342\200\257", " ", "'", "\342\200\231" };
  gsize length = 0;

  if (*separator != '\0' && g_str_has_prefix (text, separator))
    length = strlen (separator);
  for (guint i = 0; i < G_N_ELEMENTS (spaces) && length == 0; i++)
    if (g_str_has_prefix (text, spaces[i]))
      length = strlen (spaces[i]);

  if (length == 0)
    return 0;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isdigit (text[length + i]))
      return 0;

  return g_ascii_isdigit (text[length + 3]) ? 0 : length;
}

/* A copy of @text as the C locale writes it: no separators between the groups of the whole part,
 * "." for the decimal point. */
static char *
normalise (const char *text,
           const char *separator,
           const char *point)
{
  GString *plain = g_string_new (NULL);
  gsize digits = 0;

  while (*text != '\0')
    {
      const gsize group = digits > 0 && digits <= 3 ? match_group (text, separator) : 0;

      if (g_ascii_isdigit (*text))
        {
          g_string_append_c (plain, *text++);
          digits++;
        }
      else if (group > 0)
        {
          g_string_append_len (plain, text + group, 3);
          text += group + 3;
        }
      else
        {
          break;
        }
    }

  if (g_str_has_prefix (text, point))
    {
      g_string_append_c (plain, '.');
      text += strlen (point);
    }
  g_string_append (plain, text);

  return g_string_free (plain, FALSE);
}

char *
twin_number_text_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (g_unichar_isdigit (c))
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
      else if (c == 0x066B)
        g_string_append_c (plain, '.');
      else if (c == 0x066C)
        g_string_append_c (plain, '\'');
      else if (c != 0x200E && c != 0x200F && c != 0x061C)
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

gboolean
twin_number_text_parse (const char *text,
                        double *value)
{
  g_autofree char *stripped = g_strstrip (twin_number_text_plain (text));
  g_autofree char *point = dup_decimal_point ();
  g_autofree char *separator
      = g_locale_to_utf8 (localeconv ()->thousands_sep, -1, NULL, NULL, NULL);
  g_autofree char *plain = NULL;
  const char *number = stripped;
  gboolean negative = FALSE;
  char *end;
  double parsed;

  if (g_str_has_prefix (number, "\342\210\222")) /* a real minus sign */
    {
      negative = TRUE;
      number += strlen ("\342\210\222");
    }
  else if (*number == '-' || *number == '+')
    {
      negative = *number == '-';
      number++;
    }

  if (!g_ascii_isdigit (*number) && *number != '.' && !g_str_has_prefix (number, point))
    return FALSE;

  plain = normalise (number, separator != NULL ? separator : "", point);
  if (plain[strspn (plain, "0123456789.eE+-")] != '\0')
    return FALSE;

  parsed = g_ascii_strtod (plain, &end);
  if (end == plain || *end != '\0' || !isfinite (parsed))
    return FALSE;

  *value = negative ? -parsed : parsed;
  return TRUE;
}

double
twin_number_text_clean (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* 15 digits: what every decimal number keeps on its way through a double and back. */
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  return g_ascii_strtod (buffer, NULL);
}
