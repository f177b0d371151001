/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-days-text.h"

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
