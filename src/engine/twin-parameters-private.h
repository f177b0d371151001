/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-parameters.h"

G_BEGIN_DECLS

/** TwinValue: one value; @text only where the parameter is a text. */
typedef struct
{
  double number;
  char *text;
} TwinValue;

struct _TwinParameters
{
  const TwinModelType *type;
  GArray **values; /* [type->n_parameters] of TwinValue: one, or one for each item of the list */
};

/** The list that the items of a table row belong to, or NULL. */
const TwinParameterList *twin_parameters_get_list (const TwinModelType *type,
                                                   const TwinParameter *parameter);

/** "stores.*.capacity" and 2 make "stores.2.capacity"; a key without "*" stays as it is. */
char *twin_parameters_item_key (const char *key, guint item);

G_END_DECLS
