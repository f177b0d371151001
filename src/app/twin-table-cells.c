/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-table-cells.h"

#include "twin-table-access.h"
#include "twin-table-rows.h"

/* A column is known by its number, which is the handlers' user data. */

/* Letters of a column of words that are seen in any case. */
#define TEXT_CHARS 6

static void
setup_number (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
setup_text (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* Where there is not room for all, numbers are seen whole, and words have a tooltip. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
fill_cell (GtkListItem *item,
           guint        column)
{
  TwinTableRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = twin_table_row_get_text (row, column);
  g_autofree char *tooltip = twin_table_row_get_tooltip (row, column);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (tooltip == NULL && gtk_label_get_ellipsize (GTK_LABEL (label)) != PANGO_ELLIPSIZE_NONE)
    tooltip = g_steal_pointer (&text);
  /* Setting one asks the display where the pointer is, and waits for the answer. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (label), tooltip) != 0)
    gtk_widget_set_tooltip_text (label, tooltip);
  if (column == 0)
    twin_table_name_row (label, row);
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  column)
{
  GHashTable *cells = g_object_get_data (G_OBJECT (factory), "cells");

  g_hash_table_insert (cells, item, column);
  fill_cell (item, GPOINTER_TO_UINT (column));
}

static void
unbind_cell (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  g_hash_table_remove (g_object_get_data (G_OBJECT (factory), "cells"), item);
}

GtkListItemFactory *
twin_table_cells_new_factory (GHashTable *cells,
                              guint       column,
                              gboolean    text)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (text ? setup_text : setup_number), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell), NULL);
  g_object_set_data_full (G_OBJECT (factory), "cells", g_hash_table_ref (cells),
                          (GDestroyNotify) g_hash_table_unref);
  return factory;
}

void
twin_table_cells_fill (GHashTable *cells)
{
  GHashTableIter iter;
  gpointer item, column;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &item, &column))
    fill_cell (item, GPOINTER_TO_UINT (column));
}
