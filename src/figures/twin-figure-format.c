/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Metrics in words and numbers. */

#define DOTTED_CAPITAL_I 0x130

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

/* Student's t knows nothing of what is possible. What is left out here cannot be the mean, so
 * that the rest holds it as often; files have the whole. */
TwinEstimate
twin_figure_clip (const TwinMetric *metric,
                  TwinEstimate estimate)
{
  if (metric->quantity == TWIN_QUANTITY_PLAIN)
    return estimate;
  estimate.low = estimate.low < 0 ? 0 : estimate.low;
  if (metric->quantity == TWIN_QUANTITY_SHARE && estimate.high > 1)
    estimate.high = 1;
  return estimate;
}

/* @as: whose interval says how many decimals there are. */
static char *
format_beside (double value,
               TwinEstimate as,
               TwinNumberStyle style,
               const char *unit)
{
  char *number = twin_number_format_beside (value, as.low, as.high, style);

  return twin_number_add_unit (number, value, isnan (value) ? NULL : unit);
}

static gboolean
has_interval (TwinEstimate estimate)
{
  return isfinite (estimate.low) && isfinite (estimate.high);
}

static char *
format_interval (TwinEstimate estimate,
                 TwinEstimate as,
                 TwinNumberStyle style,
                 const char *unit)
{
  if (!has_interval (estimate) && estimate.n > 1 && !isnan (estimate.mean))
    return g_strdup (_("no interval: the numbers are too large"));
  if (!has_interval (estimate))
    return twin_number_format_interval (NAN, NAN, style);
  return twin_number_add_unit (twin_number_format_interval_as (estimate.low, estimate.high, as.low,
                                                               as.high, style),
                               estimate.high, unit);
}

char *
twin_figure_format_mean (const TwinMetric *metric,
                         TwinEstimate estimate)
{
  return twin_figure_format_mean_as (metric, estimate, estimate);
}

char *
twin_figure_format_mean_as (const TwinMetric *metric,
                            TwinEstimate estimate,
                            TwinEstimate as)
{
  g_return_val_if_fail (metric != NULL, NULL);

  return format_beside (estimate.mean, twin_figure_clip (metric, as),
                        twin_figure_number_style (metric->quantity), metric->unit);
}

char *
twin_figure_format_interval (const TwinMetric *metric,
                             TwinEstimate estimate)
{
  return twin_figure_format_interval_as (metric, estimate, estimate);
}

char *
twin_figure_format_interval_as (const TwinMetric *metric,
                                TwinEstimate estimate,
                                TwinEstimate as)
{
  g_return_val_if_fail (metric != NULL, NULL);

  return format_interval (twin_figure_clip (metric, estimate), twin_figure_clip (metric, as),
                          twin_figure_number_style (metric->quantity), metric->unit);
}

char *
twin_figure_format_sd (const TwinMetric *metric,
                       TwinEstimate estimate)
{
  g_return_val_if_fail (metric != NULL, NULL);

  return format_beside (estimate.sd, twin_figure_clip (metric, estimate),
                        twin_figure_number_style (metric->quantity), metric->unit);
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

  return format_interval (difference, difference, difference_style (metric),
                          difference_unit (metric));
}

/* Takes both. */
static char *
join_estimate (char *mean,
               char *interval,
               TwinEstimate estimate)
{
  g_autofree char *first = mean;
  g_autofree char *second = interval;

  if (!has_interval (estimate))
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
twin_figure_format_service_estimate (const TwinOptimum *optimum,
                                     TwinEstimate service)
{
  const TwinMetric *metric = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);

  return join_estimate (twin_figure_format_service (optimum, service),
                        twin_figure_format_interval (metric, service), service);
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
