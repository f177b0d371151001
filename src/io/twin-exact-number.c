/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-exact-number.h"

#include <math.h>
#include <string.h>

/* Whole numbers up to here are exact in a double and never need an exponent. */
#define LARGEST_PLAIN 1e15

const char *
twin_exact_number_format (double value,
                          char buffer[TWIN_EXACT_NUMBER_SIZE])
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  /* Counts are most of what is written, and this is ten times as fast. */
  if (value == trunc (value) && fabs (value) < LARGEST_PLAIN && (value != 0 || !signbit (value)))
    {
      g_snprintf (buffer, TWIN_EXACT_NUMBER_SIZE, "%" G_GINT64_FORMAT, (gint64) value);
      return buffer;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, TWIN_EXACT_NUMBER_SIZE, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return buffer;
}

gboolean
twin_exact_number_parse (const char *text,
                         double *value)
{
  char *end;

  /* strtod() also takes leading space, hexadecimal, "nan" and "inf". */
  if (text[strspn (text, "+-.0123456789eE")] != '\0' || *text == '\0')
    return FALSE;
  *value = g_ascii_strtod (text, &end);
  return *end == '\0' && end != text;
}
