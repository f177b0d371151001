/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tabs.h"

#include "testing.h"

#include "twin-chart-area.h"

static const Tab all_tabs[] = {
  { "warehouse", "run" }, { "warehouse", "scenario" }, { "warehouse", "optimize" },
  { "network", "run" },   { "network", "scenario" },   { "network", "optimize" },
};

void
add_tab_tests (const char *folder,
               const char *model,
               GTestDataFunc func)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_tabs); i++)
    {
      const Tab *tab = &all_tabs[i];
      g_autofree char *path = g_strconcat (folder, "/", tab->model, "/", tab->name, NULL);

      if (model == NULL || g_str_equal (tab->model, model))
        g_test_add_data_func (path, tab, func);
    }
}

TwinWindow *
open_tab (const Tab *tab)
{
  TwinWindow *window = open_example ();

  choose_model (window, tab->model);
  set_replications (window, 100);
  show_results (window, tab->name);
  return window;
}

GtkWidget *
get_tab (TwinWindow *window)
{
  return adw_view_stack_get_visible_child (ADW_VIEW_STACK (get_child (window, "stack")));
}

GtkWidget *
get_page_child (TwinWindow *window,
                const char *name)
{
  return get_child (get_tab (window), name);
}

void
show_tab (TwinWindow *window,
          const char *name)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (get_child (window, "stack")), name);
  wait_until (gtk_widget_get_mapped (get_tab (window)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

static gboolean
has_results (GtkWidget *page)
{
  gboolean busy, can_export;

  g_object_get (page, "busy", &busy, "can-export", &can_export, NULL);
  return !busy && can_export;
}

void
wait_for_results (TwinWindow *window)
{
  GtkWidget *page = get_tab (window);

  wait_until (has_results (page));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

void
start_search (TwinWindow *window)
{
  GtkWidget *button = get_child (get_tab (window), "optimize_button");

  /* Where there is none, the search follows by itself. */
  if (gtk_widget_get_visible (button))
    click (button);
}

void
show_results (TwinWindow *window,
              const char *tab)
{
  show_tab (window, tab);
  if (g_str_equal (tab, "optimize"))
    start_search (window);
  wait_for_results (window);
}

gboolean
is_busy (TwinWindow *window)
{
  gboolean busy;

  g_object_get (get_tab (window), "busy", &busy, NULL);
  return busy;
}

TwinChart *
get_trace (TwinWindow *window)
{
  GtkWidget *card = get_page_child (window, "trace_card");

  return twin_chart_area_get_chart (TWIN_CHART_AREA (get_child (card, "area")));
}
