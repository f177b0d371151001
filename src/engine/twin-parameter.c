/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-parameter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-days.h"

const char *
twin_choice_get_title (const TwinChoice *choice)
{
  g_return_val_if_fail (choice != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "choice", choice->title);
}

static char *
describe_number (const TwinParameter *row)
{
  gboolean whole = row->type == TWIN_PARAMETER_WHOLE;
  char lower[G_ASCII_DTOSTR_BUF_SIZE], upper[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (lower, sizeof lower, "%.15g", row->lower);
  g_ascii_formatd (upper, sizeof upper, "%.15g", row->upper);
  /* Translators: these and the ones below stand behind "it must be" */
  if (isinf (row->upper) && row->above_lower)
    return g_strdup_printf (whole ? _("a whole number above %s") : _("a number above %s"), lower);
  if (isinf (row->upper))
    return g_strdup_printf (whole ? _("a whole number of %s or more") : _("a number of %s or more"),
                            lower);
  if (row->above_lower)
    return g_strdup_printf (whole ? _("a whole number above %s and up to %s")
                                  : _("a number above %s and up to %s"),
                            lower, upper);
  return g_strdup_printf (whole ? _("a whole number from %s to %s") : _("a number from %s to %s"),
                          lower, upper);
}

char *
twin_parameter_describe_allowed (const TwinParameter *row)
{
  g_autoptr (GString) names = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  switch (row->type)
    {
    case TWIN_PARAMETER_BOOLEAN:
      return g_strdup (_("true or false"));
    case TWIN_PARAMETER_TEXT:
      return g_strdup (_("a text"));
    case TWIN_PARAMETER_DAYS:
      return g_strdup (_("a list of days in ascending order, such as 30,31,32"));
    case TWIN_PARAMETER_CHOICE:
      names = g_string_new (NULL);
      for (const TwinChoice *choice = row->choices; choice->name != NULL; choice++)
        g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", choice->name);
      return g_strdup_printf (_("one of: %s"), names->str);
    case TWIN_PARAMETER_REAL:
    case TWIN_PARAMETER_WHOLE:
    default:
      return describe_number (row);
    }
}

gboolean
twin_parameter_allows_number (const TwinParameter *row,
                              double value)
{
  guint n_choices = 0;

  g_return_val_if_fail (row != NULL, FALSE);

  switch (row->type)
    {
    case TWIN_PARAMETER_TEXT:
    case TWIN_PARAMETER_DAYS:
      return FALSE;
    case TWIN_PARAMETER_BOOLEAN:
      return value == 0 || value == 1;
    case TWIN_PARAMETER_CHOICE:
      while (row->choices[n_choices].name != NULL)
        n_choices++;
      return value >= 0 && value < n_choices && value == trunc (value);
    case TWIN_PARAMETER_REAL:
    case TWIN_PARAMETER_WHOLE:
    default:
      if (row->above_lower ? !(value > row->lower) : !(value >= row->lower))
        return FALSE;
      return isfinite (value) && value <= row->upper &&
             (row->type == TWIN_PARAMETER_REAL || value == trunc (value));
    }
}

/* "30,31,32": whole days in ascending order. Nothing: no days. */
static gboolean
is_list_of_days (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint64 last = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 day;
      if (!g_ascii_string_to_unsigned (words[i], 10, i > 0 ? last + 1 : 0, TWIN_LAST_DAY, &day,
                                       NULL))
        return FALSE;
      last = day;
    }
  return TRUE;
}

gboolean
twin_parameter_allows_text (const TwinParameter *row,
                            const char *text)
{
  g_return_val_if_fail (row != NULL && text != NULL, FALSE);

  if (row->type == TWIN_PARAMETER_CHOICE)
    for (const TwinChoice *choice = row->choices; choice->name != NULL; choice++)
      if (g_str_equal (choice->name, text))
        return TRUE;
  if (row->type == TWIN_PARAMETER_DAYS)
    return is_list_of_days (text);
  return row->type == TWIN_PARAMETER_TEXT;
}
