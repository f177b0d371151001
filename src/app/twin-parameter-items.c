/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-parameter-items.h"

#include "twin-item-keys.h"
#include "twin-problems.h"

typedef struct
{
  AdwExpanderRow *expander;
  GtkWidget *warning;
  GtkWidget *duplicate;
  GtkWidget *remove;
  GtkWidget *name_row; /* NULL: its rows are not made yet, or none of them is a name */
  gboolean has_rows;
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

static guint
find_item (TwinParameterItems *self,
           gpointer part)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->duplicate == part || item->remove == part || item->expander == part)
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
               GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static void
make_row (TwinParameterItems *self,
          guint number,
          const TwinParameter *parameter)
{
  const TwinItemKey place = { .parameter = parameter };
  Item *item = &g_array_index (self->items, Item, number);
  g_autofree char *key = twin_item_key_write (&place, (int) number, TWIN_ITEM_NONE);
  GtkWidget *row = twin_parameter_row_new (parameter, key);

  adw_expander_row_add_row (item->expander, row);
  if (parameter == twin_item_list_find_name (self->type, self->list))
    item->name_row = row;
  self->row_made (TWIN_PARAMETER_ROW (row), self->row_made_data);
}

static void
make_rows (TwinParameterItems *self,
           guint number)
{
  Item *item = &g_array_index (self->items, Item, number);

  if (item->has_rows)
    return;

  item->has_rows = TRUE;
  for (guint i = 0; i < self->type->n_parameters; i++)
    if (twin_item_list_find_of (self->type, &self->type->parameters[i]) == self->list)
      make_row (self, number, &self->type->parameters[i]);
}

static void
on_expanded (TwinParameterItems *self,
             GParamSpec *pspec,
             AdwExpanderRow *expander)
{
  if (adw_expander_row_get_expanded (expander))
    make_rows (self, find_item (self, expander));
}

static void
add_item (TwinParameterItems *self)
{
  Item item = { .expander = ADW_EXPANDER_ROW (adw_expander_row_new ()) };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (item.expander), FALSE);
  item.warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (item.warning, "error");
  item.duplicate = create_button (self, "edit-copy-symbolic", G_CALLBACK (on_duplicate));
  item.remove = create_button (self, "user-trash-symbolic", G_CALLBACK (on_remove));
  adw_expander_row_add_action (item.expander, item.remove);
  adw_expander_row_add_action (item.expander, item.duplicate);
  /* Not a prefix: the room of one stays even while it is hidden. */
  adw_expander_row_add_action (item.expander, item.warning);
  g_signal_connect_object (item.expander, "notify::expanded", G_CALLBACK (on_expanded), self,
                           G_CONNECT_SWAPPED);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (item.expander));
  g_array_append_val (self->items, item);
}

static void
remove_last_item (TwinParameterItems *self)
{
  const Item *item = &g_array_index (self->items, Item, self->items->len - 1);

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (item->expander));
  g_array_set_size (self->items, self->items->len - 1);
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

  return expanded;
}

/* Items have no identity but their number: it is always the last that comes or goes, and what is
 * open moves with what it shows. */
static void
set_length (TwinParameterItems *self,
            guint n)
{
  g_autoptr (GArray) expanded = list_expanded (self);

  while (self->items->len > n)
    remove_last_item (self);
  while (self->items->len < n)
    add_item (self);

  for (guint i = 0; i < n; i++)
    adw_expander_row_set_expanded (g_array_index (self->items, Item, i).expander,
                                   i < expanded->len && g_array_index (expanded, gboolean, i));
}

static gboolean
has_problem (TwinParameterItems *self,
             guint number,
             const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const char *key = twin_error_get_key (problems->pdata[i]);
      TwinItemKey place;

      if (key != NULL && twin_item_key_read (&place, self->type, key) && place.list == self->list
          && place.item == (int) number)
        return TRUE;
    }

  return FALSE;
}

