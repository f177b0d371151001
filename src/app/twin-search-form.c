/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-search-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-figure.h"
#include "twin-number-text.h"
#include "twin-problems.h"
#include "twin-search-row.h"

#define MOST 1e9
#define TARGET_STEP 0.5 /* percent */

#define KEY_MIN "min"
#define KEY_MAX "max"
#define KEY_STEP "step"
#define KEY_TARGET "target"

struct _TwinSearchForm
{
  AdwBin parent_instance;

  GtkListBox *list;

  TwinDocument *document;    /* with a reference */
  const TwinModelType *type; /* what the rows were made for */
  TwinSearchRow *target_row;
  GPtrArray *range_rows;     /* TwinSearchRow, one a decision; they are the list's */
};

G_DEFINE_FINAL_TYPE (TwinSearchForm, twin_search_form, ADW_TYPE_BIN)

static void
on_target_edited (TwinSearchRow  *row,
                  const char     *key,
                  double          percent,
                  TwinSearchForm *self)
{
  TwinProject *project = twin_project_copy (twin_document_get_project (self->document));

  /* 99.9 % is 0.999, not 0.9990000000000001. */
  project->search->target = twin_number_text_clean (percent / 100);
  twin_document_edit (self->document, project, "optimize.target");
}

static void
on_range_edited (TwinSearchRow  *row,
                 const char     *key,
                 double          value,
                 TwinSearchForm *self)
{
  TwinProject *project;
  g_autofree char *subject = NULL;
  guint number;

  if (!g_ptr_array_find (self->range_rows, row, &number))
    return;
  project = twin_project_copy (twin_document_get_project (self->document));
  if (strcmp (key, KEY_MIN) == 0)
    project->search->ranges[number].lower = value;
  else if (strcmp (key, KEY_MAX) == 0)
    project->search->ranges[number].upper = value;
  else
    project->search->ranges[number].step = value;
  subject = g_strdup_printf ("optimize.%s.%s", self->type->decisions[number].key, key);
  twin_document_edit (self->document, project, subject);
}

static void
add_target_row (TwinSearchForm *self)
{
  const TwinMetric *service =
      &self->type->metrics[twin_model_type_get_metric (self->type, TWIN_METRIC_SERVICE)];
  GtkWidget *row = twin_search_row_new (_(service->title), "%");

  twin_search_row_add_number (TWIN_SEARCH_ROW (row), KEY_TARGET, _("At least"), 0, 100,
                              TARGET_STEP);
  g_signal_connect_object (row, "edited", G_CALLBACK (on_target_edited), self, 0);
  gtk_list_box_append (self->list, row);
  self->target_row = TWIN_SEARCH_ROW (row);
}

static void
add_range_row (TwinSearchForm       *self,
               const TwinParameters *parameters,
               const TwinDecision   *decision)
{
  const TwinParameter *parameter = twin_parameters_find (parameters, decision->key, NULL);
  const double step = parameter != NULL && parameter->step > 0 ? parameter->step : 1;
  const char *unit = parameter != NULL && parameter->unit != NULL ? _(parameter->unit) : NULL;
  GtkWidget *row;

  row = twin_search_row_new (parameter != NULL ? _(parameter->title) : decision->key, unit);
  twin_search_row_add_number (TWIN_SEARCH_ROW (row), KEY_MIN, _("From"), -MOST, MOST, step);
  twin_search_row_add_number (TWIN_SEARCH_ROW (row), KEY_MAX, _("To"), -MOST, MOST, step);
  twin_search_row_add_number (TWIN_SEARCH_ROW (row), KEY_STEP, _("Step"), 0, MOST, step);
  g_signal_connect_object (row, "edited", G_CALLBACK (on_range_edited), self, 0);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->range_rows, row);
}

static void
build_rows (TwinSearchForm    *self,
            const TwinProject *project)
{
  GtkListBoxRow *row;

  if (self->type == project->type)
    return;
  self->type = project->type;
  g_ptr_array_set_size (self->range_rows, 0);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  add_target_row (self);
  for (guint i = 0; i < self->type->n_decisions; i++)
    add_range_row (self, twin_project_get_parameters (project), &self->type->decisions[i]);
}

static void
show_range_problem (TwinSearchForm *self,
                    guint           number)
{
  static const char *const parts[] = { KEY_MIN, KEY_MAX, KEY_STEP };
  GPtrArray *problems = twin_document_get_problems (self->document);
  TwinSearchRow *row = self->range_rows->pdata[number];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *key =
          g_strdup_printf ("optimize.%s.%s", self->type->decisions[number].key, parts[i]);
      const GError *problem = twin_problems_get (problems, key);

      if (problem != NULL)
        {
          twin_search_row_set_problem (row, parts[i], problem->message);
          return;
        }
    }
  twin_search_row_set_problem (row, NULL, NULL);
}

static void
show_target_problem (TwinSearchForm *self)
{
  const GError *problem = twin_problems_get (twin_document_get_problems (self->document),
                                             "optimize.target");
  g_autofree char *lower = twin_number_format (self->type->target_lower, TWIN_NUMBER_SHARE);
  g_autofree char *upper = twin_number_format (self->type->target_upper, TWIN_NUMBER_SHARE);
  /* Translators: the least and the largest target that can be asked for, in percent. */
  g_autofree char *allowed = g_strdup_printf (_("Must be from %s to %s"), lower, upper);

  twin_search_row_set_problem (self->target_row, KEY_TARGET, problem != NULL ? allowed : NULL);
}

void
twin_search_form_update (TwinSearchForm *self,
                         TwinDocument   *document)
{
  const TwinProject *project;

  g_return_if_fail (TWIN_IS_SEARCH_FORM (self));
  g_return_if_fail (TWIN_IS_DOCUMENT (document));

  g_set_object (&self->document, document);
  project = twin_document_get_project (document);
  build_rows (self, project);

  twin_search_row_set_number (self->target_row, KEY_TARGET,
                              twin_number_text_clean (project->search->target * 100));
  show_target_problem (self);
  for (guint i = 0; i < self->range_rows->len; i++)
    {
      const TwinRange *range = &project->search->ranges[i];
      TwinSearchRow *row = self->range_rows->pdata[i];

      twin_search_row_set_number (row, KEY_MIN, range->lower);
      twin_search_row_set_number (row, KEY_MAX, range->upper);
      twin_search_row_set_number (row, KEY_STEP, range->step);
      show_range_problem (self, i);
    }
}

static void
twin_search_form_dispose (GObject *object)
{
  TwinSearchForm *self = TWIN_SEARCH_FORM (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (twin_search_form_parent_class)->dispose (object);
}

static void
twin_search_form_finalize (GObject *object)
{
  g_ptr_array_unref (TWIN_SEARCH_FORM (object)->range_rows);

  G_OBJECT_CLASS (twin_search_form_parent_class)->finalize (object);
}

static void
twin_search_form_class_init (TwinSearchFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twin_search_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = twin_search_form_finalize;
}

static void
twin_search_form_init (TwinSearchForm *self)
{
  self->range_rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Target and Ranges"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}
