/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-parameter-entry.h"

#include <glib/gi18n-lib.h>

#include "twin-days-text.h"
#include "twin-days.h"
#include "twin-number-text.h"

#define WIDTH_CHARS 10

struct _TwinParameterEntry
{
  GtkEntry parent_instance;

  /* Owned */
  TwinParameterType type;
  char *value;          /* as files have it */
  const char *problem;  /* static; NULL: none */
  gboolean is_updating; /* we set the text ourselves */
};

G_DEFINE_FINAL_TYPE (TwinParameterEntry, twin_parameter_entry, GTK_TYPE_ENTRY)

enum
{
  PROP_PROBLEM = 1,
  N_PROPERTIES
};

enum
{
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
set_problem (TwinParameterEntry *self,
             const char *problem)
{
  if (self->problem == problem)
    return;

  self->problem = problem;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
show_value (TwinParameterEntry *self)
{
  g_autofree char *text = self->type == TWIN_PARAMETER_DAYS ? twin_days_text_format (self->value)
                                                            : g_strdup (self->value);

  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->is_updating = FALSE;
  set_problem (self, NULL);
}

static void
commit (TwinParameterEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *plain = twin_number_text_plain (typed);
  g_autofree char *value = self->type == TWIN_PARAMETER_DAYS ? twin_days_parse (plain)
                                                             : g_strdup (typed);

  if (self->is_updating || self->value == NULL)
    return;

  if (value == NULL)
    {
      set_problem (self, _("Must be days from 0, such as 30–32, 40"));
      return;
    }
  set_problem (self, NULL);
  if (g_strcmp0 (value, self->value) != 0)
    {
      g_free (self->value);
      self->value = g_steal_pointer (&value);
      g_signal_emit (self, signals[EDITED], 0, self->value);
    }
  /* "32 30 31" is "30–32" from now on. */
  if (self->type == TWIN_PARAMETER_DAYS)
    show_value (self);
}

void
twin_parameter_entry_set_value (TwinParameterEntry *self,
                                const char *text)
{
  g_return_if_fail (TWIN_IS_PARAMETER_ENTRY (self));
  g_return_if_fail (text != NULL);

  if (g_strcmp0 (text, self->value) == 0)
    return;

  g_free (self->value);
  self->value = g_strdup (text);
  show_value (self);
}

const char *
twin_parameter_entry_get_problem (TwinParameterEntry *self)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_ENTRY (self), NULL);

  return self->problem;
}

GtkWidget *
twin_parameter_entry_new (TwinParameterType type)
{
  TwinParameterEntry *self = g_object_new (TWIN_TYPE_PARAMETER_ENTRY, NULL);

  self->type = type;
  if (type == TWIN_PARAMETER_DAYS)
    /* Translators: an entry for a list of days is empty */
    gtk_entry_set_placeholder_text (GTK_ENTRY (self), C_("list of days", "None"));
  return GTK_WIDGET (self);
}

static void
twin_parameter_entry_get_property (GObject *object,
                                   guint property_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, TWIN_PARAMETER_ENTRY (object)->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
twin_parameter_entry_finalize (GObject *object)
{
  g_free (TWIN_PARAMETER_ENTRY (object)->value);

  G_OBJECT_CLASS (twin_parameter_entry_parent_class)->finalize (object);
}

static void
twin_parameter_entry_class_init (TwinParameterEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = twin_parameter_entry_get_property;
  object_class->finalize = twin_parameter_entry_finalize;

  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
twin_parameter_entry_init (TwinParameterEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (self), WIDTH_CHARS);
  g_signal_connect_object (self, "activate", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