static void
set_button_name (GtkWidget *button,
                 const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_item (TwinParameterItems *self,
             const TwinParameters *parameters,
             const GPtrArray *problems,
             guint n)
{
  const Item *item = &g_array_index (self->items, Item, n);
  g_autofree char *name = twin_item_dup_name (parameters, self->list, n);
  /* Translators: %s is the name of an item of a list, such as a store. */
  g_autofree char *duplicate = g_strdup_printf (_("Duplicate “%s”"), name);
  /* Translators: %s is the name of an item of a list, such as a store. */
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (item->expander), name);
  set_button_name (item->duplicate, duplicate);
  set_button_name (item->remove, remove);
  gtk_widget_set_sensitive (item->duplicate, self->items->len < self->list->upper);
  gtk_widget_set_sensitive (item->remove, self->items->len > self->list->lower);
  gtk_widget_set_visible (item->warning, has_problem (self, n, problems));
}

/* Shows all of the item, or of one that is higher than the side bar the beginning. */
static void
scroll_to (GtkWidget *expander)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (expander, GTK_TYPE_VIEWPORT);
  GtkWidget *all = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  GtkAdjustment *position;
  graphene_rect_t box;
  double height;

  if (all == NULL || !gtk_widget_compute_bounds (expander, all, &box))
    return;
  box.origin.y += (float) gtk_widget_get_margin_top (all);
  position = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  height = MIN (box.size.height, gtk_adjustment_get_page_size (position));
  gtk_adjustment_clamp_page (position, box.origin.y, box.origin.y + height);
}

/* The focus scrolls to where its row is, and that is nowhere before the item is open. */
static gboolean
await_open (GtkWidget *expander,
            GdkFrameClock *clock,
            gpointer name_row)
{
  GtkWidget *revealer = gtk_widget_get_ancestor (name_row, GTK_TYPE_REVEALER);

  if (gtk_widget_get_height (name_row) == 0
      || (revealer != NULL && !gtk_revealer_get_child_revealed (GTK_REVEALER (revealer))))
    return G_SOURCE_CONTINUE;
  scroll_to (expander);
  return G_SOURCE_REMOVE;
}

void
twin_parameter_items_update (TwinParameterItems *self,
                             const TwinParameters *parameters,
                             const GPtrArray *problems)
{
  GtkWidget *name_row = NULL;
  AdwExpanderRow *opened = NULL;
  guint n;

  g_return_if_fail (TWIN_IS_PARAMETER_ITEMS (self));

  n = twin_parameters_get_n_items (parameters, self->list->key);
  if (n != self->items->len)
    set_length (self, n);
  for (guint i = 0; i < n; i++)
    update_item (self, parameters, problems, i);
  gtk_widget_set_sensitive (self->add, n < self->list->upper);

  /* Whoever adds an item wants to name it. */
  if (self->opened >= 0 && self->opened < (int) n)
    {
      opened = g_array_index (self->items, Item, self->opened).expander;
      name_row = g_array_index (self->items, Item, self->opened).name_row;
    }
  self->opened = self->closed = -1;
  if (name_row != NULL)
    {
      gtk_widget_grab_focus (name_row);
      gtk_widget_add_tick_callback (GTK_WIDGET (opened), await_open, g_object_ref (name_row),
                                    g_object_unref);
    }
}

const TwinParameterList *
twin_parameter_items_get_list (TwinParameterItems *self)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_ITEMS (self), NULL);

  return self->list;
}

gboolean
twin_parameter_items_reveal (TwinParameterItems *self,
                             guint item)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_ITEMS (self), FALSE);

  if (item >= self->items->len)
    return FALSE;

  adw_expander_row_set_expanded (g_array_index (self->items, Item, item).expander, TRUE);
  return TRUE;
}

GtkWidget *
twin_parameter_items_new (const TwinModelType *type,
                          const TwinParameterList *list,
                          TwinRowFunc row_made,
                          gpointer user_data)
{
  TwinParameterItems *self;
  g_autofree char *label = NULL;

  g_return_val_if_fail (type != NULL && list != NULL, NULL);
  g_return_val_if_fail (row_made != NULL, NULL);

  self = g_object_new (TWIN_TYPE_PARAMETER_ITEMS, "title", _(list->title), NULL);
  self->type = type;
  self->list = list;
  self->row_made = row_made;
  self->row_made_data = user_data;

  self->add = create_button (self, "list-add-symbolic", G_CALLBACK (on_add));
  set_button_name (self->add, _(list->add_title));
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
