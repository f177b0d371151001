/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands.h"

#include "testing.h"

#include "twin-number-text.h"
#include "twin-sidebar.h"

void
click (GtkWidget *button)
{
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
activate (TwinWindow *window,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

void
choose_model (TwinWindow *window,
              const char *name)
{
  const TwinModelType *const *types = twin_model_type_list ();
  GtkWidget *row = get_child (get_child (window, "sidebar"), "model_row");
  guint n = 0;

  while (types[n] != NULL && g_strcmp0 (types[n]->name, name) != 0)
    n++;
  g_assert_nonnull (types[n]);
  g_assert_true (gtk_widget_get_mapped (row));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), n);
}

void
set_number (TwinParameterRow *row,
            double value)
{
  GtkWidget *control = find_type (row, GTK_TYPE_RANGE);

  if (control != NULL)
    gtk_range_set_value (GTK_RANGE (control), value);
  else
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_type (row, GTK_TYPE_SPIN_BUTTON)), value);
}

void
type_number (TwinParameterRow *row,
             double value)
{
  GtkWidget *spin = find_type (row, GTK_TYPE_SPIN_BUTTON);
  g_autofree char *text = twin_number_text_format (value);

  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
}

void
set_replications (TwinWindow *window,
                  guint n)
{
  set_number (find_row (window, "experiment.replications"), n);
}

void
type_text (TwinWindow *window,
           const char *key,
           const char *text)
{
  GtkWidget *entry = find_type (find_row (window, key), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

void
reveal (TwinWindow *window,
        const char *list,
        guint item)
{
  g_autofree char *key = g_strdup_printf ("%s.%u.name", list, item);

  g_assert_true (twin_sidebar_focus (TWIN_SIDEBAR (get_child (window, "sidebar")), key));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

void
resize (TwinWindow *window,
        int width,
        int height)
{
  int default_width, default_height, border;

  /* Without a compositor GTK 4.8 counts the window's border as part of it. */
  gtk_window_get_default_size (GTK_WINDOW (window), &default_width, &default_height);
  border = default_width - gtk_widget_get_width (GTK_WIDGET (window));
  gtk_window_set_default_size (GTK_WINDOW (window), width + border, height + border);
  wait_until (gtk_widget_get_width (GTK_WIDGET (window)) == width
              && gtk_widget_get_height (GTK_WIDGET (window)) == height);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

void
scale_text (int times)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", times * 96 * PANGO_SCALE, NULL);
}
