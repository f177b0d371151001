/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A spin button that shows its value with all the decimals it has and reads what is typed as the
 *  locale writes numbers (see twin-number-text.h), and that the wheel leaves alone unless it has
 *  the focus. Where what is typed cannot be read, the number is put back, unless a TwinNumberCheck
 *  has been asked for. */
GtkWidget *twin_number_spin_new (GtkAdjustment *adjustment);

G_END_DECLS
