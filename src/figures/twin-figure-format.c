/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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
    .unit = metric->unit != NULL ? _(metric->unit) : NULL,
    .style = twin_figure_number_style (metric->quantity),
  };
}

static char *
with_unit (char *number,
           const char *unit)
{
  g_autofree char *owned = number;

  if (unit == NULL)
    return g_steal_pointer (&owned);
  /* Translators: a number and its unit, "26.1 units"; the space is a narrow no-break space */
  return g_strdup_printf (_("%s %s"), owned, _(unit));
}

char *
twin_figure_format_metric (const TwinMetric *metric,
                           double value)
{
  char *number;

  g_return_val_if_fail (metric != NULL, NULL);

  number = twin_number_format (value, twin_figure_number_style (metric->quantity));
  return with_unit (number, isnan (value) ? NULL : metric->unit);
}

static char *
format_beside (double value,
               TwinEstimate estimate,
               TwinNumberStyle style,
               const char *unit)
{
  return with_unit (twin_number_format_beside (value, estimate.low, estimate.high, style),
                    isnan (value) ? NULL : unit);
}

static char *
format_interval (TwinEstimate estimate,
                 TwinNumberStyle style,
                 const char *unit)
{
  gboolean missing = isnan (estimate.low) || isnan (estimate.high);

  return with_unit (twin_number_format_interval (estimate.low, estimate.high, style),
                    missing ? NULL : unit);
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
  return difference.mean > 0 ? g_strconcat ("+", number, NULL) : g_steal_pointer (&number);
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

char *
twin_figure_format_replications (gsize n)
{
  g_autofree char *count = twin_figure_format_count (n);

  return g_strdup_printf (ngettext ("%s replication", "%s replications", n), count);
}

/* English titles begin with a capital that a sentence does not want. Other languages' may, or want
 * it there too (German nouns): a translated title is left as it is. */
char *
twin_figure_format_title_inside (const TwinMetric *metric)
{
  const char *title;
  g_autofree char *first = NULL;

  g_return_val_if_fail (metric != NULL, NULL);

  title = _(metric->title);
  if (title != metric->title)
    return g_strdup (title);
  first = g_utf8_strdown (title, g_utf8_next_char (title) - title);
  return g_strconcat (first, g_utf8_next_char (title), NULL);
}

static const TwinParameter *
find_parameter (const TwinModelType *type,
                const char *key)
{
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);

  return twin_parameters_find (parameters, key, NULL);
}

/* Planners say "s = 88, S = 174". A title that ends in such a symbol ("Reorder point s") gives it;
 * any other title stands whole. */
static const char *
decision_name (const TwinParameter *parameter)
{
  const char *title = _(parameter->title);
  const char *last = strrchr (title, ' ');

  if (last != NULL && g_utf8_strlen (last + 1, -1) == 1)
    return last + 1;
  return title;
}

char *
twin_figure_format_policy (const TwinModelType *type,
                           const double *decisions)
{
  GString *text;

  g_return_val_if_fail (type != NULL && decisions != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < type->n_decisions; i++)
    {
      const TwinParameter *parameter = find_parameter (type, type->decisions[i].key);
      TwinNumberStyle style = parameter->type == TWIN_PARAMETER_WHOLE
                                  ? TWIN_NUMBER_COUNT
                                  : twin_figure_number_style (parameter->quantity);
      g_autofree char *value = twin_number_format (decisions[i], style);

      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append_printf (text, "%s = %s", decision_name (parameter), value);
    }
  return g_string_free (text, FALSE);
}
