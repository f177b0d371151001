/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-change-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-days-text.h"
#include "twin-days.h"
#include "twin-field-access.h"
#include "twin-number-spin.h"
#include "twin-scenario-text.h"
#include "twin-title-chooser.h"

/* What can be typed where the parameter itself has no end, or where it is only reckoned with. */
#define MOST 1e9
#define MOST_FACTOR 1000

struct _TwinChangeKeys
{
  gatomicrefcount n_refs;
  TwinParameters *base;
  GPtrArray *keys; /* strings, as the drop-down lists them */
};

TwinChangeKeys *
twin_change_keys_new (const TwinParameters *base)
{
  TwinChangeKeys *self = g_new0 (TwinChangeKeys, 1);
  const TwinModelType *type = twin_parameters_get_model_type (base);
  g_autoptr (GPtrArray) concrete = twin_parameters_list_keys (base);

  g_atomic_ref_count_init (&self->n_refs);
  self->base = twin_parameters_copy (base);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < type->n_parameters; i++)
    if (type->parameters[i].type != TWIN_PARAMETER_TEXT)
      g_ptr_array_add (self->keys, g_strdup (type->parameters[i].key));
  for (guint i = 0; i < concrete->len; i++)
    {
      const TwinParameter *parameter = twin_scenario_text_find (type, concrete->pdata[i]);

      if (parameter->type != TWIN_PARAMETER_TEXT
          && strcmp (parameter->key, concrete->pdata[i]) != 0)
        g_ptr_array_add (self->keys, g_strdup (concrete->pdata[i]));
    }
  return self;
}

TwinChangeKeys *
twin_change_keys_ref (TwinChangeKeys *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
twin_change_keys_unref (TwinChangeKeys *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  twin_parameters_free (self->base);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

/* The number of @key in the list. A change of a key that nobody can choose (a name, in a file that
 * was written by hand) gets an entry of its own, so that the editor does not lose it. */
static guint
find_key (TwinChangeKeys *self,
          const char     *key)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, &position))
    {
      position = self->keys->len;
      g_ptr_array_add (self->keys, g_strdup (key));
    }
  return position;
}

static gboolean
is_taken (const TwinScenario *scenario,
          const char         *key)
{
  for (guint i = 0; i < scenario->changes->len; i++)
    if (strcmp (g_array_index (scenario->changes, TwinChange, i).key, key) == 0)
      return TRUE;
  return FALSE;
}

/* What is decided is compared under each scenario; what a scenario is about is everything else that
 * matters. @parameters: what it makes of them so far. */
static gboolean
is_circumstance (const TwinParameters *parameters,
                 const char           *key)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  const TwinParameter *parameter = twin_scenario_text_find (type, key);
  g_autofree char *idle = NULL;

  if (parameter == NULL)
    return FALSE;
  for (guint i = 0; i < type->n_decisions; i++)
    if (strcmp (type->decisions[i].key, parameter->key) == 0)
      return FALSE;
  idle = twin_scenario_text_idle (parameters, key);
  return idle == NULL;
}

const char *
twin_change_keys_find_free (TwinChangeKeys     *self,
                            const TwinScenario *scenario)
{
  g_autoptr (TwinParameters) changed = twin_scenario_apply (scenario, self->base, NULL);
  const char *first = NULL;

  for (guint i = 0; i < self->keys->len; i++)
    {
      const char *key = self->keys->pdata[i];

      if (is_taken (scenario, key))
        continue;
      if (is_circumstance (changed != NULL ? changed : self->base, key))
        return key;
      if (first == NULL)
        first = key;
    }
  return first;
}

struct _TwinChangeRow
{
  AdwPreferencesRow parent_instance;

  /* Template widgets */
  TwinTitleChooser *key_chooser;
  GtkDropDown *operation_drop_down;
  GtkStack *value_stack;
  AdwBin *number_bin;
  GtkDropDown *choice_drop_down;
  GtkEntry *text_entry;
  GtkLabel *unit_label;
  GtkLabel *remark_label;

  GtkAdjustment *adjustment; /* of the spin button in @number_bin, which owns it */
  TwinChangeKeys *keys;
  gboolean loading; /* what changes now was not changed by somebody */
};

