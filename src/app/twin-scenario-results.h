/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart.h"
#include "twin-comparison.h"
#include "twin-project.h"

G_BEGIN_DECLS

/** TwinScenarioRequest: what is to be compared. Owned by the job that does it. */
typedef struct
{
  TwinProject *project; /* parameters, scenarios and seed; a copy */
  TwinPool *pool;
  gsize n; /* replications of each scenario */
} TwinScenarioRequest;

TwinScenarioRequest *twin_scenario_request_new (const TwinProject *project,
                                                TwinPool *pool,
                                                gsize n);
void twin_scenario_request_free (TwinScenarioRequest *self);

typedef enum
{
  TWIN_SCENARIO_SERVICE,
  TWIN_SCENARIO_COST,
  TWIN_SCENARIO_SERVICE_DIFFERENCE, /* NULL where there is one scenario only */
  TWIN_SCENARIO_COST_DIFFERENCE,
  TWIN_N_SCENARIO_CHARTS
} TwinScenarioChart;

/** TwinScenarioResults: a comparison with its finished charts. */
typedef struct
{
  TwinComparison *comparison;
  TwinChart *charts[TWIN_N_SCENARIO_CHARTS];
  char *remarks; /* on the parameters, see twin-remarks-text.h; or NULL */
} TwinScenarioResults;

void twin_scenario_results_free (TwinScenarioResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinScenarioResults, twin_scenario_results_free)

/** A TwinJobFunc: a TwinScenarioRequest becomes TwinScenarioResults. */
gpointer twin_scenario_results_compute (gpointer request,
                                        const TwinMonitor *monitor,
                                        GError **error);

G_END_DECLS
