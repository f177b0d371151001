/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-dim.h"

void
twin_dim (GtkWidget *part,
          gboolean   dimmed)
{
  g_return_if_fail (GTK_IS_WIDGET (part));

  gtk_widget_set_opacity (part, dimmed ? TWIN_DIM_OPACITY : 1);
  /* Text that is dimmed anyway would be too faint if both came together. */
  if (dimmed)
    gtk_widget_add_css_class (part, "older");
  else
    gtk_widget_remove_css_class (part, "older");
}
