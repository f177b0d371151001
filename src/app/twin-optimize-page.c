/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-optimize-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-export.h"
#include "twin-figure.h"
#include "twin-job.h"
#include "twin-live.h"
#include "twin-notice.h"
#include "twin-optimize-results.h"
#include "twin-optimize-text.h"
#include "twin-policies-view.h"
#include "twin-result-csv.h"
#include "twin-search-form.h"
#include "twin-status.h"

#define MOST_IN_TOAST 4 /* numbers of a policy */

/* A search that takes no longer follows every change by itself; others wait for their button. */
#define LIVE_SECONDS 0.1
/* A search that follows and takes longer than a frame shows a first look, of about half a frame. */
#define FRAME_SECONDS 0.016
#define FIRST_LOOK_SECONDS 0.008

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
  TwinPoliciesView *view;

  /* Owned */
  TwinOptimizeResults *results; /* what is shown */
  TwinJob *job;                 /* the search that the button began */
  TwinLive *live;               /* searches that follow the parameters */
  const TwinModelType *type;    /* of the search and what is shown */

  gint64 started; /* monotonic time of the search's begin */
};

G_DEFINE_FINAL_TYPE (TwinOptimizePage, twin_optimize_page, TWIN_TYPE_PAGE)

static const TwinProject *
get_project (TwinOptimizePage *self)
{
  return twin_document_get_project (twin_page_get_document (TWIN_PAGE (self)));
}

/* Showing */

static void
show_results (TwinOptimizePage *self)
{
  const TwinOptimum *optimum = self->results->optimum;
  g_autofree char *status = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->empty), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->view), TRUE);
  twin_policies_view_set_results (self->view, self->results);
  twin_notice_set_remark (self->notice, self->results->remarks);
  status = twin_status_for_policies (twin_optimum_get_n_policies (optimum),
                                     twin_optimum_get_n (optimum),
                                     self->results->project->replications,
                                     twin_optimum_get_statement (optimum) != NULL,
                                     twin_optimum_get_seed (optimum),
                                     twin_optimum_get_seconds (optimum));
  twin_page_set_status (TWIN_PAGE (self), status);
  twin_page_set_can_export (TWIN_PAGE (self), TRUE);
}

static gboolean
do_results_fit (TwinOptimizePage *self)
{
  return self->results == NULL || twin_optimize_results_fit (self->results, get_project (self));
}

/* Results of other parameters stay, but say so. What is wrong with the search stands at its own
 * rows, and here only where it keeps new results from coming. */
static void
show_fit (TwinOptimizePage *self)
{
  const gboolean fits = do_results_fit (self);
  g_autofree char *problem = twin_page_dup_problem (TWIN_PAGE (self), fits ? "optimize." : NULL);
  g_autofree char *text = NULL;

  if (problem != NULL && self->results != NULL && !fits)
    text = g_strdup_printf (_("Showing results for older parameters: %s"), problem);
  else if (problem != NULL)
    text = g_strdup (problem);
  else if (!fits && (self->job != NULL || twin_live_is_running (self->live)))
    text = g_strdup (_("Showing results for older parameters, until the search is done."));
  else if (!fits)
    text = g_strdup (_("Showing results for older parameters. Optimize again for the new ones."));
  twin_notice_set_text (self->notice, text);
  twin_policies_view_set_current (self->view, fits);
}

static guint
get_n_threads (TwinOptimizePage *self)
{
  return twin_pool_get_n_threads (twin_page_get_pool (TWIN_PAGE (self)));
}

static double
estimate_seconds (TwinOptimizePage *self)
{
  const TwinProject *project = get_project (self);

  return twin_optimum_estimate_seconds (twin_project_get_parameters (project), project->search,
                                        project->replications,
                                        get_n_threads (self));
}

static void
show_plan (TwinOptimizePage *self,
           gboolean          valid,
           gboolean          live)
{
  const TwinProject *project = get_project (self);
  g_autofree char *plan = NULL;

  if (valid)
    plan = twin_optimize_text_plan (project->search, project->replications);
  gtk_label_set_label (self->plan_label, plan);
  gtk_widget_set_sensitive (self->optimize_button, valid);
  gtk_widget_set_visible (self->optimize_button, !live);
}

/* The search */

static void
stop_search (TwinOptimizePage *self)
{
  g_clear_pointer (&self->job, twin_job_cancel);
  twin_live_stop (self->live);
  gtk_stack_set_visible_child_name (self->work_stack, "ready");
  twin_page_set_busy (TWIN_PAGE (self), FALSE, -1);
  show_fit (self);
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
  show_results (self);
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
  take_results (self, result);
  show_fit (self);
}

static TwinOptimizeRequest *
new_request (TwinOptimizePage *self,
             gsize             n)
{
  return twin_optimize_request_new (get_project (self), twin_page_get_pool (TWIN_PAGE (self)), n);
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
  self->job = twin_job_start (twin_optimize_results_compute,
                              new_request (self, get_project (self)->replications),
                              (GDestroyNotify) twin_optimize_request_free,
                              (GDestroyNotify) twin_optimize_results_unref, on_progress,
                              on_search_done, self);
  show_fit (self);
}

/* Searches that follow the parameters */

/* After a first look the whole, unless the parameters have changed: theirs is on its way then, and
 * a strip that says so would come and go while a slider moves. */
