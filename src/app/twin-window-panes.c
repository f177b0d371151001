/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-window-private.h"

/* In the order in which F6 goes through them. */
static void
list_panes (TwinWindow *self,
            GtkWidget *panes[TWIN_N_PANES])
{
  panes[0] = GTK_WIDGET (self->header);
  panes[1] = GTK_WIDGET (self->sidebar);
  panes[2] = GTK_WIDGET (self->stack);
  panes[3] = self->status_line;
  panes[4] = GTK_WIDGET (self->switcher_bar);
}

void
_twin_window_move_pane (TwinWindow *self,
                        int step)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *panes[TWIN_N_PANES];
  int now = 0;

  list_panes (self, panes);
  for (int i = 0; focus != NULL && i < TWIN_N_PANES; i++)
    if (gtk_widget_is_ancestor (focus, panes[i]))
      now = i;

  for (int i = 1; i < TWIN_N_PANES; i++)
    {
      GtkWidget *pane = panes[(now + i * step + i * TWIN_N_PANES) % TWIN_N_PANES];

      if (gtk_widget_get_mapped (pane) && gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
        break;
    }
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}
