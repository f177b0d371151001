/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-policies-view.h"

#include <glib/gi18n-lib.h>

#include "twin-chart-area.h"
#include "twin-dim.h"
#include "twin-figure.h"
#include "twin-job.h"
#include "twin-optimize-text.h"
#include "twin-result-table.h"
#include "twin-wrap-layout.h"

/* A table fills and lays out some two hundred rows whenever its data change, which takes frames: it
 * follows when results have been at rest for so long. */
#define TABLE_REST_MS 150
/* A table of older results is dimmed after this: sooner it would only flicker. */
#define TABLE_DIM_AFTER_MS 300

#define WORD_JOINER "\342\201\240"

struct _TwinPoliciesView
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *answers;
  GtkLabel *answer_title;
  GtkLabel *answer_text;
  GtkWidget *answer_button;
  GtkImage *answer_icon;
  GtkLabel *selected_title;
  GtkLabel *selected_text;
  TwinChartArea *area;
  TwinResultTable *table;

  /* Owned */
  TwinOptimizeResults *results;  /* what is shown; or NULL */
  TwinOptimizeResults *in_table; /* what the table shows: these, or still older ones; or NULL */
  TwinJob *chart_job;            /* the picture with another policy selected */

  guint table_source; /* the table follows then */
  gint64 table_late;  /* monotonic time since when it is of older results; 0: it is not */
  gssize selected; /* policy, or -1 */
  gboolean current;
};

G_DEFINE_FINAL_TYPE (TwinPoliciesView, twin_policies_view, ADW_TYPE_BIN)

enum
{
  USE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TwinOptimum *
get_optimum (TwinPoliciesView *self)
{
  return self->results->optimum;
}

/* The policy that the answer is about: the best, else the one that comes closest. */
static gssize
get_answer (TwinPoliciesView *self)
{
  const gssize best = twin_optimum_get_best (get_optimum (self));

  return best >= 0 ? best : twin_optimum_get_closest (get_optimum (self));
}

/* Showing */

static void
show_current (TwinPoliciesView *self)
{
  const gboolean usable = self->results != NULL && self->current;
  const gboolean late =
      self->table_late > 0
      && g_get_monotonic_time () - self->table_late > TABLE_DIM_AFTER_MS * G_TIME_SPAN_MILLISECOND;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "policies.use-answer", usable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "policies.use-selected",
                                 usable && self->selected >= 0);
  twin_dim (self->answers, !self->current);
  twin_chart_area_set_dimmed (self->area, !self->current);
  twin_dim (GTK_WIDGET (self->table), late || !self->current);
}

/* The table */

static void
fill_table (TwinPoliciesView *self)
{
  g_clear_handle_id (&self->table_source, g_source_remove);
  self->table_late = 0;
  if (self->in_table == self->results)
    return;
  g_clear_pointer (&self->in_table, twin_optimize_results_unref);
  if (self->results != NULL)
    self->in_table = twin_optimize_results_ref (self->results);
  twin_result_table_set_data (self->table, self->results != NULL ? &twin_optimize_table : NULL,
                              self->results);
  twin_result_table_set_selected (self->table, -1);
}

static gboolean
on_table_rested (gpointer user_data)
{
  TwinPoliciesView *self = user_data;

  self->table_source = 0;
  fill_table (self);
  show_current (self);
  return G_SOURCE_REMOVE;
}

/* The first results have nothing to wait for. */
static void
update_table (TwinPoliciesView *self)
{
  if (self->in_table == NULL || self->results == NULL)
    {
      fill_table (self);
      return;
    }
  if (self->table_late == 0)
    self->table_late = g_get_monotonic_time ();
  g_clear_handle_id (&self->table_source, g_source_remove);
  self->table_source = g_timeout_add (TABLE_REST_MS, on_table_rested, self);
}

/* A place's numbers are held together by spaces that do not break; in a narrow row that would break
 * the numbers instead. "s = 95" is short enough to stay together. */