G_DEFINE_FINAL_TYPE (TwinChangeRow, twin_change_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_key (TwinChangeRow *self)
{
  return self->keys->keys->pdata[twin_title_chooser_get_selected (self->key_chooser)];
}

static const TwinParameter *
get_parameter (TwinChangeRow *self)
{
  return twin_scenario_text_find (twin_parameters_get_model_type (self->keys->base),
                                  get_key (self));
}

static gboolean
is_number (const TwinParameter *parameter)
{
  return parameter != NULL
         && (parameter->type == TWIN_PARAMETER_REAL || parameter->type == TWIN_PARAMETER_WHOLE);
}

static TwinChangeOperation
get_operation (TwinChangeRow *self)
{
  return is_number (get_parameter (self))
             ? (TwinChangeOperation) gtk_drop_down_get_selected (self->operation_drop_down)
             : TWIN_CHANGE_SET;
}

static gboolean
is_text (const TwinParameter *parameter)
{
  return parameter == NULL || parameter->type == TWIN_PARAMETER_TEXT
         || parameter->type == TWIN_PARAMETER_DAYS;
}

/* The key to look at for what the parameter is now; of all items, that of the first one. NULL:
 * there is none. */
static char *
dup_base_key (TwinChangeRow *self)
{
  g_autofree char *key = g_strdup (get_key (self));
  char *star = strchr (key, '*');

  if (star != NULL)
    *star = '0';
  return twin_parameters_find (self->keys->base, key, NULL) != NULL ? g_steal_pointer (&key) : NULL;
}

/* As people read it: days with stretches. */
static void
set_text (TwinChangeRow *self,
          const char    *text)
{
  const TwinParameter *parameter = get_parameter (self);
  g_autofree char *days = NULL;

  if (parameter != NULL && parameter->type == TWIN_PARAMETER_DAYS
      && twin_parameter_allows_text (parameter, text))
    days = twin_days_text_format (text);
  gtk_editable_set_text (GTK_EDITABLE (self->text_entry), days != NULL ? days : text);
}

/* As files have it; what is no list of days is left as it is, for the editor to say so. */
static char *
dup_text (TwinChangeRow *self)
{
  const TwinParameter *parameter = get_parameter (self);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->text_entry));
  char *days = NULL;

  if (parameter != NULL && parameter->type == TWIN_PARAMETER_DAYS)
    days = twin_days_parse (typed);
  return days != NULL ? days : g_strdup (typed);
}

static void
load_choices (TwinChangeRow       *self,
              const TwinParameter *parameter)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (parameter->type == TWIN_PARAMETER_BOOLEAN)
    {
      gtk_string_list_append (titles, C_("setting", "Off"));
      gtk_string_list_append (titles, C_("setting", "On"));
    }
  for (guint i = 0; parameter->choices != NULL && parameter->choices[i].name != NULL; i++)
    gtk_string_list_append (titles, twin_choice_get_title (&parameter->choices[i]));
  gtk_drop_down_set_model (self->choice_drop_down, G_LIST_MODEL (titles));
}

/* Shows the control that the parameter and the operation ask for, with a value that changes
 * nothing yet. */
static void
load_value (TwinChangeRow *self)
{
  const TwinParameter *parameter = get_parameter (self);
  const TwinChangeOperation operation = get_operation (self);
  g_autofree char *base_key = dup_base_key (self);
  double lower = -MOST, upper = MOST, step = 1;
  double value;

  gtk_widget_set_visible (GTK_WIDGET (self->operation_drop_down), is_number (parameter));
  if (is_text (parameter))
    {
      set_text (self, parameter != NULL && base_key != NULL
                          ? twin_parameters_get_text (self->keys->base, base_key)
                          : "");
      gtk_stack_set_visible_child_name (self->value_stack, "text");
      gtk_label_set_label (self->unit_label, NULL);
      return;
    }
  value = base_key != NULL ? twin_parameters_get_number (self->keys->base, base_key) : 0;
  if (!is_number (parameter))
    {
      load_choices (self, parameter);
      gtk_drop_down_set_selected (self->choice_drop_down, (guint) value);
      gtk_stack_set_visible_child_name (self->value_stack, "choice");
      gtk_label_set_label (self->unit_label, NULL);
      return;
    }

  step = parameter->step > 0 ? parameter->step : 1;
  if (operation == TWIN_CHANGE_SET)
    {
      lower = MAX (parameter->lower, -MOST);
      upper = MIN (parameter->upper, MOST);
    }
  else if (operation == TWIN_CHANGE_ADD)
    value = 0;
  else
    {
      lower = 0;
      upper = MOST_FACTOR;
      step = 0.1;
      value = 1;
    }
  gtk_adjustment_configure (self->adjustment, value, lower, upper, step, step * 10, 0);
  gtk_stack_set_visible_child_name (self->value_stack, "number");
  gtk_label_set_label (self->unit_label,
                       operation != TWIN_CHANGE_MULTIPLY && parameter->unit != NULL
                           ? _(parameter->unit)
                           : NULL);
}

