/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The functions of the C library that round in their own way on every machine, for the engine: the
 * same bits everywhere, in one number as in lanes (twin-lanes-math.h). For the ranges given. */

/** The greatest error, in units of the last place, that a test against correctly rounded values has
 *  found is below the first of these; of sines and cosines of turns, and of twin_erfc(), below the
 *  others. */
#define TWIN_MATH_ERROR 0.9
#define TWIN_TURNS_ERROR 2.0
#define TWIN_ERFC_ERROR 3.0

/** Natural logarithm; @x is normal and above 0. */
double twin_log (double x);
/** eˣ; @x in [−700, 700]. */
double twin_exp (double x);
/** Sine and cosine of that many turns of a full circle, |@turns| ≤ 2⁵⁰: whole, half and quarter
 *  turns give exactly 0 and ±1. */
double twin_sin_turns (double turns);
double twin_cos_turns (double turns);
/** The complementary error function; @x in [0, 26]. */
double twin_erfc (double x);

G_END_DECLS
