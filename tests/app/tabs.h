/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart.h"
#include "twin-window.h"

G_BEGIN_DECLS

/* The window's tabs, and the results in them. */

typedef struct
{
  const char *model; /* "network" */
  const char *name;  /* "run" */
} Tab;

/** Adds a test for every tab of @model, or of every model where that is NULL, as
 *  FOLDER/network/run; @func gets the Tab. */
void add_tab_tests (const char *folder, const char *model, GTestDataFunc func);
/** A window on the example, or on a new project of another model than it has, in which @tab shows
 *  the results of a hundred replications. */
TwinWindow *open_tab (const Tab *tab);

/** Shows that tab ("run", "scenario", "optimize") and waits until it is drawn. */
void show_tab (TwinWindow *window, const char *name);
/** The tab that is shown, and a part of it, by its name. */
GtkWidget *get_tab (TwinWindow *window);
GtkWidget *get_page_child (TwinWindow *window, const char *name);
/** Waits until the tab that is shown has its full results and nothing is going on. */
void wait_for_results (TwinWindow *window);
/** Clicks the Optimize tab's button, where the search needs one; the tab is shown. */
void start_search (TwinWindow *window);
/** Shows that tab and waits for its results;
 *  asks for them where the tab does not begin by itself. */
void show_results (TwinWindow *window, const char *tab);
gboolean is_busy (TwinWindow *window);
/** What the Run tab draws of one replication; or NULL. */
TwinChart *get_trace (TwinWindow *window);

G_END_DECLS
