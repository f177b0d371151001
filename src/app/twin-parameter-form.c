/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-parameter-form.h"
#include "twin-parameter-items.h"
#include "twin-parameter-row.h"
#include "twin-problems.h"

struct _TwinParameterForm
{
  AdwBin parent_instance;

  /* Widgets */
  GtkWidget *box;
  GPtrArray *lists; /* TwinParameterItems */

  /* Owned */
  const TwinModelType *type;
  GHashTable *rows;        /* key → TwinParameterRow, which are not owned */
  GHashTable *groups;      /* heading → AdwPreferencesGroup, likewise */
  GHashTable *access_keys;
};

G_DEFINE_FINAL_TYPE (TwinParameterForm, twin_parameter_form, ADW_TYPE_BIN)

enum
{
  NUMBER_EDITED,
  TEXT_EDITED,
  ITEM_INSERTED,
  ITEM_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_number_edited (TwinParameterForm *self,
                  double value,
                  TwinParameterRow *row)
{
  g_signal_emit (self, signals[NUMBER_EDITED], 0, twin_parameter_row_get_key (row), value);
}

static void
on_text_edited (TwinParameterForm *self,
                const char *text,
                TwinParameterRow *row)
{
  g_signal_emit (self, signals[TEXT_EDITED], 0, twin_parameter_row_get_key (row), text);
}

static void
on_insert (TwinParameterForm *self,
           const char *list,
           guint position,
           int like)
{
  g_signal_emit (self, signals[ITEM_INSERTED], 0, list, position, like);
}

static void
on_remove (TwinParameterForm *self,
           const char *list,
           guint position)
{
  g_signal_emit (self, signals[ITEM_REMOVED], 0, list, position);
}

static void
on_row_destroyed (TwinParameterForm *self,
                  TwinParameterRow *row)
{
  const char *key = twin_parameter_row_get_key (row);

  /* Its successor may have taken its place already. */
  if (g_hash_table_lookup (self->rows, key) == row)
    g_hash_table_remove (self->rows, key);
}

static void
adopt_row (TwinParameterRow *row,
           gpointer data)
{
  TwinParameterForm *self = data;

  g_hash_table_insert (self->rows, g_strdup (twin_parameter_row_get_key (row)), row);
  g_signal_connect_object (row, "number-edited", G_CALLBACK (on_number_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "text-edited", G_CALLBACK (on_text_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "destroy", G_CALLBACK (on_row_destroyed), self, G_CONNECT_SWAPPED);
}

static void
add_list (TwinParameterForm *self,
          const TwinParameterList *list)
{
  GtkWidget *items = twin_parameter_items_new (self->type, list, adopt_row, self);

  g_signal_connect_object (items, "insert", G_CALLBACK (on_insert), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (items, "remove", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), items);
  g_ptr_array_add (self->lists, items);
}

static void
add_parameter (TwinParameterForm *self,
               const TwinParameter *parameter)
{
  AdwPreferencesGroup *group = twin_parameter_form_get_group (self, parameter->group);
  GtkWidget *row = twin_parameter_row_new (parameter, parameter->key);

  adopt_row (TWIN_PARAMETER_ROW (row), self);
  twin_parameter_row_take_access_key (TWIN_PARAMETER_ROW (row), self->access_keys);
  adw_preferences_group_add (group, row);
}

static void
build (TwinParameterForm *self)
{
  const TwinParameterList *list = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->groups);
  g_hash_table_remove_all (self->access_keys);
  g_ptr_array_set_size (self->lists, 0);

  for (guint i = 0; i < self->type->n_parameters; i++)
    {
      const TwinParameter *parameter = &self->type->parameters[i];
      const TwinParameterList *its_list
          = twin_parameter_items_find_list (self->type, parameter->key);

      if (its_list == NULL)
        add_parameter (self, parameter);
      else if (its_list != list)
        add_list (self, its_list);
      list = its_list;
    }
}

/* The row's problem is either its own or the other end of an ordering that is broken. */
static void
update_row (TwinParameterRow *row,
            const TwinParameters *parameters,
            const GPtrArray *problems)
{
  const char *key = twin_parameter_row_get_key (row);
  const TwinParameter *parameter = twin_parameters_find (parameters, key, NULL);
  g_autofree char *problem = NULL;

  /* Other rows may stand in our groups, and lists may just have become shorter. */
  if (parameter == NULL)
    return;

  if (parameter->type == TWIN_PARAMETER_TEXT)
    twin_parameter_row_set_text (row, twin_parameters_get_text (parameters, key));
  else
    twin_parameter_row_set_number (row, twin_parameters_get_number (parameters, key));

  problem = twin_problems_describe (problems, parameters, key);
  twin_parameter_row_set_problem (row, problem);
  gtk_widget_set_visible (GTK_WIDGET (row), twin_parameters_is_relevant (parameters, key));
}

void
twin_parameter_form_update (TwinParameterForm *self,
                            const TwinParameters *parameters,
                            const GPtrArray *problems)
{
  const TwinModelType *type;
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (TWIN_IS_PARAMETER_FORM (self));
  g_return_if_fail (parameters != NULL);

  type = twin_parameters_get_model_type (parameters);
  if (type != self->type)
    {
      self->type = type;
      build (self);
    }

  for (guint i = 0; i < self->lists->len; i++)
    twin_parameter_items_update (g_ptr_array_index (self->lists, i), parameters);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    update_row (row, parameters, problems);
}

AdwPreferencesGroup *
twin_parameter_form_get_group (TwinParameterForm *self,
                               const char *title)
{
  GtkWidget *group;

  g_return_val_if_fail (TWIN_IS_PARAMETER_FORM (self), NULL);

  group = g_hash_table_lookup (self->groups, title);
  if (group == NULL)
    {
      group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(title));
      gtk_box_append (GTK_BOX (self->box), group);
      g_hash_table_insert (self->groups, g_strdup (title), group);
    }

  return ADW_PREFERENCES_GROUP (group);
}

gboolean
twin_parameter_form_focus (TwinParameterForm *self,
                           const char *key)
{
  g_autoptr (GString) concrete = g_string_new (key);
  GtkWidget *row;
  GtkWidget *items;

  g_return_val_if_fail (TWIN_IS_PARAMETER_FORM (self), FALSE);

  g_string_replace (concrete, ".*.", ".0.", 0);
  row = g_hash_table_lookup (self->rows, concrete->str);
  if (row == NULL)
    return FALSE;

  if (!gtk_widget_get_visible (row))
    for (guint i = 0; i < self->type->n_parameters; i++)
      if (g_strcmp0 (self->type->parameters[i].key, key) == 0)
        return twin_parameter_form_focus (self, self->type->parameters[i].when_key);

  items = gtk_widget_get_ancestor (row, TWIN_TYPE_PARAMETER_ITEMS);
  if (items != NULL)
    twin_parameter_items_reveal (TWIN_PARAMETER_ITEMS (items), row);

  return gtk_widget_grab_focus (row);
}

GHashTable *
twin_parameter_form_get_access_keys (TwinParameterForm *self)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_FORM (self), NULL);

  return self->access_keys;
}

