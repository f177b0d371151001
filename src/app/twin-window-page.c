/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-window-private.h"

#include <glib/gi18n-lib.h>

/* Live results come within a few frames; a spinner that flashes up for them would only disturb. */
#define BUSY_DELAY_MS 300

static void
show_busy (TwinWindow *self,
           gboolean busy)
{
  gtk_widget_set_visible (self->busy, busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
announce_results (TwinWindow *self)
{
  g_autofree char *summary = self->page != NULL ? twin_page_summarize (self->page) : NULL;

  if (summary != NULL)
    twin_announcer_say (self->announcer, summary);
}

static gboolean
on_busy_timeout (gpointer data)
{
  TwinWindow *self = data;

  self->busy_timeout = 0;
  show_busy (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
update_busy (TwinWindow *self)
{
  gboolean busy = FALSE;

  if (self->page != NULL)
    g_object_get (self->page, "busy", &busy, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.stop", busy);
  if (!busy)
    {
      g_clear_handle_id (&self->busy_timeout, g_source_remove);
      show_busy (self, FALSE);
      announce_results (self);
    }
  else if (self->busy_timeout == 0 && !gtk_spinner_get_spinning (self->spinner))
    {
      self->busy_timeout = g_timeout_add (BUSY_DELAY_MS, on_busy_timeout, self);
    }
}

static void
update_progress (TwinWindow *self)
{
  double fraction = -1;

  if (self->page != NULL)
    g_object_get (self->page, "fraction", &fraction, NULL);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
  gtk_widget_set_visible (GTK_WIDGET (self->progress),
                          fraction >= 0 && gtk_spinner_get_spinning (self->spinner));
}

static void
update_status (TwinWindow *self)
{
  g_autofree char *status = NULL;

  if (self->page != NULL)
    g_object_get (self->page, "status", &status, NULL);

  gtk_label_set_label (self->status, status != NULL ? status : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), status);
}

/* Results can be saved, and there is something to learn about them; a page that waits for its
 * button has none. A file has no parameters in it: what would be saved must be theirs. */
void
_twin_window_update_export (TwinWindow *self)
{
  gboolean can_export = FALSE;
  g_autofree char *problem = NULL;
  g_autofree char *tooltip = NULL;

  if (self->page != NULL)
    g_object_get (self->page, "can-export", &can_export, NULL);
  if (can_export)
    problem = twin_page_dup_problem (self->page, "optimize.");
  if (problem != NULL)
    /* Translators: why they cannot be exported; %s says what is wrong with the new ones. */
    tooltip = g_strdup_printf (_("The results are those of older parameters: %s"), problem);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-csv",
                                 can_export && problem == NULL);
  gtk_widget_set_tooltip_text (self->export_button, tooltip);
  twin_hint_bar_set_tab (self->hints,
                         can_export ? adw_view_stack_get_visible_child_name (self->stack) : NULL);
}

void
_twin_window_set_page (TwinWindow *self,
                       TwinPage *page)
{
  if (self->page == page)
    return;

  if (self->page != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->page, self);
      twin_page_set_active (self->page, FALSE);
    }

  self->page = page;
  if (page != NULL)
    {
      g_signal_connect_swapped (page, "notify::busy", G_CALLBACK (update_busy), self);
      g_signal_connect_swapped (page, "notify::fraction", G_CALLBACK (update_progress), self);
      g_signal_connect_swapped (page, "notify::status", G_CALLBACK (update_status), self);
      g_signal_connect_swapped (page, "notify::can-export",
                                G_CALLBACK (_twin_window_update_export), self);
      twin_page_set_active (page, TRUE);
    }

  update_busy (self);
  update_progress (self);
  update_status (self);
  _twin_window_update_export (self);
}

void
_twin_window_init_page (TwinWindow *self)
{
  g_signal_connect_object (self->spinner, "notify::spinning", G_CALLBACK (update_progress), self,
                           G_CONNECT_SWAPPED);
}
