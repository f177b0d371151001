/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-scenario.h"
#include "twin-search.h"

G_BEGIN_DECLS

/**
 * TwinProject:
 *
 * All that a planner sets up and saves: the model type in use, the parameters of every type, and
 * for the type in use the experiment, the scenarios and the search. Plain and editable, not judged.
 */
typedef struct
{
  const TwinModelType *type;
  TwinParameters **parameters; /* one for each of twin_model_type_list(), in its order */
  gsize replications;          /* 1 … TWIN_MAX_REPLICATIONS */
  uint64_t seed;
  GPtrArray *scenarios;        /* TwinScenario, the first is the baseline; at least one */
  TwinSearch *search;
} TwinProject;

/** A new project of that type with default values and the built-in scenarios. */
TwinProject *twin_project_new (const TwinModelType *type);
TwinProject *twin_project_copy (const TwinProject *self);
void twin_project_free (TwinProject *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinProject, twin_project_free)
gboolean twin_project_equal (const TwinProject *a, const TwinProject *b);

/** The parameters of the type in use. (transfer none) */
TwinParameters *twin_project_get_parameters (const TwinProject *self);
/** Switches to another type: scenarios and search become its defaults, parameters stay. */
void twin_project_set_model_type (TwinProject *self, const TwinModelType *type);
/** The scenario of that name or NULL with TWIN_ERROR_UNKNOWN_KEY, listing the names. */
TwinScenario *twin_project_find_scenario (const TwinProject *self,
                                          const char *name,
                                          GError **error);

/** Sets KEY=VALUE as the command line has it: a key of the model's section, or one that begins
 *  with "experiment." or "optimize.". Only key and kind of value are looked at; replications and
 *  seed, which stand alone, are judged. */
gboolean twin_project_set_from_string (TwinProject *self,
                                       const char *key,
                                       const char *value,
                                       GError **error);

/** Judges the parameters of the type in use, the experiment and the search. Not the scenarios,
 *  which are judged when they are applied. @error: the first thing wrong, with its key. */
gboolean twin_project_check (const TwinProject *self, GError **error);

G_END_DECLS
