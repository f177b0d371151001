/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-estimate.h"
#include "twin-model-type.h"
#include "twin-pool.h"

G_BEGIN_DECLS

/** TwinVerdict: one reference case: what was published, what is solved, what is simulated. */
typedef struct
{
  const TwinModelType *type;
  const TwinReferenceCase *reference;
  TwinLongRun exact;
  TwinEstimate cost_per_day;
  TwinEstimate service;
  double cost_score, service_score; /* (simulated − exact) ÷ standard error */
  gboolean passed;                  /* published figures met, and both scores within ±4 */
} TwinVerdict;

/** Simulates every reference case of @type over a long horizon and holds it against the exact
 *  answer. An array of TwinVerdict. @error: G_IO_ERROR_CANCELLED. */
GArray *twin_validate (const TwinModelType *type,
                       uint64_t seed,
                       TwinPool *pool,
                       const TwinMonitor *monitor,
                       GError **error);

G_END_DECLS
