/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-search-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-figure.h"
#include "twin-number-text.h"
#include "twin-problems.h"
#include "twin-flow-layout.h"
#include "twin-search-field.h"
#include "twin-search-words.h"

#define MOST 1e9
#define TARGET_STEP 0.5 /* percent */
#define MOST_PER_LINE 3
/* Ranges that are always seen; more of them would push target, button and results out of sight. */
#define MOST_RANGES 2

#define KEY_MIN "min"
#define KEY_MAX "max"
#define KEY_STEP "step"
#define KEY_TARGET "target"
#define KEY_POLICIES "policies"
#define POLICIES_STEP 50

struct _TwinSearchForm
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkExpander *expander; /* for many ranges */
  GtkBox *range_box;     /* in it */
  GtkSizeGroup *columns; /* all are as wide, in both boxes */
  GtkWidget *end_widget;

  TwinDocument *document;    /* with a reference */
  const TwinModelType *type; /* what the fields were made for */
  TwinSearchField *target_field;
  GPtrArray *range_fields;   /* TwinSearchField, one a decision; they are the boxes' */
  guint n_fields;            /* of the first box */
};

G_DEFINE_FINAL_TYPE (TwinSearchForm, twin_search_form, ADW_TYPE_BIN)

enum
{
  PROP_END_WIDGET = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
on_target_edited (TwinSearchField *field,
                  const char     *key,
                  double          value,
                  TwinSearchForm *self)
{
  TwinProject *project = twin_project_copy (twin_document_get_project (self->document));
  g_autofree char *subject = g_strdup_printf ("optimize.%s", key);

  if (strcmp (key, KEY_POLICIES) == 0)
    project->search->budget = (gsize) value;
  else
    /* 99.9 % is 0.999, not 0.9990000000000001. */
    project->search->target = twin_number_text_clean (value / 100);
  twin_document_edit (self->document, project, subject);
}

static void
on_range_edited (TwinSearchField *field,
                 const char     *key,
                 double          value,
                 TwinSearchForm *self)
{
  TwinProject *project;
  g_autofree char *subject = NULL;
  guint number;

  if (!g_ptr_array_find (self->range_fields, field, &number))
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
append (TwinSearchForm *self,
        GtkBox         *box,
        GtkWidget      *field)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (box));

  /* The end widget, where there is one, is the first box's last child. */
  if (last != NULL && last == self->end_widget)
    last = gtk_widget_get_prev_sibling (last);
  gtk_box_insert_child_after (box, field, last);
  gtk_size_group_add_widget (self->columns, field);
  if (box == self->box)
    self->n_fields++;
}

/* A grid has as many policies as it has; other searches stop when they have looked at enough. */
static void
add_target_field (TwinSearchForm *self)
{
  const TwinMetric *service =
      &self->type->metrics[twin_model_type_get_metric (self->type, TWIN_METRIC_SERVICE)];
  const gboolean is_grid = twin_search_is_grid (self->type);
  /* Translators: %s is a metric: "Service level, %" */
  g_autofree char *caption = g_strdup_printf (_("%s, %%"), _(service->title));
  GtkWidget *field = is_grid ? twin_search_field_new (_(service->title), "%")
                             : twin_search_field_new (_("Target and effort"), NULL);

  twin_search_field_add_number (TWIN_SEARCH_FIELD (field), KEY_TARGET,
                                is_grid ? C_("target", "At least") : caption, 0, 100, TARGET_STEP);
  if (!is_grid)
    twin_search_field_add_number (TWIN_SEARCH_FIELD (field), KEY_POLICIES, _("Policies at most"), 1,
                                  TWIN_MAX_POLICIES, POLICIES_STEP);
  g_signal_connect_object (field, "edited", G_CALLBACK (on_target_edited), self, 0);
  append (self, self->box, field);
  self->target_field = TWIN_SEARCH_FIELD (field);
}

static void
add_range_field (TwinSearchForm *self,
                 guint           decision)
{
  const TwinParameter *parameter = twin_search_get_parameter (self->type, decision);
  const double step = parameter->step > 0 ? parameter->step : 1;
  g_autofree char *title = twin_figure_format_range_title (self->type, decision);
  GtkWidget *field = twin_search_field_new (title, parameter->unit != NULL ? _(parameter->unit)
                                                                           : NULL);

  twin_search_field_add_number (TWIN_SEARCH_FIELD (field), KEY_MIN, C_("range", "From"), -MOST,
                                MOST, step);
  twin_search_field_add_number (TWIN_SEARCH_FIELD (field), KEY_MAX, C_("range", "To"), -MOST, MOST,
                                step);
  twin_search_field_add_number (TWIN_SEARCH_FIELD (field), KEY_STEP, C_("range", "Step"), 0, MOST,
                                step);
  g_signal_connect_object (field, "edited", G_CALLBACK (on_range_edited), self, 0);
  append (self, self->type->n_decisions > MOST_RANGES ? self->range_box : self->box, field);
  g_ptr_array_add (self->range_fields, field);
}

