/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-run.h"

/** The mean of a run's metric of that name. */
static inline double
get_mean (TwinRun *run,
          const char *metric)
{
  const TwinModelType *type = twin_model_get_model_type (twin_run_get_model (run));

  return twin_run_get_estimate (run, (guint) twin_model_type_find_metric (type, metric)).mean;
}
