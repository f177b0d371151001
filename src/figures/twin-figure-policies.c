/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  TwinOptimum *optimum;
  const TwinModelType *type;
  const TwinMetric *service;
  const TwinMetric *cost;
  TwinChart *chart;
} Drawing;

static Drawing
drawing_begin (TwinOptimum *optimum)
{
  const TwinModelType *type = twin_optimum_get_model_type (optimum);

  return (Drawing){
    .optimum = optimum,
    .type = type,
    .service = &type->metrics[twin_model_type_get_metric (type, TWIN_METRIC_SERVICE)],
    .cost = &type->metrics[twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE)],
  };
}

/* "s = 90, S = 170: total cost 33,480, fill rate 98.1 %": what hovering a mark says. */
static char *
policy_label (const Drawing *drawing,
              const TwinPolicy *policy)
{
  g_autofree char *decisions = twin_figure_format_policy_short (drawing->optimum, policy);
  g_autofree char *cost = twin_figure_format_mean (drawing->cost, policy->cost);
  g_autofree char *service = twin_figure_format_mean (drawing->service, policy->service);
  g_autofree char *cost_title = twin_figure_format_title_inside (drawing->cost);
  g_autofree char *service_title = twin_figure_format_title_inside (drawing->service);

  /* Translators: a policy, then two metrics with their values:
   * "s = 90, S = 170: total cost 33,480, fill rate 98.1 %" */
  return g_strdup_printf (_("%s: %s %s, %s %s"), decisions, cost_title, cost, service_title,
                          service);
}

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
  const Drawing drawing = drawing_begin (self->optimum);

  return policy_label (&drawing, twin_optimum_get_policy (self->optimum, self->numbers[index]));
}

/* All policies of one kind, in the order of their numbers. An empty layer keeps its number, but
 * needs no entry in the legend. */
