/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-optimize-page.h"

#include <glib/gi18n-lib.h>

#include "twin-chart-area.h"
#include "twin-export.h"
#include "twin-figure.h"
#include "twin-job.h"
#include "twin-notice.h"
#include "twin-optimize-results.h"
#include "twin-optimize-text.h"
#include "twin-result-csv.h"
#include "twin-result-table.h"
#include "twin-search-form.h"
#include "twin-status.h"

struct _TwinOptimizePage
{
  TwinPage parent_instance;

  /* Template widgets */
  TwinNotice *notice;
  TwinSearchForm *form;
  GtkStack *work_stack;
  GtkLabel *plan_label;
  GtkWidget *optimize_button;
  GtkProgressBar *progress_bar;
  GtkLabel *progress_label;
  AdwStatusPage *empty;
  GtkWidget *results_box;
  AdwActionRow *answer_row;
  GtkWidget *answer_button;
  GtkImage *answer_icon;
  AdwActionRow *selected_row;
  TwinChartArea *area;
  TwinResultTable *table;

  /* Owned */
  TwinOptimizeResults *results; /* what is shown */
  TwinJob *job;                 /* the search */
  const TwinModelType *type;    /* of the search and what is shown */
  TwinJob *chart_job;           /* the picture with another policy selected */

  gint64 started;  /* monotonic time of the search's begin */
  gssize selected; /* policy, or -1 */
};

G_DEFINE_FINAL_TYPE (TwinOptimizePage, twin_optimize_page, TWIN_TYPE_PAGE)

static const TwinProject *
get_project (TwinOptimizePage *self)
{
  return twin_document_get_project (twin_page_get_document (TWIN_PAGE (self)));
}

static TwinOptimum *
get_optimum (TwinOptimizePage *self)
{
  return self->results->optimum;
}

/* Policies are about the stores, say, that there were; they may have changed. */
static gboolean
can_use (TwinOptimizePage *self)
{
  return self->results != NULL
         && twin_optimize_results_can_use (self->results, get_project (self));
}

/* The policy that the answer is about: the best, else the one that comes closest. */
static gssize
get_answer (TwinOptimizePage *self)
{
  const gssize best = twin_optimum_get_best (get_optimum (self));

  return best >= 0 ? best : twin_optimum_get_closest (get_optimum (self));
}

/* Showing */

static void
set_row (AdwActionRow *row,
         const char   *title,
         const char   *subtitle)
{
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (row, subtitle_markup);
}

static void
show_answer (TwinOptimizePage *self)
{
  TwinOptimum *optimum = get_optimum (self);
  const gssize best = twin_optimum_get_best (optimum);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->answer_button, best >= 0);
  gtk_image_set_from_icon_name (self->answer_icon, best >= 0 ? "emblem-ok-symbolic"
                                                             : "dialog-warning-symbolic");
  if (best >= 0)
    {
      const TwinPolicy *policy = twin_optimum_get_policy (optimum, (gsize) best);

      name = twin_figure_format_policy_short (optimum, policy);
      /* Translators: %s is a policy: "s = 88, S = 174". */
      title = g_strdup_printf (_("Cheapest that meets the target: %s"), name);
      text = twin_optimize_text_verified (optimum);
    }
  else
    {
      title = g_strdup (_("No policy meets the target"));
      text = twin_optimize_text_closest (optimum);
    }
  set_row (self->answer_row, title, text);
}

/* The row is always there, so that the picture does not move under the pointer. */
static void
show_selected (TwinOptimizePage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "optimize.use-selected",
                                 self->selected >= 0 && can_use (self));
  if (self->selected < 0)
    {
      set_row (self->selected_row, _("No other policy selected"),
               _("Choose one in the chart or in the table to read about it here."));
      return;
    }
  name = twin_figure_format_policy_short (
      get_optimum (self), twin_optimum_get_policy (get_optimum (self), (gsize) self->selected));
  /* Translators: %s is a policy: "s = 88, S = 174". */
  title = g_strdup_printf (_("Selected: %s"), name);
  text = twin_optimize_text_policy (get_optimum (self), (gsize) self->selected);
  set_row (self->selected_row, title, text);
}

static void
show_results (TwinOptimizePage *self)
{
  TwinOptimum *optimum = get_optimum (self);
  g_autofree char *status = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->empty), FALSE);
  gtk_widget_set_visible (self->results_box, TRUE);
  show_answer (self);
  show_selected (self);
  twin_chart_area_set_chart (self->area, self->results->chart);
  twin_result_table_set_data (self->table, &twin_optimize_table, self->results);
  status = twin_status_for_policies (twin_optimum_get_n_policies (optimum),
                                     twin_optimum_get_n (optimum),
                                     twin_optimum_get_statement (optimum) != NULL,
                                     twin_optimum_get_seed (optimum),
                                     twin_optimum_get_seconds (optimum));
  twin_page_set_status (TWIN_PAGE (self), status);
  twin_page_set_can_export (TWIN_PAGE (self), TRUE);
}