static gpointer
on_live_done (TwinPage *page,
              gpointer  result)
{
  TwinOptimizePage *self = TWIN_OPTIMIZE_PAGE (page);

  take_results (self, result);
  if (!do_results_fit (self))
    return NULL;
  show_fit (self);
  if (!twin_optimize_results_is_first_look (self->results))
    return NULL;
  return new_request (self, get_project (self)->replications);
}

static void
on_live_failed (TwinPage     *page,
                const GError *error)
{
  twin_notice_set_text (TWIN_OPTIMIZE_PAGE (page)->notice, error->message);
}

static void
set_dimmed (TwinPage *page,
            gboolean  dimmed)
{
  twin_policies_view_set_current (TWIN_OPTIMIZE_PAGE (page)->view, !dimmed);
}

static const TwinLiveClass live_class = {
  .compute = twin_optimize_results_compute,
  .free_request = (GDestroyNotify) twin_optimize_request_free,
  .free_result = (GDestroyNotify) twin_optimize_results_unref,
  .show = on_live_done,
  .fail = on_live_failed,
  .set_dimmed = set_dimmed,
};

/* @seconds: what the whole is estimated to take. */
static gsize
choose_first_look (TwinOptimizePage *self,
                   double            seconds)
{
  const TwinProject *project = get_project (self);

  if (seconds <= FRAME_SECONDS)
    return project->replications;
  return twin_optimum_get_first_look (twin_project_get_parameters (project), project->search,
                                      project->replications, get_n_threads (self),
                                      FIRST_LOOK_SECONDS);
}

/* The page that is no longer right says so only if that lasts; see twin-live.h. */
static void
follow (TwinOptimizePage *self,
        double            seconds)
{
  if (self->results == NULL || !do_results_fit (self))
    {
      twin_live_start (self->live, new_request (self, choose_first_look (self, seconds)));
      return;
    }
  /* What is shown fits. A first look of it still wants the whole. */
  if (twin_optimize_results_is_first_look (self->results))
    twin_live_start (self->live, new_request (self, get_project (self)->replications));
  else
    twin_live_stop (self->live);
  show_fit (self);
}

/* Puts a policy's decisions into the project, as one step of undo. */
static void
on_use (TwinOptimizePage *self,
        guint64           number)
{
  const TwinOptimum *optimum = self->results->optimum;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  /* The press of the button may have ended the edit of a field. */
  if (!do_results_fit (self))
    return;

  name = twin_figure_format_policy_short (optimum, twin_optimum_get_policy (optimum, number));
  /* Those of many stores have no room in a toast. */
  if (twin_optimum_get_n_decisions (optimum) > MOST_IN_TOAST)
    message = g_strdup (_("All numbers of the policy are set"));
  else
    /* Translators: %s is a policy: "s = 88, S = 174". */
    message = g_strdup_printf (_("The policy is now %s"), name);

  twin_page_edit (TWIN_PAGE (self),
                  twin_optimize_results_use (self->results, number, get_project (self)), message);
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
  twin_policies_view_set_results (self->view, NULL);
  twin_notice_set_remark (self->notice, NULL);
  g_clear_pointer (&self->results, twin_optimize_results_unref);
  adw_status_page_set_description (self->empty, twin_optimize_text_introduction (type));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->view), FALSE);
  twin_page_set_status (TWIN_PAGE (self), NULL);
  twin_page_set_can_export (TWIN_PAGE (self), FALSE);
}

static void
twin_optimize_page_update (TwinPage *page)
{
  TwinOptimizePage *self = TWIN_OPTIMIZE_PAGE (page);
  TwinDocument *document = twin_page_get_document (page);
  const gboolean valid = twin_document_get_problems (document)->len == 0;
  double seconds;
  gboolean live;

  set_type (self, get_project (self)->type);
  twin_search_form_update (self->form, document);
  /* With every move of a slider: it makes a model, so once. */
  seconds = valid && self->job == NULL ? estimate_seconds (self) : INFINITY;
  live = seconds < LIVE_SECONDS;
  show_plan (self, valid, live);
  if (live)
    {
      twin_notice_set_text (self->notice, NULL);
      follow (self, seconds);
      return;
    }
  if (twin_live_is_running (self->live))
    twin_live_stop (self->live);
  show_fit (self);
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
                     twin_optimum_ref (self->results->optimum),
                     (GDestroyNotify) twin_optimum_unref);
}

static char *
twin_optimize_page_summarize (TwinPage *page)
{
  return g_strdup (twin_policies_view_get_answer (TWIN_OPTIMIZE_PAGE (page)->view));
}

static void
twin_optimize_page_dispose (GObject *object)
{
  TwinOptimizePage *self = TWIN_OPTIMIZE_PAGE (object);

  g_clear_pointer (&self->job, twin_job_cancel);
  g_clear_pointer (&self->live, twin_live_free);
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
  page_class->summarize = twin_optimize_page_summarize;

  g_type_ensure (TWIN_TYPE_NOTICE);
  g_type_ensure (TWIN_TYPE_POLICIES_VIEW);
  g_type_ensure (TWIN_TYPE_SEARCH_FORM);
  gtk_widget_class_install_action (widget_class, "optimize.start", NULL, start_search);
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
  gtk_widget_class_bind_template_child (widget_class, TwinOptimizePage, view);
  gtk_widget_class_bind_template_callback (widget_class, stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
}

static void
twin_optimize_page_init (TwinOptimizePage *self)
{
  self->live = twin_live_new (TWIN_PAGE (self), &live_class);
  gtk_widget_init_template (GTK_WIDGET (self));
}