static void
load_change (TwinChangeRow    *self,
             const TwinChange *change)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  const guint selected = find_key (self->keys, change->key);
  const TwinParameter *parameter;

  self->loading = TRUE;
  for (guint i = 0; i < self->keys->keys->len; i++)
    g_ptr_array_add (titles,
                     twin_scenario_text_title (self->keys->base, self->keys->keys->pdata[i]));
  g_ptr_array_add (titles, NULL);
  twin_title_chooser_set_titles (self->key_chooser, (const char *const *) titles->pdata);
  twin_title_chooser_set_selected (self->key_chooser, selected);
  gtk_drop_down_set_selected (self->operation_drop_down, change->operation);
  load_value (self);

  parameter = get_parameter (self);
  if (is_number (parameter))
    gtk_adjustment_set_value (self->adjustment, change->value);
  else if (is_text (parameter))
    {
      if (change->text != NULL)
        set_text (self, change->text);
    }
  else if (change->text == NULL)
    gtk_drop_down_set_selected (self->choice_drop_down, (guint) change->value);
  else
    for (guint i = 0; parameter->choices != NULL && parameter->choices[i].name != NULL; i++)
      if (strcmp (parameter->choices[i].name, change->text) == 0)
        gtk_drop_down_set_selected (self->choice_drop_down, i);
  self->loading = FALSE;
}

void
twin_change_row_add_to (TwinChangeRow *self,
                        TwinScenario  *scenario)
{
  const TwinParameter *parameter;
  g_autofree char *text = NULL;
  double value = 0;
  guint choice;

  g_return_if_fail (TWIN_IS_CHANGE_ROW (self));

  parameter = get_parameter (self);
  choice = gtk_drop_down_get_selected (self->choice_drop_down);
  if (is_number (parameter))
    value = gtk_adjustment_get_value (self->adjustment);
  else if (parameter != NULL && parameter->type == TWIN_PARAMETER_BOOLEAN)
    value = choice;
  else if (parameter != NULL && parameter->type == TWIN_PARAMETER_CHOICE)
    text = g_strdup (parameter->choices[choice].name);
  else
    text = dup_text (self);
  twin_scenario_add_change (scenario, get_key (self), get_operation (self), value, text);
}

void
twin_change_row_judge (TwinChangeRow        *self,
                       const TwinParameters *changed)
{
  g_autofree char *remark = NULL;

  g_return_if_fail (TWIN_IS_CHANGE_ROW (self));

  if (changed != NULL)
    remark = twin_scenario_text_idle (changed, get_key (self));
  gtk_label_set_label (self->remark_label, remark);
  gtk_widget_set_visible (GTK_WIDGET (self->remark_label), remark != NULL);
}

static void
on_key_selected (TwinChangeRow *self)
{
  if (self->loading)
    return;
  self->loading = TRUE;
  load_value (self);
  self->loading = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_value_changed (TwinChangeRow *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_remove_clicked (TwinChangeRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
twin_change_row_finalize (GObject *object)
{
  g_clear_pointer (&TWIN_CHANGE_ROW (object)->keys, twin_change_keys_unref);

  G_OBJECT_CLASS (twin_change_row_parent_class)->finalize (object);
}

static void
twin_change_row_class_init (TwinChangeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = twin_change_row_finalize;
  widget_class->focus = twin_field_row_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TWIN_TYPE_TITLE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinChangeRow, key_chooser);
  gtk_widget_class_bind_template_child (widget_class, TwinChangeRow, operation_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TwinChangeRow, value_stack);
  gtk_widget_class_bind_template_child (widget_class, TwinChangeRow, number_bin);
  gtk_widget_class_bind_template_child (widget_class, TwinChangeRow, choice_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TwinChangeRow, text_entry);
  gtk_widget_class_bind_template_child (widget_class, TwinChangeRow, unit_label);
  gtk_widget_class_bind_template_child (widget_class, TwinChangeRow, remark_label);
  gtk_widget_class_bind_template_callback (widget_class, on_key_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
twin_change_row_init (TwinChangeRow *self)
{
  GtkWidget *spin;

  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->adjustment = gtk_adjustment_new (0, -MOST, MOST, 1, 10, 0);
  spin = twin_number_spin_new (self->adjustment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Value"),
                                  -1);
  adw_bin_set_child (self->number_bin, spin);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (on_value_changed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
twin_change_row_new (TwinChangeKeys   *keys,
                     const TwinChange *change)
{
  TwinChangeRow *self;

  g_return_val_if_fail (keys != NULL && change != NULL, NULL);

  self = g_object_new (TWIN_TYPE_CHANGE_ROW, NULL);
  self->keys = twin_change_keys_ref (keys);
  load_change (self, change);
  return GTK_WIDGET (self);
}
