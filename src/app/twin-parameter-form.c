/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-access-key.h"
#include "twin-item-keys.h"
#include "twin-parameter-form.h"
#include "twin-parameter-items.h"
#include "twin-parameter-row.h"
#include "twin-problems.h"
#include "twin-slider-stop.h"

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
  TwinParameters *parameters; /* what is shown */
  GPtrArray *problems;
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
on_number_slid (TwinParameterForm *self,
                double wanted,
                TwinParameterRow *row)
{
  const char *key = twin_parameter_row_get_key (row);
  const double value = twin_slider_stop_find (self->parameters, key, wanted);

  if (value != twin_parameters_get_number (self->parameters, key))
    g_signal_emit (self, signals[NUMBER_EDITED], 0, key, value);
  /* The slider has gone on, where it may not as well. */
  twin_parameter_row_set_number (row, value);
}

static void
on_split_edited (TwinParameterForm *self,
                 const char *key,
                 double value)
{
  g_signal_emit (self, signals[NUMBER_EDITED], 0, key, value);
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
update_number (TwinParameterForm *self,
               TwinParameterRow *row,
               const char *key)
{
  TwinParameterSplit *split = twin_parameter_row_get_split (row);

  if (split == NULL)
    {
      twin_parameter_row_set_number (row, twin_parameters_get_number (self->parameters, key));
      return;
    }
  twin_parameter_split_update (split, self->parameters, self->problems);
  twin_parameter_row_set_several (row, twin_parameter_split_is_open (split));
  twin_parameter_row_set_number (row, twin_parameter_split_get_number (split));
}

/* The row's problem is either its own or the other end of an ordering that is broken. */
static char *
dup_problem (TwinParameterForm *self,
             TwinParameterRow *row,
             const char *key)
{
  TwinParameterSplit *split = twin_parameter_row_get_split (row);
  g_autofree char *only = NULL;

  if (split == NULL || !twin_parameters_is_split (self->parameters, key))
    return twin_problems_describe (self->problems, self->parameters, key);
  /* They stand at the lines that have them. */
  if (twin_parameter_split_is_open (split))
    return NULL;

  only = g_strconcat (key, ".0", NULL);
  return twin_problems_describe (self->problems, self->parameters, only);
}

static void
update_row (TwinParameterForm *self,
            TwinParameterRow *row)
{
  const char *key = twin_parameter_row_get_key (row);
  const TwinParameter *parameter = twin_parameters_find (self->parameters, key, NULL);
  g_autofree char *problem = NULL;

  /* Other rows may stand in our groups, and lists may just have become shorter. */
  if (parameter == NULL)
    return;

  if (parameter->type == TWIN_PARAMETER_TEXT || parameter->type == TWIN_PARAMETER_DAYS)
    twin_parameter_row_set_text (row, twin_parameters_get_text (self->parameters, key));
  else
    update_number (self, row, key);

  problem = dup_problem (self, row, key);
  twin_parameter_row_set_problem (row, problem);
  gtk_widget_set_visible (GTK_WIDGET (row), twin_parameters_is_relevant (self->parameters, key));
}

static void
adopt_row (TwinParameterRow *row,
           gpointer data)
{
  TwinParameterForm *self = data;

  g_hash_table_insert (self->rows, g_strdup (twin_parameter_row_get_key (row)), row);
  g_signal_connect_object (row, "number-edited", G_CALLBACK (on_number_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "number-slid", G_CALLBACK (on_number_slid), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "text-edited", G_CALLBACK (on_text_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "destroy", G_CALLBACK (on_row_destroyed), self, G_CONNECT_SWAPPED);
  if (twin_parameter_row_get_split (row) != NULL)
    g_signal_connect_object (twin_parameter_row_get_split (row), "number-edited",
                             G_CALLBACK (on_split_edited), self, G_CONNECT_SWAPPED);
  update_row (self, row);
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
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    twin_access_key_collect (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                             GTK_WIDGET (self), self->access_keys);
  g_ptr_array_set_size (self->lists, 0);

  for (guint i = 0; i < self->type->n_parameters; i++)
    {
      const TwinParameter *parameter = &self->type->parameters[i];
      const TwinParameterList *its_list = twin_item_list_find_of (self->type, parameter);

      if (its_list == NULL)
        add_parameter (self, parameter);
      else if (its_list != list)
        add_list (self, its_list);
      list = its_list;
    }
}

void
twin_parameter_form_update (TwinParameterForm *self,
                            const TwinParameters *parameters,
                            GPtrArray *problems)
{
  const TwinModelType *type;
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (TWIN_IS_PARAMETER_FORM (self));
  g_return_if_fail (parameters != NULL && problems != NULL);

  /* Kept for rows that are made later. */
  g_clear_pointer (&self->parameters, twin_parameters_free);
  self->parameters = twin_parameters_copy (parameters);
  g_ptr_array_ref (problems);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = problems;

  type = twin_parameters_get_model_type (parameters);
  if (type != self->type)
    {
      self->type = type;
      build (self);
    }

  for (guint i = 0; i < self->lists->len; i++)
    twin_parameter_items_update (g_ptr_array_index (self->lists, i), self->parameters, problems);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    update_row (self, row);
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

/* Makes and opens what a row is in. */
static void
reveal (TwinParameterForm *self,
        const TwinItemKey *place)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      TwinParameterItems *items = g_ptr_array_index (self->lists, i);

      if (twin_parameter_items_get_list (items) == place->list)
        twin_parameter_items_reveal (items, (guint) MAX (place->item, 0));
    }
}

gboolean
twin_parameter_form_focus (TwinParameterForm *self,
                           const char *key)
{
  g_autofree char *concrete = NULL;
  TwinItemKey place = { NULL };
  GtkWidget *row;

  g_return_val_if_fail (TWIN_IS_PARAMETER_FORM (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  concrete = g_strdup (key);
  if (self->type != NULL && twin_item_key_read (&place, self->type, key))
    {
      g_free (concrete);
      concrete = twin_item_key_write (&place, MAX (place.item, 0), TWIN_ITEM_NONE);
      reveal (self, &place);
    }
  row = g_hash_table_lookup (self->rows, concrete);
  if (row == NULL)
    return FALSE;
  if (!gtk_widget_get_visible (row) && place.parameter != NULL
      && place.parameter->when_key != NULL)
    return twin_parameter_form_focus (self, place.parameter->when_key);

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
  g_clear_pointer (&self->parameters, twin_parameters_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

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
