/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-experiment-rows.h"
#include "twin-number-text.h"
#include "twin-parameter-row.h"
#include "twin-problems.h"
#include "twin-run.h"

static const TwinParameter replications = {
  .key = "experiment.replications",
  .title = N_("Replications"),
  .help = N_("How often the same is simulated with other random numbers; more of them make "
             "narrower intervals."),
  .type = TWIN_PARAMETER_WHOLE,
  .quantity = TWIN_QUANTITY_COUNT,
  .lower = 1,
  .upper = TWIN_MAX_REPLICATIONS,
  .step = 100,
};

/* A text, because not every 64-bit number is a double. */
static const TwinParameter seed = {
  .key = "experiment.seed",
  .title = N_("Seed"),
  .help = N_("Where the random numbers begin: the same seed gives the same results."),
  .type = TWIN_PARAMETER_TEXT,
};

struct _TwinExperimentRows
{
  GObject parent_instance;

  /* Borrowed, NULL before there are any */
  TwinParameterRow *replications_row;
  TwinParameterRow *seed_row;

  /* Owned */
  TwinDocument *document;
  guint64 shown_seed;
  gboolean is_seed_wrong; /* what is written there is no seed */
};

G_DEFINE_FINAL_TYPE (TwinExperimentRows, twin_experiment_rows, G_TYPE_OBJECT)

static void
on_replications_edited (TwinExperimentRows *self,
                        double value)
{
  TwinProject *project = twin_project_copy (twin_document_get_project (self->document));

  project->replications = value;
  twin_document_edit (self->document, project, replications.key);
}

static void
set_seed (TwinExperimentRows *self,
          guint64 value)
{
  TwinProject *project = twin_project_copy (twin_document_get_project (self->document));

  project->seed = value;
  twin_document_edit (self->document, project, seed.key);
}

static void
show_seed (TwinExperimentRows *self)
{
  const TwinProject *project = twin_document_get_project (self->document);
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, project->seed);

  self->shown_seed = project->seed;
  self->is_seed_wrong = FALSE;
  twin_parameter_row_set_text (self->seed_row, text);
  twin_parameter_row_set_problem (self->seed_row, NULL);
}

static void
on_seed_edited (TwinExperimentRows *self,
                const char *text)
{
  g_autofree char *stripped = g_strstrip (twin_number_text_plain (text));
  guint64 value;

  /* What is wrong stays there to be mended; the project keeps the seed it has. */
  if (!g_ascii_string_to_unsigned (stripped, 10, 0, G_MAXUINT64, &value, NULL))
    {
      g_autofree char *most = g_strdup_printf ("%" G_GUINT64_FORMAT, G_MAXUINT64);
      /* Translators: %s is the largest seed that there can be. */
      g_autofree char *problem = g_strdup_printf (_("Must be a whole number from 0 to %s"), most);

      self->is_seed_wrong = TRUE;
      twin_parameter_row_set_problem (self->seed_row, problem);
      return;
    }

  set_seed (self, value);
  show_seed (self);
}

static void
on_new_seed (TwinExperimentRows *self)
{
  /* Nine digits are plenty to choose from, and can be read aloud. */
  set_seed (self, (guint64) g_random_int_range (0, 1000000000));
  show_seed (self);
}

static GtkWidget *
create_new_seed_button (TwinExperimentRows *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("media-playlist-shuffle-symbolic");

  gtk_widget_set_tooltip_text (button, _("New Random Seed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("New Random Seed"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_new_seed), self, G_CONNECT_SWAPPED);

  return button;
}

void
twin_experiment_rows_add_to (TwinExperimentRows *self,
                             AdwPreferencesGroup *group,
                             GHashTable *access_keys)
{
  GtkWidget *row;

  g_return_if_fail (TWIN_IS_EXPERIMENT_ROWS (self));

  row = twin_parameter_row_new (&replications, replications.key);
  self->replications_row = TWIN_PARAMETER_ROW (row);
  twin_parameter_row_take_access_key (self->replications_row, access_keys);
  g_signal_connect_object (row, "number-edited", G_CALLBACK (on_replications_edited), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  row = twin_parameter_row_new (&seed, seed.key);
  self->seed_row = TWIN_PARAMETER_ROW (row);
  self->is_seed_wrong = FALSE;
  twin_parameter_row_take_access_key (self->seed_row, access_keys);
  twin_parameter_row_add_suffix (self->seed_row, create_new_seed_button (self));
  g_signal_connect_object (row, "text-edited", G_CALLBACK (on_seed_edited), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

void
twin_experiment_rows_update (TwinExperimentRows *self,
                             const TwinProject *project,
                             const GPtrArray *problems)
{
  const GError *error;
  g_autofree char *problem = NULL;

  g_return_if_fail (TWIN_IS_EXPERIMENT_ROWS (self));
  g_return_if_fail (self->replications_row != NULL);

  error = twin_problems_get (problems, replications.key);
  twin_parameter_row_set_number (self->replications_row, project->replications);
  if (error != NULL)
    problem = twin_problems_describe_alone (project->type, error);
  twin_parameter_row_set_problem (self->replications_row, problem);

  if (!self->is_seed_wrong || project->seed != self->shown_seed)
    show_seed (self);
}

TwinExperimentRows *
twin_experiment_rows_new (TwinDocument *document)
{
  TwinExperimentRows *self = g_object_new (TWIN_TYPE_EXPERIMENT_ROWS, NULL);

  self->document = g_object_ref (document);

  return self;
}

static void
twin_experiment_rows_dispose (GObject *object)
{
  TwinExperimentRows *self = TWIN_EXPERIMENT_ROWS (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (twin_experiment_rows_parent_class)->dispose (object);
}

static void
twin_experiment_rows_class_init (TwinExperimentRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twin_experiment_rows_dispose;
}

static void
twin_experiment_rows_init (TwinExperimentRows *self)
{
}
