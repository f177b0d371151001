/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-parameter-row.h"
#include "twin-window.h"

G_BEGIN_DECLS

/* Hands: what somebody does with a window, and with the desktop that it is on. */

/** What a click does; only where somebody could click. */
void click (GtkWidget *button);
/** Does the window's action ("win.save"). */
void activate (TwinWindow *window, const char *action);
/** Chooses the model of that name ("network") in the side bar. */
void choose_model (TwinWindow *window, const char *name);
/** Moves the row's slider or spin button. */
void set_number (TwinParameterRow *row, double value);
/** Types into the row's spin button. */
void type_number (TwinParameterRow *row, double value);
/** Has every experiment of the window repeated @n times:
 *  few, for a test that has no use for more. */
void set_replications (TwinWindow *window, guint n);
/** Types the value of that parameter ("spike_days") in the side bar. */
void type_text (TwinWindow *window, const char *key, const char *text);
/** Opens that item of a list ("stores") in the side bar. */
void reveal (TwinWindow *window, const char *list, guint item);

/** Resizes the window, and waits until it has that size. */
void resize (TwinWindow *window, int width, int height);
/** Has all text @times as large as by default, as the desktop's setting does. */
void scale_text (int times);

G_END_DECLS
