/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-tuner.h"

G_BEGIN_DECLS

/* What is believed about the surroundings of a point: that moves along different axes add up. */

/** TwinOption: one way to move along an axis, and what it changes. */
typedef struct
{
  double amount;
  TwinOutcome change;
} TwinOption;

/** Replaces @options, [1 … 2] measured moves of an axis, by steps of at most @most and the parabola
 *  (or line) through what was measured. */
void twin_tuner_interpolate (GArray *options, double most, double step);

/**
 * twin_tuner_choose:
 * @options: (element-type GArray): the TwinOptions of every axis; to stay is always one more
 * @here: the point that they lead away from
 * @target: service to be reached
 * @amounts: out, [options->len]: how to move along each axis, 0 to stay
 *
 * The cheapest combination that is believed to reach the target, or where none does the one with
 * the most service.
 *
 * Returns: the service that it is believed to have
 */
double twin_tuner_choose (const GPtrArray *options,
                          TwinOutcome here,
                          double target,
                          double *amounts);

G_END_DECLS
