/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-scenario-page.h"

#include <glib/gi18n-lib.h>

#include "twin-chart-area.h"
#include "twin-dim.h"
#include "twin-export.h"
#include "twin-flow-layout.h"
#include "twin-live.h"
#include "twin-notice.h"
#include "twin-result-csv.h"
#include "twin-result-table.h"
#include "twin-run-results.h"
#include "twin-scenario-edits.h"
#include "twin-scenario-editor.h"
#include "twin-scenario-results.h"
#include "twin-scenario-row.h"
#include "twin-scenario-table.h"
#include "twin-status.h"

/* Pixels of a chart with one scenario, and of each more. */
#define CHART_HEIGHT 180
#define CHART_HEIGHT_EACH 34

struct _TwinScenarioPage
{
  TwinPage parent_instance;

  /* Template widgets */
  TwinNotice *notice;
  GtkListBox *list;
  TwinChartArea *service_area;
  TwinChartArea *cost_area;
  TwinChartArea *service_difference_area;
  TwinChartArea *cost_difference_area;
  GtkExpander *expander;
  TwinResultTable *table;

  /* Owned */
  TwinComparison *comparison; /* what is shown */
  TwinLive *live;

  TwinChartArea *areas[TWIN_N_SCENARIO_CHARTS]; /* those above */
  const TwinModelType *type; /* of what is shown */
  gsize n; /* replications wanted of each scenario */
};

G_DEFINE_FINAL_TYPE (TwinScenarioPage, twin_scenario_page, TWIN_TYPE_PAGE)

static const TwinProject *
get_project (TwinScenarioPage *self)
{
  return twin_document_get_project (twin_page_get_document (TWIN_PAGE (self)));
}

/* The list */

static void
on_strength_edited (TwinScenarioRow  *row,
                    double            strength,
                    TwinScenarioPage *self)
{
  twin_scenario_edits_set_strength (twin_page_get_document (TWIN_PAGE (self)),
                                    (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)),
                                    strength);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.finish-hint", "s", "scenarios");
}

/* The keyboard goes on at the row above. It must not stay in what is gone, as in the menu by which
 * a scenario was removed. */
static void
remove_row (TwinScenarioPage *self,
            GtkListBoxRow    *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkListBoxRow *above =
      gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) - 1);

  if (focus != NULL && above != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (above));
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Rows are kept while they can be: one of them may be just now under the pointer. */
static void
show_list (TwinScenarioPage *self)
{
  const TwinProject *project = get_project (self);
  const TwinParameters *base = twin_project_get_parameters (project);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) project->scenarios->len)) != NULL)
    remove_row (self, row);
  for (guint i = 0; i < project->scenarios->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (twin_scenario_row_new (i));
          g_signal_connect_object (row, "strength-edited", G_CALLBACK (on_strength_edited), self,
                                   0);
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      twin_scenario_row_set_scenario (TWIN_SCENARIO_ROW (row), project->scenarios->pdata[i], base);
    }
}

static void
apply_edited (TwinScenarioEditor *editor,
              gpointer            scenario,
              TwinScenarioPage   *self)
{
  const int number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (editor), "number"));

  twin_scenario_edits_put (twin_page_get_document (TWIN_PAGE (self)), number, scenario);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.finish-hint", "s", "scenarios");
}

static void
present_editor (TwinScenarioPage *self,
                int               number)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *editor = twin_scenario_editor_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                get_project (self), number);

  g_object_set_data (G_OBJECT (editor), "number", GINT_TO_POINTER (number));
  g_signal_connect_object (editor, "applied", G_CALLBACK (apply_edited), self, 0);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
add_scenario (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  present_editor (TWIN_SCENARIO_PAGE (widget), -1);
}

static void
edit_scenario (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  present_editor (TWIN_SCENARIO_PAGE (widget), (int) g_variant_get_uint32 (parameter));
}

static void
duplicate_scenario (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  twin_scenario_edits_duplicate (twin_page_get_document (TWIN_PAGE (widget)),
                                 g_variant_get_uint32 (parameter));
}

static void
remove_scenario (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  twin_scenario_edits_remove (twin_page_get_document (TWIN_PAGE (widget)),
                              g_variant_get_uint32 (parameter));
}

