/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static TwinPolicyLayer
get_layer (const TwinPolicy *policy)
{
  switch (policy->feasibility)
    {
    case TWIN_FEASIBILITY_KEEPS:
      return TWIN_POLICY_LAYER_FEASIBLE;
    case TWIN_FEASIBILITY_MISSES:
      return TWIN_POLICY_LAYER_INFEASIBLE;
    case TWIN_FEASIBILITY_OPEN:
    default:
      return TWIN_POLICY_LAYER_OPEN;
    }
}

static const char *
get_title (TwinPolicyLayer kind)
{
  switch (kind)
    {
    case TWIN_POLICY_LAYER_FEASIBLE:
      return _("Meets the target");
    case TWIN_POLICY_LAYER_INFEASIBLE:
      return _("Misses the target");
    case TWIN_POLICY_LAYER_OPEN:
      return _("Too close to tell");
    case TWIN_POLICY_N_LAYERS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What the marks of one kind say. Of very many few are ever read: the words are made then. */
typedef struct
{
  TwinOptimum *optimum;
  gsize *numbers; /* of the policies */
} Labels;

static void
labels_free (gpointer data)
{
  Labels *self = data;

  twin_optimum_unref (self->optimum);
  g_free (self->numbers);
  g_free (self);
}

static char *
labels_make (gsize index,
             gpointer data)
{
  const Labels *self = data;

  return twin_figure_label_policy (self->optimum,
                                   twin_optimum_get_policy (self->optimum, self->numbers[index]));
}

/* All policies of one kind, in the order of their numbers. An empty layer keeps its number, but
 * needs no entry in the legend. */
static void
add_marks (TwinChart *chart,
           TwinOptimum *optimum,
           TwinPolicyLayer kind)
{
  gsize all = twin_optimum_get_n_policies (optimum);
  g_autofree double *x = g_new (double, all);
  g_autofree double *y = g_new (double, all);
  Labels *labels = g_new (Labels, 1);
  TwinLayer layer = {
    .ink = kind == TWIN_POLICY_LAYER_INFEASIBLE ? TWIN_INK_ALERT : TWIN_INK_FIRST,
    .hollow = kind != TWIN_POLICY_LAYER_FEASIBLE,
    .mark = kind == TWIN_POLICY_LAYER_OPEN ? TWIN_MARK_DIAMOND : TWIN_MARK_CIRCLE,
  };
  gsize n = 0;

  *labels = (Labels){ twin_optimum_ref (optimum), g_new (gsize, all) };
  for (gsize i = 0; i < all; i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);

      if (get_layer (policy) != kind)
        continue;
      x[n] = policy->service.mean;
      y[n] = policy->cost.mean;
      labels->numbers[n++] = i;
    }
  if (n > 0)
    layer.title = get_title (kind);
  twin_chart_add_told_marks (chart, 0, &layer, x, y, n, labels_make, labels, labels_free);
}

static int
compare_service (gconstpointer a,
                 gconstpointer b)
{
  const TwinPolicy *first = *(const TwinPolicy *const *) a;
  const TwinPolicy *second = *(const TwinPolicy *const *) b;

  return (first->service.mean > second->service.mean) -
         (first->service.mean < second->service.mean);
}

/* The least that each level of service costs. */
static void
add_frontier (TwinChart *chart,
              const TwinOptimum *optimum)
{
  g_autoptr (GPtrArray) efficient = g_ptr_array_new ();
  g_autofree double *x = NULL;
  g_autofree double *y = NULL;

  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);

      if (policy->efficient)
        g_ptr_array_add (efficient, (gpointer) policy);
    }
  if (efficient->len < 2)
    return;

  g_ptr_array_sort (efficient, compare_service);
  x = g_new (double, efficient->len);
  y = g_new (double, efficient->len);
  for (guint i = 0; i < efficient->len; i++)
    {
      const TwinPolicy *policy = g_ptr_array_index (efficient, i);

      x[i] = policy->service.mean;
      y[i] = policy->cost.mean;
    }
  twin_chart_add_line (chart, 0,
                       &(TwinLayer){ .title = _("Least cost for each service"),
                                     .ink = TWIN_INK_SECOND,
                                     .dash = TWIN_DASH_DASHED },
                       x, y, efficient->len);
}

static void
add_target (TwinChart *chart,
            const TwinOptimum *optimum)
{
  double target = twin_optimum_get_search (optimum)->target;
  g_autofree char *value = twin_figure_format_target (optimum);
  /* Translators: "Target 98.0 %" */
  g_autofree char *title = g_strdup_printf (_("Target %s"), value);

  twin_chart_add_x_level (chart, 0,
                          &(TwinLayer){ .title = title,
                                        .ink = TWIN_INK_LIMIT,
                                        .dash = TWIN_DASH_DOTTED },
                          target);
}

