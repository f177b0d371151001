/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-number-check.h"

#include <glib/gi18n-lib.h>

#include "twin-number-text.h"

#define DATA_KEY "twin-number-check"

struct _TwinNumberCheck
{
  GObject parent_instance;

  GtkSpinButton *spin; /* owns this */

  /* Owned */
  char *problem; /* or NULL */

  gboolean keeps_text;
  double value; /* that counts meanwhile */
};

G_DEFINE_FINAL_TYPE (TwinNumberCheck, twin_number_check, G_TYPE_OBJECT)

enum
{
  PROP_PROBLEM = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static double
get_value (TwinNumberCheck *self)
{
  return gtk_adjustment_get_value (gtk_spin_button_get_adjustment (self->spin));
}

/* Takes @problem. */
static void
set_problem (TwinNumberCheck *self,
             char *problem)
{
  const gboolean is_new = g_strcmp0 (problem, self->problem) != 0;

  g_free (self->problem);
  self->problem = problem;
  if (is_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

void
twin_number_check_judge (TwinNumberCheck *self,
                         gboolean is_number)
{
  g_autofree char *value = NULL;

  g_return_if_fail (TWIN_IS_NUMBER_CHECK (self));

  self->keeps_text = !is_number;
  if (is_number)
    return;

  self->value = get_value (self);
  value = twin_number_text_format_grouped (self->value);
  /* Translators: something else was typed, and the number that was there before goes on counting. */
  set_problem (self, g_strdup_printf (_("Must be a number; %s still counts"), value));
}

gboolean
twin_number_check_keeps_text (TwinNumberCheck *self)
{
  g_return_val_if_fail (TWIN_IS_NUMBER_CHECK (self), FALSE);

  /* A slider or an undo may have set another one. */
  return self->keeps_text && get_value (self) == self->value;
}

void
twin_number_check_settle (TwinNumberCheck *self)
{
  g_return_if_fail (TWIN_IS_NUMBER_CHECK (self));

  self->keeps_text = FALSE;
  set_problem (self, NULL);
}

void
twin_number_check_restore (TwinNumberCheck *self)
{
  g_return_if_fail (TWIN_IS_NUMBER_CHECK (self));

  self->keeps_text = FALSE;
  gtk_spin_button_set_value (self->spin, get_value (self));
}

/* Also while it is being typed, before anybody has complained. */
static gboolean
on_key_pressed (TwinNumberCheck *self,
                guint key,
                guint code,
                GdkModifierType modifiers)
{
  double number;

  if (key != GDK_KEY_Escape
      || twin_number_text_parse (gtk_editable_get_text (GTK_EDITABLE (self->spin)), &number))
    return GDK_EVENT_PROPAGATE;

  twin_number_check_restore (self);
  gtk_editable_select_region (GTK_EDITABLE (self->spin), 0, -1);
  return GDK_EVENT_STOP;
}

TwinNumberCheck *
twin_number_check_look_for (GtkSpinButton *spin)
{
  g_return_val_if_fail (GTK_IS_SPIN_BUTTON (spin), NULL);

  return g_object_get_data (G_OBJECT (spin), DATA_KEY);
}

TwinNumberCheck *
twin_number_check_of (GtkSpinButton *spin)
{
  TwinNumberCheck *self = twin_number_check_look_for (spin);
  GtkEventController *keys;

  if (self != NULL)
    return self;

  self = g_object_new (TWIN_TYPE_NUMBER_CHECK, NULL);
  self->spin = spin;
  g_object_set_data_full (G_OBJECT (spin), DATA_KEY, self, g_object_unref);

  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (spin), keys);
  return self;
}

const char *
twin_number_check_get_problem (TwinNumberCheck *self)
{
  g_return_val_if_fail (TWIN_IS_NUMBER_CHECK (self), NULL);

  return self->problem;
}

static void
twin_number_check_get_property (GObject *object,
                                guint property_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, TWIN_NUMBER_CHECK (object)->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
twin_number_check_finalize (GObject *object)
{
  g_free (TWIN_NUMBER_CHECK (object)->problem);

  G_OBJECT_CLASS (twin_number_check_parent_class)->finalize (object);
}

static void
twin_number_check_class_init (TwinNumberCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = twin_number_check_get_property;
  object_class->finalize = twin_number_check_finalize;

  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
twin_number_check_init (TwinNumberCheck *self)
{
}
