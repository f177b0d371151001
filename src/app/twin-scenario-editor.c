/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-scenario-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-change-row.h"
#include "twin-item-keys.h"
#include "twin-problems.h"
#include "twin-scenario-text.h"
#include "twin-text-size.h"

struct _TwinScenarioEditor
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *apply_button;
  AdwEntryRow *title_row;
  AdwEntryRow *name_row;
  GtkListBox *changes;
  GtkWidget *no_changes;
  GtkWidget *add_button;
  GtkLabel *problem_label;

  /* Owned */
  TwinProject *project;
  TwinChangeKeys *keys;

  int number;           /* of the scenario, -1: a new one */
  gboolean name_typed;  /* else it follows the title */
  gboolean touched;     /* before, nobody is told that the title is missing */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (TwinScenarioEditor, twin_scenario_editor, ADW_TYPE_WINDOW)

enum
{
  APPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The scenario as the dialog has it. (transfer full) */
static TwinScenario *
dup_scenario (TwinScenarioEditor *self)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  TwinScenario *scenario = twin_scenario_new (g_strstrip (name), g_strstrip (title));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->changes)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (TWIN_IS_CHANGE_ROW (row))
      twin_change_row_add_to (TWIN_CHANGE_ROW (row), scenario);
  return scenario;
}

static gboolean
is_name_taken (TwinScenarioEditor *self,
               const char         *name)
{
  for (guint i = 0; i < self->project->scenarios->len; i++)
    {
      const TwinScenario *other = self->project->scenarios->pdata[i];

      if ((int) i != self->number && strcmp (other->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
find_repeated_key (const TwinScenario *scenario)
{
  for (guint i = 0; i < scenario->changes->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const char *key = g_array_index (scenario->changes, TwinChange, i).key;

        if (strcmp (key, g_array_index (scenario->changes, TwinChange, j).key) == 0)
          return key;
      }
  return NULL;
}

/* What the scenario makes of the parameters: the first thing wrong, that was not so before. */
static char *
describe_parameters_problem (TwinScenarioEditor *self,
                             const TwinScenario *scenario)
{
  const TwinParameters *base = twin_project_get_parameters (self->project);
  g_autoptr (GPtrArray) before = twin_parameters_check (base);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinParameters) changed = twin_scenario_apply (scenario, base, &error);
  g_autoptr (GPtrArray) problems = NULL;

  if (changed == NULL)
    return twin_problems_describe_alone (self->project->type, error);
  problems = twin_parameters_check (changed);
  if (problems->len == 0 || before->len > 0)
    return NULL;
  return twin_problems_describe_titled (problems, changed, NULL, problems->pdata[0]);
}

/* What keeps the scenario from being applied; NULL: nothing. */
static char *
describe_problem (TwinScenarioEditor *self,
                  const TwinScenario *scenario)
{
  const char *repeated = find_repeated_key (scenario);

  if (*scenario->title == '\0')
    return g_strdup (_("Give the scenario a title."));
  if (*scenario->name == '\0')
    return g_strdup (_("Give the scenario a name for files and the command line."));
  if (is_name_taken (self, scenario->name))
    return g_strdup_printf (_("There is a scenario named “%s” already."), scenario->name);
  if (repeated != NULL)
    {
      g_autofree char *title =
          twin_scenario_text_title (twin_project_get_parameters (self->project), repeated);

      return g_strdup_printf (_("%s is changed twice. Remove one of the two."), title);
    }
  return describe_parameters_problem (self, scenario);
}

static void
update_problem (TwinScenarioEditor *self)
{
  TwinScenario *scenario;
  g_autofree char *problem = NULL;

  if (self->loading || self->project == NULL)
    return;
  scenario = dup_scenario (self);
  problem = describe_problem (self, scenario);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), problem == NULL);
  gtk_label_set_label (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL && self->touched);
  gtk_widget_set_visible (self->no_changes, scenario->changes->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), scenario->changes->len > 0);
  gtk_widget_set_sensitive (self->add_button,
                            twin_change_keys_find_free (self->keys, scenario) != NULL);
  twin_scenario_free (scenario);
}

static void
on_change_removed (TwinChangeRow      *row,
                   TwinScenarioEditor *self)
{
  gtk_list_box_remove (self->changes, GTK_WIDGET (row));
  update_problem (self);
}

static void
add_row (TwinScenarioEditor *self,
         const TwinChange   *change)
{
  GtkWidget *row = twin_change_row_new (self->keys, change);

  g_signal_connect_object (row, "changed", G_CALLBACK (update_problem), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_change_removed), self, 0);
  gtk_list_box_append (self->changes, row);
}

