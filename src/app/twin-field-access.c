/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-field-access.h"

void
twin_field_set_labels (GtkWidget *control,
                       GtkWidget *title,
                       GtkWidget *unit)
{
  g_return_if_fail (GTK_IS_WIDGET (control));
  g_return_if_fail (GTK_IS_WIDGET (title));

  if (unit != NULL && gtk_widget_get_visible (unit))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (control),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, unit, NULL, -1);
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (control),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
}

void
twin_field_describe (GtkWidget  *control,
                     const char *help,
                     const char *problem)
{
  const char *description = problem != NULL ? problem : help;

  g_return_if_fail (GTK_IS_WIDGET (control));

  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

gboolean
twin_field_row_focus (GtkWidget        *row,
                      GtkDirectionType  direction)
{
  GtkWidget *content = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  return content != NULL && gtk_widget_child_focus (content, direction);
}