/* Results of other parameters stay, but say so. */
static void
show_fit (TwinOptimizePage *self,
          const char       *problem)
{
  gboolean fits = self->results == NULL
                  || twin_optimize_results_fit (self->results, get_project (self));
  g_autofree char *text = NULL;

  if (problem != NULL && self->results != NULL && !fits)
    text = g_strdup_printf (_("Showing results for older parameters: %s"), problem);
  else if (problem != NULL)
    text = g_strdup (problem);
  else if (!fits)
    text = g_strdup (_("Showing results for older parameters. Optimize again for the new ones."));
  twin_notice_set_text (self->notice, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "optimize.use-answer", can_use (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "optimize.use-selected",
                                 self->selected >= 0 && can_use (self));
  twin_chart_area_set_dimmed (self->area, !fits);
  gtk_widget_set_opacity (GTK_WIDGET (self->table), fits ? 1 : 0.5);
}

static void
show_plan (TwinOptimizePage *self,
           gboolean          valid)
{
  const TwinProject *project = get_project (self);
  g_autofree char *plan = NULL;

  if (valid)
    plan = twin_optimize_text_plan (project->search, project->replications);
  gtk_label_set_label (self->plan_label, plan);
  gtk_widget_set_sensitive (self->optimize_button, valid);
}

/* The search */

static void
stop_search (TwinOptimizePage *self)
{
  g_clear_pointer (&self->job, twin_job_cancel);
  gtk_stack_set_visible_child_name (self->work_stack, "ready");
  twin_page_set_busy (TWIN_PAGE (self), FALSE, -1);
}

static void
on_progress (gsize    done,
             gsize    total,
             gpointer user_data)
{
  TwinOptimizePage *self = user_data;
  const double fraction = total > 0 ? done / (double) total : 0;
  const double seconds = (double) (g_get_monotonic_time () - self->started) / G_USEC_PER_SEC;
  g_autofree char *text = twin_optimize_text_progress (done, total, seconds);

  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  gtk_label_set_label (self->progress_label, text);
  twin_page_set_busy (TWIN_PAGE (self), TRUE, fraction);
}

static void
take_results (TwinOptimizePage    *self,
              TwinOptimizeResults *results)
{
  g_clear_pointer (&self->results, twin_optimize_results_unref);
  self->results = results;
}

static void
on_search_done (gpointer      result,
                const GError *error,
                gpointer      user_data)
{
  TwinOptimizePage *self = user_data;

  self->job = NULL;
  stop_search (self);
  if (result == NULL)
    {
      twin_notice_set_text (self->notice, error->message);
      return;
    }
  g_clear_pointer (&self->chart_job, twin_job_cancel);
  self->selected = -1;
  take_results (self, result);
  show_results (self);
  show_fit (self, NULL);
}

static TwinJob *
start_job (TwinOptimizePage    *self,
           const TwinProject   *project,
           TwinOptimum         *optimum,
           TwinJobProgressFunc  progress,
           TwinJobDoneFunc      done)
{
  return twin_job_start (twin_optimize_results_compute,
                         twin_optimize_request_new (project, twin_page_get_pool (TWIN_PAGE (self)),
                                                    optimum, self->selected),
                         (GDestroyNotify) twin_optimize_request_free,
                         (GDestroyNotify) twin_optimize_results_unref, progress, done, self);
}

static void
start_search (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TwinOptimizePage *self = TWIN_OPTIMIZE_PAGE (widget);

  stop_search (self);
  self->started = g_get_monotonic_time ();
  gtk_label_set_label (self->progress_label, NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->work_stack, "working");
  twin_page_set_busy (TWIN_PAGE (self), TRUE, 0);
  self->job = start_job (self, get_project (self), NULL, on_progress, on_search_done);
}

/* Selecting a policy, in the picture or in the table */

static void
on_chart_done (gpointer      result,
               const GError *error,
               gpointer      user_data)
{
  TwinOptimizePage *self = user_data;
  TwinOptimizeResults *results = result;

  self->chart_job = NULL;
  if (results == NULL)
    return;
  twin_chart_area_set_chart (self->area, results->chart);
  twin_optimize_results_unref (results);
}

static void
select_policy (TwinOptimizePage *self,
               gssize            policy)
{
  if (self->results == NULL || policy == self->selected)
    return;
  self->selected = policy;
  show_selected (self);
  twin_result_table_set_selected (
      self->table,
      policy < 0 ? -1 : (gint64) twin_optimize_results_find_row (self->results, (gsize) policy));
  g_clear_pointer (&self->chart_job, twin_job_cancel);
  self->chart_job = start_job (self, self->results->project, get_optimum (self), NULL,
                               on_chart_done);
}

static void
on_picked (TwinOptimizePage *self,
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
on_row_selected (TwinOptimizePage *self)
{
  const gint64 row = twin_result_table_get_selected (self->table);

  if (self->results != NULL && row >= 0)
    select_policy (self, (gssize) self->results->order[row]);
}

/* Puts a policy's decisions into the project, as one step of undo. */
static void
use_policy (TwinOptimizePage *self,
            gssize            number)
{
  const TwinPolicy *policy = twin_optimum_get_policy (get_optimum (self), (gsize) number);
  g_autofree char *name = twin_figure_format_policy_short (get_optimum (self), policy);
  /* Translators: %s is a policy: "s = 88, S = 174". */
  g_autofree char *message = g_strdup_printf (_("The policy is now %s"), name);

  twin_document_edit (twin_page_get_document (TWIN_PAGE (self)),
                      twin_optimize_results_use (self->results, (gsize) number,
                                                 get_project (self)),
                      NULL);
  twin_page_notify_edit (TWIN_PAGE (self), message);
}

static void
use_answer (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TwinOptimizePage *self = TWIN_OPTIMIZE_PAGE (widget);

  if (can_use (self))
    use_policy (self, get_answer (self));
}

static void
use_selected (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TwinOptimizePage *self = TWIN_OPTIMIZE_PAGE (widget);

  if (can_use (self) && self->selected >= 0)
    use_policy (self, self->selected);
}

/* What the page's class asks for */

/* Nothing of another type may stay, nor come. */
static void
set_type (TwinOptimizePage    *self,
          const TwinModelType *type)
{
  if (self->type == type)
    return;
  self->type = type;
  stop_search (self);
  g_clear_pointer (&self->chart_job, twin_job_cancel);
  self->selected = -1;
  twin_result_table_set_data (self->table, NULL, NULL);
  twin_chart_area_set_chart (self->area, NULL);
  twin_chart_area_reset_view (self->area);
  g_clear_pointer (&self->results, twin_optimize_results_unref);
  adw_status_page_set_description (self->empty, twin_optimize_text_introduction (type));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), TRUE);
  gtk_widget_set_visible (self->results_box, FALSE);
  twin_page_set_status (TWIN_PAGE (self), NULL);
  twin_page_set_can_export (TWIN_PAGE (self), FALSE);
}