static void
add_policy (TwinChart *chart,
            const TwinOptimum *optimum,
            gssize number,
            const TwinLayer *layer)
{
  const TwinPolicy *policy = twin_optimum_get_policy (optimum, number);
  g_autofree char *label = twin_figure_label_policy (optimum, policy);
  const char *labels[] = { label };

  twin_chart_add_marks (chart, 0, layer, &policy->service.mean, &policy->cost.mean, labels,
                        1);
}

/* The optimum, by a star if fresh random numbers do not take it back; or where none keeps the target
 * the policy that comes closest. */
static void
add_answer (TwinChart *chart,
            const TwinOptimum *optimum)
{
  gssize best = twin_optimum_get_best (optimum);
  gssize number = best >= 0 ? best : twin_optimum_get_closest (optimum);
  TwinLayer layer = {
    .title = twin_figure_get_finding_title (optimum),
    .ink = TWIN_INK_CHOICE,
    .mark = twin_figure_get_finding (optimum) == TWIN_FINDING_KEEPS ? TWIN_MARK_STAR
                                                                    : TWIN_MARK_DIAMOND,
  };
  const TwinPolicy *policy;
  g_autofree char *text = NULL;

  if (number < 0)
    return;
  policy = twin_optimum_get_policy (optimum, number);
  text = twin_figure_note_policy (optimum, policy);
  add_policy (chart, optimum, number, &layer);
  twin_chart_add_note (chart, 0, &layer, policy->service.mean, policy->cost.mean, text);
}

TwinChart *
twin_figure_policies (TwinOptimum *optimum,
                      gssize selected)
{
  const char *title;
  TwinChart *chart;
  g_autofree char *caption = NULL;
  g_autofree char *summary = NULL;
  TwinAxis x_axis, y_axis;

  g_return_val_if_fail (optimum != NULL, NULL);

  x_axis = twin_figure_metric_axis (twin_figure_get_metric (optimum, TWIN_METRIC_SERVICE));
  y_axis = twin_figure_metric_axis (twin_figure_get_metric (optimum, TWIN_METRIC_OBJECTIVE));
  title = twin_search_is_grid (twin_optimum_get_model_type (optimum))
            ? _("Cost and service of every policy")
            : _("Cost and service of the policies tried");
  chart = twin_chart_new (title, &x_axis);
  twin_chart_add_panel (chart, NULL, &y_axis);

  /* In the order of TwinPolicyLayer. */
  for (guint kind = 0; kind < TWIN_POLICY_N_LAYERS; kind++)
    add_marks (chart, optimum, kind);
  add_frontier (chart, optimum);
  add_target (chart, optimum);
  if (selected >= 0 && (gsize) selected < twin_optimum_get_n_policies (optimum))
    add_policy (chart, optimum, selected,
                &(TwinLayer){ .title = C_("policy", "Selected"),
                              .ink = TWIN_INK_CHOICE,
                              .hollow = TRUE,
                              .mark = TWIN_MARK_SQUARE });
  add_answer (chart, optimum);

  caption = twin_figure_caption_policies (optimum);
  summary = twin_figure_summarize_policies (optimum);
  twin_chart_set_caption (chart, caption);
  twin_figure_focus_policies (chart, optimum);
  twin_chart_set_summary (chart, summary);
  return chart;
}

gssize
twin_figure_get_policy (const TwinOptimum *optimum,
                        TwinPolicyLayer layer,
                        gsize index)
{
  g_return_val_if_fail (optimum != NULL, -1);

  for (gsize i = 0; i < twin_optimum_get_n_policies (optimum); i++)
    if (get_layer (twin_optimum_get_policy (optimum, i)) == layer && index-- == 0)
      return (gssize) i;
  return -1;
}

gssize
twin_figure_find_policy (const TwinOptimum *optimum,
                         double service,
                         double cost)
{
  double least_service = INFINITY, most_service = -INFINITY;
  double least_cost = INFINITY, most_cost = -INFINITY;
  double service_range, cost_range;
  double least = INFINITY;
  gssize nearest = -1;
  gsize n;

  g_return_val_if_fail (optimum != NULL, -1);

  n = twin_optimum_get_n_policies (optimum);
  for (gsize i = 0; i < n; i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);

      least_service = MIN (least_service, policy->service.mean);
      most_service = MAX (most_service, policy->service.mean);
      least_cost = MIN (least_cost, policy->cost.mean);
      most_cost = MAX (most_cost, policy->cost.mean);
    }
  service_range = most_service > least_service ? most_service - least_service : 1;
  cost_range = most_cost > least_cost ? most_cost - least_cost : 1;
  for (gsize i = 0; i < n; i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, i);
      double distance = hypot ((policy->service.mean - service) / service_range,
                               (policy->cost.mean - cost) / cost_range);

      if (distance < least)
        {
          least = distance;
          nearest = (gssize) i;
        }
    }
  return nearest;
}
