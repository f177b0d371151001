/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-access-key.h"
#include "twin-field-access.h"
#include "twin-number-check.h"
#include "twin-parameter-entry.h"
#include "twin-parameter-number.h"
#include "twin-parameter-row.h"

struct _TwinParameterRow
{
  AdwPreferencesRow parent_instance;

  /* Template widgets */
  GtkWidget *head;
  GtkOrientable *names;
  GtkLabel *title;
  GtkLabel *unit;
  GtkWidget *body;
  GtkWidget *problem_box;
  GtkLabel *problem;

  /* Made for the parameter's type: the one that has the title's access key, and a slider or NULL */
  GtkWidget *control;
  GtkWidget *slider;
  TwinParameterSplit *split; /* of a number that can be split; or NULL */

  /* Owned */
  const TwinParameter *parameter;
  char *key;
  char *problem_message;       /* of what was set; or NULL */
  TwinParameterNumber *number; /* of numbers; or NULL */
  TwinNumberCheck *check;      /* its spin button's; or NULL */
  gboolean is_updating;        /* we set a control ourselves */
};

G_DEFINE_FINAL_TYPE (TwinParameterRow, twin_parameter_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  NUMBER_EDITED,
  NUMBER_SLID,
  TEXT_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_number (TwinParameterRow *self,
             double value)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[NUMBER_EDITED], 0, value);
}

static void
on_slid (TwinParameterRow *self,
         double value)
{
  g_signal_emit (self, signals[NUMBER_SLID], 0, value);
}

static void on_typed (TwinParameterRow *self);

static GtkWidget *
create_number (TwinParameterRow *self)
{
  GtkWidget *spin, *slider;

  self->number = twin_parameter_number_new (self->parameter);
  g_signal_connect_object (self->number, "edited", G_CALLBACK (emit_number), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->number, "slid", G_CALLBACK (on_slid), self, G_CONNECT_SWAPPED);
  spin = twin_parameter_number_get_spin (self->number);
  self->check = twin_number_check_of (GTK_SPIN_BUTTON (spin));
  g_signal_connect_object (self->check, "notify::problem", G_CALLBACK (on_typed), self,
                           G_CONNECT_SWAPPED);
  slider = twin_parameter_number_get_slider (self->number);
  if (slider != NULL)
    {
      self->slider = slider;
      /* With a line to itself, the title has room for the unit beside it. */
      gtk_orientable_set_orientation (self->names, GTK_ORIENTATION_HORIZONTAL);
      gtk_box_append (GTK_BOX (self->body), slider);
      gtk_widget_set_visible (self->body, TRUE);
    }
  return spin;
}

/* Choices, switches and texts */

static void
on_choice (TwinParameterRow *self)
{
  emit_number (self, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control)));
}

static GtkWidget *
create_choice (TwinParameterRow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (const TwinChoice *choice = self->parameter->choices; choice->name != NULL; choice++)
    gtk_string_list_append (titles, twin_choice_get_title (choice));

  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (on_choice), self);

  return drop_down;
}

static void
on_switched (TwinParameterRow *self)
{
  emit_number (self, gtk_switch_get_active (GTK_SWITCH (self->control)) ? 1 : 0);
}

static GtkWidget *
create_switch (TwinParameterRow *self)
{
  GtkWidget *toggle = gtk_switch_new ();

  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (on_switched), self);

  return toggle;
}

static void
on_text (TwinParameterRow *self,
         const char *text)
{
  g_signal_emit (self, signals[TEXT_EDITED], 0, text);
}

static GtkWidget *
create_text (TwinParameterRow *self)
{
  GtkWidget *entry = twin_parameter_entry_new (self->parameter->type);

  g_signal_connect_swapped (entry, "edited", G_CALLBACK (on_text), self);
  g_signal_connect_swapped (entry, "notify::problem", G_CALLBACK (on_typed), self);

  return entry;
}

