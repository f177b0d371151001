/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-parameters.h"

G_BEGIN_DECLS

/** TwinChange: one change to one parameter. A "*" in the key stands for every item of its list. */
typedef struct
{
  char *key;
  TwinChangeOperation operation;
  double value; /* numbers; a choice's index */
  char *text;   /* what a text or choice is set to; NULL: a number */
} TwinChange;

/**
 * TwinScenario:
 *
 * A named list of changes to a model's parameters. Plain and editable.
 */
typedef struct
{
  char *name;      /* in files and on the command line: "demand_spike" */
  char *title;     /* for people */
  GArray *changes; /* TwinChange, in the order they are made */
} TwinScenario;

TwinScenario *twin_scenario_new (const char *name, const char *title);
/** A built-in one, as it stands in the type's table. */
TwinScenario *twin_scenario_new_from_preset (const TwinPreset *preset);
TwinScenario *twin_scenario_copy (const TwinScenario *self);
void twin_scenario_free (TwinScenario *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinScenario, twin_scenario_free)
gboolean twin_scenario_equal (const TwinScenario *a, const TwinScenario *b);

/** @text may be NULL (a number, @value). */
void twin_scenario_add_change (TwinScenario *self,
                               const char *key,
                               TwinChangeOperation operation,
                               double value,
                               const char *text);

/** The parameters of the scenario: a copy of @base with the changes made, not yet judged. A whole
 *  parameter is rounded after multiplying.
 *  @error: what twin_parameters_set_number() says, with the scenario's name in front. */
TwinParameters *twin_scenario_apply (const TwinScenario *self,
                                     const TwinParameters *base,
                                     GError **error);

/** All built-in scenarios of a type, the baseline first: an array of TwinScenario. */
GPtrArray *twin_scenario_list_presets (const TwinModelType *type);

/** "set", "add", "multiply": names in files. */
const char *twin_change_operation_to_name (TwinChangeOperation operation);
gboolean twin_change_operation_from_name (const char *name, TwinChangeOperation *operation);

G_END_DECLS