static void
reset_scenarios (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  twin_scenario_edits_reset (twin_page_get_document (TWIN_PAGE (widget)));
}

/* Results */

static void
set_dimmed (TwinPage *page,
            gboolean  dimmed)
{
  TwinScenarioPage *self = TWIN_SCENARIO_PAGE (page);

  for (guint i = 0; i < TWIN_N_SCENARIO_CHARTS; i++)
    twin_chart_area_set_dimmed (self->areas[i], dimmed);
  twin_dim (GTK_WIDGET (self->table), dimmed);
}

static void
show_table (TwinScenarioPage *self)
{
  if (self->comparison != NULL && gtk_expander_get_expanded (self->expander))
    twin_result_table_set_data (self->table, &twin_scenario_table, self->comparison);
}

static void
show_charts (TwinScenarioPage          *self,
             const TwinScenarioResults *results)
{
  const guint n = twin_comparison_get_n_scenarios (results->comparison);

  for (guint i = 0; i < TWIN_N_SCENARIO_CHARTS; i++)
    {
      GtkWidget *area = GTK_WIDGET (self->areas[i]);

      twin_chart_area_set_chart (self->areas[i], results->charts[i]);
      twin_chart_area_set_plain_height (self->areas[i],
                                        CHART_HEIGHT + CHART_HEIGHT_EACH * (int) n);
      gtk_widget_set_visible (gtk_widget_get_parent (area), results->charts[i] != NULL);
    }
}

static gpointer
show_results (TwinPage *page,
              gpointer  data)
{
  TwinScenarioPage *self = TWIN_SCENARIO_PAGE (page);
  g_autoptr (TwinScenarioResults) results = data;
  TwinComparison *comparison = results->comparison;
  TwinRun *run = twin_comparison_get_run (comparison, 0);
  g_autofree char *status = NULL;

  g_clear_pointer (&self->comparison, twin_comparison_unref);
  self->comparison = twin_comparison_ref (comparison);
  show_charts (self, results);
  show_table (self);
  status = twin_status_for_scenarios (twin_comparison_get_n_scenarios (comparison),
                                      twin_run_get_n (run), self->n, twin_run_get_seed (run),
                                      twin_comparison_get_seconds (comparison));
  twin_page_set_status (page, status);
  twin_page_set_can_export (page, TRUE);
  twin_notice_set_text (self->notice, NULL);
  twin_notice_set_remark (self->notice, results->remarks);

  if (twin_run_get_n (run) < self->n)
    return twin_scenario_request_new (get_project (self), twin_page_get_pool (page), self->n);
  return NULL;
}

static void
show_problem (TwinScenarioPage *self,
              const char       *problem)
{
  g_autofree char *text = NULL;

  if (self->comparison != NULL)
    /* Translators: %s says what is wrong with the new ones. */
    text = g_strdup_printf (_("Showing results for older parameters: %s"), problem);
  twin_notice_set_text (self->notice, text != NULL ? text : problem);
  set_dimmed (TWIN_PAGE (self), TRUE);
}

static void
show_failure (TwinPage     *page,
              const GError *error)
{
  show_problem (TWIN_SCENARIO_PAGE (page), error->message);
}

static const TwinLiveClass live_class = {
  .compute = twin_scenario_results_compute,
  .free_request = (GDestroyNotify) twin_scenario_request_free,
  .free_result = (GDestroyNotify) twin_scenario_results_free,
  .show = show_results,
  .fail = show_failure,
  .set_dimmed = set_dimmed,
};

/* What the page's class asks for */

/* Nothing of another type may stay. */
static void
set_type (TwinScenarioPage    *self,
          const TwinModelType *type)
{
  if (self->type == type)
    return;
  twin_live_stop (self->live);
  self->type = type;
  twin_notice_set_remark (self->notice, NULL);
  g_clear_pointer (&self->comparison, twin_comparison_unref);
  for (guint i = 0; i < TWIN_N_SCENARIO_CHARTS; i++)
    {
      twin_chart_area_set_chart (self->areas[i], NULL);
      twin_chart_area_reset_view (self->areas[i]);
    }
  twin_result_table_set_data (self->table, NULL, NULL);
  twin_page_set_status (TWIN_PAGE (self), NULL);
  twin_page_set_can_export (TWIN_PAGE (self), FALSE);
}

