/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-typed-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-error.h"

#define MINUS 0x2212
#define ARABIC_POINT 0x066B
#define ARABIC_GROUP 0x066C
#define ARABIC_PERCENT 0x066A
#define LONGEST 40

/** Typed: what a text has that is made of digits and of what people put between them. */
typedef struct
{
  GString *digits; /* with "." for each mark, which may be one of decimals or of groups */
  guint n_digits;
  guint n_marks;
  guint n_gaps; /* blanks and apostrophes, which only stand between groups or before % */
  guint n_percents;
  gboolean has_comma;
} Typed;

static gboolean
add_letter (Typed *self,
            gunichar c)
{
  if (g_unichar_isdigit (c))
    {
      g_string_append_c (self->digits, (char) ('0' + g_unichar_digit_value (c)));
      self->n_digits++;
    }
  else if (c == '.' || c == ',' || c == ARABIC_POINT)
    {
      g_string_append_c (self->digits, '.');
      self->n_marks++;
      self->has_comma |= c == ',';
    }
  else if ((c == '-' || c == MINUS) && self->digits->len == 0)
    g_string_append_c (self->digits, '-');
  else if (c == '%' || c == ARABIC_PERCENT)
    self->n_percents++;
  else if (g_unichar_isspace (c) || c == '\'' || c == ARABIC_GROUP)
    self->n_gaps++;
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_letters (Typed *self,
              const char *text)
{
  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > LONGEST)
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!add_letter (self, g_utf8_get_char (at)))
      return FALSE;
  return self->n_digits > 0;
}

/* "1,000" is a thousand to some and one to others, but nobody writes a thousand as "0,980". */
static gboolean
may_be_group (const Typed *self)
{
  const char *number = self->digits->str + (*self->digits->str == '-');
  const char *mark = strchr (number, '.');

  return self->has_comma && strlen (mark + 1) == 3 && mark > number && *number != '0';
}

/* The number that was meant, as it has to be typed; NULL where that is not certain. */
static char *
suggest (const Typed *self,
         gboolean is_share)
{
  const double number = g_ascii_strtod (self->digits->str, NULL);
  char shorter[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->n_marks > 1 || self->n_percents > 1 || self->n_gaps > self->n_percents)
    return NULL;
  if (self->n_marks == 1 && may_be_group (self))
    return NULL;
  if (is_share && (self->n_percents == 1 || number > 1))
    return g_strdup (g_ascii_formatd (shorter, sizeof shorter, "%.15g", number / 100));
  return self->n_percents == 0 ? g_strdup (self->digits->str) : NULL;
}

static GError *
refuse (const char *key,
        const char *text,
        gboolean is_share)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  Typed typed = { .digits = digits };
  const gboolean is_near = read_letters (&typed, text);
  g_autofree char *meant = is_near ? suggest (&typed, is_share) : NULL;

  if (meant != NULL)
    /* Translators: a key, what was typed, what was meant: "“0,98” is not a number; did you mean
     * 0.98?" Such numbers have a point in every language. */
    return twin_error_new (TWIN_ERROR_WRONG_TYPE, key,
                           _("%s: “%s” is not a number; did you mean %s?"), key, text, meant);
  if (is_near && typed.n_percents == 0)
    return twin_error_new (TWIN_ERROR_WRONG_TYPE, key,
                           _("%s: “%s” is not a number; decimals stand behind a point, and nothing "
                             "stands between thousands"),
                           key, text);
  return twin_error_new (TWIN_ERROR_WRONG_TYPE, key, _("%s: “%s” is not a number"), key, text);
}

gboolean
twin_typed_number_parse (const char *key,
                         const char *text,
                         gboolean is_share,
                         double *value,
                         GError **error)
{
  char *end;
  const double number = g_ascii_strtod (text, &end);

  if (end != text && *end == '\0' && !g_ascii_isspace (*text))
    {
      *value = number;
      return TRUE;
    }
  g_propagate_error (error, refuse (key, text, is_share));
  return FALSE;
}
