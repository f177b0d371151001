/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-dim.h"

/* How much of its colour a mark keeps. */
#define SATURATION 0.4f

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

void
twin_dim_push_marks (GtkSnapshot *snapshot)
{
  /* How light red, green and blue are. Source: ITU-R BT.601. */
  static const float luma[] = { 0.299f, 0.587f, 0.114f };
  float values[16] = { 0 };
  graphene_matrix_t matrix;
  graphene_vec4_t offset;

  for (int from = 0; from < 3; from++)
    for (int to = 0; to < 3; to++)
      values[4 * from + to] = (1 - SATURATION) * luma[from] + (from == to ? SATURATION : 0);
  values[15] = 1;
  graphene_matrix_init_from_float (&matrix, values);
  graphene_vec4_init (&offset, 0, 0, 0, 0);
  gtk_snapshot_push_color_matrix (snapshot, &matrix, &offset);
}
