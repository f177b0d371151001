/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "twin-parameter.h"

G_BEGIN_DECLS

/**
 * TwinParameterNumber:
 *
 * One number and what sets it: a spin button for all that its parameter allows and, where the
 * table says so, a slider for the part of it that is usual, or that its value asks for.
 *
 * Signals: "edited" (double): somebody typed or counted to another number; "slid" (double):
 * somebody wants to move the slider there. Whoever hears the latter says where it stops, by
 * twin_parameter_number_set_value().
 */
#define TWIN_TYPE_PARAMETER_NUMBER (twin_parameter_number_get_type ())
G_DECLARE_FINAL_TYPE (TwinParameterNumber, twin_parameter_number, TWIN, PARAMETER_NUMBER, GObject)

/** @parameter: static, TWIN_PARAMETER_REAL or TWIN_PARAMETER_WHOLE. */
TwinParameterNumber *twin_parameter_number_new (const TwinParameter *parameter);
/** Its controls, for a row to place; the slider may be NULL. (transfer none) */
GtkWidget *twin_parameter_number_get_spin (TwinParameterNumber *self);
GtkWidget *twin_parameter_number_get_slider (TwinParameterNumber *self);
/** Shows @value in both, wherever the slider has been moved to; emits nothing. */
void twin_parameter_number_set_value (TwinParameterNumber *self, double value);

G_END_DECLS
