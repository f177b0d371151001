/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-parameter-allowed.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-exact-number.h"

static char *
describe_number (const TwinParameter *row)
{
  gboolean whole = row->type == TWIN_PARAMETER_WHOLE;
  char lower[TWIN_EXACT_NUMBER_SIZE], upper[TWIN_EXACT_NUMBER_SIZE];

  twin_exact_number_format (row->lower, lower);
  twin_exact_number_format (row->upper, upper);
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
    case TWIN_PARAMETER_CHOICE:
      names = g_string_new (NULL);
      for (const TwinChoice *choice = row->choices; choice->name != NULL; choice++)
        g_string_append_printf (names, names->len > 0 ? ", “%s”" : "“%s”", choice->name);
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

gboolean
twin_parameter_allows_text (const TwinParameter *row,
                            const char *text)
{
  g_return_val_if_fail (row != NULL && text != NULL, FALSE);

  if (row->type == TWIN_PARAMETER_CHOICE)
    for (const TwinChoice *choice = row->choices; choice->name != NULL; choice++)
      if (g_str_equal (choice->name, text))
        return TRUE;
  return row->type == TWIN_PARAMETER_TEXT;
}