static void
twin_scenario_page_update (TwinPage *page)
{
  TwinScenarioPage *self = TWIN_SCENARIO_PAGE (page);
  const TwinProject *project = get_project (self);
  g_autofree char *problem = twin_page_dup_problem (page, "optimize.");
  g_autoptr (TwinModel) model = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  set_type (self, project->type);
  show_list (self);
  if (problem == NULL)
    model = twin_model_new (twin_project_get_parameters (project), &error);
  if (model == NULL)
    {
      twin_live_stop (self->live);
      show_problem (self, problem != NULL ? problem : error->message);
      return;
    }
  /* A first look at all scenarios has the time of one. */
  self->n = project->replications;
  n = twin_run_results_get_coarse_n (model, self->n * project->scenarios->len);
  n = MAX (n / project->scenarios->len, 2);
  twin_live_start (self->live, twin_scenario_request_new (project, twin_page_get_pool (page),
                                                          MIN (n, self->n)));
}

static void
twin_scenario_page_cancel (TwinPage *page)
{
  twin_live_stop (TWIN_SCENARIO_PAGE (page)->live);
}

static void
twin_scenario_page_export_csv (TwinPage *page)
{
  TwinScenarioPage *self = TWIN_SCENARIO_PAGE (page);

  if (self->comparison != NULL)
    twin_export_csv (GTK_WIDGET (self), _("Export Scenarios"), "scenarios.csv",
                     (TwinExportTableFunc) twin_comparison_write_csv,
                     twin_comparison_ref (self->comparison),
                     (GDestroyNotify) twin_comparison_unref);
}

static void
on_expanded (TwinScenarioPage *self)
{
  show_table (self);
}

static void
twin_scenario_page_dispose (GObject *object)
{
  TwinScenarioPage *self = TWIN_SCENARIO_PAGE (object);

  g_clear_pointer (&self->live, twin_live_free);
  g_clear_pointer (&self->comparison, twin_comparison_unref);

  G_OBJECT_CLASS (twin_scenario_page_parent_class)->dispose (object);
}

static void
twin_scenario_page_class_init (TwinScenarioPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TwinPageClass *page_class = TWIN_PAGE_CLASS (klass);

  object_class->dispose = twin_scenario_page_dispose;
  page_class->update = twin_scenario_page_update;
  page_class->cancel = twin_scenario_page_cancel;
  page_class->export_csv = twin_scenario_page_export_csv;

  g_type_ensure (TWIN_TYPE_CHART_AREA);
  g_type_ensure (TWIN_TYPE_FLOW_LAYOUT);
  g_type_ensure (TWIN_TYPE_NOTICE);
  g_type_ensure (TWIN_TYPE_RESULT_TABLE);
  gtk_widget_class_install_action (widget_class, "scenario.add", NULL, add_scenario);
  gtk_widget_class_install_action (widget_class, "scenario.edit", "u", edit_scenario);
  gtk_widget_class_install_action (widget_class, "scenario.duplicate", "u", duplicate_scenario);
  gtk_widget_class_install_action (widget_class, "scenario.remove", "u", remove_scenario);
  gtk_widget_class_install_action (widget_class, "scenario.reset", NULL, reset_scenarios);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-scenario-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioPage, notice);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioPage, list);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioPage, service_area);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioPage, cost_area);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioPage, service_difference_area);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioPage, cost_difference_area);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioPage, expander);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioPage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_expanded);
}

static void
twin_scenario_page_init (TwinScenarioPage *self)
{
  self->live = twin_live_new (TWIN_PAGE (self), &live_class);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->areas[TWIN_SCENARIO_SERVICE] = self->service_area;
  self->areas[TWIN_SCENARIO_COST] = self->cost_area;
  self->areas[TWIN_SCENARIO_SERVICE_DIFFERENCE] = self->service_difference_area;
  self->areas[TWIN_SCENARIO_COST_DIFFERENCE] = self->cost_difference_area;
}
