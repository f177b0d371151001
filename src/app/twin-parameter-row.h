/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-parameter-split.h"

G_BEGIN_DECLS

/**
 * TwinParameterRow:
 *
 * A row of the side bar: one parameter with its title, unit, the control that its table entry asks
 * for, and what is wrong with it. It knows no document: it shows what it is told to, and tells
 * what somebody did.
 *
 * Signals: "number-edited" (double), "text-edited" (string); "number-slid" (double): somebody wants
 * to move the slider there. Whoever hears it says where it stops, by
 * twin_parameter_row_set_number().
 */
#define TWIN_TYPE_PARAMETER_ROW (twin_parameter_row_get_type ())
G_DECLARE_FINAL_TYPE (TwinParameterRow, twin_parameter_row, TWIN, PARAMETER_ROW, AdwPreferencesRow)

/** @parameter: static; @key: the concrete key that this row stands for. */
GtkWidget *twin_parameter_row_new (const TwinParameter *parameter, const char *key);

const char *twin_parameter_row_get_key (TwinParameterRow *self);

/** Gives the row the first letter of its title that is not in @taken, a set of characters
 *  (GUINT_TO_POINTER), and adds it there; none where all are. */
void twin_parameter_row_take_access_key (TwinParameterRow *self, GHashTable *taken);

/** The part for a number that can be split; NULL: it cannot. */
TwinParameterSplit *twin_parameter_row_get_split (TwinParameterRow *self);
/** Hides what sets one number, while the split shows several; and shows it again. */
void twin_parameter_row_set_several (TwinParameterRow *self, gboolean several);

/* What is shown; neither of these emits a signal. Choices and booleans are numbers. */
void twin_parameter_row_set_number (TwinParameterRow *self, double value);
void twin_parameter_row_set_text (TwinParameterRow *self, const char *text);

/** Marks the row and says what is wrong with it; NULL: nothing is. What was typed and is no value
 *  at all stays marked until another value is set or typed. */
void twin_parameter_row_set_problem (TwinParameterRow *self, const char *message);

/** Puts a control at the end of the row, such as a button. */
void twin_parameter_row_add_suffix (TwinParameterRow *self, GtkWidget *widget);

G_END_DECLS
