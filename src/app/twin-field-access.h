/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader says of a field, and how the keyboard comes by it. */

/** Names @control by the label of its title and that of its unit (nullable, or hidden). */
void twin_field_set_labels (GtkWidget *control, GtkWidget *title, GtkWidget *unit);
/** What there is to know of it: the problem where there is one (nullable),
 *  else @help (nullable). */
void twin_field_describe (GtkWidget *control, const char *help, const char *problem);
/** Has the window say what was typed into @control, under @title: the problem with it
 *  (nullable), else what stands there now. */
void twin_field_announce (GtkWidget *control, const char *title, const char *problem);
/** For a list row's class that has several fields: Tab goes through them as elsewhere. A row by
 *  itself takes the focus, or passes it to one of them. */
gboolean twin_field_row_focus (GtkWidget *row, GtkDirectionType direction);

G_END_DECLS
