/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TwinNumberCheck:
 *
 * Keeps in a number's spin button (see twin-number-spin.h) what was typed there and is no number, to
 * be mended, while the last number goes on counting. Another number or Escape ends that. Whoever has
 * the spin button marks it and says what is wrong.
 *
 * Property: "problem" (what is wrong with what was typed, or NULL).
 */
#define TWIN_TYPE_NUMBER_CHECK (twin_number_check_get_type ())
G_DECLARE_FINAL_TYPE (TwinNumberCheck, twin_number_check, TWIN, NUMBER_CHECK, GObject)

/** The check of @spin, which lives as long as that; made when it is asked for first.
 *  (transfer none) */
TwinNumberCheck *twin_number_check_of (GtkSpinButton *spin);
/** The same, or NULL where nobody has asked for one. */
TwinNumberCheck *twin_number_check_look_for (GtkSpinButton *spin);

const char *twin_number_check_get_problem (TwinNumberCheck *self);
/** Puts the number back in place of what was typed. */
void twin_number_check_restore (TwinNumberCheck *self);

/* For the spin button itself */

/** Somebody is done with typing. */
void twin_number_check_judge (TwinNumberCheck *self, gboolean is_number);
/** Before the spin button writes its number: does what was typed stay instead? */
gboolean twin_number_check_keeps_text (TwinNumberCheck *self);
/** The number stands there again. */
void twin_number_check_settle (TwinNumberCheck *self);

G_END_DECLS
