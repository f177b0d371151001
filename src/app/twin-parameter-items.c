/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-parameter-items.h"

typedef struct
{
  AdwExpanderRow *expander;
  GtkWidget *duplicate;
  GtkWidget *remove;
} Item;

struct _TwinParameterItems
{
  AdwPreferencesGroup parent_instance;

  const TwinModelType *type;
  const TwinParameterList *list;
  TwinRowFunc row_made;
  gpointer row_made_data;

  GtkWidget *add;
  GArray *items;  /* Item */
  int opened;     /* the item that the next update makes, which the user asked for; or −1 */
  int closed;     /* the item that the next update loses; or −1 */
};

G_DEFINE_FINAL_TYPE (TwinParameterItems, twin_parameter_items, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  INSERT,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
belongs_to (const TwinParameterList *list,
            const char *key)
{
  const gsize length = strlen (list->key);

  return strncmp (key, list->key, length) == 0 && g_str_has_prefix (key + length, ".*.");
}

const TwinParameterList *
twin_parameter_items_find_list (const TwinModelType *type,
                                const char *key)
{
  for (guint i = 0; i < type->n_lists; i++)
    if (belongs_to (&type->lists[i], key))
      return &type->lists[i];

  return NULL;
}

/* "stores.*.capacity" of item 2 is "stores.2.capacity". */
static char *
item_key (const TwinParameterList *list,
          const char *key,
          guint item)
{
  return g_strdup_printf ("%s.%u%s", list->key, item, key + strlen (list->key) + strlen (".*"));
}

static guint
find_item (TwinParameterItems *self,
           GtkWidget *button)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->duplicate == button || item->remove == button)
        return i;
    }

  g_return_val_if_reached (0);
}

static void
on_add (TwinParameterItems *self)
{
  self->opened = self->items->len;
  g_signal_emit (self, signals[INSERT], 0, self->list->key, self->items->len, -1);
}

static void
on_duplicate (TwinParameterItems *self,
              GtkWidget *button)
{
  const guint item = find_item (self, button);

  self->opened = item + 1;
  g_signal_emit (self, signals[INSERT], 0, self->list->key, item + 1, (int) item);
}

static void
on_remove (TwinParameterItems *self,
           GtkWidget *button)
{
  const guint item = find_item (self, button);

  self->closed = item;
  g_signal_emit (self, signals[REMOVE], 0, self->list->key, item);
}

static GtkWidget *
create_button (TwinParameterItems *self,
               const char *icon_name,
               const char *tooltip,
               GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_item (TwinParameterItems *self,
          gboolean expanded)
{
  const guint n = self->items->len;
  Item item;

  item.expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (item.expander), FALSE);
  item.duplicate = create_button (self, "edit-copy-symbolic", _("Duplicate"),
                                  G_CALLBACK (on_duplicate));
  item.remove = create_button (self, "user-trash-symbolic", _("Remove"), G_CALLBACK (on_remove));
  adw_expander_row_add_action (item.expander, item.remove);
  adw_expander_row_add_action (item.expander, item.duplicate);

  for (guint i = 0; i < self->type->n_parameters; i++)
    {
      const TwinParameter *parameter = &self->type->parameters[i];
      g_autofree char *key = NULL;
      GtkWidget *row;

      if (!belongs_to (self->list, parameter->key))
        continue;

      key = item_key (self->list, parameter->key, n);
      row = twin_parameter_row_new (parameter, key);
      adw_expander_row_add_row (item.expander, row);
      self->row_made (TWIN_PARAMETER_ROW (row), self->row_made_data);
    }

  adw_expander_row_set_expanded (item.expander, expanded);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (item.expander));
  g_array_append_val (self->items, item);
}

/* Which items are open after the change that is known, or after one by undo, which is not. */
static GArray *
list_expanded (TwinParameterItems *self)
{
  const gboolean yes = TRUE;
  GArray *expanded = g_array_new (FALSE, TRUE, sizeof (gboolean));

  for (guint i = 0; i < self->items->len; i++)
    {
      gboolean is = adw_expander_row_get_expanded (g_array_index (self->items, Item, i).expander);

      g_array_append_val (expanded, is);
    }

  if (self->closed >= 0 && self->closed < (int) expanded->len)
    g_array_remove_index (expanded, self->closed);
  if (self->opened >= 0 && self->opened <= (int) expanded->len)
    g_array_insert_val (expanded, self->opened, yes);
  self->opened = self->closed = -1;

  return expanded;
}

