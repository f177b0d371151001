/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-days-text.h"

/* A day beyond this one, or a longer list, is a slip of the finger. */
#define LAST_DAY 999999
#define MOST_DAYS 36500

/* This many days in a row are written as a stretch. */
#define LEAST_STRETCH 3

static void
append_stretch (GString *text,
                guint64 first,
                guint64 last)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  if (last - first + 1 >= LEAST_STRETCH)
    {
      g_string_append_printf (text, "%" G_GUINT64_FORMAT "–%" G_GUINT64_FORMAT, first, last);
      return;
    }
  g_string_append_printf (text, "%" G_GUINT64_FORMAT, first);
  if (last > first)
    g_string_append_printf (text, ", %" G_GUINT64_FORMAT, last);
}

char *
twin_days_text_format (const char *days)
{
  g_auto (GStrv) words = NULL;
  GString *text = g_string_new (NULL);
  guint64 first = 0, last = 0;

  g_return_val_if_fail (days != NULL, NULL);

  words = g_strsplit (days, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const guint64 day = g_ascii_strtoull (words[i], NULL, 10);

      if (i > 0 && day != last + 1)
        append_stretch (text, first, last);
      if (i == 0 || day != last + 1)
        first = day;
      last = day;
    }
  if (words[0] != NULL)
    append_stretch (text, first, last);
  return g_string_free (text, FALSE);
}

static const char *
skip_spaces (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static gboolean
read_day (const char **text,
          guint *day)
{
  char *end;
  guint64 value;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  value = g_ascii_strtoull (*text, &end, 10);
  *text = end;
  *day = (guint) value;
  return value <= LAST_DAY;
}

/* The dash between two days, and the spaces around it. */
static gboolean
read_dash (const char **text)
{
  const char *at = skip_spaces (*text);

  if (!g_str_has_prefix (at, "–") && *at != '-')
    return FALSE;
  *text = skip_spaces (g_utf8_next_char (at));
  return TRUE;
}

/* "30" or "30–32". */
static gboolean
read_stretch (const char **text,
              GArray *days)
{
  guint first, last;

  if (!read_day (text, &first))
    return FALSE;
  last = first;
  if (read_dash (text) && (!read_day (text, &last) || last < first))
    return FALSE;
  if (days->len + (last - first) >= MOST_DAYS)
    return FALSE;
  for (guint day = first; day <= last; day++)
    g_array_append_val (days, day);
  return TRUE;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

static char *
join (GArray *days)
{
  GString *text = g_string_new (NULL);

  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    {
      const guint day = g_array_index (days, guint, i);

      if (i == 0)
        g_string_append_printf (text, "%u", day);
      else if (day != g_array_index (days, guint, i - 1))
        g_string_append_printf (text, ",%u", day);
    }
  return g_string_free (text, FALSE);
}

char *
twin_days_text_parse (const char *text)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (text != NULL, NULL);

  text = skip_spaces (text);
  while (*text != '\0')
    {
      if (!read_stretch (&text, days))
        return NULL;
      text = skip_spaces (text);
      if (*text == ',' || *text == ';')
        text = skip_spaces (text + 1);
    }
  return join (days);
}
