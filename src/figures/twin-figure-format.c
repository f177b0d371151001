/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Places that a short text about a policy speaks of, the last being "and 7 more". */
#define MOST_OWNERS 4
/* Places that get a line each; and numbers that a text about a change speaks of. */
#define MOST_LINES 12
#define MOST_CHANGES 4

#define DOTTED_CAPITAL_I 0x130
#define NBSP "\302\240"

TwinNumberStyle
twin_figure_number_style (TwinQuantity quantity)
{
  switch (quantity)
    {
    case TWIN_QUANTITY_SHARE:
      return TWIN_NUMBER_SHARE;
    case TWIN_QUANTITY_MONEY:
      return TWIN_NUMBER_MONEY;
    case TWIN_QUANTITY_STOCK:
      return TWIN_NUMBER_QUANTITY;
    case TWIN_QUANTITY_COUNT:
      return TWIN_NUMBER_COUNT;
    case TWIN_QUANTITY_DAYS:
      return TWIN_NUMBER_DAYS;
    case TWIN_QUANTITY_PLAIN:
    default:
      return TWIN_NUMBER_PLAIN;
    }
}

TwinAxis
twin_figure_metric_axis (const TwinMetric *metric)
{
  return (TwinAxis) {
    .title = _(metric->title),
    .unit = metric->unit,
    .style = twin_figure_number_style (metric->quantity),
  };
}

char *
twin_figure_format_metric (const TwinMetric *metric,
                           double value)
{
  char *number;

  g_return_val_if_fail (metric != NULL, NULL);

  number = twin_number_format (value, twin_figure_number_style (metric->quantity));
  return twin_number_add_unit (number, value, isnan (value) ? NULL : metric->unit);
}

static char *
format_beside (double value,
               TwinEstimate estimate,
               TwinNumberStyle style,
               const char *unit)
{
  char *number = twin_number_format_beside (value, estimate.low, estimate.high, style);

  return twin_number_add_unit (number, value, isnan (value) ? NULL : unit);
}

static char *
format_interval (TwinEstimate estimate,
                 TwinNumberStyle style,
                 const char *unit)
{
  gboolean missing = isnan (estimate.low) || isnan (estimate.high);

  return twin_number_add_unit (twin_number_format_interval (estimate.low, estimate.high, style),
                               estimate.high, missing ? NULL : unit);
}

char *
twin_figure_format_mean (const TwinMetric *metric,
                         TwinEstimate estimate)
{
  g_return_val_if_fail (metric != NULL, NULL);

  return format_beside (estimate.mean, estimate, twin_figure_number_style (metric->quantity),
                        metric->unit);
}

char *
twin_figure_format_interval (const TwinMetric *metric,
                             TwinEstimate estimate)
{
  g_return_val_if_fail (metric != NULL, NULL);

  return format_interval (estimate, twin_figure_number_style (metric->quantity), metric->unit);
}

char *
twin_figure_format_sd (const TwinMetric *metric,
                       TwinEstimate estimate)
{
  g_return_val_if_fail (metric != NULL, NULL);

  return format_beside (estimate.sd, estimate, twin_figure_number_style (metric->quantity),
                        metric->unit);
}

static TwinNumberStyle
difference_style (const TwinMetric *metric)
{
  TwinNumberStyle style = twin_figure_number_style (metric->quantity);

  return style == TWIN_NUMBER_SHARE ? TWIN_NUMBER_POINTS : style;
}

static const char *
difference_unit (const TwinMetric *metric)
{
  /* Translators: percentage points, short; a unit behind a number */
  return metric->quantity == TWIN_QUANTITY_SHARE ? N_("pp") : metric->unit;
}

char *
twin_figure_format_difference (const TwinMetric *metric,
                               TwinEstimate difference)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (metric != NULL, NULL);

  number = format_beside (difference.mean, difference, difference_style (metric),
                          difference_unit (metric));
  return difference.mean > 0 ? twin_number_add_plus (g_steal_pointer (&number))
                             : g_steal_pointer (&number);
}

char *
twin_figure_format_difference_interval (const TwinMetric *metric,
                                        TwinEstimate difference)
{
  g_return_val_if_fail (metric != NULL, NULL);

  return format_interval (difference, difference_style (metric), difference_unit (metric));
}

/* Takes both. */
static char *
join_estimate (char *mean,
               char *interval,
               TwinEstimate estimate)
{
  g_autofree char *first = mean;
  g_autofree char *second = interval;

  if (isnan (estimate.low) || isnan (estimate.high))
    return g_steal_pointer (&first);
  /* Translators: a mean and its confidence interval: "33,480 (33,400 – 33,560)" */
  return g_strdup_printf (_("%s (%s)"), first, second);
}

char *
twin_figure_format_estimate (const TwinMetric *metric,
                             TwinEstimate estimate)
{
  return join_estimate (twin_figure_format_mean (metric, estimate),
                        twin_figure_format_interval (metric, estimate), estimate);
}

char *
twin_figure_format_difference_estimate (const TwinMetric *metric,
                                        TwinEstimate difference)
{
  return join_estimate (twin_figure_format_difference (metric, difference),
                        twin_figure_format_difference_interval (metric, difference), difference);
}

char *
twin_figure_format_count (uint64_t count)
{
  return twin_number_format ((double) count, TWIN_NUMBER_COUNT);
}

/* Titles begin with a capital that a sentence does not want, except where nouns have one anyway. */
static gboolean
sentences_have_capitals (void)
{
  /* Translators: not shown; a rule. Titles begin with a capital, "Fill rate". Inside a sentence they
   * are "fill rate" with "no", and stay as they are with "yes". */
  return !g_str_equal (C_("whether titles keep their capital inside a sentence, yes or no", "no"),
                       "no");
}

/* An abbreviation keeps its capitals: "SKUs out of stock". */
static gboolean
begins_with_capitals (const char *title)
{
  return g_unichar_isupper (g_utf8_get_char (title))
         && g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (title)));
}

char *
twin_figure_format_title_inside (const TwinMetric *metric)
{
  const char *title, *rest;
  gunichar capital;
  g_autofree char *first = NULL;

  g_return_val_if_fail (metric != NULL, NULL);

  title = _(metric->title);
  if (*title == '\0' || sentences_have_capitals () || begins_with_capitals (title))
    return g_strdup (title);
  capital = g_utf8_get_char (title);
  rest = g_utf8_next_char (title);
  if (capital == DOTTED_CAPITAL_I)
    return g_strconcat ("i", rest, NULL);
  /* In Turkish I becomes ı, but not that of an English title. */
  if (title == metric->title)
    {
      first = g_new0 (char, 7);
      g_unichar_to_utf8 (g_unichar_tolower (capital), first);
    }
  else
    first = g_utf8_strdown (title, rest - title);
  return g_strconcat (first, rest, NULL);
}

const char *
twin_figure_list_separator (void)
{
  /* Translators: between the items of a list: "s = 88, S = 174" */
  return C_("list", ", ");
}

const char *
twin_figure_group_separator (void)
{
  /* Translators: between groups that are lists themselves: "Mall (400, 1,000); Downtown (90, 170)" */
  return C_("list of groups", "; ");
}

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
