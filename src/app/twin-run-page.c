/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-run-page.h"

#include <glib/gi18n-lib.h>

#include "twin-chart-area.h"
#include "twin-dim.h"
#include "twin-export.h"
#include "twin-figure.h"
#include "twin-flow-layout.h"
#include "twin-live.h"
#include "twin-metric-cards.h"
#include "twin-metric-chooser.h"
#include "twin-node-table.h"
#include "twin-notice.h"
#include "twin-replications-view.h"
#include "twin-result-csv.h"
#include "twin-result-table.h"
#include "twin-run-results.h"
#include "twin-status.h"
#include "twin-trace-card.h"

struct _TwinRunPage
{
  TwinPage parent_instance;

  /* Template widgets */
  TwinNotice *notice;
  TwinMetricCards *cards;
  TwinTraceCard *trace_card;
  GtkWidget *nodes_card;
  TwinResultTable *nodes_table;
  TwinChartArea *distribution_area;
  TwinMetricChooser *metric_chooser;
  TwinChartArea *cost_area;
  TwinReplicationsView *replications;

  /* Owned */
  TwinModel *model; /* what the project's parameters give now; NULL while they are wrong */
  TwinRun *run;     /* what is shown */
  TwinBand *band;
  TwinTrace *trace;

  TwinLive *live;      /* runs */
  TwinJob *detail_job; /* another picture of the run that is shown */

  const TwinModelType *type; /* of all that is shown */
  uint64_t seed;
  gsize n; /* replications wanted */
};

G_DEFINE_FINAL_TYPE (TwinRunPage, twin_run_page, TWIN_TYPE_PAGE)

/* Nothing of another type may stay. */
static void
set_type (TwinRunPage         *self,
          const TwinModelType *type)
{
  if (self->type == type)
    return;
  twin_live_stop (self->live);
  g_clear_pointer (&self->run, twin_run_unref);
  g_clear_pointer (&self->band, twin_band_unref);
  g_clear_pointer (&self->trace, twin_trace_unref);
  self->type = type;
  twin_notice_set_remark (self->notice, NULL);
  twin_metric_cards_set_type (self->cards, type);
  twin_trace_card_clear (self->trace_card);
  gtk_widget_set_visible (self->nodes_card, FALSE);
  twin_result_table_set_data (self->nodes_table, NULL, NULL);
  twin_chart_area_set_chart (self->distribution_area, NULL);
  twin_chart_area_reset_view (self->distribution_area);
  twin_chart_area_set_chart (self->cost_area, NULL);
  twin_chart_area_reset_view (self->cost_area);
  twin_replications_view_set_run (self->replications, NULL);
  twin_page_set_status (TWIN_PAGE (self), NULL);
  twin_page_set_can_export (TWIN_PAGE (self), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.save-trace", FALSE);
}

/* Showing */

static void
set_dimmed (TwinPage *page,
            gboolean  dimmed)
{
  TwinRunPage *self = TWIN_RUN_PAGE (page);

  twin_dim (GTK_WIDGET (self->cards), dimmed);
  twin_replications_view_set_dimmed (self->replications, dimmed);
  twin_dim (GTK_WIDGET (self->nodes_table), dimmed);
  twin_trace_card_set_dimmed (self->trace_card, dimmed);
  twin_chart_area_set_dimmed (self->distribution_area, dimmed);
  twin_chart_area_set_dimmed (self->cost_area, dimmed);
}

static void
show_trace (TwinRunPage          *self,
            const TwinRunResults *results)
{
  g_clear_pointer (&self->band, twin_band_unref);
  g_clear_pointer (&self->trace, twin_trace_unref);
  if (results->band != NULL)
    self->band = twin_band_ref (results->band);
  self->trace = twin_trace_ref (results->trace);

  twin_trace_card_set_trace (self->trace_card, results->trace_chart, results->trace);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.save-trace",
                                 twin_trace_is_complete (self->trace));
}

static void
show_nodes (TwinRunPage *self)
{
  g_autoptr (TwinNodeResults) nodes = twin_node_results_new (self->run);

  gtk_widget_set_visible (self->nodes_card,
                          twin_model_get_n_nodes (twin_run_get_model (self->run)) > 0);
  twin_result_table_set_data (self->nodes_table, &twin_node_table, nodes);
}

static void
show_run (TwinRunPage          *self,
          const TwinRunResults *results)
{
  g_autofree char *status = twin_status_for_run (results->run, self->n);

  g_clear_pointer (&self->run, twin_run_unref);
  self->run = twin_run_ref (results->run);

  twin_metric_cards_set_run (self->cards, self->run);
  show_trace (self, results);
  show_nodes (self);
  twin_chart_area_set_chart (self->distribution_area, results->distribution);
  twin_chart_area_set_chart (self->cost_area, results->cost_split);
  twin_replications_view_set_run (self->replications, self->run);
  twin_page_set_status (TWIN_PAGE (self), status);
  twin_notice_set_text (self->notice, NULL);
  twin_notice_set_remark (self->notice, results->remarks);
  twin_page_set_can_export (TWIN_PAGE (self), TRUE);
}

