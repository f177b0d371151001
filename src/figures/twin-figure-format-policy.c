/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A policy's decisions in words. */

/* Places that a short text about a policy speaks of, the last being "and 7 more". */
#define MOST_OWNERS 4
/* Places that get a line each; and numbers that a text about a change speaks of. */
#define MOST_LINES 12
#define MOST_CHANGES 4

#define NBSP "\302\240"

/* Planners say "s = 88, S = 174". A title that ends in such a symbol ("Reorder point s") gives it;
 * any other title stands whole. */
const char *
twin_figure_get_decision_name (const TwinParameter *parameter)
{
  const char *last;

  g_return_val_if_fail (parameter != NULL, NULL);

  /* Symbols are the same in all languages, but not where they stand in the title. */
  last = strrchr (parameter->title, ' ');
  if (last != NULL && g_utf8_strlen (last + 1, -1) == 1)
    return last + 1;
  return _(parameter->title);
}

/* Policies lie on a grid: most of their numbers are whole, whatever they may be. */
static char *
format_decision (const TwinDecisionKey *key,
                 double value)
{
  return twin_number_format (value, value == rint (value)
                                        ? TWIN_NUMBER_COUNT
                                        : twin_figure_number_style (key->parameter->quantity));
}

/* Stores may share a name. */
static gboolean
have_same_owner (const TwinDecisionKey *a,
                 const TwinDecisionKey *b)
{
  return a->item == b->item && a->each == b->each && g_strcmp0 (a->owner, b->owner) == 0;
}

/* The number behind the last of the decisions of the owner of @first. */
static guint
find_end (const TwinOptimum *optimum,
          guint first)
{
  const TwinDecisionKey *key = twin_optimum_get_decision (optimum, first);
  guint end = first + 1;

  while (end < twin_optimum_get_n_decisions (optimum) &&
         have_same_owner (key, twin_optimum_get_decision (optimum, end)))
    end++;
  return end;
}

static void
append_named (GString *text,
              const TwinOptimum *optimum,
              const TwinPolicy *policy,
              guint first,
              guint end)
{
  for (guint i = first; i < end; i++)
    {
      const TwinDecisionKey *key = twin_optimum_get_decision (optimum, i);
      g_autofree char *value = format_decision (key, policy->decisions[i]);

      g_string_append_printf (text, "%s%s = %s", i > first ? twin_figure_list_separator () : "",
                              twin_figure_get_decision_name (key->parameter), value);
    }
}

static void
append_bare (GString *text,
             const TwinOptimum *optimum,
             const TwinPolicy *policy,
             guint first,
             guint end)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      g_autofree char *value = format_decision (twin_optimum_get_decision (optimum, i),
                                                policy->decisions[i]);

      g_string_append_printf (list, "%s%s", i > first ? twin_figure_list_separator () : "", value);
    }
  /* No line breaks within. */
  g_string_replace (list, " ", NBSP, 0);
  g_string_append_printf (text, "(%s)", list->str);
}

static guint
count_owners (const TwinOptimum *optimum)
{
  guint n = 0;

  for (guint i = 0; i < twin_optimum_get_n_decisions (optimum); i = find_end (optimum, i))
    n++;
  return n;
}

static void
append_rest (GString *text,
             const char *separator,
             guint n)
{
  g_autofree char *count = twin_figure_format_count (n);

  g_string_append (text, separator);
  /* Translators: behind the first of a list of places: "Mall (400, 1,000); and 7 more" */
  g_string_append_printf (text, ngettext ("and %s more", "and %s more", n), count);
}

static char *
format_policy (const TwinOptimum *optimum,
               const TwinPolicy *policy,
               gboolean brief)
{
  guint n_owners = count_owners (optimum), n = 0;
  guint shown = brief && n_owners > MOST_OWNERS ? MOST_OWNERS - 1 : n_owners;
  GString *text = g_string_new (NULL);
  guint end;

  for (guint i = 0; n < shown; i = end, n++)
    {
      const char *owner = twin_optimum_get_decision (optimum, i)->owner;

      end = find_end (optimum, i);
      if (owner != NULL)
        g_string_append_printf (text, "%s%s%s", n > 0 ? twin_figure_group_separator () : "", owner,
                                brief ? NBSP : " ");
      if (brief && owner != NULL)
        append_bare (text, optimum, policy, i, end);
      else
        append_named (text, optimum, policy, i, end);
    }
  if (shown < n_owners)
    append_rest (text, twin_figure_group_separator (), n_owners - shown);
  return g_string_free (text, FALSE);
}

char *
twin_figure_format_policy (const TwinOptimum *optimum,
                           const TwinPolicy *policy)
{
  g_return_val_if_fail (optimum != NULL && policy != NULL, NULL);

  return format_policy (optimum, policy, FALSE);
}

char *
twin_figure_format_policy_short (const TwinOptimum *optimum,
                                 const TwinPolicy *policy)
{
  g_return_val_if_fail (optimum != NULL && policy != NULL, NULL);

  return format_policy (optimum, policy, TRUE);
}

gboolean
twin_figure_policy_has_places (const TwinOptimum *optimum)
{
  g_return_val_if_fail (optimum != NULL, FALSE);

  return twin_optimum_get_n_decisions (optimum) > 0 &&
         twin_optimum_get_decision (optimum, 0)->owner != NULL;
}

char *
twin_figure_format_policy_lines (const TwinOptimum *optimum,
                                 const TwinPolicy *policy)
{
  GString *text;
  guint n_owners, shown, end;

  g_return_val_if_fail (optimum != NULL && policy != NULL, NULL);

  if (!twin_figure_policy_has_places (optimum))
    return twin_figure_format_policy (optimum, policy);
  text = g_string_new (NULL);
  n_owners = count_owners (optimum);
  shown = n_owners > MOST_LINES ? MOST_LINES - 1 : n_owners;
  for (guint i = 0, n = 0; n < shown; i = end, n++)
    {
      end = find_end (optimum, i);
      g_string_append_printf (text, "%s%s: ", n > 0 ? "\n" : "",
                              twin_optimum_get_decision (optimum, i)->owner);
      append_named (text, optimum, policy, i, end);
    }
  if (shown < n_owners)
    append_rest (text, "\n", n_owners - shown);
  return g_string_free (text, FALSE);
}

char *
twin_figure_format_policy_change (const TwinOptimum *optimum,
                                  const TwinPolicy *from,
                                  const TwinPolicy *to)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (optimum != NULL && from != NULL && to != NULL, NULL);

  for (guint i = 0; i < twin_optimum_get_n_decisions (optimum); i++)
    {
      const TwinDecisionKey *key = twin_optimum_get_decision (optimum, i);
      g_autofree char *before = format_decision (key, from->decisions[i]);
      g_autofree char *after = format_decision (key, to->decisions[i]);

      if (from->decisions[i] == to->decisions[i] || n++ >= MOST_CHANGES)
        continue;
      g_string_append_printf (text, "%s%s %s %s → %s", n > 1 ? twin_figure_group_separator () : "",
                              key->owner != NULL ? key->owner : "",
                              twin_figure_get_decision_name (key->parameter), before, after);
    }
  if (n == 0 || !twin_figure_policy_has_places (optimum))
    return twin_figure_format_policy_short (optimum, to);
  if (n > MOST_CHANGES)
    append_rest (text, twin_figure_group_separator (), n - MOST_CHANGES);
  return g_strdup (text->str);
}