static void
set_title (GtkLabel   *label,
           const char *title)
{
  g_autoptr (GString) loose = g_string_new (title);

  g_string_replace (loose, "\302\240", " ", 0);
  g_string_replace (loose, " = ", "\302\240=\302\240", 0);
  gtk_label_set_text (label, loose->str);
}

/* An interval stays in one line: a dash would end it even before a space that does not break. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  g_autoptr (GString) tight = g_string_new (text);

  g_string_replace (tight, " – ", "\302\240–" WORD_JOINER "\302\240", 0);
  gtk_label_set_text (label, tight->str);
}

static void
show_answer (TwinPoliciesView *self)
{
  TwinOptimum *optimum = get_optimum (self);
  const gssize best = twin_optimum_get_best (optimum);
  const gboolean keeps = twin_figure_get_finding (optimum) == TWIN_FINDING_KEEPS;
  g_autofree char *name = NULL;
  g_autofree char *title = twin_figure_format_finding (optimum);
  g_autofree char *text = twin_optimize_text_answer (optimum);

  gtk_widget_set_visible (self->answer_button, best >= 0);
  gtk_image_set_from_icon_name (self->answer_icon, keeps ? "emblem-ok-symbolic"
                                                         : "dialog-warning-symbolic");
  if (best >= 0)
    {
      g_autofree char *heading = g_steal_pointer (&title);
      g_autofree char *rest = g_steal_pointer (&text);

      name = twin_figure_format_policy_lines (optimum,
                                              twin_optimum_get_policy (optimum, (gsize) best));
      if (twin_figure_policy_has_places (optimum))
        {
          title = g_steal_pointer (&heading);
          text = g_strdup_printf ("%s\n%s", name, rest);
        }
      else
        {
          /* Translators: a heading and a policy: "Cheapest policy that keeps fill rate ≥ 98.0 %:
           * s = 90, S = 170" */
          title = g_strdup_printf (_("%s: %s"), heading, name);
          text = g_steal_pointer (&rest);
        }
    }
  set_title (self->answer_title, title);
  set_text (self->answer_text, text);
}

/* The row is always there, so that the picture does not move under the pointer. */
static void
show_selected (TwinPoliciesView *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  show_current (self);
  if (self->selected < 0)
    {
      set_title (self->selected_title, _("No other policy selected"));
      gtk_label_set_text (self->selected_text,
                          _("Choose one in the chart or in the table to read about it here."));
      return;
    }
  name = twin_figure_format_policy_change (
      get_optimum (self), twin_optimum_get_policy (get_optimum (self), (gsize) get_answer (self)),
      twin_optimum_get_policy (get_optimum (self), (gsize) self->selected));
  /* Translators: %s is a policy: "s = 88, S = 174"; or what it changes of the cheapest:
   * "Mall s 370 → 360". */
  title = g_strdup_printf (_("Selected: %s"), name);
  text = twin_optimize_text_policy (get_optimum (self), (gsize) self->selected);
  set_title (self->selected_title, title);
  set_text (self->selected_text, text);
}

/* Selecting a policy, in the picture or in the table */

static void
on_chart_done (gpointer      result,
               const GError *error,
               gpointer      user_data)
{
  TwinPoliciesView *self = user_data;
  TwinChart *chart = result;

  self->chart_job = NULL;
  if (chart == NULL)
    return;
  twin_chart_area_set_chart (self->area, chart);
  twin_chart_unref (chart);
}

