/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-table-access.h"

#include <glib/gi18n-lib.h>

void
twin_table_name_row (GtkWidget    *cell,
                     TwinTableRow *row)
{
  GtkWidget *table = gtk_widget_get_ancestor (cell, GTK_TYPE_COLUMN_VIEW);
  GListModel *columns;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (cell));
  g_return_if_fail (TWIN_IS_TABLE_ROW (row));

  /* The widget of a row is one of GTK's own: the cell of a column is in it. */
  cell = gtk_widget_get_parent (cell);
  if (table == NULL || cell == NULL || gtk_widget_get_parent (cell) == NULL)
    return;
  columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (table));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *text = twin_table_row_get_text (row, i);
      /* Translators: the title of a column and what stands below it: "Fill rate: 94 %" */
      g_autofree char *line =
          g_strdup_printf (_("%s: %s"), gtk_column_view_column_get_title (column), text);

      g_strv_builder_add (builder, line);
    }
  lines = g_strv_builder_end (builder);
  name = g_strjoinv ("\n", lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

void
twin_table_align_titles (GtkWidget    *header,
                         const GArray *is_number)
{
  GtkWidget *title;

  g_return_if_fail (GTK_IS_WIDGET (header));
  g_return_if_fail (is_number != NULL);

  title = gtk_widget_get_first_child (header);
  for (guint i = 0; title != NULL && i < is_number->len; i++)
    {
      GtkLabel *label = find_label (title);

      if (label != NULL && g_array_index (is_number, gboolean, i))
        {
          gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
          gtk_label_set_xalign (label, 1);
        }
      title = gtk_widget_get_next_sibling (title);
    }
}
