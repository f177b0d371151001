/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-assumptions.h"

struct _TwinAssumptions
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (TwinAssumptions, twin_assumptions, ADW_TYPE_WINDOW)

enum
{
  JUMP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  TwinAssumptions *window;
  const char *key;
} Jump;

static void
on_jump_clicked (GtkButton *button,
                 Jump *jump)
{
  g_signal_emit (jump->window, signals[JUMP], 0, jump->key);
}

static void
jump_free (gpointer jump,
           GClosure *closure)
{
  g_free (jump);
}

static GtkWidget *
create_jump_button (TwinAssumptions *self,
                    const char *key)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");
  Jump *jump = g_new (Jump, 1);

  jump->window = self;
  jump->key = key;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Go to the Parameter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Go to the Parameter"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_jump_clicked), jump, jump_free, 0);

  return button;
}

static GtkWidget *
create_row (TwinAssumptions *self,
            const TwinAssumption *assumption)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(assumption->topic));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(assumption->text));
  if (assumption->key != NULL)
    {
      GtkWidget *button = create_jump_button (self, assumption->key);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    }

  return row;
}

GtkWidget *
twin_assumptions_new (const TwinModelType *type)
{
  TwinAssumptions *self;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;

  g_return_val_if_fail (type != NULL, NULL);

  self = g_object_new (TWIN_TYPE_ASSUMPTIONS, NULL);
  title = g_markup_escape_text (_(type->title), -1);
  description = g_markup_escape_text (_(type->description), -1);
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, description);
  for (guint i = 0; i < type->n_assumptions; i++)
    adw_preferences_group_add (self->group, create_row (self, &type->assumptions[i]));

  return GTK_WIDGET (self);
}

static void
twin_assumptions_class_init (TwinAssumptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[JUMP] = g_signal_new ("jump", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-assumptions.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinAssumptions, group);
}

static void
twin_assumptions_init (TwinAssumptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
