/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-model.h"

G_BEGIN_DECLS

/**
 * TwinSurvey:
 *
 * Service and cost of many policies at once, where a twin knows how to see all of them in one
 * replication: each gets the numbers of twin_model_simulate(), the service to the bit and the cost
 * up to the rounding of sums, at a small part of the price. Read-only once made, shared by threads.
 */
typedef struct _TwinSurvey TwinSurvey;

/**
 * twin_survey_new:
 * @model: everything but the decisions
 * @policies: [n_policies][n_decisions]: the values of the type's decisions, within their
 *   parameters' bounds and in the type's orderings; in any order, and as often as you like
 *
 * Returns: (nullable): NULL where the type has no such way for these parameters
 */
TwinSurvey *twin_survey_new (TwinModel *model, const double *policies, gsize n_policies);
void twin_survey_free (TwinSurvey *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinSurvey, twin_survey_free)

/** Replications @first … @first + @count − 1 of every policy: @service and @cost (of the type's
 *  objective) are [count][stride], with policy i in column i. Once @stop (nullable) is set, the
 *  rest may stay as it is. Safe from any thread. */
void twin_survey_measure (const TwinSurvey *self,
                          uint64_t seed,
                          uint64_t first,
                          gsize count,
                          double *service,
                          double *cost,
                          gsize stride,
                          const TwinStop *stop);

G_END_DECLS