GtkWidget *
twin_parameter_form_new (void)
{
  return g_object_new (TWIN_TYPE_PARAMETER_FORM, NULL);
}

static void
twin_parameter_form_finalize (GObject *object)
{
  TwinParameterForm *self = TWIN_PARAMETER_FORM (object);

  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->access_keys, g_hash_table_unref);

  G_OBJECT_CLASS (twin_parameter_form_parent_class)->finalize (object);
}

static guint
add_signal (TwinParameterFormClass *klass,
            const char *name,
            guint n_types,
            ...)
{
  va_list types;
  guint id;

  va_start (types, n_types);
  id = g_signal_new_valist (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, NULL, NULL, NULL,
                            NULL, G_TYPE_NONE, n_types, types);
  va_end (types);

  return id;
}

static void
twin_parameter_form_class_init (TwinParameterFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twin_parameter_form_finalize;

  signals[NUMBER_EDITED] = add_signal (klass, "number-edited", 2, G_TYPE_STRING, G_TYPE_DOUBLE);
  signals[TEXT_EDITED] = add_signal (klass, "text-edited", 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[ITEM_INSERTED]
      = add_signal (klass, "item-inserted", 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_INT);
  signals[ITEM_REMOVED] = add_signal (klass, "item-removed", 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
twin_parameter_form_init (TwinParameterForm *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  adw_bin_set_child (ADW_BIN (self), self->box);

  self->lists = g_ptr_array_new ();
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->access_keys = g_hash_table_new (NULL, NULL);
}