static void
set_length (TwinParameterItems *self,
            guint n)
{
  g_autoptr (GArray) expanded = list_expanded (self);

  for (guint i = 0; i < self->items->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  GTK_WIDGET (g_array_index (self->items, Item, i).expander));
  g_array_set_size (self->items, 0);

  for (guint i = 0; i < n; i++)
    add_item (self, i < expanded->len && g_array_index (expanded, gboolean, i));
}

/* The name that people gave an item: its "name", or else its first text. */
static const char *
find_name (TwinParameterItems *self,
           const TwinParameters *parameters,
           guint item)
{
  const TwinParameter *named = NULL;
  g_autofree char *key = NULL;

  for (guint i = 0; i < self->type->n_parameters; i++)
    {
      const TwinParameter *parameter = &self->type->parameters[i];

      if (parameter->type == TWIN_PARAMETER_TEXT && belongs_to (self->list, parameter->key)
          && (named == NULL || g_str_has_suffix (parameter->key, ".name")))
        named = parameter;
    }
  if (named == NULL)
    return NULL;

  key = item_key (self->list, named->key, item);
  return twin_parameters_get_text (parameters, key);
}

static void
update_item (TwinParameterItems *self,
             const TwinParameters *parameters,
             guint n)
{
  const Item *item = &g_array_index (self->items, Item, n);
  const char *name = find_name (self, parameters, n);
  g_autofree char *numbered = NULL;

  if (name == NULL || *name == '\0')
    {
      /* Translators: an item of a list and its number: "Store 2". */
      numbered = g_strdup_printf (_("%s %u"), _(self->list->item_title), n + 1);
      name = numbered;
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (item->expander), name);
  gtk_widget_set_sensitive (item->duplicate, self->items->len < self->list->upper);
  gtk_widget_set_sensitive (item->remove, self->items->len > self->list->lower);
}

void
twin_parameter_items_update (TwinParameterItems *self,
                             const TwinParameters *parameters)
{
  guint n;

  g_return_if_fail (TWIN_IS_PARAMETER_ITEMS (self));

  n = twin_parameters_get_n_items (parameters, self->list->key);
  if (n != self->items->len)
    set_length (self, n);
  for (guint i = 0; i < n; i++)
    update_item (self, parameters, i);
  gtk_widget_set_sensitive (self->add, n < self->list->upper);
}

void
twin_parameter_items_reveal (TwinParameterItems *self,
                             GtkWidget *row)
{
  GtkWidget *expander = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);

  g_return_if_fail (TWIN_IS_PARAMETER_ITEMS (self));

  if (expander != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
}

GtkWidget *
twin_parameter_items_new (const TwinModelType *type,
                          const TwinParameterList *list,
                          TwinRowFunc row_made,
                          gpointer user_data)
{
  TwinParameterItems *self;

  g_return_val_if_fail (type != NULL && list != NULL, NULL);
  g_return_val_if_fail (row_made != NULL, NULL);

  self = g_object_new (TWIN_TYPE_PARAMETER_ITEMS, "title", _(list->title), NULL);
  self->type = type;
  self->list = list;
  self->row_made = row_made;
  self->row_made_data = user_data;

  self->add = create_button (self, "list-add-symbolic", _("Add"), G_CALLBACK (on_add));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);

  return GTK_WIDGET (self);
}

static void
twin_parameter_items_finalize (GObject *object)
{
  TwinParameterItems *self = TWIN_PARAMETER_ITEMS (object);

  g_clear_pointer (&self->items, g_array_unref);

  G_OBJECT_CLASS (twin_parameter_items_parent_class)->finalize (object);
}

static void
twin_parameter_items_class_init (TwinParameterItemsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = twin_parameter_items_finalize;

  signals[INSERT] = g_signal_new ("insert", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT,
                                  G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
twin_parameter_items_init (TwinParameterItems *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->opened = -1;
  self->closed = -1;
}