/* What is shown does not belong to the parameters: says why, and keeps it. */
static void
show_problem (TwinRunPage *self,
              const char  *problem)
{
  g_autofree char *text = NULL;

  if (self->run != NULL)
    /* Translators: %s says what is wrong with the new ones. */
    text = g_strdup_printf (_("Showing results for older parameters: %s"), problem);
  twin_notice_set_text (self->notice, text != NULL ? text : problem);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.save-trace", FALSE);
  set_dimmed (TWIN_PAGE (self), TRUE);
}

/* Work */

static TwinRunRequest *
new_request (TwinRunPage *self,
             gsize        n,
             gboolean     coarse)
{
  TwinRunRequest *request =
      twin_run_request_new (self->model, twin_page_get_pool (TWIN_PAGE (self)), self->seed, n);

  request->replication = twin_trace_card_get_replication (self->trace_card);
  request->panel = twin_trace_card_get_panel (self->trace_card);
  request->metric = twin_metric_chooser_get_metric (self->metric_chooser);
  request->n_total = self->n;
  request->coarse = coarse;
  return request;
}

static void
start_run (TwinRunPage *self)
{
  g_clear_pointer (&self->detail_job, twin_job_cancel);
  twin_live_start (self->live,
                   new_request (self, twin_run_results_get_coarse_n (self->model, self->n), TRUE));
}

/* After a first look the whole: more replications, or where it had all of them the band alone, of
 * more traces. */
static gpointer
on_run_done (TwinPage *page,
             gpointer  result)
{
  TwinRunPage *self = TWIN_RUN_PAGE (page);
  g_autoptr (TwinRunResults) results = result;
  TwinRunRequest *next;

  if (results->run == self->run)
    show_trace (self, results);
  else
    show_run (self, results);
  if (!results->coarse)
    return NULL;
  next = new_request (self, self->n, FALSE);
  if (twin_run_get_n (results->run) == self->n)
    {
      twin_run_request_reuse (next, results->run, NULL);
      next->parts = TWIN_RUN_PART_TRACE;
    }
  return next;
}

static void
on_run_failed (TwinPage     *page,
               const GError *error)
{
  show_problem (TWIN_RUN_PAGE (page), error->message);
}

static const TwinLiveClass live_class = {
  .compute = twin_run_results_compute,
  .free_request = (GDestroyNotify) twin_run_request_free,
  .free_result = (GDestroyNotify) twin_run_results_free,
  .show = on_run_done,
  .fail = on_run_failed,
  .set_dimmed = set_dimmed,
};

static void
on_detail_done (gpointer      result,
                const GError *error,
                gpointer      user_data)
{
  TwinRunPage *self = user_data;
  g_autoptr (TwinRunResults) results = result;

  self->detail_job = NULL;
  if (results == NULL)
    return;
  if (results->trace_chart != NULL)
    show_trace (self, results);
  if (results->distribution != NULL)
    twin_chart_area_set_chart (self->distribution_area, results->distribution);
}

/* Another replication or metric is looked at: a new picture of the run that is there. */
static void
start_detail (TwinRunPage *self,
              TwinRunPart  part)
{
  TwinRunRequest *request;

  if (twin_live_is_running (self->live))
    {
      start_run (self);
      return;
    }
  if (self->run == NULL)
    return;
  g_clear_pointer (&self->detail_job, twin_job_cancel);
  request = twin_run_request_new (twin_run_get_model (self->run),
                                  twin_page_get_pool (TWIN_PAGE (self)),
                                  twin_run_get_seed (self->run), twin_run_get_n (self->run));
  request->replication = twin_trace_card_get_replication (self->trace_card);
  request->panel = twin_trace_card_get_panel (self->trace_card);
  request->metric = twin_metric_chooser_get_metric (self->metric_chooser);
  request->n_total = self->n;
  request->parts = part;
  twin_run_request_reuse (request, self->run, self->band);
  self->detail_job = twin_job_start (twin_run_results_compute, request,
                                     (GDestroyNotify) twin_run_request_free,
                                     (GDestroyNotify) twin_run_results_free,
                                     NULL, on_detail_done, self);
}

/* What the page's class asks for */

static void
twin_run_page_update (TwinPage *page)
{
  TwinRunPage *self = TWIN_RUN_PAGE (page);
  const TwinProject *project = twin_document_get_project (twin_page_get_document (page));
  g_autofree char *problem = twin_page_dup_problem (page, "optimize.");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->detail_job, twin_job_cancel);
  set_type (self, project->type);
  g_clear_pointer (&self->model, twin_model_unref);
  if (problem == NULL)
    self->model = twin_model_new (twin_project_get_parameters (project), &error);
  if (self->model == NULL)
    {
      twin_live_stop (self->live);
      show_problem (self, problem != NULL ? problem : error->message);
      return;
    }
  self->seed = project->seed;
  self->n = project->replications;
  twin_trace_card_set_n (self->trace_card, self->n);
  twin_metric_chooser_set_model (self->metric_chooser, self->model);
  start_run (self);
}

