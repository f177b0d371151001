/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-examples.h"
#include "twin-project-file.h"
#include "twin-window-private.h"

#define MAX_RECENT 10

static void
add_item (GMenu *menu,
          const char *title,
          const char *action,
          const char *target)
{
  g_autoptr (GMenuItem) item = NULL;
  g_autoptr (GString) label = g_string_new (title);

  g_string_replace (label, "_", "__", 0);
  item = g_menu_item_new (label->str, NULL);
  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
fill_examples_menu (TwinWindow *self)
{
  guint n_examples;
  const TwinExample *examples = twin_examples_list (&n_examples);

  for (guint i = 0; i < n_examples; i++)
    add_item (self->examples_menu, _(examples[i].title), "win.open-example", examples[i].name);
}

static gboolean
is_project (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), TWIN_PROJECT_MIME_TYPE) == 0
         || g_str_has_suffix (gtk_recent_info_get_uri (info), TWIN_PROJECT_SUFFIX);
}

static int
compare_visited (gconstpointer a,
                 gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static void
fill_recent_menu (TwinWindow *self)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  g_menu_remove_all (self->recent_menu);
  infos = g_list_sort (infos, compare_visited);
  for (GList *l = infos; l != NULL && n < MAX_RECENT; l = l->next)
    {
      GtkRecentInfo *info = l->data;

      if (!is_project (info))
        continue;

      add_item (self->recent_menu, gtk_recent_info_get_display_name (info), "win.open-uri",
                gtk_recent_info_get_uri (info));
      n++;
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);

  /* An action that is not there is shown insensitive. */
  if (n == 0)
    g_menu_append (self->recent_menu, _("No Recent Projects"), "win.none");
}

void
_twin_window_init_menus (TwinWindow *self)
{
  fill_examples_menu (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (fill_recent_menu), self, G_CONNECT_SWAPPED);
  fill_recent_menu (self);
}
