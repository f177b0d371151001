/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-parameters.h"

G_BEGIN_DECLS

/** TwinValue: one value; @text only where the parameter is a text, @each only where it is split. */
typedef struct
{
  double number;
  char *text;
  GArray *each; /* double, one for each item of the list that it is split by; or NULL */
} TwinValue;

struct _TwinParameters
{
  const TwinModelType *type;
  GArray **values; /* [type->n_parameters] of TwinValue: one, or one for each item of the list */
};

/** The list that the items of a table row belong to, or NULL. */
const TwinParameterList *twin_parameters_get_list (const TwinModelType *type,
                                                   const TwinParameter *parameter);

TwinValue twin_value_copy (const TwinValue *value);
/** The value of item @item of a list of @n_initial defaults; −1: of no list, or of a new item. */
TwinValue twin_value_new (const TwinParameter *parameter, int item, guint n_initial);

/** "stores.*.capacity" and 2 make "stores.2.capacity"; a key without "*" stays as it is. */
char *twin_parameters_item_key (const char *key, guint item);

G_END_DECLS