static void
add_marks (const Drawing *drawing,
           TwinPolicyLayer kind)
{
  gsize all = twin_optimum_get_n_policies (drawing->optimum);
  g_autofree double *x = g_new (double, all);
  g_autofree double *y = g_new (double, all);
  Labels *labels = g_new (Labels, 1);
  TwinLayer layer = {
    .ink = kind == TWIN_POLICY_LAYER_INFEASIBLE ? TWIN_INK_ALERT : TWIN_INK_FIRST,
    .hollow = kind != TWIN_POLICY_LAYER_FEASIBLE,
    .mark = kind == TWIN_POLICY_LAYER_OPEN ? TWIN_MARK_DIAMOND : TWIN_MARK_CIRCLE,
  };
  gsize n = 0;

  *labels = (Labels){ twin_optimum_ref (drawing->optimum), g_new (gsize, all) };
  for (gsize i = 0; i < all; i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (drawing->optimum, i);

      if (get_layer (policy) != kind)
        continue;
      x[n] = policy->service.mean;
      y[n] = policy->cost.mean;
      labels->numbers[n++] = i;
    }
  if (n > 0)
    layer.title = get_title (kind);
  twin_chart_add_told_marks (drawing->chart, 0, &layer, x, y, n, labels_make, labels, labels_free);
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
add_frontier (const Drawing *drawing)
{
  g_autoptr (GPtrArray) efficient = g_ptr_array_new ();
  g_autofree double *x = NULL;
  g_autofree double *y = NULL;

  for (gsize i = 0; i < twin_optimum_get_n_policies (drawing->optimum); i++)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (drawing->optimum, i);

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
  twin_chart_add_line (drawing->chart, 0,
                       &(TwinLayer){ .title = _("Efficient frontier"),
                                     .ink = TWIN_INK_SECOND,
                                     .dash = TWIN_DASH_DASHED },
                       x, y, efficient->len);
}

static void
add_target (const Drawing *drawing)
{
  double target = twin_optimum_get_search (drawing->optimum)->target;
  g_autofree char *value = twin_figure_format_target (drawing->optimum);
  /* Translators: "Target 98.0 %" */
  g_autofree char *title = g_strdup_printf (_("Target %s"), value);

  twin_chart_add_x_level (drawing->chart, 0,
                          &(TwinLayer){ .title = title,
                                        .ink = TWIN_INK_LIMIT,
                                        .dash = TWIN_DASH_DOTTED },
                          target);
}

/* The policy in words, with intervals: a line each for decisions, cost and service. */
static char *
answer_text (const Drawing *drawing,
             const TwinPolicy *policy,
             const char *separator)
{
  g_autofree char *decisions = twin_figure_format_policy_short (drawing->optimum, policy);
  g_autofree char *cost = twin_figure_format_estimate (drawing->cost, policy->cost);
  g_autofree char *service = twin_figure_format_estimate (drawing->service, policy->service);

  return g_strdup_printf ("%s%s%s %s%s%s %s", decisions, separator, _(drawing->cost->title), cost,
                          separator, _(drawing->service->title), service);
}

/* What stands at the mark itself. Those of many places have no room there. */
static char *
note_text (const Drawing *drawing,
           const TwinPolicy *policy)
{
  g_autofree char *cost = NULL;
  g_autofree char *service = NULL;
  g_autofree char *service_title = NULL;

  if (!twin_figure_policy_has_places (drawing->optimum))
    return answer_text (drawing, policy, "\n");
  cost = twin_figure_format_mean (drawing->cost, policy->cost);
  service = twin_figure_format_mean (drawing->service, policy->service);
  service_title = twin_figure_format_title_inside (drawing->service);
  /* Translators: a policy's cost, and its service: "Cheapest: 165,406, service level 97.6 %" */
  return g_strdup_printf (twin_optimum_get_best (drawing->optimum) >= 0 ? _("Cheapest: %s, %s %s")
                                                                        : _("Closest: %s, %s %s"),
                          cost, service_title, service);
}

static void
add_policy (const Drawing *drawing,
            gssize number,
            const TwinLayer *layer)
{
  const TwinPolicy *policy = twin_optimum_get_policy (drawing->optimum, number);
  g_autofree char *label = policy_label (drawing, policy);
  const char *labels[] = { label };

  twin_chart_add_marks (drawing->chart, 0, layer, &policy->service.mean, &policy->cost.mean, labels,
                        1);
}

/* The optimum, or where none keeps the target the policy that comes closest. */
static void
add_answer (const Drawing *drawing)
{
  gssize best = twin_optimum_get_best (drawing->optimum);
  gssize number = best >= 0 ? best : twin_optimum_get_closest (drawing->optimum);
  TwinLayer layer = {
    .title = best >= 0 ? _("Cheapest that meets the target") : _("Closest to the target"),
    .ink = TWIN_INK_CHOICE,
    .mark = best >= 0 ? TWIN_MARK_STAR : TWIN_MARK_DIAMOND,
  };
  const TwinPolicy *policy;
  g_autofree char *text = NULL;

  if (number < 0)
    return;
  policy = twin_optimum_get_policy (drawing->optimum, number);
  text = note_text (drawing, policy);
  add_policy (drawing, number, &layer);
  twin_chart_add_note (drawing->chart, 0, &layer, policy->service.mean, policy->cost.mean, text);
}

/* The marks are what the search saw; the winner's second measurement is not among them. NULL: there
 * is no winner. */
static char *
describe_verified (const Drawing *drawing)
{
  TwinRun *run = twin_optimum_get_verified (drawing->optimum);
  guint service = twin_model_type_get_metric (drawing->type, TWIN_METRIC_SERVICE);
  guint cost = twin_model_type_get_metric (drawing->type, TWIN_METRIC_OBJECTIVE);
  g_autofree char *cost_title = twin_figure_format_title_inside (drawing->cost);
  g_autofree char *service_title = twin_figure_format_title_inside (drawing->service);
  g_autofree char *cost_text = NULL;
  g_autofree char *service_text = NULL;

  if (run == NULL)
    return NULL;
  cost_text = twin_figure_format_estimate (drawing->cost, twin_run_get_estimate (run, cost));
  service_text = twin_figure_format_estimate (drawing->service,
                                              twin_run_get_estimate (run, service));
  /* Translators: two metrics with their values and intervals. */
  return g_strdup_printf (_("The cheapest, measured again on fresh random numbers: %s %s, %s %s."),
                          cost_title, cost_text, service_title, service_text);
}

static char *
make_caption (const Drawing *drawing)
{
  gsize n_policies = twin_optimum_get_n_policies (drawing->optimum);
  gsize n = twin_optimum_get_n (drawing->optimum);
  g_autofree char *policies = twin_figure_format_count (n_policies);
  g_autofree char *count = twin_figure_format_count (n);
  g_autofree char *verified = describe_verified (drawing);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  first = g_strdup_printf (ngettext ("%s policy on common random numbers.",
                                     "%s policies on common random numbers.", n_policies),
                           policies);
  if (n == 1)
    second = g_strdup (_("One replication each; there is no interval."));
  else if (twin_optimum_get_statement (drawing->optimum) != NULL)
    second = g_strdup_printf (ngettext ("Means of up to %s replication, 95 %% Student‑t intervals.",
                                        "Means of up to %s replications, 95 %% Student‑t "
                                        "intervals.",
                                        n),
                              count);
  else
    second = g_strdup_printf (ngettext ("Means of %s replication, 95 %% Student‑t intervals.",
                                        "Means of %s replications, 95 %% Student‑t intervals.",
                                        n),
                              count);
  return g_strjoin (" ", first, second, verified, NULL);
}

static char *
make_summary (const Drawing *drawing)
{
  const TwinOptimum *optimum = drawing->optimum;
  g_autofree char *value = twin_figure_format_target (optimum);
  gssize best = twin_optimum_get_best (optimum);
  gssize closest = twin_optimum_get_closest (optimum);
  g_autofree char *caption = make_caption (drawing);
  g_autofree char *measure = twin_figure_format_title_inside (drawing->service);
  g_autofree char *answer = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *statement = NULL;

  if (best < 0 && closest < 0)
    return g_steal_pointer (&caption);
  answer = answer_text (drawing, twin_optimum_get_policy (optimum, best >= 0 ? best : closest),
                        twin_figure_list_separator ());
  if (best >= 0)
    /* Translators: "The cheapest policy with fill rate ≥ 98.0 %: s = 90, S = 170, Total cost …" */
    sentence = g_strdup_printf (_("The cheapest policy with %s ≥ %s: %s."), measure, value, answer);
  else
    sentence = g_strdup_printf (_("No policy reaches %s ≥ %s. The closest: %s."), measure, value,
                                answer);
  statement = twin_figure_format_statement (optimum);
  if (statement == NULL)
    return g_strdup_printf ("%s %s", sentence, caption);
  return g_strdup_printf ("%s %s %s", sentence, statement, caption);
}

TwinChart *
twin_figure_policies (TwinOptimum *optimum,
                      gssize selected)
{
  Drawing drawing;
  g_autofree char *caption = NULL;
  g_autofree char *summary = NULL;
  TwinAxis x_axis, y_axis;

  g_return_val_if_fail (optimum != NULL, NULL);

  drawing = drawing_begin (optimum);
  x_axis = twin_figure_metric_axis (drawing.service);
  y_axis = twin_figure_metric_axis (drawing.cost);
  drawing.chart = twin_chart_new (_("Cost and service of every policy"), &x_axis);
  twin_chart_add_panel (drawing.chart, NULL, &y_axis);

  /* In the order of TwinPolicyLayer. */
  for (guint kind = 0; kind < TWIN_POLICY_N_LAYERS; kind++)
    add_marks (&drawing, kind);
  add_frontier (&drawing);
  add_target (&drawing);
  if (selected >= 0 && (gsize) selected < twin_optimum_get_n_policies (optimum))
    add_policy (&drawing, selected,
                &(TwinLayer){ .title = C_("policy", "Selected"),
                              .ink = TWIN_INK_CHOICE,
                              .hollow = TRUE,
                              .mark = TWIN_MARK_SQUARE });
  add_answer (&drawing);

  caption = make_caption (&drawing);
  summary = make_summary (&drawing);
  twin_chart_set_caption (drawing.chart, caption);
  twin_figure_focus_policies (drawing.chart, optimum);
  twin_chart_set_summary (drawing.chart, summary);
  return drawing.chart;
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
