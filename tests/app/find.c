/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "find.h"

GtkWidget *
find (GtkWidget *root,
      Match match,
      gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}
