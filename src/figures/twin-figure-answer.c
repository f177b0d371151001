/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a search asked and found, in words that pictures, app and command line share. */

#define MOST_TARGET_DECIMALS 12
/* Numbers that a sentence about the edge names. */
#define MOST_AT_EDGE 4

const TwinMetric *
twin_figure_get_metric (const TwinOptimum *optimum,
                        TwinMetricFlags flag)
{
  const TwinModelType *type = twin_optimum_get_model_type (optimum);

  return &type->metrics[twin_model_type_get_metric (type, flag)];
}

/* A target is no measurement: rounding it would ask for something else. */
static int
count_decimals (double percent)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *point;

  g_ascii_formatd (digits, sizeof digits, "%.12g", percent);
  point = strchr (digits, '.');
  return point != NULL && strchr (digits, 'e') == NULL ? (int) strlen (point + 1) : 0;
}

char *
twin_figure_format_target (const TwinOptimum *optimum)
{
  const TwinMetric *service;
  double target;

  g_return_val_if_fail (optimum != NULL, NULL);

  service = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  target = twin_optimum_get_search (optimum)->target;
  return twin_number_format_fixed (target, twin_figure_number_style (service->quantity),
                                   CLAMP (count_decimals (100 * target), 1, MOST_TARGET_DECIMALS));
}

char *
twin_figure_format_service (const TwinOptimum *optimum,
                            TwinEstimate service)
{
  return twin_figure_format_service_as (optimum, service, service);
}

char *
twin_figure_format_service_as (const TwinOptimum *optimum,
                               TwinEstimate service,
                               TwinEstimate as)
{
  const TwinMetric *metric;
  char *number;

  g_return_val_if_fail (optimum != NULL, NULL);

  metric = twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE);
  as = twin_figure_clip (metric, as);
  number = twin_number_format_apart (service.mean, as.low, as.high,
                                     twin_optimum_get_search (optimum)->target,
                                     twin_figure_number_style (metric->quantity));
  return twin_number_add_unit (number, service.mean, isnan (service.mean) ? NULL : metric->unit);
}

char *
twin_figure_format_range_title (const TwinModelType *type,
                                guint decision)
{
  const TwinParameter *parameter;

  g_return_val_if_fail (type != NULL, NULL);

  parameter = twin_search_get_parameter (type, decision);
  for (guint i = 0; i < type->n_decisions; i++)
    if (i != decision &&
        strcmp (twin_search_get_parameter (type, i)->title, parameter->title) == 0)
      /* Translators: a parameter and the group it stands in: "Reorder point s (Stores)" */
      return g_strdup_printf (_("%s (%s)"), _(parameter->title), _(parameter->group));
  return g_strdup (_(parameter->title));
}

/* Several numbers may share a range: those of the stores. */
static gboolean
is_range_at_edge (const TwinOptimum *optimum,
                  gsize policy,
                  guint range)
{
  for (guint i = 0; i < twin_optimum_get_n_decisions (optimum); i++)
    if (twin_optimum_get_decision (optimum, i)->decision == range &&
        twin_optimum_is_at_edge (optimum, policy, i))
      return TRUE;
  return FALSE;
}

/* Where there are several places, whose number it is: "Mall: s". */
static void
append_places_at_edge (GString *titles,
                       const TwinOptimum *optimum,
                       gsize policy)
{
  guint n = 0;

  for (guint i = 0; i < twin_optimum_get_n_decisions (optimum); i++)
    {
      const TwinDecisionKey *key = twin_optimum_get_decision (optimum, i);

      if (!twin_optimum_is_at_edge (optimum, policy, i) || n++ >= MOST_AT_EDGE)
        continue;
      g_string_append_printf (titles, "%s%s: %s", n > 1 ? ", " : "", key->owner,
                              twin_figure_get_decision_name (key->parameter));
    }
  if (n > MOST_AT_EDGE)
    {
      g_autofree char *count = twin_figure_format_count (n - MOST_AT_EDGE);

      g_string_append (titles, ", ");
      g_string_append_printf (titles, ngettext ("and %s more", "and %s more", n - MOST_AT_EDGE),
                              count);
    }
}

char *
twin_figure_format_edge (const TwinOptimum *optimum)
{
  const TwinModelType *type;
  g_autoptr (GString) titles = g_string_new (NULL);
  gssize best;

  g_return_val_if_fail (optimum != NULL, NULL);

  best = twin_optimum_get_best (optimum);
  if (best < 0)
    return NULL;
  type = twin_optimum_get_model_type (optimum);
  if (twin_figure_policy_has_places (optimum))
    append_places_at_edge (titles, optimum, (gsize) best);
  else
    for (guint i = 0; i < type->n_decisions; i++)
      if (is_range_at_edge (optimum, (gsize) best, i))
        {
          g_autofree char *title = twin_figure_format_range_title (type, i);

          g_string_append_printf (titles, "%s%s",
                                  titles->len > 0 ? twin_figure_list_separator () : "", title);
        }
  if (titles->len == 0)
    return NULL;
  /* Translators: %s are the titles of one range or several: "Order up to S", or of the numbers of
   * several places: "Mall: S, Warehouse: s" */
  return g_strdup_printf (_("The policy lies at the edge of the range (%s); a wider range may hold a "
                            "cheaper one."),
                          titles->str);
}
