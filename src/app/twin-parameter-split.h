/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "twin-parameters.h"

G_BEGIN_DECLS

/**
 * TwinParameterSplit:
 *
 * The lower part of a row whose number can differ by the items of a list, such as a capacity by
 * SKU: a line with name and spin button for each. It is seen while the number is split; a toggle
 * button, which the row puts beside its title, splits it and makes it one again.
 *
 * Signal: "number-edited" (key, double): also what the toggle button does is a number that is set.
 */
#define TWIN_TYPE_PARAMETER_SPLIT (twin_parameter_split_get_type ())
G_DECLARE_FINAL_TYPE (TwinParameterSplit, twin_parameter_split, TWIN, PARAMETER_SPLIT, GtkBox)

/** @key: the row's. */
GtkWidget *twin_parameter_split_new (const TwinParameter *parameter, const char *key);
/** The toggle button, for the row to place. (transfer none) */
GtkWidget *twin_parameter_split_get_toggle (TwinParameterSplit *self);
/** Shows the numbers, and at those concerned what @problems says. */
void twin_parameter_split_update (TwinParameterSplit *self,
                                  const TwinParameters *parameters,
                                  const GPtrArray *problems);
/** Whether there is a line for each item now, in place of one number for all. */
gboolean twin_parameter_split_is_open (TwinParameterSplit *self);
/** The number for all: the row's own, or the only item's. */
double twin_parameter_split_get_number (TwinParameterSplit *self);

G_END_DECLS