static void
select_policy (TwinPoliciesView *self,
               gssize            policy)
{
  if (self->results == NULL || policy == self->selected)
    return;
  self->selected = policy;
  fill_table (self);
  show_selected (self);
  if (policy >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.finish-hint", "s", "policies");
  twin_result_table_set_selected (
      self->table,
      policy < 0 ? -1 : (gint64) twin_optimize_results_find_row (self->results, (gsize) policy));
  g_clear_pointer (&self->chart_job, twin_job_cancel);
  self->chart_job = twin_optimize_results_draw (self->results, policy, on_chart_done, self);
}

static void
on_picked (TwinPoliciesView *self,
           guint             panel,
           guint             layer,
           guint64           index,
           double            x,
           double            y)
{
  if (self->results == NULL)
    return;
  if (layer < TWIN_POLICY_N_LAYERS)
    select_policy (self, twin_figure_get_policy (get_optimum (self), layer, index));
  else
    select_policy (self, twin_figure_find_policy (get_optimum (self), x, y));
}

static void
on_row_selected (TwinPoliciesView *self)
{
  const gint64 row = twin_result_table_get_selected (self->table);

  /* A row of older results is another policy. */
  if (self->results != NULL && row >= 0 && self->in_table == self->results)
    select_policy (self, (gssize) self->results->order[row]);
}

static void
use_answer (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_signal_emit (widget, signals[USE], 0, (guint64) get_answer (TWIN_POLICIES_VIEW (widget)));
}

static void
use_selected (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[USE], 0, (guint64) TWIN_POLICIES_VIEW (widget)->selected);
}

static void
clear (TwinPoliciesView *self)
{
  g_clear_pointer (&self->chart_job, twin_job_cancel);
  g_clear_pointer (&self->results, twin_optimize_results_unref);
  self->selected = -1;
}

void
twin_policies_view_set_results (TwinPoliciesView    *self,
                                TwinOptimizeResults *results)
{
  g_return_if_fail (TWIN_IS_POLICIES_VIEW (self));

  clear (self);
  if (results == NULL)
    {
      update_table (self);
      twin_chart_area_set_chart (self->area, NULL);
      twin_chart_area_reset_view (self->area);
      show_current (self);
      return;
    }
  self->results = twin_optimize_results_ref (results);
  show_answer (self);
  show_selected (self);
  twin_chart_area_set_chart (self->area, results->chart);
  update_table (self);
}

void
twin_policies_view_set_current (TwinPoliciesView *self,
                                gboolean          current)
{
  g_return_if_fail (TWIN_IS_POLICIES_VIEW (self));

  self->current = current;
  show_current (self);
}

static void
twin_policies_view_dispose (GObject *object)
{
  TwinPoliciesView *self = TWIN_POLICIES_VIEW (object);

  clear (self);
  g_clear_handle_id (&self->table_source, g_source_remove);
  g_clear_pointer (&self->in_table, twin_optimize_results_unref);

  G_OBJECT_CLASS (twin_policies_view_parent_class)->dispose (object);
}

const char *
twin_policies_view_get_answer (TwinPoliciesView *self)
{
  g_return_val_if_fail (TWIN_IS_POLICIES_VIEW (self), NULL);

  return gtk_label_get_text (self->answer_title);
}

static void
twin_policies_view_class_init (TwinPoliciesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twin_policies_view_dispose;

  signals[USE] = g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);

  g_type_ensure (TWIN_TYPE_CHART_AREA);
  g_type_ensure (TWIN_TYPE_RESULT_TABLE);
  g_type_ensure (TWIN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_install_action (widget_class, "policies.use-answer", NULL, use_answer);
  gtk_widget_class_install_action (widget_class, "policies.use-selected", NULL, use_selected);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-policies-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinPoliciesView, answers);
  gtk_widget_class_bind_template_child (widget_class, TwinPoliciesView, answer_title);
  gtk_widget_class_bind_template_child (widget_class, TwinPoliciesView, answer_text);
  gtk_widget_class_bind_template_child (widget_class, TwinPoliciesView, answer_button);
  gtk_widget_class_bind_template_child (widget_class, TwinPoliciesView, answer_icon);
  gtk_widget_class_bind_template_child (widget_class, TwinPoliciesView, selected_title);
  gtk_widget_class_bind_template_child (widget_class, TwinPoliciesView, selected_text);
  gtk_widget_class_bind_template_child (widget_class, TwinPoliciesView, area);
  gtk_widget_class_bind_template_child (widget_class, TwinPoliciesView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
twin_policies_view_init (TwinPoliciesView *self)
{
  self->selected = -1;
  self->current = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