static void
on_add_clicked (TwinScenarioEditor *self)
{
  TwinScenario *scenario = dup_scenario (self);
  const char *key = twin_change_keys_find_free (self->keys, scenario);

  if (key != NULL)
    {
      const TwinParameter *parameter = twin_scenario_text_find (self->project->type, key);
      const gboolean number = parameter != NULL
                              && (parameter->type == TWIN_PARAMETER_REAL
                                  || parameter->type == TWIN_PARAMETER_WHOLE);

      add_row (self, &(TwinChange){ .key = (char *) key,
                                    .operation = number ? TWIN_CHANGE_MULTIPLY : TWIN_CHANGE_SET,
                                    .value = number ? 1 : 0 });
    }
  twin_scenario_free (scenario);
  update_problem (self);
}

static char *
make_free_name (TwinScenarioEditor *self,
                const char         *title)
{
  g_autofree char *name = twin_scenario_text_make_name (title);
  char *numbered = g_strdup (name);

  for (guint i = 2; *name != '\0' && is_name_taken (self, numbered); i++)
    {
      g_free (numbered);
      numbered = g_strdup_printf ("%s_%u", name, i);
    }
  return numbered;
}

static void
on_title_changed (TwinScenarioEditor *self)
{
  self->touched |= !self->loading;
  if (!self->loading && !self->name_typed)
    {
      g_autofree char *name =
          make_free_name (self, gtk_editable_get_text (GTK_EDITABLE (self->title_row)));

      self->loading = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
      self->loading = FALSE;
    }
  update_problem (self);
}

static void
on_name_changed (TwinScenarioEditor *self)
{
  if (!self->loading)
    self->name_typed = self->touched = TRUE;
  update_problem (self);
}

static void
on_apply_clicked (TwinScenarioEditor *self)
{
  TwinScenario *scenario = dup_scenario (self);

  g_signal_emit (self, signals[APPLIED], 0, scenario);
  twin_scenario_free (scenario);
  gtk_window_close (GTK_WINDOW (self));
}

static void
load (TwinScenarioEditor *self)
{
  const TwinScenario *scenario = NULL;

  self->loading = TRUE;
  if (self->number >= 0)
    {
      scenario = self->project->scenarios->pdata[self->number];
      gtk_window_set_title (GTK_WINDOW (self), _("Edit Scenario"));
      gtk_button_set_label (self->apply_button, _("_Apply"));
      gtk_editable_set_text (GTK_EDITABLE (self->title_row), scenario->title);
      gtk_editable_set_text (GTK_EDITABLE (self->name_row), scenario->name);
      self->name_typed = TRUE;
      for (guint i = 0; i < scenario->changes->len; i++)
        add_row (self, &g_array_index (scenario->changes, TwinChange, i));
      self->touched = TRUE;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  self->loading = FALSE;
  update_problem (self);
}

static void
twin_scenario_editor_finalize (GObject *object)
{
  TwinScenarioEditor *self = TWIN_SCENARIO_EDITOR (object);

  g_clear_pointer (&self->project, twin_project_free);
  g_clear_pointer (&self->keys, twin_change_keys_unref);

  G_OBJECT_CLASS (twin_scenario_editor_parent_class)->finalize (object);
}

static void
twin_scenario_editor_class_init (TwinScenarioEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = twin_scenario_editor_finalize;

  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-scenario-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioEditor, apply_button);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioEditor, changes);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioEditor, no_changes);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioEditor, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_clicked);
}

/* Titles of rows are one line: with large text they need a wider window. */
static void
fit_to_text (TwinScenarioEditor *self)
{
  const double points = twin_text_size_get_points (GTK_WIDGET (self));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               (int) (width * MAX (points / TWIN_TEXT_POINTS, 1)), height);
}

static void
twin_scenario_editor_init (TwinScenarioEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fit_to_text (self);
}

GtkWidget *
twin_scenario_editor_new (GtkWindow         *parent,
                          const TwinProject *project,
                          int                scenario)
{
  TwinScenarioEditor *self;

  g_return_val_if_fail (project != NULL, NULL);

  self = g_object_new (TWIN_TYPE_SCENARIO_EDITOR, "transient-for", parent, NULL);
  self->project = twin_project_copy (project);
  self->keys = twin_change_keys_new (twin_project_get_parameters (project));
  self->number = scenario;
  load (self);
  return GTK_WIDGET (self);
}