static void
build_fields (TwinSearchForm    *self,
            const TwinProject *project)
{
  GtkWidget *child;

  if (self->type == project->type)
    return;
  self->type = project->type;
  g_ptr_array_set_size (self->range_fields, 0);
  for (; self->n_fields > 0; self->n_fields--)
    gtk_box_remove (self->box, gtk_widget_get_first_child (GTK_WIDGET (self->box)));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->range_box))) != NULL)
    gtk_box_remove (self->range_box, child);
  gtk_expander_set_expanded (self->expander, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->expander), self->type->n_decisions > MOST_RANGES);
  for (guint i = 0; i < self->type->n_decisions; i++)
    add_range_field (self, i);
  add_target_field (self);
  /* Empty columns would have their share of the width. */
  twin_flow_layout_set_most_per_line (
      TWIN_FLOW_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self->box))),
      MIN (MOST_PER_LINE, self->n_fields + 1));
}

static char *
describe (TwinSearchForm *self,
          const GError   *problem)
{
  char *text =
      twin_search_words_describe (twin_document_get_project (self->document)->search, problem);

  return text != NULL ? text : twin_problems_describe_alone (self->type, problem);
}

static void
show_range_problem (TwinSearchForm *self,
                    guint           number)
{
  static const char *const parts[] = { KEY_MIN, KEY_MAX, KEY_STEP };
  GPtrArray *problems = twin_document_get_problems (self->document);
  TwinSearchField *field = self->range_fields->pdata[number];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *key =
          g_strdup_printf ("optimize.%s.%s", self->type->decisions[number].key, parts[i]);
      const GError *problem = twin_problems_get (problems, key);

      if (problem != NULL)
        {
          g_autofree char *text = describe (self, problem);

          twin_search_field_set_problem (field, parts[i], text);
          gtk_expander_set_expanded (self->expander, TRUE);
          return;
        }
    }
  twin_search_field_set_problem (field, NULL, NULL);
}

static void
show_target_problem (TwinSearchForm *self)
{
  static const char *const parts[] = { KEY_TARGET, KEY_POLICIES };
  GPtrArray *problems = twin_document_get_problems (self->document);

  twin_search_field_set_problem (self->target_field, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *key = g_strdup_printf ("optimize.%s", parts[i]);
      const GError *problem = twin_problems_get (problems, key);
      g_autofree char *text = problem != NULL ? describe (self, problem) : NULL;

      if (text != NULL)
        twin_search_field_set_problem (self->target_field, parts[i], text);
    }
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
  build_fields (self, project);

  twin_search_field_set_number (self->target_field, KEY_TARGET,
                              twin_number_text_clean (project->search->target * 100));
  if (!twin_search_is_grid (self->type))
    twin_search_field_set_number (self->target_field, KEY_POLICIES, project->search->budget);
  show_target_problem (self);
  for (guint i = 0; i < self->range_fields->len; i++)
    {
      const TwinRange *range = &project->search->ranges[i];
      TwinSearchField *field = self->range_fields->pdata[i];

      twin_search_field_set_number (field, KEY_MIN, range->lower);
      twin_search_field_set_number (field, KEY_MAX, range->upper);
      twin_search_field_set_number (field, KEY_STEP, range->step);
      show_range_problem (self, i);
    }
}

static void
set_end_widget (TwinSearchForm *self,
                GtkWidget      *widget)
{
  g_return_if_fail (self->end_widget == NULL);

  self->end_widget = widget;
  if (widget == NULL)
    return;
  gtk_box_append (self->box, widget);
  gtk_size_group_add_widget (self->columns, widget);
}

static void
twin_search_form_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_END_WIDGET:
      g_value_set_object (value, TWIN_SEARCH_FORM (object)->end_widget);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_search_form_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_END_WIDGET:
      set_end_widget (TWIN_SEARCH_FORM (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_search_form_dispose (GObject *object)
{
  TwinSearchForm *self = TWIN_SEARCH_FORM (object);

  g_clear_object (&self->document);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (twin_search_form_parent_class)->dispose (object);
}

static void
twin_search_form_finalize (GObject *object)
{
  g_ptr_array_unref (TWIN_SEARCH_FORM (object)->range_fields);

  G_OBJECT_CLASS (twin_search_form_parent_class)->finalize (object);
}

static void
twin_search_form_class_init (TwinSearchFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = twin_search_form_get_property;
  object_class->set_property = twin_search_form_set_property;
  object_class->dispose = twin_search_form_dispose;
  object_class->finalize = twin_search_form_finalize;

  properties[PROP_END_WIDGET] =
      g_param_spec_object ("end-widget", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkBox *
new_box (const char *name)
{
  GtkBox *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                              "layout-manager", twin_flow_layout_new (MOST_PER_LINE, 0), NULL);

  gtk_widget_add_css_class (GTK_WIDGET (box), "fields");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static void
twin_search_form_init (TwinSearchForm *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->range_fields = g_ptr_array_new ();
  self->columns = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->box = new_box (_("Target and Ranges"));
  self->range_box = new_box (_("Ranges"));
  self->expander = GTK_EXPANDER (gtk_expander_new_with_mnemonic (_("_Ranges")));
  gtk_expander_set_child (self->expander, GTK_WIDGET (self->range_box));
  /* GTK 4.8 moves the focus to it also while it is folded away, and complains. */
  g_object_bind_property (self->expander, "expanded", self->range_box, "can-focus",
                          G_BINDING_SYNC_CREATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Ranges"), -1);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->expander));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "search-form");
  adw_bin_set_child (ADW_BIN (self), content);
}
