/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-model-nodes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const TwinMetric *
twin_model_nodes_get_metrics (const TwinModel *model,
                              guint            node,
                              guint           *n)
{
  const TwinModelType *type = twin_model_get_model_type (model);

  *n = node > 0 ? twin_model_get_node (model, node - 1)->n_metrics : type->n_metrics;
  return node > 0 ? twin_model_get_node (model, node - 1)->metrics : type->metrics;
}

guint
twin_model_nodes_get_first_metric (const TwinModel *model,
                                   guint            node)
{
  guint first = node > 0 ? twin_model_get_model_type (model)->n_metrics : 0;

  for (guint i = 0; i + 1 < node; i++)
    first += twin_model_get_node (model, i)->n_metrics;
  return first;
}

void
twin_model_nodes_set_titles (GtkDropDown       *drop_down,
                             const char *const *titles)
{
  GListModel *old = gtk_drop_down_get_model (drop_down);
  const guint selected = gtk_drop_down_get_selected (drop_down);
  const guint n = g_strv_length ((char **) titles);
  g_autoptr (GtkStringList) list = NULL;
  gboolean same = old != NULL && g_list_model_get_n_items (old) == n;

  for (guint i = 0; same && titles[i] != NULL; i++)
    same = strcmp (gtk_string_list_get_string (GTK_STRING_LIST (old), i), titles[i]) == 0;
  if (same)
    return;
  list = gtk_string_list_new (titles);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  if (selected < n)
    gtk_drop_down_set_selected (drop_down, selected);
}

void
twin_model_nodes_fill (const TwinModel *model,
                       GtkDropDown     *drop_down)
{
  const guint n = twin_model_get_n_nodes (model);
  g_autofree const char **titles = g_new0 (const char *, n + 2);

  titles[0] = _(twin_model_get_model_type (model)->title);
  for (guint i = 0; i < n; i++)
    titles[i + 1] = twin_model_get_node (model, i)->title;
  twin_model_nodes_set_titles (drop_down, titles);
  gtk_widget_set_visible (GTK_WIDGET (drop_down), n > 0);
}
