/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-number-spin.h"

#include "twin-number-check.h"
#include "twin-number-text.h"
#include "twin-wheel.h"

#define WIDTH_CHARS 6
#define MAX_WIDTH_CHARS 9

static int
on_input (GtkSpinButton *spin,
          double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  const gboolean is_number = twin_number_text_parse (text, value);
  TwinNumberCheck *check = twin_number_check_look_for (spin);

  if (check != NULL)
    twin_number_check_judge (check, is_number);
  /* After an error, GTK would go on with a value that nobody has set. */
  if (!is_number)
    *value = gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin));

  return TRUE;
}

static gboolean
on_output (GtkSpinButton *spin)
{
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (spin);
  TwinNumberCheck *check = twin_number_check_look_for (spin);
  g_autofree char *text = twin_number_text_format (gtk_adjustment_get_value (adjustment));

  if (check != NULL && twin_number_check_keeps_text (check))
    return TRUE;
  /* The same text again would move the cursor. */
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  if (check != NULL)
    twin_number_check_settle (check);

  return TRUE;
}

GtkWidget *
twin_number_spin_new (GtkAdjustment *adjustment)
{
  GtkWidget *spin;

  g_return_val_if_fail (GTK_IS_ADJUSTMENT (adjustment), NULL);

  spin = gtk_spin_button_new (NULL, 0, 0);
  g_signal_connect (spin, "input", G_CALLBACK (on_input), NULL);
  g_signal_connect (spin, "output", G_CALLBACK (on_output), NULL);
  gtk_spin_button_set_adjustment (GTK_SPIN_BUTTON (spin), adjustment);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), WIDTH_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), MAX_WIDTH_CHARS);
  gtk_editable_set_alignment (GTK_EDITABLE (spin), 1);
  twin_wheel_guard (spin);

  return spin;
}