static void
twin_optimize_page_update (TwinPage *page)
{
  TwinOptimizePage *self = TWIN_OPTIMIZE_PAGE (page);
  TwinDocument *document = twin_page_get_document (page);
  /* What is wrong with the search stands at its own rows. */
  g_autofree char *problem = twin_page_dup_problem (page, "optimize.");

  set_type (self, get_project (self)->type);
  twin_search_form_update (self->form, document);
  show_plan (self, twin_document_get_problems (document)->len == 0);
  show_fit (self, problem);
}

static void
twin_optimize_page_cancel (TwinPage *page)
{
  stop_search (TWIN_OPTIMIZE_PAGE (page));
}

static void
twin_optimize_page_export_csv (TwinPage *page)
{
  TwinOptimizePage *self = TWIN_OPTIMIZE_PAGE (page);

  if (self->results != NULL)
    twin_export_csv (GTK_WIDGET (self), _("Export Policies"), "policies.csv",
                     (TwinExportTableFunc) twin_optimum_write_csv,
                     twin_optimum_ref (get_optimum (self)), (GDestroyNotify) twin_optimum_unref);
}

static void
twin_optimize_page_dispose (GObject *object)
{
  TwinOptimizePage *self = TWIN_OPTIMIZE_PAGE (object);

  g_clear_pointer (&self->job, twin_job_cancel);
  g_clear_pointer (&self->chart_job, twin_job_cancel);
  g_clear_pointer (&self->results, twin_optimize_results_unref);

  G_OBJECT_CLASS (twin_optimize_page_parent_class)->dispose (object);
}

static void
twin_optimize_page_class_init (TwinOptimizePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TwinPageClass *page_class = TWIN_PAGE_CLASS (klass);

  object_class->dispose = twin_optimize_page_dispose;
  page_class->update = twin_optimize_page_update;
  page_class->cancel = twin_optimize_page_cancel;
  page_class->export_csv = twin_optimize_page_export_csv;

  g_type_ensure (TWIN_TYPE_CHART_AREA);
  g_type_ensure (TWIN_TYPE_NOTICE);
  g_type_ensure (TWIN_TYPE_RESULT_TABLE);
  g_type_ensure (TWIN_TYPE_SEARCH_FORM);
  gtk_widget_class_install_action (widget_class, "optimize.start", NULL, start_search);
  gtk_widget_class_install_action (widget_class, "optimize.use-answer", NULL, use_answer);
  gtk_widget_class_install_action (widget_class, "optimize.use-selected", NULL, use_selected);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-optimize-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, notice);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, form);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, work_stack);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, plan_label);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, optimize_button);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, empty);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, results_box);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, answer_row);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, answer_button);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, answer_icon);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, selected_row);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, area);
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, table);
  gtk_widget_class_bind_template_callback (widget_class, stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
twin_optimize_page_init (TwinOptimizePage *self)
{
  self->selected = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}
