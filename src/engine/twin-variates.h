/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-stream.h"

G_BEGIN_DECLS

/* Random numbers of other distributions, for whole stretches of a simulation at once. No function
 * of the C library: the same bits on every machine. */

/** From here on twin_poisson_invert() turns a normal number into a Poisson number, below it a
 *  uniform one. */
#define TWIN_POISSON_LARGE 10.0

/** The Poisson number that has as much probability below it as @normal has, or, where @mean is
 *  below TWIN_POISSON_LARGE, as @uniform says. @mean: in [0, 1e10]. */
double twin_poisson_invert (double mean, double normal, double uniform);

/** The same for @mean ≥ TWIN_POISSON_LARGE, by adding up probabilities. What twin_poisson_invert()
 *  asks where its expansion cannot tell which of two whole numbers it is; takes √@mean steps. */
double twin_poisson_search (double mean, double normal);

/**
 * twin_gamma_settle:
 * @shape: ≥ 1
 * @normal: the normal number z that is to become a gamma number
 * @doubt: in (0, 1), uniform; z is taken where the accepting probability is above 1 − @doubt
 *
 * Marsaglia and Tsang's method with a normal number that is at hand; see twin-lanes-variates.h for
 * its usual way. Returns NaN where z is refused: then it takes twin_gamma_draw().
 */
double twin_gamma_settle (double shape, double normal, double doubt);
/** A gamma number with mean and variance @shape ≥ 1. */
double twin_gamma_draw (TwinStream *stream, double shape);

/** How many of @n trials succeed, each with probability @p. @n: whole, ≥ 0. Takes log @n steps. */
double twin_binomial_draw (TwinStream *stream, double n, double p);

G_END_DECLS
