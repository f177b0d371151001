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

/* Parts of a window */

GtkWidget *
get_child (gpointer widget,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));
}

static gboolean
has_key (GtkWidget *widget,
         gconstpointer key)
{
  return TWIN_IS_PARAMETER_ROW (widget)
         && g_str_equal (twin_parameter_row_get_key (TWIN_PARAMETER_ROW (widget)), key);
}

TwinParameterRow *
look_for_row (gpointer root,
              const char *key)
{
  GtkWidget *found = find (root, has_key, key);

  return found != NULL ? TWIN_PARAMETER_ROW (found) : NULL;
}

TwinParameterRow *
find_row (gpointer root,
          const char *key)
{
  TwinParameterRow *found = look_for_row (root, key);

  if (found == NULL)
    g_error ("there is no row for %s", key);
  return found;
}

static gboolean
has_type (GtkWidget *widget,
          gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

GtkWidget *
find_type (gpointer root,
           GType type)
{
  return find (root, has_type, &type);
}

static gboolean
is_button (GtkWidget *widget,
           gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

GtkWidget *
find_button (gpointer root,
             const char *label)
{
  return find (root, is_button, label);
}

static gboolean
is_named_button (GtkWidget *widget,
                 gconstpointer tooltip)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

GtkWidget *
find_named_button (gpointer root,
                   const char *tooltip)
{
  GtkWidget *found = find (root, is_named_button, tooltip);

  if (found == NULL)
    g_error ("there is no button “%s”", tooltip);
  return found;
}

static gboolean
is_icon (GtkWidget *widget,
         gconstpointer name)
{
  return GTK_IS_IMAGE (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), name) == 0;
}

GtkWidget *
find_icon (gpointer root,
           const char *name)
{
  return find (root, is_icon, name);
}

static gboolean
says (GtkWidget *widget,
      gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

GtkWidget *
find_label (gpointer root,
            const char *text)
{
  return find (root, says, text);
}

/* What a window shows */

TwinDocument *
get_document (TwinWindow *window)
{
  return twin_window_get_document (window);
}

const TwinProject *
get_project (TwinWindow *window)
{
  return twin_document_get_project (get_document (window));
}

const TwinParameters *
get_parameters (TwinWindow *window)
{
  return twin_project_get_parameters (get_project (window));
}

double
get_number (TwinWindow *window,
            const char *key)
{
  return twin_parameters_get_number (get_parameters (window), key);
}

const char *
get_status (TwinWindow *window)
{
  return gtk_label_get_text (GTK_LABEL (get_child (window, "status")));
}

gboolean
is_modified (TwinWindow *window)
{
  return twin_document_get_modified (get_document (window));
}