static GtkWidget *
create_control (TwinParameterRow *self)
{
  switch (self->parameter->type)
    {
    case TWIN_PARAMETER_BOOLEAN:
      return create_switch (self);
    case TWIN_PARAMETER_CHOICE:
      return create_choice (self);
    case TWIN_PARAMETER_TEXT:
    case TWIN_PARAMETER_DAYS:
      return create_text (self);
    case TWIN_PARAMETER_REAL:
    case TWIN_PARAMETER_WHOLE:
    default:
      return create_number (self);
    }
}

/* @problem is nullable. */
static void
describe (TwinParameterRow *self,
          const char *problem)
{
  const char *help = self->parameter->help != NULL ? _(self->parameter->help) : NULL;

  twin_field_describe (self->control, help, problem);
  if (self->slider != NULL)
    twin_field_describe (self->slider, help, problem);
}

static void
show_parameter (TwinParameterRow *self)
{
  const TwinParameter *parameter = self->parameter;
  g_autofree char *title = twin_access_key_escape (_(parameter->title));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _(parameter->title));
  gtk_label_set_label (self->title, title);
  if (parameter->unit != NULL)
    gtk_label_set_label (self->unit, _(parameter->unit));
  gtk_widget_set_visible (GTK_WIDGET (self->unit), parameter->unit != NULL);
  if (parameter->help != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), _(parameter->help));

  self->control = create_control (self);
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
  gtk_label_set_mnemonic_widget (self->title, self->control);
  gtk_box_append (GTK_BOX (self->slider != NULL ? self->body : self->head), self->control);
  /* After the access key, which names the control by the title alone. */
  twin_field_set_labels (self->control, GTK_WIDGET (self->title), GTK_WIDGET (self->unit));
  if (self->slider != NULL)
    twin_field_set_labels (self->slider, GTK_WIDGET (self->title), GTK_WIDGET (self->unit));
  describe (self, NULL);
}

/* Its toggle stands beside the title, so that controls below each other stay in line. */
static void
add_split (TwinParameterRow *self)
{
  self->split = TWIN_PARAMETER_SPLIT (twin_parameter_split_new (self->parameter, self->key));
  gtk_box_insert_child_after (GTK_BOX (self->head), twin_parameter_split_get_toggle (self->split),
                              GTK_WIDGET (self->names));
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->head)),
                              GTK_WIDGET (self->split), self->body);
}

GtkWidget *
twin_parameter_row_new (const TwinParameter *parameter,
                        const char *key)
{
  TwinParameterRow *self;

  g_return_val_if_fail (parameter != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (TWIN_TYPE_PARAMETER_ROW, NULL);
  self->parameter = parameter;
  self->key = g_strdup (key);
  show_parameter (self);
  if (parameter->per != NULL)
    add_split (self);

  return GTK_WIDGET (self);
}

const char *
twin_parameter_row_get_key (TwinParameterRow *self)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_ROW (self), NULL);

  return self->key;
}

TwinParameterSplit *
twin_parameter_row_get_split (TwinParameterRow *self)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_ROW (self), NULL);

  return self->split;
}

void
twin_parameter_row_set_several (TwinParameterRow *self,
                                gboolean several)
{
  g_return_if_fail (TWIN_IS_PARAMETER_ROW (self));

  /* A row is not marked for what nobody can see. */
  if (several && self->check != NULL)
    twin_number_check_restore (self->check);
  gtk_widget_set_visible (self->slider != NULL ? self->body : self->control, !several);
}

void
twin_parameter_row_take_access_key (TwinParameterRow *self,
                                    GHashTable *taken)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TWIN_IS_PARAMETER_ROW (self));

  label = twin_access_key_take (_(self->parameter->title), taken);
  if (label != NULL)
    gtk_label_set_label (self->title, label);
}

