/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-field-access.h"

#include <glib/gi18n-lib.h>

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

void
twin_field_announce (GtkWidget  *control,
                     const char *title,
                     const char *problem)
{
  g_autofree char *words = NULL;

  g_return_if_fail (GTK_IS_EDITABLE (control));
  g_return_if_fail (title != NULL);

  /* Translators: a number's title, and what is wrong with it or the number itself. */
  words = g_strdup_printf (_("%s: %s"), title,
                           problem != NULL ? problem
                                           : gtk_editable_get_text (GTK_EDITABLE (control)));
  gtk_widget_activate_action (control, "win.announce", "s", words);
}

gboolean
twin_field_row_focus (GtkWidget        *row,
                      GtkDirectionType  direction)
{
  GtkWidget *content = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  return content != NULL && gtk_widget_child_focus (content, direction);
}
