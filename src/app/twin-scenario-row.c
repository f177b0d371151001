/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-scenario-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-scenario-text.h"
#include "twin-slider-range.h"
#include "twin-wheel.h"

/* Of the strength, unless it is a whole number. */
#define STRENGTH_STEP 0.05

/* The slider of a scenario that is not built in and multiplies: from none of it to this. */
#define MOST_FACTOR 3

struct _TwinScenarioRow
{
  AdwActionRow parent_instance;

  /* Template widgets */
  GtkScale *scale;
  GtkAdjustment *strength;
  GtkMenuButton *menu_button;

  guint number;
  TwinSliderRange usual; /* of the strength; all 0 before the first scenario */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (TwinScenarioRow, twin_scenario_row, ADW_TYPE_ACTION_ROW)

enum
{
  STRENGTH_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Does the change do what the built-in one does, by whatever number? */
static gboolean
is_alike (const TwinChange       *change,
          const TwinPresetChange *built_in)
{
  return strcmp (change->key, built_in->key) == 0 && change->operation == built_in->operation
         && (change->text != NULL) == (built_in->text != NULL);
}

/* The numbers of @scenario are all one. Returns that of the first, -1: it has none, or several. */
static int
find_strength (const TwinScenario *scenario)
{
  int found = -1;

  for (guint i = 0; i < scenario->changes->len; i++)
    {
      const TwinChange *change = &g_array_index (scenario->changes, TwinChange, i);
      const TwinChange *first =
          found >= 0 ? &g_array_index (scenario->changes, TwinChange, found) : change;

      if (change->text != NULL)
        continue;
      if (change->operation != first->operation || change->value != first->value)
        return -1;
      if (found < 0)
        found = (int) i;
    }
  return found;
}

/* The built-in scenario that changes the same parameters in the same way and by one number: its
 * bounds are those of the slider. */
static const TwinPreset *
find_preset (const TwinScenario  *scenario,
             const TwinModelType *type)
{
  for (guint i = 0; i < type->n_presets; i++)
    {
      const TwinPreset *preset = &type->presets[i];
      gboolean same = preset->n_changes == scenario->changes->len;

      for (guint j = 0; same && j < preset->n_changes; j++)
        same = is_alike (&g_array_index (scenario->changes, TwinChange, j), &preset->changes[j]);
      if (same)
        return preset;
    }
  return NULL;
}

/* Of a factor everybody knows what is weak and what is strong, of other numbers @preset (nullable)
 * does. */
static TwinSliderRange
get_usual (const TwinChange       *change,
           const TwinPresetChange *preset,
           const TwinParameter    *parameter)
{
  const gboolean whole = parameter != NULL && parameter->type == TWIN_PARAMETER_WHOLE
                         && change->operation != TWIN_CHANGE_MULTIPLY;

  return (TwinSliderRange){
    .lower = preset != NULL ? preset->lower : 0,
    .upper = preset != NULL ? preset->upper : MOST_FACTOR,
    .step = whole ? 1 : STRENGTH_STEP,
  };
}

static void
show_strength (TwinScenarioRow       *self,
               const TwinSliderRange *usual,
               const TwinChange      *change,
               const TwinParameter   *parameter)
{
  const gboolean is_value = change->operation == TWIN_CHANGE_SET && parameter != NULL;
  double least = change->operation == TWIN_CHANGE_MULTIPLY ? 0 : -INFINITY;
  double most = INFINITY;

  if (is_value)
    {
      least = parameter->lower;
      most = parameter->upper;
    }
  self->loading = TRUE;
  if (memcmp (usual, &self->usual, sizeof *usual) != 0)
    twin_slider_range_begin (self->strength, usual, least, most, change->value);
  else
    twin_slider_range_show (self->strength, usual, least, most, change->value);
  self->loading = FALSE;
  self->usual = *usual;
}

static void
load_strength (TwinScenarioRow     *self,
               const TwinScenario  *scenario,
               const TwinModelType *type)
{
  const int number = find_strength (scenario);
  const TwinPreset *preset = number >= 0 ? find_preset (scenario, type) : NULL;
  const TwinChange *change =
      number >= 0 ? &g_array_index (scenario->changes, TwinChange, number) : NULL;
  const gboolean has_strength =
      preset != NULL || (change != NULL && change->operation == TWIN_CHANGE_MULTIPLY);
  const TwinParameter *parameter;
  TwinSliderRange usual;

  gtk_widget_set_visible (GTK_WIDGET (self->scale), has_strength);
  if (!has_strength)
    return;
  parameter = twin_scenario_text_find (type, change->key);
  usual = get_usual (change, preset != NULL ? &preset->changes[number] : NULL, parameter);
  show_strength (self, &usual, change, parameter);
}

void
twin_scenario_row_set_scenario (TwinScenarioRow      *self,
                                const TwinScenario   *scenario,
                                const TwinParameters *base)
{
  g_autofree char *description = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TWIN_IS_SCENARIO_ROW (self));

  /* Titles of rows are markup. */
  description = twin_scenario_text_describe (scenario, base);
  title = g_markup_escape_text (scenario->title, -1);
  subtitle = g_markup_escape_text (description, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  load_strength (self, scenario, twin_parameters_get_model_type (base));

  label = g_strdup_printf (_("Strength of “%s”"), scenario->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_free (label);
  label = g_strdup_printf (_("Menu of “%s”"), scenario->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
on_strength_changed (TwinScenarioRow *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[STRENGTH_EDITED], 0, twin_slider_range_read (self->strength));
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             guint       number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", number);
  g_menu_append_item (menu, item);
}

static void
build_menu (TwinScenarioRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->number > 0)
    append_item (menu, _("_Edit…"), "scenario.edit", self->number);
  append_item (menu, _("_Duplicate"), "scenario.duplicate", self->number);
  if (self->number > 0)
    append_item (menu, _("_Remove"), "scenario.remove", self->number);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
on_activated (TwinScenarioRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "scenario.edit", "u", self->number);
}

static void
twin_scenario_row_class_init (TwinScenarioRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[STRENGTH_EDITED] =
      g_signal_new ("strength-edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-scenario-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioRow, scale);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioRow, strength);
  gtk_widget_class_bind_template_child (widget_class, TwinScenarioRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_strength_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
twin_scenario_row_init (TwinScenarioRow *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loading = FALSE;
  twin_wheel_guard (GTK_WIDGET (self->scale));
}

GtkWidget *
twin_scenario_row_new (guint number)
{
  TwinScenarioRow *self = g_object_new (TWIN_TYPE_SCENARIO_ROW, NULL);

  self->number = number;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), number > 0);
  build_menu (self);
  return GTK_WIDGET (self);
}
