/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Makes the wheel over @control (a slider, a spin button) scroll what is around it, and change
 *  the control's value only while the control has the focus. */
void twin_wheel_guard (GtkWidget *control);

G_END_DECLS
