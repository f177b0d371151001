/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-model-type.h"

G_BEGIN_DECLS

/* Keys of files against keys of a type's tables. In a table "stores.*.capacity" has "*" for an
 * item; a key may have its number ("stores.0.capacity") or, for every item, the "*" as well, and
 * what can be split another number ("stores.0.capacity.1"). */

typedef enum
{
  TWIN_PARAMETER_KEY_UNKNOWN,
  TWIN_PARAMETER_KEY_BRANCH, /* keys of the table go on from it: "lead_time", "stores.0" */
  TWIN_PARAMETER_KEY_LEAF    /* it is a parameter */
} TwinParameterKey;

/** @row: (optional): the parameter; of a branch, one of its parameters. */
TwinParameterKey twin_parameter_key_look_up (const TwinModelType *type,
                                             const char *key,
                                             const TwinParameter **row);

/** The list of that key ("stores"), or NULL. */
const TwinParameterList *twin_parameter_key_find_list (const TwinModelType *type, const char *key);

/** The step of @pattern, a key of the table, that follows the branch @key ("": the root), up to
 *  its dot; NULL where @pattern does not go on from @key. */
char *twin_parameter_key_get_next_step (const char *pattern, const char *key);

G_END_DECLS