void
twin_parameter_row_set_number (TwinParameterRow *self,
                               double value)
{
  g_return_if_fail (TWIN_IS_PARAMETER_ROW (self));

  self->is_updating = TRUE;
  switch (self->parameter->type)
    {
    case TWIN_PARAMETER_BOOLEAN:
      gtk_switch_set_active (GTK_SWITCH (self->control), value != 0);
      break;
    case TWIN_PARAMETER_CHOICE:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), (guint) value);
      break;
    case TWIN_PARAMETER_REAL:
    case TWIN_PARAMETER_WHOLE:
      twin_parameter_number_set_value (self->number, value);
      break;
    case TWIN_PARAMETER_TEXT:
    case TWIN_PARAMETER_DAYS:
    default:
      g_return_if_reached ();
    }
  self->is_updating = FALSE;
}

void
twin_parameter_row_set_text (TwinParameterRow *self,
                             const char *text)
{
  g_return_if_fail (TWIN_IS_PARAMETER_ROW (self));
  g_return_if_fail (TWIN_IS_PARAMETER_ENTRY (self->control));

  twin_parameter_entry_set_value (TWIN_PARAMETER_ENTRY (self->control), text);
}

/* What is wrong with what was typed; or NULL. */
static const char *
get_typed_problem (TwinParameterRow *self)
{
  if (self->check != NULL)
    return twin_number_check_get_problem (self->check);
  if (TWIN_IS_PARAMETER_ENTRY (self->control))
    return twin_parameter_entry_get_problem (TWIN_PARAMETER_ENTRY (self->control));

  return NULL;
}

static void
show_problem (TwinParameterRow *self)
{
  const char *typed = get_typed_problem (self);
  const char *message = typed != NULL ? typed : self->problem_message;

  describe (self, message);
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_box, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

/* The project knows nothing of it, so no page says so. */
static void
on_typed (TwinParameterRow *self)
{
  show_problem (self);
  twin_field_announce (self->control, _(self->parameter->title), get_typed_problem (self));
}

void
twin_parameter_row_set_problem (TwinParameterRow *self,
                                const char *message)
{
  g_return_if_fail (TWIN_IS_PARAMETER_ROW (self));

  if (message != self->problem_message)
    {
      g_free (self->problem_message);
      self->problem_message = g_strdup (message);
    }
  show_problem (self);
}

void
twin_parameter_row_add_suffix (TwinParameterRow *self,
                               GtkWidget *widget)
{
  g_return_if_fail (TWIN_IS_PARAMETER_ROW (self));

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->slider != NULL ? self->body : self->head), widget);
}

static gboolean
twin_parameter_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TWIN_PARAMETER_ROW (widget)->control);
}

static void
twin_parameter_row_finalize (GObject *object)
{
  TwinParameterRow *self = TWIN_PARAMETER_ROW (object);

  g_clear_object (&self->number);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->problem_message, g_free);

  G_OBJECT_CLASS (twin_parameter_row_parent_class)->finalize (object);
}

static void
twin_parameter_row_class_init (TwinParameterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char *resource = "/io/github/inventorytwin/InventoryTwin/twin-parameter-row.ui";

  object_class->finalize = twin_parameter_row_finalize;
  widget_class->focus = twin_field_row_focus;
  widget_class->grab_focus = twin_parameter_row_grab_focus;

  signals[NUMBER_EDITED] = g_signal_new ("number-edited", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_DOUBLE);
  signals[NUMBER_SLID] = g_signal_new ("number-slid", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[TEXT_EDITED] = g_signal_new ("text-edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, resource);
  gtk_widget_class_bind_template_child (widget_class, TwinParameterRow, head);
  gtk_widget_class_bind_template_child (widget_class, TwinParameterRow, names);
  gtk_widget_class_bind_template_child (widget_class, TwinParameterRow, title);
  gtk_widget_class_bind_template_child (widget_class, TwinParameterRow, unit);
  gtk_widget_class_bind_template_child (widget_class, TwinParameterRow, body);
  gtk_widget_class_bind_template_child (widget_class, TwinParameterRow, problem_box);
  gtk_widget_class_bind_template_child (widget_class, TwinParameterRow, problem);
}

static void
twin_parameter_row_init (TwinParameterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
