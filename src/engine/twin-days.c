/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-days.h"

/* A longer list is a slip of the finger. */
#define MOST_DAYS 36500

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
  return value <= TWIN_LAST_DAY;
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
twin_days_parse (const char *text)
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