static void
twin_run_page_cancel (TwinPage *page)
{
  twin_live_stop (TWIN_RUN_PAGE (page)->live);
}

static void
twin_run_page_export_csv (TwinPage *page)
{
  TwinRunPage *self = TWIN_RUN_PAGE (page);

  if (self->run != NULL)
    twin_export_csv (GTK_WIDGET (self), _("Export Replications"), "replications.csv",
                     (TwinExportTableFunc) twin_run_write_csv, twin_run_ref (self->run),
                     (GDestroyNotify) twin_run_unref);
}

static char *
twin_run_page_dup_metric (TwinPage *page)
{
  return g_strdup (twin_metric_chooser_get_name (TWIN_RUN_PAGE (page)->metric_chooser));
}

static void
twin_run_page_set_metric (TwinPage   *page,
                          const char *name)
{
  twin_metric_chooser_set_name (TWIN_RUN_PAGE (page)->metric_chooser, name);
}

static char *
twin_run_page_summarize (TwinPage *page)
{
  return twin_metric_cards_dup_summary (TWIN_RUN_PAGE (page)->cards);
}

static void
save_trace (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TwinRunPage *self = TWIN_RUN_PAGE (widget);

  if (self->trace != NULL)
    twin_export_csv (widget, _("Export Trace"), "trace.csv",
                     (TwinExportTableFunc) twin_trace_write_csv, twin_trace_ref (self->trace),
                     (GDestroyNotify) twin_trace_unref);
}

/* Handlers of the template */

static void
on_trace_view_changed (TwinRunPage *self)
{
  start_detail (self, TWIN_RUN_PART_TRACE);
}

static void
on_row_activated (TwinRunPage *self,
                  guint        row)
{
  twin_trace_card_set_replication (self->trace_card, row);
}

static void
on_metric_chosen (TwinRunPage *self)
{
  twin_chart_area_reset_view (self->distribution_area);
  start_detail (self, TWIN_RUN_PART_DISTRIBUTION);
}

static void
twin_run_page_dispose (GObject *object)
{
  TwinRunPage *self = TWIN_RUN_PAGE (object);

  g_clear_pointer (&self->live, twin_live_free);
  g_clear_pointer (&self->detail_job, twin_job_cancel);
  g_clear_pointer (&self->model, twin_model_unref);
  g_clear_pointer (&self->run, twin_run_unref);
  g_clear_pointer (&self->band, twin_band_unref);
  g_clear_pointer (&self->trace, twin_trace_unref);

  G_OBJECT_CLASS (twin_run_page_parent_class)->dispose (object);
}

static void
twin_run_page_class_init (TwinRunPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TwinPageClass *page_class = TWIN_PAGE_CLASS (klass);

  object_class->dispose = twin_run_page_dispose;
  page_class->update = twin_run_page_update;
  page_class->cancel = twin_run_page_cancel;
  page_class->dup_metric = twin_run_page_dup_metric;
  page_class->set_metric = twin_run_page_set_metric;
  page_class->export_csv = twin_run_page_export_csv;
  page_class->summarize = twin_run_page_summarize;

  g_type_ensure (TWIN_TYPE_CHART_AREA);
  g_type_ensure (TWIN_TYPE_FLOW_LAYOUT);
  g_type_ensure (TWIN_TYPE_METRIC_CARDS);
  g_type_ensure (TWIN_TYPE_METRIC_CHOOSER);
  g_type_ensure (TWIN_TYPE_NOTICE);
  g_type_ensure (TWIN_TYPE_REPLICATIONS_VIEW);
  g_type_ensure (TWIN_TYPE_RESULT_TABLE);
  g_type_ensure (TWIN_TYPE_TRACE_CARD);
  gtk_widget_class_install_action (widget_class, "run.save-trace", NULL, save_trace);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinRunPage, notice);
  gtk_widget_class_bind_template_child (widget_class, TwinRunPage, cards);
  gtk_widget_class_bind_template_child (widget_class, TwinRunPage, trace_card);
  gtk_widget_class_bind_template_child (widget_class, TwinRunPage, nodes_card);
  gtk_widget_class_bind_template_child (widget_class, TwinRunPage, nodes_table);
  gtk_widget_class_bind_template_child (widget_class, TwinRunPage, distribution_area);
  gtk_widget_class_bind_template_child (widget_class, TwinRunPage, metric_chooser);
  gtk_widget_class_bind_template_child (widget_class, TwinRunPage, cost_area);
  gtk_widget_class_bind_template_child (widget_class, TwinRunPage, replications);
  gtk_widget_class_bind_template_callback (widget_class, on_trace_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_metric_chosen);
}

static void
twin_run_page_init (TwinRunPage *self)
{
  self->live = twin_live_new (TWIN_PAGE (self), &live_class);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.save-trace", FALSE);
}
